"""Mails: the text part, or the HTML part where there is no other, and the attachments still as bytes."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from briefing.ingest.address import outlet_of
from briefing.ingest.charset import Decoded, decode_text, known_encoding
from briefing.ingest.content import Attachment, Content, Rejected
from briefing.ingest.dates import find_dates
from briefing.ingest.formats.html import read_page
from briefing.ingest.formats.mbox import is_mailbox, read_mailbox
from briefing.ingest.formats.wrapped_lines import join_pages, longest_line
from briefing.ingest.isolation import needs_isolation, read_isolated
from briefing.ingest.settings import IngestSettings
from briefing.ingest.signatures import check_mail_bytes, check_text_bytes

_REPLY = re.compile(r"\A(?:\s*(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*:)+\s*", re.I)
_SIGNATURE = re.compile(r"\n-- ?\n")
_QUOTE_MARK = re.compile(r"^(?:> ?)+", re.M)
#: the headers of a mail that was forwarded, below a line that says so, each at the beginning of a line
_FORWARDED = re.compile(
    r"(?:^[ \t]*(?:-{2,}[ \t]?)?(?:begin )?(?:forwarded|original) (?:message|mail)[ \t]?:?(?:[ \t]?-{2,})?[ \t]*\n\s*)?"
    r"^\*?from:\*?[ \t]*(?P<sender>[^\n]{1,200})\n"
    r"(?P<rest>(?:\*?(?:sent|date|subject|to|cc|bcc|reply-to|importance):\*?[^\n]{0,500}\n){2,})",
    re.I | re.M,
)
_SENT = re.compile(r"^\*?(?:sent|date):\*?(?P<date>[^\n]*)", re.I | re.M)
_NAME = re.compile(r"[\w .,’'&|()-]{2,60}")
#: lines of a newsletter about itself; "residents can read it online, the mayor said" is none
_ABOUT_ITSELF = re.compile(
    r"^(?![^\n]*\b(?:said|says|told)\b)(?:[^\n]{0,60}\bunsubscribe\b[^\n]{0,60}|[^\n]{0,200}(?:"
    r"\b(?:view|read|open) (?:(?:this|it|the) )?(?:e-?mail |message |newsletter )?in (?:your|a) (?:web ?)?browser"
    r"|\b(?:view|read|open) (?:(?:this|the) )?(?:e-?mail|message|newsletter) online"
    r"|\byou (?:are receiving|have received|received) this (?:e-?mail|message|newsletter)"
    r"|\b(?:update|manage) (?:your )?(?:e-?mail )?preferences|\bforward (?:this )?to a friend)[^\n]{0,200}"
    r"|(?:[^\n]{0,60}[?.:|] ?)?(?:view|read|open) (?:(?:this|it) )?online\b[^\n]{0,60})$\n?",
    re.I | re.M,
)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:]+")
_SALUTATION = re.compile(r"^((?:dear|hello|hi|good (?:morning|afternoon|evening)|to whom)\b[^.?\n]{0,80}[,:!])[ \t]*\n(?=\S)", re.I | re.M)
_WRAPPED_WIDTH = 100
#: names for parts that have none of their own
_EXTENSIONS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
#: pictures, sounds and signatures are no documents, and no loss that anybody need be told of
_NO_DOCUMENTS = (
    "image/",
    "audio/",
    "video/",
    "application/pgp-signature",
    "application/pkcs7-signature",
    "text/calendar",
)


def read_mail(data: bytes, settings: IngestSettings, today: date, *, extension: str = ".eml") -> Content:
    """Read a mail, or a mailbox of several. Its text may be empty where it has attachments, which are left as bytes for the
    other readers."""
    check_text_bytes(data, extension)
    check_mail_bytes(data, extension)
    if is_mailbox(data):
        return read_mailbox(data, settings)
    try:
        message = email.message_from_bytes(data.lstrip(b"\r\n"), policy=email.policy.default)
        plain, page, attachments, notes = _parts(message, settings)
    except Rejected:
        raise
    except Exception as error:  # the parser's header classes let through what malformed headers lead to
        raise Rejected("unreadable", "it is a damaged mail") from error
    content = _page(page, settings, today) if not plain.strip() and page.strip() else None
    sender, address = _sender(message)
    text, forwarded, day = _forwarded(_unquoted(plain) if content is None else content.text, today)
    sender = forwarded or sender
    return Content(
        text=_ABOUT_ITSELF.sub("", _readable(text) if content is None else text).strip("\n"),
        media_type="message/rfc822",
        title=_REPLY.sub("", _header(message, "Subject")).strip() or None,
        published=day or _date(message),
        outlet=sender or (outlet_of(f"https://{address}") if address else None),
        url=content.url if content else None,
        language=_header(message, "Content-Language")[:20] or None,
        attachments=tuple(attachments),
        notes=notes,
    )


def _page(page: str, settings: IngestSettings, today: date) -> Content:
    data = codecs.BOM_UTF8 + page.encode()
    return read_isolated(".html", data, settings, today) if needs_isolation(".html", data, settings) else read_page(page, today)


def _parts(message: Message, settings: IngestSettings) -> tuple[str, str, list[Attachment], tuple[str, ...]]:
    """Sort the parts of a mail into plain text, HTML and documents; the last are the notes on how its texts were decoded."""
    plain: list[str] = []
    page: list[str] = []
    attachments: list[Attachment] = []
    names: set[str] = set()
    notes: dict[str, None] = {}
    for part in _leaves(message, 0):
        kind = part.get_content_type()
        name = _file_name(part)
        attached = name is not None or part.get_content_disposition() == "attachment"
        if not attached and kind in {"text/plain", "text/html"}:
            decoded = _decoded(part)
            (plain if kind == "text/plain" else page).append(decoded.text.lstrip("\ufeff").replace("\r\n", "\n"))
            notes |= dict.fromkeys(decoded.notes)
        elif kind == "message/rfc822":
            inner = part.get_payload()
            whole = inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
            attachments.append(Attachment(name=_unique(f"{_stem(name) or 'forwarded'}.eml", names), data=whole))
        elif attached and not kind.startswith(_NO_DOCUMENTS):
            payload = part.get_payload(decode=True)
            own = name or f"attachment{_EXTENSIONS.get(kind, '')}"
            attachments.append(Attachment(name=_unique(own, names), data=payload if isinstance(payload, bytes) else b""))
        if len(attachments) > settings.max_attachments:
            raise Rejected("too large", f"it has more than {settings.max_attachments} attachments")
    return "\n\n".join(plain), "\n".join(page), attachments, tuple(notes)


def _leaves(part: Message, depth: int) -> Iterator[Message]:
    """Yield the parts that are no containers, without stepping into attached mails. Deep nesting ends the walk."""
    if not part.is_multipart() or part.get_content_type() == "message/rfc822":
        yield part
        return
    payload = part.get_payload()
    for child in payload if isinstance(payload, list) and depth < 50 else []:
        if isinstance(child, Message):
            yield from _leaves(child, depth + 1)


def _decoded(part: Message) -> Decoded:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return Decoded(text="")
    return decode_text(payload, known_encoding(part.get_content_charset()))


def _unquoted(text: str) -> str:
    """Drop the marks before the lines of another's mail, and the signature."""
    return _QUOTE_MARK.sub("", _SIGNATURE.split(text.replace("\r", "\n"), maxsplit=1)[0])


