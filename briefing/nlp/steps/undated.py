"""What has a day or a month in a text that has no day itself, so that nobody can tell whether it lies ahead: "before the August 9 vote"."""

from __future__ import annotations

import re
from typing import Final

from briefing.models import Span, TemporalExpression
from briefing.nlp.steps import words
from briefing.nlp.steps.ahead import AHEAD, LOOSE
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.conditions import condition_of, in_question
from briefing.nlp.steps.nouns import event_of
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import read_group, subject_of
from briefing.nlp.syntax import PRESENT, Text, trim

_PUT_OFF: Final = frozenset("postpone reschedule delay defer adjourn move shift push extend remand prolong".split())
_GONE: Final = re.compile(r"\b(?:last|ago|past|previous|yesterday|earlier)\b", re.IGNORECASE)
_BEFORE: Final = ("ahead of", "before", "towards", "run-up to", "until")
_TO: Final = frozenset({"to", "until", "till", "for"})
_HABIT: Final = re.compile(r"\b(?:every|each) (?:year|season|time|month|summer|winter)|\b(?:usually|annually|always)\b", re.IGNORECASE)
#: what comes behind them is still to come for whoever acts
_EVE: Final = re.compile(r"\b(?:ahead of|on the eve of|in the run-?up to|(?:days|weeks|months|hours) before)\s+$", re.IGNORECASE)
_OCCASIONS: Final = words.EVENTS | frozenset("plebiscite conclave cup games championship championships expo fair season coronation".split())
#: so many letters are read for what leads to an event
_LEADS: Final = 24
_FEWEST: Final = 2
_YEAR: Final = 4


def undated(scene: Scene) -> list[Step]:
    """The events and the acts of a timetable with a day, of a text without one; none of a text that has one."""
    if scene.published is not None:
        return []
    found = []
    for time in scene.times:
        if time.anchor is None and scene.is_open(time) and not _GONE.search(scene.view.slice(time.span)):
            found += [s for s in (_event(scene, time), _act(scene, time)) if s is not None]
    return found


def ahead_of(scene: Scene, noun: int) -> Step | None:
    """An event without a day that something is done ahead of: "on the eve of the party's congress", "ahead of the opening of the fair"."""
    view, token = scene.view, scene.view.tokens[noun]
    lemma = {view.lemma(noun), token.text.lower()}
    if token.pos not in ("NOUN", "PROPN") or not lemma & (_OCCASIONS | words.ACTS) or in_question(view, noun):
        return None
    phrase = noun_phrase(view, noun)
    what = trim(view.text, view.span_of(phrase))
    if len(phrase) < _FEWEST or not _EVE.search(view.text[max(0, what.start - _LEADS) : what.start]) or scene.is_past(what, noun):
        return None
    if _HABIT.search(view.slice(view.sentences[token.sentence])):
        return None
    if any(view.tokens[w].tag == "CD" and len(view.tokens[w].text) == _YEAR for w in phrase) or _GONE.search(view.slice(what)):
        return None  # "ahead of the 2014 vote"
    doubts = (AHEAD, LOOSE, "undated event")
    return Step(what=(what,), who=(), when=scene.time_of(what, noun), kind="scheduled", importance=0.2, act=noun, doubts=doubts)


def _event(scene: Scene, time: TemporalExpression) -> Step | None:
    """The event of a day that something comes before: "ahead of the August 9 election"."""
    view, noun = scene.view, event_of(scene.view, time)
    if noun is None:
        return None
    phrase = sorted({*noun_phrase(view, noun), *view.words([time.span])})
    what = trim(view.text, view.span_of(phrase))
    if not view.text[: what.start].rstrip().lower().endswith(_BEFORE):
        return None
    doubts = (AHEAD, LOOSE, "undated event")
    return Step(what=(what,), who=(), when=time, kind="scheduled", importance=0.2, act=noun, doubts=doubts)


def _act(scene: Scene, time: TemporalExpression) -> Step | None:
    """The verb that a day is on: put off to it, or of a timetable in the present: "was moved to May 3", "arrive in October"."""
    view = scene.view
    at = view.head_of(view.words([time.span]))
    if at is None:
        return None
    verb = view.tokens[at].head
    group = read_group(view, verb)
    if verb >= at or group.negated or group.modal or group.infinitive or in_question(view, verb) or condition_of(view, verb):
        return None
    put_off = view.lemma(verb) in _PUT_OFF and _leads(view, time) and not any(view.low(w) == "had" for w in group.chain)
    if not put_off and not (view.tokens[verb].tag in PRESENT and view.lemma(verb) in words.TIMED):
        return None
    subject = subject_of(view, verb)
    if subject is None or subject > verb or view.tokens[subject].sentence != view.tokens[verb].sentence:
        return None
    start = min(w for w in (*noun_phrase(view, subject), verb) if w <= verb)
    what = trim(view.text, Span(view.tokens[start].start, time.span.end))
    doubts = (AHEAD, LOOSE, "put off undated" if put_off else "timetable undated")
    return Step(what=(what,), who=(), when=time, kind="scheduled", importance=0.2, act=verb, doubts=doubts)


def _leads(view: Text, time: TemporalExpression) -> bool:
    """Tell whether "to" or "until" leads to a time."""
    first = view.words([time.span])[0]
    return any(view.low(w) in _TO for w in range(max(0, first - 1), first + 1))
