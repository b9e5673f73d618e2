"""Where spans and names stand in a text, asked by place: the cost of a look grows with what lies there, not with the text."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from briefing.models import Span


class Spans:
    """Spans in order, each once."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(set(spans))
        self._longest = max((s.end - s.start for s in self._spans), default=0)

    def add(self, span: Span) -> None:
        at = bisect.bisect_left(self._spans, span)
        if at == len(self._spans) or self._spans[at] != span:
            self._spans.insert(at, span)
            self._longest = max(self._longest, span.end - span.start)

    def meeting(self, start: int, end: int) -> list[Span]:
        """Those that have a character in common with a stretch, in order."""
        first = bisect.bisect_left(self._spans, Span(start - self._longest, 0))
        last = bisect.bisect_left(self._spans, Span(end, 0), first)
        return [s for s in self._spans[first:last] if s.end > start and s.start < end]


def name_spans(text: str, name: str, *, hyphenated: bool = True) -> Iterator[Span]:
    """Where a name stands as a word of its own, in order; one that goes on behind a hyphen counts if ``hyphenated``."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, behind = text[at - 1 : at], text[end : end + 1]
        if not _is_of_word(before) and before != "-" and not _is_of_word(behind) and (hyphenated or behind != "-"):
            yield Span(at, end)
            at = text.find(name, end)
        else:
            at = text.find(name, at + 1)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def overlap(a: Sequence[Span], b: Sequence[Span]) -> bool:
    """Tell whether a span of one row has a character in common with one of another."""
    return any(x.meets(y) for x in a for y in b)
