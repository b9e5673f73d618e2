"""Next steps as the briefing shows them: who is to do what by when, and where that stands today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.calendar_names import CALENDAR
from briefing.compose.drafts import Draft, is_watched, stable_id
from briefing.compose.events import may_be_one_meeting, names_nobody, without_month
from briefing.compose.forecasts import comes_about
from briefing.compose.gist import refers, standing
from briefing.compose.idle_steps import is_idle, is_seen_to
from briefing.compose.lookbacks import is_plan_of_before
from briefing.compose.names import is_title_only
from briefing.compose.polarity import contradict
from briefing.compose.positions import without_that
from briefing.compose.readings import Reading
from briefing.compose.roster import Roster
from briefing.compose.step_wording import whole_sentences, worded
from briefing.compose.step_words import UNTIL
from briefing.compose.terms import fold, overlap, terms_of
from briefing.models import LIKELY, BriefedStep, Grain, Interval, NextStep, Span, StepKind, StepStatus

_NEVER = date.max
#: of a story's steps, the first in order, so many are compared with each other one
_COMPARED = 100
#: the people that a step begins with, named by what they do: "Bus drivers in the capital will walk out"
_PEOPLE = re.compile(
    r"((?!(?:the|these|those|both|all|talks)\b)(?:[^\W\d_]+ ){0,2}[^\W\d_]{3,}s)\b(?=.* (?:will|would|are to|plan to|are due to) )",
    re.IGNORECASE,
)
#: who acts is several, of whom one may not be named alone
_SEVERAL = re.compile(r"(?:both|the two|all) ", re.IGNORECASE)
#: what has its day and is over when that is: nobody is in debt of a visit, a concert, a strike
_OCCASION = re.compile(
    r"^(?:.*?\b(?:will|would|shall|(?:is|are|was|were|plans?|planned|intends?|intended|due|set|going) to) )?"
    r"(?:(?:also|then|first|again|now|personally|officially|together) )?"
    r"(?:(?:attend|visit|meet|hold|host|open|travel|fly|arrive|perform|play|march|rally|strike|walk out|demonstrate|protest|gather|"
    r"tour|speak|appear|convene|compete|celebrate|commemorate|take part|stop work|lay a wreath|take place|be held)\b|"
    r"(?:begin|start|stage|launch|go on|go to|return to|join) (?:[\w’'-]+ ){0,4}"
    r"(?:strike|stoppage|walk-?out|protest|rally|march|visit|tour|trip|talks|concert|summit|race|festival)\b)"
)
#: what follows only if a demand is not met: "Quorria must release the men, or we will close our ports"
_OR_ELSE = re.compile(r"\bor (?:else )?(?:we|they|he|she|it|i|the \w+)(?: (?:will|would|shall))? $", re.IGNORECASE)
#: what is said of a plan is no other plan; flights "will be cancelled", and a tax "scrapped", on a day
_IS_OFF = re.compile(r"\b(?:would|will|could|might|may|should|must|to) (?:\w+ )?be called off\b")
#: who is to act, named before and not by the step; and what only goes on
_UNNAMED = re.compile(r"(?:(?:he|she|they)|(?:it|this) (?:runs?|lasts?|remains?|stays?|continues?|goes on|is open))\b", re.IGNORECASE)
#: to whom something is done, whoever does it: "they will be charged"; and what is done or how long it takes, whatever it is
_SUFFERS = re.compile(
    r"(?:(?:he|she|they|these|those)(?:’ll|'ll| will| would| must| should| shall| (?:is|are) (?:\w+ )?to) (?:\w+ly )?"
    r"be (?:\w+ly )?\w{2,}(?:ed|en|wn|ne|ut|ld|nt|pt|ade)|(?:it|this) (?:will|would) (?:take|be done|be made))\b",
    re.IGNORECASE,
)
_PEOPLE_MEANT = re.compile(r"(?:he|she|(?P<several>they))\b", re.IGNORECASE)
_COUNTED = r"(?:both|two|three|four|five|six|seven|eight|nine|ten|several|many|some|most|all|dozens of|hundreds of|thousands of|\d[\d,]*)"
#: several who are meant though no actor of the analysis: "Two cranes", "Police"; a plural alone is not told from "Paris" or "this"
_OPENS_WITH_SEVERAL = re.compile(
    rf"(?:the )?(?:{_COUNTED} (?:of )?(?:the )?(?:(?!\w+ed\b)[a-z]+ )?(?!(?:day|week|month|year|hour|minute|time)s\b)[a-z]{{3,}}(?<!s)s"
    rf"|(?:[a-z]+ ){{0,2}}?[a-z]*(?:men|women|people|police))\b",
    re.IGNORECASE,
)
#: what may stand before an actor that a sentence opens with
_OPENING = re.compile(rf"(?:(?:on|last) \w+,? )?(?:(?:the|its|their|his|her|about|nearly|other|{_COUNTED}) ){{0,3}}", re.IGNORECASE)
_OPENS_WITH_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?!\d))?(?: ?(?P<half>[ap])\.?m\b|(?<=[:.]\d\d)(?! ?(?:million|billion|per)))",
    re.IGNORECASE,
)
#: from here on what nobody is named for and no day is told of is likely enough
_SURE = 0.6
#: what lasts until a day more than so many days off has no other day; and what somebody holds that should be so
_LONG = 92
_ONLY_HELD = re.compile(r"\b(?:should|ought to|must|could|might|may)\b")
#: how a clause begins that hangs on another
_LEANING = ("which ", "who ", "whose ", "where ", "of ", "as ", "because ", "while ")


def draft_steps(
    readings: Sequence[Reading], roster: Roster, today: date, *, due_soon_days: int, watch: tuple[str, ...]
) -> list[Draft[BriefedStep]]:
    """Give the next steps that can be shown, in the briefing's order, repetitions folded."""
    drafts: list[Draft[BriefedStep]] = []
    for reading in readings:
        found = (_draft(reading, step, roster, today, due_soon_days, watch) for step in reading.analysis.next_steps)
        drafts += _fold_sentences(reading, [d for d in found if d is not None])
    return sorted(_fold_meetings(fold_steps(drafts)), key=lambda d: order_of(d.item))


