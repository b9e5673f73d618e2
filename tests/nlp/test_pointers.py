"""Words alone that stand for what was said before."""

from __future__ import annotations

import pytest

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.pointers import with_pointers, without_pointers
from briefing.nlp.syntax import Text
from tests.analysis_samples import SHOWN, analyse


def attribution(text: str, cue: str, content: str) -> Attribution:
    spans = [Span(at, at + len(words)) for words in ("Mara Quill", cue, content) for at in (text.rindex(words),)]
    return Attribution(source=(spans[0],), cue=(spans[1],), content=(spans[2],), confidence=0.9)


@pytest.mark.parametrize(
    ("text", "cue", "content", "points"),
    [
        ("Jon Hale said that the mill would close. Mara Quill does not believe it.", "believe", "it", True),
        ("Jon Hale called the mill a hazard. Mara Quill would not think so.", "think", "so", True),
        ("Jon Hale called the mill a hazard. Mara Quill rejected that.", "rejected", "that", False),
        ("Jon Hale called the mill a hazard. Mara Quill called it old.", "called", "it old", False),
    ],
)
def test_what_only_points_is_apart_and_not_trusted(annotator: Annotator, text: str, cue: str, content: str, points: bool) -> None:
    """But for what is turned down, which is a stand."""
    told, pointers = without_pointers(Text(text, annotator.annotate(text)), [attribution(text, cue, content)])
    assert (len(told), len(pointers)) == (1 - points, points)
    assert all(p.confidence < SHOWN for p in pointers)


def test_a_word_that_points_gives_way_to_what_is_found_of_its_cue() -> None:
    """Another rule may know what is meant."""
    text = "The council called the mill a hazard. Mara Quill does not believe it."
    pointer, other = attribution(text, "believe", "it"), attribution(text, "does not believe", "hazard")
    assert with_pointers([], [pointer]) == [pointer]
    assert with_pointers([other], [pointer]) == [other]


def test_what_points_is_found_and_not_shown(annotator: Annotator) -> None:
    """It stands in the analysis, for who counts attributions, and in no briefing."""
    text = "Jon Hale said that the mill would close. Mara Quill does not believe it."
    (found,) = [p for p in analyse(annotator, text).positions if p.actor == "Mara Quill"]
    assert text[found.content[0].start : found.content[-1].end] == "it"
    assert found.confidence < SHOWN
