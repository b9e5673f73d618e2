"""Sides that somebody is on, views that a sentence gives, and passives with several agents. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def held(annotator: Annotator, text: str) -> set[tuple[str | None, str, str]]:
    """Who is shown as holding what, and how."""
    shown = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN and p.actor is not None]
    return {(p.actor, p.kind, " … ".join(text[s.start : s.end] for s in p.content)) for p in shown}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senator Wim Dorval is against the tariff.", {("Wim Dorval", "opposition", "the tariff")}),
        (
            "Most farmers are against the dam, and the Greens have always been against it.",
            {("most farmers", "opposition", "the dam"), ("Greens", "opposition", "it")},
        ),
        ("Mayor Lena Osk spoke out against the merger.", {("Lena Osk", "opposition", "the merger")}),
        ("Mayor Rita Coll has come out in favour of it.", {("Rita Coll", "support", "it")}),
        ("Bishop Otto Hale is critical of the law.", {("Otto Hale", "opposition", "the law")}),
        (
            "In the view of economist Petra Loos, the bank has lost control of prices.",
            {("Petra Loos", "statement", "the bank has lost control of prices")},
        ),
        (
            'It was, in the words of coach Dina Farr, "the worst half we have played".',
            {("Dina Farr", "statement", "the worst half we have played")},
        ),
    ],
)
def test_a_side_or_a_view_is_a_position(annotator: Annotator, text: str, expected: set[tuple[str, str, str]]) -> None:
    """By a predicate, or by whose view it is."""
    assert held(annotator, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The evidence is against him. The odds are against the party.",
        "The Rovers are against the Wanderers on Saturday.",
        "Nobody is against peace.",
        "It is unclear whether Mayor Lena Osk is against the plan.",
        "In the words of the song, love is all that people need.",
    ],
)
def test_what_stands_against_somebody_is_no_side(annotator: Annotator, text: str) -> None:
    """Nor is a match, or a side that nobody is on."""
    assert not held(annotator, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The reform was welcomed by shopkeepers but condemned by the clergy.",
            {("shopkeepers", "support", "The reform"), ("clergy", "opposition", "The reform")},
        ),
        (
            "It was praised by Mayor Lena Osk and criticised by the opposition Harvest Party.",
            {("Lena Osk", "praise", "It"), ("Harvest Party", "blame", "It")},
        ),
        (
            "The ruling was applauded by human rights groups and denounced by the army as foreign meddling.",
            {("human rights groups", "praise", "The ruling"), ("army", "opposition", "The ruling")},
        ),
        (
            "Her appointment has been welcomed by lawyers' groups but was condemned on Friday by the Kestrian government.",
            {("lawyers' groups", "support", "Her appointment"), ("Kestrian government", "opposition", "Her appointment")},
        ),
        (
            "The levy was backed by dairy farmers, rejected by the Senate and condemned by unions.",
            {("dairy farmers", "support", "The levy"), ("Senate", "opposition", "The levy"), ("unions", "opposition", "The levy")},
        ),
        (
            "Calls by Bishop Otto Hale for a truce were dismissed by rebel commander Yusuf Karm as naive.",
            {("Yusuf Karm", "opposition", "Calls by Bishop Otto Hale for a truce")},
        ),
    ],
)
def test_each_agent_of_a_passive_takes_its_stance(annotator: Annotator, text: str, expected: set[tuple[str, str, str]]) -> None:
    """On what all its verbs are about."""
    assert held(annotator, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister was welcomed by the mayor in Harnow.",
        "The bill could be rejected by the king.",
    ],
)
def test_who_was_received_or_what_may_be_done_is_no_stance(annotator: Annotator, text: str) -> None:
    """Nor is what only may be done."""
    assert not held(annotator, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union's demand for a 12% rise was rejected by the airline Wezjet.", ("union", "demand", "a 12% rise")),
        (
            "His warning that the dam might burst went unheeded, engineer Kofi Darr told the inquiry.",
            ("Kofi Darr", "warning", "the dam might burst"),
        ),
    ],
)
def test_what_became_of_a_demand_leaves_it_whose_it_is(annotator: Annotator, text: str, expected: tuple[str, str, str]) -> None:
    """Beside who turned it down, or who tells of it."""
    assert expected in held(annotator, text)
