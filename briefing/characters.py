"""Characters that stand in texts and that nobody sees."""

from __future__ import annotations

import re

#: soft hyphens, joiners, marks of direction and of places where a line may end
UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
)
_UNSEEN = re.compile(f"[{UNSEEN}]")


def without_unseen(text: str, instead: str = "") -> str:
    """Give a text without the characters that nobody sees, or with another in place of each."""
    return _UNSEEN.sub(instead, text)
