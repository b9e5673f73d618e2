"""Who speaks at the end of a sentence by office and name: "Schools stay shut, the mayor, Aldo Falk, said"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.appositions import OFFICES
from briefing.nlp.syntax import FINITE, Text, trim

#: how sure what a sentence closes with so is at least
_TOLD_PLAINLY: Final = 0.5
_OWNERS: Final = frozenset("the a an its his her their".split())
_LONGEST_ROLE: Final = 10
_LONGEST_NAME: Final = 4


def with_last_named(view: Text, attribution: Attribution) -> Attribution:
    """Take who closes a sentence by office and name for the source: "Schools stay shut, the mayor, Aldo Falk, said", whoever the
    sentence before is by. The office is no part of what is said."""
    if not attribution.cue or len(attribution.content) != 1:
        return attribution
    said = attribution.content[0]
    verb = next((w for w in reversed(view.sentence_words[view.sentence_at(said.start)]) if view.tokens[w].tag in FINITE), None)
    phrase = _last_named(view, verb) if verb is not None else None
    if verb is None or phrase is None or not said.start < phrase.start or said.end > view.tokens[verb].start:
        return attribution
    content = trim(view.text, Span(said.start, min(said.end, view.tokens[view.words([phrase])[0] - 1].start)))
    cue = Span(view.tokens[verb].start, view.tokens[verb].end)
    return replace(attribution, source=(phrase,), cue=(cue,), content=(content,), confidence=max(attribution.confidence, _TOLD_PLAINLY))


def _last_named(view: Text, verb: int) -> Span | None:
    """The office and the name between commas right before a verb of saying that ends its sentence."""
    tokens = view.tokens
    if tokens[verb].tag not in FINITE or view.lemma(verb) not in lexicon.REPORTING:
        return None
    opens, at = view.sentence_words[tokens[verb].sentence].start, verb - 1
    if at <= opens or tokens[at].text != ",":
        return None
    name = at
    while name - 1 > opens and tokens[name - 1].pos == "PROPN" and at - name < _LONGEST_NAME:
        name -= 1
    if name == at or name - 2 <= opens or tokens[name - 1].text != ",":
        return None
    begin = next((w for w in range(name - 2, max(opens, name - 2 - _LONGEST_ROLE), -1) if tokens[w].text == ","), None)
    role = range(begin + 1, name - 1) if begin is not None else range(0)
    if not role or tokens[role[0]].text.lower() not in _OWNERS or any(tokens[w].tag in FINITE for w in role):
        return None
    until = next((w for w in role if tokens[w].pos == "ADP"), name - 1)
    if not any(tokens[w].text.lower() in OFFICES | lexicon.PERSON_NOUNS for w in range(role[0], until)):
        return None
    return Span(tokens[role[0]].start, tokens[at - 1].end)
