"""What a text is about, by its words: its headline's, those that its sentences share, those that it opens with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from briefing.nlp.names import fold
from briefing.nlp.syntax import Text

_MEANING: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
#: words without a meaning of their own
_EMPTY: Final = frozenset("be have do say tell make take get go will also other same such more most many first last new".split())
#: of a headline, words shorter than this are particles; a headline of fewer words says little
_SHORT, _FEW = 4, 4


class Topic:
    """The words of a text's body, by sentence. A term is the lemma of a word that means something."""

    def __init__(self, view: Text, *, body_start: int, title: str | None) -> None:
        self._view = view
        self._title = frozenset(w for w in fold(title or "").split() if len(w) >= _SHORT or w[0].isdigit())
        self.sentences = tuple(n for n, s in enumerate(view.sentences) if s.end > body_start)

    @property
    def has_title(self) -> bool:
        return bool(self._title)

    @cached_property
    def terms(self) -> dict[int, frozenset[str]]:
        """The terms of each sentence of the body."""
        return {n: self.terms_of(self._view.sentence_words[n]) for n in self.sentences}

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(t for terms in self.terms.values() for t in terms)

    def terms_of(self, words: Iterable[int]) -> frozenset[str]:
        lemmas = (self._view.lemma(w).lower() for w in words if self._view.tokens[w].pos in _MEANING)
        return frozenset(lemma for lemma in lemmas if lemma not in _EMPTY)

    def in_headline(self, words: Iterable[int]) -> float:
        """The share of the headline's words that some words have."""
        forms = {form for w in words for form in (self._view.low(w), self._view.lemma(w).lower())}
        return len(self._title & forms) / max(_FEW, len(self._title))

    def in_lead(self, terms: frozenset[str]) -> float:
        """The share of some terms that the first sentence has."""
        lead = self.terms[self.sentences[0]] if self.sentences else frozenset()
        return len(terms & lead) / max(1, len(terms))

    def shared(self, terms: frozenset[str]) -> float:
        """How often other sentences have some terms, all of these together, in a text of any length."""
        return sum(self._counts[t] - 1 for t in terms if t in self._counts) / math.sqrt(max(1, len(self.sentences))) / 10
