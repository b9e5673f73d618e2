"""Whatever else a text says is to come, in any form: "will be mandatory", "is ready to investigate", "the need to resolve the issues".

A wide net: most of what it holds is a hope, a duty of everybody or how a thing will be. A reader of the whole article still notes many
of them, so that they are weighed (`weigh`) for the analysis, and the surer finders' doubts do not rule them out beforehand.
"""

from __future__ import annotations

from typing import Final

from briefing.models import StepKind
from briefing.nlp.steps import words
from briefing.nlp.steps.asking import whom_asked
from briefing.nlp.steps.clauses import clause_heads
from briefing.nlp.steps.conditions import condition_of, in_question, is_denied
from briefing.nlp.steps.doers import doer_of
from briefing.nlp.steps.modals import Future
from briefing.nlp.steps.plans import was_planned
from briefing.nlp.steps.prospects import NECESSARY, single_act
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.standing import kind_of_step
from briefing.nlp.steps.verbs import MUST, Group, finite_form, read_group, subject_of
from briefing.nlp.syntax import Text

#: the doubt that every one of them is in
AHEAD: Final = "only ahead"
#: and that of those in a form that is as often no step (`possible`, `wanted`, `undated`)
LOOSE: Final = "loose form"
_WILL: Final = frozenset({"will", "'ll", "’ll"})
_BE: Final = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "be"})
_ASKING_NOUNS: Final = frozenset("call demand order request appeal need necessity push instruction obligation duty".split())
_ASKS: Final = (words.ASK | words.DEMAND | words.CALL_FOR | _ASKING_NOUNS | {"want", "need", "expect"}) - {"encourage", "campaign", "argue"}
_READY: Final = frozenset("ready readiness willing willingness prepared committed determined commitment".split())
_LEADS: Final = (
    _ASKS
    | _READY
    | NECESSARY
    | words.DUE
    | words.EXPECT
    | words.INTEND
    | words.SETTLED
    | words.MADE_UP
    | words.WISH
    | words.INTENT_NOUNS
    | words.DECISION_NOUNS
    | frozenset("have go threaten consider goal suppose supposed mandate about".split())
) - {"aim", "prepare", "mean", "elect"}
#: they take a gerund of what is to be done: "proposed holding a vote", "aims at building"
_TAKE_GERUND: Final = frozenset(
    "propose recommend suggest consider urge advocate aim plan commit committed commitment look call favour favor necessity need idea "
    "proposal intention demand contemplate mull".split()
)
_LEFT_OF_TO: Final = 4
_ADVICE: Final = frozenset("recommendation advice suggestion demand request call proposal thing solution way key duty".split())
_GOALS: Final = frozenset(
    "aim goal plan idea purpose objective intention role mission ambition strategy agenda target one vision project programme".split()
)


def ahead(scene: Scene, verb: int) -> Step | None:
    """The act of a verb that stands in any future, demand or plan; None where it is denied, asked about, conditional or over."""
    view, group = scene.view, read_group(scene.view, verb)
    if group.negated or in_question(view, verb) or condition_of(view, verb) == "inside" or is_denied(view, verb):
        return None
    future = _future_of(scene, verb, group)
    if future is None:
        return None
    act = single_act(scene, verb, future)
    if act is None:
        return None
    subject, span, when = act
    said = scene.said(verb)
    governor = group.governor
    who = doer_of(scene, verb, future, said, dated=when is not None)
    if future.kind == "requested" and governor is not None and view.lemma(governor) in words.ASK and view.tokens[governor].pos == "VERB":
        who = whom_asked(scene, governor, verb)
    kind = kind_of_step(scene, verb, future, dated=when is not None, who=who)
    what = (span,) if subject is None else (subject, span)
    return Step(what=what, who=who, when=when, kind=kind, importance=0.3, act=verb, cue=governor, doubts=(AHEAD,))


def predicates(view: Text) -> list[int]:
    """The verbs that head a clause, and the nouns and adjectives that are said of something: "will be mandatory"."""
    said_of = {t.head for t in view.tokens if t.relation in ("cop", "aux", "aux:pass")}
    return sorted(clause_heads(view) | said_of)


def _modal(view: Text, verb: int, group: Group) -> str | None:
    """The modal of a verb, or of a noun that something else parts from it: "will be the first edition"."""
    found = next((c for c in view.children[verb] if view.tokens[c].tag == "MD" and view.tokens[c].relation == "aux" and c < verb), None)
    return group.modal if group.modal is not None or found is None else view.low(found)


