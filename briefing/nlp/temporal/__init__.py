"""Temporal expressions: where a text says when, and which days that is, counted from the day of publication.

``split`` cuts the text into pieces, readers of one module each try an expression at a piece (dates, weekdays,
periods, parts of them, lengths of time, years, holidays), `following` counts on from the day told before, and
`expressions` puts prepositions and times of day round them. An expression whose days cannot be told keeps its span and
has no value: no answer is better than a wrong one.
"""

from __future__ import annotations

import re
from datetime import date

from briefing.models import Interval, Span, TemporalExpression
from briefing.nlp.temporal.expressions import HEAD_KINDS, HEADS, REACH, read_expression
from briefing.nlp.temporal.following import read_following
from briefing.nlp.temporal.reader import Found, Reader, TenseAt
from briefing.nlp.temporal.tokens import Tokens, split
from briefing.nlp.temporal.vocabulary import MONTHS
from briefing.nlp.temporal.yearless import Years

_DAYS = ("number", "ordinal")
_NEAR_DAYS = 62
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: one year alone may be anything
_FEW_YEARS = 2

__all__ = ["extract_times"]


def extract_times(
    text: str, *, published: date | None, tense_at: TenseAt | None = None, today: date | None = None
) -> tuple[TemporalExpression, ...]:
    """Find the temporal expressions of a text, in order and apart from each other.

    ``tense_at`` gives the tense of the clause at an offset, or None where it does not know; the words nearby are
    asked then. Without ``published`` only what names its own year has a value, and a day of a month that lies near
    ``today``, the day on which the text is read, or whose year the text tells (`yearless`). Never raises.
    """
    tokens = split(text)
    reader = Reader(tokens, anchor=published, tense_at=tense_at)
    unanchored = Reader(tokens, anchor=None, tense_at=tense_at)
    reading = told = None
    if published is None and today is not None:
        years = Years(unanchored, today)
        near = not (_is_of_another_year(text, today) or years.are_over)
        reading = Reader(tokens, anchor=today, tense_at=tense_at) if near else None
        told = Reader(tokens, anchor=None, tense_at=tense_at, year_of=years.year_of)
    expressions: list[TemporalExpression] = []
    done = 0
    for head in range(tokens.count):
        if head < done or not _is_head(tokens, head):
            continue
        for start in range(max(done, head - REACH), head + 1):
            found = _read(reader, unanchored, start, expressions[-1] if expressions else None)
            if found is not None and found.end > head:
                read = _near_reading(reading, unanchored, start, found) if reading is not None and found.value is None else None
                if told is not None and read is None and found.value is None:
                    found = _read(told, unanchored, start) or found
                expressions.append(_expression(tokens, start, read or found, published if read is None else today))
                done = found.end
                break
    return tuple(expressions)


def _is_of_another_year(text: str, today: date) -> bool:
    """Tell whether a text without a date names years, and all of them long over: its days are hardly those round ``today``."""
    years = [int(y) for y in _YEAR.findall(text)]
    return len(years) >= _FEW_YEARS and max(years) < today.year - 1


def _is_head(tokens: Tokens, index: int) -> bool:
    kind = tokens.kind[index]
    if kind == "word":
        return tokens.low[index] in HEADS
    return kind in HEAD_KINDS or (kind == "number" and len(tokens.low[index]) == 4)


def _near_reading(reading: Reader, unanchored: Reader, start: int, found: Found) -> Found | None:
    """Resolve a day of a named month against the day of reading; farther off, its year would be a guess."""
    names = reading.tokens.low[start : found.end]
    if (
        reading.anchor is None
        or MONTHS.keys().isdisjoint(names)
        or not any(reading.tokens.kind[i] in _DAYS for i in range(start, found.end))
    ):
        return None
    near = _read(reading, unanchored, start)
    if near is None or near.value is None or near.end != found.end or near.value.grain not in ("day", "interval"):
        return None
    return near if abs((near.value.end - reading.anchor).days) <= _NEAR_DAYS else None


def _read(reader: Reader, unanchored: Reader, index: int, before: TemporalExpression | None = None) -> Found | None:
    """Read at one piece; an anchor at the edge of the calendar, beyond which there are no days, counts as none."""
    try:
        return read_following(reader, index, before) or read_expression(reader, index)
    except (OverflowError, ValueError):
        pass
    try:
        return read_expression(unanchored, index)
    except (OverflowError, ValueError):
        return None


def _expression(tokens: Tokens, start: int, found: Found, published: date | None) -> TemporalExpression:
    value: Interval | None = None if found.value is None else found.value.interval
    return TemporalExpression(
        span=Span(tokens.start[start], tokens.end[found.end - 1]),
        value=value,
        anchor=None if found.absolute else published,
        grain="interval" if found.value is None else found.value.grain,
        deadline=found.deadline,
    )
