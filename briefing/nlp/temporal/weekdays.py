"""Resolve the days that are named from where one stands: weekdays, today and its neighbours, parts of a day."""

from __future__ import annotations

from typing import Literal

from briefing.nlp.temporal import values
from briefing.nlp.temporal.dates import read_dates
from briefing.nlp.temporal.placed import day_in_week
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import (
    DATE_PREPOSITIONS,
    DAY_PARTS,
    DEICTIC,
    LAST,
    MONTHS,
    NEXT,
    TO,
    WEEKDAY_NAMES_AFTER,
    WEEKDAY_NAMES_BEFORE,
    WEEKDAYS,
)

_Mode = Literal["bare", "this", "next", "coming", "last"]
#: "a Friday deadline" is one Friday's, "a Friday" any
_OCCASIONS = frozenset(
    """statement briefing press news interview vote meeting deadline report announcement decision ruling hearing summit
    speech session address tweet letter call release filing note attack strike raid rally debate editorial""".split()
)
#: "a man Friday", "the casual Fridays" of an office
_NICKNAMES = frozenset("man girl casual black".split())
#: a weekday with a day of the month that is not named lies so near, and such words stand behind it
_NEAR = 62
_BEHIND = frozenset("and or at in for to until till through when after before as with from while but by".split())
_HABIT = frozenset("every each any one a another alternate".split())


def read_day_word(reader: Reader, index: int) -> Found | None:
    """Read "today", "tomorrow night", "the day after tomorrow", "this morning", "last night", "later today"."""
    tokens = reader.tokens
    word = tokens.low[index]
    if word in ("later", "earlier", "late", "early") and tokens.low[index + 1] in DEICTIC:
        return read_day_word(reader, index + 1)
    if word in DEICTIC:
        if word in ("today", "tomorrow") and tokens.low[index + 1] == "week" and tokens.kind[index + 2] != "word" and index:
            return Found(end=index + 2, value=reader.shifted(7 + DEICTIC[word])) if tokens.low[index + 2] != "-" else None
        if tokens.raw[index].istitle() and tokens.capital(index + 1) and tokens.kind[index - 1] == "word":
            return None  # "the Tomorrow Group"
        if (
            tokens.raw[index].istitle()
            and tokens.kind[index + 1] == "possessive"
            and tokens.capital(index + 2)
            and tokens.low[index - 1] == "the"
        ):
            return None  # "the Tomorrow's Schools review"
        return Found(end=_day_part(reader, index + 1), value=reader.shifted(DEICTIC[word]))
    if word == "the":
        if tokens.low[index + 1] == "day" and tokens.low[index + 3] in ("tomorrow", "yesterday"):
            shift = {("after", "tomorrow"): 2, ("before", "yesterday"): -2}.get((tokens.low[index + 2], tokens.low[index + 3]))
            return None if shift is None else Found(end=index + 4, value=reader.shifted(shift))
        return None
    at = index + 2 if tokens.low[index + 1] in ("early", "late", "very") else index + 1
    if word == "this" and tokens.low[at] in ("morning", "afternoon", "evening", "lunchtime"):
        return Found(end=at + 1, value=reader.shifted(0))
    if word == "last" and tokens.low[at] in ("night", "evening"):
        return Found(end=at + 1, value=reader.shifted(-1))
    return None


def read_weekdays(reader: Reader, index: int) -> Found | None:
    """Read "Friday", "next Friday evening", "Monday and Tuesday", "Monday to Friday", "Friday week", "Friday next
    week".
    """
    tokens = reader.tokens
    at, mode = _modifier(reader, index)
    weekday = _weekday(reader, at, bare=mode == "bare")
    if weekday is None:
        return None
    end = _day_part(reader, at + 1)
    if (week := _week(reader, end)) is not None:
        shift, end = week
        return Found(end=end, value=day_in_week(reader, weekday, shift))
    if tokens.low[end] == "week" and mode == "bare" and tokens.low[end - 1] in WEEKDAYS:
        day = _resolve(reader, weekday, "coming", index, end)
        return Found(end=end + 1, value=None if day is None else values.day_value(values.add_days(day.start, 7)))
    if (dated := _dated(reader, end, weekday)) is not None:
        return dated
    if (dated := _on_day(reader, index, end, weekday)) is not None:
        return dated
    if mode == "bare" and tokens.low[end] in ("next", "last") and tokens.kind[end + 1] not in ("word", "number", "ordinal"):
        return Found(end=end + 1, value=_resolve(reader, weekday, "coming" if tokens.low[end] == "next" else "last", index, end))
    if mode in ("last", "next") and tokens.kind[index - 1] == "possessive" and tokens.low[index - 2] in MONTHS:
        return Found(end=end, value=None)  # "April's last Friday"
    if mode == "bare" and _is_of_another(reader, index, end):
        return Found(end=end, value=None)
    until = _second(reader, end, weekday)
    if until is not None and reader.is_moved_to(index):
        return Found(end=until[1], value=_moved(reader, weekday, until[0]))
    if until is not None and (week := _week(reader, until[1])) is not None:
        first = day_in_week(reader, weekday, week[0])
        length = (until[0] - weekday) % 7
        return Found(end=week[1], value=None if first is None else values.span_value(first.start, values.add_days(first.start, length)))
    value = _resolve(reader, weekday, mode, index, until[1] if until else end)
    if until is None or value is None:
        return Found(end=until[1] if until else end, value=value)
    last = values.add_days(value.start, (until[0] - weekday) % 7)
    return Found(end=until[1], value=values.span_value(value.start, last))


