"""What lines list as still to come. People and places are invented."""

from __future__ import annotations

from datetime import date

from briefing.models import LIKELY
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse

_PROGRAMME = """Programme of the visit of the Minister of Trade, Ms. Petra Hollin, to Sarr

Tuesday, 1 December
09:00 Meeting with the Minister of Economy, Faisal Rahimi
11:00 – 12:30 Signing of the memorandum on grain storage

Wednesday, 2 December
10.00 a.m. Audience with the King

3 December: Departure for Lovania
"""
_MINUTES = """Minutes of the board of the Calder Valley Hospital

Present: Dr Aileen Marsh, Mr Tom Reddick

Actions
- Mr Reddick to circulate a savings plan by 4 December.
- Dr Aileen Marsh to write to the health authority.
- Winter plan to be discussed.
"""
_PAST = """Programme

Tuesday, 3 November
09:00 Meeting with the Minister of Economy
11:00 Signing of the memorandum
"""


def listed(annotator: Annotator, text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The steps that a briefing shows: what, when, who."""
    found = [s for s in analyse(annotator, text, published=date(2026, 11, 24)).next_steps if s.confidence >= LIKELY]
    return [(" ".join(text[p.start : p.end] for p in s.what), str(s.value.start) if s.value else None, s.who) for s in found]


def test_the_items_of_a_programme_are_scheduled(annotator: Annotator) -> None:
    """Each on the day that stands above it or before it."""
    found = {(what, day) for what, day, _ in listed(annotator, _PROGRAMME)}
    assert found >= {
        ("Meeting with the Minister of Economy, Faisal Rahimi", "2026-12-01"),
        ("Signing of the memorandum on grain storage", "2026-12-01"),
        ("Departure for Lovania", "2026-12-03"),
    }


def test_a_programme_of_days_gone_by_is_no_step(annotator: Annotator) -> None:
    """What was on is over."""
    assert not listed(annotator, _PAST)


def test_who_is_to_do_what_by_the_minutes_is_a_step(annotator: Annotator) -> None:
    """With its day, where it has one."""
    found = listed(annotator, _MINUTES)
    assert ("circulate a savings plan by 4 December", "2026-11-24", ("Tom Reddick",)) in found
    assert ("write to the health authority", None, ("Aileen Marsh",)) in found
