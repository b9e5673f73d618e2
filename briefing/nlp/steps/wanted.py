"""What a noun says that is wanted, promised or awaited, whatever the noun: "we need more nurses", "pledged 900 crowns to Selm".

The surer finder of nouns (`nouns`) takes only one that names an act or has a day. What is done with it is a doubt of its own.
"""

from __future__ import annotations

from typing import Final

from briefing.models import Span, StepKind
from briefing.nlp.steps import words
from briefing.nlp.steps.ahead import AHEAD, LOOSE
from briefing.nlp.steps.clauses import noun_phrase, with_time
from briefing.nlp.steps.conditions import condition_of, in_question, is_habit, is_unsaid
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import BE_PRESENT, finite_form, is_event, read_group, subject_of
from briefing.nlp.syntax import PRESENT, Text

_DEMANDS: Final = words.DEMAND - {"urge", "suggest"}
_WANTS: Final = _DEMANDS | {"need", "want", "require", "favour", "favor"}
_PROMISES: Final = frozenset({"promise", "pledge", "vow", "guarantee", "assure", "allocate", "earmark"})
#: nouns for a demand, and what they are for: "calls for an inquiry", "the need for nurses"
_NOUNS: Final = frozenset("call demand need request appeal order plea".split())
_FOR: Final = (words.CALL_FOR - {"ask", "argue"}) | {"lobby", "petition", "advocate", "agitate", "wait", "hope"}
_HOPED: Final = words.AWAIT | {"wait", "hope"}
#: said of their subject: "more rain is predicted"
_SAID_OF: Final = words.AWAIT | {"need", "require", "want", "plan", "propose"}
#: what somebody who is described needs or wants is no step: "travellers who want a seat"
_ASIDE: Final = frozenset({"acl", "acl:relcl", "advcl", "amod"})
_UPCOMING: Final = frozenset("upcoming forthcoming impending looming expected anticipated planned scheduled".split())
_FEWEST: Final = 2


def wanted(scene: Scene, verb: int) -> Step | None:
    """What the object or the subject of a verb names that is to come; None where that is denied, asked about or over."""
    view, group = scene.view, read_group(scene.view, verb)
    if group.negated or group.modal in ("may", "might", "could", "can") or in_question(view, verb) or is_habit(view, verb):
        return None
    if condition_of(view, verb) == "inside" or is_unsaid(view, verb) or scene.is_history(verb):
        return None
    found = _passive(view, verb) if group.passive else _active(scene, verb)
    return None if found is None else _step(scene, found[1], kind=found[0], cue=verb)


def asked_by_noun(scene: Scene, noun: int) -> Step | None:
    """What a noun for a demand is for: "joined the calls for an inquiry into the flood"."""
    view = scene.view
    if view.tokens[noun].pos != "NOUN" or view.lemma(noun) not in _NOUNS or condition_of(view, noun) == "inside":
        return None
    near = [*view.children[noun], *(c for c in view.children[view.tokens[noun].head] if view.tokens[c].relation == "obl")]
    behind = (c for c in near if c > noun + 1 and view.tokens[c].pos in ("NOUN", "PROPN"))
    what = next((c for c in behind if noun + 1 in view.children[c] and view.low(noun + 1) == "for"), None)
    denied = any(view.low(c) in ("no", "any", "little") for c in view.children[noun])
    if what is None or denied or scene.is_time(what) or in_question(view, noun) or _is_asked_of(view, what):
        return None
    return _step(scene, what, kind="requested", cue=noun)


def _is_asked_of(view: Text, noun: int) -> bool:
    """Tell whether a noun is who is asked, and not what for: "an order for banks and their clients to stop paying"."""
    behind = noun_phrase(view, noun)[-1] + 1
    return behind + 1 < len(view.tokens) and view.tokens[behind].tag == "TO" and view.tokens[behind + 1].tag in ("VB", "RB")


def upcoming(scene: Scene, noun: int) -> Step | None:
    """An event or an act that is called one to come: "the upcoming trial of Tom Oldcastle", "the expected opening of the quay"."""
    view = scene.view
    if view.tokens[noun].pos != "NOUN" or not (is_event(view, noun) or view.lemma(noun) in words.ACTS):
        return None
    if not any(view.low(c) in _UPCOMING and c < noun for c in view.children[noun]) or in_question(view, noun):
        return None
    return _step(scene, noun, kind="expected", cue=noun)


def _passive(view: Text, verb: int) -> tuple[StepKind, int] | None:
    lemma, subject = view.lemma(verb), subject_of(view, verb)
    now = any(view.low(w) in BE_PRESENT for w in read_group(view, verb).chain)
    if lemma not in _SAID_OF or not now or subject is None or view.child(verb, ("xcomp", "ccomp")) is not None:
        return None
    if view.tokens[subject].pos not in ("NOUN", "PROPN"):
        return None
    return "requested" if lemma in _WANTS else "expected", subject


def _active(scene: Scene, verb: int) -> tuple[StepKind, int] | None:
    view, lemma = scene.view, scene.view.lemma(verb)
    behind = [c for c in view.children[verb] if c > verb and view.tokens[c].pos in ("NOUN", "PROPN") and not scene.is_time(c)]
    led = next((c for c in behind if any(view.low(g) == "for" for g in view.children[c])), None)
    if lemma in _FOR and led is not None and view.tokens[led].relation in ("obl", "obj"):
        return "expected" if lemma in _HOPED else "requested", led
    obj = next((c for c in behind if view.tokens[c].relation == "obj"), None)
    if obj is None or view.child(verb, ("xcomp", "ccomp")) is not None:
        return None
    now = finite_form(view, verb) in PRESENT or view.tokens[verb].tag == "VBG"
    if lemma in _WANTS and (lemma in _DEMANDS or (now and view.tokens[verb].relation not in _ASIDE)):
        return "requested", obj
    if lemma in _PROMISES:
        return "committed", obj
    return ("expected", obj) if lemma in words.AWAIT and now else None


def _step(scene: Scene, noun: int, *, kind: StepKind, cue: int) -> Step | None:
    view = scene.view
    token = view.tokens[noun]
    own = scene.times_in(Span(token.end, view.sentences[token.sentence].end))
    span = with_time(view, view.span_of(noun_phrase(view, noun)), own)
    if len(view.words([span])) < _FEWEST or scene.is_past(span, noun):
        return None
    said, subject = scene.said(cue), subject_of(view, cue)
    promised = kind == "committed"
    who = scene.who(noun_phrase(view, subject), said.actors if said else ()) if promised and subject is not None else ()
    when, doubts = scene.time_of(span, noun), (AHEAD, LOOSE, f"noun {kind}")
    return Step(what=(span,), who=who, when=when, kind=kind, importance=0.2, act=noun, cue=cue, doubts=doubts)
