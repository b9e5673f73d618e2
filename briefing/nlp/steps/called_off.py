"""What was planned and is not to be: "a rally planned for Friday will not take place", "was due to fly but cancelled the trip"."""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp.steps import words
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.reports import in_past_report
from briefing.nlp.steps.verbs import finite_form, read_group, subject_of
from briefing.nlp.syntax import PRESENT, SUBJECTS, Text

_HAPPENS: Final = frozenset("take go happen hold proceed occur run start begin".split())
_SET: Final = words.DUE | words.EXPECT | words.INTEND
_PLANNED: Final = words.DUE | words.EXPECT | {"plan"}
_DROPS: Final = words.OFF | {"drop", "ditch", "withdraw", "reverse", "freeze"}
_ONCE: Final = frozenset({"originally", "initially", "previously"})
#: behind what was to be, in its sentence or at the head of the next: that it is off, or on another day
_OFF: Final = re.compile(
    r"(?:,? (?:but|although|until|before)|;|[.!?]) [^.;]{0,60}?\b(?:(?:was|were|(?:has|have|had) been) (?:\w+ly )?"
    r"(?:cancell?ed|postponed|rescheduled|delayed|put off|put back|called off|scrapped|shelved|pushed back|abandoned|adjourned)"
    r"|fell through|broke down|never (?:happened|took place|materiali[sz]ed))\b",
    re.IGNORECASE,
)
_IS_PUT_OFF: Final = re.compile(
    r"\b(?:has|have|was|were)(?: been)? (?:again )?(?:delayed|postponed|put (?:off|back)|pushed back|called off|cancell?ed|rescheduled)\b"
)
#: what says that nothing came of it
_NOTHING: Final = re.compile(
    r"\b(?:never (?:did|happened|materiali[sz]ed|came)|to no avail|in vain|reneged|went back on|broken? (?:his|her|their|its))\b"
)
#: and nothing of what somebody had meant to do: "had resolved to come but could not get flights"
_CAME_TO_NOTHING: Final = re.compile(r"\bbut (?:\w+ )?(?:could not|couldn[’']t|did not|didn[’']t|was unable|were unable|failed|never)\b")
#: the next sentence says that nothing came of it
_NEVER: Final = re.compile(
    r"\s*[“\"]?(?:but |yet )?(?:it|he|she|they|that|this|neither|the \w+|those \w+) (?:has |have )?never (?:did|done|happened|came|come"
    r"|materiali[sz]ed|arrived|took place|got off the ground)\b",
    re.IGNORECASE,
)


def is_called_off(scene: Scene, step: Step) -> bool:
    """Tell whether a text says itself that what was planned is not to be, or not on its day."""
    view = scene.view
    if _was_set_before(view, step.act) or _is_undone(view, step.act) or _nothing_came_of_it(view, step) or _is_stopped(view, step):
        return True
    if _is_of_a_dropped_plan(view, step.act) or _is_of_what_is_ruled_out(view, step.act):
        return True
    return _is_off(view, step.act) or _is_of_what_is_off(view, step.act) or _was_to_be_but(scene, step) or _has_another_day(scene, step.act)


def _was_set_before(view: Text, act: int) -> bool:
    """Tell whether a day is only the first one named: "the trial, originally set for October, starts in May"."""
    return act > 0 and view.lemma(act) in _SET and view.tokens[act].tag in ("VBN", "JJ") and view.low(act - 1) in _ONCE


def _is_off(view: Text, word: int) -> bool:
    """Tell whether a predicate says that something is off: "is off", "are on hold"."""
    own = [c for c in view.children[word] if c < word]
    if not any(view.tokens[c].relation == "cop" for c in own) or read_group(view, word).negated:
        return False
    low = view.low(word)
    return low == "off" or (low == "hold" and any(view.low(c) == "on" for c in own))


def _nothing_came_of_it(view: Text, step: Step) -> bool:
    """Tell whether the sentence of a promise or the next says that nothing came of it: "had resolved to come but could not get flights"."""
    sentence = view.sentences[view.tokens[step.act].sentence]
    if step.kind == "committed" and _NEVER.match(view.text, sentence.end):
        return True
    if step.when is not None:
        return False
    if step.kind != "requested" and _NOTHING.search(view.slice(sentence)):
        return True
    if step.cue is None or all(view.low(w) != "had" for w in read_group(view, step.cue).chain):
        return False
    return _CAME_TO_NOTHING.search(view.text, step.what[-1].end, view.sentences[view.tokens[step.cue].sentence].end) is not None


def _came_to_nothing(view: Text, verb: int) -> bool:
    """Tell whether a past verb says that something failed: "fell through", "collapsed"."""
    if view.tokens[verb].tag not in ("VBD", "VBN") or read_group(view, verb).modal is not None:
        return False
    behind = view.low(verb + 1) if verb + 1 < len(view.tokens) else ""
    return view.lemma(verb) in ("collapse", "avert") or (view.lemma(verb), behind) in (
        ("fall", "through"),
        ("break", "down"),
        ("fall", "apart"),
    )


def _is_stopped(view: Text, step: Step) -> bool:
    """Tell whether an event is what somebody calls off, or puts off from the day that names it: "called off Friday's strike"."""
    token = view.tokens[step.act]
    group = read_group(view, token.head) if token.relation in ("obj", "nsubj:pass") else None
    if step.when is None or group is None or group.negated or group.infinitive or group.modal not in (None, "will"):
        return False
    verb, lemma = token.head, view.lemma(token.head)
    return _calls_off(view, verb) or lemma in words.ENDS or (lemma in words.PUTS_OFF and view.words([step.when.span])[0] < step.act)


