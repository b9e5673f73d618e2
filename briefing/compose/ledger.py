"""The ledger of next steps: what earlier briefings know is to happen, held against what today's documents say became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from briefing.compose.awaited import Awaited
from briefing.compose.drafts import Draft, stable_id
from briefing.compose.memory import KnownPosition, KnownStep
from briefing.compose.novelty import StoryNews
from briefing.compose.outcomes import outcome_told, phrases
from briefing.compose.readings import Evidence, Reading
from briefing.compose.sequels import Plot, Sequel, find_sequel, step_terms
from briefing.compose.steps import days_meet, status_of, step_day
from briefing.compose.terms import fold, overlap
from briefing.models import BriefedStep, Change, Excerpt, Interval, StepStatus

_Kind = Literal["done", "called off", "rescheduled", "overdue"]
#: an overdue step is named for so many days, then only kept
OVERDUE_DAYS = 7
#: the share of the shorter step's words that two wordings of one step have in common; less where the date is the same too
_SAME, _SAME_DATE = 0.7, 0.5
#: "next Tuesday" is a day, "the next auction" one of several
_NEXT = phrases(r"(?:next|another|further) (?!(?:week|month|year|spring|summer|autumn|winter|\w+day)\b)\w+")
#: a word of more steps than this leads from a step to none of another story
_COMMON = 200


@dataclass(kw_only=True)
class Line:
    """One step in the ledger while today's documents are read. ``draft`` is what the briefing would show of it."""

    draft: Draft[BriefedStep]
    story: str
    terms: frozenset[str]
    last_seen: date
    closed_on: date | None = None
    #: the actors who announced it
    voices: frozenset[str] = frozenset()
    #: not known before today
    is_new: bool = False
    #: what today's documents say became of it
    change: Draft[Change] | None = None

    @property
    def item(self) -> BriefedStep:
        return self.draft.item


@dataclass(kw_only=True)
class Ledger:
    """All steps, found by their stories and by the rarer words that they share with a text."""

    today: date
    due_soon_days: int
    lines: list[Line] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    _by_story: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_term: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, line: Line) -> None:
        self.ids.add(line.item.id)
        self.lines.append(line)
        self._by_story[line.story].append(len(self.lines) - 1)
        for term in line.terms:
            self._by_term[term].append(len(self.lines) - 1)

    def near(self, news: StoryNews, terms: Iterable[str] = ()) -> list[Line]:
        """The lines of a story and its kin, and those that share a word with a text which not too many share, in the ledger's order."""
        found = {n for story in (news.id, *news.kin) for n in self._by_story.get(story, ())}
        found |= {n for t in terms if len(having := self._by_term.get(t, ())) <= _COMMON for n in having}
        return [self.lines[n] for n in sorted(found)]

    def status(self, item: BriefedStep) -> StepStatus:
        return status_of(item.value, deadline=item.deadline, kind=item.kind, today=self.today, due_soon_days=self.due_soon_days)


def open_ledger(steps: Sequence[KnownStep], positions: Sequence[KnownPosition], *, today: date, due_soon_days: int) -> Ledger:
    """Lay out what is known, each step with its status of today; ``positions`` tell who announced which."""
    ledger = Ledger(today=today, due_soon_days=due_soon_days)
    said: dict[str, list[KnownPosition]] = defaultdict(list)
    for position in positions:
        said[position.position.excerpt.document].append(position)
    for known in steps:
        step = known.step
        item = step if known.closed_on is not None else replace(step, status=ledger.status(step), novelty="known", previous=None)
        draft = Draft(item=item, evidence=known.evidence)
        ledger.add(
            Line(
                draft=draft,
                story=known.story,
                terms=step_terms(step.excerpt.text),
                last_seen=known.last_seen,
                closed_on=known.closed_on,
                voices=frozenset(
                    p.position.actor for p in said.get(step.excerpt.document, ()) if _overlap(p.position.excerpt, step.excerpt)
                ),
            )
        )
    return ledger


def _overlap(a: Excerpt, b: Excerpt) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.spans for y in b.spans)


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
            move(ledger, line, draft)
        elif not (line.is_new and line.story == story and _tells_of_a_move(readings[old.excerpt.document], line.draft.evidence[0])):
            # nobody says that it was moved: the two days stand side by side
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


