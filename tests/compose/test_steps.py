"""Which next steps a briefing shows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.compose import ComposeSettings, assemble_briefing
from briefing.models import LIKELY, CoverageEntry, Interval, NextStep
from tests.compose.documents import DAY, analysis, document, person, span

TEXT = "Ada Quill of the dockers said that the port would be closed on May 9. She asked the city to build a second quay."


def shown(
    text: str, what: str, when: str | None = "May 9", who: tuple[str, ...] = (), confidence: float = 1.0
) -> list[tuple[tuple[str, ...], str]]:
    """Who is to do what, of the steps that a briefing of one article shows."""
    made = document(text)
    step = NextStep(
        what=(span(text, what),),
        who=who,
        when=(span(text, when),) if when else (),
        value=Interval(start=DAY.replace(day=9), end=DAY.replace(day=9)) if when else None,
        grain="day" if when else "interval",
        deadline=False,
        kind="scheduled",
        salience=0.5,
        confidence=confidence,
    )
    briefing = assemble_briefing(
        [made],
        {made.id: analysis(made, actors=[person(made, "Ada Quill")], steps=[step])},
        [CoverageEntry(path=made.path, outcome="read")],
        settings=ComposeSettings(),
        now=datetime(2030, 5, 6, 12, tzinfo=UTC),
        date=DAY,
    ).briefing
    return [(s.who, s.excerpt.text) for s in briefing.next_steps]


@pytest.mark.parametrize(
    ("who", "when", "is_shown"),
    [((), "May 9", True), (("Ada Quill",), None, True), (("Ada Quill",), "May 9", True), ((), None, False)],
)
def test_a_step_has_a_day_or_a_doer(who: tuple[str, ...], when: str | None, is_shown: bool) -> None:
    """With neither it tells nobody what to do."""
    assert bool(shown(TEXT, "the port would be closed on May 9", when, who)) == is_shown


def test_a_clause_that_hangs_on_another_is_no_step_and_a_sentence_that_points_back_is() -> None:
    """ "Where the talks will go on" says nothing alone; "That inquiry begins on May 9" does."""
    text = "Ada Quill asked for an inquiry in Osmark, where the talks will go on until May 9. That inquiry begins on May 9."
    assert shown(text, "That inquiry begins on May 9") == [((), "That inquiry begins on May 9")]
    assert shown(text, "where the talks will go on until May 9") == []


def test_of_both_sides_one_is_not_named_alone() -> None:
    """Both or none: a meeting of both sides is not one side's."""
    text = "Ada Quill of the dockers spoke. Both sides will meet again on May 9."
    assert shown(text, "Both sides will meet again on May 9", who=("Ada Quill",)) == [((), "Both sides will meet again on May 9")]


def test_what_is_hardly_a_step_is_not_shown() -> None:
    """The analysis keeps it; a briefing shows what is at least as likely one as `LIKELY`."""
    assert shown(TEXT, "the port would be closed on May 9", confidence=LIKELY)
    assert shown(TEXT, "the port would be closed on May 9", confidence=LIKELY - 0.01) == []
