"""Whether a file is what its extension says, by its first bytes."""

from __future__ import annotations

import re

from briefing.ingest.content import Rejected

#: how a file of some other kind begins, and what to call it
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document of the old kind"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b\x08", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"\xfd7zXZ\x00", "a compressed archive"),
    (b"Rar!\x1a\x07", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a Rich Text document"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s{0,200}(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype\s+html|html[\s>])", re.I | re.S)
_MAIL_HEADER = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:From [^\n]{1,500}\n|[!-9;-~]{1,100}[ \t]*:)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")


def check_text_bytes(data: bytes, extension: str) -> None:
    """Refuse, as having the wrong extension, bytes that are of a known kind which is not text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and not (signature == b"BZh" and not data[3:4].isdigit()):
            raise Rejected("wrong extension", f"it is named {extension} but is {kind}")


def check_plain_bytes(data: bytes, extension: str) -> None:
    """Refuse a web page that is named as plain text: its markup would be read as its words."""
    if _HTML.match(data[:2000]):
        raise Rejected("wrong extension", f"it is named {extension} but is a web page")


def check_decoded_text(text: str, extension: str) -> None:
    """Refuse text of which much is control characters or bytes that no encoding explains; a few are let through."""
    sample = text[:100_000]
    odd = len(_CONTROL.findall(sample))
    if (odd > 20 and odd > len(sample) * 0.1) or (odd and odd > len(sample) * 0.3):
        raise Rejected("wrong extension", f"it is named {extension} but holds no text")


def check_pdf_bytes(data: bytes) -> None:
    """Refuse what has no PDF header in its first kilobyte, where PDF readers look for it."""
    if b"%PDF-" not in data[:1024]:
        raise Rejected("wrong extension", "it is named .pdf but is no PDF")


def check_docx_bytes(data: bytes) -> None:
    """Refuse what is no ZIP archive; an encrypted Word file is an OLE container that says so."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Rejected("encrypted", "it is protected by a password")
        raise Rejected("wrong extension", "it is named .docx but is an Office document of the old kind; save it as .docx")
    if not data.startswith(b"PK"):
        raise Rejected("wrong extension", "it is named .docx but is no Word document")


def check_mail_bytes(data: bytes, extension: str) -> None:
    """Refuse what does not begin with a header line."""
    if not _MAIL_HEADER.match(data.lstrip(b"\r\n")[:1000]):
        raise Rejected("wrong extension", f"it is named {extension} but is no mail")
