"""What many documents cost grows with their number, not with that of their pairs: counted, not timed."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import timedelta
from types import FrameType

import pytest

from briefing.compose import Memory, duplicates, stories
from briefing.compose.readings import Reading
from briefing.models import Analysis, Document, Interval
from tests.compose.documents import DAY, analysis, document, person, position
from tests.compose.two_days import compose, step

_WORDS = [
    f"{a}{b}{'aeiou'[c % 5]}{'bdfgklmnprst'[c // 5]}"
    for a in ("bra", "sto", "ki", "lun", "mar", "pe")
    for b in ("n", "rd", "st", "m", "lk")
    for c in range(60)
]


def readings(count: int) -> list[Reading]:
    """Documents of one vocabulary, every third one a reprint with a word changed."""
    chance = random.Random(7)
    texts: list[str] = []
    for number in range(count):
        if number % 3 == 2:
            texts.append(texts[-1].replace(texts[-1].split()[9], "changed", 1))
        else:
            texts.append(" ".join(chance.choices(_WORDS, k=60)) + ".")
    made = [document(text, str(n)) for n, text in enumerate(texts)]
    # without embeddings, of which two dimensions would make half of all documents alike
    return [Reading(d, replace(analysis(d), embedding=())) for d in made]


@pytest.mark.parametrize(("module", "compares", "most"), [(duplicates, "_alike", 5), (stories, "nearness", 30)])
def test_a_document_is_compared_with_so_many_others(monkeypatch: pytest.MonkeyPatch, module: object, compares: str, most: int) -> None:
    """Of six hundred documents with no more than these, and not with three hundred."""
    calls: list[int] = []
    original = getattr(module, compares)

    def counted(*arguments: object) -> object:
        calls.append(1)
        return original(*arguments)

    monkeypatch.setattr(module, compares, counted)
    prepared = readings(600)
    folds = duplicates.fold_duplicates([r.document for r in prepared], {r.document.id: r.analysis for r in prepared})
    clusters = stories.cluster_stories(prepared)
    assert len(folds) == 400 and sum(len(c) for c in clusters) == 600
    assert 0 < len(calls) <= most * 600


def affairs(count: int, *, first: int = 0, surnames: int = 20) -> tuple[list[Document], list[Analysis]]:
    """Documents on as many affairs, each with a step to come and two who hold a position: one whose surname some others have too,
    and one who speaks in all of them."""
    documents, analyses = [], []
    for number in range(first, first + count):
        chance = random.Random(number)
        name = f"{chance.choice(_WORDS).title()} {_WORDS[number % surnames].title()}"
        what, other, background = (" ".join(chance.choices(_WORDS, k=k)) for k in (8, 8, 30))
        text = (
            f"{background}. {name} opposed {what}. Lena Marlow demanded that {other} be ended. The council will vote on {what} on Friday."
        )
        made = document(text, str(number), title=what)
        later = Interval(start=DAY + timedelta(days=100), end=DAY + timedelta(days=100))
        read = analysis(
            made,
            actors=[person(made, name), person(made, "Lena Marlow")],
            positions=[
                position(text, name, "opposed", what, kind="opposition"),
                position(text, "Lena Marlow", "demanded", f"that {other} be ended"),
            ],
            steps=[step(text, f"The council will vote on {what} on Friday", "Friday", later)],
        )
        documents.append(made)
        analyses.append(replace(read, embedding=()))
    return documents, analyses


def calls_of(made: tuple[list[Document], list[Analysis]], memory: Memory | None) -> int:
    """How many calls of functions it takes to hold a day against a memory, and to make the next one."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    def run() -> None:
        compose(*made, DAY + timedelta(days=1), memory)

    run()  # what is kept of texts that were read before is kept now
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


def test_a_document_costs_no_more_among_many() -> None:
    """Three times the documents cost three times as much, whoever else is named in the others."""
    few, many = (calls_of(affairs(count, surnames=count // 4), None) for count in (200, 600))
    assert many < 1.06 * 3 * few


def test_a_document_costs_no_more_for_what_is_remembered_of_other_affairs() -> None:
    """Each remembered item is looked at so many times, however many documents today has: not once for each of them."""
    little, much = (compose(*affairs(count), DAY, None).memory for count in (100, 300))
    assert len(much.stories) - len(little.stories) == len(much.steps) - len(little.steps) == 200

    def more(today: int) -> int:
        day = affairs(today, first=1000)
        return calls_of(day, much) - calls_of(day, little)

    few, many = more(5), more(25)
    assert many < 1.2 * few
