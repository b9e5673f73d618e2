"""Whether a sentence says that an announced step will not be: "would not close", "ruled out a strike", "not before July".

Who announced a step, or is to do it, may take it back, and so may an article in its own words. What anybody else says of it is their
word against the other's, and revokes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import NamedTuple

from briefing.calendar_names import CALENDAR
from briefing.compose.awaited import Awaited
from briefing.compose.events import events_of
from briefing.compose.excerpts import open_quote
from briefing.compose.lookbacks import is_plan_of_before
from briefing.compose.names import name_words, same_name
from briefing.compose.outcomes import Outcome, phrases
from briefing.compose.polarity import AHEAD, Denial, denials, denied_terms, one_term
from briefing.compose.readings import Reading
from briefing.compose.steps import days_meet
from briefing.compose.terms import STOPWORDS, fold, stem, terms_of, words_of
from briefing.compose.voices import voice, voices_in
from briefing.models import Interval, Position, Span, TemporalExpression

#: verbs that say of a noun that it will be: "will hold a rally", "the strike will begin"
_LIGHT = frozenset(one_term(stem(w)) for w in "hold take stage give make begin start launch go happen come".split())
#: verbs of what is told as talks, a session, a visit
_MEETS = frozenset(one_term(stem(w)) for w in "held meet gather convene talk discuss confer negotiate visit travel attend".split())
#: kinds of positions that say what is, or what their holder will do
_TELLING = ("statement", "commitment", "denial", "opposition", "offer", "support")
#: who would have it otherwise, and has no say in it
_OUTSIDE = phrases(
    r"(?:trade )?unions?|unionists?|workers|opposition|activists?|campaigners?|protest\w*|residents|critics|rivals?|lawyers?"
)
#: what says that somebody is to do something, with what they owe too
_OWES = re.compile(rf"{AHEAD.pattern}|\b(?:must|should|(?:has|have|had|needs?) to)\b")
#: "eight, not nine as reported" tells of no report
_AS_SAID = re.compile(r"\b(?:as|than) (?:\w+ )?\w+ed\b")
#: what is offered, asked or promised is not done: "accepted the offer to pay", "agreed to meet"
_MEANT = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|propos(?:al|als|es|ed|ing)|plan(?:s|ned|ning)?|demand(?:s|ed)?|"
    r"agree(?:s|d|ment)?|vow(?:s|ed)?|refus(?:es|ed|al)|threat(?:s|ens|ened)?|ask(?:s|ed)?|call(?:s|ed)?|urg(?:es|ed)|idea|request(?:s|ed)?|"
    r"intends?|intention|intended|obligation|duty|decision|decided|order(?:s|ed)?|wants?|wanted|willing(?:ness)?|ready|readiness|"
    r"tr(?:y|ies|ied)|hopes?|hoped|expect(?:s|ed)?|deadline) "
    r"(?:(?:[\w’'-]+ ){0,6}?to \w+|(?:of|for|on) \w+)"
)
#: nor is what somebody only protests or speaks against: "in protest at its closure"
_ABOUT = re.compile(
    r"\b(?P<who>protest\w*|demonstrat\w+|anger|angry|outrage|opposition|opposed|oppos\w+|reaction|reacted|row|disputes?|campaign\w*|petition\w*|"
    r"complain\w*|concerns?|worr\w+|fears?|plans?|proposals?|threats?|warn\w+|debat\w+|reports?|news|rumou?rs?) "
    r"(?:(?:at|against|over|about|to|of|on|for) )?(?:the|its|their|his|her|an?|any|this|that) (?:[\w’'-]+ ?){1,4}"
)
#: words between a verb and its object
_LEADS_TO = frozenset("for on against to with the a an any its his her their our my this that these those".split())
#: who would have something stay as it is until a later day moves nothing: "should stay open until 2037"
_WISHED = phrases(
    r"should|ought to|could|might|wants?|wanted|would like|wish(?:es|ed)?|hop(?:es?|ed|ing)|urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|"
    r"call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|ing)?|propos(?:es?|ed|ing)|suggest(?:s|ed|ing)?|argu(?:es?|ed|ing)|"
    r"favou?r(?:s|ed|ing)?|support(?:s|ed|ing)?|plead(?:s|ed|ing)?|prefer(?:s|red)?"
)
_MAYBE = re.compile(r"\b(?:could|might)(?: [\w'-]+){0,2} ?$")
#: what is not until a day may be on it; what is not before it has no day yet
_UNTIL = re.compile(r"\b(?:until|till)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|this|there)\b[^,;:]{0,25}$", re.IGNORECASE)
#: so much of a word tells an office from another: "ministry" is a minister's
_OFFICE = 6


class Statement(NamedTuple):
    """A sentence, with the terms that tell one step from another in it and in the sentence before it, and what it denies."""

    span: Span
    terms: frozenset[str]
    before: frozenset[str]
    denials: tuple[Denial, ...]


def revocation(step: Awaited, reading: Reading, said: Statement) -> tuple[Outcome, TemporalExpression | None] | None:
    """What a sentence makes of a step that it denies: called off, or put off where it denies it until later than its day, and to when."""
    found = [d for d in said.denials if (d.is_plain or d.is_for_now) and not d.is_past]
    acts = _acts(step.item.excerpt.text) if found else frozenset()
    start, text = said.span.start, reading.text[said.span.start : said.span.end]
    for denial in found:
        named = said.terms | said.before if _PRONOUN.search(reading.text[start : start + denial.start]) else said.terms
        if (
            (denial.term in acts or events_of(denial.term) & events_of(step.item.excerpt.text))
            and _is_of_its_object(step, text, denial)
            and _is_its_time(step, reading, said.span, denial)
            and _may_say_so(step, reading, start, denial, named)
        ):
            if _MAYBE.search(fold(text[: denial.start])):
                continue  # "could stay open" settles nothing
            if denial.is_for_now and (_WISHED.search(fold(text[: denial.start])) or is_plan_of_before(text[: denial.start])):
                continue
            return ("called off", None) if denial.is_plain else ("rescheduled", _until(step, reading, said.span, denial))
    return None


def _until(step: Awaited, reading: Reading, span: Span, denial: Denial) -> TemporalExpression | None:
    """The day until which something is denied, of "will stay open until the end of 2028" the last: it is the new day of what ends it."""
    value, published = step.item.value, reading.document.published
    behind = (t for t in reading.analysis.times if span.start + denial.start < t.span.start < span.end)
    for time in behind if value is not None else ():
        is_until = _UNTIL.search(reading.text[max(0, time.span.start - 6) : time.span.end]) is not None
        if is_until and time.value is not None and value is not None and time.value.end > value.end:
            is_stretch = published is not None and time.value.start <= published
            return replace(time, value=Interval(start=time.value.end, end=time.value.end)) if is_stretch else time
    return None


def _acts(plan: str) -> frozenset[str]:
    """What a plan says will be: its verb, and with a light one the nouns too; of what it defers that."""
    deferred = frozenset(d.term for d in denials(plan) if d.is_for_now)
    if deferred:
        return deferred
    ahead = AHEAD.search(fold(plan))
    if ahead is None:
        return frozenset(one_term(t) for t in terms_of(plan)) - denied_terms(plan)
    words = [one_term(stem(w)) for w in words_of(fold(plan)[ahead.end() :]) if w not in STOPWORDS]
    if words[:1] and words[0] not in _LIGHT:
        return frozenset(words[:1]) - denied_terms(plan)
    return frozenset(one_term(t) for t in terms_of(plan)) - denied_terms(plan)


def is_act_told(plan: str, sentence: str) -> bool:
    """Tell whether a sentence has what a plan owes or announces: its verb in any form, where that tells one plan from another."""
    return is_act_named(plan, _ABOUT.sub(lambda m: m["who"], _MEANT.sub(" ", fold(sentence))))


def is_act_named(plan: str, sentence: str) -> bool:
    """Tell whether a sentence names what a plan owes or announces, be it only as what was promised or missed."""
    plain, told = fold(plan), {one_term(t) for t in terms_of(_AS_SAID.sub(" ", fold(sentence)))}
    deferred = {d.term for d in denials(plan) if d.is_for_now}
    if deferred:
        return bool(deferred & told)  # who "will stay closed until June" is to reopen
    owed = [[one_term(stem(w)) for w in words_of(plain[m.end() :]) if w not in STOPWORDS][:1] for m in _OWES.finditer(plain)]
    if not owed and plan[:1].islower() and (first := words_of(plain)[:1]) and first[0] not in STOPWORDS:
        owed = [[one_term(stem(first[0]))]]  # "pay half of the debt"
    return not owed or any(not verb or verb[0] in _LIGHT | _MEETS | told for verb in owed)


def _is_of_its_object(step: Awaited, text: str, denial: Denial) -> bool:
    """Tell whether an act is denied of what the plan has it of: who "will not vote for the school bill" may vote for the budget."""
    plan, denied = _object(step.item.excerpt.text, denial.term), _object(text[denial.start :], denial.term)
    return not plan or not denied or bool(plan & denied) or bool(denied & {one_term(t) for t in step.terms})


def _object(text: str, act: str) -> frozenset[str]:
    """The terms right behind a verb, and behind a preposition on it, that are no date; none where a pronoun stands there."""
    words = words_of(fold(text))
    at = next((n for n, w in enumerate(words) if one_term(stem(w)) == act), None)
    if at is None:
        return frozenset()
    behind = words[at + 1 :]
    while behind and behind[0] in _LEADS_TO:
        behind = behind[1:]
    ends = next((n for n, w in enumerate(behind) if w in STOPWORDS), len(behind))
    return frozenset(one_term(stem(w)) for w in behind[:ends] if not w[0].isdigit() and w not in CALENDAR)


def _is_its_time(step: Awaited, reading: Reading, span: Span, denial: Denial) -> bool:
    """Tell whether what is denied is not only denied of another day, nor only until the step's; the day on which it is said is behind."""
    published = reading.document.published
    times = [t.value for t in reading.analysis.times if span.start + denial.start < t.span.start < span.end and t.value is not None]
    ahead = [v for v in times if published is None or v.end > published]
    if denial.is_for_now:
        return step.item.value is not None and any(v.end > step.item.value.end for v in ahead)
    return not ahead or step.item.value is None or any(days_meet(v, step.item.value) for v in ahead)


