"""What a text says is to come in whatever form, which a reader would note and no briefing shows. People and places are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.models import LIKELY
from briefing.nlp.annotate import SHIPPED, Annotator
from briefing.nlp.worth import read_worth
from tests.analysis_samples import analyse


def listed(annotator: Annotator, text: str) -> list[str]:
    return [" ".join(text[s.start : s.end] for s in step.what) for step in analyse(annotator, text).next_steps]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "NORHAVEN, May 7 - The cabinet has approved the ferry law. Life jackets will be mandatory on all ferries from June.\n",
            "mandatory",
        ),
        ("NORHAVEN, May 7 - Falk is next week to visit Selm and meet its president, the palace said.\n", "visit Selm"),
    ],
)
def test_what_is_ahead_in_another_form_is_listed(annotator: Annotator, text: str, words: str) -> None:
    """What will be so, and what a day between "is" and "to" parts."""
    assert any(words in step for step in listed(annotator, text))


@pytest.mark.parametrize(
    "text",
    [
        "NORHAVEN, May 7 - Norland had planned to build the dam.\n",
        "NORHAVEN, May 7 - The minister left without saying when the meeting will take place.\n",
    ],
)
def test_what_is_over_or_left_open_is_not(annotator: Annotator, text: str) -> None:
    """What was planned once, a day that nobody says."""
    assert listed(annotator, text) == []


def test_the_end_of_face_to_face_is_no_act(annotator: Annotator) -> None:
    """The tree takes the second of two same words for an infinitive."""
    text = "NORHAVEN, May 7 - The dockers asked for a face to face with the minister.\n"
    assert not any(step.startswith("face") for step in listed(annotator, text))


def test_an_event_held_and_gone_on_with_is_one_step(annotator: Annotator) -> None:
    """That a congress will be held and that it will go ahead is said twice, and listed once."""
    text = (
        "NORHAVEN, May 7 - The dockers' union will hold its congress on Friday, its spokesman Ada Quill said. "
        "“We will go ahead with the congress,” she added.\n"
    )
    assert sum("congress" in step for step in listed(annotator, text)) == 1


def test_what_a_reader_surely_notes_is_shown_and_what_he_only_may_note_is_not(annotator: Annotator) -> None:
    """Of what a text only leaves ahead a briefing shows the former."""
    text = "NORHAVEN, May 7 - Falk is next week to visit Selm and meet its president, the palace said. He hopes to see a solution soon.\n"
    found = analyse(annotator, text).next_steps
    assert [text[s.what[0].start : s.what[-1].end] for s in found if s.confidence >= LIKELY] == [
        "Falk is next week to visit Selm and meet its president"
    ]


def test_weights_may_have_no_second_ones(tmp_path: Path) -> None:
    """A model's folder without weights for what is noted is read; the shipped one has them."""
    file = tmp_path / "steps.json"
    file.write_text('{"bias": 1, "signs": {"deadline": 0.5}, "meaning": []}')
    assert read_worth(file).noted is None
    assert read_worth(SHIPPED / "steps.json").noted is not None


def test_what_is_expected_to_happen_is_asked_of_nobody(annotator: Annotator) -> None:
    """A thing that "is expected to" be so is expected, and no request."""
    text = "NORHAVEN, May 7 - The plan is expected to extend to more stations.\n"
    assert [step.kind for step in analyse(annotator, text).next_steps] == ["expected"]


def test_a_thing_alone_is_nothing_to_be_done(annotator: Annotator) -> None:
    """What somebody asks for is a step where its words say what is to happen."""
    text = "NORHAVEN, May 7 - President Ada Vaitu asked neighbouring states for helicopters. She asked them to send two ships by Friday.\n"
    assert listed(annotator, text) == ["send two ships by Friday"]


def test_a_plan_that_others_charge_somebody_with_is_no_promise(annotator: Annotator) -> None:
    """What critics claim that he is up to is not what he has undertaken."""
    text = "NORHAVEN, May 7 - Many experts claim that the doctors are just part of Ada Quill's plan to support the junta.\n"
    assert not listed(annotator, text)


def test_what_comes_every_week_until_a_day_is_ahead(annotator: Annotator) -> None:
    """A habit with an end is a plan."""
    text = "NORHAVEN, May 7 - The council will meet every week until June 30.\n"
    assert listed(annotator, text) == ["The council will meet every week until June 30"]
