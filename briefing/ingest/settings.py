"""What reading documents is allowed to cost, and where documents are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class IngestSettings:
    """Limits for one document; one over a limit is left out with the reason in the coverage note, a long one is read in part."""

    #: size of a file or attachment
    max_bytes: int = 25_000_000
    #: pages of a PDF that are read
    max_pages: int = 300
    #: how deep mails and attachments may be nested; 0 reads no attachment
    max_depth: int = 3
    #: attachments of one mail, at all depths together
    max_attachments: int = 100
    #: mails of one mailbox
    max_mails: int = 1_000
    #: wall-clock and CPU time of the subprocess that reads a file
    timeout_s: float = 60.0
    #: address space of that subprocess
    max_memory_bytes: int = 1024 * MIB
    #: characters of a text that are read
    max_characters: int = 200_000
    #: a .docx is a ZIP archive: bytes unpacked for each byte packed, bytes unpacked in all, number of entries
    max_archive_ratio: float = 200.0
    max_archive_bytes: int = 200 * MIB
    max_archive_entries: int = 5_000
    #: HTML and Word files larger than this are read in the subprocess too; a PDF always is
    in_process_bytes: int = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class FolderSource:
    """A folder with everything below it.

    A pattern without a slash is held against file names, one with a slash against the path below the folder;
    ``*`` and ``?`` stop at a slash and ``**`` does not. ``exclude`` also leaves out whole folders by their name.
    """

    folder: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
