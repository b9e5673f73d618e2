"""What the versions of one text have differently: a changed figure or name, a sentence that only one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from briefing.compose.alignment import FigureDifference, Line, best_line, figure_differences, lines_of
from briefing.compose.readings import Reading
from briefing.compose.swaps import Word, find_swaps, read_words
from briefing.compose.terms import words_of
from briefing.models import VersionDifference

_Kind = Literal["name", "figure", "left out", "added"]
#: a sentence of which less is in the nearest one of the other text, and less in the whole of it, is missing there
_KEPT, _KEPT_SOMEWHERE = 0.4, 0.7
_SHORTEST = 4
#: words beside a figure that two versions of a sentence must share, which are versions of one text already
_SHARED_WORDS = 2
#: versions that are compared with the one that speaks, and differences that are kept of all of them
_VERSIONS, _DIFFERENCES = 8, 8
_ORDER: tuple[_Kind, ...] = ("name", "figure", "added", "left out")


@dataclass(frozen=True, kw_only=True)
class Versions:
    """A document that speaks for others, with those of them that are not word for word the same, and what they have differently."""

    speaker: Reading
    others: tuple[Reading, ...]
    figures: tuple[FigureDifference, ...]
    differences: tuple[VersionDifference, ...]


def compare_versions(speaker: Reading, others: Sequence[Reading]) -> Versions:
    """Hold the other versions of a text against the one that speaks for them."""
    distinct = {tuple(words_of(r.text[r.document.body_start :])): r for r in (speaker, *others)}
    compared = [r for r in distinct.values() if r is not speaker][:_VERSIONS]
    own, *texts = [lines_of(r) for r in (speaker, *compared)]
    found: list[VersionDifference] = []
    for other, theirs in zip(compared, texts, strict=True):
        outlet = other.document.outlet or other.document.path
        found += [_difference("name", outlet, *pair) for pair in _renamed(own, theirs)]
        found += [_difference("figure", outlet, d.one, d.other) for d in _figures(own, theirs)]
        found += [_difference("left out", outlet, line, None) for line in _missing(own, theirs)]
        found += [_difference("added", outlet, None, line) for line in _missing(theirs, own)]
    unique = list(dict.fromkeys(sorted(found, key=lambda d: _ORDER.index(d.kind))))
    # two versions may differ in a sentence that the one that speaks for them does not have
    figures = [d for one, other in combinations((own, *texts), 2) for d in _figures(one, other)]
    return Versions(speaker=speaker, others=tuple(compared), figures=tuple(figures), differences=tuple(unique[:_DIFFERENCES]))


def _figures(own: Sequence[Line], theirs: Sequence[Line]) -> Iterator[FigureDifference]:
    for line in theirs:
        _, match = best_line(line, own)
        if match is not None:
            yield from figure_differences(match, line, shared_words=_SHARED_WORDS)


def _renamed(own: Sequence[Line], theirs: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The sentences of one wording in which a name stands in the place of another."""
    for line in theirs:
        _, match = best_line(line, own)
        if match is not None and any(find_swaps(_words(match), _words(line))):
            yield match, line


def _words(line: Line) -> list[Word]:
    return read_words(line.reading.text, line.reading.named, *line.span)


def _missing(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """The sentences of one text that the other one does not have."""
    everything = frozenset(t for other in others for t in other.terms)
    return [
        line
        for line in lines
        if len(line.terms) >= _SHORTEST
        and best_line(line, others)[0] < _KEPT
        and len(line.terms & everything) < _KEPT_SOMEWHERE * len(line.terms)
    ]


def _difference(kind: _Kind, outlet: str, ours: Line | None, theirs: Line | None) -> VersionDifference:
    return VersionDifference(
        kind=kind,
        outlet=outlet,
        ours=ours.reading.excerpt((ours.span,)) if ours is not None else None,
        theirs=theirs.reading.excerpt((theirs.span,)) if theirs is not None else None,
    )
