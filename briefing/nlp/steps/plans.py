"""What has become of a plan by the words around it: given up, put off, or only made earlier."""

from __future__ import annotations

from briefing.nlp.steps import words
from briefing.nlp.steps.verbs import read_group
from briefing.nlp.syntax import SUBJECTS, Text

_PUT_OFF = words.OFF | {"suspend"}
BEFORE = frozenset({"earlier", "previously", "originally", "initially", "once", "ago"})
#: who does this about a plan has ended it: "ordered the ministry to drop its plan to"
_SETTLES = frozenset("order instruct direct decide agree vow promise pledge resolve".split())
#: words between what was to be and the relative clause that says so
_CLIMB = 8


def tells_of_what_is_off(view: Text, verb: int) -> bool:
    """Tell whether what was to be is said to be off, or on another day: "the report, which was to appear on Friday, was put off"."""
    at = verb
    for _ in range(_CLIMB):
        if view.tokens[at].relation in ("acl:relcl", "acl"):
            break
        at = view.tokens[at].head
    noun = view.tokens[at].head
    outer = view.tokens[noun].head
    if (
        noun == at
        or outer == noun
        or view.tokens[at].relation not in ("acl:relcl", "acl")
        or view.tokens[noun].relation not in ("nsubj:pass", "nsubj", "obj")
    ):
        return False
    off = any(view.low(c) in ("off", "back") for c in view.children[outer])
    return view.lemma(outer) in words.OFF or (off and view.lemma(outer) in ("put", "call", "push", "move"))


def was_planned(view: Text, plan: int) -> bool:
    """Tell whether it was planned or expected earlier: "the firm earlier this week planned to", "initially it was expected to"."""
    token, lemma = view.tokens[plan], view.lemma(plan)
    if lemma in words.INTEND and token.tag in ("VBD", "VBN"):
        return any(view.low(w) in BEFORE for w in range(max(0, plan - 4), plan))
    if lemma not in words.DUE | words.EXPECT:
        return False
    opening = view.sentence_words[token.sentence].start
    return any(view.low(w) in BEFORE - {"once"} for w in (opening, plan - 2, plan - 1))


def is_given_up(view: Text, noun: int) -> bool:
    """Tell whether a plan is no more, or another's whom it displeases: "abandoned plans to", "decided against its plan to"."""
    if any(view.low(c) == "against" for c in view.children[noun]):
        return True
    at = noun
    for _ in range(4):
        head = view.tokens[at].head
        if head == at:
            return False
        group = read_group(view, head)
        if view.tokens[head].pos in ("VERB", "NOUN") and view.lemma(head) in words.GIVEN_UP and view.tokens[at].relation not in SUBJECTS:
            # "asked to shelve its plan": it stands; "ordered to", "decided to": it is over
            settled = group.governor is not None and view.lemma(group.governor) in _SETTLES
            return view.tokens[head].tag != "VB" or not group.infinitive or settled
        if view.lemma(head) == "put" and any(view.lemma(w) == "hold" for w in range(head + 1, min(head + 4, len(view.tokens)))):
            return True
        if at == noun and view.lemma(head) == "have" and view.tokens[head].tag == "VBD":
            return True
        at = head
    return False


def is_put_off(view: Text, at: int) -> bool:
    """Tell whether the sentence goes on to say that it will not be so: "the games, scheduled to begin in June, have been postponed"."""
    sentence = view.sentence_words[view.tokens[at].sentence]
    return any(view.lemma(w) in _PUT_OFF and view.tokens[w].tag == "VBN" and read_group(view, w).passive for w in range(at, sentence.stop))
