"""What an actor says of what he said in the sentence before: shown with it, as it says nothing alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.compose.drafts import Draft
from briefing.compose.excerpts import is_broken
from briefing.compose.pointing import (
    answers,
    kind_pointed_at,
    leans_on,
    leans_within,
    names_a_kind,
    names_again,
    own_pronouns,
    points_back,
    stands_alone,
)
from briefing.compose.position_drafts import make_draft
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry, Roster
from briefing.compose.sentence_before import begins_with_name, content_words
from briefing.compose.terms import overlap, stem, terms_of, words_of
from briefing.models import BriefedPosition, Position, Span

#: characters of two sentences that are shown as one position
_LONGEST = 600
#: and characters of who says the second, between them
_BETWEEN = 90
#: what shares so many of its terms with what is said before says it again
_AGAIN = 0.75
#: so many positions of an actor that stand alone are enough
_ENOUGH = 2

#: verbs by which no more is told than that somebody speaks
_SAID = re.compile(r"(?:\w+ly |also )?(?:said|says?|saying|add(?:ed|s|ing)?|told|stat(?:ed|es|ing)|explain(?:ed|s|ing)?)\b", re.IGNORECASE)

_Drafted = tuple[Position, Draft[BriefedPosition]]


def join_what_was_said_before(reading: Reading, drafts: Sequence[_Drafted], roster: Roster, watch: tuple[str, ...]) -> list[_Drafted]:
    """Join what speaks of what the sentence before tells, where the same actor says that, to it; leave out what says nothing without it.

    The drafts of one document keep their order; one that is two stands where the first of the two stood.
    """
    kept: list[tuple[int, _Drafted]] = []
    for place, drafted in sorted(enumerate(drafts), key=lambda d: d[1][1].item.excerpt.spans[0].start):
        words = content_words(reading, drafted[0])
        at = next((n for n in range(len(kept) - 1, -1, -1) if _is_just_before(reading, kept[n][1], drafted)), None)
        entry = roster.find(reading.document.id, drafted[0].actor)
        joined = None
        if at is not None and entry is not None and _needs(reading, words, kept[at][1], drafted, entry):
            joined = _join(reading, kept[at][1], drafted, entry, roster, watch)
        if joined is not None and at is not None:
            kept[at] = (min(kept[at][0], place), joined)
        elif stands_alone(words, drafted[1].item.excerpt.text):
            kept.append((place, drafted))
    return [drafted for _, drafted in sorted(kept, key=lambda k: k[0])]


def without_leaning(drafts: Sequence[_Drafted], reading: Reading, roster: Roster) -> list[_Drafted]:
    """Leave out what begins with somebody or something that neither it nor what is shown before it names, where its actor says enough
    without it."""

    def leans(drafted: _Drafted) -> bool:
        words = content_words(reading, drafted[0])
        entry = roster.find(reading.document.id, drafted[0].actor)
        # a stand is taken, whatever it is on
        return (
            entry is not None
            and drafted[1].leans
            and drafted[1].item.kind == "statement"
            and (leans_on(words, own=own_pronouns(entry, quoted=drafted[1].item.quoted)) or names_a_kind(words) or answers(words))
        )

    enough = Counter(d.item.actor for p, d in drafts if not leans((p, d)))
    return [(p, d) for p, d in drafts if enough[d.item.actor] < _ENOUGH or not leans((p, d))]


def _needs(reading: Reading, words: str, before: _Drafted, drafted: _Drafted, entry: Entry) -> bool:
    """Tell whether words need those before them."""
    own = own_pronouns(entry, quoted=drafted[1].item.quoted)
    if points_back(words, own=own) or names_again(words, before[1].item.excerpt.text):
        return True
    # "Said the fee may rise … rejected it" is led by neither verb
    if drafted[1].item.kind not in ("statement", before[1].item.kind) or _is_told_by_verb(reading, before, drafted):
        return False
    if overlap(terms_of(words), terms_of(before[1].item.excerpt.text)) >= _AGAIN:
        return False
    leans = answers(words) or names_a_kind(words) or leans_within(words, own=own, begins_with_name=begins_with_name(reading, drafted[0]))
    shown = before[1].item.excerpt.spans
    return leans and _tells_kind(reading, words, Span(shown[0].start, shown[-1].end))


def _tells_kind(reading: Reading, words: str, before: Span) -> bool:
    """Tell whether a thing that words name by its kind alone can be what stands before them: "this levy" is no fee of the sentence before
    where another names a levy."""
    nouns = kind_pointed_at(words)
    if not nouns or names_a_kind(words) or nouns & {stem(w) for w in words_of(reading.slice(before))}:
        return True
    return not nouns & {stem(w) for s in reading.body if s.end <= before.start for w in words_of(reading.slice(s))}


def _is_told_by_verb(reading: Reading, before: _Drafted, drafted: _Drafted) -> bool:
    """Tell whether a verb that says more than "said" is shown with the second of two, and does not go on from the first."""
    item, cue = drafted[1].item, drafted[0].cue
    goes_on = reading.text[before[1].item.excerpt.spans[-1].end : item.excerpt.spans[0].start].strip() in ("", ",", ";")
    return not goes_on and bool(cue) and item.excerpt.spans[0].start == cue[0].start and _SAID.match(item.cue) is None


def _is_just_before(reading: Reading, before: _Drafted, drafted: _Drafted) -> bool:
    """Tell whether a position of the same actor ends in the sentence before another begins, or in its own."""
    first, second = before[1].item, drafted[1].item
    end, start = first.excerpt.spans[-1].end, second.excerpt.spans[0].start
    if first.actor != second.actor or first.via is not None or second.via is not None or end > start:
        return False
    return len(reading.sentences_at((Span(end - 1, end), Span(start, start + 1)))) <= 2


def _join(reading: Reading, before: _Drafted, behind: _Drafted, entry: Entry, roster: Roster, watch: tuple[str, ...]) -> _Drafted | None:
    """Make one of two positions, of the kind that says more; none where they are of two such kinds or too long."""
    first, second = before[1].item, behind[1].item
    kinds = {first.kind, second.kind} - {"statement"}
    if len(kinds) > 1 or len(first.excerpt.text) + len(second.excerpt.text) > _LONGEST:
        return None
    shown, quoted = reading.settled(_as_one(reading, before, behind))
    if not shown or is_broken(" ".join(reading.slice(s) for s in shown)):
        return None
    position = replace(
        before[0],
        content=(*before[0].content, *behind[0].content),
        kind=next(iter(kinds), "statement"),
        target=before[0].target or behind[0].target,
        salience=max(before[0].salience, behind[0].salience),
    )
    return position, make_draft(reading, position, entry, roster, watch, spans=shown, shown=shown, quoted=quoted)


def _as_one(reading: Reading, before: _Drafted, behind: _Drafted) -> tuple[Span, ...]:
    """The spans of both: as one with what little is between them, "rejected the claims. He said that", where neither is a quotation."""
    (*others, last), (first, *more) = before[1].item.excerpt.spans, behind[1].item.excerpt.spans
    between = reading.text[last.end : first.start]
    told = len(between) <= _BETWEEN and "\n" not in between and not (before[1].item.quoted or behind[1].item.quoted)
    if between.strip() in ("", ",", ";") or told:
        return (*others, Span(last.start, first.end), *more)
    return (*others, last, first, *more)
