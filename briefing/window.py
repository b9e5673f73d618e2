"""What of its sources a run covers: everything, what is new to its schedule, or what is of the last hours."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.models import CoverageEntry, Document

if TYPE_CHECKING:
    from briefing.store import Store

#: why a file gave nothing this time, though it may the next time: it is looked at again
_PASSING = ("unreadable", "timeout")


class Window:
    """Everything that is not older than a day, or than an instant where a document has no day of its own."""

    def __init__(self, *, since: date | None = None, changed_since: datetime | None = None) -> None:
        self._since = since
        self._changed_since = changed_since
        self._modified: datetime | None = None

    def skip(self, path: Path) -> bool:
        """Say whether a file need not be opened. Called with each before it is read; what follows is of that file."""
        try:
            status = path.stat()
            self._modified = datetime.fromtimestamp(status.st_mtime, UTC)
        except (OSError, OverflowError, ValueError):
            self._modified = None
            return False
        return self._is_known(path, status)

    def _is_known(self, path: Path, status: os.stat_result) -> bool:
        return False

    def note(self, entry: CoverageEntry) -> None:
        """Hear what became of a part of the file that is being read."""

    def forget(self, shown: str) -> None:
        """Hear that a document, by its path as shown, could not be used after all: its file is to be read again the next time."""

    def older(self, document: Document) -> str | None:
        """Say when a document is of, if that is before the window."""
        if document.published is not None:
            return str(document.published) if self._since is not None and document.published < self._since else None
        if self._changed_since is not None and self._modified is not None and self._modified < self._changed_since:
            return f"{self._modified:%Y-%m-%d %H:%M} UTC, when its file was last changed"
        return None

    def seen(self, documents: Sequence[Document]) -> frozenset[str]:
        """Say which documents, by their ids, a briefing of another day covers."""
        return frozenset()

    @property
    def files(self) -> Mapping[str, str]:
        """The files that later runs need not open while their signature, by full path, is the same."""
        return {}

    @property
    def gone(self) -> frozenset[str]:
        """The files that an earlier briefing has used and that are not there any more, by full path."""
        return frozenset()

    @property
    def unchanged(self) -> int:
        """How many files were not opened."""
        return 0


class SinceLast(Window):
    """What no briefing of the schedule has used but one of this day, which may be made again. A file that another has used, and
    that is as it was then, is not even opened.

    ``reader`` names what reading a file depends on: where that has changed, every file is opened again.
    """

    def __init__(self, store: Store, schedule: str, *, day: date, reader: str) -> None:
        super().__init__()
        self._store = store
        self._schedule = schedule
        self._day = day
        self._reader = reader
        self._known: Mapping[str, str] = store.seen_files(schedule, apart_from=day)
        self._there: set[str] = set()
        self._opened: dict[str, str] = {}
        self._file_of: dict[str, str] = {}
        self._current: str | None = None
        self._unchanged = 0

    def skip(self, path: Path) -> bool:
        """Say whether a file is as a briefing of another day had it."""
        self._current = str(path)
        self._there.add(self._current)
        return super().skip(path)

    def _is_known(self, path: Path, status: os.stat_result) -> bool:
        # The time of the last change of the inode sees what the time of the last write does not: a file moved here, or made readable.
        signature = f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{self._reader}"
        if self._known.get(str(path)) == signature:
            self._unchanged += 1
            return True
        self._opened[str(path)] = signature
        return False

    def note(self, entry: CoverageEntry) -> None:
        """Forget a file that may give more the next time."""
        if self._current is not None:
            self._file_of[entry.path] = self._current
        if entry.reason in _PASSING:
            self.forget(entry.path)

    def forget(self, shown: str) -> None:
        """Leave the file of a document out of those that need not be opened again."""
        self._opened.pop(self._file_of.get(shown, ""), None)

    def seen(self, documents: Sequence[Document]) -> frozenset[str]:
        """Say which documents a briefing of another day has used, whatever their files are called now."""
        return self._store.seen_documents(self._schedule, [document.id for document in documents], apart_from=self._day)

    @property
    def files(self) -> Mapping[str, str]:
        return dict(self._opened)

    @property
    def gone(self) -> frozenset[str]:
        return frozenset(self._known.keys() - self._there)

    @property
    def unchanged(self) -> int:
        return self._unchanged
