"""A document beside its analysis: sentences around spans, misspelled names set right, excerpts as a reader sees them."""

from __future__ import annotations

import bisect
import functools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar, cast

from briefing.characters import as_printed
from briefing.compose.excerpts import CLOSING, OPENING, excerpt_text, make_excerpt, settle_brackets, settle_quotes, trim
from briefing.compose.names import person_words
from briefing.compose.swaps import named_words
from briefing.compose.terms import stem, words_of
from briefing.models import ACTING, Actor, Analysis, Correction, Document, Excerpt, Span

#: words that a clause does not end with
_DANGLING = frozenset(
    """a an the and or but nor of in on at to for from with by as into onto upon over under about than that which who whose whom be been
    is are was were has have had will would could should may might must shall can do does did not its his her their our my your this
    these those between among during without within such very more most""".split()
)
_FINITE = frozenset(
    """is are was were am be been has have had do does did will would can could may might must shall should isn aren wasn weren hasn haven
    hadn won wouldn couldn cannot needs need wants want says said ll re ve""".split()
)
_TAKES_OVER = frozenset("take takes taking taken took hand handed carry roll turn turned".split())
#: "in May" is a month, which "they may" is not
_BEFORE_MONTH = frozenset("in by until till before after since during of from to for early mid late next last".split())
_DO = frozenset("would will can could must should to".split())

Answer = TypeVar("Answer")


def asked_once(ask: Callable[[Reading], Answer]) -> Callable[[Reading], Answer]:
    """Keep with a reading what is asked of it; for what is small, as all readings of a run are kept. It must not be changed."""

    @functools.wraps(ask)
    def answer(reading: Reading) -> Answer:
        if answer not in reading.answers:
            reading.answers[answer] = ask(reading)
        return cast(Answer, reading.answers[answer])

    return answer


def _acting(analysis: Analysis) -> tuple[Actor, ...]:
    """The actors of weight, and all who hold something."""
    holders = {p.actor for p in analysis.positions}
    return tuple(a for a in analysis.actors if a.salience >= ACTING or a.name in holders)


class Evidence(NamedTuple):
    """The stretch of whole sentences of a document that an item rests on."""

    document: str
    span: Span

    def has(self, document: str, place: int) -> bool:
        """Tell whether a place of a document lies in it."""
        return document == self.document and self.span.start <= place < self.span.end


