"""Attributions that are several: by their paragraphs, by their cues, by turns; and two that are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.models import Attribution, Span
from briefing.nlp.fragments import clause_over
from briefing.nlp.paragraphs import cut_at_paragraphs, stands_with
from briefing.nlp.quotations import is_quoted
from briefing.nlp.syntax import Text

#: characters of an aside between two parts of one content: "the name – which others share – could lead to"
_WIDEST_GAP = 60
_ASIDE = re.compile(r",?\s(?:[–—-]\s|which\b|who\b|where\b)")
#: what opens a clause without which another is not so: what "while" and "as" open is told besides
_CASES = frozenset({"if", "unless"})
_MARKS = '“”"«»;'


def divide(view: Text, attribution: Attribution, heads: Sequence[Span], body_start: int) -> list[Attribution]:
    """The attributions that one is, each of one paragraph and one cue; none where its content stands before the body."""
    pieces = (part for piece in _by_paragraph(view, attribution, heads, body_start) for part in _by_cue(view, piece))
    return [turn for part in pieces for turn in _by_turns(part)]


def _by_paragraph(view: Text, attribution: Attribution, heads: Sequence[Span], body_start: int) -> list[Attribution]:
    """The attributions that one is whose content lies in a headline and in what stands below it, or in several paragraphs: what
    stands where its cue is not goes on with it only as a quotation of the body."""
    content = tuple(Span(max(s.start, body_start), s.end) for s in attribution.content if s.end > body_start)
    pieces = [piece for span in content for piece in cut_at_paragraphs(view.text, span)]
    if not pieces:
        return []
    head = {s: _line_of(heads, s) for s in (*pieces, *attribution.cue, *attribution.source)}
    places = {head[s] for s in (*pieces, *attribution.cue)}
    if len(places) < 2:
        kept = [s for s in pieces if is_quoted(view.text, (s,)) or stands_with(view.text, attribution.cue, (s,))]
        return [replace(attribution, content=tuple(kept) if kept and len(kept) < len(pieces) else content)]
    found: list[Attribution] = []
    for place in sorted(places):
        own = tuple(s for s in pieces if head[s] == place)
        cue = tuple(s for s in attribution.cue if head[s] == place)
        source = tuple(s for s in attribution.source if head[s] == place) if cue else ()
        # a headline without a cue of its own is read by its colon
        if own and (cue or place < 0):
            found.append(replace(attribution, content=own, cue=cue, source=source))
    return found


def _line_of(heads: Sequence[Span], span: Span) -> int:
    return next((n for n, head in enumerate(heads) if head.start <= span.start < head.end), -1)


def _by_cue(view: Text, attribution: Attribution) -> list[Attribution]:
    """The attributions that one of several cues in several sentences is: each content with the cue of its own sentence."""
    places = {view.sentence_at(c.start) for c in attribution.cue}
    if len(places) < 2 or len(attribution.content) < 2:
        return [attribution]
    parts: dict[int, list[Span]] = {}
    for span in attribution.content:
        here = view.sentence_at(span.start)
        parts.setdefault(min(places, key=lambda p: (abs(p - here), p)), []).append(span)
    return [
        replace(
            attribution,
            content=tuple(content),
            cue=tuple(c for c in attribution.cue if view.sentence_at(c.start) == place),
            source=tuple(s for s in attribution.source if view.sentence_at(s.start) == place) or attribution.source,
        )
        for place, content in parts.items()
    ]


def _by_turns(attribution: Attribution) -> list[Attribution]:
    """The attributions that one is whose cues and contents take turns: "stressed" that there are challenges, "calling on" all to act;
    that the dam is safe, she "said", "adding" that it was built well."""
    turns = sorted([(s, 0) for s in attribution.cue] + [(s, 1) for s in attribution.content])
    kinds = [kind for _, kind in turns]
    if len(attribution.cue) < 2 or kinds not in ([0, 1] * len(attribution.cue), [1, 0, 0, 1]):
        return [attribution]
    pairs = zip(sorted(attribution.cue), sorted(attribution.content), strict=True)
    return [replace(attribution, cue=(cue,), content=(content,)) for cue, content in pairs]


def join_parts(view: Text, attributions: list[Attribution]) -> list[Attribution]:
    """Make one of two attributions of one source and cue whose contents follow each other within a sentence."""
    joined: list[Attribution] = []
    marks = [s.start for a in attributions for s in (*a.source, *a.cue)]
    for attribution in attributions:
        last = joined[-1] if joined else None
        if last is not None and last.cue and (last.cue, last.source) == (attribution.cue, attribution.source):
            if _is_case_of(view, last, attribution):
                joined[-1] = replace(last, content=(*last.content, *attribution.content))
                continue
            end, start = last.content[-1].end, attribution.content[0].start
            between = view.text[end:start] if end <= start else ""
            same = view.sentence_at(end - 1) == view.sentence_at(start)
            aside = 0 < start - end <= _WIDEST_GAP and _ASIDE.match(between) is not None
            near = aside and not any(c in between for c in _MARKS) and not any(end <= m < start for m in marks)
            if end > start or (same and (near or between.strip(" ,;").lower() in ("", "and", "that", "and that"))):
                whole = Span(last.content[-1].start, max(end, attribution.content[0].end))
                joined[-1] = replace(last, content=(*last.content[:-1], whole, *attribution.content[1:]))
                continue
        joined.append(attribution)
    return joined


def _is_case_of(view: Text, first: Attribution, other: Attribution) -> bool:
    """Tell whether one content is only the case of another behind who speaks: "If complaints came, Lund said, they would act"."""
    words = view.words(first.content)
    over = clause_over(view, words) if view.low(words[0]) in _CASES else None
    apart = first.content[-1].end <= first.cue[0].start and first.cue[-1].end <= other.content[0].start
    return apart and over is not None and over in {*view.words(other.content), *view.words(first.cue)}
