"""WordprocessingML: paragraphs, links, bookmarks and tables that carry a style and no formatting of their own.

Written element by element: python-docx looks a style up for every run, which costs seconds in a long briefing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, urlsplit, urlunsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree
from lxml.etree import _Element

from briefing.render.scripts import is_right_to_left, split_scripts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Word shows no more of a screen tip, and follows no longer address
_LONGEST_TIP, _LONGEST_ADDRESS = 250, 2000
_PLACE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\]")
#: Word knows a script's spelling and letter shapes by a language that it has a name for
_LANGUAGES = {"he": "he-IL", "und-Arab": "ar-SA", "ja": "ja-JP", "ko": "ko-KR", "und-Hani": "zh-CN"}
#: keeps a citation on the line of the word before it
NO_BREAK = "\u00a0"


def add(parent: _Element, tag: str, /, **attributes: str | int) -> _Element:
    """Append an element of the main namespace with attributes of the same."""
    return etree.SubElement(parent, _W + tag, {_W + key: str(value) for key, value in attributes.items()})


class Sheet:
    """What a document's paragraphs share: where they go, the template's style ids by name, links out of it, and bookmarks."""

    def __init__(self, body: _Element, *, part: Part, styles: Mapping[str, str], width: int) -> None:
        """Write into ``body`` in front of its last element, the section; ``width`` is the text's, in twentieths of a point."""
        self._body, self._part, self.styles, self.width = body, part, styles, width
        self._marks = 0

    def paragraph(self, style: str, text: str = "", *, words: str = "") -> Paragraph:
        """Append a paragraph; it runs the way of ``words``, those of a source."""
        made = Paragraph(self, style, words=words)
        self._body[-1].addprevious(made.element)
        return made.text(text)

    def table(self, style: str, shares: Sequence[float], *, title: str, description: str) -> Table:
        """Append a table with columns of these shares of the width; ``title`` and ``description`` are its alternative text."""
        made = Table(self, style, shares, title=title, description=description)
        self._body[-1].addprevious(made.element)
        return made

    def mark(self) -> int:
        self._marks += 1
        return self._marks

    def relate(self, address: str) -> str:
        return self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


class Paragraph:
    """A paragraph that is being written, run by run."""

    def __init__(self, sheet: Sheet, style: str, *, words: str = "") -> None:
        self._sheet = sheet
        self.element = etree.Element(_W + "p")
        properties = add(self.element, "pPr")
        add(properties, "pStyle", val=sheet.styles[style])
        self._turned = is_right_to_left(words)
        self._mixed = self._turned
        if self._turned:
            add(properties, "bidi")

    def settle(self) -> Paragraph:
        """Go on in the paragraph's own direction: numbers and brackets would else follow that of the last words."""
        return self.text("\u200f" if self._turned else "\u200e") if self._mixed else self

    def text(self, text: str, style: str | None = None) -> Paragraph:
        self._runs(self.element, text, style)
        return self

    def tab(self) -> Paragraph:
        add(add(self.element, "r"), "tab")
        return self

    def jump(self, text: str, style: str, *, anchor: str, tip: str = "") -> Paragraph:
        """Add a link to a bookmark of this document."""
        link = add(self.element, "hyperlink", anchor=bookmark_name(anchor), history=1)
        if tip:
            link.set(_W + "tooltip", tip if len(tip) <= _LONGEST_TIP else tip[: _LONGEST_TIP - 1] + "…")
        self._runs(link, text, style)
        return self

    def link(self, text: str, address: str) -> Paragraph:
        """Add a link out of this document; one that Word cannot follow stays text."""
        target = plain_address(address)
        if target is None:
            return self.text(text, "Strong")
        link = add(self.element, "hyperlink", history=1)
        link.set(_R + "id", self._sheet.relate(target))
        self._runs(link, text, "Hyperlink")
        return self

    def mark(self, name: str, text: str, style: str | None = None) -> Paragraph:
        """Add text under a bookmark."""
        number = self._sheet.mark()
        add(self.element, "bookmarkStart", id=number, name=bookmark_name(name))
        self._runs(self.element, text, style)
        add(self.element, "bookmarkEnd", id=number)
        return self

    def field(self, code: str) -> Paragraph:
        """Add a field in the long form, which every word processor reads; it counts anew when it lays the page out."""
        add(add(self.element, "r"), "fldChar", fldCharType="begin")
        instruction = add(add(self.element, "r"), "instrText")
        instruction.text = f" {code} "
        instruction.set(_SPACE, "preserve")
        add(add(self.element, "r"), "fldChar", fldCharType="separate")
        self.text("1")
        add(add(self.element, "r"), "fldChar", fldCharType="end")
        return self

    def _runs(self, parent: _Element, text: str, style: str | None) -> None:
        for stretch in split_scripts(text):
            run = add(parent, "r")
            if style is not None or stretch.kind is not None:
                properties = add(run, "rPr")
                if style is not None:
                    add(properties, "rStyle", val=self._sheet.styles[style])
                if stretch.kind == "rtl":
                    self._mixed = True
                    add(properties, "rtl")
                    add(properties, "lang", bidi=_LANGUAGES.get(stretch.language or "", "ar-SA"))
                elif stretch.kind == "cjk":
                    add(properties, "lang", eastAsia=_LANGUAGES.get(stretch.language or "", "zh-CN"))
            words = add(run, "t")
            words.text = stretch.text
            words.set(_SPACE, "preserve")


