"""Read one whole expression, with the preposition that bounds it: "by", "until", "since", "from ... to", "within"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.nlp.temporal import values
from briefing.nlp.temporal.durations import read_distance, read_given, read_within
from briefing.nlp.temporal.holidays import HOLIDAY_WORDS
from briefing.nlp.temporal.periods import current, read_period
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.tense import is_demanded, is_denied
from briefing.nlp.temporal.timed import read_timed
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
    "up": (("up", "to", "and", "including"), ("up", "until"), ("up", "till"), ("up", "to")),
    "until": (("until", "and", "including"), ("until",)),
    "till": (("till",),),
    "before": (("before",),),
    "prior": (("prior", "to"),),
    "through": (("through",),),
}
_RUNS_OUT: Final = (("is", "out"), ("is", "over"), ("is", "up"), ("runs", "out"), ("ends",), ("closes",))
_RANGES: Final = frozenset(["from", "between"])
_OVER: Final = frozenset("in over during within throughout".split())
STARTERS: Final[frozenset[str]] = frozenset[str]().union(
    _OPENERS, _RANGES, _OVER, MONTHS, WEEKDAYS, SHORT_WEEKDAYS, DEICTIC, SEASONS, DECADE_WORDS, HOLIDAY_WORDS,
    EDGES, ORDINALS, NUMBERS, FEW, THIS, NEXT, LAST, PERIODS,
    """the a an early mid late later earlier rest remainder since after fy fiscal financial academic school q h about around some noon
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
            found = _read_bounded(reader, index, index + len(opener), opener)
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
    return read_given(reader, index) or read_timed(reader, index)


# ------------------------------------------------------------------------------------------ bounds


def _read_bounded(reader: Reader, index: int, at: int, opener: tuple[str, ...]) -> Found | None:
    """Read what is to be done by, before or until a day: an interval from publication to that day."""
    low = reader.tokens.low
    at_least = (low[at], low[at + 1]) == ("at", "least")
    at += 2 if at_least else low[at] in ("around", "about", "roughly", "sometime")
    denied = opener == ("until",) and is_denied(reader.tokens, index)
    if denied or is_demanded(reader.tokens, index):
        reader = reader.leaning("future")
    core = read_timed(reader, at) or (_read_out(reader, at) if opener == ("before",) else None)
    if core is None or (opener == ("by",) and reader.tokens.kind[core.end] == "possessive"):
        return None  # "surprised by Sunday's defeat": who did it, not when
    if opener in _NOT_BEFORE or (opener == ("before",) and low[index - 1] == "not"):
        return Found(end=core.end, value=None)
    if opener[-1] in ("to", "until", "till") and reader.is_moved_to(at):
        return core  # "postponed until May 10": the day that it is put off to
    anchor = reader.anchor
    closing = opener != ("through",) and not at_least
    if core.value is None or anchor is None:
        # "by the end of 2022" is over on its last day, whenever it was written
        is_end = closing and core.edge and "end" in low[at : core.end]
        value = values.day_value(core.value.end) if is_end and core.value is not None else core.value
        if opener == ("before",) and value is not None and value.grain != "day" and not core.edge:
            # and "before 2030" when the year before is
            value = values.day_value(values.add_days(value.start, -1))
        return replace(core, deadline=closing, value=value)
    if denied:
        return core
    last = core.value.end
    if opener == ("before",) and core.value.grain != "day" and not core.edge:
        last = values.add_days(core.value.start, -1)
    if opener == ("by",) and core.value == values.weekend_value(core.value.start):
        last = core.value.start  # when it begins
    # "before midnight on Tuesday" is a moment of that day
    is_moment = reader.tokens.kind[at] == "time" or low[at] in ("noon", "midnight", "midday")
    if is_moment and low[index - 1] in ("shortly", "just", "right", "moments", "minutes"):
        return core
    if last < anchor or (core.value.end <= anchor and reader.told_tense(index) == "past"):
        is_open = opener == ("before",) and not is_moment
        return Found(end=core.end, value=None if is_open else core.value, absolute=core.absolute)
    return Found(end=core.end, value=values.span_value(anchor, last), deadline=closing)


def _read_out(reader: Reader, at: int) -> Found | None:
    """Read what stands behind "before" in "before the year is out"."""
    low = reader.tokens.low
    if low[at] != "the" or low[at + 1] not in PERIODS:
        return None
    ends = next((words for words in _RUNS_OUT if tuple(low[at + 2 : at + 2 + len(words)]) == words), None)
    return None if ends is None else Found(end=at + 2 + len(ends), value=current(reader, at + 1).value, edge=True)


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
    if core is None or (core.value is not None and core.value.start == core.value.end and tokens.kind[core.end] in ("possessive", "word")):
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
    if low[index + 1] == "now" and (low[index + 2] == "and" if low[index] == "between" else low[index + 2] in TO):
        core = read_timed(reader, index + 3)
        ahead = core is not None and core.value is not None and reader.anchor is not None and core.value.end >= reader.anchor
        value = values.span_value(reader.anchor, core.value.end) if ahead and core and core.value and reader.anchor else None
        return None if core is None else Found(end=core.end, value=value, deadline=True)
    first = read_timed(reader, index + 1)
    if first is None:
        return None
    to = first.end + (low[first.end] == "," and low[first.end + 1] in TO)  # "from Monday, June 3, to Friday, June 7"
    if (low[to] == "and") if low[index] == "between" else (low[to] in TO):
        second = read_timed(reader, to + 1)
        if second is not None:
            if WEEKDAYS.keys() & low[to + 1 : second.end] and not (NEXT | LAST | THIS | MONTHS.keys()) & set(low[to + 1 : second.end]):
                second = replace(second, value=_later_in_week(first.value, second.value))
            return Found(end=second.end, value=_hull(first.value, second.value), absolute=first.absolute and second.absolute)
    if low[index] == "between" and (first.value is None or first.value.grain in ("day", "month", "year")):
        return None
    return first


def _later_in_week(first: Value | None, second: Value | None) -> Value | None:
    """Give the weekday that a run ends on: of "from 9am on Wednesday to 5pm on Friday" the Friday behind that Wednesday."""
    if first is None or second is None or not 0 < (first.start - second.end).days < 7 or second.grain != "day":
        return second
    return values.day_value(values.add_days(second.start, 7))


def _hull(first: Value | None, second: Value | None) -> Value | None:
    if first is None or second is None or second.end < first.start:
        return None
    return values.span_value(first.start, second.end)
