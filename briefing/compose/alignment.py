"""Sentences of one wording in two texts: which belong together, and which figures in them differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.compose.figure_names import name_figure
from briefing.compose.figures import FIGURE, Piece, differ, read_pieces
from briefing.compose.readings import Reading
from briefing.compose.terms import STOPWORDS, terms_of
from briefing.models import Span

#: how much of two sentences' words must be in one order for their figures to be held against each other
_SAME_WORDING = 0.6
_SHARED_WORDS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A sentence of a document, prepared for comparison."""

    reading: Reading
    span: Span
    pieces: tuple[Piece, ...]
    terms: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureDifference:
    """One figure that two sentences of one wording give differently; ``about`` is what it counts, in the text's words."""

    about: str
    one: Line
    other: Line
    here: Piece
    there: Piece


def lines_of(reading: Reading) -> list[Line]:
    """The sentences of a document's body."""
    return [
        Line(
            reading=reading,
            span=s,
            pieces=tuple(read_pieces(reading.text, s, reading.analysis.times)),
            terms=terms_of(reading.slice(s)),
        )
        for s in reading.body
    ]


def figure_differences(one: Line, other: Line, *, shared_words: int = _SHARED_WORDS) -> Iterator[FigureDifference]:
    """The figures that two sentences give differently, if they are otherwise worded alike and share so many words with meaning."""
    a, b = [p.key for p in one.pieces], [p.key for p in other.pieces]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() < _SAME_WORDING or matcher.ratio() < _SAME_WORDING:
        return
    blocks = matcher.get_matching_blocks()
    aligned = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    if sum(a[n] != FIGURE and a[n] not in STOPWORDS for n in aligned) < shared_words:
        return
    for n, m in aligned.items():
        here, there = one.pieces[n], other.pieces[m]
        if a[n] == FIGURE and differ(here, there) and _same_place(aligned, n, m, len(a), len(b)):
            yield FigureDifference(about=name_figure(one.reading, one.span, one.pieces, n), one=one, other=other, here=here, there=there)


def _same_place(aligned: dict[int, int], n: int, m: int, size: int, other: int) -> bool:
    """Tell whether what stands behind a figure, and a word before it, is the same in both sentences."""
    behind = aligned.get(n + 1) == m + 1 or (n + 1 == size and m + 1 == other)
    before = aligned.get(n - 1) == m - 1 or (n == 0 and m == 0) or aligned.get(n - 2) == m - 2
    return behind and (before or aligned.get(n + 2) == m + 2)


def best_line(line: Line, others: Sequence[Line]) -> tuple[float, Line | None]:
    """The sentence among others that shares most words with one, and how much: 1 for the same words."""
    best: tuple[float, Line | None] = (0.0, None)
    for other in others:
        union = len(line.terms | other.terms)
        shared = len(line.terms & other.terms) / union if union else 0.0
        if shared > best[0]:
            best = (shared, other)
    return best
