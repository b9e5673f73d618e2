"""The bottom line: two to four whole sentences that say what happened, who stands where and what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from briefing.calendar_names import CALENDAR
from briefing.compose.corrections import corrects
from briefing.compose.drafts import Draft
from briefing.compose.endings import endings
from briefing.compose.excerpts import is_broken
from briefing.compose.figures import read_pieces
from briefing.compose.full_names import in_full
from briefing.compose.gist import is_said_behind, leans, most_telling, news_weight, refers, standing
from briefing.compose.identity import called_words
from briefing.compose.readings import Reading, asked_once
from briefing.compose.swaps import read_words
from briefing.compose.terms import jaccard, terms_of, words_of
from briefing.compose.tolls import gravity, tells_toll
from briefing.models import BottomLine, Span

_MOST = 4
#: of a story's first day so many lines are those of the document that speaks for it, where others have news of their own; where as many
#: as this have, it has a line more
_OWN, _MANY = 2, 2
#: of so many documents, those with most to say, so many sentences are read for their news
_HEARD, _READ = 40, 12
#: so many sentences that set a figure right, or say what has ended, have a line; a document with more news has so many lines at least
_SET_RIGHT, _FEW = 2, 3
#: what a body says or has, which the sentence right before names
_OWNED = re.compile(
    r"(?:Its|Their) |(?:It|They) (?:\w+ly |also )?(?:said|added|told|announced|warned|demanded|promised|put|denied|called|urged|expects?)\b"
)
#: how a sentence begins that takes back a part of the one right before it, and how many words of it are no line too long
_TAKES_BACK = re.compile(r"(?:But(?! (?:also|not|for|in|at|on)\b)|However,|Yet|Nevertheless,?|Nonetheless,?)(?= )")
_NOT_TOO_LONG = 45
#: how many died is told in the first of these sentences
_OPENING = 2
#: what an event that cost many lives adds to what is said of it
_GRAVE = 4.0
#: the news stands among so many sentences, is a sentence of so many words at least, and weighs so much more than what sets a scene,
#: or little less than what only a sentence before it explains
_EARLY, _WHOLE, _FAR_MORE, _LITTLE = 12, 6, 0.3, 0.2
#: so much of whose words another line has is told
#: what has so much of them though the headline's word is not among these is told too
_SAME, _MOST_SAID = 0.5, 0.75


def lead_reading(
    readings: Sequence[Reading], fresh: Sequence[tuple[Reading, Span]] | None = None, turned: Set[str] = frozenset()
) -> Reading:
    """The document that speaks for a story: the newest day's, of those one that tells of deaths, with the gravest event and most to say.

    Of a story that was told before it is the one that has the most telling of the ``fresh`` sentences; ``turned`` are the ids of the
    documents that show a change.
    """
    if fresh:
        return most_telling(fresh, turned)[0]
    newest = max((r.document.published for r in readings if r.document.published is not None), default=None)
    return max(
        readings,
        key=lambda r: (
            r.document.published == newest,
            _opens_with_toll(r),
            len(r.analysis.summary) >= 2,
            _GRAVE * gravity(r) + sum(p.salience for p in r.analysis.positions[:12]) + sum(s.salience for s in r.analysis.next_steps[:6]),
            r.document.id,
        ),
    )


@asked_once
def _opens_with_toll(reading: Reading) -> bool:
    return any(tells_toll(reading, sentence) for sentence in reading.body[:_OPENING])


def draft_bottom_line(
    readings: Sequence[Reading],
    *,
    most: int = _MOST,
    fresh: Sequence[tuple[Reading, Span]] | None = None,
    turned: Set[str] = frozenset(),
) -> list[Draft[BottomLine]]:
    """Give the summary of the document that speaks for all, with what others add to it where it is short. Where it begins by setting a
    scene, the sentence with the news stands in the place of that.

    Of a story that was told before, only the ``fresh`` sentences are told again, the most telling first, and of each document what it
    was written for; ``turned`` are the ids of the documents that show a change.
    """
    lead = lead_reading(readings, fresh, turned)
    may_tell = [s for s in lead.body if fresh is None or (lead, s) in fresh]
    summary = [s for s in lead.analysis.summary if fresh is None or (lead, s) in fresh]
    chosen: list[tuple[Reading, Span]] = [(lead, s) for s in _with_news(lead, summary, may_tell)][:most]
    if fresh:
        best = most_telling(fresh, turned)
        own = [f for f in fresh if f[0] is lead]
        chosen = [best, *(c for c in chosen or own if c != best)][: most if chosen else 2]
        told = [f for f in fresh if f not in chosen[:1] and (corrects(f[0].slice(f[1])) or endings(f[0].slice(f[1])))][:_SET_RIGHT]
        rest = _unsaid_headline(lead, own, [*chosen, *told])
        chosen = list(dict.fromkeys([*chosen[:1], *told, *rest, *chosen[1:]]))[:most]
        more = sorted((f for f in own if f not in chosen), key=lambda f: -news_weight(*f))
        chosen += more[: max(0, min(_FEW, most) - len(chosen))]
    others = sorted((r for r in readings if r is not lead), key=lambda r: (-len(r.analysis.positions), r.document.id))
    for reading in others:
        for sentence in reading.analysis.summary:
            if len(chosen) >= min(2, most) or any(_alike(reading, sentence, *c) for c in chosen):
                break
            if fresh is not None and (reading, sentence) not in fresh:
                continue
            chosen.append((reading, sentence))
    if fresh:
        added = _other_news(lead, fresh, chosen)[: most - 1]
        chosen = [*chosen[: max(1, most - len(added))], *added]
    elif most > _OWN and others:
        chosen = _with_others(lead, others, chosen, most + (len(others) >= _MANY))
    lines = _with_contrasts(_of_whom(chosen), fresh)
    excerpts = in_full((r, (s,)) for r, s in lines)
    return [
        Draft(item=BottomLine(excerpt=excerpt, citations=()), evidence=(r.evidence((s,)),))
        for excerpt, (r, s) in zip(excerpts, lines, strict=True)
    ]


def _with_others(lead: Reading, others: Sequence[Reading], own: Sequence[tuple[Reading, Span]], most: int) -> list[tuple[Reading, Span]]:
    """The first line of the document that speaks, the weightiest of its others, what the other documents were written for, and as far
    as there is room what else weighs most in any of them."""
    left = sorted(own[1:], key=lambda line: -news_weight(*line))
    chosen = [*own[:1], *left[: _OWN - 1]]
    early = [(r, s) for r in others[:_HEARD] for s in r.body[:_READ]]
    chosen += _other_news(lead, early, chosen, is_first=True)[: most - len(chosen)]
    beside = [(r, s) for r in others[:_HEARD] if any(r is c for c, _ in chosen) for s in r.analysis.summary]
    for line in sorted((*left[_OWN - 1 :], *beside), key=lambda line: -news_weight(*line)):
        if len(chosen) < most and line not in chosen and not _is_told(line, chosen):
            chosen.append(line)
    order = {r.document.id: n for n, r in enumerate(dict.fromkeys(r for r, _ in chosen))}
    return sorted(chosen, key=lambda line: (line != own[0] if own else False, order[line[0].document.id], line[1]))


def _unsaid_headline(
    lead: Reading, fresh: Sequence[tuple[Reading, Span]], shown: Sequence[tuple[Reading, Span]]
) -> list[tuple[Reading, Span]]:
    """The new sentence that says what no line has of the headline, names aside: "the leak was stopped" of "Brenta fined as leak stops"."""
    unsaid = terms_of(lead.document.title or "") - called_words(lead) - CALENDAR
    unsaid = unsaid.difference(*(terms_of(r.slice(s)) for r, s in shown))
    return max(([f] for f in fresh if unsaid & terms_of(lead.slice(f[1]))), key=lambda f: news_weight(*f[0]), default=[])


def _other_news(
    lead: Reading, fresh: Sequence[tuple[Reading, Span]], shown: Sequence[tuple[Reading, Span]], *, is_first: bool = False
) -> list[tuple[Reading, Span]]:
    """What the other documents of a day were written for, the weightiest first, where no line says it yet; on a story's first day a
    figure that no line has is said by none."""
    by_document: dict[str, list[tuple[Reading, Span]]] = {}
    for reading, span in fresh:
        if reading is not lead and reading.document.title:
            by_document.setdefault(reading.document.id, []).append((reading, span))
    best = sorted((most_telling(of_one) for of_one in by_document.values()), key=lambda s: (-news_weight(*s), s[0].document.id))
    found: list[tuple[Reading, Span]] = []
    for reading, span in best:
        names = called_words(reading) | CALENDAR
        terms, title = terms_of(reading.slice(span)) - names, terms_of(reading.document.title or "")
        if terms & title and not _is_told((reading, span), [*shown, *found], is_first=is_first):
            found.append((reading, span))
    return found


def _is_told(line: tuple[Reading, Span], shown: Sequence[tuple[Reading, Span]], *, is_first: bool = False) -> bool:
    """Tell whether other lines say what one does, names and days aside: what its article's headline says of it, and most of it."""
    reading, span = line
    names = called_words(reading) | CALENDAR
    terms = terms_of(reading.slice(span)) - names
    lines = [terms_of(r.slice(s)) - names for r, s in shown]
    unsaid = (terms & terms_of(reading.document.title or "")).difference(*lines)
    if any(t[0].isdigit() for t in unsaid) or (is_first and _figures(line).difference(*(_figures(other) for other in shown))):
        return False
    return any(len(terms & other) >= (_MOST_SAID if unsaid else _SAME) * len(terms) for other in lines)