def _is_next_time(ledger: Ledger, old: BriefedStep, new: BriefedStep) -> bool:
    """Tell whether a step is the one of a series behind another whose day has come: "the next auction is on Tuesday"."""
    if old.value is None or new.value is None or not old.value.end <= ledger.today < new.value.start:
        return False
    return _NEXT.search(fold(new.excerpt.text)) is not None


def move(ledger: Ledger, line: Line, draft: Draft[BriefedStep]) -> None:
    """Give a step its new date, with both texts."""
    old = line.draft
    item = _moved(ledger, old.item, draft.item, previous=old.item.value)
    line.change = _change("rescheduled", old, draft.item.excerpt, draft.evidence[0], ledger.today)
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
            _put_off(ledger, line, told)
        elif told.outcome in ("done", "called off"):
            _close(ledger, line, told, told.outcome)


def _put_off(ledger: Ledger, line: Line, told: Sequel) -> None:
    old, time = line.draft, told.time
    evidence = told.reading.evidence((told.span,))
    item = replace(
        old.item,
        excerpt=told.reading.excerpt((told.span,)),
        phrase=told.reading.slice(time.span) if time is not None else None,
        value=time.value if time is not None else None,
        grain=time.grain if time is not None else "interval",
        previous=old.item.value,
        sequence=old.item.sequence + 1,
        status="rescheduled",
        novelty="developing",
    )
    line.change = _change("rescheduled", old, item.excerpt, evidence, ledger.today)
    line.draft = Draft(item=item, evidence=(evidence, *old.evidence))


def _close(ledger: Ledger, line: Line, told: Sequel, status: Literal["done", "called off"]) -> None:
    old, evidence = line.draft, told.reading.evidence((told.span,))
    item = replace(old.item, status=status, sequence=old.item.sequence + 1)
    line.change = _change(status, old, told.reading.excerpt((told.span,)), evidence, ledger.today)
    line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*old.evidence, evidence))))
    line.closed_on = ledger.today


def _change(kind: _Kind, old: Draft[BriefedStep], excerpt: Excerpt | None, evidence: Evidence | None, today: date) -> Draft[Change]:
    change = Change(
        kind=kind,
        subject=" and ".join(old.item.who) or _short(old.item.excerpt.text),
        before=old.item.excerpt,
        before_date=old.item.first_reported,
        after=excerpt,
        after_date=today if excerpt is not None else None,
        citations=(),
    )
    return Draft(item=change, evidence=(*old.evidence, *((evidence,) if evidence is not None else ())))


def _short(text: str, most: int = 70) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def note_overdue(ledger: Ledger, as_of: date | None) -> None:
    """Note as a change what became overdue since the last briefing."""
    for line in ledger.lines:
        day = step_day(line.item)
        if line.item.status == "overdue" and line.change is None and day is not None and as_of is not None and day >= as_of:
            line.change = _change("overdue", line.draft, None, None, ledger.today)


def carried(ledger: Ledger) -> list[Line]:
    """The lines of earlier days that the briefing names again: due in the coming days, just overdue, and those that changed."""
    found = []
    for line in ledger.lines:
        if line.is_new:
            continue
        item, value = line.item, line.item.value
        just_overdue = item.status == "overdue" and value is not None and (ledger.today - value.end).days <= OVERDUE_DAYS
        if line.change is not None or (line.closed_on is None and (item.status in ("due soon", "today") or just_overdue)):
            found.append(line)
    return found


def close_ledger(ledger: Ledger, shown: frozenset[str]) -> tuple[KnownStep, ...]:
    """What the next briefing will know; ``shown`` are the ids of the steps that this one names."""
    return tuple(
        KnownStep(
            step=replace(
                line.item,
                citations=(),
                watched=False,
                first_reported=line.item.first_reported or (ledger.today if line.item.id in shown else None),
            ),
            evidence=line.draft.evidence,
            story=line.story,
            last_seen=line.last_seen,
            closed_on=line.closed_on,
        )
        for line in ledger.lines
    )
