"""The words of a source as a reader sees them; people and places are invented."""

from __future__ import annotations

from briefing.compose.excerpts import excerpt_text
from briefing.models import Correction, Span


def test_what_nobody_sees_is_not_shown() -> None:
    """Soft hyphens and marks of direction, also beside a name set right."""
    text = "the har\u00adbour\u200b of\nSemla is open"
    assert excerpt_text(text, [Span(0, len(text))]) == "the harbour of Semla is open"
    place = Span(text.index("Semla"), text.index(" is"))
    assert excerpt_text(text, [Span(0, len(text))], [Correction(span=place, replacement="Selm")]) == "the harbour of [Selm] is open"
