"""What many documents cost grows with their number, not with that of their pairs: counted, not timed."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from briefing.compose import duplicates, stories
from briefing.compose.readings import Reading
from tests.compose.documents import analysis, document

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
