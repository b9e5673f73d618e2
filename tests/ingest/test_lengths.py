"""Of a text that is too long its beginning is read, and that is told."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest import IngestSettings, read_file
from briefing.ingest.lengths import beginning
from briefing.models import CoverageEntry, Document

from .samples import ENGLISH, TODAY, pdf_bytes, write


def in_part(path: Path, **limits: int) -> tuple[str, str | None]:
    """The text that is read of a file, and what is told of how it was read."""
    document, entry = read_file(path, IngestSettings(**limits), today=TODAY, shown=path.name)
    assert isinstance(document, Document) and isinstance(entry, CoverageEntry) and entry.outcome == "read"
    return document.text, entry.note


def test_the_beginning_of_a_long_text_is_read(tmp_path: Path) -> None:
    """Up to a paragraph's end, and the coverage says how much; one of the greatest length is read whole."""
    paragraph = " ".join(ENGLISH.split())
    path = write(tmp_path / "a.txt", "\n\n".join([paragraph] * 5))
    whole = 5 * len(paragraph) + 8
    assert in_part(path, max_characters=whole) == (path.read_text(), None)
    text, note = in_part(path, max_characters=whole - 1)
    assert text == "\n\n".join([paragraph] * 4)
    assert note == f"it is long: of its {whole:,} characters the first {len(text):,} were read"


@given(st.text(alphabet="ab .\n", max_size=80), st.integers(1, 60))
def test_a_beginning_is_no_longer_than_it_may_be(text: str, limit: int) -> None:
    """And no shorter than half of that, whatever the text has for ends."""
    found = beginning(text, limit)
    assert text.startswith(found) and min(len(text), limit // 2) <= len(found) <= limit


def test_the_first_pages_of_a_long_pdf_are_read(tmp_path: Path) -> None:
    """As many as a setting says, and no more than a text may have characters."""
    towns = [f"{a}{b}ton" for a in ("Nor", "Sel", "Kes", "Har", "Wes", "Dor", "Lum", "Tans", "Amel", "Bran") for b in "abcdefghijklm"]
    paragraphs = [f"{town} is where the ministers met and agreed that the talks on the river of {town} would go on." for town in towns]
    path = write(tmp_path / "a.pdf", pdf_bytes(*paragraphs))
    every, note = in_part(path)
    assert note is None and every.count("agreed") == 130
    for limits in ({"max_pages": 2}, {"max_characters": len(every) // 2}):
        text, note = in_part(path, **limits)
        assert 20 < text.count("agreed") < 120 and every[:1000] == text[:1000]
        assert note == "it is long: of its 3 pages the first 2 were read" and len(text) <= limits.get("max_characters", len(every))
    _, note = in_part(write(tmp_path / "b.pdf", pdf_bytes()), max_characters=100)
    assert note is not None and note.startswith("it is long: of its ") and "characters" in note
