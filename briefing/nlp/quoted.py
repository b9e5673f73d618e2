"""Whose a quotation is: one speaker's from mark to mark, nobody's whom it names itself, his whom another quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp.contents import whole_phrase
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text

_QUOTES = frozenset({"quote", "cite"})
_AS_SAYING = re.compile(r"\bas (?:saying|telling|writing|warning|arguing|adding|insisting)\b")
#: letters from a verb of quoting to the words of who is quoted
_LONGEST_NAME = 60


def without_quoted_source(view: Text, attribution: Attribution) -> Attribution:
    """Leave out a source that stands inside the quotation that is said, while the cue stands outside: nobody speaks there."""
    said = [quotation_at(view.text, s.start) for s in attribution.content]
    around = [q for q in said if q is not None and not any(q.start <= c.start < q.end for c in attribution.cue)]
    source = tuple(s for s in attribution.source if not any(q.start <= s.start < q.end for q in around))
    if not attribution.cue or len(source) == len(attribution.source):
        return attribution
    # a quotation that nobody says in its own paragraph goes on with who spoke before
    apart = not any(_in_paragraph_of(view, attribution.cue, q) for q in around)
    return replace(attribution, source=source, cue=() if apart else attribution.cue)


def one_speaker_a_quotation(view: Text, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give a piece of a quotation that is tied to the cue of another paragraph to who says the rest of it in its own."""
    own: dict[Span, Attribution] = {}
    for attribution in attributions:
        around = quotation_at(view.text, attribution.content[0].start)
        if around is not None and attribution.source and _in_paragraph_of(view, attribution.cue, around):
            own.setdefault(around, attribution)
    return [_given_to(view, a, own.get(q)) if (q := quotation_at(view.text, a.content[0].start)) is not None else a for a in attributions]


def _given_to(view: Text, attribution: Attribution, speaker: Attribution | None) -> Attribution:
    around = quotation_at(view.text, attribution.content[0].start)
    if speaker is None or around is None or speaker.cue == attribution.cue or not attribution.cue:
        return attribution
    if _in_paragraph_of(view, attribution.cue, around):
        return attribution
    return replace(attribution, cue=speaker.cue, source=speaker.source)


def _in_paragraph_of(view: Text, cue: tuple[Span, ...], around: Span) -> bool:
    """Tell whether a cue stands outside a quotation, in its paragraph."""
    if not cue or any(around.start <= c.start < around.end for c in cue):
        return False
    first, last = sorted((cue[0].start, around.start))
    return "\n" not in view.text[first:last]


def quoted_by_another(view: Text, attribution: Attribution) -> Attribution:
    """Give what somebody "quoted him as saying" to him whom they quote."""
    here = view.sentence_words[view.sentence_at(attribution.content[0].start)]
    verb = next((w for w in here if view.lemma(w) in _QUOTES and view.tokens[w].start < attribution.content[0].start), None)
    if verb is None or view.tokens[verb].tag == "VBN" or view.child(verb, ("nsubj",)) is None:
        return attribution
    start = view.tokens[verb].end
    found = _AS_SAYING.search(view.text, start, view.sentences[view.tokens[verb].sentence].end)
    if found is None or not 1 < found.start() - start <= _LONGEST_NAME:
        return attribution
    named = view.words([Span(start, found.start())])
    if not any(s.start < found.end() for s in (*attribution.content, *attribution.cue) if s.start >= view.tokens[verb].start):
        # what follows is said by somebody else
        return attribution
    content = tuple(Span(max(s.start, found.end()), s.end) for s in attribution.content if s.end > found.end())
    if not named or not content or view.tokens[named[0]].pos not in ("PRON", "PROPN", "DET", "NOUN", "ADJ"):
        return attribution
    return replace(attribution, source=(view.span_of(named),), cue=(Span(*found.span()),), content=content)


def quoted_before(view: Text, attribution: Attribution) -> Attribution:
    """Give what stands before "the agency quoted him as saying" to him whom they quote."""
    verb = view.head_of(view.words(attribution.cue))
    if verb is None or view.lemma(verb) not in _QUOTES or view.tokens[verb].tag == "VBN" or view.child(verb, ("nsubj",)) is None:
        return attribution
    start = view.tokens[verb].end
    found = _AS_SAYING.search(view.text, start, min(start + _LONGEST_NAME, view.sentences[view.tokens[verb].sentence].end))
    if found is None or attribution.content[-1].end > view.tokens[verb].start or not (named := view.words([Span(start, found.start())])):
        return attribution
    return replace(attribution, source=(view.span_of(named),), cue=(Span(*found.span()),))


def only_quotes(view: Text, attribution: Attribution) -> bool:
    """Tell whether what somebody quotes is only whom: "quoted Quill as saying"."""
    content = attribution.content[0]
    found = _AS_SAYING.search(view.text, content.start, min(content.end, content.start + _LONGEST_NAME))
    quotes = any(view.lemma(w) in _QUOTES for w in view.words(attribution.cue))
    return quotes and len(attribution.content) == 1 and found is not None and found.end() == content.end


def quoter(view: Text, cue: tuple[Span, ...]) -> Span | None:
    """Who quotes, where a cue is what another is quoted by: the "Ada Quill" of "Ada Quill quoted him as saying"."""
    if not cue or not _AS_SAYING.fullmatch(view.slice(cue[0])):
        return None
    here = view.sentence_words[view.sentence_at(cue[0].start)]
    verb = next((w for w in reversed(here) if view.tokens[w].end < cue[0].start and view.lemma(w) in _QUOTES), None)
    subject = view.child(verb, ("nsubj",)) if verb is not None and view.tokens[verb].tag != "VBN" else None
    if subject is None:
        return None
    span = view.span_of(view.subtree(subject, without=frozenset({"acl:relcl", "acl", "punct"})))
    return whole_phrase(view, span, ())
