"""Whose a document is: who wrote, signed, released or drew up a statement, a letter, a report, a survey."""

from __future__ import annotations

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import Anaphora
from briefing.nlp.entities import Entity
from briefing.nlp.makers import STUDIES, made_behind, maker_of, on_page_of, who_is
from briefing.nlp.syntax import Text

_INDEFINITE = frozenset({"a", "an", "another", "some", "many", "several"})
#: sentences over which "the report" is the one that was told of
_REPORT_REACH = 30
#: sentences from a statement that people without a name issued to "the letter"
_SOON = 4
_TOLD_OF = frozenset({"acl", "acl:relcl", "appos", "conj"})
_SIGNS = frozenset({"sign", "write", "pen", "author", "send", "issue", "draft"})
#: what who sends a letter does with it
_SENDS = frozenset({"send", "write", "issue", "publish", "release", "sign", "submit", "deliver", "pen", "mail"})
#: what who draws up a report does with it; who presents one need not have drawn it up
_DRAWS_UP = frozenset("write issue publish release unveil compile conduct author produce".split())
_LETTERS = frozenset("statement letter communique communiqué release message memo declaration affidavit circular memorandum".split())
#: what is drawn up for a court or for those of a house, and is not that of whoever spoke before
_INNER = frozenset({"affidavit", "memorandum", "lawsuit", "complaint", "indictment", "filing"})
#: what a regulator draws up, and the text calls by another word in the next sentence
_RULES = frozenset({"rule", "guideline", "guidelines", "regulation"})
#: what says nothing of which study is meant
_ANY_STUDY = frozenset(
    """new latest recent final full first last own entire whole damning scathing detailed joint official monthly annual
    quarterly weekly yearly""".split()
)
_ANY_LETTER = frozenset({"document", "text"})
#: behind these a name in a document's phrase is whom it is to or about
_OTHER_WAY = frozenset({"to", "about", "on", "against", "regarding", "concerning", "between", "with"})


def author_of(anaphora: Anaphora, head: int, owner: list[Entity], words: list[int]) -> list[Entity]:
    """Whose a statement or a speech is: its owner's, that of a body named with it, else of who spoke last."""
    view = anaphora.view
    if owner:
        return owner
    if any(view.tokens[c].relation == "nmod:poss" and view.tokens[c].pos == "PROPN" for c in view.children[head]):
        # "Fontaine's statement" is hers, whoever she is
        return []
    if made := maker_of(anaphora, head) or on_page_of(anaphora, words):
        return made
    end = view.tokens[head].end
    inside = anaphora.roster.at(view.tokens[words[0]].start, view.tokens[words[-1]].end)
    behind = [e for s, e in inside if s.start > end and not _is_other_way(view, head, s)]
    made = behind[:1] or _made_before(anaphora, head, {view.lemma(head)})
    return made if made or view.lemma(head) in _INNER else _who_issued(anaphora, head, {view.lemma(head)})


def _is_other_way(view: Text, document: int, name: Span) -> bool:
    """Tell whether a document is to, about or between those named behind it: by the last preposition before the name."""
    between = view.words([Span(view.tokens[document].end, name.start)])
    leading = [view.low(w) for w in between if view.tokens[w].pos in ("ADP", "SCONJ", "PART")]
    return bool(leading) and leading[-1] in _OTHER_WAY


def _made_before(anaphora: Anaphora, head: int, nouns: set[str]) -> list[Entity]:
    """Who made what the text told of before by one of these nouns, where nothing else of that kind was told of since: "the union's
    statement ... the statement"."""
    view = anaphora.view
    if _is_new(view, head) or (head + 1 < len(view.tokens) and view.tokens[head + 1].tag == "VBN"):
        return []
    first = view.sentence_words[max(0, view.tokens[head].sentence - _REPORT_REACH)].start
    for word in range(head - 1, first - 1, -1):
        if view.tokens[word].pos == "NOUN" and view.lemma(word) in nouns:
            if made := maker_of(anaphora, word):
                return made
            if not _is_the(view, word):
                return []
    return []


def _is_the(view: Text, noun: int) -> bool:
    """Tell whether a noun has nothing but "the" before it: what was told of already."""
    return all(view.low(c) in ("the", "this", "that") for c in view.children[noun] if c < noun)


