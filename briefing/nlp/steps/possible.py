"""What may come, in forms that are as often no step: "demanded that he resign", "is looking into it", "would allow them to stay".

The widest net of all. Each form is a doubt of its own, so that it is learned of each how often readers note it (`weigh`).
"""

from __future__ import annotations

from typing import Final

from briefing.models import StepKind
from briefing.nlp.steps import words
from briefing.nlp.steps.ahead import AHEAD, LOOSE, kind_by_subject
from briefing.nlp.steps.conditions import in_question
from briefing.nlp.steps.doers import doer_of
from briefing.nlp.steps.modals import Future
from briefing.nlp.steps.prospects import NECESSARY, single_act
from briefing.nlp.steps.record import Scene, Step, can_act
from briefing.nlp.steps.standing import kind_of_step
from briefing.nlp.steps.verbs import BE_PRESENT, MUST, Group, finite_form, read_group, subject_of
from briefing.nlp.syntax import PRESENT, Text

#: the doubt of what is under way: "is working to relocate the villages"
GOING_ON: Final = "going on"
#: "will not allow them", "not to interfere"
_DENIED: Final = "denied"
_WILL: Final = frozenset({"will", "shall", "'ll"})
_DEMANDS: Final = words.ASK | words.DEMAND | words.CALL_FOR | NECESSARY | {"insist", "prefer", "time", "mean"}
_WISHES: Final = words.WISH | words.EXPECT | words.AWAIT | words.DEMAND | {"insist", "mean", "important", "essential"}
#: what is under way and goes on: "are investigating others"
_EFFORTS: Final = frozenset(
    """work investigate look discuss conduct focus follow study examine probe search pursue go process proceed petition continue
    assess monitor explore""".split()
)
#: they take an infinitive or a purpose that is still to be reached: "are working to identify them"
_STRIVE: Final = frozenset(
    """continue strive work look petition approach sign promise prepare agree urge need demand allow stand join hire make allocate deploy
    put send provide draw meet approve hold finalise finalize rush hustle race scramble negotiate hasten endeavour endeavor fight battle
    move try attempt mobilise mobilize aspire vie""".split()
)
#: nouns with an infinitive that is still to be done: "signed an agreement to", "its readiness to"
_ERRANDS: Final = frozenset(
    """agreement deal accord memorandum readiness process deadline urgency initiative application responsibility bid motion petition
    invitation mission mandate campaign aim task programme program project intent grant bill""".split()
)
_DEMAND_NOUNS: Final = frozenset("request order petition motion appeal call demand plea ultimatum application".split())
#: what is behind them in the form of a gerund is still to be done: "is focusing on completing", "the importance of raising"
_OPEN: Final = frozenset(
    """importance process focus look forward consider continue interested involve include way start priority agenda step option
    discussion talk responsible charge proposal measure work keep committed commitment recommend need""".split()
)


def possible(scene: Scene, verb: int) -> Step | None:
    """The act of a verb that may come; None where it is asked about, a scrap, or over."""
    view, group = scene.view, read_group(scene.view, verb)
    if in_question(view, verb) or (any(view.lemma(w) == "have" for w in group.chain) and (group.modal or not group.infinitive)):
        return None
    found = _led(scene, group) if group.infinitive else _finite(scene, verb, group) or _bare(scene, verb, group)
    if found is None:
        return None
    form, future = found
    act = single_act(scene, verb, future)
    if act is None:
        return None
    subject, span, when = act
    who = doer_of(scene, verb, future, scene.said(verb), dated=when is not None)
    kind = kind_of_step(scene, verb, future, dated=when is not None, who=who)
    what = (span,) if subject is None else (subject, span)
    doubts = (AHEAD, LOOSE, form, *((_DENIED,) if group.negated else ()))
    return Step(what=what, who=who, when=when, kind=kind, importance=0.2, act=verb, cue=group.governor, doubts=doubts)


def _is_held(scene: Scene, verb: int, kind: str) -> bool:
    said = scene.said(verb)
    return said is not None and said.kind == kind


