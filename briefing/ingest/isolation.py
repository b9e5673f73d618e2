"""Reading in a subprocess that is stopped when it takes too long or too much."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import briefing
from briefing.ingest.content import Content, Rejected, unpack_content
from briefing.ingest.formats.archive import unpacked_size
from briefing.ingest.formats.extensions import PDF, WEB, WORD
from briefing.ingest.settings import IngestSettings

_MANY_TAGS = 20_000
#: how much a Word file of the largest size usually unpacks to
_MANY_TIMES = 20


def needs_isolation(extension: str, data: bytes, settings: IngestSettings) -> bool:
    """Say whether bytes may take long or much to read: every PDF, and web pages and Word files above a size."""
    if extension in PDF:
        return True
    if extension in WEB:
        # The time that an extraction takes grows faster than the number of elements.
        return len(data) > settings.in_process_bytes or data.count(b"<") > _MANY_TAGS
    if extension in WORD:
        return len(data) > settings.in_process_bytes or unpacked_size(data) > settings.in_process_bytes * _MANY_TIMES
    return False


def read_isolated(extension: str, data: bytes, settings: IngestSettings, today: date) -> Content:
    """Read one file's bytes in a process of its own. Raises Rejected, also for what the process died of."""
    request = {"extension": extension, "settings": asdict(settings), "today": today.isoformat()}
    # -P keeps the working folder, which may hold anything, off the path; the package itself must be on it.
    home = str(Path(briefing.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    try:
        finished = subprocess.run(
            [sys.executable, "-P", "-m", "briefing.ingest.worker"],
            input=json.dumps(request).encode() + b"\n" + data,
            capture_output=True,
            timeout=settings.timeout_s,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Rejected("timeout", f"reading it takes longer than {settings.timeout_s:g} seconds") from None
    try:
        answer = json.loads(finished.stdout)
    except ValueError:
        raise _died(finished.returncode, settings) from None
    if "rejected" in answer:
        raise Rejected(*answer["rejected"])
    return unpack_content(answer["content"])


def _died(status: int, settings: IngestSettings) -> Rejected:
    # Negative is the signal: 24 is SIGXCPU, sent when the CPU time is used up; 9 is sent by the system out of memory.
    if status == -24:
        return Rejected("timeout", f"reading it takes longer than {settings.timeout_s:g} seconds")
    if status == -9:
        return Rejected("too large", "reading it takes more memory than there is")
    return Rejected("unreadable", "its reader broke off")
