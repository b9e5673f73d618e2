"""From lines of even width to paragraphs: running heads dropped, hyphens at line ends joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HYPHENATED = re.compile(r"(\w*[^\W\d_])[-\u2010\xad]$")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[•▪◦‣●■–*-]|\d{1,3}[.)]|\(?[a-z]\))\s+\S", re.I)
_LONGEST_WORD = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def join_pages(pages: Sequence[str]) -> str:
    """Join the pages' lines to paragraphs, one a line; a paragraph that runs over a page's end stays whole."""
    cleaned = _without_running_lines([page.replace("\r\n", "\n").replace("\r", "\n").split("\n") for page in pages])
    lines = [line.rstrip() for page in cleaned for line in page]
    widths = sorted(len(line) for line in lines if line.strip())
    if not widths:
        return ""
    # The full lines of the body are of about one width; headings and last lines are shorter.
    width = widths[int(len(widths) * 0.8)]
    words = Counter(match.group().lower() for line in lines for match in _WORD.finditer(line))
    paragraphs: list[str] = []
    current: list[str] = []
    for line in lines:
        if not line.strip():
            _close(current, paragraphs, words)
            continue
        if current and _begins(current[-1], line, width):
            _close(current, paragraphs, words)
        current.append(line.strip())
    _close(current, paragraphs, words)
    return "\n".join(paragraphs)


def _begins(previous: str, line: str, width: int) -> bool:
    """Say whether a line begins a paragraph: the one before it stopped short."""
    if _ITEM.match(line.strip()) and not previous.endswith("-"):
        return True
    short = len(previous) < width * 0.75
    if _ENDED.search(previous):
        return short or (len(previous) < width * 0.9 and line[:1].isspace())
    first = line.strip()[0]
    # A headline ends with no full stop, is short, and what follows it does not go on in lower case.
    return len(previous) < width * 0.6 and (first.isupper() or first in "\"“‘'") and not previous.endswith((",", "-", ";"))


def _close(current: list[str], paragraphs: list[str], words: Counter[str]) -> None:
    if not current:
        return
    pieces = [current[0]]
    for line in current[1:]:
        # Only the end of the last line is looked at: a paragraph may have any number of lines.
        last = pieces[-1]
        broken = _HYPHENATED.search(last[-_LONGEST_WORD:])
        if broken and line[:1].islower():
            following = _WORD.match(line[:_LONGEST_WORD])
            second = following.group().lower() if following else ""
            whole = broken[1].lower() + second
            # "well-\nknown" keeps its hyphen where the document writes it so within a line.
            keep = words[f"{broken[1].lower()}-{second}"] and not words[whole]
            pieces[-1] = last if keep else last[:-1]
        elif not (broken and line[:1].isupper() and last.endswith("-")):
            pieces.append(" ")
        pieces.append(line)
    text = "".join(pieces)
    paragraphs.append(" ".join(text.replace("\xad", "").split()))
    current.clear()


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and lines at the top or the bottom that most pages share but for a number."""
    stripped = [[line for line in page if line.strip()] for page in pages]
    edges = Counter(key for page in stripped for key in {_key(line) for line in (*page[:2], *page[-2:])})
    running = {key for key, count in edges.items() if len(pages) >= 3 and count > len(pages) * 0.6}
    kept = []
    for page in pages:
        filled = [index for index, line in enumerate(page) if line.strip()]
        edge = {*filled[:2], *filled[-2:]}
        first_last = {*filled[:1], *filled[-1:]}
        kept.append(
            [
                line
                for index, line in enumerate(page)
                if not (index in edge and _key(line) in running)
                and not (len(pages) > 1 and index in first_last and _PAGE_NUMBER.fullmatch(line.strip()))
            ]
        )
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()).lower())
