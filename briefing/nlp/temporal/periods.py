"""Resolve weeks, months, quarters, years and seasons that are named from the day of publication: "next week", "this
spring".
"""

from __future__ import annotations

from datetime import date

from briefing.nlp.temporal import values
from briefing.nlp.temporal.reader import Found, Reader
from briefing.nlp.temporal.seasons import season_near, season_shifted
from briefing.nlp.temporal.values import Value
from briefing.nlp.temporal.vocabulary import (
    FEW,
    LAST,
    MONTH_NAMES,
    MONTHS,
    NEXT,
    PERIODS,
    SEASONS,
    TERMS,
    THIS,
    UNITS,
    Unit,
)

#: how long "the coming days" are taken to be
COMING_DAYS = 7
#: Monday, Tuesday, Wednesday
_MIDWEEK = 3
#: "the week after next", "the month before last"
_BEYOND = {("after", "next"): 2, ("before", "last"): -2}
_OVER = frozenset(["in", "over", "during", "these", "his", "her", "its", "their", "'s", "’s"])
_FISCAL = frozenset("fiscal financial academic school tax marketing crop".split())


def read_period(reader: Reader, index: int, *, definite: bool = False) -> Found | None:
    """Read "next week", "the current year", "this summer", "the coming days", "the past two months", "last May".

    ``definite`` lets a bare "the month" stand for the one of publication, as in "the end of the month".
    """
    low = reader.tokens.low
    at = index + 1 if low[index] == "the" else index
    article = at > index
    word = low[at]
    if definite and article and word in PERIODS:
        return Found(end=at + 1, value=_whole(reader, UNITS[word], 0))
    if definite and article and word in SEASONS:
        return Found(end=at + 1, value=season_near(reader, word, index, at + 1))
    if article and word in ("days", "weeks", "months", "years") and low[index - 1] in ("in", "over", "during"):
        end = at + 2 if low[at + 1] == "ahead" else at + 3 if low[at + 1 : at + 3] == ["to", "come"] else None
        if end is not None and low[end] != "of":
            return Found(end=end, value=reader.within(1, COMING_DAYS) if word == "days" else None)
    if (
        word == "weekend"
        and (article or low[index - 1] in ("by", "before"))
        and low[index - 1] in ("over", "at", "on", "for", "by", "before", "during", "through")
    ):
        return Found(end=at + 1, value=_weekend(reader, index, at + 1))
    if article and word in PERIODS and (shift := _BEYOND.get((low[at + 1], low[at + 2]), 0)):
        return Found(end=at + 3, value=_whole(reader, UNITS[word], shift))
    if word in THIS and (not article or word != "this"):
        shift = 0
    elif word in NEXT:
        shift = 1
    elif word in LAST:
        shift = -1
    else:
        return None
    at += 1
    if word == "this" and low[at] in NEXT | LAST:
        shift, at = (1 if low[at] in NEXT else -1), at + 1
    return _named(reader, index, at, shift, article=article)


def current(reader: Reader, index: int) -> Found:
    """Resolve a bare "year", as in "end of year": the one of publication."""
    return Found(end=index + 1, value=_whole(reader, UNITS[reader.tokens.low[index]], 0))


def _named(reader: Reader, index: int, at: int, shift: int, *, article: bool) -> Found | None:
    """Read what "this", "next" or "last" goes with."""
    tokens = reader.tokens
    word = tokens.low[at]
    if word in _FISCAL and tokens.low[at + 1] in ("year", "quarter", "term", "month"):
        return Found(end=at + 2, value=None)
    if word in ("calendar", "whole", "very") and tokens.low[at + 1] in UNITS:
        at, word = at + 1, tokens.low[at + 1]
    if shift == 0 and (word in TERMS or (tokens.low[at + 1] in TERMS and word in ("parliamentary", "legislative", "electoral"))):
        return _term(reader, at if word in TERMS else at + 1)
    if shift and (counted := _counted(reader, index, at, shift, article=article)) is not None:
        return counted
    if word in UNITS and not word.endswith("s") and word not in ("hour", "day", "century"):
        if shift < 0 and tokens.low[at + 1] == "of":
            return None  # "the last week of the campaign"
        return Found(end=at + 1, value=_singular(reader, index, at, shift, article=article))
    if word in SEASONS and (word != "fall" or not tokens.small(at + 1) or tokens.low[at + 1] in ("and", "to", "in", "at", "for", "when")):
        return Found(end=at + 1, value=season_shifted(reader, word, shift))
    if word in MONTHS and len(word) > 2 and tokens.capital(at):
        return Found(
            end=at + 1 if word in MONTH_NAMES else tokens.after_abbreviation(at + 1),
            value=_month(reader, MONTHS[word], shift),
        )
    return None


