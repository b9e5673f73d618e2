"""Learn whether a reader of a whole article would note a step, from articles in which readers noted every one.

``training/noted.csv`` has a row for each step noted, with its place, and one without a place for an article in which none was. What the
rules find elsewhere in these articles nobody noted. The signs are those of a step and how likely a desk would list it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from briefing.nlp.steps import find_steps
from briefing.nlp.steps.signs import Article, noted_signs, signs_of
from briefing.nlp.worth import Worth
from training.articles import Unseen, read_article
from training.regression import folds, tabulate
from training.step_weights import fit, unseen, written
from training.told import Place, rows_of

NOTED = "noted.csv"
#: chosen by cross-validation: there are fewer of them than of the judgments that a desk's list is learned from
HELD, MEANING = 20.0, 2.0
FOLDS = 8
#: a step is the one noted where their places overlap so far (intersection over union), or one holds so much of the other
OVERLAP, INSIDE = 0.35, 0.85


class Found(NamedTuple):
    article: str
    signs: dict[str, float]
    meaning: tuple[float, ...]
    is_noted: bool


def read_noted() -> dict[str, list[Place]]:
    """Read the places of the steps noted, by article."""
    return {Path(article).name: [(int(row["start"]), int(row["end"])) for row in rows] for article, rows in rows_of(NOTED).items()}


def is_same(one: Place, other: Place) -> bool:
    """Tell whether two places are of one step."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    short = min(one[1] - one[0], other[1] - other[0])
    union = one[1] - one[0] + other[1] - other[0] - shared
    return shared > 0 and (shared >= OVERLAP * union or shared >= INSIDE * short)


def examples(data: Path, annotators: Unseen, worth: Worth) -> Iterator[Found]:
    """What the rules find in the articles, each with whether it was noted."""
    for name, noted in sorted(read_noted().items()):
        annotator = annotators.of(name)
        document, scene = read_article(data, f"newswire/{name}", annotator)
        shared = Article(scene)
        for step in find_steps(scene, headline=document.title_span):
            meaning = annotator.embed(scene.view.slice(scene.view.sentences[scene.view.tokens[step.act].sentence]))
            signs = signs_of(scene, step, shared)
            places = [(step.what[0].start, step.what[-1].end), (step.main.start, step.main.end)]
            is_noted = any(is_same(place, other) for place in places for other in noted)
            yield Found(name, noted_signs(signs, worth.likelihood(signs, meaning)), meaning, is_noted)


def learn_noted(data: Path, annotators: Unseen, worth: Worth) -> dict[str, Any]:
    """Learn the weights, and print what they keep of articles not learned from."""
    found = list(examples(data, annotators, worth))
    names, signs = tabulate([e.signs for e in found])
    meaning = np.array([e.meaning for e in found])
    is_noted = np.array([float(e.is_noted) for e in found])
    likely = unseen(signs, meaning, is_noted, folds((e.article for e in found), FOLDS), held=HELD, meant=MEANING)
    share = 100 * is_noted.mean()
    print(f"{len(found)} steps found in {len(read_noted())} articles, {share:.1f} % of them noted; by articles not learned from:")
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = likely >= least
        right = is_noted[kept].sum()
        print(f"  at least {least}: precision {100 * right / kept.sum():.1f} recall {100 * right / is_noted.sum():.1f}")
    return written(fit(signs, meaning, is_noted, held=HELD, meant=MEANING), names)
