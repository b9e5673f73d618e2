"""Resolve lengths of time that are counted from the day of publication: "within two weeks", "in ten days", "three days
ago".
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.nlp.temporal import values
from briefing.nlp.temporal.periods import COMING_DAYS, moved, reaching
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.tense import STOPS
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import DEICTIC, FEW, UNITS, WEEKDAYS, Unit

_ABOUT = frozenset("about around approximately roughly nearly almost some".split())
#: "the first attack in ten years" counts backwards, "one vote in two years" counts how often
_BACKWARDS = frozenset(
    """first second third fourth fifth only worst best biggest largest highest lowest longest deadliest hottest
    strongest lows highs weakest steepest fastest slowest once twice time times more most least since""".split()
)
#: "two days a week from Sunday" is no week counted from Sunday
_OFTEN = frozenset("days nights times hours once twice shifts flights trains sessions mornings evenings".split())
#: "for two weeks today", "twice a week today" are counted on from no day
_NOT_ON = frozenset("for after per last past next previous these been".split()) | _OFTEN
_GIVES = frozenset("give gives gave given giving".split())
_HAS = frozenset({"has", "have"})
#: "has ten days to go": no term for an act
_NO_ACT = frozenset("live go run spare".split())
_WOULD = frozenset("will would can could may might must should to not never only".split())
#: a term stands so few words behind what gives it
_GIVEN = 8
_EVENT = frozenset(["of", "after", "from", "before", "following", "prior"])


def read_within(reader: Reader, index: int) -> Found | None:
    """Read "within two weeks", "within the next 30 days", "in less than a month", "within months"; ``index`` is the
    preposition.
    """
    low = reader.tokens.low
    at = index + 1
    if low[index] == "in":
        if (low[at], low[at + 1]) not in (("less", "than"), ("under", "a"), ("at", "most")):
            return None
        at += 1 if low[at] == "under" else 2
    elif low[index] != "within":
        return None
    elif low[at] == "the" and low[at + 1] in ("next", "coming"):
        at += 2
    elif low[at] == "the" and low[at + 1] in ("week", "fortnight", "month") and low[at + 2] not in ("of", "before", "after"):
        unit = UNITS[low[at + 1]]
        return Found(end=at + 2, value=None) if reader.told_tense(index) == "past" else _reach(reader, 1, unit, at + 2)
    elif low[at] == "the":
        return None
    if low[at] == "a" and low[at + 1] == "maximum" and low[at + 2] == "of":
        at += 3
    period = next((i for i in (at + 1, at + 2) if low[i] in ("period", "space", "span")), None)
    if low[at] == "a" and period is not None and low[period + 1] == "of":
        at = period + 2  # "within a short period of seven days"
    if low[at] in ("just", "only", *_ABOUT):
        at += 1
    read = _length(reader, at)
    if read is None:
        return None
    count, unit, end = read.count, read.unit, read.end
    if low[end] == "time" or (low[end] == "'" and low[end + 1] == "time"):
        end += 1 if low[end] == "time" else 2
    if low[end] in _EVENT:
        return Found(end=end, value=None) if not _from_now(reader, end) else _reach(reader, count, unit, end + 2)
    tense = reader.tense(index, end) if low[index] == "in" else reader.told_tense(index)
    if tense == "past":
        return Found(end=end, value=None)
    return _reach(reader, count, unit, end)


def _reach(reader: Reader, count: int | None, unit: Unit, end: int) -> Found:
    if count is not None:
        return Found(end=end, value=reaching(reader, count, unit, 1), deadline=True)
    days = {"hour": 1, "day": COMING_DAYS}.get(unit)
    return Found(end=end, value=None if days is None else reader.within(0, days), deadline=True)


def read_given(reader: Reader, index: int) -> Found | None:
    """Read the term that somebody is given or has: "gave the firm 90 days to comply", "has 21 days to rule"."""
    low = reader.tokens.low
    read = _length(reader, index) if index else None
    if read is None:
        return None
    to = read.end + 2 if low[read.end] in ("in", "within") and low[read.end + 1] == "which" else read.end
    if low[to] != "to" or low[to + 1] in _NO_ACT:
        return None
    has = index - 2 if low[index - 1] in ("just", "only", "another", *_ABOUT) else index - 1
    if low[has] in _HAS and low[has - 1] not in _WOULD and read.unit not in ("year", "decade", "century"):
        return _reach(reader, read.count, read.unit, read.end)
    for at in range(index - 1, max(-1, index - _GIVEN), -1):
        if low[at] in STOPS or low[at] == ",":
            return None
        if low[at] in _GIVES:
            return _reach(reader, read.count, read.unit, read.end)
    return None


def read_distance(reader: Reader, index: int) -> Found | None:
    """Read "in ten days", "in two weeks' time", "two weeks from now", "three days ago", "a week on Monday"."""
    tokens = reader.tokens
    low = tokens.low
    opened = low[index] == "in"
    at = index + 1 if opened else index
    vague = False
    while low[at] in _ABOUT or low[at] in ("just", "only", "exactly"):
        vague = vague or low[at] in _ABOUT
        at += 1
    read = _length(reader, at)
    if read is None:
        return None
    count, unit, end = read.count, read.unit, read.end
    if read.least is not None:
        return _between(reader, index, opened, read)
    if low[end] == "ago" and low[index - 1] in ("than", "over", "under"):
        return None if opened else Found(end=end + 1, value=None)
    if low[end] == "ago":
        return None if opened else Found(end=end + 1, value=_point(reader, count, unit, -1, vague=vague or unit != "day"))
    if _from_now(reader, end):
        shift = DEICTIC.get(low[end + 1], 0)
        value = _point(reader, count, unit, 1, vague=vague)
        if shift and value is not None:
            value = values.span_value(values.add_days(value.start, shift), values.add_days(value.end, shift))
        return Found(end=end + 2, value=value)
    often = low[index - 1] in _OFTEN if index else False
    if (weekday := WEEKDAYS.get(low[end + 1])) is not None and low[end] in ("on", "from") and unit in ("week", "fortnight") and not often:
        return Found(end=end + 2, value=_after_weekday(reader, weekday, (count or 0) * (7 if unit == "week" else 14)))
    if not opened:
        return _counted_on(reader, index, read)
    timed = _time_behind(reader, end)
    if timed is None and not _looks_ahead(reader, index, end):
        return None
    return Found(end=timed or end, value=_point(reader, count, unit, 1, vague=vague))


def _between(reader: Reader, index: int, opened: bool, length: _Length) -> Found | None:
    """Resolve "in two to three weeks" and "two to three weeks from now"."""
    end = length.end
    if _from_now(reader, end):
        end += 2
    elif not opened or not _looks_ahead(reader, index, end):
        return None
    first = moved(reader, length.least or 0, length.unit, 1)
    last = moved(reader, length.count or 0, length.unit, 1)
    return Found(end=end, value=None if first is None or last is None else values.span_value(first, last))


def _counted_on(reader: Reader, index: int, length: _Length) -> Found | None:
    """Resolve "opens three weeks today", "a week tomorrow"."""
    low, end = reader.tokens.low, length.end
    if low[end] not in ("today", "tomorrow") or length.unit not in ("week", "fortnight") or low[index - 1] in _NOT_ON:
        return None
    if length.count is None or reader.tokens.kind[index - 1] == "number" or reader.tense(index, end + 1) != "future":
        return None
    value = reader.shifted(length.count * (7 if length.unit == "week" else 14) + DEICTIC[low[end]])
    return Found(end=end + 1, value=value)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Length:
    """``count`` is None when it is vague, ``least`` the lower of two as in "two to three weeks"."""

    count: int | None
    unit: Unit
    end: int
    least: int | None = None


def _length(reader: Reader, index: int) -> _Length | None:
    """Read "two weeks", "two to three weeks", "a month", "a few days", "days"."""
    tokens = reader.tokens
    low = tokens.low
    number = reader.number(index)
    count: int | None = None
    least: int | None = None
    at = index
    if number is not None:
        count, at = number
        if low[at] in ("to", "or", "-", "–") and (more := reader.number(at + 1)) is not None and more[0] > count:
            least, (count, at) = count, more
    elif low[at] in ("a", "an", "another"):
        count, at = 1, at + 1
        if low[at] in FEW or (low[at] == "matter" and low[at + 1] == "of"):
            count, at = None, at + (2 if low[at + 1] == "of" else 1)
    elif low[at] in FEW:
        at += 1
    elif low[at] not in UNITS or not low[at].endswith("s"):
        return None
    if low[at] in ("working", "business", "calendar", "short", "full") and low[at + 1] in UNITS:
        if low[at] in ("working", "business"):
            count = _with_weekends(reader, count) if low[at + 1] in ("day", "days") and least is None else None
        at += 1
    half = low[at : at + 3] == ["and", "a", "half"]  # "two and a half years"
    at += 3 if half else 0
    unit = UNITS.get(low[at])
    if unit is None or unit in ("weekend", "quarter") or low[at + 1] == "old":
        return None
    if low[at + 1 : at + 4] == ["and", "a", "half"] and tokens.kind[at + 4] != "word" and not half:
        half, at = True, at + 3  # "a year and a half"
    if half:
        count, least, unit = (12 * count + 6, None, "month") if unit == "year" and count is not None else (None, None, unit)
    if tokens.kind[at + 1] == "possessive" and low[at + 2] != "time":
        return None
    return _Length(count=count, unit=unit, end=at + 1, least=None if count is None else least)


def _with_weekends(reader: Reader, count: int | None) -> int | None:
    """Give the days of the calendar that so many working days fill, Saturday and Sunday being free."""
    if count is None or count > 250 or reader.anchor is None:
        return None
    left, days = count, 0
    while left:
        days += 1
        left -= values.add_days(reader.anchor, days).weekday() < 5
    return days


def _from_now(reader: Reader, index: int) -> bool:
    low = reader.tokens.low
    return low[index] in ("from", "after") and low[index + 1] in ("now", "today", "tomorrow")


def _time_behind(reader: Reader, index: int) -> int | None:
    """Step over "time" in "two weeks' time" and "two weeks time"."""
    low = reader.tokens.low
    if low[index] in ("'", "’", "'s", "’s") and low[index + 1] == "time":
        return index + 2
    return index + 1 if low[index] == "time" else None


def _point(reader: Reader, count: int | None, unit: Unit, shift: int, *, vague: bool) -> Value | None:
    """Give the day, month or year that lies so far off, as coarse as its unit; a vague one of days or weeks is a week
    wide.
    """
    if count is None:
        return None
    day = moved(reader, count, unit, shift)
    if day is None or reader.anchor is None:
        return None
    if unit == "month":
        return values.month_value(day.year, day.month)
    if unit == "year":
        return values.year_value(day.year)
    if unit in ("decade", "century"):
        return None
    if vague and (unit != "day" or count > 6):
        return values.week_value(day)
    return values.day_value(day)


def _after_weekday(reader: Reader, weekday: int, days: int) -> Value | None:
    if reader.anchor is None:
        return None
    ahead = (weekday - reader.anchor.weekday()) % 7 or 7
    return reader.shifted(ahead + days)


def _looks_ahead(reader: Reader, index: int, end: int) -> bool:
    """Tell "opens in ten days" from "the worst in ten years" and "built in ten days"."""
    low = reader.tokens.low
    told = reader.told_tense(index)
    if told == "past" or low[end] in ("of", "or", "-"):
        return False
    if not _BACKWARDS.isdisjoint(low[max(0, index - 7) : index]):
        return False
    direction = reader.tense(index, end)
    return direction == "future" or (direction is None and low[end - 1] in ("hours", "day", "days", "week", "weeks", "fortnight", "months"))