def _forwarded(text: str, today: date) -> tuple[str, str | None, date | None]:
    """Give a text without the headers of other mails in it; and whose the innermost is, of which day, where more stands below its
    headers than above: what somebody answers to is not what they send."""
    found = list(_FORWARDED.finditer(text))
    bare = _FORWARDED.sub("\n", text)
    if not found or found[0].start() > len(text) - found[-1].end():
        return bare, None, None
    last = found[-1]
    named = _NAME.match(last["sender"].replace('"', "").strip())
    sent = _SENT.search(last["rest"])
    day = next((d for w in find_dates(sent["date"]) if (d := w.resolve(today)) is not None), None) if sent else None
    return bare, named.group().strip(" (") if named else None, day


def _readable(text: str) -> str:
    """Join the lines that mail programs break."""
    # whom a mail greets is no part of its first sentence
    text = _SALUTATION.sub(r"\1\n\n", text)
    return join_pages([text]) if longest_line(text.split("\n")) <= _WRAPPED_WIDTH else text.strip("\n")


def _header(message: Message, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).encode("utf-8", "replace").decode("utf-8").split())[:500]
    except Exception:  # headers are parsed when they are asked for
        return ""


def _sender(message: Message) -> tuple[str | None, str | None]:
    """Give the name that a mail is from, and its host."""
    try:
        header = message["From"] if isinstance(message, EmailMessage) else None
        first = header.addresses[0] if header is not None and header.addresses else None
        return (" ".join(first.display_name.split()) or None, first.domain or None) if first else (None, None)
    except Exception:  # as above
        return None, None


def _date(message: Message) -> date | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except Exception:  # as above
        name = None
    if not name:
        return None
    name = _UNSAFE.sub("_", str(name).encode("utf-8", "replace").decode("utf-8")).strip(" .")
    return name[-150:] or None


def _stem(name: str | None) -> str | None:
    return name.rpartition(".")[0] or name if name else None


def _unique(name: str, names: set[str]) -> str:
    stem, dot, extension = name.rpartition(".")
    candidate, number = name, 1
    while candidate.lower() in names:
        number += 1
        candidate = f"{stem or extension} ({number}){dot}{extension if stem else ''}"
    names.add(candidate.lower())
    return candidate
