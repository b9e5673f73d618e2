"""On whose behalf a spokesman, an official, a leadership or a statement speaks."""

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

_INDEFINITE = frozenset({"a", "an", "another", "some", "many", "several"})
#: sentences over which "the report" is the one that was told of
_REPORT_REACH = 30
#: one who is there for another, before the other's name
_SPEAKS_FOR = re.compile(r"(?:[\w-]+ ){0,3}(?:spokes\w+|aide|advis[eo]r|lawyer|attorney|counsel|assistant|envoy) (?:for|to) (?=[A-Z])")
#: sentences from what somebody says to what their office says next
_RIGHT_BEFORE = 2
_TOLD_OF = frozenset({"acl", "acl:relcl", "appos", "conj"})
_SIGNS = frozenset({"sign", "write", "pen", "author", "send", "issue", "draft"})
#: what who sends a letter does with it
_SENDS = frozenset({"send", "write", "issue", "publish", "release", "sign", "submit", "deliver", "pen"})


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
    named = [e for e in anaphora.roster.entities if e.kind == "organization" and speaker[0].affiliation in (e.name, *e.forms)]
    return [e for e in named if lemma in ANY_FIRM or any(lemma in fold(f).split() for f in e.forms)][:1]


def spoken_for(anaphora: Anaphora, head: int, own: list[int], inside: list[tuple[Span, Entity]]) -> list[Entity]:
    """The body that a spokesman or an official speaks for: "a ministry spokesman", "officials of the Harbour Union"."""
    view = anaphora.view
    bodies = [e for _, e in inside if e.kind in ("organization", "country")]
    if bodies:
        return bodies[:1]
    if view.tokens[head].text.lower() in lexicon.COUNTRY_SIDES and (phrase := country_in(view, anaphora.roster, own)):
        return phrase
    body = next((w for w in own if view.tokens[w].pos == "NOUN" and view.lemma(w) in lexicon.BODY_NOUNS), None)
    if body is None:
        return []
    noun = view.lemma(body)
    if noun in ANY_BODY:
        # "city officials" tell a reader more than "city"
        found = body_called(anaphora, noun, view.tokens[body].start)
        return [found] if found is not None else []
    return body_of_noun(anaphora, body, own)


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
    if view.tokens[head].tag != "NN" or any(view.tokens[c].text.lower() in ("a", "an", "another", "one") for c in view.children[head]):
        return []
    known = {name for e in bodies for name in (e.name, *e.forms) if name}
    named = [
        e
        for e in dict.fromkeys(e for s, e in anaphora.order if s.start < at and e.kind == "person" and not e.nominal)
        if e.role and view.lemma(head) in e.role.lower().split() and (e.affiliation in known or any(n in e.role for n in known))
    ]
    if not named and (soon := _spokesman_ahead(anaphora, head)):
        return soon
    if named or view.tokens[head].relation != "nsubj":
        return named if len(named) == 1 else []
    # "Nasser Quill said ... . The ministry spokesman added": he of whom no office is known, who spoke right before
    offset, who = anaphora.spoke[-1] if anaphora.spoke else (at, [])
    near = offset < at and view.tokens[head].sentence - view.sentence_at(offset) <= _RIGHT_BEFORE
    untold = len(who) == 1 and who[0].kind == "person" and not who[0].nominal and who[0].role is None and who[0].affiliation is None
    return who if near and untold else []


def _spokesman_ahead(anaphora: Anaphora, head: int) -> list[Entity]:
    """The only spokesman whom the next sentences name, of no body that is known: "the government spokesman said. Spokesman Jon Hale"."""
    view, here = anaphora.view, anaphora.view.tokens[head].sentence
    spokes = [
        e for e in anaphora.roster.entities if e.kind == "person" and not e.nominal and view.lemma(head) in (e.role or "").lower().split()
    ]
    near = [e for e in spokes if e.affiliation is None and 0 < view.sentence_at(min(e.spans).start) - here <= _RIGHT_BEFORE]
    return near if len(spokes) == 1 else []


