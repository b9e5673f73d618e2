"""What gets a day, another day, or an end: "was summoned for Monday", "the hearing was postponed until Monday", "was remanded in custody
until Monday"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import Span
from briefing.nlp.steps import words
from briefing.nlp.steps.clauses import noun_phrase
from briefing.nlp.steps.conditions import condition_of, is_unsaid
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import read_group
from briefing.nlp.syntax import Text, trim

#: they move other things than days too
_MOVES: Final = frozenset("move shift push put bring".split())
#: it moves of itself
_SLIPS: Final = frozenset({"slip"})
#: somebody is held, or something goes on, until a day
_HOLDS: Final = frozenset("remand bail release".split())
_EXTENDS: Final = frozenset("extend prolong".split())
_SUSPENDS: Final = frozenset({"suspend"})
#: somebody is to come on a day, or in a week
_AWAY: Final = frozenset("back off forward up".split())
_IN_TIME: Final = frozenset("back off forward".split())
_TO: Final = frozenset("to until till for".split())
_WEIGHT: Final = 0.5
#: "until after" stands so few words behind its verb
_REACH: Final = 16


def moved_to(scene: Scene, verb: int) -> Step | None:
    """The step of a verb, in the past or with "will", that gives somebody or an event a day, or what goes on its end; nobody does it."""
    view, group = scene.view, read_group(scene.view, verb)
    lemma = view.lemma(verb)
    if (
        lemma not in words.PUTS_OFF | _SLIPS | _MOVES | _HOLDS | _EXTENDS | words.SUMMONS | _SUSPENDS
        or group.negated
        or group.infinitive
        or group.modal not in (None, "will")
    ):
        return None
    if condition_of(view, verb) or is_unsaid(view, verb) or scene.is_history(verb):
        return None
    reduced = view.tokens[verb].tag == "VBN" and not group.chain
    if view.tokens[verb].tag not in ("VBD", "VBN", "VB") or reduced or any(view.low(w) == "had" for w in group.chain):
        return None
    if lemma in words.SUMMONS and not group.passive:
        return None
    event = view.child(verb, ("nsubj:pass", "nsubj")) if group.passive or lemma in _SLIPS else view.child(verb, ("obj",))
    if event is None and group.passive:  # "the inquest into the sinking was adjourned": the tree may call it the object
        event = next((c for c in view.children[verb] if c < group.first and view.tokens[c].relation == "obj"), None)
    if event is None or view.tokens[event].pos not in ("NOUN", "PROPN", "PRON" if lemma in _HOLDS | words.SUMMONS else "NOUN"):
        return None
    if lemma == "release" and all(view.low(w) != "bail" for w in range(verb + 1, min(verb + 4, len(view.tokens)))):
        return None
    end = view.sentences[view.tokens[verb].sentence].end
    first = view.tokens[min([*noun_phrase(view, event), verb])].start
    for time in scene.times_in(Span(view.tokens[verb].end, end)):
        whole = time.grain == "day" or time.value is None or lemma not in _MOVES or _is_away(view, verb)
        if (scene.is_ahead(time) or scene.may_be_ahead(time, verb)) and whole and _is_target(scene, verb, event, time.span):
            what = trim(view.text, Span(first, time.span.end))
            return Step(what=(what,), who=(), when=replace(time, deadline=False), kind="scheduled", importance=_WEIGHT, act=verb)
    behind = _behind_what(view, verb) if lemma in words.PUTS_OFF or _is_away(view, verb) else None
    if behind is not None:
        return Step(what=(trim(view.text, Span(first, behind)),), who=(), when=None, kind="scheduled", importance=_WEIGHT, act=verb)
    return None


def _behind_what(view: Text, verb: int) -> int | None:
    """The end of what something is put off behind, which has no day of its own: "until after the election"."""
    for until in range(verb + 1, min(verb + _REACH, view.sentence_words[view.tokens[verb].sentence].stop - 1)):
        if view.tokens[until].pos == "PUNCT" or view.tokens[until].tag in ("CC", "VBD", "VBZ"):
            return None
        if view.low(until) not in ("until", "till") or view.low(until + 1) != "after":
            continue
        head = view.tokens[until].head
        return view.tokens[max(noun_phrase(view, head))].end if head > until and view.tokens[head].pos in ("NOUN", "PROPN") else None
    return None


def _is_away(view: Text, verb: int) -> bool:
    """Tell whether a verb that moves things moves them in time: "was pushed back to March"."""
    return any(view.low(w) in _IN_TIME for w in range(verb + 1, min(verb + 2, len(view.tokens))))


def _is_target(scene: Scene, verb: int, event: int, time: Span) -> bool:
    """Tell whether a time is what a verb moves something to: on the verb, with "to" or "until", and nothing else between."""
    view, inside = scene.view, scene.view.words([time])
    opening = inside[0] if view.low(inside[0]) in _TO else inside[0] - 1
    between = {view.tokens[w].text for w in range(verb, opening)}
    told = all(scene.is_time(w) or view.low(w) == "on" for w in range(verb + 1, opening))
    if view.low(opening) not in _TO or ";" in between or ("," in between and view.lemma(verb) not in _EXTENDS):
        return False
    head = view.head_of(inside)
    on_verb = head is not None and view.tokens[head].head in (verb, event)
    return on_verb or told or "," in between or (opening == verb + 1) or (opening == verb + 2 and view.low(verb + 1) in _AWAY)
