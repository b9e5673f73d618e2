"""Documents and their analyses → one briefing: duplicates folded, stories told apart, the most telling first."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from briefing.compose.actors import draft_actors, rank_actors
from briefing.compose.bottom_line import draft_bottom_line, lead_reading
from briefing.compose.drafts import Draft, is_watched, stable_id
from briefing.compose.duplicates import Fold, fold_duplicates
from briefing.compose.positions import draft_positions
from briefing.compose.readings import Reading
from briefing.compose.roster import Roster, merge_rosters
from briefing.compose.settings import ComposeSettings
from briefing.compose.sources import SourceBook, Sources
from briefing.compose.steps import draft_steps, fold_steps, order_of
from briefing.compose.stories import cluster_stories
from briefing.compose.terms import words_of
from briefing.models import (
    Analysis,
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    CoverageEntry,
    Document,
    KeyActor,
    Relation,
    Story,
)

T = TypeVar("T", BottomLine, BriefedPosition, BriefedStep, KeyActor)
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

    readings: list[Reading]
    salience: float
    bottom_line: list[Draft[BottomLine]]
    positions: list[Draft[BriefedPosition]]
    steps: list[Draft[BriefedStep]]


def assemble_briefing(
    documents: Sequence[Document],
    analyses: Mapping[str, Analysis],
    coverage: Sequence[CoverageEntry],
    *,
    settings: ComposeSettings,
    now: datetime,
    date: date,
) -> Briefing:
    """Put one briefing together. ``analyses`` are by document id; ``date`` is the day that the reader reads it on."""
    # 1. one document for each text, one roster for all of them, one story for each development
    folds = fold_duplicates(documents)
    readings = [Reading(f.speaker, analyses[f.speaker.id]) for f in folds]
    roster = merge_rosters(readings)
    ranked = rank_stories(cluster_stories(readings, roster), roster, settings.watch, {f.speaker.id: len(f.others) + 1 for f in folds})
    # 2. tell the first of them, as far as the words go
    told, rest = _tell(ranked, roster, settings, date)
    shown = [r for t in told for r in t.readings]
    bottom_line = _bottom_line(told)
    steps = sorted(fold_steps([s for t in told for s in t.steps]), key=lambda d: order_of(d.item))
    every = [p for t in told for p in t.positions]
    actors = draft_actors(shown, roster, every, most=settings.max_actors, watch=settings.watch) if shown else []
    positions = _by_actor(every, [a.item.name for a in actors]) if len(told) < 2 else every
    # 3. number the sources in the order in which a reader meets them
    book = SourceBook()
    opening = [line for t in told for line in t.bottom_line] if len(told) > 1 else []
    endings = [line for cluster, _ in rest for line in draft_bottom_line(cluster, most=1)[:1]]
    for evidence in (d.evidence for part in (bottom_line, steps, opening, positions, actors, endings) for d in part):
        book.note(evidence)
    sources = book.close({r.document.id: r.document for r in readings}, _also(folds), {})
    briefed = _cited(positions, sources)
    return Briefing(
        title=settings.title,
        date=date,
        made_at=now,
        period=settings.period or _period(documents),
        schedule=settings.schedule,
        notice=_notice(documents, coverage),
        bottom_line=_cited(bottom_line, sources),
        changes=(),
        actors=_cited(actors, sources),
        positions=briefed,
        next_steps=_cited(steps, sources),
        disagreements=(),
        relations=_relations(briefed),
        stories=tuple(_story(t, sources) for t in told) if len(told) > 1 else (),
        left_over=_cited(endings, sources),
        sources=sources.sources,
        coverage=_with_folds(coverage, folds),
        model_version=next((a.model_version for a in analyses.values()), ""),
        settings_version=settings.settings_version,
    )


def rank_stories(
    clusters: Sequence[list[Reading]], roster: Roster, watch: tuple[str, ...], prints: Mapping[str, int]
) -> list[tuple[list[Reading], float]]:
    """Order stories by the reader's watch-list, by how many print them and by what is said in them, with a salience from 0 to 1."""
    ranked = []
    for number, cluster in enumerate(clusters):
        lead = lead_reading(cluster)
        reach = sum(prints[r.document.id] for r in cluster)
        said = sum(p.salience for p in lead.analysis.positions[:8]) / 8
        coming = max((s.salience for s in lead.analysis.next_steps), default=0.0)
        weight = 0.5 * min(1.0, math.log2(1 + reach) / 4) + 0.35 * said + 0.15 * coming
        names = [e.name for e, _ in rank_actors(cluster, roster, ())[:5]] if watch else []
        watched = is_watched(watch, *names, *(lead.slice(s) for s in lead.analysis.summary))
        ranked.append((not watched, -weight, number, cluster))
    return [(cluster, round(-weight, 3)) for _, weight, _, cluster in sorted(ranked, key=lambda r: r[:3])]


def _tell(
    ranked: Sequence[tuple[list[Reading], float]], roster: Roster, settings: ComposeSettings, today: date
) -> tuple[list[_Told], list[tuple[list[Reading], float]]]:
    """Tell whole stories, the first ones first, until the words are used up; the rest is for a line each."""
    told: list[_Told] = []
    left = float(settings.words)
    share = 1.0 if len(ranked) < 2 else _LARGEST if len(ranked) <= _MANY else _LARGEST_OF_MANY
    for number, (cluster, salience) in enumerate(ranked):
        if left <= 0:
            return told, list(ranked[number:])
        room = min(left, settings.words * share)
        steps = draft_steps(cluster, roster, today, due_soon_days=settings.due_soon_days, watch=settings.watch)
        positions = draft_positions(cluster, roster, settings.watch)
        story = _Told(
            readings=cluster,
            salience=salience,
            bottom_line=draft_bottom_line(cluster),
            positions=_by_actor(_within(positions, room * _POSITIONS), [e.name for e, _ in rank_actors(cluster, roster, settings.watch)]),
            steps=_within(steps, room * _STEPS),
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


def _story(told: _Told, sources: Sources) -> Story:
    lead = lead_reading(told.readings)
    lines = _cited(told.bottom_line, sources)
    headline = lead.document.title or (lines[0].excerpt.text if lines else lead.document.name)
    days = [r.document.published for r in told.readings if r.document.published is not None]
    numbers = [sources.number(r.document.id) for r in told.readings]
    return Story(
        id=stable_id("story", min(r.document.id for r in told.readings)),
        headline=headline,
        headline_citation=lines[0].citations[0] if lines else None,
        bottom_line=lines,
        actors=(),
        positions=_cited(told.positions, sources),
        next_steps=_cited(told.steps, sources),
        disagreements=(),
        sources=tuple(n for n in numbers if n is not None),
        outlets=tuple(sorted({r.document.outlet for r in told.readings if r.document.outlet})),
        salience=told.salience,
        first_reported=min(days, default=None),
    )


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


def _notice(documents: Sequence[Document], coverage: Sequence[CoverageEntry]) -> str | None:
    if documents:
        return None
    if not coverage:
        return "There was no document to read, so there is nothing to report."
    if len(coverage) == 1:
        return "There is nothing to report: the one source could not be used."
    return f"There is nothing to report: none of the {len(coverage)} sources could be used."


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
