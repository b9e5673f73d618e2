"""How likely a reader finds a position in the text."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefing.errors import ModelError
from briefing.models import Position
from briefing.nlp.annotate import SHIPPED, Annotator, load_annotator
from briefing.nlp.worth import read_worth
from tests.analysis_samples import analyse

TEXT = (
    "Marlow, May 3 - Prime Minister Ada Quill said on Monday that the harbour will be closed for a week.\n\n"
    "“We cannot let ships in while the wall is weak,” Quill told reporters.\n\n"
    "The Dockers' Union, which was to be told of the plan allegedly wanting more, rang the bell.\n"
)


def _by(positions: tuple[Position, ...], actor: str) -> list[Position]:
    return [p for p in positions if p.actor == actor]


def test_what_is_said_by_who_matters_is_likely(annotator: Annotator) -> None:
    """Plain speech and a quotation of the head of government are found by every reader."""
    found = _by(analyse(annotator, TEXT).positions, "Ada Quill")
    assert len(found) == 2
    assert all(p.likelihood > 0.8 for p in found)


def test_a_word_or_two_of_a_crowd_are_less_likely(annotator: Annotator) -> None:
    """Of two positions that are as surely attributed the one of a passing crowd and of few words counts less."""
    text = "Mayor Jon Hale said the town will build a school by the river this year. They want peace, they said, and the others agreed."
    found = analyse(annotator, text).positions
    said = _by(found, "Jon Hale")
    others = [p for p in found if p.actor != "Jon Hale" and p.actor is not None]
    assert said
    assert all(p.likelihood < said[0].likelihood for p in others)


def test_a_length_bounds_the_likelihood(annotator: Annotator) -> None:
    """Every position has one from 0 to 1; nobody's keeps what it was found with."""
    for position in analyse(annotator, TEXT).positions:
        assert 0 <= position.likelihood <= 1
        assert position.actor is not None or position.likelihood == pytest.approx(position.confidence, abs=0.001)


def test_the_shipped_weights_know_a_few_truths() -> None:
    """Of a name is likelier than of a pronoun for many, more words than few, what matters than what is told in passing."""
    signs = read_worth(SHIPPED / "positions.json").signs
    assert signs["source: name"] > signs["source: they"]
    assert signs["words"] > 0
    assert signs["actor: needed"] > 0
    assert signs["cue: say"] > 0


def test_weights_that_are_damaged_are_named(tmp_path: Path) -> None:
    """A model folder with a broken positions.json is refused, and says which file."""
    folder = tmp_path / "model"
    shutil.copytree(SHIPPED, folder)
    (folder / "positions.json").write_text(json.dumps({"bias": 0}))
    with pytest.raises(ModelError, match=r"positions\.json"):
        load_annotator(folder)
