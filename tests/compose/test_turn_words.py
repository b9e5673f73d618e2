"""Words that say that somebody turned."""

from __future__ import annotations

import pytest

from briefing.compose.turn_words import turns_told


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Falk admitted that she had taken the money.", {"reversed"}),
        ("“I took the money,” Falk admitted.", {"reversed"}),
        ("Falk admits mistake on dam", {"reversed"}),
        ("“I am better at sitting in committees,” he admitted to the pupils.", set()),
    ],
)
def test_only_what_one_was_or_did_is_taken_back_by_admitting_it(text: str, turns: set[str]) -> None:
    """A weakness that somebody admits is no turn."""
    assert turns_told(text) == turns
