"""Two counts of one thing in wordings of their own are shown beside each other; two things, or two times, are not one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing.compose.disagreements import find_disputes
from briefing.compose.readings import Reading
from briefing.models import Interval, TemporalExpression
from tests.compose.documents import DAY, analysis, document, span


def reading(text: str, name: str, *, published: date = DAY) -> Reading:
    made = document(text, name, outlet=name, published=published)
    return Reading(made, analysis(made))


def differing(one: str, other: str) -> list[str]:
    """What two articles of one day differ on."""
    return [d.about for d in find_disputes([reading(one, "The Courier"), reading(other, "The Gazette")], [])]


@pytest.mark.parametrize(
    ("about", "one", "other"),
    [
        (
            "the dead",
            "At least 11 people are dead after a mine near Ordel filled with water.",
            "Fourteen miners were killed when the Ordel mine flooded, the union said.",
        ),
        (
            "the dead",
            "A fire at the Bellmonte hotel in Sarvo claimed 9 lives, the fire chief said.",
            "According to the hospital of Sarvo, a dozen people died in the blaze at the Bellmonte hotel.",
        ),
        (
            "the dead",
            "A bus fell into a gorge in the Kastrian highlands, killing 17 people and injuring 22.",
            "The death toll of the crash of the bus in the Kastrian highlands stands at 19, the ministry said.",
        ),
        (
            "the injured",
            "The blast at the Dorvain fireworks plant left two dead and wounded 31.",
            "Some 60 workers were hurt in the explosion at the fireworks plant of Dorvain.",
        ),
        (
            "the missing",
            "A hillside came down on Upper Torma and buried five houses, and a further 30 people are missing.",
            "More than forty are still unaccounted for after the hillside came down on Upper Torma.",
        ),
        (
            "those aboard",
            "The ferry Marisa went down off Tolm with 180 passengers on board.",
            "Off Tolm the ferry Marisa, carrying 240 people, capsized in a storm.",
        ),
        (
            "the crowd",
            "About 8,000 people marched in Saras against the airport tax, police said.",
            "The organisers of the march in Saras against the tax on the airport counted 30,000 participants.",
        ),
        (
            "homes without power",
            "Storm Hedda cut power to 90,000 homes in the east of Ostland.",
            "Some 120,000 homes were without power after storm Hedda passed over Ostland.",
        ),
        (
            "homes without power",
            "Storm Hedda left 12,000 homes in the east of Ostland without power.",
            "Some 15,000 households in Ostland had no electricity after storm Hedda had passed.",
        ),
        (
            "the vote",
            "The parliament of Lomar passed the water bill by 112 votes to 88.",
            "Deputies adopted the water bill of Lomar in the night, 115 to 88.",
        ),
    ],
)
def test_two_counts_of_one_event_are_shown(about: str, one: str, other: str) -> None:
    """However they are worded, in either order of the articles."""
    assert differing(one, other) == differing(other, one) == [about]


@pytest.mark.parametrize(
    "other",
    [
        "Eleven miners were killed when the mine near Ordel flooded.",
        "More than ten people died as water filled the mine near Ordel.",
        "The mine near Ordel flooded, and among the dead are two children; police named three engineers as suspects.",
        "When the mine near Ordel was flooded, 14 years after the last accident, the pumps failed.",
        "In 1998 a flood in the mine near Ordel killed 40 people.",
        "Floods in mines like that near Ordel killed 300 people last year.",
        "A flood in the mine near Ordel could have killed 200 people, the union said.",
        "The flood in the mine near Ordel killed 40 cows.",
        "Two of the miners of Ordel who were killed in the flood were brothers.",
        "A landslide in Kesh killed 15 people on the road to the coast.",
        "The flood in the mine near Ordel killed a 30-year-old engineer.",
        "Rescuers pulled 19 miners out of the flooded mine near Ordel alive.",
    ],
)
def test_what_is_not_another_count_of_them_is_no_disagreement(other: str) -> None:
    """The same number, part of it, another time or event, what may be, and figures that count nobody."""
    assert differing("Eleven people are dead after a mine near Ordel filled with a flood of water.", other) == []


def test_every_value_is_shown_where_two_contradict_each_other() -> None:
    """What "at least" says denies no higher count, and is shown beside those that do."""
    texts = (
        "A hillside came down on Upper Torma and killed at least 20 people.",
        "At least 24 people died when the hillside came down on Upper Torma.",
        "The hillside that came down on Upper Torma killed 22 people, the Red Cross said.",
        "The hillside that came down on Upper Torma killed 22 villagers.",
    )
    (dispute,) = find_disputes([reading(text, f"Outlet {n}") for n, text in enumerate(texts)], [])
    assert dispute.about == "the dead" and len(dispute.sides) == 3


def test_a_count_of_another_day_has_grown() -> None:
    """Nine on one day and fourteen on the next is no disagreement, nor is a figure of one outlet's own."""
    one, other = "The flood killed nine people in Selin.", "Fourteen people died in Selin when the flood came."
    later = reading(other, "The Gazette", published=DAY + timedelta(days=1))
    assert find_disputes([reading(one, "The Courier"), later], []) == []
    assert find_disputes([reading(one, "The Courier"), reading(other, "The Courier")], []) == []


def test_what_happened_weeks_ago_is_another_event() -> None:
    """As the day in the sentence says."""
    text = "On 3 April the flood in Selin drowned 14 people."
    made = document(text, "The Gazette", outlet="The Gazette")
    april = TemporalExpression(
        span=span(text, "3 April"), value=Interval(start=date(2030, 4, 3), end=date(2030, 4, 3)), anchor=DAY, grain="day"
    )
    old = Reading(made, analysis(made, times=[april]))
    assert find_disputes([reading("The flood killed nine people in Selin.", "The Courier"), old], []) == []