def drawn_up_by(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who drew up a report: one of "a board report", "a report by the board", or the last that the text told so of one; "the study"
    may be the poll that was told of."""
    view, tokens = anaphora.view, anaphora.view.tokens
    part_of = view.child(head, ("nmod:poss",))
    if part_of is not None and view.lemma(part_of) in lexicon.IMPERSONAL_SOURCES:
        # "the report's summary"
        head = part_of
    lemma = view.lemma(head)
    if lemma in _ANY_LETTER and (made := maker_of(anaphora, head)):
        return made
    if lemma in _ANY_LETTER and (letter := _letter_before(view, head)) is not None:
        told = maker_of(anaphora, letter) or _made_before(anaphora, letter, {view.lemma(letter), lemma}) or _signed_by(anaphora, letter)
        return told if told or view.lemma(letter) in _INNER else _who_issued(anaphora, head, {view.lemma(letter)})
    if lemma in STUDIES and any(view.low(c) == "same" for c in view.children[head]):
        # "the same study also found": that of which who spoke last told
        return maker_of(anaphora, head) or _told_last(anaphora, head)
    indefinite = _is_new(view, head) or _is_told_apart(view, head)
    if made := on_page_of(anaphora, view.subtree(head)):
        return made
    same = STUDIES if lemma in STUDIES and not indefinite else {lemma}
    for word in range(head, -1, -1):
        if tokens[word].pos == "NOUN" and view.lemma(word) in same:
            page = on_page_of(anaphora, view.subtree(word)) if word < head and _is_new(view, word) else []
            if body := page or maker_of(anaphora, word) or _released_by(anaphora, word) or _told_in(anaphora, word):
                return body
            if word < head and view.lemma(word) == lemma and _is_new(view, word):
                same = {lemma}
        document = word < head and tokens[word].tag == "NN" and lemma == "report" and view.lemma(word) == "document"
        if document and (made := maker_of(anaphora, word)):
            # "the Harbour Council document says. The report adds"; "the document says" may go on with a report as well
            return made
        if indefinite or (word < head and tokens[word].sentence < tokens[head].sentence - _REPORT_REACH):
            return []
    return _told_later(anaphora, head)


def rules_made_by(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who published what "rules published by the exchange" are, or the rules that the text told of so last; whose a law is does not say
    what is in it."""
    view = anaphora.view
    if (made := made_behind(anaphora, head)) or view.lemma(head) not in _RULES or _is_new(view, head):
        return made
    first = view.sentence_words[max(0, view.tokens[head].sentence - _REPORT_REACH)].start
    told = [w for w in range(first, head) if view.lemma(w) in _RULES and view.tokens[w].pos == "NOUN" and _is_new(view, w)]
    return (made_behind(anaphora, told[-1]) or _released_by(anaphora, told[-1])) if told else []


def _told_later(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who made a report by what the text tells of it only later, where it tells of no other: "the staff report", "the report was drafted
    by the board"."""
    view = anaphora.view
    told = [w for w in view.with_lemma({view.lemma(head)}) if view.tokens[w].pos == "NOUN"]
    if any(w > head and _is_new(view, w) for w in told):
        return []
    makers = [made for w in told if w > head and (made := maker_of(anaphora, w) or _drafted_by(anaphora, w))]
    return makers[0] if makers and all(m == makers[0] for m in makers) else []


def _drafted_by(anaphora: Anaphora, report: int) -> list[Entity]:
    """By whom a report is told to have been made: "the report was drafted by the board"."""
    view, token = anaphora.view, anaphora.view.tokens[report]
    verb = token.head
    if token.relation != "nsubj:pass" or view.lemma(verb) not in _DRAWS_UP | {"draft", "prepare"} or view.is_negated(verb):
        return []
    agent = view.child(verb, ("obl:agent",))
    return (_named_in(anaphora, agent)[:1] or who_is(anaphora, agent)) if agent is not None else []


def _is_new(view: Text, noun: int) -> bool:
    """Tell whether a document is told of for the first time: "a new survey"."""
    before = [c for c in view.children[noun] if c < noun]
    several = view.tokens[noun].tag == "NNS" and not any(view.tokens[c].relation in ("det", "nmod:poss") for c in before)
    return several or any(view.low(c) in _INDEFINITE for c in view.children[noun])


def _is_told_apart(view: Text, head: int) -> bool:
    """Tell whether a study has a word that says which it is: "the private polls", "the study by researchers"."""
    told = [c for c in view.children[head] if c < head and view.tokens[c].relation == "amod"]
    by = view.text[view.tokens[head].end :].startswith(" by ")
    return view.lemma(head) in STUDIES and (by or any(view.lemma(c) not in _ANY_STUDY for c in told))


def _told_last(anaphora: Anaphora, head: int) -> list[Entity]:
    """The body that spoke last, a sentence or a few before."""
    view = anaphora.view
    at, who = next(((at, who) for at, who in reversed(anaphora.spoke) if at < view.tokens[head].start), (0, []))
    near = view.tokens[head].sentence - view.sentence_at(at) <= _SOON
    return who if near and len(who) == 1 and who[0].kind == "organization" else []


def _letter_before(view: Text, head: int) -> int | None:
    """The statement or letter that the text told of last before "the document"."""
    first = view.sentence_words[max(0, view.tokens[head].sentence - _REPORT_REACH)].start
    told = (w for w in range(head - 1, first - 1, -1) if view.lemma(w) in _LETTERS and view.tokens[w].pos == "NOUN")
    owned = next((w for w in range(head - 1, first - 1, -1) if view.lemma(w) == view.lemma(head) and not _is_the(view, w)), -1)
    told = (w for w in told if w > owned)
    apart = _is_new(view, head) or any(view.tokens[c].relation in ("compound", "amod") for c in view.children[head])
    return next(told, None) if not apart else None


def _released_by(anaphora: Anaphora, report: int) -> list[Entity]:
    """Who wrote or released a report, as the text tells of it: "Quill unveiled a report on the fire"."""
    view, token = anaphora.view, anaphora.view.tokens[report]
    files = view.lemma(token.head) == "file" and view.lemma(report) in _ANY_LETTER
    if token.relation != "obj" or not (files or view.lemma(token.head) in _DRAWS_UP) or view.is_negated(token.head):
        return []
    subject = view.subject(token.head)
    if subject is None or not _is_new(view, report):
        return []
    return who_is(anaphora, subject) or _named_in(anaphora, subject)[:1]


def _told_in(anaphora: Anaphora, report: int) -> list[Entity]:
    """Who told something in a report of their own: "the bank said in a report", "in its report for July the bank said"."""
    view = anaphora.view
    before = [view.low(c) for c in view.children[report] if c < report]
    if "in" not in before or not (_INDEFINITE | lexicon.POSSESSIVES) & set(before):
        return []
    number = view.tokens[report].sentence
    spoke = [who for at, who in anaphora.spoke if view.sentence_at(at) == number]
    return spoke[0] if spoke and all(who == spoke[0] for who in spoke) else []


def _signed_by(anaphora: Anaphora, head: int) -> list[Entity]:
    """Who signed, wrote or sent what a text spoke of before: "The letter, signed by Ada Quill", "the union has sent a letter"."""
    view = anaphora.view
    for word in range(head, -1, -1):
        token = view.tokens[word]
        if token.pos != "NOUN" or view.lemma(word) != view.lemma(head):
            continue
        for child in view.children[word]:
            agent = view.child(child, ("obl:agent", "obl")) if view.tokens[child].tag == "VBN" and view.lemma(child) in _SIGNS else None
            if agent is not None and any(view.low(c) == "by" for c in view.children[agent]):
                # a parse may hang a name on the verb: "signed by HH the Crown Prince"
                return (_named_in(anaphora, agent) or _named_in(anaphora, child))[:1]
        if token.relation == "obj" and view.lemma(token.head) in _SENDS and not view.is_negated(token.head):
            subject = view.subject(token.head)
            if subject is not None and (named := _named_in(anaphora, subject)):
                return named[:1]
    return []


def _sent_by_many(anaphora: Anaphora, head: int) -> list[Entity]:
    """The people without a name who issued the last statement or letter that the text told of: "Leaders issued a joint statement. The
    letter reads"."""
    view = anaphora.view
    if view.lemma(head) not in _LETTERS or _is_new(view, head):
        return []
    first = view.sentence_words[max(0, view.tokens[head].sentence - _SOON)].start
    told = [w for w in range(first, head) if view.lemma(w) in _LETTERS and view.tokens[w].pos == "NOUN" and not _is_the(view, w)]
    if not told or view.tokens[told[-1]].relation != "obj" or view.lemma(view.tokens[told[-1]].head) not in _SENDS:
        return []
    subject = view.subject(view.tokens[told[-1]].head)
    return who_is(anaphora, subject) if subject is not None and view.tokens[subject].tag == "NNS" else []


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
    if signed := _signed_by(anaphora, head) or _sent_by_many(anaphora, head):
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
