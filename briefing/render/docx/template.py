"""The user's styles: the template is opened, its styles are looked at, and its sample page is taken out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from briefing.errors import RenderError

#: what a template has to define; `docs/word_styles.py` says what the shipped one makes of them
STYLES: dict[WD_STYLE_TYPE, tuple[str, ...]] = {
    WD_STYLE_TYPE.PARAGRAPH: (
        "Title", "Subtitle", "Contents", "Heading 1", "Heading 2", "Heading 3", "Bottom Line", "Byline", "Body Text",
        "Position", "Quotation", "Note", "Table Caption", "Table Heading", "Table Text", "Table Quotation", "Day", "Table Note",
        "Chart Heading", "Chart Name", "Timeline Day", "Timeline Weekend", "Timeline Busy", "Timeline Note",
        "Stance For", "Stance Against", "Stance Asking", "Stance Mixed", "Stance None",
        "Source", "Source Sentence", "Source Version", "Header", "Footer",
    ),
    WD_STYLE_TYPE.CHARACTER: ("Strong", "Label", "Label Soon", "Label Late", "Citation Mark", "Quiet", "Timeline Link", "Hyperlink"),
    WD_STYLE_TYPE.TABLE: ("Briefing Table", "Briefing Chart"),
}  # fmt: skip
_UNUSED = (RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.THUMBNAIL)
_KINDS = {WD_STYLE_TYPE.PARAGRAPH: "paragraph", WD_STYLE_TYPE.CHARACTER: "character", WD_STYLE_TYPE.TABLE: "table"}


def open_template(path: Path) -> tuple[Document, dict[str, str]]:
    """Open a template without its text; give it with the ids of its styles by name.

    Raises RenderError where the file is no Word document, or lacks a style.
    """
    try:
        document = docx.Document(str(path))
        there = {(style.type, style.name): style.style_id for style in document.styles}
    except (KeyError, ValueError, AttributeError, OSError, zipfile.BadZipFile, PackageNotFoundError, etree.XMLSyntaxError) as error:
        raise RenderError(f"{path} is no Word document: {error}") from error
    lacking = []
    for kind, names in STYLES.items():
        missing = [name for name in names if (kind, name) not in there]
        if missing:
            lacking.append(f"the {_KINDS[kind]} style{'s' if len(missing) > 1 else ''} {', '.join(missing)}")
    if lacking:
        raise RenderError(
            f"{path} lacks {' and '.join(lacking)}; add what is missing in Word, or start from the package's own briefing.docx"
        )
    _empty(document)
    return document, {name: there[kind, name] for kind, names in STYLES.items() for name in names}


def _empty(document: Document) -> None:
    """Take out the sample page with its pictures, links and thumbnail; the last section, its header and footer stay."""
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, relation in relations.items() if relation.reltype in _UNUSED]:
            del relations[name]
