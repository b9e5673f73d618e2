"""Golden pairs: the seed's briefing as JSON, and what each rendition makes of it.

``BRIEFING_REGENERATE=1 .venv/bin/pytest tests/render/test_golden.py`` writes them anew from the seed; look at the difference before
you commit it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

import briefing
from briefing.models import Briefing
from briefing.render import (
    RenderSettings,
    TemplateSource,
    read_briefing,
    render_calendar,
    render_docx,
    render_html,
    render_json,
    render_subject,
    render_text,
)

FOLDER = Path(__file__).parent / "golden"
ROOT = FOLDER.parents[2]
REGENERATE = bool(os.environ.get("BRIEFING_REGENERATE"))
SETTINGS, TEMPLATES = RenderSettings(), TemplateSource()


def structure(made: Briefing) -> bytes:
    """A Word document as lines of style and text, tables cell by cell: zip and XML details aside."""
    document: WordDocument = docx.Document(io.BytesIO(render_docx(made, settings=SETTINGS, templates=TEMPLATES)))
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += ["| " + " | ".join(f"{c.paragraphs[0].style.name}: {c.text}" for c in row.cells) for row in block.rows]
        else:
            lines.append(f"{block.style.name if block.style else ''}: {block.text}")
    return ("\n".join(lines) + "\n").encode()


RENDITIONS: dict[str, Callable[[Briefing], bytes]] = {
    "briefing.html": lambda made: render_html(made, settings=SETTINGS, templates=TEMPLATES),
    "briefing.txt": lambda made: render_text(made, settings=SETTINGS, templates=TEMPLATES),
    "briefing.ics": render_calendar,
    "briefing.docx.txt": structure,
    "subject.txt": lambda made: (render_subject(made, templates=TEMPLATES) + "\n").encode(),
}


@pytest.fixture(scope="module")
def made() -> Briefing:
    path = FOLDER / "briefing.json"
    if REGENERATE:
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(render_json(briefing.make_briefing(ROOT / "seeds", date="2022-09-20").briefing))
    return read_briefing(path.read_bytes(), path=str(path))


@pytest.mark.parametrize("name", list(RENDITIONS))
def test_a_rendition_is_what_it_was(made: Briefing, name: str) -> None:
    """A change of wording, order or style shows here first."""
    path = FOLDER / name
    if REGENERATE:
        path.write_bytes(RENDITIONS[name](made))
    assert RENDITIONS[name](made) == path.read_bytes(), f"{name} has changed: see the head of this file"
