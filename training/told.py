"""What readers found in articles of the newswire that they read whole: its actors, who holds what, and what is still to happen.

Three files beside this one hold it, by places in the articles' texts: ``actors.csv`` (the salience of each actor, and where each form of
its name first stands), ``positions.csv`` (where the words of each position stand, its importance, its kind and where its holder is
first named, or ``nobody``) and ``noted.csv`` (where the words of each next step stand, and its kind). An article in which none was
found has a row without a place; kinds and holders that nobody told are empty.
"""

from __future__ import annotations

import csv
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
#: where the articles stand in the folder of corpora; the first part of an article's name is one of these
FOLDERS = {"newswire": Path("newswire-ner", "text"), "polnear": Path("polnear", "train", "text")}
#: what weighs the word of the branch that reads articles whole is learned from articles that it has not seen: it is trained on all,
#: and once without each of so many parts
PARTS = 2
#: a briefing should name an actor of this salience
NEEDED = 2
NOBODY = "nobody"
Place = tuple[int, int]


class Actor(NamedTuple):
    salience: int
    #: every place where a form of its name stands
    mentions: list[Place]


class Content(NamedTuple):
    place: Place
    kind: str
    #: where its holder is named; nowhere for nobody, None where that is not told
    holder: list[Place] | None


class Step(NamedTuple):
    place: Place
    kind: str


class Article(NamedTuple):
    name: str
    text: str
    actors: list[Actor]
    contents: list[Content]
    steps: list[Step]


def part_of(article: str) -> int:
    """The part that an article (``newswire/NAME.txt``) is in."""
    return zlib.crc32(Path(article).stem.encode()) % PARTS


def rows_of(file: str) -> dict[str, list[dict[str, str]]]:
    """The rows of a file that have a place, by article (``newswire/NAME.txt``)."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (HERE / file).open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            article = row["article"] if "/" in row["article"] else f"newswire/{row['article']}"
            found[article] += [row] if row.get("start") or row.get("named") else []
    return found


def read_articles(data: Path) -> Iterator[Article]:
    """Every article that all three files tell of."""
    actors, positions, noted = rows_of("actors.csv"), rows_of("positions.csv"), rows_of("noted.csv")
    for name in sorted(set(actors) & set(positions) & set(noted)):
        folder, file = name.split("/")
        with (data / FOLDERS[folder] / file).open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        named = [[place_of(p) for p in row["named"].split()] for row in actors[name]]
        mentions = [_mentions(text, places) for places in named]
        contents = []
        for row in positions[name]:
            holder: list[Place] | None = None
            if row["holder"] == NOBODY:
                holder = []
            elif row["holder"]:
                first = place_of(row["holder"])
                at = next((n for n, places in enumerate(named) if first in places), None)
                holder = mentions[at] if at is not None else _mentions(text, [first])
            contents.append(Content((int(row["start"]), int(row["end"])), row["kind"], holder))
        yield Article(
            name=name,
            text=text,
            actors=[Actor(int(row["salience"]), of) for row, of in zip(actors[name], mentions, strict=True)],
            contents=contents,
            steps=[Step((int(row["start"]), int(row["end"])), row["kind"]) for row in noted[name]],
        )


def place_of(written: str) -> Place:
    """Read a place as the files write it: ``12-34``."""
    start, end = written.split("-")
    return int(start), int(end)


def _mentions(text: str, forms: list[Place]) -> list[Place]:
    """Everywhere that one of several forms of a name stands as whole words, the longer ones first."""
    found: list[Place] = []
    for form in sorted({text[s:e] for s, e in forms}, key=lambda f: (-len(f), f)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if not any(s < match.end() and match.start() < e for s, e in found):
                found.append(match.span())
    return found
