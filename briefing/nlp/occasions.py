"""The occasion that a phrase names beside who speaks: "the minister in a meeting with the union's Ada Quill"."""

from __future__ import annotations

from briefing.nlp.syntax import Text

_AT = frozenset({"in", "at", "during", "after", "following"})
_OCCASIONS = frozenset(
    """meeting conference interview event ceremony session briefing forum summit gathering rally visit seminar workshop hearing debate
    call talks reception dinner press-conference symposium""".split()
)
#: words between the preposition and the occasion: "at this annual press conference"
_LONGEST = 5


def without_occasion(view: Text, words: list[int]) -> list[int]:
    """The words of a phrase before those that tell where or when it was said, and who else was there."""
    for n, word in enumerate(words):
        if n and view.low(word) in _AT and view.tokens[word].tag == "IN" and _is_occasion(view, words[n + 1 : n + 1 + _LONGEST]):
            return words[:n] if any(view.tokens[w].pos in ("NOUN", "PROPN", "PRON") for w in words[:n]) else words
    return words


def _is_occasion(view: Text, words: list[int]) -> bool:
    """Tell whether the first noun of what stands behind a preposition is an occasion."""
    for word in words:
        token = view.tokens[word]
        if token.pos in ("DET", "ADJ", "NUM") or token.relation == "compound" or token.tag in ("PRP$", "VBN"):
            continue
        return token.text.lower() in _OCCASIONS or view.lemma(word) in _OCCASIONS
    return False
