"""Who speaks at the end of a sentence by office and name, and by whom a passive is said that the model gives to whom it is said of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.appositions import OFFICES
from briefing.nlp.syntax import FINITE, Text, trim

#: what one is told to do, or blamed for, by others
_TOLD: Final = frozenset(
    "urge ask tell call warn order advise press instruct request implore accuse blame charge criticise criticize praise commend".split()
)
#: how sure what a sentence closes with so is at least
_TOLD_PLAINLY: Final = 0.5
_LEADS_ON: Final = frozenset({"to", "of", "for", "over", "as", "not"})
_OWNERS: Final = frozenset("the a an its his her their".split())
_LONGEST_ROLE: Final = 10
_LONGEST_NAME: Final = 4
_PHRASE: Final = frozenset("DET ADJ NOUN PROPN NUM PART".split())


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


def by_whom(view: Text, attribution: Attribution) -> Attribution:
    """Give what one is told or blamed for to those who do so, where the model gives it to whom it is said of: "Mayor Falk was urged by
    residents to resign" is the residents' demand."""
    verb = view.head_of(view.words(attribution.cue))
    if verb is None or view.lemma(verb) not in _TOLD or view.tokens[verb].tag not in ("VBN", "VBD") or not attribution.content:
        return attribution
    passive, patient = view.child(verb, ("aux:pass",)), view.child(verb, ("nsubj:pass",))
    by = verb + 1
    if passive is None or patient is None or patient > verb or by + 1 >= len(view.tokens) or view.tokens[by].text.lower() != "by":
        return attribution
    last = by
    while last + 1 < len(view.tokens) and view.tokens[last + 1].pos in _PHRASE and view.tokens[last + 1].text.lower() not in _LEADS_ON:
        last += 1
    end = attribution.content[-1].end
    if last == by or last + 1 >= len(view.tokens) or view.tokens[last + 1].start >= end or view.tokens[last + 1].text not in _LEADS_ON:
        return attribution
    if view.is_negated(verb):
        return attribution
    rest = Span(view.tokens[last + 1].start, end)
    whom = view.span_of([w for w in view.subtree(patient) if w < passive])
    content = (rest,) if view.tokens[patient].pos == "PRON" else (whom, rest)
    cue = Span(view.tokens[verb].start, view.tokens[by].end)
    return replace(attribution, source=(Span(view.tokens[by + 1].start, view.tokens[last].end),), cue=(cue,), content=content)
