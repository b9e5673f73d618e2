"""Today's steps in the ledger: each is a new line, the repetition of a known one, or its new date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing.compose.clashes import are_of_two
from briefing.compose.disagreements import Dispute
from briefing.compose.drafts import Draft, stable_id
from briefing.compose.events import are_of_one_event, is_of_series
from briefing.compose.ledger import Ledger, Line, step_change
from briefing.compose.novelty import StoryNews
from briefing.compose.outcomes import outcome_told, phrases
from briefing.compose.readings import Evidence, Reading
from briefing.compose.sequels import step_terms
from briefing.compose.steps import days_meet
from briefing.compose.terms import fold, overlap
from briefing.models import BriefedStep, Interval

#: the share of the shorter step's words that two wordings of one step have in common; less where the date is the same too
_SAME, _SAME_DATE = 0.7, 0.5
#: and so many of them, to say that two sources give one event two days
_SURE = 2
#: "next Tuesday" is a day, "the next auction" one of several
_NEXT = phrases(r"(?:next|another|further) (?!(?:week|month|year|spring|summer|autumn|winter|\w+day)\b)\w+")


def enter_steps(ledger: Ledger, news: StoryNews, drafts: Sequence[Draft[BriefedStep]]) -> None:
    """Enter today's steps of one story: each is a new line, the repetition of a known one, or its new date."""
    taken: set[int] = set()
    story, readings = news.id, {r.document.id: r for r in news.readings}
    for draft in drafts:
        terms = step_terms(draft.item.excerpt.text)
        line = _twin(ledger, draft, terms, news, taken) if terms else None
        if line is None:
            _enter(ledger, draft, terms, story)
            continue
        taken.add(id(line))
        line.last_seen = ledger.today
        old, new = line.item, draft.item
        reading = readings[new.excerpt.document]
        if line.closed_on is not None or new.value is None or days_meet(old.value, new.value):
            continue
        # a reprint moves nothing
        is_move = reading.document.id not in news.reprints and _tells_of_a_move(reading, draft.evidence[0])
        if old.value is None:
            line.draft = Draft(item=_moved(ledger, old, new, previous=None), evidence=(*draft.evidence, *line.draft.evidence))
        elif line.is_new and is_move:
            line.draft = replace(draft, item=replace(new, id=old.id))
        elif is_move:
            _move(ledger, line, draft)
        elif not (line.is_new and line.story == story and _tells_of_a_move(readings[old.excerpt.document], line.draft.evidence[0])):
            # nobody says that it was moved: the two days stand side by side
            if not line.is_new and _is_one_event(old, new, terms, line.terms, ledger.today):
                sides = ((old.excerpt, line.draft.evidence[0]), (new.excerpt, draft.evidence[0]))
                ledger.disputes[story].append(Dispute(about="the date", sides=sides))
            _enter(ledger, draft, terms, story)


def _enter(ledger: Ledger, draft: Draft[BriefedStep], terms: frozenset[str], story: str) -> None:
    item = draft.item
    if item.id in ledger.ids:
        item = replace(item, id=stable_id("step", item.excerpt.text, str(item.value)))
    if item.id not in ledger.ids:
        ledger.add(Line(draft=replace(draft, item=item), story=story, terms=terms, last_seen=ledger.today, is_new=True))


def _twin(ledger: Ledger, draft: Draft[BriefedStep], terms: frozenset[str], news: StoryNews, taken: set[int]) -> Line | None:
    """The known line that a step of today says again, perhaps with another date."""
    best: tuple[float, Line] | None = None
    for line in ledger.near(news, terms):
        if id(line) in taken or _is_next_time(ledger, line.item, draft.item):
            continue
        if not are_of_one_event(line.item.excerpt.text, draft.item.excerpt.text):
            continue
        share, shared = overlap(terms, line.terms), len(terms & line.terms)
        same_date = line.item.value is not None and draft.item.value is not None and days_meet(line.item.value, draft.item.value)
        # what is said in another story is the same step only by its date and more than one word
        if line.story != news.id and not (shared >= 2 and (same_date or line.story in news.kin)):
            continue
        if shared >= min(2, len(terms), len(line.terms)) and share >= (_SAME_DATE if same_date else _SAME):
            score = share + (0.3 if same_date else 0.0)
            if best is None or score > best[0]:
                best = (score, line)
    return best[1] if best is not None else None


def _is_one_event(old: BriefedStep, new: BriefedStep, terms: frozenset[str], known: frozenset[str], today: date) -> bool:
    """Tell whether two steps of differing days are surely one event, and none of a series: a council meets every week."""
    if old.value is None or new.value is None or old.deadline != new.deadline or is_of_series(old.excerpt.text, new.excerpt.text):
        return False
    if old.value.end < today:
        return False  # its day is behind, and nobody doubts it
    return len(terms & known) >= _SURE and not are_of_two(old.excerpt.text, new.excerpt.text)


def _is_next_time(ledger: Ledger, old: BriefedStep, new: BriefedStep) -> bool:
    """Tell whether a step is the one of a series behind another whose day has come: "the next auction is on Tuesday"."""
    if old.value is None or new.value is None or not old.value.end <= ledger.today < new.value.start:
        return False
    return _NEXT.search(fold(new.excerpt.text)) is not None


def _move(ledger: Ledger, line: Line, draft: Draft[BriefedStep]) -> None:
    """Give a step its new date, with both texts."""
    old = line.draft
    item = _moved(ledger, old.item, draft.item, previous=old.item.value)
    line.change = step_change("rescheduled", old, draft.item.excerpt, draft.evidence[0], ledger.today)
    line.draft = Draft(item=replace(item, status="rescheduled"), evidence=tuple(dict.fromkeys((*draft.evidence, *old.evidence))))


def _moved(ledger: Ledger, old: BriefedStep, new: BriefedStep, *, previous: Interval | None) -> BriefedStep:
    item = replace(
        new,
        id=old.id,
        who=new.who or old.who,
        novelty="developing",
        first_reported=old.first_reported,
        previous=previous,
        sequence=old.sequence + 1,
    )
    return replace(item, status=ledger.status(item))


def _tells_of_a_move(reading: Reading, evidence: Evidence) -> bool:
    """Tell whether the sentence, its neighbour before it or the title says that something was put off or brought forward."""
    before = [s for s in reading.sentences if s.end <= evidence.span.start][-1:]
    texts = [reading.slice(evidence.span), *(reading.slice(s) for s in before), reading.document.title or ""]
    return any(outcome_told(t) == "rescheduled" for t in texts)
