"""What is not said, though a verb of speech is there. People are invented."""

from __future__ import annotations

import pytest

from briefing.models import LIKELY
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The mayor of Selm is Ada Quill. Quill could offer a strong testimony about how a rival became an ally.", False),
        ("Ada Quill may accuse the council of wasting money on the quay.", False),
        ("The report is a chance for Ada Quill to blame the council for the flood.", False),
        ("Ada Quill accuses the council of wasting money on the quay.", True),
        ("“We may oppose the new quay,” Ada Quill said.", True),
    ],
)
def test_what_others_may_yet_say_is_held_by_nobody(annotator: Annotator, text: str, shown: bool) -> None:
    """ "Could offer" and "a chance for her to blame" leave it open whether anything is said."""
    assert any(p.actor == "Ada Quill" and p.confidence >= LIKELY for p in analyse(annotator, text).positions) is shown
