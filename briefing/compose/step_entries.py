"""Today's steps in the ledger: each is a new line, the repetition of a known one, or its new date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.compose.disagreements import Dispute
from briefing.compose.drafts import Draft, stable_id
from briefing.compose.events import are_of_one_event
from briefing.compose.gist import refers, standing
from briefing.compose.ledger import Ledger, Line, step_change
from briefing.compose.novelty import StoryNews
from briefing.compose.occasions import are_one_occasion, is_back_on, is_moved_from, says_which_stands
from briefing.compose.outcomes import outcome_told, phrases
from briefing.compose.readings import Evidence, Reading
from briefing.compose.step_words import step_terms
from briefing.compose.steps import days_meet, is_same_meeting, step_days
from briefing.compose.terms import fold, overlap
from briefing.models import BriefedStep, Interval

#: the share of the shorter step's words that two wordings of one step have in common; less where the date is the same too
_SAME, _SAME_DATE = 0.7, 0.5
#: "next Tuesday" is a day, "the next auction" one of several
_NEXT = phrases(r"(?:next|another|further) (?!(?:week|month|year|spring|summer|autumn|winter|\w+day)\b)\w+")


def enter_steps(ledger: Ledger, news: StoryNews, drafts: Sequence[Draft[BriefedStep]]) -> list[Draft[BriefedStep]]:
    """Enter today's steps of one story: each is a new line, the repetition of a known one, or its new date.

    Gives those that only say again, with its day, what was known before today.
    """
    again: list[Draft[BriefedStep]] = []
    taken: set[int] = set()
    readings = {r.document.id: r for r in news.readings}
    for draft in drafts:
        terms = step_terms(draft.item.excerpt.text)
        reading = readings[draft.item.excerpt.document]
        line = _twin(ledger, draft, terms, news, taken, reading) if terms else None
        if line is None:
            _enter(ledger, draft, terms, news.id)
            continue
        line.last_seen = ledger.today
        if line.closed_on is not None:
            taken.add(id(line))
            _take_up(ledger, news, line, draft, reading)
        elif _is_said_again(ledger, line, draft, reading):
            taken.add(id(line))
            if not line.is_new and not line.is_dated_anew and draft.item.value is not None:
                again.append(draft)
        elif not _redate(ledger, news, line, draft, readings):
            _enter(ledger, draft, terms, news.id)
    return again


def _is_said_again(ledger: Ledger, line: Line, draft: Draft[BriefedStep], reading: Reading) -> bool:
    """Tell whether a step repeats a known one with its day, or one of its days: that may settle which it is."""
    old, new = line.item, draft.item
    if new.value is None:
        return True
    if not any(days_meet(d, new.value) for d in step_days(old)):
        return False
    if old.other_days and says_which_stands(reading, draft.evidence[0].span, old, new.value):
        sentence = draft.evidence[0].span
        item = replace(_moved(ledger, old, new, previous=None), sequence=old.sequence + (not line.is_new))
        evidence = (*draft.evidence, *line.draft.evidence)
        if refers(new.excerpt.text):
            whole = standing(reading, sentence)
            item, evidence = replace(item, excerpt=reading.excerpt((whole,)), told=None), (reading.evidence((whole,)), *evidence[1:])
        line.draft = Draft(item=item, evidence=tuple(dict.fromkeys(evidence)))
        if not line.is_new:
            line.is_dated_anew, line.settled = True, reading.evidence((sentence,))
    return True


def _take_up(ledger: Ledger, news: StoryNews, line: Line, draft: Draft[BriefedStep], reading: Reading) -> None:
    """Open a step again that was called off, where today's documents give it another day, or say that it will be after all."""
    old, new = line.item, draft.item
    if old.status != "called off" or new.value is None or new.value.end < ledger.today or reading.document.id in news.reprints:
        return
    if any(days_meet(d, new.value) for d in step_days(old)):
        if not is_back_on(reading, draft.evidence[0].span):
            return
        line.draft = Draft(item=_moved(ledger, old, new, previous=None), evidence=(*draft.evidence, *line.draft.evidence))
        line.is_dated_anew = True
    else:
        _move(ledger, line, draft)
    line.closed_on = None


