"""Which story comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing.models import Actor, Mention, Span
from tests.compose.documents import DAY, analysis, document, person, span
from tests.compose.test_stories import assembled

MAYOR = "Mayor Ida Holm closed the old pier of Velt. The pier is shut until spring."


def _body(text: str, name: str, kind: str = "organization") -> Actor:
    start = text.index(name)
    return Actor(name=name, kind=kind, salience=0.6, mentions=(Span(start, start + len(name)),))  # type: ignore[arg-type]  # a kind


def _first(text: str, actors: Sequence[Actor]) -> str:
    """The headline of the first of two stories: that of a mayor, who serves, and another one."""
    mayor, other = document(MAYOR, "mayor"), document(text, "other")
    read = replace(
        analysis(other, actors=actors, direction=1.5),
        mentions=tuple(Mention(span=span(text, a.name), kind="organization", confidence=1.0) for a in actors if a.kind == "organization"),
    )
    of_mayor = analysis(mayor, actors=[person(mayor, "Ida Holm", role="mayor", salience=0.7)])
    return assembled([mayor, other], {mayor.id: of_mayor, other.id: read}, DAY, None, 1500).briefing.stories[0].headline


@pytest.mark.parametrize(
    ("role", "affiliation", "is_first"),
    [
        ("president", None, True),
        ("president", "Orland", True),
        ("president", "Senate of Orland", True),
        ("president of the Orland Bakers’ Guild", "Orland Bakers’ Guild", False),
        ("vice-president", "Lantern Party", False),
        ("minister", "Lantern Party", True),
        ("clerk at the Ministry of Orland", "Ministry of Orland", False),
    ],
)
def test_an_office_is_that_of_a_state(role: str, affiliation: str | None, is_first: bool) -> None:
    """Not one of a guild or a party, nor that of the body where somebody works; who governs comes before a mayor."""
    text = f"Tom Quill opened the doors of {affiliation or 'Orland'} on Monday. The doors had been shut."
    made = document(text, "other")
    quill = replace(person(made, "Tom Quill", role=role, salience=0.9), affiliation=affiliation)
    body = [replace(_body(text, affiliation), salience=0.0)] if affiliation and affiliation != "Orland" else []
    assert (_first(text, [quill, *body]) == text.split(". ")[0] + ".") is is_first


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The festival of lamps comes to Orland in May. The lamps are of paper.", "Orland", "country"),
        ("The Orst City Government shut the baths of Orst. The baths are old.", "Orst City Government", "organization"),
    ],
)
def test_a_land_that_only_locates_and_the_body_of_a_town_come_behind(text: str, name: str, kind: str) -> None:
    """They govern no state."""
    assert _first(text, [_body(text, name, kind)]).startswith("Mayor Ida Holm")


@pytest.mark.parametrize(
    ("told", "is_first"),
    [("The coach named his squad for the cup. The goalkeeper is hurt.", False), ("The coach of the train is full.", True)],
)
def test_a_game_decides_nothing(told: str, is_first: bool) -> None:
    """Whoever watches it."""
    text = f"Premier Tom Quill came to Orst on Monday. {told}"
    made = document(text, "other")
    assert _first(text, [person(made, "Tom Quill", role="premier", salience=0.6)]).startswith("Premier") is is_first
