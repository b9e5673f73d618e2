"""The party and the state of politicians, told behind their names; people are invented, states are real where a table is read."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rep. Ada Quill (D-Md.) said on Monday that the bill would fail.", "Representative (Democrat, Maryland)"),
        ("Sen. Ada Quill, R-N.H., said on Monday that the bill would fail.", "Senator (Republican, New Hampshire)"),
        ("Senator Ada Quill, Republican of West Virginia, said on Monday that the bill would fail.", "Senator (Republican, West Virginia)"),
        ("Senator Ada Quill, a Michigan Democrat, said on Monday that the bill would fail.", "Senator (Democrat, Michigan)"),
        ("Senator Ada Quill of Vermont said on Monday that the bill would fail.", "Senator (Vermont)"),
        ("Republicans gained. Governor Ada Quill (R) said on Monday that the bill would fail.", "Governor (Republican)"),
    ],
)
def test_the_party_and_the_state_stand_in_brackets_behind_the_office(annotator: Annotator, text: str, role: str) -> None:
    """What newspapers put behind the name of a politician is kept, in full."""
    assert {a.name: a.role for a in analyse(annotator, text).actors}["Ada Quill"] == role


def test_what_the_role_tells_is_not_told_again(annotator: Annotator) -> None:
    """The state that stands before the office is left out of the brackets."""
    text = "Maryland Governor Ada Quill (D-Md.) said on Monday that the bill would fail."
    assert {a.name: a.role for a in analyse(annotator, text).actors}["Ada Quill"] == "Maryland Governor (Democrat)"


def test_without_an_office_the_party_is_the_role(annotator: Annotator) -> None:
    """Who is named without a title is told by party and state."""
    text = "Ada Quill (R-Ohio) said on Monday that the bill would fail."
    assert {a.name: a.role for a in analyse(annotator, text).actors}["Ada Quill"] == "Republican of Ohio"


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ada Quill (R) shakes hands with Jon Hale. Governor Ada Quill said on Monday that the port would open.",
        "Governor Ada Quill of Harnby said on Monday that the port would open.",
    ],
)
def test_a_letter_beside_a_picture_and_another_place_tell_none(annotator: Annotator, text: str) -> None:
    """ "(R)" is who stands to the right where no Republican is told of, and only states of a table are told."""
    assert {a.name: a.role for a in analyse(annotator, text).actors}["Ada Quill"] == "Governor"
