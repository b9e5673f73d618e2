"""The days of next steps: which of the times round an act is its own, in the tense of its clause. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.analysis_json import interval_text
from briefing.models import LIKELY
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def days_of(annotator: Annotator, text: str, words: str) -> str | None:
    """The days of the step that has these words; 2030-05-07 is a Tuesday."""
    steps = [s for s in analyse(annotator, text).next_steps if s.confidence >= LIKELY]
    told = {" ".join(text[s.start : s.end] for s in step.what): interval_text(step.value, step.grain) for step in steps}
    found = [days for what, days in told.items() if words in what]
    assert found, told
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("President Ivo Falk promised a referendum within six months.", "a referendum", "2030-05-07/2030-11-07"),
        ("The cabinet has until the close of business on Friday to sign the bill.", "sign the bill", "2030-05-07/2030-05-10"),
    ],
)
def test_a_day_is_resolved_by_the_tense_of_its_clause(annotator: Annotator, text: str, words: str, days: str) -> None:
    """A term that is promised is to come, and so is the day that something is put on."""
    assert days_of(annotator, text, words) == days


def test_what_something_is_targeted_for_lies_ahead(annotator: Annotator) -> None:
    """Whatever the verb, what is put "for" a month in the present is to come."""
    (time,) = analyse(annotator, "The launch is now targeted for early April, Norland's agency said.").times
    assert interval_text(time.value, time.grain) == "2031-04-01/2031-04-10"
