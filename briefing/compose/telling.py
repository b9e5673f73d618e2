"""Tell stories: whole ones, the first ones first, as far as the words go; the rest is for a line each.

Everything that is shown counts: the lines of the stories that are not told, and what changed and is due, are given room first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from briefing.compose.actors import rank_actors
from briefing.compose.bottom_line import draft_bottom_line, lead_reading
from briefing.compose.continuity import Continued
from briefing.compose.disagreements import Dispute, find_disputes
from briefing.compose.drafts import Draft
from briefing.compose.issues import IssueDraft, find_issues
from briefing.compose.novelty import StoryNews, developments
from briefing.compose.prints import Prints
from briefing.compose.readings import Evidence
from briefing.compose.roster import Roster
from briefing.compose.settings import ComposeSettings
from briefing.compose.terms import words_of
from briefing.compose.versions import Versions
from briefing.models import BottomLine, BriefedPosition, BriefedStep, Change, Excerpt

P = TypeVar("P", BriefedPosition, BriefedStep)
#: how the words of a briefing are shared out; the bottom line takes what it needs
ACTORS, POSITIONS, STEPS, _DISPUTES = 0.2, 0.5, 0.3, 0.4
#: however many stories have a line each, and however much changed, the first stories are told in so much of the words
_LEAST_TOLD = 0.35
#: of several stories none takes more of the words than this, so that no reader finds one story only, nor a third without who holds what
_LARGEST, _LARGEST_OF_SOME, _LARGEST_OF_MANY, _SOME, _MANY = 0.35, 0.25, 0.15, 3, 6
#: a bottom line, a position and a step take about so many words: where fewer are left, a line does
_LEAST = 90
_MOST_BOTTOM_LINES = 4
#: so much more salient is what speaks of what nothing shown names, where it is shown before what tells all
_LEANING = 0.15
#: characters between a sentence and the next, whether or not a paragraph ends there
_BETWEEN = 4


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story while the sources are not yet numbered."""

    news: StoryNews
    salience: float
    bottom_line: list[Draft[BottomLine]]
    positions: list[Draft[BriefedPosition]]
    #: how many others there was no room for
    more_positions: int
    steps: list[Draft[BriefedStep]]
    changes: list[Draft[Change]]
    #: what is new in it since it was first told
    developments: list[Draft[Change]]
    disputes: list[Dispute]
    issues: list[IssueDraft]
    versions: list[Versions]

    @property
    def headline(self) -> str:
        """The title of the document that speaks for the story, else its first sentence."""
        lead = lead_reading(self.news.telling, self.news.to_tell, self.news.turned)
        return lead.document.title or (self.bottom_line[0].item.excerpt.text if self.bottom_line else lead.document.name)

    @property
    def words(self) -> int:
        """How many words of sources it shows."""
        excerpts = [line.item.excerpt for line in self.bottom_line]
        excerpts += [excerpt for position in self.positions for excerpt in position.item.excerpts]
        excerpts += [step.item.shown for step in self.steps]
        excerpts += [excerpt for dispute in self.disputes for excerpt, _ in dispute.sides]
        return count_words(excerpts) + words_of_changes([*self.changes, *self.developments])


class Listed(NamedTuple):
    """A story that is not told, with its line; what changed in it is shown all the same."""

    found: Continued
    line: Draft[BottomLine] | None

    @property
    def words(self) -> int:
        """How many words of sources it shows."""
        line = [self.line.item.excerpt] if self.line is not None else []
        disputed = [excerpt for dispute in self.found.disputes for excerpt, _ in dispute.sides]
        return count_words([*line, *disputed]) + words_of_changes(self.found.changes)


