"""How many were killed, hurt, missing, aboard, in the street: counts that two articles on one event give in wordings of their own.

"At least 11 people are dead" and "fourteen miners were killed" have hardly a word in common. What each counts is read from the words
right beside the figure; one document's count is its total, not those "including two children" or of another year; and two documents
are of one event where the sentences with their titles share words of it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise

from briefing.calendar_names import CALENDAR
from briefing.compose.figures import FIGURE, NUMERALS, Piece, differ, read_pieces
from briefing.compose.identity import identify
from briefing.compose.mishaps import are_two_mishaps
from briefing.compose.outcomes import phrases
from briefing.compose.readings import Reading, asked_once
from briefing.compose.terms import fold, stem, terms_of
from briefing.models import Span

#: of one day's counts of one kind, so many are compared
_COMPARED = 60
#: words of the event that two counts must share
_SHARED = 2
#: of a document's sentences so many are read
_READ = 40
#: what is counted in an article's first sentences happened now
_OPENING = 4
#: so many dead are as grave as it gets, and any at all so grave; one who was hurt counts as this part of one who died
_MANY_DEAD, _ANY_DEAD, _OF_THE_HURT = 1000, 0.2, 0.2
#: a count of what was further back than this is of another event
_LATELY = timedelta(days=7)

_BE = r"(?:(?:were|was|are|have|had|has|been|being|be|reported|confirmed|found|feared|left|now|also|already|still|later) )*"
_GAP = r"(?:[a-z'-]+ ){0,5}?"
_HEDGE = r"(?:at least |more than |about |around |some |over |nearly |almost |up to |as many as |an estimated |roughly )?$"
_DEAD = r"(?:killed|dead|died|drowned|perished|slain|lost their lives|shot dead|burned to death|deaths|fatalities)\b"
_HURT = r"(?:injured|wounded|hurt|injuries)\b"
_GONE = r"(?:missing|unaccounted for)\b"
_OUT = r"(?:evacuated|displaced|homeless|driven out|left their homes|fled their homes|lost their homes)\b"
_HELD = r"(?:arrested|detained|taken into custody|arrests)\b"
_MARCHED = r"(?:marched|took part|rallied|demonstrated|protested|took to the streets|gathered|attended)\b"
_MARCHERS = r"(?:protesters|demonstrators|marchers|participants)\b"
_TOLL = r"(?:death toll|toll|number of (?:the )?(?:dead|deaths|victims|fatalities)|the dead)"
#: what a figure counts: what may stand right behind it, and right before it
_KINDS: dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]] = {
    "the dead": (
        re.compile(rf"{_GAP}{_BE}{_DEAD}"),
        re.compile(
            rf"\b(?:killed|kills|killing|drowned|left|leaving|claimed|claiming|took|cost|costing) {_HEDGE}"
            rf"|\b{_TOLL}(?: [a-z'-]+){{0,12}}? (?:to|at|of|is|was|reached|hit|passed|exceeded) {_HEDGE}"
        ),
    ),
    "the injured": (
        re.compile(rf"{_GAP}{_BE}{_HURT}"),
        re.compile(rf"\b(?:injured|injuring|injures|wounded|wounding|wounds|hurting) {_HEDGE}"),
    ),
    "the missing": (re.compile(rf"{_GAP}{_BE}{_GONE}"), None),
    "those trapped": (re.compile(rf"{_GAP}{_BE}trapped\b"), re.compile(rf"\b(?:trapped|trapping) {_HEDGE}")),
    "those aboard": (re.compile(rf"{_GAP}{_BE}(?:aboard|on board)\b"), re.compile(rf"\bcarrying {_HEDGE}")),
    "those driven out": (re.compile(rf"{_GAP}{_BE}{_OUT}"), re.compile(rf"\b(?:evacuated|displaced|displacing|evacuating) {_HEDGE}")),
    "arrests": (re.compile(rf"{_GAP}{_BE}{_HELD}"), re.compile(rf"\b(?:arrested|arresting|detained|detaining) {_HEDGE}")),
    "the crowd": (
        re.compile(rf"(?:{_GAP}{_MARCHED}|{_MARCHERS}(?! {_BE}(?:{_HELD}|{_DEAD}|{_HURT})))"),
        re.compile(rf"\bcrowd (?:of|at) {_HEDGE}"),
    ),
    "homes without power": (
        re.compile(
            rf"(?:homes|households|customers|people|residents) (?:[a-z'-]+ ){{0,6}}?{_BE}"
            r"(?:(?:without|(?:had|have|having|with) no|lost|lose|losing) (?:power|electricity)|in the dark)\b"
        ),
        re.compile(rf"\b(?:power|electricity) (?:[a-z'-]+ ){{0,4}}?(?:to|in|for) {_HEDGE}"),
    ),
}
#: one of these stands in each sentence with a count of the dead
_FATAL = re.compile(
    r"kill|drown|\b(?:le(?:ft|aving)|claim|took|cost)|dead|death|died|perished|slain|lives|fatalit|toll|victims", re.IGNORECASE
)
#: behind a verb alone a figure of these counts nobody: "killed two years later"
_THINGS = phrases(
    r"hours?|days?|weeks?|months?|years?|minutes?|seconds?|times?|per|percent|miles?|kilomet\w+|met\w+|km|degrees|dollars?|euros?|pounds?"
    r"|dogs|cows|cattle|sheep|horses|birds|animals|goats|pigs|chickens|villages?|towns?|cities|countries|provinces|districts|states"
    r"|attacks?|blasts?|bombs?|explosions?|incidents?|buildings?|houses|places|locations|cars|vehicles|buses|trucks|ships|boats|planes"
)
#: nobody is dead in "took 9 hours" or "left 12": these want the word behind the figure as well
_LOOSE = re.compile(rf"\b(?:left|leaving|claimed|claiming|took|cost|costing) {_HEDGE}")
_LIVES = re.compile(r"(?:[a-z'-]+ ){0,2}(?:lives|dead)\b")
#: before a figure that counts nothing: a day, a class, an hour
_NO_COUNT = re.compile(rf"(?:\b(?:{'|'.join(sorted(CALENDAR))}|class|grade|aged?|number|no\.|route|line|article|section)|[:$€£/-]) $")
#: part of a count, or one on top of it
_PART_BEFORE = re.compile(r"\b(?:including|among them|another|further|additional|of whom|other|and|plus) (?:the )?" + _HEDGE)
_PART_BEHIND = phrases(r"more|others?|of|further|additional|out")
#: what is feared, denied, or long ago
_ELSE = phrases(
    r"could|(?<!\d )may(?! \d)|might|would|if|fear|fears|feared|risk|unless|no one|nobody|ever|since|last year|years ago|a year ago",
    r"last month|every year|each year|annually|per year|a year|this year|so far|previous|previously|earlier|average|decades?|century",
    r"anniversary|(?:1[5-9]|20|21)\d\d",
)
#: what something has not been like for years happened now
_UNLIKE = re.compile(r"\b(?:\w+est|worst|first|most \w+) [^,.;]*")
#: those of whom others may have been killed besides
_SOME = frozenset(
    stem(w)
    for w in """soldier troop police policeman policemen officer civilian child children woman women girl boy militant rebel fighter
    insurgent gunman gunmen terrorist foreigner tourist american attacker journalist student""".split()
)
_COUNTING = frozenset(
    stem(w)
    for w in """people person persons kill dead die died death toll injured wounded hurt missing trapped aboard board life lives least
    number say said police official officials spokesman spokeswoman report confirmed minister""".split()
)
_VOTED = phrases(r"votes?|voted|adopted|passed|approved|rejected|ballot")
#: between those for and those against
_TO = re.compile(r" ?(?:votes? )?(?:in favou?r )?(?:for )?(?:to|-|–|and|against) ?(?:the )?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """What one document gives as the number of something; ``event`` are the words of what it happened in."""

    reading: Reading
    span: Span
    figure: Piece
    #: of a vote, those against
    against: float | None
    at_least: bool
    unit: str
    is_total: bool
    event: frozenset[str]

    @property
    def value(self) -> float:
        assert isinstance(self.figure.value, float)
        return self.figure.value


def find_tallies(readings: Sequence[Reading]) -> Iterator[tuple[str, list[Count]]]:
    """What is counted and the counts that contradict one another, one for each value, of documents of one day."""
    counts: dict[tuple[date | None, str], list[Count]] = defaultdict(list)
    for reading in readings:
        for kind, count in totals(reading).items():
            counts[reading.document.published, kind].append(count)
    for (_, kind), found in counts.items():
        used: set[int] = set()
        for n, one in enumerate(found[:_COMPARED]):
            sides = {(one.figure.value, one.against): one}
            others = [(m, other) for m, other in enumerate(found[n + 1 : _COMPARED], n + 1) if n not in used and m not in used]
            others = [(m, other) for m, other in others if _is_of_one_event(one, other)]
            if not any(_contradict(a, b) for a, b in combinations((one, *(other for _, other in others)), 2)):
                continue
            # where two differ, what a third gives is shown too, though "at least 20" denies neither
            for m, other in others:
                sides.setdefault((other.figure.value, other.against), other)
                used.add(m)
            if len(sides) > 1:
                yield kind, list(sides.values())


def counted(reading: Reading, sentence: Span, figure: Span) -> str | None:
    """What a figure of a sentence counts, if it is one of the kinds that are known here."""
    found = _counts(reading, sentence, frozenset())
    return next((kind for kind, count in found if count.figure.span == figure), None)


def tells_toll(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence says how many died, now and for certain."""
    if not _FATAL.search(reading.text, sentence.start, sentence.end) or _is_elsewhere(reading, sentence):
        return False
    return any(kind == "the dead" for kind, _ in _counts(reading, sentence, frozenset()))


