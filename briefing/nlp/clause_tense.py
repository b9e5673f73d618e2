"""The tense of the clause that stands at an offset: what the tree says of a time's past or future."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from briefing.nlp.steps import words
from briefing.nlp.steps.verbs import read_group
from briefing.nlp.syntax import Text

_AHEAD = frozenset({"will", "shall", "would", "must", "should", "may", "might", "can", "could", "ought", "need"})
_TAKES = (
    words.DUE
    | words.EXPECT
    | words.INTEND
    | words.SETTLED
    | words.MADE_UP
    | words.WISH
    | words.ASK
    | frozenset({"go", "have", "need", "able", "ready"})
)
_ASKS = words.ASK | words.DEMAND | words.PROMISE | words.SETTLED | words.CONVENE
_TERMS = frozenset({"by", "until", "till", "within", "before", "for"})
_BE_PRESENT = frozenset({"is", "are", "am"})

Tense = Literal["past", "future"] | None


def clause_tense(view: Text) -> Callable[[int], Tense]:
    """Give the question that `extract_times` asks; the answer is None where the clause leaves it open."""

    def tense_at(offset: int) -> Tense:
        word = view.word_at(offset)
        verb = _verb_of(view, word) if word is not None else None
        if verb is None:
            return None
        before = view.tokens[word - 1].text.lower() if word else ""
        if before in _TERMS and view.lemma(verb) in _ASKS and not read_group(view, verb).passive:
            return "future"  # "ordered a report by Monday", "called a rally for Tuesday"
        return _tense(view, verb)

    return tense_at


def _verb_of(view: Text, word: int) -> int | None:
    """The verb that a time hangs on, up its phrase; None where a clause without a verb, or a noun's clause, lies between."""
    at = word
    for _ in range(6):
        token = view.tokens[at]
        if token.pos == "VERB" and at != word:
            return at
        if token.head == at or (token.pos == "NOUN" and token.relation in ("nsubj", "nsubj:pass", "conj", "appos")):
            return None
        at = token.head
    return None


def _tense(view: Text, verb: int) -> Tense:
    group = read_group(view, verb)
    token = view.tokens[verb]
    forms = [view.tokens[w].text.lower().replace("’", "'") for w in group.chain]
    if group.modal in _AHEAD:
        return "past" if "have" in forms and group.modal in ("would", "could", "must", "should", "may", "might") else "future"
    if group.infinitive:
        if group.be_to is not None:
            return "future"
        if group.governor is None:
            return None
        takes = view.lemma(group.governor) in _TAKES
        # "the accord, to be signed on June 15", not "the first to be signed"
        awaits = group.passive and token.relation == "acl" and view.tokens[group.governor].pos == "NOUN"
        return "future" if takes or awaits else None
    if token.lemma.lower() in words.DUE | words.EXPECT and token.tag == "VBN":
        return "future" if token.relation.startswith("acl") or _BE_PRESENT & set(forms) else None
    if token.tag == "VBD" or {"was", "were", "had", "did"} & set(forms):
        return "past"
    if token.tag == "VBG" and _BE_PRESENT & set(forms):
        return "future"
    if token.tag in ("VBZ", "VBP") and token.lemma.lower() in words.TIMED and not group.chain:
        return "future"
    return None