def _figures(line: tuple[Reading, Span]) -> frozenset[float]:
    """The figures of a sentence, days aside."""
    reading, span = line
    pieces = read_pieces(reading.text, span, reading.analysis.times)
    return frozenset(p.value for p in pieces if isinstance(p.value, float) and p.days is None)


def _of_whom(chosen: Sequence[tuple[Reading, Span]]) -> list[tuple[Reading, Span]]:
    """Put before each sentence those that say of whom it is, unless it stands behind one of its document already; where these are a line
    of their own, it stands in that."""
    told: list[tuple[Reading, Span]] = []
    for reading, span in chosen:
        if any(r is reading and s.start <= span.start < s.end for r, s in told):
            continue
        follows = bool(told) and told[-1][0] is reading and told[-1][1].end <= span.start
        if follows and (_OWNED.match(reading.slice(span)) or is_said_behind(reading.slice(span))):
            # "Its leader", "it said" and "…, he said" behind another one's sentence are not of that one
            follows = not any(told[-1][1].end <= s.start < span.start for s in reading.body)
        line = standing(reading, span) if refers(reading.slice(span)) and not follows else span
        before = next((n for n, (r, s) in enumerate(told) if r is reading and line.meets(s)), None)
        if before is None:
            told.append((reading, line))
        else:
            told[before] = (reading, Span(min(line.start, told[before][1].start), line.end))
    return told


