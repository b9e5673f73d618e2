"""Read one whole expression: a core, the time of day beside it, and the preposition that bounds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from briefing.nlp.temporal import values
from briefing.nlp.temporal.dates import read_dates, read_day_of_month
from briefing.nlp.temporal.durations import read_distance, read_within
from briefing.nlp.temporal.holidays import HOLIDAY_WORDS, read_holiday
from briefing.nlp.temporal.parts import read_part
from briefing.nlp.temporal.periods import read_period
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.seasons import read_season
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import (
    DAY_PARTS,
    DECADE_WORDS,
    DEICTIC,
    EDGES,
    FEW,
    LAST,
    MONTHS,
    NEXT,
    NUMBERS,
    ORDINALS,
    PERIODS,
    SEASONS,
    SHORT_WEEKDAYS,
    TERMS,
    THIS,
    TO,
    UNITS,
    WEEKDAYS,
    ZONES,
)
from briefing.nlp.temporal.weekdays import read_day_word, read_weekdays
from briefing.nlp.temporal.years import read_decade, read_fiscal_year, read_years

_CORES: Final[tuple[Callable[[Reader, int], Found | None], ...]] = (
    read_holiday,
    read_fiscal_year,
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
#: an expression is found from the word that carries its meaning; it may begin up to ``REACH`` pieces before
HEADS: Final = frozenset(
    [
        *MONTHS,
        *WEEKDAYS,
        *SHORT_WEEKDAYS,
        *UNITS,
        *DEICTIC,
        *SEASONS,
        *DECADE_WORDS,
        *HOLIDAY_WORDS,
        *DAY_PARTS,
        *TERMS,
        "fy",
        "fiscal",
        "q",
        "h",
    ]
)
HEAD_KINDS: Final = frozenset(["iso", "numeric", "decade", "ordinal"])
REACH: Final = 10
_NOT_BEFORE: Final = (
    ("no", "earlier", "than"),
    ("no", "sooner", "than"),
    ("not", "earlier", "than"),
    ("not", "before"),
)
_OPENERS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "by": (("by", "no", "later", "than"), ("by", "or", "before"), ("by",)),
    "no": (("no", "later", "than"), *_NOT_BEFORE[:2]),
    "not": (("not", "later", "than"), *_NOT_BEFORE[2:]),
    "on": (("on", "or", "before"),),
    "up": (("up", "until"), ("up", "till"), ("up", "to")),
    "until": (("until",),),
    "till": (("till",),),
    "before": (("before",),),
    "prior": (("prior", "to"),),
    "through": (("through",),),
}
_RANGES: Final = frozenset(["from", "between"])
_OVER: Final = frozenset("in over during within throughout".split())
STARTERS: Final[frozenset[str]] = frozenset[str]().union(
    _OPENERS, _RANGES, _OVER, MONTHS, WEEKDAYS, SHORT_WEEKDAYS, DEICTIC, SEASONS, DECADE_WORDS, HOLIDAY_WORDS,
    EDGES, ORDINALS, NUMBERS, FEW, THIS, NEXT, LAST, PERIODS,
    """the a an early mid late later earlier rest remainder since after fy fiscal financial q h about around some noon
    midnight midday latter final very less""".split(),
    ("'", "’", "‘"),
)  # fmt: skip
_START_KINDS: Final = frozenset(["iso", "numeric", "decade", "ordinal", "number", "time"])


def read_expression(reader: Reader, index: int) -> Found | None:
    """Read the longest expression that begins at a piece; None when none does."""
    tokens = reader.tokens
    word = tokens.low[index]
    if word not in STARTERS and tokens.kind[index] not in _START_KINDS:
        return None
    for opener in _OPENERS.get(word, ()):
        if tuple(tokens.low[index : index + len(opener)]) == opener:
            found = _read_bounded(reader, index, index + len(opener), word, opener)
            if found is not None:
                return found
    if word == "since":
        return _read_since(reader, index)
    if word == "after":
        return _read_after(reader, index)
    if word in _RANGES:
        return _read_range(reader, index)
    if word in _OVER:
        return read_within(reader, index) or _read_over(reader, index) or read_distance(reader, index)
    return read_timed(reader, index)


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
        at = clock + 1 if low[clock] in (",", "on", "of") else clock
        core = read_core(reader, at)
        if core is None or (core.value is not None and core.value.grain != "day"):
            return None
        return core
    core = read_core(reader, index)
    if core is None:
        return None
    end = core.end
    if core.value is None or core.value.grain == "day":
        if low[end] == "(" and low[end + 1] in WEEKDAYS and low[end + 2] == ")":
            end += 3  # "Sept. 19 (Monday)"
        behind = end + 1 if low[end] == "," else end
        if low[behind] in ("at", "around", "from", "by", "before"):
            behind += 2 if low[behind + 1] in ("around", "about", "exactly") else 1
        if (clock := _clock(reader, behind)) is not None:
            end = clock
    return core if end == core.end else _until(core, end)


def _until(found: Found, end: int) -> Found:
    return Found(end=end, value=found.value, absolute=found.absolute, deadline=found.deadline, edge=found.edge)


def _clock(reader: Reader, index: int) -> int | None:
    """Step over a time of day and its zone."""
    tokens = reader.tokens
    low = tokens.low
    at = index + 1
    if tokens.kind[index] == "time" or low[index] in ("noon", "midnight", "midday"):
        pass
    elif tokens.kind[index] == "number" and low[at] == "o" and low[at + 1] in ("'", "’") and low[at + 2] == "clock":
        at += 3
    elif tokens.kind[index] == "number" and low[at] in ("gmt", "utc", "hrs", "hours") and len(low[index]) == 4:
        if low[at] in ("hrs", "hours"):
            at += 1
    else:
        return None
    if low[at] == "in" and low[at + 1] == "the" and low[at + 2] in DAY_PARTS:
        return at + 3
    return _zone(reader, at)


def _zone(reader: Reader, index: int) -> int:
    tokens = reader.tokens
    low = tokens.low
    bracket = low[index] == "("
    at = index + 1 if bracket else index
    if bracket and (tokens.kind[at] == "time" or (tokens.kind[at] == "number" and low[at + 1] in ZONES)):
        at += 1
    if low[at] in ZONES and tokens.raw[at].isupper():
        at += 1
    elif (low[at] == "local" and low[at + 1] == "time") or (low[at + 1] == "time" and tokens.capital(at)):
        at += 2
    else:
        return index
    if bracket:
        return at + 1 if low[at] == ")" else index
    return _zone(reader, at) if low[at] == "(" else at


# ------------------------------------------------------------------------------------------ bounds


def _read_bounded(reader: Reader, index: int, at: int, word: str, opener: tuple[str, ...]) -> Found | None:
    """Read what is to be done by, before or until a day: an interval from publication to that day."""
    low = reader.tokens.low
    at_least = (low[at], low[at + 1]) == ("at", "least")
    at += 2 if at_least else low[at] in ("around", "about", "roughly", "sometime")
    core = read_timed(reader, at)
    if core is None:
        return None
    if opener in _NOT_BEFORE or (word == "before" and low[index - 1] == "not"):
        return Found(end=core.end, value=None)
    if word == "until" and low[index - 1] == "not":
        return core
    last = None if core.value is None else core.value.end
    if opener == ("before",) and core.value is not None and core.value.grain != "day" and not core.edge:
        last = values.add_days(core.value.start, -1)
    anchor = reader.anchor
    closing = word != "through" and not at_least
    if opener == ("up", "to") and core.value is None:
        return None
    if last is None or anchor is None:
        return Found(end=core.end, value=core.value, absolute=core.absolute, deadline=closing)
    if last < anchor or (core.value is not None and reader.told_tense(index) == "past" and core.value.end <= anchor):
        return Found(end=core.end, value=None if word == "before" else core.value, absolute=core.absolute)
    return Found(end=core.end, value=values.span_value(anchor, last), deadline=closing)


def _read_since(reader: Reader, index: int) -> Found | None:
    """Read "since 2014": from its first day to publication."""
    core = read_timed(reader, index + 1)
    if core is None:
        return None
    anchor = reader.anchor
    if core.value is None or anchor is None or core.value.start > anchor:
        return Found(end=core.end, value=None)
    return Found(end=core.end, value=values.span_value(core.value.start, anchor))


def _read_after(reader: Reader, index: int) -> Found | None:
    """Read "after May 3", whose end is open and which has no value; "after Friday's vote" is left to the day itself."""
    tokens = reader.tokens
    core = read_timed(reader, index + 1)
    if core is None or (
        core.value is not None
        and core.value.start == core.value.end
        and tokens.kind[core.end] in ("possessive", "word")
    ):
        return None
    return None if tokens.kind[core.end] in ("possessive", "word") else Found(end=core.end, value=None)


def _read_over(reader: Reader, index: int) -> Found | None:
    """Read "in the coming days", "over the next two weeks", "within the current year", preposition included."""
    low = reader.tokens.low
    within = low[index] == "within"
    at = index + 1
    if within:
        core = read_timed(reader, at)
        return None if core is None else Found(end=core.end, value=core.value, absolute=core.absolute, deadline=True)
    if low[at] == "this":
        found = read_period(reader, at)
        return found if found is not None and TERMS.intersection(low[at + 1 : found.end]) else None
    return read_period(reader, at) if low[at] == "the" and low[at + 1] in NEXT | LAST else None


def _read_range(reader: Reader, index: int) -> Found | None:
    """Read "from Monday to next Friday", "between 2015 and 2019"; "from May" alone is its beginning, the period
    itself.
    """
    tokens = reader.tokens
    low = tokens.low
    first = read_timed(reader, index + 1)
    if first is None:
        return None
    joint = low[first.end]
    if (joint == "and") if low[index] == "between" else (joint in TO):
        second = read_timed(reader, first.end + 1)
        if second is not None:
            return Found(
                end=second.end, value=_hull(first.value, second.value), absolute=first.absolute and second.absolute
            )
    if low[index] == "between" and (first.value is None or first.value.grain in ("day", "month", "year")):
        return None
    return first


def _hull(first: Value | None, second: Value | None) -> Value | None:
    if first is None or second is None or second.end < first.start:
        return None
    return values.span_value(first.start, second.end)
