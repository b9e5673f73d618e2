"""What an actor says of what he said in the sentence before: shown with it, as it says nothing alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.compose.drafts import Draft
from briefing.compose.excerpts import is_broken
from briefing.compose.pointing import leans_on, names_a_kind, names_again, own_pronouns, points_back, stands_alone
from briefing.compose.position_drafts import make_draft
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry, Roster
from briefing.models import BriefedPosition, Position, Span

#: characters of two sentences that are shown as one position
_LONGEST = 600
#: so many positions of an actor that stand alone are enough
_ENOUGH = 2

_Drafted = tuple[Position, Draft[BriefedPosition]]


def join_what_was_said_before(reading: Reading, drafts: Sequence[_Drafted], roster: Roster, watch: tuple[str, ...]) -> list[_Drafted]:
    """Join what points back to the sentence before, where the same actor says that, to it; leave out what says nothing without it.

    The drafts of one document keep their order; one that is two stands where the first of the two stood.
    """
    kept: list[tuple[int, _Drafted]] = []
    for place, drafted in sorted(enumerate(drafts), key=lambda d: d[1][1].item.excerpt.spans[0].start):
        words = reading.slice(drafted[0].content[0])
        at = next((n for n in range(len(kept) - 1, -1, -1) if _is_just_before(reading, kept[n][1], drafted)), None)
        entry = roster.find(reading.document.id, drafted[0].actor)
        joined = None
        if at is not None and entry is not None and _needs(words, kept[at][1], drafted, entry):
            joined = _join(reading, kept[at][1], drafted, entry, roster, watch)
        if joined is not None and at is not None:
            kept[at] = (min(kept[at][0], place), joined)
        elif stands_alone(words, drafted[1].item.excerpt.text):
            kept.append((place, drafted))
    return _without_leaning([drafted for _, drafted in sorted(kept, key=lambda k: k[0])], reading, roster)


def _without_leaning(drafts: Sequence[_Drafted], reading: Reading, roster: Roster) -> list[_Drafted]:
    """Leave out what begins with a pronoun for somebody or something that it does not name, or with "this" and its kind alone, where
    its actor says enough without it."""

    def leans(drafted: _Drafted) -> bool:
        words = reading.slice(drafted[0].content[0])
        entry = roster.find(reading.document.id, drafted[0].actor)
        # a stand is taken, whatever it is on
        return (
            entry is not None
            and drafted[1].item.kind == "statement"
            and (leans_on(words, own=own_pronouns(entry, quoted=drafted[1].item.quoted)) or names_a_kind(words))
        )

    enough = Counter(d.item.actor for p, d in drafts if not leans((p, d)))
    return [(p, d) for p, d in drafts if enough[d.item.actor] < _ENOUGH or not leans((p, d))]


def _needs(words: str, before: _Drafted, drafted: _Drafted, entry: Entry) -> bool:
    """Tell whether words need those before them."""
    return points_back(words, own=own_pronouns(entry, quoted=drafted[1].item.quoted)) or names_again(words, before[1].item.excerpt.text)


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
    shown, quoted = reading.settled((*first.excerpt.spans, *second.excerpt.spans))
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
