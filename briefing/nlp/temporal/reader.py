"""What every reader of dates shares: the pieces of the text, the day to count from, and the tense round an
expression.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from briefing.nlp.temporal import values
from briefing.nlp.temporal.moves import is_moved_to, is_new_date
from briefing.nlp.temporal.tense import STOPS, Tense, guess_tense
from briefing.nlp.temporal.tokens import Tokens
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import AMBIGUOUS_MONTHS, DUE, NUMBERS, OTHER_EASTERS, SOUTHERN, TITLES

TenseAt = Callable[[int], Literal["past", "future"] | None]
#: the year of a month, a day and a weekday in a clause of some tense, where a text without a date tells it
YearOf = Callable[[int, int, int | None, Tense], int | None]

#: before an event that a day names: "since the Oct. 13 debate"
_WHOSE = frozenset("the his her its their our".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What was read: the index behind its last piece, and its value, None when the days cannot be told.

    ``absolute`` marks a value that rests on no anchor, ``deadline`` one that ends an open interval. ``edge`` marks
    the end or the start of a period, so that "before the end of May" keeps May's last day where "before May" does not
    reach May.
    """

    end: int
    value: Value | None
    absolute: bool = False
    deadline: bool = False
    edge: bool = False


class Reader:
    """The pieces of one text and what is known of its time. ``tense_at`` is asked first, the words nearby after it.

    ``year_of`` is asked where there is no anchor.
    """

    def __init__(self, tokens: Tokens, *, anchor: date | None, tense_at: TenseAt | None, year_of: YearOf | None = None) -> None:
        self.tokens = tokens
        self.anchor = anchor
        self.year_of = year_of
        self._tense_at = tense_at
        #: how deep a part of a part of a period is being read
        self.depth = 0

    def leaning(self, tense: Literal["past", "future"]) -> Reader:
        """Give the same reader for a clause of that tense, whatever the caller says of the words round it."""
        _ = self.surnames  # the copy keeps what was computed, so that a long text is searched once
        other = copy(self)
        other._tense_at = lambda _offset: tense
        return other

    def told_tense(self, index: int) -> Tense:
        """Give the tense that the caller knows of, at the piece of this index; what something is moved to lies ahead in any."""
        if is_new_date(self.tokens, index, self.anchor.year if self.anchor is not None else None):
            return "future"
        if self.tokens.low[index - 1] in ("beginning", "starting") and self.tokens.low[index - 2] == ",":
            return "future"  # "declared three days of mourning, beginning Wednesday"
        return self._tense_at(self.tokens.start[index]) if self._tense_at is not None else None

    def is_moved_to(self, index: int) -> bool:
        """Tell whether the date at this index is the day, or one of the days, that something is moved to."""
        return is_moved_to(self.tokens, index, self.anchor.year if self.anchor is not None else None)

    def tense(self, index: int, end: int) -> Tense:
        """Give the tense round the pieces from ``index`` to ``end``: what the caller says, or a guess from the words
        nearby.
        """
        if self.tokens.low[index - 1] == "since" or (self.tokens.low[index - 1] in _WHOSE and self.tokens.low[index - 2] == "since"):
            return "past"  # "will meet for the first time since the Oct. 13 debate"
        told = self.told_tense(index)
        before = self.tokens.low[index - 1] if index > 1 and self.tokens.low[index - 2] not in STOPS else ""
        if told is None and before in DUE and not (before == "by" and self.tokens.kind[end] == "possessive"):
            return "future"  # what is done by, before or ahead of a day is mostly still to do
        return told or guess_tense(self.tokens, index, end)

    @cached_property
    def southern(self) -> bool:
        """Tell whether the text speaks of the southern half of the world, where summer is another time."""
        return not SOUTHERN.isdisjoint(self.tokens.low)

    @cached_property
    def keeps_other_easter(self) -> bool:
        """Tell whether the text speaks of churches, or of lands whose churches, keep another Easter than the western one."""
        return not OTHER_EASTERS.isdisjoint(self.tokens.low)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Give the months that the text also uses as a person's name: "Mrs May"."""
        low = self.tokens.low
        return frozenset(
            word
            for index, word in enumerate(low)
            if word in AMBIGUOUS_MONTHS
            and index
            and (low[index - 1] in TITLES or (low[index - 2] in TITLES and self.tokens.capital(index - 1)))
        )

    def number(self, index: int) -> tuple[int, int] | None:
        """Read a small whole number in digits or words, "45" or "twenty-one"; give it and the index behind it."""
        tokens = self.tokens
        word = tokens.low[index]
        if tokens.kind[index] == "number":
            return (int(word), index + 1) if word.isascii() and word.isdigit() and len(word) < 4 else None
        value = NUMBERS.get(word)
        if value is None:
            return None
        more = NUMBERS.get(tokens.low[index + 2], 0) if tokens.low[index + 1] == "-" else 0
        if value >= 20 and 0 < more < 10:
            return value + more, index + 3
        return value, index + 1

    def year(self, index: int) -> int | None:
        """Read a piece that is a year in four digits."""
        word = self.tokens.low[index]
        if self.tokens.kind[index] == "number" and len(word) == 4 and word.isdigit() and 1000 <= int(word) <= 2199:
            return int(word)
        return None

    def shifted(self, days: int) -> Value | None:
        """Give the day that lies so many days from the anchor."""
        return None if self.anchor is None else values.day_value(values.add_days(self.anchor, days))

    def within(self, first: int, last: int) -> Value | None:
        """Give the days from ``first`` to ``last``, counted from the anchor."""
        if self.anchor is None:
            return None
        return values.span_value(values.add_days(self.anchor, first), values.add_days(self.anchor, last))
