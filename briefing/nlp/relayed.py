"""What a newsroom only passes on: "Stone maintains that it is safe, Harbour FM reports" is Stone's, and no word of Harbour FM's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.quotations import is_quoted
from briefing.nlp.syntax import Text


def is_relayed(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a content is whole what somebody says, and who speaks behind it only reports that they do."""
    return _saying(view, cue, content) is not None


def with_relayed(view: Text, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give what somebody is reported to say the confidence of the report around it, where that is higher."""
    sure: dict[int, float] = {}
    for attribution in attributions:
        verb = _saying(view, attribution.cue, attribution.content)
        if verb is not None:
            sure[verb] = max(attribution.confidence, sure.get(verb, 0.0))
    if not sure:
        return list(attributions)
    return [replace(a, confidence=max(a.confidence, sure.get(view.head_of(view.words(a.cue)) or -1, 0.0))) for a in attributions]


def _saying(view: Text, cue: tuple[Span, ...], content: tuple[Span, ...]) -> int | None:
    """The verb of speech that a content of one sentence is the clause of, with a subject before it, behind which a body reports."""
    verb, words = view.head_of(view.words(cue)), view.words(content)
    if verb is None or not words or view.lemma(verb) != "report" or cue[0].start < content[-1].end or is_quoted(view.text, content):
        return None
    top = view.head_of(words)
    if top is None or view.lemma(top) not in lexicon.SPEAKING or not view.is_finite(top) or view.is_negated(top):
        return None
    subject = view.child(top, ("nsubj",))
    said = any(view.tokens[c].relation in ("ccomp", "xcomp", "obj") for c in view.children[top] if c > top)
    return top if subject is not None and subject in words and subject < top and said else None
