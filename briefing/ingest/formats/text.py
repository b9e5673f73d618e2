"""Plain text: the file's characters as decoded, so that every offset is one in the file; where its lines were wrapped to a width, a space
stands for a line end."""

from __future__ import annotations

from briefing.ingest.charset import decode_text
from briefing.ingest.content import Content
from briefing.ingest.formats.wrapped_lines import without_wraps
from briefing.ingest.signatures import check_decoded_text, check_plain_bytes, check_text_bytes


def read_text(data: bytes) -> Content:
    """Read a .txt file; line ends of paragraphs, NUL and control characters stay where they are."""
    check_text_bytes(data, ".txt")
    check_plain_bytes(data, ".txt")
    decoded = decode_text(data)
    check_decoded_text(decoded.text, ".txt")
    return Content(text=without_wraps(decoded.text), media_type="text/plain", notes=decoded.notes)
