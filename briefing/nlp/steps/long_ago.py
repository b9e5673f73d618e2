"""Whether it was said, asked or promised long before the text: "at the time, he said", "in 2019 she vowed to", "in her 1911 speech"."""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.verbs import finite_form, read_group
from briefing.nlp.syntax import Text
from briefing.nlp.temporal.vocabulary import UNITS

#: what says that a promise is an old one
OLD_PROMISE: Final = re.compile(
    r"\b(?:(?:up)?on (?:taking|assuming|entering) (?:up )?office|during (?:his|her|their|its|the)[\w ’'-]{0,40} campaign|campaign promise"
    r"|at the time\b|at that time\b|back then\b|in those days|(?:years?|decades?|centur(?:y|ies)) (?:ago|earlier|later|before)\b)",
    re.IGNORECASE,
)
#: "in his 1835 speech": no step of today
_ANCIENT: Final = re.compile(r"\b(?:1[0-8]\d\d|19[0-6]\d)\b")
#: a sentence that opens so tells what was said a while ago
_A_WHILE_AGO: Final = re.compile(r"\W{0,2}(?:(?:\w+ ){1,3}(?:weeks?|months?|years?) ago|last (?:month|year))\b", re.IGNORECASE)
_AGO: Final = re.compile(r"\b(?:weeks?|months?|years?|decades?) ago\b")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_REACHES: Final = 6
_OPENING: Final = 2


def is_of_another_time(scene: Scene, step: Step) -> bool:
    """Tell whether the words around an act put it, or the saying of it, long before the text; a day speaks for a step."""
    view, act = scene.view, step.act
    if _is_back_then(view, act) or _was_said_long_ago(scene, step):
        return True
    if _was_promised(scene, step.cue if step.cue is not None else read_group(view, act).governor):
        return True
    opening = view.sentences[view.tokens[act].sentence].start
    if step.when is None and _ANCIENT.search(view.text[opening : view.tokens[act].start]):
        return True
    told_of_before = _A_WHILE_AGO.match(view.text, opening) is not None and not scene.in_quotation(act)
    return told_of_before and (step.when is None or not scene.is_ahead(step.when))


def _is_back_then(view: Text, act: int) -> bool:
    """Tell whether a sentence opens with a time gone by: "At the time, he said the county was to"."""
    sentence = view.sentences[view.tokens[act].sentence]
    found = OLD_PROMISE.search(view.text, sentence.start, sentence.end)
    return found is not None and found.start() - sentence.start <= _OPENING


def _was_said_long_ago(scene: Scene, step: Step) -> bool:
    """Tell whether it is what somebody said in a year gone by, with no year of its own: "in 2019 he said he would quit in a year"."""
    view, at = scene.view, step.act
    if step.when is not None and _YEAR.search(view.slice(step.when.span)) and scene.is_ahead(step.when):
        return False
    for _ in range(_REACHES):
        token = view.tokens[at]
        if token.relation == "ccomp" and view.tokens[token.head].tag in ("VBD", "VBN") and scene.was_once(token.head, at):
            return True
        if token.relation == "ccomp" and view.tokens[token.head].tag == "VBD":
            return scene.was_long_ago(token.head)
        if token.head == at or token.relation not in ("ccomp", "xcomp", "conj"):
            return False
        at = token.head
    return False


def _was_promised(scene: Scene, promise: int | None) -> bool:
    """Tell whether it was promised in a year gone by, or again and again: "came in 2020, promising to", "has promised every year to"."""
    if promise is None:
        return False
    view, token = scene.view, scene.view.tokens[promise]
    behind = view.tokens[promise + 1 : promise + 3]
    if len(behind) > 1 and behind[0].text.lower() == "every" and behind[1].lemma.lower() in UNITS:
        return True
    beside = token.tag == "VBG" and token.relation == "advcl" and view.tokens[token.head].tag == "VBD"
    return beside and scene.is_told_of(promise, promise)


def was_asked_long_ago(scene: Scene, cue: int, sentence: str) -> bool:
    """Tell whether the sentence of an asking says that it was weeks ago: "told the governors to sign in a speech two weeks ago"."""
    return (scene.is_told(cue) or finite_form(scene.view, cue) == "VBD") and _AGO.search(sentence) is not None
