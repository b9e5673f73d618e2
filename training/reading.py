"""What the branch that reads articles whole learns: what is still to happen, what is held and of what kind, by whom, and who acts.

What readers found in articles is told by ``training/actors.csv``, ``positions.csv`` and ``noted.csv`` (`training.told`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from briefing.models import PositionKind
from briefing.nlp.annotate import features_of
from briefing.nlp.pieces import Pieces, cut_windows
from briefing.nlp.reading import STEP_KINDS, TAGS
from training import told
from training.windows import IGNORE, frame

POSITION_KINDS: tuple[str, ...] = get_args(PositionKind)
#: width of the projections that a content and a mention of its holder are scored with
HOLDER = 64
#: how much each task counts
WEIGHTS = {"step": 1.0, "content": 1.0, "actor": 0.3, "kind": 0.3, "step_kind": 0.2, "holder": 0.2}


class Held(NamedTuple):
    """A content in a window: its pieces, its kind and the first pieces of its holder's mentions (None: neither is known)."""

    start: int
    end: int
    kind: int | None
    holder: list[int] | None


class Window(NamedTuple):
    features: dict[str, NDArray[np.int64]]
    #: a label a piece of each of step, content and actor
    tags: dict[str, NDArray[np.int64]]
    contents: list[Held]
    #: pieces and kind of each step
    steps: list[tuple[int, int, int]]


class Article(NamedTuple):
    told: told.Article
    pieces: Pieces


def windows_of(article: Article, limit: int) -> Iterator[Window]:
    """Cut an article into windows of at most so many pieces; places count from the CLS piece at 0."""
    read, pieces = article.told, article.pieces
    tags = {
        "step": _stretches(pieces, [s.place for s in read.steps]),
        "content": _stretches(pieces, [c.place for c in read.contents]),
        "actor": np.where(pieces.first, 0, IGNORE),
    }
    for actor in read.actors:
        for mention in actor.mentions:
            start, end = pieces.within(*mention)
            if start < end:
                tags["actor"][start] = 1 if actor.salience >= told.NEEDED else 2
    for low, high in cut_windows(pieces, read.text, limit):
        inside = {name: frame(of[low:high], IGNORE) for name, of in tags.items()}
        contents = []
        for content in read.contents:
            start, end = pieces.within(*content.place)
            if low <= start < end <= high:
                holder = None
                if content.holder is not None:
                    own = [pieces.within(*m)[0] for m in content.holder if not (content.place[0] <= m[0] and m[1] <= content.place[1])]
                    holder = [at - low + 1 for at in own if low <= at < high]
                kind = POSITION_KINDS.index(content.kind) if content.kind else None
                contents.append(Held(start - low + 1, end - low + 1, kind, holder))
        steps = [(*pieces.within(*s.place), STEP_KINDS.index(s.kind)) for s in read.steps if s.kind]
        yield Window(
            features=features_of(pieces, low, high),
            tags=inside,
            contents=contents,
            steps=[(s - low + 1, e - low + 1, kind) for s, e, kind in steps if low <= s < e <= high],
        )


def _stretches(pieces: Pieces, places: list[told.Place]) -> NDArray[np.int64]:
    """A tag a piece; of stretches that overlap, the longer one."""
    tags = np.where(pieces.first, 0, IGNORE)
    for place in sorted(places, key=lambda p: p[0] - p[1]):
        start, end = pieces.within(*place)
        if start < end and not (tags[start:end] > 0).any():
            tags[start:end] = np.where(pieces.first[start:end], TAGS - 1, IGNORE)
            tags[start] = 1
    return tags
