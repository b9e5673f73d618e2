"""What an invitation asks somebody to. People, places and bodies are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("sentence", "who", "kind", "what"),
    [
        (
            "Oren Fallow met President Mara Quill on Sunday. He also handed the President of Norland an invitation to visit Selmia.",
            "President of Norland",
            "requested",
            "visit Selmia",
        ),
        (
            "Prime Minister Mara Quill has accepted an invitation to attend the summit in Selm next month, her office said.",
            "Mara Quill",
            "committed",
            "attend the summit in Selm next month",
        ),
        ("King Oren sent an invitation to President Mara Quill to attend the summit.", "Mara Quill", "requested", "attend the summit"),
        (
            "The minister extended an invitation to his Norland counterpart Oren Fallow to visit Selm.",
            "Oren Fallow",
            "requested",
            "visit Selm",
        ),
    ],
)
def test_whom_an_invitation_is_handed_is_asked(annotator: Annotator, sentence: str, who: str, kind: str, what: str) -> None:
    """Who accepts it will do it."""
    steps = [(s.who, s.kind, sentence[s.what[-1].start : s.what[-1].end]) for s in analyse(annotator, sentence).next_steps]
    assert steps == [((who,), kind, what)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill had received an invitation to speak but she stayed at home.",
        "Ada Quill declined an invitation to visit Selm.",
        "Norland would extend an invitation to Ada Quill to visit Selm if it could.",
    ],
)
def test_an_invitation_that_is_over_or_not_given_asks_nothing(annotator: Annotator, sentence: str) -> None:
    """Declined, long received or only thought of."""
    assert not [s for s in analyse(annotator, sentence).next_steps if s.confidence >= 0.25]
