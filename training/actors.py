"""Learn how likely it is that a reader needs an actor named: a logistic regression over the signs of all who may be actors.

python -m training.actors DATA FOLDER BUT0 BUT1

``training/actors.csv`` holds who the actors of an article of ``DATA`` are, told by reading: the salience of each (3: a briefing that
leaves it out is wrong, 2: should be named, 1: may be named), and where each form of its name first stands. The weights go into
``FOLDER/actors.json``, beside the model by whose parses they were learned.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.models import LIKELY
from briefing.nlp.analyze import read_cast
from briefing.nlp.entities import Entity
from briefing.nlp.names import clean_name, fold
from briefing.nlp.steps import find_steps, weigh_steps
from training.articles import Unseen, read_arguments, read_article
from training.description import describe
from training.regression import Array, fit, folds, tabulate, weigh_unseen, written
from training.told import place_of, rows_of

TOLD = "actors.csv"
#: how strongly weights are held to 0, and how often one counts that no briefing may leave out; chosen by cross-validation
HELD, VITAL = 2.0, 2.0
FOLDS = 10
#: as many of an article are measured
MOST = 10


class Told(NamedTuple):
    """An actor that a reader named: by which stretches of the text, and how much it matters, from 1 to 3."""

    salience: int
    named: tuple[tuple[int, int], ...]


class Example(NamedTuple):
    article: str
    signs: dict[str, float]
    #: 0 for nobody
    salience: int


def read_told() -> dict[str, list[Told]]:
    """Read who the actors are, by article."""
    return {
        article: [Told(int(row["salience"]), tuple(place_of(p) for p in row["named"].split())) for row in rows]
        for article, rows in rows_of(TOLD).items()
    }


def examples(data: Path, unseen: Unseen) -> Iterator[Example]:
    """Find all who may be actors, and which of them a reader named."""
    for article, told in sorted(read_told().items()):
        annotator = unseen.of(article)
        document, scene = read_article(data, article, annotator)
        steps = weigh_steps(scene, find_steps(scene, headline=document.title_span), annotator)
        cast = read_cast(scene, [s for s in steps if s.confidence >= LIKELY], document)
        entities = [e for e in scene.resolver.roster.entities if e.spans]
        names = [[_plain(document.text[s:e]) for s, e in actor.named] for actor in told]
        meant = _match(entities, names)
        for number, entity in enumerate(entities):
            yield Example(article, cast.signs_of(entity), told[meant[number]].salience if number in meant else 0)


def _plain(name: str) -> str:
    return fold(clean_name(name)).removeprefix("the ")


def _match(entities: Sequence[Entity], names: Sequence[Sequence[str]]) -> dict[int, int]:
    """Which entity is which of those named, by the most forms in common, then the most mentions; a second one for the same is nobody."""
    common = []
    for number, entity in enumerate(entities):
        forms = {_plain(form) for form in (entity.name, *entity.forms)}
        for named, called in enumerate(names):
            if forms & set(called):
                common.append((len(forms & set(called)), len(entity.spans), number, named))
    found: dict[int, int] = {}
    for _, _, number, named in sorted(common, key=lambda c: (-c[0], -c[1], c[2], c[3])):
        if number not in found and named not in found.values():
            found[number] = named
    return found


def main() -> None:
    args = read_arguments(__doc__)
    found = list(examples(args.data, Unseen(args.folder, args.branches)))
    names, rows = tabulate([e.signs for e in found])
    salience = np.array([e.salience for e in found])
    is_one = (salience >= 2).astype(float)
    # who may be named is neither right nor wrong
    counts = np.where(salience == 1, 0.0, np.where(salience == 3, VITAL, 1.0))
    parts = folds((e.article for e in found), FOLDS)
    _print_measures(found, salience, weigh_unseen(rows, is_one, counts, parts, held=HELD))
    needed = fit(rows, is_one, counts, held=HELD)
    vital = fit(rows, (salience == 3).astype(float), np.ones(len(found)), held=HELD)
    weights = {**written(needed, names), "vital": written(vital, names)}
    (args.folder / "actors.json").write_text(json.dumps(weights) + "\n", encoding="utf-8")
    print(describe(args.folder))


def _print_measures(found: Sequence[Example], salience: NDArray[np.int_], unseen: Array) -> None:
    """Print what a list of the likeliest of each article is worth, by the likelihood from which one is listed."""
    articles = np.array([e.article for e in found])
    told = read_told()
    wanted = sum(a.salience >= 2 for actors in told.values() for a in actors)
    vital = sum(a.salience == 3 for actors in told.values() for a in actors)
    print(f"{len(told)} articles, {len(found)} who may be actors; by articles not learned from:")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        right = listed = top = 0
        for article in told:
            of = np.flatnonzero((articles == article) & (unseen >= least))
            kept = salience[of[np.argsort(-unseen[of])][:MOST]]
            right, listed, top = right + int((kept >= 2).sum()), listed + int((kept != 1).sum()), top + int((kept == 3).sum())
        shares = (right / listed, right / wanted, top / vital)
        print("  at least {}: precision {:.1%} recall {:.1%}, of salience 3 {:.1%}".format(least, *shares))


if __name__ == "__main__":
    main()
