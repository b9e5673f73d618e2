"""Word documents: every paragraph in reading order, with those in tables, text boxes and content controls."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime

import docx
from docx.document import Document as WordDocument
from lxml import etree

from briefing.ingest.content import Content, Rejected
from briefing.ingest.formats.archive import check_archive
from briefing.ingest.settings import IngestSettings
from briefing.ingest.signatures import check_docx_bytes

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: text that a reviewer has deleted or moved away
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}instrText", f"{_W}delText"})
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADINGS = frozenset({"title", "heading 1"})
#: titles that programs write themselves
_NO_TITLES = frozenset({"word document", "document", "untitled", "microsoft word document"})
#: python-docx leaves this in files that it makes
_TEMPLATE_DAY = date(2013, 12, 23)


def read_docx(data: bytes, settings: IngestSettings) -> Content:
    """Read a .docx file. Its archive is measured before anything is unpacked from it."""
    check_docx_bytes(data)
    check_archive(data, settings)
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets through whatever its XML and ZIP layers raise
        raise Rejected("unreadable", "it is no Word document, or a damaged one") from error
    paragraphs = list(_paragraphs(document.element.body))
    text = "\n".join(words for words, _ in paragraphs).strip("\n")
    properties = document.core_properties
    title = (properties.title or "").strip()
    if not title or title.lower() in _NO_TITLES:
        title = next((words for words, style in paragraphs if style in _heading_styles(document) and words.strip()), "")
    return Content(
        text=text,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        title=title or None,
        created=_created(document),
        language=(properties.language or "").strip() or None,
    )


def _paragraphs(body: etree._Element) -> Iterator[tuple[str, str | None]]:
    """Yield words and style id of each paragraph; a cell's paragraphs stand one below the other."""
    for paragraph in body.iter(f"{_W}p"):
        if any(ancestor.tag in _GONE for ancestor in paragraph.iterancestors()):
            continue
        words = "".join(_words(paragraph)).replace("\xad", "").strip("\n")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        yield words, style.get(f"{_W}val") if style is not None else None


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        # A text box is anchored in a paragraph and has paragraphs of its own, which come in their turn.
        if child.tag in _GONE or child.tag == f"{_W}p" or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS and element.tag == f"{_W}r":
            yield _MARKS[child.tag]
        else:
            yield from _words(child)


def _heading_styles(document: WordDocument) -> frozenset[str]:
    return frozenset(style.style_id for style in document.styles if style.style_id and (style.name or "").lower() in _HEADINGS)


def _created(document: WordDocument) -> date | None:
    try:
        created = document.core_properties.created
    except (ValueError, OverflowError):
        return None
    if not isinstance(created, datetime) or created.date() == _TEMPLATE_DAY:
        return None
    return created.date()
