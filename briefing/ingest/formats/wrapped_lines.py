"""From lines of even width to paragraphs: running heads dropped, hyphens at line ends joined; or in place, every offset as it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

_HYPHENATED = re.compile(r"(\w*[^\W\d_])[-\u2010\xad]$")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[•▪◦‣●■–*-]|\d{1,3}[.)]|\(?[a-z]\))\s+\S", re.I)
_LONGEST_WORD = 60
#: characters that the longest of wrapped lines has, and what makes a line long without a break to be made
_WIDTHS, _UNBROKEN = range(40, 121), re.compile(r".*://|\S+$", re.DOTALL)
#: line ends that go on in a small letter from which on a text is taken for wrapped, at least, and of all line ends within paragraphs
_FEWEST, _GOING_ON = 1, 0.3
#: of the width, what a line has at least that goes on in the next; and how many of those are full where lines were filled by rule
_SHORTEST, _FILLED = 0.5, 0.95
_LINE, _BREAK = re.compile(r"[^\r\n]*"), re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def without_wraps(text: str) -> str:
    """A text of the same length with spaces for the line ends that only a full line made, if it was wrapped to a width."""
    lines = [found.span() for found in _LINE.finditer(text) if found.group().strip()]
    inner = [(a, b) for a, b in pairwise(lines) if _BREAK.fullmatch(text, a[1], b[0])]
    width = longest_line(text[slice(*line)] for line in lines)
    inner = [(a, b) for a, b in inner if a[1] - a[0] >= width * _SHORTEST and not _ITEM.match(text[slice(*b)].strip())]
    going_on = [(a, b) for a, b in inner if text[slice(*b)].lstrip()[0].islower() and not _ENDED.search(text[slice(*a)])]
    if width not in _WIDTHS or len(going_on) < max(_FEWEST, _GOING_ON * len(inner)):
        return text
    by_rule = sum(_is_full(text, *pair, width) for pair in going_on) >= _FILLED * len(going_on)
    pieces, at = [], 0
    for before, behind in inner:
        line, following = text[slice(*before)], text[slice(*behind)]
        ends = not _is_full(text, before, behind, width) if by_rule else _begins(line, following, width)
        if not ends:
            pieces += [text[at : before[1]], " " * (behind[0] - before[1])]
            at = behind[0]
    return "".join([*pieces, text[at:]])


def longest_line(lines: Iterable[str]) -> int:
    """How many characters the longest line has, those aside that hold an address or are one word."""
    return max((len(line) for line in lines if not _UNBROKEN.match(line.strip())), default=0)


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether the first word of the next line would have gone past the width."""
    return line[1] - line[0] + 1 + len(text[slice(*following)].split()[0]) > width


def join_pages(pages: Sequence[str]) -> str:
    """Join the pages' lines to paragraphs, one a line; a paragraph that runs over a page's end stays whole."""
    split = [page.replace("\r\n", "\n").replace("\r", "\n").split("\n") for page in pages]
    cleaned = _without_running_lines(without_shared_ends(split))
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


def without_shared_ends(pages: list[list[str]]) -> list[list[str]]:
    """Drop the line that both pages of two begin with, and the one that both end with, but for numbers."""
    if len(pages) != 2:
        return pages
    # blank lines within a page part its paragraphs
    first, second = ("\n".join(page).strip().split("\n") for page in pages)
    for at in (0, -1):
        if min(len(first), len(second)) > 2 and _key(first[at]) == _key(second[at]):
            del first[at], second[at]
    return [first, second]


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
