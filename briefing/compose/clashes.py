"""Days that two sources give one event: "begin on March 3, the ministry said", "begin on March 5, the union said"; what one denies.

Of days only those still to come, in documents of one day, and in much the same words: the sittings of a series are not one event, and
what is moved has had two days.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.compose.alignment import Line, lines_of
from briefing.compose.events import held_once
from briefing.compose.names import name_words
from briefing.compose.outcomes import outcome_told, phrases
from briefing.compose.polarity import contradict, denials, denied_terms
from briefing.compose.readings import Reading
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet
from briefing.compose.terms import fold, jaccard, overlap
from briefing.models import Interval, Span

#: of one day's claims, so many are compared with one another
_COMPARED = 200
#: so many sentences that deny something are held against those of so many documents
_DENYING = 50
#: a longer stretch names no day that another one could contradict
_LONGEST = timedelta(days=31)
_SHARED, _SAME, _ALIKE = 2, 0.75, 0.5
#: of an event that comes once so many words, and such a share of the shorter claim's, are enough
_OF_ONE, _SHARE_OF_ONE = 4, 0.5
#: two sentences of which one denies the other have so large a share of their words in common
_WORDING = 0.6
#: words of a series, whose sittings have days of their own
_SERIES = phrases(
    r"first|second|third|fourth|fifth|last|final|next|another|other|further|again|also|then|later|round|leg|each|every|both|respectively"
)
_ATTRIBUTED = re.compile(r",? (?:according to .*|(?:the |a )?[^,]* (?:said|says|told [^,]*|announced|confirmed))(?: on \w+)?[.”\"]*$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A sentence that says on which day something will be; ``speaker`` is whose words they are, None for the article's own."""

    reading: Reading
    span: Span
    value: Interval
    is_deadline: bool
    speaker: str | None
    text: str
    terms: frozenset[str]


def find_clashes(readings: Sequence[Reading]) -> Iterator[list[Claim]]:
    """The claims of one event that differ in its day: a list for each event, with one claim for each day."""
    by_day: dict[date | None, list[Claim]] = defaultdict(list)
    for reading in readings:
        by_day[reading.document.published].extend(_claims(reading))
    for claims in by_day.values():
        used: set[int] = set()
        for n, one in enumerate(claims[:_COMPARED]):
            if n in used:
                continue
            sides = [one]
            for m, other in enumerate(claims[n + 1 : _COMPARED], n + 1):
                if m not in used and all(_clash(side, other) for side in sides):
                    sides.append(other)
                    used.add(m)
            if len(sides) > 1:
                yield sorted(sides, key=lambda c: c.value.start)


def _claims(reading: Reading) -> Iterator[Claim]:
    """What a document says of days to come, one claim for each sentence; a sentence of several days may be of several events."""
    published = reading.document.published
    if published is None:
        return
    for sentence in reading.body:
        inside = [(t, t.value) for t in reading.analysis.times if t.value is not None and sentence.start <= t.span.start < sentence.end]
        ahead = [(t, value) for t, value in inside if value.end > published and value.end - value.start <= _LONGEST]
        if len(ahead) != 1 or outcome_told(reading.slice(sentence)) in ("rescheduled", "called off", "done"):
            continue
        ((time, value),) = ahead
        said = [p for p in reading.analysis.positions if any(s.start <= time.span.start < s.end for s in p.content)]
        text = _clause(reading, sentence, time.span.start, [p.content for p in said])
        yield Claim(
            reading=reading,
            span=sentence,
            value=value,
            is_deadline=time.deadline,
            speaker=next((p.actor for p in said if p.actor is not None), None),
            text=text,
            terms=step_terms(text),
        )


def _clause(reading: Reading, sentence: Span, at: int, contents: Sequence[tuple[Span, ...]]) -> str:
    """The shortest stretch with the day that is somebody's words or a step; the sentence, without who says it, where there is none."""
    steps = [s.what for s in reading.analysis.next_steps if any(w.start <= at < w.end for w in (*s.what, *s.when))]
    spans = min((*contents, *steps), key=lambda spans: sum(s.end - s.start for s in spans), default=None)
    return " ".join(reading.slice(s) for s in spans) if spans else _ATTRIBUTED.sub("", reading.slice(sentence))


def _clash(one: Claim, other: Claim) -> bool:
    """Tell whether two claims, by two sources, give one event two days."""
    if len(one.terms & other.terms) < _SHARED or one.is_deadline is not other.is_deadline or not _have_two_sources(one, other):
        return False
    if (one.value.end == other.value.end) if one.is_deadline else days_meet(one.value, other.value):
        return False
    shared, share = len(one.terms & other.terms), overlap(one.terms, other.terms)
    is_same = share >= _SAME and jaccard(one.terms, other.terms) >= _ALIKE
    is_same = is_same or (bool(held_once(one.text) & held_once(other.text)) and shared >= _OF_ONE and share >= _SHARE_OF_ONE)
    return is_same and not are_of_two(one.text, other.text)


def find_denials(readings: Sequence[Reading], versions: Sequence[Sequence[Reading]]) -> Iterator[tuple[Line, Line]]:
    """The sentences of two outlets of which one denies what the other affirms in the same words, of one speaker or of none.

    The documents are of one day, or of the ``versions`` of one text.
    """
    every = [*readings, *(r for group in versions for r in group if r not in readings)]
    lines = {r.document.id: lines_of(r) for r in every}
    denying = [line for r in every for line in lines[r.document.id] if any(d.is_plain for d in denials(r.slice(line.span)))]
    for line in denying[:_DENYING]:
        for other in _beside(line.reading, readings, versions)[:_DENYING]:
            twin = next((x for x in lines[other.document.id] if _is_denied(line, x)), None)
            if twin is not None and _speaker(line) == _speaker(twin):
                yield twin, line
                break


def _beside(reading: Reading, readings: Sequence[Reading], versions: Sequence[Sequence[Reading]]) -> list[Reading]:
    """The other documents of a day, and the other versions of a text, those of the same outlet aside."""
    beside = [r for r in readings if r.document.published == reading.document.published]
    beside += [r for group in versions if reading in group for r in group if r not in beside]
    outlet = reading.document.outlet
    return [r for r in beside if r is not reading and (outlet is None or r.document.outlet != outlet)]


def _is_denied(line: Line, other: Line) -> bool:
    """Tell whether two sentences of much the same words contradict each other."""
    if len(line.terms & other.terms) <= _SHARED or jaccard(line.terms, other.terms) < _WORDING:
        return False
    return contradict(line.reading.slice(line.span), other.reading.slice(other.span))


def _speaker(line: Line) -> str | None:
    """The last word of the name of whose words a sentence gives; None where it is the article's own."""
    span, positions = line.span, line.reading.analysis.positions
    said = (name_words(p.actor) for p in positions if p.actor and any(span.start <= s.start < span.end for s in p.content))
    return next((words[-1] for words in said if words), None)


def are_of_two(one: str, other: str) -> bool:
    """Tell whether two sentences with a day are of two events: sittings of a series, or one that is denied."""
    return any(_SERIES.search(fold(text)) for text in (one, other)) or denied_terms(one) != denied_terms(other)


def _have_two_sources(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are of two outlets, or of two speakers in one document."""
    if one.reading is other.reading:
        return None not in (one.speaker, other.speaker) and one.speaker != other.speaker
    return one.reading.document.outlet is None or one.reading.document.outlet != other.reading.document.outlet
