"""Holders without a name, under the words that describe them."""

from __future__ import annotations

import pytest

from briefing.compose.positions import LEAST_CONFIDENCE
from briefing.nlp.annotate import Annotator
from briefing.nlp.entities import Entity
from briefing.nlp.unnamed import is_people, is_told_by_body, is_told_by_name
from tests.analysis_samples import analyse


def speakers(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if words in " ".join(text[s:e] for s, e in p.content)}


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        ("Critics say that the bridge is too narrow for lorries.", "too narrow", "critics"),
        ("Some tenants feared that the rent would rise. Others said that the landlord had promised repairs.", "promised", "tenants"),
        ("About 35 percent of tenants said that they were unhappy with the heating.", "unhappy", "tenants"),
        ("Her specialist in Norhaven said that the operation had gone well.", "gone well", "her specialist in Norhaven"),
        ("One of the mothers said that the school was cold.", "cold", "one of the mothers"),
    ],
)
def test_a_described_holder_holds_what_is_said(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """A share, a part and others of a kind are that kind; one of many is one."""
    assert {(n or "").lower() for n in speakers(annotator, text, content)} == {holder.lower()}


def test_a_described_holder_is_found_and_not_trusted(annotator: Annotator) -> None:
    """A briefing is not to rest on "some observers"."""
    found = analyse(annotator, "Some observers said that the water was brown.")
    assert [p.actor for p in found.positions] == ["observers"]
    assert all(p.confidence < LEAST_CONFIDENCE for p in found.positions)


def test_who_is_told_by_a_name_is_trusted(annotator: Annotator) -> None:
    """Somebody's lawyer and a body's official tell a reader whose word it is."""
    text = "Mara Stone stood for mayor. Her lawyer told the court that she was ill."
    (found,) = [p for p in analyse(annotator, text).positions if p.confidence >= LEAST_CONFIDENCE]
    assert found.actor == "Mara Stone’s lawyer"
    assert is_told_by_name(Entity(kind="person", nominal=True, name="senior Harbour Guild official"), {"Norland"})


def test_one_of_many_of_a_land_is_told_by_no_name() -> None:
    """ "A Norland farmer", "one Harbour Guild official" and "the City" are nobody that a reader would know."""
    for name in ("Norland farmer", "one Harbour Guild official", "City", "Orlet-based scholar"):
        assert not is_told_by_name(Entity(kind="person", nominal=True, name=name), {"Norland"})


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The road was closed. A police official said that four men were held overnight.", "police official"),
        ("The talks broke up. A ministry spokesman said that they would go on for a week.", "ministry spokesman"),
        ("The road was closed. A senior police officer told reporters that four men were held.", "senior police officer"),
    ],
)
def test_who_speaks_for_a_body_is_trusted(annotator: Annotator, text: str, holder: str) -> None:
    """Whose word it is shows in the body that an official or a spokesman is told by."""
    assert {p.actor for p in analyse(annotator, text).positions if p.confidence >= LEAST_CONFIDENCE} == {holder}


def test_an_official_of_nothing_and_one_of_many_are_told_by_no_body() -> None:
    """ "A senior official" is nobody's, and "another police officer" one of many."""
    for name in ("senior official", "another police officer", "source", "police widow", "officer of the watch"):
        assert not is_told_by_body(Entity(kind="person", nominal=True, name=name))
    for name in ("official of the fisheries department", "the army’s spokesman"):
        assert is_told_by_body(Entity(kind="person", nominal=True, name=name))


@pytest.mark.parametrize(
    "text", ["Footage shows that the ship was on fire.", "A newspaper said that the ship was on fire.", "A spokesman said that it burned."]
)
def test_a_thing_and_a_spokesman_of_nobody_hold_nothing(annotator: Annotator, text: str) -> None:
    """What is written or filmed is no person."""
    assert {p.actor for p in analyse(annotator, text).positions} <= {None}


def test_the_insider_is_the_one_told_of_before(annotator: Annotator) -> None:
    """And so is the pronoun behind."""
    text = "A neighbour said that the roof had leaked for years. The neighbour said that nobody came. She added that the owner was away."
    assert {a for a in speakers(annotator, text, "nobody came") if a} == {"neighbour"}
    assert {a for a in speakers(annotator, text, "owner was away") if a} == {"neighbour"}


def test_what_ends_as_people_do_may_be_a_thing() -> None:
    """Estimates are no mates."""
    assert not is_people("estimates")
    assert is_people("expats")


def test_a_pronoun_in_what_is_said_may_be_of_another(annotator: Annotator) -> None:
    """Who goes on as "he" is "he", whatever a ship or a beast was called in what he said."""
    text = (
        "Jon Hale, a curator at the museum, says the find is remarkable as she is the oldest mammoth. "
        "“The whole body is there,” he said.\n\nHe noted that samples can be used to study the species."
    )
    assert speakers(annotator, text, "samples can be used") == {"Jon Hale"}


def test_a_noun_for_a_trade_is_the_only_person_of_the_text(annotator: Annotator) -> None:
    """Whether they have spoken or not; an official is who has an office."""
    text = (
        "The programme was opened by the Minister of Agriculture, Jon Hale. “It helps thousands of families,” said the official. "
        "The official assured that the first phase will start in May."
    )
    assert speakers(annotator, text, "first phase") == {"Jon Hale"}


