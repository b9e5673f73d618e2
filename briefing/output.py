"""Write the renditions of a run: all of them, or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from briefing.errors import RenderError

SUFFIXES = {"html": ".html", "text": ".txt", "docx": ".docx", "calendar": ".ics", "json": ".json"}


def output_stem(day: date, schedule: str | None) -> str:
    """Name a run's files: ``briefing-2022-09-20`` by hand, ``morning-2022-09-20`` for the schedule morning."""
    return f"{schedule or 'briefing'}-{day.isoformat()}"


def write_renditions(renditions: Mapping[str, bytes], folder: Path, stem: str) -> tuple[Path, ...]:
    """Write each format's bytes to its own file, replacing what an earlier run left there, and return the paths.

    Every file is complete on the disk before the first one takes its name: a full disk or a read-only folder leaves
    whatever was there before. Raises RenderError.
    """
    targets = {format_: folder / f"{stem}{SUFFIXES[format_]}" for format_ in renditions}
    drafts: list[tuple[Path, Path]] = []
    target = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for format_, target in targets.items():
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
            drafts.append((draft, target))
            _write_through(draft, renditions[format_])
        for draft, target in drafts:
            draft.replace(target)
    except OSError as error:
        for draft, _ in drafts:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        raise RenderError(
            f"{target}: cannot be written: {error.strerror or error}; nothing was changed there. "
            "Free space or permissions, or name another folder with --out or output.folder"
        ) from error
    return tuple(targets.values())


def _write_through(path: Path, data: bytes) -> None:
    # the file system may accept a write that it then has no room for: only fsync tells
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
