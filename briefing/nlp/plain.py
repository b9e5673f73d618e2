"""A text as it is meant: quotation marks, hyphens and letters in their usual form, without what nobody sees and without small print.

Every character of it knows where it comes from, so that what is found in it is given in offsets of the text as it was.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from briefing.characters import UNSEEN
from briefing.models import Document, Span
from briefing.nlp.small_print import small_print

Record = TypeVar("Record")

#: signs that stand for another, one for one
_USUAL = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
    **dict.fromkeys("\u02bc\u2032\uff07", "’"),
    **dict.fromkeys("\u2033\uff02", '"'),
    **dict.fromkeys("\u201f", "“"),
}
_ODD = re.compile(rf"[{''.join(_USUAL)}{UNSEEN}\ufeff\u00ab\u00bb\u201e\ufb00-\ufb06\u0300-\u036f`‘]|''|(?<!\w)'(?=\w)")
_RAISED = re.compile(r"``|''|`(?=\w)")
_DIRECTED = re.compile(r"[„“”«»]")
_COMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+|[\ufb00-\ufb06]")
_SINGLE_OPENS = re.compile(r"(?<![\w’'.,!?])[‘'](?=[^\s’'])(?!\d\ds\b)")
_SINGLE_CLOSES = re.compile(r"(?<=[^\s‘'(\[])[’'](?!\w)")
_ENDS_CLAUSE = ",.?!…—–"
_LINE = re.compile(r"[^\r\n]+")
_DOUBLE = re.compile(r"[“\"]")
#: quotations in single marks that end as speech does, from which on a text is taken to quote so
_FEWEST = 3


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
    if _ODD.search(text) is not None:
        for match in re.finditer(f"[{''.join(_USUAL)}]", text):
            yield match.start(), (match.end(), _USUAL[match.group()])
        for match in _COMPOSED.finditer(text):
            usual = unicodedata.normalize("NFKC", match.group())
            yield match.start(), (match.end(), usual)
        yield from _doubles(text)
        yield from _singles(text)
        for match in re.finditer(f"[{UNSEEN}]+|(?<!^)\ufeff+", text):
            yield match.start(), (match.end(), "")
    for span in small_print(text, body_start=body_start):
        yield span.start, (span.end, "")


def _doubles(text: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield quotation marks of other languages and of typewriters as English prints them."""
    raised = "``" in text
    for match in _RAISED.finditer(text):
        if match.group() == "''":
            yield match.start(), (match.end(), "”" if raised else '"')
        else:
            yield match.start(), (match.end(), "“" if match.group() == "``" else "‘")
    marks = list(_DIRECTED.finditer(text))
    low = any(m.group() == "„" for m in marks)
    turned = next((m.group() for m in marks if m.group() in "«»"), "«") == "»"
    opened = False
    for mark in marks:
        char, start, end = mark.group(), mark.start(), mark.end()
        if char == "„":
            opened = True
            yield start, (end, "“")
        elif char in "«»":
            opens = (char == "«") != turned
            inner = re.compile(r"[ \u00a0\u202f]*").match(text, end) if opens else None
            begin = start
            while not opens and begin and text[begin - 1] in " \u00a0\u202f":
                begin -= 1
            yield begin, (inner.end() if inner else end, "“" if opens else "”")
        elif low and opened:
            opened = False
            if char == "“":
                yield start, (end, "”")


def _singles(text: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the marks of a text that quotes in single ones, as the British do, as double ones, and the double ones within as single."""
    found = [pair for line in _LINE.finditer(text) for pair in _pairs(text, *line.span())]
    inside = [(m.start(), any(a < m.start() < b for a, b in found)) for m in _DOUBLE.finditer(text)]
    speech = sum(text[b - 1] in _ENDS_CLAUSE and " " in text[a:b] for a, b in found)
    if speech < _FEWEST or speech <= sum(not within for _, within in inside):
        return
    for start, end in found:
        yield start, (start + 1, "“")
        yield end, (end + 1, "”")
        for mark in re.finditer("[“”]", text[start:end]):
            yield start + mark.start(), (start + mark.end(), "‘" if mark.group() == "“" else "’")


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where single marks open and close a quotation in a paragraph: at the end of a clause, else before the next is opened."""
    opening = _SINGLE_OPENS.search(text, start, end)
    while opening is not None:
        following = _SINGLE_OPENS.search(text, opening.end(), end)
        closing = list(_SINGLE_CLOSES.finditer(text, opening.end(), following.start() if following else end))
        ended = [c for c in closing if text[c.start() - 1] in _ENDS_CLAUSE] or closing[-1:]
        if ended:
            yield opening.start(), ended[0].start()
        opening = following
