"""The check that runs on every briefing before it is written: nothing in it without the words of a source.

For each item the words shown are made again from the document's text at the item's spans, and the sentence that each citation
leads to is compared with the document. What does not match stops the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.characters import as_printed
from briefing.compose.excerpts import JOINT, excerpt_text
from briefing.compose.memory import KeptDocument, Memory, UnreadableMemory
from briefing.errors import EvidenceError
from briefing.models import Briefing, Citation, Document, Excerpt, Source, SourceSentence, Span, Story

#: what is shown, its citations, and how an error names it; phrases must stand in the sentences cited
_Item = tuple[str, Excerpt | None, tuple[Citation, ...], tuple[str, ...]]


def check_evidence(briefing: Briefing, documents: Iterable[Document], memory: Memory | UnreadableMemory | None = None) -> None:
    """Raise EvidenceError, which names the item, where something shown does not rest on the text that it cites.

    Documents of earlier briefings are not at hand any more: what is quoted of them is held against the sentences that the memory,
    which the briefing was made with, keeps of them.
    """
    kept = memory.kept() if isinstance(memory, Memory) else {}
    check = _Check({d.id: d for d in documents}, kept, briefing.sources)
    check.sources()
    for item in _items(briefing):
        check.item(*item)


class _Check:
    def __init__(self, documents: dict[str, Document], kept: Mapping[str, KeptDocument], sources: Sequence[Source]) -> None:
        self._documents = documents
        self._texts = {name: as_printed(document.text) for name, document in documents.items()}
        self._kept = kept
        self._sources = sources
        self._sentences = {(s.number, q.key): (s.document, q) for s in sources for q in s.sentences}

    def sources(self) -> None:
        """Each sentence of the source list is the document's text at its span."""
        for source in self._sources:
            document = self._documents.get(source.document)
            held = self._kept.get(source.document)
            kept = {t.span: excerpt_text(t.text, [Span(0, len(t.text))]) for t in held.texts} if held is not None else {}
            for sentence in source.sentences:
                start, end = sentence.span
                if document is not None:
                    whole = excerpt_text(self._texts[document.id], [sentence.span]) if 0 <= start < end <= len(document.text) else None
                else:
                    whole = kept.get(sentence.span)
                if whole != sentence.text:
                    raise EvidenceError(f"source {sentence.key} ({source.path}) is not the document's text at {start}-{end}")

    def item(self, what: str, excerpt: Excerpt | None, citations: tuple[Citation, ...], phrases: tuple[str, ...]) -> None:
        """The words are those at the spans, inside a sentence that the item cites."""
        if not citations:
            raise EvidenceError(f"{what} cites nothing")
        cited = [self._sentences.get((c.source, c.sentence)) for c in citations]
        if None in cited:
            raise EvidenceError(f"{what} cites a sentence that is not in the source list")
        known = [c for c in cited if c is not None]
        for phrase in phrases:
            if not any(phrase in sentence.text for _, sentence in known):
                raise EvidenceError(f"{what} shows {phrase!r}, which is in none of the sentences it cites")
        if excerpt is None:
            return
        if not excerpt.spans:
            raise EvidenceError(f"{what} has no span")
        document = self._documents.get(excerpt.document)
        if document is None:
            self._earlier(what, excerpt, known)
            return
        self._words(what, excerpt, document)
        first = excerpt.spans[0]
        if not any(d == document.id and q.span.start <= first.start and first.end <= q.span.end for d, q in known):
            raise EvidenceError(f"{what} does not cite the sentence that its words stand in ({document.path} at {first.start})")

    def _words(self, what: str, excerpt: Excerpt, document: Document) -> None:
        """The words are the document's at the spans."""
        if any(not 0 <= s.start < s.end <= len(document.text) for s in excerpt.spans):
            raise EvidenceError(f"{what} has a span outside {document.path}: {[tuple(s) for s in excerpt.spans]}")
        text = excerpt_text(self._texts[document.id], excerpt.spans, excerpt.corrections)
        if text != excerpt.text:
            raise EvidenceError(f"{what} shows {excerpt.text!r}, but {document.path} has {text!r} there")

    def _earlier(self, what: str, excerpt: Excerpt, known: Sequence[tuple[str, SourceSentence]]) -> None:
        """The words are those that were kept at the spans, inside a sentence that the item cites."""
        kept = self._kept.get(excerpt.document)
        if kept is None:
            raise EvidenceError(f"{what} quotes a document that is neither at hand nor remembered ({excerpt.document[:12]})")
        if not kept.shows(excerpt):
            raise EvidenceError(f"{what} shows words that were not kept of {kept.source.path}: {excerpt.text!r}")
        first = excerpt.spans[0]
        if not any(d == excerpt.document and q.span.start <= first.start and first.end <= q.span.end for d, q in known):
            raise EvidenceError(f"{what} does not cite the sentence that its words stand in ({kept.source.path} at {first.start})")


def _items(briefing: Briefing) -> Iterator[_Item]:
    groups: tuple[Briefing | Story, ...] = (briefing, *briefing.stories)
    for group in groups:
        for line in group.bottom_line:
            yield f"the bottom line {line.excerpt.text[:60]!r}", line.excerpt, line.citations, ()
        for actor in group.actors:
            yield f"the key actor {actor.name}", actor.line, actor.citations, ()
        for position in group.positions:
            cue = tuple(position.cue.split(JOINT)) if position.cue else ()
            for excerpt in position.excerpts:
                yield f"the position of {position.actor} ({position.id})", excerpt, position.citations, cue
        for step in (*group.next_steps, *((*group.more_steps, *group.later_steps) if isinstance(group, Briefing) else ())):
            phrase = (step.phrase,) if step.phrase else ()
            for excerpt in (step.excerpt, *((step.told,) if step.told is not None else ())):
                yield f"the next step {excerpt.text[:60]!r} ({step.id})", excerpt, step.citations, phrase
        for disagreement in group.disagreements:
            for excerpt, citation in disagreement.sides:
                yield f"the disagreement about {disagreement.about}", excerpt, (citation,), ()
        for issue in group.issues:
            for side in (*issue.supporters, *issue.opponents, *issue.requests):
                yield f"the side of {side.actor} on {issue.about}", side.excerpt, side.citations, ()
    for change in briefing.changes:
        for text in (change.before, change.after):
            if text is not None:
                yield f"the change of {change.subject}", text, change.citations, ()
    for relation in briefing.relations:
        yield f"the relation of {relation.actor} to {relation.target}", None, relation.citations, ()
    for line in briefing.left_over:
        yield f"the line {line.excerpt.text[:60]!r}", line.excerpt, line.citations, ()
