"""Articles that no parser has seen the like of are analysed all the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing.models import Analysis
from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse

ARTICLES = sorted((Path(__file__).parents[1] / "gate").rglob("*.txt"))
_SWAPPED = 0.3
_STRAY = (
    "😀",
    "\u200b",
    "\ufeff",
    "\u202e",
    "مرحبا",
    "שלום",
    "\x00",
    "“",
    '"',
    "”",
    "’s",
    ",",
    "(",
    ")",
    "-",
    "said,",
    "of",
    "one",
    "%",
    "Mr",
    "Office",
)
_SCRAPS = (
    "", " ", "\r\n", ".", '"', "“”", "😀", "\u200b", "\ufeff", "\x00", "مرحبا", "Ada", "said", ", said", "’s ’s said", "Mr", "Office",
    "will be", "due due", "one of", "% of", "100% said", "1 of 1 said 1", "Others said it.", '"Yes', "“” said Ada Quill.", "members of",
    "The hospital. The hospital said.", "Prime Minister's Office", "European", "North South East West Union said",
    "Al - Quill's lawyers said it will", "The council will meet _Monday.",
)  # fmt: skip


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


def distorted(text: str, chance: random.Random) -> dict[str, str]:
    """A text as no writer sets it, by what was done to it."""
    words = text.split()
    strewn = [w for word in words for w in (word, *chance.choices(_STRAY, k=chance.random() < _SWAPPED))]
    return {
        "capitals": text.upper(),
        "small": text.lower(),
        "no sentence ends": "".join(c for c in text if c not in ".!?\n"),
        "a list of names": ", ".join(w for w in words if w[:1].isupper()),
        "a word a line": "\r\n".join(words),
        "all quoted": f"“{text}”",
        "quotations without end": text.replace(". ", ".” “"),
        "each word said": " ".join(f"{w}, said {w}" for w in words[:200]),
        "zero width": "\u200b".join(text[:1000]),
        "strewn": " ".join(strewn),
    }


def assert_sound(analysis: Analysis, text: str) -> None:
    """Whatever is found has a name and lies in the text."""
    assert all(actor.name.strip() for actor in analysis.actors)
    spans = [*(m for a in analysis.actors for m in a.mentions), *(s for p in analysis.positions for s in (*p.source, *p.cue, *p.content))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize("seed", range(2))
def test_a_distorted_article_is_analysed(annotator: Annotator, seed: int) -> None:
    """In capitals, without a sentence's end, as a list of names, strewn with marks and other scripts: what is found lies in the text."""
    chance = random.Random(seed)
    for text in distorted(chance.choice(ARTICLES).read_text(encoding="utf-8"), chance).values():
        assert_sound(analyse(annotator, text), text)


@pytest.mark.parametrize("scrap", _SCRAPS)
def test_a_scrap_is_analysed(annotator: Annotator, scrap: str) -> None:
    """Alone, and before and behind a sentence, whatever is no sentence is read."""
    for text in (scrap, f"{scrap} The council will meet on Monday, Mayor Ada Quill said.", f"The council will meet, she said. {scrap}"):
        assert_sound(analyse(annotator, text), text)
