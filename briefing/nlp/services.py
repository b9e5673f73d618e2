"""Services that act as one body by what they do: "the prison service", "the coast guard", "emergency services"."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.syntax import Text

#: what tells a service that speaks from one that is done: not "a taxi service", "the funeral service"
_OF: dict[str, frozenset[str]] = {
    "service": frozenset(
        """fire rescue ambulance prison park parks secret security intelligence health weather postal immigration border customs
        emergency meteorological geological seismological forest forestry civil probation diplomatic spy medical wildlife marshals
        statistical tax revenue correctional""".split()
    ),
    "guard": frozenset("coast national border presidential republican revolutionary frontier".split()),
    "brigade": frozenset({"fire"}),
}
_FORECASTS = frozenset("weather hurricane cyclone typhoon storm meteorological meteorology met".split())
_ALONE = frozenset("coastguard coastguards".split())
_TOLD = frozenset({"compound", "amod", "conj", "flat"})


def is_service(view: Text, head: int) -> bool:
    """Tell whether a noun with the word right before it is a service that acts; "border guards" are people."""
    token = view.tokens[head]
    low = token.text.lower()
    if low in _ALONE:
        return True
    noun = "service" if low == "services" else low
    if token.pos not in ("NOUN", "PROPN") or not head or noun not in _OF:
        return False
    before = view.tokens[head - 1]
    return before.sentence == token.sentence and before.text.lower() in _OF[noun] and before.relation in _TOLD


def forecast_by(actors: Iterable[Entity]) -> bool:
    """Tell whether those who speak forecast the weather: what "it" will do in their mouth is the storm's doing."""
    return any(_FORECASTS & set(fold(a.name).split()) for a in actors)
