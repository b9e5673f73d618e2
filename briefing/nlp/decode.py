"""From the model's scores to labelled spans, linked attributions and a dependency tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.nlp import labels

FloatArray = NDArray[np.float32]
Range = tuple[int, int]
_FAR = -1e4


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkWeights:
    """What the link scores need beside the projections: the vector that stands for "none", and the bias by distance."""

    none: Mapping[str, FloatArray]
    bias: Mapping[str, FloatArray]


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkedRoles:
    """An attribution as ranges of pieces."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float


def log_softmax(scores: FloatArray) -> FloatArray:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: FloatArray = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def _transitions(names: Sequence[str]) -> FloatArray:
    """0 where a label may follow another, far below elsewhere: I-x follows only B-x and I-x."""
    allowed = np.zeros((len(names), len(names)), dtype=np.float32)
    for j, after in enumerate(names):
        if after.startswith("I-"):
            for i, before in enumerate(names):
                if before[2:] != after[2:] or before == "O":
                    allowed[i, j] = _FAR
    return allowed


def best_labels(scores: FloatArray, names: Sequence[str]) -> NDArray[np.int64]:
    """Give the best sequence of BIO labels under their grammar, by Viterbi's algorithm."""
    length, count = scores.shape
    if length == 0:
        return np.zeros(0, dtype=np.int64)
    moves = _transitions(names)
    back = np.zeros((length, count), dtype=np.int64)
    state = scores[0] + np.array([_FAR if n.startswith("I-") else 0.0 for n in names], dtype=np.float32)
    rows = np.arange(count)
    for t in range(1, length):
        reach = state[:, None] + moves
        back[t] = reach.argmax(axis=0)
        state = reach[back[t], rows] + scores[t]
    path = np.zeros(length, dtype=np.int64)
    path[-1] = state.argmax()
    for t in range(length - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def labelled_ranges(path: NDArray[np.int64], names: Sequence[str]) -> list[tuple[str, int, int]]:
    """Read (type, start, end) ranges off a sequence of BIO labels."""
    found: list[tuple[str, int, int]] = []
    for place, label in enumerate(path):
        name = names[int(label)]
        if name.startswith("B-"):
            found.append((name[2:], place, place + 1))
        elif name.startswith("I-") and found and found[-1][2] == place:
            found[-1] = (found[-1][0], found[-1][1], place + 1)
    return found


def link_roles(ranges: Mapping[str, Sequence[Range]], output: FloatArray, weights: LinkWeights) -> list[LinkedRoles]:
    """Join the contents of one window with the source and cue that the trained scores point to.

    ``ranges`` holds the piece ranges of each role, ``output`` the window's rows. Contents that point back to an earlier content
    of the window are one attribution with it.
    """
    contents = list(ranges["content"])
    if not contents:
        return []
    candidates = {"cue": list(ranges["cue"]), "source": list(ranges["source"]), "before": contents}
    chosen: dict[str, list[int]] = {}
    sure: dict[str, list[float]] = {}
    for kind in labels.LINKS:
        queries = _means(output[:, labels.COLUMNS[f"{kind}_query"]], contents)
        scores = (queries @ weights.none[kind])[:, None] / labels.LINK**0.5
        if candidates[kind]:
            keys = _means(output[:, labels.COLUMNS[f"{kind}_key"]], candidates[kind])
            bucket = [[labels.link_bucket(c[0], k[0]) for k in candidates[kind]] for c in contents]
            pairs = queries @ keys.T / labels.LINK**0.5 + weights.bias[kind][np.array(bucket)]
            if kind == "before":
                later = np.array([[k[0] >= c[0] for k in candidates[kind]] for c in contents])
                pairs = np.where(later, _FAR, pairs)
            scores = np.concatenate((scores, pairs), axis=1)
        logs = log_softmax(scores.astype(np.float32))
        best = logs.argmax(axis=1)
        chosen[kind] = [int(b) - 1 for b in best]
        sure[kind] = [float(np.exp(logs[row, b])) for row, b in enumerate(best)]
    group = list(range(len(contents)))
    for row, before in enumerate(chosen["before"]):
        if before >= 0:
            group[row] = group[before]
    linked = []
    for head in sorted(set(group)):
        members = [row for row, g in enumerate(group) if g == head]
        # the piece of the content that is surest of its source speaks for all of it
        sources = sorted({chosen["source"][row] for row in members} - {-1})
        cues = sorted({chosen["cue"][row] for row in members} - {-1})
        best_source = max((row for row in members if chosen["source"][row] >= 0), key=lambda r: sure["source"][r], default=None)
        if best_source is not None:
            sources = [chosen["source"][best_source]]
        linked.append(
            LinkedRoles(
                source=tuple(candidates["source"][s] for s in sources),
                cue=tuple(candidates["cue"][c] for c in cues),
                content=tuple(contents[row] for row in members),
                confidence=float(np.mean([sure["source"][row] * sure["cue"][row] for row in members])),
            )
        )
    return linked


def _means(columns: FloatArray, ranges: Sequence[Range]) -> FloatArray:
    return np.stack([columns[s:e].mean(axis=0) for s, e in ranges])


def best_heads(dependents: FloatArray, heads: FloatArray, root: FloatArray) -> list[int]:
    """Give each word of a sentence its head, as a tree with one root (a root is its own head).

    The greedy choice is kept where it is a tree; a cycle is broken at the word that loses least (Chu and Liu 1965, one cycle at
    a time).
    """
    count = len(dependents)
    scores = dependents @ heads.T
    at_root = dependents @ root
    scores[np.arange(count), np.arange(count)] = _FAR
    top = int(at_root.argmax())
    scores[top] = _FAR
    scores[top, top] = 0
    found = scores.argmax(axis=1)
    for _ in range(count):
        cycle = _cycle(found, top)
        if not cycle:
            break
        inside = np.zeros(count, dtype=bool)
        inside[cycle] = True
        outside = np.where(inside[None, :], _FAR, scores[cycle])
        gain = outside.max(axis=1) - scores[cycle, found[cycle]]
        word = int(gain.argmax())
        found[cycle[word]] = outside[word].argmax()
        if gain[word] <= _FAR / 2:
            found[cycle[word]] = top
    # breaking one cycle can close another: what is still one after so many rounds hangs on the root, which no cycle goes through
    while cycle := _cycle(found, top):
        found[cycle[0]] = top
    return [int(h) for h in found]


def _cycle(found: NDArray[np.int64], top: int) -> list[int]:
    state = [0] * len(found)
    state[top] = 2
    for start in range(len(found)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(found[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []
