"""Whose a document is: who wrote, signed, released or drew up a statement, a letter, a report, a survey."""

from __future__ import annotations

import re

from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.bodies import ANY_FIRM, body_called, body_of_noun
from briefing.nlp.entities import Entity
from briefing.nlp.syntax import Text

_INDEFINITE = frozenset({"a", "an", "another", "some", "many", "several"})
#: sentences over which "the report" is the one that was told of
_REPORT_REACH = 30
_TOLD_OF = frozenset({"acl", "acl:relcl", "appos", "conj"})
_SIGNS = frozenset({"sign", "write", "pen", "author", "send", "issue", "draft"})
#: what who sends a letter does with it
_SENDS = frozenset({"send", "write", "issue", "publish", "release", "sign", "submit", "deliver", "pen", "mail"})
#: what who draws up a report does with it; who presents one need not have drawn it up
_DRAWS_UP = frozenset("write issue publish release unveil compile conduct author produce".split())
#: what is called by one of these may be called by another of them in the next sentence
_STUDIES = frozenset("poll survey study research analysis report".split())
_LETTERS = frozenset("statement letter communique communiqué release message memo declaration".split())
_ANY_LETTER = frozenset({"document", "text"})
#: what a body gives out under its name: "the Harbour Bank lawsuit" may be against the bank
_OWN = _STUDIES | frozenset("statement release communique communiqué notice website portal blog data forecast statistic estimate".split())
#: where a body puts what it says itself
_OWN_PAGES = frozenset({"website", "webpage", "page", "site", "account", "blog"})
#: what stands between a document and the name of who made it
_MADE_BY = re.compile(
    r"(?:,? (?:which|that) (?:was|were|has been|have been))?"
    r"(?: (?:released|published|issued|conducted|carried out|compiled|prepared|produced|written|authored|drawn up|signed|posted))?"
    r"(?: (?:on )?(?:\w+day|yesterday|today|(?:this|last) (?:week|month|year)|earlier|in \d{4}))?,? by (?:the )?(?:[a-z-]+ ){0,4}"
)
_FROM = re.compile(r" from (?:the )?")
#: what stands between a name and the document that it owns: "Harbour Bank's latest quarterly" report
_BETWEEN = re.compile(r"(?:['’]s?)?(?: [\w-]+){0,3} $")
#: behind these a name in a document's phrase is whom it is to or about
_OTHER_WAY = frozenset({"to", "about", "on", "against", "regarding", "concerning"})


def author_of(anaphora: Anaphora, head: int, owner: list[Entity], words: list[int]) -> list[Entity]:
    """Whose a statement or a speech is: its owner's, that of a body named with it, else of who spoke last."""
    view = anaphora.view
    if owner:
        return owner
    if any(view.tokens[c].relation == "nmod:poss" and view.tokens[c].pos == "PROPN" for c in view.children[head]):
        # "Fontaine's statement" is hers, whoever she is
        return []
    if made := _drawer(anaphora, head) or _on_page_of(anaphora, words):
        return made
    end = view.tokens[head].end
    after = head + 1 < len(view.tokens) and view.tokens[head + 1].text.lower() in _OTHER_WAY
    inside = anaphora.roster.at(view.tokens[words[0]].start, view.tokens[words[-1]].end) if not after else []
    behind = [e for s, e in inside if s.start > end]
    return behind[:1] or _who_issued(anaphora, head, {view.lemma(head)})


def drawn_up_by(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who drew up a report: one of "a board report", "a report by the board", or the last that the text told so of one; "the study"
    may be the poll that was told of."""
    view, tokens = anaphora.view, anaphora.view.tokens
    part_of = view.child(head, ("nmod:poss",))
    if part_of is not None and view.lemma(part_of) in lexicon.IMPERSONAL_SOURCES:
        # "the report's summary"
        head = part_of
    lemma = view.lemma(head)
    if lemma in _ANY_LETTER and (letter := _letter_before(view, head)) is not None:
        return _signed_by(anaphora, letter) or _who_issued(anaphora, head, {view.lemma(letter)})
    indefinite = _is_new(view, head)
    same = _STUDIES if lemma in _STUDIES and not indefinite else {lemma}
    for word in range(head, -1, -1):
        if tokens[word].pos == "NOUN" and view.lemma(word) in same:
            if body := _drawer(anaphora, word) or _released_by(anaphora, word):
                return body
            if word < head and view.lemma(word) == lemma and _is_new(view, word):
                same = {lemma}
        if indefinite or (word < head and tokens[word].sentence < tokens[head].sentence - _REPORT_REACH):
            return []
    return []


def _is_new(view: Text, noun: int) -> bool:
    """Tell whether a document is told of for the first time: "a new survey"."""
    return any(view.tokens[c].text.lower() in _INDEFINITE for c in view.children[noun])


def _letter_before(view: Text, head: int) -> int | None:
    """The statement or letter that the text told of last before "the document"."""
    first = view.sentence_words[max(0, view.tokens[head].sentence - _REPORT_REACH)].start
    told = (w for w in range(head - 1, first - 1, -1) if view.lemma(w) in _LETTERS and view.tokens[w].pos == "NOUN")
    apart = _is_new(view, head) or any(view.tokens[c].relation in ("compound", "amod") for c in view.children[head])
    return next(told, None) if not apart else None


def _drawer(anaphora: Anaphora, report: int) -> list[Entity]:
    """Whose a report is by its own words: "a board report", "the Relief Watch report", "the bank's report", "a report by the bank"."""
    view = anaphora.view
    for child in view.children[report]:
        token = view.tokens[child]
        body = token.pos == "NOUN" and view.lemma(child) in lexicon.BODY_NOUNS - ANY_FIRM
        if body and token.relation == "compound" and not any(view.tokens[g].relation == "compound" for g in view.children[child]):
            found = body_called(anaphora, view.lemma(child), token.start)
            if found is not None:
                return [found]
        if token.relation == "nmod:poss":
            named = [e for e in anaphora.named_at(child) if e.kind == "organization"]
            if named:
                return named[:1]
            if body and child < report:
                return body_of_noun(anaphora, child, view.subtree(child))
    return _named_beside(anaphora, report)


def _named_beside(anaphora: Anaphora, noun: int) -> list[Entity]:
    """The body whose name stands before a document as its owner's, or whoever is named behind it as having made it."""
    view, token = anaphora.view, anaphora.view.tokens[noun]
    sentence = view.sentences[token.sentence]
    if view.lemma(noun) in _OWN:
        before = [(s, e) for s, e in anaphora.roster.at(sentence.start, token.start) if s.end < token.start and not e.nominal]
        if before and before[-1][1].kind == "organization":
            span, body = before[-1]
            between = range(view.words([span])[-1] + 1, noun)
            plain = all(view.tokens[w].pos in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "PUNCT") for w in between)
            if plain and _BETWEEN.fullmatch(view.text[span.end : token.start]):
                return [body]
    made, sent = (pattern.match(view.text, token.end, sentence.end) for pattern in (_MADE_BY, _FROM))
    found = made or sent
    if found is None:
        return []
    named = [e for s, e in anaphora.roster.at(found.end(), sentence.end) if s.start == found.end() and not e.nominal]
    return [e for e in named if made is not None or e.kind == "organization"][:1]


