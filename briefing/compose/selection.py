"""What of a day the briefing shows, within its words: what is due and what became of it first, then the stories, then the actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.compose.actors import draft_actors
from briefing.compose.bottom_line import lead_reading
from briefing.compose.continuity import Continued, Continuity, Lead
from briefing.compose.drafts import Draft, is_watched
from briefing.compose.prints import Prints
from briefing.compose.readings import Evidence
from briefing.compose.roster import Roster
from briefing.compose.settings import ComposeSettings
from briefing.compose.steps import fold_steps, order_of
from briefing.compose.telling import (
    ACTORS,
    STEPS,
    Listed,
    Told,
    by_actor,
    count_words,
    draft_opening,
    tell_stories,
    within,
    words_of_changes,
)
from briefing.models import BottomLine, BriefedPosition, BriefedStep, Change, KeyActor

#: what became of a step that a document told of
_TOLD = ("done", "called off", "rescheduled")


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Everything shown, while the sources are not yet numbered; each list is in the reader's order."""

    told: list[Told]
    #: the stories that have a line each
    listed: list[Listed]
    bottom_line: list[Draft[BottomLine]]
    changes: list[Draft[Change]]
    steps: list[Draft[BriefedStep]]
    positions: list[Draft[BriefedPosition]]
    actors: list[Draft[KeyActor]]

    @property
    def is_by_story(self) -> bool:
        return len(self.told) > 1

    @property
    def endings(self) -> list[Draft[BottomLine]]:
        """The lines of the stories that are not told."""
        return [story.line for story in self.listed if story.line is not None]

    def evidence(self) -> Iterator[Evidence]:
        """What all of it rests on, in the order in which a reader meets it."""
        stories = [line for t in self.told for line in t.bottom_line] if self.is_by_story else []
        for part in (self.bottom_line, self.changes, self.steps, stories, self.positions, self.actors, self.endings):
            yield from (e for draft in part for e in draft.evidence)
        yield from (evidence for t in self.told for dispute in t.disputes for _, evidence in dispute.sides)

    def leads(self) -> dict[str, Lead]:
        """How each story is reported, by its id."""
        found = {
            s.found.news.id: Lead(
                headline=lead_reading(s.found.news.telling).document.title or s.line.item.excerpt.text, line=s.line, is_told=False
            )
            for s in self.listed
            if s.line is not None
        }
        told = {t.news.id: Lead(headline=t.headline, line=t.bottom_line[0] if t.bottom_line else None, is_told=True) for t in self.told}
        return found | told


def select_items(
    ranked: Sequence[tuple[Continued, float]], continuity: Continuity, roster: Roster, prints: Prints, settings: ComposeSettings
) -> Selection:
    """Choose what is shown of the stories of a day, the first ones whole."""
    due, moves = _due(continuity, settings), continuity.step_changes()
    taken = count_words(d.item.excerpt for d in due) + words_of_changes(moves)
    told, listed = tell_stories(ranked, settings.words * (1 - ACTORS) - taken, moves, roster, prints, settings)
    every = [p for t in told for p in t.positions]
    chosen = Selection(
        told=told,
        listed=listed,
        bottom_line=draft_opening(told),
        changes=[*(c for t in told for c in t.changes), *moves, *(c for t in told for c in t.developments)],
        steps=sorted([*fold_steps([s for t in told for s in t.steps]), *due], key=lambda d: order_of(d.item)),
        positions=every,
        actors=[],
    )
    again = chosen.bottom_line if chosen.is_by_story else []
    taken += sum(t.words for t in told) + count_words(d.item.excerpt for d in (*again, *chosen.endings))
    room = max(settings.words * ACTORS, settings.words - taken)
    shown = [r for t in told for r in t.news.readings]
    actors = draft_actors(shown, roster, every, most=settings.max_actors, words=room, watch=settings.watch) if shown else []
    positions = every if chosen.is_by_story else by_actor(every, [a.item.name for a in actors])
    return replace(chosen, actors=actors, positions=positions)


def _due(continuity: Continuity, settings: ComposeSettings) -> list[Draft[BriefedStep]]:
    """The steps of earlier days that moved or are settled, which calendars must hear of, and of those that are due as many as their
    share of the words holds."""
    due = [replace(d, item=replace(d.item, watched=is_watched(settings.watch, *d.item.who, d.item.excerpt.text))) for d in continuity.due()]
    told = [d for d in due if d.item.status in _TOLD]
    room = settings.words * STEPS - count_words(d.item.excerpt for d in told)
    return [*told, *within([d for d in due if d.item.status not in _TOLD], room)]
