"""Attitudes that a predicate tells rather than a verb of speech, and whose view a sentence gives: "is against the tariff", "in the view of
Ada Quill, the bank has lost control"."""

from __future__ import annotations

import re

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.acts import may_speak
from briefing.nlp.fragments import is_predicate
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.stances import PAST
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import SUBJECTS, Text, trim

_CONFIDENCE = 0.8
_FAINT = 0.3
_BE = frozenset("is are was were am been remains remain remained 's ’s".split())
_HAVE = frozenset({"has", "have"})
#: verbs that somebody takes a side by, with "out"
_COMES_OUT = frozenset("come speak".split())
_ADVERBS = frozenset(
    """firmly strongly dead totally completely always all adamantly fiercely still also largely broadly both wholly categorically
    vehemently resolutely deeply flatly entirely utterly absolutely squarely long now staunchly""".split()
)
#: what the side is that a predicate takes: words that stand before "of", "to" and others
_OF_ADJECTIVE = {
    "critical": ("of",), "supportive": ("of",), "hostile": ("to",), "sceptical": ("of", "about"), "skeptical": ("of", "about"),
    "favour": ("of",), "favor": ("of",),
}  # fmt: skip
_DENIES = frozenset("not n't n’t never no hardly nobody none neither nor whether if unless".split())
_ASIDE = frozenset({"acl:relcl", "parataxis"})
_LONGEST = 25
_VIEW = r"in the (?:view|opinion|words|eyes|judge?ment|estimation|telling) of"
_OPENS = re.compile(rf"(?:{_VIEW}|per)(?=\s)", re.IGNORECASE)
_INSERTED = re.compile(rf"(?<=, ){_VIEW}(?=\s)")
_FEWEST, _LONGEST_SOURCE = 4, 16


