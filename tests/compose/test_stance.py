"""Where the words of a position stand, and how much of what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.stance import read_stance
from briefing.compose.turn_words import turns_told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We will not sign anything under seven per cent", {"per cent": 7.0}),
        ("a raise of 1,200 crowns and two free days", {"crown": 1200.0, "fre": 2.0}),
        ("The offer stands at 4.5", {"": 4.5}),
        ("…", {}),
        ("", {}),
    ],
)
def test_figures_are_told_by_what_they_count(text: str, figures: dict[str, float]) -> None:
    """In words or digits; a text without words has none."""
    assert read_stance(text, "statement").figures == figures


@given(st.text(max_size=60))
def test_any_text_has_a_stance(text: str) -> None:
    """Whatever it holds."""
    assert read_stance(text, "demand").side in (-1, 0, 1)


@pytest.mark.parametrize("text", ["He rejected any concession", "She will not change course", "without backing down"])
def test_a_turn_that_nobody_made_is_none(text: str) -> None:
    """What is refused or denied does not count; said plainly it does."""
    assert not turns_told(text)
    assert turns_told("He made a concession") == {"softened"} and turns_told("She changed course") == {"reversed"}


def test_what_is_called_right_or_wrong_has_a_side() -> None:
    """Of one issue, which the verdict is no word of."""
    wrong, right = (read_stance(f"A general closure {v} answer", "statement") for v in ("would be the wrong", "is the right"))
    assert (wrong.side, right.side) == (-1, 1) and wrong.issue == right.issue
