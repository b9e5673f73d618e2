"""Whom a person speaks for: the body or country that a role names, points back to, or leaves as the only one."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.bodies import body_called
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.syntax import Text

_POINTING = frozenset({"its", "their"})


def affiliation_of(view: Text, back: Anaphora, role: Span, person: Entity) -> tuple[str | None, Span]:
    """The name of the body or country that a role belongs to, and the role without an owner who is only pointed to."""
    for _, entity in back.roster.at(role.start, role.end):
        if entity is not person and entity.kind in ("organization", "country", "group"):
            return _name(entity), role
    nations = view.nations
    words = view.words([role])
    for word in words:
        country = nations.demonyms.get(view.tokens[word].text) or nations.names.get(view.tokens[word].text)
        if country:
            return country, role
    before = view.tokens[words[0] - 1].text.lower() if words and words[0] > 0 else ""
    if before in _POINTING:
        owners = back.body_before(view.tokens[words[0]].start)
        return (_name(owners[0]) if owners else None), role
    return _pointed_to(view, back, role, words)


def _pointed_to(view: Text, back: Anaphora, role: Span, words: list[int]) -> tuple[str | None, Span]:
    """The owner by a common noun: "that country's president", "the union's leader", "chairman of the board"."""
    for place, word in enumerate(words):
        token, lemma = view.tokens[word], view.lemma(word)
        if token.pos != "NOUN" or lemma not in lexicon.BODY_NOUNS | lexicon.COUNTRY_NOUNS:
            continue
        owned = place + 1 < len(words) and view.tokens[words[place + 1]].tag == "POS"
        of = any(view.tokens[c].text.lower() == "of" for c in view.children[word])
        if not owned and not of:
            continue
        if lemma in lexicon.COUNTRY_NOUNS:
            owner = next(iter(back.country_before(token.start)), None)
        else:
            owner = body_called(back, lemma, token.start)
        if owner is not None:
            bare = owned and place + 2 < len(words)
            return _name(owner), Span(view.tokens[words[place + 2]].start, role.end) if bare else role
    return None, role


def share_out_countries(view: Text, roster: Roster) -> None:
    """Of "the Norland and Sudland foreign ministers", give the one whose country is not told the country that is left."""
    nations = view.nations
    for word, token in enumerate(view.tokens):
        office = view.lemma(word)
        if token.tag != "NNS" or office not in lexicon.PERSON_NOUNS:
            continue
        phrase = [w for w in view.sentence_words[token.sentence] if word - 6 <= w < word]
        named = [nations.demonyms.get(view.tokens[w].text) or nations.names.get(view.tokens[w].text) for w in phrase]
        countries = list(dict.fromkeys(c for c in named if c))
        joined = any(view.tokens[w].text.lower() in ("and", ",") for w in phrase)
        if len(countries) != 2 or not joined:
            continue
        behind = phrase[max(n for n, c in enumerate(named) if c) + 1 :]
        wanted = {view.tokens[w].text.lower() for w in behind}
        holders = [e for e in roster.entities if e.kind == "person" and e.role and {office, *wanted} <= set(e.role.lower().split())]
        told = {e.affiliation for e in holders}
        untold = [e for e in holders if e.affiliation is None]
        left = [c for c in countries if c not in told]
        if len(untold) == 1 and len(left) == 1:
            untold[0].affiliation = left[0]


def _name(entity: Entity) -> str:
    return entity.name or next(iter(entity.forms))
