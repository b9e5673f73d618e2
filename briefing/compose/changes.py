"""What became of an actor's position since it was last reported: repeated, sharpened, softened, reversed.

Careful before complete: a change is claimed only of one actor in one story, between a text of an earlier day and one of today, and
only where the two differ in side on one issue, where one denies what the other affirms, where what is asked for has grown or shrunk, or
where today's document says in so many words that somebody turned.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.compose.acquaintance import Acquaintance
from briefing.compose.bargaining import bargained, presses
from briefing.compose.comparison import are_surely_of_one, differ, is_undone, judge
from briefing.compose.conditions import conditions_turn
from briefing.compose.deeds import deeds_in, is_told, plans_in
from briefing.compose.drafts import Draft
from briefing.compose.ended import is_thing_off
from briefing.compose.lookbacks import is_said_before, said_before, was_known
from briefing.compose.memory import KnownPosition, Memory
from briefing.compose.novelty import StoryNews
from briefing.compose.occasions import sets_another_day
from briefing.compose.polarity import contradict, contradicted
from briefing.compose.positions import says_the_same
from briefing.compose.readings import Evidence, Reading
from briefing.compose.repetitions import is_said_again
from briefing.compose.resolve import hardens, resolved
from briefing.compose.roster import Entry, Roster
from briefing.compose.spokespeople import Spokespeople
from briefing.compose.stance import Stance, read_stance
from briefing.compose.step_words import step_terms
from briefing.compose.terms import fold, jaccard, overlap, terms_of
from briefing.compose.turn_words import Turn, turns_told
from briefing.compose.turns import Signal, signals_near, teller_of, turn_signals
from briefing.compose.voices import voice
from briefing.models import BriefedPosition, Change

#: kinds that say where somebody stands
_STANDING = ("demand", "support", "opposition", "denial", "offer", "commitment", "warning", "statement", "blame", "praise")
#: a short article on an actor who is known to have said so little in a story can mean only that
_FEW, _SHORT = 5, 15
#: of so few words all must be said again; of fewer, in a text that has little else
_BRIEF, _SCANT, _ALIKE = 5, 2, 0.66
#: what only figures or threats show weighs less than what words say
_BARGAINED = 1.0
#: what two say for a body weighs less than what one says twice
_SPOKEN = 0.5
#: of an actor's positions in other stories, those that share so many words with one of today, and no more than so many of them
_SHARED, _COMPARED = 2, 20
#: what an article tells in its own words
_TOLD = 2.0
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
    #: the body that turns, where two speak for it, or it and somebody for it
    body: str | None = None


class PositionRecord:
    """The positions that earlier briefings know, by actor and story."""

    def __init__(self, memory: Memory, roster: Roster, acquaintance: Acquaintance) -> None:
        self._roster = roster
        self._entries = {e.name: e for e in roster.entries}
        self._acquaintance = acquaintance
        self._positions = memory.positions
        #: places in the memory, by actor and story, and by story
        self._held: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._in_story: dict[str, list[int]] = defaultdict(list)
        for number, known in enumerate(memory.positions):
            self._held[known.position.actor][known.story].append(number)
            self._in_story[known.story].append(number)
        #: those of an actor by the terms of their words, as soon as they are asked for
        self._by_term: dict[str, dict[str, list[int]]] = {}
        self._spokespeople = Spokespeople(memory, roster)

    def repeated(self, draft: Draft[BriefedPosition], kin: frozenset[str]) -> KnownPosition | None:
        """The last position of an earlier day that a position of today says again."""
        item = draft.item
        terms = terms_of(item.excerpt.text)
        known = (k for k in self._known(self._entries[item.actor], kin) if not is_told(k.position))
        same = [k for k in known if _says_again(item, terms, k.position)]
        return max(same, key=_said, default=None)

    def turned(self, news: StoryNews, drafts: Sequence[Draft[BriefedPosition]]) -> list[Moved]:
        """The positions of a story that turn from earlier ones, one an actor at most."""
        best: dict[str, Moved] = {}
        for reading in news.readings:
            is_reprint = reading.document.id in news.reprints
            here = [d for d in drafts if d.item.excerpt.document == reading.document.id]
            speakers = [self._entries[d.item.actor] for d in here]
            signals = turn_signals(reading, self._roster, speakers)
            told = [*deeds_in(reading, self._roster), *plans_in(reading, self._roster)] if not is_reprint else []
            moved = [
                m
                for e in dict.fromkeys([*speakers, *(self._entries[d.item.actor] for d in told)])
                if (m := self._turn(e, here, signals.get(e.name, []), news.kin, reading, is_reprint=is_reprint))
                or (m := self._undone(e, [d for d in (*here, *told) if d.item.actor == e.name], news.kin, reading))
            ]
            people = [m for m in moved if self._entries[m.after.item.actor].kind == "person"]
            for m in (m for m in moved if m in people or not any(self._is_told_by(p, m, reading) for p in people)):
                name = m.after.item.actor
                if name not in best or m.weight > best[name].weight:
                    best[name] = m
        return list(best.values())

    def _is_told_by(self, person: Moved, moved: Moved, reading: Reading) -> bool:
        """Tell whether the turn of a body is that of who speaks for it; where no text says for whom they speak, if they turn alike."""
        spoken = self._spokespeople.voices(self._entries[person.after.item.actor], reading)
        body = voice(moved.after.item.actor)
        if body is None or not spoken:
            return person.turn == moved.turn
        return any(v.is_of(body) for v in spoken)

    def _known(self, entry: Entry, kin: frozenset[str]) -> list[KnownPosition]:
        found: list[KnownPosition] = []
        for name in sorted(self._acquaintance.names_in_story(entry)):
            stories = self._held.get(name, {})
            found += [self._positions[n] for n in sorted(n for story in kin & stories.keys() for n in stories[story])]
        return found

    def _elsewhere(self, entry: Entry, terms: frozenset[str], kin: frozenset[str]) -> list[KnownPosition]:
        """The positions of an actor that share words with one of today, in stories that nothing ties to today's: an issue may come back."""
        found: set[int] = set()
        for name in self._acquaintance.names(entry) if entry.kind != "country" else ():
            if name not in self._by_term:
                self._by_term[name] = _by_term((n, self._positions[n]) for held in self._held.get(name, {}).values() for n in held)
            # a word of very many of an actor's positions leads to no one of them
            places = (self._by_term[name].get(t, []) for t in terms)
            shared = Counter(n for having in places if len(having) <= _COMPARED for n in having)
            found |= {n for n, often in shared.most_common(_COMPARED) if often >= _SHARED}
        return [self._positions[n] for n in sorted(found) if self._positions[n].story not in kin]

    def _others(self, entry: Entry, kin: frozenset[str]) -> list[KnownPosition]:
        """The positions of others than an actor that are known in a story."""
        own = self._acquaintance.names_in_story(entry)
        found = [self._positions[n] for story in sorted(kin) for n in self._in_story.get(story, ())]
        return [k for k in found if k.position.actor not in own and _counts(k.position)]

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
        own = [k for k in self._known(entry, kin) if _counts(k.position) and not is_told(k.position)]
        others = [k for k in self._others(entry, kin) if not is_told(k.position)]
        bodies = self._spokespeople.held_for(entry, others, reading)
        known = [*own, *(k for k in others if k.position.id in bodies)]
        told_before = said_before((_said(k), k.position.excerpt.text) for k in own)
        is_narrow = len(known) <= _FEW and len(reading.sentences) <= _SHORT
        found: list[Moved] = []
        for draft in drafts:
            item = draft.item
            if item.actor != entry.name or not _counts(item) or _PAST.search(item.cue) or self.repeated(draft, kin) is not None:
                continue
            if not turns_told(item.excerpt.text) and is_said_again(reading, item):
                continue
            if was_known(reading, item, told_before):
                continue
            new = read_stance(item.excerpt.text, item.kind, apart=apart)
            elsewhere = {k.position.id: k for k in self._elsewhere(entry, terms_of(item.excerpt.text) - apart, kin)}
            compared = [*known, *elsewhere.values()]
            stances = [(k, read_stance(k.position.excerpt.text, k.position.kind, apart=apart)) for k in compared]
            for k, old in stances:
                denied = contradicted(k.position.excerpt.text, item.excerpt.text)
                is_turned = turns_told(item.excerpt.text) - turns_told(k.position.excerpt.text) or _hardens(item, k.position)
                may_be_same = old.side * new.side >= 0 and not differ(old, new) and not denied and not is_turned
                if is_said_before(reading, item, _said(k)) or sets_another_day(k.position.excerpt.text, item.excerpt.text):
                    continue
                if is_thing_off(item.excerpt.text, step_terms(k.position.excerpt.text)):
                    continue  # a plan that is off is none that somebody turned from: the ledger tells of it
                if not _may_follow(item, k.position, may_be_same=may_be_same) or _is_superseded(k, stances, new, denied):
                    continue
                is_far = k.position.id in elsewhere
                if is_far and not are_surely_of_one(old, new):
                    continue
                near = signals_near(signals, draft.evidence[0].span, reading) if not (is_reprint or is_far) else []
                body = bodies.get(k.position.id)
                # what somebody else said for the body is compared by its words alone
                turn, weight = judge(
                    old, new, near if body is None else [], is_narrow=is_narrow and body is None and not is_far, denied=denied
                )
                if turn is None:
                    turn, weight = bargained(k.position, old, item, new, is_reprint=is_reprint and body is None), _BARGAINED
                if turn is None and not is_far:
                    turn = resolved(k.position.excerpt.text, old, item.excerpt.text, new, is_narrow=is_narrow and body is None)
                if turn is not None:
                    told = teller_of(turn, near, reading)
                    found.append(
                        Moved(before=k, after=draft, turn=turn, weight=weight - _SPOKEN * (body is not None), told=told, body=body)
                    )
        return max(found, key=lambda m: (m.weight, _said(m.before), m.before.position.id), default=None)

    def _undone(self, entry: Entry, drafts: Sequence[Draft[BriefedPosition]], kin: frozenset[str], reading: Reading) -> Moved | None:
        """What an actor does or says against what they, or somebody for them, said or were told to want: one of two is an article's."""
        own = [k for k in self._known(entry, kin) if _counts(k.position)] if drafts else []
        others = self._others(entry, kin) if drafts else []
        bodies = self._spokespeople.held_for(entry, others, reading)
        found = []
        for draft in drafts:
            item = draft.item
            new = read_stance(item.excerpt.text, item.kind)
            for known in [*own, *(k for k in others if k.position.id in bodies)]:
                before = known.position
                if not (is_told(item) or is_told(before)) or not _counts(item) or not _may_follow(item, before, may_be_same=False):
                    continue
                old = read_stance(before.excerpt.text, before.kind)
                denied = contradicted(before.excerpt.text, item.excerpt.text)
                undone: Turn | None = None if not is_undone(old, new, denied) else "softened" if new.is_opening else "reversed"
                turn = undone or bargained(before, old, item, new, is_reprint=False)
                turn = turn or resolved(before.excerpt.text, old, item.excerpt.text, new, is_narrow=False)
                if turn is not None:
                    found.append(Moved(before=known, after=draft, turn=turn, weight=_TOLD, body=bodies.get(before.id)))
        return max(found, key=lambda m: (_said(m.before), m.before.position.id), default=None)