def _redate(ledger: Ledger, news: StoryNews, line: Line, draft: Draft[BriefedStep], readings: Mapping[str, Reading]) -> bool:
    """Give a known step the other day of one of today's: its new one, or one that a source gives beside the first.

    Where neither is sure it is a step of its own, and the answer is no.
    """
    old, new = line.item, draft.item
    reading, sentence = readings[new.excerpt.document], draft.evidence[0].span
    # a reprint moves nothing
    is_move = reading.document.id not in news.reprints and (
        _tells_of_a_move(reading, draft.evidence[0]) or is_moved_from(reading, sentence, old, new)
    )
    if old.value is None:
        line.draft = Draft(item=_moved(ledger, old, new, previous=None), evidence=(*draft.evidence, *line.draft.evidence))
    elif line.is_new and is_move:
        line.draft = replace(draft, item=replace(new, id=old.id))
    elif is_move:
        _move(ledger, line, draft)
    elif line.is_new and line.story == news.id and _tells_of_a_move(readings[old.excerpt.document], line.draft.evidence[0]):
        return True
    elif are_one_occasion(old, new, ledger.today):
        # nobody says that it was moved: it has both days
        if not line.is_new:
            sides = ((old.excerpt, line.draft.evidence[0]), (new.excerpt, draft.evidence[0]))
            ledger.disputes[news.id].append(Dispute(about="the date", sides=sides))
        _dispute(ledger, line, draft)
    else:
        return False
    return True


def _dispute(ledger: Ledger, line: Line, draft: Draft[BriefedStep]) -> None:
    """Give a step one more day, while nobody has said which one stands; it is told in the words of the source of the first."""
    old, new = line.item, draft.item
    first, *others = sorted({d for d in (*step_days(old), new.value) if d is not None}, key=lambda d: (d.start, d.end))
    item = old if first == old.value else replace(new, id=old.id, who=new.who or old.who, first_reported=old.first_reported)
    item = replace(item, other_days=tuple(others), sequence=old.sequence + (not line.is_new))
    if not line.is_new:
        item, line.is_dated_anew = replace(item, novelty="developing"), True
    evidence = tuple(dict.fromkeys((*line.draft.evidence, *draft.evidence)))
    line.draft = Draft(item=replace(item, status=ledger.status(item)), evidence=evidence)


def _enter(ledger: Ledger, draft: Draft[BriefedStep], terms: frozenset[str], story: str) -> None:
    item = draft.item
    if item.id in ledger.ids:
        item = replace(item, id=stable_id("step", item.excerpt.text, str(item.value)))
    if item.id not in ledger.ids:
        ledger.add(Line(draft=replace(draft, item=item), story=story, terms=terms, last_seen=ledger.today, is_new=True))


def _twin(
    ledger: Ledger, draft: Draft[BriefedStep], terms: frozenset[str], news: StoryNews, taken: set[int], reading: Reading
) -> Line | None:
    """The known line that a step of today says again, perhaps with another date."""
    best: tuple[float, Line] | None = None
    for line in ledger.near(news, terms):
        if id(line) in taken or _is_next_time(ledger, line.item, draft.item):
            continue
        if not are_of_one_event(line.item.excerpt.text, draft.item.excerpt.text):
            continue
        share, shared = overlap(terms, line.terms), len(terms & line.terms)
        same_date = any(days_meet(d, draft.item.value) for d in step_days(line.item))
        # what is said in another story is the same step only by its date and more than one word
        if line.story != news.id and not (shared >= 2 and (same_date or line.story in news.kin)):
            continue
        if shared >= min(2, len(terms), len(line.terms)) and share >= (_SAME_DATE if same_date else _SAME):
            score = share + (0.3 if same_date else 0.0)
        elif line.story == news.id and is_same_meeting(line.item, draft.item):
            score = _SAME_DATE
        elif line.story in (news.id, *news.kin) and is_moved_from(reading, draft.evidence[0].span, line.item, draft.item):
            score = 1.0
        elif line.story in (news.id, *news.kin) and not same_date and are_one_occasion(line.item, draft.item, ledger.today):
            score = share
        else:
            continue
        if best is None or score > best[0]:
            best = (score, line)
    return best[1] if best is not None else None


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
        worded_on=ledger.today,
        sequence=old.sequence + 1,
    )
    return replace(item, status=ledger.status(item))


def _tells_of_a_move(reading: Reading, evidence: Evidence) -> bool:
    """Tell whether the sentence, its neighbour before it or the title says that something was put off or brought forward."""
    before = [s for s in reading.sentences if s.end <= evidence.span.start][-1:]
    texts = [reading.slice(evidence.span), *(reading.slice(s) for s in before), reading.document.title or ""]
    return any(outcome_told(t) == "rescheduled" for t in texts)
