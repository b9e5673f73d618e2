"""Whether what a word of a content names is said to be so: neither denied, nor only possible, wanted or averted."""

from __future__ import annotations

from briefing.nlp.syntax import HYPOTHETICAL, WILL, Text

_UNREAL = WILL | HYPOTHETICAL | {"can", "cannot", "must", "should", "shall"}
_MARKS = frozenset("if whether unless lest until".split())
#: what somebody does whose infinitive tells what they do: "decided to undermine them"
_SETS_ABOUT = frozenset("try attempt seek want decide continue begin start use keep choose".split())
#: what keeps a thing from being there
_AVERTS = frozenset(
    """avoid prevent stop end fight combat tackle against eliminate curb if whether unless case victim fear risk no any offence offense
    investigation investigate question apologize apologise discuss charge plea exempt exemption study definition define law
    cessation halt""".split()
)
_DOUBTED = frozenset("no not any against such possible potential apparent less more".split())
_HIGHEST = 6


def is_real(view: Text, word: int, words: list[int]) -> bool:
    """Tell whether a clause says what is or was: not what may, will or should be, nor what stands under a condition."""
    inside = set(words)
    for _ in range(_HIGHEST):
        helpers = set(view.auxiliaries(word))
        helpers |= {view.tokens[c].text.lower() for c in view.children[word] if view.tokens[c].tag == "MD" and c < word}
        if helpers & _UNREAL:
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
    if any(view.tokens[c].text.lower() in _DOUBTED for c in view.children[word]) or _is_averted_by_case(view, word):
        return False
    inside, at = set(words), word
    for _ in range(_HIGHEST):
        up = view.tokens[at].head
        if up == at or up not in inside:
            break
        if view.lemma(up) in _AVERTS or view.is_negated(up) or _is_averted_by_case(view, up):
            return False
        at = up
    return is_real(view, at, words)


def _is_averted_by_case(view: Text, word: int) -> bool:
    return any(view.tokens[c].relation == "case" and view.lemma(c) in _AVERTS for c in view.children[word])
