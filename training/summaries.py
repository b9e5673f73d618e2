"""Learn which sentences tell an article in a few lines: a logistic regression over the signs of all whole sentences.

python -m training.summaries DATA FOLDER BUT0 BUT1

``training/summaries.csv`` says of the sentences of an article of ``DATA`` how much of what a reader summed it up with they tell, from 0.1
to 1; sentences that are not in it tell nothing. The weights go into ``FOLDER/summary.json``, beside the model and the weights of actors
and positions by which they were learned.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from briefing.models import LIKELY, Span
from briefing.nlp.analyze import read_cast, read_told
from briefing.nlp.position_signs import Claims
from briefing.nlp.salience import actor_standing, position_salience
from briefing.nlp.sentence_signs import Sentences
from briefing.nlp.steps import find_steps, weigh_steps
from briefing.nlp.summary import choose_lines
from briefing.nlp.syntax import Text
from briefing.nlp.topic import Topic
from training.articles import Unseen, read_arguments, read_article
from training.description import describe
from training.regression import Array, fit, folds, tabulate, weigh_unseen, written

TELLING = Path(__file__).with_name("summaries.csv")
#: how strongly weights are held to 0; chosen by cross-validation
HELD = 20.0
FOLDS = 10
#: a sentence of less worth than this is no line of a bottom line, and one of so much at least is one for certain
IDLE, CERTAIN = 0.25, 0.75


class Article(NamedTuple):
    """The sentences of an article, by number: their signs, and what each tells; and what a choice of them goes by."""

    name: str
    view: Text
    topic: Topic
    signs: dict[int, dict[str, float]]
    worth: dict[int, float]


def read_telling(file: Path) -> dict[str, dict[Span, float]]:
    """Read what sentences tell, by article and place."""
    found: dict[str, dict[Span, float]] = defaultdict(dict)
    with file.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found[row["article"]][Span(int(row["start"]), int(row["end"]))] = float(row["worth"])
    return found


def articles(data: Path, unseen: Unseen) -> Iterator[Article]:
    """Read the articles, with the signs and the worth of every sentence."""
    for name, telling in sorted(read_telling(TELLING).items()):
        annotator = unseen.of(name)
        document, scene = read_article(data, name, annotator)
        steps = weigh_steps(scene, find_steps(scene, headline=document.title_span), annotator)
        likely = [s for s in steps if s.confidence >= LIKELY]
        cast = read_cast(scene, likely, document)
        entities, start = scene.resolver.roster.entities, document.body_start
        standing = {id(e): actor_standing(e, cast, annotator.standing).salience for e in entities}
        topic = Topic(scene.view, body_start=start, title=document.title)
        claims = Claims(scene.view, scene.held, entities, standing, topic, body_start=start)
        valued = [(p, position_salience(p, claims, standing, annotator.weight)) for p in scene.held]
        sentences = Sentences(read_told(scene, document, topic, standing, valued, likely))
        signs = {n: sentences.signs_of(n) for n in topic.sentences}
        yield Article(name, scene.view, topic, signs, {n: _worth(scene.view.sentences[n], telling) for n in topic.sentences})


def _worth(sentence: Span, telling: dict[Span, float]) -> float:
    """What is told of by more than half of a sentence, or of which it is more than half."""
    shared = ((min(sentence.end, s.end) - max(sentence.start, s.start), s, worth) for s, worth in telling.items())
    return max((worth for n, s, worth in shared if 2 * n > min(s.end - s.start, sentence.end - sentence.start)), default=0.0)


def main() -> None:
    args = read_arguments(__doc__)
    read = list(articles(args.data, Unseen(args.folder, args.branches)))
    names, rows = tabulate([signs for article in read for signs in article.signs.values()])
    worth = np.array([w for article in read for w in article.worth.values()])
    every, parts = np.ones(len(rows)), folds((article.name for article in read for _ in article.signs), FOLDS)
    _print_measures(read, weigh_unseen(rows, worth, every, parts, held=HELD))
    weights = written(fit(rows, worth, every, held=HELD), names)
    (args.folder / "summary.json").write_text(json.dumps(weights) + "\n", encoding="utf-8")
    print(describe(args.folder))


def _print_measures(read: Sequence[Article], unseen: Array) -> None:
    """Print what the lines chosen are worth, and what the first one of each article."""
    lines: list[float] = []
    firsts: list[float] = []
    at = 0
    for article in read:
        weights = dict(zip(article.signs, unseen[at : at + len(article.signs)].tolist(), strict=True))
        at += len(weights)
        chosen = [article.worth[n] for n in choose_lines(article.view, article.topic, weights)]
        lines, firsts = lines + chosen, firsts + chosen[:1]
    for name, worths in (("all", np.array(lines)), ("the first ones", np.array(firsts))):
        shares = f"idle {np.mean(worths < IDLE):.1%}, certain {np.mean(worths >= CERTAIN):.1%}, worth {np.mean(worths):.3f}"
        print(f"{len(read)} articles, {len(worths)} lines not learned from ({name}): {shares}")


if __name__ == "__main__":
    main()
