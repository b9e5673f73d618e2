"""What today's documents say was called off though no briefing knew that it was to be: "the fair, planned for Saturday, was called off".

A line of its own, closed as it is entered. Only what an article says in its own words of an event whose day is still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from briefing.compose.drafts import Draft, stable_id
from briefing.compose.events import are_of_one_event, are_of_two_trades, events_of
from briefing.compose.forecasts import is_forecast
from briefing.compose.ledger import Ledger, Line, shortened
from briefing.compose.novelty import StoryNews
from briefing.compose.outcomes import outcome_told, own_words, phrases
from briefing.compose.readings import Reading
from briefing.compose.step_signs import times_in
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet, step_days
from briefing.compose.terms import fold, overlap, stem
from briefing.models import BriefedStep, Change, Span, TemporalExpression

#: a day that is further off is hardly that of an event
_FAR = timedelta(days=400)
#: nor is a longer stretch
_LONGEST = 31
_SALIENCE = 0.3
#: words that tell an event from others, at least
_LEAST = 2
#: what is held, beside the kinds of events
_HELD = phrases(
    r"fairs?|carnivals?|ceremon(?:y|ies)|banquets?|dinners?|receptions?|part(?:y|ies)|exams?|examinations?|lectures?|celebrations?|"
    r"pilgrimages?|processions?|regattas?|marathons?|markets?|balls?|services?|mass|workshops?|openings?|derb(?:y|ies)|cups?|galas?|"
    r"exercises?|drills?|manoeuvres|maneuvers|census|blockades?"
)
#: what is cancelled and was no event: it is one of many, or an obligation
_NO_EVENT = phrases(
    r"flights?|trains?|buses|ferries|orders?|contracts?|debts?|loans?|licen[cs]es?|visas?|subscriptions?|bookings?|reservations?|tickets?"
)
_CALLED_OFF = re.compile(
    r"\b(?:(?:was|were|been|is|are|being) (?:\w+ly )?(?:called off|cancell?ed)|(?:called|calls) (?:[\w’'-]+ ){0,8}?off|"
    r"cancel(?:s|led|ed) (?=(?:the|its|his|her|their|an?|all|this|next|\w+day)\b)|"
    r"(?:will|would) (?:not|no longer) (?:now )?(?:take place|be held))"
)
#: what it says of a day: that something was to be on it
_WAS_TO_BE = re.compile(
    r"\b(?:planned|scheduled|set|due|expected|meant|booked|announced|called|to (?:be held|take place|begin|start|open|\w+))"
    r"(?: (?:for|on|to begin|to start|in|from|\w+ on))?(?: the)? $|(?:\bon|\bfor|\bof|['’]s|\bnext) $"
)
#: the day that stands behind what was called off is that of the calling off: "called off its strike on Tuesday"
_CALLED_ON = re.compile(r"\b(?:called off|cancell?ed) (?:[\w’'-]+ ){1,8}?on $")
#: nor is it the day on which somebody said so
_SAID_ON = re.compile(
    r"\b(?:said|says|told(?: [\w’'-]+){1,4}|announced|added|confirmed|reported|wrote|declared|explained|decided|agreed)"
    r"(?: (?:late|early))?(?: on)? $"
)
#: words of any calling off, which tell no event from another
_CALLING = step_terms("planned scheduled expected announced called off cancelled set due held take place")
#: of two texts that tell of one event, so much of the shorter one's words; of one day
_SAME, _SAME_DAY = 0.6, 0.4
#: what was called off, behind "called off" or before "was called off"
_ENDS = r"(?:[,.;]| (?:that|which|who|was|were|has|have|had|is|are|will|would|planned|scheduled|due|set|because)\b)"
_NAMED = (
    re.compile(rf"\b(?:called off|cancell?ed) (?P<what>(?:the|its|his|her|their|an?|all|this|next) .{{3,60}}?){_ENDS}"),
    re.compile(rf"^(?P<what>.{{3,70}}?){_ENDS}"),
)


def enter_cancellations(ledger: Ledger, news: StoryNews, *, is_change: bool) -> None:
    """Enter what a story of today says was called off and no line is of; ``is_change`` tells that there was a briefing before."""
    for reading in news.telling:
        for span, time in _called_off(reading):
            draft = _draft(reading, span, time)
            read = [t for t in ledger.near(news) if t.is_new and t.change is None and _is_told(t, draft) and t.item.value == time.value]
            for line in read:
                # "called off a strike planned for May 17", read as what is to be
                line.draft = replace(line.draft, item=replace(line.item, status="called off"))
                line.closed_on, line.change = ledger.today, _change(draft, ledger.today) if is_change else None
            terms = step_terms(draft.item.excerpt.text)
            if (
                len(terms) < _LEAST
                or draft.item.id in ledger.ids
                or any(_is_of(line, draft, terms, news.id, ledger.today) for line in ledger.near(news, terms))
            ):
                continue
            line = Line(draft=draft, story=news.id, terms=terms, last_seen=ledger.today, closed_on=ledger.today, is_new=True)
            line.change = _change(draft, ledger.today) if is_change else None
            ledger.add(line)


def _called_off(reading: Reading) -> Iterator[tuple[Span, TemporalExpression]]:
    """The sentences of an article that say of an event that it was called off, each with its day, which is still to come."""
    published = reading.document.published
    if published is None:
        return
    for span in reading.body:
        text = reading.slice(span)
        plain = own_words(text)
        told = _CALLED_OFF.search(plain)
        if told is None or outcome_told(text) != "called off" or is_forecast(text) or _NO_EVENT.search(plain):
            continue
        if events_of(plain) or _HELD.search(plain):
            days = [t for t in times_in(reading, _clause(text, span)) if _is_its_day(t, reading, span, published)]
            if len(days) == 1:
                yield span, days[0]


def _clause(text: str, sentence: Span) -> Span:
    """The part of a sentence, before or behind its colon, that says what is off: "pupils go to school on Thursday: the strike is off"."""
    head, colon, _ = text.partition(": ")
    if not colon:
        return sentence
    at = sentence.start + len(head)
    return Span(sentence.start, at) if _CALLED_OFF.search(own_words(head)) else Span(at, sentence.end)


def _is_its_day(time: TemporalExpression, reading: Reading, sentence: Span, published: date) -> bool:
    """Tell whether a time is a day to come, or today's, on which something was to be."""
    value = time.value
    if value is None or value.end < published or value.start - published > _FAR or (value.end - value.start).days > _LONGEST:
        return False
    before = fold(reading.slice(Span(sentence.start, time.span.start))).rstrip() + " "
    if _SAID_ON.search(before):
        return False
    is_meant = _WAS_TO_BE.search(before) is not None and _CALLED_ON.search(before) is None
    return is_meant if value.start <= published else True