def order_of(step: BriefedStep) -> tuple[bool, date, bool, int, float, str]:
    """Dated steps in date order, those of a day's programme by the clock, then the rest by salience."""
    when = step_day(step)
    return (when is None, when or _NEVER, not step.watched, _clock(step), -step.salience, step.id)


def _clock(step: BriefedStep) -> int:
    """The minute of the day that a line of a programme opens with: "14:30 – 16:00 Session 3", "2.30 p.m. Debate"; -1 without one."""
    found = _OPENS_WITH_CLOCK.match(step.excerpt.text)
    if found is None:
        return -1
    hour = int(found["hour"]) % 12 + 12 * (found["half"] in ("p", "P")) if found["half"] else int(found["hour"])
    return hour * 60 + int(found["minute"] or 0)


def step_day(step: BriefedStep) -> date | None:
    """The day that a step is listed under: the last one it may happen on where it has a deadline, else the first."""
    if step.value is None:
        return None
    return step.value.end if step.deadline else step.value.start


def step_days(step: BriefedStep) -> tuple[Interval, ...]:
    """All days that sources give a step, the first of them first."""
    return (step.value, *step.other_days) if step.value is not None else ()


def is_owed(text: str, *, deadline: bool, kind: StepKind) -> bool:
    """Tell whether somebody is in debt of a step once its day is over: what was due or asked for, and a promise that is no occasion.

    Nobody owes what was only expected, nor what comes about of itself.
    """
    if kind == "expected" or comes_about(text):
        return False
    if deadline or kind == "requested":
        return True
    return kind == "committed" and _OCCASION.search(without_month(fold(text))) is None


def status_of(value: Interval | None, *, deadline: bool, owed: bool, today: date, due_soon_days: int) -> StepStatus:
    """Say where a step stands: one whose days have gone by is overdue where somebody owed it, else it is past."""
    if value is None:
        return "undated"
    if value.end < today:
        return "overdue" if owed else "past"
    if value.end == today and (deadline or value.start == today):
        return "today"
    nearest = value.end if deadline or value.start <= today else value.start
    return "due soon" if (nearest - today).days <= due_soon_days else "coming"


