"""What may stand in a header: text from documents and configurations is made harmless, addresses are exact or refused.

Every line is written here and not by the standard library's header registry, which has let a line feed inside an encoded word
become a header of its own (CVE-2024-6923), and encodes what it cannot fold, as in long addresses.
"""

from __future__ import annotations

import re
import unicodedata
from email.header import Header
from email.utils import quote

from briefing.errors import MessageRefused

_LONGEST_TEXT = 250
#: RFC 5321, section 4.5.3.1
_LONGEST_ADDRESS, _LONGEST_LOCAL = 254, 64
# What may turn the direction of a line, and hide what follows: embeddings, overrides, isolates; and the byte order mark.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+")
_DOMAIN = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*")
_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")


def clean_text(text: str) -> str:
    """Make text safe for a header: one line, no control character, nothing that turns direction, no ``=?``, 250 characters at most."""
    text = _TURNS.sub("", text)
    text = "".join(
        " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else "\ufffd" if unicodedata.category(c) == "Cs" else c for c in text
    )
    while "=?" in text:
        # the beginning of an encoded word: what it decodes to would be out of our sight
        text = text.replace("=?", " ")
    return " ".join(text.split())[:_LONGEST_TEXT].rstrip()


def exact_address(text: str) -> str:
    """Give an address as it stands in envelope and header, its domain in ASCII. Raises MessageRefused for anything but one bare address."""
    local, at, domain = text.rpartition("@")
    shown = ascii(text[:80])
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode("ascii")
        except UnicodeError:
            raise MessageRefused("address", f"{shown} is no email address: its domain is none") from None
    if not local.isascii():
        raise MessageRefused(
            "address", f"{shown}: letters other than A to Z before the @ are not supported by most mail servers; use another address"
        )
    if not at or not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain) or "=?" in local:
        raise MessageRefused("address", f"{shown} is no email address; write the bare address, as in name@example.org")
    address = f"{local}@{domain}"
    if len(address) > _LONGEST_ADDRESS or len(local) > _LONGEST_LOCAL:
        raise MessageRefused("address", f"{shown}... is longer than an address may be")
    return address


def is_domain(text: str) -> bool:
    """Tell whether text has the form of a domain, as a List-Id has (RFC 2919)."""
    return _DOMAIN.fullmatch(text) is not None


def text_line(name: str, text: str) -> bytes:
    """Write a header of free text, encoded and folded as it needs."""
    return f"{name}: {_encoded(clean_text(text), len(name) + 2)}\r\n".encode("ascii")


def mailbox_line(name: str, display: str | None, address: str) -> bytes:
    """Write a header of one address, with the name beside it where there is one."""
    return line(name, mailbox(display, address, at=len(name) + 2))


def mailbox(display: str | None, address: str, *, at: int) -> str:
    """Write a name beside an address, in angle brackets; ``at`` characters of the line are taken already."""
    words = clean_text(display or "")
    if not words:
        return address
    if not words.isascii():
        shown = _encoded(words, at)
    else:
        shown = words if _ATOM.fullmatch(words) else f'"{quote(words)}"'
    gap = "\r\n " if at + len(shown) + len(address) > 74 else " "
    return f"{shown}{gap}<{address}>"


def line(name: str, value: str) -> bytes:
    """Write a header whose value is ASCII and folded already. Raises MessageRefused for one that would not be a single header."""
    made = f"{name}: {value}\r\n"
    pieces = made[:-2].split("\r\n")
    odd = not made.isascii() or any(ord(c) < 32 or ord(c) == 127 for piece in pieces for c in piece)
    if odd or any(not piece.startswith(" ") or not piece.strip() for piece in pieces[1:]) or any(len(piece) > 998 for piece in pieces):
        raise MessageRefused("header", f"the header {name} cannot be written: its value is {value[:80]!a}")
    return made.encode("ascii")


def _encoded(text: str, at: int) -> str:
    charset = "us-ascii" if text.isascii() else "utf-8"
    return Header(text, charset, maxlinelen=76, header_name="x" * max(1, at - 2)).encode(linesep="\r\n")
