"""Attributions that a headline makes by a colon: "Ministers to meet in May: Quill", "Quill: We will not sign"."""

from __future__ import annotations

import re

from briefing.models import Attribution, Span
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text, trim

#: lines at the top that may be headlines, and the most words of who is named in one
_LINES, _LONGEST = 3, 5
_CONFIDENCE = 0.8
_COLON = re.compile(r":\s+")


def headline_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Find what the headline has somebody say whom the text knows, where no attribution of the line is known yet."""
    found: list[Attribution] = []
    for start, end in _headlines(view.text, body_start):
        if any(s.start < end and s.end > start for a in attributions for s in a.content):
            continue
        for mark in _COLON.finditer(view.text, start, end):
            left, right = Span(start, mark.start()), Span(mark.end(), end)
            source, content = (right, left) if _words(view, right) <= _LONGEST else (left, right)
            if _words(view, source) <= _LONGEST and _words(view, content) > 2 and resolver.resolve([source]):
                cue = Span(mark.start(), mark.start() + 1)
                found.append(Attribution(source=(source,), cue=(cue,), content=(trim(view.text, content),), confidence=_CONFIDENCE))
                break
    return found


def _words(view: Text, span: Span) -> int:
    return sum(view.tokens[w].pos != "PUNCT" for w in view.words([span]))


def _headlines(text: str, body_start: int) -> list[Span]:
    """The lines at the top that end without a full stop."""
    lines: list[Span] = []
    at = body_start
    while at < len(text) and len(lines) < _LINES:
        end = next((p for p in range(at, len(text)) if text[p] in "\r\n"), len(text))
        line = trim(text, Span(at, end))
        if line.end > line.start:
            if text[line.end - 1] in '.!?”"':
                break
            lines.append(line)
        at = end + 1
    return lines
