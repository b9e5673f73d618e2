"""What became of an actor's position since it was last reported: repeated, sharpened, softened, reversed.

Careful before complete: a change is claimed only of one actor in one story, between a text of an earlier day and one of today, and
only where the two differ in side on one issue, where one denies what the other affirms, where what is asked for has grown or shrunk, or
where today's document says in so many words that somebody turned.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.compose.acquaintance import Acquaintance
from briefing.compose.bargaining import bargained
from briefing.compose.drafts import Draft
from briefing.compose.memory import KnownPosition, Memory
from briefing.compose.novelty import StoryNews
from briefing.compose.polarity import apart, contradict, contradicted
from briefing.compose.positions import says_the_same
from briefing.compose.readings import Evidence, Reading
from briefing.compose.roster import Entry, Roster
from briefing.compose.stance import Stance, Turn, read_stance, turns_told
from briefing.compose.terms import jaccard, overlap, terms_of
from briefing.compose.turns import Signal, turn_signals
from briefing.models import BriefedPosition, Change, Span

#: kinds that say where somebody stands
_STANDING = ("demand", "support", "opposition", "denial", "offer", "commitment", "warning", "statement", "blame", "praise")
#: a turn told of so many sentences away from a position is still its own
_CLOSE = 2
#: a short article on an actor who is known to have said so little in a story can mean only that
_FEW, _SHORT = 5, 15
#: what only figures or threats show weighs less than what words say
_BARGAINED = 1.0
#: "had said" tells what was held before
_PAST = re.compile(r"\bhad\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """A position of today and the one of an earlier day that it turns from."""

    before: KnownPosition
    after: Draft[BriefedPosition]
    turn: Turn
    weight: float
    #: the sentence that tells of the turn in so many words, where it is another than that of the position
    told: Evidence | None = None


class PositionRecord:
    """The positions that earlier briefings know, by actor and story."""

    def __init__(self, memory: Memory, roster: Roster, acquaintance: Acquaintance) -> None:
        self._roster = roster
        self._entries = {e.name: e for e in roster.entries}
        self._acquaintance = acquaintance
        self._positions = memory.positions
        #: places in the memory, by actor and story
        self._held: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, known in enumerate(memory.positions):
            self._held[known.position.actor][known.story].append(number)

    def repeated(self, draft: Draft[BriefedPosition], kin: frozenset[str]) -> KnownPosition | None:
        """The last position of an earlier day that a position of today says again."""
        item = draft.item
        terms = terms_of(item.excerpt.text)
        same = [k for k in self._known(self._entries[item.actor], kin) if _says_again(item, terms, k.position)]
        return max(same, key=_said, default=None)

    def turned(self, news: StoryNews, drafts: Sequence[Draft[BriefedPosition]]) -> list[Moved]:
        """The positions of a story that turn from earlier ones, one an actor at most."""
        best: dict[str, Moved] = {}
        for reading in news.readings:
            is_reprint = reading.document.id in news.reprints
            here = [d for d in drafts if d.item.excerpt.document == reading.document.id]
            if is_reprint:
                # of a reprint only what it does not retell, and the words themselves; a figure or a name in it may be a slip
                here = [
                    d for d in here if not any((reading.document.id, s) in news.retold for s in reading.sentences_at(d.item.excerpt.spans))
                ]
            speakers = [self._entries[d.item.actor] for d in here]
            signals = turn_signals(reading, self._roster, speakers)
            moved = [
                m
                for e in dict.fromkeys(speakers)
                if (m := self._turn(e, here, signals.get(e.name, []), news.kin, reading, is_reprint=is_reprint))
            ]
            people = [m for m in moved if self._entries[m.after.item.actor].kind == "person"]
            # a person who turns speaks for the body that turns
            for m in people or moved:
                name = m.after.item.actor
                if name not in best or m.weight > best[name].weight:
                    best[name] = m
        return list(best.values())

    def _known(self, entry: Entry, kin: frozenset[str]) -> list[KnownPosition]:
        found: list[KnownPosition] = []
        for name in sorted(self._acquaintance.names_in_story(entry)):
            stories = self._held.get(name, {})
            found += [self._positions[n] for n in sorted(n for story in kin & stories.keys() for n in stories[story])]
        return found

    def _turn(
        self,
        entry: Entry,
        drafts: Sequence[Draft[BriefedPosition]],
        signals: Sequence[Signal],
        kin: frozenset[str],
        reading: Reading,
        *,
        is_reprint: bool,
    ) -> Moved | None:
        """The turn of one actor in one document: the pair of texts that shows it best."""
        apart = frozenset(t for n in (entry.name, *entry.aliases) for t in terms_of(n))
        known = [k for k in self._known(entry, kin) if _counts(k.position)]
        is_narrow = len(known) <= _FEW and len(reading.sentences) <= _SHORT
        found: list[Moved] = []
        for draft in drafts:
            item = draft.item
            if item.actor != entry.name or not _counts(item) or _PAST.search(item.cue) or self.repeated(draft, kin) is not None:
                continue
            new = read_stance(item.excerpt.text, item.kind, apart=apart)
            stances = [(k, read_stance(k.position.excerpt.text, k.position.kind, apart=apart)) for k in known]
            for k, old in stances:
                denied = contradicted(k.position.excerpt.text, item.excerpt.text)
                is_turned = turns_told(item.excerpt.text) - turns_told(k.position.excerpt.text)
                may_be_same = old.side * new.side >= 0 and not _differ(old, new) and not denied and not is_turned
                if not _may_follow(item, k.position, may_be_same=may_be_same) or _is_superseded(k, stances, new):
                    continue
                near = _near(signals, draft, reading) if not is_reprint else []
                turn, weight = _judge(old, new, near, is_narrow=is_narrow, denied=denied)
                if turn is None and not is_reprint:
                    turn, weight = bargained(k.position, old, item, new), _BARGAINED
                if turn is not None:
                    found.append(Moved(before=k, after=draft, turn=turn, weight=weight, told=_teller(turn, near, reading)))
        return max(found, key=lambda m: (m.weight, _said(m.before), m.before.position.id), default=None)


def _counts(position: BriefedPosition) -> bool:
    return position.kind in _STANDING and position.via is None


def _said(known: KnownPosition) -> date:
    return known.position.said_on or known.last_seen


def _is_superseded(known: KnownPosition, stances: Sequence[tuple[KnownPosition, Stance]], new: Stance) -> bool:
    """Tell whether the actor turned to the side of a new stance already, after a position was known."""
    return any(
        _said(k) > _said(known) and s.side * new.side > 0 and overlap(s.issue, new.issue) >= 0.3 and s.issue & new.issue for k, s in stances
    )


def _may_follow(new: BriefedPosition, old: BriefedPosition, *, may_be_same: bool) -> bool:
    if new.target and old.target and terms_of(new.target).isdisjoint(terms_of(old.target)):
        return False
    if new.said_on is not None and old.said_on is not None and new.said_on <= old.said_on:
        return False
    a, b = terms_of(new.excerpt.text), terms_of(old.excerpt.text)
    return not may_be_same or jaccard(a, b) < 0.7


def _says_again(new: BriefedPosition, terms: frozenset[str], old: BriefedPosition) -> bool:
    if not says_the_same(terms, terms_of(old.excerpt.text)):
        return False
    a, b = read_stance(new.excerpt.text, new.kind), read_stance(old.excerpt.text, old.kind)
    if a.side * b.side < 0 or _differ(a, b) or contradict(new.excerpt.text, old.excerpt.text):
        return False
    return turns_told(new.excerpt.text) <= turns_told(old.excerpt.text)


def _differ(a: Stance, b: Stance) -> bool:
    """Tell whether two texts give different figures of one unit."""
    return any(a.figures[unit] != b.figures[unit] for unit in a.figures.keys() & b.figures.keys())


def _judge(
    old: Stance, new: Stance, signals: Sequence[tuple[Signal, float]], *, is_narrow: bool, denied: frozenset[str]
) -> tuple[Turn | None, float]:
    """Say which turn two stances make, if any, with a weight that orders the pairs. Signals come with how near they stand.

    ``denied`` is what one of the texts denies and the other affirms. Two texts with nothing in common show no turn, unless the
    actor has said so little in the story that only this can be meant, and said it decidedly.
    """
    both = old.issue & new.issue
    common = len(both) / min(len(old.issue), len(new.issue)) if both else 0.0
    told: dict[Turn, float] = {}
    recalled = 0.0
    for signal, near in signals:
        for turn in signal.turns:
            told[turn] = max(told.get(turn, 0.0), near)
        if signal.is_contrast:
            # it says that something is otherwise now, and not which way
            told["reversed"] = max(told.get("reversed", 0.0), near - 1.5)
            recalled = max(recalled, overlap(old.issue, terms_of(signal.text)))
    if (old.side * new.side < 0 and _are_of_one(old, new)) or (denied and _is_one_denied(old, new, denied, is_narrow=is_narrow, told=told)):
        return ("softened" if new.force == 1 and old.side < 0 and "reversed" not in told else "reversed"), 3.0 + common
    is_narrow = is_narrow and (old.side != 0 or old.force == 3 or old.is_negated)
    same_unit = bool(old.figures.keys() & new.figures.keys() - {""})
    if not told or not (is_narrow or same_unit or recalled >= 0.5 or (common >= 0.3 and len(both) >= 2)):
        return None, 0.0
    turn = max(told, key=lambda t: (told[t], t == "reversed", t == "softened"))
    if not (both or same_unit or recalled >= 0.3) and all(signal.span is None or not signal.turns for signal, _ in signals):
        # a headline's word, or that something was otherwise, of two texts that have nothing in common
        return None, 0.0
    if turn == "softened" and new.side < 0 <= old.side:
        # nobody gives way by a refusal
        return None, 0.0
    weight = 2 * common + recalled + 0.3 * told[turn] + (0.5 if same_unit else 0.0) + (0.3 if old.force == 3 else 0.0)
    return turn, weight


def _are_of_one(old: Stance, new: Stance) -> bool:
    """Tell whether two stances are on one issue: by half of the smaller one's words and two of them, or by all of both."""
    both = old.issue & new.issue
    return bool(both) and (old.issue == new.issue or (len(both) >= 2 and overlap(old.issue, new.issue) >= 0.5))


