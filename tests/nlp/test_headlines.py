"""Who speaks in a headline: by an office that the text below names, and behind a quotation. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def held(annotator: Annotator, text: str) -> set[tuple[str | None, str]]:
    """Who is shown as holding what."""
    shown = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN and p.actor is not None]
    return {(p.actor, " … ".join(text[s.start : s.end] for s in p.content)) for p in shown}


@pytest.mark.parametrize("office", ["PM", "Norland PM", "Norland Prime Minister"])
def test_an_office_in_a_headline_is_who_is_named_below(annotator: Annotator, office: str) -> None:
    """And what stands behind its colon is no speaker."""
    text = f"{office}: No troops for Karsin\n\nPrime Minister Olga Trent said on Wednesday that no soldier would go."
    found = held(annotator, text)
    assert ("Olga Trent", "No troops for Karsin") in found
    assert {name for name, _ in found} == {"Olga Trent"}


def test_two_of_one_office_are_not_told_apart(annotator: Annotator) -> None:
    """Nor is a deputy meant."""
    text = "PM: No troops for Karsin\n\nPrime Minister Olga Trent met Prime Minister Jon Hale on Wednesday."
    assert not held(annotator, text)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (
            "'We will not be bullied': Velk hits back at Torvia\n\nForeign Minister Ana Velk rejected the threat of sanctions.",
            "Ana Velk",
            "We will not be bullied",
        ),
        (
            "'This is nothing but theft': Coll slams water firm\n\nMayor Rita Coll on Monday accused Aquavel of poisoning the lake.",
            "Rita Coll",
            "This is nothing but theft",
        ),
        (
            "Talks a 'waste of time' - Harel\n\nOpposition leader Dov Harel walked out on Tuesday.",
            "Dov Harel",
            "Talks a 'waste of time'",
        ),
    ],
)
def test_who_stands_behind_what_a_headline_quotes_says_it(annotator: Annotator, text: str, name: str, said: str) -> None:
    """Behind a colon with what they do, or behind a dash."""
    assert (name, said) in held(annotator, text)


def test_a_dateline_is_no_part_of_a_title(annotator: Annotator) -> None:
    """Whatever stroke is behind it."""
    text = "No early vote\n\nSELM - Prime Minister Olga Trent said on Wednesday there would be no vote before June."
    (trent,) = [a for a in analyse(annotator, text).actors if a.name == "Olga Trent"]
    assert not [f for f in trent.aliases if "SELM" in f]
