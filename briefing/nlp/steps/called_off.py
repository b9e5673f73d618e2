"""What was planned and is not to be: "a rally planned for Friday will not take place", "was due to fly but cancelled the trip"."""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp.steps import words
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.verbs import finite_form, read_group
from briefing.nlp.syntax import PRESENT, Text

_HAPPENS: Final = frozenset("take go happen hold proceed occur run start begin".split())
_SET: Final = words.DUE | words.EXPECT | words.INTEND
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
#: behind what was to be, in its sentence or at the head of the next: that it is off, or on another day
_OFF: Final = re.compile(
    r"(?:,? (?:but|although|until|before)|;|[.!?]) [^.;]{0,60}?\b(?:(?:was|were|(?:has|have|had) been) (?:\w+ly )?"
    r"(?:cancell?ed|postponed|rescheduled|delayed|put off|put back|called off|scrapped|shelved|pushed back|abandoned|adjourned)"
    r"|fell through|broke down|never (?:happened|took place|materiali[sz]ed))\b",
    re.IGNORECASE,
)


def is_called_off(scene: Scene, step: Step) -> bool:
    """Tell whether a text says itself that what was planned is not to be, or not on its day."""
    view = scene.view
    return _is_off(view, step.act) or _is_of_what_is_off(view, step.act) or _was_to_be_but(scene, step) or _has_another_day(scene, step.act)


def _is_off(view: Text, word: int) -> bool:
    """Tell whether a predicate says that something is off: "is off", "are on hold"."""
    own = [c for c in view.children[word] if c < word]
    if not any(view.tokens[c].relation == "cop" for c in own) or read_group(view, word).negated:
        return False
    low = view.tokens[word].text.lower()
    return low == "off" or (low == "hold" and any(view.tokens[c].text.lower() == "on" for c in own))


def _has_another_day(scene: Scene, act: int) -> bool:
    """Tell whether what was to be on one day is told to be on another: "the hearing, which was to begin on Friday, starts on Monday"."""
    view = scene.view
    noun, over = view.tokens[act].head, view.tokens[view.tokens[act].head].head
    if read_group(view, act).be_to != "was" or view.tokens[act].relation != "acl:relcl" or over <= act:
        return False
    now = view.tokens[over].tag in PRESENT or read_group(view, over).modal == "will"
    behind = scene.times_from(view.tokens[over].end, view.sentences[view.tokens[over].sentence].end)
    timed = view.lemma(over) in words.TIMED or view.lemma(over) == "take"
    return now and timed and view.tokens[noun].relation in _SUBJECTS and any(scene.is_ahead(t) for t in behind)


def _is_of_what_is_off(view: Text, act: int) -> bool:
    """Tell whether an act is the plan of an event that does not happen: "the rally planned for Friday is off"."""
    at, leading = act, read_group(view, act).governor
    if leading is not None and leading < act and view.lemma(leading) in _SET:
        at = leading
    if view.tokens[at].tag in ("VBN", "JJ") and view.tokens[at].relation.startswith("acl"):
        at = view.tokens[at].head
    if view.tokens[at].pos not in ("NOUN", "PROPN") or view.tokens[at].relation not in _SUBJECTS:
        return False
    over = view.tokens[at].head
    if over <= act:
        return False
    if _is_off(view, over):
        return True
    ended = any(view.tokens[w].text.lower() == "longer" and view.tokens[w - 1].text.lower() == "no" for w in range(act + 1, over))
    return (read_group(view, over).negated or ended) and view.lemma(over) in _HAPPENS


def _was_to_be_but(scene: Scene, step: Step) -> bool:
    """Tell whether a narrator goes on from what was to be to what became of it: "was due to fly on Friday but cancelled the trip"."""
    view, act, group = scene.view, step.act, read_group(scene.view, step.act)
    own = group.be_to is not None or (view.lemma(act) in _SET and group.passive)
    cue = act if own else step.cue if step.cue is not None else group.governor
    if cue is None or in_past_report(scene, cue):
        return False
    told = group.be_to in ("was", "were") if group.be_to is not None else view.lemma(cue) in _SET and finite_form(view, cue) == "VBD"
    if not told:
        return False
    turns = [c for at in {cue, act} for c in view.children[at] if view.tokens[c].relation == "conj" and c > act]
    turned = (c for c in turns if view.tokens[c].tag == "VBD" and view.lemma(c) not in words.SPEECH)
    if any(view.tokens[g].text.lower() == "but" for c in turned for g in view.children[c]):
        return True
    number = view.tokens[act].sentence
    line = view.text.find("\n", view.tokens[act].end)
    end = view.sentences[min(number + 1, len(view.sentences) - 1)].end
    return _OFF.search(view.text, view.tokens[act].end, end if line < 0 else min(end, line)) is not None
