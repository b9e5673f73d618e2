"""Which next steps are no line of a briefing."""

from __future__ import annotations

import pytest

from briefing.compose.idle_steps import is_idle, is_seen_to
from briefing.models import StepKind


def idle(
    text: str, kind: StepKind = "committed", who: tuple[str, ...] = ("Harbour Union",), *, before: str = "", dated: bool = False
) -> bool:
    return is_idle(text, before=before, kind=kind, who=who, is_dated=dated)


@pytest.mark.parametrize(
    "text",
    [
        "will continue to work with the port",
        "The union will also cooperate with the police",
        "strengthening ties with its members",
        "would work closely with the board",
        "provide all possible support",
        "would try its best to settle the matter",
    ],
)
def test_a_vow_that_names_no_act_is_idle(text: str) -> None:
    """Nobody can tell when "will continue to work with the port" is done."""
    assert idle(text)


@pytest.mark.parametrize(
    "text",
    [
        "will sign the accord",
        "help the port and open a second quay in Selm",
        "will continue to load ships until the accord is signed",
        "will contribute 2 million crowns a year",
        "will work out a plan of the berths",
    ],
)
def test_a_vow_with_an_act_an_end_or_a_figure_is_a_line(text: str) -> None:
    """What is to be opened, signed or paid can be found done."""
    assert not idle(text)


def test_what_has_a_time_is_a_line_whatever_its_verb() -> None:
    """ "Will improve the quay by May" is asked about in May."""
    assert idle("will improve the quay")
    assert not idle("will improve the quay by May", dated=True)


def test_who_is_asked_to_support_or_to_protect_is_asked_for_an_act() -> None:
    """ "Support the bill" asks for a vote; "continue its efforts" asks for nothing, nor does "take note"."""
    assert not idle("support the bill", "requested")
    assert idle("continue its efforts", "requested")
    assert idle("take note", "requested")


@pytest.mark.parametrize(
    "text", ["The quay will be able to take 10 ships", "the union will have access to the files", "Selm will become a hub of trade"]
)
def test_what_a_thing_will_be_or_have_is_idle(text: str) -> None:
    """A prospect is no act of anybody."""
    assert idle(text, "expected")


def test_who_is_to_become_something_is_named_to_it() -> None:
    """ "Is to become minister" is an appointment."""
    assert not idle("Ada Quill is to become harbour minister", "expected", ("Ada Quill",))


def test_what_is_only_considered_is_idle() -> None:
    """Who considers a thing has not decided it."""
    assert idle("the union is also considering closing the quay")


@pytest.mark.parametrize(
    ("who", "expected"), [("residents", True), ("international community", True), ("bus drivers", False), ("city council", False)]
)
def test_what_everybody_is_asked_for_is_advice(who: str, expected: bool) -> None:
    """ "Residents should stock water" is owed by nobody."""
    assert idle("store water in the cellars", "requested", (who,)) == expected


@pytest.mark.parametrize(
    ("before", "kind", "expected"),
    [
        ("Quill wants to ", "committed", True),
        ("Quill said she hopes to ", "committed", True),
        ("Quill plans to ", "committed", False),
        ("Quill advised the city to ", "requested", True),
        ("Quill wants the city to ", "requested", False),
    ],
)
def test_a_wish_and_advice_are_idle(before: str, kind: StepKind, expected: bool) -> None:
    """Who wishes promises nothing, and advice is not asked back; who wants somebody else to act asks for it."""
    assert idle("build a garden in Selm", kind, before=before) == expected


def test_the_weather_and_what_comes_about_of_itself_are_idle_on_their_day_too() -> None:
    """A forecast has nobody who does it."""
    assert idle("inflation to peak in the third quarter", "expected", (), dated=True)
    assert idle("Selm is looking at up to 20mm of rain on Tuesday", "scheduled", (), dated=True)
    assert not idle("The rain gauges will be read on Tuesday", "scheduled", (), dated=True)


@pytest.mark.parametrize(
    "text",
    [
        "All suspects will be referred to the prosecutor",
        "Charges will be brought against the owner",
        "Banks will lend to the builders",
        "His team will explore the wreck with divers",
        "Thousands will march to the harbour",
        "Members of the council will inspect the quay",
    ],
)
def test_a_clause_that_names_what_is_dealt_with_or_who_acts_needs_no_doer(text: str) -> None:
    """Who reads that banks will lend knows what to look for, though no bank is named."""
    assert is_seen_to(text, "expected")


@pytest.mark.parametrize(
    "text",
    [
        "All will be referred to the prosecutor",
        "All of it will be sold",
        "Most members will be glad",
        "Every team will play",
        "The team will be in the hall",
        "Rain will fall on the harbour",
        "Each bank will be inspected each year",
        "The council will not meet",
        "Members of the council are to blame",
        "The state will go bankrupt",
        "Hundreds will die",
    ],
)
def test_one_that_names_nobody_or_no_deed_needs_one(text: str) -> None:
    """Nobody knows who "all" are, and what a team will be is no deed."""
    assert not is_seen_to(text, "expected")
