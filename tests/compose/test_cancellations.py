"""What is called off though no briefing knew that it was to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from briefing.compose import Memory
from briefing.models import Briefing, Span, TemporalExpression
from tests.compose.documents import DAY, analysis, document
from tests.compose.two_days import compose, on, step

FAIR = date(2030, 5, 20)
ABOUT = "The river Oster flooded the town of Ostrel and three villages, and two hundred people had to leave their homes there. "


def told(text: str, *, memory: Memory | None, number: str = "second", days: int = 1, steps: Sequence[str] = ()) -> tuple[Briefing, Memory]:
    """The briefing of an article whose "20 May" is the day of what it tells of."""
    day = DAY + timedelta(days=days)
    made = document(ABOUT + text, number, published=day, title=f"Ostrel after the flood, {number}")
    places = [Span(m.start(), m.end()) for m in re.finditer("20 May", made.text)]
    times = [TemporalExpression(span=place, value=on(FAIR), anchor=day, grain="day") for place in places]
    found = [step(made.text, what, "20 May", on(FAIR)) for what in steps]
    assembled = compose([made], [analysis(made, times=times, steps=found)], day, memory)
    return assembled.briefing, assembled.memory


@pytest.fixture
def flood() -> Memory:
    """What the briefing of the first day leaves behind."""
    return told("Soldiers filled sandbags.", memory=None, number="first", days=0)[1]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The spring fair of Ostrel, planned for 20 May, was called off.", "The spring fair of Ostrel"),
        ("A concert of the Marsh Choir that was to be held on 20 May has been cancelled.", "A concert of the Marsh Choir"),
        ("The bakers called off a strike set for 20 May.", "a strike"),
        ("The regatta on the Oster will not take place on 20 May.", "The regatta on the Oster"),
    ],
)
def test_what_nobody_announced_is_told_as_called_off(text: str, subject: str, flood: Memory) -> None:
    """With its sentence, as a change and as an event of the calendar that is cancelled; the next day it is known."""
    made, after = told(text, memory=flood)
    (change,) = [c for c in made.changes if c.kind == "called off"]
    assert (change.subject, change.before, len(change.citations)) == (subject, None, 1)
    assert change.after is not None and change.after.text == text
    (off,) = made.next_steps
    assert (off.status, off.value) == ("called off", on(FAIR))
    again, _ = told(text, memory=after, number="third", days=2)
    assert not [c for c in again.changes if c.kind == "called off"] and not again.next_steps


@pytest.mark.parametrize(
    "text",
    [
        "The spring fair of Ostrel, planned for 20 May, was not called off.",
        "Residents demanded that the spring fair on 20 May be cancelled.",
        "The spring fair on 20 May will be called off, commentators predicted.",
        "The spring fair on 20 May will be called off if it rains.",
        "“The spring fair of Ostrel, planned for 20 May, was called off,” a poster said.",
        "Flights to the coast on 20 May were cancelled.",
        "The spring fair was called off in another year.",
        "Pupils will go to school on 20 May: the teachers called off their strike.",
    ],
)
def test_what_was_not_called_off_in_an_articles_own_words_is_no_cancellation(text: str, flood: Memory) -> None:
    """Denials, demands, forecasts, conditions, quotations, one flight of many, and what has no day to come."""
    made, _ = told(text, memory=flood)
    assert not [c for c in made.changes if c.kind == "called off"] and not made.next_steps


def test_a_first_briefing_has_it_among_the_next_steps_alone() -> None:
    """There is nothing that it changes."""
    made, _ = told("The spring fair of Ostrel, planned for 20 May, was called off.", memory=None)
    assert [s.status for s in made.next_steps] == ["called off"] and not made.changes


def test_what_was_read_as_a_plan_is_the_one_that_was_called_off(flood: Memory) -> None:
    """It is one line, and none of what is to come."""
    text = "The bakers called off a strike set for 20 May."
    made, _ = told(text, memory=flood, steps=["a strike set for 20 May"])
    assert [s.status for s in made.next_steps] == ["called off"]
    assert [c.kind for c in made.changes if c.kind != "development"] == ["called off"]


def test_a_known_step_that_is_called_off_has_one_line() -> None:
    """The ledger's own."""
    fair = "The spring fair of Ostrel will be held on 20 May."
    _, memory = told(fair, memory=None, number="first", days=0, steps=[fair.rstrip(".")])
    made, after = told("The spring fair of Ostrel, planned for 20 May, was called off.", memory=memory)
    (change,) = [c for c in made.changes if c.kind == "called off"]
    assert change.before is not None and [k.step.status for k in after.steps] == ["called off"]


def test_two_events_of_one_day_that_are_called_off_are_two(flood: Memory) -> None:
    """Though both were planned for it; on the next day neither is told again."""
    text = "The spring fair of Ostrel, planned for 20 May, was called off. "
    made, after = told(text + "A concert of the Marsh Choir, planned for 20 May, was called off too.", memory=flood)
    off = [c.subject for c in made.changes if c.kind == "called off"]
    assert sorted(off) == ["A concert of the Marsh Choir", "The spring fair of Ostrel"]
    again, _ = told("The concert that the Marsh Choir had planned for 20 May was called off.", memory=after, number="third", days=2)
    assert not [c for c in again.changes if c.kind == "called off"]


def test_the_day_of_a_calling_off_is_not_the_day_of_what_was_called_off(flood: Memory) -> None:
    """ "Called off its strike on Tuesday", said on Tuesday, tells nothing of a strike of that day; "planned for Tuesday" does."""
    made, _ = told("The bakers called off their strike on 20 May after eleven hours of talks.", memory=flood, days=14)
    assert not made.next_steps
    made, _ = told("The bakers called off their strike, planned for 20 May, after eleven hours of talks.", memory=flood, days=14)
    assert [s.status for s in made.next_steps] == ["called off"]


@pytest.mark.parametrize(
    "says", ["said on 20 May that they had called off their strike", "told the Gazette on 20 May that the fair was off"]
)
def test_the_day_on_which_somebody_says_so_is_not_that_of_the_event(says: str, flood: Memory) -> None:
    """A calling off has no day to come then."""
    made, _ = told(f"The bakers {says} and called off the ball.", memory=flood, days=14)
    assert not made.next_steps