def attitude_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Give the attributions with the sides that somebody is on and the views of whom a sentence names, where no other has them."""
    found = list(attributions)
    taken = Spans(s for a in attributions if a.source or (not a.cue and a.confidence >= _FAINT) for s in (*a.cue, *a.content))
    spoken = Spans(s for a in attributions if a.source for s in (*a.cue, *a.content))
    for word, token in enumerate(view.tokens):
        if token.start >= body_start and token.text.lower() in ("against", *_OF_ADJECTIVE) and not taken.meeting(token.start, token.end):
            side = _side(view, resolver, word)
            if side is not None and not any(taken.meeting(*s) for s in side.content):
                found = [a for a in found if a.source or not any(s.meets(side.content[0]) for s in a.content)] + [side]
    for place in view.sentence_words:
        told = _viewed(view, place) if place and view.tokens[place[0]].start >= body_start else None
        if told is None or any(spoken.meeting(*s) for s in (*told.cue, *told.content)):
            continue
        if may_speak(view, resolver, told.source[0]):
            found = [a for a in found if a.source or not any(s.meets(told.content[0]) for s in a.content)] + [told]
    return found


def is_attitude(view: Text, cue: list[int]) -> bool:
    """Tell whether a cue is a side that somebody is on: "is against", "has always been critical of"."""
    forms = {view.low(w) for w in cue}
    return bool(forms & {"against", *_OF_ADJECTIVE}) and bool(forms & _BE or "out" in forms)


def is_view(text: str) -> bool:
    """Tell whether a cue says whose view it is: "in the eyes of", "per"."""
    return _OPENS.match(f"{text} ") is not None


def _side(view: Text, resolver: Resolver, word: int) -> Attribution | None:
    """What somebody is against, or critical of, and who."""
    tokens, first = view.tokens, view.sentence_words[view.tokens[word].sentence][0]
    low, case = tokens[word].text.lower(), word
    if low in _OF_ADJECTIVE:
        case = word + 1
        if case >= len(tokens) or tokens[case].text.lower() not in _OF_ADJECTIVE[low]:
            return None
    verb = word - 1
    if low in ("favour", "favor"):
        if tokens[verb].text.lower() != "in":
            return None
        verb -= 1
    while verb > first and tokens[verb].text.lower() in _ADVERBS:
        verb -= 1
    begin = _begin_of_verb(view, verb, first)
    noun = tokens[case].head
    if begin is None or not _is_side(view, noun, case, against=low == "against"):
        return None
    if quotation_at(view.text, tokens[word].start) is not None or _is_doubted(view, begin, word):
        return None
    sentence = view.sentences[tokens[word].sentence]
    past = tokens[verb].text.lower() in ("was", "were") or PAST.search(view.text, sentence.start, sentence.end) is not None
    source = _subject(view, begin)
    if past or source is None or not may_speak(view, resolver, source):
        return None
    words = [w for w in view.subtree(noun, without=_ASIDE) if w > case]
    words = _before_other(view, words)
    if not words or len(words) > _LONGEST:
        return None
    cue = Span(tokens[begin].start, tokens[case].end)
    return Attribution(source=(source,), cue=(cue,), content=(trim(view.text, view.span_of(words)),), confidence=_CONFIDENCE)


def _begin_of_verb(view: Text, verb: int, first: int) -> int | None:
    """Where "is", "has always been", "came out" begins that ends at a word."""
    tokens = view.tokens
    if (
        tokens[verb].text.lower() == "out"
        and view.lemma(verb - 1) in _COMES_OUT
        and tokens[verb - 1].tag in ("VBD", "VBZ", "VBP", "VBN", "VB")
    ):
        at = verb - 1
    elif tokens[verb].text.lower() in _BE:
        at = verb
    else:
        return None
    if tokens[at].tag in ("VBN", "VB") or tokens[at].text.lower() == "been":
        has = at - 1
        while has > first and tokens[has].text.lower() in _ADVERBS:
            has -= 1
        return has if tokens[has].text.lower() in _HAVE else None
    return at


def _is_side(view: Text, noun: int, case: int, *, against: bool) -> bool:
    """Tell whether something is what one may be against: not a team, nor whom the evidence is against."""
    token = view.tokens[noun]
    if noun <= case:
        return False
    if token.pos == "PRON":
        return token.text.lower() in ("it", "this", "that")
    if token.pos == "VERB":
        return token.tag == "VBG"
    acts = token.pos == "PROPN" or view.lemma(noun) in lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS | {"clock", "time", "odds", "side", "wall"}
    return token.pos == "NOUN" and not (acts and against)


def _is_doubted(view: Text, begin: int, word: int) -> bool:
    tokens = view.tokens
    first = view.sentence_words[tokens[word].sentence][0]
    clause = next((w for w in range(begin - 1, first - 1, -1) if tokens[w].text in (",", ";", ":")), first - 1)
    return any(tokens[w].text.lower() in _DENIES or tokens[w].tag == "MD" for w in range(clause + 1, word))


def _subject(view: Text, begin: int) -> Span | None:
    """The subject that ends right before a verb."""
    tokens = view.tokens
    if begin == 0:
        return None
    for over in (begin, tokens[begin].head, tokens[tokens[begin].head].head):
        subject = view.child(over, SUBJECTS)
        if subject is not None and subject < begin:
            words = [w for w in view.subtree(subject, without=_ASIDE | {"acl", "appos", "punct"}) if w < begin]
            if tokens[subject].text.lower() == "it" or any(tokens[w].pos in ("VERB", "SCONJ") for w in words):
                return None
            return view.span_of(words)
    return None


def _before_other(view: Text, words: list[int]) -> list[int]:
    """The words up to the next predicate that is joined to them."""
    tokens = view.tokens
    end = next(
        (n for n, w in enumerate(words) if n and (tokens[w].tag in ("VBD", "VBZ", "VBP", "MD") or tokens[w].text in (";", ","))), None
    )
    words = words[:end]
    while words and tokens[words[-1]].pos in ("CCONJ", "PUNCT", "ADV", "PRON") and len(words) > 1:
        words.pop()
    return words


def _viewed(view: Text, place: range) -> Attribution | None:
    """What a sentence says is somebody's view: behind the comma where it opens by whose, and the quotation where that stands within."""
    tokens, text = view.tokens, view.text
    start, stop = tokens[place[0]].start, tokens[place[-1]]
    end = stop.start if stop.text == "." else stop.end
    opening = _OPENS.match(text, start)
    within = _INSERTED.search(text, start, end) if opening is None else None
    led = opening or within
    if led is None or quotation_at(text, led.start()) is not None or (led.group() == "per"):
        return None
    comma = next((w for w in place if tokens[w].start >= led.end() and tokens[w].text == ","), None)
    if comma is None:
        return None
    source = [w for w in place if led.end() <= tokens[w].start < tokens[comma].start]
    content = trim(text, Span(tokens[comma].end, end))
    if within is not None:
        quoted = quotation_at(text, content.start + 1)
        if quoted is None or quoted.start > content.start + 1:
            return None
        content = trim(text, Span(quoted.start, min(quoted.end, end)))
    words = view.words([content])
    named = 0 < len(source) <= _LONGEST_SOURCE and not any(tokens[w].pos in ("VERB", "AUX") for w in source)
    if not named or "\n" in text[led.start() : content.end] or (within is None and not any(is_predicate(view, w) for w in words)):
        return None
    if len(words) < _FEWEST:
        return None
    return Attribution(source=(view.span_of(source),), cue=(Span(*led.span()),), content=(content,), confidence=_CONFIDENCE)
