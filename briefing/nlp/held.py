"""A position while the names of its actors are not yet final."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.models import PositionKind, Span
from briefing.nlp.entities import Entity


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A position while names are not yet final: the entities instead of their names."""

    actors: tuple[Entity, ...]
    via: tuple[Entity, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: PositionKind
    quoted: bool
    target: Entity | None
    confidence: float
