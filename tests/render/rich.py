"""A full morning: three stories that go on, what changed since, sources that differ, and who stands how to whom."""

from __future__ import annotations

from datetime import UTC, date, datetime

from briefing.models import (
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    Change,
    Citation,
    CoverageEntry,
    Disagreement,
    Excerpt,
    Interval,
    Issue,
    KeyActor,
    PositionKind,
    Relation,
    Side,
    Source,
    SourceSentence,
    Span,
    Story,
    VersionDifference,
)

#: a verb that bears out the kind of what it leads to
CUES = {
    "demand": "urged",
    "support": "supported",
    "opposition": "opposed",
    "blame": "blamed",
    "denial": "denied",
    "offer": "offered",
    "commitment": "promised",
    "warning": "warned",
    "praise": "praised",
    "statement": "said",
}
DAY = date(2031, 3, 12)
#: number, outlet, title, day, sentences
_SOURCES: tuple[tuple[str, str, int, tuple[str, ...]], ...] = (
    (
        "Norrhavn Post",
        "Dockers reject four per cent and set a strike date",
        12,
        (
            "The dockers’ union rejected the port authority’s offer of four per cent on Tuesday and called a strike from 19 March.",
            "“Four per cent is an insult to the people who kept this harbour open,” union chair Ivar Stenholt told members.",
            "The port authority will put a new offer to mediators by the end of the week, its director Helga Vinter said.",
        ),
    ),
    (
        "The Meridian",
        "Strike at Norrhavn would cost shippers 40 million a day",
        12,
        (
            "Shippers put the cost of a stoppage at 40 million crowns a day.",
            "Transport minister Pavel Orlik said the government would not step in “while the two sides are still at the table”.",
        ),
    ),
    (
        "Coast Radio",
        "Port: a strike would cost less than feared",
        11,
        ("A stoppage would cost 25 million crowns a day, according to the port’s own estimate.",),
    ),
    (
        "Agence Centrale",
        "Foreign ministers of the three river states to meet in Tarn",
        12,
        (
            "The foreign ministers of Esland, Varia and Torrania will meet in Tarn on 17 March to discuss the water of the Lower Drava.",
            "Varia’s foreign minister Dunja Kralj accused Esland of holding back water at the Brod dam and called on it to open the gates.",
            "Esland denies that it has lowered the flow; its embassy said on Tuesday that the river was “at its natural level”.",
            "“We have asked for a neutral measurement, and we will accept whatever it shows,” Torrania’s prime minister Amadou Sesay said.",
        ),
    ),
    (
        "The Esland Courier",
        "Ministry: gates at Brod stay as they are until April",
        12,
        (
            "The gates at Brod will stay as they are until the inspection in April, the energy ministry said.",
            "Opposition leader Rania Haddad said that the ministry “plays with our neighbours’ harvest”.",
        ),
    ),
    (
        "Varia Today",
        "Parliament postpones vote on the budget",
        11,
        (
            "Parliament postponed its vote on the budget from 14 to 21 March.",
            "Finance minister Joško Marin, who in February ruled out new debt, said a small deficit “is no catastrophe”.",
        ),
    ),
)


#: key actors, what they are and whose, and where they are told of
_WHO: dict[str, tuple[str | None, str | None, tuple[int, int]]] = {
    "Ivar Stenholt": ("Chair", "Dockers’ Union", (1, 2)),
    "Helga Vinter": ("Director", "Port Authority of Norrhavn", (1, 3)),
    "Pavel Orlik": ("Transport Minister", "Torrania", (2, 2)),
    "Dunja Kralj": ("Foreign Minister", "Varia", (4, 2)),
    "Amadou Sesay": ("Prime Minister", "Torrania", (4, 4)),
    "Rania Haddad": ("Opposition leader", "Esland", (5, 2)),
    "Joško Marin": ("Finance Minister", "Varia", (6, 2)),
    "Esland": (None, None, (4, 3)),
}


