"""Calendar dates as newspapers write them, and only those that can be read in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.calendar_names import DAY_NAMES, MONTH_NAMES, valid_date

WEEKDAY = "(?:" + "|".join((*(day.title() for day in DAY_NAMES), "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun")) + r")\b\.?"
MONTH = "(?:" + "|".join((*(month.title() for month in MONTH_NAMES), r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"))
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
#: no newspaper text file that is older has a date worth trusting
EARLIEST = date(1900, 1, 1)

_WRITTEN = re.compile(
    rf"(?<![\w/.-])(?:(?P<weekday>{WEEKDAY}),?\s{{1,3}}[(]?(?:the\s)?)?(?:"
    rf"(?P<day>{_DAY})\s{{0,2}}(?:of\s)?[-\s]?(?P<month>{MONTH}),?(?:[-\s]{{1,2}}(?P<year>{_YEAR}))?"
    rf"|(?P<month2>{MONTH})\s{{0,2}}(?P<day2>{_DAY})(?:,?\s{{1,2}}(?P<year2>{_YEAR}))?"
    rf"|(?P<year3>{_YEAR})-(?P<month3>\d\d)-(?P<day3>\d\d)(?=\D|$)"
    rf"|(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?P=mark)(?P<year4>{_YEAR}))",
    re.I,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenDate:
    """A date as it stands in a text. ``year`` is None where it is not written; ``weekday`` counts from Monday as 0."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None

    def resolve(self, today: date) -> date | None:
        """Give the day; None where no year is written, no such day exists, it is to come, or the weekday differs."""
        if self.year is None:
            return None
        found = valid_date(self.year, self.month, self.day)
        if found is None or not plausible(found, today):
            return None
        return found if self.weekday in (None, found.weekday()) else None

    def latest_year(self, weekday: int, today: date) -> date | None:
        """Give the last such day before tomorrow that falls on a weekday; the two meet every 5 to 40 years."""
        for year in range(today.year, today.year - 41, -1):
            found = valid_date(year, self.month, self.day)
            if found is not None and found.weekday() == weekday and found <= today:
                return found
        return None


def plausible(found: date, today: date) -> bool:
    """Say whether a document may be of that day. East of the reader it is tomorrow already."""
    return EARLIEST <= found <= today + timedelta(days=1)


def month_number(name: str) -> int:
    """Give 1 for January and its abbreviations, and so on."""
    return next(number for number, month in enumerate(MONTH_NAMES, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def weekday_number(name: str) -> int:
    """Give 0 for Monday and its abbreviations, and so on."""
    return next(number for number, day in enumerate(DAY_NAMES) if day.startswith(name.lower().rstrip(".")[:3]))


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """Yield the dates of a stretch of text in order. A numeric day and month that could be swapped is left out."""
    for match in _WRITTEN.finditer(text, start, len(text) if end is None else end):
        read = _read(match)
        if read is not None:
            yield read


def _read(match: re.Match[str]) -> WrittenDate | None:
    group = match.groupdict()
    if group["first"]:
        first, second = int(group["first"]), int(group["second"])
        # A dot is a European's mark: the day is first. A slash is anybody's.
        if group["mark"] == "." or first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            day, month = second, first
        else:
            return None
    elif group["month3"]:
        day, month = int(group["day3"]), int(group["month3"])
    else:
        day = int(re.sub(r"\D", "", group["day"] or group["day2"]))
        month = month_number(group["month"] or group["month2"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    year = group["year"] or group["year2"] or group["year3"] or group["year4"]
    return WrittenDate(
        start=match.start(),
        end=match.end(),
        day=day,
        month=month,
        year=int(year) if year else None,
        weekday=weekday_number(group["weekday"]) if group["weekday"] else None,
    )


_ISO = re.compile(r"\s{0,20}((?:19|20)\d\d)(-?)(\d\d)\2(\d\d)(?!\d)")


def parse_date(text: str, today: date) -> date | None:
    """Read a metadata value that is one date, with or without a time; the day is as written, in the writer's zone."""
    match = _ISO.match(text)
    if match:
        found = valid_date(int(match[1]), int(match[3]), int(match[4]))
        return found if found is not None and plausible(found, today) else None
    found_all = {written.resolve(today) for written in find_dates(text[:200])}
    return found_all.pop() if len(found_all) == 1 else None
