"""From one briefing to the next: what of today was told before, what moved, what comes due, and what the next one is to know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from briefing.compose.acquaintance import Acquaintance
from briefing.compose.cancellations import enter_cancellations
from briefing.compose.changes import PositionRecord, change_of
from briefing.compose.deeds import plans_in
from briefing.compose.disagreements import Dispute
from briefing.compose.drafts import Draft
from briefing.compose.ledger import carried, close_ledger, give_up, note_overdue, open_ledger, upcoming
from briefing.compose.memory import KeptDocument, KeptText, KnownActor, KnownPosition, KnownStory, Memory, evidence_of, forget
from briefing.compose.novelty import Sentence, StoryNews, main_actors, recognise_stories, told_terms, without_repeated
from briefing.compose.readings import Evidence, Reading
from briefing.compose.roster import Entry, Roster, is_presentable
from briefing.compose.settings import ComposeSettings
from briefing.compose.step_entries import enter_steps
from briefing.compose.step_outcomes import read_outcomes
from briefing.models import BottomLine, BriefedPosition, BriefedStep, Change, Source

#: of a story's sentences so many are remembered, the latest
_TOLD_MOST = 300
_ACTORS_MOST = 12
#: positions that are remembered of one story on one day
_HELD_MOST, _PLANS_MOST = 40, 12


@dataclass(frozen=True, kw_only=True)
class Continued:
    """One story of today with what in it is new: repeated positions and steps left out, the others marked."""

    news: StoryNews
    positions: list[Draft[BriefedPosition]]
    steps: list[Draft[BriefedStep]]
    #: every position of today, also the repeated ones
    held: list[Draft[BriefedPosition]]
    #: what the articles say in their own words that somebody wants or will do: remembered beside the positions, and not shown
    plans: list[Draft[BriefedPosition]]
    changes: list[Draft[Change]]
    #: a day that a source gives for what another one gave another day
    disputes: list[Dispute]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lead:
    """How a story of today was reported, told whole or in a line alone: with a headline and a first line."""

    headline: str
    line: Draft[BottomLine] | None


class Continuity:
    """Holds one day against the memory. Stories are read first; then what else is due is asked for, and the next memory made."""

    def __init__(self, memory: Memory | None, roster: Roster, settings: ComposeSettings, today: date) -> None:
        self._memory = memory
        self._roster = roster
        self._today = today
        self._days = settings.memory_days
        self._acquaintance = Acquaintance(memory.actors if memory is not None else ())
        self._record = PositionRecord(memory, roster, self._acquaintance) if memory is not None else None
        self._ledger = open_ledger(
            memory.steps if memory is not None else (),
            memory.positions if memory is not None else (),
            today=today,
            due_soon_days=settings.due_soon_days,
        )
        #: the stories that were read, in the order of reading
        self.stories: list[Continued] = []

    def recognise(self, clusters: Sequence[list[Reading]]) -> list[StoryNews]:
        """Today's stories, each beside the one that it continues."""
        return recognise_stories(clusters, self._memory)

    def read(self, news: StoryNews, positions: list[Draft[BriefedPosition]], steps: list[Draft[BriefedStep]]) -> Continued:
        """Hold a story's positions and steps against those of earlier days."""
        before = len(self._ledger.lines)
        news = without_repeated(news, enter_steps(self._ledger, news, steps))
        if news.kin:
            read_outcomes(self._ledger, news)
        enter_cancellations(self._ledger, news, is_change=self._memory is not None)
        entered = self._ledger.lines[before:]
        marked, changes = self._mark(news, positions)
        give_up(self._ledger, changes)
        disputes = self._ledger.disputes.get(news.id, [])
        if news.known is not None:
            moved = [line.change for line in self._ledger.near(news) if line.change is not None]
            # another day in a reprint may be a slip, which is shown, and is no news
            differing = [e for d in disputes for _, e in d.sides if e.document not in news.reprints]
            settling = frozenset(line.settled for line in self._ledger.near(news) if line.settled is not None)
            news = _with_changes(
                replace(news, settling=settling), [*(e for c in (*changes, *moved) for e in c.evidence), *differing, *sorted(settling)]
            )
        story = Continued(
            news=news,
            positions=marked,
            steps=[line.draft for line in entered],
            held=positions,
            plans=[p for r in news.telling for p in plans_in(r, self._roster)][:_PLANS_MOST],
            changes=changes,
            disputes=disputes,
        )
        self.stories.append(story)
        return story

    def _mark(self, news: StoryNews, positions: list[Draft[BriefedPosition]]) -> tuple[list[Draft[BriefedPosition]], list[Draft[Change]]]:
        """Leave out the positions that earlier briefings reported, mark those that turn, and say how."""
        if self._record is None:
            return positions, []
        turned = {m.after.item.id: m for m in self._record.turned(news, positions)}
        marked: list[Draft[BriefedPosition]] = []
        for draft in positions:
            moved = turned.get(draft.item.id)
            if moved is not None:
                first = moved.before.position.first_reported
                marked.append(replace(draft, item=replace(draft.item, novelty="developing", first_reported=first)))
                continue
            before = self._record.repeated(draft, news.kin)
            # one that was read on an earlier day, and that the length left no room to show, is still news
            if before is None or before.position.first_reported is None:
                marked.append(draft)
        return marked, [change_of(m) for m in turned.values()]

    def due(self) -> list[Draft[BriefedStep]]:
        """The steps of earlier days that today's briefing names again, once all stories are read."""
        note_overdue(self._ledger, self._memory.as_of if self._memory is not None else None)
        return [line.draft for line in carried(self._ledger)]

    def later(self) -> list[Draft[BriefedStep]]:
        """The open steps of earlier days that are further off."""
        return [line.draft for line in upcoming(self._ledger)]

    def step_changes(self) -> list[Draft[Change]]:
        """What became of steps, the ones that were called off first."""
        order = ("called off", "rescheduled", "postponed", "overdue", "done")
        found = [line.change for line in self._ledger.lines if line.change is not None]
        return sorted(found, key=lambda d: order.index(d.item.kind))

    def remember(
        self,
        positions: Iterable[BriefedPosition],
        steps: Iterable[BriefedStep],
        leads: Mapping[str, Lead],
        sources: Mapping[str, Source],
    ) -> Memory:
        """What the next briefing will know. ``positions`` and ``steps`` are those shown, ``leads`` are by the id of their story,
        ``sources`` describe today's documents."""
        old = self._memory or Memory(as_of=self._today)
        shown = {p.id for p in positions}
        memory = Memory(
            as_of=self._today,
            documents=old.documents,
            actors=self._known_actors(old),
            stories=self._known_stories(old, leads),
            positions=self._known_positions(old, shown, leads),
            steps=close_ledger(self._ledger, frozenset(s.id for s in steps)),
        )
        readings = {r.document.id: r for s in self.stories for r in s.news.readings}
        return forget(replace(memory, documents=_kept(memory, readings, sources, self._today)), days=self._days)

    def _name(self, entry: Entry) -> str:
        """The name under which earlier briefings know an actor; today's where they do not."""
        return min(self._acquaintance.names_in_story(entry), default=entry.name)

    def _known_actors(self, old: Memory) -> tuple[KnownActor, ...]:
        """The actors of earlier days with those of today; one that goes by a new name keeps its old one and gains an alias."""
        actors = {a.name: a for a in old.actors}
        for entry in self._roster.entries:
            if not is_presentable(entry):
                continue
            name = min(self._acquaintance.names(entry), default=entry.name)
            before = actors.get(name)
            aliases = {*(before.aliases if before else ()), entry.name, *entry.aliases} - {name}
            kind = before.kind if before is not None else entry.kind
            actors[name] = KnownActor(name=name, kind=kind, aliases=tuple(sorted(aliases)), last_seen=self._today)
        return tuple(actors[n] for n in sorted(actors))

    def _known_stories(self, old: Memory, leads: Mapping[str, Lead]) -> tuple[KnownStory, ...]:
        stories = {s.id: s for s in old.stories}
        for story in self.stories:
            news, known = story.news, story.news.known
            if known is None and news.id not in leads:
                continue
            actors = Counter(dict(known.actors) if known else {})
            actors.update({self._name(e): often for e, often in main_actors(news.readings, self._roster)})
            stories[news.id] = _known_story(news, leads.get(news.id), actors, self._today)
        return tuple(stories[i] for i in sorted(stories))

    def _known_positions(self, old: Memory, shown: set[str], leads: Mapping[str, Lead]) -> tuple[KnownPosition, ...]:
        known = {p.position.id: p for p in old.positions}
        entries = {e.name: e for e in self._roster.entries}
        for story in self.stories:
            if story.news.known is None and story.news.id not in leads:
                continue
            # what the next day is compared with does not hang on the length of this one
            held = sorted(story.held, key=lambda d: (not d.item.watched, -d.item.salience))[:_HELD_MOST]
            for draft in (*held, *story.plans):
                item = draft.item
                before = known.get(item.id)
                first = before.position.first_reported if before is not None else None
                known[item.id] = KnownPosition(
                    position=replace(
                        item,
                        actor=self._name(entries[item.actor]),
                        watched=False,
                        first_reported=first or (self._today if item.id in shown else None),
                    ),
                    evidence=draft.evidence[:1],
                    story=story.news.id,
                    last_seen=self._today,
                )
        return tuple(known[i] for i in sorted(known))