def _may_say_so(step: Awaited, reading: Reading, start: int, denial: Denial, named: Set[str]) -> bool:
    """Tell whether a denial is of this very step, and said by somebody who may revoke it."""
    place = start + denial.start
    said = [p for p in reading.analysis.positions if any(s.start <= place < s.end for s in (*p.content, *p.cue))]
    their = [p for p in said if p.actor is not None and _is_one_of(p.actor, reading, (*step.voices, *step.item.who))]
    own_words = {t for t in step.terms if one_term(t).removesuffix("e") != denial.term.removesuffix("e")}
    if not own_words & named and not (step.is_own and not own_words and their):
        return False
    if not said:
        return not open_quote(reading.text, place)
    return bool(their) or (not step.voices and not step.item.who and all(_tells(p) for p in said))


def _tells(position: Position) -> bool:
    return position.actor is not None and position.kind in _TELLING and _OUTSIDE.search(fold(position.actor)) is None


def _is_one_of(actor: str, reading: Reading, names: Iterable[str]) -> bool:
    """Tell whether an actor of a document is one of those that earlier documents named, or speaks for one by their office."""
    own = name_words(actor)
    found = next((a for a in reading.analysis.actors if a.name == actor), None)
    bodies = list(names)
    if any(v.is_of(body) for s in _sayings(actor, reading) for v in voices_in(s, actor, bodies) for b in bodies if (body := voice(b))):
        return True
    office = {w[:_OFFICE] for text in ((found.role, found.affiliation) if found else ()) if text for w in name_words(text)}
    return any(same_name(own, other) or {w[:_OFFICE] for w in other} <= office for name in bodies if (other := name_words(name)))


def _sayings(actor: str, reading: Reading) -> Iterator[str]:
    """The sentences of a document that name an actor, where their office may stand."""
    found = next((a for a in reading.analysis.actors if a.name == actor and a.kind == "person"), None)
    for span in reading.sentences_at(found.mentions) if found is not None else ():
        yield reading.slice(span)