def rich() -> Briefing:
    """The briefing of 12 March 2031, the eighth of its schedule."""
    harbour, river, budget = _harbour(), _river(), _budget()
    stories = (harbour, river, budget)
    return Briefing(
        title="Morning briefing: the river states",
        date=DAY,
        made_at=datetime(2031, 3, 12, 5, 30, tzinfo=UTC),
        period=(date(2031, 3, 11), DAY),
        schedule="morning",
        notice=None,
        bottom_line=tuple(s.bottom_line[0] for s in stories),
        changes=_changes(),
        actors=_actors(),
        positions=tuple(p for s in stories for p in s.positions),
        next_steps=_steps(),
        disagreements=harbour.disagreements,
        relations=_relations(),
        stories=stories,
        left_over=(
            _line(6, 1, "Torrania’s statistics office will publish its figures for February on Friday."),
            _line(5, 1, "The Esland Courier reports that the energy ministry has a new spokesman."),
        ),
        sources=tuple(_source(n, *s) for n, s in enumerate(_SOURCES, 1)),
        coverage=(
            *(CoverageEntry(path=f"inbox/{n}.md", outcome="read") for n in range(1, 7)),
            CoverageEntry(
                path="inbox/7.md",
                outcome="folded",
                reason="near-duplicate",
                detail="nearly the same text as inbox/1.md",
                folded_into="inbox/1.md",
            ),
            CoverageEntry(path="inbox/scan.pdf", outcome="unreadable", reason="no text", detail="it is a scan: pictures without text"),
            CoverageEntry(path="inbox/old.html", outcome="skipped", reason="older", detail="it is of 2 March 2031, before the period"),
        ),
        model_version="m1",
    )


def _cite(source: int, sentence: int) -> Citation:
    return Citation(source=source, sentence=f"{source}.{sentence}")


def _words(source: int, text: str) -> Excerpt:
    return Excerpt(document=f"d{source}", spans=(Span(0, len(text)),), text=text)


def _line(source: int, sentence: int, text: str | None = None) -> BottomLine:
    said = text or _SOURCES[source - 1][3][sentence - 1]
    return BottomLine(excerpt=_words(source, said), citations=(_cite(source, sentence),))


def _source(number: int, outlet: str, title: str, day: int, sentences: tuple[str, ...]) -> Source:
    return Source(
        number=number,
        document=f"d{number}",
        name=f"{number}",
        title=title,
        outlet=outlet,
        url=f"https://news.example/{number}",
        path=f"inbox/{number}.md",
        published=date(2031, 3, day),
        published_from="front matter",
        sentences=tuple(SourceSentence(key=f"{number}.{k}", span=Span(0, len(t)), text=t) for k, t in enumerate(sentences, 1)),
        also=("Harbour Gazette", "Norrhavn Online") if number == 1 else (),
        differences=_differences() if number == 1 else (),
    )


def _differences() -> tuple[VersionDifference, ...]:
    """What the two other papers print differently of the first source."""
    union, insult, _ = _SOURCES[0][3]
    return (
        VersionDifference(
            kind="figure", outlet="Harbour Gazette", ours=_words(1, union), theirs=_words(7, union.replace("four per cent", "3.5 per cent"))
        ),
        VersionDifference(kind="left out", outlet="Norrhavn Online", ours=_words(1, insult), theirs=None),
    )


def _position(
    actor: str,
    kind: PositionKind,
    at: tuple[int, int],
    text: str,
    *,
    target: str | None = None,
    quoted: bool = False,
    via: str | None = None,
    first: date | None = None,
    watched: bool = False,
) -> BriefedPosition:
    role, side, _ = _WHO.get(actor, (None, None, None))
    return BriefedPosition(
        id=f"{actor}/{kind}/{at}",
        actor=actor,
        via=via,
        kind=kind,
        target=target,
        quoted=quoted,
        excerpt=_words(at[0], text),
        cue=CUES[kind],
        citations=(_cite(*at),),
        salience=0.5,
        said_on=DAY,
        novelty="known" if first else "new",
        first_reported=first,
        watched=watched,
        role=role,
        affiliation=side,
    )


def _harbour() -> Story:
    return Story(
        id="harbour",
        headline=_SOURCES[0][1],
        headline_citation=_cite(1, 1),
        bottom_line=(_line(1, 1), _line(2, 1)),
        actors=(),
        positions=(
            _position(
                "Ivar Stenholt",
                "opposition",
                (1, 2),
                "Four per cent is an insult to the people who kept this harbour open",
                quoted=True,
                target="Port Authority of Norrhavn",
            ),
            _position("Helga Vinter", "commitment", (1, 3), "will put a new offer to mediators by the end of the week"),
            _position(
                "Pavel Orlik", "statement", (2, 2), "while the two sides are still at the table", quoted=True, first=date(2031, 3, 4)
            ),
        ),
        next_steps=(),
        disagreements=(
            Disagreement(
                about="the daily cost of a strike",
                sides=(
                    (_words(2, "40 million crowns a day"), _cite(2, 1)),
                    (_words(3, "25 million crowns a day"), _cite(3, 1)),
                ),
            ),
        ),
        sources=(1, 2, 3),
        outlets=("Norrhavn Post", "The Meridian", "Coast Radio"),
        salience=0.9,
        novelty="developing",
        first_reported=date(2031, 3, 3),
    )


