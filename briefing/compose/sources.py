"""The source list: documents numbered and their sentences keyed in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.characters import as_printed
from briefing.compose.excerpts import excerpt_text
from briefing.compose.readings import Evidence
from briefing.models import Citation, Document, Source, SourceSentence, Span, VersionDifference


class SourceBook:
    """Collects what is cited in the order of the briefing, then numbers it.

    All evidence is noted before the first citation is made: sentences cited in stretches that overlap are shown once.
    """

    def __init__(self) -> None:
        self._cited: dict[str, list[Span]] = {}

    def note(self, evidence: Iterable[Evidence]) -> None:
        """Add evidence in the order of the briefing."""
        for document, span in evidence:
            self._cited.setdefault(document, []).append(span)

    def close(
        self,
        documents: Mapping[str, Document],
        also: Mapping[str, tuple[str, ...]],
        earlier: Mapping[str, Source],
        differences: Mapping[str, tuple[VersionDifference, ...]],
    ) -> Sources:
        """Number the sources. ``earlier`` holds the sources of past briefings that are cited again, ``differences`` what the versions
        of a document have differently."""
        sources: list[Source] = []
        keys: dict[Evidence, Citation] = {}
        for number, (document, spans) in enumerate(self._cited.items(), 1):
            stretches = _join(spans) if document in documents else {s: s for s in spans}
            order = list(dict.fromkeys(stretches[span] for span in spans))
            for span in spans:
                stretch = stretches[span]
                keys[Evidence(document, span)] = Citation(source=number, sentence=f"{number}.{order.index(stretch) + 1}")
            if document in documents:
                source = describe_source(documents[document], number, order, also.get(document, ()))
                sources.append(replace(source, differences=differences.get(document, ())))
            else:
                sources.append(_earlier(number, earlier[document], order))
        return Sources(tuple(sources), keys)


class Sources:
    """The numbered sources, and the citation of each piece of evidence."""

    def __init__(self, sources: tuple[Source, ...], keys: Mapping[Evidence, Citation]) -> None:
        self.sources = sources
        self._keys = keys
        self._numbers = {s.document: s.number for s in sources}

    def cite(self, evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
        """The citations of evidence, each once, in its order."""
        return tuple(dict.fromkeys(self._keys[e] for e in evidence))

    def number(self, document: str) -> int | None:
        """The number of a document, or None where nothing of it is cited."""
        return self._numbers.get(document)


def _join(spans: Iterable[Span]) -> dict[Span, Span]:
    """For each span the stretch that it lies in: stretches do not overlap, and cover the spans."""
    joined: list[Span] = []
    members: list[list[Span]] = []
    for span in sorted(set(spans)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            members[-1].append(span)
        else:
            joined.append(span)
            members.append([span])
    return {span: stretch for stretch, spans in zip(joined, members, strict=True) for span in spans}


def describe_source(document: Document, number: int = 0, order: Sequence[Span] = (), also: tuple[str, ...] = ()) -> Source:
    """A document as it stands in the source list, with its sentences at the spans."""
    text = as_printed(document.text) if order else ""
    sentences = tuple(SourceSentence(key=f"{number}.{n}", span=span, text=excerpt_text(text, [span])) for n, span in enumerate(order, 1))
    return Source(
        number=number,
        document=document.id,
        name=document.name,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        path=document.path,
        published=document.published,
        published_from=document.published_from,
        sentences=sentences,
        also=also,
    )


def _earlier(number: int, source: Source, order: list[Span]) -> Source:
    """A source of a past briefing: its sentences are those that were kept of it."""
    kept = {s.span: s.text for s in source.sentences}
    sentences = tuple(SourceSentence(key=f"{number}.{n}", span=s, text=kept[s]) for n, s in enumerate(order, 1))
    return replace(source, number=number, sentences=sentences)
