"""Read days and months of the calendar as they are written, before anything is known of the year that is meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.nlp.temporal.reader import Reader
from briefing.nlp.temporal.vocabulary import (
    AMBIGUOUS_MONTHS,
    DASHES,
    DATE_PREPOSITIONS,
    MONTH_NAMES,
    MONTHS,
    ORDINALS,
    SHORT_WEEKDAYS,
    TO,
    WEEKDAYS,
)

#: behind a lone month these make a verb or a person of it
_PERSON_AFTER = frozenset("said says told has had is was did does also who himself herself added urged warned".split())
#: in front of a lone month these leave no doubt
_SURE = frozenset("in since during until till early mid late last next this".split())
_LEADING = frozenset({("by", "end"), ("before", "end"), ("until", "end"), ("now", "and"), ("now", "until"), ("now", "to")})
_NAMED_YEARS = {"this": 0, "last": -1, "next": 1}
#: what cannot begin the noun that a number counts: "on May 3 and 4 because of"
_NO_NOUN = frozenset(
    """to and of in at with for by as when on over because during after before amid despite under but if unless that which while where
    from until till near outside following against about""".split()
)
_JOINTS = frozenset(["and", "or", "to", "through", "-", "–", "/"])
_OWNERS = frozenset(["'s", "’s", "its", "their", "a"])
_NOT_NOUNS = frozenset("for on of to from and in was is will".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """A month, a day of it or some of its days in a row; ``weekday`` as written beside it, ``attributive`` as in "the
    May summit".
    """

    month: int
    first: int | None = None
    last: int | None = None
    year: int | None = None
    weekday: int | None = None
    attributive: bool = False


def read_weekday_before(reader: Reader, index: int) -> tuple[int, int] | None:
    """Read a weekday that stands before a date, with the comma, bracket or "the" between; give it and the index
    behind.
    """
    tokens = reader.tokens
    word = tokens.low[index]
    weekday = WEEKDAYS.get(word, SHORT_WEEKDAYS.get(word))
    if weekday is None or not tokens.capital(index):
        return None
    at = tokens.after_abbreviation(index + 1)
    if tokens.low[at] in (",", "("):
        at += 1
    if tokens.low[at] == "on":
        at += 1
    if tokens.low[at] == "the":
        at += 1
    return weekday, at


def read_shape(reader: Reader, index: int) -> tuple[Shape, int] | None:
    """Read "Sept. 19", "3-5 May 2022", "the 7th of May", "September 2022" or "September"; None when it is no date."""
    weekday = None
    at = index
    low = reader.tokens.low
    if low[at] in ("next", "this", "last", "coming") and (low[at + 1] in WEEKDAYS or _is_day_of_month(reader, at + 1)):
        at = index = at + 1
    if (before := read_weekday_before(reader, index)) is not None:
        weekday, at = before
    elif low[index] == "the" and (reader.tokens.kind[index + 1] == "ordinal" or low[index + 1] in ORDINALS):
        at = index + 1
    read = _day_month(reader, at) or _month_day(reader, at)
    if read is None and weekday is None:
        read = _month(reader, at)
    if read is None:
        return None
    shape, end = read
    if weekday is not None:
        if reader.tokens.low[end] == ")" and reader.tokens.low[at - 1] in ("(", "the", "on"):
            end += 1
        shape = replace(shape, weekday=weekday)
    return shape, end


def _is_day_of_month(reader: Reader, index: int) -> bool:
    """Tell whether a month stands at an index with a day behind it: "this July 23rd"."""
    return reader.tokens.low[index] in MONTHS and _month_day(reader, index) is not None


def month_at(reader: Reader, index: int) -> tuple[int, int] | None:
    """Read the name of a month and the full stop that shortens it; a small "may" is left to its neighbours to judge."""
    tokens = reader.tokens
    month = MONTHS.get(tokens.low[index])
    if month is None or tokens.kind[index] != "word":
        return None
    return month, index + 1 if tokens.low[index] in MONTH_NAMES else tokens.after_abbreviation(index + 1)


def day_at(reader: Reader, index: int) -> tuple[int, int] | None:
    """Read the number of a day, in digits with or without the letters of an ordinal."""
    tokens = reader.tokens
    word, kind = tokens.low[index], tokens.kind[index]
    if kind == "ordinal":
        number, end = int(word[:-2]), index + 1
    elif kind == "number" and len(word) < 3 and word.isdigit():
        number, end = int(word), index + 1
        if tokens.low[end] in ("st", "nd", "rd", "th"):
            end += 1
    elif word in ORDINALS and (tokens.low[index - 1], tokens.low[index + 1]) in (
        ("the", "of"),
        ("the", ","),
        ("the", "."),
    ):
        number, end = ORDINALS[word], index + 1
    else:
        return None
    return (number, end) if 1 <= number <= 31 else None


def _day_month(reader: Reader, index: int) -> tuple[Shape, int] | None:
    tokens = reader.tokens
    day = day_at(reader, index)
    if day is None or (index and tokens.joined(index) and tokens.low[index - 1] in ("$", "£", "€", "#", ".", "/", ":")):
        return None
    first, at = day
    last = None
    if (more := _second_day(reader, at, first)) is not None:
        last, at = more
    if tokens.low[at] == "of":
        at += 1
    month = month_at(reader, at)
    if month is None or not (tokens.capital(at) or (tokens.low[at] != "march" and len(tokens.low[at]) > 3)):
        return None
    if tokens.low[at] == "may" and not tokens.capital(at) and reader.year(at + 1) is None:
        return None
    weekday, at = _weekday_behind(reader, month[1])
    year, at = year_behind(reader, at)
    return Shape(month=month[0], first=first, last=last, year=year, weekday=weekday), at


def _month_day(reader: Reader, index: int) -> tuple[Shape, int] | None:
    tokens = reader.tokens
    month = month_at(reader, index)
    if month is None or not tokens.capital(index):
        return None
    at = month[1]
    if tokens.low[at] == "the":
        at += 1
    day = day_at(reader, at)
    if day is None or tokens.low[day[1]] in ("%", "percent", "per", "million", "billion"):
        return None
    first, at = day
    if tokens.low[at] in DASHES and tokens.joined(at) and tokens.small(at + 1) and tokens.low[at + 1] not in MONTHS:
        return None  # "the May 3-member panel"
    last = None
    if (more := _second_day(reader, at, first)) is not None:
        last, at = more
    weekday, at = _weekday_behind(reader, at)
    year, at = year_behind(reader, at)
    return Shape(month=month[0], first=first, last=last, year=year, weekday=weekday), at


def _weekday_behind(reader: Reader, index: int) -> tuple[int | None, int]:
    """Read the weekday in brackets behind a day: "Sept. 13 (Thursday)"."""
    low = reader.tokens.low
    weekday = WEEKDAYS.get(low[index + 1], SHORT_WEEKDAYS.get(low[index + 1]))
    if low[index] != "(" or weekday is None:
        return None, index
    end = reader.tokens.after_abbreviation(index + 2)
    return (weekday, end + 1) if low[end] == ")" else (None, index)


def _second_day(reader: Reader, index: int, first: int) -> tuple[int, int] | None:
    """Read "to 5", "-5" or "and 5" behind a day; of days joined by "and" or "or" only those that follow each other."""
    tokens = reader.tokens
    index, first = _listed_days(reader, index, first)
    word = tokens.low[index]
    if word not in TO and word not in ("and", "or", "/", "&"):
        return None
    day = day_at(reader, index + 2 if tokens.low[index + 1] == "the" and tokens.kind[index + 2] == "ordinal" else index + 1)
    between = word == "and" and "between" in tokens.low[max(0, index - 4) : index]
    if day is None or day[0] <= first or (word not in TO and not between and day[0] != first + 1):
        return None
    behind = tokens.low[day[1]]
    counts = behind in ("over", "about", "under") and tokens.kind[day[1] + 1] == "number"  # "on May 3 and 4 over 20 people"
    if word not in DASHES and tokens.small(day[1]) and (behind not in _NO_NOUN or counts):
        return None  # "from May 3 to 12 ministers"
    return day


def _listed_days(reader: Reader, index: int, first: int) -> tuple[int, int]:
    """Step over days in a row behind a day, to the "and" before the last: "29, 30 and 31"."""
    low, at, last = reader.tokens.low, index, first
    while low[at] == "," and (day := day_at(reader, at + 1)) is not None and day[0] == last + 1:
        last, at = day
    at += low[at] == "," and low[at + 1] == "and"
    return (at, last) if last > first and low[at] in ("and", "&") else (index, first)


def _month(reader: Reader, index: int) -> tuple[Shape, int] | None:
    """Read a month without a day, if its surroundings make it one."""
    tokens = reader.tokens
    month = month_at(reader, index)
    if month is None or not tokens.capital(index):
        return None
    year, end = year_behind(reader, month[1], of=True)
    if year is not None:
        return Shape(month=month[0], year=year), end
    if not _is_month_alone(reader, index):
        return None
    before = tokens.low[index - 1] if index else ""
    attributive = before not in DATE_PREPOSITIONS and (tokens.small(end) or tokens.kind[end] == "possessive")
    return Shape(month=month[0], attributive=attributive), end


def _is_month_alone(reader: Reader, index: int) -> bool:
    """Tell a month without day and year from a person, a verb or a march by the words round it."""
    tokens = reader.tokens
    word = tokens.low[index]
    before = tokens.low[index - 1] if index else ""
    behind = tokens.low[index + 1]
    if word not in MONTH_NAMES:
        return before in _SURE and (behind == "." or word != "mar")
    if word not in AMBIGUOUS_MONTHS:
        return not (tokens.capital(index + 1) and before in ("mr", "mrs", "ms", "."))
    if (
        before in _SURE
        or (tokens.low[index - 2], before) in _LEADING
        or (before in DASHES and tokens.low[index - 2] in ("mid", "end", "early", "late", "pre", "post"))
    ):
        return not tokens.raw[index].isupper() or before in ("in", "mid", "-")
    for joint, other in ((behind, index + 2), (before, index - 2)):
        if joint in _JOINTS and tokens.low[other] in MONTHS and tokens.capital(other):
            return True
    if behind in _PERSON_AFTER or (tokens.capital(index + 1) and not (before == "the" and word in ("june", "april"))):
        return False
    if before == "the" or (before in _OWNERS and word != "march"):
        return tokens.small(index + 1) and behind not in _NOT_NOUNS
    if before == "between" or word in reader.surnames:
        return False
    sure = word != "march" or before in ("by", "from", "of", "until", "till") or reader.is_moved_to(index)
    return before in DATE_PREPOSITIONS and sure


def year_behind(reader: Reader, index: int, *, of: bool = False) -> tuple[int | None, int]:
    """Read the year behind a day or a month, with the comma or "of" between them."""
    tokens = reader.tokens
    at = index
    if tokens.low[at] == "," or (of and tokens.low[at] == "of"):
        at += 1
    year = reader.year(at)
    named = at + 1 if tokens.low[at] == "of" else at
    shift = _NAMED_YEARS.get(tokens.low[named])
    if shift is not None and tokens.low[named + 1] == "year" and reader.anchor is not None:
        return reader.anchor.year + shift, named + 2  # "August last year", "May 15 of this year"
    if year is None or (at > index and tokens.low[at - 1] == "," and _counts(reader, at)):
        return None, index
    return year, at + 1


def _counts(reader: Reader, index: int) -> bool:
    """Tell whether a number behind a comma counts something: "On May 3, 2000 people marched"."""
    return reader.tokens.small(index + 1) and reader.tokens.low[index + 1] in (
        "people",
        "troops",
        "workers",
        "men",
        "protesters",
    )


def ordinal_at(reader: Reader, index: int) -> tuple[int, int] | None:
    """Read "first", "3rd" or "last" (-1)."""
    tokens = reader.tokens
    word = tokens.low[index]
    if word in ORDINALS:
        return ORDINALS[word], index + 1
    if word in ("last", "final"):
        return -1, index + 1
    if tokens.kind[index] == "ordinal":
        return int(word[:-2]), index + 1
    return None
