"""The ledger of next steps: what earlier briefings know is to happen, held against what today's documents say became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from briefing.compose.drafts import Draft, stable_id
from briefing.compose.memory import KnownStep
from briefing.compose.novelty import StoryNews, body_sentences, sentence_terms
from briefing.compose.outcomes import Outcome, is_put_off, outcome_told, phrases
from briefing.compose.readings import Evidence, Reading
from briefing.compose.steps import status_of, step_day
from briefing.compose.terms import fold, overlap
from briefing.models import BriefedStep, Change, Excerpt, Interval, Span, StepStatus, TemporalExpression

_Kind = Literal["done", "called off", "rescheduled", "overdue"]
#: an overdue step is named for so many days, then only kept
OVERDUE_DAYS = 7
#: the share of the shorter step's words that two wordings of one step have in common; less where the date is the same too
_SAME, _SAME_DATE = 0.7, 0.5
#: what is said of a longer stretch than a night and its morning is not said of a step's day
_DAY = 1
#: a word that so many sentences of a day's story have tells no step from another
_OFTEN = 6
#: a word of more steps than this leads from a step to none of another story
_COMMON = 200
#: words that every plan has
_PLAIN = frozenset(
    sentence_terms(
        """within will would shall is to are due plan expect meet hold take place come go make give get say tell ask want must should can
        could may might until by before after date new first second next last one two three four five six seven eight nine ten eleven
        twelve hundred thousand million more than both side people government party"""
    )
)


@dataclass(kw_only=True)
class Line:
    """One step in the ledger while today's documents are read. ``draft`` is what the briefing would show of it."""

    draft: Draft[BriefedStep]
    story: str
    terms: frozenset[str]
    last_seen: date
    closed_on: date | None = None
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


def open_ledger(steps: Sequence[KnownStep], *, today: date, due_soon_days: int) -> Ledger:
    """Lay out what is known, each step with its status of today."""
    ledger = Ledger(today=today, due_soon_days=due_soon_days)
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
            )
        )
    return ledger


def step_terms(text: str) -> frozenset[str]:
    """The terms that tell one step from another: neither dates nor the words of every plan."""
    return frozenset(t.removesuffix("e") for t in sentence_terms(text) - _PLAIN if not t[0].isdigit())


def enter_steps(ledger: Ledger, news: StoryNews, drafts: Sequence[Draft[BriefedStep]]) -> None:
    """Enter today's steps of one story: each is a new line, the repetition of a known one, or its new date."""
    taken: set[int] = set()
    story, readings = news.id, {r.document.id: r for r in news.readings}
    for draft in drafts:
        terms = step_terms(draft.item.excerpt.text)
        line = _twin(ledger, draft, terms, news, taken) if terms else None
        if line is None:
            item = draft.item
            if item.id in ledger.ids:
                item = replace(item, id=stable_id("step", item.excerpt.text, str(item.value)))
            if item.id not in ledger.ids:
                ledger.add(
                    Line(draft=Draft(item=item, evidence=draft.evidence), story=story, terms=terms, last_seen=ledger.today, is_new=True)
                )
            continue
        taken.add(id(line))
        line.last_seen = ledger.today
        if line.is_new or line.closed_on is not None:
            continue
        old, new = line.item, draft.item
        reading = readings[new.excerpt.document]
        if new.value is None or _meet(old.value, new.value) or reading.document.id in news.reprints:
            continue
        if old.value is None:
            line.draft = Draft(item=_moved(ledger, old, new, previous=None), evidence=(*draft.evidence, *line.draft.evidence))
        elif _tells_of_a_move(reading, draft.evidence[0]):
            move(ledger, line, draft)


