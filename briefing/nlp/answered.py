"""Claims that a clause behind them says somebody denies: "The guards were asleep, the union says, a charge the firm rejects"."""

from __future__ import annotations

from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.acts import may_speak
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import FINITE, Text, trim

_CONFIDENCE = 0.8
_CLAIMS = frozenset("claim allegation accusation charge assertion suggestion contention figure version".split())
_DASHES = frozenset({"—", "–", "-", "--"})
#: what may stand between the noun and the verb, and what ends the clause behind that
_NAMES = frozenset("DET ADJ NOUN PROPN PRON ADV AUX PART CCONJ NUM".split())
_ENDS = frozenset({".", ",", ";", "—", "–", "-", "”", "and"})
_LONGEST, _FEWEST = 12, 3


def answered_claims(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with who denies what stands right before such a clause, which is no part of what is said there."""
    found = list(attributions)
    for noun in view.with_lemma(_CLAIMS):
        mark = _mark_before(view, noun)
        verb = _denied_by(view, noun)
        if mark is None or verb is None or view.tokens[noun].start < body_start or quotation_at(view.text, view.tokens[noun].start):
            continue
        source, clause = _source(view, noun, verb), Span(view.tokens[mark].start, view.tokens[verb].end)
        if source is None or not may_speak(view, resolver, source):
            continue
        here = view.sentences[view.tokens[noun].sentence].start
        said = [a for a in found if here <= a.content[0].start < clause.start]
        if not said:
            continue
        claimed = tuple(_before(view, s, clause.start) for s in said[-1].content if s.start < clause.start)
        if len(view.words(claimed)) < _FEWEST:
            continue
        kept = []
        for a in found:
            parts = tuple(s for s in a.content if not clause.start <= s.start < clause.end)
            if parts and any(c.meets(clause) for c in a.cue):
                continue
            if parts:
                kept.append(replace(a, content=tuple(_before(view, s, clause.start) if s.meets(clause) else s for s in parts)))
        cue = tuple(Span(view.tokens[w].start, view.tokens[w].end) for w in (noun, verb))
        found = [*kept, Attribution(source=(source,), cue=cue, content=claimed, confidence=_CONFIDENCE)]
    return found


def _mark_before(view: Text, noun: int) -> int | None:
    """The comma or the dash that sets a noun off, and its article."""
    at = noun - 1
    while at > 0 and view.tokens[at].pos in ("DET", "ADJ"):
        at -= 1
    token = view.tokens[max(0, at)]
    return at if token.text == "," or token.text in _DASHES else None


def _denied_by(view: Text, noun: int) -> int | None:
    """The finite verb of denial whose object is the noun, at the end of its clause."""
    for at in range(noun + 1, min(noun + _LONGEST, len(view.tokens) - 1)):
        token = view.tokens[at]
        if token.sentence != view.tokens[noun].sentence:
            return None
        if view.lemma(at) in lexicon.GAINSAYS and token.tag in FINITE | {"VBN"}:
            passive = view.child(at, ("aux:pass",)) is not None or view.is_negated(at)
            return at if not passive and view.tokens[at + 1].text in _ENDS else None
        if token.pos not in _NAMES and token.text.lower() not in ("that", "which"):
            return None
    return None


def _source(view: Text, noun: int, verb: int) -> Span | None:
    first = noun + 1 + (view.low(noun + 1) in ("that", "which"))
    last = verb - 1
    while last >= first and view.tokens[last].pos in ("AUX", "ADV"):
        last -= 1
    return view.span_of(list(range(first, last + 1))) if last >= first else None


def _before(view: Text, span: Span, end: int) -> Span:
    """A span up to a place at most."""
    return trim(view.text, Span(span.start, min(span.end, end)))
