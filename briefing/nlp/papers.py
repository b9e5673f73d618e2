"""What is written and goes on: "it" behind a statement or a report is still that of who made it."""

from __future__ import annotations

from typing import Final

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity
from briefing.nlp.resolve import Resolver
from briefing.nlp.syntax import Text

#: a document that has spoken, up to where, and whose it is
Paper = tuple[int, tuple[Entity, ...]]
#: sentences from what a document says to "it"
_REACH: Final = 4


def paper_behind(view: Text, resolver: Resolver, paper: Paper | None, source: tuple[Span, ...], actors: tuple[Entity, ...]) -> Paper | None:
    """The document that has spoken last, once a source has spoken with these actors."""
    if not source:
        return paper
    head = view.head_of(view.words(source))
    written = head is not None and view.lemma(head) in lexicon.DOCUMENT_NOUNS | lexicon.IMPERSONAL_SOURCES
    goes_on = _is_it(view, source) and (resolver.document_before(source[0].start) is not None or (paper is not None and actors == paper[1]))
    return (source[-1].end, actors) if actors and (written or goes_on) else None


def maker_meant(view: Text, resolver: Resolver, paper: Paper | None, source: tuple[Span, ...]) -> tuple[Entity, ...]:
    """Who made the document that "it" means, where one has spoken last and no sentence since is about a body: "The statement said. It
    added"."""
    if paper is None or not _is_it(view, source):
        return ()
    said, here = view.sentence_at(paper[0]), view.sentence_at(source[0].start)
    if not said < here <= said + _REACH:
        return ()
    other = resolver.document_before(source[0].start)
    if other is not None and view.tokens[other].sentence > said:
        # "The affidavit was old. It said"
        return ()
    since = [(s, e) for s, e in resolver.roster.at(paper[0], source[0].start) if said < view.sentence_at(s.start)]
    about = [e for s, e in since if e.kind in ("organization", "country") and resolver.is_subject(s)]
    return paper[1] if all(e in paper[1] for e in about) else ()


def _is_it(view: Text, source: tuple[Span, ...]) -> bool:
    words = view.words(source)
    return len(words) == 1 and view.tokens[words[0]].text in ("It", "it")
