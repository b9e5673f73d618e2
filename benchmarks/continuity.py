"""From one day to the next, over the ten days of tests/days: novelty, position changes, the ledger of next steps.

Every day is composed with the memory of the days before it, with room for every story, so that what is measured is what the briefing
knows and not what its length leaves out. ``python -m benchmarks.continuity [--misses]`` prints the whole table, that of
``benchmarks.days`` first.
"""

from __future__ import annotations

import argparse
import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import PurePath

from benchmarks.days import Row, Score, analysed, disagreement_row, group_rows, print_rows, tf_idf
from briefing.compose import Assembled, ComposeSettings, Memory, assemble_briefing, check_evidence
from briefing.compose.names import person_words
from briefing.compose.terms import overlap, terms_of
from briefing.models import Briefing, CoverageEntry
from tests.days.corpus import DAYS, AnnotatedStory, PositionChange, Step, day_date, load_days, state_on

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
def compose_days() -> tuple[Assembled, ...]:
    """The ten briefings, each with the memory of those before it; every line of each is proven."""
    documents, analyses = analysed()
    made: list[Assembled] = []
    for day in DAYS:
        todays = [d for d in documents if d.published == day_date(day)]
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


def score_days(stories: Sequence[AnnotatedStory]) -> Scores:
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
    into = {_article(e.path): e.folded_into or e.path for e in briefing.coverage}
    found = [told[p] for a in articles if (p := into[a]) in told]
    return max(sorted(set(found)), key=found.count) if found else "nothing"


def _article(path: str) -> str:
    return PurePath(path).stem


def _score_changes(tally: Tally, stories: Sequence[AnnotatedStory], days: Sequence[Assembled]) -> None:
    named = {d.id: d.name for d in analysed()[0]}
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
            before, after = (of_story[named[e.document]] for e in (change.before, change.after))
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
    wanted, ids = terms_of(step.source.quote), {d.id for d in analysed()[0] if d.name in group}
    for known in memory.steps:
        excerpt = known.step.excerpt
        if excerpt.document in ids and overlap(terms_of(excerpt.text), wanted) >= 0.6:
            yield known.step.id


def earlier_words_news(stories: Sequence[AnnotatedStory], threshold: float) -> float:
    """The baseline for what is news: a story has some on a day where an article of it is less like every earlier one by tf-idf."""
    documents, _ = analysed()
    place = {d.name: n for n, d in enumerate(documents)}
    cosines = tf_idf(documents)
    right = wanted = 0
    for story in stories:
        for day, state in story.novelty.items():
            ours = [place[a.id] for a in story.articles if a.day == day]
            before = [n for n, d in enumerate(documents) if d.published is not None and d.published < day_date(day)]
            is_news = any(max((cosines[n, m] for m in before), default=0.0) < threshold for n in ours)
            right += is_news == (state != "unchanged")
            wanted += 1
    return 100 * right / wanted


def continuity_rows() -> list[Row]:
    """The table: shares of right answers stand as all three figures where each question has one answer."""
    stories = load_days()
    parts = (stories, [s for s in stories if not s.held_out], [s for s in stories if s.held_out])
    scores = [score_days(part) for part in parts]
    threshold = max((t / 100 for t in range(5, 100, 5)), key=lambda t: earlier_words_news(parts[1], t))
    rows = [
        ("novelty of 3, accuracy", "briefing", [_share(s.novelty.recall) for s in scores]),
        ("news or not, accuracy", "briefing", [_share(s.news.recall) for s in scores]),
        ("news or not, accuracy", f"tf-idf {threshold}", [_share(earlier_words_news(part, threshold)) for part in parts]),
        ("position changes", "briefing", [_prf(s.changes) for s in scores]),
        ("steps in the ledger", "briefing", [_share(s.found.recall) for s in scores]),
        ("states of those, accuracy", "briefing", [_share(s.ledger.precision) for s in scores]),
        ("states of all, accuracy", "briefing", [_share(s.ledger.recall) for s in scores]),
    ]
    return [Row(task=task, system=system, whole=whole, tuned=tuned, held_out=held) for task, system, (whole, tuned, held) in rows]


def _share(value: float) -> Score:
    return Score(round(value, 1), round(value, 1), round(value, 1))


def _prf(tally: Tally) -> Score:
    return Score(round(tally.precision, 1), round(tally.recall, 1), round(tally.f1, 1))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.continuity", description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="also print what was not right, of the stories that are not held out")
    arguments = parser.parse_args()
    print_rows([*group_rows(), disagreement_row(), *continuity_rows()])
    if arguments.misses:
        scores = score_days([s for s in load_days() if not s.held_out])
        for tally in (scores.novelty, scores.changes, scores.found, scores.ledger):
            print(*tally.misses, sep="\n")


if __name__ == "__main__":
    main()
