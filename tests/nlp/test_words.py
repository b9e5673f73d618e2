"""Words and their lemmas."""

from __future__ import annotations

import pytest

from briefing.nlp.words import known_verb

KNOWN = frozenset({"rule", "blame", "hope", "boycott", "applaud"})


@pytest.mark.parametrize(
    ("lemma", "form", "verb"),
    [
        ("rul", "ruled", "rule"),
        ("blam", "blamed", "blame"),
        ("hop", "hoped", "hope"),
        ("boycot", "boycotted", "boycott"),
        ("applaude", "applauding", "applaud"),
        ("hop", "hopped", "hop"),
        ("rul", "rulings", "rul"),
        ("blame", "blamed", "blame"),
        ("applauri", "applauded", "applaud"),
    ],
)
def test_a_lemma_cut_at_the_wrong_place_is_that_of_the_verb_that_has_the_form(lemma: str, form: str, verb: str) -> None:
    """Only where the known verb does have the form: "hopped" is of "hop"."""
    assert known_verb(lemma, form, KNOWN) == verb
