"""Stories: the documents about one development, found by what they name and by meaning, not by their titles.

Two documents are as near as the rare words that they share, names of actors and places above all, and the cosine of their embeddings.
A word is rare in the news at large, not among the documents at hand, where every word is; a name alone, of a town or of somebody who
has two affairs on one day, brings no two documents together. Clusters are joined by average linkage from the nearest pair on: the cosine
of their centroids joins a thousand articles on one region in the end. On the ten days of ``tests/days`` words and meaning together find
stories better than either, than named actors, and than any of them with single linkage; the threshold is one that keeps unrelated
newswire apart too. Articles of one pattern that are about others (identity.py), and two affairs of one actor, are not near, whatever
they share.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing.compose.commonness import rarity
from briefing.compose.identity import Identity, are_apart, identify
from briefing.compose.readings import Reading, uncalled
from briefing.compose.terms import STOPWORDS, stem, words_of

#: what words and meaning weigh, and how near the documents of two clusters are on average if they tell of one development
WORDS, MEANING = 0.8, 0.2
NEAR = 0.2
#: the most that one word adds to the nearness of two documents, however rare it is
_WORD_MOST = 0.04
#: what goes on for days changes its words: of two clusters that are not of one day, and of which one has several documents, the nearness
#: counts by so much more
_GOING_ON = 1.1
#: two documents of a day that share hardly a word but names and offices have those in common, and no development, unless they mean much
#: the same; on later days a story is told in other words
_SAID, _MEANT = 0.02, 0.55
#: two that mean somewhat more of the same, a strike and the fees of one minister's schools, have in common no more than who and where
_SAID_BESIDE, _MEANT_BESIDE = 0.024, 0.72
#: documents further apart than this tell of two developments, however like
_DAYS = 10
#: a document is compared with others that share one of its most telling words: of each word with the latest of them only, and with
#: no more than so many in all, so that the cost grows with the documents
_CUES, _LATEST, _NEIGHBOURS = 16, 30, 24

Terms = dict[str, float]


@dataclass(kw_only=True, eq=False)
class Cluster:
    """The readings of one story as they come together: the sums of their vectors, and the days they span."""

    members: list[int]
    words: Terms
    meaning: NDArray[np.float32] | None
    first: date | None
    last: date | None
    near: set[int]
    #: documents that are of another event than members, with the number of these
    apart: Counter[int]


def cluster_stories(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Put every reading into one story; the order within and between them is that of the dates, then of the input."""
    ordered = sorted(readings, key=lambda r: r.document.published or date.max)
    words = word_vectors(ordered)
    clusters = {n: _single(n, reading, words[n]) for n, reading in enumerate(ordered)}
    waiting: list[tuple[float, int, int]] = []
    marks = [identify(r) for r in ordered]
    pairs = list(_candidates(words))
    for a, b in pairs:
        if are_apart(marks[a], marks[b]) or _have_names_alone(clusters[a], clusters[b], marks[a], marks[b]):
            clusters[a].apart[b] = clusters[b].apart[a] = 1
    for a, b in pairs:
        _meet(clusters, waiting, a, b)
    heapq.heapify(waiting)
    fresh = len(ordered)
    while waiting:
        _, a, b = heapq.heappop(waiting)
        if a not in clusters or b not in clusters:
            continue
        merged = _merge(clusters.pop(a), clusters.pop(b))
        others = sorted(n for n in merged.near if n in clusters)
        merged.near = set()
        clusters[fresh] = merged
        for other in others:
            _meet(clusters, waiting, other, fresh, push=True)
        fresh += 1
    found = sorted(sorted(c.members) for c in clusters.values())
    return [[ordered[n] for n in members] for members in found]


def word_vectors(readings: Sequence[Reading]) -> list[Terms]:
    """A unit-length vector of each document's words, the rarer the heavier, its title among them."""
    bags = [_bag(r) for r in readings]
    spread = Counter(term for bag in bags for term in bag)
    vectors: list[Terms] = []
    for bag in bags:
        weighed = {t: (1 + math.log(n)) * rarity(t, spread[t], len(bags)) for t, n in bag.items()}
        size = math.sqrt(sum(w * w for w in weighed.values()))
        vectors.append({t: w / size for t, w in weighed.items()})
    return vectors


def _bag(reading: Reading) -> Counter[str]:
    document = reading.document
    words = [*words_of(document.title or ""), *words_of(document.text[document.body_start :])]
    bag = Counter(stem(w) for w in words if w not in STOPWORDS)
    for part in uncalled(reading):
        bag.pop(part, None)
    return bag


