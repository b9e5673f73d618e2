"""On whose behalf a spokesman, an official or a leadership speaks."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.bodies import ANY_FIRM, body_called, body_of_noun
from briefing.nlp.countries import country_in
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import ANY_BODY

#: one who is there for another, before the other's name
_SPEAKS_FOR = re.compile(r"(?:[\w-]+ ){0,3}(?:spokes\w+|aide|advis[eo]r|lawyer|attorney|counsel|assistant|envoy) (?:for|to) (?=[A-Z])")
#: one of several, of whom no more is known
_ANYBODY = frozenset({"a", "an", "another", "one"})
#: what anybody may be called who has to do with a body
_ANY_OF_THEIRS = frozenset({"official", "representative"})
#: sentences from what somebody says to what their office says next
_RIGHT_BEFORE = 2
#: sentences in which another of them may have been told of
_ANOTHER = 6


def without_spokesman(view: Text, span: Span | None) -> Span | None:
    """Cut off a title or a name whoever is there for the person, and is not they: "spokesman for" President Ada Quill."""
    found = _SPEAKS_FOR.match(view.slice(span)) if span is not None else None
    return Span(span.start + found.end(), span.end) if span is not None and found is not None else span


def body_of_speaker(anaphora: Anaphora, head: int, speaker: list[Entity]) -> list[Entity]:
    """The body that "the company" or "the ministry" is in the mouth of one who speaks for it."""
    view, lemma = anaphora.view, anaphora.view.lemma(head)
    alone = all(view.tokens[c].relation in ("det", "nmod:poss") for c in view.children[head] if c < head)
    if len(speaker) != 1 or not speaker[0].affiliation or not alone or not any(c < head for c in view.children[head]):
        return []
    named = anaphora.roster.bodies(speaker[0].affiliation)
    return [e for e in named if lemma in ANY_FIRM or any(lemma in fold(f).split() for f in e.forms)][:1]


def spoken_for(anaphora: Anaphora, head: int, own: list[int], inside: list[tuple[Span, Entity]]) -> list[Entity]:
    """The body that a spokesman or an official speaks for: "a ministry spokesman", "officials of the Harbour Union"."""
    view = anaphora.view
    bodies = [e for _, e in inside if e.kind in ("organization", "country")]
    if bodies:
        return bodies[:1]
    if view.low(head) in lexicon.COUNTRY_SIDES and (phrase := country_in(view, anaphora.roster, own, side=head)):
        return phrase
    body = next((w for w in own if view.tokens[w].pos == "NOUN" and view.lemma(w) in lexicon.BODY_NOUNS), None)
    if body is None or _is_where(view, body):
        return []
    noun = view.lemma(body)
    if noun in ANY_BODY:
        # "city officials" tell a reader more than "city"
        found = body_called(anaphora, noun, view.tokens[body].start)
        return [found] if found is not None else []
    return body_of_noun(anaphora, body, own)


def _is_where(view: Text, word: int) -> bool:
    """Tell whether a phrase says where people are: "the elected representatives in the district"."""
    case = view.child(word, ("case",))
    return case is not None and view.low(case) in ("in", "within", "across")


def is_one_of_theirs(anaphora: Anaphora, head: int, bodies: list[Entity]) -> bool:
    """Tell whether an official is anybody of a body, who holds what they say under their own words: "a senior Harbour Bank official",
    "union officials"; whoever is there "for" it speaks in its name."""
    view = anaphora.view
    children = view.children[head]
    if any(e.kind != "organization" for e in bodies) or any(_stands_for(view, c) for c in children if c > head):
        return False
    leading = [view.low(c) for c in children if c < head]
    if view.tokens[head].tag == "NN":
        return any(low in _ANYBODY for low in leading)
    return not any(view.tokens[c].relation in ("det", "nmod:poss") for c in children if c < head)


def _stands_for(view: Text, word: int) -> bool:
    """Tell whether a phrase behind a noun says whom one is there for: "a spokesman for the ministry"."""
    case = view.child(word, ("case",))
    return case is not None and view.low(case) == "for"


def bodies_led(anaphora: Anaphora, head: int, inside: list[tuple[Span, Entity]]) -> list[Entity]:
    """The bodies that a leadership leads: "the leadership of the Harbour Party and of the Labour Union"."""
    view = anaphora.view
    of = view.child(head, ("nmod",))
    joined = [e for w in (view.conjuncts(of) if of is not None else ()) for e in anaphora.named_at(w)]
    behind = [e for s, e in inside if s.start > view.tokens[head].end]
    return list(dict.fromkeys(e for e in (*behind, *joined) if e.kind == "organization"))


def spokesman_named(anaphora: Anaphora, head: int, bodies: list[Entity]) -> list[Entity]:
    """The one person named before as the spokesman of a body: "the ministry spokesman" after "ministry spokesman Jon Hale"."""
    view, at = anaphora.view, anaphora.view.tokens[head].start
    if view.tokens[head].tag != "NN" or any(view.low(c) in _ANYBODY for c in view.children[head]):
        return []
    known = {name for e in bodies for name in (e.name, *e.forms) if name}
    persons = list(dict.fromkeys(e for s, e in anaphora.order if s.start < at and e.kind == "person" and not e.nominal))
    theirs = [e for e in persons if e.affiliation in known or any(n in (e.role or "") for n in known)]
    told = {view.lemma(c) for c in view.children[head] if c < head and view.tokens[c].pos == "NOUN"}
    named = [
        e
        for e in persons
        if e.role and view.lemma(head) in (words := e.role.lower().split()) and (e in theirs or (told and told <= set(words)))
    ]
    here = view.tokens[head].sentence
    another = any(w < head and here - view.tokens[w].sentence <= _ANOTHER for w in view.with_lemma(_ANY_OF_THEIRS))
    if not named and not another and view.lemma(head) in _ANY_OF_THEIRS and len(theirs) == 1 and _is_near(anaphora, theirs[0], head):
        return theirs
    if not named and (soon := _spokesman_ahead(anaphora, head)):
        return soon
    if named or view.tokens[head].relation != "nsubj":
        return named if len(named) == 1 else []
    # "Nasser Quill said ... . The ministry spokesman added": he of whom no office is known, who spoke right before
    offset, who = anaphora.spoke[-1] if anaphora.spoke else (at, [])
    near = offset < at and view.tokens[head].sentence - view.sentence_at(offset) <= _RIGHT_BEFORE
    untold = len(who) == 1 and who[0].kind == "person" and not who[0].nominal and who[0].role is None and who[0].affiliation is None
    return who if near and untold else []


def _is_near(anaphora: Anaphora, person: Entity, head: int) -> bool:
    """Tell whether a person spoke last before a noun, or is named right before it and nobody else is."""
    view, at = anaphora.view, anaphora.view.tokens[head].start
    spoke = next((who for offset, who in reversed(anaphora.spoke) if offset < at), [])
    near = [e for s, e in anaphora.order if s.start < at and 0 < view.tokens[head].sentence - view.sentence_at(s.start) <= _RIGHT_BEFORE]
    return spoke == [person] or list(dict.fromkeys(e for e in near if e.kind == "person"))[-1:] == [person]


def _spokesman_ahead(anaphora: Anaphora, head: int) -> list[Entity]:
    """The only spokesman whom the next sentences name, of no body that is known: "the government spokesman said. Spokesman Jon Hale"."""
    view, here = anaphora.view, anaphora.view.tokens[head].sentence
    spokes = [
        e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal and view.lemma(head) in (e.role or "").lower().split()
    ]
    near = [e for e in spokes if e.affiliation is None and 0 < view.sentence_at(min(e.spans).start) - here <= _RIGHT_BEFORE]
    return near if len(spokes) == 1 else []
