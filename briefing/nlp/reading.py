"""What the model reads in a text beyond its words: what is still to happen, what is held and of what kind, by whom, and who acts.

The branch of the model that gives it is learned from articles that readers read whole (`training/reading.py`). It proposes and weighs;
the rules decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from briefing.models import PositionKind, Span, StepKind
from briefing.nlp.pieces import Pieces

FloatArray = NDArray[np.float32]
POSITION_KINDS: tuple[PositionKind, ...] = get_args(PositionKind)
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)
#: none, the first piece of one, a further one
TAGS = 3
#: width of the projections that a content and a mention of its holder are scored with
HOLDER = 64
_WIDTHS = (
    ("step", TAGS),
    ("content", TAGS),
    # nobody, an actor that a briefing should name, one that it may name
    ("actor", TAGS),
    ("kind", len(POSITION_KINDS)),
    ("step_kind", len(STEP_KINDS)),
    ("query", HOLDER),
    ("key", HOLDER),
    # how much a piece speaks for nobody, as a content's query
    ("nobody", 1),
)
COLUMNS: dict[str, slice] = {}
_at = 0
for _name, _width in _WIDTHS:
    COLUMNS[_name] = slice(_at, _at + _width)
    _at += _width
OUTPUTS = _at
#: how far from a content its holder is looked for, in pieces before and behind
_BEFORE, _BEHIND = 320, 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A stretch that the model reads as one step or one content, and how sure it is of it (0 to 1)."""

    span: Span
    likelihood: float


class Reading:
    """What the model reads in one text; ``rows`` is of shape (pieces, `OUTPUTS`)."""

    def __init__(self, pieces: Pieces, rows: FloatArray) -> None:
        self._pieces = pieces
        self._rows = rows
        self._tags = {name: _softmax(rows[:, COLUMNS[name]]) for name in ("step", "content", "actor")}

    def steps(self, *, least: float) -> list[Read]:
        """The stretches that tell what is still to happen, each within one paragraph and with at least so much likelihood."""
        return self._stretches("step", least)

    def contents(self, *, least: float) -> list[Read]:
        """The stretches that somebody holds."""
        return self._stretches("content", least)

    def in_step(self, spans: Iterable[Span]) -> float:
        """How likely the words of ``spans`` tell what is still to happen, on average."""
        return self._inside("step", spans)

    def begins_step(self, spans: Sequence[Span]) -> float:
        """How likely a step begins where ``spans`` do, or up to two pieces away."""
        start, _ = self._place(spans[0])
        return float(self._tags["step"][max(0, start - 2) : start + 3, 1].max(initial=0.0))

    def in_content(self, spans: Iterable[Span]) -> float:
        """How likely the words of ``spans`` are held by somebody, on average."""
        return self._inside("content", spans)

    def actors(self, mentions: Iterable[Span]) -> list[float]:
        """How likely each mention is one of an actor that a briefing should name."""
        places = map(self._place, mentions)
        return [float(self._tags["actor"][s, 1]) if s < e else 0.0 for s, e in places]

    def kinds(self, content: Iterable[Span]) -> dict[PositionKind, float]:
        """How likely a content is of each kind."""
        return dict(zip(POSITION_KINDS, self._mean_kinds("kind", content, len(POSITION_KINDS)), strict=True))

    def step_kinds(self, what: Iterable[Span]) -> dict[StepKind, float]:
        """How likely a step is of each kind."""
        return dict(zip(STEP_KINDS, self._mean_kinds("step_kind", what, len(STEP_KINDS)), strict=True))

    def holders(self, content: Sequence[Span], mentions: Sequence[Sequence[Span]]) -> list[float]:
        """How likely each of several is the one who holds a content, by where each is mentioned; what is missing from 1 speaks for
        others, or for nobody."""
        places = [p for p in map(self._place, content) if p[0] < p[1]]
        if not places:
            return [0.0] * len(mentions)
        own = np.concatenate([np.arange(s, e) for s, e in places])
        low, high = max(0, int(own[0]) - _BEFORE), min(len(self._rows), int(own[-1]) + _BEHIND)
        query = self._rows[own, COLUMNS["query"]].mean(axis=0)
        scores = self._rows[low:high, COLUMNS["key"]] @ query / HOLDER**0.5
        nobody = self._rows[own, COLUMNS["nobody"]].mean()
        shares = _softmax(np.append(scores, nobody)[None])[0]
        found = []
        for spans in mentions:
            near = [(s - low, e - low) for s, e in map(self._place, spans) if low <= s < e <= high]
            found.append(float(sum(shares[s:e].sum() for s, e in near)))
        return found

    def _place(self, span: Span) -> tuple[int, int]:
        start = int(np.searchsorted(self._pieces.ends, span.start, side="right"))
        return start, max(start, int(np.searchsorted(self._pieces.starts, span.end, side="left")))

    def _inside(self, name: str, spans: Iterable[Span]) -> float:
        own = [1 - self._tags[name][s:e, 0][self._pieces.first[s:e]] for s, e in map(self._place, spans)]
        joined = np.concatenate(own) if own else np.zeros(0)
        return float(joined.mean()) if len(joined) else 0.0

    def _mean_kinds(self, name: str, spans: Iterable[Span], count: int) -> list[float]:
        places = [p for p in map(self._place, spans) if p[0] < p[1]]
        if not places:
            return [1 / count] * count
        rows = np.concatenate([self._rows[s:e, COLUMNS[name]] for s, e in places])
        return [float(x) for x in _softmax(rows.mean(axis=0)[None])[0]]

    def _stretches(self, name: str, least: float) -> list[Read]:
        """Cut a text into what is none and what is one: a stretch begins where a word more likely begins one than not, against
        ``least``, and goes on while its words do."""
        pieces = self._pieces
        first = np.flatnonzero(pieces.first)
        if not len(first):
            return []
        ends = np.append(first[1:], len(pieces)) - 1
        logs = np.log(self._tags[name][first] + 1e-9)
        logs[:, 0] += np.log(least / (1 - least))
        breaks = np.append(True, pieces.paragraph[first[1:]] != pieces.paragraph[first[:-1]])
        path = _best_path(logs, breaks)
        inside = 1 - self._tags[name][first, 0]
        found = []
        for start in np.flatnonzero(path == 1).tolist():
            end = start + 1
            while end < len(path) and path[end] == TAGS - 1:
                end += 1
            span = Span(int(pieces.starts[first[start]]), int(pieces.ends[ends[end - 1]]))
            found.append(Read(span=span, likelihood=float(inside[start:end].mean())))
        return found


def _best_path(logs: FloatArray, breaks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The best tags by Viterbi's algorithm: a further piece follows only a piece of the same stretch, in the same paragraph."""
    back = np.zeros((len(logs), TAGS), dtype=np.int64)
    none, begun, further = float(logs[0, 0]), float(logs[0, 1]), -np.inf
    for at in range(1, len(logs)):
        best = max(none, begun, further)
        back[at, :2] = (none, begun, further).index(best)
        on = -np.inf if breaks[at] else max(begun, further)
        back[at, 2] = 1 if begun >= further else 2
        none, begun, further = best + float(logs[at, 0]), best + float(logs[at, 1]), on + float(logs[at, 2])
    path = np.zeros(len(logs), dtype=np.int64)
    path[-1] = int(np.argmax((none, begun, further)))
    for at in range(len(logs) - 1, 0, -1):
        path[at - 1] = back[at, path[at]]
    return path


def _softmax(scores: FloatArray) -> FloatArray:
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: FloatArray = shifted / shifted.sum(axis=-1, keepdims=True)
    return result
