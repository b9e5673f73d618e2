"""The text of the document, section by section, in the order of the other renditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing.render import wording
from briefing.render.docx.citing import WATCHED, Citing
from briefing.render.docx.markup import Sheet
from briefing.render.docx.tables import write_actors, write_changes, write_issue, write_matrix, write_steps
from briefing.render.view import DisagreementView, HolderView, IssueView, LineView, SourceView, StoryView, View


class _Section(NamedTuple):
    """``anchor`` is its heading's bookmark, which the line of contents leads to."""

    title: str
    anchor: str
    write: Callable[[], None]


def write_body(sheet: Sheet, view: View) -> None:
    sections = _sections(sheet, Citing(view.sources), view)
    sheet.paragraph("Title", view.title, words=view.title)
    sheet.paragraph("Subtitle", f"{view.date} · documents of {view.period}" if view.period else view.date)
    if len(view.contents) > 2:
        line = sheet.paragraph("Contents")
        for number, content in enumerate(view.contents):
            line.text(" · " if number else "").jump(content.text, "Quiet", anchor=content.anchor)
    if view.notice:
        sheet.paragraph("Bottom Line", view.notice)
    for section in sections:
        sheet.paragraph("Heading 1").mark(section.anchor, section.title)
        section.write()


def _sections(sheet: Sheet, citing: Citing, view: View) -> list[_Section]:
    """The sections that hold something."""
    write, matrix = _Writer(sheet, citing), view.matrix
    sections = []
    if view.bottom_line:
        sections.append(_Section("Bottom line", "bottom-line", lambda: write.lines(view.bottom_line, "Bottom Line")))
    if view.changes:
        sections.append(_Section("What changed", "changes", lambda: write_changes(sheet, citing, view.changes)))
    if view.steps or view.undated or view.past or view.steps_left:
        sections.append(_Section("Next steps", "next-steps", lambda: write_steps(sheet, citing, view)))
    if view.stories:
        sections.append(_Section("Stories", "stories", lambda: write.stories(view.stories)))
    if view.left_over:
        sections.append(_Section("In brief", "in-brief", lambda: write.lines(view.left_over, "Body Text")))
    if view.holders:
        sections.append(_Section("Positions", "positions", lambda: write.holders(view.holders, "Heading 2")))
    if view.issues:
        sections.append(_Section("Sides", "sides", lambda: write.issues(view.issues)))
    if view.disagreements:
        sections.append(_Section("Where sources differ", "disagreements", lambda: write.disagreements(view.disagreements)))
    if matrix is not None:
        sections.append(_Section("At a glance", "at-a-glance", lambda: write_matrix(sheet, citing, matrix)))
    if view.actors:
        sections.append(_Section("Key actors", "actors", lambda: write_actors(sheet, citing, view.actors)))
    if view.sources:
        sections.append(_Section("Sources", "sources", lambda: write.sources(view.sources)))
    sections.append(_Section("Coverage", "coverage", lambda: write.coverage(view)))
    return sections


class _Writer:
    """Writes the sections that are running text."""

    def __init__(self, sheet: Sheet, citing: Citing) -> None:
        self._sheet, self._citing = sheet, citing

    def lines(self, lines: Iterable[LineView], style: str) -> None:
        for line in lines:
            self._citing.cite(self._sheet.paragraph(style, line.text, words=line.text), line.cites)

    def stories(self, stories: Iterable[StoryView]) -> None:
        for story in stories:
            heading = self._sheet.paragraph("Heading 2", words=story.headline).mark(story.anchor, story.headline, "Strong")
            self._citing.cite(heading, story.cites)
            self._sheet.paragraph("Byline", f"{story.mark} · {story.note}" if story.mark else story.note)
            self.lines(story.bottom_line, "Body Text")
            self.holders(story.holders, "Heading 3")
            self.issues(story.issues)
            self.disagreements(story.disagreements)

    def holders(self, holders: Iterable[HolderView], style: str) -> None:
        """Each actor with what they hold: the kind as a label, then the words, a quotation in a style of its own."""
        for holder in holders:
            heading = self._sheet.paragraph(style).text(holder.name, "Strong")
            if holder.role:
                heading.text(f"  {holder.role}", "Quiet")
            for position in holder.positions:
                words = wording.quoted(position.text) if position.quoted else position.text
                line = self._sheet.paragraph("Quotation" if position.quoted else "Position", words=position.text)
                line.text(position.label, "Label").text(f"{' ' if position.goes_on else '  '}{words}")
                if position.via:
                    line.text(f", {position.via}", "Quiet")
                if position.before:
                    line.text(f" ({position.before})", "Quiet")
                self._citing.cite(line, position.cites)
                for remark in (position.mark, WATCHED if position.watched else None):
                    line.text(f" {remark}" if remark else "", "Quiet")

    def issues(self, issues: Iterable[IssueView]) -> None:
        for issue in issues:
            write_issue(self._sheet, self._citing, issue)

    def disagreements(self, disagreements: Iterable[DisagreementView]) -> None:
        for item in disagreements:
            self._sheet.paragraph("Table Caption", words=item.about).text("Sources differ on ", "Label").text(item.about, "Strong")
            for side in item.sides:
                line = self._sheet.paragraph("Quotation", words=side.text)
                if side.who:
                    line.text(f"{side.who}  ", "Label")
                self._citing.cite(line.text(side.text), (side.cite,))

    def sources(self, sources: Iterable[SourceView]) -> None:
        """Each source with its number, and under it the sentences that the citations lead to."""
        for source in sources:
            line = self._sheet.paragraph("Source").text(str(source.number), "Strong").tab()
            if source.url:
                line.link(source.title, source.url)
            else:
                line.text(source.title, "Strong")
            line.text(f" {source.detail}", "Quiet")
            if source.also:
                line.text(f" · also in {source.also}", "Quiet")
            for sentence in source.sentences:
                self._sheet.paragraph("Source Sentence").mark(sentence.anchor, sentence.key, "Citation Mark").tab().text(sentence.text)
            for version in source.differences:
                line = self._sheet.paragraph("Source Version", words=version.text).text(version.outlet, "Label")
                line.text(f" {version.verb} ", "Quiet").text(wording.quoted(version.text))
                if version.instead:
                    line.text(" where this source says ", "Quiet").text(wording.quoted(version.instead))

    def coverage(self, view: View) -> None:
        """What was read and what was not, and how the document was made."""
        self._sheet.paragraph("Note", view.coverage)
        for entry in view.left_out:
            self._sheet.paragraph("Note").text(entry.path, "Strong").text(f": {entry.detail}")
        model = f", model {view.model_version}" if view.model_version else ""
        self._sheet.paragraph(
            "Note", f"Made {view.made}{model}. What is said here is quoted; the numbers in brackets lead to the sentences."
        )
