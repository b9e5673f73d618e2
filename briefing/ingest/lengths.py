"""How much of a long text is read: its beginning, up to a place where it may end."""

from __future__ import annotations

import re

#: how far before the limit a text may be cut rather than in the middle of a paragraph, a sentence or a word
_BACK = 2_000
#: best first
_ENDS = (re.compile(r"[\r\n]+"), re.compile(r"(?<=[.!?”\"'’)])\s+"), re.compile(r"\s+"))


def beginning(text: str, limit: int) -> str:
    """The text up to the last paragraph that ends within a limit; where none does, up to a sentence or a word, else up to the limit."""
    if len(text) <= limit:
        return text
    for end in _ENDS:
        found = [m.start() for m in end.finditer(text, max(limit // 2, limit - _BACK), limit)]
        if found:
            return text[: found[-1]]
    return text[:limit]
