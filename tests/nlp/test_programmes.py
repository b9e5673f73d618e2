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
_DEADLINES = """Minutes of the Water Committee

Action points
• Ministry of Ports to circulate the figures. Deadline: 4 December.
• Ministry of Energy to submit the terms of reference by 1 December.
"""
_FORUM = """Harbour Forum

Monday, 7 December 2026

08:30 – 09:30 Registration and coffee
09:30 – 10:00 Opening remarks by Minister Quill
10:00 – 11:30 Signing of the memorandum on grain storage
11:30 – 12:30 Lunch
"""
_LETTER = """From: Marta Quill
To: Jon Hale
Cc: Sofie Brandt

Dear Jon,

Could you send me a new version of section 4 by 27 November? Sofie Brandt, please call the port and ask for the figures.

Please note that the office is closed. "Please come by 30 November," he wrote.

Marta
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


def test_the_deadline_behind_what_is_to_be_done_is_its_day(annotator: Annotator) -> None:
    """And no part of what is to be done; who is to do it is told."""
    found = {what: (day, who) for what, day, who in listed(annotator, _DEADLINES)}
    assert found["circulate the figures"] == ("2026-12-04", ("Ministry of Ports",))
    assert found["submit the terms of reference by 1 December"][1] == ("Ministry of Energy",)


def test_a_programme_without_a_day_of_its_own_is_ahead_by_its_year(annotator: Annotator) -> None:
    """Its items but not the pauses between them."""
    found = analyse(annotator, _FORUM, published=None, today=date(2026, 11, 24)).next_steps
    shown = {_FORUM[s.what[0].start : s.what[0].end] for s in found if s.confidence >= LIKELY}
    assert shown == {"Opening remarks by Minister Quill", "Signing of the memorandum on grain storage"}
    later = analyse(annotator, _FORUM, published=None, today=date(2026, 12, 24)).next_steps
    assert not [s for s in later if s.confidence >= LIKELY]


def test_what_a_letter_asks_of_its_reader_is_a_step(annotator: Annotator) -> None:
    """Of him whom it is to, or whom it calls by name; with neither a day nor a name, or in a quotation, it is none."""
    found = {what: (day, who) for what, day, who in listed(annotator, _LETTER)}
    assert found["send me a new version of section 4 by 27 November"] == ("2026-11-24", ("Jon Hale",))
    assert found["call the port and ask for the figures"] == (None, ("Sofie Brandt",))
    assert not [what for what in found if what.startswith(("note", "come"))]
