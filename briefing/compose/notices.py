"""What a briefing says of itself: that there is nothing new, what is due all the same, and which documents only repeat."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from briefing.calendar_names import MONTH_NAMES
from briefing.compose.drafts import Draft
from briefing.compose.memory import Memory, UnreadableMemory
from briefing.compose.novelty import StoryNews
from briefing.models import BriefedStep, CoverageEntry, Day, Document


def notice(
    documents: Sequence[Document],
    coverage: Sequence[CoverageEntry],
    steps: Sequence[Draft[BriefedStep]],
    *,
    memory: Memory | None,
    is_quiet: bool,
) -> str | None:
    """The sentences that stand in place of news; None where there is some."""
    if memory is not None and is_quiet:
        return " ".join((_nothing_new(coverage, memory), *_due(steps)))
    if documents:
        return None
    if not coverage:
        return "There was no document to read, so there is nothing to report."
    if len(coverage) == 1:
        return "There is nothing to report: the one source could not be used."
    return f"There is nothing to report: none of the {len(coverage)} sources could be used."


def _nothing_new(coverage: Sequence[CoverageEntry], memory: Memory) -> str:
    count = sum(e.outcome in ("read", "folded") for e in coverage)
    if not count:
        return f"No new document could be read since the briefing of {_day(memory.as_of)}."
    documents = "one document" if count == 1 else f"{count} documents"
    return f"Nothing new was found in {documents} since the briefing of {_day(memory.as_of)}."


def _due(steps: Sequence[Draft[BriefedStep]]) -> list[str]:
    ahead = sum(d.item.status in ("due soon", "today", "rescheduled", "coming") for d in steps)
    late = sum(d.item.status == "overdue" for d in steps)
    if not ahead and not late:
        return ["Nothing that was announced is due in the coming days."]
    parts = [f"Next steps due in the coming days: {ahead}." if ahead else "Nothing is due in the coming days."]
    return [*parts, f"Overdue: {late}."] if late else parts


def unreadable_memory(memory: UnreadableMemory) -> CoverageEntry:
    """The entry that says why nothing of earlier days was taken into account."""
    detail = f"{memory.reason}, so that everything is shown as new"
    return CoverageEntry(path="earlier briefings", outcome="unreadable", reason="memory", detail=detail)


def with_known(coverage: Sequence[CoverageEntry], stories: Sequence[StoryNews], cited: Set[str]) -> tuple[CoverageEntry, ...]:
    """The coverage note with a reason for each document that was read and told nothing new; ``cited`` are ids of documents shown."""
    known = {
        r.document.path: n.known
        for n in stories
        if n.known is not None
        for r in n.readings
        if n.novelty == "known" or (r.document.id not in cited and all(s.reading is not r for s in n.fresh))
    }
    noted = []
    for entry in coverage:
        story = known.get(entry.path) if entry.outcome == "read" else None
        if story is not None:
            detail = f"adds nothing to “{story.headline}”, first reported {_day(story.first_reported)}"
            entry = replace(entry, reason="known", detail=detail)
        noted.append(entry)
    return tuple(noted)


def _day(day: Day) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1].title()} {day.year}"
