"""Cutting a view to a size: the longest lists lose whole items from their ends, and what is left out is counted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from briefing.render.view import CiteView, HolderView, StepView, View

#: how many items of a list are kept to every sixty positions
_SHARES = {
    "changes": 25, "steps": 25, "stories": 25, "left_over": 20, "left_out": 20, "actors": 15, "undated": 12, "past": 12,
    "disagreements": 12, "issues": 12,
}  # fmt: skip


def most_needed(view: View) -> int:
    """The least ``most`` with which `shorten` cuts nothing."""
    return max(_count_positions(view), *(math.ceil(len(getattr(view, name)) * 60 / share) for name, share in _SHARES.items()))


def shorten(view: View, most: int) -> View:
    """Keep at most so many positions, of the other lists in proportion, and the sources that those cite.

    A list that is short enough stays as it is: the longest are cut, whole items from their ends.
    """
    holders, stories = _fewer_positions(view, most)
    whole = replace(view, holders=holders, stories=tuple(replace(s, holders=h) for s, h in zip(view.stories, stories, strict=True)))
    kept: dict[str, Any] = {name: getattr(whole, name)[: most * share // 60] for name, share in _SHARES.items()}
    short = replace(whole, **kept)
    sources = cited_sources(short).sources
    step_anchors = {s.anchor for s in _all_steps(short)}
    return replace(
        short,
        timeline=tuple(d if d.anchor in step_anchors else replace(d, anchor=None) for d in view.timeline),
        sources=sources,
        more_changes=len(view.changes) - len(short.changes),
        more_actors=len(view.actors) - len(short.actors),
        more_steps=len(_all_steps(view)) - len(_all_steps(short)),
        more_positions=_count_positions(view) - _count_positions(short),
        more_stories=len(view.stories) - len(short.stories),
        more_lines=len(view.left_over) - len(short.left_over),
        more_left_out=len(view.left_out) - len(short.left_out),
        more_sources=len(view.sources) - len(sources),
        more_disagreements=len(view.disagreements) - len(short.disagreements),
        more_issues=len(view.issues) - len(short.issues),
    )


def cited_sources(view: View) -> View:
    """Keep of the sources those sentences that some item cites."""
    anchors = _cited_anchors(view)
    sources = tuple(replace(s, sentences=left) for s in view.sources if (left := tuple(q for q in s.sentences if q.anchor in anchors)))
    return replace(view, sources=sources)


def _fewer_positions(view: View, most: int) -> tuple[tuple[HolderView, ...], list[tuple[HolderView, ...]]]:
    """Keep so many positions in all: every actor's first before anyone's second."""
    groups = [view.holders, *(s.holders for s in view.stories)]
    places = sorted((p, g, h) for g, holders in enumerate(groups) for h, holder in enumerate(holders) for p in range(len(holder.positions)))
    kept: dict[tuple[int, int], int] = {}
    for _, g, h in places[:most]:
        kept[g, h] = kept.get((g, h), 0) + 1
    fewer = [
        tuple(replace(holder, positions=holder.positions[:n]) for h, holder in enumerate(holders) if (n := kept.get((g, h))))
        for g, holders in enumerate(groups)
    ]
    return fewer[0], fewer[1:]


def _all_steps(view: View) -> tuple[StepView, ...]:
    return (*view.steps, *view.undated, *view.past)


def _all_holders(view: View) -> Iterable[HolderView]:
    yield from view.holders
    for story in view.stories:
        yield from story.holders


def _count_positions(view: View) -> int:
    return sum(len(h.positions) for h in _all_holders(view))


def _cited_anchors(view: View) -> set[str]:
    groups: list[Sequence[CiteView]] = [line.cites for line in (*view.bottom_line, *view.left_over)]
    groups += [step.cites for step in _all_steps(view)]
    groups += [actor.cites for actor in view.actors]
    groups += [change.cites for change in view.changes]
    groups += [story.cites for story in view.stories]
    groups += [p.cites for h in _all_holders(view) for p in h.positions]
    groups += [line.cites for s in view.stories for line in s.bottom_line]
    groups += [(side.cite,) for d in (*view.disagreements, *(d for s in view.stories for d in s.disagreements)) for side in d.sides]
    groups += [
        stand.cites for i in (*view.issues, *(i for s in view.stories for i in s.issues)) for group in i.groups for stand in group.stands
    ]
    if view.matrix is not None:
        groups += [cell.cites for row in view.matrix.rows for cell in row.cells]
    return {c.anchor for cites in groups for c in cites}
