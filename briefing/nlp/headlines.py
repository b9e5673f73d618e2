"""Attributions that a headline makes by a colon: "Ministers to meet in May: Quill", "Quill: We will not sign"."""

from __future__ import annotations

import re

from briefing.models import Attribution, Span
from briefing.nlp.paragraphs import headline_lines
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text, trim

#: the most words of who is named in a headline
_LONGEST = 5
_CONFIDENCE = 0.8
_COLON = re.compile(r":\s+")


def headline_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Find what the headline has somebody say whom the text knows, where no attribution of the line is known yet."""
    found: list[Attribution] = []
    for start, end in headline_lines(view.text, body_start):
        if any(s.start < end and s.end > start for a in attributions for s in a.content):
            continue
        for mark in _COLON.finditer(view.text, start, end):
            left, right = Span(start, mark.start()), Span(mark.end(), end)
            source, content = (right, left) if _names_somebody(view, resolver, right) else (left, right)
            if _names_somebody(view, resolver, source) and _words(view, content) > 2:
                cue = Span(mark.start(), mark.start() + 1)
                found.append(Attribution(source=(source,), cue=(cue,), content=(trim(view.text, content),), confidence=_CONFIDENCE))
                break
    return found


def _words(view: Text, span: Span) -> int:
    return sum(view.tokens[w].pos != "PUNCT" for w in view.words([span]))


def _names_somebody(view: Text, resolver: Resolver, span: Span) -> bool:
    """Tell whether a side of a colon is who speaks: few words, none of them a finite verb, for one whom the text knows."""
    words = view.words([span])
    finite = any(view.tokens[w].tag in ("VBD", "VBZ", "VBP", "MD") for w in words)
    return not finite and _words(view, span) <= _LONGEST and bool(resolver.resolve([span]))
