"""What stands around the text: paper, running head, page number, properties and language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Mm

from briefing.render.docx.markup import Paragraph, Sheet
from briefing.render.settings import RenderSettings
from briefing.render.view import View

_PAPER = {"A4": (Mm(210), Mm(297)), "Letter": (Mm(215.9), Mm(279.4))}
#: LibreOffice writes none for a template without a head
_LEAST_DISTANCE = Mm(8)
_TWENTIETH_OF_A_POINT = 635
#: no core property may be longer
_LONGEST_PROPERTY = 255


def set_properties(document: Document, view: View, made_at: datetime) -> None:
    """Set the properties that Word and search engines show. Dates are the run's, so that the same run gives the same bytes."""
    core = document.core_properties
    core.title = f"{view.title}, {view.date}"[:_LONGEST_PROPERTY]
    core.subject = "Briefing"
    core.author = core.last_modified_by = "briefing"
    core.language = view.language
    core.created = core.modified = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core.revision = 1
    core.comments = core.keywords = core.category = ""


def set_language(document: Document, language: str) -> None:
    """Say what the text is in, for spelling checkers and screen readers; a template's own variety of the language stays."""
    for element in document.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        if element.get(qn("w:val"), "").partition("-")[0] != language.partition("-")[0]:
            element.set(qn("w:val"), language)


def set_page(document: Document, styles: Mapping[str, str], view: View, settings: RenderSettings) -> int:
    """Set paper, head and foot, and give the width of the text in twentieths of a point.

    The margins are the template's, and so is a head or foot that it has: a ministry's letterhead stays. The first page has no running
    head, for the title says the same.
    """
    section = document.sections[-1]
    section.page_width, section.page_height = _PAPER[settings.paper]
    own_head, own_foot = _has_content(section.header), _has_content(section.footer)
    if not own_head and not own_foot:
        section.different_first_page_header_footer = True
    if not own_head:
        section.header_distance = max(section.header_distance or 0, _LEAST_DISTANCE)
        _line(section.header, styles, "Header").text(f"{view.title} · {view.date}")
    if not own_foot:
        section.footer_distance = max(section.footer_distance or 0, _LEAST_DISTANCE)
        for foot in _feet(section):
            _line(foot, styles, "Footer").text("Page ").field("PAGE").text(" of ").field("NUMPAGES")
    margins = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    return round((int(section.page_width) - int(margins)) / _TWENTIETH_OF_A_POINT)


def _feet(section: Section) -> list[_BaseHeaderFooter]:
    return [section.footer, section.first_page_footer] if section.different_first_page_header_footer else [section.footer]


def _has_content(part: _BaseHeaderFooter) -> bool:
    if part.is_linked_to_previous:
        return False
    element = part._element
    return bool("".join(element.itertext()).strip()) or any(True for _ in element.iter(qn("w:drawing"), qn("w:pict")))


def _line(part: _BaseHeaderFooter, styles: Mapping[str, str], style: str) -> Paragraph:
    """Empty a head or foot but for one line."""
    part.is_linked_to_previous = False
    root = part._element
    for element in list(root):
        root.remove(element)
    line = Paragraph(Sheet(root, part=part.part, styles=styles, width=0), style)
    root.append(line.element)
    return line
