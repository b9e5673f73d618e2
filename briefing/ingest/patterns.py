"""The patterns that choose files in a folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache


def matches_any(path: str, patterns: Sequence[str]) -> bool:
    """Say whether a path below a source's folder ("a/b.txt") matches a pattern, by its name or as a whole."""
    name = path.rpartition("/")[2]
    return any(_compiled(pattern).fullmatch(path if "/" in pattern.strip("/") else name) for pattern in patterns)


def excluded(path: str, patterns: Sequence[str]) -> bool:
    """Say whether a pattern leaves out a path or a folder that it is in."""
    parts = path.split("/")
    return any(matches_any("/".join(parts[:count]), patterns) for count in range(1, len(parts) + 1))


@lru_cache(maxsize=1000)
def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = pattern.removeprefix("./").strip("/")
    pieces: list[str] = []
    position = 0
    while position < len(pattern):
        if pattern.startswith("**/", position):
            pieces.append("(?:[^/]+/)*")
            position += 3
            continue
        if pattern.startswith("**", position):
            pieces.append(".*")
            position += 2
            continue
        character = pattern[position]
        closing = pattern.find("]", position + 2) if character == "[" else -1
        if closing > 0:
            inside = pattern[position + 1 : closing].replace("\\", "\\\\")
            inside = "^" + inside[1:] if inside[0] in "!^" else inside
            pieces.append("[" + inside.replace("[", "\\[").replace("&&", "&") + "]")
            position = closing
        else:
            pieces.append({"*": "[^/]*", "?": "[^/]"}.get(character, re.escape(character)))
        position += 1
    try:
        return re.compile("".join(pieces), re.I | re.S)
    except re.error:  # a range such as [z-a]: the pattern is taken as a plain name
        return re.compile(re.escape(pattern), re.I)
