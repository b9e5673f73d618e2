"""What an invitation asks somebody to: "handed the emir an invitation to visit Selm", "accepted an invitation from Falk to speak"."""

from __future__ import annotations

from typing import Final

from briefing.models import StepKind
from briefing.nlp.entities import Entity
from briefing.nlp.steps.clauses import act_span, noun_phrase, with_time
from briefing.nlp.steps.conditions import condition_of, is_habit, is_unsaid
from briefing.nlp.steps.demands import WEIGHT
from briefing.nlp.steps.record import Scene, Step, can_act
from briefing.nlp.steps.verbs import read_group, subject_of
from briefing.nlp.syntax import Text

_GIVE: Final = frozenset("extend hand convey send deliver present give issue address".split())
_TAKE: Final = frozenset({"receive", "accept", "get"})
#: the infinitive of an invitation begins so few words behind it
_REACH: Final = 10
#: who invites, and who is invited, may stand in between
_BETWEEN: Final = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})


def invitation_to(scene: Scene, verb: int) -> Step | None:
    """The act of an infinitive that an invitation takes, of whom somebody hands it to or who has it in hand."""
    view, group = scene.view, read_group(scene.view, verb)
    noun = _invitation(view, group.first) if group.infinitive and not group.negated else None
    if noun is None or view.tokens[noun].relation not in ("obj", "nsubj:pass"):
        return None
    giving = view.tokens[noun].head
    outer, lemma = read_group(view, giving), view.lemma(giving)
    if lemma not in _GIVE | _TAKE or outer.negated or outer.modal is not None or any(view.low(w) == "had" for w in outer.chain):
        return None
    if is_unsaid(view, giving) or is_habit(view, giving) or condition_of(view, giving) or scene.is_history(giving):
        return None
    span = with_time(view, act_span(view, verb, start=None, said=None), scene.times)
    if scene.is_past(span, verb):
        return None
    when = scene.time_of(span, verb)
    who = _invited(scene, giving, noun, group.first)
    kind: StepKind = "committed" if lemma == "accept" and who else "requested"
    return Step(what=(span,), who=who, when=when, kind=kind, importance=WEIGHT - 0.1, act=verb, cue=giving)


def _invitation(view: Text, first: int) -> int | None:
    """The invitation that an infinitive belongs to, with nothing but names and nouns between."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if view.lemma(at) == "invitation" and view.tokens[at].pos == "NOUN":
            return at
        if view.tokens[at].pos not in _BETWEEN:
            return None
    return None


def _invited(scene: Scene, giving: int, noun: int, first: int) -> tuple[Entity, ...]:
    """Who takes an invitation, or whom it is handed, sent or extended "to"."""
    view, said = scene.view, scene.said(giving)
    speakers = said.actors if said else ()
    if view.lemma(giving) in _TAKE or (read_group(view, giving).passive and view.tokens[noun].relation == "obj"):
        subject = subject_of(view, giving)
        return scene.who(noun_phrase(view, subject), speakers) if subject is not None else ()
    behind = [w for w in range(giving + 1, first) if w != noun and view.tokens[w].pos in ("NOUN", "PROPN", "PRON") and can_act(view, w)]
    led = next((w for w in behind if any(view.low(c) == "to" for c in view.children[w])), None)
    bare = next((w for w in behind if w < noun and view.tokens[w].relation in ("obj", "iobj", "obl")), None)
    whom = led if led is not None else bare
    return scene.who([w for w in noun_phrase(view, whom) if w < first and (w < noun or whom > noun)], speakers) if whom is not None else ()
