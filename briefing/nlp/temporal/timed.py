"""Read an expression without preposition: a core, and the time of day or the weekday in brackets beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefing.nlp.temporal import values
from briefing.nlp.temporal.dates import read_dates, read_day_of_month
from briefing.nlp.temporal.durations import read_distance
from briefing.nlp.temporal.holidays import read_holiday
from briefing.nlp.temporal.new_year import read_moment, read_new_year
from briefing.nlp.temporal.parts import read_part
from briefing.nlp.temporal.periods import read_period
from briefing.nlp.temporal.placed import read_placed
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.seasons import read_season
from briefing.nlp.temporal.vocabulary import DAY_PARTS, DEICTIC, MOMENTS, MONTHS, TO, WEEKDAYS, ZONES
from briefing.nlp.temporal.weekdays import read_day_word, read_weekdays
from briefing.nlp.temporal.years import read_decade, read_fiscal_year, read_years

#: a time of day with a point, which only its zone tells from any other number: "14.00 WIB"
_POINTED: Final = re.compile(r"[0-2]?\d\.[0-5]\d")
_HOURS: Final = frozenset(str(hour) for hour in range(1, 25))
_CORES: Final[tuple[Callable[[Reader, int], Found | None], ...]] = (
    read_holiday,
    read_new_year,
    read_fiscal_year,
    read_placed,
    read_part,
    read_day_word,
    read_dates,
    read_weekdays,
    read_season,
    read_period,
    read_decade,
    read_day_of_month,
    read_years,
)


def read_core(reader: Reader, index: int) -> Found | None:
    """Read an expression without preposition or time of day."""
    for read in _CORES:
        if (found := read(reader, index)) is not None:
            return found
    return read_distance(reader, index)


def read_timed(reader: Reader, index: int) -> Found | None:
    """Read a core and the time of day before or behind it: "10:00 GMT on Friday", "tomorrow at 3 p.m."."""
    low = reader.tokens.low
    if (clock := _clock(reader, index)) is not None:
        if (moment := read_moment(reader, index)) is not None:
            return moment
        at = clock + 1 if low[clock] in (",", "on", "of") else clock
        core = read_core(reader, at)
        if core is None or (core.value is not None and core.value.grain != "day"):
            return None
        return core
    core = read_core(reader, index)
    if core is None:
        return None
    core = _or_next(reader, core)
    end = core.end
    if core.value is None or core.value.grain == "day":
        if low[end] == "(" and low[end + 1] in WEEKDAYS and low[end + 2] == ")":
            end += 3  # "Sept. 19 (Monday)"
        elif low[index] in DEICTIC and low[end] == "," and low[end + 1] in WEEKDAYS and low[end + 2] in (",", "."):
            end += 2  # "tomorrow, Wednesday,"
        behind = end + 1 if low[end] == "," else end
        if low[behind] in ("at", "around", "from", "by", "before"):
            behind += 2 if low[behind + 1] in ("around", "about", "exactly") else 1
        if (clock := _clock(reader, behind)) is not None:
            end = clock
    return core if end == core.end else replace(core, end=end)


def _or_next(reader: Reader, core: Found) -> Found:
    """Read on to the time that follows at once: "late March or early April" is one stretch of both."""
    other = read_core(reader, core.end + 1) if core.value is not None and reader.tokens.low[core.end] == "or" else None
    if core.value is None or other is None or other.value is None or other.value.start != values.add_days(core.value.end, 1):
        return core
    return replace(other, value=values.span_value(core.value.start, other.value.end), absolute=core.absolute and other.absolute)


def _clock(reader: Reader, index: int) -> int | None:
    """Step over a time of day and its zone."""
    tokens = reader.tokens
    low = tokens.low
    at = index + 1
    opens = tokens.kind[index] == "time" or (tokens.kind[index] == "number" and low[index] in _HOURS and low[index - 1] == "from")
    if opens and (low[at] in TO or (low[at] == "and" and low[index - 1] == "between")) and (last := _clock(reader, at + 1)) is not None:
        return last  # "from 8 to 10 a.m."
    if tokens.kind[index] == "time" or low[index] in MOMENTS:
        pass
    elif (close := _close(reader, index)) is not None:
        return close
    elif tokens.kind[index] == "number" and low[at] == "o" and low[at + 1] in ("'", "’") and low[at + 2] == "clock":
        at += 3
    elif tokens.kind[index] == "number" and _POINTED.fullmatch(low[index]) and low[at] in ZONES and tokens.raw[at].isupper():
        pass
    elif tokens.kind[index] == "number" and low[at] in ("gmt", "utc", "hrs", "hours") and len(low[index]) == 4:
        if low[at] in ("hrs", "hours"):
            at += 1
    else:
        return None
    if low[at] == "in" and low[at + 1] == "the" and low[at + 2] in DAY_PARTS:
        return at + 3
    return _zone(reader, at)


def _close(reader: Reader, index: int) -> int | None:
    """Step over "the close of business", "the end of the day" before the day that it is of."""
    low = reader.tokens.low
    at = index + 1 if low[index] == "the" else index
    if low[at] not in ("close", "end") or low[at + 1] != "of":
        return None
    day = at + 3 if low[at + 2] == "the" else at + 2
    if low[day] not in ("business", "trading", "play", "day"):
        return None
    behind = day + 2 if low[day + 1] in ("on", ",") else day + 1
    return day + 1 if low[behind] in WEEKDAYS or low[behind] in DEICTIC or low[behind] in MONTHS else None


def _zone(reader: Reader, index: int) -> int:
    tokens = reader.tokens
    low = tokens.low
    bracket = low[index] == "("
    at = index + 1 if bracket else index
    if bracket and (tokens.kind[at] == "time" or (tokens.kind[at] == "number" and low[at + 1] in ZONES)):
        at += 1
    if low[at] in ZONES and tokens.raw[at].isupper():
        at += 3 if low[at + 1] in ("+", "-", "–") and tokens.kind[at + 2] == "number" and tokens.joined(at + 2) else 1
    elif (low[at] == "local" and low[at + 1] == "time") or (low[at + 1] == "time" and tokens.capital(at)):
        at += 2
    else:
        return index
    if bracket:
        return at + 1 if low[at] == ")" else index
    return _zone(reader, at) if low[at] == "(" else at
