"""Who of all that a text names is an actor, and how much each matters."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from briefing.errors import ModelError
from briefing.models import Actor, Document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import SHIPPED, Annotator, load_annotator
from briefing.nlp.worth import read_worth

DAY = date(2031, 3, 4)


def actors(annotator: Annotator, text: str) -> dict[str, Actor]:
    document = Document(id="x", name="x", path="x", text=text, published=DAY)
    return {a.name: a for a in analyze_document(document, annotator=annotator, today=DAY).actors}


def test_who_acts_matters_more_than_where_it_is(annotator: Annotator) -> None:
    """Who does something comes before a town where it happens, which is no actor."""
    found = actors(
        annotator,
        "The Harbour Union called a strike in Norhaven on Monday. Its chairwoman, Mira Solan, told dockers in Norhaven to stay at home. "
        "Corvane Lines asked a court in Norhaven to forbid the strike.",
    )
    assert list(found)[:3] and {"Harbour Union", "Mira Solan", "Corvane Lines"} <= found.keys()
    assert "Norhaven" not in found


def test_a_place_that_stands_for_who_runs_it_is_an_actor(annotator: Annotator) -> None:
    """A hospital that a model takes for a place is an actor where it acts, and "the hospital" is that one."""
    found = actors(
        annotator,
        "Harnby Hospital turned patients away on Monday after its generators failed. The hospital had asked the ministry for fuel in May. "
        "Nurses carried the sick to Port Callis, where the clinics were full.",
    )
    assert found["Harnby Hospital"].aliases == ("hospital",)
    assert len([n for n in found if "hospital" in n.lower()]) == 1


def test_people_known_by_a_noun_alone_can_be_what_a_text_is_about(annotator: Annotator) -> None:
    """People who only act, and neither speak nor are spoken to, are actors where the text is about them."""
    found = actors(
        annotator,
        "Homebuyers stopped paying their mortgages on Monday.\n\nThe homebuyers marched on a bank in Harnby. Homebuyers of three hundred "
        "towers have joined the boycott, and homebuyers in Tarn have begun one.",
    )
    assert found["homebuyers"].kind == "group"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Pakistan Navy sent two frigates to the strait on Monday.", "Pakistan Navy"),
        ("Peking University published a map of the coast on Monday.", "Peking University"),
        ("The European Union condemned the shelling on Monday.", "European Union"),
    ],
)
def test_a_body_has_the_word_that_its_name_begins_with(annotator: Annotator, text: str, name: str) -> None:
    """The land, place or word before the name of a body is part of it."""
    assert name in actors(annotator, text)


def test_a_title_or_a_day_begins_no_name(annotator: Annotator) -> None:
    """A title and a day before the name of a body are no part of it."""
    found = actors(annotator, "Last Monday Corvane Lines sacked its auditor. Chairman Odd Brekka of Corvane Lines gave no reason.")
    assert {"Corvane Lines", "Odd Brekka"} <= found.keys()


def test_the_weights_of_actors_know_signs_that_are_counted() -> None:
    """The shipped weights are of signs, and of no sentence's meaning."""
    standing = read_worth(SHIPPED / "actors.json")
    assert standing.signs and not standing.meaning
    assert standing.signs["voice: count"] > 0 > standing.signs["grammar: only locates"]


def test_damaged_weights_of_actors_are_named(tmp_path: Path) -> None:
    """Weights that are not what the description says make the model unusable, and the file is named."""
    folder = tmp_path / "model"
    copytree(SHIPPED, folder)
    (folder / "actors.json").write_text(json.dumps({"bias": 0, "signs": {}, "meaning": []}))
    with pytest.raises(ModelError, match=r"actors\.json is damaged"):
        load_annotator(folder)