def _dated(reader: Reader, index: int, weekday: int) -> Found | None:
    """Read two weekdays on with the days of the month that follow them: "Saturday and Sunday, 6 and 7 March"."""
    low = reader.tokens.low
    if (low[index] != "and" and low[index] not in TO) or low[index + 1] not in WEEKDAYS or low[index + 2] != ",":
        return None
    found = read_dates(reader, index + 3)
    if found is None or found.value is None or found.value.grain != "interval":
        return None
    days = (found.value.start.weekday(), found.value.end.weekday())
    return found if days == (weekday, WEEKDAYS[low[index + 1]]) else None


def _is_of_another(reader: Reader, index: int, end: int) -> bool:
    """Tell whether a weekday is counted from what has no day here: "the Friday before the vote", "until the following Monday"."""
    low = reader.tokens.low
    if low[max(0, index - 2) : index] == ["the", "following"]:
        return reader.tokens.kind[end] != "possessive"
    return index > 0 and low[index - 1] == "the" and low[end] in ("before", "after", "following")


def _on_day(reader: Reader, index: int, end: int, weekday: int) -> Found | None:
    """Read a weekday with the day of a month that is not named: "Monday 3rd", "Thursday, the 16th"."""
    tokens = reader.tokens
    at = end + 1 if tokens.low[end] == "," and tokens.low[end + 1] == "the" else end
    at += tokens.low[at] == "the"
    if tokens.kind[at] != "ordinal" or (tokens.kind[at + 1] in ("word", "number") and tokens.low[at + 1] not in _BEHIND):
        return None
    anchor = reader.anchor
    if anchor is None:
        return Found(end=at + 1, value=None)
    number, tense = int(tokens.low[at][:-2]), reader.tense(index, at + 1)
    near = sorted((values.add_days(anchor, shift) for shift in range(-_NEAR, _NEAR + 1)), key=lambda d: abs((d - anchor).days))
    days = [d for d in near if d.day == number and d.weekday() == weekday]
    side = [d for d in days if tense is None or (d <= anchor if tense == "past" else d >= anchor)]
    return Found(end=at + 1, value=next((values.day_value(d) for d in side or days), None))


def _moved(reader: Reader, old: int, new: int) -> Value | None:
    """Resolve "moved from Tuesday to Friday": the coming Friday, and the Tuesday before it."""
    if reader.anchor is None:
        return None
    ahead = (new - reader.anchor.weekday()) % 7 or 7
    return reader.within(ahead - (new - old) % 7, ahead)


def _modifier(reader: Reader, index: int) -> tuple[int, _Mode]:
    """Read "later on", "early", "this", "next", "this coming" before a weekday."""
    low = reader.tokens.low
    at = index
    if low[at] in ("later", "earlier", "late", "early"):
        at += 2 if low[at + 1] == "on" else 1
    if low[at] == "the" and low[at + 1] in (*NEXT, *LAST):
        at += 1
    if low[at] == "this":
        if low[at + 1] in ("coming", "upcoming"):
            return at + 2, "coming"
        if low[at + 1] in LAST:
            return at + 2, "last"
        return at + 1, "this"
    if low[at] in NEXT:
        return at + 1, "next" if low[at] == "next" else "coming"
    if low[at] in LAST:
        return at + 1, "last"
    return at, "bare"


def _weekday(reader: Reader, index: int, *, bare: bool) -> int | None:
    """Read a weekday's name that is no part of another name, no habit and no plural."""
    tokens = reader.tokens
    weekday = WEEKDAYS.get(tokens.low[index])
    if weekday is None:
        return None
    before = tokens.low[index - 1] if index else ""
    behind = tokens.low[index + 1]
    if not bare:
        return weekday
    if before == "a" and behind in _OCCASIONS and tokens.capital(index):
        return weekday
    if not tokens.capital(index) or before in _HABIT or behind == "school":
        return None
    if before in WEEKDAY_NAMES_BEFORE and (tokens.capital(index - 1) or before in _NICKNAMES):
        return None  # not "will miss Saturday's match"
    if before == "." and index > 1 and tokens.low[index - 2] in WEEKDAY_NAMES_BEFORE:
        return None  # "Mr. Friday"
    if behind in WEEKDAY_NAMES_AFTER and tokens.capital(index + 1):
        return None
    if behind == "night" and tokens.low[index + 2] in ("live", "football", "lights", "fever"):
        return None
    if tokens.capital(index + 1) and behind not in DAY_PARTS and not _is_adverbial(reader, index):
        return None  # "Sunday Igboho"
    return weekday


