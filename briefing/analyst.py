"""Documents to their analyses: those that the store keeps are taken from it, the others are made and kept."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from briefing.analysis_codec import CODEC_VERSION, decode_analysis, encode_analysis
from briefing.errors import AnalysisFailed, AnalysisTooLong, BriefingError
from briefing.models import Analysis, Document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import Annotator, load_annotator
from briefing.nlp.version import extraction_version

if TYPE_CHECKING:
    from briefing.store import Store

log = logging.getLogger(__name__)


def make_analysis(document: Document, *, annotator: Annotator, today: date, limit_s: float) -> Analysis:
    """Analyse one document, in no more than so many seconds of this thread's own work.

    Raises AnalysisFailed where the extraction breaks on it, whatever the error, and AnalysisTooLong: a briefing without one
    document is better than none.
    """
    check = _until(limit_s)
    try:
        return analyze_document(document, annotator=annotator.checked(check), today=today, check=check)
    except BriefingError:
        raise
    except Exception as error:
        log.exception("%s: the extraction failed", document.path)
        raise AnalysisFailed(f"the extraction failed on it, by an error of this program ({type(error).__name__}: {error})") from error


def _until(limit_s: float) -> Callable[[], None]:
    """Give what raises AnalysisTooLong from so many seconds of work on. What the machine does beside it does not count, so that the
    same document is not lost on a busy day."""
    end = time.thread_time() + limit_s

    def check() -> None:
        if time.thread_time() > end:
            raise AnalysisTooLong(f"analysing it takes longer than {limit_s:g} seconds")

    return check


class _Underway:
    """The analyses that are made in this process and not kept yet, so that two runs side by side make each once between them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._futures: dict[str, Future[Analysis]] = {}

    def share(self, key: str, make: Callable[[], Analysis]) -> Analysis:
        """Make an analysis, or wait for the run that is making it. What one fails with the other fails with."""
        with self._lock:
            future = self._futures.get(key)
            is_ours = future is None
            if future is None:
                future = self._futures[key] = Future()
        if is_ours:
            try:
                future.set_result(make())
            except BaseException as error:
                self.forget([key])
                future.set_exception(error)
        return future.result()

    def forget(self, keys: Sequence[str]) -> None:
        """Let go of what is kept now."""
        with self._lock:
            for key in keys:
                self._futures.pop(key, None)


_underway = _Underway()


class Analyst:
    """Analyses documents as of a day. The language model is loaded when a document needs it, and not before."""

    def __init__(self, *, model: Path | None, today: date, limit_s: float, store: Store | None = None) -> None:
        self._model = model
        self._today = today
        self._limit_s = limit_s
        self._store = store
        self._annotator: Annotator | None = None
        self._version = extraction_version(model) if store is not None else ""
        #: how many were made, and not taken from the store
        self.made = 0

    def analyze(self, documents: Sequence[Document]) -> Iterator[tuple[Document, Analysis | AnalysisFailed]]:
        """Yield each document with its analysis, in order; what was made is kept at the end, also where that comes early.

        A document that the extraction fails on has the error instead, for a briefing without it is better than none.
        """
        kept = self._load(documents)
        new: dict[str, bytes] = {}
        try:
            for document in documents:
                analysis = kept.get(document.id)
                if analysis is None:
                    try:
                        analysis = self._find(document)
                    except AnalysisFailed as error:
                        yield document, error
                        continue
                    if self._store is not None:
                        new[document.id] = encode_analysis(analysis)
                yield document, analysis
        finally:
            self._save(documents, new)
            _underway.forget([self._key(document) for document in documents if document.id in new])

    def _find(self, document: Document) -> Analysis:
        """Make the analysis of a document unless another run of this process is at it, or has kept it since."""
        if self._store is None:
            return self._make(document)

        def make() -> Analysis:
            found = self._load([document])
            return found[document.id] if document.id in found else self._make(document)

        return _underway.share(self._key(document), make)

    def _key(self, document: Document) -> str:
        return "\n".join((self._version, self._settings(document), document.id))

    def _make(self, document: Document) -> Analysis:
        self._annotator = self._annotator or load_annotator(self._model)
        self.made += 1
        return make_analysis(document, annotator=self._annotator, today=self._today, limit_s=self._limit_s)

    def _load(self, documents: Sequence[Document]) -> dict[str, Analysis]:
        found: dict[str, Analysis] = {}
        if self._store is None:
            return found
        for settings, ids in self._by_settings(documents).items():
            for document, payload in self._store.load_analyses(ids, model_version=self._version, settings_hash=settings).items():
                analysis = decode_analysis(payload)
                if analysis is not None:
                    found[document] = analysis
        return found

    def _save(self, documents: Sequence[Document], new: dict[str, bytes]) -> None:
        if self._store is None or not new:
            return
        now = datetime.now(UTC)
        for settings, ids in self._by_settings(documents).items():
            payloads = {document: new[document] for document in ids if document in new}
            if payloads:
                self._store.save_analyses(payloads, model_version=self._version, settings_hash=settings, now=now)

    def _by_settings(self, documents: Sequence[Document]) -> dict[str, list[str]]:
        """Group documents by what their analysis depends on."""
        groups: dict[str, list[str]] = {}
        for document in documents:
            groups.setdefault(self._settings(document), []).append(document.id)
        return groups

    def _settings(self, document: Document) -> str:
        """Name what an analysis depends on beside the text and the model: a document without a day of its own is read as of today."""
        as_of = "" if document.published is not None else self._today.isoformat()
        return hashlib.sha256(f"{CODEC_VERSION}\n{as_of}".encode()).hexdigest()[:16]
