"""Mailboxes: several mails in one file, each after a line that begins with ``From ``, as mail programs export them (RFC 4155)."""

from __future__ import annotations

import re

from briefing.ingest.content import Attachment, Content, Rejected
from briefing.ingest.settings import IngestSettings

_BETWEEN = re.compile(rb"^From ([^\r\n]{5,300})\r?\n(?=[!-9;-~]{1,100}[ \t]*:)", re.M)
#: such a line has the time at which the mail came; two patterns, as one that finds both takes long over lines made to be slow
_HOUR, _YEAR = re.compile(rb"\d:\d\d"), re.compile(rb"\d{4}")
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.M)


def is_mailbox(data: bytes) -> bool:
    """Say whether bytes are a mailbox with more than one mail in it."""
    return data.startswith(b"From ") and len(_starts(data)) > 1


def read_mailbox(data: bytes, settings: IngestSettings) -> Content:
    """Give each mail of a mailbox as an attachment of it; the mailbox has no text of its own. Raises Rejected for too many."""
    starts = _starts(data)
    if len(starts) > settings.max_mails:
        raise Rejected(
            "too large", f"it holds {len(starts):,} mails; at most {settings.max_mails:,} are read: export fewer, or each as .eml"
        )
    ends = [start for start, _ in starts[1:]] + [len(data)]
    mails = [
        Attachment(name=f"mail {number}.eml", data=_QUOTED_FROM.sub(b"", data[begin:end].rstrip(b"\r\n") + b"\n"))
        for number, ((_, begin), end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]
    return Content(text="", media_type="application/mbox", attachments=tuple(mails))


def _starts(data: bytes) -> list[tuple[int, int]]:
    """Give for each mail where the line before it begins and ends; a line in the middle of a paragraph parts nothing."""
    return [
        found.span()
        for found in _BETWEEN.finditer(data)
        if data[max(0, found.start() - 4) : found.start()].endswith((b"\n\n", b"\r\n\r\n") if found.start() else b"")
        and _has_time(found[1])
    ]


def _has_time(line: bytes) -> bool:
    hour = _HOUR.search(line)
    return hour is not None and _YEAR.search(line, hour.end()) is not None