def _is_adverbial(reader: Reader, index: int) -> bool:
    """Tell whether a weekday before a capitalised word says when, and is no given name."""
    tokens = reader.tokens
    before = tokens.low[index - 1] if index else ""
    if before in DATE_PREPOSITIONS or before in (
        "that",
        ",",
        "and",
        "late",
        "early",
        "later",
        "told",
        "said",
        "met",
        "-",
        "–",
    ):
        return True
    if tokens.low[index + 1] in MONTHS:
        return True
    return before.endswith("ed") or (index > 0 and tokens.capital(index - 1) and tokens.raw[index].isupper())


def _day_part(reader: Reader, index: int) -> int:
    """Step over "morning" and its like behind a day, with the possessive between them left to the noun that it goes
    with.
    """
    tokens = reader.tokens
    if tokens.low[index] in ("early", "late") and tokens.low[index + 1] in DAY_PARTS:
        return index + 2
    return index + 1 if tokens.low[index] in DAY_PARTS else index


def _week(reader: Reader, index: int) -> tuple[int, int] | None:
    """Read "of next week", "next week", "this week" behind a weekday: the shift in weeks and the index behind."""
    low = reader.tokens.low
    at = index + 1 if low[index] in ("of", "in") else index
    if low[at] == "the" and low[at + 1] in ("coming", "current", "past"):
        at += 1
    if low[at + 1] != "week":
        return None
    shift = {"next": 1, "coming": 1, "this": 0, "current": 0, "last": -1, "past": -1}.get(low[at])
    return None if shift is None else (shift, at + 2)


def _second(reader: Reader, index: int, first: int) -> tuple[int, int] | None:
    """Read the other weekday of "Monday and Tuesday" (in a row) or "Monday to Friday"."""
    tokens = reader.tokens
    while tokens.low[index] == "," and WEEKDAYS.get(tokens.low[index + 1]) == (first + 1) % 7 and tokens.low[index + 2] in (",", "and"):
        index, first = index + 2, (first + 1) % 7  # "Wednesday, Thursday and Friday"
    index += tokens.low[index] == "," and tokens.low[index + 1] == "and"
    word = tokens.low[index]
    if word not in TO and word not in ("and", "or", "&", "/"):
        return None
    second = WEEKDAYS.get(tokens.low[index + 1])
    if second is None or not tokens.capital(index + 1) or tokens.kind[index + 2] == "possessive":
        return None
    between = "between" in tokens.low[max(0, index - 4) : index]
    if second == first or (word not in TO and not between and (second - first) % 7 != 1):
        return None
    if tokens.low[index + 2] == "," and tokens.low[index + 3] in MONTHS:
        return None  # "Monday and Tuesday, July 5": the second has its own date
    return second, _day_part(reader, index + 2)


def _resolve(reader: Reader, weekday: int, mode: _Mode, index: int, end: int) -> Value | None:
    anchor = reader.anchor
    if anchor is None:
        return None
    ahead = (weekday - anchor.weekday()) % 7
    if mode == "next":
        return day_in_week(reader, weekday, 1)
    if mode == "coming":
        return reader.shifted(ahead or 7)
    if mode == "last":
        return reader.shifted(ahead - 7)
    if mode == "this" and reader.tense(index, end) != "past":
        return reader.shifted(ahead)
    return reader.shifted(ahead if mode == "bare" and _lies_ahead(reader, index, end) else (ahead or 7) - 7)


def _lies_ahead(reader: Reader, index: int, end: int) -> bool:
    """Tell whether a bare weekday is the next one. Where nothing says so, it is the last: most that is reported is
    past.
    """
    tokens = reader.tokens
    low = tokens.low
    before = low[index - 1] if index else ""
    if before == "least" and low[index - 2] == "at":
        before = low[index - 3]
    told = reader.told_tense(index)
    if low[index] in ("later", "earlier"):
        return low[index] == "later"
    if before == "of" and low[index - 2] == "ahead":
        return True
    if told is not None:
        return told == "future"
    if tokens.kind[end] == "possessive" and before == "after":
        return False
    direction = reader.tense(index, end)
    return direction == "future" or (direction is None and before in ("until", "till"))
