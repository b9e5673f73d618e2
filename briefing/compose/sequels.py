"""What today's documents say became of a step that is remembered: the sentence that tells it, and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.compose.awaited import Awaited
from briefing.compose.ended import are_talks_held, is_called_off_by_name
from briefing.compose.events import events_moved, events_of, may_be_moved
from briefing.compose.forecasts import is_forecast, is_headed_forecast
from briefing.compose.new_days import gives_term, goes_on, new_days
from briefing.compose.novelty import StoryNews
from briefing.compose.outcomes import (
    Outcome,
    given_up,
    is_now_due,
    is_put_off,
    is_sooner,
    is_still_to_be,
    is_too_late,
    outcome_told,
)
from briefing.compose.polarity import denials
from briefing.compose.readings import Reading
from briefing.compose.revocations import Statement, is_act_named, is_act_told, revocation
from briefing.compose.step_signs import (
    DAY,
    NAMED,
    gives_up,
    goes_without_saying,
    is_deadline,
    is_done_aside,
    is_its_day,
    is_missed,
    is_on_its_day,
    shows,
    stays_away,
    times_in,
    will_be_late,
)
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet
from briefing.compose.terms import fold
from briefing.compose.told_days import is_day_of_telling
from briefing.models import BriefedStep, Span, TemporalExpression

#: a word that so many sentences of a day's story have tells no step from another
_OFTEN = 6
#: so much of a sentence names a step that has no day any more
_MOST = 0.75


class Sequel(NamedTuple):
    """A sentence that says what became of a step, and the time expression in it that gives another date."""

    weight: float
    outcome: Outcome
    reading: Reading
    span: Span
    time: TemporalExpression | None
    #: it shares more than one word with the step, or names the step's day
    is_telling: bool


class _Line(NamedTuple):
    """A sentence of a document with the one behind it and with its telling terms."""

    said: Statement
    behind: Span | None


class Plot:
    """The sentences that the documents of a story of today consist of."""

    def __init__(self, news: StoryNews) -> None:
        self._sentences = {r.document.id: _lines(r) for r in news.readings}
        spread = Counter(t for lines in self._sentences.values() for line in lines for t in line.said.terms)
        #: the terms that many of them have, which tell none of the story's steps from another
        self.usual = frozenset(t for t, n in spread.items() if n > _OFTEN)

    def naming(self, step: Awaited, reading: Reading) -> Iterator[tuple[_Line, frozenset[str]]]:
        """The sentences of a document that share a term with a step, each with those terms; of a step of the story itself all."""
        for line in self._sentences[reading.document.id]:
            shared = step.terms & line.said.terms
            if shared or step.is_own:
                yield line, shared


def _lines(reading: Reading) -> list[_Line]:
    lines: list[_Line] = []
    spans = reading.body
    before: frozenset[str] = frozenset()
    for span, behind in zip(spans, [*spans[1:], None], strict=False):
        terms = step_terms(reading.slice(span))
        lines.append(_Line(Statement(span, terms, before, denials(reading.text[span.start : span.end])), behind))
        before = terms
    return lines


def find_sequel(step: Awaited, news: StoryNews, plot: Plot) -> Sequel | None:
    """The sentence that says most surely what became of a step; one word in common moves no step of another story."""
    found = [
        told
        for reading in news.readings
        for told in (*_told(step, reading, plot), *_told_by_title(step, reading))
        if (step.is_own or told.is_telling) and not _is_retold(step, news, told)
    ]
    return max(
        found,
        key=lambda t: (t.outcome != "missed", t.outcome != "done", t.time is not None, t.weight, -t.span.start, t.reading.document.id),
        default=None,
    )


def _is_retold(step: Awaited, news: StoryNews, told: Sequel) -> bool:
    """Tell whether the words were told before; a reprint moves nothing, though it gives a figure or a name differently."""
    document = told.reading.document.id
    if told.outcome == "done" and is_on_its_day(step, told.reading, told.span):
        # the words of an announcement, now that its day has come
        return False
    if told.outcome in ("done", "missed") and _is_of_today(told) and not (told.outcome == "missed" and document in news.reprints):
        return False
    text = told.reading.slice(told.span)
    if told.outcome == "rescheduled" and (is_now_due(text) or is_too_late(text)):
        return False  # in the words of the announcement, but for the day
    is_moved_again = told.outcome == "rescheduled" and document in news.reprints and not is_put_off(text)
    return (document, told.span) in news.retold or is_moved_again


def _is_of_today(told: Sequel) -> bool:
    """Tell whether a sentence is dated to the day of its document: what was told before cannot be meant."""
    published = told.reading.document.published
    return any(t.value is not None and t.value.start == t.value.end == published for t in times_in(told.reading, told.span))


def _told(step: Awaited, reading: Reading, plot: Plot) -> Iterator[Sequel]:
    """The sentences of a document that name a step and say what became of it, each with how sure that is."""
    for line, shared in plot.naming(step, reading):
        span, behind = line.said.span, line.behind
        text = reading.slice(span)
        named = any(fold(w) in fold(text) for w in step.item.who)
        if is_forecast(text) and not (named and is_now_due(text)):
            continue  # who is to do a thing does not only think when
        if step.is_own and gives_up(step.item, text):
            yield Sequel(1.0, "called off", reading, span, None, is_telling=True)
            continue
        if step.is_own and (shows(step.item, reading, span, len(shared)) or are_talks_held(step, reading, span)):
            yield Sequel(1.0, "done", reading, span, None, is_telling=True)
            continue
        if step.is_own and stays_away(step, reading, span):
            yield Sequel(1.0, "missed", reading, span, None, is_telling=True)
            continue
        revoked = revocation(step, reading, line.said) if line.said.denials else None
        if revoked is not None and not _is_moved(step, reading, behind, is_titled=revoked[0] == "called off"):
            yield Sequel(1.0, revoked[0], reading, span, revoked[1], is_telling=len(shared) > 1)
            continue
        if len(shared) < NAMED and _goes_on_about(step, text):
            # "The bridge is still standing. The blast was put off": what the sentence before names
            shared |= step.terms & line.said.before
        if not shared or (shared <= plot.usual and len(shared) < len(step.terms)):
            continue
        weight = len(shared) / len(step.terms) + (0.1 if named else 0.0)
        outcome = outcome_told(text)
        if outcome == "called off" and given_up(text) is not None:
            continue  # of another act
        if outcome != "done" and _stands(step.item, reading, span):
            continue
        if outcome in ("done", "called off", "refused"):
            times = times_in(reading, span)
            weight += 0.25 if any(is_its_day(t, step.item, reading) for t in times) else 0.0
            if outcome != "done" and not may_be_moved(step.item.excerpt.text, text):
                continue
            is_its_act = is_act_told(step.item.excerpt.text, text)
            if outcome == "done" and is_its_act and _is_put_off_and_named(step, shared, line.said.terms):
                yield Sequel(weight, "done", reading, span, None, is_telling=True)
            elif (outcome == "called off" and is_called_off_by_name(step, reading, span)) or _is_sure(
                step, reading, times, outcome, len(shared), weight, is_its_act=is_its_act, is_early=is_sooner(text)
            ):
                yield Sequel(weight, "done" if outcome == "done" else "called off", reading, span, None, is_telling=True)
        elif outcome in (None, "missed") and len(shared) >= NAMED and is_done_aside(step, reading, span):
            yield Sequel(weight, "done", reading, span, None, is_telling=True)
        elif outcome == "missed" and is_missed(step, reading, span, shared):
            yield Sequel(weight, "missed", reading, span, None, is_telling=True)
        elif outcome == "missed" and will_be_late(step, reading, span, shared):
            yield Sequel(weight, "rescheduled", reading, span, None, is_telling=True)
        elif outcome is None and goes_without_saying(step, reading, span, behind, len(shared)):
            yield Sequel(weight, "done", reading, span, None, is_telling=True)
        if outcome not in ("done", "called off") or behind is not None:
            yield from _put_offs(step, reading, span, behind, len(shared), weight)


def _is_put_off_and_named(step: Awaited, shared: frozenset[str], said: frozenset[str]) -> bool:
    """Tell whether a step that has no day any more is named by a sentence: by most words of the shorter of the two."""
    is_put_off = step.item.value is None and step.item.previous is not None
    return is_put_off and len(shared) > NAMED and len(shared) >= _MOST * min(len(step.terms), len(said))


def _goes_on_about(step: Awaited, text: str) -> bool:
    """Tell whether a sentence puts off or calls off an event of the step's kind, without saying of what."""
    return outcome_told(text) in ("rescheduled", "called off") and bool(events_of(step.item.excerpt.text) & events_moved(text))