def test_a_noun_for_a_trade_is_who_goes_on_speaking(annotator: Annotator) -> None:
    """Though others are spoken of meanwhile, none of whom does anything."""
    text = (
        "Jon Hale, the committee spokesman, said on Monday that the forces were ready. The meeting followed a visit to General Veld. "
        "The legislator told reporters that the budget would grow."
    )
    assert speakers(annotator, text, "budget would grow") == {"Jon Hale"}


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        ("Jon Hale will not join the theatre. “I never asked for it,” the 21-year-old said in a message.", "never asked", "Jon Hale"),
        ("Jon Hale said the rule was old. The former rugby star, who now farms, said it must go.", "must go", "Jon Hale"),
        (
            "Cabinet chief Jon Hale was angry. Ada Quill's government “will talk”, he added. The official said fuel would return.",
            "fuel",
            "Jon Hale",
        ),
        ("The first lady of the republic, Ada Quill, opened the clinic. The First Lady said births were safe.", "safe", "Ada Quill"),
        ("Lund plans to sue the State Archives. The archives told his family that it had no records.", "records", "State Archives"),
        ("Harbour Air landed its plane. The airline's management announced it had grounded the fleet.", "grounded", "Harbour Air"),
    ],
)  # fmt: skip
def test_who_was_named_is_called_by_another_noun(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """By years, by a trade that more is told of, by an office, and a body by its noun in the plural or by its management."""
    assert speakers(annotator, text, content) == {holder}


def test_a_noun_that_is_told_apart_is_nobody_known(annotator: Annotator) -> None:
    """A clause without commas says which of several is meant."""
    text = "Jon Hale said the rule was old. The star who plays in Northport said it must go."
    assert speakers(annotator, text, "must go") != {"Jon Hale"}


def test_a_name_is_a_person_where_its_surname_is_addressed(annotator: Annotator) -> None:
    """Never a body's."""
    text = "Ouma Oluga praised the hospital on Tuesday. Dr Oluga said that nobody had died there in eight months."
    assert {a.kind for a in analyse(annotator, text).actors if "Oluga" in a.name} == {"person"}


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        (
            "A lawmaker from the Harbour Party accused the ministry of hiding the report. The lawmaker said the figures were wrong.",
            "lawmaker from the Harbour Party",
            "a lawmaker from the Harbour Party",
        ),
        ("Some citizens of Norhaven praised the decision on Monday.", "citizens of Norhaven", "some citizens of Norhaven"),
        # others of the kind are not those at the port
        ("Officials at the port said the quay was safe. Officials in the capital said it was shut.", "officials", "Officials at the port"),
        (
            "Some voters in the north said they were tired. Voters in the south said they were glad. Voters said the vote was fair.",
            "voters",
            "some voters in the north",
        ),
        # who are counted are not told apart
        ("About 30 percent of residents said that they would move.", "residents", "About 30 percent of residents"),
    ],
)
def test_who_has_no_name_is_called_by_what_tells_of_whom(annotator: Annotator, text: str, name: str, also: str) -> None:
    """The whole phrase is the name where it can mean nobody else, and the text's own words are kept beside it."""
    actors = {a.name: a for a in analyse(annotator, text).actors}
    assert name in actors
    assert also in actors[name].aliases


def test_who_tells_of_people_without_a_name(annotator: Annotator) -> None:
    """ "Experts, who claim" are experts."""
    text = "The plan for the bridge is false in the opinion of many experts, who claim that it was drawn up for the ferries."
    assert {(n or "").lower() for n in speakers(annotator, text, "drawn up")} == {"experts"}


@pytest.mark.parametrize(
    ("text", "content", "holder"),
    [
        ("The fire broke out at noon. The family believes that the stove was old.", "stove", "family"),
        ("The fire broke out at noon. According to the family, the stove was old.", "stove", "family"),
        ("The private sector wants the port to stay open all night.", "open all night", "private sector"),
    ],
)
def test_a_household_is_known_by_the_article(annotator: Annotator, text: str, content: str, holder: str) -> None:
    """There is one family in a text, and one private sector."""
    assert {(n or "").lower() for n in speakers(annotator, text, content)} == {holder}


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        (
            "A member of the Harbour Watch core volunteer team said: “The virus has been evolving.”",
            "member of the Harbour Watch core volunteer team",
            "a member of the Harbour Watch core volunteer team",
        ),
        (
            "The members of the initiative against violence at sea stated that they are looking into two new alerts.",
            "members of the initiative",
            "members of the initiative against violence at sea",
        ),
    ],
)
def test_a_phrase_for_people_does_not_end_within_a_name(annotator: Annotator, text: str, name: str, also: str) -> None:
    """What a name tells of belongs to the phrase, and so does what goes on with it."""
    actors = {a.name: a for a in analyse(annotator, text).actors}
    assert also in actors[name].aliases


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        ("On Monday, Peru's Foreign Ministry reported that the bridge was closed.", "Foreign Ministry", "Peru's Foreign Ministry"),
        ("The Spanish Embassy in Peru announced that the visas would be late.", "Spanish Embassy", "Spanish Embassy in Peru"),
    ],
)
def test_a_body_is_also_called_by_whose_it_is(annotator: Annotator, text: str, name: str, also: str) -> None:
    """One ministry is told from another by its land."""
    actors = {a.name: a for a in analyse(annotator, text).actors}
    assert also in actors[name].aliases
