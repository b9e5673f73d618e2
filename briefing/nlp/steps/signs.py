"""What can be counted about a step and its text that bears on whether it is one: whose words, which verb, what kind of article.

A sign is a number about 0 to 1; `weigh` weighs them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

from briefing.nlp.anaphora import FIRST
from briefing.nlp.quotations import quotations
from briefing.nlp.steps import words
from briefing.nlp.steps.record import Scene, Step, can_act
from briefing.nlp.steps.verbs import finite_form, is_event, read_group, subject_of

_SECOND: Final = frozenset({"you", "your", "yourself"})
_PRONOUNS: Final = frozenset({"i", "we", "he", "she", "it", "they", "who", "which", "that", "this", "you"})
_CLASSES: Final[Mapping[str, AbstractSet[str]]] = {
    "timed": words.TIMED,
    "goal": words.GOALS,
    "change": words.CHANGES,
    "state": words.STATES,
    "thinking": words.COGNITION,
    "speech": words.SPEECH,
    "nothing": words.NOTHING_DONE,
    "keep": words.KEEP_TO,
    "aim": words.AIMS,
    "own act": words.OWN_ACTS,
}
_CUES: Final[Mapping[str, AbstractSet[str]]] = {
    "due": words.DUE,
    "expect": words.EXPECT,
    "intend": words.INTEND,
    "settled": words.SETTLED,
    "made up": words.MADE_UP,
    "wish": words.WISH,
    "ask": words.ASK | words.CALL_FOR | words.DEMAND,
    "plan noun": words.INTENT_NOUNS | words.DECISION_NOUNS,
}
_RELATIONS: Final = ("root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "obj", "nmod", "obl")


class Article:
    """The signs that all steps of one text share."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def signs(self) -> dict[str, float]:
        view = self._scene.view
        count = max(1, len(view.tokens))
        quoted = set(view.words(quotations(view.text)))
        outside = [t for w, t in enumerate(view.tokens) if w not in quoted]
        own = max(1, len(outside))
        said = Counter(t.text.lower() for t in outside)
        parts = Counter(t.pos for t in view.tokens)
        sentences = max(1, len(view.sentences))
        return {
            "article: first person": min(1.0, 40 * sum(said[w] for w in FIRST) / own),
            "article: second person": min(1.0, 80 * sum(said[w] for w in _SECOND) / own),
            "article: questions": min(1.0, 20 * said["?"] / sentences),
            "article: must": min(1.0, 80 * sum(said[w] for w in ("must", "should", "need", "needs")) / own),
            "article: will": min(1.0, 50 * sum(said[w] for w in ("will", "'ll", "’ll")) / own),
            "article: past": min(1.0, 15 * sum(t.tag == "VBD" for t in outside) / own),
            "article: held": min(1.0, 2 * len(self._scene.held) / sentences),
            "article: names": min(1.0, 6 * parts["PROPN"] / count),
            "article: length": min(1.0, math.log(count) / 8),
            "article: numbers": min(1.0, 15 * parts["NUM"] / count),
            "article: adjectives": min(1.0, 8 * parts["ADJ"] / count),
            "article: dated": float(self._scene.published is not None),
            "article: times": min(1.0, 2 * len(self._scene.times) / sentences),
        }


def signs_of(scene: Scene, step: Step, article: Article) -> dict[str, float]:
    """All signs of a step, by name; what is absent is 0."""
    view = scene.view
    found = dict(article.signs)
    found[f"kind: {step.kind}"] = 1.0
    _add_time(found, scene, step)
    _add_doer(found, scene, step)
    _add_act(found, scene, step)
    _add_telling(found, scene, step)
    at = view.tokens[step.act].start
    found["place"] = at / max(1, len(view.text))
    found["at the head"] = float(view.tokens[step.act].sentence <= 2)
    inside = view.words(step.what)
    found["words"] = min(1.0, len(inside) / 40)
    found["names"] = min(1.0, sum(view.tokens[w].pos == "PROPN" for w in inside) / 6)
    found["figures"] = float(any(view.tokens[w].pos == "NUM" for w in inside))
    found["first person"] = float(any(view.low(w) in FIRST for w in inside))
    found["second person"] = float(any(view.low(w) in _SECOND for w in inside))
    found |= {f"doubt: {name}": 1.0 for name in step.doubts}
    found["doubts"] = float(bool(step.doubts))
    found["event"] = float(any(is_event(view, w) for w in inside))
    if view.reading is not None:
        found["read"] = view.reading.in_step(step.what)
        found["read surely"] = max(0.0, 2 * found["read"] - 1)
        found["read as begun"] = view.reading.begins_step(step.what)
    return {k: v for k, v in found.items() if v}


