"""Turn a text into word pieces with the surface features that the uncased vocabulary loses: case, spacing, quotation.

The training recipe and the run-time model read text through this module alone, so that they cannot drift apart.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

IntArray = NDArray[np.int64]

#: sizes of the feature vocabularies; the last id of each is that of the special pieces
SHAPES, SPACES, QUOTES = 17, 4, 5
_PARAGRAPH = re.compile(r"[^\r\n]+")
_OPEN = "“«„"
_QUOTES = re.compile(r"[“«„”»\"]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pieces:
    """The word pieces of a text: parallel arrays of one entry a piece. ``first`` marks the first piece of a basic token,
    ``paragraph`` counts the text's lines that hold pieces."""

    ids: IntArray
    starts: IntArray
    ends: IntArray
    first: NDArray[np.bool_]
    shape: IntArray
    space: IntArray
    quote: IntArray
    paragraph: IntArray

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The range of the pieces that have a character in a stretch of the text; an empty one begins where they would stand."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        return first, max(first, int(np.searchsorted(self.starts, end, side="left")))

    def tokens(self) -> tuple[IntArray, IntArray]:
        """The first piece of each basic token, and the piece behind its last."""
        first = np.flatnonzero(self.first)
        return first, np.append(first[1:], len(self))


def _shape(word: str) -> int:
    if word.islower():
        return 0
    if word.isdigit():
        return 5
    if not word.isalpha():
        return 6 if any(c.isalnum() for c in word) else 7
    if word[0].isupper():
        if len(word) == 1:
            return 3
        if word[1:].islower():
            return 1
        if word.isupper():
            return 2
    return 4


def _quote_states(text: str, start: int, end: int) -> list[int]:
    """One state a character of a paragraph: 0 outside, 1 inside double quotation marks, 2 an opening mark, 3 a closing one."""
    states: list[int] = []
    inside = 0
    for mark in _QUOTES.finditer(text, start, end):
        char = mark.group()
        states += [inside] * (mark.start() - start - len(states))
        inside = int(char in _OPEN or (char == '"' and not inside))
        states.append(2 if inside else 3)
    return states + [inside] * (end - start - len(states))


def read_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Read the word pieces of a text; offsets are into the text as given."""
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    first: list[bool] = []
    shape: list[int] = []
    space: list[int] = []
    quote: list[int] = []
    paragraph: list[int] = []
    spans = [m.span() for m in _PARAGRAPH.finditer(text) if not m.group().isspace()]
    encodings = tokenizer.encode_batch([text[s:e] for s, e in spans], add_special_tokens=False)
    for number, ((base, end), encoding) in enumerate(zip(spans, encodings, strict=True)):
        states = _quote_states(text, base, end)
        # no special tokens were added, so every piece has its word
        words: list[int] = [word for word in encoding.word_ids if word is not None]
        offsets = encoding.offsets
        ids += encoding.ids
        starts += [base + s for s, _ in offsets]
        ends += [base + e for _, e in offsets]
        quote += [states[s] if s < len(states) else 0 for s, _ in offsets]
        paragraph += [number] * len(words)
        extents: dict[int, tuple[int, int]] = {}
        for word, (s, e) in zip(words, offsets, strict=True):
            old = extents.get(word)
            extents[word] = (s, e) if old is None else (old[0], e)
        shapes = {word: _shape(text[base + s : base + e]) for word, (s, e) in extents.items()}
        previous: int | None = None
        previous_end = 0
        for word, (s, e) in zip(words, offsets, strict=True):
            is_first = word != previous
            first.append(is_first)
            shape.append(shapes[word] if is_first else shapes[word] + 8)
            space.append(2 if previous is None else (1 if s > previous_end else 0))
            previous, previous_end = word, e
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
        first=np.array(first, dtype=np.bool_),
        shape=np.array(shape, dtype=np.int64),
        space=np.array(space, dtype=np.int64),
        quote=np.array(quote, dtype=np.int64),
        paragraph=np.array(paragraph, dtype=np.int64),
    )


def bridge_windows(windows: list[tuple[int, int]], reach: int) -> list[tuple[int, int]]:
    """Give a window across each joint of others, of up to ``reach`` pieces on either side."""
    return [(max(before[0], after[0] - reach), min(after[1], after[0] + reach)) for before, after in itertools.pairwise(windows)]


def cut_windows(pieces: Pieces, text: str, limit: int) -> list[tuple[int, int]]:
    """Cut a text's pieces into windows of whole paragraphs of at most ``limit`` pieces.

    A paragraph that is longer by itself is cut behind a full stop where there is one in the window's second half. The windows
    partition the pieces in order.
    """
    windows: list[tuple[int, int]] = []
    total = len(pieces)
    start = 0
    while start < total:
        end = min(start + limit, total)
        if end < total:
            cut = end
            while cut > start and pieces.paragraph[cut] == pieces.paragraph[cut - 1]:
                cut -= 1
            if cut <= start:
                cut = end
                while cut > start + limit // 2 and text[int(pieces.ends[cut - 1]) - 1] not in '.!?”"':
                    cut -= 1
                if cut <= start + limit // 2:
                    cut = end
                    while cut > start + 1 and not pieces.first[cut]:
                        cut -= 1
            end = cut
        windows.append((start, end))
        start = end
    return windows
