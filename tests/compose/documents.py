"""Documents and analyses made by hand, for composing without a language model."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from briefing.compose import ComposeSettings, assemble_briefing, check_evidence
from briefing.models import Actor, Analysis, Briefing, CoverageEntry, Document, NextStep, Position, Span, TemporalExpression

DAY = date(2030, 5, 6)


def document(text: str, name: str = "a", *, published: date | None = DAY, outlet: str | None = None, title: str | None = None) -> Document:
    digest = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    return Document(id=digest, name=name, path=f"{name}.txt", text=text, published=published, outlet=outlet, title=title)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def position(text: str, actor: str, cue: str, content: str, **more: object) -> Position:
    fields: dict[str, object] = {"kind": "demand", "quoted": False, "salience": 0.5, "confidence": 0.9} | more
    return Position(
        actor=actor,
        source=(span(text, actor),),
        cue=(span(text, cue),),
        content=(span(text, content),),
        **fields,  # type: ignore[arg-type]  # fields of the record
    )


def analysis(
    made: Document,
    *,
    actors: Sequence[Actor] = (),
    positions: Sequence[Position] = (),
    steps: Sequence[NextStep] = (),
    times: Sequence[TemporalExpression] = (),
    direction: float = 0.0,
) -> Analysis:
    """Sentences end at full stops; ``direction`` is the angle of a two-dimensional embedding."""
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\s.][^.\n]*\.[”\"]?", made.text))
    return Analysis(
        document=made.id,
        sentences=sentences,
        mentions=(),
        times=tuple(times),
        actors=tuple(actors),
        positions=tuple(positions),
        next_steps=tuple(steps),
        summary=sentences[:2],
        model_version="m1",
        embedding=(math.cos(direction), math.sin(direction)),
    )


def person(made: Document, name: str, *, salience: float = 0.8, role: str | None = None) -> Actor:
    found = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(name), made.text))
    return Actor(name=name, kind="person", role=role, salience=salience, mentions=found)


def brief(made: Document, read: Analysis) -> Briefing:
    """The briefing of one document, its evidence checked."""
    briefing = assemble_briefing(
        [made],
        {made.id: read},
        [CoverageEntry(path=made.path, outcome="read")],
        settings=ComposeSettings(),
        now=datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC),
        date=DAY,
    ).briefing
    check_evidence(briefing, [made])
    return briefing