class Cell:
    """A table's cell that is being written; it has to get a paragraph."""

    def __init__(self, sheet: Sheet, element: _Element) -> None:
        self._sheet, self._element = sheet, element

    def paragraph(self, style: str, text: str = "", *, words: str = "") -> Paragraph:
        made = Paragraph(self._sheet, style, words=words)
        self._element.append(made.element)
        return made.text(text)


class Table:
    """A table that is being written, row by row; no row is split between pages."""

    def __init__(self, sheet: Sheet, style: str, shares: Sequence[float], *, title: str, description: str) -> None:
        self._sheet = sheet
        self._widths = [round(sheet.width * share) for share in shares]
        self.element = etree.Element(_W + "tbl")
        properties = add(self.element, "tblPr")
        add(properties, "tblStyle", val=sheet.styles[style])
        add(properties, "tblW", w=sum(self._widths), type="dxa")
        add(properties, "tblLayout", type="fixed")
        add(properties, "tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
        add(properties, "tblCaption", val=title)
        add(properties, "tblDescription", val=description)
        grid = add(self.element, "tblGrid")
        for width in self._widths:
            add(grid, "gridCol", w=width)

    def head(self, cells: Iterable[tuple[str, str]]) -> None:
        """Add the row that is repeated on every page: a text and its style for each cell."""
        for cell, (text, style) in zip(self._row(head=True), cells, strict=True):
            cell.paragraph(style, text)

    def row(self) -> list[Cell]:
        return self._row(head=False)

    def _row(self, *, head: bool) -> list[Cell]:
        row = add(self.element, "tr")
        properties = add(row, "trPr")
        add(properties, "cantSplit")
        if head:
            add(properties, "tblHeader")
        cells = []
        for width in self._widths:
            cell = add(row, "tc")
            add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
            cells.append(Cell(self._sheet, cell))
        return cells


def bookmark_name(anchor: str) -> str:
    """Make an anchor into a name that Word accepts: letters, digits and underscores."""
    return anchor.replace("-", "_")


def plain_address(address: str) -> str | None:
    """Give a web address in ASCII, for Word calls a document damaged over one that is not a URI; None where there is none for it."""
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        return None
    place = f"[{host}]" if ":" in host else host
    if not _PLACE.fullmatch(place):
        return None
    path, query, fragment = (quote(part, safe="!$%&'()*+,/:;=?@~") for part in (parts.path, parts.query, parts.fragment))
    plain = urlunsplit((parts.scheme, f"{place}:{parts.port}" if parts.port else place, path, query, fragment))
    return plain if len(plain) <= _LONGEST_ADDRESS else None
