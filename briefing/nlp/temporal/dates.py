"""Resolve the dates of the calendar: days, runs of days, months and runs of months, with the year told or found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from briefing.calendar_names import valid_date
from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.shapes import Shape, day_at, read_shape
from briefing.nlp.temporal.tense import Tense
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import MONTHS, TO

#: a date without a year lies this near to the day of publication, whatever the tense of the clause round it: "will
#: carry out the Sept. 10 agreement"
_NEAR_DAYS = 65
#: and one farther off than this is left alone where no tense tells the side
_DOUBTFUL_DAYS = 120
#: what is moved to a day without a year lies ahead of publication, but for one that has only just gone by
_JUST_GONE = 21
_HALF_YEAR = 183
_ISO = re.compile(r"(\d{4})[-/](\d\d?)[-/](\d\d?)")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_FUNCTION = frozenset(
    """and or but at when after before because as while where which who he she it they we i with for to in by if
    since until will would said""".split()
)


def read_dates(reader: Reader, index: int) -> Found | None:
    """Read one date or a run of dates: "3 May", "May 3-5", "31 July to 4 August 2022", "May to July", "2022-05-03"."""
    kind = reader.tokens.kind[index]
    if kind in ("iso", "numeric"):
        return _read_numeric(reader, index)
    if (read := read_shape(reader, index)) is None:
        return None
    first, end = read
    if first.last is None and (joined := _join(reader, first, end)) is not None:
        second, end = joined
        either = reader.tokens.low[end - 2] == "or" or reader.tokens.low[end - 3] == "or"
        if (value := _run(reader, first, second, index, end)) is not None or first.first is not None or either:
            return Found(end=end, value=value, absolute=_is_absolute(reader, second, end))
        return None
    if reader.anchor is None and first.year is None and reader.tokens.low[end] in ("this", "next", "last"):
        end += 2 if reader.tokens.low[end + 1] == "year" else 0  # "November next year", whichever that is
    return Found(end=end, value=resolve(reader, first, index, end), absolute=_is_absolute(reader, first, end))


def _is_absolute(reader: Reader, shape: Shape, end: int) -> bool:
    """Tell whether a shape's year stands in figures, and is not "last year"."""
    return shape.year is not None and reader.tokens.low[end - 1] != "year"


def read_day_of_month(reader: Reader, index: int) -> Found | None:
    """Read "the 3rd", "the 21st of next month": the nearest such day in the direction of the tense."""
    tokens = reader.tokens
    day = day_at(reader, index + 1 if tokens.low[index] == "the" else index)
    if day is None:
        return None
    number, end = day
    if (
        tokens.low[end] in TO
        and (last := day_at(reader, end + 1 + (tokens.low[end + 1] == "the"))) is not None
        and tokens.low[last[1]] == "of"
    ):
        return _day_of_named_month(reader, number, last[1] + 1, last=last[0])
    if tokens.low[index] != "the" or tokens.kind[index + 1] != "ordinal":
        return None
    if tokens.low[end] == "of":
        return _day_of_named_month(reader, number, end + 1)
    before = tokens.low[index - 1] if index else ""
    if before not in ("on", "by", "until", "till", "before", "from", "since") or tokens.low[end] == "-":
        return None
    if tokens.kind[end] in ("word", "number") and tokens.low[end] not in _FUNCTION:
        return None  # "on the 5th floor"
    if reader.anchor is None:
        return Found(end=end, value=None)
    direction = reader.tense(index, end) or ("future" if before in ("by", "until", "till", "before") else None)
    months = [values.month_at(reader.anchor.year, reader.anchor.month + shift) for shift in (-1, 0, 1)]
    days = [d for year, month in months if (d := valid_date(year, month, number)) is not None]
    return Found(end=end, value=_nearest_day(days, reader.anchor, direction, near=0))


def _day_of_named_month(reader: Reader, number: int, index: int, *, last: int | None = None) -> Found | None:
    tokens = reader.tokens
    index += tokens.low[index] == "the" and tokens.low[index + 1] in ("current", "coming")
    shift = {"this": 0, "current": 0, "the": 0, "next": 1, "coming": 1, "last": -1}.get(tokens.low[index])
    if shift is None or tokens.low[index + 1] != "month":
        return None
    if reader.anchor is None:
        return Found(end=index + 2, value=None)
    day = valid_date(*values.month_at(reader.anchor.year, reader.anchor.month + shift), number)
    until = day if last is None or day is None else valid_date(day.year, day.month, last)
    fits = day is not None and until is not None and until >= day
    return Found(end=index + 2, value=values.span_value(day, until) if fits and day and until else None)


def resolve(reader: Reader, shape: Shape, index: int, end: int) -> Value | None:
    """Find the days that a shape means; without a year they are the nearest, or those on the side that the tense
    tells.
    """
    if shape.year is not None:
        return _value(shape, shape.year)
    anchor = reader.anchor
    if anchor is None:
        year = _told_year(reader, shape, index, end)
        return None if year is None else _value(shape, year)
    direction = _event_tense(reader, index) if shape.attributive else reader.tense(index, end)
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    if shape.first is None:
        return _nearest_month(shape.month, anchor, direction)
    days = [d for year in years if (d := valid_date(year, shape.month, shape.first)) is not None]
    if shape.weekday is not None:
        days = [d for d in days if d.weekday() == shape.weekday]
        direction = None
    # what a verb puts ahead may be a day just gone, but hardly one of the month before
    near = _JUST_GONE if reader.is_moved_to(index) or (direction == "future" and reader.told_tense(index) == "future") else _NEAR_DAYS
    day = _nearest_day(days, anchor, direction, near=0 if shape.weekday is not None else near)
    return None if day is None else _value(shape, day.start.year)


