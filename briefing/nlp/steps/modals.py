"""What "will", "would" and "must" make of a clause: a promise, an appointment, a prediction, a demand, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.models import StepKind
from briefing.nlp.steps import words
from briefing.nlp.steps.conditions import condition_of
from briefing.nlp.steps.record import Scene, can_act
from briefing.nlp.steps.reports import is_hoped, is_of_author, is_own, is_someone
from briefing.nlp.steps.verbs import Group, is_event, is_norm, read_group, subject_of
from briefing.nlp.syntax import Text

_LONG = frozenset({"time", "hour", "day", "week", "month", "year", "while", "decade"})
#: what many are let do
_PERMITTED = frozenset(
    "return reopen resume open enter leave apply register vote travel attend visit submit collect restart go operate sell".split()
)
_LASTS = frozenset({"be", "stay", "remain", "last"})


#: nothing without a time: "ahead" for one that lies ahead, "term" for the end of a time that has begun
Needs = Literal["", "ahead", "term"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Future:
    """A kind of future and what it asks for: ``whole`` takes the clause from its subject on, else from its verb."""

    kind: StepKind
    subject: int | None
    whole: bool = True
    needs: Needs = ""
    #: a narrator's or another's word: an act of somebody, or of nobody, as its subject decides
    foreseen: bool = False


def will(scene: Scene, group: Group, verb: int) -> Future | None:
    """ "Will" and its like: whose word it is decides between a promise, an appointment and a prediction."""
    view = scene.view
    subject = subject_of(view, verb) if verb != group.verb else None
    subject = subject if subject is not None else subject_of(view, group.verb)
    condition = condition_of(view, group.verb)
    if condition == "inside" or (condition == "if" and group.modal == "would") or subject is None or _is_what(view, verb):
        return None
    if view.tokens[subject].tag == "VBG" or scene.is_time(subject):
        return None  # "eating our fruits will", "this year will witness"
    if group.modal == "shall" and view.low(subject) not in ("i", "we"):
        return None  # a contract's words
    if view.low(subject) in ("this", "that", "these") and view.lemma(verb) in words.STATES:
        return None
    if any(view.lemma(w) == "have" and w + 1 == verb for w in range(max(0, verb - 1), verb)):
        return None
    needs: Needs = "ahead" if condition is not None else ""
    said = scene.said(verb)
    if view.low(subject) in words.VAGUE - {"it"}:
        needs = "ahead"
    own = is_own(scene, subject, said) if said is not None else is_of_author(scene, subject)
    if _is_state(view, verb, group) and not (own and view.lemma(verb) in words.OWN_ACTS):
        timed = group.passive or is_event(view, subject) or view.lemma(verb) in words.TIMED | _LASTS
        return Future(kind="scheduled" if timed else "expected", subject=subject, needs="ahead")
    if is_event(view, subject):
        return Future(kind="scheduled" if said is None or group.passive else "expected", subject=subject, needs=needs)
    if own and is_hoped(scene, verb):
        return Future(kind="expected", subject=subject, needs=needs, foreseen=True)
    if own or (said is not None and said.kind == "commitment"):
        return Future(kind="committed", subject=subject, needs=needs)
    if said is None and not group.passive and is_someone(scene, subject):
        return Future(kind="committed", subject=subject, needs=needs, foreseen=True)
    if group.passive and (group.modal == "will" or (said is not None and said.actors and said.kind in ("statement", "commitment"))):
        return Future(kind="expected", subject=subject, needs=needs)
    return Future(kind="expected", subject=subject, needs=needs, foreseen=True)


def is_law(scene: Scene, verb: int) -> bool:
    """Tell whether "shall" is a treaty's or a contract's own word: "each member shall notify the secretariat"."""
    view, subject = scene.view, subject_of(scene.view, verb)
    if read_group(view, verb).modal != "shall" or scene.said(verb) is not None or subject is None:
        return False
    return view.tokens[subject].pos in ("NOUN", "PROPN")


def permitted(scene: Scene, group: Group, verb: int) -> Future | None:
    """What somebody says that others may do from a day on: "residents may return on Thursday, the police said"; else it is a guess."""
    view, subject, said = scene.view, subject_of(scene.view, group.verb), scene.said(verb)
    if group.negated or condition_of(view, group.verb) is not None or view.lemma(verb) not in _PERMITTED:
        return None
    if subject is None or view.tokens[subject].tag != "NNS" or said is None or not said.actors or is_own(scene, subject, said):
        return None
    return Future(kind="scheduled", subject=subject, needs="ahead")


def _is_what(view: Text, verb: int) -> bool:
    """Tell whether the act itself is left open: "what his government will do"."""
    own = view.children[verb]
    if any(view.low(c) == "what" for c in own):
        return True
    if any(view.low(g) == "what" for c in own if view.tokens[c].relation == "obj" for g in [c, *view.children[c]]):
        return True
    token = view.tokens[verb]
    return token.relation.startswith("acl") and view.low(token.head) == "what"


def in_court(view: Text, verb: int) -> bool:
    """Tell whether somebody appears somewhere, and does not only seem to be something: "is set to appear in court"."""
    if view.lemma(verb) != "appear" or view.child(verb, ("obl",)) is None or view.child(verb, ("xcomp",)) is not None:
        return False
    subject = subject_of(view, verb)
    return subject is not None and can_act(view, subject)


def _is_state(view: Text, verb: int, group: Group) -> bool:
    """Tell whether a verb says how things will be rather than what somebody will do."""
    lemma = view.lemma(verb)
    if any(view.low(c) == "back" for c in view.children[verb]):
        return False  # "will get back to them"
    if lemma == "take" and (obj := view.child(verb, ("obj",))) is not None and view.lemma(obj) in _LONG:
        return True
    changes = lemma in words.CHANGES and not group.passive and view.child(verb, ("obj", "compound:prt")) is None
    return changes or (lemma in words.STATES and not in_court(view, verb))


def obliged(scene: Scene, group: Group, verb: int) -> Future | None:
    """ "Must", "has to": a step where it has a day, or where somebody asks it of another."""
    view = scene.view
    if condition_of(view, group.verb) is not None or group.negated:
        return None
    if group.modal is not None and any(view.lemma(w) == "have" and not group.infinitive for w in group.chain):
        return None  # "must have received", "should have been closed"
    subject = subject_of(view, group.verb)
    said = scene.said(group.verb)
    if subject is None:
        return None
    if is_norm(view, subject) or view.low(subject) in words.VAGUE:
        dated = group.modal in (None, "must", "shall") and not _is_state(view, verb, group)
        asked = said is not None and said.kind == "demand"
        return Future(kind="requested" if asked else "scheduled", subject=subject, needs="ahead") if dated else None
    reason = any(view.tokens[c].relation == "mark" and view.low(c) == "because" for c in view.children[group.verb])
    if said is not None and not reason and not is_own(scene, subject, said) and view.lemma(verb) not in words.STATES:
        return Future(
            kind="requested", subject=subject, needs="" if read_group(view, verb).passive or is_someone(scene, subject) else "ahead"
        )
    if group.modal in ("should", "would", "could", "might", "may"):
        return None
    return Future(kind="scheduled", subject=subject, needs="ahead")
