"""What looks back: a sentence on a day that earlier briefings covered, an article that tells again how something came about.

A day that is behind the last briefing of a story is in most of its articles of today: "the crews came home on Wednesday". It is news
only where most of what it says was never told. Words alone, in English.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from briefing.compose.readings import Reading, asked_once
from briefing.compose.terms import fold, terms_of, words_of
from briefing.models import BriefedPosition, Span, TemporalExpression

#: headlines of what is told again: "How a minister changed his mind", "Timeline: the trawler affair"
_TELLS_AGAIN = re.compile(
    r"(?:how|why|inside|the (?:inside )?story (?:of|behind)|behind the|look(?:ing)? back|(?:a |the )?(?:timeline|chronology|recap|explainer"
    r"|fact ?box|backgrounder?|profile)\b|what we know|what (?:you need to know|to know)|(?:\w+ ){1,2}(?:days?|weeks?|months?) that)\b"
    r"(?! (?:many|much|far|long|to)\b)"
)
_TELLS_AGAIN_BEHIND = re.compile(
    r"[:,–—-] (?:(?:a |the )?(?:timeline|chronology|recap|explainer|what we know|look back|what happened)\b"
    r"|(?:how|inside|(?:the )?(?:inside )?story (?:of|behind)) (?!(?:many|much|far|long|to)\b))"
)
#: what labels an article as one that brings nothing new of the day
_LABEL = re.compile(
    r"(?:profile|explainer|timeline|chronology|recap|fact ?box|backgrounder?|background|portrait|look(?:ing)? back|key (?:dates|facts))\b"
    r" ?[:|–—-]"
)
#: so many days does an account go through at least
_DAYS_TOLD = 3
#: what a sentence that begins with its day has before that
_OPENS = re.compile(r"(?:\w+ ){0,2}", re.IGNORECASE)
#: so many words of a quotation are one's own; so many terms show that two texts are of one thing
_QUOTED_LEAST, _SHARED = 4, 3
#: a plan that is told of as one of two, or as given up: "between his vow to close it and his promise to keep it open"
_PLAN = r"(?:vow|promise|pledge|plan|intention|commitment|threat|proposal|decision|refusal|bid|offer)s?"
_GIVEN_UP = (
    r"(?:dropp(?:ed|ing)|drops|abandon(?:ed|s|ing)|g(?:ave|ives?|iven|iving) up|scrapp(?:ed|ing)|scraps|br(?:oke|oken|eaks|eaking)|"
    r"(?:went|gone|going|goes) back on|backtrack(?:ed|s|ing) (?:on|from)|reneg(?:ed|es|ing) on|shelv(?:ed|es|ing)|ditch(?:ed|es|ing)|"
    r"withdr(?:ew|awn|awing|aws)|retract(?:ed|s|ing)|revers(?:ed|es|ing)|contrary to|after (?:dropping|abandoning))"
)
_TOLD_AS_PAST = re.compile(
    rf"\bbetween (?:(?:[^\s,;]+ ){{0,4}}?[^\s,;]+['’]s?|his|her|its|their|the|an?) {_PLAN} (?:to|of|that)\b"
    rf"(?:.{{0,120}}\band (?:[^\s,;]+ ){{1,4}}?{_PLAN} to)? ?$"
    rf"|\b{_GIVEN_UP} (?:[^\s,;]+ ){{0,5}}?{_PLAN} to $"
)


def tells_again(title: str) -> bool:
    """Tell whether a headline announces an account of what has happened, rather than news of it."""
    plain = fold(title)
    return _TELLS_AGAIN.match(plain) is not None or _TELLS_AGAIN_BEHIND.search(plain) is not None


def is_account(reading: Reading, last_told: date) -> bool:
    """Tell whether an article only tells over what was told: so its headline labels it, or it goes through the days from one gone by.

    Such a one opens on a day before the last that was told, names three of them at least, and nothing of a day since.
    """
    if _LABEL.match(fold(reading.document.title or "")):
        return True
    told = _days_gone_through(reading)
    return told is not None and told.opening < last_told and told.last <= last_told


class _DaysTold(NamedTuple):
    """The day gone by that an article opens on, and the last of those that it goes through."""

    opening: date
    last: date


@asked_once
def _days_gone_through(reading: Reading) -> _DaysTold | None:
    """The days that an article goes through, if it opens on one and names enough of them; asked again for each of its sentences."""
    published, body = reading.document.published, reading.body
    if published is None or not body:
        return None
    opening = [t for t in _times(reading, body[0]) if _OPENS.fullmatch(reading.text[body[0].start : t.span.start])]
    opens = min((t.value.end for t in opening if t.value is not None), default=None)
    if opens is None:
        return None
    days = {v.start for s in body for t in _times(reading, s) if (v := t.value) is not None and v.start == v.end and v.end <= published}
    return _DaysTold(opens, max(days)) if len(days) >= _DAYS_TOLD else None


def looks_back(reading: Reading, span: Span, last_told: date) -> bool:
    """Tell whether a sentence is dated to no later day than the last on which a story was told.

    In an account of what has happened ("How ...") that is every one which is not dated to a day since.
    """
    published = reading.document.published
    if published is None or published <= last_told:
        return False
    days = [t.value for t in _times(reading, span) if t.value is not None]
    if tells_again(reading.document.title or "") or is_account(reading, last_told):
        return not any(last_told < day.start <= day.end <= published for day in days)
    return bool(days) and all(day.end <= last_told for day in days)


def is_said_before(reading: Reading, position: BriefedPosition, day: date) -> bool:
    """Tell whether what somebody holds was said before a day, as its sentence dates it: "on Monday he told parliament", "said in May"."""
    return any(told < day for told in _days_of_saying(reading, position))


class Said(NamedTuple):
    """What was told as said: its day, its words between spaces, its terms."""

    day: date
    words: str
    terms: frozenset[str]


def said_before(known: Iterable[tuple[date, str]]) -> list[Said]:
    """Read what was told as said, once for all that is put beside it."""
    return [Said(day, _bare(text), terms_of(text)) for day, text in known]


def was_known(reading: Reading, position: BriefedPosition, known: Iterable[Said]) -> bool:
    """Tell whether what somebody said on a day gone by, as its sentence dates it, was told when it was said: ``known`` are their words.

    Or whether words that are in quotation marks are among those known.
    """
    published, terms, words = reading.document.published, terms_of(position.excerpt.text), _bare(position.excerpt.text)
    days = [d for d in _days_of_saying(reading, position) if published is not None and d < published]
    is_quoted = position.quoted and len(words.split()) >= _QUOTED_LEAST
    return any(
        (is_quoted and words in said.words) or (any(d <= said.day for d in days) and len(terms & said.terms) >= _SHARED) for said in known
    )


@functools.lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    """The words of a text with a space on either side of each, so that no part of a word is found in it."""
    return f" {' '.join(words_of(text))} "


def _days_of_saying(reading: Reading, position: BriefedPosition) -> Iterator[date]:
    """The last days of the times that a sentence gives for its saying."""
    for sentence in reading.sentences_at(position.excerpt.spans[:1]):
        for time in _times(reading, sentence):
            before = reading.text[sentence.start : time.span.start]
            beside = _OPENS.fullmatch(before) or re.search(rf"{re.escape(position.cue)}(?: [\w’'-]+){{0,4}} ?$", before)
            if time.value is not None and position.cue and beside:
                yield time.value.end


def is_plan_of_before(before: str) -> bool:
    """Tell whether the words of a sentence before a plan tell of it as of one that was given up, or turned into another."""
    return _TOLD_AS_PAST.search(fold(before)) is not None


def _times(reading: Reading, span: Span) -> tuple[TemporalExpression, ...]:
    starts, times = _times_in_order(reading)
    return times[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]


@asked_once
def _times_in_order(reading: Reading) -> tuple[list[int], tuple[TemporalExpression, ...]]:
    """The times of a text by where they begin."""
    times = tuple(sorted(reading.analysis.times, key=lambda t: t.span.start))
    return [t.span.start for t in times], times
