"""What the model reads in a text beyond its words: what is still to happen and of what kind, what is held, and who acts.

The branch of the model that gives it is learned from articles that readers read whole (`training/reading.py`). It proposes and weighs;
the rules decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from briefing.models import Span, StepKind
from briefing.nlp.labels import columns_of
from briefing.nlp.pieces import Pieces

FloatArray = NDArray[np.float32]
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)
#: none, the first piece of one, a further one
TAGS = 3
_WIDTHS = (
    ("step", TAGS),
    ("content", TAGS),
    # nobody, an actor that a briefing should name, one that it may name
    ("actor", TAGS),
    ("step_kind", len(STEP_KINDS)),
)
COLUMNS = columns_of(_WIDTHS)
OUTPUTS = sum(width for _, width in _WIDTHS)


class Reading:
    """What the model reads in one text; ``rows`` is of shape (pieces, `OUTPUTS`)."""

    def __init__(self, pieces: Pieces, rows: FloatArray) -> None:
        self._pieces = pieces
        self._rows = rows
        self._tags = {name: _softmax(rows[:, COLUMNS[name]]) for name in ("step", "content", "actor")}

    def steps(self, *, least: float) -> list[Span]:
        """The stretches that tell what is still to happen, each within one paragraph.

        A text is cut into what is none and what is one by the likeliest tags, with ``least`` (0 to 1) as the likelihood from which a
        word is rather in one than in none.
        """
        pieces = self._pieces
        first = np.flatnonzero(pieces.first)
        if not len(first):
            return []
        ends = np.append(first[1:], len(pieces)) - 1
        logs = np.log(self._tags["step"][first] + 1e-9)
        logs[:, 0] += np.log(least / (1 - least))
        breaks = np.append(True, pieces.paragraph[first[1:]] != pieces.paragraph[first[:-1]])
        path = _best_path(logs, breaks)
        found = []
        for start in np.flatnonzero(path == 1).tolist():
            end = start + 1
            while end < len(path) and path[end] == TAGS - 1:
                end += 1
            found.append(Span(int(pieces.starts[first[start]]), int(pieces.ends[ends[end - 1]])))
        return found

    def in_step(self, spans: Iterable[Span]) -> float:
        """How likely the words of ``spans`` tell what is still to happen, on average."""
        return self._inside("step", spans)

    def begins_step(self, spans: Sequence[Span]) -> float:
        """How likely a step begins where ``spans`` do, or up to two pieces away."""
        start, _ = self._pieces.within(*spans[0])
        near = slice(max(0, start - 2), start + 3)
        return float(self._tags["step"][near, 1][self._pieces.first[near]].max(initial=0.0))

    def in_content(self, spans: Iterable[Span]) -> float:
        """How likely the words of ``spans`` are held by somebody, on average."""
        return self._inside("content", spans)

    def actors(self, mentions: Iterable[Span]) -> list[float]:
        """How likely each mention is one of an actor that a briefing should name."""
        places = (self._pieces.within(*m) for m in mentions)
        return [float(self._tags["actor"][s, 1]) if s < e else 0.0 for s, e in places]

    def step_kind(self, what: Span) -> StepKind:
        """The likeliest kind of a step."""
        start, end = self._pieces.within(*what)
        rows = self._rows[start:end, COLUMNS["step_kind"]] if start < end else np.zeros((1, len(STEP_KINDS)), dtype=np.float32)
        return STEP_KINDS[int(rows.mean(axis=0).argmax())]

    def _inside(self, name: str, spans: Iterable[Span]) -> float:
        own = [1 - self._tags[name][s:e, 0][self._pieces.first[s:e]] for s, e in (self._pieces.within(*p) for p in spans)]
        joined = np.concatenate(own) if own else np.zeros(0)
        return float(joined.mean()) if len(joined) else 0.0


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
