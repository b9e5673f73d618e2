"""Where one paragraph ends and another begins: the headline's lines, and stretches cut at the ends of both."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp.syntax import trim

#: lines at the top that may be headlines
_LINES = 3
_BREAKS = re.compile(r"\s*[\r\n]\s*")
#: a line between single marks, of a few words
_SECTION = re.compile(r"['‘][^\W\d_](?:[^'‘’\r\n]|['’](?=\w)){2,80}[^.!?,'‘’\s]['’]")
_ENDS = '.!?”"»'
_OPENS = '“"«„'
#: words that a headline does not end in: what follows is its own line's rest
_GOES_ON = re.compile(r"(?:[,;:–—-]|\b(?:the|an?|of|in|on|at|to|for|and|or|that|with|by|from|said|says|told))$", re.IGNORECASE)


def headline_lines(text: str, body_start: int) -> list[Span]:
    """The lines at the top that end without a full stop, and as a line can that is no part of another."""
    lines: list[Span] = []
    at = body_start
    while at < len(text) and len(lines) < _LINES:
        end = next((p for p in range(at, len(text)) if text[p] in "\r\n"), len(text))
        line = trim(text, Span(at, end))
        if line.end > line.start:
            if text[line.end - 1] in _ENDS or _GOES_ON.search(text[line.start : line.end]):
                break
            lines.append(line)
        at = end + 1
    return lines


def cut_at_paragraphs(text: str, span: Span) -> list[Span]:
    """The pieces of a stretch in its paragraphs. A line that ends where a sentence cannot is no paragraph's end, and a quotation
    that is opened anew in each paragraph is one stretch."""
    pieces: list[Span] = []
    start = span.start
    for found in _BREAKS.finditer(text, span.start, span.end):
        before, behind = text[span.start : found.start()], text[found.end() : found.end() + 1]
        opens = behind in _OPENS and not _is_open(text, found.start())
        if not before or not behind or behind.islower() or (not opens and (behind in _OPENS or _GOES_ON.search(before))):
            continue
        pieces.append(Span(start, found.start()))
        start = found.end()
    return [p for p in (*pieces, Span(start, span.end)) if p.end > p.start]


def heads_a_section(text: str, content: tuple[Span, ...], body_start: int) -> bool:
    """Tell whether a content is a line that heads a part of the article: a few quoted words of what is said below, no full stop behind."""
    start = text.rfind("\n", 0, content[0].start) + 1
    end = next((p for p in range(content[-1].end, len(text)) if text[p] in "\r\n"), len(text))
    line = text[start:end].strip()
    if not _SECTION.fullmatch(line) or not any(c.isalnum() for c in text[content[0].start : content[-1].end]):
        return False
    above = [one for one in text[body_start:start].splitlines() if one.strip()] if start > body_start else []
    return bool(above) and above[-1].rstrip()[-1:] in _ENDS and any(one.strip() for one in text[end:].splitlines())


def stands_with(text: str, spans: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether some span stands in the paragraph that a content begins in."""
    start = text.rfind("\n", 0, content[0].start) + 1
    end = text.find("\n", content[0].start)
    return any(start <= s.start and (end < 0 or s.start < end) for s in spans)


def _is_open(text: str, at: int) -> bool:
    """Tell whether the quotation that a line begins last is not closed where the line ends."""
    line = text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : at]
    opened, closed = (max(line.rfind(mark) for mark in marks) for marks in ("“«„", "”»"))
    return opened > closed or line.count('"') % 2 == 1
