"""Briefings to render: small, the seed's, empty, large, over the budget, of names from anywhere, of text that means harm, rich."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from briefing.models import (
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    Citation,
    CoverageEntry,
    Excerpt,
    Interval,
    KeyActor,
    Relation,
    Source,
    SourceSentence,
    Span,
)
from briefing.render import read_briefing
from tests.render.rich import CUES, rich

DAY = date(2030, 5, 6)
NOON = datetime(2030, 5, 6, 12, tzinfo=UTC)
CITE = (Citation(source=1, sentence="1.1"),)


def excerpt(text: str) -> Excerpt:
    return Excerpt(document="d1", spans=(Span(0, max(1, len(text))),), text=text)


def position(
    number: int, actor: str, text: str, *, quoted: bool = False, target: str | None = None, kind: str = "demand"
) -> BriefedPosition:
    return BriefedPosition(
        id=f"p{number}",
        actor=actor,
        via=None,
        kind=kind,  # type: ignore[arg-type]  # one of the kinds
        target=target,
        quoted=quoted,
        excerpt=excerpt(text),
        cue=CUES[kind],
        citations=CITE,
        salience=0.5,
        said_on=DAY,
    )


def step(number: int, who: Sequence[str], text: str, day: date | None, *, deadline: bool = False, status: str = "coming") -> BriefedStep:
    return BriefedStep(
        id=f"s{number}",
        who=tuple(who),
        excerpt=excerpt(text),
        phrase="next week",
        value=Interval(start=day, end=day) if day else None,
        grain="day",
        deadline=deadline,
        kind="scheduled",
        status=status if day else "undated",  # type: ignore[arg-type]  # one of the states
        citations=CITE,
        salience=0.5,
    )


def actor(name: str, line: str | None = "The minister spoke.") -> KeyActor:
    return KeyActor(
        name=name,
        kind="person",
        role="Minister",
        affiliation="Norland",
        aliases=(),
        salience=0.5,
        line=excerpt(line) if line else None,
        citations=CITE,
    )


def source(
    sentences: Sequence[str] = ("The minister spoke.",), *, title: str = "A title", url: str | None = "https://example.org/a"
) -> Source:
    return Source(
        number=1,
        document="d1",
        name="a",
        title=title,
        outlet="The Daily Example",
        url=url,
        path="seeds/a.txt",
        published=DAY,
        published_from="text",
        sentences=tuple(SourceSentence(key=f"1.{n}", span=Span(0, 9), text=t) for n, t in enumerate(sentences, 1)),
    )


def briefing(
    *,
    title: str = "Daily briefing",
    bottom_line: Sequence[str] = ("The minister spoke.",),
    actors: Sequence[KeyActor] = (),
    positions: Sequence[BriefedPosition] = (),
    steps: Sequence[BriefedStep] = (),
    relations: Sequence[Relation] = (),
    sources: Sequence[Source] = (),
    coverage: Sequence[CoverageEntry] = (CoverageEntry(path="seeds/a.txt", outcome="read"),),
    notice: str | None = None,
) -> Briefing:
    return Briefing(
        title=title,
        date=DAY,
        made_at=NOON,
        period=(DAY, DAY),
        schedule=None,
        notice=notice,
        bottom_line=tuple(BottomLine(excerpt=excerpt(t), citations=CITE) for t in bottom_line),
        changes=(),
        actors=tuple(actors),
        positions=tuple(positions),
        next_steps=tuple(steps),
        disagreements=(),
        relations=tuple(relations),
        stories=(),
        left_over=(),
        sources=tuple(sources) or (source(),),
        coverage=tuple(coverage),
        model_version="m1",
    )


def small() -> Briefing:
    return briefing(
        actors=[actor("Ada Example")],
        positions=[position(1, "Ada Example", "withdraw the bill", quoted=True, target="Norland")],
        steps=[step(1, ["Norland"], "vote on the bill", DAY + timedelta(days=3), deadline=True), step(2, [], "hold talks", None)],
    )


def seed() -> Briefing:
    """The briefing of the seed, as the golden pair has it."""
    path = Path(__file__).parent / "golden" / "briefing.json"
    return read_briefing(path.read_bytes(), path=str(path))


def empty() -> Briefing:
    made = briefing(bottom_line=(), notice="There was no document to read, so there is nothing to report.", coverage=())
    return replace(made, sources=(), period=None)


def large(actors: int = 12, positions: int = 48, steps: int = 30) -> Briefing:
    """A busy day, which the size budget still holds."""
    return briefing(
        actors=[actor(f"Person Number{n}") for n in range(actors)],
        positions=[
            position(n, f"Person Number{n % actors}", f"the council of the northern towns should look at plan {n} again before the summer")
            for n in range(positions)
        ],
        steps=[step(n, ["Norland"], f"publish report {n}", DAY + timedelta(days=n // 2)) for n in range(steps)],
        relations=[
            Relation(actor=f"Person Number{n}", target=t, kind="demand", citations=CITE)
            for n in range(6)
            for t in ("Norland", "Suthland", "The Union")
        ],
    )


def oversize() -> Briefing:
    """Over the size budget in every list: 500 positions, 200 steps, 60 sources with their sentences, 80 files left out."""
    made = large(actors=40, positions=500, steps=200)
    words = "The council of the northern towns said on Monday that it would look at the plan again before the summer."
    sources = [replace(source([words] * 9, title=f"Report {n}"), number=n, document=f"d{n}", path=f"seeds/{n}.txt") for n in range(1, 61)]
    return replace(
        made,
        sources=tuple(
            replace(s, sentences=tuple(replace(q, key=f"{s.number}.{k}") for k, q in enumerate(s.sentences, 1))) for s in sources
        ),
        positions=tuple(replace(p, citations=(_spread(n),)) for n, p in enumerate(made.positions)),
        coverage=tuple(
            CoverageEntry(path=f"seeds/scan {n}.pdf", outcome="unreadable", reason="no text", detail="it is a scan: pictures without text")
            for n in range(80)
        ),
    )


def _spread(number: int) -> Citation:
    source_number, sentence = divmod(number, 9)
    return Citation(source=source_number + 1, sentence=f"{source_number + 1}.{sentence + 1}")


def exotic() -> Briefing:
    long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-" * 3
    return briefing(
        bottom_line=("وزير الخارجية علي حسن said so.", "外務大臣の山田太郎は会談した。"),
        actors=[actor("علي حسن"), actor("山田太郎"), actor(long)],
        positions=[position(1, "علي حسن", "السلام ممكن", quoted=True), position(2, "山田太郎", "会談を再開する"), position(3, long, long)],
        steps=[step(1, ["משה כהן", "山田太郎"], "meet " + long, DAY + timedelta(days=1))],
        sources=[source(title="会談", url="https://example.org/" + "a" * 300)],
    )


HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    '=HYPERLINK("http://evil.example","x")',
    "a\x00b\x07c\u202edesrever",
    "]]> &lt;b&gt; <w:p/> INCLUDETEXT",
    "Subject: x\r\nBcc: everyone@example.org",
)


def hostile() -> Briefing:
    return briefing(
        title=HOSTILE[0],
        bottom_line=HOSTILE,
        actors=[actor(t, t) for t in HOSTILE],
        positions=[position(n, t, t, target=t) for n, t in enumerate(HOSTILE)],
        steps=[step(n, [t], t, DAY) for n, t in enumerate(HOSTILE)],
        sources=[source(HOSTILE, title=HOSTILE[1], url="javascript:alert(1)")],
        coverage=[CoverageEntry(path=t, outcome="unreadable", reason="empty", detail=t) for t in HOSTILE],
    )


ALL = {
    "small": small,
    "seed": seed,
    "empty": empty,
    "large": large,
    "oversize": oversize,
    "exotic": exotic,
    "hostile": hostile,
    "rich": rich,
}
