"""The tables of the document: what changed, next steps with the coming days, who stands how to whom, key actors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from briefing.render import wording
from briefing.render.docx.citing import WATCHED, Citing
from briefing.render.docx.markup import Cell, Paragraph, Sheet
from briefing.render.view import ActorView, ChangeView, DayView, IssueView, MatrixView, StepView, View

#: stands where there is nothing to say: an empty cell leaves the reader to wonder
_NOTHING = "–"
_STATUSES = {"late": "Label Late", "soon": "Label Soon", "plain": "Quiet"}
_CHANGES = {"against": "Label Late", "asks": "Label Soon", "for": "Label", "none": "Label"}
_STANCES = {"for": "Stance For", "against": "Stance Against", "asks": "Stance Asking", "mixed": "Stance Mixed", "none": "Stance None"}


def write_changes(sheet: Sheet, citing: Citing, changes: Sequence[ChangeView]) -> None:
    """A row for each change, with the words of before and of now side by side."""
    table = sheet.table("Briefing Table", (0.24, 0.38, 0.38), title="What changed", description="What was said before, and what now.")
    table.head((text, "Table Heading") for text in ("Who or what", "Before", "Now"))
    for change in changes:
        subject, before, after = table.row()
        name = subject.paragraph("Table Text").text(change.subject, "Strong")
        subject.paragraph("Table Text").text(change.label, _CHANGES[change.tone])
        _quotation(before, change.before, change.before_day)
        now = _quotation(after, change.after, change.after_day)
        citing.cite(now if change.after else name, change.cites)


def _quotation(cell: Cell, text: str | None, day: str | None) -> Paragraph:
    """The words under the day that they are of; give their paragraph."""
    if text is None:
        return cell.paragraph("Table Text", _NOTHING)
    if day:
        cell.paragraph("Table Note", day)
    return cell.paragraph("Table Quotation", wording.quoted(text), words=text)


def write_steps(sheet: Sheet, citing: Citing, view: View) -> None:
    """The coming days, then a table of the steps, those without a day last, then one of what is past."""
    if view.timeline:
        _timeline(sheet, view.timeline)
    if view.steps or view.undated:
        if view.timeline:
            sheet.paragraph("Table Caption", "What is due, by date")
        _steps(sheet, citing, (*view.steps, *view.undated), "Next steps")
    if view.past:
        sheet.paragraph("Table Caption", "Past and overdue")
        _steps(sheet, citing, view.past, "Steps that are past")
    if view.steps_left:
        sheet.paragraph("Table Caption", view.steps_left)


def _timeline(sheet: Sheet, days: Sequence[DayView]) -> None:
    """A tile for each day; those with steps stand out and lead to the first of them."""
    busy = [f"{day.weekday} {day.day}: {wording.count_text(day.steps, 'step')}" for day in days if day.steps]
    sheet.paragraph("Table Caption", f"The coming {len(days)} days")
    share = 1 / len(days)
    table = sheet.table("Briefing Chart", (share,) * len(days), title="The coming days", description="; ".join(busy))
    table.head([(day.weekday, "Chart Heading") for day in days])
    for cell, day in zip(table.row(), days, strict=True):
        text = f"{day.day} {day.month}" if day.month else day.day
        if day.anchor:
            cell.paragraph("Timeline Busy").jump(text, "Timeline Link", anchor=day.anchor)
            cell.paragraph("Timeline Note", wording.count_text(day.steps, "step"))
        else:
            cell.paragraph("Timeline Weekend" if day.weekend else "Timeline Day", text)


def _steps(sheet: Sheet, citing: Citing, steps: Sequence[StepView], title: str) -> None:
    table = sheet.table("Briefing Table", (0.18, 0.21, 0.43, 0.18), title=title, description="Day, who, what, kind and status.")
    table.head((text, "Table Heading") for text in ("When", "Who", "What", "Kind"))
    for step in steps:
        when, who, what, kind = table.row()
        _when(when, step)
        who.paragraph("Table Text").text(step.who or _NOTHING, "Strong")
        _what(what, step, citing)
        kind.paragraph("Table Text").text(step.kind, "Label")
        if step.status:
            kind.paragraph("Table Text").text(step.status[0].upper() + step.status[1:], _STATUSES[step.tone])


def _when(cell: Cell, step: StepView) -> None:
    """The day set apart before its month and weekday, over the days that it begins; what has no day is spelled out."""
    if step.day is None or step.date is None:
        cell.paragraph("Table Text").mark(step.anchor, step.when, "Quiet")
        return
    line = cell.paragraph("Day").text("by " if step.deadline else "", "Quiet")
    line.mark(step.anchor, step.day).text(f" {step.month}, {wording.WEEKDAYS[step.date.weekday()][:3]}", "Quiet")
    if step.span and not step.deadline:
        cell.paragraph("Table Note", step.span)


def _what(cell: Cell, step: StepView, citing: Citing) -> None:
    citing.cite(cell.paragraph("Table Text", wording.capital(step.text), words=step.text), step.cites)
    remarks = (step.phrase and wording.quoted(step.phrase), step.mark, WATCHED if step.watched else None)
    if any(remarks):
        cell.paragraph("Table Text").text(" · ".join(remark for remark in remarks if remark), "Quiet")


def write_matrix(sheet: Sheet, citing: Citing, matrix: MatrixView) -> None:
    """Who supports, opposes, blames or asks of whom: actors down, those they speak of across."""
    columns = len(matrix.targets)
    sheet.paragraph("Table Caption", "How the actors on the left stand to those above")
    shares = (0.22, *[0.78 / columns] * columns)
    table = sheet.table(
        "Briefing Chart", shares, title="Who stands how to whom", description=" ".join(line.text for line in matrix.sentences)
    )
    table.head([("Actor", "Table Heading"), *((target, "Chart Heading") for target in matrix.targets)])
    for row in matrix.rows:
        actor, *cells = table.row()
        actor.paragraph("Chart Name").text(row.actor, "Strong")
        for cell, stance in zip(cells, row.cells, strict=True):
            citing.cite(cell.paragraph(_STANCES[stance.tone], stance.text or _NOTHING), stance.cites)


def write_issue(sheet: Sheet, citing: Citing, issue: IssueView) -> None:
    """Who is for, who against, who asks what of whom, side by side."""
    sheet.paragraph("Table Caption").text("Sides on ", "Label").text(issue.about, "Strong")
    columns = len(issue.groups)
    described = "; ".join(f"{group.label}: {wording.join_names([stand.actor for stand in group.stands])}" for group in issue.groups)
    table = sheet.table("Briefing Chart", [1 / columns] * columns, title="Sides of an issue", description=described)
    table.head([(group.label, _STANCES[group.tone]) for group in issue.groups])
    for stands in zip_longest(*(group.stands for group in issue.groups)):
        for cell, stand in zip(table.row(), stands, strict=True):
            if stand is None:
                cell.paragraph("Stance None", _NOTHING)
                continue
            who = cell.paragraph("Table Text").text(stand.actor, "Strong")
            if stand.target:
                who.text(" of ", "Quiet").text(stand.target, "Strong")
            citing.cite(cell.paragraph("Table Quotation", stand.text, words=stand.text), stand.cites)


def write_actors(sheet: Sheet, citing: Citing, actors: Sequence[ActorView]) -> None:
    table = sheet.table("Briefing Table", (0.3, 0.7), title="Key actors", description="Who they are, and what they did or said.")
    table.head((text, "Table Heading") for text in ("Actor", "What they did or said"))
    for actor in actors:
        who, line = table.row()
        who.paragraph("Table Text").text(actor.name, "Strong")
        if actor.role:
            who.paragraph("Table Text").text(actor.role, "Quiet")
        words = actor.line or actor.see or _NOTHING
        citing.cite(line.paragraph("Table Text", words, words=words), actor.cites)
