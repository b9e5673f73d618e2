"""Which day of a sentence is that of an event that was planned for it, or of the telling: "planned for Saturday", "said on Wednesday"."""

from __future__ import annotations

import re

from briefing.compose.readings import Reading
from briefing.compose.terms import fold
from briefing.models import Span, TemporalExpression

_PLANNED = r"(?:planned|scheduled|due|set|expected|meant|supposed|slated|booked|timetabled|fixed|announced)"
_LEADS = r"(?: (?!(?:and|but|now|until|till|which|that|who)\b)[\w’'-]+){0,7} $"
#: that something was to be on the day behind these words, and is so no longer; "is now planned for" gives the new one
_WAS_TO_BE = re.compile(
    rf"(?:\b(?:was|were|had been) (?:(?:originally|initially|first|once|previously|already|at first) )?(?:to\b(?! have\b)|{_PLANNED}\b)"
    rf"|\b(?:originally|initially|previously|first) {_PLANNED}\b|, {_PLANNED}\b){_LEADS}"
)
#: a day on which somebody said so
_SAID_ON = re.compile(
    r"\b(?:said|says|told(?: [\w’'-]+){1,4}|announced|added|confirmed|reported|wrote|declared|explained)(?: (?:late|early))?(?: on)? $"
)


def was_to_be_on(time: TemporalExpression, reading: Reading, sentence: Span) -> bool:
    """Tell whether a time is the day on which something was to be: "the report, which was to appear on Friday, was put off"."""
    return _WAS_TO_BE.search(_before(time, reading, sentence)) is not None


def is_day_of_telling(time: TemporalExpression, reading: Reading, sentence: Span) -> bool:
    """Tell whether a time is the day on which somebody said what a sentence tells."""
    return _SAID_ON.search(_before(time, reading, sentence)) is not None


def _before(time: TemporalExpression, reading: Reading, sentence: Span) -> str:
    return fold(reading.text[sentence.start : time.span.start]).rstrip() + " "
