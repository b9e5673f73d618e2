"""Whether what is said goes on with who spoke before: a quotation behind another, a paragraph that is all quotation, a source named in
another sentence."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.models import Attribution, Span
from briefing.nlp.paragraphs import stands_with
from briefing.nlp.quotations import is_quoted, next_opened
from briefing.nlp.syntax import Text

#: characters between two quotations that may be one
_NEAR = 400


def is_carried_on(view: Text, attribution: Attribution) -> bool:
    """Tell whether a source of another sentence is all that says who holds a content."""
    places = {view.sentence_at(s.start) for s in attribution.content}
    return bool(attribution.source) and not attribution.cue and not {view.sentence_at(s.start) for s in attribution.source} & places


def is_next(view: Text, before: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether no sentence stands between two contents."""
    return view.sentence_at(content[0].start) - view.sentence_at(before[-1].end - 1) in (0, 1)


def continues(view: Text, before: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether a quotation follows another with nothing said between."""
    end, start = before[-1].end, content[0].start
    return is_quoted(view.text, content) and 0 <= start - end < _NEAR and view.text.count("\n", end, start) <= 4


def is_left_over(view: Text, attribution: Attribution, following: Sequence[Attribution], before: tuple[Span, ...]) -> bool:
    """Tell whether a paragraph that is all quotation is tied to the cue of a paragraph behind, which has a content of its own there:
    then it goes on with who spoke in the paragraph before, unless it is left open for the one that has the cue."""
    text, content, cue = view.text, attribution.content, attribution.cue
    if not cue or not is_quoted(text, content) or "\n" not in text[content[-1].end : cue[0].start]:
        return False
    if stands_with(text, attribution.source, content):
        return False
    opened = next_opened(text, content[0].start)
    if opened is not None and "\n" not in text[opened : cue[0].start]:
        return False
    if not 0 <= content[0].start - before[-1].end < _NEAR or "\n" not in text[before[-1].end : content[0].start]:
        return False
    return any(a.cue == cue and "\n" not in _between(text, cue[0], a.content[0]) for a in following)


def _between(text: str, one: Span, other: Span) -> str:
    first, last = sorted((one, other))
    return text[first.end : last.start]
