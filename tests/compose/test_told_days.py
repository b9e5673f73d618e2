"""Which day of a sentence is the old one, the new one, that of the telling; and what is off by the name of the thing alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from briefing.compose import Assembled, Memory
from briefing.models import BriefedStep, Interval, TemporalExpression
from tests.compose.documents import DAY, analysis, document, person, span
from tests.compose.two_days import compose, on, step

TUESDAY, WEDNESDAY, THURSDAY, MONDAY = (DAY + timedelta(days=n) for n in (1, 2, 3, 7))
ABOUT = "Dykers of the Lower Marsh have quarrelled with the water office of Ostrel over pumps and sluices for years. "


def first(sentence: str, when: str, value: Interval, *, deadline: bool = False, who: str | None = None) -> Memory:
    made = document(ABOUT + sentence, "first", title="Dykers and the water office")
    announced = step(made.text, sentence.rstrip("."), when, value, deadline=deadline)
    announced = replace(announced, who=(who,) if who else ())
    return compose([made], [analysis(made, actors=[person(made, who)] if who else [], steps=[announced])], DAY, None).memory


def then(memory: Memory, text: str, times: Sequence[tuple[str, Interval]], *, days: int = 1, name: str = "second") -> Assembled:
    day = DAY + timedelta(days=days)
    made = document(text + " " + ABOUT, name, published=day, title="The pumps of the Lower Marsh")
    told = [TemporalExpression(span=span(made.text, words), value=value, anchor=day, grain="day") for words, value in times]
    return compose([made], [analysis(made, times=told)], day, memory)


def only(assembled: Assembled) -> BriefedStep:
    (found,) = assembled.memory.steps
    return found.step


SURVEY = "The water office will publish a survey of the sluices on Wednesday."


@pytest.mark.parametrize(
    "text",
    [
        "The survey of the sluices, which was to appear on Wednesday, has been put off until Monday.",
        "The water office postponed its survey of the sluices, planned for Wednesday, to Monday.",
        "The survey of the sluices, originally due on Wednesday, was delayed until Monday.",
    ],
)
def test_the_day_that_something_was_to_be_on_is_not_its_new_one(text: str) -> None:
    """The new day is what stands behind "until"; told once more a day later, nothing moves."""
    memory = first(SURVEY, "Wednesday", on(WEDNESDAY))
    moved = then(memory, text, [("Wednesday", on(WEDNESDAY)), ("Monday", on(MONDAY))])
    assert (only(moved).value, only(moved).status) == (on(MONDAY), "rescheduled")
    again = "The survey of the sluices, which was to appear on Wednesday, has by now been put off until Monday."
    later = then(moved.memory, again, [("Wednesday", on(WEDNESDAY + timedelta(days=7))), ("Monday", on(MONDAY))], days=3, name="third")
    assert only(later).value == on(MONDAY) and not later.briefing.changes


@pytest.mark.parametrize(
    "text",
    [
        "The water office has postponed the reopening of its sluices, planned for Thursday, because a pump failed, it said on Wednesday.",
        "The water office has put off a tour of the sluices that was to be held on Thursday, a spokesman said on Wednesday.",
    ],
)
def test_what_was_to_be_on_another_day_is_another_thing(text: str) -> None:
    """A survey that is to be on Wednesday is not moved with what was planned for Thursday, nor by the day on which somebody said so."""
    memory = first(SURVEY, "Wednesday", on(WEDNESDAY))
    after = then(memory, text, [("Thursday", on(THURSDAY)), ("Wednesday", on(WEDNESDAY))])
    assert (only(after).value, only(after).status) == (on(WEDNESDAY), "due soon")


@pytest.mark.parametrize("words", ["Tuesday's deadline", "a Tuesday deadline", "the Tuesday deadline"])
def test_a_deadline_of_a_named_day_is_missed(words: str) -> None:
    """Owed from then on, and not done."""
    term = Interval(start=DAY, end=TUESDAY)
    memory = first(
        "Marsh Pumps has until Tuesday to hand in its plans for the sluices to the water office.", "until Tuesday", term, deadline=True
    )
    text = f"Marsh Pumps missed {words} for its plans for the sluices, the water office said."
    after = then(memory, text, [("Tuesday", on(TUESDAY))], days=2)
    assert only(after).status == "overdue"
    (change,) = after.briefing.changes
    assert change.kind == "overdue" and change.after is not None and "missed" in change.after.text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The director said that all pumps would run and that the flood register had been scrapped.", "called off"),
        ("The director said that all pumps would run and that the flood register had not been scrapped.", "today"),
        ("The director said that all pumps would run and that the fees register had been scrapped.", "today"),
    ],
)
def test_a_thing_that_is_scrapped_takes_what_was_to_be_done_with_it_along(text: str, status: str) -> None:
    """All words of the thing are the step's; what is denied, or is another thing, ends nothing."""
    sentence = "The water office would print a flood register for the villages of the Lower Marsh on Wednesday if no pump was found."
    memory = first(sentence, "Wednesday", on(WEDNESDAY))
    assert only(then(memory, text, [], days=2)).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks over the sluices broke down after two hours on Wednesday.", "done"),
        ("Negotiations about pumps ended without a result on Wednesday.", "done"),
        ("Talks over the sluices will not have ended by nightfall on Wednesday.", "today"),
    ],
)
def test_talks_of_which_is_told_how_they_went_were_held(text: str, status: str) -> None:
    """Those of the story's own parties, on the day that they were to meet on."""
    memory = first("The two sides are due to meet again on Wednesday at the town hall.", "Wednesday", on(WEDNESDAY))
    assert only(then(memory, text, [("Wednesday", on(WEDNESDAY))], days=2)).status == status


def test_nobody_calls_off_a_session_by_abandoning_what_they_held() -> None:
    """Though they do so on its day, and name who is to hold it."""
    memory = first("The dyke council will open its session in the old chamber on Wednesday.", "Wednesday", on(WEDNESDAY))
    text = "On Wednesday the dyke council abandoned its opposition to the pumps, two days after a debate in the old chamber."
    assert only(then(memory, text, [("Wednesday", on(WEDNESDAY))], days=2)).status != "called off"


def test_a_cancellation_that_is_told_again_is_no_change() -> None:
    """In other words, of the visit that was called off the day before."""
    memory = first("Sluice master Ada Wren will travel to Ostrel on Thursday for talks.", "Thursday", on(THURSDAY), who="Ada Wren")
    times = [("Thursday", on(THURSDAY))]
    off = then(memory, "Sluice master Ada Wren called off the visit to Ostrel that she had planned for Thursday.", times, days=2)
    assert [c.kind for c in off.briefing.changes] == ["called off"]
    again = then(off.memory, "On Wednesday she called off the visit that had been planned for Thursday.", times, days=3, name="third")
    assert not again.briefing.changes and len(again.memory.steps) == 1