def _draft(
    reading: Reading, step: NextStep, roster: Roster, today: date, due_soon_days: int, watch: tuple[str, ...]
) -> Draft[BriefedStep] | None:
    if step.confidence < LIKELY:
        return None
    spans, _ = reading.settled(step.what)
    spans = without_that(reading, spans)
    if not spans or reading.dangles(spans) or reading.slice(spans[0]).lower().startswith(_LEANING):
        return None
    document = reading.document
    # who only has something to do in a text is no actor of it, and goes by the name that it gives
    names = (roster.name(document.id, name) or name for name in step.who)
    who = tuple(dict.fromkeys(name for name in names if not is_title_only(name)))
    excerpt = reading.excerpt(spans)
    if _SEVERAL.match(excerpt.text) and len(who) < 2:
        who = ()
    before = next((reading.text[s.start : spans[0].start] for s in reading.sentences_at(spans[:1])), "")
    if is_plan_of_before(before):
        return None  # "dropped her plan to close the mine": nobody means to any more
    if _OR_ELSE.search(before):
        return None
    if _IS_OFF.search(fold(excerpt.text)):
        return None  # "the strike would be called off": nothing is to be done
    if (not who and _UNNAMED.match(excerpt.text)) or _SUFFERS.match(excerpt.text):
        named = _with_whom(reading, step)
        if named is None:
            return None  # nobody can tell who or what is meant
        spans = (named,)
        excerpt = reading.excerpt(spans)
    if not step.when and not who and not (step.confidence >= _SURE and is_seen_to(excerpt.text, step.kind)):
        return None  # with neither a day nor a doer it tells nobody what to do
    if len(terms_of(excerpt.text)) < 2:
        return None
    if is_idle(excerpt.text, before=before, kind=step.kind, who=who, is_dated=bool(step.when)):
        return None
    told = worded(reading, step, spans, has_doer=bool(who))
    if told is None:
        return None
    value, grain, deadline = _when(step, reading)
    if value != step.value and _ONLY_HELD.search(fold(excerpt.text)):
        return None  # "should stay open until 2037" is what somebody holds
    item = BriefedStep(
        id=stable_id("step", *sorted(terms_of(excerpt.text))),
        who=who,
        excerpt=excerpt,
        told=reading.excerpt(told) if told != spans else None,
        phrase=" ".join(reading.slice(s) for s in step.when) or None,
        value=value,
        grain=grain,
        deadline=deadline,
        kind=step.kind,
        status=status_of(
            value,
            deadline=deadline,
            owed=is_owed(excerpt.text, deadline=deadline, kind=step.kind),
            today=today,
            due_soon_days=due_soon_days,
        ),
        citations=(),
        salience=step.salience,
        watched=is_watched(watch, *who, excerpt.text),
    )
    return Draft(item=item, evidence=tuple(dict.fromkeys((reading.evidence([*spans, *step.when]), reading.evidence(told)))))


def _with_whom(reading: Reading, step: NextStep) -> Span | None:
    """The sentence of a step of a day together with the one before it, if that says who is meant: "broke off the search. They will ..."."""
    (sentence,) = reading.sentences_at(step.what[:1])[:1] or (None,)
    said = _PEOPLE_MEANT.match(reading.slice(sentence)) if sentence is not None else None
    if sentence is None or said is None or step.value is None or step.value.start != step.value.end:
        return None
    whole = standing(reading, sentence)
    before = Span(whole.start, sentence.start)
    persons = (m for a in reading.analysis.actors if a.kind == "person" for m in a.mentions)
    is_named = _opens_with_several(reading, before) if said["several"] else any(before.meets(m) for m in persons)
    return whole if is_named and not refers(reading.slice(before)) else None


def _opens_with_several(reading: Reading, before: Span) -> bool:
    """Tell whether a stretch of text begins with a group, with bodies in the plural, or with some that are counted."""
    if _OPENS_WITH_SEVERAL.match(reading.slice(before)):
        return True
    actors = reading.analysis.actors
    groups = (a for a in actors if a.kind == "group" or (a.kind == "organization" and a.name.islower() and a.name.endswith("s")))
    starts = (m.start for a in groups for m in a.mentions if before.start <= m.start < before.end)
    return any(_OPENING.fullmatch(reading.text[before.start : start]) for start in starts)


def _when(step: NextStep, reading: Reading) -> tuple[Interval | None, Grain, bool]:
    """The days of a step, their grain, and whether they are a deadline: of what is to stay so for long, "keep it open until 2037", the
    end alone, by which nothing is due."""
    value, published = step.value, reading.document.published
    is_long = value is not None and published is not None and value.start <= published and (value.end - value.start).days > _LONG
    phrase = " ".join(reading.slice(s) for s in step.when)
    if not is_long or value is None or UNTIL.search(fold(phrase)) is None:
        return value, step.grain, step.deadline
    if (value.end.month, value.end.day) == (12, 31) and phrase.split()[-1] == str(value.end.year):
        return Interval(start=value.end.replace(month=1, day=1), end=value.end), "year", False
    if phrase.split()[-1].casefold() in CALENDAR and (value.end + timedelta(days=1)).day == 1:
        return Interval(start=value.end.replace(day=1), end=value.end), "month", False
    return Interval(start=value.end, end=value.end), "day", False


