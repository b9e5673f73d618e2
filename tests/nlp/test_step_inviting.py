"""What an invitation asks somebody to. People, places and bodies are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.models import Annotation
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


def test_what_somebody_hardly_surely_says_they_will_do_is_theirs(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine in ten of what the model ties to a cue with 0.1 is held, and only what is denied or imagined is trusted less."""
    text = "Norland's President Ada Quill spoke on Monday. “As soon as the talks end, we will invite the partners to join in”, Quill added."
    whole = Annotator.annotate_with_embedding

    def unsure(self: Annotator, text: str) -> tuple[Annotation, tuple[float, ...]]:
        annotation, meaning = whole(self, text)
        return replace(annotation, attributions=tuple(replace(a, confidence=0.1) for a in annotation.attributions)), meaning

    monkeypatch.setattr(Annotator, "annotate_with_embedding", unsure)
    steps = [(s.who, s.kind, text[s.what[-1].start : s.what[-1].end]) for s in analyse(annotator, text).next_steps]
    assert steps == [(("Ada Quill",), "committed", "will invite the partners to join in")]