def _by_term(positions: Iterable[tuple[int, KnownPosition]]) -> dict[str, list[int]]:
    """The places of positions by the terms of their words."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, known in positions:
        if _counts(known.position) and not is_told(known.position):
            for term in terms_of(known.position.excerpt.text):
                places[term].append(number)
    return places


def _counts(position: BriefedPosition) -> bool:
    return position.kind in _STANDING and position.via is None


def _said(known: KnownPosition) -> date:
    return known.position.said_on or known.last_seen


def _is_superseded(known: KnownPosition, stances: Sequence[tuple[KnownPosition, Stance]], new: Stance, denied: frozenset[str]) -> bool:
    """Tell whether the actor turned to the side of a new stance already, after a position was known."""
    return any(
        _said(k) > _said(known)
        and (
            (s.side * new.side > 0 and overlap(s.issue, new.issue) >= 0.3 and s.issue & new.issue)
            or (denied and denied <= contradicted(known.position.excerpt.text, k.position.excerpt.text))
        )
        for k, s in stances
    )


def _may_follow(new: BriefedPosition, old: BriefedPosition, *, may_be_same: bool) -> bool:
    if new.target and old.target and terms_of(new.target).isdisjoint(terms_of(old.target)):
        return False
    if new.said_on is not None and old.said_on is not None and new.said_on <= old.said_on:
        return False
    a, b = terms_of(new.excerpt.text), terms_of(old.excerpt.text)
    return not may_be_same or jaccard(a, b) < 0.7


def _hardens(new: BriefedPosition, old: BriefedPosition) -> bool:
    """Tell whether one says what another does, and more firmly, or under another condition."""
    texts = (old.excerpt.text, new.excerpt.text)
    return presses(new, old) or hardens(*texts) or conditions_turn(*texts) is not None


def _says_again(new: BriefedPosition, terms: frozenset[str], old: BriefedPosition) -> bool:
    known = terms_of(old.excerpt.text)
    if not says_the_same(terms, known):
        return False
    short, shared = min(len(terms), len(known)), len(terms & known)
    if short <= _BRIEF and (shared < short or (short <= _SCANT and jaccard(terms, known) < _ALIKE)):
        return False  # of few words about one thing each tells
    a, b = read_stance(new.excerpt.text, new.kind), read_stance(old.excerpt.text, old.kind)
    if a.side * b.side < 0 or differ(a, b) or _hardens(new, old) or contradict(new.excerpt.text, old.excerpt.text):
        return False
    return turns_told(new.excerpt.text) <= turns_told(old.excerpt.text)


def _subject(moved: Moved) -> str:
    """Who turned; where it is a body that two speak for, the body and both."""
    before, after = moved.before.position.actor, moved.after.item.actor
    if moved.body is None:
        return after
    speakers = [name for name in (before, after) if fold(name) != fold(moved.body)]
    return f"{moved.body} ({', then '.join(speakers)})" if speakers else moved.body


def change_of(moved: Moved) -> Draft[Change]:
    """The change as shown, with both texts."""
    before, after = moved.before.position, moved.after.item
    change = Change(
        kind=moved.turn,
        subject=_subject(moved),
        before=before.excerpt,
        before_date=before.said_on or before.first_reported,
        after=after.excerpt,
        after_date=after.said_on,
        citations=(),
    )
    told = (moved.told,) if moved.told is not None else ()
    return Draft(item=change, evidence=tuple(dict.fromkeys((*moved.before.evidence, *moved.after.evidence, *told))))
