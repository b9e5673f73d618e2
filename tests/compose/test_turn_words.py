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


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Karin Dahl said the estimates showed that she was wrong.", {"reversed"}),
        ("Karin Dahl read the reports and said that she was wrong about the weir.", {"reversed"}),
        ("Karin Dahl said that the reports of a leak were wrong.", set()),
        ("Karin Dahl said that reports of what she had earned were wrong.", set()),
        ("Karin Dahl rejected claims that she was wrong.", set()),
    ],
)
def test_who_was_wrong_is_the_one_who_is_said_to_have_been(text: str, turns: set[str]) -> None:
    """Others that are named before need not be; what others claim of somebody is no admission."""
    assert turns_told(text) == turns