def _river() -> Story:
    return Story(
        id="river",
        headline=_SOURCES[3][1],
        headline_citation=_cite(4, 1),
        bottom_line=(_line(4, 1), _line(4, 2)),
        actors=(),
        positions=(
            _position(
                "Dunja Kralj", "blame", (4, 2), "accused Esland of holding back water at the Brod dam", target="Esland", watched=True
            ),
            _position("Dunja Kralj", "demand", (4, 2), "called on it to open the gates", target="Esland"),
            _position("Esland", "denial", (4, 3), "denies that it has lowered the flow", target="Varia"),
            _position(
                "Amadou Sesay",
                "offer",
                (4, 4),
                "We have asked for a neutral measurement, and we will accept whatever it shows",
                quoted=True,
            ),
            _position(
                "Rania Haddad",
                "blame",
                (5, 2),
                "plays with our neighbours’ harvest",
                quoted=True,
                target="Esland",
                via="The Esland Courier",
            ),
        ),
        next_steps=(),
        disagreements=(),
        sources=(4, 5),
        outlets=("Agence Centrale", "The Esland Courier"),
        salience=0.8,
        novelty="new",
        first_reported=DAY,
        issues=(
            Issue(
                about="the gates at Brod",
                supporters=(_side("Rania Haddad", "blame", (5, 2), "plays with our neighbours’ harvest"),),
                opponents=(_side("Esland", "denial", (4, 3), "denies that it has lowered the flow"),),
                requests=(_side("Dunja Kralj", "demand", (4, 2), "called on it to open the gates", target="Esland"),),
            ),
        ),
    )


def _side(actor: str, kind: PositionKind, at: tuple[int, int], text: str, *, target: str | None = None) -> Side:
    return Side(actor=actor, target=target, kind=kind, excerpt=_words(at[0], text), citations=(_cite(*at),))


def _budget() -> Story:
    return Story(
        id="budget",
        headline=_SOURCES[5][1],
        headline_citation=_cite(6, 1),
        bottom_line=(_line(6, 1),),
        actors=(),
        positions=(_position("Joško Marin", "support", (6, 2), "is no catastrophe", quoted=True, target="a small deficit"),),
        next_steps=(),
        disagreements=(),
        sources=(6,),
        outlets=("Varia Today",),
        salience=0.4,
        novelty="known",
        first_reported=date(2031, 2, 27),
    )


def _changes() -> tuple[Change, ...]:
    february, monday = date(2031, 2, 10), date(2031, 3, 10)
    debt = _words(6, "There will be no new debt")
    deficit = _words(6, "a small deficit “is no catastrophe”")
    talk = _words(1, "We can live with five per cent")
    insult = _words(1, "Four per cent is an insult to the people who kept this harbour open")
    sorry = _words(4, "Esland must open the gates at once")
    softer = _words(4, "called on it to open the gates")
    vote = _words(6, "vote on the budget on 14 March")
    later = _words(6, "postponed its vote on the budget from 14 to 21 March")
    report = _words(5, "the ministry will report to parliament by 10 March")
    called = _words(2, "The meeting of shippers in Norrhavn will not take place")
    signed = _words(3, "The two ports signed the pilotage agreement on Tuesday")
    arrived = _words(4, "Two observers have arrived at the Brod dam")
    return (
        Change(
            kind="reversed",
            subject="Joško Marin",
            before=debt,
            before_date=february,
            after=deficit,
            after_date=DAY,
            citations=(_cite(6, 2),),
        ),
        Change(
            kind="sharpened",
            subject="Ivar Stenholt",
            before=talk,
            before_date=monday,
            after=insult,
            after_date=DAY,
            citations=(_cite(1, 2),),
        ),
        Change(
            kind="softened", subject="Dunja Kralj", before=sorry, before_date=monday, after=softer, after_date=DAY, citations=(_cite(4, 2),)
        ),
        Change(
            kind="rescheduled",
            subject="Vote on the budget",
            before=vote,
            before_date=monday,
            after=later,
            after_date=DAY,
            citations=(_cite(6, 1),),
        ),
        Change(
            kind="overdue",
            subject="Report of the energy ministry",
            before=report,
            before_date=date(2031, 3, 3),
            after=None,
            after_date=None,
            citations=(_cite(5, 1),),
        ),
        Change(
            kind="called off",
            subject="Meeting of shippers",
            before=None,
            before_date=None,
            after=called,
            after_date=DAY,
            citations=(_cite(2, 1),),
        ),
        Change(
            kind="done", subject="Pilotage agreement", before=None, before_date=None, after=signed, after_date=DAY, citations=(_cite(3, 1),)
        ),
        Change(
            kind="development",
            subject="Water of the Lower Drava",
            before=None,
            before_date=None,
            after=arrived,
            after_date=DAY,
            citations=(_cite(4, 1),),
        ),
    )


