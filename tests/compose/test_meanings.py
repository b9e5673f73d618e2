"""Words of one meaning."""

from __future__ import annotations

from briefing.compose.meanings import deeds_of, is_speech, nouns_alike
from briefing.compose.terms import stem


def test_nouns_of_one_meaning_and_their_deeds() -> None:
    """In every group that a noun is in, itself aside."""
    assert stem("proposal") in nouns_alike("plans")
    assert stem("plan") not in nouns_alike("plans")
    assert {stem("accident"), stem("raid")} <= nouns_alike("shooting")
    assert "proposed" in deeds_of("plan")
    assert not nouns_alike("ferry")
    assert not deeds_of("ferry")


def test_what_stands_for_what_was_said() -> None:
    assert is_speech("claims")
    assert not is_speech("ferry")
