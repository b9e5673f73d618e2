"""Documents and their analyses → one briefing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from briefing.compose.actors import draft_actors
from briefing.compose.bottom_line import draft_bottom_line
from briefing.compose.drafts import Draft
from briefing.compose.positions import draft_positions
from briefing.compose.readings import Reading
from briefing.compose.roster import merge_rosters
from briefing.compose.settings import ComposeSettings
from briefing.compose.sources import SourceBook, Sources
from briefing.compose.steps import draft_steps
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
)

T = TypeVar("T", BottomLine, BriefedPosition, BriefedStep, KeyActor)
P = TypeVar("P", BriefedPosition, BriefedStep)
#: how the words of a briefing are shared out; the bottom line and the actors take what they need
_POSITIONS, _STEPS = 0.5, 0.3
_RELATIONS = ("support", "praise", "opposition", "blame", "demand")


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
    readings = [Reading(d, analyses[d.id]) for d in documents]
    roster = merge_rosters(readings)
    bottom_line = draft_bottom_line(readings) if readings else []
    positions = draft_positions(readings, roster, settings.watch)
    steps = draft_steps(readings, roster, date, due_soon_days=settings.due_soon_days, watch=settings.watch)
    actors = draft_actors(readings, roster, positions, most=settings.max_actors, watch=settings.watch)
    steps = _within(steps, settings.words * _STEPS)
    positions = _by_actor(_within(positions, settings.words * _POSITIONS), [a.item.name for a in actors])
    book = SourceBook()
    for drafts in (bottom_line, steps, positions, actors):
        for draft in drafts:
            book.note(draft.evidence)
    sources = book.close({d.id: d for d in documents}, {}, {})
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
        stories=(),
        left_over=(),
        sources=sources.sources,
        coverage=tuple(coverage),
        model_version=next((a.model_version for a in analyses.values()), ""),
        settings_version=settings.settings_version,
    )


def _within(drafts: list[Draft[P]], words: float) -> list[Draft[P]]:
    """Keep the most salient items that fit into so many words, at least three, in the order they came in."""
    order = sorted(range(len(drafts)), key=lambda n: -drafts[n].item.salience)
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


def _period(documents: Sequence[Document]) -> tuple[date, date] | None:
    days = [d.published for d in documents if d.published is not None]
    return (min(days), max(days)) if days else None


def _notice(documents: Sequence[Document], coverage: Sequence[CoverageEntry]) -> str | None:
    if documents:
        return None
    if not coverage:
        return "There was no document to read, so there is nothing to report."
    n = len(coverage)
    return (
        f"There is nothing to report: none of the {n} sources could be read."
        if n > 1
        else "There is nothing to report: the one source could not be read."
    )


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
