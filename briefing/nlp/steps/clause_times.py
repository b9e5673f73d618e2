"""Whose a time inside an act is: the act's own, or that of a clause or of a noun inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from briefing.models import Interval, Span, TemporalExpression
from briefing.nlp.syntax import Text

_REACHES: Final = 8
_OTHERS: Final = frozenset({"after", "before"})
#: what is done to an event in order that it be not on its day
_STOPS: Final = frozenset("postpone delay defer cancel scrap shelve reschedule suspend drop abandon annul move call".split())
_NAMES_DAY: Final = frozenset({"compound", "nmod:unmarked", "nmod", "amod", "acl", "nummod"})


def is_of_clause(view: Text, time: TemporalExpression, verb: int) -> bool:
    """Tell whether a time belongs to a clause inside the act: "goods that today are forgotten", "halt it before it starts in July"."""
    at = view.words([time.span])[-1]
    for _ in range(_REACHES):
        token = view.tokens[at]
        if at == verb or token.head == at:
            return False
        if token.relation == "acl:relcl" and verb < at:
            return not (time.deadline and _is_over(view, at))
        if token.relation == "advcl" and verb < at and _link(view, at) is not None:
            return True  # "will decide after meeting them this Friday"
        at = token.head
    return False


def is_of_what_is_stopped(view: Text, time: TemporalExpression, verb: int) -> bool:
    """Tell whether it is the day of an event that is not to be: "postpone the May 3 election"."""
    words = view.words([time.span])
    if view.lemma(verb) not in _STOPS or (view.lemma(verb) == "call" and view.low(verb + 1) != "off"):
        return False
    behind = view.tokens[words[-1] + 1 : words[-1] + 2]
    if words[0] - 2 == verb and view.tokens[words[0] - 1].tag in ("DT", "PRP$") and behind and behind[0].pos == "NOUN":
        return True  # whatever the tree hangs the day on
    obj, at = view.child(verb, ("obj",)), words[0]
    for _ in range(_REACHES):
        if at == obj:
            return True
        token = view.tokens[at]
        if obj is None or at == verb or token.head == at or (at > obj and token.relation not in _NAMES_DAY):
            return False
        at = token.head
    return False


def term_before(view: Text, times: Sequence[TemporalExpression], verb: int, day: date | None) -> TemporalExpression | None:
    """The term that "before" sets an act with what happens on a day to come: all may be done until then."""
    for time in times:
        at = view.words([time.span])[-1]
        link = None
        for _ in range(_REACHES):
            token = view.tokens[at]
            if at == verb or token.head == at:
                break
            if token.relation == "advcl" and token.head == verb:
                link = _link(view, at)
                break
            at = token.head
        if link is None or view.low(link) != "before" or time.value is None or day is None or time.value.start <= day:
            continue
        span = Span(view.tokens[link].start, time.span.end)
        return replace(time, span=span, value=Interval(start=day, end=time.value.end), grain="interval", deadline=True)
    return None


def _is_over(view: Text, at: int) -> bool:
    """Tell whether a clause tells what is done, so that a term yet to come is not its own: "the fence it has put up, by Friday"."""
    had = any(view.lemma(c) == "have" and view.tokens[c].relation == "aux" for c in view.children[at])
    return view.tokens[at].tag == "VBD" or (view.tokens[at].tag == "VBN" and had)


def _link(view: Text, clause: int) -> int | None:
    """The word that makes a clause another's: "before", "after"."""
    return next((c for c in view.children[clause] if c < clause and view.low(c) in _OTHERS), None)
