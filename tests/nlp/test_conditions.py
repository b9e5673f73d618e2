"""The condition that what somebody says stands under."""

from __future__ import annotations

import pytest

from briefing.models import Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.conditions import under_condition
from briefing.nlp.syntax import Text
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "Minister Ada Quill said that the Dockers Union thinks it is no strike until there is a vote.",
            "Dockers Union",
            "it is no strike until there is a vote",
        ),
        (
            "Minister Ada Quill said that the Dockers Union fears the port will close if the levy is raised.",
            "Dockers Union",
            "the port will close if the levy is raised",
        ),
    ],
)
def test_what_another_is_said_to_hold_keeps_its_condition(annotator: Annotator, text: str, holder: str, content: str) -> None:
    """Without its condition it would be another thing that they hold."""
    found = {p.actor: text[p.content[0].start : p.content[-1].end] for p in analyse(annotator, text).positions}
    assert found[holder] == content


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        (
            "The amendments call for the owners to stay for ten years, provided the owners are not foreign citizens.",
            "call for",
            "the owners to stay for ten years",
            "the owners to stay for ten years, provided the owners are not foreign citizens",
        ),
        (
            "Quill promised a rise only if the union called off the strike.",
            "promised",
            "a rise",
            "a rise only if the union called off the strike",
        ),
        (
            "If the road was a danger, why is it open, Quill asked.",
            "asked",
            "why is it open",
            "If the road was a danger, why is it open",
        ),
        # what somebody does by it is no condition
        (
            "Quill declared Norhaven a green city, providing the use of clean energy in all the works that the port had built.",
            "declared",
            "Norhaven a green city",
            "Norhaven a green city",
        ),
        # when something was said, or what else happened, is the writer's
        ("Quill promised a rise after the union called off the strike.", "promised", "a rise", "a rise"),
        # a clause with a condition of its own is another
        ("Quill promised a rise, but if the union strikes the works will close.", "promised", "a rise", "a rise"),
        # a quotation that opens in it may be another's
        ("Quill promised a rise if the union “shows sense”.", "promised", "a rise", "a rise"),
    ],
)
def test_a_condition_right_before_or_behind_belongs_to_a_content(
    annotator: Annotator, text: str, cue: str, content: str, whole: str
) -> None:
    """Whatever parts it from the content, "provided" too where a clause follows."""
    view = Text(text, annotator.annotate(text))
    said, held = (Span(text.index(part), text.index(part) + len(part)) for part in (cue, content))
    assert [view.slice(s) for s in under_condition(view, (held,), (said,))] == [whole]


CALLED_FOR = "to allow dockers to bring their children to Norhaven for ten years, provided the dockers are not foreign citizens"
ASKED = 'If she was a threat, how is it that she has not been charged, or "even fined for parking,"'


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"Jon Hale's amendments also call {CALLED_FOR}.", CALLED_FOR),
        (f"{ASKED} as Ada Quill stated after being barred from the ferry?", ASKED),
    ],
)
def test_a_position_has_the_condition_that_the_model_leaves_out(annotator: Annotator, text: str, content: str) -> None:
    """Behind what is called for, and before what is asked."""
    assert [text[p.content[0].start : p.content[-1].end] for p in analyse(annotator, text).positions] == [content]
