"""What became of an actor's position since it was last reported: repeated, sharpened, softened, reversed.

Careful before complete: a change is claimed only of one actor, on one issue, where the two texts differ in side, in figures or in
firmness, or where today's document says in so many words that somebody turned. Everything else is no change.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.compose.acquaintance import Acquaintance
from briefing.compose.drafts import Draft
from briefing.compose.memory import KnownPosition, Memory
from briefing.compose.positions import says_the_same
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry
from briefing.compose.stance import Stance, Turn, read_stance, turns_told
from briefing.compose.terms import fold, overlap, terms_of
from briefing.models import BriefedPosition, Change

#: kinds that say where somebody stands; what only reports or judges says nothing of a turn
_STANDING = ("demand", "support", "opposition", "denial", "offer", "commitment", "warning", "statement", "blame")
#: a sentence that tells what somebody held before is no new position
_LOOKS_BACK = re.compile(
    r"\b(?:had (?:\w+ )?(?:said|told|demanded|called|asked|ruled|promised|rejected|opposed|warned|insisted|wanted|vowed)"
    r"|earlier|previously|at first|initially|originally|until now|in the past|last (?:week|month|year))\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """How a position of today stands to the last one on its issue; ``turn`` is None for one that is repeated."""

    before: KnownPosition
    turn: Turn | None


class PositionRecord:
    """The positions that earlier briefings know, by actor."""

    def __init__(self, memory: Memory) -> None:
        self._acquaintance = Acquaintance(memory.actors)
        self._by_actor: dict[str, list[KnownPosition]] = defaultdict(list)
        for known in memory.positions:
            self._by_actor[known.position.actor].append(known)

    def compare(self, draft: Draft[BriefedPosition], entry: Entry, story: str | None, reading: Reading) -> Moved | None:
        """Hold a position against the last ones of its actor; None where it is about something new."""
        names = self._acquaintance.names_in_story(entry) if story is not None else self._acquaintance.names(entry)
        known = [k for n in sorted(names) for k in self._by_actor[n] if story is None or k.story == story]
        if not known:
            return None
        own = terms_of(draft.item.excerpt.text)
        same = [k for k in known if _is_repeated(draft.item, k.position, own)]
        apart = frozenset(t for n in (entry.name, *entry.aliases, draft.item.target or "") for t in terms_of(n))
        moved = None if _LOOKS_BACK.search(fold(reading.slice(draft.evidence[0].span))) else self._turn(draft, known, reading, apart)
        if moved is not None and not same:
            return moved
        return Moved(before=max(same, key=_said), turn=None) if same else None

    def _turn(self, draft: Draft[BriefedPosition], known: Sequence[KnownPosition], reading: Reading, apart: frozenset[str]) -> Moved | None:
        item = draft.item
        if item.kind not in _STANDING or item.via is not None:
            return None
        new = read_stance(item.excerpt.text, item.kind, apart=apart)
        told = _turns_around(draft, reading)
        best: tuple[float, date, Moved] | None = None
        for k in known:
            if k.position.kind not in _STANDING or k.position.via is not None or not _may_follow(item, k.position):
                continue
            old = read_stance(k.position.excerpt.text, k.position.kind, apart=apart)
            turn, weight = _judge(old, new, told, k.position, item)
            if turn is not None and (best is None or (weight, _said(k)) > best[:2]):
                best = (weight, _said(k), Moved(before=k, turn=turn))
        return best[2] if best is not None else None


def _said(known: KnownPosition) -> date:
    return known.position.said_on or known.last_seen


def _may_follow(new: BriefedPosition, old: BriefedPosition) -> bool:
    if new.target and old.target and terms_of(new.target).isdisjoint(terms_of(old.target)):
        return False
    return new.said_on is None or old.said_on is None or new.said_on > old.said_on


def _is_repeated(new: BriefedPosition, old: BriefedPosition, terms: frozenset[str]) -> bool:
    theirs = terms_of(old.excerpt.text)
    if says_the_same(terms, theirs):
        a, b = read_stance(new.excerpt.text, new.kind), read_stance(old.excerpt.text, old.kind)
        return a.side * b.side >= 0 and a.figures == b.figures
    return False


def _turns_around(draft: Draft[BriefedPosition], reading: Reading) -> frozenset[Turn]:
    """The turns told of in the sentences of a position, those beside them, and the title."""
    span = draft.evidence[0].span
    before = [s for s in reading.sentences if s.end <= span.start][-1:]
    after = [s for s in reading.sentences if s.start >= span.end][:1]
    texts = [reading.slice(s) for s in (*before, span, *after)]
    return turns_told(" ".join([reading.document.title or "", *texts]))


def _judge(old: Stance, new: Stance, told: frozenset[Turn], before: BriefedPosition, after: BriefedPosition) -> tuple[Turn | None, float]:
    """Say which turn two stances make, if any, with a weight that orders the candidates."""
    common = overlap(old.issue, new.issue) if old.issue and new.issue else 0.0
    shared = len(old.issue & new.issue)
    if common >= 0.4 and shared >= 1 and old.side * new.side < 0:
        tentative = new.force == 1 and old.side < 0
        return ("softened" if tentative else "reversed"), 2.0 + common
    figure = _figures_moved(old, new)
    if figure is not None and (common >= 0.3 or told):
        return figure, 1.5 + common
    if told and (common >= 0.3 and shared >= 1):
        (turn, *_) = sorted(told, key=("reversed", "softened", "sharpened").index)
        return turn, 1.0 + common
    return None, 0.0


def _figures_moved(old: Stance, new: Stance) -> Turn | None:
    """Whether somebody asks for more or grants more, by a figure of one unit."""
    for unit in sorted(old.figures.keys() & new.figures.keys()):
        before, after = old.figures[unit], new.figures[unit]
        if before == after or not unit:
            continue
        grants = old.side < 0
        if after > before:
            return "softened" if grants else "sharpened"
        return "sharpened" if grants else "softened"
    return None


def change_of(draft: Draft[BriefedPosition], moved: Moved) -> Draft[Change]:
    """The change as shown, with both texts."""
    assert moved.turn is not None
    before = moved.before.position
    change = Change(
        kind=moved.turn,
        subject=draft.item.actor,
        before=before.excerpt,
        before_date=before.said_on or before.first_reported,
        after=draft.item.excerpt,
        after_date=draft.item.said_on,
        citations=(),
    )
    return Draft(item=change, evidence=(*moved.before.evidence, *draft.evidence))


def one_change_each(changes: Sequence[tuple[str, Draft[Change]]]) -> list[Draft[Change]]:
    """Of the changes of one actor in one story the first only: two would be one turn told twice."""
    kept: Mapping[tuple[str, str], Draft[Change]] = {}
    kept = {}
    for story, draft in changes:
        kept.setdefault((story, draft.item.subject), draft)
    return list(kept.values())
