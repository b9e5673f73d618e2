"""The ledger of next steps: what earlier briefings know is to happen, held against what today's documents say became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from briefing.compose.deeds import is_told
from briefing.compose.disagreements import Dispute
from briefing.compose.drafts import Draft
from briefing.compose.memory import KnownPosition, KnownStep
from briefing.compose.novelty import StoryNews
from briefing.compose.polarity import contradict
from briefing.compose.readings import Evidence
from briefing.compose.step_words import plan_terms
from briefing.compose.steps import is_owed, order_of, status_of, step_day, step_days
from briefing.models import BriefedStep, Change, Excerpt, StepStatus

_Kind = Literal["done", "called off", "rescheduled", "postponed", "overdue"]
#: an overdue step is named for so many days, then only kept
OVERDUE_DAYS = 7
#: so many that are further off
_LATER_MOST = 200
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
    #: the last briefing gave it as overdue
    was_overdue: bool = False
    #: where today's documents say that it was not done in time
    missed: tuple[Excerpt, Evidence] | None = None
    #: today's documents gave it another day, or said which one stands
    is_dated_anew: bool = False
    #: the sentence of today that says which of its days stands
    settled: Evidence | None = None
    #: what today's documents say became of it
    change: Draft[Change] | None = None
    #: its place in the ledger
    number: int = 0

    @property
    def item(self) -> BriefedStep:
        return self.draft.item


@dataclass(kw_only=True)
class Ledger:
    """All steps, found by their stories and by the rarer words that they share with a text."""

    today: date
    due_soon_days: int
    ids: set[str] = field(default_factory=set)
    #: two days for one event that two sources of differing days give, by story
    disputes: dict[str, list[Dispute]] = field(default_factory=lambda: defaultdict(list))
    _lines: dict[int, Line] = field(default_factory=dict)
    _next: int = 0
    _by_story: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _by_term: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    @property
    def lines(self) -> list[Line]:
        """All of them, in the order in which they were entered."""
        return list(self._lines.values())

    def add(self, line: Line) -> None:
        """Enter a line behind the others."""
        line.number, self._next = self._next, self._next + 1
        self.ids.add(line.item.id)
        self._lines[line.number] = line
        self._by_story[line.story].add(line.number)
        for term in line.terms:
            self._by_term[term].add(line.number)

    def withdraw(self, line: Line) -> None:
        """Take a line out again: it says of another one what became of that."""
        self.ids.discard(line.item.id)
        del self._lines[line.number]
        self._by_story[line.story].discard(line.number)
        for term in line.terms:
            self._by_term[term].discard(line.number)

    def near(self, news: StoryNews, terms: Iterable[str] = ()) -> list[Line]:
        """The lines of a story and its kin, and those that share a word with a text which not too many share, in the ledger's order."""
        found = {n for story in (news.id, *news.kin) for n in self._by_story.get(story, ())}
        found |= {n for t in terms if len(having := self._by_term.get(t, ())) <= _COMMON for n in having}
        return [self._lines[n] for n in sorted(found)]

    def status(self, item: BriefedStep) -> StepStatus:
        """Where a step stands today; one of several days by the next of them."""
        if item.value is None and item.previous is not None:
            return "postponed"
        owed = is_owed(item.excerpt.text, deadline=item.deadline, kind=item.kind)
        value = next((d for d in step_days(item) if d.end >= self.today), item.other_days[-1] if item.other_days else item.value)
        return status_of(value, deadline=item.deadline, owed=owed, today=self.today, due_soon_days=self.due_soon_days)