def _finite(scene: Scene, verb: int, group: Group) -> tuple[str, Future] | None:
    """A clause with "will", "would" or "must" that surer finders let pass, and what is under way."""
    view, subject = scene.view, subject_of(scene.view, verb)
    relative = subject is not None and view.low(subject) in words.RELATIVES
    if view.tokens[verb].relation == "acl:relcl" and not relative:
        return None  # "a school where she will teach": what is done there is told beside
    if group.modal in _WILL or (group.modal == "would" and scene.said(verb) is not None):
        own = _is_held(scene, verb, "commitment")
        kind: StepKind = "committed" if own else "expected"
        return "would" if group.modal == "would" else "will", Future(kind=kind, subject=subject, foreseen=not own)
    if group.modal in MUST:
        return "must", Future(kind="requested", subject=subject)
    if group.modal is not None:
        return None
    now = any(view.low(w) in BE_PRESENT for w in group.chain)
    if view.tokens[verb].tag == "VBG" and now and view.lemma(verb) in _EFFORTS:
        mine = subject is not None and can_act(view, subject)
        return GOING_ON, Future(kind="committed" if mine else "expected", subject=subject)
    token = view.tokens[verb]
    if token.relation == "ccomp" and finite_form(view, verb) in PRESENT and token.head < verb and view.lemma(token.head) in _WISHES:
        return "wished", Future(kind="requested" if _is_held(scene, verb, "demand") else "expected", subject=subject)
    return None


def _bare(scene: Scene, verb: int, group: Group) -> tuple[str, Future] | None:
    """A verb without tense: demanded ("that he resign", "be tried"), bidden ("Ensure that"), or a gerund behind what is open."""
    view, token = scene.view, scene.view.tokens[verb]
    if token.tag == "VBG" and not group.chain:
        if token.head >= verb or view.lemma(token.head) not in _OPEN or view.lemma(verb) in words.WISH:
            return None
        demand = _is_held(scene, verb, "demand")
        bound = subject_of(view, token.head) if view.tokens[token.head].pos in ("VERB", "ADJ") and not demand else None
        return "gerund", Future(kind="requested" if demand else "committed", subject=bound, whole=False)
    if not _is_without_tense(view, verb, group):
        return None
    subject = subject_of(view, verb)
    if token.relation in ("ccomp", "csubj", "acl", "xcomp") and token.head < verb and view.lemma(token.head) in _DEMANDS:
        return "demanded", Future(kind="requested", subject=subject, whole=subject is not None)
    if token.relation == "root" and subject is None:
        return "imperative", Future(kind="requested", subject=None, whole=False)
    return None


def _is_without_tense(view: Text, verb: int, group: Group) -> bool:
    """Tell whether a verb is in its bare form, or has "be" in that before it."""
    first = group.first
    return group.modal is None and view.tokens[first].tag == "VB" and (first == verb or view.low(first) == "be")


def _asked_with(view: Text, at: int, verb: int) -> int | None:
    """The noun for a demand of which an infinitive is, where the tree hangs that on the verb: "filed a request with the court to open"."""
    if view.tokens[at].pos != "VERB" or view.tokens[verb].relation != "advcl":
        return None
    nouns = (c for c in view.children[at] if c < verb and view.tokens[c].relation in ("obj", "nsubj:pass"))
    return next((c for c in nouns if view.lemma(c) in _DEMAND_NOUNS), None)


def _led(scene: Scene, group: Group) -> tuple[str, Future] | None:
    """An infinitive by a word that leads to it now and then; "is yet to rule", "was to open"."""
    view, at, verb = scene.view, group.governor, group.verb
    if at is None:
        return ("be to", Future(kind=kind_by_subject(view, verb), subject=subject_of(view, verb))) if group.be_to is not None else None
    if view.lemma(verb) in words.COGNITION:
        return None
    asking = _asked_with(view, at, verb)
    if asking is not None:
        return "led by noun, acl", Future(kind="requested", subject=None, whole=False)
    pos, relation = view.tokens[at].pos, view.tokens[verb].relation
    leads, relations = (_ERRANDS, ("acl",)) if pos == "NOUN" else (_STRIVE, ("xcomp", "advcl", "acl", "ccomp"))
    if view.lemma(at) not in leads or pos not in ("NOUN", "VERB") or relation not in relations:
        return None
    kind: StepKind = "requested" if _is_held(scene, verb, "demand") else "committed"
    subject = view.subject(verb) or subject_of(view, at)
    return f"led by {pos.lower()}, {relation}", Future(kind=kind, subject=subject, whole=False)