def _event_tense(reader: Reader, index: int) -> Tense:
    """Give the tense of an event that a month names, where something is at it or ahead of it: "on the sidelines of the May summit"."""
    low = reader.tokens.low
    before = (low[index - 3], low[index - 2]) if low[index - 1] in ("the", "its", "their") else ("", "")
    if before == ("ahead", "of"):
        return "future"
    return reader.told_tense(index) if before == ("sidelines", "of") or before[1] in ("at", "during", "before") else None


def _told_year(reader: Reader, shape: Shape, index: int, end: int) -> int | None:
    """Give the year of a day in a text without a date, where the text tells it."""
    if reader.year_of is None or shape.first is None:
        return None
    return reader.year_of(shape.month, shape.first, shape.weekday, reader.tense(index, end))


def _nearest_day(days: list[date], anchor: date, direction: Tense, *, near: int) -> Value | None:
    """Choose the nearest day; where none is nearer than ``near`` days, the nearest on the side that the tense tells."""
    if not days:
        return None
    best = min(days, key=lambda d: (abs((d - anchor).days), d < anchor))
    if direction is None and near and abs((best - anchor).days) > _DOUBTFUL_DAYS:
        return None
    if direction is not None and abs((best - anchor).days) > near:
        side = [d for d in days if (d <= anchor if direction == "past" else d >= anchor)]
        best = min(side or days, key=lambda d: abs((d - anchor).days))
    return values.day_value(best)


def _nearest_month(month: int, anchor: date, direction: Tense) -> Value | None:
    ahead = (month - anchor.month) % 12
    if direction is None and 4 < ahead < 8:
        return None
    if (direction == "past" and ahead) or (direction is None and ahead > 6):
        ahead -= 12
    return values.month_value(*values.month_at(anchor.year, anchor.month + ahead))


def _value(shape: Shape, year: int) -> Value | None:
    if shape.first is None:
        return values.month_value(year, shape.month)
    start = valid_date(year, shape.month, shape.first)
    end = start if shape.last is None else valid_date(year, shape.month, shape.last)
    return None if start is None or end is None else values.span_value(start, end)


# ------------------------------------------------------------------------------------------ runs


def _join(reader: Reader, first: Shape, index: int) -> tuple[Shape, int] | None:
    """Read the "to 4 August" behind a first shape of the same kind."""
    tokens = reader.tokens
    word = tokens.low[index]
    either = word == "or" and first.first is None  # "in September or October"
    if word not in TO and not either and not (word == "and" and _is_between(reader, index)):
        return None
    at = index + 1
    if tokens.low[at] == "the" and tokens.kind[at + 1] != "ordinal":
        at += 1
    read = read_shape(reader, at)
    if read is None and first.first is None and tokens.low[at] in MONTHS and tokens.capital(at):
        return None
    if read is None or (read[0].first is None) != (first.first is None):
        return None
    return read


def _is_between(reader: Reader, index: int) -> bool:
    """Tell whether "between" opens the run that "and" stands in."""
    return "between" in reader.tokens.low[max(0, index - 7) : index]


def _run(reader: Reader, first: Shape, second: Shape, index: int, end: int) -> Value | None:
    """Resolve a run: a missing year is the other end's, or the one before it where the run crosses the new year."""
    last = replace(second, first=second.last or second.first, last=None)
    if second.year is None and first.year is not None:
        year = first.year + (_order(second) < _order(first))
        until = _value(last, year)
    else:
        until = resolve(reader, replace(last, attributive=False), index, end)
    if until is None:
        return None
    year = first.year if first.year is not None else until.start.year - (_order(second) < _order(first))
    start = _value(first, year)
    if reader.is_moved_to(index) and _is_shortly_after(first, until):
        return until  # "brought forward from May 10 to May 3"
    if start is None or start.start > until.end:
        return None
    return values.span_value(start.start, until.end)


def _is_shortly_after(shape: Shape, until: Value) -> bool:
    day = _value(shape, until.start.year)
    return day is not None and 0 < (day.start - until.start).days < _HALF_YEAR


def _order(shape: Shape) -> tuple[int, int]:
    return shape.month, shape.first or 0


def _read_numeric(reader: Reader, index: int) -> Found | None:
    """Read a date in figures; one whose day and month could change places is none."""
    text = reader.tokens.raw[index]
    end = index + 1
    if match := _ISO.match(text):
        day = valid_date(int(match[1]), int(match[2]), int(match[3]))
    elif match := _NUMERIC.match(text):
        one, two, year = int(match[1]), int(match[3]), int(match[4])
        if one != two and 1 <= one <= 12 and 1 <= two <= 12:
            return Found(end=end, value=None, absolute=True)
        day = valid_date(year, two, one) if two <= 12 else valid_date(year, one, two)
    else:
        return None
    return None if day is None else Found(end=end, value=values.day_value(day), absolute=True)
