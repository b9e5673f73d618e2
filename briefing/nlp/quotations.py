"""What stands between quotation marks, and whether a content is a quotation."""

from __future__ import annotations

import bisect
import functools
import re

from briefing.models import Span

_OPENING = "“«„"
_MARKS = '“«„”»"'
_QUOTES = re.compile(r"[“«„”»\"\r\n]")
#: a paragraph's end behind which a quotation is opened anew
_OPENED_ANEW = re.compile(r"\s*\n\s*[“«„\"](?=\w|\W\w)")


def quotation_at(text: str, offset: int) -> Span | None:
    """What stands between the quotation marks around an offset, within its paragraph; None outside of any."""
    found = quotations(text)
    at = bisect.bisect_right(found, (offset, len(text))) - 1
    return found[at] if at >= 0 and found[at].start <= offset < found[at].end else None


def next_opened(text: str, offset: int) -> int | None:
    """Where the next paragraph opens the quotation around an offset anew that its own paragraph does not close, as one speaker's."""
    around = quotation_at(text, offset)
    opened = _OPENED_ANEW.match(text, around.end) if around is not None else None
    return opened.end() if opened is not None else None


def with_marks(text: str, span: Span) -> Span:
    """Give the span with the mark that stands right behind a quotation which opens in it, or right before one which closes in it: the
    port is “open for all”."""
    opened, closed = quotation_at(text, span.end - 1), quotation_at(text, span.start)
    start, end = span
    if opened is not None and start < opened.start and end <= opened.end < len(text) and not re.search(r"\w|\n", text[end : opened.end]):
        end = opened.end + (text[opened.end] in _MARKS)
    if closed is not None and start == closed.start and closed.end < span.end:
        start -= 1
    return Span(start, end)


@functools.lru_cache(maxsize=4)
def quotations(text: str) -> tuple[Span, ...]:
    """All stretches between quotation marks, in order; one that is not closed ends with its paragraph."""
    found: list[Span] = []
    opened: int | None = None
    for mark in _QUOTES.finditer(text):
        char, place = mark.group(), mark.start()
        if char in _OPENING or (char == '"' and opened is None):
            if opened is not None and place > opened:
                found.append(Span(opened, place))
            opened = place + 1
        elif opened is not None:
            if place > opened:
                found.append(Span(opened, place))
            opened = None
    if opened is not None and opened < len(text):
        found.append(Span(opened, len(text)))
    return tuple(found)


def is_quoted(text: str, spans: tuple[Span, ...]) -> bool:
    """Tell whether a content lies wholly or mainly inside quotation marks."""
    inside = total = 0
    found = quotations(text)
    for start, end in spans:
        total += _letters(text, start, end)
        if _in_single_marks(text, start, end):
            inside += _letters(text, start, end)
            continue
        at = max(0, bisect.bisect_right(found, (start, len(text))) - 1)
        while at < len(found) and found[at].start < end:
            inside += _letters(text, max(start, found[at].start), min(end, found[at].end))
            at += 1
    return total > 0 and inside / total > 0.5


def _in_single_marks(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch stands between single marks of its own, as headlines have them, not behind an apostrophe."""
    opening = next((n for n in (start - 1, start) if n >= 0 and text[n] in "'‘"), None)
    if opening is None or (opening and not text[opening - 1].isspace()):
        return False
    return any(c in "'’" for c in text[end - 1 : end + 2])


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(len, text[start:end].split())) if end > start else 0
