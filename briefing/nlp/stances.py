"""Stances that a clause takes by its verb alone, where the model found none: "The Guild welcomed the merger"."""

from __future__ import annotations

import re

from briefing.models import Attribution, Span
from briefing.nlp import lexicon
from briefing.nlp.entities import is_outlet
from briefing.nlp.quotations import quotation_at
from briefing.nlp.resolve import Resolver
from briefing.nlp.stretches import Spans
from briefing.nlp.syntax import Text

_CONFIDENCE = 0.8
STANCES = frozenset(
    "hail applaud praise condemn denounce criticise criticize slam reject oppose endorse dispute welcome back support".split()
)
#: what is said to be so, or is proposed: the only things that the verbs of _BY_OBJECT take a stance on
_CLAIMS = lexicon.ACCUSATIONS | frozenset("involvement responsibility wrongdoing link criticism concern complaint theory".split())
_PROPOSALS = frozenset("proposal plan deal ruling verdict recommendation ceasefire compromise term finding reform change demand".split())
_BY_OBJECT = {"deny": _CLAIMS, "dismiss": _CLAIMS | {"proposal", "call", "demand", "idea"}, "accept": _PROPOSALS}
_VERBS = STANCES | frozenset(_BY_OBJECT)
_PRONOUNS = frozenset("it this that him them".split())
#: what is received, played or hit rather than judged
NO_MATTER = frozenset(
    """penalty shot header ball door taxi cab guest visitor tourist child baby son daughter crowd player candidate application
    signing striker goal home patient student family customer team squad side horse""".split()
)
_WITHOUT_STANCE = frozenset("because since when after before until as if unless whether once although though".split())
#: what tells of the past rather than of the news
PAST = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:ago|once|previously|formerly|historically|traditionally|last year|years|decades?)\b", re.IGNORECASE
)
_LONGEST = 25


def stance_attributions(view: Text, resolver: Resolver, attributions: list[Attribution], *, body_start: int) -> list[Attribution]:
    """Find the finite clauses in the active whose named subject takes a stance on an object, and which no attribution touches."""
    taken = Spans(s for a in attributions for s in (*a.source, *a.cue, *a.content))
    found: list[Attribution] = []
    for verb in view.with_lemma(_VERBS):
        token, lemma = view.tokens[verb], view.lemma(verb)
        if token.start < body_start or token.pos != "VERB" or not is_plain(view, verb):
            continue
        subject, matter = view.child(verb, ("nsubj",)), view.child(verb, ("obj",))
        if subject is None or matter is None or not subject < verb < matter or not _is_matter(view, lemma, matter):
            continue
        source = view.span_of(view.subtree(subject, without=frozenset({"acl:relcl", "acl", "punct", "parataxis"})))
        content = view.span_of(view.subtree(matter, without=frozenset({"acl:relcl", "parataxis"})))
        whole = Span(source.start, content.end)
        if taken.meeting(*whole) or quotation_at(view.text, token.start) is not None:
            continue
        sentence = view.sentences[token.sentence]
        around = view.text[sentence.start : content.start] + view.text[content.end : sentence.end]
        if len(view.words([content])) > _LONGEST or source.end > token.start or PAST.search(around):
            continue
        actors = resolver.resolve([source])
        if actors and all(not a.nominal and not is_outlet(a) for a in actors):
            cue = Span(token.start, token.end)
            found.append(Attribution(source=(source,), cue=(cue,), content=(content,), confidence=_CONFIDENCE))
    return found


def is_plain(view: Text, verb: int, *, particle: bool = False) -> bool:
    """Tell whether a verb, with no particle unless it may have one, says what somebody does or has done, in a clause of its own."""
    token = view.tokens[verb]
    helpers = [view.tokens[c] for c in view.children[verb] if view.tokens[c].relation in ("aux", "aux:pass")]
    # "had backed him" tells what was before the news
    perfect = token.tag == "VBN" and len(helpers) == 1 and helpers[0].tag in ("VBZ", "VBP")
    if not perfect and (helpers or token.tag not in ("VBD", "VBZ", "VBP")):
        return False
    if view.is_negated(verb) or (not particle and view.child(verb, ("compound:prt",)) is not None):
        return False
    over = verb
    for _ in range(4):
        if {view.lemma(c) for c in view.children[over] if view.tokens[c].relation in ("mark", "advmod") and c < verb} & _WITHOUT_STANCE:
            return False
        if view.tokens[over].relation == "root":
            return True
        if view.tokens[over].relation == "advcl" and not _contrasts(view, over):
            return False
        if view.tokens[over].relation not in ("conj", "parataxis", "advcl"):
            return False
        over = view.tokens[over].head
    return False


def _contrasts(view: Text, verb: int) -> bool:
    return any(view.low(c) in ("while", "whereas") for c in view.children[verb] if view.tokens[c].relation == "mark")


def _is_matter(view: Text, lemma: str, matter: int) -> bool:
    """Tell whether an object is something that one takes a stance on by that verb."""
    token = view.tokens[matter]
    if token.pos == "PRON":
        return token.text.lower() in _PRONOUNS and lemma not in ("accept", "dismiss") and (lemma, token.text.lower()) != ("welcome", "him")
    if lemma in _BY_OBJECT:
        return view.lemma(matter) in _BY_OBJECT[lemma]
    acts = token.pos == "PROPN" or view.lemma(matter) in lexicon.PERSON_NOUNS | lexicon.BODY_NOUNS
    if lemma in ("welcome", "reject") and acts:
        # a minister welcomed to Rome is received
        return False
    return token.pos in ("NOUN", "PROPN") and view.lemma(matter) not in NO_MATTER and view.child(matter, ("nummod",)) is None
