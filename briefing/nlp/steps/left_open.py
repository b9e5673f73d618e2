"""What a text asks, leaves open or calls unlikely: "how the government will act", "whether it will", "without saying when"."""

from __future__ import annotations

from typing import Final

from briefing.nlp.steps.verbs import read_group, subject_of
from briefing.nlp.syntax import Text

_OPEN: Final = frozenset({"how", "why", "whether", "what"})
_LINKS: Final = frozenset({"advmod", "mark", "obj", "obl", "nsubj"})
#: what will hardly be, or nobody knows
_HARDLY: Final = frozenset({"unlikely", "doubtful", "improbable", "inconceivable", "uncertain", "unclear"})
_CHANCE: Final = frozenset({"chance", "prospect", "likelihood", "hope"})
_LITTLE: Final = frozenset({"no", "little", "slim", "scant"})
_REACHES: Final = 6
_APART: Final = frozenset({",", "(", "–", "—", "-"})


def is_left_open(view: Text, act: int) -> bool:
    """Tell whether an act lies in what is asked, unknown or unlikely: "how the government will act", "whether it will", "it is unlikely
    that it will", "there is little chance that it will"."""
    sentence, at = view.tokens[act].sentence, act
    for _ in range(_REACHES):
        token = view.tokens[at]
        inner = [c for c in view.children[at] if c < min(act, at) and view.low(c) in _OPEN and not _is_cleft(view, c, act)]
        if any(view.tokens[c].sentence == sentence and view.tokens[c].relation in _LINKS and not _is_answer(view, c) for c in inner):
            return True
        asks = token.relation == "ccomp" or (token.relation == "advcl" and at == act and read_group(view, act).modal == "will")
        if (asks and _asks_when(view, at, act)) or (view.tokens[act].pos in ("VERB", "AUX") and _is_unlikely(view, at)):
            return True
        if token.head == at or token.relation in ("parataxis", "advcl", "conj"):
            break
        at = token.head
    group = read_group(view, act)
    if group.infinitive and group.first > 0 and view.low(group.first - 1) in ("as", "order"):
        return view.low(group.first - 2) != "well"  # "so as not to", not "as well as to"
    if group.infinitive and group.governor is not None:
        between = range(group.governor + 1, group.first)
        if any(view.low(w) in _OPEN or view.tokens[w].tag in ("WDT", "WRB") for w in between) and len(between) <= _REACHES:
            return True  # "deciding what titles to show"
    subject = subject_of(view, act)
    first = min(view.subtree(subject)) if subject is not None and subject < act else read_group(view, act).first
    asked = first > 0 and view.low(first - 1) in _OPEN and view.tokens[first - 1].sentence == sentence
    return asked and not _is_answer(view, first - 1)


def _is_unlikely(view: Text, verb: int) -> bool:
    """Tell whether a clause with "that" hangs on a word that says it will hardly be."""
    head = view.tokens[verb].head
    if head >= verb or not any(view.low(c) == "that" for c in view.children[verb] if head < c < verb):
        return False
    if view.is_negated(head) or any(view.low(c) == "longer" for c in view.children[head]):
        return False
    little = any(view.low(c) in _LITTLE for c in view.children[head])
    return view.low(head) in _HARDLY or (view.lemma(head) in _CHANCE and little)


def _is_cleft(view: Text, word: int, act: int) -> bool:
    """Tell whether "what" opens a sentence that goes on to say it: "what is clear is that the port will close"."""
    first = view.sentence_words[view.tokens[word].sentence].start
    if view.low(word) != "what" or any(view.tokens[w].pos != "PUNCT" for w in range(first, word)):
        return False
    if any(view.low(w) in ("whether", "if") for w in range(word, act)):
        return False
    return any(view.lemma(w) == "be" and view.low(w + 1) == "that" for w in range(word + 1, act - 1))


def _is_answer(view: Text, word: int) -> bool:
    """Tell whether an asking word tells a reason or waves one aside: "this was why tents must be sent", "no matter how it ends"."""
    before = view.tokens[max(0, word - 2) : word]
    if len(before) < 2:
        return False
    first = before[0].text.lower()
    reason = view.low(word) in ("why", "where") and view.lemma(word - 1) == "be" and first in ("this", "that", "which")
    return reason or (first == "no" and before[1].text.lower() == "matter")


def _asks_when(view: Text, at: int, act: int) -> bool:
    """Tell whether a clause asks for a day or a place: "without saying when it will take place", not "on Friday, when it will"."""
    open_ = (c for c in view.children[at] if c < min(act, at) and view.low(c) in ("when", "where"))
    return any(view.tokens[c].relation in _LINKS and c > 0 and not _adds(view, c) for c in open_)


def _adds(view: Text, word: int) -> bool:
    """Tell whether "when" or "where" says more of what stands before it: "on Friday, when", "the University of Selm where"."""
    before = view.tokens[word - 1]
    return before.text in _APART or (before.pos == "PROPN" and view.low(word) == "where")
