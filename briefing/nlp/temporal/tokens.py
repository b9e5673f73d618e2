"""Split a text into the pieces that dates are made of: words, numbers of several shapes, marks and line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_CLOCK = r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
_PIECE: Final = re.compile(
    r"(?P<url>https?://\S+|www\.\S+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\w\s])"
    r"|(?P<iso>(?:1[0-9]|2[01])[0-9]{2}([-/])[01]?[0-9]\7[0-3]?[0-9]"
    rf"(?:[T ]{_CLOCK}(?:\.[0-9]+)?(?:\s?(?:Z\b|[+-][0-9]{{2}}:?[0-9]{{2}}))?)?(?![0-9]|[-/][0-9]))"
    r"|(?P<numeric>[0-9]{1,2}([/.-])[0-9]{1,2}\9[0-9]{4}(?![0-9]|[-/][0-9]))"
    r"|(?P<time>[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]m\b|[ap]\.m\.?|AM\b|PM\b|A\.M\.?|P\.M\.?)"
    rf"|[0-2]?[0-9]h[0-5][0-9]\b|{_CLOCK}(?:\s?h(?:ou)?rs?\b)?)"
    r"|(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b)"
    r"|(?P<decade>[0-9]{2,4}['’]?s\b)"
    r"|(?P<number>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)*)"
    r"|(?P<other>[\d_])"
)
_PADDING: Final = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Tokens:
    """Parallel lists over the pieces of a text, padded with empty ones so that looking ahead or back needs no check.

    ``low`` holds the pieces in small letters, ``kind`` which alternative each is, ``start`` and ``end`` the offsets
    in the text. A line break is a piece of kind ``line``.
    """

    raw: list[str]
    low: list[str]
    kind: list[str]
    start: list[int]
    end: list[int]
    count: int

    def joined(self, index: int) -> bool:
        """Tell whether nothing stands between a piece and the one before it."""
        return self.start[index] == self.end[index - 1]

    def capital(self, index: int) -> bool:
        return self.kind[index] == "word" and self.raw[index][0].isupper()

    def small(self, index: int) -> bool:
        return self.kind[index] == "word" and self.raw[index][0].islower()

    def after_abbreviation(self, index: int) -> int:
        """Step over the full stop that an abbreviation carries."""
        return index + 1 if self.low[index] == "." and self.joined(index) else index


def split(text: str) -> Tokens:
    """Split a text; offsets are positions in it."""
    raw: list[str] = []
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or "other"
        start, end = match.span()
        raw.append(match.group())
        kinds.append(kind)
        starts.append(start)
        ends.append(end)
    count = len(raw)
    pad = [""] * _PADDING
    far = [-1] * _PADDING
    low = [piece.lower() for piece in raw]
    return Tokens(raw=raw + pad, low=low + pad, kind=kinds + pad, start=starts + far, end=ends + [-2] * _PADDING, count=count)
