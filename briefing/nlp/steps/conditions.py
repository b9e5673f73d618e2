"""What keeps a verb from saying that something will be: a condition, a question, a denial, a habit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Literal

from briefing.nlp.steps import words
from briefing.nlp.syntax import Text, asked_once

_IF = frozenset({"if", "unless", "whether", "lest", "should", "provided", "assuming"})
_WITHHOLDS = frozenset({"decline", "refuse", "deny", "doubt", "wonder", "fail", "ask", "unclear", "uncertain", "unlikely", "unknown"})


@asked_once
def condition_of(view: Text, verb: int) -> Literal["inside", "if", "unless"] | None:
    """Tell whether a verb lies inside a condition, or follows from one with "if" or with "unless"."""
    at = verb
    for _ in range(5):
        if _marks(view, at):
            return "inside"
        for child in view.children[at]:
            marks = _marks(view, child) if view.tokens[child].relation == "advcl" else []
            if marks and view.low(marks[0]) != "whether":
                return "unless" if view.low(marks[0]) == "unless" else "if"
        token = view.tokens[at]
        if token.head == at or token.relation in ("ccomp", "parataxis", "acl", "acl:relcl"):
            return None
        at = token.head
    return None


@asked_once
def is_unsaid(view: Text, verb: int) -> bool:
    """Tell whether a verb lies in what is not said or not known: "declined to say when he would go"."""
    return any(
        relation in ("ccomp", "xcomp", "advcl") and (view.lemma(head) in _WITHHOLDS or (relation == "ccomp" and _goes_unsaid(view, head)))
        for relation, head in _over(view, verb)
    )


@asked_once
def is_denied(view: Text, verb: int) -> bool:
    """Tell whether a verb is what somebody denies, or nobody has said: "denied that schools will close", "have not said that it will"."""
    over = takewhile(lambda hung: hung[0] in ("ccomp", "xcomp", "conj"), _over(view, verb))
    return any(relation == "ccomp" and (view.lemma(head) == "deny" or _goes_unsaid(view, head)) for relation, head in over)


def _over(view: Text, verb: int) -> Iterator[tuple[str, int]]:
    """How a verb hangs on another, and on which, up to four clauses."""
    at = verb
    for _ in range(4):
        token = view.tokens[at]
        if token.head == at:
            return
        yield token.relation, token.head
        at = token.head


def _goes_unsaid(view: Text, verb: int) -> bool:
    """Tell whether a verb is denied, or its subject is nobody: "no official has said"."""
    subject = view.child(verb, ("nsubj",))
    none = subject is not None and any(view.low(w) in words.NOBODY for w in (subject, *view.children[subject]))
    return none or view.is_negated(verb)


def _marks(view: Text, verb: int) -> list[int]:
    return [
        c
        for c in view.children[verb]
        if view.tokens[c].relation in ("mark", "advmod") and view.low(c) in _IF and view.tokens[c].tag != "MD"
    ]


@asked_once
def in_question(view: Text, verb: int) -> bool:
    """Tell whether the verb's sentence asks."""
    sentence = view.sentences[view.tokens[verb].sentence]
    return view.slice(sentence).rstrip("”\"’' )").endswith("?")


@asked_once
def is_habit(view: Text, verb: int) -> bool:
    """Tell whether a verb is said of every time: "always meets", "every year asks"."""
    own = view.children[verb]
    present = view.tokens[verb].tag in ("VBZ", "VBP")
    times = [g for c in own if view.tokens[c].relation.startswith("obl") for g in view.children[c] if view.tokens[g].relation == "det"]
    return any(view.tokens[w].relation in ("advmod", "det") and view.low(w) in words.HABIT for w in [*own, *(times if present else ())])
