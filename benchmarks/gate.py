"""Score an extraction at the level of a briefing: actors, positions, next steps, dates, kinds, the day of publication.

    python -m benchmarks.gate [--misses] [--per-document]

scores this checkout on the articles of tests/gate. What the rows mean, micro-averaged over the articles:

actors       the first ten predicted against the wanted ones of salience 2 and 3; one of salience 1 is neither right nor wrong.
             Two are the same that share a name or an alias; a second one for the same wanted actor is wrong
actors 3     how many of the wanted ones of salience 3 are there
positions    same actor, and contents whose words overlap by half (intersection over union)
positions 3  how many of those of importance 3 are there
steps        words that overlap by 0.35, or the one holding 85 % of the other
steps 3      how many of those of importance 3 are there
dates        of the steps that match and are dated, those with the same date, or the same last day
kinds        of the positions and steps that match, those of the same kind
published    of the articles that say their day, those dated so
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from briefing import pipeline
from briefing.analysis_json import analysis_object
from briefing.errors import BriefingError
from briefing.ingest import IngestSettings
from briefing.models import CoverageEntry

Json = dict[str, Any]
ARTICLES = Path(__file__).parent.parent / "tests" / "gate"
ROWS = ("actors", "actors 3", "positions", "positions 3", "steps", "steps 3", "dates", "kinds", "published")
#: the day that the articles are read on, which bounds the years of dates without one
TODAY = date(2025, 1, 15)
#: rows that count what is wrongly predicted too
_TWO_SIDED = ("actors", "positions", "steps")
_ACTORS_COUNTED = 10
_CONTENT_OVERLAP, _STEP_OVERLAP, _HELD_SHARE, _FEWEST_SHARED = 0.5, 0.35, 0.85, 3
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_TITLE = re.compile(r"^(?:the|mr|mrs|ms|dr|president|prime minister|minister|secretary|sen|rep|gov)\.? ")


@dataclass(slots=True)
class Count:
    """Counts of one row; ``predicted`` is 0 where only recall is asked for."""

    right: int = 0
    predicted: int = 0
    wanted: int = 0

    def add(self, right: int, predicted: int, wanted: int) -> None:
        self.right += right
        self.predicted += predicted
        self.wanted += wanted

    @property
    def recall(self) -> float:
        return 100 * self.right / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        total = self.predicted + self.wanted
        return 200 * self.right / total if total else 0.0


@dataclass(slots=True)
class Score:
    """The rows, and what was missed or wrongly added: (what, text, weight)."""

    rows: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in ROWS})
    misses: list[tuple[str, str, int | None]] = field(default_factory=list)

    def value(self, row: str) -> float:
        """Give the figure of a row in percent: F1 where what is wrongly predicted counts, else recall."""
        count = self.rows[row]
        return count.f1 if row in _TWO_SIDED else count.recall

    def include(self, other: Score) -> None:
        for name, count in other.rows.items():
            self.rows[name].add(count.right, count.predicted, count.wanted)


def score_article(wanted: Json, text: str, found: Json) -> Score:
    """Score one article: ``wanted`` as annotated, ``found`` as `briefing analyze` prints it."""
    score = Score()
    words = [match.span() for match in _WORD.finditer(text)]
    _score_actors(score, wanted["actors"], found["actors"][:_ACTORS_COUNTED])
    same_actor = _actor_test(wanted["actors"], found["actors"])
    kinds = []

    asked = [(item, _tokens(words, _first_place(text, item["content"]))) for item in wanted["positions"]]
    given = [(item, _tokens(words, item["content"])) for item in found["positions"]]
    pairs = _pair(given, asked, lambda g, w: _content_overlap(g[1], w[1]) if same_actor(g[0]["actor"], w[0]["actor"]) else 0.0)
    _score_items(score, "position", "content", asked, len(given), [w for _, w in pairs])
    kinds += [given[g][0]["kind"] == asked[w][0]["kind"] for g, w in pairs]

    asked = [(item, _tokens(words, _first_place(text, item["what"]))) for item in wanted["next_steps"]]
    given = [(item, _tokens(words, item["what"])) for item in found["next_steps"]]
    pairs = _pair(given, asked, lambda g, w: _step_overlap(g[1], w[1]))
    _score_items(score, "step", "what", asked, len(given), [w for _, w in pairs])
    kinds += [given[g][0]["kind"] == asked[w][0]["kind"] for g, w in pairs]
    taken = {g for g, _ in pairs}
    score.misses += [("EXTRA step", _shown(text, item["what"]), None) for g, (item, _) in enumerate(given) if g not in taken]

    dated = [(given[g][0]["date"], asked[w][0]["date"]) for g, w in pairs if asked[w][0]["date"]]
    score.rows["dates"].add(sum(_same_date(given, asked) for given, asked in dated), 0, len(dated))
    score.misses += [("date", f"{given} for {asked}", None) for given, asked in dated if not _same_date(given, asked)]
    score.rows["kinds"].add(sum(kinds), 0, len(kinds))
    if wanted["published"]:
        right = found["published"] == wanted["published"]
        score.rows["published"].add(int(right), 0, 1)
        score.misses += [] if right else [("published", f"{found['published']} for {wanted['published']}", None)]
    return score


def _score_actors(score: Score, wanted: Sequence[Json], found: Sequence[Json]) -> None:
    def likeness(given: Json, asked: Json) -> float:
        return len(_names(given) & _names(asked)) + 0.01 * (_fold(given["name"]) == _fold(asked["name"]))

    pairs = _pair(found, wanted, likeness)
    matched = [wanted[w] for _, w in pairs]
    optional = sum(actor["salience"] == 1 for actor in matched)
    score.rows["actors"].add(len(matched) - optional, len(found) - optional, sum(actor["salience"] > 1 for actor in wanted))
    score.rows["actors 3"].add(sum(a["salience"] == 3 for a in matched), 0, sum(a["salience"] == 3 for a in wanted))
    there = {w for _, w in pairs}
    score.misses += [("actor", a["name"], a["salience"]) for w, a in enumerate(wanted) if w not in there and a["salience"] > 1]
    known = {g for g, _ in pairs}
    score.misses += [("EXTRA actor", a["name"], None) for g, a in enumerate(found) if g not in known]


def _score_items(
    score: Score, what: str, key: str, asked: Sequence[tuple[Json, frozenset[int]]], predicted: int, matched: Sequence[int]
) -> None:
    top = [w for w, (item, _) in enumerate(asked) if item["importance"] == 3]
    score.rows[what + "s"].add(len(matched), predicted, len(asked))
    score.rows[what + "s 3"].add(sum(w in matched for w in top), 0, len(top))
    for w, (item, _) in enumerate(asked):
        if w not in matched:
            actor = f"{item['actor']} | " if "actor" in item else ""
            score.misses.append((what, actor + item[key], item["importance"]))


def _pair(given: Sequence[Any], asked: Sequence[Any], likeness: Callable[[Any, Any], float]) -> list[tuple[int, int]]:
    """Pair one to one, the most alike first: (index of given, index of asked)."""
    ranked = sorted(((likeness(a, b), g, w) for g, a in enumerate(given) for w, b in enumerate(asked)), key=lambda pair: -pair[0])
    pairs: list[tuple[int, int]] = []
    for value, g, w in ranked:
        if value > 0 and all(g != g2 and w != w2 for g2, w2 in pairs):
            pairs.append((g, w))
    return pairs


def _content_overlap(given: frozenset[int], asked: frozenset[int]) -> float:
    value = _overlap(given, asked)
    return value if value >= _CONTENT_OVERLAP else 0.0


def _step_overlap(given: frozenset[int], asked: frozenset[int]) -> float:
    value, shared = _overlap(given, asked), len(given & asked)
    held = shared >= _FEWEST_SHARED and shared >= _HELD_SHARE * min(len(given), len(asked))
    return value if held or value >= _STEP_OVERLAP else 0.0


def _overlap(given: frozenset[int], asked: frozenset[int]) -> float:
    return len(given & asked) / len(given | asked) if given | asked else 0.0


def _tokens(words: Sequence[tuple[int, int]], spans: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(i for i, (start, end) in enumerate(words) for s, e in spans if start < e and end > s)


def _first_place(text: str, verbatim: str) -> list[tuple[int, int]]:
    at = text.find(verbatim)
    return [(at, at + len(verbatim))] if at >= 0 else []


def _actor_test(wanted: Sequence[Json], found: Sequence[Json]) -> Callable[[str | None, str], bool]:
    asked = {_fold(actor["name"]): _names(actor) for actor in wanted}
    given = {_fold(actor["name"]): _names(actor) for actor in found}

    def same(name: str | None, gold: str) -> bool:
        if not name:
            return False
        return not given.get(_fold(name), {_fold(name)}).isdisjoint(asked.get(_fold(gold), {_fold(gold)}))

    return same


def _names(actor: Json) -> set[str]:
    return {_fold(name) for name in (actor["name"], *actor["aliases"])}


def _fold(name: str) -> str:
    return _TITLE.sub("", name.strip().casefold().replace("’", "'")).removesuffix("'s").strip()


def _same_date(given: str | None, asked: str) -> bool:
    return given is not None and given.rpartition("/")[2] == asked.rpartition("/")[2]


def _shown(text: str, spans: Iterable[Sequence[int]]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def read_articles(folder: Path = ARTICLES) -> Iterator[tuple[Json, Path]]:
    """Give each annotation and the text that it belongs to, in order."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8")), folder / "text" / f"{path.stem}.txt"


