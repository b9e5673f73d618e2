"""The names of days and months, in small letters and in order, and the dates that there are."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

DayName = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAY_NAMES: tuple[DayName, ...] = get_args(DayName)
MONTH_NAMES = tuple("january february march april may june july august september october november december".split())
#: all of them, which have capitals and name nobody
CALENDAR = frozenset((*DAY_NAMES, *MONTH_NAMES))


def valid_date(year: int, month: int, day: int) -> date | None:
    """Give a date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
