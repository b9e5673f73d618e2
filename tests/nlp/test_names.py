"""What the words around a name make of it: lands that no table knows, short names of firms, bodies told by a noun or by their list."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


def holders(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


# ------------------------------------------------------------------------------------------ lands


@pytest.mark.parametrize(
    ("text", "land", "said"),
    [
        (
            "Ostmark said on Monday it would close two consulates.\n\nOstmark's foreign ministry summoned the ambassador of Veldra.",
            "Ostmark",
            "close two consulates",
        ),
        (
            "Tavella’s parliament approved the pipeline. In Tavella, gas prices have doubled. Tavella said it would pay in July.",
            "Tavella",
            "pay in July",
        ),
        (
            "Kesh rejected the offer on Friday, and the Kesh foreign minister flew home. Kesh said the border would stay shut.",
            "Kesh",
            "border would stay shut",
        ),
        (
            "The prime minister of Zerbek, Laila Osman, resigned on Sunday. Zerbek said the protests were illegal.",
            "Zerbek",
            "protests were illegal",
        ),
    ],
)
def test_what_has_a_ministry_or_a_parliament_is_a_land(annotator: Annotator, text: str, land: str, said: str) -> None:
    """Also where the model takes its name for a person's; then it is a country, and holds what its government says."""
    assert actors(annotator, text)[land].kind == "country"
    assert holders(annotator, text, said) == {land}


def test_a_counterpart_is_of_the_land_before_it(annotator: Annotator) -> None:
    """The person speaks, not the land; the office is that of the one whose counterpart it is."""
    text = (
        "“We will not give way,” Foreign Minister Lena Torvald told reporters. Her Veldran counterpart, Dovid Renn, called the step "
        "unjustified.\n\nVeldra's army was put on alert. Neighbouring Veldra rejected the charge on Sunday."
    )
    found = actors(annotator, text)
    assert holders(annotator, text, "the step unjustified") == {"Dovid Renn"}
    assert (found["Dovid Renn"].role, found["Dovid Renn"].affiliation) == ("Foreign Minister", "Veldra")
    assert found["Veldra"].kind == "country" and "Veldran" not in found


def test_the_government_of_a_land_is_the_land(annotator: Annotator) -> None:
    """By its people's name too, as the text forms it."""
    text = (
        "The Belmoran government said it had not been asked about the dam. Neighbouring Belmora lies downstream.\n\n"
        "Montara's prime minister, Carla Ines, says the dam is needed."
    )
    assert holders(annotator, text, "it had not been asked") == {"Belmora"}
    assert actors(annotator, text)["Carla Ines"].affiliation == "Montara"


@pytest.mark.parametrize(
    "text",
    [
        "Anton Petrov said the raid had failed. Petrov's foreign minister, Ada Quill, resigned. Petrov's government denied the claim.",
        "Colonel Sarn said the town was quiet. Residents have lost confidence in Sarn. Sarn said his army would stay.",
    ],
)
def test_who_has_a_full_name_or_a_title_is_no_land(annotator: Annotator, text: str) -> None:
    """Whatever a leader is said to have."""
    assert {a.kind for a in actors(annotator, text).values() if a.name.split()[-1] in ("Petrov", "Sarn")} == {"person"}


def test_a_town_with_a_council_is_no_person(annotator: Annotator) -> None:
    """And, as it only locates, no actor."""
    text = "The Bishop of Alder, Martin Soames, warned of a casino. Alder's council backs the plan. In Alder, few spoke."
    assert "Alder" not in actors(annotator, text)


# ------------------------------------------------------------------------------------------ bodies


@pytest.mark.parametrize(
    ("text", "firm", "said"),
    [
        (
            "Brightwater Chemicals will close a plant, the company said.\n\nBrightwater said it would offer early retirement.",
            "Brightwater Chemicals",
            "early retirement",
        ),
        (
            "“Our captain was rested,” said Seaway Express. Seaway said that an inquiry would show a fault in the engine.",
            "Seaway Express",
            "a fault in the engine",
        ),
    ],
)
def test_a_firm_is_called_by_the_first_word_of_its_name(annotator: Annotator, text: str, firm: str, said: str) -> None:
    """Whatever the model takes the short name for."""
    assert holders(annotator, text, said) == {firm}
    assert firm.split()[0] not in actors(annotator, text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Harrow founded Harrow Motors in 2001. Harrow said the vans were safe.",
        "Fewer people live in Dorne than in May. Dorne Steel said it would hire. Workers from Dorne said they were glad.",
        "The Quill Foundation gave a prize. Ada Quill was not there. Quill said she was ill.",
    ],
)
def test_a_person_or_a_town_is_no_firm(annotator: Annotator, text: str) -> None:
    """Where the text names a person of that name, or says that something is in it."""
    bodies = [a for a in actors(annotator, text).values() if a.kind == "organization"]
    assert not any({"Harrow", "Dorne", "Quill"} & {a.name, *a.aliases} for a in bodies)


@pytest.mark.parametrize(
    ("text", "body", "said"),
    [
        ("The seafarers' union Anchor said its warnings had been ignored.", "Anchor", "warnings had been ignored"),
        ("Teachers' union Classfront said the cuts would hurt pupils.", "Classfront", "hurt pupils"),
        ("On Friday the aid agency Hopeline warned that the ban would hurt the poor.", "Hopeline", "hurt the poor"),
        ("Parents' group SafeScroll on Tuesday demanded a ban on phones in schools.", "SafeScroll", "ban on phones"),
    ],
)
def test_a_noun_for_a_body_makes_the_name_behind_it_one(annotator: Annotator, text: str, body: str, said: str) -> None:
    """And the body, not the noun, holds what it says."""
    assert holders(annotator, text, said) == {body}


def test_what_stands_in_a_list_of_bodies_is_one(annotator: Annotator) -> None:
    """Each of three firms holds what all three said."""
    text = "Harbour Lines, Northcape Shipping and Delta Freight said the quota would raise prices."
    assert holders(annotator, text, "raise prices") == {"Harbour Lines", "Northcape Shipping", "Delta Freight"}
