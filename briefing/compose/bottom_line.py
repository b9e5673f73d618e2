"""The bottom line: two to four whole sentences that say what happened, who stands where and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.drafts import Draft
from briefing.compose.gist import leans, most_telling, news_weight
from briefing.compose.readings import Reading
from briefing.compose.swaps import read_words
from briefing.compose.terms import jaccard, terms_of, words_of
from briefing.compose.tolls import gravity
from briefing.models import BottomLine, Span

_MOST = 4
#: what an event that cost many lives adds to what is said of it
_GRAVE = 4.0
#: the news stands among so many sentences, is a sentence of so many words at least, and weighs so much more than what sets a scene,
#: or little less than what only a sentence before it explains
_EARLY, _WHOLE, _FAR_MORE, _LITTLE = 6, 6, 0.3, 0.2


def lead_reading(readings: Sequence[Reading], fresh: Sequence[tuple[Reading, Span]] | None = None) -> Reading:
    """The document that speaks for a story: the newest day's, of those the one with the gravest event and most to say.

    Of a story that was told before it is the one that has the most telling of the ``fresh`` sentences.
    """
    if fresh:
        return most_telling(fresh)[0]
    newest = max((r.document.published for r in readings if r.document.published is not None), default=None)
    return max(
        readings,
        key=lambda r: (
            r.document.published == newest,
            len(r.analysis.summary) >= 2,
            _GRAVE * gravity(r) + sum(p.salience for p in r.analysis.positions[:12]) + sum(s.salience for s in r.analysis.next_steps[:6]),
            r.document.id,
        ),
    )


def draft_bottom_line(
    readings: Sequence[Reading], *, most: int = _MOST, fresh: Sequence[tuple[Reading, Span]] | None = None
) -> list[Draft[BottomLine]]:
    """Give the summary of the document that speaks for all, with what others add to it where it is short. Where it begins by setting a
    scene, the sentence with the news stands in the place of that.

    Of a story that was told before, only the ``fresh`` sentences are told again, the most telling first.
    """
    lead = lead_reading(readings, fresh)
    may_tell = [s for s in lead.body if fresh is None or (lead, s) in fresh]
    summary = [s for s in lead.analysis.summary if fresh is None or (lead, s) in fresh]
    chosen: list[tuple[Reading, Span]] = [(lead, s) for s in _with_news(lead, summary, may_tell)][:most]
    if fresh:
        best = most_telling(fresh)
        chosen = [best, *(c for c in chosen or [f for f in fresh if f[0] is lead] if c != best)][: most if chosen else 2]
    others = sorted((r for r in readings if r is not lead), key=lambda r: (-len(r.analysis.positions), r.document.id))
    for reading in others:
        for sentence in reading.analysis.summary:
            if len(chosen) >= 2 or any(_alike(reading, sentence, *c) for c in chosen):
                break
            if fresh is not None and (reading, sentence) not in fresh:
                continue
            chosen.append((reading, sentence))
    return [Draft(item=BottomLine(excerpt=r.excerpt((s,)), citations=()), evidence=(r.evidence((s,)),)) for r, s in chosen]


def _with_news(reading: Reading, summary: Sequence[Span], sentences: Sequence[Span]) -> list[Span]:
    """A summary that opens with the news: what weighs far more than its first sentence is told in place of that, and so is what stands
    for itself where that leans on what went before."""
    if not summary:
        return []
    first, weight = summary[0], news_weight(reading, summary[0])
    early = [s for s in sentences[:_EARLY] if s != first and _is_whole(reading.slice(s))]
    if leans(reading.slice(first)):
        early = [s for s in early if _says_whom(reading, s) and news_weight(reading, s) >= weight - _LITTLE][:1]
    else:
        early = [s for s in early if news_weight(reading, s) >= weight + _FAR_MORE]
    if not early:
        return list(summary)
    best = max(early, key=lambda s: news_weight(reading, s))
    return [best, *(s for s in summary[1:] if s != best)]


def _is_whole(sentence: str) -> bool:
    return len(words_of(sentence)) >= _WHOLE and sentence.endswith((".", ".”", '."'))


def _says_whom(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence stands for itself: it names somebody or some place, and does not lean on another."""
    text = reading.slice(sentence)
    return not leans(text) and any(w.is_name and text[w.span.start].isupper() for w in read_words(text, reading.named))


def _alike(reading: Reading, sentence: Span, other: Reading, span: Span) -> bool:
    return jaccard(terms_of(reading.slice(sentence)), terms_of(other.slice(span))) > 0.5
