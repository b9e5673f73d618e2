"""Who is told of without a name first and named in the next sentence. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse

_QUILL = "Ada Quill, a professor at the University of Selm, made the comments in a lecture on Monday."


def holders(annotator: Annotator, text: str, words: str) -> list[str | None]:
    """Who is shown as holding what has these words in it."""
    found = analyse(annotator, text).positions
    return [p.actor for p in found if p.confidence > SHOWN and any(words in text[s.start : s.end] for s in p.content)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"A leading Norland chemist said the river was unsafe.\n\n{_QUILL}", "Ada Quill"),
        (
            "The river is unsafe, a former harbour engineer has said.\n\nFormer harbour engineer Jon Hale cited two studies of the water.",
            "Jon Hale",
        ),
        ("The nephew of the late painter Mara Stone says the river was unsafe.\n\nOtto Falk said she had known it.", "Otto Falk"),
    ],
)
def test_who_is_told_of_without_a_name_is_who_opens_the_next_sentence(annotator: Annotator, text: str, name: str) -> None:
    """And no actor of their own."""
    assert holders(annotator, text, "river") == [name]
    listed = [a.name.lower() for a in analyse(annotator, text).actors]
    assert not any(noun in actor for actor in listed for noun in ("chemist", "engineer", "nephew"))


@pytest.mark.parametrize(
    "text",
    [
        # a woman with a man's name, or one of whom no more is told
        "A young Norland woman said the river was unsafe.\n\nJon Quill, the owner of the mill, made the remarks in a lecture on Monday.",
        f"A chemist said the river was unsafe.\n\n{_QUILL}",
        # of whom it is only told that they were something too
        "A former Norland chemist said the river was unsafe.\n\nFormer police chief Ada Quill spoke to reporters on Monday.",
        # another who speaks, or answers; somebody who stays without a name; one who was named before; one behind another who spoke
        "A leading Norland chemist said the river was unsafe.\n\nAda Quill, the owner of the mill, said on Monday that it was late.",
        "A leading Norland chemist said the river was unsafe.\n\nAda Quill, a chemist at the University of Selm, rejected the claim.",
        f"A police source said the river was unsafe.\n\n{_QUILL}",
        "Ada Quill owns a mill. A leading Norland chemist said the river was unsafe.\n\nQuill, 42, made the remarks in a lecture.",
        "Otto Falk said it rained. A leading Norland chemist said the river was unsafe.\n\n" + _QUILL,
    ],
)
def test_who_may_be_another_is_not_the_one(annotator: Annotator, text: str) -> None:
    """Whoever answers, hides or has been told of is somebody else."""
    assert {"Ada Quill", "Jon Quill"}.isdisjoint(holders(annotator, text, "river was unsafe"))
