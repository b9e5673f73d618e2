"""Two days of one small affair, analysed by hand: what the second says of the first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from briefing.compose import Assembled, ComposeSettings, Memory, UnreadableMemory, assemble_briefing
from briefing.models import Analysis, CoverageEntry, Document, Interval, NextStep, StepKind, TemporalExpression
from tests.compose.documents import DAY, analysis, document, person, position, span

NEXT = DAY + timedelta(days=4)
BILL = (
    "The government of Westmark sent its bill on the timber tax to the chamber. "
    "Bram Oldcastle opposed the timber tax and the new forest office. "
    "Lena Marlow demanded that the timber tax be raised to ten crowns. "
    "The chamber will vote on the timber tax on Wednesday. "
    "Marlow promised to publish the forest accounts by Thursday. "
    "A hearing of the foresters will be held on 15 May. "
    "The forest office will open by the end of the year."
)
TURN = (
    "Bram Oldcastle changed sides over the bill on Friday. "
    "He supported the timber tax and the new forest office. "
    "Lena Marlow now demanded that the timber tax be raised to twelve crowns, and stepped up her tone. "
    "The chamber voted on the timber tax on Wednesday. "
    "The hearing of the foresters was called off. "
    "Villages will get half of the revenue under a clause added overnight."
)
FIRST = [document(BILL, "bill", outlet="The Gazette", title="Westmark plans a timber tax")]
SECOND = [document(TURN, "turn", published=NEXT, outlet="The Courier", title="Oldcastle changes sides on timber tax")]


def step(text: str, what: str, when: str, value: Interval, *, kind: StepKind = "scheduled", deadline: bool = False) -> NextStep:
    return NextStep(
        what=(span(text, what),),
        who=(),
        when=(span(text, when),),
        value=value,
        grain="day",
        deadline=deadline,
        kind=kind,
        salience=0.5,
    )


def on(day: date) -> Interval:
    return Interval(start=day, end=day)


def first_analysis() -> Analysis:
    (made,) = FIRST
    vote = on(DAY + timedelta(days=2))
    thursday = Interval(start=DAY, end=DAY + timedelta(days=3))
    year = Interval(start=DAY, end=date(2030, 12, 31))
    return analysis(
        made,
        actors=[person(made, "Bram Oldcastle"), person(made, "Lena Marlow")],
        positions=[
            position(BILL, "Bram Oldcastle", "opposed", "the timber tax and the new forest office", kind="opposition"),
            position(BILL, "Lena Marlow", "demanded", "that the timber tax be raised to ten crowns"),
        ],
        steps=[
            step(BILL, "The chamber will vote on the timber tax on Wednesday", "Wednesday", vote),
            step(BILL, "publish the forest accounts by Thursday", "by Thursday", thursday, kind="committed", deadline=True),
            step(BILL, "A hearing of the foresters will be held on 15 May", "15 May", on(date(2030, 5, 15))),
            step(BILL, "The forest office will open by the end of the year", "by the end of the year", year, deadline=True),
        ],
    )


def second_analysis() -> Analysis:
    (made,) = SECOND
    wednesday = TemporalExpression(span=span(TURN, "Wednesday"), value=on(DAY + timedelta(days=2)), anchor=NEXT, grain="day")
    return analysis(
        made,
        actors=[person(made, "Bram Oldcastle"), person(made, "Lena Marlow")],
        positions=[
            position(TURN, "Bram Oldcastle", "supported", "the timber tax and the new forest office", kind="support"),
            position(TURN, "Lena Marlow", "demanded", "that the timber tax be raised to twelve crowns"),
        ],
        times=[wednesday],
    )


def compose(
    documents: Sequence[Document],
    analyses: Sequence[Analysis],
    day: date,
    memory: Memory | UnreadableMemory | None,
    *,
    words: int = 1500,
) -> Assembled:
    return assemble_briefing(
        documents,
        {a.document: a for a in analyses},
        [CoverageEntry(path=d.path, outcome="read") for d in documents],
        settings=ComposeSettings(words=words),
        now=datetime.combine(day, time(12), tzinfo=UTC),
        date=day,
        memory=memory,
    )


def first_day(memory: Memory | None = None, *, days: int = 0) -> Assembled:
    """The briefing of the first article, made so many days later."""
    return compose(FIRST, [first_analysis()], DAY + timedelta(days=days), memory)


def second_day(memory: Memory | UnreadableMemory | None) -> Assembled:
    return compose(SECOND, [second_analysis()], NEXT, memory)