def _singular(reader: Reader, index: int, at: int, shift: int, *, article: bool) -> Value | None:
    """Resolve one unit: "next year" is the calendar's, but "the next year" and "the coming year" are the twelve months
    to come.
    """
    low = reader.tokens.low
    unit = UNITS[low[at]]
    rolling = article and shift and low[at - 1] in ("next", "coming", "past", "last") and unit not in ("weekend", "quarter")
    if not rolling:
        return _whole(reader, unit, shift)
    return reaching(reader, 1, unit, shift)


def _counted(reader: Reader, index: int, at: int, shift: int, *, article: bool) -> Found | None:
    """Read "two weeks", "few days", "48 hours" or "days" behind "the next" or "the past"."""
    low = reader.tokens.low
    if low[at - 1] == "last" and not article and low[at - 2] not in _OVER:
        return None  # "the trial may last two weeks"
    number = reader.number(at)
    vague = False
    if number is not None:
        count, end = number
        if low[end] in ("to", "or", "-", "–") and (more := reader.number(end + 1)) is not None and more[0] > count:
            count, end = more  # "the next two to three days"
    elif low[at] in FEW:
        vague, count, end = True, 0, at + 1
        if low[end] == "of":
            end += 1
    else:
        vague, count, end = True, 0, at
        if not low[at].endswith("s"):
            return None
    unit = UNITS.get(low[end])
    if unit is None or unit == "weekend" or (shift < 0 and article and low[end + 1] == "of"):
        return None  # "the last two weeks of April"
    past_tense = shift > 0 and reader.told_tense(index) == "past"
    if vague:
        spans = {"hour": 1, "day": COMING_DAYS}
        days = spans.get(unit)
        if days is None or past_tense:
            return Found(end=end + 1, value=None)
        first = 0 if unit == "hour" else 1
        value = reader.within(first, days) if shift > 0 else reader.within(-days, 0)
        return Found(end=end + 1, value=value)
    return Found(end=end + 1, value=None if past_tense else reaching(reader, count, unit, shift))


def reaching(reader: Reader, count: int, unit: Unit, shift: int) -> Value | None:
    """Give the days from publication to ``count`` units ahead (``shift`` 1) or back (-1)."""
    if reader.anchor is None:
        return None
    other = moved(reader, count, unit, shift)
    if other is None:
        return None
    return values.span_value(reader.anchor, other) if shift > 0 else values.span_value(other, reader.anchor)


def moved(reader: Reader, count: int, unit: Unit, shift: int) -> date | None:
    """Give the day so many units from publication; hours count by the days that they fill."""
    anchor = reader.anchor
    if anchor is None:
        return None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if months is not None:
        return values.add_months(anchor, shift * count * months)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days is not None:
        return values.add_days(anchor, shift * count * days)
    return values.add_days(anchor, shift * -(-count // 24)) if unit == "hour" else None


def _whole(reader: Reader, unit: Unit, shift: int) -> Value | None:
    """Give a whole unit of the calendar, counted from the one of publication."""
    anchor = reader.anchor
    if anchor is None:
        return None
    if unit == "week":
        return values.week_value(values.add_days(anchor, 7 * shift))
    if unit == "weekend":
        return values.weekend_value(values.add_days(anchor, 7 * shift))
    if unit == "fortnight":
        return reaching(reader, 1, "fortnight", shift) if shift else None
    if unit == "month":
        return values.month_value(*values.month_at(anchor.year, anchor.month + shift))
    if unit == "quarter":
        return values.months_value(anchor.year, (anchor.month - 1) // 3 * 3 + 1 + 3 * shift, 3)
    if unit == "year":
        return values.year_value(anchor.year + shift)
    if unit == "decade":
        first = anchor.year // 10 * 10 + 10 * shift
        return values.months_value(first, 1, 120)
    return None


def _weekend(reader: Reader, index: int, end: int) -> Value | None:
    """Resolve "the weekend": the one to come, unless the clause is in the past and it is not yet here.

    "Over the weekend" is the last one early in a week, where no verb looks ahead.
    """
    anchor = reader.anchor
    if anchor is None:
        return None
    tense, before = reader.tense(index, end), reader.tokens.low[index - 1]
    past = (tense == "past" and before not in ("by", "before")) or (tense is None and before == "over" and anchor.weekday() < _MIDWEEK)
    return _whole(reader, "weekend", -1 if past and anchor.weekday() < 5 else 0)


def _month(reader: Reader, month: int, shift: int) -> Value | None:
    anchor = reader.anchor
    if anchor is None:
        return None
    year = anchor.year
    if shift > 0:
        year += month <= anchor.month
    elif shift < 0:
        year -= month >= anchor.month
    return values.month_value(year, month)


def _term(reader: Reader, index: int) -> Found:
    """Step over "term of parliament", whose days only a calendar of that parliament knows."""
    low = reader.tokens.low
    if low[index + 1] == "of" and low[index + 2] in ("parliament", "government", "office", "congress"):
        return Found(end=index + 3, value=None)
    return Found(end=index + 1, value=None)
