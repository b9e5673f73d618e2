"""What a body is bound or ready to do by its own word. Bodies are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse


def shown(annotator: Annotator, text: str) -> set[tuple[str | None, str, str]]:
    """Who holds what, of which kind."""
    found = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN and p.actor is not None]
    return {(p.actor, p.kind, " ".join(text[s.start : s.end] for s in p.content)) for p in found}


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (
            "The European Union remains committed to a diplomatic solution.",
            ("European Union", "commitment", "a diplomatic solution"),
        ),
        (
            "The Harbour Federation met on Friday. The Federation remains ready to return to the table at any time.",
            ("Harbour Federation", "offer", "to return to the table at any time"),
        ),
        (
            "Germany reserves the right to take further measures. The ministry stressed that such incidents are unacceptable.",
            ("Germany", "statement", "the right to take further measures"),
        ),
        (
            "The European Union does not recognise the so-called council of renewal.",
            ("European Union", "statement", "the so-called council of renewal"),
        ),
    ],
)
def test_what_a_body_stands_by_is_a_position(annotator: Annotator, text: str, position: tuple[str, str, str]) -> None:
    """It needs no verb of speech."""
    assert position in shown(annotator, text)


@pytest.mark.parametrize("text", ["The bridge is ready to open on Monday.", "If Norland remains committed to the pact, trade will grow."])
def test_what_is_only_ready_or_supposed_is_no_position(annotator: Annotator, text: str) -> None:
    """A bridge promises nothing."""
    assert not shown(annotator, text)
