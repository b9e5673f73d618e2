"""Documents and their analyses → one briefing: duplicates folded, stories told apart, the most telling first."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from briefing.compose.actors import draft_actors, rank_actors
from briefing.compose.bottom_line import draft_bottom_line, lead_reading
from briefing.compose.continuity import Continued, Continuity
from briefing.compose.drafts import Draft, is_watched
from briefing.compose.duplicates import Fold, fold_duplicates
from briefing.compose.memory import Memory, UnreadableMemory, earlier_sources
from briefing.compose.notices import notice, unreadable_memory, with_known
from briefing.compose.novelty import StoryNews, developments
from briefing.compose.positions import draft_positions
from briefing.compose.readings import Reading
from briefing.compose.roster import Roster, merge_rosters
from briefing.compose.settings import ComposeSettings
from briefing.compose.sources import SourceBook, Sources, describe_source
from briefing.compose.steps import draft_steps, fold_steps, order_of
from briefing.compose.stories import cluster_stories
from briefing.compose.terms import words_of
from briefing.models import (
    Analysis,
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    Change,
    CoverageEntry,
    Document,
    KeyActor,
    Relation,
    Story,
)

T = TypeVar("T", BottomLine, BriefedPosition, BriefedStep, Change, KeyActor)
P = TypeVar("P", BriefedPosition, BriefedStep)
#: how the words of a briefing are shared out; bottom line and actors take what they need
_POSITIONS, _STEPS = 0.5, 0.3
#: of several stories none takes more of the words than this, so that no reader finds one story only
_LARGEST, _LARGEST_OF_MANY, _MANY = 0.35, 0.15, 6
_MOST_BOTTOM_LINES = 4
_RELATIONS = ("support", "praise", "opposition", "blame", "demand")


@dataclass(frozen=True, kw_only=True)
class _Told:
    """A story while the sources are not yet numbered."""

    news: StoryNews
    salience: float
    bottom_line: list[Draft[BottomLine]]
    positions: list[Draft[BriefedPosition]]
    steps: list[Draft[BriefedStep]]
    changes: list[Draft[Change]]


@dataclass(frozen=True, kw_only=True)
class Assembled:
    """A briefing, and what the next one of its schedule is to know."""

    briefing: Briefing
    memory: Memory


def assemble_briefing(
    documents: Sequence[Document],
    analyses: Mapping[str, Analysis],
    coverage: Sequence[CoverageEntry],
    *,
    settings: ComposeSettings,
    now: datetime,
    date: date,
    memory: Memory | UnreadableMemory | None = None,
) -> Assembled:
    """Put one briefing together. ``analyses`` are by document id; ``date`` is the day that the reader reads it on.

    ``memory`` is that of an earlier day. One that cannot be read is named in the coverage note, and everything is new.
    """
    if isinstance(memory, UnreadableMemory):
        coverage, memory = [*coverage, unreadable_memory(memory)], None
    # 1. one document for each text, one roster for all of them, one story for each development
    folds = fold_duplicates(documents)
    readings = [Reading(f.speaker, analyses[f.speaker.id]) for f in folds]
    roster = merge_rosters(readings)
    clusters = cluster_stories(readings)
    # 2. each beside what earlier briefings told of it
    continuity = Continuity(memory, roster, settings, date)
    stories = [_read(continuity, news, roster, settings, date) for news in continuity.recognise(clusters)]
    changed = [s for s in stories if s.news.novelty != "known"]
    ranked = rank_stories(changed, roster, settings.watch, {f.speaker.id: len(f.others) + 1 for f in folds})
    # 3. tell the first of them, as far as the words go
    told, rest = _tell(ranked, roster, settings)
    shown = [r for t in told for r in t.news.readings]
    bottom_line = _bottom_line(told)
    steps = fold_steps([s for t in told for s in t.steps])
    steps = sorted([*steps, *_due(continuity, settings)], key=lambda d: order_of(d.item))
    every = [p for t in told for p in t.positions]
    actors = draft_actors(shown, roster, every, most=settings.max_actors, watch=settings.watch) if shown else []
    positions = _by_actor(every, [a.item.name for a in actors]) if len(told) < 2 else every
    changes = [*(c for t in told for c in t.changes), *continuity.step_changes(), *developments([t.news for t in told])]
    # 4. number the sources in the order in which a reader meets them
    book = SourceBook()
    opening = [line for t in told for line in t.bottom_line] if len(told) > 1 else []
    endings = [line for s, _ in rest for line in draft_bottom_line(s.news.telling, most=1, fresh=s.news.to_tell)[:1]]
    for evidence in (d.evidence for part in (bottom_line, changes, steps, opening, positions, actors, endings) for d in part):
        book.note(evidence)
    also = _also(folds)
    sources = book.close({r.document.id: r.document for r in readings}, also, earlier_sources(memory) if memory is not None else {})
    briefed = _cited(positions, sources)
    briefing = Briefing(
        title=settings.title,
        date=date,
        made_at=now,
        period=settings.period or _period(documents),
        schedule=settings.schedule,
        notice=notice(documents, coverage, steps, memory=memory, is_quiet=not told),
        bottom_line=_cited(bottom_line, sources),
        changes=_cited(changes, sources),
        actors=_cited(actors, sources),
        positions=briefed,
        next_steps=_cited(steps, sources),
        disagreements=(),
        relations=_relations(briefed),
        stories=tuple(_story(t, sources) for t in told) if len(told) > 1 else (),
        left_over=_cited(endings, sources),
        sources=sources.sources,
        coverage=with_known(_with_folds(coverage, folds), [s.news for s in stories]),
        model_version=next((a.model_version for a in analyses.values()), ""),
        settings_version=settings.settings_version,
    )
    leads = {t.news.id: (_headline(t), t.bottom_line[0] if t.bottom_line else None) for t in told}
    described = {r.document.id: describe_source(r.document, also=also.get(r.document.id, ())) for r in readings}
    return Assembled(briefing=briefing, memory=continuity.remember(briefed, briefing.next_steps, leads, described))


def _read(continuity: Continuity, news: StoryNews, roster: Roster, settings: ComposeSettings, today: date) -> Continued:
    steps = draft_steps(news.readings, roster, today, due_soon_days=settings.due_soon_days, watch=settings.watch)
    return continuity.read(news, draft_positions(news.readings, roster, settings.watch), steps)


def rank_stories(
    stories: Sequence[Continued], roster: Roster, watch: tuple[str, ...], prints: Mapping[str, int]
) -> list[tuple[Continued, float]]:
    """Order stories by the reader's watch-list, by how many print them and by what is said in them, with a salience from 0 to 1."""
    ranked = []
    for number, story in enumerate(stories):
        cluster = story.news.readings
        lead = lead_reading(cluster)
        reach = sum(prints[r.document.id] for r in cluster)
        said = sum(p.salience for p in lead.analysis.positions[:8]) / 8
        coming = max((s.salience for s in lead.analysis.next_steps), default=0.0)
        weight = 0.5 * min(1.0, math.log2(1 + reach) / 4) + 0.35 * said + 0.15 * coming
        names = [e.name for e, _ in rank_actors(cluster, roster, ())[:5]] if watch else []
        watched = is_watched(watch, *names, *(lead.slice(s) for s in lead.analysis.summary))
        ranked.append((not watched, -weight, number, story))
    return [(story, round(-weight, 3)) for _, weight, _, story in sorted(ranked, key=lambda r: r[:3])]