def _on_page_of(anaphora: Anaphora, words: list[int]) -> list[Entity]:
    """The body on whose own page a statement stands: "a statement posted on the firm's website"."""
    view = anaphora.view
    for page in (w for w in words if view.lemma(w) in _OWN_PAGES):
        owner = view.child(page, ("nmod:poss",))
        if owner is None:
            continue
        if view.tokens[owner].text.lower() == "its":
            return anaphora.body_before(view.tokens[owner].start)
        if view.lemma(owner) in lexicon.BODY_NOUNS:
            return body_of_noun(anaphora, owner, view.subtree(owner))
    return []


def _released_by(anaphora: Anaphora, report: int) -> list[Entity]:
    """Who wrote or released a report, as the text tells of it: "Quill unveiled a report on the fire"."""
    view, token = anaphora.view, anaphora.view.tokens[report]
    if token.relation != "obj" or view.lemma(token.head) not in _DRAWS_UP or view.is_negated(token.head):
        return []
    subject = view.subject(token.head)
    return _named_in(anaphora, subject)[:1] if subject is not None and _is_new(view, report) else []


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
                return _named_in(anaphora, agent)[:1]
        if token.relation == "obj" and view.lemma(token.head) in _SENDS and not view.is_negated(token.head):
            subject = view.subject(token.head)
            if subject is not None and (named := _named_in(anaphora, subject)):
                return named[:1]
    return []


def _named_in(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who is named in a noun phrase, but for what is told of it; a person before the body that they are of."""
    words = anaphora.view.subtree(head, without=_TOLD_OF)
    named = [e for _, e in anaphora.roster.at(anaphora.view.tokens[words[0]].start, anaphora.view.tokens[words[-1]].end)]
    return sorted(named, key=lambda e: e.kind != "person" or e.nominal)


def _said_in(anaphora: Anaphora, statements: list[int]) -> list[Entity]:
    """Who said something in a statement that a sentence tells of, where its subject names them: "Harbour Rail said this in a statement"."""
    view = anaphora.view
    for word in statements:
        verb = view.tokens[word].head
        if view.tokens[word].relation == "obl" and view.lemma(verb) in lexicon.REPORTING and (subject := view.subject(verb)) is not None:
            return _named_in(anaphora, subject)[:1]
    return []


def _who_issued(anaphora: Anaphora, head: int, nouns: set[str]) -> list[Entity]:
    """Whose "the statement" or "a statement" is: that of who speaks in the sentence that the text last spoke of one in, or of who
    spoke right before. One that was "posted on" something is nobody's that is known."""
    view = anaphora.view
    if signed := _signed_by(anaphora, head):
        return signed
    told_of = head + 1 < len(view.tokens) and view.tokens[head + 1].tag == "VBN"
    if told_of or view.child(head, ("acl", "acl:relcl")) is not None or not anaphora.spoke:
        return []
    offset, here = view.tokens[head].start, view.tokens[head].sentence
    told = [n for n in range(here + 1) for w in view.sentence_words[n] if w < head and view.lemma(w) in nouns]
    last = told[-1] if told else here - 1
    if named := _said_in(anaphora, [w for n in told[-1:] for w in view.sentence_words[n] if w < head and view.lemma(w) in nouns]):
        return named
    spoke = [(view.sentence_at(at) - last, who) for at, who in reversed(anaphora.spoke) if at < offset]
    issued = next((who for away in (0, 1) for near, who in spoke if near == away), [])
    # "sources" that tell of a letter have not written it
    return [] if any(e.nominal and e.kind == "group" for e in issued) else issued
