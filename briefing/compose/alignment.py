"""Sentences of one wording in two texts: which belong together, and which figures in them differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.compose.figures import FIGURE, Piece, differ, read_pieces
from briefing.compose.readings import Reading
from briefing.compose.terms import STOPWORDS, terms_of
from briefing.models import Span

#: how much of two sentences' words must be in one order for their figures to be held against each other
_SAME_WORDING = 0.6
_SHARED_WORDS = 3
#: words behind a figure that are not what it counts
_RELATIONS = frozenset("near across behind inside beside along among since within without toward per".split())


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
            yield FigureDifference(about=_about(one, n), one=one, other=other, here=here, there=there)


def _same_place(aligned: dict[int, int], n: int, m: int, size: int, other: int) -> bool:
    """Tell whether what stands behind a figure, and a word before it, is the same in both sentences."""
    behind = aligned.get(n + 1) == m + 1 or (n + 1 == size and m + 1 == other)
    before = aligned.get(n - 1) == m - 1 or (n == 0 and m == 0) or aligned.get(n - 2) == m - 2
    return behind and (before or aligned.get(n + 2) == m + 2)


def _about(line: Line, at: int) -> str:
    """What a figure counts, in the text's words: "dockers", "hours of talks"; "the date" or "the figure" where that is all one can say."""
    if line.pieces[at].days is not None:
        return "the date"
    text, pieces = line.reading.text, line.pieces
    reach = [at]
    for n in range(at + 1, min(at + 4, len(pieces))):
        if pieces[n].key == FIGURE or text[pieces[reach[-1]].span.end : pieces[n].span.start].strip(" -"):
            break
        reach.append(n)
    keys = [pieces[n].key for n in reach[1:]]
    if keys[:1] == ["of"]:
        reach, keys = [reach[0], *reach[2:]], keys[1:]
    if not keys or keys[0] in STOPWORDS or keys[0] in _RELATIONS:
        return "the figure"
    last = 3 if keys[1:2] == ["of"] and len(keys) > 2 and keys[2] not in STOPWORDS else 1
    return text[pieces[reach[1]].span.start : pieces[reach[last]].span.end]


def best_line(line: Line, others: Sequence[Line]) -> tuple[float, Line | None]:
    """The sentence among others that shares most words with one, and how much: 1 for the same words."""
    best: tuple[float, Line | None] = (0.0, None)
    for other in others:
        union = len(line.terms | other.terms)
        shared = len(line.terms & other.terms) / union if union else 0.0
        if shared > best[0]:
            best = (shared, other)
    return best