def _tell(
    ranked: Sequence[tuple[Continued, float]], roster: Roster, settings: ComposeSettings
) -> tuple[list[_Told], list[tuple[Continued, float]]]:
    """Tell whole stories, the first ones first, until the words are used up; the rest is for a line each."""
    told: list[_Told] = []
    left = float(settings.words)
    share = 1.0 if len(ranked) < 2 else _LARGEST if len(ranked) <= _MANY else _LARGEST_OF_MANY
    for number, (found, salience) in enumerate(ranked):
        if left <= 0:
            return told, list(ranked[number:])
        room = min(left, settings.words * share)
        news = found.news
        actors = [e.name for e, _ in rank_actors(news.readings, roster, settings.watch)]
        story = _Told(
            news=news,
            salience=salience,
            bottom_line=draft_bottom_line(news.telling, fresh=news.to_tell),
            positions=_by_actor(_within(found.positions, room * _POSITIONS), actors),
            steps=_within(found.steps, room * _STEPS),
            changes=found.changes,
        )
        excerpts = [line.item.excerpt for line in story.bottom_line]
        excerpts += [position.item.excerpt for position in story.positions]
        excerpts += [step.item.excerpt for step in story.steps]
        left -= sum(len(words_of(e.text)) for e in excerpts)
        told.append(story)
    return told, []


