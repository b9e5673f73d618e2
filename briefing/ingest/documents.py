"""One file to its documents: one for most formats, several for a mail with attachments."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.characters import UNSEEN, without_unseen
from briefing.errors import UnreadableDocument
from briefing.ingest.content import SKIPPED, Content, Rejected
from briefing.ingest.dates import plausible
from briefing.ingest.english import check_english
from briefing.ingest.formats.registry import check_supported, read_content
from briefing.ingest.isolation import needs_isolation, read_isolated
from briefing.ingest.lengths import beginning
from briefing.ingest.metadata import describe_document
from briefing.ingest.settings import IngestSettings
from briefing.models import CoverageEntry, Document, Outcome

_INVISIBLE = re.compile(rf"[\s\x00-\x1f\x7f-\x9f\ufeff\ufffd{UNSEEN}]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def read_document(path: Path, settings: IngestSettings, *, today: date, published: date | None = None) -> tuple[Document, ...]:
    """Read one file: a mail gives a document for its text and for each attachment that can be read.

    Raises UnreadableDocument, with its reason, where the file gives no document at all.
    """
    shown = printable_path(path)
    read = list(read_file(path, settings, today=today, shown=shown, published=published))
    documents = tuple(item for item in read if isinstance(item, Document))
    if not documents:
        refused = next(item for item in read if isinstance(item, CoverageEntry))
        raise UnreadableDocument(shown, refused.reason or "unreadable", refused.detail or "it cannot be read")
    return documents


def read_file(
    path: Path, settings: IngestSettings, *, today: date, shown: str, published: date | None = None
) -> Iterator[Document | CoverageEntry]:
    """Yield a file's documents, each before its coverage entry; a file that gives none has an entry that says why.

    ``shown`` is the path as the reader of the briefing sees it. Never raises for what is in the file.
    """
    try:
        data = _load(path, settings)
    except Rejected as rejected:
        yield refusal(shown, rejected)
        return
    yield from read_bytes(data, path.name, shown, settings, today, published)


def refusal(shown: str, rejected: Rejected) -> CoverageEntry:
    """Make the coverage entry of a file that was refused."""
    outcome: Outcome = "skipped" if rejected.reason in SKIPPED else "unreadable"
    return CoverageEntry(path=shown, outcome=outcome, reason=rejected.reason, detail=rejected.detail)


def printable_path(path: Path | str) -> str:
    """Give a path that can be shown and written: bytes that are no UTF-8 and control characters become U+FFFD."""
    return _CONTROL.sub("\ufffd", os.fsencode(path).decode("utf-8", "replace"))


def _load(path: Path, settings: IngestSettings) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Rejected("unreadable", "it is no file")
        # Nothing of a file that no reader takes is loaded.
        check_supported(path.name)
        if status.st_size > settings.max_bytes:
            raise _too_large(status.st_size, settings)
        with path.open("rb") as file:
            data = file.read(settings.max_bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        raise Rejected("unreadable", f"it cannot be opened: {reason}") from error
    if len(data) > settings.max_bytes:
        raise _too_large(len(data), settings)
    return data


def _too_large(size: int, settings: IngestSettings) -> Rejected:
    # Rounded up, so that no file is said to be as large as the limit that it breaks.
    return Rejected("too large", f"it has {-(-size // 100_000) / 10:g} MB; the limit is {settings.max_bytes / 1e6:g} MB")


def read_bytes(
    data: bytes,
    name: str,
    shown: str,
    settings: IngestSettings,
    today: date,
    published: date | None = None,
    *,
    depth: int = 0,
) -> Iterator[Document | CoverageEntry]:
    """Yield the documents of a file's bytes, each before its coverage entry; ``depth`` counts the mails around it."""
    try:
        content = _read_content(check_supported(name), data, settings, today)
    except Rejected as rejected:
        yield refusal(shown, rejected)
        return
    read_any = False
    inner: list[Document | CoverageEntry] = []
    for attachment in content.attachments:
        below = f"{shown}/{printable_path(attachment.name)}"
        if depth >= settings.max_depth:
            deep = Rejected("too deep", f"it is nested deeper than {settings.max_depth} mails")
            inner.append(refusal(below, deep))
            continue
        for item in read_bytes(attachment.data, attachment.name, below, settings, today, published, depth=depth + 1):
            read_any = read_any or isinstance(item, Document)
            inner.append(item)
    content = _shortened(_seen(content), settings)
    try:
        yield _document(content, name, shown, today, published)
        notes = "; ".join((*content.notes, *_unused_day(content, today, published)))
        yield CoverageEntry(path=shown, outcome="read", note=notes or None)
    except Rejected as rejected:
        if rejected.reason == "empty" and read_any:
            yield CoverageEntry(path=shown, outcome="read", detail=f"it has no text of its own, only {_contents(content)}")
        else:
            yield refusal(shown, rejected)
    yield from inner


def _contents(content: Content) -> str:
    return f"{len(content.attachments)} mails" if content.media_type == "application/mbox" else "attachments"


def _seen(content: Content) -> Content:
    """Leave out what nobody sees; a plain text keeps each of its characters, whose offsets are those in the file."""
    return content if content.media_type == "text/plain" else replace(content, text=without_unseen(content.text))


def _shortened(content: Content, settings: IngestSettings) -> Content:
    """Keep the beginning of a text that is too long to be read whole, and say so."""
    text = beginning(content.text, settings.max_characters)
    if text == content.text:
        return content
    note = f"it is long: of its {len(content.text):,} characters the first {len(text):,} were read"
    return replace(content, text=text, notes=(*content.notes, note))


def _unused_day(content: Content, today: date, published: date | None) -> tuple[str, ...]:
    """Say that the day which a file gives for itself was not used, where none was given in its place."""
    day = content.published
    if published is not None or day is None or plausible(day, today):
        return ()
    where = f"lies ahead of {today.isoformat()}, the day of this briefing" if day > today else "is too long ago"
    return (f"its {content.published_from} gives {day.isoformat()}, which {where}; that was not used, so its dates stay open",)


def _read_content(extension: str, data: bytes, settings: IngestSettings, today: date) -> Content:
    if len(data) > settings.max_bytes:
        raise _too_large(len(data), settings)
    if not data:
        raise Rejected("empty", "it is empty")
    try:
        if needs_isolation(extension, data, settings):
            return read_isolated(extension, data, settings, today)
        return read_content(extension, data, settings, today)
    except Rejected:
        raise
    except MemoryError:
        raise Rejected("too large", "reading it takes more memory than there is") from None
    except Exception as error:  # a document is outside input: no fault in it, or in a library, may end the briefing
        raise Rejected("unreadable", f"it cannot be read ({type(error).__name__})") from error


def _document(content: Content, name: str, shown: str, today: date, published: date | None) -> Document:
    if not _INVISIBLE.sub("", content.text[:100_000]) and not _INVISIBLE.sub("", content.text):
        raise Rejected("empty", "it has no text")
    check_english(content.text, content.language)
    stem = printable_path(Path(name).stem)
    try:
        return describe_document(content, name=stem, path=shown, today=today, published=published)
    except Exception as error:  # as above
        raise Rejected("unreadable", f"it cannot be read ({type(error).__name__})") from error
