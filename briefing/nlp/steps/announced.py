"""What a verb announces: the act that stands in some future, with its words, its doer, its day and its kind."""

from __future__ import annotations

from briefing.models import Span, TemporalExpression
from briefing.nlp.entities import Entity
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import act_span, is_whole, with_time, without_leading
from briefing.nlp.steps.doers import can_be_named, doer_of
from briefing.nlp.steps.futures import future_of
from briefing.nlp.steps.modals import Future
from briefing.nlp.steps.nouns import takes_event
from briefing.nlp.steps.openings import opening, predicate_start
from briefing.nlp.steps.prospects import is_regular
from briefing.nlp.steps.record import Scene, Step, can_act
from briefing.nlp.steps.standing import kind_of_step
from briefing.nlp.steps.terms import bounded_below, holder_of_term, term_given, without_deadline
from briefing.nlp.steps.verbs import BE_PRESENT, finite_form, read_group
from briefing.nlp.syntax import PRESENT, Text

_TELLS = frozenset({"reveal", "announce", "unveil", "outline", "present", "discuss", "detail"})
#: so few words without a subject tell nothing: "would appeal"
_TELLING = 3
#: they are done once
_COMES = frozenset("arrive meet visit depart fly travel convene reconvene resume vote appear address begin end expire gather".split())


def announced(scene: Scene, verb: int) -> Step | None:
    """The step of a verb that stands in some future."""
    future = future_of(scene, verb)
    if future is None:
        return None
    view, said = scene.view, scene.said(verb)
    subject, start = opening(scene, verb, future)
    span = act_span(view, verb, start=start, said=said)
    if len(view.words([span])) < 2 and not future.whole:
        span = act_span(view, verb, start=_own_subject(view, verb) or predicate_start(view, verb), said=said)
    span = without_leading(view, with_time(view, span, scene.times))
    if len(view.words([span])) < 2 or scene.is_past(span, verb) or is_regular(scene, span):
        return None
    when = scene.time_of(span, verb) if not _is_of_its_telling(scene, verb) else None
    if when is None and (read_group(view, verb).modal in ("will", "shall", "would", "must") or read_group(view, verb).be_to in BE_PRESENT):
        when = scene.time_before(verb) or scene.time_shared(verb)
    leading = read_group(view, verb).governor
    leads = leading is not None and (finite_form(view, leading) in PRESENT or read_group(view, leading).modal in ("will", "shall"))
    if when is None and leading is not None and leads and future.kind != "requested":
        when = scene.time_before(leading)  # "by 2030 the number is expected to reach", "from June 2 drivers will have to pay"
    when = bounded_below(scene, verb) or when or scene.time_of_event(span) or term_given(scene, verb)
    ahead = when is not None and (
        scene.is_ahead(when) or (_is_now(view, verb) and (scene.may_be_ahead(when, verb) or _is_later_today(scene, when, verb)))
    )
    if (future.needs and not ahead) or (future.needs == "term" and when is not None and not (when.deadline or scene.is_least(when))):
        return None
    when = without_deadline(scene, verb, when)
    who = doer_of(scene, verb, future, said, dated=when is not None)
    kind = kind_of_step(scene, verb, future, dated=when is not None, who=who)
    if when is None and not _is_owed(scene, verb, future, who):
        return None
    if not is_whole(view, verb, span, dated=when is not None):
        return None
    importance = (0.5 if said is None or said.kind == "commitment" else 0.4) + (0.25 if when is not None else 0.0)
    what = _worded(scene, verb, future, who, (span,) if subject is None else (subject, span))
    return Step(what=what, who=who, when=when, kind=kind, importance=importance, act=verb, cue=read_group(view, verb).governor)


def _is_now(view: Text, verb: int) -> bool:
    """Tell whether a verb tells a timetable by its own tense, so that a day with it lies ahead: "submissions close on 26 July"."""
    group = read_group(view, verb)
    return not group.infinitive and (finite_form(view, verb) in PRESENT or group.modal in ("will", "must"))