def open_ledger(steps: Sequence[KnownStep], positions: Sequence[KnownPosition], *, today: date, due_soon_days: int) -> Ledger:
    """Lay out what is known, each step with its status of today; ``positions`` tell who announced which."""
    ledger = Ledger(today=today, due_soon_days=due_soon_days)
    said: dict[str, list[KnownPosition]] = defaultdict(list)
    for position in positions:
        if is_told(position.position):
            continue
        said[position.position.excerpt.document].append(position)
    for known in steps:
        step = known.step
        item = step
        if known.closed_on is None:
            # what has no new day is put off from its old one until somebody names one
            previous = step.previous if step.value is None else None
            status = ledger.status(replace(step, previous=previous))
            if status == "past" and step.status == "overdue":
                status = "overdue"  # a document said that it was not done
            item = replace(step, status=status, novelty="known", previous=previous)
        draft = Draft(item=item, evidence=known.evidence)
        ledger.add(
            Line(
                draft=draft,
                story=known.story,
                terms=plan_terms(step.excerpt.text),
                last_seen=known.last_seen,
                closed_on=known.closed_on,
                was_overdue=step.status == "overdue",
                voices=frozenset(
                    p.position.actor for p in said.get(step.excerpt.document, ()) if _overlap(p.position.excerpt, step.excerpt)
                ),
            )
        )
    return ledger


def _overlap(a: Excerpt, b: Excerpt) -> bool:
    return any(x.meets(y) for x in a.spans for y in b.spans)


def step_change(kind: _Kind, old: Draft[BriefedStep], excerpt: Excerpt | None, evidence: Evidence | None, today: date) -> Draft[Change]:
    change = Change(
        kind=kind,
        subject=" and ".join(old.item.who) or shortened(old.item.excerpt.text),
        before=old.item.excerpt,
        before_date=old.item.worded_on or old.item.first_reported,
        after=excerpt,
        after_date=today if excerpt is not None else None,
        citations=(),
    )
    return Draft(item=change, evidence=(*old.evidence, *((evidence,) if evidence is not None else ())))


def shortened(text: str, most: int = 70) -> str:
    """A text cut at a word, so that a line holds it."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def note_overdue(ledger: Ledger, as_of: date | None) -> None:
    """Note as a change what became overdue since the last briefing."""
    for line in ledger.lines:
        day = line.item.other_days[-1].end if line.item.other_days else step_day(line.item)
        if line.item.status != "overdue" or line.was_overdue or line.change is not None or day is None:
            continue
        if line.missed is not None:
            line.change = step_change("overdue", line.draft, *line.missed, ledger.today)
        elif as_of is not None and day >= as_of:
            line.change = step_change("overdue", line.draft, None, None, ledger.today)


def carried(ledger: Ledger) -> list[Line]:
    """The lines of earlier days that the briefing names again: due in the coming days, just overdue, and those that changed."""
    found = []
    for line in ledger.lines:
        if line.is_new:
            continue
        item, value = line.item, line.item.value
        just_overdue = item.status == "overdue" and value is not None and (ledger.today - value.end).days <= OVERDUE_DAYS
        just_put_off = item.status == "postponed" and (ledger.today - line.last_seen).days <= OVERDUE_DAYS
        is_due = item.status in ("due soon", "today") or just_overdue or just_put_off
        if line.change is not None or line.is_dated_anew or (line.closed_on is None and is_due):
            found.append(line)
    return found


def give_up(ledger: Ledger, changes: Sequence[Draft[Change]]) -> None:
    """Call off the steps that somebody announced in the very words which a change shows them to have turned from."""
    for change in changes:
        before, after = change.item.before, change.item.after
        if change.item.kind != "reversed" or before is None or after is None or not contradict(before.text, after.text):
            continue
        for line in ledger.lines:
            is_same = line.item.excerpt.document == before.document and _overlap(line.item.excerpt, before)
            if is_same and not line.is_new and line.closed_on is None and line.change is None:
                item = replace(line.item, status="called off", sequence=line.item.sequence + 1)
                line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*line.draft.evidence, *change.evidence[-1:]))))
                line.closed_on, line.is_dated_anew = ledger.today, True


def upcoming(ledger: Ledger) -> list[Line]:
    """The open lines of earlier days whose day is too far off to be named again, the nearest of them."""
    found = [n for n in ledger.lines if not n.is_new and n.closed_on is None and n.change is None and n.item.status == "coming"]
    return sorted(found, key=lambda n: order_of(n.item))[:_LATER_MOST]


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
