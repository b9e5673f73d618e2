"""Documents and their analyses → one briefing: duplicates folded, stories told apart, the most telling first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from briefing.compose.continuity import Continued, Continuity
from briefing.compose.disagreements import Dispute
from briefing.compose.drafts import Draft
from briefing.compose.duplicates import fold_duplicates
from briefing.compose.issues import IssueDraft
from briefing.compose.memory import Memory, UnreadableMemory, earlier_sources
from briefing.compose.notices import notice, unreadable_memory, with_known
from briefing.compose.novelty import StoryNews
from briefing.compose.positions import draft_positions
from briefing.compose.prints import Prints
from briefing.compose.ranking import rank_stories
from briefing.compose.roster import Roster, merge_rosters
from briefing.compose.selection import select_items
from briefing.compose.settings import ComposeSettings
from briefing.compose.sources import SourceBook, Sources, describe_source
from briefing.compose.steps import draft_steps
from briefing.compose.stories import cluster_stories
from briefing.compose.telling import Told
from briefing.models import (
    Analysis,
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    Change,
    CoverageEntry,
    Disagreement,
    Document,
    Issue,
    KeyActor,
    Relation,
    Side,
    Story,
)

T = TypeVar("T", BottomLine, BriefedPosition, BriefedStep, Change, KeyActor)
_RELATIONS = ("support", "praise", "opposition", "blame", "demand")


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
    prints = Prints(fold_duplicates(documents, analyses), analyses)
    readings = prints.readings()
    roster = merge_rosters(readings)
    clusters = cluster_stories(readings)
    # 2. each beside what earlier briefings told of it
    continuity = Continuity(memory, roster, settings, date)
    stories = [_read(continuity, news, roster, settings, date) for news in continuity.recognise(clusters)]
    changed = [s for s in stories if s.news.novelty != "known"]
    ranked = rank_stories(changed, roster, settings.watch, prints)
    # 3. what of them is shown, as far as the words go
    chosen = select_items(ranked, continuity, roster, prints, settings)
    told = chosen.told
    # 4. number the sources in the order in which a reader meets them
    book = SourceBook()
    book.note(chosen.evidence())
    also = prints.also()
    differences = {v.speaker.document.id: v.differences for t in told for v in t.versions}
    sources = book.close({d.id: d for d in documents}, also, earlier_sources(memory) if memory is not None else {}, differences)
    briefed = _cited(chosen.positions, sources)
    briefing = Briefing(
        title=settings.title,
        date=date,
        made_at=now,
        period=settings.period or _period(documents),
        schedule=settings.schedule,
        notice=notice(documents, coverage, chosen.steps, memory=memory, is_quiet=not told),
        bottom_line=_cited(chosen.bottom_line, sources),
        changes=_cited(chosen.changes, sources),
        actors=_cited(chosen.actors, sources),
        positions=briefed,
        next_steps=_cited(chosen.steps, sources),
        more_steps=_cited(chosen.more_steps, sources),
        later_steps=_cited(chosen.later_steps, sources),
        more_positions=sum(t.more_positions for t in told) + sum(len(s.found.positions) for s in chosen.listed),
        disagreements=_disagreements(chosen.disputes, sources),
        issues=_issues([i for t in told for i in t.issues], sources),
        relations=_relations(briefed),
        stories=tuple(_story(t, prints, sources) for t in told) if chosen.is_by_story else (),
        left_over=_cited(chosen.endings, sources),
        sources=sources.sources,
        coverage=with_known(prints.noted(coverage), [s.news for s in stories], {s.document for s in sources.sources}),
        model_version=next((a.model_version for a in analyses.values()), ""),
        settings_version=settings.settings_version,
    )
    described = {r.document.id: describe_source(r.document, also=also.get(r.document.id, ())) for r in readings}
    return Assembled(briefing=briefing, memory=continuity.remember(briefed, briefing.next_steps, chosen.leads(), described))


def _read(continuity: Continuity, news: StoryNews, roster: Roster, settings: ComposeSettings, today: date) -> Continued:
    steps = draft_steps(news.readings, roster, today, due_soon_days=settings.due_soon_days, watch=settings.watch)
    return continuity.read(news, draft_positions(news.readings, roster, settings.watch), steps)


def _story(told: Told, prints: Prints, sources: Sources) -> Story:
    news, lines = told.news, _cited(told.bottom_line, sources)
    days = [r.document.published for r in news.readings if r.document.published is not None]
    numbers = [sources.number(r.document.id) for r in news.readings]
    return Story(
        id=news.id,
        headline=told.headline,
        headline_citation=lines[0].citations[0] if lines else None,
        bottom_line=lines,
        actors=(),
        positions=_cited(told.positions, sources),
        next_steps=_cited(told.steps, sources),
        disagreements=_disagreements(told.disputes, sources),
        issues=_issues(told.issues, sources),
        sources=tuple(n for n in numbers if n is not None),
        outlets=prints.outlets(news.readings),
        salience=told.salience,
        novelty=news.novelty,
        first_reported=news.known.first_reported if news.known is not None else min(days, default=None),
    )


def _cited(drafts: Sequence[Draft[T]], sources: Sources) -> tuple[T, ...]:
    return tuple(replace(d.item, citations=sources.cite(d.evidence)) for d in drafts)


def _disagreements(disputes: Sequence[Dispute], sources: Sources) -> tuple[Disagreement, ...]:
    return tuple(
        Disagreement(about=d.about, sides=tuple((excerpt, sources.cite([evidence])[0]) for excerpt, evidence in d.sides)) for d in disputes
    )


def _issues(issues: Sequence[IssueDraft], sources: Sources) -> tuple[Issue, ...]:
    def sides(drafts: Sequence[Draft[BriefedPosition]]) -> tuple[Side, ...]:
        found: dict[tuple[str, str | None], Side] = {}
        for p in _cited(drafts, sources):
            # who says so twice is named once
            before = found.get((p.actor, p.target))
            citations = tuple(dict.fromkeys((*before.citations, *p.citations))) if before is not None else p.citations
            excerpt = before.excerpt if before is not None else p.excerpt
            found[p.actor, p.target] = Side(actor=p.actor, target=p.target, kind=p.kind, excerpt=excerpt, citations=citations)
        return tuple(found.values())

    return tuple(
        Issue(about=i.about, supporters=sides(i.supporters), opponents=sides(i.opponents), requests=sides(i.requests)) for i in issues
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
