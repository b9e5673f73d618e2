"""Attributions of a word alone that stands for what was said before: "doesn't think so", "believes it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.attributions import UNTRUSTED
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import Text

#: parts of speech of words that stand for what was said before, and say nothing alone
_POINTERS = frozenset("PRON DET SCONJ ADP PART CCONJ AUX PUNCT ADV".split())
#: pronouns for what was said before or for who said it, and verbs that answer it
_ANSWERED = frozenset("that this it him her them".split())
_ANSWERS = frozenset("agree disagree".split()) | (lexicon.OPPOSITION | lexicon.DENIAL | lexicon.SUPPORT) - {"like", "love", "bar", "ban"}


def without_pointers(view: Text, attributions: Sequence[Attribution]) -> tuple[list[Attribution], list[Attribution]]:
    """Part the attributions whose contents say something from those whose contents only point, which nobody can read: these are not
    trusted."""
    told, pointers = [], []
    for attribution in attributions:
        if _says_something(view, attribution.content) or _answers(view, attribution.cue, attribution.content):
            told.append(attribution)
        else:
            pointers.append(replace(attribution, confidence=attribution.confidence * UNTRUSTED))
    return told, pointers


def with_pointers(attributions: Sequence[Attribution], pointers: Sequence[Attribution]) -> list[Attribution]:
    """Give the attributions with the pointers whose cues no other of them has."""
    cues = Spans(c for a in attributions for c in a.cue)
    return [*attributions, *(p for p in pointers if not any(cues.meeting(c.start, c.end) for c in p.cue))]


def _says_something(view: Text, content: tuple[Span, ...]) -> bool:
    return any(view.tokens[w].pos not in _POINTERS for w in view.words(content))


def _answers(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a pronoun alone is what somebody agrees with or turns down: "Doyle rejected that", "Stone agreed with her"."""
    words, verb = view.words(content), view.head_of(view.words(cue))
    if len(words) != 1 or verb is None or view.low(words[0]) not in _ANSWERED or view.lemma(verb) not in _ANSWERS:
        return False
    return view.tokens[words[0]].head == verb and view.tokens[words[0]].relation in ("obj", "obl")