def totals(reading: Reading, *, most: int = _READ) -> dict[str, Count]:
    """The number that a document gives of each kind in its first sentences: what it calls the toll, else the highest."""
    found: dict[str, Count] = {}
    body = reading.body[:most]
    lead = terms_of(reading.document.title or "") | (terms_of(reading.slice(body[0])) if body else frozenset())
    for sentence in body:
        if _is_elsewhere(reading, sentence):
            continue
        event = frozenset(terms_of(reading.slice(sentence)) | lead) - _COUNTING - CALENDAR - NUMERALS
        event = frozenset(t for t in event if not t[0].isdigit())
        for kind, count in (*_counts(reading, sentence, event), *_votes(reading, sentence, event)):
            old = found.get(kind)
            if old is None or (count.is_total, count.value) > (old.is_total, old.value):
                found[kind] = count
    return found


def _is_elsewhere(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence is of what may be, or of what happened at another time."""
    if _ELSE.search(_UNLIKE.sub("", fold(reading.slice(sentence)))):
        return True
    published = reading.document.published
    times = (t.value for t in reading.analysis.times if t.value is not None and sentence.start <= t.span.start < sentence.end)
    return published is not None and any(published - value.end > _LATELY for value in times)


def _counts(reading: Reading, sentence: Span, event: frozenset[str]) -> Iterator[tuple[str, Count]]:
    text = reading.text
    for figure in filter(_is_count, read_pieces(text, sentence, reading.analysis.times)):
        before = " ".join(fold(text[sentence.start : figure.span.start]).split()) + " "
        if text[figure.span.end : figure.span.end + 1].strip(" \n,.;)") or _NO_COUNT.search(before):
            continue
        behind = " ".join(fold(text[figure.span.end : sentence.end]).split())
        if _PART_BEHIND.match(behind) or (_PART_BEFORE.search(before) and not _is_second(before)):
            continue
        for kind, (after, ahead) in _KINDS.items():
            is_ahead = ahead is not None and ahead.search(before) is not None and not _THINGS.match(behind)
            if is_ahead and _LOOSE.search(before):
                is_ahead = _LIVES.match(behind) is not None
            found = after.match(behind) if after is not None else None
            if not is_ahead and (found is None or _THINGS.match(behind)):
                continue
            words = behind.split()
            yield (
                kind,
                Count(
                    reading=reading,
                    span=sentence,
                    figure=figure,
                    against=None,
                    at_least=before.endswith("at least "),
                    unit=stem(words[0].strip(".,;:")) if words else "",
                    is_total="toll" in before or "number of" in before,
                    event=event,
                ),
            )


def _is_count(figure: Piece) -> bool:
    return (
        figure.key == FIGURE and figure.days is None and isinstance(figure.value, float) and figure.value > 1 and figure.value.is_integer()
    )


def _votes(reading: Reading, sentence: Span, event: frozenset[str]) -> Iterator[tuple[str, Count]]:
    """How many were for something and how many against: "by 112 votes to 88"."""
    text = reading.text
    if not _VOTED.search(fold(reading.slice(sentence))):
        return
    figures = [
        p
        for p in read_pieces(text, sentence, reading.analysis.times)
        if p.key == FIGURE and (p.days is None and ":" not in text[p.span.start - 1 : p.span.end + 1])
    ]
    for ayes, noes in pairwise(figures):
        between = " ".join(fold(text[ayes.span.end : noes.span.start]).split())
        if isinstance(noes.value, float) and _TO.fullmatch(f" {between} "):
            count = Count(
                reading=reading, span=sentence, figure=ayes, against=noes.value, at_least=False, unit="", is_total=True, event=event
            )
            yield "the vote", count


def _is_second(before: str) -> bool:
    """Tell whether "and" before a figure joins a count of another kind: "killed four and 31 were hurt"."""
    return before.endswith(("and ", "and at least ", "and some ", "and about ", "and a further ", "and another "))


def _is_of_one_event(one: Count, other: Count) -> bool:
    """Tell whether two outlets count one event: words of it are shared, and neither its kind nor its place differs."""
    a, b = one.reading.document.outlet, other.reading.document.outlet
    if one.reading is other.reading or (a is not None and a == b) or len(one.event & other.event) < _SHARED:
        return False
    return not _are_of_two_mishaps(one.reading, other.reading)


def _contradict(one: Count, other: Count) -> bool:
    """Tell whether two counts of one event cannot both be told without saying that they differ."""
    if not _is_of_one_event(one, other):
        return False
    if one.unit != other.unit and {one.unit, other.unit} & _SOME and not (one.is_total or other.is_total):
        return False
    if one.against is not None:
        return {one.figure.value, one.against} != {other.figure.value, other.against}
    if differ(one.figure, other.figure):
        return True
    low, high = sorted((one, other), key=lambda c: c.value)
    return low.at_least and not high.at_least and low.value < high.value


def _are_of_two_mishaps(one: Reading, other: Reading) -> bool:
    here, there = identify(one), identify(other)
    return are_two_mishaps(here.mishap, there.mishap, here.every, there.every)


@asked_once
def gravity(reading: Reading) -> float:
    """What an event cost, from 0 to 1, by the logarithm of how many died or were hurt in it."""
    lost = totals(reading, most=_OPENING)
    cost = sum(part * lost[kind].value for kind, part in (("the dead", 1.0), ("the injured", _OF_THE_HURT)) if kind in lost)
    least = _ANY_DEAD if "the dead" in lost else 0.0
    return least + (1 - least) * min(1.0, math.log1p(cost) / math.log1p(_MANY_DEAD))