def _is_one_denied(old: Stance, new: Stance, denied: frozenset[str], *, is_narrow: bool, told: Collection[Turn]) -> bool:
    """Tell whether what one text denies is what the other affirms, and not only of one verb: to pay the guards is not to pay strikers.

    The word alone is enough where only this can be meant, or where the document says that somebody turned.
    """
    a, b = apart(old.issue, denied), apart(new.issue, denied)
    if not (a <= b or b <= a or "reversed" in told or (len(a & b) >= 2 and overlap(a, b) >= 0.6)):
        return False
    return bool(a & b) or a == b or is_narrow or "reversed" in told


def _near(signals: Sequence[Signal], draft: Draft[BriefedPosition], reading: Reading) -> list[tuple[Signal, float]]:
    """The signals beside a position, each with how near it stands: in its sentence, in one close by, in the title."""
    around = draft.evidence[0].span
    weighed = []
    for signal in signals:
        if signal.span is None:
            weighed.append((signal, 1.5))
        elif around.start <= signal.span.start < around.end:
            weighed.append((signal, 3.0))
        elif _sentences_between(reading, around, signal.span) <= _CLOSE:
            weighed.append((signal, 2.0))
    return weighed


def _teller(turn: Turn, signals: Sequence[tuple[Signal, float]], reading: Reading) -> Evidence | None:
    """The sentence nearest to a position that tells of a turn; None where only the title does."""
    telling = [(near, -s.span.start, s.span) for s, near in signals if s.span is not None and (turn in s.turns or s.is_contrast)]
    return reading.evidence((max(telling)[2],)) if telling else None


def _sentences_between(reading: Reading, a: Span, b: Span) -> int:
    first, second = sorted((a, b))
    return sum(first.end <= s.start and s.end <= second.start for s in reading.sentences)


def change_of(moved: Moved) -> Draft[Change]:
    """The change as shown, with both texts."""
    before, after = moved.before.position, moved.after.item
    change = Change(
        kind=moved.turn,
        subject=after.actor,
        before=before.excerpt,
        before_date=before.said_on or before.first_reported,
        after=after.excerpt,
        after_date=after.said_on,
        citations=(),
    )
    told = (moved.told,) if moved.told is not None else ()
    return Draft(item=change, evidence=tuple(dict.fromkeys((*moved.before.evidence, *moved.after.evidence, *told))))
