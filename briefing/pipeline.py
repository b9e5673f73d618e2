"""One run: documents → analyses → one briefing → its renditions. Nothing else knows this order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing import wiring
from briefing.compose import Memory, UnreadableMemory, assemble_briefing, check_evidence
from briefing.config import LoadedConfig
from briefing.errors import UnreadableDocument
from briefing.ingest import IngestSettings, iter_documents, read_document
from briefing.models import Analysis, Briefing, CoverageEntry, Document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import Annotator, load_annotator
from briefing.output import output_stem, write_renditions
from briefing.render import (
    RenderSettings,
    TemplateSource,
    render_calendar,
    render_docx,
    render_html,
    render_json,
    render_subject,
    render_text,
)

log = logging.getLogger(__name__)
#: called with each document once it is analysed
OnDocument = Callable[[Document], None]


def _ignore(document: Document) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class RunRequest:
    """What a run is made from. ``now`` is aware, in the zone whose date is the briefing's; ``since`` leaves older documents out."""

    config: LoadedConfig
    now: datetime
    folder: Path | None = None
    since: date | None = None
    schedule: str | None = None
    sources: tuple[str, ...] | None = None
    #: what earlier briefings of the schedule reported
    memory: Memory | UnreadableMemory | None = None

    @property
    def base(self) -> Path:
        """The folder that paths in the briefing are shown relative to, the same wherever the command is run from."""
        return self.folder.resolve().parent if self.folder is not None else self.config.base


@dataclass(frozen=True, kw_only=True)
class Made:
    """A briefing with its renditions by format."""

    briefing: Briefing
    renditions: dict[str, bytes]
    subject: str
    #: what the next briefing is to know
    memory: Memory
    #: makes it again from the same documents: what a reader's watch-list names comes first, in these formats
    remake: Callable[[Sequence[str], Sequence[str]], Made]

    @property
    def is_partial(self) -> bool:
        """Some source could not be used. A format that no reader takes is not meant to be a source, and does not count."""
        return any(
            e.outcome in ("unreadable", "skipped") and e.reason not in ("unsupported format", "older") for e in self.briefing.coverage
        )

    @property
    def is_empty(self) -> bool:
        return not any(e.outcome == "read" for e in self.briefing.coverage)

    def write(self, folder: str | Path) -> tuple[Path, ...]:
        """Write all renditions, or none, and give their paths."""
        return write_renditions(self.renditions, Path(folder), output_stem(self.briefing.date, self.briefing.schedule))


def moment_of(config: LoadedConfig, day: date | None, now: datetime) -> datetime:
    """The instant that a run is made as of: noon of a given day, else now, in the configured zone."""
    zone = ZoneInfo(config.config.time_zone)
    return datetime.combine(day, time(12), tzinfo=zone) if day is not None else now.astimezone(zone)


def make_briefing(request: RunRequest, *, on_document: OnDocument = _ignore) -> Made:
    """Make one briefing, in all configured formats; nothing is written. Raises a BriefingError that names what is wrong."""
    loaded, today = request.config, request.now.date()
    templates = wiring.template_source(loaded)
    sources = wiring.folder_sources(loaded, folder=request.folder, names=request.sources)
    items = iter_documents(sources, wiring.ingest_settings(loaded), today=today, base=request.base)
    # 1. documents, 2. their analyses
    documents, analyses, coverage = _read_and_analyze(request, items, on_document)

    def compose(watch: Sequence[str], formats: Sequence[str]) -> Made:
        # 3. one briefing, every line of it checked against its source
        made = assemble_briefing(
            documents,
            analyses,
            coverage,
            settings=wiring.compose_settings(loaded, schedule=request.schedule, watch=watch),
            now=request.now.replace(microsecond=0),
            date=today,
            memory=request.memory,
        )
        briefing = made.briefing
        check_evidence(briefing, documents, request.memory)
        # 4. its renditions
        renditions = render(briefing, formats, wiring.render_settings(loaded), templates)
        subject = render_subject(briefing, templates=templates)
        return Made(briefing=briefing, renditions=renditions, subject=subject, memory=made.memory, remake=compose)

    return compose((), loaded.config.output.formats)


def _read_and_analyze(
    request: RunRequest, items: Iterator[Document | CoverageEntry], on_document: OnDocument
) -> tuple[list[Document], dict[str, Analysis], list[CoverageEntry]]:
    documents: list[Document] = []
    analyses: dict[str, Analysis] = {}
    coverage: list[CoverageEntry] = []
    annotator: Annotator | None = None
    waiting: Document | None = None
    for item in items:
        if isinstance(item, Document):
            waiting = item
            continue
        document, waiting = waiting, None
        if item.outcome != "read" or document is None:
            coverage.append(item)
            continue
        if request.since is not None and document.published is not None and document.published < request.since:
            coverage.append(_older(item, document.published))
            continue
        if document.id in analyses:
            first = next(d.path for d in documents if d.id == document.id)
            coverage.append(_twin(item, first))
            continue
        annotator = annotator or load_annotator(wiring.model_folder(request.config))
        analyses[document.id] = analyze_document(document, annotator=annotator, today=request.now.date())
        documents.append(document)
        coverage.append(item)
        on_document(document)
    log.info("%d documents read, %d entries in the coverage note", len(documents), len(coverage))
    return documents, analyses, coverage


def _older(item: CoverageEntry, published: date) -> CoverageEntry:
    return CoverageEntry(path=item.path, outcome="skipped", reason="older", detail=f"it is of {published}, before the period")


def _twin(item: CoverageEntry, first: str) -> CoverageEntry:
    return CoverageEntry(path=item.path, outcome="folded", reason="duplicate", detail=f"the same text as {first}", folded_into=first)


def render(briefing: Briefing, formats: Sequence[str], settings: RenderSettings, templates: TemplateSource) -> dict[str, bytes]:
    """Render a briefing in the given formats, in their order."""
    renderers: dict[str, Callable[[], bytes]] = {
        "html": lambda: render_html(briefing, settings=settings, templates=templates),
        "text": lambda: render_text(briefing, settings=settings, templates=templates),
        "docx": lambda: render_docx(briefing, settings=settings, templates=templates),
        "calendar": lambda: render_calendar(briefing),
        "json": lambda: render_json(briefing),
    }
    return {name: renderers[name]() for name in formats}


def iter_analyses(
    paths: Sequence[Path],
    *,
    settings: IngestSettings,
    today: date,
    published: date | None = None,
    model: Path | None = None,
    on_refused: Callable[[str], None],
) -> Iterator[tuple[Document, Analysis]]:
    """Analyse files and folders one document at a time; each file that gives none is named to ``on_refused``."""
    annotator = load_annotator(model)
    for path in paths:
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            try:
                for document in read_document(file, settings, today=today, published=published):
                    yield document, analyze_document(document, annotator=annotator, today=today)
            except UnreadableDocument as error:
                on_refused(str(error))
