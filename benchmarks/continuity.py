"""From one day to the next, over the ten days of tests/days: novelty, position changes, the ledger of next steps.

Every day is composed with the memory of the days before it, with room for every story, so that what is measured is what the briefing
knows and not what its length leaves out. ``python -m benchmarks.continuity [--misses]`` prints the table.
"""

from __future__ import annotations

import argparse
import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from briefing.compose import Assembled, ComposeSettings, Memory, assemble_briefing, check_evidence
from briefing.compose.names import person_words
from briefing.compose.terms import overlap, terms_of
from briefing.models import Analysis, Briefing, CoverageEntry, Document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import load_annotator
from tests.days.corpus import DAYS, AnnotatedStory, Article, PositionChange, Step, articles_of, day_date, load_days, state_on

_TURNS = ("sharpened", "softened", "reversed")


@dataclass(kw_only=True)
class Tally:
    """Right answers among those given and those wanted; ``misses`` say which were not right."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return 100 * self.right / self.given if self.given else 100.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.wanted if self.wanted else 100.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, kw_only=True)
class Scores:
    """``novelty`` counts the days of stories told as what they are; ``news`` only whether they have something new."""

    novelty: Tally
    news: Tally
    changes: Tally
    ledger: Tally
    #: of the steps, those that the ledger has at all
    found: Tally


@functools.cache
def analysed() -> tuple[dict[str, Document], dict[str, Analysis]]:
    """The articles as documents, by article, and their analyses, by document."""
    annotator = load_annotator()
    documents, analyses = {}, {}
    for article in articles_of(load_days()):
        document = as_document(article)
        documents[article.id] = document
        analyses[document.id] = analyze_document(document, annotator=annotator, today=article.published)
    return documents, analyses


def as_document(article: Article) -> Document:
    return Document(
        id=f"{article.id:0>64}",
        name=article.id,
        path=f"{article.id}.md",
        text=article.text,
        title=article.title,
        published=article.published,
        published_from="front matter",
        outlet=article.outlet,
    )


@functools.cache
def compose_days() -> tuple[Assembled, ...]:
    """The ten briefings, each with the memory of those before it; every line of each is proven."""
    documents, analyses = analysed()
    made: list[Assembled] = []
    for day in DAYS:
        todays = [documents[a.id] for a in articles_of(load_days()) if a.day == day]
        memory = made[-1].memory if made else None
        assembled = assemble_briefing(
            todays,
            {d.id: analyses[d.id] for d in todays},
            [CoverageEntry(path=d.path, outcome="read") for d in todays],
            settings=ComposeSettings(words=1_000_000),
            now=datetime.combine(day_date(day), time(12), tzinfo=UTC),
            date=day_date(day),
            memory=memory,
        )
        check_evidence(assembled.briefing, todays, memory)
        made.append(assembled)
    return tuple(made)


def score(stories: Sequence[AnnotatedStory]) -> Scores:
    """Hold the ten briefings against what is annotated of some stories."""
    scores = Scores(novelty=Tally(), news=Tally(), changes=Tally(), ledger=Tally(), found=Tally())
    days = compose_days()
    for story in stories:
        _score_novelty(scores, story, days)
        for step in story.steps:
            _score_step(scores, story, step, days)
    _score_changes(scores.changes, stories, days)
    return scores


def _score_novelty(scores: Scores, story: AnnotatedStory, days: Sequence[Assembled]) -> None:
    for day, wanted in story.novelty.items():
        told = _told_as(days[day - 1].briefing, [a.id for a in story.articles if a.day == day])
        said = "unchanged" if told == "known" else told
        for tally, right in ((scores.novelty, said == wanted), (scores.news, (said == "unchanged") == (wanted == "unchanged"))):
            tally.given += 1
            tally.wanted += 1
            tally.right += right
            if not right:
                tally.misses.append(f"{story.id}, day {day}: {said}, and is {wanted}")


def _told_as(briefing: Briefing, articles: Sequence[str]) -> str:
    """How a briefing tells of the story that most of some articles are in."""
    paths = {s.number: s.path for s in briefing.sources}
    told = {paths[n]: s.novelty for s in briefing.stories for n in s.sources}
    told |= {e.path: "known" for e in briefing.coverage if e.reason == "known"}
    into = {e.path: e.folded_into or e.path for e in briefing.coverage}
    found = [told[p] for a in articles if (p := into[f"{a}.md"]) in told]
    return max(sorted(set(found)), key=found.count) if found else "nothing"


def _score_changes(tally: Tally, stories: Sequence[AnnotatedStory], days: Sequence[Assembled]) -> None:
    of_story = {a.id: s.id for s in load_days() for a in s.articles}
    inside = {s.id for s in stories}
    open_changes: dict[tuple[int, str], list[PositionChange]] = defaultdict(list)
    day_of = {a.id: a.day for s in stories for a in s.articles}
    for story in stories:
        for wanted in story.changes:
            open_changes[day_of[wanted.after.article], story.id].append(wanted)
            tally.wanted += 1
    for day, assembled in zip(DAYS, days, strict=True):
        for change in assembled.briefing.changes:
            if change.kind not in _TURNS or change.before is None or change.after is None:
                continue
            before, after = (of_story[e.document.lstrip("0")] for e in (change.before, change.after))
            if after not in inside:
                continue
            tally.given += 1
            near = open_changes[day, after] if before == after else []
            match = next((w for w in near if w.change == change.kind and _same_name(w.actor, change.subject)), None)
            if match is not None:
                near.remove(match)
                tally.right += 1
            else:
                tally.misses.append(
                    f"wrong: {after}, day {day}, {change.subject}: {change.kind}: {change.before.text!r} -> {change.after.text!r}"
                )
    for (day, name), missing in open_changes.items():
        tally.misses += [f"missed: {name}, day {day}, {w.actor}: {w.change}: {w.before.quote!r} -> {w.after.quote!r}" for w in missing]


def _same_name(a: str, b: str) -> bool:
    return person_words(a)[-1:] == person_words(b)[-1:]


def _score_step(scores: Scores, story: AnnotatedStory, step: Step, days: Sequence[Assembled]) -> None:
    article = next(a for a in story.articles if a.id == step.source.article)
    group = {a.id for a in story.articles if a.group == article.group}
    found = next((i for i in _ids(days[step.first_day - 1].memory, group, step)), None)
    scores.found.wanted += 1
    scores.found.given += 1
    scores.found.right += found is not None
    if found is None:
        scores.found.misses.append(f"{story.id}: {step.source.quote!r}")
    for day in range(step.first_day, DAYS[-1] + 1):
        wanted = state_on(step, day, due_soon_days=7)
        known = {k.step.id: k.step.status for k in days[day - 1].memory.steps}
        said = known.get(found) if found is not None else None
        scores.ledger.wanted += 1
        scores.ledger.given += found is not None
        scores.ledger.right += said == wanted
        if said != wanted:
            scores.ledger.misses.append(f"{story.id}, day {day}: {said}, and is {wanted}: {step.source.quote!r}")


def _ids(memory: Memory, group: set[str], step: Step) -> Iterator[str]:
    """The lines of the ledger that are a step: found in one of its prints, in much the same words."""
    wanted = terms_of(step.source.quote)
    for known in memory.steps:
        excerpt = known.step.excerpt
        if excerpt.document.lstrip("0") in group and overlap(terms_of(excerpt.text), wanted) >= 0.6:
            yield known.step.id


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.continuity", description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what was not right, of the stories not held out")
    arguments = parser.parse_args()
    stories = load_days()
    print(f"{'':22}{'novelty':>9}{'news':>7}{'changes P':>11}{'R':>7}{'F1':>7}{'ledger':>9}{'of found':>10}{'found':>8}")
    for name, part in (
        ("all", stories),
        ("tuned on", [s for s in stories if not s.held_out]),
        ("held out", [s for s in stories if s.held_out]),
    ):
        s = score(part)
        print(
            f"{name:22}{s.novelty.recall:9.1f}{s.news.recall:7.1f}{s.changes.precision:11.1f}{s.changes.recall:7.1f}{s.changes.f1:7.1f}"
            f"{s.ledger.recall:9.1f}{s.ledger.precision:10.1f}{s.found.recall:8.1f}"
        )
        if arguments.misses and name == "tuned on":
            for tally in (s.novelty, s.changes, s.found, s.ledger):
                print(*(f"    {m}" for m in tally.misses), sep="\n")


if __name__ == "__main__":
    main()