def author_of(anaphora: Anaphora, head: int, owner: list[Entity], words: list[int]) -> list[Entity]:
    """Whose a statement or a speech is: its owner's, that of a body named behind it, else of who spoke last."""
    view = anaphora.view
    if owner:
        return owner
    if any(view.tokens[c].relation == "nmod:poss" and view.tokens[c].pos == "PROPN" for c in view.children[head]):
        # "Fontaine's statement" is hers, whoever she is
        return []
    end = view.tokens[head].end
    behind = [e for s, e in anaphora.roster.at(view.tokens[words[0]].start, view.tokens[words[-1]].end) if s.start > end]
    return behind[:1] or _who_issued(anaphora, head)


def drawn_up_by(anaphora: Anaphora, head: int) -> list[Entity]:
    """The body that drew up a report: one of "a board report", "a report by the board", or the last that the text told so of one."""
    view, lemma = anaphora.view, anaphora.view.lemma(head)
    indefinite = any(view.tokens[c].text.lower() in _INDEFINITE for c in view.children[head])
    for word in range(head, -1, -1):
        if view.tokens[word].pos == "NOUN" and view.lemma(word) == lemma and (body := _drawer(anaphora, word)):
            return body
        if indefinite or (word < head and view.tokens[word].sentence < view.tokens[head].sentence - _REPORT_REACH):
            return []
    return []


def _drawer(anaphora: Anaphora, report: int) -> list[Entity]:
    """Whose a report is by its own words: "a board report", "the bank's report", "a report by the bank"."""
    view = anaphora.view
    for child in view.children[report]:
        token = view.tokens[child]
        compound = token.relation == "compound" and token.pos == "NOUN" and view.lemma(child) in lexicon.BODY_NOUNS - ANY_FIRM
        if compound and not any(view.tokens[g].relation == "compound" for g in view.children[child]):
            found = body_called(anaphora, view.lemma(child), token.start)
            if found is not None:
                return [found]
        by = child > report and any(view.tokens[c].text.lower() == "by" for c in view.children[child])
        if token.relation == "nmod:poss" or by:
            named = [e for e in anaphora.named_at(child) if e.kind == "organization"]
            if named:
                return named[:1]
    return []


def _signed_by(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who signed, wrote or sent what a text spoke of before: "The letter, signed by Ada Quill", "the union has sent a letter"."""
    view = anaphora.view
    for word in range(head - 1, -1, -1):
        token = view.tokens[word]
        if token.pos != "NOUN" or view.lemma(word) != view.lemma(head):
            continue
        for child in view.children[word]:
            agent = view.child(child, ("obl:agent", "obl")) if view.tokens[child].tag == "VBN" and view.lemma(child) in _SIGNS else None
            if agent is not None and any(view.tokens[c].text.lower() == "by" for c in view.children[agent]):
                named = _named_in(anaphora, agent)
                return [e for e in named if e.kind == "person"][:1] or named[:1]
        if token.relation == "obj" and view.lemma(token.head) in _SENDS and not view.is_negated(token.head):
            subject = view.subject(token.head)
            if subject is not None and (named := _named_in(anaphora, subject)):
                return named[:1]
    return []


def _named_in(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who is named in a noun phrase, but for what is told of it."""
    words = anaphora.view.subtree(head, without=_TOLD_OF)
    return [e for _, e in anaphora.roster.at(anaphora.view.tokens[words[0]].start, anaphora.view.tokens[words[-1]].end)]


def _who_issued(anaphora: Anaphora, head: int) -> list[Entity]:
    """Whose "the statement" or "a statement" is: that of who speaks in the sentence that the text last spoke of one in, or of who
    spoke right before. One that was "posted on" something is nobody's that is known."""
    view = anaphora.view
    if signed := _signed_by(anaphora, head):
        return signed
    told_of = head + 1 < len(view.tokens) and view.tokens[head + 1].tag == "VBN"
    if told_of or view.child(head, ("acl", "acl:relcl")) is not None or not anaphora.spoke:
        return []
    offset, here = view.tokens[head].start, view.tokens[head].sentence
    told = [n for n in range(here + 1) for w in view.sentence_words[n] if w < head and view.lemma(w) == view.lemma(head)]
    last = told[-1] if told else here - 1
    issued = next((who for at, who in reversed(anaphora.spoke) if at < offset and 0 <= view.sentence_at(at) - last <= 1), [])
    # "sources" that tell of a letter have not written it
    return [] if any(e.nominal and e.kind == "group" for e in issued) else issued
