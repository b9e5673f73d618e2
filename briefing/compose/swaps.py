"""Names that stand in each other's place in two texts of one wording: "close the Karsa bridge", "close the Zorn bridge"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.calendar_names import CALENDAR
from briefing.compose.names import is_title_only, one_slip
from briefing.compose.terms import STOPWORDS, fold
from briefing.models import Analysis, Document, Span

#: how much of two texts' words must be in one order for a name to be in the place of another
_SAME_WORDING = 0.6
#: a name has no more words than this
_NAME_WORDS = 4
#: where fewer of the words with meaning have a small letter, capitals tell no names
_LOWER = 0.2
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word of a text, folded, without its possessive ending."""

    text: str
    span: Span
    is_name: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Swap:
    """What one text calls somebody or some place, and the other."""

    here: tuple[Word, ...]
    there: tuple[Word, ...]


def named_words(document: Document, analysis: Analysis) -> frozenset[str]:
    """The folded words of the names that a document mentions."""
    spans = [m.span for m in analysis.mentions if m.kind in ("person", "organization", "place", "group")]
    return _folded({w for s in spans for w in _WORD.findall(document.text, s.start, s.end)})


def distinct_words(text: str) -> frozenset[str]:
    """The words of a text as `read_words` gives them, each once."""
    return _folded(set(_WORD.findall(text)))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(w).removesuffix("'s") for w in words)


def read_words(text: str, named: frozenset[str], start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text. A name is ``named``, or has a capital that neither its place nor headline style explains."""
    found = list(_WORD.finditer(text, start, len(text) if end is None else end))
    telling = [m.group() for m in found if fold(m.group()) not in STOPWORDS]
    is_headline_style = sum(w[0].islower() for w in telling) <= _LOWER * len(telling)
    words = []
    for number, match in enumerate(found):
        word = fold(match.group()).removesuffix("'s")
        is_odd = match.group()[0].isupper() and number > 0 and not is_headline_style
        is_name = (word in named or is_odd) and word not in STOPWORDS and word not in CALENDAR and not is_title_only(word)
        words.append(Word(text=word, span=Span(match.start(), match.end()), is_name=is_name))
    return words


def find_swaps(one: Sequence[Word], other: Sequence[Word]) -> Iterator[Swap]:
    """The names that stand in each other's place, if two texts are otherwise worded alike; a slip of the pen is no other name."""
    a, b = [w.text for w in one], [w.text for w in other]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.quick_ratio() < _SAME_WORDING or matcher.ratio() < _SAME_WORDING:
        return
    for kind, i, j, n, m in matcher.get_opcodes():
        here, there = tuple(one[i:j]), tuple(other[n:m])
        if kind != "replace" or max(len(here), len(there)) > _NAME_WORDS or not all(w.is_name for w in (*here, *there)):
            continue
        if not any(x.text == y.text or one_slip(x.text, y.text) for x in here for y in there):
            yield Swap(here=here, there=there)