def noted_signs(signs: Mapping[str, float], likelihood: float) -> dict[str, float]:
    """The signs by which it is judged whether a reader would note a step: those of it, and how likely a desk would list it."""
    bounded = min(max(likelihood, 0.001), 0.999)
    return {**signs, "listed by a desk": math.log(bounded / (1 - bounded))}


def _add_time(found: dict[str, float], scene: Scene, step: Step) -> None:
    when = step.when
    if when is None:
        found["no time"] = 1.0
        return
    found["time resolved"] = float(when.value is not None)
    found["deadline"] = float(when.deadline)
    found[f"grain: {when.grain}"] = 1.0
    day = scene.published or when.anchor
    if when.value is not None and day is not None:
        found["within days"] = float((when.value.start - day).days <= 10)
        found["long stretch"] = float((when.value.end - when.value.start).days > 400)
        found["years ahead"] = float((when.value.start - day).days > 400)


def _add_doer(found: dict[str, float], scene: Scene, step: Step) -> None:
    view = scene.view
    found["nobody"] = float(not step.who)
    for entity in step.who:
        found[f"doer: {entity.kind}"] = 1.0
    found["doer by noun"] = float(any(e.nominal for e in step.who))
    found["doer with role"] = float(any(e.role is not None for e in step.who))
    subject = subject_of(view, step.act)
    if subject is None:
        found["subject: none"] = 1.0
        return
    token = view.tokens[subject]
    low = token.text.lower()
    if token.pos == "PRON":
        found[f"subject: {low if low in _PRONOUNS else 'pronoun'}"] = 1.0
    else:
        found[f"subject: {token.pos}"] = 1.0
        found["subject: plural"] = float(token.tag == "NNS")
        found["subject: thing"] = float(token.pos == "NOUN" and not can_act(view, subject) and not is_event(view, subject))
        found["subject: event"] = float(is_event(view, subject))
        found["subject: bare"] = float(token.pos == "NOUN" and not view.children[subject])
        found["subject: indefinite"] = float(any(view.low(c) in ("a", "an", "any", "some") for c in view.children[subject]))


def _add_act(found: dict[str, float], scene: Scene, step: Step) -> None:
    view, act = scene.view, step.act
    group = read_group(view, act)
    found[f"modal: {group.modal}"] = float(group.modal is not None)
    found["infinitive"] = float(group.infinitive)
    found["be to"] = float(group.be_to is not None)
    found["passive"] = float(group.passive)
    found[f"tag: {view.tokens[act].tag}"] = 1.0
    found[f"finite: {finite_form(view, act)}"] = 1.0
    relation = view.tokens[act].relation
    found[f"relation: {relation if relation in _RELATIONS else 'other'}"] = 1.0
    for name, lemmas in _CLASSES.items():
        found[f"act: {name}"] = float(view.lemma(act) in lemmas)
    governor = step.cue if step.cue is not None else group.governor
    if governor is None:
        found["cue: none"] = 1.0
    else:
        for name, lemmas in _CUES.items():
            found[f"cue: {name}"] = float(view.lemma(governor) in lemmas)
        found[f"cue tag: {view.tokens[governor].tag}"] = 1.0
    obj = view.child(act, ("obj",))
    found["object"] = float(obj is not None)
    if obj is not None:
        found["object: bare"] = float(not view.children[obj])
        found["object: names"] = float(any(view.tokens[w].pos == "PROPN" for w in view.subtree(obj)))


def _add_telling(found: dict[str, float], scene: Scene, step: Step) -> None:
    view = scene.view
    said = scene.said(step.act)
    found["in quotation"] = float(scene.in_quotation(step.act))
    if said is None:
        found["told"] = 1.0
        return
    found[f"held: {said.kind}"] = 1.0
    found["held: quoted"] = float(said.quoted)
    found["held: nobody"] = float(not said.actors)
    found["held: trust"] = said.confidence
    for actor in said.actors:
        found[f"speaker: {actor.kind}"] = 1.0
    found["speaker: role"] = float(any(a.role is not None for a in said.actors))
    found["speaker does it"] = float(any(a in step.who for a in said.actors))
    head = view.head_of(view.words(said.cue)) if said.cue else None
    found["said in the past"] = float(head is not None and view.tokens[head].tag == "VBD")
