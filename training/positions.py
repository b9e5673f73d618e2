"""Learn how likely a reader of an article finds a position in it: the same words, held by the same actor.

python -m training.positions DATA FOLDER

``training/positions.csv`` holds every position of an article of ``DATA``, told by reading: where its words stand, and where each form of
its holder's name first does; an article without any has a row without places. What the rules find beside them no reader did. The
weights go into ``FOLDER/positions.json``, beside the model and the weights of actors by which they were learned.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from briefing.models import LIKELY, Span
from briefing.nlp.analyze import read_cast
from briefing.nlp.annotate import Annotator, load_annotator
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.position_signs import Claims
from briefing.nlp.salience import actor_standing
from briefing.nlp.steps import find_steps, weigh_steps
from training.actors import is_called, written
from training.articles import read_article
from training.description import describe
from training.regression import fit, folds, tabulate, weigh

TOLD = Path(__file__).with_name("positions.csv")
#: how strongly weights are held to 0; chosen by cross-validation
HELD = 5.0
FOLDS = 10
#: a sign that fewer positions have (a word of a cue) says nothing
RARE = 8
#: words are the same where their places overlap so far (intersection over union)
OVERLAP = 0.5


class Told(NamedTuple):
    """A position that a reader found: its place, and by which stretches of the text its holder is named."""

    place: tuple[int, int]
    named: tuple[tuple[int, int], ...]


class Example(NamedTuple):
    article: str
    signs: dict[str, float]
    is_told: bool


def read_told(file: Path) -> dict[str, list[Told]]:
    """Read the positions, by article."""
    found: dict[str, list[Told]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            positions = found[row["article"]]
            if row["start"]:
                spans = [span.split("-") for span in row["named"].split()]
                positions.append(Told((int(row["start"]), int(row["end"])), tuple((int(s), int(e)) for s, e in spans)))
    return found


def examples(data: Path, annotator: Annotator) -> Iterator[Example]:
    """What the rules find that somebody holds, each with whether a reader found it too."""
    for article, told in sorted(read_told(TOLD).items()):
        document, scene = read_article(data, article, annotator)
        steps = weigh_steps(scene, find_steps(scene, headline=document.title_span), annotator)
        cast = read_cast(scene, [s for s in steps if s.confidence >= LIKELY], document)
        needed = {id(e): actor_standing(e, cast, annotator.standing).needed for e in scene.resolver.roster.entities}
        claims = Claims(scene.view, scene.held, needed, body_start=document.body_start)
        for position in scene.held:
            for actor in position.actors:
                yield Example(article, claims.signs_of(position, actor), any(_is_same(document.text, position, actor, t) for t in told))


def _is_same(text: str, position: Held, actor: Entity, told: Told) -> bool:
    return _overlap(position.content, told.place) >= OVERLAP and is_called(actor, [text[s:e] for s, e in told.named])


def _overlap(content: Sequence[Span], place: tuple[int, int]) -> float:
    """What a content and a place have in common, as a share of both together."""
    shared = sum(max(0, min(s.end, place[1]) - max(s.start, place[0])) for s in content)
    return shared / (sum(s.end - s.start for s in content) + place[1] - place[0] - shared)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path, help="the exported model, whose positions.json is written anew")
    args = parser.parse_args()
    found = list(examples(args.data, load_annotator(args.folder)))
    names, rows = tabulate([e.signs for e in found])
    common = (rows != 0).sum(0) >= RARE
    names, rows = [name for name, is_common in zip(names, common, strict=True) if is_common], rows[:, common]
    is_told, every = np.array([float(e.is_told) for e in found]), np.ones(len(found))
    unseen, parts = np.zeros(len(found)), folds((e.article for e in found), FOLDS)
    for inside in (parts == part for part in range(FOLDS)):
        unseen[inside] = weigh(fit(rows[~inside], is_told[~inside], every[~inside], held=HELD), rows[inside])
    print(f"{len(found)} positions found in {len(read_told(TOLD))} articles, {100 * is_told.mean():.1f} % of them told; not learned from:")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = unseen >= least
        print(f"  at least {least}: precision {100 * is_told[kept].mean():.1f} recall {100 * is_told[kept].sum() / is_told.sum():.1f}")
    weights = fit(rows, is_told, every, held=HELD)
    (args.folder / "positions.json").write_text(json.dumps(written(weights, names)) + "\n", encoding="utf-8")
    print(describe(args.folder))


if __name__ == "__main__":
    main()
