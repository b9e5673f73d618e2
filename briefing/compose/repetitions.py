"""What somebody only says again: "repeated that", "reiterated her call". It is no news, unless it has much that was not told."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from briefing.compose.excerpts import OPENING
from briefing.compose.readings import Reading
from briefing.models import BriefedPosition, Span

_AGAIN = re.compile(r"\b(?:repeat|reiterat|reaffirm|restat)(?:e?[sd]|ed|ing)?\b", re.IGNORECASE)
_SAYS_AGAIN = re.compile(rf"{_AGAIN.pattern}|\b(?:again|once more)\b", re.IGNORECASE)
#: that somebody says nothing, in a sentence of so few words that it says nothing else
_SAYS_NOTHING = re.compile(
    r"\b(?:(?:ha(?:s|d|ve) )?nothing (?:more |further |else |new )?to (?:add|say)"
    r"|(?:declin|refus)(?:es|ed) to (?:comment|elaborate|say more|give (?:any )?(?:further |more )?details)"
    r"|(?:did not|didn't) (?:immediately )?(?:comment|respond|reply|elaborate|answer (?:calls|questions))"
    r"|(?:could|can) not (?:immediately )?be reached|(?:gave|would give) no (?:further |more )?details|had no (?:immediate )?comment)\b",
    re.IGNORECASE,
)
_SHORT = 16
#: a repetition has so many words at most that were not told, names aside
_UNREAD = 0.5


def is_said_again(reading: Reading, position: BriefedPosition) -> bool:
    """Tell whether who holds a position says in so many words that they held it before: "said again that", "repeated his demand"."""
    cue = re.escape(position.cue)
    again = re.compile(rf"{cue}(?: [\w’'-]+)? (?:once )?(?:again|once more)\b|\b(?:again|once more) {cue}\b") if cue else None
    told = (reading.slice(s) for s in reading.sentences_at(position.excerpt.spans[:1]))
    return again is not None and (_SAYS_AGAIN.search(position.cue) is not None or any(again.search(t) for t in told))


def repetitions(reading: Reading, lines: Sequence[tuple[Span, frozenset[str]]], told: Set[str], names: Set[str]) -> frozenset[Span]:
    """The sentences in which somebody says again what was told, and the quotations that go on with it; those in which nobody says a thing.

    ``lines`` are an article's sentences with their terms, ``told`` the terms of earlier days, ``names`` those of whom it is about.
    """
    cues = [c for p in reading.analysis.positions for c in p.cue[:1]]
    found: set[Span] = set()
    is_again = False
    for span, terms in lines:
        text = reading.slice(span)
        said = [reading.slice(c) for c in cues if span.start <= c.start < span.end]
        is_again = bool(said and all(_AGAIN.search(c) for c in said)) or (is_again and text[:1] in OPENING)
        core = frozenset(t for t in terms - names if not _AGAIN.match(t))
        if _SAYS_NOTHING.search(text) and len(text.split()) <= _SHORT:
            found.add(span)
        if is_again and len(core - told) <= _UNREAD * len(core):
            found.add(span)
    return frozenset(found)
