"""Learn how much a position matters: two logistic regressions over the signs of what the rules find that somebody holds.

python -m training.positions DATA FOLDER BUT0 BUT1

``training/positions.csv`` holds every position of an article of ``DATA``, told by reading: where its words stand, and its importance (3:
the briefing must carry it); an article without any has a row without a place. What the rules find beside them no reader did. The
weights go into ``FOLDER/positions.json``, beside the model and the weights of actors by which they were learned.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.models import LIKELY, Span
from briefing.nlp.analyze import read_cast
from briefing.nlp.position_signs import Claims
from briefing.nlp.salience import actor_standing
from briefing.nlp.steps import find_steps, weigh_steps
from briefing.nlp.topic import Topic
from training.articles import Unseen, read_arguments, read_article
from training.description import describe
from training.regression import Array, fit, folds, tabulate, weigh_unseen, written
from training.told import rows_of

TOLD = "positions.csv"
#: how strongly weights are held to 0; chosen by cross-validation
HELD = 10.0
FOLDS = 10
#: words are the same where their places overlap so far (intersection over union)
OVERLAP = 0.5
#: a briefing should have a position of this importance, and must have one of this
WORTHY, VITAL = 2, 3


class Told(NamedTuple):
    """A position that a reader found: its place, and how much it matters, from 1 to 3."""

    place: Span
    importance: int


class Example(NamedTuple):
    article: str
    signs: dict[str, float]
    #: 0 for what no reader found
    importance: int


def read_told() -> dict[str, list[Told]]:
    """Read the positions, by article."""
    return {
        article: [Told(Span(int(row["start"]), int(row["end"])), int(row["importance"])) for row in rows]
        for article, rows in rows_of(TOLD).items()
    }


def examples(data: Path, unseen: Unseen) -> Iterator[Example]:
    """What the rules find that somebody holds, each with what a reader made of it."""
    for article, told in sorted(read_told().items()):
        annotator = unseen.of(article)
        document, scene = read_article(data, article, annotator)
        steps = weigh_steps(scene, find_steps(scene, headline=document.title_span), annotator)
        cast = read_cast(scene, [s for s in steps if s.confidence >= LIKELY], document)
        entities = scene.resolver.roster.entities
        standing = {id(e): actor_standing(e, cast, annotator.standing).salience for e in entities}
        topic = Topic(scene.view, body_start=document.body_start, title=document.title)
        claims = Claims(scene.view, scene.held, entities, standing, topic, body_start=document.body_start)
        for position in scene.held:
            likest = max(told, key=lambda t: _overlap(position.content, t.place), default=None)
            is_told = likest is not None and _overlap(position.content, likest.place) >= OVERLAP
            for actor in position.actors:
                yield Example(article, claims.signs_of(position, actor), likest.importance if likest is not None and is_told else 0)


def _overlap(content: Sequence[Span], place: Span) -> float:
    """What a content and a place have in common, as a share of both together."""
    shared = sum(max(0, min(s.end, place.end) - max(s.start, place.start)) for s in content)
    return shared / (sum(s.end - s.start for s in content) + place.end - place.start - shared)


def main() -> None:
    args = read_arguments(__doc__)
    found = list(examples(args.data, Unseen(args.folder, args.branches)))
    names, rows = tabulate([e.signs for e in found])
    importance, every = np.array([e.importance for e in found]), np.ones(len(found))
    parts = folds((e.article for e in found), FOLDS)
    reached = [(importance >= least).astype(float) for least in (WORTHY, VITAL)]
    unseen = [weigh_unseen(rows, is_one, every, parts, held=HELD) for is_one in reached]
    _print_measures(found, importance, (unseen[0] + unseen[1]) / 2)
    worthy, vital = (fit(rows, is_one, every, held=HELD) for is_one in reached)
    learned = {**written(worthy, names), "vital": written(vital, names)}
    (args.folder / "positions.json").write_text(json.dumps(learned) + "\n", encoding="utf-8")
    print(describe(args.folder))


def _print_measures(found: Sequence[Example], importance: NDArray[np.int_], salience: Array) -> None:
    """Print how often the weightier of two positions of an article comes first, and what the three that come first are."""
    right = pairs = 0.0
    firsts: list[int] = []
    by_article: dict[str, list[int]] = defaultdict(list)
    for number, example in enumerate(found):
        by_article[example.article].append(number)
    for own in by_article.values():
        ordered = [importance[n] for n in sorted(own, key=lambda n: -salience[n])]
        firsts += ordered[:3] if len(own) > 3 else []
        pairs += sum(a != b for n, a in enumerate(ordered) for b in ordered[:n])
        right += sum(a < b for n, a in enumerate(ordered) for b in ordered[:n])
    shares = " ".join(f"{least}: {100 * np.mean(np.array(firsts) == least):.1f} %" for least in range(4))
    print(f"{len(found)} positions of {len(read_told())} articles, {np.bincount(importance, minlength=4)} of importance 0 to 3")
    print(f"not learned from: the weightier first in {100 * right / pairs:.1f} of 100 pairs; the first three by importance: {shares}")


if __name__ == "__main__":
    main()