def _candidates(vectors: Sequence[Terms]) -> Iterator[tuple[int, int]]:
    """Pairs of documents worth comparing, the earlier first."""
    spread = Counter(term for vector in vectors for term in vector)
    latest: dict[str, deque[tuple[int, float]]] = defaultdict(lambda: deque(maxlen=_LATEST))
    for number, vector in enumerate(vectors):
        telling = heapq.nlargest(_CUES, ((w, t) for t, w in vector.items() if spread[t] > 1))
        shared: dict[int, float] = defaultdict(float)
        for weight, term in telling:
            for other, theirs in latest[term]:
                shared[other] += weight * theirs
            latest[term].append((number, weight))
        nearest = heapq.nlargest(_NEIGHBOURS, shared.items(), key=lambda s: (s[1], s[0]))
        yield from ((other, number) for other, _ in nearest)


def _single(number: int, reading: Reading, words: Terms) -> Cluster:
    day, embedding = reading.document.published, reading.analysis.embedding
    meaning = np.asarray(embedding, dtype=np.float32) if embedding else None
    return Cluster(members=[number], words=dict(words), meaning=meaning, first=day, last=day, near=set(), apart=Counter())


def _meet(clusters: dict[int, Cluster], waiting: list[tuple[float, int, int]], a: int, b: int, *, push: bool = False) -> None:
    """Let two clusters that are near know of one another, and wait to be joined if they are near enough.

    Those that are not need not: what is joined is as near to a third as its parts are on average, but for what `_GOING_ON` adds.
    """
    one, other = clusters[a], clusters[b]
    near = nearness(one, other)
    if near < NEAR / _GOING_ON:
        return
    one.near.add(b)
    other.near.add(a)
    if near < NEAR:
        return
    pair = (-near, a, b)
    heapq.heappush(waiting, pair) if push else waiting.append(pair)


def _merge(a: Cluster, b: Cluster) -> Cluster:
    small, large = sorted((a, b), key=lambda c: len(c.words))
    for term, weight in small.words.items():
        large.words[term] = large.words.get(term, 0.0) + weight
    meanings = [c.meaning for c in (a, b) if c.meaning is not None]
    days = [d for d in (a.first, a.last, b.first, b.last) if d is not None]
    return Cluster(
        members=[*a.members, *b.members],
        words=large.words,
        meaning=np.add.reduce(meanings) if meanings else None,
        first=min(days, default=None),
        last=max(days, default=None),
        near=a.near | b.near,
        apart=a.apart + b.apart,
    )


def nearness(a: Cluster, b: Cluster) -> float:
    """The average nearness of the documents of one to those of the other, from 0 to 1; 0 where too many days lie between them."""
    if a.first is not None and b.first is not None and a.last is not None and b.last is not None:
        gap = max((b.first - a.last).days, (a.first - b.last).days)
        if gap > _DAYS:
            return 0.0
    small, large = sorted((a.words, b.words), key=len)
    pairs = len(a.members) * len(b.members)
    most = _WORD_MOST * pairs
    words = sum(min(most, weight * large[term]) for term, weight in small.items() if term in large)
    one, other = sorted((a, b), key=lambda c: len(c.members))
    joint = 1 - sum(other.apart[n] for n in one.members) / pairs
    meaning = float(a.meaning @ b.meaning) if a.meaning is not None and b.meaning is not None else 0.0
    near = joint * (WORDS * words + MEANING * meaning) / pairs
    return near * _GOING_ON if pairs > 1 and _is_later(a, b) else near


def _have_names_alone(a: Cluster, b: Cluster, one: Identity, other: Identity) -> bool:
    """Tell whether what brings two documents together is hardly more than whom both name."""
    if not one.called or not other.called or a.first != b.first or a.meaning is None or b.meaning is None:
        return False
    meant = float(a.meaning @ b.meaning)
    if meant < _MEANT and _said(a, b, one.called | other.called) < _SAID:
        return True
    return meant < _MEANT_BESIDE and _said(a, b, one.scene | other.scene) < _SAID_BESIDE


def _said(a: Cluster, b: Cluster, aside: frozenset[str]) -> float:
    """How near the words of two documents are, some aside."""
    return sum(min(_WORD_MOST, a.words[t] * b.words[t]) for t in (a.words.keys() & b.words.keys()) - aside)


def _is_later(a: Cluster, b: Cluster) -> bool:
    return a.first is not None and b.first is not None and not a.first == a.last == b.first == b.last
