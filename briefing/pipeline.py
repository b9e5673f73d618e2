"""One run: documents → analyses → one briefing → its renditions. Nothing else knows this order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import wiring
from briefing.analyst import Analyst, make_analysis
from briefing.compose import Memory, UnreadableMemory, assemble_briefing, check_evidence, decode_memory
from briefing.config import LoadedConfig
from briefing.config_keys import Schedule
from briefing.errors import AnalysisFailed, ConfigError
from briefing.ingest import FolderSource, IngestSettings, iter_documents, printable_path, read_file
from briefing.models import Analysis, Briefing, CoverageEntry, Document
from briefing.nlp.annotate import load_annotator
from briefing.output import output_stem, write_renditions
from briefing.reading import OnDocument, read_sources
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
from briefing.window import SinceLast, Window

if TYPE_CHECKING:
    from briefing.store import Store

#: the days of which a briefing can be made: a Word document's archive has no time before 1980, and periods reach beyond the day
FIRST_DAY, LAST_DAY = date(1981, 1, 1), date(2199, 12, 31)


def _ignore(document: Document) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class RunRequest:
    """What a run is made from. ``now`` is aware, in the zone whose date is the briefing's where ``day`` gives none.

    ``since`` leaves older documents out. With a schedule, and without ``since``, the schedule's own window holds.
    """

    config: LoadedConfig
    now: datetime
    day: date | None = None
    folder: Path | None = None
    since: date | None = None
    schedule: Schedule | None = None

    @property
    def today(self) -> date:
        """The briefing's day."""
        return self.day or self.now.date()

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
    #: what the schedule's next briefings need not use again: documents (paths by id) and files (signatures by path)
    documents: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    #: files that an earlier briefing has used and that are not there any more
    gone: frozenset[str] = frozenset()
    #: files that were not opened, as an earlier briefing has used them, and documents whose analysis was not kept from before
    unchanged: int = 0
    analyzed: int = 0

    @property
    def left_out(self) -> tuple[CoverageEntry, ...]:
        """The sources that could not be used."""
        return tuple(entry for entry in self.briefing.coverage if is_loss(entry))

    @property
    def is_partial(self) -> bool:
        """Some source could not be used."""
        return bool(self.left_out)

    @property
    def is_empty(self) -> bool:
        """There is no news: a notice stands in its place."""
        return self.briefing.notice is not None

    def write(self, folder: str | Path) -> tuple[Path, ...]:
        """Write all renditions, or none, and give their paths."""
        return write_renditions(self.renditions, Path(folder), output_stem(self.briefing.date, self.briefing.schedule))


def is_loss(entry: CoverageEntry) -> bool:
    """Say whether the reader misses something: a picture is no document, and what is older than the period was not wanted."""
    return entry.outcome in ("unreadable", "skipped") and entry.reason not in ("no document", "older")


def moment_of(zone: str, day: date | None, now: datetime) -> datetime:
    """The instant that a run is made as of: noon of a given day, else now, in a zone."""
    zone_info = ZoneInfo(zone)
    return datetime.combine(day, time(12), tzinfo=zone_info) if day is not None else now.astimezone(zone_info)


def make_briefing(request: RunRequest, *, store: Store | None = None, on_document: OnDocument = _ignore) -> Made:
    """Make one briefing, in all configured formats; nothing is written. Raises a BriefingError that names what is wrong.

    The store, where there is one, gives what earlier runs have found out and keeps the analyses; what the run itself leaves
    behind is recorded by `Store.finish_run`.
    """
    loaded, schedule = request.config, request.schedule
    if not FIRST_DAY <= request.today <= LAST_DAY:
        raise ConfigError(f"no briefing can be made of {request.today}; name a day from {FIRST_DAY} to {LAST_DAY}")
    templates = wiring.template_source(loaded)
    window, memory = _window(request, store), _memory(request, store)
    ingest = wiring.ingest_settings(loaded)
    analyst = Analyst(model=wiring.model_folder(loaded), today=request.today, limit_s=ingest.timeout_s, store=store)
    # 1. documents, 2. their analyses
    reading = read_sources(
        wiring.folder_sources(loaded, folder=request.folder, names=schedule.sources if schedule is not None else None),
        ingest,
        today=request.today,
        base=request.base,
        window=window,
        analyst=analyst,
        on_document=on_document,
    )
    documents = reading.documents

    def compose(watch: Sequence[str], formats: Sequence[str]) -> Made:
        # 3. one briefing, every line of it checked against its source
        made = assemble_briefing(
            documents,
            reading.analyses,
            reading.coverage,
            settings=wiring.compose_settings(loaded, schedule=schedule.name if schedule is not None else None, watch=watch),
            now=request.now.replace(microsecond=0),
            date=request.today,
            memory=memory,
        )
        briefing = made.briefing
        check_evidence(briefing, documents, memory)
        # 4. its renditions
        renditions = render(briefing, formats, wiring.render_settings(loaded), templates)
        return Made(
            briefing=briefing,
            renditions=renditions,
            subject=render_subject(briefing, templates=templates),
            memory=made.memory,
            remake=compose,
            documents={document.id: document.path for document in documents},
            files=window.files,
            gone=window.gone,
            unchanged=window.unchanged,
            analyzed=analyst.made,
        )

    return compose((), loaded.config.output.formats)


def _window(request: RunRequest, store: Store | None) -> Window:
    schedule = request.schedule
    if request.since is not None or schedule is None:
        return Window(since=request.since)
    if schedule.window_hours is not None:
        start = request.now - timedelta(hours=schedule.window_hours)
        return Window(since=start.date(), changed_since=start)
    if store is None:
        return Window()
    return SinceLast(store, schedule.name, day=request.today, reader=wiring.reader_version(request.config))


def _memory(request: RunRequest, store: Store | None) -> Memory | UnreadableMemory | None:
    """What the schedule's briefings before this day reported."""
    if store is None or request.schedule is None:
        return None
    payload = store.load_memory(request.schedule.name, before=request.today)
    return decode_memory(payload) if payload is not None else None


def render(briefing: Briefing, formats: Sequence[str], settings: RenderSettings, templates: TemplateSource) -> dict[str, bytes]:
    """Render a briefing in the given formats, in their order; the message says whether the Word document is one of them."""
    settings = replace(settings, word_beside="docx" in formats)
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
    on_entry: Callable[[CoverageEntry], None],
) -> Iterator[tuple[Document, Analysis]]:
    """Analyse files and folders one document at a time; ``on_entry`` hears of each file or attachment that gives none, or
    about which there is something to know."""
    annotator = load_annotator(model)
    for path in paths:
        if path.is_dir():
            items = iter_documents([FolderSource(folder=path)], settings, today=today, base=None, published=published)
        else:
            items = read_file(path, settings, today=today, shown=printable_path(path), published=published)
        for item in items:
            if isinstance(item, CoverageEntry):
                if item.outcome != "read" or item.note:
                    on_entry(item)
                continue
            try:
                analysis = make_analysis(item, annotator=annotator, today=today, limit_s=settings.timeout_s)
            except AnalysisFailed as error:
                on_entry(CoverageEntry(path=item.path, outcome="unreadable", reason=error.reason, detail=str(error)))
            else:
                yield item, analysis
