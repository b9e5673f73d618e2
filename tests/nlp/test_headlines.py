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


@pytest.mark.parametrize(
    ("headline", "below", "name"),
    [
        (
            "Regulator orders Corvane to repay customers",
            "The Financial Conduct Board on Tuesday ordered Corvane Bank to repay 60,000 customers.",
            "Financial Conduct Board",
        ),
        (
            "Nurses' union rejects pay deal",
            "The Royal Society of Nursing on Tuesday rejected a pay deal worth 5 percent.",
            "Royal Society of Nursing",
        ),
    ],
)
def test_who_holds_the_same_below_by_the_same_verb_is_meant(annotator: Annotator, headline: str, below: str, name: str) -> None:
    """Where a headline has a noun for them, which they go by from there on."""
    noun = headline.split(" orders")[0].split(" rejects")[0].split()[-1].lower()
    text = f"{headline}\n\nANSEL, Dec. 9, 2025 — {below}\n\nThe {noun} said the matter was closed."
    assert {who for who, _ in held(annotator, text)} == {name}


def test_an_office_in_a_headline_leaves_a_later_mayor_known_by_his_town(annotator: Annotator) -> None:
    """He is named further on."""
    text = (
        "Mayor rejects call for curfew after riots\n\nTESSIN BAY, June 5, 2026 — The mayor of Tessin Bay rejected calls for a curfew on "
        "Friday.\n\nMayor Lionel Achterberg said locking people in would punish the innocent."
    )
    assert {who for who, _ in held(annotator, text)} == {"Lionel Achterberg"}
