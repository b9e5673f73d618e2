"""Whom a person speaks for: the body or country that a role names, points back to, or leaves as the only one."""

from __future__ import annotations

import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.bodies import body_called
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.syntax import Text

_SENT_TO = re.compile(r"\bto\s(?:the\s)?$")
_POINTING = frozenset({"its", "their"})


def affiliation_of(view: Text, back: Anaphora, role: Span, person: Entity) -> tuple[str | None, Span]:
    """The name of the body or country that a role belongs to, and the role without an owner who is only pointed to."""
    for span, entity in back.roster.at(role.start, role.end):
        if entity is not person and entity.kind in ("organization", "country", "group") and not _is_sent_to(view, role, span):
            return _name(entity), role
    nations = view.nations
    words = view.words([role])
    for word in words:
        if _is_sent_to(view, role, Span(view.tokens[word].start, view.tokens[word].end)):
            continue
        country = nations.demonyms.get(view.tokens[word].text) or nations.names.get(view.tokens[word].text)
        if country:
            return country, role
    before = view.tokens[words[0] - 1].text.lower() if words and words[0] > 0 else ""
    if before in _POINTING:
        owners = _owners_before(back, words[0])
        return (_name(owners[0]) if owners else None), role
    return _pointed_to(view, back, role, words)


def _is_sent_to(view: Text, role: Span, span: Span) -> bool:
    """Tell whether a name in a role is whom somebody is sent to: an "ambassador to the United Nations" speaks for others."""
    return bool(_SENT_TO.search(view.text, role.start, span.start))


def _owners_before(back: Anaphora, word: int) -> list[Entity]:
    """The body that "its" means before an office: the nearest, unless a common noun for another stands nearer."""
    view, owners = back.view, back.body_before(back.view.tokens[word].start)
    start = max((s.end for e in owners for s in e.spans if s.start < view.tokens[word].start), default=0)
    leads = any(back.is_subject(s) for e in owners for s in e.spans if s.end == start)
    if not leads and any(m.kind == "place" and start <= m.span.start < view.tokens[word].start for m in view.annotation.mentions):
        # of which land it is, is not known: "citizens of Norvask. Its foreign minister"
        return []
    for at in reversed(view.sentence_words[view.tokens[word].sentence]):
        token = view.tokens[at]
        if start <= token.start and at < word - 1 and token.tag == "NN" and view.lemma(at) in lexicon.BODY_NOUNS:
            called = body_called(back, view.lemma(at), token.start)
            return [called] if called is not None else []
    return owners


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
            # "head of the school's student activities" is so whole
            office = any(view.lemma(w) in lexicon.PERSON_NOUNS for w in words[:place])
            bare = owned and place + 2 < len(words) and not office
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