def kind_by_subject(view: Text, verb: int) -> StepKind:
    """What "is to" makes of an act: of a goal it tells an intent, of advice what is asked, of anything else an appointment."""
    subject = subject_of(view, verb)
    lemma = view.lemma(subject) if subject is not None else ""
    if lemma in _ADVICE:
        return "requested"
    return "committed" if lemma in _GOALS and not read_group(view, verb).passive else "scheduled"


def _is_to(view: Text, verb: int, group: Group) -> bool:
    """Tell whether a day stands between "is" and "to": "is next week to visit"."""
    left = range(max(0, group.first - _LEFT_OF_TO), group.first)
    be = next((w for w in reversed(left) if view.low(w) in ("is", "are")), None)
    return be is not None and all(view.tokens[w].tag not in ("CD", "VB") for w in range(be, group.first))


def _future_of(scene: Scene, verb: int, group: Group) -> Future | None:
    view, subject = scene.view, subject_of(scene.view, verb)
    if subject is not None and view.low(subject) in words.VAGUE - {"there", "you"}:
        return None
    if view.tokens[verb].relation == "acl:relcl":
        return None  # it says what a thing is like
    if group.modal is not None and any(view.lemma(w) == "have" and not group.infinitive for w in group.chain):
        return None  # "should have begun"
    said = scene.said(verb)
    demand = said is not None and said.kind == "demand"
    if group.infinitive and group.be_to is None and group.governor is not None and scene.is_time(group.governor):
        return Future(kind="scheduled", subject=subject) if _is_to(view, verb, group) else None
    if group.infinitive and group.be_to is None:
        return _governed(scene, group, subject) if group.governor is not None else None
    if group.infinitive:
        return Future(kind=kind_by_subject(view, verb), subject=subject) if group.be_to in _BE else None
    modal = _modal(view, verb, group)
    if modal in _WILL:
        own = said is not None and said.kind == "commitment"
        return Future(kind="committed" if own else "expected", subject=subject, foreseen=not own)
    if modal in MUST - {"shall"}:
        return Future(kind="requested", subject=subject)
    token = view.tokens[verb]
    if token.tag == "VBG" and not group.chain:
        head = token.head
        if view.lemma(head) in _TAKE_GERUND and head < verb:
            bound = subject_of(view, head) if view.tokens[head].pos in ("VERB", "ADJ") and not demand else None
            return Future(kind="requested" if demand else "committed", subject=bound, whole=False)
    if view.lemma(verb) in words.DUE | words.EXPECT and token.tag in ("VBN", "JJ") and view.child(verb, ("xcomp", "ccomp")) is None:
        return _planned(scene, verb, subject)
    return None


def _planned(scene: Scene, verb: int, subject: int | None) -> Future | None:
    """ "A race scheduled for June 4", "the date is set for 2030": with a time, which may be any."""
    view, token = scene.view, scene.view.tokens[verb]
    now = any(view.low(c) in _BE for c in view.children[verb])
    if token.relation.startswith("acl") and not now:
        subject = token.head
    elif not now:
        return None
    behind = scene.times_from(token.end, view.sentences[token.sentence].end)
    if subject is None or not any(view.tokens[w].relation == "case" and view.tokens[w].head > verb for w in (verb + 1,)) or not behind:
        return None
    return Future(kind="expected" if view.lemma(verb) in words.EXPECT else "scheduled", subject=subject)


def _governed(scene: Scene, group: Group, subject: int | None) -> Future | None:
    view, at = scene.view, group.governor
    assert at is not None
    lemma, outer = view.lemma(at), read_group(view, at)
    if outer.negated or lemma not in _LEADS or condition_of(view, at) == "inside":
        return None
    if outer.modal in ("may", "might", "could", "can") or scene.is_history(at):
        return None
    if was_planned(view, at) or (any(view.low(w) == "had" for w in outer.chain) and not in_past_report(scene, at)):
        return None  # "had planned to", "was first planned to"
    if outer.passive and finite_form(view, at) == "VBD" and not in_past_report(scene, at):
        return None  # "was scheduled to perform", "were told to stop"
    said = scene.said(group.verb)
    demand = said is not None and said.kind == "demand"
    if lemma in _ASKS and not (lemma == "expect" and outer.passive):
        # "is expected to spread" asks it of nobody
        return Future(kind="requested", subject=subject, whole=False)
    if lemma in words.DUE | words.EXPECT and view.tokens[at].pos != "NOUN":
        kind: StepKind = "scheduled" if lemma in words.DUE else "expected"
        return Future(kind=kind, subject=view.subject(group.verb) or subject_of(view, at))
    if lemma in ("have", "go", "suppose", "supposed"):
        return Future(kind="requested" if demand else "expected", subject=view.subject(group.verb) or subject_of(view, at))
    subject = view.subject(group.verb) or subject_of(view, at)
    return Future(kind="requested" if demand else "committed", subject=subject, whole=False)
