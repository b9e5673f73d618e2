"""How those who act are called: roles as a reader takes them, names that are a land's too; people and places are invented."""

from __future__ import annotations

import pytest

from briefing.models import Actor
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    return {a.name: a for a in analyse(annotator, text).actors}


def speakers(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


# ------------------------------------------------------------------------------------------ roles


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Army spokesman General Musa Falk said the rebels were finished.", "Musa Falk", "Army spokesman"),
        ("Military spokesman Major General Jon Hale said calm had returned.", "Jon Hale", "Military spokesman"),
        ("The mine's manager, Ada Quill, denied the claim.", "Ada Quill", "manager"),
        ("The city's police chief, Jon Orr, said he was sorry.", "Jon Orr", "police chief"),
        ("Sheikh Nasser al-Rumi, the deputy prime minister, said the deal was done.", "Nasser al-Rumi", "deputy prime minister"),
        ("Professor Ann Quill, head of the Harbour Survey, agreed with the plan.", "Ann Quill", "head of the Harbour Survey"),
    ],
)
def test_a_role_tells_what_somebody_does(annotator: Annotator, text: str, name: str, role: str) -> None:
    """Without a rank that belongs to the name, without an owner who is not named, and rather than a form of address."""
    assert actors(annotator, text)[name].role == role


def test_the_office_of_a_counterpart_is_whole(annotator: Annotator) -> None:
    """A secretary of state has a secretary of state for a counterpart."""
    text = "Secretary of State Warren Stone met Jordanian counterpart Rami Falk on Tuesday. Falk said he was hopeful."
    assert actors(annotator, text)["Rami Falk"].role == "Secretary of State"


# ------------------------------------------------------------------------------------------ lands and names


def test_who_bears_the_name_of_a_land_speaks_as_a_person(annotator: Annotator) -> None:
    """Once they are named in full, and nothing in the text lies in that land."""
    text = "Councillor Rosa Malta urged the mayor to resign. Malta called the mayor a liar."
    assert speakers(annotator, text, "the mayor a liar") == {"Rosa Malta"}
    assert "Malta" not in actors(annotator, text)


def test_a_land_stays_one_where_a_text_deals_with_it(annotator: Annotator) -> None:
    """Whatever a person of the text is called."""
    text = "Analyst Nina Cyprus warned of a slump. Turkey and Cyprus resumed talks. Cyprus said the talks would go on."
    assert speakers(annotator, text, "the talks would go on") == {"Cyprus"}


@pytest.mark.parametrize(("capital", "land"), [("Pyongyang", "North Korea"), ("Addis Ababa", "Ethiopia"), ("Kuala Lumpur", "Malaysia")])
def test_a_capital_that_speaks_is_a_government(annotator: Annotator, capital: str, land: str) -> None:
    """Whatever a model takes it for."""
    text = f"{capital} said the drill was a rehearsal for war. {capital} called the talks fruitful."
    assert speakers(annotator, text, "the drill was a rehearsal") == {land}


def test_a_capital_whose_team_plays_is_no_government(annotator: Annotator) -> None:
    """Madrid that lost to Lisbon is not Spain."""
    text = "Madrid lost to Lisbon 2-0 on Sunday. Coach Rui Hale said Madrid had played badly."
    assert {"Spain", "Portugal"}.isdisjoint(actors(annotator, text))