def _twin(ledger: Ledger, draft: Draft[BriefedStep], terms: frozenset[str], news: StoryNews, taken: set[int]) -> Line | None:
    """The known line that a step of today says again, perhaps with another date."""
    best: tuple[float, Line] | None = None
    for line in ledger.near(news, terms):
        if id(line) in taken:
            continue
        share, shared = overlap(terms, line.terms), len(terms & line.terms)
        same_date = line.item.value is not None and draft.item.value is not None and _meet(line.item.value, draft.item.value)
        # what is said in another story is the same step only by its date and more than one word
        if line.story != news.id and not (shared >= 2 and (same_date or line.story in news.kin)):
            continue
        if shared >= min(2, len(terms), len(line.terms)) and share >= (_SAME_DATE if same_date else _SAME):
            score = share + (0.3 if same_date else 0.0)
            if best is None or score > best[0]:
                best = (score, line)
    return best[1] if best is not None else None


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


def _meet(a: Interval | None, b: Interval | None) -> bool:
    return a is not None and b is not None and a.start <= b.end and b.start <= a.end


def _tells_of_a_move(reading: Reading, evidence: Evidence) -> bool:
    """Tell whether the sentence, its neighbour before it or the title says that something was put off or brought forward."""
    before = [s for s in reading.sentences if s.end <= evidence.span.start][-1:]
    texts = [reading.slice(evidence.span), *(reading.slice(s) for s in before), reading.document.title or ""]
    return any(outcome_told(t) == "rescheduled" for t in texts)


#: how a sentence goes on about what the one before it named
_GOES_ON = phrases(
    r"it|its|they|their|this",
    r"the (?:vote|meeting|talks|session|hearing|debate|decision|verdict|ruling|election|summit|trial|launch|opening|signing|date|deadline)",
)


class _Told(NamedTuple):
    """A sentence that says what became of a step, and the time expression in it that gives another date."""

    weight: float
    outcome: Outcome
    reading: Reading
    span: Span
    time: TemporalExpression | None
    #: it shares more than one word with the step, or names the step's day
    is_telling: bool


def read_outcomes(ledger: Ledger, news: StoryNews) -> None:
    """Close the steps of a story of which today's documents say that they were done or called off, and move those they put off."""
    spread = Counter(t for r in news.readings for s in body_sentences(r) for t in step_terms(r.slice(s)))
    usual = frozenset(t for t, n in spread.items() if n > _OFTEN)
    for line in ledger.near(news):
        if line.is_new or line.closed_on is not None or line.change is not None:
            continue
        told = _best_told(line, news, usual)
        if told is None:
            continue
        line.last_seen = ledger.today
        if told.outcome == "rescheduled":
            _put_off(ledger, line, told)
        elif told.outcome in ("done", "called off"):
            _close(ledger, line, told, told.outcome)


def _put_off(ledger: Ledger, line: Line, told: _Told) -> None:
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


def _close(ledger: Ledger, line: Line, told: _Told, status: Literal["done", "called off"]) -> None:
    old, evidence = line.draft, told.reading.evidence((told.span,))
    item = replace(old.item, status=status, sequence=old.item.sequence + 1)
    line.change = _change(status, old, told.reading.excerpt((told.span,)), evidence, ledger.today)
    line.draft = Draft(item=item, evidence=tuple(dict.fromkeys((*old.evidence, evidence))))
    line.closed_on = ledger.today


def _best_told(line: Line, news: StoryNews, usual: frozenset[str]) -> _Told | None:
    """The sentence that says most surely what became of a step; one word in common moves no step of another story."""
    found = [
        told
        for reading in news.readings
        for told in _told(line, reading, usual)
        if (line.story == news.id or told.is_telling) and (reading.document.id, told.span) not in news.retold
    ]
    return max(found, key=lambda t: (t.outcome != "done", t.time is not None, t.weight, -t.span.start, t.reading.document.id), default=None)


