"""What a format reader gives back, and how it says no."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

Reason = Literal[
    "unreadable",
    "encrypted",
    "empty",
    "too large",
    "too deep",
    "timeout",
    "wrong extension",
    "not english",
    "symbolic link",
    "archive bomb",
    "unsupported format",
    "no document",
    "front matter",
]
#: nothing is wrong with these files; the briefing has no use for them
SKIPPED: frozenset[str] = frozenset({"not english", "symbolic link", "unsupported format", "no document"})


class Rejected(Exception):
    """A reader's refusal of one file: a stable code, and a sentence for the person who put the file there."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason: Reason = reason
        self.detail = detail


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A document inside a document, still as bytes; ``name`` has an extension that tells its format."""

    name: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """One file's text and what the file says about itself.

    ``published`` is stated for readers (front matter, a page's metadata, a mail's date). ``created`` is only what a
    program wrote into the file, so whatever the text itself says goes before it.
    """

    text: str
    media_type: str
    title: str | None = None
    published: date | None = None
    published_from: Literal["metadata", "front matter"] = "metadata"
    created: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    attachments: tuple[Attachment, ...] = ()
    #: sentences for the coverage note about how the file was read
    notes: tuple[str, ...] = ()


def pack_content(content: Content) -> dict[str, Any]:
    """Give a content as JSON can hold it. Mails are not read here, so there are no attachments to pack."""
    packed = asdict(content)
    packed.pop("attachments")
    for key in ("published", "created"):
        packed[key] = packed[key].isoformat() if packed[key] else None
    return packed


def unpack_content(packed: dict[str, Any]) -> Content:
    """Give back what `pack_content` was given."""
    days = {key: date.fromisoformat(packed[key]) if packed[key] else None for key in ("published", "created")}
    return Content(**{**packed, **days, "notes": tuple(packed["notes"])})