def _is_of_a_dropped_plan(view: Text, act: int) -> bool:
    """Tell whether the plan that an act is of is no more: "has shelved plans to raise the tax", "plans to raise it have been shelved"."""
    governor = read_group(view, act).governor
    plan = act if view.lemma(act) in words.INTENT_NOUNS else governor
    if plan is None or view.lemma(plan) not in words.INTENT_NOUNS or view.tokens[plan].pos != "NOUN":
        return False
    over = view.tokens[plan].head
    if over == plan or view.lemma(over) not in _DROPS or view.tokens[over].tag not in ("VBD", "VBN"):
        return False
    group = read_group(view, over)
    relation = view.tokens[plan].relation
    return group.modal is None and not group.negated and (relation == "nsubj:pass" if group.passive else relation == "obj")


def _is_undone(view: Text, act: int) -> bool:
    """Tell whether what was planned is no more: "the strike planned for March 12 has been called off"."""
    at, gone = act, words.GIVEN_UP
    leading = read_group(view, act).governor
    if leading is not None and leading < act and view.tokens[leading].relation == "acl" and view.lemma(leading) in _PLANNED:
        at, act, gone = leading, leading, words.OFF  # "the strike, set to start on Monday, has been called off"
    for _ in range(3):
        token = view.tokens[at]
        if at == act and token.relation == "acl:relcl" and token.tag in ("VB", "VBN"):
            gone = words.OFF  # not "the bill, which will be voted on on Friday, was criticised"
        elif token.head == at or (at == act and (token.tag not in ("VBN", "JJ") or not token.relation.startswith("acl"))):
            return False
        at = token.head
        if view.child(at, ("aux:pass",)) is not None and at > act:
            return _calls_off(view, at) or view.lemma(at) in gone
    return False


def _is_of_what_is_ruled_out(view: Text, act: int) -> bool:
    """Tell whether somebody says that it is not to be: "has ruled out holding elections before 2028"."""
    at = act
    for _ in range(3):
        token = view.tokens[at]
        if token.head == at or token.relation not in ("obj", "xcomp", "ccomp", "nsubj:pass"):
            return False
        at = token.head
        if view.lemma(at) == "rule" and any(view.low(c) == "out" for c in view.children[at]):
            return not read_group(view, at).negated
    return False


def _has_another_day(scene: Scene, act: int) -> bool:
    """Tell whether what was to be on one day is told to be on another: "the hearing, which was to begin on Friday, starts on Monday"."""
    view = scene.view
    noun, over = view.tokens[act].head, view.tokens[view.tokens[act].head].head
    if read_group(view, act).be_to != "was" or view.tokens[act].relation != "acl:relcl" or over <= act:
        return False
    now = view.tokens[over].tag in PRESENT or read_group(view, over).modal == "will"
    behind = scene.times_from(view.tokens[over].end, view.sentences[view.tokens[over].sentence].end)
    timed = view.lemma(over) in words.TIMED or view.lemma(over) == "take"
    return now and timed and view.tokens[noun].relation in SUBJECTS and any(scene.is_ahead(t) for t in behind)


def _is_of_what_is_off(view: Text, act: int) -> bool:
    """Tell whether an act is the plan of an event that does not happen: "the rally planned for Friday is off"."""
    at, leading = act, read_group(view, act).governor
    if leading is not None and leading < act and view.lemma(leading) in _SET:
        at = leading
    if view.tokens[at].tag in ("VBN", "JJ") and view.tokens[at].relation.startswith("acl"):
        at = view.tokens[at].head
    if at != act and view.tokens[at].relation == "obj" and _has_called_off(view, view.tokens[at].head):
        return True
    if view.tokens[at].pos not in ("NOUN", "PROPN") or view.tokens[at].relation not in SUBJECTS:
        return False
    over = view.tokens[at].head
    if over <= act:
        return False
    if _is_off(view, over) or _came_to_nothing(view, over):
        return True
    ended = any(view.low(w) == "longer" and view.low(w - 1) == "no" for w in range(act + 1, over))
    return (read_group(view, over).negated or ended) and view.lemma(over) in _HAPPENS


def _has_called_off(view: Text, verb: int) -> bool:
    """Tell whether somebody has called off what stands behind: "have called off a strike that was due to start on Thursday"."""
    group = read_group(view, verb)
    if view.tokens[verb].tag not in ("VBD", "VBN") or group.modal is not None or group.negated:
        return False
    return _calls_off(view, verb) or view.lemma(verb) in words.ENDS | {"avert"}


def _calls_off(view: Text, verb: int) -> bool:
    return view.lemma(verb) == "call" and any(view.low(c) == "off" for c in view.children[verb])


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
    if any(view.low(g) == "but" for c in turned for g in view.children[c]):
        return True
    number = view.tokens[act].sentence
    subject = subject_of(view, act)
    if subject is not None and view.low(subject) == "it" and number and _IS_PUT_OFF.search(view.slice(view.sentences[number - 1])):
        return True  # "has been delayed until the spring. It was scheduled to reopen on May 3"
    line = view.text.find("\n", view.tokens[act].end)
    end = view.sentences[min(number + 1, len(view.sentences) - 1)].end
    return _OFF.search(view.text, view.tokens[act].end, end if line < 0 else min(end, line)) is not None
