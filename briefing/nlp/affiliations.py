"""Whom a person speaks for: the body or country that a role names, points back to, or leaves as the only one."""

from __future__ import annotations

import itertools
import re

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.bodies import STANDINGS, body_called
from briefing.nlp.countries import land_at
from briefing.nlp.entities import Entity, Roster
from briefing.nlp.names import fold
from briefing.nlp.syntax import Text

_SENT_TO = re.compile(r"\bto\s(?:the\s)?$")
_POINTING = frozenset({"its", "their"})
#: a portfolio that is called as a party or a body is: "Minister of Labour"
_PORTFOLIO = re.compile(r"\b(?:minister|mec|commissioner)\s(?:of|for)\s(?:the\s)?$", re.IGNORECASE)
#: who speaks for a land by being of it; a singer or a scientist is of a land and speaks for nobody
_OF_STATE = frozenset(
    """president premier minister chancellor king queen emir amir sultan prince princess crown ambassador envoy diplomat consul official
    officials spokesman spokeswoman spokesperson general colonel admiral commander marshal chief secretary speaker senator lawmaker
    legislator mp deputy leader negotiator delegate delegation representative governor adviser advisor attorney prosecutor judge
    justice director head commissioner pm fm counterpart ruler dictator monarch lady regulator authorities officer congressman
    congresswoman parliamentarian inspector chairman chairwoman coach captain""".split()
)
#: bodies of a state, by their nouns
_BODIES_OF_STATE = frozenset(
    """ministry government department cabinet office parliament assembly senate congress council commission committee administration
    affairs union agency authority bureau presidency palace""".split()
)
#: who has an office of a body that another has one of too
_OF_BODIES = frozenset(
    """chairman chairwoman chairperson chair president secretary treasurer spokesman spokeswoman spokesperson director executive founder
    co-founder manager chief head leader coach general""".split()
)
#: letters between "between" and the two lands
_NEAR = 60
_JOINED = re.compile(r"\sand\s(?:[A-Z]\w+\s){0,4}$|\sand\s(?:\w+\s){0,3}$")


def affiliation_of(view: Text, back: Anaphora, role: Span, person: Entity) -> tuple[str | None, Span]:
    """The name of the body or country that a role belongs to, and the role without an owner who is only pointed to."""
    for span, entity in back.roster.at(role.start, role.end):
        if entity is person or entity.kind not in ("organization", "country", "group") or _is_sent_to(view, role, span):
            continue
        if _PORTFOLIO.search(view.text, role.start, span.start) and " " not in view.slice(span):
            continue
        if any(_has_of_its_own(view, span, s, e) for s, e in back.roster.at(span.end, role.end)) or _is_office_in_letters(view, role, span):
            continue
        if entity.kind != "country" or view.slice(span) in view.nations.names or _speaks_for_land(view, role):
            return _name(entity), role
    words = view.words([role])
    for word in words:
        if _is_sent_to(view, role, Span(view.tokens[word].start, view.tokens[word].end)):
            continue
        country = land_at(view, word, peoples=_speaks_for_land(view, role))
        if country:
            return country, role
    before = view.low(words[0] - 1) if words and words[0] > 0 else ""
    if before in _POINTING:
        owners = [e for e in _owners_before(back, words[0]) if may_send(e, view.slice(role))]
        return (_name(owners[0]) if owners else None), role
    return _pointed_to(view, back, role, words)


def _has_of_its_own(view: Text, land: Span, span: Span, body: Entity) -> bool:
    """Tell whether a body is one in a land and none of its state: "Norland's" Harbour Party."""
    between = view.text[land.end : span.start].strip()
    owned = (
        body.kind == "organization"
        and not body.nominal
        and " " in view.slice(span)
        and land.end < span.start
        and (between in ("'s", "’s", "'", "’") or (not between and view.slice(land).endswith(("'s", "’s", "'", "’"))))
    )
    return owned and not any(set(fold(f).split()) & _BODIES_OF_STATE for f in body.forms)


def _is_office_in_letters(view: Text, role: Span, span: Span) -> bool:
    """Tell whether what was taken for a body is the office itself, in letters behind it: "former aide-de-camp (ADC)"."""
    letters, before = view.slice(span), view.text[role.start : max(role.start, span.start - 1)]
    if not letters.isupper() or view.text[span.start - 1 : span.start] != "(":
        return False
    words = re.findall(r"\w+", before)[-len(letters) :]
    spelled = "".join(w[0] for w in words).upper() == letters
    return spelled and any(w.lower() in lexicon.PERSON_NOUNS for w in words) and words[-1].lower() not in lexicon.BODY_NOUNS


