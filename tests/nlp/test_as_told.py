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


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Republican Bill Stone countered that the panel had no power to summon a president.", "Bill Stone", "the panel had no power"),
        ("Judge Hanne Quill ruled. The Supreme Court found the council had acted without evidence.", "Supreme Court", "without evidence"),
    ],
)
def test_rarer_verbs_with_a_clause_hold_it(annotator: Annotator, text: str, name: str, said: str) -> None:
    """ "Countered that", "the court found that"."""
    assert name in {actor for actor, words in contents(annotator, text) if said in words}


@pytest.mark.parametrize("text", ["Mayor Ida Holm found the door of the school open.", "The Harbour Board held talks on Monday."])
def test_what_is_found_or_held_without_a_clause_is_no_position(annotator: Annotator, text: str) -> None:
    """Nor is a door."""
    assert not contents(annotator, text)


def test_a_statement_that_calls_for_something_is_its_authors(annotator: Annotator) -> None:
    """It is no part of what it calls for."""
    text = (
        'In a joint statement, the ambassadors of France, Italy and Spain said that they were "appalled" by the sentence. '
        'The statement called for a retrial. Justice Minister Omar Sule dismissed it as "lecturing".'
    )
    assert ("ambassadors of France, Italy and Spain", "a retrial") in contents(annotator, text)


def test_who_it_is_according_to_says_it(annotator: Annotator) -> None:
    """Not only by what the next sentence says that the same one says."""
    text = (
        "According to Colonel Juma Noor, who commands the base, the shells came from the east. The colonel says his men did not return "
        'fire. Across the river, Captain Lev Dragan tells a different story: "They fired first. We have it on film."'
    )
    assert ("Juma Noor", "the shells came from the east") in contents(annotator, text)


def test_who_stops_short_of_one_thing_may_add_another(annotator: Annotator) -> None:
    """What is added is said."""
    text = "Mayor Ida Holm stopped short of naming the firm, adding only that the inquiry would be long."
    assert "Ida Holm" in {name for name, said in contents(annotator, text) if "inquiry" in said}


def test_who_speaks_in_the_midst_of_a_sentence_is_no_part_of_it(annotator: Annotator) -> None:
    """What stands behind the speaker goes on with what stands before."""
    text = (
        "Senator Jon Bell was not convinced. The bridge, he said, is old. The road to the port, said Mara Stone, must be closed at once. "
        "Talks, Foreign Minister Ida Holm told reporters, have failed."
    )
    assert contents(annotator, text) == {
        ("Jon Bell", "The bridge … is old"),
        ("Mara Stone", "The road to the port … must be closed at once"),
        ("Ida Holm", "Talks … have failed"),
    }


def test_what_is_promised_in_a_case_is_promised(annotator: Annotator) -> None:
    """Only what is said in the case itself is not."""
    text = "Should the bank announce that it is insolvent, deposits are safe, Governor Ivo Pell promised."
    assert "Ivo Pell" in {name for name, said in contents(annotator, text) if "deposits are safe" in said}


@pytest.mark.parametrize(
    "text",
    [
        "Central banks should be no less concerned about the large spreads between lands.",
        "Voters should fear that the port will close.",
        "Police chief Odd Brekka confirmed the matter on Sunday.",
        "The court gave the ministry until Friday to explain why it had acted.",
        "Police chief Odd Brekka confirmed the development to our correspondent.",
    ],
)
def test_what_is_owed_and_a_bare_yes_are_no_positions(annotator: Annotator, text: str) -> None:
    """What people should think is the writer's; a yes to what others told says nothing by itself."""
    assert not contents(annotator, text)


def test_who_confirms_a_thing_says_it(annotator: Annotator) -> None:
    """Where it is told what the thing is."""
    assert contents(annotator, "Mara Stone confirmed that the deal was near.") == {("Mara Stone", "the deal was near")}


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Prime Minister Olga Trent on Wednesday ruled out sending soldiers to Karvel.", "Olga Trent", "sending soldiers to Karvel"),
        ("Dara Holt told a rally in the northern town of Selm that taxes would fall.", "Dara Holt", "taxes would fall"),
    ],
)
def test_what_is_ruled_out_or_told_is_whole_and_no_more(annotator: Annotator, text: str, name: str, said: str) -> None:
    """Doing a thing is ruled out too, and who listens, and where, is no part of what is told."""
    found = contents(annotator, text)
    assert {(actor, words.removeprefix("that ")) for actor, words in found} == {(name, said)}


def test_who_hits_back_if_others_go_on_warns(annotator: Annotator) -> None:
    """Who does a thing if others agree to it does not."""
    text = '"If they close the plant, we will occupy it," said shop steward Raul Menk. "If the voters agree, I will resign," he added.'
    kinds = {" ".join(text[s.start : s.end] for s in p.content): p.kind for p in analyse(annotator, text).positions}
    assert kinds["If they close the plant, we will occupy it"] == "warning"
    assert kinds["If the voters agree, I will resign"] != "warning"


def test_who_speaks_to_somebody_between_a_subject_and_its_verb(annotator: Annotator) -> None:
    """Speaks all the same, and not who spoke before."""
    text = "The general, Reeve insisted, is ill. The pipeline, engineer Sami Lahti told reporters, had been patched twice."
    assert ("Sami Lahti", "The pipeline … had been patched twice") in contents(annotator, text)
