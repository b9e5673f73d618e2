"""The year of a day in a text without a date: told by its weekday, or by a day to come whose year is written beside it.

"Thursday, July 28" is one day in five to eleven years. What a text announces together is of one season: "on September 1, 2022 ... and on
September 8". Whatever leaves a doubt gives no year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from briefing.calendar_names import valid_date
from briefing.nlp.temporal.reader import Reader
from briefing.nlp.temporal.shapes import read_shape
from briefing.nlp.temporal.tense import Tense
from briefing.nlp.temporal.vocabulary import MONTHS

#: a day and a weekday meet again after so many years at the least, and so many years back they are looked for
_MEET_AGAIN = 5
_YEARS = 15
#: the weekday alone tells no day farther ahead than this
_AHEAD = timedelta(days=62)
#: what is told together lies no farther apart
_TOGETHER = timedelta(days=100)
#: a month stands so few pieces behind the beginning of its date
_REACH = 5


class Years:
    """What a text says of the years of its days. ``today`` is the day on which it is read."""

    def __init__(self, reader: Reader, today: date) -> None:
        tokens = reader.tokens
        self._today = today
        self._named = {year for index in range(tokens.count) if (year := reader.year(index)) is not None}
        read = list(_written(reader)) if self._named else []
        self._written = [day for day, _ in read]
        self._announced = [day for day, tense in read if tense == "future"]

    def year_of(self, month: int, day: int, weekday: int | None, tense: Tense) -> int | None:
        """Give the year of a day of a month by its weekday where one is written, else by the days announced beside it."""
        if weekday is not None:
            return self._by_weekday(month, day, weekday)
        if tense != "future":
            return None
        near = {found.year for other in self._announced if (found := _nearest(other, month, day)) is not None}
        beside = [(abs(found - other), found.year) for other in self._written if (found := _nearest(other, month, day)) is not None]
        # a day that is over may be nearer: the talks began "on March 3, 2021", and March 10 is of no law of May 2025
        return near.pop() if len(near) == 1 and min(beside)[1] in near else None

    @property
    def are_over(self) -> bool:
        """Tell whether what a text announces with its year was over long before it is read."""
        return bool(self._announced) and max(self._announced) < self._today - _TOGETHER

    def _by_weekday(self, month: int, day: int, weekday: int) -> int | None:
        newest = self._today.year + 1
        days = (d for year in range(newest, newest - _YEARS, -1) if (d := valid_date(year, month, day)) is not None)
        fitting = [d for d in days if d.weekday() == weekday]
        beside = {d.year for d in fitting if any(abs(d - other) <= _TOGETHER for other in self._written)}
        if beside or not fitting:
            return beside.pop() if len(beside) == 1 else None
        latest = fitting[0].year
        named_later = any(latest < year <= self._today.year for year in self._named)
        named_before = not self._named.isdisjoint(d.year for d in fitting[1:])
        doubtful = fitting[0] > self._today + _AHEAD or latest < self._today.year - _MEET_AGAIN
        return None if named_later or named_before or doubtful else latest


def _written(reader: Reader) -> Iterator[tuple[date, Tense]]:
    """The days of a text that are written with their year, and the tense round each."""
    tokens, done = reader.tokens, 0
    for index in range(tokens.count):
        if tokens.low[index] not in MONTHS or index < done:
            continue
        for start in range(max(done, index - _REACH), index + 1):
            read = read_shape(reader, start)
            if read is None or read[1] <= index:
                continue
            shape, done = read
            if shape.year is not None and shape.first is not None and (day := valid_date(shape.year, shape.month, shape.first)) is not None:
                yield day, reader.tense(start, done)
            break


def _nearest(other: date, month: int, day: int) -> date | None:
    days = (d for year in (other.year - 1, other.year, other.year + 1) if (d := valid_date(year, month, day)) is not None)
    return next((d for d in days if abs(d - other) <= _TOGETHER), None)
