"""Reads a Word document back into the items that it shows, by its styles alone."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import docx
from docx.document import Document
from docx.table import Table, _Cell
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from briefing.render import RenderSettings, TemplateSource, render_docx
from tests.render import briefings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: stands in a cell that has nothing to say
NOTHING = "–"
_MARKS = str.maketrans({"\u200e": "", "\u200f": "", "\u00a0": " "})
Item = tuple[str, ...]


@dataclass
class Shown:
    """Items as tuples of their words, each followed by the keys of its citations."""

    title: str = ""
    notice: list[str] = field(default_factory=list)
    bottom_line: list[Item] = field(default_factory=list)
    changes: list[Item] = field(default_factory=list)
    steps: list[Item] = field(default_factory=list)
    stories: list[Item] = field(default_factory=list)
    positions: list[Item] = field(default_factory=list)
    sides: list[Item] = field(default_factory=list)
    actors: list[Item] = field(default_factory=list)
    relations: list[Item] = field(default_factory=list)
    stands: list[Item] = field(default_factory=list)
    sentences: list[Item] = field(default_factory=list)
    versions: list[Item] = field(default_factory=list)
    headings: list[Item] = field(default_factory=list)


@cache
def render_sample(name: str, paper: Literal["A4", "Letter"] = "A4") -> bytes:
    """Give a sample briefing as a Word document, in the package's own template."""
    return render_docx(briefings.ALL[name](), settings=RenderSettings(paper=paper), templates=TemplateSource())


def open_document(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def style_of(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style is not None else None) or ""


def pieces(paragraph: Paragraph) -> list[tuple[str, str]]:
    """The runs of a paragraph as their style and their text, those of links too."""
    found = []
    for part in paragraph.iter_inner_content():
        for run in part.runs if isinstance(part, Hyperlink) else [part]:
            assert isinstance(run, Run)
            style = run.style.name if run._r.style is not None else ""
            found.append((style or "", run.text.translate(_MARKS)))
    return found


def table_property(table: Table, name: str, attribute: str) -> str:
    element = table._tbl.tblPr.find(f"{W}{name}")
    assert element is not None, name
    return str(element.get(f"{W}{attribute}"))


def words(paragraph: Paragraph, *styles: str) -> str:
    """The text in runs of these styles; in runs without one where none is named."""
    return "".join(text for style, text in pieces(paragraph) if style in (styles or ("",))).strip()


def cites(paragraph: Paragraph) -> Item:
    return tuple(text.strip("[]") for style, text in pieces(paragraph) if style == "Citation Mark")


def read_back(data: bytes) -> Shown:
    """Read a document of ours."""
    document = open_document(data)
    shown, actor, differing = Shown(), "", False
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            _read_table(block, shown)
            continue
        style = style_of(block)
        if style.startswith("Heading"):
            shown.headings.append((style, block.text.translate(_MARKS)))
            differing = False
        section = next((text for name, text in reversed(shown.headings) if name == "Heading 1"), "")
        if style == "Title":
            shown.title = block.text
        elif style == "Bottom Line":
            (shown.bottom_line.append((words(block), *cites(block))) if section else shown.notice.append(words(block)))
        elif section == "Stories" and style == "Heading 2":
            shown.stories.append((words(block, "Strong"), *cites(block)))
        elif style in ("Heading 2", "Heading 3"):
            actor = words(block, "Strong")
        elif style == "Table Caption":
            differing = True
        elif style in ("Quotation", "Position"):
            (shown.sides if differing else shown.positions).append(
                (words(block), *cites(block)) if differing else (actor, words(block, "Label"), words(block), *cites(block))
            )
        elif style == "Source Sentence":
            shown.sentences.append((*cites(block), words(block)))
        elif style == "Source Version":
            shown.versions.append((words(block, "Label"), words(block)))
    return shown


def _read_table(table: Table, shown: Shown) -> None:
    caption = table_property(table, "tblCaption", "val")
    head, *rows = ([_cell(cell) for cell in row.cells] for row in table.rows)
    if caption == "Sides of an issue":
        every = (pair for row in table.rows[1:] for pair in zip(head, row.cells, strict=True))
        shown.stands += [(label[0], *_stand(cell)) for label, cell in every if cell.text != NOTHING]
        return
    for row in rows:
        keys = tuple(key for cell in row for key in cell[1])
        texts = [cell[0] for cell in row]
        if caption == "What changed":
            shown.changes.append((*texts, *keys))
        elif caption in ("Next steps", "Steps that are past"):
            shown.steps.append((texts[1], texts[2], *keys))
        elif caption == "Key actors":
            shown.actors.append((texts[0], *keys))
        elif caption == "Who stands how to whom":
            shown.relations += [(texts[0], target[0], text) for target, text in zip(head[1:], texts[1:], strict=True) if text != NOTHING]


def _stand(cell: _Cell) -> Item:
    """Who stands there, of whom something is asked where it is, the words, and the keys of the citations."""
    who, said = cell.paragraphs
    return (" of ".join(text for style, text in pieces(who) if style == "Strong"), words(said), *cites(said))


def _cell(cell: _Cell) -> tuple[str, Item]:
    """The words of a cell's first line that carries any, names or a source's, and the keys of its citations."""
    lines = [line for line in cell.paragraphs if style_of(line) not in ("Table Note", "Day")]
    texts = [words(line, "", "Strong") for line in lines]
    return next((text for text in texts if text), ""), tuple(key for line in cell.paragraphs for key in cites(line))
