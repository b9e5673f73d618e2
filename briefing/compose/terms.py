"""The words of a text that carry its meaning, for telling whether two texts say the same."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Set

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
#: no character before these is combining
_MARK = re.compile(r"[\u0300-\U0010ffff]")
STOPWORDS = frozenset(
    """a about above after again against all also am an and any are aren as at be because been before being below between both but
    by can cannot could did do does doing down during each few for from further had has have having he her here hers him his how i
    if in into is it its itself just may me might more most must my no nor not now of off on once only or other our out over own
    said same say says shall she should so some such than that the their them then there these they this those through to too
    under until up upon very was we were what when where which while who whom why will with would you your s t re ve ll d m""".split()
)


def fold(text: str) -> str:
    """Fold case, accents and apostrophes."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _MARK.sub(lambda m: "" if unicodedata.combining(m.group()) else m.group(), plain).replace("’", "'")


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut the commonest English endings, so that "withdraws" and "withdrawing" count as one word; a number has none."""
    if word[:1].isdigit():
        return word
    for ending, keep in (("ies", "y"), ("ingly", ""), ("edly", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + keep
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


@functools.lru_cache(maxsize=16384)
def terms_of(text: str) -> frozenset[str]:
    """The stems of a text's words, those without meaning of their own aside."""
    return frozenset(stem(w) for w in words_of(text) if w not in STOPWORDS)


def overlap(a: Set[str], b: Set[str]) -> float:
    """The share of the smaller set of terms that the larger one has too, from 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def jaccard(a: Set[str], b: Set[str]) -> float:
    """Intersection over union of two sets of terms, from 0 to 1."""
    shared = len(a & b)
    union = len(a) + len(b) - shared
    return shared / union if union else 0.0
