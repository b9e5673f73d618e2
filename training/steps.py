"""Learn how likely a next step is one: a logistic regression over the signs of steps that were judged by reading.

python -m training.steps DATA FOLDER BUT0 BUT1

``training/steps.csv`` holds the judgments: an article of ``DATA``, where the step stands in it, and whether it is one
(training/README.md says by which rules). ``training/noted.csv`` holds the steps that readers noted in articles that they read to the end:
from them, and from how likely a desk would list a step, is learned whether a reader would note it (training/noted.py). The weights go into
``FOLDER/steps.json``, beside the model by whose parses they were learned.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from briefing.nlp.steps import find_steps
from briefing.nlp.steps.ahead import AHEAD
from briefing.nlp.steps.doubts import PASTIME
from briefing.nlp.steps.signs import Article, signs_of
from briefing.nlp.steps.twins import AGAIN
from briefing.nlp.worth import Worth
from training.articles import Unseen, read_arguments, read_article
from training.description import describe
from training.noted import learn_noted
from training.regression import folds, tabulate
from training.step_weights import fit, unseen, written
from training.told import FOLDERS

JUDGMENTS = Path(__file__).with_name("steps.csv")
#: how strongly weights are held to 0, and what a sentence's meaning counts beside the signs; chosen by cross-validation
HELD, MEANING = 10.0, 3.0
FOLDS = 8


class Judged(NamedTuple):
    """A step that was judged: its place in an article, and whether it is one."""

    start: int
    end: int
    is_one: bool


class Example(NamedTuple):
    article: str
    in_doubt: bool
    signs: dict[str, float]
    meaning: tuple[float, ...]
    is_one: bool


def read_judgments(file: Path) -> dict[str, list[Judged]]:
    """Read the judgments, by article."""
    found: dict[str, list[Judged]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found[row["article"]].append(Judged(int(row["start"]), int(row["end"]), row["step"] == "yes"))
    return found


def examples(data: Path, annotators: Unseen) -> Iterator[Example]:
    """Find the judged steps again; one that the rules do not find any more teaches nothing."""
    for article, judged in sorted(read_judgments(JUDGMENTS).items()):
        annotator = annotators.of(article)
        document, scene = read_article(data, article, annotator)
        shared = Article(scene)
        for step in find_steps(scene, headline=document.title_span):
            start, end = step.what[0].start, step.what[-1].end
            if {AHEAD, AGAIN, PASTIME}.intersection(step.doubts):
                continue  # no briefing shows them
            met = [j for j in judged if j.start < end and start < j.end]
            if met:
                nearest = min(met, key=lambda j: abs(j.start - start) + abs(j.end - end))
                sentence = scene.view.sentences[scene.view.tokens[step.act].sentence]
                meaning = annotator.embed(scene.view.slice(sentence))
                yield Example(article, bool(step.doubts), signs_of(scene, step, shared), meaning, nearest.is_one)


def main() -> None:
    args = read_arguments(__doc__)
    annotators = Unseen(args.folder, args.branches)
    found = list(examples(args.data, annotators))
    names, signs = tabulate([e.signs for e in found])
    meaning = np.array([e.meaning for e in found])
    is_one = np.array([float(e.is_one) for e in found])
    likely = unseen(signs, meaning, is_one, folds((e.article for e in found), FOLDS), held=HELD, meant=MEANING)
    for place in FOLDERS:
        for in_doubt in (False, True):
            of = np.array([e.article.startswith(place) and e.in_doubt == in_doubt for e in found])
            what = "in doubt" if in_doubt else "in no doubt"
            print(f"{place}: {int(of.sum())} steps {what}, {100 * is_one[of].mean():.1f} % of them one; by articles not learned from:")
            for least in (0.25, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6):
                kept = of & (likely >= least)
                right = is_one[kept].sum()
                print(f"  at least {least}: precision {100 * right / kept.sum():.1f} recall {100 * right / is_one[of].sum():.1f}")
    weights = fit(signs, meaning, is_one, held=HELD, meant=MEANING)
    worth = Worth(
        bias=weights.bias, signs=dict(zip(names, map(float, weights.signs), strict=True)), meaning=tuple(map(float, weights.meaning))
    )
    noted = learn_noted(args.data, annotators, worth)
    (args.folder / "steps.json").write_text(json.dumps({**written(weights, names), "noted": noted}) + "\n", encoding="utf-8")
    print(describe(args.folder))


if __name__ == "__main__":
    main()
