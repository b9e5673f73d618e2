"""How common a word is in the news at large (training/words.py): in the documents of one day every word looks rare."""

from __future__ import annotations

import gzip
import math
from functools import cache
from pathlib import Path

COUNTS = Path(__file__).parent / "data" / "words.txt.gz"


@cache
def counts() -> tuple[int, dict[str, int]]:
    """The number of articles that were counted, and in how many of them each stem stands; those of one or two are not listed."""
    with gzip.open(COUNTS, "rt", encoding="utf-8") as handle:
        articles = int(handle.readline())
        return articles, {term: int(n) for term, n in (line.rstrip("\n").split("\t") for line in handle)}


def rarity(term: str, spread: int, documents: int) -> float:
    """Weigh a stem by how few articles have it: of those that were counted, and ``spread`` of the ``documents`` at hand.

    Each is an inverse document frequency, and both must be high: a country's name is rare in a day's news and common in the news, a
    name that half a day's news is about is the other way round.
    """
    articles, common = counts()
    return math.log((1 + articles) / (1 + common.get(term, 0))) * math.log(1 + documents / max(1, spread))
