"""The new day that a sentence gives to what it moves, and whether that is the step of the sentence before it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from briefing.calendar_names import DAY_NAMES
from briefing.compose.awaited import Awaited
from briefing.compose.events import may_be_moved
from briefing.compose.outcomes import outcome_told, phrases
from briefing.compose.readings import Reading
from briefing.compose.step_signs import times_in
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet
from briefing.compose.terms import fold
from briefing.compose.told_days import was_to_be_on
from briefing.models import Interval, Span, TemporalExpression

#: how a sentence goes on about what the one before it named
_GOES_ON = phrases(
    r"it|its|they|their|this",
    r"the (?:vote|meeting|talks|session|hearing|debate|decision|verdict|ruling|election|summit|trial|launch|opening|signing|date|deadline)",
)
#: it may begin with a word for it
_NAMES = re.compile(r"(?:the|its|his|her|their|this) (?P<what>(?:[\w'-]+ ){1,2})(?=(?:is|are|was|were|will|would|has|have)\b)")
_TERM_ENDS = re.compile(
    r"(?:the|this|that|their|its|his|her) (?:\w+ )?(?:deadline|ultimatum|term|period|grace)\b (?:will )?(?:now )?"
    r"(?:runs? out|expires?|ends?|is|falls|lasts|runs)\b"
)
_UNTIL = re.compile(r"(?:until|till|to)\b")
_IS_TO = re.compile(r"\b(?:until|till|to) (?:the )?$")
_FROM = re.compile(r"\bfrom (?:the )?$")
_FROM_TO = re.compile(r"from (?P<old>.+?) to ")
_YEAR = 4
_THAN = re.compile(r"(?:[\w-]+ ){0,2}(?:later|earlier|sooner|longer) than\b")


def new_days(reading: Reading, place: Span, value: Interval) -> list[TemporalExpression] | None:
    """The days that a sentence gives to what was to be on some others; None where it moves what was to be on another day still.

    What it moves to the very day that is known is not moved again.
    """
    times = times_in(reading, place)
    was = [t for t in times if was_to_be_on(t, reading, place)]
    if any(_is_to_day(t, reading, value) for t in times if t not in was):
        return None
    if any(_is_another_day(t, reading, value) or (t in was and not days_meet(t.value, value)) for t in times):
        return None  # "from May 11 to May 10" is of what was to be on May 11
    # "two days later than promised" is no day
    ahead = (t for t in times if t not in was and not _THAN.match(fold(reading.text[t.span.start :][:40])))
    told = [_last_of(t, value, reading) for t in ahead]
    return [t for time in told if (t := _forward(time, reading, reading.document.published)) and not days_meet(t.value, value)]


def _is_to_day(time: TemporalExpression, reading: Reading, value: Interval) -> bool:
    """Tell whether a time is the day of a step, and what a sentence moves something to."""
    return days_meet(time.value, value) and _IS_TO.search(fold(reading.text[max(0, time.span.start - 12) : time.span.start])) is not None


def _is_another_day(time: TemporalExpression, reading: Reading, value: Interval) -> bool:
    """Tell whether a time gives the day from which something was moved, and that is not a step's: "from May 11 to May 10"."""
    before = fold(reading.text[max(0, time.span.start - 9) : time.span.start])
    if _FROM.search(before) and time.value is not None:
        return not days_meet(time.value, value)
    moved = _FROM_TO.match(fold(reading.slice(time.span)))
    old = re.findall(r"\w+", moved["old"]) if moved is not None else []
    days = (value.start, value.end)
    weekdays, numbers = [w for w in old if w in DAY_NAMES], [int(w) for w in old if w.isdigit() and len(w) < _YEAR]
    return (bool(weekdays) and not any(DAY_NAMES.index(w) == d.weekday() for w in weekdays for d in days)) or (
        bool(numbers) and not any(n == d.day for n in numbers for d in days)
    )


def gives_term(behind: str) -> bool:
    """Tell whether a sentence says when a term ends that the one before it made longer: "The deadline now runs out on Friday"."""
    return _TERM_ENDS.match(fold(behind)) is not None


def goes_on(step: Awaited, behind: str) -> bool:
    """Tell whether a sentence moves what the one before it named, and nothing of its own."""
    if outcome_told(behind) != "rescheduled" or not may_be_moved(step.item.excerpt.text, behind):
        return False
    named = _NAMES.match(fold(behind))
    return _GOES_ON.search(fold(behind)) is not None or (named is not None and bool(step.terms & step_terms(named["what"])))


def _last_of(time: TemporalExpression, value: Interval, reading: Reading) -> TemporalExpression:
    """Of "moved from Monday to Thursday" the day that it was moved to, where the first is the step's; of "extended until Thursday" the
    last, where the step's is one before."""
    stretch = time.value
    if stretch is not None and stretch.start < value.start < stretch.end and _UNTIL.match(fold(reading.text[time.span.start :][:7])):
        return replace(time, value=Interval(start=stretch.end, end=stretch.end))
    if stretch is None or stretch.start >= stretch.end or not days_meet(Interval(start=stretch.start, end=stretch.start), value):
        return time
    return replace(time, value=Interval(start=stretch.end, end=stretch.end))


def _forward(time: TemporalExpression, reading: Reading, published: date | None) -> TemporalExpression | None:
    """A time as that of a new date: after the day of the article. "Moved to Tuesday" means the next one, though the verb is past."""
    value = time.value
    if value is None or published is None or value.end > published:
        return time if value is not None else None
    before = reading.text[max(0, time.span.start - 8) : time.span.start].casefold()
    if value.start == value.end and (published - value.end).days < 7 and before.endswith(("to ", "until ", "till ", "for ")):
        return replace(time, value=Interval(start=value.start + timedelta(days=7), end=value.end + timedelta(days=7)))
    return None
