"""Many documents, many days: near-duplicates, stories and what follows, against ten annotated days of invented news.

    python -m benchmarks.days [--newswire FOLDER]

The last table is of newswire articles, of which hardly any two tell of one development: how many of a hundred, read 45 at a time from
all over the folder, are put together with another. Each other row has all stories, those that thresholds were set on, and those held
out. Baselines stand beside ours: headlines that share 55 % of their words, and tf-idf with the threshold that suits the first part best.
"""

from __future__ import annotations

import argparse
import functools
import math
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.compose import ComposeSettings, assemble_briefing
from briefing.compose.duplicates import fold_duplicates
from briefing.compose.figures import read_pieces
from briefing.compose.readings import Reading
from briefing.compose.stories import cluster_stories
from briefing.compose.terms import STOPWORDS, jaccard, stem, terms_of, words_of
from briefing.errors import UnreadableDocument
from briefing.ingest import IngestSettings, read_document
from briefing.models import Analysis, CoverageEntry, Document, Span
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import load_annotator
from tests.days.corpus import Article, articles_of, corpus_hash, day_date, load_days, write_days

#: the group that each article is put into
Groups = Mapping[str, str]
_TITLES = 0.55
#: unrelated articles read at a time
_BATCH = 45
_BLANK = Analysis(document="", sentences=(), mentions=(), times=(), actors=(), positions=(), next_steps=(), summary=(), model_version="")


class Score(NamedTuple):
    """In percent."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table: all stories, those tuned on, those held out."""

    task: str
    system: str
    whole: Score
    tuned: Score
    held_out: Score


Metric = Callable[[Groups, Groups, Sequence[str]], Score]


@functools.cache
def analysed() -> tuple[tuple[Document, ...], dict[str, Analysis]]:
    """The documents of all days, by day, with their analyses by document id; a document's name is its article's id."""
    annotator = load_annotator()
    documents: list[Document] = []
    analyses: dict[str, Analysis] = {}
    with tempfile.TemporaryDirectory() as folder:
        write_days(Path(folder))
        for article in articles_of(load_days()):
            path = Path(folder) / f"day-{article.day:02}" / f"{article.id}.md"
            (document,) = read_document(path, IngestSettings(), today=day_date(article.day))
            documents.append(document)
            analyses[document.id] = analyze_document(document, annotator=annotator, today=day_date(article.day))
    return tuple(documents), analyses


def score(right: int | float, claimed: int | float, wanted: int | float) -> Score:
    precision, recall = right / claimed if claimed else 1.0, right / wanted if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1))


def pairs(found: Groups, gold: Groups, among: Sequence[str]) -> Score:
    """Precision, recall and F1 of the pairs of articles that are put together."""
    both = [(found[a] == found[b], gold[a] == gold[b]) for n, a in enumerate(among) for b in among[n + 1 :]]
    return score(sum(f and g for f, g in both), sum(f for f, _ in both), sum(g for _, g in both))


def b_cubed(found: Groups, gold: Groups, among: Sequence[str]) -> Score:
    """B-cubed (Bagga and Baldwin 1998): for each article the share of its group that belongs there, and of its story that is in it."""
    sizes, wanted = Counter(found[a] for a in among), Counter(gold[a] for a in among)
    shared = Counter((found[a], gold[a]) for a in among)
    precision = sum(shared[found[a], gold[a]] / sizes[found[a]] for a in among)
    recall = sum(shared[found[a], gold[a]] / wanted[gold[a]] for a in among)
    return score(precision, len(among), len(among))._replace(
        recall=round(100 * recall / len(among), 1), f1=round(200 * precision * recall / (precision + recall) / len(among), 1)
    )


def our_groups(documents: Sequence[Document], analyses: Mapping[str, Analysis]) -> tuple[Groups, Groups]:
    """Near-duplicates and stories as a briefing of these documents has them."""
    folds = fold_duplicates(documents, analyses)
    speaker = {d.name: f.speaker.name for f in folds for d in (f.speaker, *f.others)}
    clusters = cluster_stories([Reading(f.speaker, analyses[f.speaker.id]) for f in folds])
    story = {r.document.name: str(n) for n, cluster in enumerate(clusters) for r in cluster}
    return speaker, {name: story[s] for name, s in speaker.items()}


