"""Plain text: the file's characters exactly as decoded, so that every offset is one in the file."""

from __future__ import annotations

from briefing.ingest.charset import decode_text
from briefing.ingest.content import Content
from briefing.ingest.signatures import check_decoded_text, check_plain_bytes, check_text_bytes


def read_text(data: bytes) -> Content:
    """Read a .txt file; line ends, NUL and control characters stay where they are."""
    check_text_bytes(data, ".txt")
    check_plain_bytes(data, ".txt")
    decoded = decode_text(data)
    check_decoded_text(decoded.text, ".txt")
    return Content(text=decoded.text, media_type="text/plain", notes=decoded.notes)
