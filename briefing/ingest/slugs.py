"""What agencies write for desks into a headline, or on a line above it."""

from __future__ import annotations

import re

_MARK = r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|CORRECTION|RECAST|REPEAT|LEAD|EXCLUSIVE|BREAKING|URGENT|BULLETIN|ADVISORY)(?:\s?\d{1,2})?"
_MARKS = re.compile(rf"(?:{_MARK}\s?[-–—:]\s?|\((?:{_MARK}|\d(?:st|nd|rd|th)\sL[EA]*D)\)\s?)+(?=\S)")
#: "Floods-Lurandia/ (UPDATE 1)", "VELDANIA-COURT/APPEAL (PIX)"
_SLUG = re.compile(r"[\w.&'’]+(?:-[\w.&'’]+)*/[\w.&'’-]*(?:\s{1,3}\([^()]{2,60}\))*")


def desk_marks(headline: str) -> int:
    """Give the length of the marks that a headline begins with: "UPDATE 2-Council weighs sanctions"."""
    match = _MARKS.match(headline)
    return match.end() if match else 0


def is_slug(line: str) -> bool:
    """Say whether a line is the catchword that an agency files a story under."""
    return _SLUG.fullmatch(line) is not None
