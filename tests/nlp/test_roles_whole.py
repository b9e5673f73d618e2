"""Whether a role is whole: offices joined by "and", ranks before them, letters behind them; people and bodies are invented."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "SELM - Minister of Environment, Water, and Agriculture and Chairman of the Food Security Committee Jon Hale said so.",
            "Jon Hale",
            "Minister of Environment, Water, and Agriculture and Chairman of the Food Security Committee",
        ),
        (
            "For his part, Adviser to the King in charge of Archives and Memory and Director General of the Harbour Museum, Jon Hale, said",
            "Jon Hale",
            "Adviser to the King in charge of Archives and Memory and Director General of the Harbour Museum",
        ),
        (
            "President of the Harbour Chamber of Mines and Deputy Chairman of Selm Bank Jon Hale said growth was slow.",
            "Jon Hale",
            "President of the Harbour Chamber of Mines and Deputy Chairman of Selm Bank",
        ),
        (
            "SELM, June 3 - Deputy Prime Minister and Harbour Democracy Party (HDP) leader Jon Hale on Monday cleared the air.",
            "Jon Hale",
            "Deputy Prime Minister and Harbour Democracy Party leader",
        ),
    ],
)
def test_offices_that_are_joined_before_a_name_are_all_told(annotator: Annotator, text: str, name: str, role: str) -> None:
    """With the fields that commas part, and however long a body's name is."""
    assert actors(annotator, text)[name].role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("He told of a row between the Norland embassy and Sudland President Jon Hale.", "Sudland President"),
    ],
)
def test_an_office_of_another_is_not_joined(annotator: Annotator, text: str, role: str) -> None:
    """An embassy is no office."""
    assert actors(annotator, text)["Jon Hale"].role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Something similar was suggested by the former secretary general of the HRD, Jon Hale, who said that a change is due.",
            "former secretary general of the HRD",
        ),
        ("The general director of Customs, Jon Hale, pointed out that posts will work.", "general director of Customs"),
        (
            "The Prime Minister invited the new shadow minister for Northern Affairs Jon Hale on the trip. Hale said he would go.",
            "shadow minister for Northern Affairs",
        ),
        ("Norland director general of police (DGP) Jon Hale said that he had been arrested.", "Norland director general of police"),
        (
            "He demanded the resignation of incumbent Chief Election Commissioner (CEC) Jon Hale, accusing him of being incapable.",
            "incumbent Chief Election Commissioner",
        ),
        ('This came after Chairman of the HRA, Jon Hale won the elections. "We are glad," Hale said.', "Chairman of the HRA"),
        (
            "In reply to lawmakers, minister of state for labour and employment Jon Hale said that the number had risen.",
            "minister of state for labour and employment",
        ),
        (
            "Other officials present were Director of the Office of the King Jon Hale and Senior Adviser to the President Ada Quill.",
            "Director of the Office of the King",
        ),
    ],
)
def test_a_role_has_its_rank_and_whose_it_is(annotator: Annotator, text: str, role: str) -> None:
    """What makes another office of a noun is part of it, and who works for a king is none."""
    assert actors(annotator, text)["Jon Hale"].role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Prince Jon Hale, Mayor of Selm Region and Chairman of the Board of the Selm Company, said that the company will grow.",
            "Mayor of Selm Region and Chairman of the Board of the Selm Company",
        ),
        (
            "MP Jon Hale, head of the Assembly's legal committee, said the law does not permit that.",
            "head of the Assembly's legal committee",
        ),
        (
            "Jon Hale, Vice Minister of the Environment and Executive Director of NORSAC expressed his satisfaction with the works.",
            "Vice Minister of the Environment and Executive Director of NORSAC",
        ),
        ("Jon Hale, the company's executive director told Reuters news agency that all are safe.", "executive director"),
        ("They chose Jon Hale, a man with similar views and plans, as their candidate. Hale said he was glad.", None),
    ],
)
def test_what_stands_behind_a_name_is_the_role(annotator: Annotator, text: str, role: str | None) -> None:
    """Rather than how somebody is addressed, without its second comma too; a man with something has no office."""
    assert actors(annotator, text)["Jon Hale"].role == role


def test_the_king_is_not_who_works_for_him(annotator: Annotator) -> None:
    """Of a title before a name no word is a name."""
    text = (
        "King Adam on Sunday received President Jon Stone. The King reaffirmed Norland's full support for the plan.\n\n"
        "Director of the Office of The King Mark Hale attended the meeting."
    )
    assert {p.actor for p in analyse(annotator, text).positions} == {"Adam"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("FORMER police commissioner Jon Hale said that he was right.", "Former police commissioner"),
        ("Editor-in-Chief Jon Hale wrote that it was right.", "Editor-in-Chief"),
        (
            "Two bid for the club: Jon Hale, co-owner of the Selm Dodgers, and Mark Stone. Hale said it was time.",
            "co-owner of the Selm Dodgers",
        ),
        ('Security Analyst Maj Gen (retd) Jon Hale said, "States have been destroyed."', "Security Analyst Major General (retd)"),
        ("Jon Hale, at the time the minister of mines, said that it was safe.", "former minister of mines"),
        ("Jon Hale, then-mayor of Selm, said that he agreed.", "former mayor of Selm"),
        ("The immediate resignation of Comptroller Jon Hale was asked for. Hale said no.", "Comptroller"),
        (
            "Harbour Bank recently appointed Jon Hale as Head of Balance Sheet Management. Hale said he was glad.",
            "Head of Balance Sheet Management",
        ),
        ('"We help," said Jon Hale, who co-chairs the Harbour Guild, which stands for ten groups.', "co-chair of the Harbour Guild"),
    ],
)
def test_an_office_is_read_in_its_less_common_forms(annotator: Annotator, text: str, role: str) -> None:
    """Tied by hyphens, behind a rank that is over, told as of then, given by a body, or by what one does with it."""
    assert actors(annotator, text)["Jon Hale"].role == role


def test_the_first_of_a_kind_to_hold_an_office_holds_it(annotator: Annotator) -> None:
    """ "The senator" is the land's first independent one."""
    text = "Norland's first independent senator, Jon Hale, has hit out at the government. The senator said that he would go on."
    assert {p.actor for p in analyse(annotator, text).positions if p.kind == "commitment"} == {"Jon Hale"}
