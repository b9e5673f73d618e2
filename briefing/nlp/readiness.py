"""What a body is bound or ready to do, told by an adjective: "remains committed to a settlement", "stands ready to help"."""

from __future__ import annotations

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.acts import may_speak
from briefing.nlp.authors import Authors
from briefing.nlp.entities import is_outlet
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import SUBJECTS, Text, trim

_CONFIDENCE = 0.8
_FAINT = 0.3
#: the verbs that each stands with: who "is ready" may only have packed
_VERBS = {
    "committed": frozenset("is are remains remain".split()),
    "ready": frozenset("stands stand remains remain".split()),
    "prepared": frozenset("stands stand remains remain".split()),
    "willing": frozenset("remains remain".split()),
}
_ADVERBS = frozenset("fully firmly strongly deeply also always still both fiercely equally".split())
_LONGEST = 40


def readiness_attributions(
    view: Text, resolver: Resolver, authors: Authors, attributions: list[Attribution], *, body_start: int
) -> list[Attribution]:
    """Find what those who speak for themselves are committed or ready to, outside of quotations and of what another says."""
    taken = Spans(s for a in attributions if a.confidence >= _FAINT for s in (*a.cue, *a.content))
    found: list[Attribution] = []
    for word, token in enumerate(view.tokens):
        if token.start < body_start or token.text not in _VERBS or taken.meeting(token.start, token.end):
            continue
        told = _told(view, resolver, authors, word) if quotation_at(view.text, token.start) is None else None
        if told is not None and not taken.meeting(*told.content[0]):
            found.append(told)
    return found


def _told(view: Text, resolver: Resolver, authors: Authors, word: int) -> Attribution | None:
    tokens, verb = view.tokens, word - 1
    while verb > 0 and tokens[verb].text.lower() in _ADVERBS:
        verb -= 1
    if verb < 1 or tokens[verb].text.lower() not in _VERBS[tokens[word].text] or word + 1 >= len(tokens) or tokens[word + 1].text != "to":
        return None
    subject = next((s for over in (word, verb) if (s := view.child(over, SUBJECTS)) is not None and s < verb), None)
    if subject is None or tokens[subject].relation not in ("nsubj", "nsubj:pass"):
        return None
    source = view.span_of([w for w in view.subtree(subject, without=frozenset({"acl:relcl", "acl", "appos", "punct"})) if w < verb])
    sentence = view.sentence_words[tokens[word].sentence]
    end = next((w for w in sentence if w > word and tokens[w].text in (";", "”", '"')), sentence[-1] + 1)
    end -= tokens[end - 1].text in (".", "!")
    if not word + 2 < end <= word + _LONGEST or any(tokens[w].text.lower() in ("if", "unless", "whether") for w in sentence if w < subject):
        return None
    content = trim(view.text, Span(tokens[word + 1 if tokens[word].text != "committed" else word + 2].start, tokens[end - 1].end))
    own = view.slice(source).lower() in lexicon.FIRST_PERSON
    if not (authors.called(view.slice(source), source.start) if own else _speaks(view, resolver, source)):
        return None
    cue = Span(tokens[verb].start, tokens[word + (tokens[word].text == "committed")].end)
    return Attribution(source=(source,), cue=(cue,), content=(content,), confidence=_CONFIDENCE)


def _speaks(view: Text, resolver: Resolver, source: Span) -> bool:
    return may_speak(view, resolver, source) and all(not is_outlet(e) for e in resolver.resolve([source]))
