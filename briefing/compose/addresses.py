"""What the address of an article says of its headline: "https://example.org/news/harbour-council-weighs-fees-20310509"."""

from __future__ import annotations

import functools
import re

from briefing.compose.terms import terms_of

#: the words of a headline, joined as addresses join them
_JOINED = re.compile(r"[^\W_]+(?:[-_][^\W_]+){2,}")
#: so much of such a run is letters at least: others are numbers of articles
_LETTERS = 0.6


@functools.lru_cache(maxsize=4096)
def headline_words(url: str | None) -> frozenset[str]:
    """The stems of the longest run of joined words behind an address's host, its query aside; none where it has no such run."""
    path = re.split(r"[?#]", url or "")[0].partition("//")[2].partition("/")[2]
    runs = [m.group() for m in _JOINED.finditer(path)]
    named = [r for r in runs if sum(c.isalpha() for c in r) > _LETTERS * len(r)]
    return terms_of(re.sub(r"[-_]", " ", max(named, key=len))) if named else frozenset()
