"""The files of the sources, each once and always in the same order, read one after the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.errors import ConfigError
from briefing.ingest.content import Rejected
from briefing.ingest.documents import printable_path, read_file, refusal
from briefing.ingest.patterns import excluded, matches_any
from briefing.ingest.settings import FolderSource, IngestSettings
from briefing.models import CoverageEntry, Document


@dataclass(frozen=True, kw_only=True, slots=True)
class IngestResult:
    """All documents of the sources, and one entry for each file (and each attachment)."""

    documents: tuple[Document, ...]
    coverage: tuple[CoverageEntry, ...]


def read_documents(sources: Sequence[FolderSource], settings: IngestSettings, *, today: date, base: Path) -> IngestResult:
    """Read all files of the sources. No document makes it fail; a source whose folder is missing raises ConfigError."""
    documents: list[Document] = []
    coverage: list[CoverageEntry] = []
    for item in iter_documents(sources, settings, today=today, base=base):
        if isinstance(item, Document):
            documents.append(item)
        else:
            coverage.append(item)
    return IngestResult(documents=tuple(documents), coverage=tuple(coverage))


def iter_documents(
    sources: Sequence[FolderSource],
    settings: IngestSettings,
    *,
    today: date,
    base: Path | None,
    skip: Callable[[Path], bool] = lambda path: False,
    published: date | None = None,
) -> Iterator[Document | CoverageEntry]:
    """Yield each document, then its coverage entry, one file after the other, so that memory holds one at a time.

    Paths are shown relative to ``base`` where they are below it, and as they were given where it is None. Sources that
    overlap give each file once. All folders
    are looked at before the first file is read: one that is missing or cannot be opened raises ConfigError. ``skip`` is asked
    before a file is opened; one that it names gives nothing. A date given as ``published`` is that of every document.
    """
    for source in sources:
        check_folder(source.folder)
    return _iterate(sources, settings, today, base, skip, published)


def check_folder(folder: Path) -> None:
    """Raise ConfigError, with the reason, for a folder that is missing or cannot be opened."""
    try:
        if folder.is_dir():
            with os.scandir(folder):
                return
        what = "is no folder" if folder.exists() else "does not exist"
    except OSError as error:
        what = f"cannot be opened ({error.strerror})"
    except ValueError:
        what = "cannot be used"
    raise ConfigError(f"the source folder {printable_path(folder)} {what}; create it or name another one")


def _iterate(
    sources: Sequence[FolderSource],
    settings: IngestSettings,
    today: date,
    base: Path | None,
    skip: Callable[[Path], bool],
    published: date | None,
) -> Iterator[Document | CoverageEntry]:
    seen: set[str] = set()
    for source in sources:
        for found in _files(source):
            shown = _shown(found.path, source.folder, base)
            if isinstance(found.refused, Rejected):
                yield refusal(shown, found.refused)
                continue
            real = os.path.realpath(found.path)
            if real in seen:
                continue
            seen.add(real)
            if skip(found.path):
                continue
            yield from read_file(found.path, settings, today=today, shown=shown, published=published)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    path: Path
    refused: Rejected | None = None


def _files(source: FolderSource) -> list[_Found]:
    """List a source's files in the order of their paths; links come last, so that a file is read under its own name."""
    plain: list[tuple[str, _Found]] = []
    links: list[tuple[str, _Found]] = []
    root = os.path.realpath(source.folder)
    for item in _walk(source):
        if isinstance(item, _Found):
            plain.append((os.path.relpath(item.path, source.folder), item))
            continue
        relative, path, is_link = item
        refused = None
        if is_link:
            refused = _check_link(path, root)
            # A folder below this one is read anyway.
            if refused is None and path.is_dir():
                continue
        (links if is_link else plain).append((relative, _Found(path=path, refused=refused)))
    return [found for _, found in (*sorted(plain, key=_order), *sorted(links, key=_order))]


def _order(item: tuple[str, _Found]) -> bytes:
    return os.fsencode(item[0])


def _walk(source: FolderSource) -> Iterator[tuple[str, Path, bool] | _Found]:
    """Yield path below the folder, full path, and whether it is a symbolic link, of what the patterns choose.

    A folder that cannot be listed is yielded as refused.
    """
    folders = [("", source.folder)]
    while folders:
        below, folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            refused = Rejected("unreadable", f"this folder cannot be opened: {error.strerror}")
            yield _Found(path=folder, refused=refused)
            continue
        for entry in entries:
            relative = f"{below}{entry.name}"
            if entry.name.startswith(".") or excluded(relative, source.exclude):
                continue
            link = entry.is_symlink()
            if not link and entry.is_dir(follow_symlinks=False):
                folders.append((f"{relative}/", Path(entry.path)))
            elif source.include and not matches_any(relative, source.include):
                continue
            else:
                yield relative, Path(entry.path), link


def _check_link(path: Path, root: str) -> Rejected | None:
    real = os.path.realpath(path)
    if not os.path.exists(real):
        return Rejected("symbolic link", "it is a link that leads nowhere")
    if os.path.commonpath([real, root]) != root:
        return Rejected("symbolic link", "it is a link that leads out of the folder")
    return None


def _shown(path: Path, folder: Path, base: Path | None) -> str:
    """Give a path as the reader sees it. Only the folder is resolved: a link is shown where it stands, not where it leads."""
    if base is None:
        return printable_path(path)
    try:
        return printable_path((folder.resolve() / path.relative_to(folder)).relative_to(base.resolve()))
    except (ValueError, OSError, RuntimeError):
        return printable_path(path)
