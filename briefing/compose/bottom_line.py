"""The bottom line: two to four whole sentences that say what happened, who stands where and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.drafts import Draft
from briefing.compose.readings import Reading
from briefing.compose.terms import jaccard, terms_of
from briefing.models import BottomLine, Span

_MOST = 4


def lead_reading(readings: Sequence[Reading]) -> Reading:
    """The document that speaks for a story: the newest day's, of those the one with most to say."""
    newest = max((r.document.published for r in readings if r.document.published is not None), default=None)
    return max(
        readings,
        key=lambda r: (
            r.document.published == newest,
            len(r.analysis.summary) >= 2,
            sum(p.salience for p in r.analysis.positions[:12]) + sum(s.salience for s in r.analysis.next_steps[:6]),
            r.document.id,
        ),
    )


def draft_bottom_line(
    readings: Sequence[Reading], *, most: int = _MOST, fresh: Sequence[tuple[Reading, Span]] | None = None
) -> list[Draft[BottomLine]]:
    """Give the summary of the document that speaks for all, with what others add to it where it is short.

    Of a story that was told before, only the ``fresh`` sentences are told again.
    """
    lead = lead_reading(readings)
    chosen: list[tuple[Reading, Span]] = [(lead, s) for s in lead.analysis.summary if fresh is None or (lead, s) in fresh][:most]
    if fresh is not None and not chosen:
        chosen = [(r, s) for r, s in fresh if r is lead][:2] or list(fresh[:2])
    others = sorted((r for r in readings if r is not lead), key=lambda r: (-len(r.analysis.positions), r.document.id))
    for reading in others:
        for sentence in reading.analysis.summary:
            if len(chosen) >= 2 or any(_alike(reading, sentence, *c) for c in chosen):
                break
            if fresh is not None and (reading, sentence) not in fresh:
                continue
            chosen.append((reading, sentence))
    return [Draft(item=BottomLine(excerpt=r.excerpt((s,)), citations=()), evidence=(r.evidence((s,)),)) for r, s in chosen]


def _alike(reading: Reading, sentence: Span, other: Reading, span: Span) -> bool:
    return jaccard(terms_of(reading.slice(sentence)), terms_of(other.slice(span))) > 0.5
