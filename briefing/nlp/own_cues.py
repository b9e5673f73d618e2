"""The word of speech that stands right beside a content in its own sentence, where the model ties it to one of another or to none."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.fragments import is_predicate
from briefing.nlp.quotations import is_quoted, quotation_at
from briefing.nlp.speakers import speaker_of
from briefing.nlp.syntax import Text

#: relations of what is said to the verb that says it
_SAID = frozenset({"ccomp", "xcomp", "obj"})
#: verbs that something is said or held by where they govern it, and those whose place alone, right beside it, tells so
_HOLDS = lexicon.SPEAKING - {"continue", "call", "see", "view", "consider", "describe"}
_SAYS = lexicon.REPORTING - {"continue", "call", "see", "view", "consider", "feel", "hope", "expect"}
_FINITE_PLAIN = frozenset({"VBD", "VBZ", "VBP"})
#: parts of a sentence that may stand between a verb and what it says, and marks that may not
_BETWEEN = frozenset("SCONJ ADV PART PRON PUNCT DET".split())
_STOPS = frozenset('.!?;“”"«»')
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_FOR = re.compile(r"For\s+")
_LONGEST_SOURCE = 120


def cue_beside(view: Text, content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    """The cue beside an unquoted content of one sentence and who speaks by it: "He wants" the road paved; "She believes that" it came
    late; it did, "he said"; "According to Lund," it did."""
    words = view.words(content)
    if not words or is_quoted(view.text, content) or view.tokens[words[0]].sentence != view.tokens[words[-1]].sentence:
        return None
    return _ahead(view, content, words) or _behind(view, content, words) or _according_to(view, content)


def cue_between(view: Text, source: tuple[Span, ...], content: tuple[Span, ...]) -> Span | None:
    """The word of speech between who says a content and the content itself, in one sentence: Mara Quill "told" the paper "that" it was
    closed; "according to" the minister, Mara Quill, it was."""
    words, named = view.words(content), view.words(source)
    if not words or not named or source[-1].end > content[0].start or is_quoted(view.text, content):
        return None
    tokens, place = view.tokens, view.tokens[words[0]].sentence
    if tokens[named[0]].sentence != place or tokens[words[-1]].sentence != place:
        return None
    top, leads = view.head_of(words), tokens[words[0] - 1].text.lower() == "that" and tokens[words[0] - 1].pos == "SCONJ"
    for verb in range(words[0] - 1, named[-1], -1):
        token = tokens[verb]
        if token.text in _STOPS:
            return None
        if token.pos != "VERB":
            continue
        said = top is not None and tokens[top].head == verb and tokens[top].relation in _SAID
        subject = view.subject(verb)
        passive = view.child(verb, ("aux:pass", "nsubj:pass")) is not None
        own = (subject in named and not passive) or (subject is None and token.tag == "VBG")
        return Span(token.start, token.end) if view.lemma(verb) in _HOLDS and own and (said or leads) else None
    return _viewed(view, source, content)


def _viewed(view: Text, source: tuple[Span, ...], content: tuple[Span, ...]) -> Span | None:
    """The "according to" that opens a sentence whose source a comma parts from the content, or the "For"."""
    sentence = view.sentences[view.sentence_at(content[0].start)]
    found = _ACCORDING.match(view.text, sentence.start) or _FOR.match(view.text, sentence.start)
    if found is None or not found.end() <= source[0].start or not view.text[: content[0].start].rstrip().endswith(","):
        return None
    if found.re is _FOR and not (source[0].start == found.end() and any(is_predicate(view, w) for w in view.words(content))):
        return None
    return Span(found.start(), found.start() + len(found.group().rstrip()))


def _ahead(view: Text, content: tuple[Span, ...], words: list[int]) -> tuple[Span, Span] | None:
    """The verb right before a content that says it, by the tree or by its place."""
    tokens, first = view.tokens, view.sentence_words[view.tokens[words[0]].sentence][0]
    verb = words[0] - 1
    while verb > first and (tokens[verb].pos in _BETWEEN or tokens[verb].relation == "compound:prt") and tokens[verb].text not in _STOPS:
        verb -= 1
    if verb <= first or view.lemma(verb) not in _HOLDS:
        return None
    top = view.head_of(words)
    said = top is not None and tokens[top].head == verb and tokens[top].relation in _SAID
    beside = view.lemma(verb) in _SAYS and all(tokens[w].pos != "PRON" for w in range(verb + 1, words[0]))
    return _spoken(view, verb, content) if said or beside else None


def _behind(view: Text, content: tuple[Span, ...], words: list[int]) -> tuple[Span, Span] | None:
    """The verb behind a content that a comma parts from it."""
    end = content[-1].end
    for verb in view.sentence_words[view.tokens[words[-1]].sentence]:
        token = view.tokens[verb]
        if token.start < end or view.lemma(verb) not in _SAYS or token.tag not in _FINITE_PLAIN:
            continue
        found = _spoken(view, verb, content)
        between = view.text[end : min(s.start for s in found)] if found is not None else ""
        return found if between.strip(" ”\"»’'") == "," else None
    return None


def _according_to(view: Text, content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    """The "according to" that opens the sentence of a content, up to the comma before it, or that ends it."""
    text, start, end = view.text, content[0].start, content[-1].end
    sentence = view.sentences[view.sentence_at(start)]
    for found in _ACCORDING.finditer(text, sentence.start, sentence.end):
        cue = Span(found.start(), found.start() + len(found.group().rstrip()))
        if found.end() < start:
            told = text[found.end() : start].rstrip()
            named = told.removesuffix(",") if told.endswith(",") else ""
        elif found.start() >= end and not text[end : found.start()].strip(" ,"):
            named = text[found.end() : sentence.end].rstrip(" .\r\n")
        else:
            continue
        if 0 < len(named) <= _LONGEST_SOURCE and "," not in named:
            return cue, Span(found.end(), found.end() + len(named))
    return None


def _spoken(view: Text, verb: int, content: tuple[Span, ...]) -> tuple[Span, Span] | None:
    token = view.tokens[verb]
    if quotation_at(view.text, token.start) is not None:
        return None
    cue = Span(token.start, token.end)
    source = speaker_of(view, (cue,), content)
    return (cue, source) if source is not None else None
