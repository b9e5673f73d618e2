"""What a ZIP archive would unpack to, told from its directory and held to while it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from briefing.ingest.content import Rejected
from briefing.ingest.settings import IngestSettings

_ENCRYPTED_FLAG = 0x1
_CHUNK = 1 << 16
#: small files of one letter repeated compress any number of times, and harm nobody
_HARMLESS_BYTES = 1_000_000


def check_archive(data: bytes, settings: IngestSettings) -> None:
    """Refuse an archive bomb, an encrypted or a damaged archive, before a library unpacks any of it.

    Sizes in a directory may be lies, so every entry is unpacked once in pieces, none of which is kept.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > settings.max_archive_entries:
                raise Rejected("archive bomb", f"it holds {len(entries)} files")
            if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
                raise Rejected("encrypted", "it is protected by a password")
            _check_size(sum(entry.file_size for entry in entries), len(data), settings)
            unpacked = 0
            for entry in entries:
                with archive.open(entry) as stream:
                    while chunk := stream.read(_CHUNK):
                        unpacked += len(chunk)
                        _check_size(unpacked, len(data), settings)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Rejected("unreadable", "it is a damaged archive") from error


def unpacked_size(data: bytes) -> int:
    """Give the bytes that an archive's directory promises; 0 where it is damaged, which `check_archive` will say."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return 0


def _check_size(unpacked: int, packed: int, settings: IngestSettings) -> None:
    if unpacked > settings.max_archive_bytes:
        raise Rejected("archive bomb", f"it unpacks to more than {settings.max_archive_bytes // 1_000_000} MB")
    if unpacked > _HARMLESS_BYTES and unpacked > packed * settings.max_archive_ratio:
        raise Rejected("archive bomb", f"it unpacks to more than {settings.max_archive_ratio:g} times its size")
