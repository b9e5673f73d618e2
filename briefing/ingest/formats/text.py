"""Plain text: the file's characters as decoded, so that every offset is one in the file; where its lines were wrapped to a width, a space
stands for a line end, and for the marks before the lines of a mail that is answered."""

from __future__ import annotations

import re

from briefing.ingest.charset import decode_text
from briefing.ingest.content import Content
from briefing.ingest.formats.wrapped_lines import without_wraps
from briefing.ingest.signatures import check_decoded_text, check_plain_bytes, check_text_bytes

#: the marks before each line of a mail that is answered, on two lines running at least
_QUOTED = re.compile(r"(?m)(?:^>[^\r\n]*(?:\r?\n|\Z)){2,}")
_MARKS = re.compile(r"(?m)^>[> \t]*")
#: lines that compare, each with a figure: "> 65 years: 12 per cent"
_COMPARES = re.compile(r"(?:>[> \t]*\d[^\r\n]*(?:\r?\n|\Z))+")


def read_text(data: bytes) -> Content:
    """Read a .txt file; line ends of paragraphs, NUL and control characters stay where they are."""
    check_text_bytes(data, ".txt")
    check_plain_bytes(data, ".txt")
    decoded = decode_text(data)
    check_decoded_text(decoded.text, ".txt")
    return Content(text=without_wraps(_unmarked(decoded.text)), media_type="text/plain", notes=decoded.notes)


def _unmarked(text: str) -> str:
    """A text of the same length with spaces for the marks that a mail program puts before the lines that are answered."""
    return _QUOTED.sub(_blanked, text)


def _blanked(quoted: re.Match[str]) -> str:
    lines = quoted.group()
    return lines if _COMPARES.fullmatch(lines) else _MARKS.sub(lambda marks: " " * len(marks.group()), lines)
