"""Whose office one has who serves a person; people and bodies are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Jon Hale left. Hale’s aide Max Stone said the port would close.", "Max Stone", "Hale’s aide"),
        (
            "Norlandish President Jon Hale's spokesman, Ada Quill, said the problem was a legal one.",
            "Ada Quill",
            "Norlandish President Jon Hale's spokesman",
        ),
        ("Jon Hale left. He met Jon Hale lawyer Max Stone, and Max Stone said the port would close.", "Max Stone", "Jon Hale lawyer"),
    ],
)
def test_a_role_names_the_person_it_serves(annotator: Annotator, sentence: str, name: str, role: str) -> None:
    """A person right before an office, with a genitive, or without, is part of it."""
    assert {a.name: a.role for a in analyse(annotator, sentence).actors}[name] == role
