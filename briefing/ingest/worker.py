"""The subprocess that reads one file under limits: a request on standard input, the content on standard output."""

from __future__ import annotations

import json
import math
import sys
from datetime import date
from typing import Any

from briefing.ingest.content import Content, Rejected, pack_content
from briefing.ingest.formats.registry import read_content
from briefing.ingest.settings import IngestSettings


def main() -> None:
    """Read the request (a line of JSON, then the file's bytes), and answer with one JSON object."""
    request = json.loads(sys.stdin.buffer.readline())
    settings = IngestSettings(**request["settings"])
    limit_resources(settings)
    answer: dict[str, Any]
    try:
        data = sys.stdin.buffer.read()
        content = answer_request(request["extension"], data, settings, date.fromisoformat(request["today"]))
        answer = {"content": pack_content(content)}
    except Rejected as rejected:
        answer = {"rejected": [rejected.reason, rejected.detail]}
    sys.stdout.write(json.dumps(answer))


def answer_request(extension: str, data: bytes, settings: IngestSettings, today: date) -> Content:
    """Read one file's bytes; whatever goes wrong is raised as Rejected."""
    try:
        return read_content(extension, data, settings, today)
    except Rejected:
        raise
    except MemoryError:
        limit = settings.max_memory_bytes // 1_000_000
        raise Rejected("too large", f"reading it takes more than {limit} MB of memory") from None
    except Exception as error:  # whatever a reader lets through is the file's fault, not the briefing's end
        raise Rejected("unreadable", f"it cannot be read ({type(error).__name__})") from error


def limit_resources(settings: IngestSettings) -> None:
    """Cap CPU time, address space and written files of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has none of these; the wall clock still holds there
        return
    seconds = max(1, math.ceil(settings.timeout_s))
    for kind, limit in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, settings.max_memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        lowest = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (lowest, hard))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    main()