def may_send(body: Entity, role: str) -> bool:
    """Tell whether a body may be whom a minister or an ambassador speaks for: a land or one of its bodies, never a party or a firm."""
    if not {w.lower() for w in re.findall(r"\w+", role)} & {"minister", "ambassador"} or body.kind == "country":
        return True
    return any(set(fold(f).split()) & _BODIES_OF_STATE for f in body.forms)


def _speaks_for_land(view: Text, role: Span) -> bool:
    """Tell whether a role that a people's name tells of which land it is speaks for it: a minister or a general, not a singer."""
    return bool({w for t in view.words([role]) for w in (view.low(t), view.lemma(t))} & _OF_STATE)


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
        told = [w for w in view.children[word] if w < word and view.tokens[w].relation in ("compound", "amod")]
        if any(view.low(w) not in STANDINGS for w in told):
            # "leader of the Sadrist movement" is of none that was named before
            continue
        owned = place + 1 < len(words) and view.tokens[words[place + 1]].tag == "POS"
        of = any(view.low(c) == "of" for c in view.children[word])
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
    for word in view.with_lemma(lexicon.PERSON_NOUNS):
        token, office = view.tokens[word], view.lemma(word)
        if token.tag != "NNS":
            continue
        phrase = [w for w in view.sentence_words[token.sentence] if word - 6 <= w < word]
        named = [land_at(view, w) for w in phrase]
        countries = list(dict.fromkeys(c for c in named if c))
        joined = any(view.low(w) in ("and", ",") for w in phrase)
        if len(countries) != 2 or not joined:
            continue
        behind = phrase[max(n for n, c in enumerate(named) if c) + 1 :]
        wanted = {view.low(w) for w in behind}
        holders = [e for e in roster.entities if e.kind == "person" and e.role and {office, *wanted} <= set(e.role.lower().split())]
        told = {e.affiliation for e in holders}
        untold = [e for e in holders if e.affiliation is None]
        left = [c for c in countries if c not in told]
        if len(untold) == 1 and len(left) == 1:
            untold[0].affiliation = left[0]


def share_out_pair(view: Text, roster: Roster) -> None:
    """Give one of two leaders that a text names together, where the other's land is told and the text is about two lands, the land that
    is left: "Prime Minister Stone and President Hale" of talks between Orland and Kestria."""
    pair = _two_lands(view, roster)
    people = roster.persons_in_order()
    for (left, one), (right, other) in itertools.pairwise(people):
        joined = _JOINED.fullmatch(view.text, left.end, right.start)
        if one is other or joined is None or not pair or not (_leads(one) and _leads(other)):
            continue
        for known, untold in ((one, other), (other, one)):
            if known.affiliation in pair and untold.affiliation is None:
                untold.affiliation = next(c for c in pair if c != known.affiliation)


def share_out_body(view: Text, roster: Roster) -> None:
    """Give one of two who are named together the body of the other, where only that one's office tells it: "Harbour Party president Ada
    Quill and secretary general Jon Hale"."""
    people = roster.persons_in_order()
    for (left, one), (right, other) in itertools.pairwise(people):
        office = other.role or ""
        lower = bool(office) and office.islower() and view.text[left.end : right.start] == f" and {office} "
        if not lower or other.affiliation is not None or not one.role or not roster.bodies(one.affiliation):
            continue
        told = any(
            e.kind == "organization" and view.text.startswith(one.role, s.start)
            for s, e in roster.at(max(0, left.start - _NEAR), left.start)
        )
        if told and set(office.split()) & _OF_BODIES:
            other.affiliation = one.affiliation


def _leads(person: Entity) -> bool:
    return bool(set(fold(person.role or "").split()) & lexicon.HEADS_OF_LANDS)


def _two_lands(view: Text, roster: Roster) -> list[str]:
    """The only two lands that something is between in a text, each time the same two; none where it may be others."""
    found: set[frozenset[str]] = set()
    for word, token in enumerate(view.tokens):
        if token.text.lower() != "between" or word + 3 >= len(view.tokens):
            continue
        end = view.sentences[token.sentence].end
        named = [e.name for s, e in roster.at(token.end, min(end, token.end + _NEAR)) if e.kind == "country"][:2]
        if len(named) == 2:
            found.add(frozenset(named))
    return sorted(next(iter(found))) if len(found) == 1 and all(len(p) == 2 for p in found) else []


def _name(entity: Entity) -> str:
    return entity.name or next(iter(entity.forms))
