"""A text as it is meant: quotation marks, hyphens and letters in their usual form, without what nobody sees and without small print.

Every character of it knows where it comes from, so that what is found in it is given in offsets of the text as it was.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from briefing.characters import meant
from briefing.models import Document, Span
from briefing.nlp.small_print import small_print

Record = TypeVar("Record")


@dataclass(frozen=True, kw_only=True, slots=True)
class Plain:
    """A plain text with, for each of its characters, the stretch of the text as it was that it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def behind(self, offset: int) -> int:
        """Where in the plain text what stands at an offset of the text as it was, or behind it, begins."""
        return bisect.bisect_left(self.starts, offset)

    def here(self, span: Span) -> Span:
        """A stretch of the text as it was, in the plain text."""
        start = self.behind(span.start)
        return Span(start, max(start, self.behind(span.end)))

    def there(self, span: Span) -> Span:
        """A stretch of the plain text, in the text as it was."""
        if span.end > span.start:
            return Span(self.starts[span.start], self.ends[span.end - 1])
        place = self.starts[span.start] if span.start < len(self.starts) else (self.ends or (0,))[-1]
        return Span(place, place)


def plain_document(document: Document) -> tuple[Document, Plain | None]:
    """Give a document with its text as it is meant, and where that comes from; None where the text is so already."""
    plain = plain_text(document.text, body_start=document.body_start)
    if plain is None:
        return document, None
    title, dateline = document.title_span, document.dateline
    moved = replace(
        document,
        text=plain.text,
        body_start=plain.behind(document.body_start),
        title_span=plain.here(title) if title is not None else None,
        dateline=plain.here(dateline) if dateline is not None else None,
    )
    return moved, plain


def plain_text(text: str, *, body_start: int = 0) -> Plain | None:
    """Give a text as it is meant; None where it is so already."""
    edits = dict(_edits(text, body_start))
    if not edits:
        return None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start in sorted(edits):
        end, usual = edits[start]
        if start < at:  # what is left out already
            continue
        pieces += [text[at:start], usual]
        starts += [*range(at, start), *[start] * len(usual)]
        ends += [*range(at + 1, start + 1), *[end] * len(usual)]
        at = end
    pieces.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return Plain(text="".join(pieces), starts=tuple(starts), ends=tuple(ends))


def placed(record: Record, plain: Plain) -> Record:
    """Give a record with each span in it, at any depth, moved from the plain text to the text as it was."""
    moved: Any = record
    if isinstance(record, Span):
        moved = plain.there(record)
    elif isinstance(record, tuple):
        moved = tuple(placed(item, plain) for item in record)
    elif is_dataclass(record) and not isinstance(record, type):
        moved = replace(record, **{f.name: placed(getattr(record, f.name), plain) for f in fields(record)})
    found: Record = moved
    return found


def _edits(text: str, body_start: int) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield what stands for what: where it begins, where it ends, and what is meant."""
    yield from meant(text)
    for span in small_print(text, body_start=body_start):
        yield span.start, (span.end, "")
