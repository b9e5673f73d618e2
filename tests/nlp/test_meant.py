"""Whom a pronoun means: people and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def meant(annotator: Annotator, text: str) -> set[tuple[str, str]]:
    """The pronouns of a text that can mean one person alone, each with that person."""
    return {(text[r.span.start : r.span.end], r.actor) for r in analyse(annotator, text).referents}


def test_a_pronoun_means_the_only_person_named_right_before(annotator: Annotator) -> None:
    """In what a body or somebody else says too."""
    text = "Mrs Mara Stone was freed on Tuesday. The court ordered her to leave Norhaven."
    assert meant(annotator, text) == {("her", "Mara Stone")}
    text = "Mrs Mara Stone was freed on Tuesday. “The court ordered her to leave Norhaven,” said Mr Otto Lind."
    assert ("her", "Mara Stone") in meant(annotator, text)


def test_a_pronoun_that_may_mean_another_is_left_alone(annotator: Annotator) -> None:
    """Of two women, a woman and an unnamed one, or who holds the words."""
    for text in (
        "Mrs Mara Stone met Mrs Ada Quill on Tuesday. The court ordered her to leave Norhaven.",
        "Mrs Mara Stone met a daughter of a sailor on Tuesday. The court ordered her to leave Norhaven.",
        "Mrs Mara Stone was freed on Tuesday. Mrs Ada Quill said that she would leave Norhaven.",
    ):
        assert meant(annotator, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        # somebody without a name is nearer
        "Minister Karl Hale visited Selm on Tuesday. The gunman was shot after he opened fire, the ministry said.",
        "Mr Jon Vale spoke on Tuesday. The union said any employee who lost his job would be paid.",
        "Mr Karl Hale was in Selm. Someone said he would leave, the ministry said.",
        # it is named behind it
        "Minister Otto Lind was in Norhaven on Monday. In his speech, Governor Karl Hale promised a new pier by July.",
        # the name is only part of what another is called
        "Mr Karl Hale's killer was freed. The union said he must be deported.",
        # the source says it itself
        "Mr Jon Hale left on Monday. “He [Hale] should go,” said the Rail Union.",
    ],
)
def test_a_pronoun_that_has_another_at_hand_is_left_alone(annotator: Annotator, text: str) -> None:
    """A wrong name is worse than a pronoun."""
    assert meant(annotator, text) == set()