def _with_changes(news: StoryNews, shown: Sequence[Evidence]) -> StoryNews:
    """A story in which the sentences that show a change or a dispute are new, however few new words they have."""
    readings = {r.document.id: r for r in news.readings}
    spans = dict.fromkeys((e.document, e.span) for e in shown if e.document in readings)
    told = {(s.reading.document.id, s.span) for s in news.fresh}
    added = [Sentence(readings[d], span) for d, span in spans if (d, span) not in told]
    fresh = (*news.fresh, *added)
    return replace(news, fresh=fresh, turned=frozenset(d for d, _ in spans), novelty="developing" if fresh else "known")


def _known_story(news: StoryNews, lead: Lead | None, actors: Counter[str], today: date) -> KnownStory:
    line = lead.line if lead is not None else None
    known, count = news.known, len(news.readings)
    lines = [" ".join(sorted(terms)) for r in news.readings for s in r.body if (terms := told_terms(r.slice(s)))]
    story = KnownStory(
        id=news.id,
        headline=lead.headline if lead is not None else "",
        first_reported=today,
        last_seen=today,
        documents=count,
        actors=_commonest(actors),
        lead=line.item.excerpt if line is not None else None,
        evidence=line.evidence[:1] if line is not None else (),
        told=tuple(dict.fromkeys(lines))[-_TOLD_MOST:],
    )
    if known is None:
        return story
    if known.id != news.id:
        # a branch knows its own sentences only; what it branched off from stays near it
        return replace(story, headline=known.headline, first_reported=known.first_reported, lead=known.lead, evidence=known.evidence)
    return replace(
        known,
        last_seen=today,
        documents=known.documents + count,
        actors=story.actors,
        told=tuple(dict.fromkeys((*known.told, *story.told)))[-_TOLD_MOST:],
    )


def _commonest(actors: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(actors.items(), key=lambda a: (-a[1], a[0]))[:_ACTORS_MOST])


def _kept(memory: Memory, readings: Mapping[str, Reading], sources: Mapping[str, Source], today: date) -> tuple[KeptDocument, ...]:
    """The documents that a memory's items rest on, with the texts of them."""
    documents = dict(memory.kept())
    held = {Evidence(name, text.span) for name, document in documents.items() for text in document.texts}
    for name, added in groupby(sorted(evidence_of(memory) - held), key=lambda e: e.document):
        text, before = readings[name].text, documents.get(name)
        source = before.source if before is not None else replace(sources[name], reported_on=today)
        fresh = [KeptText(span=e.span, text=text[e.span.start : e.span.end]) for e in added]
        texts = sorted((*(before.texts if before is not None else ()), *fresh), key=lambda t: t.span)
        documents[name] = KeptDocument(source=source, texts=tuple(texts))
    return tuple(documents[name] for name in sorted(documents))
