"""Whether what a word of a content names is said to be so: neither denied, nor only possible, wanted or averted."""

from __future__ import annotations

from briefing.nlp import lexicon
from briefing.nlp.syntax import HYPOTHETICAL, WILL, Text

_UNREAL = WILL | HYPOTHETICAL | {"can", "cannot", "must", "should", "shall"}
_MARKS = frozenset("if whether unless lest until".split())
#: what somebody does whose infinitive tells what they do: "decided to undermine them"
_SETS_ABOUT = frozenset("try attempt seek want decide continue begin start use keep choose".split())
#: what keeps a thing from being there
_AVERTS = frozenset(
    """avoid prevent stop end fight combat tackle against eliminate curb if whether unless case victim fear risk no any offence offense
    investigation investigate question apologize apologise discuss charge plea exempt exemption study definition define law
    cessation halt deny denial lack acquit clear drop allege allegation accuse accusation tolerance about""".split()
)
_DOUBTED = frozenset("no not any against such possible potential apparent less more zero alleged far".split())
#: before a "but" that adds to what is said: "not only corrupt but"
_ONLY = frozenset("only just merely simply".split())
#: whose view is told where somebody speaks or thinks
_THINKS = lexicon.SPEAKING | {"think", "believe", "feel", "suspect", "claim", "allege"}
_MAY_BE_OWN = lexicon.FIRST_PERSON | {"he", "she", "they", "it", "who"}
_NOBODY = frozenset("no nobody none nothing neither no-one".split())
_HIGHEST = 6


def is_real(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether a clause says what is or was: not what may, will or should be, nor what stands under a condition."""
    inside = set(words)
    for _ in range(_HIGHEST):
        helpers = set(view.auxiliaries(word))
        helpers |= {view.low(c) for c in view.children[word] if view.tokens[c].tag == "MD" and c < word}
        if helpers & _UNREAL:
            return False
        if _is_view_of_others(view, word, inside):
            return False
        bound = (view.tokens[c] for c in view.children[word] if view.tokens[c].relation in ("mark", "advmod"))
        if any(t.text.lower() in _MARKS for t in bound) or _is_only_aimed_at(view, word, helpers):
            return False
        head = view.tokens[word].head
        if head == word or head not in inside:
            return True
        word = head
    return True


def _is_only_aimed_at(view: Text, verb: int, helpers: set[str]) -> bool:
    """Tell whether an infinitive hangs on a word that leaves open whether it is done: "a plan to", not "decided to"."""
    token = view.tokens[verb]
    if token.tag != "VB" or token.relation == "root" or "do" in helpers or view.child(verb, ("mark",)) is None:
        return False
    return token.relation not in ("xcomp", "advcl") or view.lemma(token.head) not in _SETS_ABOUT


def is_there(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether what a noun, an adjective or an adverb names is there: not "no breach", "to prevent a breach", "would be a breach"."""
    if any(view.low(c) in _DOUBTED and not _is_only(view, c) for c in view.children[word]):
        return False
    if _is_denied(view, word) or _is_averted_by_case(view, word) or is_of_nobody(view, word):
        return False
    inside, at = set(words), word
    for _ in range(_HIGHEST):
        up = view.tokens[at].head
        if up == at or up not in inside:
            break
        if _is_view_of_others(view, at, inside):
            return False
        if _has_its_own_clause(view, at):
            at = up
            continue
        if (
            (view.lemma(up) in _AVERTS and not _is_apart(view, at))
            or _is_denied(view, up)
            or _is_averted_by_case(view, up)
            or is_of_nobody(view, up)
        ):
            return False
        if view.lemma(up) == "leave" and not _is_apart(view, at) and any(view.low(c) == "behind" for c in view.subtree(up)):
            return False
        at = up
    return is_real(view, at, words)


def is_of_nobody(view: Text, verb: int) -> bool:
    """Tell whether a clause says a thing of nobody: "no officer was unlawful", "none of them was brave"."""
    subjects = [c for c in view.children[verb] if view.tokens[c].relation in ("nsubj", "nsubj:pass")]
    return any(view.low(w) in _NOBODY for c in subjects for w in (c, *view.children[c]))


def _is_view_of_others(view: Text, verb: int, inside: set[int]) -> bool:
    """Tell whether a clause is what somebody else is said to say or think: "the mayor thinks that it is corrupt"."""
    token = view.tokens[verb]
    if token.relation != "ccomp" or token.head not in inside or view.lemma(token.head) not in _THINKS:
        return False
    holder = view.child(token.head, ("nsubj",))
    return holder is not None and view.low(holder) not in _MAY_BE_OWN


def _has_its_own_clause(view: Text, word: int) -> bool:
    """Tell whether a word tells in a clause of its own what is joined to another: "it lacked funds and was corrupt"."""
    relation = view.tokens[word].relation
    if relation == "parataxis":
        return True
    return relation == "conj" and (view.tokens[word].pos == "VERB" or view.child(word, ("cop", "nsubj")) is not None)


def _is_apart(view: Text, word: int) -> bool:
    """Tell whether a word tells who averts a thing or how, not what is averted: "the corrupt firm denied it", "wrongly accused"."""
    token = view.tokens[word]
    by = {view.lemma(c) for c in view.children[word] if view.tokens[c].relation == "case"}
    return token.relation == "nsubj" or token.pos == "ADV" or bool(by & {"with", "by"})


def _is_denied(view: Text, word: int) -> bool:
    """Tell whether a word stands under a negation: "by no means", not "not only corrupt but", which says more."""
    means = (c for c in view.children[word] if view.lemma(c) == "means" and view.low(c - 1) == "no")
    if any(c < word for c in means):
        return True
    return view.is_negated(word) and not any(view.low(c) == "not" and _is_only(view, c) for c in view.children[word])


def _is_only(view: Text, word: int) -> bool:
    return word + 1 < len(view.tokens) and view.low(word + 1) in _ONLY


def _is_averted_by_case(view: Text, word: int) -> bool:
    if view.low(view.tokens[word].head) == "far" and any(view.lemma(c) == "from" for c in view.children[word]):
        return True
    return any(view.tokens[c].relation == "case" and view.lemma(c) in _AVERTS for c in view.children[word])
