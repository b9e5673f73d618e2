"""Who speaks in the first paragraph without a name, and is named by the next: "A port pilot said so. ... Ada Quill, a pilot,"."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Span
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.held import Held
from briefing.nlp.syntax import Text

_INDEFINITE = ("a ", "an ")


def with_names(view: Text, roster: Roster, held: list[Held]) -> list[Held]:
    """Give what one without a name holds in the first paragraph to the person whom the next one opens with and tells of."""
    first = min((h for h in held if h.source), key=lambda h: h.source[0].start, default=None)
    if first is None or len(first.actors) != 1:
        return held
    unnamed = first.actors[0]
    named = _opens_next(view, roster, first.source[0], held)
    if named is None or unnamed.kind != "person" or not unnamed.nominal or unnamed not in roster or len(set(unnamed.spans)) != 1:
        return held
    if not view.slice(first.source[0]).lower().startswith(_INDEFINITE):
        return held
    roster.fold(unnamed, named)
    return [replace(h, actors=tuple(named if a is unnamed else a for a in h.actors)) if unnamed in h.actors else h for h in held]


def _opens_next(view: Text, roster: Roster, source: Span, held: list[Held]) -> Entity | None:
    """The person who is named first where the next paragraph begins, is told of there between commas, and holds something."""
    text, end = view.text, view.text.find("\n", source.end)
    start = end + len(text[end:]) - len(text[end:].lstrip()) if end >= 0 else len(text)
    for span, entity in roster.at(start, min(len(text), start + 1)):
        new = entity.kind == "person" and not entity.nominal and min(entity.spans) == span == Span(start, span.end)
        if new and text[span.end : span.end + 1] == "," and any(entity in h.actors for h in held):
            return entity
    return None
