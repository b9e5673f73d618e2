"""A step that was announced, as today's documents are searched for what became of it."""

from __future__ import annotations

from typing import NamedTuple

from briefing.models import BriefedStep


class Awaited(NamedTuple):
    """``terms`` tell the step from others; ``is_own`` says that the story of today is the one that it was found in."""

    item: BriefedStep
    terms: frozenset[str]
    is_own: bool
    #: the actors who announced it; none where an article did
    voices: frozenset[str] = frozenset()
