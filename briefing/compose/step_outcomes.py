"""What today's documents say became of the steps that the ledger holds: done, called off, put off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from briefing.compose.awaited import Awaited
from briefing.compose.disagreements import Dispute
from briefing.compose.drafts import Draft
from briefing.compose.events import are_of_two_trades, events_of, is_strike, stands_still
from briefing.compose.forecasts import comes_about
from briefing.compose.ledger import Ledger, Line, step_change
from briefing.compose.novelty import StoryNews
from briefing.compose.sequels import Plot, Sequel, find_sequel
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet, step_days
from briefing.compose.terms import overlap
from briefing.models import Excerpt

#: so many words, and such a share of the shorter step's, that two steps of one kind of event have in common
_SURE, _SAME = 2, 0.7
#: and such a share of a step's words that a sentence still names it when it gives it another day
_NAMED = 0.5


def read_outcomes(ledger: Ledger, news: StoryNews) -> None:
    """Close the steps of a story of which today's documents say that they were done or called off, and move those they put off."""
    plot = Plot(news)
    for line in ledger.near(news):
        if line.is_new or line.closed_on is not None or line.change is not None:
            continue
        told = _sequel(line, news, plot)
        if told is None or (told.outcome != "done" and comes_about(line.item.excerpt.text)):
            continue  # nobody moves the weather
        line.last_seen = ledger.today
        if told.outcome == "rescheduled":
            _put_off(ledger, news, line, told)
        elif told.outcome == "missed":
            _miss(line, told)
        elif told.outcome in ("done", "called off"):
            _close(ledger, news, line, told, told.outcome)
    off = [t for t in ledger.near(news) if t.closed_on == ledger.today and t.item.status == "called off"]
    for line in off:
        _follow(ledger, news, line)
    _tell_once(off)


def _sequel(line: Line, news: StoryNews, plot: Plot) -> Sequel | None:
    """What became of a step on the first of its days of which today's documents tell."""
    days = [replace(line.item, value=d) for d in step_days(line.item)] or [line.item]
    found = (find_sequel(Awaited(item, line.terms, line.story == news.id, line.voices), news, plot) for item in days)
    return next((told for told in found if told is not None), None)


def _follow(ledger: Ledger, news: StoryNews, off: Line) -> None:
    """Let the lines of an event that was called off follow it: what is told of its day in other words ends, and a day to come that
    another document of today gives it is its new one, with both told."""
    for line in [t for t in ledger.near(news) if t is not off and t.closed_on is None and t.story == off.story]:
        is_effect = _is_effect(ledger, news, line, off)
        kinds = events_of(line.item.excerpt.text) & events_of(off.item.excerpt.text)
        is_of_others = line.item.who and off.item.who and not set(line.item.who) & set(off.item.who)
        if not is_effect and (not kinds or is_of_others or are_of_two_trades(line.item.excerpt.text, off.item.excerpt.text)):
            continue
        change = off.change
        if not line.is_new and line.change is None and days_meet(line.item.value, off.item.value) and change is not None:
            item = replace(line.item, status="called off", sequence=line.item.sequence + 1)
            line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*line.draft.evidence, *change.evidence[-1:]))))
            line.closed_on, line.is_dated_anew = ledger.today, True
        elif line.is_new and change is not None and _is_its_new_day(off, line) and change.item.after is not None:
            old, new = off.draft, line.draft
            ledger.withdraw(line)
            if change.item.after.document != new.item.excerpt.document:
                sides = ((change.item.after, change.evidence[-1]), (new.item.excerpt, new.evidence[0]))
                ledger.disputes[news.id].append(Dispute(about="whether it will be held", sides=sides))
            item = replace(old.item, status="rescheduled", previous=old.item.value, value=new.item.value, grain=new.item.grain)
            item = replace(item, excerpt=new.item.excerpt, told=new.item.told, phrase=new.item.phrase, other_days=(), novelty="developing")
            before = Draft(item=replace(old.item, excerpt=change.item.before or old.item.excerpt), evidence=old.evidence)
            off.change = step_change("rescheduled", before, new.item.excerpt, new.evidence[0], ledger.today)
            off.draft = Draft(item=replace(item, worded_on=ledger.today), evidence=tuple(dict.fromkeys((*new.evidence, *old.evidence))))
            off.closed_on = None
            return


def _tell_once(off: Sequence[Line]) -> None:
    """Of what was called off by one sentence, and is one event in two wordings, say so once: a strike speaks for what it would stop."""
    told: list[Line] = []
    for line in sorted(off, key=lambda t: not is_strike(t.item.excerpt.text)):
        if any(_is_one_called_off(line, other) for other in told):
            line.change, line.is_dated_anew = None, True
        elif line.change is not None:
            told.append(line)