def _actors() -> tuple[KeyActor, ...]:
    def one(name: str, role: str | None, side: str | None, at: tuple[int, int], *, kind: str) -> KeyActor:
        return KeyActor(
            name=name,
            kind=kind,  # type: ignore[arg-type]  # one of the kinds
            role=role,
            affiliation=side,
            aliases=(),
            salience=0.5,
            line=_words(at[0], _SOURCES[at[0] - 1][3][at[1] - 1]),
            citations=(_cite(*at),),
        )

    return tuple(one(name, *told, kind="country" if told[0] is None else "person") for name, told in _WHO.items())


def _steps() -> tuple[BriefedStep, ...]:
    def one(
        text: str, who: tuple[str, ...], at: tuple[int, int], start: date | None, end: date | None = None, **rest: object
    ) -> BriefedStep:
        given: dict[str, object] = {
            "phrase": None,
            "grain": "day",
            "deadline": False,
            "kind": "scheduled",
            "status": "coming",
        }
        return BriefedStep(
            id=text,
            who=who,
            excerpt=_words(at[0], text),
            value=Interval(start=start, end=end or start) if start else None,
            citations=(_cite(*at),),
            salience=0.5,
            **(given | rest),  # type: ignore[arg-type]  # fields of the record
        )

    return (
        one("publish its figures for February", ("Torrania’s statistics office",), (6, 1), DAY, status="today", phrase="today"),
        one(
            "put a new offer to mediators",
            ("Helga Vinter",),
            (1, 3),
            DAY,
            date(2031, 3, 14),
            deadline=True,
            kind="committed",
            grain="interval",
            status="due soon",
            phrase="by the end of the week",
        ),
        one(
            "meet in Tarn to discuss the water of the Lower Drava",
            ("Esland", "Varia", "Torrania"),
            (4, 1),
            date(2031, 3, 17),
            status="due soon",
            phrase="on 17 March",
        ),
        one("strike at the port of Norrhavn", ("Dockers’ Union",), (1, 1), date(2031, 3, 19), status="due soon", phrase="from 19 March"),
        one(
            "vote on the budget",
            ("Varia’s parliament",),
            (6, 1),
            date(2031, 3, 21),
            status="rescheduled",
            novelty="known",
            first_reported=date(2031, 2, 27),
            previous=Interval(start=date(2031, 3, 14), end=date(2031, 3, 14)),
            sequence=1,
        ),
        one(
            "inspect the dam at Brod",
            ("Esland’s energy ministry",),
            (5, 1),
            date(2031, 4, 1),
            date(2031, 4, 30),
            grain="month",
            kind="expected",
            phrase="in April",
        ),
        one("open the gates", ("Esland",), (4, 2), None, kind="requested", status="undated"),
        one(
            "report to parliament",
            ("Esland’s energy ministry",),
            (5, 1),
            date(2031, 3, 10),
            deadline=True,
            kind="committed",
            status="overdue",
            novelty="known",
            first_reported=date(2031, 3, 3),
        ),
        one(
            "sign the pilotage agreement",
            ("Norrhavn", "Tarn"),
            (3, 1),
            date(2031, 3, 11),
            status="done",
            novelty="known",
            first_reported=date(2031, 3, 3),
        ),
    )


def _relations() -> tuple[Relation, ...]:
    def one(actor: str, kind: PositionKind, target: str, at: tuple[int, int]) -> Relation:
        return Relation(actor=actor, target=target, kind=kind, citations=(_cite(*at),))

    return (
        one("Dunja Kralj", "blame", "Esland", (4, 2)),
        one("Dunja Kralj", "demand", "Esland", (4, 2)),
        one("Rania Haddad", "blame", "Esland", (5, 2)),
        one("Amadou Sesay", "support", "Varia", (4, 4)),
        one("Esland", "opposition", "Varia", (4, 3)),
        one("Ivar Stenholt", "opposition", "Port Authority of Norrhavn", (1, 2)),
        one("Pavel Orlik", "praise", "Port Authority of Norrhavn", (2, 2)),
    )