class Reading:
    """One document with its analysis; `documents` of a briefing are read through this only."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.document = document
        self.analysis = replace(analysis, actors=_acting(analysis))
        #: every offset as it is in the document
        self.text = as_printed(document.text)
        #: of `asked_once`: what was answered, by question
        self.answers: dict[object, object] = {}
        self.sentences = tuple(sorted(analysis.sentences))
        self._starts = [s.start for s in self.sentences]
        self._corrections = _corrections(analysis.actors, self.text)
        self._opening = document.dateline.end if document.dateline is not None else 0
        self._names = sorted(m.span for m in analysis.mentions if m.kind in ("person", "organization", "place"))

    @functools.cached_property
    def named(self) -> frozenset[str]:
        """The folded words of the names that the document mentions."""
        return named_words(self.document, self.analysis)

    @functools.cached_property
    def body(self) -> tuple[Span, ...]:
        """The sentences of the article itself, its title and address line aside, and what is set in capitals unless all of it is."""
        inside = [s for s in self.sentences if s.start >= self.document.body_start]
        return tuple(s for s in inside if not self.slice(s).isupper()) or tuple(inside)

    def sentences_at(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The sentences that the spans touch, from the first to the last."""
        if not spans or not self.sentences:
            return tuple(spans)
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        last = max(first, bisect.bisect_left(self._starts, end) - 1)
        return self.sentences[first : last + 1]

    def evidence(self, spans: Sequence[Span]) -> Evidence:
        """The whole sentences around the spans."""
        around = self.sentences_at(spans)
        return Evidence(
            self.document.id,
            trim_space(self.text, Span(min(around[0].start, spans[0].start), max(around[-1].end, spans[-1].end))),
        )

    def excerpt(self, spans: Iterable[Span], in_full: Sequence[Correction] = ()) -> Excerpt:
        """The words at the spans, white space at their ends aside; ``in_full`` are the names that it gives in full."""
        kept = [trim_space(self.text, s) for s in spans]
        misspelled = {c.span for c in self._corrections}
        corrections = (*self._corrections, *(c for c in in_full if not any(c.span.meets(m) for m in misspelled)))
        return make_excerpt(self.document.id, self.text, [s for s in kept if s.end > s.start], corrections)

    def whole(self, span: Span) -> Span:
        """The span with words and names cut at its ends made whole."""
        start, end = span
        for name in self._names:
            if name.start < start < name.end:
                start = name.start
            if name.start < end < name.end:
                end = name.end
        while 0 < start < len(self.text) and _in_word(self.text, start):
            start -= 1
        while 0 < end < len(self.text) and _in_word(self.text, end):
            end += 1
        return Span(start, end)

    def settled(self, spans: Sequence[Span]) -> tuple[tuple[Span, ...], bool]:
        """The spans made whole, their quotation marks in pairs, those that then overlap joined; and whether all is quotation."""
        pieces: list[Span] = []
        quoted: list[bool] = []
        for start, end in sorted(spans):
            if end <= self._opening:
                continue  # where and when an article was written is nobody's words
            span = Span(max(start, self._opening), end)
            settled, inside = settle_quotes(self.text, settle_brackets(self.text, self.whole(trim(self.text, span))))
            if settled.end <= settled.start:
                continue
            if pieces and settled.start <= pieces[-1].end:
                pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, settled.end))
                quoted[-1] = quoted[-1] and inside
            else:
                pieces.append(settled)
                quoted.append(inside)
        if all(quoted):
            return tuple(pieces), bool(pieces)
        # a quotation beside words that are none keeps its marks
        return tuple(self._with_marks(p) if q else p for p, q in zip(pieces, quoted, strict=True)), False

    def _with_marks(self, span: Span) -> Span:
        start, end = span
        if start > 0 and self.text[start - 1] in OPENING:
            start -= 1
        for reach in (0, 1):
            if end + reach < len(self.text) and self.text[end + reach] in CLOSING:
                return Span(start, end + reach + 1)
        return Span(start, end)

    def is_fragment(self, spans: Sequence[Span]) -> bool:
        """Tell whether words say nothing alone: too few, cut off at the end, or short and without a verb. A whole quotation is none."""
        words = [w for s in spans for w in words_of(self.text[s.start : s.end])]
        if len(words) > 2 and self._is_whole_quotation(spans):
            return False
        if len(words) < 4 or _breaks_off(words):
            return True
        return len(words) < 7 and words[0] not in ("to", "that", "not") and not _FINITE & set(words)

    def _is_whole_quotation(self, spans: Sequence[Span]) -> bool:
        """Tell whether words begin a quotation with a capital and fill it to its end: "I never took a coin"."""
        start, end = spans[0].start, spans[-1].end
        closing = self.text[end : end + 2]
        ends = (closing[:1] in CLOSING and bool(closing)) or (closing[1:] in CLOSING and closing[:1] in ",.!?" and len(closing) == 2)
        return start > 0 and self.text[start - 1] in OPENING and self.text[start].isupper() and ends

    def dangles(self, spans: Sequence[Span]) -> bool:
        """Tell whether the words break off."""
        words = [w for s in spans for w in words_of(self.text[s.start : s.end])]
        return not words or _breaks_off(words)

    def slice(self, span: Span) -> str:
        """The text at a span, white space folded, without what nobody sees."""
        return excerpt_text(self.text, [span])


@asked_once
def uncalled(reading: Reading) -> frozenset[str]:
    """The stems of persons' names beside the one that a text calls them by: whom it calls now by both and now by one is one word in it."""
    counts = Counter(map(stem, words_of(reading.text)))
    found: set[str] = set()
    for actor in reading.analysis.actors:
        parts = [stem(w) for w in person_words(actor.name)] if actor.kind == "person" else []
        called = max(reversed(parts), key=lambda w: counts[w], default=None)
        found.update(p for p in parts if p != called)
    return frozenset(found)


def _breaks_off(words: Sequence[str]) -> bool:
    """Tell whether the last of some words needs another behind it; the month of "9 May" and "in May", and "to take over" do not."""
    before, last = words[-2:] if len(words) > 1 else ("", words[-1])
    if last == "may" and before:
        return not (before[0].isdigit() or before in _BEFORE_MONTH)
    # "three crowns would do"
    is_whole = (last == "over" and before in _TAKES_OVER) or (last == "do" and before in _DO)
    return last in _DANGLING and not is_whole


def trim_space(text: str, span: Span) -> Span:
    """Drop white space at both ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _in_word(text: str, at: int) -> bool:
    """Tell whether a place splits a word, a hyphen between letters counting as part of it."""
    before, behind = text[at - 1], text[at]
    if before.isalnum() and behind.isalnum():
        return True
    if behind == "-" and before.isalnum():
        return at + 1 < len(text) and text[at + 1].isalnum()
    return before == "-" and behind.isalnum() and at > 1 and text[at - 2].isalnum()


def _corrections(actors: Sequence[Actor], text: str) -> tuple[Correction, ...]:
    """Each misspelled mention with the spelling of the same actor that is likest to it."""
    found: dict[Span, str] = {}
    for actor in actors:
        wrong = {" ".join(text[s.start : s.end].split()) for s in actor.misspelled}
        right = [n for n in (actor.name, *actor.aliases) if n not in wrong]
        for span in actor.misspelled:
            surface = " ".join(text[span.start : span.end].split())
            same = [n for n in right if len(n.split()) == len(surface.split())] or right
            if same:
                found[span] = max(same, key=lambda n: (SequenceMatcher(None, surface, n).ratio(), n))
    return tuple(Correction(span=s, replacement=r) for s, r in sorted(found.items()))
