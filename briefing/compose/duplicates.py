"""Near-duplicates: wire copy that several outlets print, with changes, is one document with all its outlets.

Equal texts first. Then shingles of three words and MinHash (Broder 1997), candidates by banding, and the true resemblance of each
candidate pair. The cost grows with the documents, not with their pairs. Texts that tell the same of another actor or place, by
their headlines or first sentences, are two documents however alike they are.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing.compose.figures import NUMERALS
from briefing.compose.swaps import Word, distinct_words, find_swaps, named_words, read_words
from briefing.compose.terms import STOPWORDS, overlap, stem, words_of
from briefing.models import Analysis, Document

_SHINGLE, _HASHES, _BANDS = 3, 64, 32
_PRIME = np.uint64((1 << 31) - 1)
_SEED = 20220920
#: shared shingles over those of the shorter text: at the first a reprint that was cut, at the second one that was reworded, if also
#: so much of all their words is shared and they open alike; a follow-up repeats its background, and opens with what is new
CUT, REWORDED, WORDS, OPENING = 0.75, 0.45, 0.5, 0.45
_OPENING_WORDS = 30
#: a series, such as a market report, keeps its words and changes its figures: so many of the figures must be shared
_SERIES_FIGURES, _SHARED_FIGURES = 5, 0.5
#: of the documents in one bucket each is compared with so many
_COMPARED = 4
#: a newer version speaks for the others if it has so much of the fullest one's length
_FULL = 0.85


@dataclass(frozen=True, kw_only=True, slots=True)
class Fold:
    """Documents that print one text; ``speaker`` is the newest that is about as full as the fullest."""

    speaker: Document
    others: tuple[Document, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Print:
    """What is compared of a document."""

    shingles: NDArray[np.uint64]
    terms: frozenset[str]
    opening: frozenset[str]
    figures: frozenset[str]
    #: the figures written in words, and those in digits
    counts: frozenset[str]
    published: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Opening:
    """How a document names what it is about: its headline and first sentence, and all words of its text."""

    title: list[Word]
    lead: list[Word]
    words: frozenset[str]


def fold_duplicates(documents: Sequence[Document], analyses: Mapping[str, Analysis]) -> tuple[Fold, ...]:
    """Group near-duplicates, in the order of their first documents. Every document is in exactly one group.

    ``analyses`` are by document id.
    """
    words = [words_of(d.text[d.body_start :]) for d in documents]
    parent = list(range(len(documents)))
    seen: dict[tuple[str, ...], int] = {}
    for number, own in enumerate(words):
        parent[number] = seen.setdefault(tuple(own), number)
    distinct = sorted(seen.values())
    prints = {n: _print(words[n], documents[n].published) for n in distinct}

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    openings: dict[int, _Opening] = {}

    def opening(at: int) -> _Opening:
        if at not in openings:
            openings[at] = _opening(documents[at], analyses[documents[at].id])
        return openings[at]

    for one, other in _candidates({n: p.shingles for n, p in prints.items()}):
        a, b = root(one), root(other)
        if a != b and _alike(prints[one], prints[other]) and not _is_of_another(opening(one), opening(other)):
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Document]] = defaultdict(list)
    for number, document in enumerate(documents):
        groups[root(number)].append(document)
    return tuple(_fold(group) for group in groups.values())


def _fold(group: list[Document]) -> Fold:
    fullest = max(len(d.text) for d in group)
    full = [d for d in group if len(d.text) >= _FULL * fullest]
    speaker = max(full, key=lambda d: (d.published.toordinal() if d.published else 0, len(d.text), d.id))
    return Fold(speaker=speaker, others=tuple(d for d in group if d is not speaker))


def _print(words: list[str], published: date | None) -> _Print:
    stretches = {" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))}
    return _Print(
        shingles=np.array(sorted({zlib.crc32(s.encode()) for s in stretches}), dtype=np.uint64),
        terms=_terms(words),
        opening=_terms(words[:_OPENING_WORDS]),
        figures=frozenset(w for w in words if w[:1].isdigit()),
        counts=frozenset(t for t in map(stem, words) if t[:1].isdigit() or t in NUMERALS),
        published=published,
    )


def _terms(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(w) for w in words if w not in STOPWORDS)


def _candidates(shingles: dict[int, NDArray[np.uint64]]) -> Iterator[tuple[int, int]]:
    """Pairs of documents that share a band of their signatures, each once."""
    rng = np.random.default_rng(_SEED)
    factor = rng.integers(1, int(_PRIME), _HASHES, dtype=np.uint64)
    offset = rng.integers(0, int(_PRIME), _HASHES, dtype=np.uint64)
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    rows = _HASHES // _BANDS
    for number, values in shingles.items():
        hashed = (values[:, None] % _PRIME * factor[None, :] + offset[None, :]) % _PRIME
        signature = hashed.min(axis=0)
        for band in range(_BANDS):
            buckets[band, signature[band * rows : (band + 1) * rows].tobytes()].append(number)
    # groups are joined, so that in a bucket of many a few comparisons each are enough
    pairs = {(one, other) for members in buckets.values() for n, other in enumerate(members) for one in _partners(members, n)}
    yield from sorted(pairs)


def _partners(members: Sequence[int], at: int) -> Sequence[int]:
    return members[:at] if at <= _COMPARED else (members[0], *members[at - _COMPARED + 1 : at])


def _alike(a: _Print, b: _Print) -> bool:
    shared = len(np.intersect1d(a.shingles, b.shingles, assume_unique=True))
    smaller = min(len(a.shingles), len(b.shingles))
    if smaller < 20:
        return shared >= CUT * max(len(a.shingles), len(b.shingles)) and not _is_series(a, b)
    if shared < REWORDED * smaller or _is_series(a, b):
        return False
    if shared >= CUT * smaller:
        return True
    if a.counts - b.counts and b.counts - a.counts:
        return False
    return len(a.terms & b.terms) >= WORDS * len(a.terms | b.terms) and overlap(a.opening, b.opening) >= OPENING


def _is_series(a: _Print, b: _Print) -> bool:
    """Tell whether two texts of different days have many figures, and few of them in common."""
    fewer = min(len(a.figures), len(b.figures))
    return a.published != b.published and fewer >= _SERIES_FIGURES and len(a.figures & b.figures) < _SHARED_FIGURES * fewer


def _opening(document: Document, analysis: Analysis) -> _Opening:
    start = document.dateline.end if document.dateline is not None else document.body_start
    lead = next((s for s in sorted(analysis.sentences) if s.end > start), None)
    named = named_words(document, analysis)
    return _Opening(
        title=read_words(document.title or "", named),
        lead=read_words(document.text, named, max(start, lead.start), lead.end) if lead is not None else [],
        words=distinct_words(document.text) | distinct_words(document.title or ""),
    )


def _is_of_another(a: _Opening, b: _Opening) -> bool:
    """Tell whether two openings have another name in the same place, which the other text does not have at all."""
    for swap in (*find_swaps(a.title, b.title), *find_swaps(a.lead, b.lead)):
        if not any(w.text in b.words for w in swap.here) and not any(w.text in a.words for w in swap.there):
            return True
    return False
