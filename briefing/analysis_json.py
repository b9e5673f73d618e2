"""The JSON shape of one document's analysis, as ``briefing analyze`` prints it.

More keys may come; none of these is renamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, TypeVar

from briefing.models import Actor, Analysis, Document, Grain, Interval, Mention, NextStep, Position, Span, TemporalExpression

Json = dict[str, Any]
Item = TypeVar("Item", Actor, Position, NextStep)


def analysis_object(document: Document, analysis: Analysis) -> Json:
    """Build the object of one document; offsets count positions in ``document.text``."""
    return {
        "document": PurePath(document.path).stem,
        "path": document.path,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "actors": [_actor(actor) for actor in by_salience(analysis.actors)],
        "positions": [_position(position) for position in by_salience(analysis.positions)],
        "next_steps": [_step(step) for step in by_salience(analysis.next_steps)],
        "summary": _spans(analysis.summary),
        "mentions": [_mention(mention) for mention in analysis.mentions],
        "times": [_time(time) for time in analysis.times],
        "model_version": analysis.model_version,
    }


def interval_text(value: Interval | None, grain: Grain) -> str | None:
    """Print an interval as coarsely as its source says it: a day, a month, a year, or two days joined by a slash."""
    if value is None:
        return None
    if grain == "year":
        return f"{value.start.year:04}"
    if grain == "month":
        return f"{value.start.year:04}-{value.start.month:02}"
    if value.start == value.end:
        return value.start.isoformat()
    return f"{value.start.isoformat()}/{value.end.isoformat()}"


def by_salience(items: Iterable[Item]) -> list[Item]:
    """Put the most salient first, keeping the order of equals."""
    return sorted(items, key=lambda item: -item.salience)


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _actor(actor: Actor) -> Json:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "affiliation": actor.affiliation,
        "aliases": list(actor.aliases),
        "salience": round(actor.salience, 4),
        "mentions": _spans(actor.mentions),
    }


def _position(position: Position) -> Json:
    return {
        "actor": position.actor,
        "via": position.via,
        "source": _spans(position.source),
        "cue": _spans(position.cue),
        "content": _spans(position.content),
        "kind": position.kind,
        "quoted": position.quoted,
        "target": position.target,
        "salience": round(position.salience, 4),
        "confidence": round(position.confidence, 4),
    }


def _step(step: NextStep) -> Json:
    return {
        "what": _spans(step.what),
        "who": list(step.who),
        "when": _spans(step.when),
        "date": interval_text(step.value, step.grain),
        "deadline": step.deadline,
        "kind": step.kind,
        "salience": round(step.salience, 4),
        "confidence": round(step.confidence, 4),
    }


def _mention(mention: Mention) -> Json:
    return {"span": list(mention.span), "kind": mention.kind}


def _time(time: TemporalExpression) -> Json:
    return {"span": list(time.span), "date": interval_text(time.value, time.grain), "deadline": time.deadline}
