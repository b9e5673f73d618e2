"""The clauses of a resolution, whose subject stands once above them all: "The Council, ... 2. Demands that the Front withdraw;"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.models import Attribution, Span
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text, trim

_CONFIDENCE = 0.85
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
#: who resolves, on a line that ends in a comma: "The Security Council,"
_WHO = re.compile(r"[ \t]*(?P<who>(?:The|We, the) [A-Z][^,;:.\r\n]{3,110}),[ \t]*")
_NUMBER = re.compile(r"[ \t]*(?:[-–—•*]|\(?(?:\d{1,3}|[a-z]{1,4})[.)])?[ \t]*")
_VERBS = (
    "condemn|demand|urge|call|request|express|commend|welcome|reaffirm|reiterate|deplore|decide|invite|encourage|stress|emphasi[sz]e"
    "|underline|affirm|recogni[sz]e|endorse|support|insist|reject|regret|recommend|thank|acknowledge|declare|agree|ask|praise|warn"
)
#: the verb that a clause opens with, and the words that belong to it
_CUE = re.compile(
    rf"(?:(?:strongly|further|also|again|solemnly|firmly|deeply|once again) )?(?:{_VERBS})(?:s|es|ing|d?ing)\b"
    r"(?: (?:(?:also|further|once again|strongly),? ?))?(?: (?:upon|on|for)\b(?= ))?(?: that\b)?,?",
    re.IGNORECASE,
)
_NEXT = re.compile(r";[ \t]+(?:and )?(?=[a-z])")
#: what resolves nothing: "Decides to remain seized of the matter"
_FORMULA = re.compile(r"to remain (?:actively )?seized\b")
#: two clauses make a resolution
_FEWEST, _WORDS = 2, 3


def resolution_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with those of the clauses of a resolution, in the place of what the model made of them."""
    found = list(_resolved(view, resolver, body_start))
    if len(found) < _FEWEST:
        return attributions
    stretches = [Span(a.cue[0].start, a.content[-1].end) for a in found]
    return [a for a in attributions if not any(s.meets(c) for s in (*a.cue, *a.content) for c in stretches)] + found


def opens_clause(view: Text, source: tuple[Span, ...], cue: tuple[Span, ...]) -> bool:
    """Tell whether a cue is the verb of a clause whose subject stands on a line above."""
    if not cue or not source:
        return False
    start = view.text.rfind("\n", 0, cue[0].start) + 1
    before = view.text[start : cue[0].start]
    opens = _NUMBER.fullmatch(before) is not None or before.rstrip().endswith((";", "; and"))
    return opens and source[-1].end < start and _CUE.match(view.slice(cue[0])) is not None


def _resolved(view: Text, resolver: Resolver, body_start: int) -> Iterator[Attribution]:
    text, who = view.text, None
    for line in _LINE.finditer(text, body_start):
        if (head := _WHO.fullmatch(text, line.start(), line.end())) is not None:
            named = Span(*head.span("who"))
            who = named if resolver.resolve([named]) else None
            continue
        number = _NUMBER.match(text, line.start(), line.end())
        start = number.end() if number else line.start()
        ends = [m.span() for m in _NEXT.finditer(text, start, line.end())]
        parts = zip([start, *(e for _, e in ends)], [*(s for s, _ in ends), line.end()], strict=True)
        for begin, end in parts if who is not None and text[start].isupper() else ():
            cue = _CUE.match(text, begin, end)
            content = trim(text, Span(cue.end(), begin + len(text[begin:end].rstrip(" \t;,.")))) if cue else None
            if who is None or cue is None or content is None or _FORMULA.match(view.slice(content)):
                continue
            if len(view.words([content])) >= _WORDS:
                yield Attribution(source=(who,), cue=(trim(text, Span(*cue.span())),), content=(content,), confidence=_CONFIDENCE)
