"""Whose a noun is: by a pronoun before it ("its" plan), or by a name ("the union's" leader)."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import anaphora
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.names import fold
from briefing.nlp.phrases import known_by_form

#: bodies that one person has
_OF_PERSONS = frozenset({"office", "campaign"})


def owner_of(back: Anaphora, head: int) -> list[Entity]:
    """Whose a noun is: "its" plan, "the union's" leader."""
    for child in back.view.children[head]:
        if back.view.tokens[child].relation == "nmod:poss":
            low = back.view.low(child)
            if low in anaphora.THIRD:
                return _named_behind(back, child, low) or third_meant(back, child, low)
            return _named_owner(back, child)
    if head > 1 and back.view.tokens[head - 1].tag == "POS":
        # a parse may take the owner for the subject: "Fontaine's statement reads"
        return _named_owner(back, head - 2)
    return []


def _named_behind(back: Anaphora, word: int, low: str) -> list[Entity]:
    """Whom a pronoun that leads into a sentence means, where its subject is one person: "According to her blog, Quill left"."""
    view = back.view
    start = view.sentences[view.tokens[word].sentence].start
    comma = view.text.find(",", view.tokens[word].end)
    first = view.subject(next((w for w in view.sentence_words[view.tokens[word].sentence] if view.tokens[w].relation == "root"), word))
    if low not in anaphora.HE | anaphora.SHE or first is None or not word < first or view.tokens[first].start < comma:
        return []
    opens = view.text[start : view.tokens[word].start].strip().lower() == "according to"
    persons = [e for e in back.named_at(first) if e.kind == "person" and not e.nominal]
    return persons if opens and persons and persons[0].gender in (None, "he" if low in anaphora.HE else "she") else []


def _named_owner(back: Anaphora, word: int) -> list[Entity]:
    named = back.named_at(word)[:1]
    return named or (known_by_form(back, word, [word]) if back.view.tokens[word].pos == "PROPN" else [])


def office_of_person(back: Anaphora, head: int, owner: list[Entity]) -> list[Entity]:
    """The office of the one person whom a pronoun before it means, by their name: "her office" of Mara Stone."""
    view = back.view
    before = view.child(head, ("nmod:poss",))
    told = [c for c in view.children[head] if c < head and view.tokens[c].relation in ("amod", "compound")]
    if before is None or told or view.low(before) not in ("his", "her") or view.lemma(head) not in _OF_PERSONS:
        return []
    if len(owner) != 1 or owner[0].kind != "person" or owner[0].nominal:
        return []
    person, noun = owner[0], view.lemma(head)
    called = [fold(f"{f}{owns} {noun}") for f in person.forms for owns in ("'s", "’s")]
    known = [e for e in back.roster.nominals(*called) if e.kind == "organization"]
    office = known[0] if known else Entity(kind="organization", nominal=True, name=f"{person.name}’s {noun}")
    back.roster.add(office, noun, Span(view.tokens[head].start, view.tokens[head].end))
    return [office]


def third_meant(back: Anaphora, word: int, low: str) -> list[Entity]:
    """Whom "he", "she", "it" or "they" means: who was named before."""
    offset = back.view.tokens[word].start
    if low in anaphora.HE | anaphora.SHE:
        return back.person_before(offset, "he" if low in anaphora.HE else "she")
    if low in anaphora.IT:
        return back.body_before(offset)
    return back.several_before(offset)
