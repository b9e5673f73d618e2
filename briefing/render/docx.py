"""The Word document: python-docx over the styles of templates/briefing.docx, and nothing but those styles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from briefing.errors import RenderError
from briefing.models import Briefing
from briefing.render import templates as files
from briefing.render.presenter import make_view
from briefing.render.settings import RenderSettings
from briefing.render.templates import TemplateSource
from briefing.render.view import CiteView, DisagreementView, HolderView, LineView, StepView, View

#: what the template has to define; `docs/make_word_template.py` makes the one that is shipped
PARAGRAPH_STYLES = (
    "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Bottom Line", "Position", "Quotation", "Body Text", "Note",
    "Table Text", "Table Heading", "Source", "Source Sentence", "Header", "Footer",
)  # fmt: skip
CHARACTER_STYLES = ("Label", "Citation", "Strong", "Hyperlink", "Quiet")
TABLE_STYLE = "Briefing Table"
_PAPER = {"A4": (Mm(210), Mm(297)), "Letter": (Mm(215.9), Mm(279.4))}
_MARGIN = Mm(22)
#: a ZIP entry cannot be older than this
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def render_docx(briefing: Briefing, *, settings: RenderSettings, templates: TemplateSource) -> bytes:
    """Render the Word document. Raises RenderError where the template is no Word document or lacks a style."""
    path = templates.path(files.WORD)
    try:
        document = docx.Document(str(path))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, PackageNotFoundError) as error:
        raise RenderError(f"{path} is no Word document: {error}") from error
    names = {style.name for style in document.styles}
    missing = [name for name in (*PARAGRAPH_STYLES, *CHARACTER_STYLES, TABLE_STYLE) if name not in names]
    if missing:
        raise RenderError(f"{path} lacks the styles {', '.join(missing)}; add them in Word, or start from the package's own")
    view = make_view(briefing)
    writer = _Writer(document, settings)
    writer.properties(briefing, view)
    writer.page(view)
    writer.body(view)
    buffer = io.BytesIO()
    document.save(buffer)
    return _settle(buffer.getvalue())


class _Writer:
    def __init__(self, document: WordDocument, settings: RenderSettings) -> None:
        self._document = document
        self._width, self._height = _PAPER[settings.paper]
        self._bookmarks = 0

    def properties(self, briefing: Briefing, view: View) -> None:
        """Set the core properties; python-docx's template brings an author and a date of its own."""
        core = self._document.core_properties
        made = briefing.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        core.title = f"{view.title}, {view.date}"[:255]
        core.subject = "Briefing"
        core.author = core.last_modified_by = "briefing"
        core.language = view.language
        core.created = core.modified = made
        core.revision = 1
        core.comments = core.keywords = core.category = ""

    def page(self, view: View) -> None:
        """Set paper, header (title and date) and footer (page x of y)."""
        section = self._document.sections[0]
        section.page_width, section.page_height = self._width, self._height
        section.left_margin = section.right_margin = _MARGIN
        header = section.header.paragraphs[0]
        header.style = "Header"
        header.text = f"{view.title}\t\t{view.date}"
        footer = section.footer.paragraphs[0]
        footer.style = "Footer"
        footer.text = ""
        footer.add_run("Page ")
        _field(footer, "PAGE")
        footer.add_run(" of ")
        _field(footer, "NUMPAGES")

    def body(self, view: View) -> None:
        """Write the sections in the order of the other renditions."""
        self._paragraph(view.title, "Title")
        self._paragraph(f"{view.date} · documents of {view.period}" if view.period else view.date, "Subtitle")
        if view.notice:
            self._paragraph(view.notice, "Bottom Line")
        self._section("Bottom line", view.bottom_line, self._bottom_line)
        self._section("What changed", view.changes, self._changes)
        self._section("Next steps", (*view.steps, *view.undated, *view.past), lambda _: self._steps(view))
        self._section("Stories", view.stories, lambda _: self._stories(view))
        self._section("In brief", view.left_over, lambda lines: self._lines(lines, "Body Text"))
        self._section("Positions", view.holders, lambda holders: self._holders(holders, "Heading 2"))
        self._disagreements(view.disagreements)
        if view.matrix is not None:
            self._paragraph("At a glance", "Heading 1")
            rows = [(row.actor, *(cell.text for cell in row.cells)) for row in view.matrix.rows]
            self._table(("", *view.matrix.targets), rows, self._shares(len(view.matrix.targets) + 1))
        self._section("Key actors", view.actors, lambda _: self._actors(view))
        self._section("Sources", view.sources, lambda _: self._sources(view))
        self._paragraph("Coverage", "Heading 1")
        self._paragraph(view.coverage, "Note")
        for entry in view.left_out:
            paragraph = self._paragraph("", "Note")
            paragraph.add_run(entry.path, style="Strong")
            paragraph.add_run(f": {entry.detail}")
        model = f", model {view.model_version}" if view.model_version else ""
        self._paragraph(f"Made {view.made}{model}. What is said here is quoted; the numbers in brackets lead to the sentences.", "Note")

    def _section(self, title: str, items: Sequence[Any], write: Callable[[Any], None]) -> None:
        if items:
            self._paragraph(title, "Heading 1")
            write(items)

    def _paragraph(self, text: str, style: str) -> Paragraph:
        paragraph: Paragraph = self._document.add_paragraph(text, style=style)
        return paragraph

    def _bottom_line(self, lines: Sequence[LineView]) -> None:
        self._lines(lines, "Bottom Line")

    def _lines(self, lines: Sequence[LineView], style: str) -> None:
        for line in lines:
            _cite(self._paragraph(line.text, style), line.cites)

    def _changes(self, changes: Sequence[Any]) -> None:
        for change in changes:
            paragraph = self._paragraph("", "Position")
            paragraph.add_run(change.subject, style="Strong")
            paragraph.add_run(f" {change.label}", style="Label")
            _cite(paragraph, change.cites)
            for name, text, day in (("Before", change.before, change.before_day), ("Now", change.after, change.after_day)):
                if text:
                    line = self._paragraph("", "Position")
                    line.add_run(f"{name}{f', {day}' if day else ''}: ", style="Quiet")
                    line.add_run(text)

    def _steps(self, view: View) -> None:
        for title, steps in ((None, (*view.steps, *view.undated)), ("Past and overdue", view.past)):
            if steps and title:
                self._paragraph(title, "Heading 2")
            if steps:
                table = self._table(("When", "Who and what", "Kind"), [("", "", "")] * len(steps), (0.24, 0.54, 0.22))
                for row, step in zip(table.rows[1:], steps, strict=True):
                    self._step(row.cells, step)

    def _step(self, cells: Sequence[_Cell], step: StepView) -> None:
        when, what, kind = (c.paragraphs[0] for c in cells)
        when.add_run(step.when, style="Strong")
        if step.phrase:
            when.add_run(f" “{step.phrase}”", style="Quiet")
        if step.who:
            what.add_run(f"{step.who}: ", style="Strong")
        what.add_run(step.text)
        _cite(what, step.cites)
        kind.add_run(step.label, style="Label")
        if step.mark:
            kind.add_run(f" {step.mark}", style="Quiet")

    def _stories(self, view: View) -> None:
        for story in view.stories:
            self._paragraph(story.headline, "Heading 2")
            self._paragraph(story.note, "Note")
            self._lines(story.bottom_line, "Body Text")
            self._holders(story.holders, "Heading 3")
            self._disagreements(story.disagreements)

    def _holders(self, holders: Iterable[HolderView], style: str) -> None:
        for holder in holders:
            heading = self._paragraph(holder.name, style)
            if holder.role:
                heading.add_run(f" {holder.role}", style="Quiet")
            for position in holder.positions:
                paragraph = self._paragraph("", "Quotation" if position.quoted else "Position")
                paragraph.add_run(f"{position.label}: ", style="Label")
                paragraph.add_run(f"“{position.text}”" if position.quoted else position.text)
                if position.via:
                    paragraph.add_run(f", {position.via}")
                _cite(paragraph, position.cites)
                if position.mark:
                    paragraph.add_run(f" {position.mark}", style="Quiet")

    def _disagreements(self, items: Iterable[DisagreementView]) -> None:
        for item in items:
            paragraph = self._paragraph("", "Position")
            paragraph.add_run("Sources differ ", style="Label")
            paragraph.add_run(item.about, style="Strong")
            for side in item.sides:
                _cite(self._paragraph(side.text, "Quotation"), (side.cite,))

    def _actors(self, view: View) -> None:
        table = self._table(("Actor", "What they did or said"), [("", "")] * len(view.actors), (0.34, 0.66))
        for row, actor in zip(table.rows[1:], view.actors, strict=True):
            who, line = (c.paragraphs[0] for c in row.cells)
            who.add_run(actor.name, style="Strong")
            if actor.role:
                who.add_run(f", {actor.role}", style="Quiet")
            if actor.line or actor.see:
                line.add_run(actor.line or actor.see)
            _cite(line, actor.cites)

    def _sources(self, view: View) -> None:
        for source in view.sources:
            paragraph = self._paragraph(f"{source.number}. ", "Source")
            if source.url:
                _link(paragraph, source.title, source.url)
            else:
                paragraph.add_run(source.title, style="Strong")
            paragraph.add_run(f" {source.detail}", style="Quiet")
            if source.also:
                paragraph.add_run(f" Also in: {source.also}", style="Quiet")
            for sentence in source.sentences:
                line = self._paragraph("", "Source Sentence")
                self._bookmark(line, sentence.anchor, sentence.key)
                line.add_run(f" {sentence.text}")

    def _bookmark(self, paragraph: Paragraph, name: str, text: str) -> None:
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), name)
        paragraph._p.append(start)
        paragraph.add_run(text, style="Strong")
        paragraph._p.append(end)

    def _shares(self, columns: int) -> tuple[float, ...]:
        return tuple(1 / columns for _ in range(columns))

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> Table:
        """A table whose first row repeats on every page and whose rows are not split."""
        table: Table = self._document.add_table(rows=0, cols=len(head), style=TABLE_STYLE)
        table.autofit = False
        width = self._width - 2 * _MARGIN
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(width * share)
        for number, texts in enumerate((head, *rows)):
            row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it out
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, text, share in zip(row.cells, texts, shares, strict=True):
                cell.width = int(width * share)
                cell.paragraphs[0].style = "Table Heading" if number == 0 else "Table Text"
                if text:
                    cell.paragraphs[0].add_run(text)
        return table


def _cite(paragraph: Paragraph, cites: Iterable[CiteView]) -> None:
    """Add a link to each cited sentence."""
    for cite in cites:
        paragraph.add_run(" ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), cite.anchor)
        link.set(qn("w:history"), "1")
        run = paragraph.add_run(f"[{cite.key}]", style="Citation")
        link.append(run._r)
        paragraph._p.append(link)


def _link(paragraph: Paragraph, text: str, url: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text, style="Hyperlink")
    link.append(run._r)
    paragraph._p.append(link)


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


def _settle(data: bytes) -> bytes:
    """Write the package again with fixed times and order, so that the same briefing gives the same bytes; without a thumbnail."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        first = ["[Content_Types].xml", "_rels/.rels"]
        for name in (*first, *sorted(set(read.namelist()) - set(first))):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            written.writestr(entry, read.read(name))
    return out.getvalue()
