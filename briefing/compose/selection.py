"""What of a day the briefing shows, within its words: what is due and what became of it first, then the stories, then the actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.compose.actors import draft_actors
from briefing.compose.bottom_line import lead_reading
from briefing.compose.continuity import Continued, Continuity, Lead
from briefing.compose.disagreements import Dispute
from briefing.compose.drafts import Draft, is_watched
from briefing.compose.novelty import corrections
from briefing.compose.prints import Prints
from briefing.compose.readings import Evidence
from briefing.compose.roster import Roster
from briefing.compose.settings import ComposeSettings
from briefing.compose.steps import fold_steps, is_same_step, order_of
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
_TOLD = ("done", "called off", "rescheduled", "postponed")
#: what is to be done now; so many of these stand whatever the length
_DUE, _DUE_MOST = ("today", "due soon", "overdue"), 20


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Everything shown, while the sources are not yet numbered; each list is in the reader's order."""

    told: list[Told]
    #: the stories that have a line each
    listed: list[Listed]
    bottom_line: list[Draft[BottomLine]]
    changes: list[Draft[Change]]
    steps: list[Draft[BriefedStep]]
    #: where sources differ, in the stories that are told and, from an earlier briefing, in the others
    disputes: list[Dispute]
    #: the steps that the length left no room for
    more_steps: list[Draft[BriefedStep]]
    #: those of earlier days that no page names
    later_steps: list[Draft[BriefedStep]]
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
        yield from (evidence for dispute in self.disputes for _, evidence in dispute.sides)
        yield from (e for draft in (*self.more_steps, *self.later_steps) for e in draft.evidence)

    def leads(self) -> dict[str, Lead]:
        """How each story is reported, by its id."""
        found = {
            s.found.news.id: Lead(
                headline=lead_reading(s.found.news.telling, s.found.news.to_tell, s.found.news.turned).document.title
                or s.line.item.excerpt.text,
                line=s.line,
            )
            for s in self.listed
            if s.line is not None
        }
        told = {t.news.id: Lead(headline=t.headline, line=t.bottom_line[0] if t.bottom_line else None) for t in self.told}
        return found | told


def select_items(
    ranked: Sequence[tuple[Continued, float]], continuity: Continuity, roster: Roster, prints: Prints, settings: ComposeSettings
) -> Selection:
    """Choose what is shown of the stories of a day, the first ones whole."""
    waiting = _watched(continuity.due(), settings)
    due, moves = _due(waiting, settings), continuity.step_changes()
    taken = count_words(d.item.shown for d in due) + words_of_changes(moves)
    told, listed = tell_stories(ranked, settings.words * (1 - ACTORS) - taken, moves, roster, prints, settings)
    every = [p for t in told for p in t.positions]
    steps = [*fold_steps([s for t in told for s in t.steps]), *due]
    stand, more = _standing([*(s for found in continuity.stories for s in found.steps), *waiting], steps)
    chosen = Selection(
        told=told,
        listed=listed,
        bottom_line=draft_opening(told),
        changes=[
            *(c for t in told for c in t.changes),
            *(c for s in listed for c in s.found.changes),
            *(c for s in listed for c in corrections(s.found.news)),
            *moves,
            *(c for t in told for c in t.developments),
        ],
        steps=sorted([*steps, *stand], key=lambda d: order_of(d.item)),
        more_steps=more,
        later_steps=_watched(_others(continuity.later(), (*steps, *stand, *more)), settings),
        disputes=[*(d for t in told for d in t.disputes), *_earlier(continuity.stories, told)],
        positions=every,
        actors=[],
    )
    again = chosen.bottom_line if chosen.is_by_story else []
    taken += count_words(d.item.shown for d in stand)
    taken += sum(t.words for t in told) + count_words(d.item.excerpt for d in (*again, *chosen.endings))
    room = max(settings.words * ACTORS, settings.words - taken)
    shown = [t.news.telling for t in told]
    said = [e for t in told for line in t.bottom_line for e in line.evidence] if chosen.is_by_story else []
    actors = draft_actors(shown, roster, every, most=settings.max_actors, words=room, watch=settings.watch, said=said) if shown else []
    positions = every if chosen.is_by_story else by_actor(every, [a.item.name for a in actors])
    return replace(chosen, actors=actors, positions=positions)


def _others(later: Sequence[Draft[BriefedStep]], shown: Sequence[Draft[BriefedStep]]) -> list[Draft[BriefedStep]]:
    """The later steps that are none of those shown."""
    ids = {d.item.id for d in shown}
    return [d for d in later if d.item.id not in ids]


def _earlier(stories: Sequence[Continued], told: Sequence[Told]) -> list[Dispute]:
    """What sources say otherwise than earlier briefings did in the stories that are not told."""
    ids = {t.news.id for t in told}
    return [d for story in stories if story.news.id not in ids for d in story.disputes]


def _watched(steps: Sequence[Draft[BriefedStep]], settings: ComposeSettings) -> list[Draft[BriefedStep]]:
    return [replace(d, item=replace(d.item, watched=is_watched(settings.watch, *d.item.who, d.item.excerpt.text))) for d in steps]


def _due(waiting: Sequence[Draft[BriefedStep]], settings: ComposeSettings) -> list[Draft[BriefedStep]]:
    """The steps of earlier days that moved or are settled, which calendars must hear of, and of those that are due as many as their
    share of the words holds."""
    told = [d for d in waiting if d.item.status in _TOLD]
    room = settings.words * STEPS - count_words(d.item.shown for d in told)
    return [*told, *within([d for d in waiting if d.item.status not in _TOLD], room)]


def _standing(
    every: Sequence[Draft[BriefedStep]], shown: Sequence[Draft[BriefedStep]]
) -> tuple[list[Draft[BriefedStep]], list[Draft[BriefedStep]]]:
    """Of the steps for which the words left no room, those that stand all the same, as they are due, and the others, in order."""
    ids = {d.item.id for d in shown}
    left = [d for d in every if d.item.id not in ids and not any(is_same_step(d.item, s.item) for s in shown)]
    left = sorted(fold_steps(left), key=lambda d: order_of(d.item))
    room = _DUE_MOST - sum(d.item.status in _DUE for d in shown)
    stand = [d for d in left if d.item.status in _DUE][: max(0, room)]
    standing = {d.item.id for d in stand}
    return stand, [d for d in left if d.item.id not in standing]
