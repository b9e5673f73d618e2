"""What today's documents say became of the steps that the ledger holds: done, called off, put off."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from briefing.compose.awaited import Awaited
from briefing.compose.drafts import Draft
from briefing.compose.ledger import Ledger, Line, step_change
from briefing.compose.novelty import StoryNews
from briefing.compose.sequels import Plot, Sequel, find_sequel
from briefing.compose.steps import days_meet


def read_outcomes(ledger: Ledger, news: StoryNews) -> None:
    """Close the steps of a story of which today's documents say that they were done or called off, and move those they put off."""
    plot = Plot(news)
    for line in ledger.near(news):
        if line.is_new or line.closed_on is not None or line.change is not None:
            continue
        told = find_sequel(Awaited(line.item, line.terms, line.story == news.id, line.voices), news, plot)
        if told is None:
            continue
        line.last_seen = ledger.today
        if told.outcome == "rescheduled":
            _put_off(ledger, news, line, told)
        elif told.outcome == "missed":
            _miss(line, told)
        elif told.outcome in ("done", "called off"):
            _close(ledger, line, told, told.outcome)


def _says(line: Line, told: Sequel) -> bool:
    """Tell whether a line of today is what a sentence says became of another one: it stands in it, with the same day or none."""
    value, excerpt = line.item.value, line.item.excerpt
    inside = excerpt.document == told.reading.document.id and all(told.span.start <= s.start < told.span.end for s in excerpt.spans)
    return inside and (value is None or (told.time is not None and days_meet(value, told.time.value)))


def _put_off(ledger: Ledger, news: StoryNews, line: Line, told: Sequel) -> None:
    old, time = line.draft, told.time
    became: Literal["rescheduled", "postponed"] = "rescheduled" if time is not None else "postponed"
    for twin in [t for t in ledger.near(news) if t.is_new and _says(t, told)]:
        # the same sentence, read as a step of its own
        ledger.withdraw(twin)
    evidence = told.reading.evidence((told.span,))
    item = replace(
        old.item,
        excerpt=told.reading.excerpt((told.span,)),
        phrase=told.reading.slice(time.span) if time is not None else None,
        value=time.value if time is not None else None,
        grain=time.grain if time is not None else "interval",
        previous=old.item.value,
        sequence=old.item.sequence + 1,
        status=became,
        novelty="developing",
    )
    line.change = step_change(became, old, item.excerpt, evidence, ledger.today)
    line.draft = Draft(item=item, evidence=(evidence, *old.evidence))


def _miss(line: Line, told: Sequel) -> None:
    """Note that a step was not done when it was to be: from then on it is owed, whoever announced it."""
    if line.was_overdue:
        return  # known, and no news
    evidence = told.reading.evidence((told.span,))
    item = replace(line.item, status="overdue", deadline=True, novelty="developing")
    line.missed = (told.reading.excerpt((told.span,)), evidence)
    line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*line.draft.evidence, evidence))))


def _close(ledger: Ledger, line: Line, told: Sequel, status: Literal["done", "called off"]) -> None:
    old, evidence = line.draft, told.reading.evidence((told.span,))
    item = replace(old.item, status=status, sequence=old.item.sequence + 1)
    line.change = step_change(status, old, told.reading.excerpt((told.span,)), evidence, ledger.today)
    line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*old.evidence, evidence))))
    line.closed_on = ledger.today
