"""Any number of documents from the articles of a folder: each varied in its names, words and figures, many of them reprinted."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d.,]*\d|\d")
_OUTLETS = [
    f"{place} {paper}" for place in ("Norhaven", "Selm", "Westmark", "Orlund", "Tarn") for paper in ("Post", "Courier", "Wire", "Dispatch")
]
#: the share of documents that reprint an earlier one, and of words that are varied in the others
_REPRINTED, _VARIED = 0.4, 0.35
#: a reprint follows within so many documents
_FOLLOWS = 400


class Newswire:
    """Gives the documents by number, the same ones each time: the first thousand are those of the first ten thousand."""

    def __init__(self, folder: Path) -> None:
        self._articles = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
        self._likes: dict[tuple[bool, str], list[str]] = defaultdict(list)
        for text in self._articles:
            for word in _WORD.findall(text):
                if not word[0].isdigit() and len(word) > 3:
                    self._likes[_class(word)].append(word)

    def write(self, folder: Path, numbers: range, *, last_day: date) -> None:
        """Write documents as files, dated over the last three days."""
        folder.mkdir(parents=True, exist_ok=True)
        for number in numbers:
            day = last_day - timedelta(days=number % 3)
            header = f"---\npublished: {day}\nsource: {_OUTLETS[number % len(_OUTLETS)]}\n---\n\n"
            (folder / f"{number:06}.md").write_text(header + self.text(number), encoding="utf-8")

    def text(self, number: int) -> str:
        """One document: a reprint of an earlier one with changes, or an article varied throughout."""
        chance = random.Random(number)
        if number and chance.random() < _REPRINTED:
            return _reprinted(self.text(max(0, number - chance.randint(1, _FOLLOWS))), chance)
        return self._varied(self._articles[number % len(self._articles)], chance)

    def _varied(self, text: str, chance: random.Random) -> str:
        names: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            word = match.group()
            if word[0].isdigit():
                return str(chance.randint(2, 900)) if len(word) < 4 and chance.random() < _VARIED else word
            if len(word) <= 3 or chance.random() >= _VARIED:
                return names.get(word, word)
            likes = self._likes[_class(word)]
            # a name is the same one throughout a document
            return names.setdefault(word, chance.choice(likes)) if word[0].isupper() else chance.choice(likes)

        return _WORD.sub(other, text)


def _class(word: str) -> tuple[bool, str]:
    return word[0].isupper(), word[-2:].lower()


def _reprinted(text: str, chance: random.Random) -> str:
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 4 and chance.random() < 0.5:
        paragraphs.pop(chance.randrange(2, len(paragraphs)))
    figures = [n for n, p in enumerate(paragraphs) if n and re.search(r"\b\d\d\b", p)]
    if figures:
        at = chance.choice(figures)
        paragraphs[at] = re.sub(r"\b\d\d\b", str(chance.randint(10, 99)), paragraphs[at], count=1)
    return "\n\n".join(paragraphs)
