"""What is told of a story, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.models import Position
from tests.compose.documents import analysis, brief, document, person, position


@pytest.mark.parametrize(("between", "order"), [("", (0, 1, 2)), ("The lamps went out. ", (1, 2, 0))])
def test_what_stands_together_in_a_text_is_read_together(between: str, order: tuple[int, ...]) -> None:
    """In the order of the text, where the first of it would stand; what stands elsewhere keeps its weight's place."""
    told = ("The treaty binds Norland", "Our fleet will sail in May", "The pier is too old")
    text = f"“{told[0]},” Stone said. {between}“{told[1]},” Stone said.\n\nA storm passed over the harbour. “{told[2]},” Stone said."
    read = document(text)

    def held(content: str, salience: float) -> Position:
        found = position(text, "Stone", "said", content, salience=salience, kind="statement", quoted=True)
        return replace(found, source=(), cue=())

    positions = [held(c, s) for c, s in zip(told, (0.5, 0.9, 0.7), strict=True)]
    made = analysis(read, actors=[person(read, "Stone")], positions=positions)
    assert [p.excerpt.text for p in brief(read, made).positions] == [told[n] for n in order]
