"""Turn the documents that a person receives into the briefing they would otherwise write themselves.

The commands' functions: `make_briefing` is ``briefing run``, `analyze` is ``briefing analyze``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from datetime import date as _date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.models import Analysis, CoverageEntry, Document
    from briefing.pipeline import Made

__version__ = "0.1.0"
__all__ = ["analyze", "make_briefing"]


# What these need is imported when they are called: the process that reads a single untrusted file must start fast.
def make_briefing(
    folder: str | Path | None = None, *, date: str | _date | None = None, since: str | _date | None = None, config: str | Path | None = None
) -> Made:
    """Make one briefing of a folder, or of the configured sources; ``made.write(folder)`` writes its renditions.

    ``date`` and ``since`` are days, as dates or ISO text. Raises a BriefingError that names what is wrong.
    """
    from briefing import pipeline
    from briefing.config import load_config

    loaded = load_config(Path(config) if config is not None else None)
    moment = pipeline.moment_of(loaded.config.time_zone, _day(date), datetime.now(UTC))
    request = pipeline.RunRequest(config=loaded, now=moment, folder=Path(folder) if folder is not None else None, since=_day(since))
    return pipeline.make_briefing(request)


def analyze(
    paths: Iterable[str | Path], *, published: str | _date | None = None, model: str | Path | None = None
) -> Iterator[tuple[Document, Analysis]]:
    """Extract from files and folders, one document at a time. Raises UnreadableDocument for a file that gives none."""
    from briefing import pipeline
    from briefing.errors import UnreadableDocument
    from briefing.ingest import IngestSettings

    def refuse(entry: CoverageEntry) -> None:
        if pipeline.is_loss(entry):
            raise UnreadableDocument(entry.path, entry.reason or "unreadable", entry.detail or "it cannot be read")

    yield from pipeline.iter_analyses(
        [Path(p) for p in paths],
        settings=IngestSettings(),
        today=datetime.now(UTC).date(),
        published=_day(published),
        model=Path(model) if model is not None else None,
        on_entry=refuse,
    )


def _day(day: str | _date | None) -> _date | None:
    return _date.fromisoformat(day) if isinstance(day, str) else day
