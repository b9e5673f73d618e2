"""Resolve the year that is about to begin, "in the new year", its turn, and the hours of a day that stand alone: "has until midnight"."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.tense import STOPS
from briefing.nlp.temporal.vocabulary import DEICTIC, MOMENTS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS

#: from this month on the new year is the next one
_AUTUMN: Final = 9
_SUMMER: Final = 7
_BOUNDS: Final = frozenset("by before until till".split())
_BEFORE: Final = frozenset("in by before until till of into from after early during for over since start".split())
#: in a text with these another calendar's may be meant
_OTHERS: Final = frozenset("lunar nowruz tet islamic hijri persian iranian jewish chinese ethiopian orthodox balinese tibetan".split())
_BEHIND: Final = frozenset(
    """and or but at to for with when as after before because if unless while though although once since that which who will would is
    was are were he she it they we i said says in on by according""".split()
)
#: so many pieces before a time of day its day may be told
_SENTENCE: Final = 40


def read_new_year(reader: Reader, index: int) -> Found | None:
    """Read "the new year", told in the last months of the old one, and "the turn of the year"."""
    low, tokens = reader.tokens.low, reader.tokens
    if (low[index], low[index + 1], low[index + 2], low[index + 3], low[index + 4]) == ("the", "turn", "of", "the", "year"):
        return Found(end=index + 5, value=_turn(reader, index), edge=True)
    if (low[index], low[index + 1], low[index + 2]) != ("the", "new", "year"):
        return None
    end, anchor = index + 3, reader.anchor
    if low[index - 1] not in _BEFORE or tokens.kind[end] == "possessive" or (tokens.small(end) and low[end] not in _BEHIND):
        return None  # "the new year festivities", "welcomed the new year"
    if anchor is None or anchor.month < _AUTUMN or not _OTHERS.isdisjoint(low):
        return Found(end=end, value=None)
    if low[index - 1] in ("by", "until", "till"):
        return Found(end=end, value=values.day_value(date(anchor.year + 1, 1, 1)))
    return Found(end=end, value=values.year_value(anchor.year + 1))


def _turn(reader: Reader, index: int) -> values.Value | None:
    """The last week of one year and the first of the next."""
    anchor = reader.anchor
    if anchor is None or reader.tense(index, index + 5) == "past":
        return None
    year = anchor.year if anchor.month >= _SUMMER else anchor.year - (anchor.month == 1 and anchor.day <= 7)
    return values.span_value(date(year, 12, 25), date(year + 1, 1, 7))


def read_moment(reader: Reader, index: int) -> Found | None:
    """Read "midnight" behind "by" or "until" where a clause looks ahead and no other day is told in its sentence: it is that of the day."""
    low = reader.tokens.low
    if low[index] not in MOMENTS or low[index - 1] not in _BOUNDS or reader.anchor is None:
        return None
    if reader.tense(index - 1, index + 1) != "future" or _names_day(reader, index):
        return None
    return Found(end=index + 1, value=reader.shifted(0))


def _names_day(reader: Reader, index: int) -> bool:
    tokens = reader.tokens
    days = WEEKDAYS.keys() | SHORT_WEEKDAYS.keys() | MONTHS.keys() | DEICTIC.keys() | {"day", "days", "week", "night", "every", "daily"}
    for step in (-1, 1):
        at = index + step
        while 0 <= at < tokens.count and abs(at - index) < _SENTENCE and tokens.low[at] not in STOPS:
            if tokens.low[at] in days or tokens.kind[at] in ("time", "number"):
                return True
            at += step
    return False
