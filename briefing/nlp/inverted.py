"""Who speaks behind the verb that follows a quotation: '"He drove them out," denounced the centre.'"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.quotations import quotation_at
from briefing.nlp.syntax import Text

#: so far the end of a quotation may be from its verb
_NEAR = 2
_LONGEST = 14
_HALVES = 2
_CLOSING = "”\"’'"
_OF_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})


def read_inversions(view: Text, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Give what nobody of its sentence says its speaker, where a quotation, a verb and a noun phrase follow each other; what takes that
    for said goes."""
    found: list[Attribution] = []
    speakers: dict[Span, Span] = {}
    for attribution in (_without_speaker(view, a) for a in attributions):
        speaker = _speaker_behind(view, attribution)
        if speaker is not None:
            speakers[attribution.cue[0]] = speaker
            attribution = replace(attribution, source=(speaker,))
        found.append(attribution)
    return [a for a in found if not _is_what_speaks(a, speakers)]


def _without_speaker(view: Text, attribution: Attribution) -> Attribution:
    """Take who speaks in the midst of a sentence out of what is said: "The road, said" Mara Stone, "must be closed"."""
    content, cue = attribution.content, attribution.cue
    if len(content) != _HALVES or len(cue) != 1 or view.text[content[0].end : cue[0].start].strip() != ",":
        return attribution
    words, said = view.words(content[1:]), view.words(cue)
    if (
        len(said) != 1
        or said[0] + 1 != words[0]
        or view.lemma(said[0]) not in lexicon.REPORTING
        or quotation_at(view.text, cue[0].start) is not None
    ):
        return attribution
    last = words[0]
    while last < words[-1] and _goes_on(view, last, words[0]):
        last += 1
    if view.tokens[last].text != "," or last == words[0] or view.tokens[last - 1].pos not in ("NOUN", "PROPN"):
        return attribution
    rest = Span(view.tokens[last + 1].start, content[1].end)
    return replace(attribution, source=(Span(view.tokens[words[0]].start, view.tokens[last - 1].end),), content=(content[0], rest))


def _speaker_behind(view: Text, attribution: Attribution) -> Span | None:
    if len(attribution.cue) != 1 or not attribution.content:
        return None
    here = view.sentence_at(attribution.cue[0].start)
    if any(view.sentence_at(s.start) == here for s in attribution.source):
        return None
    cue, end = attribution.cue[0], attribution.content[-1].end
    words = view.words([cue])
    if len(words) != 1 or view.tokens[words[0]].tag not in ("VBD", "VBZ") or not end <= cue.start <= end + _NEAR:
        return None
    if view.text[: cue.start].rstrip()[-1:] not in _CLOSING:
        return None
    last = first = words[0] + 1
    while last < len(view.tokens) and last - first < _LONGEST and _goes_on(view, last, first):
        last += 1
    while last > first and view.tokens[last - 1].pos not in ("NOUN", "PROPN"):
        last -= 1
    return Span(view.tokens[first].start, view.tokens[last - 1].end) if last > first else None


def _goes_on(view: Text, word: int, first: int) -> bool:
    """Tell whether a word belongs to the noun phrase that begins at another: "the Centre for Human Rights", not "the centre on Monday"."""
    token, before = view.tokens[word], view.tokens[word - 1]
    if token.sentence != view.tokens[first].sentence or "\n" in view.text[before.end : token.start]:
        return False
    if token.pos in _OF_PHRASE or (word == first and token.tag == "PRP$"):
        return word == first or token.pos != "DET" or view.tokens[word - 1].pos == "ADP"
    named_on = token.text in ("of", "for", "and", "&") and word > first and word + 1 < len(view.tokens)
    return named_on and (token.text == "of" or view.tokens[word + 1].text[:1].isupper())


def _is_what_speaks(attribution: Attribution, speakers: dict[Span, Span]) -> bool:
    """Tell whether a content is the phrase that is now known to speak."""
    speaker = speakers.get(attribution.cue[0]) if len(attribution.cue) == 1 else None
    return speaker is not None and bool(attribution.content) and attribution.content[0].meets(speaker)
