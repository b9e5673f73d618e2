"""From the model's scores to labelled spans, linked attributions and a dependency tree."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.nlp import labels

FloatArray = NDArray[np.float32]
Range = tuple[int, int]
_FAR = -1e4
_PAIRS = slice(labels.COLUMNS["arc_dependent"].start, labels.OUTPUTS)
#: what a view's outermost piece weighs, in pieces from the edge
_EDGE = 20


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


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What the model says of one window: ``rows`` are those of the pieces ``[start, end)`` of the text."""

    start: int
    end: int
    rows: FloatArray

    def room(self, of: Range) -> float:
        """Give how many pieces stand between a range and the nearer edge; one that reaches beyond has less than none."""
        return min(of[0] - self.start, self.end - of[1])

    def clip(self, of: Range) -> Range:
        return max(of[0], self.start) - self.start, min(of[1], self.end) - self.start


def log_softmax(scores: FloatArray) -> FloatArray:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: FloatArray = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def blend(views: Sequence[View], pieces: int) -> FloatArray:
    """Give one row a piece of the text: where views overlap, their mean, weighted by how far from its edge each sees the piece.

    The columns that pairs are scored with are those of the first view that has the piece: between two views they are not comparable.
    """
    total = np.zeros((pieces, views[0].rows.shape[1]), dtype=np.float32)
    weights = np.zeros((pieces, 1), dtype=np.float32)
    for view in views:
        place = np.arange(view.end - view.start)
        weight = (_EDGE + np.minimum(place, place[::-1])).astype(np.float32)[:, None]
        total[view.start : view.end] += weight * view.rows
        weights[view.start : view.end] += weight
    total /= weights  # in place: a long text has some hundred MB of these
    for view in reversed(views):
        total[view.start : view.end, _PAIRS] = view.rows[:, _PAIRS]
    return total


def label_grammar(names: Sequence[str]) -> FloatArray:
    """0 where a label may follow another, far below elsewhere: I-x follows only B-x and I-x."""
    allowed = np.zeros((len(names), len(names)), dtype=np.float32)
    for j, after in enumerate(names):
        if after.startswith("I-"):
            for i, before in enumerate(names):
                if before[2:] != after[2:] or before == "O":
                    allowed[i, j] = _FAR
    return allowed


