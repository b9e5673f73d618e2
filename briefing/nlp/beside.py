"""Who stands right beside a verb of speech to which a parse gives no subject: "South Norland reported", "added the union's leader"."""

from __future__ import annotations

import re
from typing import Final

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Roster
from briefing.nlp.syntax import Text

_PASSIVE: Final = ("aux:pass", "nsubj:pass", "expl")
_PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
#: what opens what is told of a name between commas
_ASIDE: Final = re.compile(r"(?: (?:of|from) [^,]{1,60})?, (?:who|which|an?|currently|himself|herself) [^\"“”»«]{2,200},$")
_ENDS: Final = re.compile(r"\W*")


def stands_beside(view: Text, roster: Roster, attribution: Attribution) -> Span | None:
    """The name right before a finite verb of speech or behind what is told of it between commas, or who stands behind the verb
    that follows what was said."""
    verb = view.head_of(view.words(attribution.cue))
    if verb is None or view.lemma(verb) not in lexicon.SPEAKING or not _is_finite(view, verb):
        return None
    sentence = view.sentences[view.tokens[verb].sentence]
    cue, content = attribution.cue, attribution.content
    inside = any(c.start < cue[0].start < c.end for c in content)
    if inside or view.sentence_at(cue[-1].end - 1) != view.tokens[verb].sentence:
        return None
    before = [c for c in content if c.end <= cue[0].start]
    if before and (behind := _behind(view, cue[-1].end)) is not None:
        return behind
    start = max(sentence.start, before[-1].end) if before else sentence.start
    return _before(view, roster, start, _without_day(view, cue[0].start))


def _is_finite(view: Text, verb: int) -> bool:
    finite = view.is_finite(verb) and view.tokens[verb].tag != "VBP"
    return finite and view.child(verb, _PASSIVE) is None and "be" not in view.auxiliaries(verb)


def _without_day(view: Text, end: int) -> int:
    """Where the words before a place end, but for a day: "Stone, the mayor, today" said."""
    words = view.words([Span(max(0, end - 20), end)])
    return view.tokens[words[-1]].start if words and view.tokens[words[-1]].text in lexicon.DAYS_BESIDE else end


def _behind(view: Text, end: int) -> Span | None:
    """The noun phrase right behind a verb that ends its sentence: "..., added the chief inspector"."""
    first = next((w for w in view.words([Span(end, min(len(view.text), end + 40))]) if view.tokens[w].start >= end), None)
    if first is None or view.text[end : view.tokens[first].start].strip():
        return None
    last, tokens = first, view.tokens
    while last < len(tokens) and tokens[last].sentence == tokens[first].sentence and tokens[last].pos in _PHRASE:
        last += 1
    until = view.sentences[tokens[first].sentence].end
    if last == first or tokens[last - 1].pos not in ("NOUN", "PROPN") or not _ENDS.fullmatch(view.text, tokens[last - 1].end, until):
        return None
    return Span(tokens[first].start, tokens[last - 1].end)


def _before(view: Text, roster: Roster, start: int, end: int) -> Span | None:
    """The name that ends right before a place, or before an aside that does; none where words lead up to it."""
    for span, entity in roster.at(start, end):
        if entity.nominal or span.end > end or span.start < start:
            continue
        aside = view.text[span.end : end].rstrip()
        told = re.fullmatch(r"(?: \([^()]{1,20}\))?", aside) is not None
        if (told or _ASIDE.fullmatch(aside)) and _leads(view, start, span):
            return span
    return None


def _leads(view: Text, start: int, name: Span) -> bool:
    """Tell whether a clause opens with a name: nothing stands before it, up to a comma or a word that joins clauses, but who they are."""
    words = view.words([Span(start, name.start)])
    while words and view.tokens[words[-1]].pos in _PHRASE:
        words = words[:-1]
    return not words or view.tokens[words[-1]].text == "," or view.tokens[words[-1]].pos in ("CCONJ", "SCONJ")