def _is_later_today(scene: Scene, time: TemporalExpression, verb: int) -> bool:
    """Tell whether somebody comes, goes or meets "today", which with other verbs is as often "these days"."""
    view = scene.view
    return view.lemma(verb) in _COMES and view.slice(time.span).lower() == "today" and scene.is_of(time, verb)


def _own_subject(view: Text, verb: int) -> int | None:
    """The first word of the noun that an infinitive has between it and its governor: "agreed for another report to be done"."""
    group = read_group(view, verb)
    last = group.first - 1
    if group.governor is None or not group.passive or last <= group.governor or view.tokens[last].pos not in ("NOUN", "PROPN"):
        return None
    first = last
    while first - 1 > group.governor and view.tokens[first - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        first -= 1
    return first


def _is_due(view: Text, verb: int) -> bool:
    """Tell whether a thing's turn is told as settled: "excavations are planned to be carried out"."""
    governor = read_group(view, verb).governor
    return governor is not None and view.lemma(governor) in words.DUE and finite_form(view, governor) in PRESENT


def _worded(scene: Scene, verb: int, future: Future, who: tuple[Entity, ...], what: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words without the pronoun at their head, where `who` says whom it means: "he will sign" of President Falk."""
    view, subject = scene.view, future.subject
    named = any(can_be_named(e) for e in who)
    if not named or subject is None or view.low(subject) not in words.OWN or read_group(view, verb).passive:
        return what
    first = predicate_start(view, verb)
    if scene.is_time(first):  # "has 30 days to appeal", where the tree hangs the act on the days
        first = holder_of_term(scene, first) or first
    if what[0].start != view.tokens[subject].start or first >= verb:
        return what
    if view.tokens[first].text[0] in "'’":
        if view.lemma(first) == "be":
            return what  # "it’s set to"
        first += 1
    if len(view.words([Span(view.tokens[first].start, what[-1].end)])) < _TELLING:
        return what
    return (Span(view.tokens[first].start, what[-1].end),)


def _is_of_its_telling(scene: Scene, verb: int) -> bool:
    """Tell whether a day is when a plan was told: "revealed his plans to end the crisis on Monday"."""
    view, noun = scene.view, read_group(scene.view, verb).governor
    if noun is None or view.lemma(noun) not in words.INTENT_NOUNS or view.tokens[noun].relation != "obj":
        return False
    return view.tokens[view.tokens[noun].head].tag == "VBD" and view.lemma(view.tokens[noun].head) in _TELLS


def _is_owed(scene: Scene, verb: int, future: Future, who: tuple[Entity, ...]) -> bool:
    """Tell whether a step without a day has somebody to do it: a name; a group known by its noun only where it says so itself."""
    view, subject, said = scene.view, future.subject, scene.said(verb)
    if future.kind == "requested" or takes_event(view, verb):
        return True
    if future.foreseen and said is None and subject is not None and view.low(subject) == "it":
        return False  # as often a thing as a body
    if any(not e.nominal for e in who):
        return True
    passive = read_group(view, verb).passive
    if passive and (subject is None or view.tokens[subject].pos == "PRON"):
        return False
    if said is not None and said.kind == "commitment" and said.actors and not future.foreseen:
        return True
    if view.lemma(verb) in words.TIMED and subject is not None and view.tokens[subject].pos == "NOUN" and can_act(view, subject):
        return True
    if future.foreseen or subject is None:
        return False
    if future.kind == "scheduled" and _is_due(view, verb) and (passive or (view.lemma(verb) in _COMES and can_act(view, subject))):
        return True
    if passive:
        return said is not None and bool(said.actors) and not said.quoted and view.tokens[subject].pos == "NOUN"
    own = said is not None and bool(said.actors or said.source)
    return view.tokens[subject].pos == "PROPN" or bool(who) or own