def _fold_sentences(reading: Reading, drafts: Sequence[Draft[BriefedStep]]) -> list[Draft[BriefedStep]]:
    """Fold the steps that one sentence tells of one time, or of one doer: "will land on Wednesday, where she will meet the council" is one
    line, in all of its sentence."""
    kept: list[Draft[BriefedStep]] = []
    for draft in sorted(drafts, key=lambda d: (d.item.value is None, d.item.phrase is None, d.item.excerpt.spans)):
        twin = next((n for n, other in enumerate(kept) if _are_told_as_one(reading, other.item, draft.item)), None)
        spans = sorted((*kept[twin].item.shown.spans, *draft.item.shown.spans)) if twin is not None else ()
        whole = whole_sentences(reading, spans) if spans else None
        if twin is None or whole is None:
            kept.append(draft)
            continue
        first = kept[twin]
        item = replace(first.item, told=reading.excerpt(whole), watched=first.item.watched or draft.item.watched)
        kept[twin] = Draft(item=item, evidence=tuple(dict.fromkeys((*first.evidence, *draft.evidence, reading.evidence(whole)))))
    return kept


def _are_told_as_one(reading: Reading, a: BriefedStep, b: BriefedStep) -> bool:
    """Tell whether two steps of an article stand in one sentence and have one time, or one doer and no two times, or are both in the words
    that tell one of them."""
    if a.phrase and b.phrase and a.phrase != b.phrase:
        return False
    if _share_words(a, b):
        return True
    if reading.sentences_at(a.excerpt.spans) != reading.sentences_at(b.excerpt.spans):
        return False
    return a.who == b.who or (bool(a.phrase and b.phrase) and a.kind == b.kind)


def fold_steps(drafts: Sequence[Draft[BriefedStep]]) -> list[Draft[BriefedStep]]:
    """Fold steps that are the same: one date, or one of them with none, and much the same words."""
    kept: list[Draft[BriefedStep]] = []
    for draft in sorted(drafts, key=lambda d: (d.item.value is None, -d.item.salience, d.item.id)):
        twin = next((n for n, other in enumerate(kept[:_COMPARED]) if is_same_step(draft.item, other.item)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = _merge(kept[twin], draft)
    return kept


def _fold_meetings(drafts: Sequence[Draft[BriefedStep]]) -> list[Draft[BriefedStep]]:
    """Fold the steps of one story that are one meeting: "the two sides will meet" and "talks of the union with the firm", of one day.

    What names the sides speaks; where several do, and nobody can tell whose meeting is meant, all stand.
    """
    kept = list(drafts)
    for vague in [d for d in drafts if names_nobody(d.item.excerpt.text)]:
        twins = [n for n, d in enumerate(kept) if d is not vague and is_same_meeting(vague.item, d.item)]
        if len(twins) == 1 and vague in kept:
            kept[twins[0]] = _merge(kept[twins[0]], vague)
            kept.remove(vague)
    return kept


def is_same_meeting(a: BriefedStep, b: BriefedStep) -> bool:
    """Tell whether two steps of one story are one meeting: they have one day, and one of them names nobody whom the other could not
    mean."""
    if a.value is None or a.value != b.value or a.value.start != a.value.end:
        return False
    return may_be_one_meeting(a.excerpt.text, b.excerpt.text)


def days_meet(a: Interval | None, b: Interval | None) -> bool:
    """Tell whether two stretches of days have one in common."""
    return a is not None and b is not None and a.start <= b.end and b.start <= a.end


def is_same_step(a: BriefedStep, b: BriefedStep) -> bool:
    """Tell whether two steps are one event: nothing speaks against it, and the words are much the same."""
    if a.who and b.who and not set(a.who) & set(b.who):
        return False
    if a.value is not None and b.value is not None and not days_meet(a.value, b.value):
        return False
    if _are_of_others(a.excerpt.text, b.excerpt.text):
        return False
    x, y = terms_of(a.excerpt.text), terms_of(b.excerpt.text)
    is_same = overlap(x, y) >= (0.6 if a.value is not None and a.value == b.value else 0.75)
    return is_same and not contradict(a.excerpt.text, b.excerpt.text)


def _are_of_others(one: str, other: str) -> bool:
    """Tell whether each of two steps begins with people whom the other does not name: nurses, and bus drivers."""
    people = [(found, terms_of(text)) for text, found in ((other, _PEOPLE.match(one)), (one, _PEOPLE.match(other))) if found]
    return len(people) == 2 and all(not terms_of(found[1]) & terms for found, terms in people)


def _merge(first: Draft[BriefedStep], second: Draft[BriefedStep]) -> Draft[BriefedStep]:
    # of two that share a sentence one is told beside the other, and who does that need not do this
    who = first.item.who or (() if _share_words(first.item, second.item) else second.item.who)
    return Draft(
        item=replace(first.item, who=who, watched=first.item.watched or second.item.watched),
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
    )


def _share_words(a: BriefedStep, b: BriefedStep) -> bool:
    """Tell whether two steps are told, in part, by the same words of one article."""
    return a.excerpt.document == b.excerpt.document and any(s.meets(t) for s in a.shown.spans for t in b.shown.spans)
