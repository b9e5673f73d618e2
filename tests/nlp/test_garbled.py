"""Articles that no parser has seen the like of are analysed all the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse

ARTICLES = sorted((Path(__file__).parents[1] / "gate").rglob("*.txt"))
_SWAPPED = 0.3


def garbled(text: str, chance: random.Random) -> str:
    """A text in which every third word stands where another stood, line by line."""
    lines = []
    for line in text.splitlines():
        words = line.split()
        places = [n for n in range(len(words)) if chance.random() < _SWAPPED]
        moved = chance.sample(places, len(places))
        lines.append(" ".join(words[moved[places.index(n)]] if n in places else word for n, word in enumerate(words)))
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(3))
def test_a_garbled_article_is_analysed(annotator: Annotator, seed: int) -> None:
    """Whatever a parse makes of words in the wrong order, no rule fails on it."""
    chance = random.Random(seed)
    assert ARTICLES
    for article in ARTICLES:
        text = garbled(article.read_text(encoding="utf-8"), chance)
        assert analyse(annotator, text).sentences
