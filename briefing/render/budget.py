"""Cutting a view to a size: whole items only, and what is left out is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from briefing.render.view import CiteView, HolderView, View

V = TypeVar("V")


def shorten(view: View, share: float) -> View:
    """Keep so large a share of the long sections, whole items from the top of each, and the sources that those cite."""

    def keep(items: tuple[V, ...], least: int = 1) -> tuple[V, ...]:
        return items[: max(least, round(len(items) * share))]

    def fewer(holders: tuple[HolderView, ...]) -> tuple[HolderView, ...]:
        return tuple(replace(h, positions=keep(h.positions)) for h in keep(holders, 3))

    short = replace(
        view,
        steps=keep(view.steps, 3),
        undated=keep(view.undated),
        past=keep(view.past),
        holders=fewer(view.holders),
        stories=tuple(replace(s, holders=fewer(s.holders)) for s in keep(view.stories, 2)),
        left_over=keep(view.left_over),
        left_out=keep(view.left_out),
    )
    cited = _cited_keys(short)
    sources = tuple(replace(s, sentences=kept) for s in view.sources if (kept := tuple(q for q in s.sentences if q.anchor in cited)))
    return replace(
        short,
        sources=sources,
        more_steps=_count_steps(view) - _count_steps(short),
        more_positions=_count_positions(view) - _count_positions(short),
        more_sources=len(view.sources) - len(sources),
    )


def _count_steps(view: View) -> int:
    return len(view.steps) + len(view.undated) + len(view.past)


def _all_holders(view: View) -> Iterable[HolderView]:
    yield from view.holders
    for story in view.stories:
        yield from story.holders


def _count_positions(view: View) -> int:
    return sum(len(h.positions) for h in _all_holders(view))


def _cited_keys(view: View) -> set[str]:
    groups: list[tuple[CiteView, ...]] = [line.cites for line in (*view.bottom_line, *view.left_over)]
    groups += [step.cites for step in (*view.steps, *view.undated, *view.past)]
    groups += [actor.cites for actor in view.actors]
    groups += [change.cites for change in view.changes]
    groups += [p.cites for h in _all_holders(view) for p in h.positions]
    groups += [line.cites for s in view.stories for line in s.bottom_line]
    groups += [(side.cite,) for d in (*view.disagreements, *(d for s in view.stories for d in s.disagreements)) for side in d.sides]
    return {c.anchor for cites in groups for c in cites}