def _stands(item: BriefedStep, reading: Reading, span: Span) -> bool:
    """Tell whether a sentence names the day of a step as the day that it will be on, as it did before."""
    value = item.value
    return value is not None and any(
        t.value == value and is_still_to_be(reading.text[span.start : t.span.start]) for t in times_in(reading, span)
    )


def _is_moved(step: Awaited, reading: Reading, behind: Span | None, *, is_titled: bool) -> bool:
    """Tell whether the title, or the sentence behind another, moves what that denies: "Not in April. It is postponed to October".

    The title tells nothing more (``is_titled``) of what is itself denied for now alone: "will not reopen before May".
    """
    if is_titled and outcome_told(reading.document.title or "") == "rescheduled":
        return True
    return behind is not None and goes_on(step, reading.slice(behind))


def _told_by_title(step: Awaited, reading: Reading) -> Iterator[Sequel]:
    """What a headline that names a step says of it, shown by the sentence of its day: "Brother refuses to testify"."""
    title = reading.document.title or ""
    if len(step.terms & step_terms(title)) < max(2, 0.75 * len(step.terms)) or outcome_told(title) not in ("called off", "refused"):
        return
    if is_headed_forecast(title):
        return
    on_time = [s for s in reading.body if any(is_its_day(t, step.item, reading) for t in times_in(reading, s))]
    on_time = [s for s in on_time if not is_forecast(reading.slice(s))]
    if on_time:
        yield Sequel(1.0, "called off", reading, on_time[0], None, is_telling=True)


