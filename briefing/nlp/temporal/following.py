"""Resolve the days that are counted from the one told before: "arrives on Monday and leaves the following day", "a week later".

Only from a day named in the same sentence or the one before, with no other time between: farther off it is anybody's guess.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing.models import TemporalExpression
from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.tense import STOPS, is_abbreviation
from briefing.nlp.temporal.tokens import Tokens
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import DAY_PARTS, WEEKDAYS

_DAYS: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}
_ONE: Final = frozenset({"a", "one"})
_BEGIN: Final = _ONE | {"the"}
_FOLLOWING: Final = frozenset({"following", "next"})
_ENDS: Final = frozenset(["", ".", ",", ";", "\n", "and", "but", "with", "for", "in", "at", "to", "when", "after", "as", "ahead"])


def read_following(reader: Reader, index: int, before: TemporalExpression | None) -> Found | None:
    """Read "two days later", "the following day", "the next morning", "the following Tuesday" at a piece, after the time told last."""
    low = reader.tokens.low
    word = low[index]
    if word == "later" and (low[index + 1], low[index + 2], low[index + 3]) == ("in", "the", "day"):
        return _same_day(reader, index, _day_before(reader.tokens, index, before))
    if word not in _BEGIN and reader.number(index) is None:
        return None
    day = _day_before(reader.tokens, index, before)
    if day is None:
        return None
    return _later(reader, index, day) or _next(reader.tokens, index, day)


def _day_before(tokens: Tokens, index: int, before: TemporalExpression | None) -> date | None:
    """The day that a count begins at, where it is told closely enough before."""
    if before is None or before.grain != "day" or before.value is None:
        return None
    stops, at = 0, index - 1
    while at >= 0 and tokens.end[at] > before.span.end:
        if tokens.low[at] in STOPS and not is_abbreviation(tokens, at) and tokens.low[at + 1] not in STOPS:
            stops += 1
        at -= 1
    return before.value.start if stops <= 1 else None


def _same_day(reader: Reader, index: int, day: date | None) -> Found | None:
    """Read "later in the day": the day told before, else that of publication where the clause looks ahead."""
    end = index + 4
    if day is not None:
        return Found(end=end, value=values.day_value(day))
    return Found(end=end, value=reader.shifted(0)) if reader.tense(index, end) == "future" else None


def _later(reader: Reader, index: int, day: date) -> Found | None:
    low = reader.tokens.low
    if low[index] in _ONE:
        count, at = 1, index + 1
    elif (number := reader.number(index)) is not None:
        count, at = number
    else:
        return None
    if low[at] not in _DAYS or low[at + 1] != "later" or low[index - 1] in ("than", "about", "around", "nearly", "almost", "over"):
        return None
    return Found(end=at + 2, value=_shifted(day, count * _DAYS[low[at]]))


def _next(tokens: Tokens, index: int, day: date) -> Found | None:
    low = tokens.low
    if low[index] != "the":
        return None
    if low[index + 1] == "day" and low[index + 2] == "after" and low[index + 3] in _ENDS - {"in", "at", "to", "for", "with"}:
        return Found(end=index + 3, value=_shifted(day, 1))
    if low[index + 1] not in _FOLLOWING:
        return None
    word = low[index + 2]
    if word == "day" or (word in DAY_PARTS and word != "night"):
        return Found(end=index + 3, value=_shifted(day, 1)) if tokens.kind[index + 3] != "possessive" else None
    if low[index + 1] == "following" and word in WEEKDAYS:
        return Found(end=index + 3, value=_shifted(day, (WEEKDAYS[word] - day.weekday()) % 7 or 7))
    if low[index + 1] == "following" and word == "week" and tokens.kind[index + 3] != "possessive":
        return Found(end=index + 3, value=values.week_value(values.add_days(day, 7)))
    return None


def _shifted(day: date, days: int) -> Value:
    return values.day_value(values.add_days(day, days))