def _is_one_called_off(line: Line, other: Line) -> bool:
    change, before = line.change, other.change
    if change is None or before is None or change.evidence[-1] != before.evidence[-1]:
        return False
    a, b = line.item.excerpt.text, other.item.excerpt.text
    is_one = bool(events_of(a) & events_of(b)) or (is_strike(b) and stands_still(a))
    return is_one and days_meet(line.item.value, other.item.value)


def _is_effect(ledger: Ledger, news: StoryNews, line: Line, off: Line) -> bool:
    """Tell whether a step is what a strike that was called off would have stopped on its day: no other one of the story is left on it."""
    if not is_strike(off.item.excerpt.text) or not stands_still(line.item.excerpt.text) or line.is_new:
        return False
    left = (t for t in ledger.near(news) if t.story == off.story and t.closed_on is None and is_strike(t.item.excerpt.text))
    return not any(days_meet(t.item.value, line.item.value) for t in left)


def _is_its_new_day(off: Line, line: Line) -> bool:
    """Tell whether a step of today is one that was called off today, on a later day."""
    old, new = off.item.value, line.item.value
    if old is None or new is None or new.start <= old.end:
        return False
    return len(off.terms & line.terms) >= _SURE and overlap(off.terms, line.terms) >= _SAME


def _says(line: Line, told: Sequel) -> bool:
    """Tell whether a line of today is what a sentence says became of another one: it stands in it, with the same day or none."""
    value, excerpt = line.item.value, line.item.excerpt
    return _stands_in(excerpt, told) and (value is None or (told.time is not None and days_meet(value, told.time.value)))


def _stands_in(excerpt: Excerpt, told: Sequel) -> bool:
    return excerpt.document == told.reading.document.id and all(told.span.start <= s.start < told.span.end for s in excerpt.spans)


def _put_off(ledger: Ledger, news: StoryNews, line: Line, told: Sequel) -> None:
    old, time = line.draft, told.time
    became: Literal["rescheduled", "postponed"] = "rescheduled" if time is not None else "postponed"
    # the same sentence, read as a step of its own
    twins = [t for t in ledger.near(news) if t.is_new and _says(t, told)]
    for twin in twins:
        ledger.withdraw(twin)
    evidence = told.reading.evidence((told.span,))
    item = replace(
        old.item,
        excerpt=_reworded(line, told, [t.item.excerpt for t in twins if t.item.value is not None]),
        phrase=told.reading.slice(time.span) if time is not None else None,
        value=time.value if time is not None else None,
        grain=time.grain if time is not None else "interval",
        previous=old.item.value,
        sequence=old.item.sequence + 1,
        other_days=(),
        worded_on=ledger.today,
        status=became,
        novelty="developing",
    )
    line.change = step_change(became, old, told.reading.excerpt((told.span,)), evidence, ledger.today)
    line.draft = Draft(item=item, evidence=(evidence, *old.evidence))


def _reworded(line: Line, told: Sequel, dated: Sequence[Excerpt]) -> Excerpt:
    """The words of a step that was moved: those in which its new day was read, or the last sentence, if that names it still; else all."""
    last = told.reading.excerpt(told.reading.sentences_at((told.span,))[-1:])
    for excerpt in (*dated, last) if told.time is not None else ():
        shared = line.terms & step_terms(excerpt.text)
        if len(shared) >= _SURE and len(shared) >= _NAMED * len(line.terms):
            return excerpt
    return told.reading.excerpt((told.span,))


def _miss(line: Line, told: Sequel) -> None:
    """Note that a step was not done when it was to be: from then on it is owed, whoever announced it."""
    if line.was_overdue:
        return  # known, and no news
    evidence = told.reading.evidence((told.span,))
    item = replace(line.item, status="overdue", deadline=True, novelty="developing")
    line.missed = (told.reading.excerpt((told.span,)), evidence)
    line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*line.draft.evidence, evidence))))


def _is_named(twin: Line, line: Line) -> bool:
    """Tell whether two steps are of one kind of event and of one day."""
    return days_meet(twin.item.value, line.item.value) and bool(events_of(twin.item.excerpt.text) & events_of(line.item.excerpt.text))


def _close(ledger: Ledger, news: StoryNews, line: Line, told: Sequel, status: Literal["done", "called off"]) -> None:
    old, evidence = line.draft, told.reading.evidence((told.span,))
    if status == "called off":
        # the same sentence, read as a step of its own
        for twin in [t for t in ledger.near(news) if t.is_new and _stands_in(t.item.excerpt, told) and _is_named(t, line)]:
            ledger.withdraw(twin)
    item = replace(old.item, status=status, sequence=old.item.sequence + 1)
    line.change = step_change(status, old, told.reading.excerpt((told.span,)), evidence, ledger.today)
    line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*old.evidence, evidence))))
    line.closed_on = ledger.today