def _put_offs(step: Awaited, reading: Reading, span: Span, behind: Span | None, shared: int, weight: float) -> Iterator[Sequel]:
    """The new date that a sentence which names a step gives it, or the sentence behind it, which goes on about it."""
    value = step.item.value
    if value is None:
        return
    text = reading.slice(span)
    on_time = any(days_meet(t.value, value) for t in times_in(reading, span) if not is_day_of_telling(t, reading, span))
    is_late = outcome_told(text) == "missed" and is_too_late(text)
    if outcome_told(text) == "rescheduled":
        if not may_be_moved(step.item.excerpt.text, text) or (is_now_due(text) and not is_act_named(step.item.excerpt.text, text)):
            return
        place = behind if behind is not None and not new_days(reading, span, value) and gives_term(reading.slice(behind)) else span
    elif behind is not None and (on_time or is_late) and goes_on(step, reading.slice(behind)):
        place = behind
    elif is_late:
        place = span
    else:
        return
    around = Span(span.start, place.end)
    times = new_days(reading, place, value)
    if times is None or (not times and not is_put_off(reading.slice(place))):
        return
    sure = weight + (0.25 if on_time else 0.0) + (0.3 if times else -0.1)
    if sure >= 0.6 and (shared >= 2 or on_time or (times and weight >= 0.5)):
        yield Sequel(sure, "rescheduled", reading, around, times[-1] if times else None, on_time or shared > 1)


def _is_sure(
    step: Awaited,
    reading: Reading,
    times: Sequence[TemporalExpression],
    outcome: Outcome,
    shared: int,
    weight: float,
    *,
    is_its_act: bool,
    is_early: bool,
) -> bool:
    """Tell whether a sentence in the past tense is about this very step: by its day, or by its act and most of its words."""
    value, published = step.item.value, reading.document.published
    if value is None:
        return False
    on_time = any(is_its_day(t, step.item, reading) for t in times)
    # "closed on Monday and will stay closed until 2028"
    if any(is_deadline(t, reading) for t in times) and not (outcome == "done" and on_time and is_its_act):
        return False
    share = shared / len(step.terms)
    if outcome == "refused":
        return on_time and share >= 0.75
    if outcome == "called off":
        if published is not None and not step.item.deadline and (published - value.end).days > DAY:
            return False  # what has had its day is not called off
        return (weight >= 0.6 and shared >= 2) or (on_time and (shared >= 2 or step.is_own))
    if published is None:
        return False
    if published < value.start:
        return is_early and is_its_act and weight >= 0.75 and shared >= NAMED
    today = published == value.end and not times
    # of what is known to be late a word on its day is not enough
    on_time = on_time and (is_its_act or step.item.status != "overdue")
    return (on_time and share >= 0.2) or (is_its_act and ((today and shared >= 3) or (weight >= 0.75 and shared >= 2)))