def tell_stories(
    ranked: Sequence[tuple[Continued, float]],
    room: float,
    moves: Sequence[Draft[Change]],
    roster: Roster,
    prints: Prints,
    settings: ComposeSettings,
) -> tuple[list[Told], list[Listed]]:
    """Tell the first stories as far as ``room`` goes in words, and list those that are left: none is told without its bottom line.

    ``moves`` are the changes that are shown whatever is told.
    """
    listed = [_listed(found) for found, _ in ranked]
    lengths = [entry.words for entry in listed]
    behind = sum(lengths)
    largest = _LARGEST if len(ranked) < _SOME else _LARGEST_OF_SOME if len(ranked) <= _MANY else _LARGEST_OF_MANY
    share = 1.0 if len(ranked) < 2 else largest
    # where the lines leave little, each story takes less, so that several are told
    share *= min(settings.words, 2 * max(room - behind, settings.words * _LEAST_TOLD))
    told: list[Told] = []
    used = 0.0
    for (found, salience), length in zip(ranked, lengths, strict=True):
        behind -= length
        left = max(room - behind, settings.words * _LEAST_TOLD) - used
        lines = draft_bottom_line(found.news.telling, fresh=found.news.to_tell, turned=found.news.turned)
        if len(ranked) >= _SOME and len(found.news.telling) == 1 and found.news.to_tell is None:
            lines = _in_short(lines, [*found.positions, *found.steps])
        if len(ranked) > 1:
            found = replace(found, positions=[_below(p, [line.evidence[0] for line in lines]) for p in found.positions])
        # the opening of the briefing says the first line of the first stories again
        again = count_words(d.item.excerpt for d in lines[:1]) if len(ranked) > 1 and len(told) < _MOST_BOTTOM_LINES else 0
        if told and max(_LEAST, again + count_words(line.item.excerpt for line in lines)) > left:
            break
        news = developments([found.news], [*found.changes, *moves])
        story = _tell(found, salience, lines, news, left - again, share, roster, prints, settings)
        used += story.words + again
        told.append(story)
    return told, listed[len(told) :]


def _listed(found: Continued) -> Listed:
    lines = draft_bottom_line(found.news.telling, most=1, fresh=found.news.to_tell, turned=found.news.turned)
    return Listed(found, lines[0] if lines else None)


def _in_short(lines: list[Draft[BottomLine]], told: Sequence[Draft[BriefedPosition] | Draft[BriefedStep]]) -> list[Draft[BottomLine]]:
    """The first line of a story, and the first behind it that no position or step stands in: these are told beside it."""
    return [*lines[:1], *[line for line in lines[1:] if not any(_is_in(item, line.evidence[0]) for item in told)][:1]]


def _below(draft: Draft[BriefedPosition], lines: Sequence[Evidence]) -> Draft[BriefedPosition]:
    """A position as it stands right below the lines of its story: the sentence before its words is not told again where a line has it."""
    before = draft.item.before
    if before is None or not before.spans:
        return draft
    above = [e for e in lines if e.has(before.document, before.spans[0].start)]
    if not above:
        return draft
    first, *others = draft.evidence
    return Draft(item=replace(draft.item, before=None), evidence=(first, *(e for e in others if e not in above)))


def _is_in(draft: Draft[BriefedPosition] | Draft[BriefedStep], sentence: Evidence) -> bool:
    """Tell whether the words of an item begin in a sentence."""
    spans = draft.item.excerpt.spans
    return bool(spans) and sentence.has(draft.evidence[0].document, spans[0].start)


def _tell(
    found: Continued,
    salience: float,
    lines: list[Draft[BottomLine]],
    fresh: list[Draft[Change]],
    left: float,
    share: float,
    roster: Roster,
    prints: Prints,
    settings: ComposeSettings,
) -> Told:
    """Tell one story: its bottom line and what changed, then where sources differ, what comes next, and who holds what.

    It takes no more than its ``share`` of the words, and than what is ``left`` of them.
    """
    news = found.news
    versions = prints.versions(news.readings)
    room = max(share, _LEAST)
    spare = min(left, room) - count_words(line.item.excerpt for line in lines) - words_of_changes([*found.changes, *fresh])
    disputes: list[Dispute] = []
    for dispute in [*found.disputes, *find_disputes(news.telling, [v for v in versions if v.speaker in news.telling])]:
        words = count_words(excerpt for excerpt, _ in dispute.sides)
        if count_words(e for d in disputes for e, _ in d.sides) + words <= min(left, room) * _DISPUTES:
            disputes.append(dispute)
    spare -= count_words(e for d in disputes for e, _ in d.sides)
    steps = within(found.steps, min(room * STEPS, spare / 2))
    spare -= count_words(d.item.shown for d in steps)
    actors = [e.name for e, _ in rank_actors(news.readings, roster, settings.watch)]
    positions = by_actor(within(found.positions, min(room * POSITIONS, spare), said=[line.evidence[0] for line in lines]), actors)
    return Told(
        news=news,
        salience=salience,
        bottom_line=lines,
        positions=positions,
        more_positions=len(found.positions) - len(positions),
        steps=steps,
        changes=found.changes,
        developments=fresh,
        disputes=disputes,
        issues=find_issues(positions, _names(news, roster)),
        versions=versions,
    )


