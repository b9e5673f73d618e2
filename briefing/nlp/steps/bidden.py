"""What a letter or a mail asks of its reader: "Please confirm by 27 May", "Could you send it by Friday?", "Ada, please call them"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.models import Span
from briefing.nlp.entities import Entity
from briefing.nlp.steps.clauses import act_span, with_time
from briefing.nlp.steps.record import Scene, Step

_CONFIDENCE: Final = 0.9
_IMPORTANCE: Final = 0.4
_ASKS: Final = frozenset({"please", "kindly"})
_COULD: Final = frozenset({"could", "can", "would", "will"})
#: words between the asking and the verb: "please also send"
_BETWEEN: Final = frozenset({"please", "kindly", "also", "just", "then"})
_TO: Final = re.compile(r"(?im)^to:[ \t]+(?=\S)")
_LINE: Final = re.compile(r"[^\n]*")


def bidden(scene: Scene) -> Iterator[Step]:
    """The acts that the text asks of whoever reads it, outside of quotations: each has a day ahead, or names at its start who is meant."""
    view = scene.view
    for word, token in enumerate(view.tokens):
        low = token.text.lower()
        asks = low in _ASKS or (low in _COULD and word + 1 < len(view.tokens) and view.low(word + 1) == "you")
        if not asks or (word and view.low(word - 1) in _ASKS) or scene.in_quotation(word):
            continue
        verb = word + (1 if low in _ASKS else 2)
        while verb < len(view.tokens) and view.low(verb) in _BETWEEN:
            verb += 1
        if verb >= len(view.tokens) or view.tokens[verb].pos != "VERB" or view.tokens[verb].sentence != token.sentence:
            continue
        if view.tokens[verb].tag not in ("VB", "VBP"):
            continue
        span = with_time(view, act_span(view, verb, start=None, said=None), scene.times)
        when = next((t for t in scene.times_in(span) if scene.is_ahead(t) or (t.deadline and scene.is_open(t))), None)
        called = _called(scene, view.sentences[token.sentence].start, token.start)
        if when is not None or called:
            who = called or _addressed(scene, token.start)
            yield Step(what=(span,), who=who, when=when, kind="requested", importance=_IMPORTANCE, act=verb, confidence=_CONFIDENCE)


def _called(scene: Scene, start: int, end: int) -> tuple[Entity, ...]:
    """The person whom a sentence calls by name before it asks: "Ada, please call"."""
    named = [(s, e) for s, e in scene.resolver.roster.at(start, end) if e.kind == "person" and not e.nominal]
    return tuple(e for s, e in named[:1] if not scene.view.text[start : s.start].strip() and scene.view.text[s.end : end].strip() == ",")


def _addressed(scene: Scene, offset: int) -> tuple[Entity, ...]:
    """The one whom the letter that a place is in names as its reader."""
    fields = list(_TO.finditer(scene.view.text, 0, offset))
    if not fields:
        return ()
    line = _LINE.match(scene.view.text, fields[-1].end())
    named = scene.resolver.roster.at(*Span(fields[-1].end(), line.end() if line else fields[-1].end()))
    found = tuple(dict.fromkeys(e for _, e in named if not e.nominal))
    return found if len(found) == 1 else ()
