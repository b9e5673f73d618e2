"""Positions of others inside what somebody says."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        (
            "“Someone told me Harbour Lab had already warned that many users were targets of the attack,” Ada Quill said.",
            "Harbour Lab",
            "that many users were targets of the attack",
        ),
        (
            "Ada Quill said that UNICEF estimates that the number of pupils will grow by a third.",
            "UNICEF",
            "the number of pupils will grow by a third",
        ),
        (
            "Last week, Norway said its security forces had arrested a network of agents, state media reported.",
            "Norway",
            "its security forces had arrested a network of agents",
        ),
        (
            "Ada Quill heard Jon Hale on Monday. Quill said that Hale had indicated that the port would stay open for the whole winter.",
            "Jon Hale",
            "that the port would stay open for the whole winter",
        ),
        (
            "Mara Stone spoke on Monday. She said that the Harbour Union asked the port to pay all of its workers by June.",
            "Harbour Union",
            "to pay all of its workers by June",
        ),
        (
            "Minister Ada Quill said that the Harbour Union wrote to the council and asked it to open the port by June.",
            "Harbour Union",
            "to open the port by June",
        ),
        (
            "Minister Ada Quill said that Jon Hale had assured her that the port would stay open.",
            "Jon Hale",
            "that the port would stay open",
        ),
        (
            "Minister Ada Quill said that the Harbour Board fears that the port will close.",
            "Harbour Board",
            "that the port will close",
        ),
    ],
)
def test_what_is_held_inside_a_content_is_of_its_holder_alone(annotator: Annotator, text: str, holder: str, content: str) -> None:
    """A holder inside is read though a parse gives it to another verb; what it holds begins behind its own verb."""
    found = [" ".join(text[s.start : s.end] for s in p.content) for p in analyse(annotator, text).positions if p.actor == holder]
    assert found == [content]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Responding to claims by the Dockers Union that wages had been cut, Mayor Ada Quill said nobody had lost money.", None),
        ("Mayor Ada Quill denied claims by the Dockers Union that wages had been cut.", "denial"),
    ],
)
def test_a_claim_that_is_answered_is_of_whoever_made_it(annotator: Annotator, text: str, answered: str | None) -> None:
    """It is the union's, and who denies it has a denial of the whole beside it."""
    found = {
        p.actor: (p.kind, text[p.content[0].start : p.content[-1].end]) for p in analyse(annotator, text).positions if p.confidence > 0.3
    }
    assert found["Dockers Union"][1] == "wages had been cut"
    assert found["Ada Quill"][0] == (answered or "statement")


def test_what_another_makes_of_a_call_is_no_part_of_it(annotator: Annotator) -> None:
    """That it is theatre is what the minister says of it."""
    strike = "Quay strike goes on\n\nThe port stood still. "
    text = strike + "Minister Ines Falk dismissed the Dockers Union's demand for a new vote as mere theatre."
    held = {p.actor: text[p.content[0].start : p.content[-1].end] for p in analyse(annotator, text).positions}
    assert held["Dockers Union"] == "a new vote"


def test_whom_another_says_to_be_against_a_thing_is_against_it(annotator: Annotator) -> None:
    """What a minister says that another opposes or supports is the other's stand, and not the minister's."""
    text = (
        "Finance Minister Anil Deshwar said that Home Secretary Rakesh Nambool opposes the tax. Deshwar said the mayor supports the plan."
    )
    found = analyse(annotator, text).positions
    kinds = {(p.actor, p.kind, " ".join(text[s.start : s.end] for s in p.content)) for p in found}
    assert {("Rakesh Nambool", "opposition", "the tax"), ("mayor", "support", "the plan")} <= kinds
    assert not any(actor == "Anil Deshwar" and kind != "statement" for actor, kind, _ in kinds)