def count_words(excerpts: Iterable[Excerpt]) -> int:
    """How many words of sources some excerpts show."""
    return sum(len(words_of(e.text)) for e in excerpts)


def words_of_changes(changes: Iterable[Draft[Change]]) -> int:
    """How many words the texts before and after some changes have."""
    return count_words(e for c in changes for e in (c.item.before, c.item.after) if e is not None)


def _names(news: StoryNews, roster: Roster) -> list[str]:
    """All names of the actors of a story's documents."""
    entries = {id(e): e for r in news.readings for a in r.analysis.actors if (e := roster.find(r.document.id, a.name)) is not None}
    return [name for e in entries.values() for name in e.names]


def draft_opening(told: Sequence[Told]) -> list[Draft[BottomLine]]:
    """The bottom line of the briefing: of one story its own; of several the first sentence of each of the first."""
    if len(told) == 1:
        return told[0].bottom_line
    return [t.bottom_line[0] for t in told if t.bottom_line][:_MOST_BOTTOM_LINES]


def within(drafts: list[Draft[P]], words: float, *, said: Sequence[Evidence] = ()) -> list[Draft[P]]:
    """Keep the most salient items that fit into so many words, in the order they came in; those watched for in any case, and what a
    sentence tells that is shown already, one of ``said``, after the others. What speaks of what nothing shown names gives way to what is
    nearly as salient."""
    again = [any(_is_in(draft, sentence) for sentence in said) for draft in drafts]
    weight = [d.item.salience - _LEANING * d.leans for d in drafts]
    order = sorted(range(len(drafts)), key=lambda n: (not drafts[n].item.watched, again[n], -weight[n]))
    kept: set[int] = set()
    used = 0
    for number in order:
        item = drafts[number].item
        used += count_words([item.shown] if isinstance(item, BriefedStep) else item.excerpts)
        if used > words and not drafts[number].item.watched:
            break
        kept.add(number)
    return [d for n, d in enumerate(drafts) if n in kept]


def by_actor(positions: list[Draft[BriefedPosition]], actors: list[str]) -> list[Draft[BriefedPosition]]:
    """Group by actor: key actors in their order, then the others as their first position comes. What an actor holds in one sentence, and
    in the next of its paragraph, is read together and in that order, where the first of it stood: the second may lean on the first."""
    groups: dict[str, list[Draft[BriefedPosition]]] = {name: [] for name in (*actors, *(p.item.actor for p in positions))}
    for position in positions:
        groups[position.item.actor].append(position)
    return [p for group in groups.values() for run in _runs(group) for p in run]


def _runs(positions: Sequence[Draft[BriefedPosition]]) -> list[list[Draft[BriefedPosition]]]:
    """What stands in one sentence or in sentences right behind one another, in the order of the text; the runs as their first comes."""
    place = {id(p): n for n, p in enumerate(positions)}
    runs: list[list[Draft[BriefedPosition]]] = []
    for position in sorted(positions, key=_stands_at):
        if not runs or not _follows(runs[-1][-1].evidence[0], position.evidence[0]):
            runs.append([])
        runs[-1].append(position)
    return sorted(runs, key=lambda run: min(place[id(p)] for p in run))


def _stands_at(position: Draft[BriefedPosition]) -> tuple[str, int, int]:
    excerpt = position.item.excerpt
    return position.evidence[0].document, position.evidence[0].span.start, excerpt.spans[0].start if excerpt.spans else 0


def _follows(before: Evidence, behind: Evidence) -> bool:
    return before.document == behind.document and behind.span.start - before.span.end <= _BETWEEN
