"""The words of a source as a reader sees them: spans tidied at their ends, white space folded, what nobody sees left out, pieces joined."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.characters import without_unseen
from briefing.models import Correction, Excerpt, Span

JOINT = " … "
#: what opens a quotation, and what closes one that it opened
_CLOSES = {"“": '”"', "«": "»", "„": "“”", '"': '"”'}
OPENING, CLOSING = "".join(_CLOSES), '”»"'
_QUOTES = OPENING + CLOSING
_LEFT_WASTE = " \t\r\n\u00a0,;:.)]–—-…"
#: letters that brackets hold at most
_IN_BRACKETS = 80
_RIGHT_WASTE = " \t\r\n\u00a0,;:([–—-"


def excerpt_text(text: str, spans: Sequence[Span], corrections: Sequence[Correction] = ()) -> str:
    """Show spans of a text: corrections in square brackets, white space folded, what nobody sees left out, pieces joined by an ellipsis."""
    return JOINT.join(_piece(text, span, corrections) for span in spans)


def make_excerpt(document: str, text: str, spans: Sequence[Span], corrections: Sequence[Correction] = ()) -> Excerpt:
    """Build the excerpt of a document at the spans, with those of the corrections that lie inside them."""
    within = tuple(sorted((c for c in corrections if any(_inside(c.span, s) for s in spans)), key=lambda c: c.span))
    return Excerpt(document=document, spans=tuple(spans), text=excerpt_text(text, spans, within), corrections=within)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _piece(text: str, span: Span, corrections: Sequence[Correction]) -> str:
    shown: list[str] = []
    at = span.start
    for correction in corrections:
        if _inside(correction.span, span) and correction.span.start >= at:
            # what stands in the place of no words is put behind the word before
            gap = " " if correction.span.start == correction.span.end else ""
            shown += [text[at : correction.span.start], f"{gap}[{correction.replacement}]"]
            at = correction.span.end
    shown.append(text[at : span.end])
    return " ".join(without_unseen("".join(shown)).split())


def trim(text: str, span: Span) -> Span:
    """Drop white space, commas and dashes at both ends."""
    start, end = span
    while start < end and text[start] in _LEFT_WASTE:
        start += 1
    while end > start and text[end - 1] in _RIGHT_WASTE:
        end -= 1
    return Span(start, end)


def settle_brackets(text: str, span: Span) -> Span:
    """Give a span that ends inside round brackets with all that these hold, or without it where they do not close soon."""
    start, end = span
    opened = text.rfind("(", start, end)
    if opened < 0 or ")" in text[opened:end]:
        return span
    closing = text.find(")", end, end + _IN_BRACKETS)
    if closing >= 0 and not any(c in text[end:closing] for c in "(\n"):
        return Span(start, closing + 1)
    return trim(text, Span(start, opened)) if opened > start else span


def paragraph_of(text: str, at: int) -> Span:
    """The line around a place, where quotation marks open and close."""
    end = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))


def open_quote(text: str, at: int) -> bool:
    """Tell whether a place lies inside double quotation marks opened in its paragraph; angled ones that close first open nothing."""
    around = paragraph_of(text, at)
    turned = "»" in text[around.start : around.end].partition("«")[0]
    opened = ""
    for mark in text[around.start : at]:
        if opened:
            opened = "" if mark in _CLOSES[opened] else opened
        elif mark in _CLOSES and not (turned and mark == "«"):
            opened = mark
    return bool(opened)


def is_cut(text: str) -> bool:
    """Tell whether a quotation begins or ends outside of a text."""
    return text.count("“") != text.count("”") or text.count("«") != text.count("»")


def is_broken(text: str) -> bool:
    """Tell whether words begin or end within a quotation, be its marks alike at both ends."""
    return is_cut(text) or text.count('"') % 2 == 1


def settle_quotes(text: str, span: Span) -> tuple[Span, bool]:
    """Give the span with its quotation marks in pairs, and whether all of it is a quotation (then without the marks).

    A span that opens or closes a quotation in its middle takes in the rest of that quotation.
    """
    start, end = trim(text, span)
    if start >= end:
        return Span(start, end), False
    # marks at the very ends are what the quotation is wrapped in
    while start < end and text[start] in _QUOTES and (open_quote(text, start + 1) and not _mark(text, start + 1, end)):
        start += 1
    while end > start and text[end - 1] in _QUOTES and open_quote(text, start) and not _mark(text, start, end - 1):
        end -= 1
    if not _mark(text, start, end):
        return trim(text, Span(start, end)), open_quote(text, start)
    room = paragraph_of(text, start)
    if open_quote(text, start):
        while start > room.start and text[start - 1] not in _QUOTES:
            start -= 1
        start = max(room.start, start - 1)
    if open_quote(text, end):
        closing = next((n for n in range(end, min(len(text), end + 600)) if text[n] in _QUOTES or text[n] == "\n"), None)
        if closing is not None and text[closing] in _QUOTES:
            end = closing + 1
    return Span(start, end), False


def _mark(text: str, start: int, end: int) -> bool:
    return any(c in _QUOTES for c in text[start:end])