def _told(line: Line, reading: Reading, usual: frozenset[str]) -> Iterator[_Told]:
    """The sentences of a document that name a step and say what became of it, each with how sure that is."""
    sentences = body_sentences(reading)
    for span, behind in zip(sentences, [*sentences[1:], None], strict=True):
        text = reading.slice(span)
        shared = line.terms & step_terms(text)
        if not shared or (shared <= usual and len(shared) < len(line.terms)):
            continue
        named = any(fold(w) in fold(text) for w in line.item.who)
        weight = len(shared) / len(line.terms) + (0.1 if named else 0.0)
        outcome = outcome_told(text)
        if outcome in ("done", "called off", "refused"):
            times = _times(reading, span)
            weight += 0.25 if any(_is_its_day(t, line.item) for t in times) else 0.0
            if _is_sure(line, reading, times, outcome, len(shared), weight):
                yield _Told(weight, "done" if outcome == "done" else "called off", reading, span, None, is_telling=True)
        if outcome not in ("done", "called off") or behind is not None:
            yield from _put_offs(line, reading, span, behind, len(shared), weight)


def _put_offs(line: Line, reading: Reading, span: Span, behind: Span | None, shared: int, weight: float) -> Iterator[_Told]:
    """The new date that a sentence which names a step gives it, or the sentence behind it, which goes on about it."""
    value, published = line.item.value, reading.document.published
    if value is None:
        return
    on_time = any(_meet(t.value, value) for t in _times(reading, span))
    if outcome_told(reading.slice(span)) == "rescheduled":
        place = span
    elif (
        behind is not None
        and on_time
        and outcome_told(reading.slice(behind)) == "rescheduled"
        and _GOES_ON.search(fold(reading.slice(behind)))
    ):
        place = behind
    else:
        return
    around = Span(span.start, place.end)
    times = [t for time in _times(reading, place) if (t := _forward(time, reading, published)) and not _meet(t.value, value)]
    if not times and not is_put_off(reading.slice(place)):
        return
    sure = weight + (0.25 if on_time else 0.0) + (0.3 if times else -0.1)
    if sure >= 0.6 and (shared >= 2 or on_time or (times and weight >= 0.5)):
        yield _Told(sure, "rescheduled", reading, around, times[-1] if times else None, on_time or shared > 1)


def _forward(time: TemporalExpression, reading: Reading, published: date | None) -> TemporalExpression | None:
    """A time as that of a new date: after the day of the article. "Moved to Tuesday" means the next one, though the verb is past."""
    value = time.value
    if value is None or published is None or value.end > published:
        return time if value is not None else None
    before = reading.text[max(0, time.span.start - 8) : time.span.start].casefold()
    if value.start == value.end and (published - value.end).days < 7 and before.endswith(("to ", "until ", "till ", "for ")):
        return replace(time, value=Interval(start=value.start + timedelta(days=7), end=value.end + timedelta(days=7)))
    return None


def _times(reading: Reading, span: Span) -> list[TemporalExpression]:
    return [t for t in reading.analysis.times if t.value is not None and span.start <= t.span.start < span.end]


def _is_its_day(time: TemporalExpression, step: BriefedStep) -> bool:
    """Tell whether a time expression names the day of a step, and not again the deadline that it was given."""
    if time.deadline or step.value is None or time.value is None or not _meet(time.value, step.value):
        return False
    spans = [time.value] if step.deadline else [time.value, step.value]
    if any((value.end - value.start).days > _DAY for value in spans):
        return False
    return not step.deadline or (time.value is not None and time.value.end >= step.value.end)


def _is_sure(line: Line, reading: Reading, times: Sequence[TemporalExpression], outcome: Outcome, shared: int, weight: float) -> bool:
    """Tell whether a sentence in the past tense is about this very step: by its day, or by most of its words."""
    value, published = line.item.value, reading.document.published
    if value is None or any(t.deadline for t in times):
        return False
    on_time = any(_is_its_day(t, line.item) for t in times)
    share = shared / len(line.terms)
    if outcome == "refused":
        return on_time and share >= 0.75
    if outcome == "called off":
        return (weight >= 0.6 and shared >= 2) or (on_time and shared >= 2)
    if published is None or published < value.start:
        return False
    today = published == value.end and not times
    return (on_time and share >= 0.2) or (today and shared >= 3) or (weight >= 0.75 and shared >= 2)


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
