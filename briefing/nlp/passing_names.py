"""Names that a content only mentions on its way: where, by what and beside what it is done, whose office, what only tells which."""

from __future__ import annotations

import re

from briefing.models import PositionKind, Span
from briefing.nlp import lexicon
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text

#: prepositions of the place, the means and the occasion
_MEANS = frozenset("in at via through during after from since under across throughout within outside around near to between".split())
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "parataxis"})
#: a body's letters and a comma, between its name and that of its head
_BRACKETS = re.compile(r"(?:\s?\([^()\n]{1,20}\)|\))?,?\s+")
_BESIDE = frozenset("after before when while since until because as".split())
#: letters of an office between whose it is and who has it
_LONGEST_OFFICE = 50


def _case_of(view: Text, head: int | None) -> int | None:
    """The preposition before a name."""
    return view.child(head, ("case",)) if head is not None else None


def is_means(view: Text, span: Span) -> bool:
    """Tell whether a name says where or by what something is done: "on Twitter", "through the fund", "in Norland"."""
    if view.text[: span.start].lower().endswith(("in front of ", "in front of the ")):
        return True
    case = _case_of(view, view.head_of(view.words([span])))
    return case is not None and (view.lemma(case) in _MEANS or (view.lemma(case) == "on" and view.slice(span).lower() in lexicon.PLATFORMS))


def is_beside(view: Text, span: Span) -> bool:
    """Tell whether a name stands in a clause of time or cause: "deplores the raids after the Front took over"."""
    word = view.head_of(view.words([span]))
    for _ in range(5):
        if word is None or view.tokens[word].head == word:
            return False
        if view.tokens[word].relation == "advcl":
            return any(view.low(c) in _BESIDE and view.tokens[c].relation in ("mark", "advmod") for c in view.children[word])
        word = view.tokens[word].head
    return False


def is_aside(view: Text, content: list[int], span: Span, kind: PositionKind) -> bool:
    """Tell whether what is held only mentions a name: in a later sentence, or in a clause that hangs on another. Who did the deed is
    none of these: "condemns the raid carried out by the Front", and who is praised may have done it: "is glad that Norland has signed"."""
    inside = set(content)
    word = view.head_of(view.words([span]))
    if word is None or word not in inside:
        return False
    if view.tokens[word].sentence != view.tokens[content[0]].sentence:
        return True
    relation = view.tokens[word].relation
    first = word
    while view.tokens[first].relation in ("appos", "conj", "flat") and view.tokens[first].head in inside:
        # "the efforts made by the Keeper of the Gates, King Adam, and"
        first = view.tokens[first].head
    case = _case_of(view, first)
    may_hang = "acl" if case is not None and view.lemma(case) == "by" else "ccomp" if relation == "nsubj" and kind == "praise" else None
    while view.tokens[word].head in inside and view.tokens[word].head != word:
        relation = view.tokens[word].relation
        if relation in _CLAUSES and relation != may_hang:
            return True
        word = view.tokens[word].head
    return False


def has_done(view: Text, span: Span, cue: list[int]) -> bool:
    """Tell whether a name is who does something, or whose doing it is: "Norland broke it", "the Front's men fired", "hidden by Quill"; or
    whom the cue itself is about: "called out Quill for"."""
    word = view.head_of(view.words([span]))
    for _ in range(3):
        if word is None:
            return False
        relation, case = view.tokens[word].relation, _case_of(view, word)
        if relation in ("nsubj", "obl:agent") or (case is not None and view.lemma(case) == "by"):
            return True
        if view.tokens[word].head in cue and relation in ("obj", "iobj", "obl"):
            return True
        if relation not in ("nmod:poss", "compound", "amod", "appos", "flat", "nmod:desc", "conj"):
            return False
        word = view.tokens[word].head
    return False


def has_head_named(view: Text, resolver: Resolver, span: Span) -> bool:
    """Tell whether a name tells whose head somebody named behind it is, or was: "a former chair of Harbour Halls (HH), Ada Quill"."""
    behind = _BRACKETS.match(view.text, span.end)
    if behind is None or not any(
        s.start == behind.end() and e.kind == "person" for s, e in resolver.roster.at(behind.end(), behind.end() + 1)
    ):
        return False
    if view.text[: span.start].endswith("("):
        return True
    case = _case_of(view, view.head_of(view.words([span])))
    return case is not None and view.lemma(case) in ("of", "at")


def only_tells(view: Text, span: Span) -> bool:
    """Tell whether a name only says which thing is meant: "the Singapore deal" is not Singapore."""
    words = view.words([span])
    following = view.tokens[words[-1] + 1] if words and words[-1] + 1 < len(view.tokens) else None
    return following is not None and following.pos == "NOUN" and following.text.lower() not in lexicon.COUNTRY_SIDES


def names_a_body(view: Text, span: Span) -> bool:
    """Tell whether a name only says whose body is meant, or of what kind: "a United Nations investigatory body"."""
    head = view.head_of(view.words([span]))
    named = view.tokens[head].head if head is not None else None
    return named is not None and view.tokens[named].start >= span.end and view.lemma(named) in lexicon.BODY_NOUNS - lexicon.COUNTRY_SIDES


def is_of_office(view: Text, resolver: Resolver, span: Span) -> bool:
    """Tell whether a name only tells whose office somebody has who is named behind it: "U.S. Secretary of State Ada Quill"."""
    behind = resolver.roster.at(span.end, min(len(view.text), span.end + _LONGEST_OFFICE))
    person = next((s for s, e in behind if e.kind == "person" and not e.nominal and s.start > span.end), None)
    between = view.words([Span(span.end, person.start)]) if person is not None else []
    plain = all(view.tokens[w].pos in ("NOUN", "PROPN", "ADJ", "PART") or view.low(w) in ("of", "and", "-") for w in between)
    return plain and any(view.low(w).rstrip(".") in lexicon.TITLES | lexicon.PERSON_NOUNS for w in between)