def _refuse(entry: CoverageEntry) -> None:
    raise BriefingError(f"{entry.path}: {entry.detail or entry.note}")


def score_folder(folder: Path = ARTICLES, *, today: date) -> list[tuple[str, Score]]:
    """Analyse and score every article of a folder; BriefingError for one that cannot be read."""
    texts = sorted((folder / "text").glob("*.txt"))
    made = pipeline.iter_analyses(texts, settings=IngestSettings(), today=today, on_entry=_refuse)
    found = {Path(document.path).stem: (document.text, analysis_object(document, analysis)) for document, analysis in made}
    return [(wanted["document"], score_article(wanted, *found[path.stem])) for wanted, path in read_articles(folder)]


def table(total: Score) -> str:
    """Print the rows as a table."""
    lines = [f"{'':12}{'P':>7}{'R':>7}{'F1':>7}   right/predicted/wanted"]
    for name, count in total.rows.items():
        counts = f"{count.right}/{count.predicted}/{count.wanted}"
        if name in _TWO_SIDED:
            lines.append(f"{name:12}{count.precision:7.1f}{count.recall:7.1f}{count.f1:7.1f}   {counts}")
        else:
            lines.append(f"{name:12}{'':7}{count.recall:7.1f}{'':7}   {count.right}/{count.wanted}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ARTICLES, help="annotations NAME.json with text/NAME.txt (default: tests/gate)")
    parser.add_argument("--misses", action="store_true", help="list what was missed, and what was added wrongly")
    parser.add_argument("--per-document", action="store_true")
    arguments = parser.parse_args()
    total = Score()
    for name, score in score_folder(arguments.folder, today=TODAY):
        total.include(score)
        if arguments.misses or arguments.per_document:
            print(name)
        if arguments.per_document:
            print(table(score))
        if arguments.misses:
            for what, shown, weight in score.misses:
                print(f"   {what}{'' if weight is None else f' [{weight}]'} {shown}")
    print(table(total))


if __name__ == "__main__":
    main()
