"""What a text tells in the ways of reporters: who comes behind the verb, what nobody says, what a claim is called. People are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def contents(annotator: Annotator, text: str) -> set[tuple[str | None, str]]:
    """Who is shown as holding what, word for word."""
    found = analyse(annotator, text).positions
    shown = [p for p in found if p.confidence > SHOWN and p.actor is not None]
    return {(p.actor, " … ".join(text[s.start : s.end] for s in p.content)) for p in shown}


@pytest.mark.parametrize(
    "text",
    [
        "Neither the mayor nor the council has said when the road will open.",
        "Neither Mara Stone nor her lawyer would confirm that a deal was near.",
        "Neither party supports the plan.",
        "The court fell short of declaring the law void.",
        "President Ana Moro stopped short of endorsing the treaty.",
    ],
)
def test_what_none_of_several_says_is_nobodys(annotator: Annotator, text: str) -> None:
    """Nor is what somebody stopped short of."""
    assert not contents(annotator, text)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("The ministry said the mine had no licence, a claim the company denies.", "ministry", "the mine had no licence"),
        (
            "The mayor, Ida Holm, said the firm had promised 300 jobs, a figure disputed by unions.",
            "Ida Holm",
            "the firm had promised 300 jobs",
        ),
    ],
)
def test_what_others_call_a_claim_is_no_part_of_it(annotator: Annotator, text: str, name: str, said: str) -> None:
    """The writer says so."""
    assert (name, said) in contents(annotator, text)


def test_a_name_behind_an_office_says_according_to_whom(annotator: Annotator) -> None:
    """It is no part of what is said, and tells more than the body does."""
    text = "According to the union's lawyer, Mr Otto Brand, nurses called for a doctor three times."
    assert contents(annotator, text) == {("Otto Brand", "nurses called for a doctor three times")}


def test_who_comes_behind_the_verb_speaks(annotator: Annotator) -> None:
    """Not who spoke in the sentence before; "both" are the two."""
    text = (
        '"It\'s a joke," fumed trader Bo Lind. "A very bad one," added his colleague Tess Ray. Both said they would vote against the fee.'
    )
    found = contents(annotator, text)
    assert ("Tess Ray", "A very bad one") in found
    assert {name for name, said in found if "against the fee" in said} == {"Bo Lind", "Tess Ray"}
    text = (
        "The Farmers' League said the dam would drown 40 villages. The Green Alliance said nobody would be moved. "
        "Both urged the king to speak."
    )
    assert {name for name, said in contents(annotator, text) if "the king" in said} == {"Farmers' League", "Green Alliance"}


def test_a_pronoun_right_before_the_verb_speaks(annotator: Annotator) -> None:
    """Not the general of whom she speaks."""
    text = (
        'Senator Pia Lund wants the base closed. "It is needed," General Aske Vinter told the committee. '
        'Lund was not convinced; the general, she said, "has been saying that since 1998".'
    )
    assert {name for name, said in contents(annotator, text) if "since 1998" in said} == {"Pia Lund"}
