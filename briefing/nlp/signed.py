"""Quotations that a line of their own signs: "We will not go." on one line, "— Ada Quill, tenants’ chair" on the next."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text, trim

#: a paragraph that is a quotation, and the line behind it that a dash opens and none closes
_SIGNED = re.compile(
    r"(?m)^[ \t]*(?:“(?P<curly>[^“”\r\n]+)”|\"(?P<plain>[^\"\r\n]+)\"|«(?P<pointed>[^«»\r\n]+)»)[ \t]*"
    r"[\r\n]+[ \t]*(?P<dash>[-–—]{1,2})[ \t]*(?P<who>[A-Z][^\r\n]{2,120}[^\s–—-])[ \t]*$"
)
#: letters of an office before the name that signs
_BEFORE = 60
_CONFIDENCE = 0.8


def read_signatures(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with each signed quotation as his who signs it, in the place of what the model made of it."""
    for found in _SIGNED.finditer(view.text, body_start):
        said = trim(view.text, Span(*next(found.span(mark) for mark in ("curly", "plain", "pointed") if found.group(mark))))
        who = Span(*found.span("who"))
        named = [s for s, e in resolver.roster.at(who.start, who.end) if e.kind == "person" and not e.nominal]
        if not named or named[0].start - who.start > _BEFORE or "," in view.text[who.start : named[0].start]:
            continue
        signed = Attribution(source=(named[0],), cue=(Span(*found.span("dash")),), content=(said,), confidence=_CONFIDENCE)
        attributions = [a for a in (_without(a, Span(*found.span())) for a in attributions) if a.content] + [signed]
    return attributions


def _without(attribution: Attribution, around: Span) -> Attribution:
    return replace(attribution, content=tuple(s for s in attribution.content if not s.meets(around)))