def _with_contrasts(lines: Sequence[tuple[Reading, Span]], fresh: Sequence[tuple[Reading, Span]] | None) -> list[tuple[Reading, Span]]:
    """The lines, each with the sentence right behind it that takes a part of it back: "announced a march. But it called it off", as far
    as that is no question and may be told."""
    told: list[tuple[Reading, Span]] = []
    for reading, span in lines:
        behind = next((s for s in reading.body if s.start >= span.end), None)
        text = reading.slice(behind) if behind is not None else ""
        is_told = behind is not None and any(r is reading and behind.meets(s) for r, s in lines)
        is_new = fresh is None or (behind is not None and (reading, behind) in fresh)
        near = bool(terms_of(text) & terms_of(reading.slice(span)))
        fits = near and _TAKES_BACK.match(text) and _is_whole(text) and not is_broken(text) and len(words_of(text)) <= _NOT_TOO_LONG
        told.append((reading, Span(span.start, behind.end) if behind is not None and fits and is_new and not is_told else span))
    return told


def _with_news(reading: Reading, summary: Sequence[Span], sentences: Sequence[Span]) -> list[Span]:
    """A summary that opens with the news: what weighs far more than its first sentence is told in place of that, and so is what stands
    for itself where that leans on what went before. The article's own first sentence comes before one that has no more of the news."""
    if not summary:
        return []
    first, weight = summary[0], news_weight(reading, summary[0])
    opening = [s for s in sentences[:1] if s in reading.body[:1] and s not in summary and _is_whole(reading.slice(s))]
    if opening and not leans(reading.slice(opening[0])) and news_weight(reading, opening[0]) >= weight:
        return [*opening, *summary]
    early = [s for s in sentences[:_EARLY] if s != first and _is_whole(reading.slice(s))]
    if leans(reading.slice(first)):
        early = [s for s in early if _says_whom(reading, s) and news_weight(reading, s) >= weight - _LITTLE][:1]
    else:
        early = [s for s in early if not leans(reading.slice(s)) and news_weight(reading, s) >= weight + _FAR_MORE]
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
