"""Actors that are known by a noun phrase alone: "opposition lawmakers", "the aviation regulator"."""

from __future__ import annotations

from briefing.models import ActorKind, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.names import clean_name, fold
from briefing.nlp.nations import load_nations
from briefing.nlp.syntax import Text


def is_anybody(view: Text, head: int, words: list[int]) -> bool:
    """Tell whether an office tells nobody from others: "a minister", "the spokesman", "a lawyer"."""
    told = [w for w in words if w != head and view.tokens[w].pos in ("NOUN", "PROPN", "ADJ", "VERB")]
    vague = view.tokens[words[0]].text.lower() in ("a", "an", "another", "one", "any", "every")
    return not told and (vague or view.lemma(head) in lexicon.SPOKES_NOUNS)


def nominal(view: Text, roster: Roster, head: int, words: list[int], kind: ActorKind) -> Entity:
    """An actor that is known by a noun phrase alone; the same head with like modifiers is the same actor."""
    first = head
    inside = set(words)
    while first - 1 in inside and view.tokens[first - 1].pos in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT", "VERB"):
        if view.tokens[first - 1].pos == "PUNCT" and view.tokens[first - 1].text not in "-’'":
            break
        first -= 1
    last = head
    if [view.tokens[w].text.lower() for w in (head + 1, head + 2) if w in inside] in (["of", "state"], ["of", "government"]):
        # "the Head of State" is no head
        last = head + 2
    known = known_nominal(view, roster, head, list(range(first, head + 1)))
    return nominal_phrase(view, roster, Span(view.tokens[first].start, view.tokens[last].end), kind, known=known)


def nominal_phrase(view: Text, roster: Roster, span: Span, kind: ActorKind, *, known: Entity | None = None) -> Entity:
    """The actor that is called by a whole phrase; one of the same phrase goes before ``known``, who may be called so."""
    form = clean_name(view.slice(span))
    first = view.words([span])[0]
    if (
        first == view.sentence_words[view.tokens[first].sentence][0]
        and view.tokens[first].pos != "PROPN"
        and form[1:2].islower()
        and view.tokens[first].text not in load_nations().demonyms
    ):
        # "Traders said" names nobody
        form = form[:1].lower() + form[1:]
    same = next((e for e in roster.entities if e.nominal and e.kind == kind and fold(e.name) == fold(form)), known)
    if same is not None:
        same.add(form, span)
        return same
    entity = Entity(kind=kind, nominal=True, name=form)
    roster.add(entity, form, span)
    return entity


def known_nominal(view: Text, roster: Roster, head: int, words: list[int]) -> Entity | None:
    """The actor that is known by a phrase of the same head, where one phrase says no more than the other."""
    tokens, lemma = view.tokens, view.lemma(head)
    key = {view.lemma(w) for w in words if w <= head and tokens[w].pos in ("ADJ", "NOUN", "PROPN")}
    for entity in roster.entities:
        other = {fold(w) for w in entity.name.split()} if entity.nominal else set()
        same_head = lemma in other or tokens[head].text.lower() in other
        if same_head and (key <= other or len(key) == 1 or other <= key | {tokens[head].text.lower()}):
            return entity
    return None
