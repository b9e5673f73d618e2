"""Near-duplicates: wire copy that several outlets print, with changes, is one document with all its outlets.

Shingles of five words and MinHash (Broder 1997), candidates by banding, then the true resemblance of each candidate pair. The cost
grows with the documents, not with their pairs.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.compose.terms import words_of
from briefing.models import Document

_SHINGLE, _HASHES, _BANDS = 5, 64, 32
_PRIME = np.uint64((1 << 31) - 1)
#: shared shingles over all shingles, or over those of the shorter text: a reprint may be cut
RESEMBLANCE, CONTAINMENT = 0.5, 0.75
_SEED = 20220920


@dataclass(frozen=True, kw_only=True, slots=True)
class Fold:
    """Documents that print one text; ``speaker`` is the newest, the fullest of those of one day."""

    speaker: Document
    others: tuple[Document, ...]


def fold_duplicates(documents: Sequence[Document]) -> tuple[Fold, ...]:
    """Group near-duplicates, in the order of their first documents. Every document is in exactly one group."""
    shingles = [_shingles(d) for d in documents]
    parent = list(range(len(documents)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, other in _candidates(shingles):
        a, b = root(one), root(other)
        if a != b and _alike(shingles[one], shingles[other]):
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Document]] = defaultdict(list)
    for number, document in enumerate(documents):
        groups[root(number)].append(document)
    return tuple(_fold(group) for group in groups.values())


def _fold(group: list[Document]) -> Fold:
    speaker = max(group, key=lambda d: (d.published.toordinal() if d.published else 0, len(d.text), d.id))
    return Fold(speaker=speaker, others=tuple(d for d in group if d is not speaker))


def _shingles(document: Document) -> NDArray[np.uint64]:
    words = words_of(document.text[document.body_start :])
    stretches = {" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))}
    return np.array(sorted({zlib.crc32(s.encode()) for s in stretches}), dtype=np.uint64)


def _candidates(shingles: Sequence[NDArray[np.uint64]]) -> list[tuple[int, int]]:
    rng = np.random.default_rng(_SEED)
    factor = rng.integers(1, int(_PRIME), _HASHES, dtype=np.uint64)
    offset = rng.integers(0, int(_PRIME), _HASHES, dtype=np.uint64)
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    rows = _HASHES // _BANDS
    for number, values in enumerate(shingles):
        hashed = (values[:, None] % _PRIME * factor[None, :] + offset[None, :]) % _PRIME
        signature = hashed.min(axis=0)
        for band in range(_BANDS):
            buckets[band, signature[band * rows : (band + 1) * rows].tobytes()].append(number)
    # each with the first of its bucket is enough: groups are joined
    pairs = {(members[0], other) for members in buckets.values() for other in members[1:]}
    return sorted(pairs)


def _alike(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> bool:
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared >= RESEMBLANCE * (len(a) + len(b) - shared) or (min(len(a), len(b)) >= 20 and shared >= CONTAINMENT * min(len(a), len(b)))