def _bottom_line(told: Sequence[_Told]) -> list[Draft[BottomLine]]:
    """Of one story its own; of several the first sentence of each of the first."""
    if len(told) == 1:
        return told[0].bottom_line
    return [t.bottom_line[0] for t in told if t.bottom_line][:_MOST_BOTTOM_LINES]


def _headline(told: _Told) -> str:
    lead = lead_reading(told.news.telling)
    return lead.document.title or (told.bottom_line[0].item.excerpt.text if told.bottom_line else lead.document.name)


def _story(told: _Told, sources: Sources) -> Story:
    news, lines = told.news, _cited(told.bottom_line, sources)
    days = [r.document.published for r in news.readings if r.document.published is not None]
    numbers = [sources.number(r.document.id) for r in news.readings]
    return Story(
        id=news.id,
        headline=_headline(told),
        headline_citation=lines[0].citations[0] if lines else None,
        bottom_line=lines,
        actors=(),
        positions=_cited(told.positions, sources),
        next_steps=_cited(told.steps, sources),
        disagreements=(),
        sources=tuple(n for n in numbers if n is not None),
        outlets=tuple(sorted({r.document.outlet for r in news.readings if r.document.outlet})),
        salience=told.salience,
        novelty=news.novelty,
        first_reported=news.known.first_reported if news.known is not None else min(days, default=None),
    )


def _due(continuity: Continuity, settings: ComposeSettings) -> list[Draft[BriefedStep]]:
    """The steps of earlier days that are due or moved, as many as their share of the words holds."""
    due = [replace(d, item=replace(d.item, watched=is_watched(settings.watch, *d.item.who, d.item.excerpt.text))) for d in continuity.due()]
    return _within(due, settings.words * _STEPS)


def _within(drafts: list[Draft[P]], words: float) -> list[Draft[P]]:
    """Keep the most salient items that fit into so many words, at least three, in the order they came in."""
    order = sorted(range(len(drafts)), key=lambda n: (not drafts[n].item.watched, -drafts[n].item.salience))
    kept: set[int] = set()
    used = 0
    for number in order:
        used += len(words_of(drafts[number].item.excerpt.text))
        if used > words and len(kept) >= 3:
            break
        kept.add(number)
    return [d for n, d in enumerate(drafts) if n in kept]


def _by_actor(positions: list[Draft[BriefedPosition]], actors: list[str]) -> list[Draft[BriefedPosition]]:
    """Group by actor: key actors in their order, then the others as their first position comes."""
    order = {name: n for n, name in enumerate(dict.fromkeys((*actors, *(p.item.actor for p in positions))))}
    return sorted(positions, key=lambda p: order[p.item.actor])


def _cited(drafts: Sequence[Draft[T]], sources: Sources) -> tuple[T, ...]:
    return tuple(replace(d.item, citations=sources.cite(d.evidence)) for d in drafts)


def _also(folds: Sequence[Fold]) -> dict[str, tuple[str, ...]]:
    """For each document that stands for others, where those are from."""
    return {f.speaker.id: tuple(dict.fromkeys(o.outlet or o.path for o in f.others)) for f in folds if f.others}


def _with_folds(coverage: Sequence[CoverageEntry], folds: Sequence[Fold]) -> tuple[CoverageEntry, ...]:
    into = {o.path: f.speaker.path for f in folds for o in f.others}
    return tuple(
        replace(e, outcome="folded", reason="near-duplicate", detail=f"much the same text as {into[e.path]}", folded_into=into[e.path])
        if e.outcome == "read" and e.path in into
        else e
        for e in coverage
    )


def _period(documents: Sequence[Document]) -> tuple[date, date] | None:
    days = [d.published for d in documents if d.published is not None]
    return (min(days), max(days)) if days else None


def _relations(positions: Sequence[BriefedPosition]) -> tuple[Relation, ...]:
    """Who supports, opposes, blames or asks of whom, as the positions say."""
    cells: dict[tuple[str, str, str], Relation] = {}
    for position in positions:
        if position.target is None or position.kind not in _RELATIONS:
            continue
        key = (position.actor, position.target, position.kind)
        old = cells.get(key)
        cited = tuple(dict.fromkeys((*(old.citations if old else ()), *position.citations)))
        cells[key] = Relation(actor=position.actor, target=position.target, kind=position.kind, citations=cited)
    return tuple(cells.values())
