"""Services that act as a body, called by what they do. Places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def speakers(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The prison service denied that guards had slept.", "slept", "prison service"),
        ("The coast guard said 14 people were rescued.", "rescued", "coast guard"),
        ("The National Park Service closed a trail. The prison service denied that guards had slept.", "slept", "prison service"),
        ("The coastguard said 14 people were rescued.", "rescued", "coastguard"),
        ("Emergency services said 12 people were hurt.", "hurt", "emergency services"),
        ("The fire brigade said the blaze was out.", "blaze", "fire brigade"),
        ("The Icelandic Coast Guard said the ship had sunk. The coast guard urged sailors to stay.", "to stay", "Icelandic Coast Guard"),
    ],
)
def test_a_service_is_a_body_by_what_it_does(annotator: Annotator, text: str, words: str, name: str) -> None:
    """The one that was named with the noun, where one was."""
    assert speakers(annotator, text, words) == {name}


def test_a_service_that_is_done_is_none(annotator: Annotator) -> None:
    """Nobody speaks by a funeral."""
    assert not analyse(annotator, "The funeral service lasted an hour, and the taxi service was poor.").actors
