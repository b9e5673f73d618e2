"""Calendar arithmetic on closed intervals of days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from briefing.models import Grain, Interval

Portion = Literal["early", "mid", "late", "start", "end", "first half", "second half"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """An interval and the shape that it is printed in."""

    interval: Interval
    grain: Grain

    @property
    def start(self) -> date:
        return self.interval.start

    @property
    def end(self) -> date:
        return self.interval.end


def day_value(day: date) -> Value:
    return Value(interval=Interval(start=day, end=day), grain="day")


def span_value(start: date, end: date) -> Value:
    """Give the interval; ``end`` before ``start`` raises ValueError."""
    return day_value(start) if start == end else Value(interval=Interval(start=start, end=end), grain="interval")


def month_value(year: int, month: int) -> Value:
    last = calendar.monthrange(year, month)[1]
    return Value(interval=Interval(start=date(year, month, 1), end=date(year, month, last)), grain="month")


def year_value(year: int) -> Value:
    return Value(interval=Interval(start=date(year, 1, 1), end=date(year, 12, 31)), grain="year")


def months_value(year: int, month: int, count: int) -> Value:
    """Give ``count`` whole months from ``month`` on, which may lie outside 1 to 12."""
    first, last = month_at(year, month), month_at(year, month + count - 1)
    return span_value(month_value(*first).start, month_value(*last).end)


def month_at(year: int, month: int) -> tuple[int, int]:
    """Bring a month outside 1 to 12 back into a year."""
    index = year * 12 + month - 1
    return index // 12, index % 12 + 1


def add_months(day: date, count: int) -> date:
    """Move by calendar months; a day that the month lacks becomes its last."""
    year, month = month_at(day.year, day.month + count)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_days(day: date, count: int) -> date:
    return day + timedelta(days=count)


def week_value(day: date) -> Value:
    """Give the week, Monday to Sunday, that the day is in."""
    monday = add_days(day, -day.weekday())
    return span_value(monday, add_days(monday, 6))


def weekend_value(day: date) -> Value:
    """Give the Saturday and Sunday of the day's week."""
    monday = add_days(day, -day.weekday())
    return span_value(add_days(monday, 5), add_days(monday, 6))


def portion_value(whole: Value, portion: Portion) -> Value:
    """Cut a week, month, quarter or year: thirds for early, mid and late; its first or last stretch for start and end.

    A word such as "early" says no exact day, so that the cut is wide: "early March" is the 1st to the 10th. A few
    days have no portions and are given back.
    """
    start, end = whole.start, whole.end
    days = (end - start).days + 1
    if days <= 3:
        return whole
    if days > 3000:
        return _years_portion(start.year, end.year, portion)
    if whole.grain == "year":
        first, last = {
            "early": (1, 4),
            "mid": (5, 8),
            "late": (9, 12),
            "start": (1, 1),
            "end": (12, 12),
            "first half": (1, 6),
            "second half": (7, 12),
        }[portion]
        part = months_value(start.year, first, last - first + 1)
        return month_value(start.year, first) if first == last else part
    if portion == "start":
        return span_value(start, add_days(start, max(1, days // 4) - 1))
    if portion == "end":
        return span_value(add_days(end, -(max(1, days // 4) - 1)), end)
    if portion in ("first half", "second half"):
        half = add_days(start, (days + 1) // 2 - 1)
        return span_value(start, half) if portion == "first half" else span_value(add_days(half, 1), end)
    third = 10 if 28 <= days <= 31 else max(1, days // 3)
    if portion == "early":
        return span_value(start, add_days(start, third - 1))
    if portion == "late":
        return span_value(add_days(start, 2 * third), end)
    return span_value(add_days(start, third), add_days(start, 2 * third - 1))


def _years_portion(first: int, last: int, portion: Portion) -> Value:
    """Cut a decade or a century by whole years: "the early 1990s" are 1990 to 1993, "the mid-1990s" 1994 to 1996."""
    count = last - first + 1
    third, half = round(count * 0.4), count // 2
    from_year, to_year = {
        "early": (first, first + third - 1),
        "mid": (first + third, last - count // 3),
        "late": (last - count // 3 + 1, last),
        "start": (first, first),
        "end": (last, last),
        "first half": (first, first + half - 1),
        "second half": (first + half, last),
    }[portion]
    return months_value(from_year, 1, 12 * (to_year - from_year + 1))


def nth_weekday_on(anchor: date, weekday: int, direction: Literal["past", "future"]) -> date:
    """Find the nearest such weekday on or before, or on or after, the anchor."""
    if direction == "past":
        return add_days(anchor, -((anchor.weekday() - weekday) % 7))
    return add_days(anchor, (weekday - anchor.weekday()) % 7)
