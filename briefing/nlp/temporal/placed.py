"""Resolve a day that the week or the month named before it places: "next week Friday", "next month, on the 20th"."""

from __future__ import annotations

from typing import Final

from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import DAY_PARTS, TO, WEEKDAYS

_SHIFTS: Final = {"next": 1, "coming": 1, "this": 0, "current": 0, "last": -1, "past": -1}


def read_placed(reader: Reader, index: int) -> Found | None:
    """Read "next week Friday", "this week on Tuesday", "next month on the 20th"; alone the day would be the nearest."""
    tokens = reader.tokens
    low = tokens.low
    at = index + 1 if low[index] == "the" and low[index + 1] in ("coming", "current", "past") else index
    shift = _SHIFTS.get(low[at])
    if shift is None or low[at + 1] not in ("week", "month"):
        return None
    day = at + 3 if low[at + 2] == "," and low[at + 3] == "on" else at + 2
    day += low[day] == "on"
    if low[at + 1] == "month":
        return _day_of_month(reader, day, shift) if low[day - 1] == "on" else None
    weekday = WEEKDAYS.get(low[day])
    if weekday is None or not tokens.capital(day) or ((low[day + 1] in TO or low[day + 1] == "and") and low[day + 2] in WEEKDAYS):
        return None
    end = day + 2 if low[day + 1] in DAY_PARTS else day + 1
    return Found(end=end, value=day_in_week(reader, weekday, shift))


def day_in_week(reader: Reader, weekday: int, shift: int) -> Value | None:
    """Give the weekday of the week that lies so many weeks from that of publication."""
    if reader.anchor is None:
        return None
    monday = values.week_value(reader.anchor).start
    return values.day_value(values.add_days(monday, 7 * shift + weekday))


def _day_of_month(reader: Reader, index: int, shift: int) -> Found | None:
    tokens = reader.tokens
    if tokens.low[index] != "the" or tokens.kind[index + 1] != "ordinal":
        return None
    number, end = int(tokens.low[index + 1][:-2]), index + 2
    if reader.anchor is None:
        return Found(end=end, value=None)
    month = values.month_value(*values.month_at(reader.anchor.year, reader.anchor.month + shift))
    day = values.add_days(month.start, number - 1)
    return Found(end=end, value=values.day_value(day) if month.start <= day <= month.end else None)
