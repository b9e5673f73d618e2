"""Of which land the head of one is whom a text calls only by office and name; people are invented, lands are real where a table is read."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def affiliations(annotator: Annotator, text: str) -> dict[str, str | None]:
    return {a.name: a.affiliation for a in analyse(annotator, text).actors}


def test_the_only_land_of_a_text_is_that_of_its_head(annotator: Annotator) -> None:
    """Who is called president without a land is of the land that alone is told, and told more than once."""
    text = "Kenya will hold a vote in May. President Jon Quill told Kenyan voters on Monday that roads come first."
    assert affiliations(annotator, text)["Jon Quill"] == "Kenya"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will hold a vote in May. President Jon Quill told Ghana and Kenya on Monday that roads come first.",
        "The vote is in May. President Jon Quill told Kenya on Monday that roads come first.",
        "Kenya will play in May. Harbour Club President Jon Quill told Kenyan fans on Monday that youth comes first.",
        "Kenya will hold a vote in May. King Jon Quill told Kenyan voters on Monday that roads come first.",
    ],
)
def test_nothing_is_guessed(annotator: Annotator, text: str) -> None:
    """Two lands, one that is told once, the president of a club and a king, who may be of a people, leave the land open."""
    assert affiliations(annotator, text)["Jon Quill"] not in ("Kenya", "Ghana")


def test_the_land_that_the_office_is_told_by_elsewhere(annotator: Annotator) -> None:
    """ "The Greek foreign minister" tells whose minister it is who was called by name."""
    text = "Foreign Minister Ada Quill spoke on Monday. “Ties with France and Egypt will grow,” the Greek foreign minister said."
    assert affiliations(annotator, text)["Ada Quill"] == "Greece"
