"""Resolve parts of a period: its end, its early days, its second half, its third quarter, its first Monday, what is
left of it.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.nlp.temporal import values
from briefing.nlp.temporal.dates import read_dates
from briefing.nlp.temporal.new_year import read_new_year
from briefing.nlp.temporal.periods import current, read_period
from briefing.nlp.temporal.quarters import coming_quarter, read_coded
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.seasons import read_season
from briefing.nlp.temporal.shapes import ordinal_at
from briefing.nlp.temporal.values import Portion, Value
from briefing.nlp.temporal.vocabulary import DASHES, EDGES, HALVES, MONTHS, PERIODS, PORTIONS, WEEKDAYS
from briefing.nlp.temporal.years import read_decade, read_fiscal_year, read_years

#: "the end of the first week of the second half of ..." is no longer a date
_DEEPEST = 4
#: days of the units of which so many may be the first or the last of a period; months are counted by the calendar
_COUNTED = {"days": 1, "weeks": 7, "months": 0}


def read_part(reader: Reader, index: int) -> Found | None:
    """Read "the end of May", "early next year", "later this month", "the first half of 2025", "Q1 2027", "the week of
    May 3".
    """
    low = reader.tokens.low
    at = index + 1 if low[index] == "the" else index
    if low[at] in ("very", "latter"):
        at += low[at] == "very"
    word = low[at]
    if word in EDGES:
        return _edge(reader, at, article=at > index)
    if word in PORTIONS and low[at - 1] != "too" and (found := _portion(reader, at)) is not None:
        return found
    if word in ("later", "earlier"):
        return _later(reader, at)
    if word in ("rest", "remainder") and low[at + 1] == "of":
        whole = read_whole(reader, at + 2)
        return None if whole is None else Found(end=whole.end, value=_side(reader, whole.value, later=True))
    if word in PERIODS:
        return _named_unit(reader, at) or _year_end(reader, at)
    return _ordinal(reader, at) or (read_coded(reader, at) if at == index else None)


def read_whole(reader: Reader, index: int) -> Found | None:
    """Read the period that a part is of; "the month" and "year" are those of publication."""
    if reader.depth > _DEEPEST:
        return None
    reader.depth += 1
    try:
        return _read_whole(reader, index)
    finally:
        reader.depth -= 1


def _read_whole(reader: Reader, index: int) -> Found | None:
    low = reader.tokens.low
    if low[index] in PERIODS and low[index + 1] != "-":
        return _named_unit(reader, index) or current(reader, index)
    return (
        read_new_year(reader, index)
        or read_fiscal_year(reader, index)
        or read_part(reader, index)
        or read_period(reader, index, definite=True)
        or read_season(reader, index)
        or read_decade(reader, index)
        or read_dates(reader, index)
        or read_years(reader, index, forced=True)
    )


def _cut(whole: Found, portion: Portion, *, edge: bool = False) -> Found:
    value = None if whole.value is None else values.portion_value(whole.value, portion)
    return Found(end=whole.end, value=value, absolute=whole.absolute, edge=edge)


def _edge(reader: Reader, at: int, *, article: bool) -> Found | None:
    """Read "end of the month", "end-May", "end 2025" from the word for the edge on."""
    tokens = reader.tokens
    low = tokens.low
    portion = EDGES[low[at]]
    if low[at + 1] == "of":
        whole = read_whole(reader, at + 2)
        if whole is None:
            return None
        cut = _cut(whole, portion, edge=True)
        return replace(cut, value=_coming(reader, cut.value, at, cut.end)) if low[at + 2] == "the" and low[at + 3] in PERIODS else cut
    if low[at] not in ("end", "start") or article:
        return None
    nearby = at + 2 if low[at + 1] in DASHES else at + 1
    if nearby == at + 1 and not (low[nearby] in MONTHS and tokens.capital(nearby)) and reader.year(nearby) is None:
        return None
    whole = read_dates(reader, nearby) or read_years(reader, nearby, forced=True)
    if whole is None or (whole.value is not None and whole.value.grain not in ("month", "year")):
        return None
    return _cut(whole, portion, edge=True)


def _coming(reader: Reader, part: Value | None, at: int, end: int) -> Value | None:
    """Give the part of "the year", "the month" that a clause in the future can mean: the start of this year is over in October."""
    if part is None or reader.anchor is None or part.end >= reader.anchor or reader.tense(at, end) != "future":
        return part
    return values.month_value(part.start.year + 1, part.start.month) if part.grain == "month" else None


def _portion(reader: Reader, at: int) -> Found | None:
    """Read "early next year", "mid-June", "late in 2025", "mid to late March"."""
    low = reader.tokens.low
    first, at = at, _last_portion(reader, at)
    nearby = at + 2 if low[at + 1] in DASHES or low[at + 1] in ("in", "on") else at + 1
    if low[at + 1] in DASHES and low[nearby] in ("to", "and"):
        return None
    if low[at + 1] not in DASHES and low[nearby] in PERIODS:
        return None  # "early week"
    whole = read_whole(reader, nearby)
    if whole is None or (whole.value is not None and whole.value.start == whole.value.end):
        return whole if whole is not None and low[at + 1] not in DASHES else None
    cut = _cut(whole, PORTIONS[low[at]], edge=True)
    opening = _cut(whole, PORTIONS[low[first]]).value
    if cut.value is None or opening is None or not opening.start < cut.value.start:
        return cut
    return replace(cut, value=values.span_value(opening.start, cut.value.end))


def _last_portion(reader: Reader, at: int) -> int:
    """Step to the second word of "mid to late March", "early-to-mid-June"."""
    low = reader.tokens.low
    to = at + 2 if low[at + 1] in DASHES else at + 1
    other = to + 2 if low[to + 1] in DASHES else to + 1
    return other if low[to] in ("to", "or") and low[other] in PORTIONS else at


def _later(reader: Reader, at: int) -> Found | None:
    """Read "later this year", "later in May", "earlier this week": the days that are left, or gone, of the present
    period.
    """
    low = reader.tokens.low
    nearby = at + 1
    if low[nearby] == "on":
        nearby += 1
    if low[nearby] in ("in", "during"):
        nearby += 1
    whole = read_whole(reader, nearby)
    if whole is None:
        return None
    return Found(end=whole.end, value=_side(reader, whole.value, later=low[at] == "later"), absolute=whole.absolute)


def _side(reader: Reader, whole: Value | None, *, later: bool) -> Value | None:
    """Cut the period that publication falls in at that day; another is given back whole."""
    anchor = reader.anchor
    if whole is None or anchor is None or not whole.start <= anchor <= whole.end:
        return whole
    return values.span_value(anchor, whole.end) if later else values.span_value(whole.start, anchor)


def _year_end(reader: Reader, at: int) -> Found | None:
    """Read "year-end", "month-end" and "year's end"."""
    low = reader.tokens.low
    if low[at + 1] == "end" and low[at] in ("year", "month") and low[at - 1] in ("by", "before", "until", "till"):
        return _cut(Found(end=at + 2, value=current(reader, at).value), "end", edge=True)
    dashed = low[at + 1] in DASHES and reader.tokens.joined(at + 2)
    if low[at + 2] != "end" or not (dashed or reader.tokens.kind[at + 1] == "possessive"):
        return None
    if (year := read_years(reader, at + 3, forced=True)) is not None and low[at] == "year":
        return _cut(year, "end", edge=True)
    whole = current(reader, at)
    return _cut(Found(end=at + 3, value=whole.value), "end", edge=True)


def _named_unit(reader: Reader, at: int) -> Found | None:
    """Read "week of May 3", "week beginning 3 May", "month of May", "year 2024"."""
    low = reader.tokens.low
    word = low[at]
    if word == "year":
        return read_years(reader, at + 1, forced=True)
    if word == "month":
        return read_dates(reader, at + 2) if low[at + 1] == "of" else None
    opened = low[at + 1]
    if opened not in ("of", "beginning", "starting", "ending", "commencing"):
        return None
    nearby = at + 3 if low[at + 2] == "on" else at + 2
    found = read_dates(reader, nearby)
    if found is None or found.value is None or found.value.grain not in ("day", "interval"):
        return None
    day = found.value.start
    if found.value.grain == "interval":
        return found if opened == "of" and (found.value.end - day).days < 7 else None  # "the weekend of 11-12 April"
    if opened == "of":
        value = values.weekend_value(day) if word == "weekend" else values.week_value(day)
    elif opened == "ending":
        value = values.span_value(values.add_days(day, -6), day)
    else:
        value = values.span_value(day, values.add_days(day, 6))
    return Found(end=found.end, value=value, absolute=found.absolute)


def _ordinal(reader: Reader, at: int) -> Found | None:
    """Read "first half of C", "third quarter of C", "first quarter 2024", "last week of C", "first Monday in C", "last
    days of C".
    """
    tokens = reader.tokens
    low = tokens.low
    read = ordinal_at(reader, at)
    word = low[at]
    if read is None and word != "latter":
        return None
    number, behind = read or (2, at + 1)
    if low[behind] == "-":
        behind += 1
    unit = low[behind]
    of = behind + 1
    if low[of] == "(" and low[of + 1] in ("q", "h") and low[of + 3] == ")":
        of += 4  # "the second quarter (Q2) of 2027"
    elif (count := reader.number(behind)) is not None and low[count[1]] in _COUNTED and low[count[1] + 1] == "of":
        return _some_of(reader, number, count[0], count[1])
    if low[of] in ("of", "in") or (unit in ("half", "quarter") and reader.year(of) is not None):
        nearby = of + 1 if low[of] in ("of", "in") else of
    elif unit == "quarter" and number in (1, 2, 3, 4) and low[behind - 1] != "-":
        return coming_quarter(reader, at, number, of)
    else:
        return None
    if (
        unit not in ("half", "quarter", "day", "days", "week", "weekend", "fortnight", "month", "months", "year", "years", "decade")
        and unit not in WEEKDAYS
    ):
        return None
    whole = read_whole(reader, nearby)
    if whole is None:
        return None
    return Found(end=whole.end, value=_nth(whole.value, number, unit, word), absolute=whole.absolute, edge=True)


def _some_of(reader: Reader, number: int, count: int, at: int) -> Found | None:
    """Read "first ten days of April", "last three months of the year" from the unit on."""
    whole = read_whole(reader, at + 2) if number in (-1, 1) else None
    if whole is None:
        return None
    unit, value = reader.tokens.low[at], whole.value
    if value is not None and unit == "months":
        first = value.start.month if number == 1 else value.end.month - count + 1
        fits = value.grain == "year" and 0 < count <= 12
        return Found(end=whole.end, value=values.months_value(value.start.year, first, count) if fits else None, absolute=whole.absolute)
    days = count * _COUNTED[unit] - 1
    if value is None or (value.end - value.start).days < days:
        return Found(end=whole.end, value=None, absolute=whole.absolute)
    first_day = value.start if number == 1 else values.add_days(value.end, -days)
    return Found(end=whole.end, value=values.span_value(first_day, values.add_days(first_day, days)), absolute=whole.absolute, edge=True)


def _nth(whole: Value | None, number: int, unit: str, word: str) -> Value | None:
    """Pick the part of a period; None where the period has none such."""
    if whole is None:
        return None
    start, end = whole.start, whole.end
    if unit == "half":
        return values.portion_value(whole, HALVES[word]) if word in HALVES else None
    if unit == "quarter":
        if whole.grain != "year" or number not in (-1, 1, 2, 3, 4):
            return None
        return values.months_value(start.year, 3 * (4 if number == -1 else number) - 2, 3)
    if unit in ("days", "day"):
        return _days(whole, number, few=unit == "days")
    if unit in WEEKDAYS:
        if number > 0:
            day = values.add_days(values.nth_weekday_on(start, WEEKDAYS[unit], "future"), 7 * (number - 1))
        else:
            day = values.nth_weekday_on(end, WEEKDAYS[unit], "past")
        return values.day_value(day) if start <= day <= end else None
    if unit == "weekend":
        day = (
            values.add_days(values.nth_weekday_on(start, 5, "future"), 7 * (number - 1))
            if number > 0
            else values.nth_weekday_on(values.add_days(end, -1), 5, "past")
        )
        return values.span_value(day, values.add_days(day, 1)) if start <= day < end else None
    if unit == "week" and whole.grain == "month":
        first = values.add_days(start, 7 * (number - 1)) if number > 0 else values.add_days(end, -6)
        return values.span_value(first, min(values.add_days(first, 6), end)) if first <= end else None
    if unit == "fortnight" and whole.grain == "month" and number in (-1, 1, 2):
        middle = values.add_days(start, 14)
        return values.span_value(start, middle) if number == 1 else values.span_value(values.add_days(middle, 1), end)
    if unit == "month" and number in (-1, 1):
        day = end if number == -1 else start
        return values.month_value(day.year, day.month)
    return None


def _days(whole: Value, number: int, *, few: bool) -> Value | None:
    """Pick "the first day" or "the last days" (a few) of a period longer than a week."""
    if (whole.end - whole.start).days < 6:
        return None
    if not few:
        day = whole.end if number == -1 else values.add_days(whole.start, number - 1)
        return values.day_value(day) if day <= whole.end else None
    if number == 1:
        return values.span_value(whole.start, values.add_days(whole.start, 6))
    return values.span_value(values.add_days(whole.end, -6), whole.end) if number == -1 else None
