"""The documents that a run covers, each with its analysis, and what became of every source."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefing.analyst import Analyst
from briefing.errors import AnalysisFailed
from briefing.ingest import FolderSource, IngestSettings, iter_documents
from briefing.models import Analysis, CoverageEntry, Document
from briefing.window import Window

log = logging.getLogger(__name__)
#: called with each document once it is analysed
OnDocument = Callable[[Document], None]
#: entries whose documents are looked up together
_BATCH = 64


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that a briefing is made from; ``analyses`` are by document id."""

    documents: list[Document]
    analyses: dict[str, Analysis]
    coverage: list[CoverageEntry]


def read_sources(
    sources: Sequence[FolderSource],
    settings: IngestSettings,
    *,
    today: date,
    base: Path,
    window: Window,
    analyst: Analyst,
    on_document: OnDocument,
) -> Reading:
    """Read the sources' documents that the window covers, each text once, and analyse them."""
    reading = Reading(documents=[], analyses={}, coverage=[])
    first_paths: dict[str, str] = {}
    batch: list[tuple[CoverageEntry, Document | None]] = []
    failed: dict[str, AnalysisFailed] = {}

    def take() -> None:
        for document, analysis in analyst.analyze(_place(batch, window, first_paths, reading.coverage)):
            if isinstance(analysis, AnalysisFailed):
                failed[document.path] = analysis
                window.forget(document.path)
                continue
            reading.documents.append(document)
            reading.analyses[document.id] = analysis
            on_document(document)
        batch.clear()

    items = iter_documents(sources, settings, today=today, base=base, skip=window.skip)
    for entry, document in _entries(items):
        window.note(entry)
        when = window.older(document) if document is not None else None
        batch.append((entry, document) if when is None else (_older(entry, when), None))
        if len(batch) >= _BATCH:
            take()
    take()
    reading.coverage[:] = [_failed(entry, failed[entry.path]) if entry.path in failed else entry for entry in reading.coverage]
    log.info(
        "%d documents read, %d of them analysed anew, %d files unchanged since an earlier briefing, %d entries in the coverage note",
        len(reading.documents), analyst.made, window.unchanged, len(reading.coverage),
    )  # fmt: skip
    return reading


def _failed(entry: CoverageEntry, error: AnalysisFailed) -> CoverageEntry:
    return replace(entry, outcome="unreadable", reason=error.reason, detail=str(error))


def _entries(items: Iterator[Document | CoverageEntry]) -> Iterator[tuple[CoverageEntry, Document | None]]:
    """Pair each coverage entry with the document that came before it, if it was read from one."""
    waiting: Document | None = None
    for item in items:
        if isinstance(item, Document):
            waiting = item
            continue
        yield item, waiting if item.outcome == "read" else None
        waiting = None


def _place(
    batch: Sequence[tuple[CoverageEntry, Document | None]], window: Window, first_paths: dict[str, str], coverage: list[CoverageEntry]
) -> list[Document]:
    """Put the entries into the coverage note and give the documents to analyse: those not seen before, and the first of each text."""
    seen = window.seen([document for _, document in batch if document is not None])
    chosen: list[Document] = []
    for entry, document in batch:
        if document is None:
            coverage.append(entry)
        elif document.id in first_paths:
            coverage.append(_twin(entry, first_paths[document.id]))
        elif document.id not in seen:
            first_paths[document.id] = document.path
            coverage.append(entry)
            chosen.append(document)
    return chosen


def _older(entry: CoverageEntry, when: str) -> CoverageEntry:
    return CoverageEntry(path=entry.path, outcome="skipped", reason="older", detail=f"it is of {when}, before the period")


def _twin(entry: CoverageEntry, first: str) -> CoverageEntry:
    return replace(entry, outcome="folded", reason="duplicate", detail=f"the same text as {first}", folded_into=first)
