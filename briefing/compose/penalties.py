"""To how long somebody was sentenced: two outlets of one day that give two terms for one person differ, however they word it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from briefing.compose.figures import NUMBERS, read_pieces
from briefing.compose.names import name_words
from briefing.compose.readings import Reading
from briefing.compose.terms import fold, words_of
from briefing.models import Span

_TERM = re.compile(
    r"\b(?:sentenced|jailed|imprisoned)(?: (?!to\b|for\b)[^\s,;.:]+){0,6} (?:to|for) (?:a (?:prison )?term of )?"
    rf"(?P<figure>\d+|{'|'.join(sorted(NUMBERS))}) (?P<half>and a half )?(?P<unit>year|month)s?\b"
)
#: what is asked for, possible, suspended, or of another time
_NOT_SO = re.compile(
    r"\b(?:could|may|might|would|should|if|ask\w*|sought|seek\w*|demand\w*|call\w* for|want\w*|not|never|had been|suspended|years? ago|"
    r"last (?:year|month)|(?:19|20)\d\d)\b"
)
_LASTING = re.compile(rf"\b(?:years?|months?|life)\b|\bfor (?:\d+|{'|'.join(sorted(NUMBERS))})(?=[.;,]|$| and\b)")
_READ = 40


class Penalty(NamedTuple):
    """The term that a document gives, in months, with its sentence and the surnames of those who may be meant."""

    reading: Reading
    span: Span
    months: float
    who: frozenset[str]


def find_penalties(readings: Sequence[Reading]) -> Iterator[list[Penalty]]:
    """The terms of one person that contradict one another, one of each outlet; a document that gives several is left aside."""
    by_day: dict[date | None, list[Penalty]] = defaultdict(list)
    for reading in readings:
        given = list(_penalties(reading))
        if len({p.months for p in given}) == 1:
            by_day[reading.document.published].append(given[0])
    for found in by_day.values():
        first = found[0]
        outlets = {first.reading.document.outlet}
        sides = {first.months: first}
        for other in found[1:]:
            if first.who & other.who and other.reading.document.outlet not in outlets:
                sides.setdefault(other.months, other)
        if len(sides) > 1:
            yield list(sides.values())


def _penalties(reading: Reading) -> Iterator[Penalty]:
    """The terms in a document's sentences; whom a sentence does not name is whom the headline and the lead name."""
    people = {parts[-1] for a in reading.analysis.actors if a.kind == "person" if (parts := name_words(a.name))}
    body = reading.body[:_READ]
    lead = " ".join([reading.document.title or "", *(reading.slice(s) for s in body[:1])])
    for span in body:
        plain = fold(reading.slice(span))
        found = _TERM.search(plain)
        if found is None or _NOT_SO.search(plain) or len(_LASTING.findall(plain)) > 1:
            continue  # of two terms one may be another's
        who = people & set(words_of(plain)) or people & set(words_of(fold(lead)))
        value = next((p.value for p in read_pieces(found["figure"], Span(0, len(found["figure"])))), None)
        if isinstance(value, float):
            years = value + (0.5 if found["half"] else 0.0)
            yield Penalty(reading, span, years * 12 if found["unit"] == "year" else years, frozenset(who))
