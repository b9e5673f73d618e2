"""Datelines that end in a colon, as many papers write them: nobody speaks in them, and no content begins there."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ingest import IngestSettings, read_document
from briefing.models import Analysis
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import DAY

BODY = (
    "Fuel prices would rise by a tenth, the minister said on Monday. Analysts said the rise was too large for poor families and would "
    "be felt in the markets.\n\nOfficials said buses would be exempt."
)


def read(annotator: Annotator, folder: Path, written: str) -> tuple[str, Analysis]:
    """The text of a file as it is read, and its analysis."""
    path = folder / "article.txt"
    path.write_text(written, encoding="utf-8")
    (document,) = read_document(path, IngestSettings(), today=DAY)
    return document.text, analyze_document(document, annotator=annotator, today=DAY)


@pytest.mark.parametrize("dateline", ["MANAGUA: ", "PORT SELM: ", "SELM, July 12, (Agencies): ", "PORT SELM, July 12: "])
def test_a_colon_ends_a_dateline_as_a_dash_does(annotator: Annotator, tmp_path: Path, dateline: str) -> None:
    """The town says nothing, does nothing, and is in nothing that is said."""
    text, found = read(annotator, tmp_path, f"Buses to be spared\n\n{dateline}{BODY}")
    said = {" … ".join(text[s.start : s.end] for s in p.content): p.actor for p in found.positions}
    assert said["Fuel prices would rise by a tenth"] == "minister"
    assert not [c for c in said if dateline[:5] in c]
    assert not [a.name for a in found.actors if a.name.lower() in dateline.lower()]


def test_who_stands_behind_a_colon_speaks(annotator: Annotator, tmp_path: Path) -> None:
    """Not the town before it, and not whoever speaks in the next sentence."""
    written = (
        "SELM: The court rejected on Friday the petition of the teachers. Teachers said they would go on with their strike until they "
        "are paid."
    )
    text, found = read(annotator, tmp_path, written)
    said = {text[p.content[0].start : p.content[-1].end]: p.actor for p in found.positions}
    assert said == {"the petition of the teachers": "court", "they would go on with their strike until they are paid": "teachers"}


def test_a_dateline_alone_is_no_part_of_a_content(annotator: Annotator, tmp_path: Path) -> None:
    """Whichever words the model takes together."""
    written = (
        "Fuel to be dearer\n\nSELM, July 12 (Agencies): The Ministry of Oil confirmed on Monday the first rise of fuel prices in two years."
    )
    text, found = read(annotator, tmp_path, written)
    contents = [[text[s.start : s.end] for s in p.content] for p in found.positions]
    assert contents == [["the first rise of fuel prices in two years"]]
