"""An item of the briefing before the sources are numbered: the record without citations, and the evidence they will be made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.compose.readings import Evidence
from briefing.compose.terms import fold
from briefing.models import BottomLine, BriefedPosition, BriefedStep, Change, KeyActor

T = TypeVar("T", BottomLine, BriefedPosition, BriefedStep, Change, KeyActor)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft(Generic[T]):
    """``item.citations`` is empty until the sources are numbered. The first evidence is that of the words shown."""

    item: T
    evidence: tuple[Evidence, ...]
    #: whether its words speak of what neither they nor what stands beside them names
    leans: bool = False


def stable_id(*parts: str) -> str:
    """Give a short name that is the same from run to run for the same words, whatever their case and accents."""
    return hashlib.sha256("\x1f".join(fold(p) for p in parts).encode()).hexdigest()[:16]


def is_watched(watch: tuple[str, ...], *texts: str | None) -> bool:
    """Tell whether an entry of a watch-list stands in one of the texts as whole words."""
    padded = [f" {' '.join(fold(t).replace('’', ' ').replace(',', ' ').split())} " for t in texts if t]
    return any(f" {' '.join(fold(w).split())} " in p for w in watch for p in padded)
