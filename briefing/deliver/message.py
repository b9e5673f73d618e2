"""The message that a recipient gets, as bytes: mixed(alternative(plain, html), docx, ics) under headers of its own.

What copies share is built once: they differ in their header alone, unless they differ in formats or in what comes first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Literal
from urllib.parse import quote

from briefing.deliver import headers
from briefing.deliver.headers import exact_address, line, mailbox_line, text_line
from briefing.deliver.records import Recipient
from briefing.errors import MessageRefused

LARGEST = 10_000_000
_TYPES: dict[str, tuple[str, str]] = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "calendar": ("text", "calendar"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageSettings:
    """What every copy says of where it comes from. Addresses are bare; ``list_id`` is the identifier without its brackets."""

    sender: str
    sender_name: str | None = None
    reply_to: str | None = None
    list_name: str = ""
    list_id: str | None = None
    unsubscribe_to: str | None = None
    unsubscribe_url: str | None = None
    max_bytes: int = LARGEST

    @property
    def domain(self) -> str:
        return exact_address(self.sender).rpartition("@")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file beside the message."""

    format: Literal["docx", "calendar"]
    name: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """Everything below the header, and the header lines that say how to read it."""

    description: bytes = field(repr=False)
    content: bytes = field(repr=False)


def build_body(*, text: bytes, html: bytes | None = None, attachments: Sequence[Attachment] = (), max_bytes: int = LARGEST) -> Body:
    """Build what copies share; equal parts give equal bytes. Raises MessageRefused (``oversized``) that names the largest part."""
    message = EmailMessage(policy=SMTP)
    message.set_content(_as_text(text), cte="quoted-printable")
    if html is not None:
        message.add_alternative(_as_text(html), subtype="html", cte="quoted-printable")
    for attachment in attachments:
        _attach(message, attachment)
    del message["MIME-Version"]
    seed = hashlib.sha256(b"\0".join([text, html or b"", *(a.data for a in attachments)])).hexdigest()[:24]
    containers = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(containers):
        # "=_" can stand neither in quoted-printable nor in base64, so that no part can hold its boundary
        part.set_boundary(f"=_{seed}_{number}")
    description, _, content = message.as_bytes().partition(b"\r\n\r\n")
    sizes = {"text": len(text), "html": len(html or b"")} | {a.name: len(a.data) for a in attachments}
    _check_size(len(description) + len(content), sizes, max_bytes)
    return Body(description=description + b"\r\n", content=content)


def build_message(body: Body, *, recipient: Recipient, settings: MessageSettings, subject: str, date: datetime, message_id: str) -> bytes:
    """Write one recipient's message. Raises MessageRefused for an address or header that cannot be, and for a message too large."""
    to = exact_address(recipient.address)
    lines = [
        line("Date", format_datetime(date)),
        mailbox_line("From", settings.sender_name, exact_address(settings.sender)),
        *([line("Reply-To", exact_address(settings.reply_to))] if settings.reply_to else []),
        mailbox_line("To", recipient.name, to),
        text_line("Subject", subject),
        line("Message-ID", message_id),
        line("List-Id", _list_id(settings)),
        *_unsubscribe(settings, to),
        line("Auto-Submitted", "auto-generated"),
        # Exchange reads this one, and then sends no out-of-office answers
        line("X-Auto-Response-Suppress", "OOF, AutoReply"),
        line("MIME-Version", "1.0"),
    ]
    message = b"".join(lines) + body.description + b"\r\n" + body.content
    _check_size(len(message), {}, settings.max_bytes)
    return message


def message_id(key: str, address: str, settings: MessageSettings) -> str:
    """Name a copy: the same run and recipient always give the same, so that mail programs show a second arrival once."""
    digest = hashlib.sha256(f"{key}\n{address.casefold()}".encode()).hexdigest()
    return f"<{digest[:32]}@{settings.domain}>"


def _list_id(settings: MessageSettings) -> str:
    identifier = settings.list_id or f"briefing.{settings.domain}"
    if not headers.is_domain(identifier):
        raise MessageRefused("header", f"list_id {identifier[:80]!a} is none; write letters, digits and dots, as in briefing.example.org")
    return headers.mailbox(settings.list_name, identifier, at=9) if headers.clean_text(settings.list_name) else f"<{identifier}>"


def _unsubscribe(settings: MessageSettings, to: str) -> list[bytes]:
    """Say how to be taken off: by mail always, by one POST where there is an address for it (RFC 2369, RFC 8058)."""
    where = exact_address(settings.unsubscribe_to or settings.sender)
    ways = [f"<mailto:{quote(where, safe='@')}?subject={quote(f'unsubscribe {to}', safe='')}>"]
    if settings.unsubscribe_url is None:
        return [line("List-Unsubscribe", ways[0])]
    url = settings.unsubscribe_url
    if not url.startswith("https://") or any(c.isspace() or c in '<>"' for c in url):
        raise MessageRefused("header", f"unsubscribe_url {url[:80]!a} is none; write an https address, with %20 for a space")
    ways.insert(0, f"<{url}{'&' if '?' in url else '?'}address={quote(to, safe='')}>")
    return [line("List-Unsubscribe", ",\r\n ".join(ways)), line("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    maintype, subtype = _TYPES[attachment.format]
    if maintype == "text":
        method = {"method": "PUBLISH"} if attachment.format == "calendar" else {}
        message.add_attachment(_as_text(attachment.data), subtype=subtype, cte="quoted-printable", filename=attachment.name, params=method)
    else:
        message.add_attachment(attachment.data, maintype=maintype, subtype=subtype, filename=attachment.name)


def _as_text(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n", "\n")


def _check_size(size: int, parts: dict[str, int], most: int) -> None:
    if size <= most:
        return
    largest = max(parts, key=lambda name: parts[name], default=None)
    named = f" The largest part is {largest} ({parts[largest] / 1e6:.1f} MB)." if largest else ""
    raise MessageRefused(
        "oversized",
        f"the message is {size / 1e6:.1f} MB and {most / 1e6:.0f} MB is the most that mail servers take.{named} Shorten content.words",
    )
