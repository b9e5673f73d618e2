"""What gets a day, another day, or an end: "was summoned for Monday", "the hearing was postponed until Monday", "was remanded in custody
until Monday"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import Span
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import condition_of, is_unsaid, read_group
from briefing.nlp.syntax import Text, trim

#: they move other things than days too
_MOVES: Final = frozenset("move shift push put bring".split())
#: somebody is held, or something goes on, until a day
_HOLDS: Final = frozenset("remand bail release".split())
_EXTENDS: Final = frozenset("extend prolong".split())
_SUSPENDS: Final = frozenset({"suspend"})
#: somebody is to come on a day, or in a week
_AWAY: Final = frozenset("back off forward up".split())
_TO: Final = frozenset("to until till for".split())
_WEIGHT: Final = 0.5


def moved_to(scene: Scene, verb: int) -> Step | None:
    """The step of a verb, in the past or with "will", that gives somebody or an event a day, or what goes on its end; nobody does it."""
    view, group = scene.view, read_group(scene.view, verb)
    lemma = view.lemma(verb)
    if (
        lemma not in words.PUTS_OFF | _MOVES | _HOLDS | _EXTENDS | words.SUMMONS | _SUSPENDS
        or group.negated
        or group.infinitive
        or group.modal not in (None, "will")
    ):
        return None
    if condition_of(view, verb) or is_unsaid(view, verb) or scene.is_history(verb):
        return None
    reduced = view.tokens[verb].tag == "VBN" and not group.chain
    if view.tokens[verb].tag not in ("VBD", "VBN", "VB") or reduced or any(view.tokens[w].text.lower() == "had" for w in group.chain):
        return None
    if lemma in words.SUMMONS and not group.passive:
        return None
    event = view.child(verb, ("nsubj:pass", "nsubj")) if group.passive else view.child(verb, ("obj",))
    if event is None or view.tokens[event].pos not in ("NOUN", "PROPN", "PRON" if lemma in _HOLDS | words.SUMMONS else "NOUN"):
        return None
    if lemma == "release" and all(view.tokens[w].text.lower() != "bail" for w in range(verb + 1, min(verb + 4, len(view.tokens)))):
        return None
    end = view.sentences[view.tokens[verb].sentence].end
    for time in scene.times_in(Span(view.tokens[verb].end, end)):
        whole = time.grain == "day" or time.value is None or lemma not in _MOVES
        if (scene.is_ahead(time) or scene.may_be_ahead(time, verb)) and whole and _is_target(view, verb, event, time.span):
            first = view.tokens[min([*noun_phrase(view, event), verb])].start
            what = trim(view.text, Span(first, time.span.end))
            return Step(what=(what,), who=(), when=replace(time, deadline=False), kind="scheduled", importance=_WEIGHT, act=verb)
    return None


def _is_target(view: Text, verb: int, event: int, time: Span) -> bool:
    """Tell whether a time is what a verb moves something to: on the verb, with "to" or "until", and nothing else between."""
    inside = view.words([time])
    opening = inside[0] if view.tokens[inside[0]].text.lower() in _TO else inside[0] - 1
    between = {view.tokens[w].text for w in range(verb, opening)}
    if view.tokens[opening].text.lower() not in _TO or ";" in between or ("," in between and view.lemma(verb) not in _EXTENDS):
        return False
    head = view.head_of(inside)
    on_verb = head is not None and view.tokens[head].head in (verb, event)
    return on_verb or "," in between or (opening == verb + 1) or (opening == verb + 2 and view.tokens[verb + 1].text.lower() in _AWAY)
