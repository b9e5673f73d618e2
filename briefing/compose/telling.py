"""Tell stories: whole ones, the first ones first, as far as the words go; the rest is for a line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefing.compose.actors import rank_actors
from briefing.compose.bottom_line import draft_bottom_line, lead_reading
from briefing.compose.continuity import Continued
from briefing.compose.disagreements import Dispute, find_disputes
from briefing.compose.drafts import Draft
from briefing.compose.issues import IssueDraft, find_issues
from briefing.compose.novelty import StoryNews
from briefing.compose.prints import Prints
from briefing.compose.roster import Roster
from briefing.compose.settings import ComposeSettings
from briefing.compose.terms import words_of
from briefing.compose.versions import Versions
from briefing.models import BottomLine, BriefedPosition, BriefedStep, Change, Excerpt

P = TypeVar("P", BriefedPosition, BriefedStep)
#: how the words of a briefing are shared out; bottom line and actors take what they need
POSITIONS, STEPS, _DISPUTES = 0.5, 0.3, 0.4
#: of several stories none takes more of the words than this, so that no reader finds one story only
_LARGEST, _LARGEST_OF_MANY, _MANY = 0.35, 0.15, 6
#: a bottom line, a position and a step take about so many words
_LEAST = 90
_MOST_BOTTOM_LINES = 4


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story while the sources are not yet numbered."""

    news: StoryNews
    salience: float
    bottom_line: list[Draft[BottomLine]]
    positions: list[Draft[BriefedPosition]]
    steps: list[Draft[BriefedStep]]
    changes: list[Draft[Change]]
    disputes: list[Dispute]
    issues: list[IssueDraft]
    versions: list[Versions]

    @property
    def headline(self) -> str:
        """The title of the document that speaks for the story, else its first sentence."""
        lead = lead_reading(self.news.telling)
        return lead.document.title or (self.bottom_line[0].item.excerpt.text if self.bottom_line else lead.document.name)

    @property
    def words(self) -> int:
        """How many words of sources it shows."""
        excerpts = [line.item.excerpt for line in self.bottom_line]
        excerpts += [position.item.excerpt for position in self.positions]
        excerpts += [step.item.excerpt for step in self.steps]
        excerpts += [excerpt for dispute in self.disputes for excerpt, _ in dispute.sides]
        return _words(excerpts)


def tell_stories(
    ranked: Sequence[tuple[Continued, float]], roster: Roster, prints: Prints, settings: ComposeSettings
) -> tuple[list[Told], list[Continued]]:
    """Tell the first stories as far as the words go, and give those that are left: none is told without its bottom line."""
    told: list[Told] = []
    left = float(settings.words)
    share = 1.0 if len(ranked) < 2 else _LARGEST if len(ranked) <= _MANY else _LARGEST_OF_MANY
    for number, (found, salience) in enumerate(ranked):
        lines = draft_bottom_line(found.news.telling, fresh=found.news.to_tell)
        if told and _words(line.item.excerpt for line in lines) > left:
            return told, [f for f, _ in ranked[number:]]
        story = _tell(found, salience, lines, min(left, max(settings.words * share, _LEAST)), roster, prints, settings)
        left -= story.words
        told.append(story)
    return told, []


def _tell(
    found: Continued,
    salience: float,
    lines: list[Draft[BottomLine]],
    room: float,
    roster: Roster,
    prints: Prints,
    settings: ComposeSettings,
) -> Told:
    """Tell one story in so many words: its bottom line, then where sources differ, what comes next, and who holds what."""
    news = found.news
    versions = prints.versions(news.readings)
    spare = room - _words(line.item.excerpt for line in lines)
    disputes: list[Dispute] = []
    for dispute in find_disputes(news.telling, [v for v in versions if v.speaker in news.telling]):
        words = _words(excerpt for excerpt, _ in dispute.sides)
        if _words(e for d in disputes for e, _ in d.sides) + words <= room * _DISPUTES:
            disputes.append(dispute)
    spare -= _words(e for d in disputes for e, _ in d.sides)
    steps = within(found.steps, min(room * STEPS, spare / 2))
    spare -= _words(d.item.excerpt for d in steps)
    actors = [e.name for e, _ in rank_actors(news.readings, roster, settings.watch)]
    positions = by_actor(within(found.positions, min(room * POSITIONS, spare)), actors)
    return Told(
        news=news,
        salience=salience,
        bottom_line=lines,
        positions=positions,
        steps=steps,
        changes=found.changes,
        disputes=disputes,
        issues=find_issues(positions, _names(news, roster)),
        versions=versions,
    )


def _words(excerpts: Iterable[Excerpt]) -> int:
    return sum(len(words_of(e.text)) for e in excerpts)


def _names(news: StoryNews, roster: Roster) -> list[str]:
    """All names of the actors of a story's documents."""
    entries = {id(e): e for r in news.readings for a in r.analysis.actors if (e := roster.find(r.document.id, a.name)) is not None}
    return [name for e in entries.values() for name in e.names]


def draft_opening(told: Sequence[Told]) -> list[Draft[BottomLine]]:
    """The bottom line of the briefing: of one story its own; of several the first sentence of each of the first."""
    if len(told) == 1:
        return told[0].bottom_line
    return [t.bottom_line[0] for t in told if t.bottom_line][:_MOST_BOTTOM_LINES]


def within(drafts: list[Draft[P]], words: float) -> list[Draft[P]]:
    """Keep the most salient items that fit into so many words, in the order they came in; those watched for in any case."""
    order = sorted(range(len(drafts)), key=lambda n: (not drafts[n].item.watched, -drafts[n].item.salience))
    kept: set[int] = set()
    used = 0
    for number in order:
        used += len(words_of(drafts[number].item.excerpt.text))
        if used > words and not drafts[number].item.watched:
            break
        kept.add(number)
    return [d for n, d in enumerate(drafts) if n in kept]


def by_actor(positions: list[Draft[BriefedPosition]], actors: list[str]) -> list[Draft[BriefedPosition]]:
    """Group by actor: key actors in their order, then the others as their first position comes."""
    order = {name: n for n, name in enumerate(dict.fromkeys((*actors, *(p.item.actor for p in positions))))}
    return sorted(positions, key=lambda p: order[p.item.actor])
