"""What a sentence says is over or off by the name of the thing alone: "the timetable has been scrapped", "talks collapsed on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Set

from briefing.compose.awaited import Awaited
from briefing.compose.events import may_be_one_meeting, names_nobody
from briefing.compose.outcomes import own_words, phrases
from briefing.compose.readings import Reading
from briefing.compose.step_signs import DAY, is_its_day, times_in
from briefing.compose.step_words import step_terms
from briefing.models import Span

_OFF = r"(?:scrapped|cancell?ed|called off|abandoned|dropped|shelved|withdrawn|no longer planned)"
#: a thing, and that it is off
_THING_OFF = re.compile(
    rf"\b(?:the|its|their|his|her|this|that) (?P<what>(?:[\w'-]+ ){{1,6}}?)"
    rf"(?:(?:had|has|have) (?:now |already |since )?been|was|were|is|are) (?:now |already )?{_OFF}\b"
)
#: so many words name a thing
_LEAST = 2
#: what is told of talks that have been held, or begun
_TALKS_HELD = re.compile(
    r"(?:the |these |fresh |new |last-ditch |further )?(?:[\w'-]+ )?(?:talks|negotiations|discussions|meetings?)\b(?: [^.;]*?)?\b"
    r"(?:collapsed|ended|broke (?:down|up|off)|failed|foundered|finished|concluded|produced|yielded|brought|lasted|stalled|resumed|began)\b"
)
_NOT_YET = phrases(r"not|never|no|will|would|could|may|might|should|had|if|unless|last (?:week|month|year)")


def is_called_off_by_name(step: Awaited, reading: Reading, span: Span) -> bool:
    """Tell whether a sentence says that the thing which a step is about is off: all its words are the step's, whose day is not over."""
    value, published = step.item.value, reading.document.published
    if value is not None and published is not None and (published - value.end).days > DAY:
        return False
    return is_thing_off(reading.slice(span), step.terms)


def is_thing_off(text: str, plan: Set[str]) -> bool:
    """Tell whether a text says that a thing is off which has all its words in those of a plan."""
    named = (step_terms(m["what"]) for m in _THING_OFF.finditer(own_words(text)))
    return any(len(terms) >= _LEAST and terms <= plan for terms in named)


def are_talks_held(step: Awaited, reading: Reading, span: Span) -> bool:
    """Tell whether a sentence says of talks, on the day on which a story's own parties were to meet, how they went."""
    text, plan = reading.slice(span), step.item.excerpt.text
    told = _TALKS_HELD.match(own_words(text))
    if not step.is_own or told is None or _NOT_YET.search(told.group()):
        return False
    is_meeting = names_nobody(plan) and may_be_one_meeting(plan, "the talks")
    return is_meeting and any(is_its_day(t, step.item, reading) for t in times_in(reading, span))
