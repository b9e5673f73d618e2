"""Signs in a document that a step was carried out, missed or given up: its day, its act, what shows the one without the other."""

from __future__ import annotations

import re
from collections.abc import Set

from briefing.compose.awaited import Awaited
from briefing.compose.forms import base_of
from briefing.compose.names import name_words
from briefing.compose.outcomes import given_up, is_not_done, is_too_late, outcome_told, phrases
from briefing.compose.readings import Reading
from briefing.compose.revocations import is_act_named
from briefing.compose.shown import answers, are_figures_out, is_answer_due, is_away, is_restored, is_shown_by
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet
from briefing.compose.terms import fold, stem, words_of
from briefing.models import BriefedStep, Span, TemporalExpression

#: what is said of a longer stretch than a night and its morning is not said of a step's day
DAY = 1
#: what was promised by a day is done so many days behind it at the most
OF_LATE = 14
#: a sentence with fewer of a step's words may go on about what the one before it names
NAMED = 2
#: how a sentence reminds of what was to be
_WAS_TO_BE = phrases(
    r"as (?:it |he |she |they )?(?:had )?(?:been )?(?:announced|promised|planned|scheduled|required|agreed|ordered)",
    r"had (?:announced|promised|pledged|vowed|been (?:announced|due|promised|required|ordered|planned|scheduled))",
    r"(?:the|its|their|his|her|a) (?:\w+ )?(?:deadline|promise|pledge)|on time|in time",
)
#: who is meant is named before
_BY_PRONOUN = re.compile(r"(?:[“\"])?(?:(?:But|And|On \w+|Instead),? )?(?:he|she)\b", re.IGNORECASE)
#: where a clause begins, kept with it: ", published on Tuesday", "that the board published on Tuesday"
_CLAUSE = re.compile(r"(?=, )|(?= that )|(?= which )")
#: what is not done, or not yet
_OPEN = re.compile(r"\b(?:not|never|no|will|would|shall|may|might|must|should|could|can|to|if|unless|until|before)\b|n't\b")
#: "shortly before midnight on Tuesday" is a moment of that day, and no deadline
_MOMENT = re.compile(r"(?:before|towards) (?:midnight|noon|midday|dawn|daybreak|dusk|sunrise|sunset|\d)", re.IGNORECASE)


def times_in(reading: Reading, span: Span) -> list[TemporalExpression]:
    return [t for t in reading.analysis.times if t.value is not None and span.start <= t.span.start < span.end]


def is_deadline(time: TemporalExpression, reading: Reading) -> bool:
    return time.deadline and _MOMENT.match(reading.text, time.span.start) is None


def is_its_day(time: TemporalExpression, step: BriefedStep, reading: Reading) -> bool:
    """Tell whether a time expression names the day of a step, and not again the deadline that it was given."""
    if is_deadline(time, reading) or step.value is None or time.value is None or not days_meet(time.value, step.value):
        return False
    spans = [time.value] if step.deadline else [time.value, step.value]
    if any((value.end - value.start).days > DAY for value in spans):
        return False
    return not step.deadline or (time.value is not None and time.value.end >= step.value.end)


def is_on_its_day(step: Awaited, reading: Reading, span: Span) -> bool:
    return any(is_its_day(t, step.item, reading) for t in times_in(reading, span))


def shows(item: BriefedStep, reading: Reading, span: Span, shared: int) -> bool:
    """Tell whether a sentence shows that a step was done without naming it: on its day, what such an event ends in.

    "Found her guilty on Wednesday" shows that the verdict was given. What is said in quotation is itself what was awaited, or nothing.
    """
    value, published = item.value, reading.document.published
    if value is None or published is None or published < value.start:
        return False
    text = reading.slice(span)
    if _answers(item, reading, span, text):
        return True
    if are_figures_out(item.excerpt.text, text):
        return shared > 0 and (published - value.end).days <= DAY
    if shared and is_restored(item.excerpt.text, text):
        return (published - value.end).days <= OF_LATE and not _is_of_before(item, reading, span)
    how = is_shown_by(item.excerpt.text, text)
    if how == "late":
        return item.deadline and published >= value.end and shared >= NAMED and not _is_of_before(item, reading, span)
    if how == "said":
        return item.deadline and published <= value.end
    if how == "just now":
        return (published - value.end).days <= DAY
    return how == "happened" and any(is_its_day(t, item, reading) for t in times_in(reading, span))


def _is_of_before(item: BriefedStep, reading: Reading, span: Span) -> bool:
    """Tell whether a sentence is dated to before a step was announced."""
    announced = item.first_reported
    return announced is not None and any(t.value is not None and t.value.end < announced for t in times_in(reading, span))


