"""Text that was wrapped to a width, line by line, as it reads without its line ends."""

from __future__ import annotations

import re
from itertools import pairwise

#: characters that wrapped lines have at most
_WIDTHS = range(50, 101)
#: line ends within paragraphs from which on a text is taken for wrapped, and how many of all of them are to be such as a full line makes
_FEWEST, _MOST_OF = 5, 0.8
#: how many of the lines behind them are to begin in small letters
_GOING_ON = 0.5
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")


def without_wraps(text: str, *, body_start: int = 0) -> str:
    """A text of the same length with spaces for the line ends that only a full line made: where the next line's first word would have
    gone past the width. What goes on behind a longer line, or often behind a shorter one, is left as it is.
    """
    lines = [found.span() for found in _LINE.finditer(text, body_start) if found.group().strip()]
    inner = [(a, b) for a, b in pairwise(lines) if _BREAK.fullmatch(text, a[1], b[0])]
    width = max((end - start for (start, end), _ in inner), default=0)
    full = [(a, b) for a, b in inner if a[1] - a[0] + 1 + len(text[slice(*b)].split()[0]) > width]
    # the lines of a list, of one length or not, begin with a capital or a number
    going_on = sum(text[b[0] : b[1]].lstrip()[0].islower() for _, b in full)
    if width not in _WIDTHS or len(full) < max(_FEWEST, _MOST_OF * len(inner)) or going_on < _GOING_ON * len(full):
        return text
    pieces, at = [], 0
    for before, behind in full:
        pieces += [text[at : before[1]], " " * (behind[0] - before[1])]
        at = behind[0]
    return "".join([*pieces, text[at:]])
