"""Futures without an infinitive: a present tense, a participle or "be", with a time to come: "takes effect on July 1"."""

from __future__ import annotations

from briefing.models import StepKind
from briefing.nlp.steps import words
from briefing.nlp.steps.conditions import condition_of, in_question
from briefing.nlp.steps.modals import Future
from briefing.nlp.steps.plans import is_put_off
from briefing.nlp.steps.record import Scene, can_act
from briefing.nlp.steps.reports import in_past_report, is_own, is_reported
from briefing.nlp.steps.terms import bounded_below
from briefing.nlp.steps.verbs import BE_PRESENT, LASTS, Group, finite_form, is_event, read_group, subject_of
from briefing.nlp.syntax import PRESENT, Text


def planned(scene: Scene, verb: int) -> Future | None:
    """ "A vote is due on April 12", "talks planned for next week": with a time to come and no infinitive."""
    view, token = scene.view, scene.view.tokens[verb]
    if any(view.tokens[c].relation in ("xcomp", "ccomp") for c in view.children[verb]) or condition_of(view, verb) == "inside":
        return None  # "a walkout is planned for May 3 if talks fail" stands in the diary
    if token.relation in ("amod", "compound", "advmod", "case", "fixed"):
        return None
    tense = finite_form(view, verb)
    subject = subject_of(view, verb)
    if token.relation.startswith("acl") and (subject is None or view.low(subject) in words.RELATIVES):
        if (tense == "VBD" and not in_past_report(scene, verb)) or (tense is None and is_put_off(view, verb)):
            return None
        subject = token.head
    elif not (tense in PRESENT or (tense == "VBD" and in_past_report(scene, verb))):
        return None
    if subject is None or not (token.tag == "JJ" or tense is None or has_be(view, verb)):
        return None
    kind: StepKind = "expected" if view.lemma(verb) in words.EXPECT else "scheduled"
    return Future(kind=kind, subject=subject, needs="ahead")


def not_before(scene: Scene, verb: int) -> Future | None:
    """What is awaited no earlier than a day: "no verdict is expected before May 3", "the report is not due until September"."""
    view = scene.view
    if view.lemma(verb) not in words.DUE | words.EXPECT or finite_form(view, verb) not in PRESENT or in_question(view, verb):
        return None
    subject = subject_of(view, verb)
    late = bounded_below(scene, verb)
    if subject is None or late is None or view.tokens[subject].tag not in ("NN", "NNS"):
        return None
    return Future(kind="expected" if view.lemma(verb) in words.EXPECT else "scheduled", subject=subject, needs="ahead")


def lasting(scene: Scene, group: Group) -> Future | None:
    """How long something stays as it is: "remains closed until Friday", "the truce lasts until Sunday", "is open until May 3"."""
    view = scene.view
    stays = any(view.lemma(w) in LASTS and view.tokens[w].tag in PRESENT for w in (group.verb, group.verb - 1, *group.chain))
    stays = stays or (
        view.low(group.verb) in words.OPEN_TILL
        and view.child(group.verb, ("cop", "aux:pass")) is not None
        and finite_form(view, group.verb) in PRESENT
    )
    if not stays or group.modal is not None or condition_of(view, group.verb):
        return None
    return Future(kind="scheduled", subject=subject_of(view, group.verb), needs="term")


def in_present(scene: Scene, group: Group) -> Future | None:
    """The present tense, or its progressive form, with a day to come: "takes effect on July 1", "is flying to Oslo on Friday"."""
    view = scene.view
    lemma = view.lemma(group.verb)
    tag = view.tokens[group.verb].tag
    forms = {view.low(w) for w in group.chain}
    progressive = tag == "VBG" and forms & BE_PRESENT
    if group.modal is not None or not (progressive or tag in PRESENT) or (forms - BE_PRESENT and not progressive and group.chain):
        return None
    by_date = lemma in words.TIMED_BY_DATE or _falls(view, group.verb)
    if condition_of(view, group.verb) or (not by_date and lemma in words.SPEECH | words.INTEND | words.WISH | words.AWAIT):
        return None
    onward = {view.low(c) for c in view.children[group.verb]}
    if progressive and lemma in ("go", "move", "press", "push", "forge") and onward & {"ahead", "forward"}:
        return Future(kind="committed", subject=subject_of(view, group.verb))
    if any(view.tokens[c].relation in ("xcomp", "ccomp") and view.tokens[c].tag != "NN" for c in view.children[group.verb]):
        return None
    if progressive and onward & {"already", "still", "currently", "now"}:
        return None
    if lemma not in words.TIMED and not by_date and (not progressive or lemma in words.STATES or not _has_own_time(scene, group.verb)):
        return None
    subject = subject_of(view, group.verb)
    if not progressive and subject is not None and view.low(subject) == "that":
        # "a dam that leaves the farmers without water in summer" describes; "which takes effect on July 1" adds
        return None
    return Future(kind="scheduled", subject=subject, needs="ahead")


def _falls(view: Text, verb: int) -> bool:
    """Tell whether an event or a term has its day: "the deadline falls on May 30", and not "the shares fall"."""
    subject = subject_of(view, verb)
    return view.lemma(verb) == "fall" and subject is not None and is_event(view, subject)


def _has_own_time(scene: Scene, verb: int) -> bool:
    """Tell whether a time is on the verb itself: not "are dealing with the prospect of poverty by December"."""
    view = scene.view
    behind = scene.times_from(view.tokens[verb].start + 1, view.sentences[view.tokens[verb].sentence].end)
    heads = (view.head_of(view.words([t.span])) for t in behind if not t.deadline)
    return any(h is not None and view.tokens[h].head == verb for h in heads)


def placed(scene: Scene, group: Group) -> Future | None:
    """What is on a day to come, with "be": "the auction is on Friday", "her members would be back on Tuesday"."""
    view = scene.view
    subject = subject_of(view, group.verb)
    if subject is None or view.tokens[subject].relation == "expl" or condition_of(view, group.verb) is not None:
        return None
    if group.modal in ("will", "shall") or (group.modal == "would" and is_reported(scene, group)):
        said = scene.said(group.verb)
        if said is not None and is_own(scene, subject, said) and can_act(view, subject):
            return Future(kind="committed", subject=subject, needs="ahead")
        timed = is_event(view, subject) or view.tokens[group.verb].tag in ("RB", "IN", "NNP", "CD")
        return Future(kind="scheduled" if timed else "expected", subject=subject, needs="ahead")
    forms = {view.low(c) for c in view.children[group.verb] if view.tokens[c].relation == "cop"}
    if group.modal is None and forms & BE_PRESENT and is_event(view, subject):
        return Future(kind="scheduled", subject=subject, needs="ahead")
    return None


def has_be(view: Text, word: int) -> bool:
    return any(view.lemma(c) == "be" for c in [*view.children[word], *read_group(view, word).chain])