def title_groups(documents: Sequence[Document]) -> Groups:
    """Headlines that share so much of their words, joined."""
    titles = [terms_of(d.title or "") for d in documents]
    return _joined(documents, np.array([[jaccard(a, b) for b in titles] for a in titles]), _TITLES)


def tf_idf(documents: Sequence[Document]) -> NDArray[np.float64]:
    """Cosines of the documents' words weighed by tf-idf."""
    bags = [Counter(stem(w) for w in words_of(d.text) if w not in STOPWORDS) for d in documents]
    spread = Counter(w for bag in bags for w in bag)
    place = {w: n for n, w in enumerate(spread)}
    vectors = np.zeros((len(bags), len(place)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            vectors[row, place[word]] = (1 + math.log(count)) * math.log(len(bags) / spread[word])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    cosines: NDArray[np.float64] = vectors @ vectors.T
    return cosines


def tf_idf_groups(runs: Sequence[Sequence[Document]], metric: Metric, gold: Groups, tuned: Sequence[str]) -> tuple[Groups, float]:
    """The documents of each run joined by tf-idf at the threshold, in steps of 0.01, that is best for the articles tuned on; and that
    threshold."""
    cosines = [tf_idf(documents) for documents in runs]
    tried = []
    for t in range(5, 100):
        groups = {k: v for documents, near in zip(runs, cosines, strict=True) for k, v in _joined(documents, near, t / 100).items()}
        tried.append((metric(groups, gold, tuned).f1, -t, groups))
    _, threshold, groups = max(tried, key=lambda x: x[:2])
    return groups, -threshold / 100


def _joined(documents: Sequence[Document], nearness: NDArray[np.float64], threshold: float) -> Groups:
    parent = list(range(len(documents)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for a, b in zip(*np.nonzero(np.triu(nearness, 1) >= threshold), strict=True):
        parent[root(int(a))] = root(int(b))
    return {d.name: documents[root(n)].name for n, d in enumerate(documents)}


def group_rows() -> list[Row]:
    """Near-duplicates and stories, ours and the baselines': of all articles read in one run, and of those of each day."""
    documents, analyses = analysed()
    stories = load_days()
    articles = articles_of(stories)
    names = [a.id for a in articles]
    kept_aside = {a.id for s in stories if s.held_out for a in s.articles}
    parts = (names, [n for n in names if n not in kept_aside], [n for n in names if n in kept_aside])
    duplicates, developments = our_groups(documents, analyses)
    titles = title_groups(documents)
    days = {a.id: a.day for a in articles}
    of_days = [[d for d in documents if days[d.name] == day] for day in sorted(set(days.values()))]
    daily = {name: f"{days[name]} {group}" for todays in of_days for name, group in our_groups(todays, analyses)[1].items()}
    daily_titles = {name: f"{days[name]} {group}" for name, group in titles.items()}
    tasks: list[tuple[str, Metric, Callable[[Article], str], Groups, Groups, Sequence[Sequence[Document]]]] = [
        ("near-duplicates, pairs", pairs, lambda a: a.group, duplicates, titles, [documents]),
        ("stories of a day, B-cubed", b_cubed, lambda a: f"{a.day} {a.story}", daily, daily_titles, of_days),
        ("stories of ten days", b_cubed, lambda a: a.story, developments, titles, [documents]),
    ]
    rows: list[Row] = []
    for task, metric, truth, ours, by_title, runs in tasks:
        gold = {a.id: truth(a) for a in articles}
        words, threshold = tf_idf_groups(runs, metric, gold, parts[1])
        systems = (("briefing", ours), (f"title Jaccard {_TITLES}", by_title), (f"tf-idf {threshold}", words))
        for system, groups in systems:
            whole, tuned, held_out = (metric(groups, gold, part) for part in parts)
            rows.append(Row(task=task, system=system, whole=whole, tuned=tuned, held_out=held_out))
    return rows


def print_unrelated(folder: Path, threshold: float) -> None:
    """Print how many of a hundred unrelated articles each system puts together with another, ``_BATCH`` read at a time."""
    annotator = load_annotator()
    joined: Counter[str] = Counter()
    articles = 0
    for batch in _batches(sorted(folder.glob("*.txt"))):
        documents = [d for f in batch for d in _readable(f)]
        analyses = {d.id: replace(_BLANK, document=d.id, embedding=annotator.embed(d.text)) for d in documents}
        systems = (
            ("briefing", our_groups(documents, analyses)[1]),
            (f"title Jaccard {_TITLES}", title_groups(documents)),
            (f"tf-idf {threshold}", _joined(documents, tf_idf(documents), threshold)),
        )
        articles += len(documents)
        for system, groups in systems:
            sizes = Counter(groups.values())
            joined[system] += sum(sizes[group] > 1 for group in groups.values())
    print(f"{articles} newswire articles, {_BATCH} at a time; put together with another, of a hundred:")
    for system, number in joined.items():
        print(f"{'':26}{system:19}{100 * number / articles:8.1f}")


def _batches(files: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """So many files at a time from all over the folder: neighbours by name are of one outlet, often of one development."""
    number = -(-len(files) // _BATCH)
    return (files[n::number] for n in range(number))


def _readable(file: Path) -> list[Document]:
    try:
        return list(read_document(file, IngestSettings(), today=day_date(1)))
    except UnreadableDocument:
        return []


def disagreement_row() -> Row:
    """Where sources differ, of all articles read in one run: each claimed one must be annotated, each annotated one claimed."""
    documents, analyses = analysed()
    made = assemble_briefing(
        documents,
        analyses,
        [CoverageEntry(path=d.path, outcome="read") for d in documents],
        settings=ComposeSettings(words=1_000_000),
        now=datetime(2031, 3, 12, 12, tzinfo=UTC),
        date=day_date(10),
    )
    claimed = [[e.text for e, _ in d.sides] for story in made.briefing.stories for d in story.disagreements]
    wanted = [(s.held_out, [q.quote for q in d.sides]) for s in load_days() for d in s.disagreements]
    hits = [[n for n, (_, quotes) in enumerate(wanted) if all(any(_shows(t, q) for t in texts) for q in quotes)] for texts in claimed]
    found = {n for hit in hits for n in hit}
    # a claim that fits none cannot be told apart by part: it counts against all of them
    wrong = sum(not hit for hit in hits)
    parts = [[n for n, (held_out, _) in enumerate(wanted) if held_out in part] for part in ((True, False), (False,), (True,))]
    whole, tuned, held_out = (score(len(found & set(part)), len(found & set(part)) + wrong, len(part)) for part in parts)
    return Row(task="disagreements", system="briefing", whole=whole, tuned=tuned, held_out=held_out)


def _shows(text: str, quote: str) -> bool:
    """Tell whether a sentence is the one that an annotator quotes, with the figures as they stand there."""
    own, words = set(words_of(text)), words_of(quote)
    figures = [{p.value for p in read_pieces(t, Span(0, len(t))) if p.value is not None} for t in (quote, text)]
    return sum(w in own for w in words) >= 0.75 * len(words) and figures[0] <= figures[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--newswire", type=Path, help="a folder of articles as .txt")
    args = parser.parse_args()
    rows = group_rows()
    print_rows([*rows, disagreement_row()])
    if args.newswire:
        fitted = next(r.system for r in rows if r.task.startswith("stories of a day") and r.system.startswith("tf-idf"))
        print_unrelated(args.newswire, float(fitted.split()[1]))


def print_rows(rows: Sequence[Row]) -> None:
    """Print the table of some rows, with what data they are of."""
    print(f"{len(articles_of(load_days()))} articles, {len(load_days())} stories, corpus {corpus_hash()}; precision, recall, F1 in percent")
    print(f"{'':45}{'all':>20}{'tuned on':>20}{'held out':>20}")
    for row in rows:
        cells = "".join("{:8.1f}{:6.1f}{:6.1f}".format(*s) for s in (row.whole, row.tuned, row.held_out))
        print(f"{row.task:26}{row.system:19}{cells}")


if __name__ == "__main__":
    main()