def _answers(item: BriefedStep, reading: Reading, span: Span, text: str) -> bool:
    """Tell whether who was to answer does: with an offer, a refusal, an acceptance, told after the answer was announced."""
    published, announced = reading.document.published, item.first_reported
    if published is None or announced is None or published <= announced or not is_answer_due(item.excerpt.text):
        return False
    if _is_of_before(item, reading, span):
        return False
    return any(answers(text, who) for who in item.who)


def goes_without_saying(step: Awaited, reading: Reading, span: Span, behind: Span | None, shared: int) -> bool:
    """Tell whether a sentence takes for granted that a step was done: its event on its day without a verb, and then what happened.

    "Prices at the auction on Friday: ...": what is itself announced is none.
    """
    value, published = step.item.value, reading.document.published
    if value is None or published is None or published < value.start or behind is None:
        return False
    if any(span.start <= w.start < span.end for s in reading.analysis.next_steps for w in s.what):
        return False
    on_time = any(is_its_day(t, step.item, reading) for t in times_in(reading, span))
    return on_time and shared == len(step.terms) and ":" in reading.slice(span) and outcome_told(reading.slice(behind)) == "done"


def gives_up(item: BriefedStep, text: str) -> bool:
    """Tell whether who was to do something gives up the very act: "Brakel gave up his appeal"."""
    act, plain = given_up(text), fold(text)
    named = not item.who or any(fold(name_words(w)[-1]) in plain for w in item.who if name_words(w))
    return act is not None and named and is_act_named(item.excerpt.text, act) and act in fold(item.excerpt.text)


def is_missed(step: Awaited, reading: Reading, span: Span, shared: Set[str]) -> bool:
    """Tell whether a sentence says that a step was not done in its time: it names that, or says that it was to be."""
    value, published = step.item.value, reading.document.published
    if value is None or published is None or published < value.end:
        return False
    on_time = any(t.value is not None and t.value.end == value.end for t in times_in(reading, span))
    text = reading.slice(span)
    in_time = on_time or step.item.status == "overdue" or is_too_late(text) or _WAS_TO_BE.search(fold(text)) is not None
    return in_time and is_not_done(text) and _is_named(step, text, shared)


def _is_in_time(time: TemporalExpression, step: BriefedStep, reading: Reading) -> bool:
    """Tell whether a time is a day gone by within the term that a step was given."""
    published, value = reading.document.published, step.value
    if not step.deadline or time.value is None or value is None or published is None or is_deadline(time, reading):
        return False
    is_day = time.value.start == time.value.end
    return is_day and (step.first_reported or value.start) <= time.value.start <= min(value.end, published)


def is_done_aside(step: Awaited, reading: Reading, span: Span) -> bool:
    """Tell whether a clause beside what a sentence says has the act of a step done on its day: "in its findings, published on Tuesday"."""
    text = reading.slice(span)
    if is_act_named(step.item.excerpt.text, ""):
        return False  # which has no act of its own
    own, start = step_terms(step.item.excerpt.text), span.start
    for clause in _CLAUSE.split(text):
        end = start + len(clause)
        times = [t for t in times_in(reading, span) if start <= t.span.start < end]
        on_its_day = any(is_its_day(t, step.item, reading) or _is_in_time(t, step.item, reading) for t in times)
        done = {base_of(stem(w)).removesuffix("e") for w in words_of(fold(clause)) if w.endswith("ed")}
        if on_its_day and done & own and _OPEN.search(fold(clause)) is None and is_act_named(step.item.excerpt.text, clause):
            return True
        start = end
    return False


def stays_away(step: Awaited, reading: Reading, span: Span) -> bool:
    """Tell whether a sentence says that who was to be somewhere on a day was not: "Adler failed to appear on Tuesday"."""
    value, published, text = step.item.value, reading.document.published, reading.slice(span)
    if value is None or published is None or published < value.start or not is_away(step.item.excerpt.text, text):
        return False
    times = times_in(reading, span)
    is_then = any(is_its_day(t, step.item, reading) for t in times) or (not times and published == value.end)
    named = any(fold(parts[-1]) in fold(text) for who in step.item.who if (parts := name_words(who)))
    return is_then and (named or _BY_PRONOUN.match(text) is not None)


def will_be_late(step: Awaited, reading: Reading, span: Span, shared: Set[str]) -> bool:
    """Tell whether a sentence says ahead of its day that a step will not be done by then."""
    value, published = step.item.value, reading.document.published
    if value is None or published is None or published >= value.end:
        return False
    text = reading.slice(span)
    return is_too_late(text) and _is_named(step, text, shared)


def _is_named(step: Awaited, text: str, shared: Set[str]) -> bool:
    is_enough = len(shared) >= NAMED and len(shared) >= 0.6 * len(step.terms)
    return is_enough and is_act_named(step.item.excerpt.text, text)
