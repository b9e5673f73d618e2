"""Relative clauses that a parse hangs on what stands behind them: "Falk, who will become mayor, said", with "who" of the saying."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import Token

_PRONOUNS: Final = frozenset({"who", "which"})
#: a pronoun opens its clause no more words before the verb
_REACH: Final = 6
#: within the noun that a clause is about
_WITHIN: Final = frozenset("flat compound nmod nmod:poss nmod:desc appos amod conj".split())
_NOMINAL: Final = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_BECOMES: Final = frozenset({"become", "remain"})


def with_relatives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Hang a relative clause on the noun before its pronoun, where the parse looks for one behind; its object is its own."""
    mended = list(tokens)
    for verb, token in enumerate(tokens):
        if (
            token.relation != "acl:relcl"
            or token.pos not in ("VERB", "AUX")
            or token.head <= verb
            or (noun := _antecedent(tokens, verb)) is None
        ):
            continue
        mended[verb] = replace(token, head=noun)
        held = token.head
        if tokens[held].pos == "NOUN" and all(t.pos in _NOMINAL for t in tokens[verb + 1 : held]):
            relation = "xcomp" if token.lemma.lower() in _BECOMES else "obj"
            mended[held] = replace(tokens[held], head=verb, relation=relation)
    return tuple(mended)


def _antecedent(tokens: tuple[Token, ...], verb: int) -> int | None:
    """The noun that a comma parts from the pronoun of a clause."""
    opening = (w for w in range(verb - 1, max(1, verb - _REACH), -1) if tokens[w].text.lower() in _PRONOUNS)
    pronoun = next(opening, None)
    if pronoun is None or tokens[pronoun - 1].text != "," or any(t.pos in ("VERB", "PUNCT") for t in tokens[pronoun:verb]):
        return None
    noun = pronoun - 2
    if noun < 0 or tokens[noun].pos not in ("NOUN", "PROPN") or tokens[noun].sentence != tokens[verb].sentence:
        return None
    while tokens[noun].relation in _WITHIN and tokens[noun].head < noun and tokens[tokens[noun].head].pos in ("NOUN", "PROPN"):
        noun = tokens[noun].head
    return noun
