"""Several who speak as one by the lands or bodies that they are of: "the foreign ministers of Orland and Kestria"."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.syntax import Text

_OF = frozenset({"of", "from", "for"})
_BETWEEN = frozenset({",", "and", "&", "the", "as", "well", "both"})
_OWNED = frozenset({"'s", "’s", "'", "’"})
#: nouns and adjectives between the names and the noun: "Orland and Kestria's deputy foreign ministers"
_MOST_WORDS_BETWEEN = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Joint:
    """A plural noun, the stretch that names it whole, and the names that it is told by, two or more."""

    noun: int
    span: Span
    names: tuple[Span, ...]


def joint_of(view: Text, words: list[int]) -> Joint | None:
    """Read a phrase as one noun of several names; None where it is none."""
    tokens = view.tokens
    for noun in words:
        if not _is_plural(view, noun) or (noun + 1 in words and view.tokens[noun + 1].tag == "NN"):
            # "the Coast and River Nations citizen" is one
            continue
        behind = [w for w in words if w > noun]
        if behind[:1] and tokens[behind[0]].text.lower() in _OF:
            names, last = _names(view, behind[1:])
            first = _first_of_phrase(view, words, noun)
        else:
            at = noun
            while at - 1 in words and noun - at < _MOST_WORDS_BETWEEN and _is_plain(view, at - 1):
                at -= 1
            names, last = _names(view, [w for w in words if w < at])
            if names and tokens[at - 1].text not in _OWNED and last != at - 1:
                names = []
            first, last = words[0] if not names else view.words(names[:1])[0], noun
        if len(names) > 1:
            return Joint(noun=noun, span=Span(tokens[first].start, tokens[last].end), names=tuple(names))
        return None
    return None


def _is_plural(view: Text, word: int) -> bool:
    """Tell whether a word means several persons or bodies; a tagger may take "ministries" for one."""
    low = view.tokens[word].text.lower()
    if not view.tokens[word].tag.startswith("N") or not (low.endswith("s") or view.tokens[word].tag.endswith("S")):
        return False
    single = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    return low in lexicon.COUNTRY_SIDES or bool({view.lemma(word), single} & (lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS))


def _names(view: Text, words: list[int]) -> tuple[list[Span], int]:
    """The capitalised names that a stretch begins with, joined by commas and "and", and its last word that is one of theirs."""
    names: list[Span] = []
    last, fresh, joined = -1, True, False
    for word in words:
        token = view.tokens[word]
        # a mark between two words is left out of a phrase
        fresh = fresh or word - 1 not in words
        low = token.text.lower()
        if low in _BETWEEN or token.text in _OWNED or (fresh and names and low in _OF):
            joined = joined or low in ("and", "&")
            fresh = True
        elif token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "NOUN"):
            names = [*names, Span(token.start, token.end)] if fresh else [*names[:-1], Span(names[-1].start, token.end)]
            last, fresh = word, False
        else:
            break
    return (names, last) if joined else ([], last)


def _is_plain(view: Text, word: int) -> bool:
    token = view.tokens[word]
    return token.pos in ("NOUN", "ADJ") and token.text[:1].islower()


def _first_of_phrase(view: Text, words: list[int], noun: int) -> int:
    first = noun
    while first - 1 in words and view.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN"):
        first -= 1
    return first