def best_labels(scores: FloatArray, names: Sequence[str], learned: FloatArray) -> NDArray[np.int64]:
    """Give the best sequence of BIO labels by Viterbi's algorithm, under their grammar and the ``learned`` scores of moving from
    one (row) to the next (column)."""
    length, count = scores.shape
    if length == 0:
        return np.zeros(0, dtype=np.int64)
    # a row is what may stand before a label: the innermost axis is the one that the best is sought along
    moves = np.ascontiguousarray((label_grammar(names) + learned).T)
    back = np.zeros((length, count), dtype=np.int64)
    state = scores[0] + np.array([_FAR if n.startswith("I-") else 0.0 for n in names], dtype=np.float32)
    reach = np.empty_like(moves)
    for score, best in zip(scores[1:], back[1:], strict=True):
        np.add(state, moves, out=reach)
        reach.argmax(axis=1, out=best)
        np.maximum.reduce(reach, axis=1, out=state)
        state += score
    path = np.zeros(length, dtype=np.int64)
    path[-1] = state.argmax()
    for t in range(length - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def labelled_ranges(
    path: NDArray[np.int64], names: Sequence[str], paragraph: NDArray[np.int64] | None = None
) -> list[tuple[str, int, int]]:
    """Read (type, start, end) ranges off a sequence of BIO labels; where ``paragraph`` is given, none goes on into the next one."""
    found: list[tuple[str, int, int]] = []
    for place, label in enumerate(path.tolist()):
        name = names[label]
        cut = name.startswith("I-") and paragraph is not None and place > 0 and paragraph[place] != paragraph[place - 1]
        if cut or name.startswith("B-"):
            found.append((name[2:], place, place + 1))
        elif name.startswith("I-") and found and found[-1][2] == place:
            found[-1] = (found[-1][0], found[-1][1], place + 1)
    return found


def link_roles(ranges: Mapping[str, Sequence[Range]], views: Sequence[View], weights: LinkWeights) -> list[LinkedRoles]:
    """Join the contents of a text with the source and cue that the trained scores point to.

    ``ranges`` holds the piece ranges of each role in the whole text, in order and apart from each other. Each content is linked in
    the view that shows most around it. Contents that point back to an earlier one are one attribution with it.
    """
    contents = list(ranges["content"])
    found: dict[int, dict[str, tuple[int, float]]] = {}
    by_view: dict[int, list[int]] = {}
    for number, view in enumerate(_roomiest(contents, views)):
        by_view.setdefault(view, []).append(number)
    for at, members in by_view.items():
        for number, chosen in zip(members, _choose([contents[n] for n in members], ranges, views[at], weights), strict=True):
            found[number] = chosen
    group = list(range(len(contents)))
    together: dict[int, list[int]] = {}
    for number in range(len(contents)):
        before = found[number]["before"][0]
        if 0 <= before < number:
            group[number] = group[before]
        together.setdefault(group[number], []).append(number)
    linked = []
    for _, members in sorted(together.items()):
        links = [found[n] for n in members]
        # the piece of the content that is surest of its source speaks for all of it
        sure = max((link["source"] for link in links if link["source"][0] >= 0), key=lambda choice: choice[1], default=None)
        cues = sorted({link["cue"][0] for link in links} - {-1})
        linked.append(
            LinkedRoles(
                source=(ranges["source"][sure[0]],) if sure is not None else (),
                cue=tuple(ranges["cue"][c] for c in cues),
                content=tuple(contents[n] for n in members),
                confidence=float(np.mean([link["source"][1] * link["cue"][1] for link in links])),
            )
        )
    return linked


def _roomiest(contents: Sequence[Range], views: Sequence[View]) -> list[int]:
    """For each content the view that shows most around it, the first of those that show as much.

    It is one of those that see some of it, for every piece is in some view.
    """
    order = sorted(range(len(views)), key=lambda v: views[v].start)
    starts = [views[v].start for v in order]
    longest = max((v.end - v.start for v in views), default=0)
    chosen = []
    for content in contents:
        near = order[bisect.bisect_left(starts, content[0] - longest) : bisect.bisect_left(starts, content[1])]
        chosen.append(max(near, key=lambda v: (views[v].room(content), -v)))
    return chosen


def _choose(
    contents: Sequence[Range], ranges: Mapping[str, Sequence[Range]], view: View, weights: LinkWeights
) -> list[dict[str, tuple[int, float]]]:
    """For each content and kind of link the chosen candidate, by its place in ``ranges`` (-1 for none), and how sure that is."""
    chosen: list[dict[str, tuple[int, float]]] = [{} for _ in contents]
    own = [view.clip(c) for c in contents]
    for kind in labels.LINKS:
        of = ranges["content" if kind == "before" else kind]
        first = bisect.bisect_right(of, view.start, key=lambda r: r[1])
        seen = [(n, view.clip(of[n])) for n in range(first, bisect.bisect_left(of, view.end, first, key=lambda r: r[0]))]
        queries = _means(view.rows[:, labels.COLUMNS[f"{kind}_query"]], own)
        scores = (queries @ weights.none[kind])[:, None] / labels.LINK**0.5
        if seen:
            keys = _means(view.rows[:, labels.COLUMNS[f"{kind}_key"]], [r for _, r in seen])
            bucket = [[labels.link_bucket(c[0], k[0]) for _, k in seen] for c in own]
            pairs = queries @ keys.T / labels.LINK**0.5 + weights.bias[kind][np.array(bucket)]
            if kind == "before":
                pairs = np.where([[k[0] >= c[0] for _, k in seen] for c in own], _FAR, pairs)
            scores = np.concatenate((scores, pairs), axis=1)
        logs = log_softmax(scores.astype(np.float32))
        for row, best in enumerate(logs.argmax(axis=1)):
            place = -1 if best == 0 else seen[best - 1][0]
            chosen[row][kind] = (place, float(np.exp(logs[row, best])))
    return chosen


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
    heads = found.tolist()
    state = [0] * len(heads)
    state[top] = 2
    for start in range(len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []
