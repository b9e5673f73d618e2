"""Who made a document, as the words around it tell: "a board report", "a survey by the institute", "the prosecutors' filing"."""

from __future__ import annotations

import re
from typing import Final

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.bodies import ANY_FIRM, body_called, body_of_noun
from briefing.nlp.entities import Entity
from briefing.nlp.nominals import ASIDE, nominal
from briefing.nlp.offices import office_meant
from briefing.nlp.phrases import known_by_form
from briefing.nlp.syntax import Text
from briefing.nlp.unnamed import is_people

#: what is called by one of these may be called by another of them in the next sentence
STUDIES: Final = frozenset("poll survey study research analysis report".split())
#: what a body gives out under its name: "the Harbour Bank lawsuit" may be against the bank
_OWN: Final = STUDIES | frozenset(
    """statement release communique communiqué notice website portal blog data forecast statistic estimate declaration circular
    announcement advisory directive document""".split()
)
#: what a ministry or an office gives out, whichever it is: "a ministry statement"
_GIVEN_OUT: Final = frozenset("statement release announcement notice circular communique communiqué".split())
#: what a land gives out too: "Norland data" may be about it
_IN_THE_NAME_OF_A_LAND: Final = _GIVEN_OUT | {"declaration", "advisory", "directive"}
#: people who draw up reports for whom they work for
_STAFF: Final = frozenset({"staff", "police"})
#: where a body puts what it says itself
_OWN_PAGES: Final = frozenset({"website", "webpage", "page", "site", "account", "blog"})
#: what who makes a document does with it
_MAKES: Final = frozenset("write issue publish release compile conduct author produce file sign send draft pen prepare adopt".split())
#: what stands between a document and the name of who made it
_MADE_BY: Final = re.compile(
    r"(?:,? (?:which|that) (?:was|were|has been|have been))?"
    r"(?: (?:released|published|issued|conducted|carried out|compiled|prepared|produced|written|authored|drawn up|signed|posted))?"
    r"(?: (?:on )?(?:\w+day|yesterday|today|(?:this|last) (?:week|month|year)|earlier|in (?:\d{4}|[A-Z][a-z]+)))?"
    r",? by (?:the )?(?:[a-z-]+ ){0,4}"
)
_FROM: Final = re.compile(r" from (?:the )?")
#: what stands between a name and the document that it owns: "Harbour Bank's latest quarterly" report
_BETWEEN: Final = re.compile(r"(?:['’]s?)?(?: [\w-]+){0,3} $")
#: between a body and the part of it that its name stands before: "the Harbour Council's Port Office"
_OWNS: Final = re.compile(r"['’]s ")


def maker_of(anaphora: Anaphora, report: int) -> list[Entity]:
    """Whose a report is by its own words: "a board report", "the Relief Watch report", "the bank's report", "a report by the bank"."""
    view = anaphora.view
    for child in view.children[report]:
        token = view.tokens[child]
        body = token.pos == "NOUN" and view.lemma(child) in lexicon.BODY_NOUNS - ANY_FIRM - lexicon.PRESS_NOUNS
        if body and token.relation == "compound" and not any(view.tokens[g].relation == "compound" for g in view.children[child]):
            found = body_called(anaphora, view.lemma(child), token.start)
            if found is not None:
                return [found]
            if view.lemma(report) in _GIVEN_OUT:
                return body_of_noun(anaphora, child, [child])
        if token.relation == "compound" and token.pos == "PROPN" and child == report - 1 and not anaphora.named_at(child):
            # "the EU declaration", where the name was not found
            known = known_by_form(anaphora, child, [child]) if view.lemma(report) in _OWN else []
            if known and known[0].kind in _may_give_out(view.lemma(report)):
                return known
        if token.relation == "compound" and token.text.lower() in _STAFF and view.lemma(report) in STUDIES:
            return [nominal(view, anaphora.roster, child, [child], "group")]
        if token.relation == "nmod:poss" and child < report:
            named = [e for e in anaphora.named_at(child) if e.kind == "organization"]
            if named:
                return named[:1]
            if body:
                return body_of_noun(anaphora, child, view.subtree(child))
            if _are_people(view, child):
                return [nominal(view, anaphora.roster, child, view.subtree(child), "group")]
    if report > 1 and view.tokens[report - 1].tag == "POS" and _are_people(view, report - 2):
        # a parse may hang an owner elsewhere: "the prosecutors' document"
        return [nominal(view, anaphora.roster, report - 2, view.subtree(report - 2), "group")]
    told = next((c for c in view.children[report] if c > report and view.tokens[c].relation == "appos" and _is_document(view, c)), None)
    return _named_beside(anaphora, report) or _unnamed_behind(anaphora, report) or (maker_of(anaphora, told) if told is not None else [])


def _may_give_out(document: str) -> set[str]:
    """Who may have made what stands behind their name."""
    return {"organization", "country"} if document in _IN_THE_NAME_OF_A_LAND else {"organization"}


def _is_document(view: Text, word: int) -> bool:
    return view.lemma(word) in lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES


def _are_people(view: Text, word: int) -> bool:
    token = view.tokens[word]
    return token.pos == "NOUN" and token.tag == "NNS" and is_people(token.text.lower())


def who_is(anaphora: Anaphora, word: int) -> list[Entity]:
    """Whom the noun of a maker means who has no name: "prosecutors", "the exchange", "the auditor", "an agent of the ministry"."""
    view = anaphora.view
    token, phrase = view.tokens[word], [w for w in view.subtree(word, without=ASIDE) if view.tokens[w].relation != "case" or w > word]
    if token.pos != "NOUN" or anaphora.named_at(word):
        return anaphora.named_at(word)[:1]
    if {token.text.lower(), view.lemma(word)} & lexicon.PRESS_NOUNS:
        return []
    if _are_people(view, word):
        return [nominal(view, anaphora.roster, word, phrase, "group")]
    if view.lemma(word) in lexicon.BODY_NOUNS:
        return body_of_noun(anaphora, word, phrase)
    one = token.tag == "NN" and (view.lemma(word) in lexicon.PERSON_NOUNS or is_people(f"{view.lemma(word)}s"))
    return office_meant(anaphora, word, phrase, []) if one else []


def made_behind(anaphora: Anaphora, document: int) -> list[Entity]:
    """Who is told behind a document as having made it, with a name or without one."""
    return _maker_named_behind(anaphora, document) or _unnamed_behind(anaphora, document)


def _unnamed_behind(anaphora: Anaphora, document: int) -> list[Entity]:
    """Who is told behind a document as having made it, without a name: "rules published by the exchange", "an affidavit from an agent"."""
    view = anaphora.view
    for child in (c for c in view.children[document] if c > document):
        if view.tokens[child].relation == "nmod":
            case = next((view.low(c) for c in view.children[child] if view.tokens[c].relation == "case"), "")
            if case in ("by", "from") and view.lemma(child) not in lexicon.COUNTRY_NOUNS:
                return who_is(anaphora, child)
        if view.tokens[child].tag == "VBN" and view.lemma(child) in _MAKES:
            agent = view.child(child, ("obl:agent", "obl"))
            if agent is not None and any(view.low(c) == "by" for c in view.children[agent]):
                return who_is(anaphora, agent)
    return []


def _named_beside(anaphora: Anaphora, noun: int) -> list[Entity]:
    """The body whose name stands before a document as its owner's, or whoever is named behind it as having made it."""
    view, token = anaphora.view, anaphora.view.tokens[noun]
    sentence = view.sentences[token.sentence]
    if view.lemma(noun) in _OWN:
        before = [(s, e) for s, e in anaphora.roster.at(sentence.start, token.start) if s.end < token.start and not e.nominal]
        if before and before[-1][1].kind in _may_give_out(view.lemma(noun)):
            span, body = before[-1]
            between = range(view.words([span])[-1] + 1, noun)
            plain = all(view.tokens[w].pos in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "PUNCT") for w in between)
            if plain and _BETWEEN.fullmatch(view.text[span.end : token.start]):
                return [body]
    return _maker_named_behind(anaphora, noun)


def _maker_named_behind(anaphora: Anaphora, document: int) -> list[Entity]:
    """Who is named behind a document as having made it: "a survey in June by the Halm Institute"."""
    view, token = anaphora.view, anaphora.view.tokens[document]
    sentence = view.sentences[token.sentence]
    made, sent = (pattern.match(view.text, token.end, sentence.end) for pattern in (_MADE_BY, _FROM))
    found = made or sent
    if found is None:
        return []
    at = found.end()
    behind = anaphora.roster.at(at, sentence.end)
    while (whole := next((s for s, _ in behind if s.start == at), None)) is not None:
        own = next((s for s, _ in behind if s.start > whole.end and _OWNS.fullmatch(view.text[whole.end : s.start])), None)
        if own is None:
            break
        at = own.start
    named = [e for s, e in behind if s.start == at and not e.nominal]
    return [e for e in named if made is not None or e.kind == "organization"][:1]


def on_page_of(anaphora: Anaphora, words: list[int]) -> list[Entity]:
    """The body on whose own page a statement stands: "a statement posted on the firm's website"."""
    view = anaphora.view
    for page in (w for w in words if view.lemma(w) in _OWN_PAGES):
        owner = view.child(page, ("nmod:poss",))
        if owner is None and page > 1 and view.tokens[page - 1].tag == "POS":
            # a parse may hang an owner elsewhere
            owner = page - 2
        if owner is None:
            continue
        if view.low(owner) == "its":
            return anaphora.body_before(view.tokens[owner].start)
        if view.lemma(owner) in lexicon.BODY_NOUNS:
            return body_of_noun(anaphora, owner, view.subtree(owner))
    return []
