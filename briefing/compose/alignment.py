"""Sentences of one wording in two texts: which belong together, and which figures in them differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from briefing.compose.figure_names import name_figure
from briefing.compose.figures import FIGURE, Piece, differ, read_pieces
from briefing.compose.readings import Reading
from briefing.compose.terms import STOPWORDS, terms_of
from briefing.models import Span

#: how much of two sentences' words must be in one order for their figures to be held against each other; more of what one of them says
#: before a clause that the other has not
_SAME_WORDING, _SAME_HEAD = 0.6, 0.75
_SHARED_WORDS = 3
#: what only adds to a figure: ", among them 40 children", ", of which the state will pay half"
_ADDS = re.compile(
    r"(?<=[^\W_])(?:,| [-–—]) (?:among (?:them|whom|these)|including|(?:\w+ ){0,3}of (?:whom|which|them)|who|whom|whose|which|where|with|"
    r"while|whereas|but|because|as|after|although|though|even|according to|up from|down from|(?:\w+ ){0,2}(?:more|less|fewer) than)\b",
    re.IGNORECASE,
)


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
    """The figures that two sentences give differently, if they are otherwise worded alike and share so many words with meaning.

    Where they are not, what they say before a clause that adds to it is compared.
    """
    found = list(_differences(one, other, shared_words, _SAME_WORDING))
    if not found:
        heads = _head(one), _head(other)
        if heads != (one, other):
            found = [replace(d, one=one, other=other) for d in _differences(*heads, shared_words, _SAME_HEAD)]
    yield from found


def _head(line: Line) -> Line:
    """A sentence as far as the clause that adds to its first figure."""
    first = next((p.span.end for p in line.pieces if p.key == FIGURE and p.days is None), None)
    adds = _ADDS.search(line.reading.text, first, line.span.end) if first is not None else None
    if adds is None:
        return line
    return replace(line, pieces=tuple(p for p in line.pieces if p.span.end <= adds.start()))


def _differences(one: Line, other: Line, shared_words: int, same: float) -> Iterator[FigureDifference]:
    a, b = [p.key for p in one.pieces], [p.key for p in other.pieces]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() < same or matcher.ratio() < same:
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
