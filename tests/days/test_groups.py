"""The quality gate of what is found within one run, on the ten days. Raising a floor is normal, lowering one needs a reason."""

from __future__ import annotations

import pytest

from benchmarks.days import Row, disagreement_row, group_rows
from tests.days.corpus import corpus_hash

#: the data that the floors belong to; a change of it needs them measured again
CORPUS = "aadfd4430c41"
FLOORS = {"near-duplicates, pairs": 98.0, "stories of a day, B-cubed": 97.0, "stories of ten days": 95.5}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return group_rows()


def test_the_floors_are_those_of_this_data() -> None:
    """A score without its data says nothing."""
    assert corpus_hash() == CORPUS


@pytest.mark.parametrize("task", list(FLOORS))
def test_documents_are_put_together_as_a_reader_would(rows: list[Row], task: str) -> None:
    """Of all articles, and of the stories that no threshold was set on."""
    (ours,) = (r for r in rows if r.task == task and r.system == "briefing")
    assert min(ours.whole.f1, ours.held_out.f1) >= FLOORS[task], ours


@pytest.mark.parametrize("task", list(FLOORS))
def test_the_baselines_are_left_behind(rows: list[Row], task: str) -> None:
    """Neither headlines nor words alone do as well."""
    scores = {r.system: r.whole.f1 for r in rows if r.task == task}
    assert all(scores["briefing"] > f1 for system, f1 in scores.items() if system != "briefing"), scores


def test_disagreements_are_found_and_none_is_invented() -> None:
    """Of figures, dates and speakers that versions and articles give differently."""
    whole = disagreement_row().whole
    assert whole.precision >= 95 and whole.recall >= 85, whole