def _draft(reading: Reading, span: Span, time: TemporalExpression) -> Draft[BriefedStep]:
    excerpt = reading.excerpt((span,))
    item = BriefedStep(
        id=stable_id("step", *sorted(step_terms(excerpt.text))),
        who=(),
        excerpt=excerpt,
        phrase=reading.slice(time.span),
        value=time.value,
        grain=time.grain,
        deadline=False,
        kind="scheduled",
        status="called off",
        citations=(),
        salience=_SALIENCE,
    )
    return Draft(item=item, evidence=(reading.evidence((span,)),))


def _is_of(line: Line, draft: Draft[BriefedStep], terms: frozenset[str], story: str, today: date) -> bool:
    """Tell whether a line of the ledger is what a sentence says was called off, or was closed or moved by that very sentence."""
    if _is_told(line, draft):
        return True
    shared = len(terms & line.terms)
    is_of_day = any(days_meet(d, draft.item.value) for d in step_days(line.item))
    if line.item.status == "called off" and is_of_day and line.story == story:
        is_told_again = line.closed_on is not None and line.closed_on < today and bool(terms & (line.terms - _CALLING))
        if _are_alike(line, draft) or (is_told_again and _may_be_one(line, draft)):
            return True  # "called off the visit that had been planned for Friday" told again
    if shared < _LEAST or not are_of_one_event(line.item.excerpt.text, draft.item.excerpt.text):
        return False
    return overlap(terms, line.terms) >= (_SAME_DAY if is_of_day else _SAME)


def _are_alike(line: Line, draft: Draft[BriefedStep]) -> bool:
    """Tell whether a line and a cancellation name one kind of event, and are not two trades'."""
    one, other = line.item.excerpt.text, draft.item.excerpt.text
    return bool(_occasions(one) & _occasions(other)) and not are_of_two_trades(one, other)


def _may_be_one(line: Line, draft: Draft[BriefedStep]) -> bool:
    """Tell whether a line and a cancellation can be of one event: neither of two kinds, nor a fair and a ball."""
    one, other = line.item.excerpt.text, draft.item.excerpt.text
    held, also = _held(one), _held(other)
    return are_of_one_event(one, other) and (not held or not also or bool(held & also)) and not are_of_two_trades(one, other)


def _held(text: str) -> frozenset[str]:
    return frozenset(stem(m.group()) for m in _HELD.finditer(fold(text)))


def _occasions(text: str) -> frozenset[int | str]:
    """The kinds of events that a text names, and what else is held."""
    return events_of(text) | _held(text)


def _is_told(line: Line, draft: Draft[BriefedStep]) -> bool:
    """Tell whether a line rests on the sentence of a cancellation, or was changed by it."""
    own = draft.evidence[0]
    told = (*line.draft.evidence, *(line.change.evidence if line.change is not None else ()))
    return any(e.document == own.document and e.span.meets(own.span) for e in told)


def _change(draft: Draft[BriefedStep], today: date) -> Draft[Change]:
    """The change as shown: there is no text of before."""
    text = draft.item.excerpt.text
    named = next((m for pattern in _NAMED if (m := pattern.search(text))), None)
    change = Change(
        kind="called off",
        subject=named["what"] if named is not None else shortened(text),
        before=None,
        before_date=None,
        after=draft.item.excerpt,
        after_date=today,
        citations=(),
    )
    return Draft(item=change, evidence=draft.evidence)
