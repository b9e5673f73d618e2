"""Which of today's stories earlier briefings told already, and what in them was not told yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.compose.acquaintance import Acquaintance
from briefing.compose.drafts import Draft, stable_id
from briefing.compose.memory import KnownStory, Memory
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry, Roster
from briefing.compose.terms import terms_of
from briefing.models import Change, Novelty, Span

#: how near a story of today is to one of an earlier day to continue it; meaning and actors weigh alike
CONTINUES = 0.55
#: a story that rested so many days is told as a new one
_DAYS = 21
_ACTORS = 8
#: a sentence is new in which so large a share of the words was never read in the story
FRESH = 0.5
#: words that tell no two days of a story apart
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april may june july
    august september october november december week month year day morning evening night noon afternoon ago last next new now still
    according reporter journalist news told tell add""".split()
)


class Sentence(NamedTuple):
    """A sentence of today with the share of its words that the story never had."""

    reading: Reading
    span: Span
    freshness: float


@dataclass(frozen=True, kw_only=True)
class StoryNews:
    """A story of today beside what is known of it. ``fresh`` are its sentences that were not told before; none in a new story,
    all of which is new."""

    id: str
    readings: list[Reading]
    known: KnownStory | None = None
    novelty: Novelty = "new"
    fresh: tuple[Sentence, ...] = ()

    @property
    def telling(self) -> list[Reading]:
        """The documents that have something new."""
        new = {s.reading.document.id for s in self.fresh}
        return [r for r in self.readings if r.document.id in new] or self.readings

    @property
    def to_tell(self) -> list[tuple[Reading, Span]] | None:
        """The sentences that may be told; None where all may."""
        return [(s.reading, s.span) for s in self.fresh] if self.known is not None else None


def developments(stories: Sequence[StoryNews]) -> list[Draft[Change]]:
    """What is new in each story that was told before, beside the sentence that it was first told with."""
    found = []
    for news in stories:
        if news.known is None or not news.fresh or news.known.lead is None:
            continue
        first = max(news.fresh, key=lambda s: (s.reading.document.published or date.min, -s.span.start, s.reading.document.id))
        change = Change(
            kind="development",
            subject=news.known.headline,
            before=news.known.lead,
            before_date=news.known.first_reported,
            after=first.reading.excerpt((first.span,)),
            after_date=first.reading.document.published,
            citations=(),
        )
        found.append(Draft(item=change, evidence=(*news.known.evidence, first.reading.evidence((first.span,)))))
    return found


def sentence_terms(text: str) -> frozenset[str]:
    """The terms of a sentence by which it is known again on another day."""
    return terms_of(text) - _CALENDAR


def recognise_stories(clusters: Sequence[list[Reading]], memory: Memory | None, roster: Roster) -> list[StoryNews]:
    """Put each story of today beside the one that it continues; two that continue one story are one."""
    if memory is None:
        return [_news(c, None) for c in clusters]
    shelf = _Shelf(memory, roster)
    continued: dict[str, list[Reading]] = {}
    order: list[tuple[KnownStory | None, list[Reading]]] = []
    for cluster in clusters:
        known = shelf.find(cluster)
        if known is not None and known.id in continued:
            continued[known.id].extend(cluster)
            continue
        readings = list(cluster)
        if known is not None:
            continued[known.id] = readings
        order.append((known, readings))
    return [_news(readings, known) for known, readings in order]


def _news(readings: list[Reading], known: KnownStory | None) -> StoryNews:
    if known is None:
        return StoryNews(id=stable_id("story", min(r.document.id for r in readings)), readings=readings)
    told = frozenset(term for line in known.told for term in line.split(" "))
    fresh = tuple(s for r in readings for s in _sentences(r, told) if s.freshness >= FRESH)
    return StoryNews(id=known.id, readings=readings, known=known, novelty="developing" if fresh else "known", fresh=fresh)


def _sentences(reading: Reading, told: frozenset[str]) -> Iterable[Sentence]:
    for span in body_sentences(reading):
        terms = sentence_terms(reading.slice(span))
        if len(terms) >= 4:
            yield Sentence(reading, span, len(terms - told) / len(terms))


def body_sentences(reading: Reading) -> list[Span]:
    """The sentences of the article itself, its title and address line aside."""
    return [s for s in reading.sentences if s.start >= reading.document.body_start]


class _Shelf:
    """The remembered stories, found by their actors."""

    def __init__(self, memory: Memory, roster: Roster) -> None:
        self._as_of = memory.as_of
        self._roster = roster
        self._acquaintance = Acquaintance(memory.actors)
        self._by_actor: dict[str, list[KnownStory]] = defaultdict(list)
        for story in memory.stories:
            for name, _ in story.actors:
                self._by_actor[name].append(story)

    def find(self, cluster: Sequence[Reading]) -> KnownStory | None:
        actors = main_actors(cluster, self._roster)
        names = {e.name: self._acquaintance.names_in_story(e) for e, _ in actors}
        near = {s.id: s for known in names.values() for n in known for s in self._by_actor[n]}
        newest = max((r.document.published for r in cluster if r.document.published is not None), default=None)
        scored = [(_nearness(cluster, [names[e.name] for e, _ in actors], s, newest), s.last_seen, s.id, s) for s in near.values()]
        best = max(scored, key=lambda x: x[:3], default=None)
        return best[3] if best is not None and best[0] >= CONTINUES else None


def _nearness(cluster: Sequence[Reading], actors: Sequence[frozenset[str]], story: KnownStory, newest: date | None) -> float:
    if newest is not None and (newest - story.last_seen).days > _DAYS:
        return 0.0
    theirs = {n for n, _ in story.actors}
    shared = sum(1 for names in actors if names & theirs)
    smaller = min(len(actors), len(theirs))
    in_common = shared / smaller if smaller else 0.0
    meaning = mean_meaning(cluster)
    if meaning is None or not story.meaning or len(story.meaning) != len(meaning):
        return in_common
    return 0.5 * min(1.0, in_common) + 0.5 * float(meaning @ np.asarray(story.meaning, dtype=np.float32))


def main_actors(cluster: Sequence[Reading], roster: Roster) -> list[tuple[Entry, int]]:
    """The main actors of some documents, each with the number of them that it acts in, the commonest first."""
    counts: Counter[Entry] = Counter()
    for reading in cluster:
        found = [roster.find(reading.document.id, a.name) for a in reading.analysis.actors[:_ACTORS]]
        counts.update(list(dict.fromkeys(e for e in found if e is not None)))
    return counts.most_common(_ACTORS)


def mean_meaning(cluster: Sequence[Reading]) -> NDArray[np.float32] | None:
    """The unit-length mean of the documents' embeddings; None where there is none."""
    vectors = [np.asarray(r.analysis.embedding, dtype=np.float32) for r in cluster if r.analysis.embedding]
    if not vectors:
        return None
    mean: NDArray[np.float32] = np.sum(vectors, axis=0)
    size = float(np.linalg.norm(mean))
    return mean / size if size else None
