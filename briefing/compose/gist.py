"""Which sentence of an article carries its news: not always the first, which may set a scene."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from datetime import date

from briefing.compose.addresses import headline_words
from briefing.compose.corrections import corrects, is_notice
from briefing.compose.excerpts import OPENING, is_cut
from briefing.compose.figures import FIGURE, read_pieces
from briefing.compose.readings import Reading
from briefing.compose.terms import overlap, terms_of
from briefing.compose.tolls import tells_toll
from briefing.models import Span

#: what speaks for a sentence: the headline's words, an early place, main actors, that somebody holds something or will do something,
#: that the summary has it, a figure, a toll; and against it: a quotation first or cut, a word that leans on the sentence before
_HEADLINE, _PLACE, _ACTORS, _HELD, _STEP, _SUMMARY, _FIGURE, _TOLL = 1.0, 0.5, 0.2, 0.05, 0.15, 0.1, 0.1, 0.4
_QUOTED, _LEANING = -0.35, -0.2
#: what the words of a headline in an address count for, where an article has no other
_ADDRESS = 1.5
#: what a document that shows a change adds to its sentences, among those of others
_TURNED = 0.5
#: so many of an article's actors are its main ones; a headline of fewer words says little
_MAIN, _HEADLINE_WORDS = 5, 4
_LEANS = re.compile(
    r"(?:this|that|these|those|but|and|also|however|meanwhile"
    r"|the (?:man|woman|boy|girl|minor|couple|pair|duo|trio)|(?:[\w’'.-]+ ){1,3}also)\b",
    re.IGNORECASE,
)
#: whom only the sentence before names: "He asked for money", "“It is time,” she said"
_REFERS = re.compile(r"(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
_SPEAKS = re.compile(r"[”\"](?: (?:said|says|added|told|asked))? (?:he|she|they)\b")
_SAID_BEHIND = re.compile(r", (?:he|she|they) (?:also )?(?:said|says|added|adds|told|noted|explained)\b[^,“\"]{0,60}$")
#: so many sentences at most are put before one that refers to them
_BEFORE = 2


def news_weight(reading: Reading, sentence: Span) -> float:
    """Weigh how much of an article's news a sentence of its body carries."""
    analysis, text = reading.analysis, reading.slice(sentence)
    terms, headline = terms_of(text), terms_of(reading.document.title or "")
    body = reading.body
    main = frozenset(t for a in analysis.actors[:_MAIN] for t in terms_of(a.name))
    address = frozenset() if headline else headline_words(reading.document.url)
    signs = (
        (_HEADLINE, len(terms & headline) / max(_HEADLINE_WORDS, len(headline))),
        (_ADDRESS, len(terms & address) / max(_HEADLINE_WORDS, len(address))),
        (_PLACE, 1 / (1 + body.index(sentence)) if sentence in body else 0.0),
        (_ACTORS, overlap(main, terms) > 0),
        (_HELD, any(p.actor is not None and _inside(p.content, sentence) for p in analysis.positions)),
        (_STEP, any(_inside(s.what, sentence) for s in analysis.next_steps)),
        (_SUMMARY, sentence in analysis.summary),
        (_FIGURE, any(p.key == FIGURE and p.days is None for p in read_pieces(reading.text, sentence, analysis.times))),
        (_TOLL, tells_toll(reading, sentence)),
        (_QUOTED, text[:1] in OPENING + "‘'" or is_cut(text)),
        (_LEANING, leans(text)),
    )
    return sum(weight * sign for weight, sign in signs)


def most_telling(sentences: Sequence[tuple[Reading, Span]], turned: Set[str] = frozenset()) -> tuple[Reading, Span]:
    """Of some sentences the one with most of the news of the newest of their documents; ``turned`` are ids of those that show a change.

    What only sets an article right comes behind all news, and of it what is right first.
    """
    return max(
        sentences,
        key=lambda s: (
            not is_notice(s[0].document.title or ""),
            s[0].document.published or date.min,
            is_notice(s[0].document.title or "") and corrects(s[0].slice(s[1])),
            news_weight(*s) + _TURNED * (s[0].document.id in turned),
            -s[1].start,
            s[0].document.id,
        ),
    )


def refers(text: str) -> bool:
    """Tell whether a sentence is of somebody whom it does not name."""
    return _REFERS.match(text) is not None or is_said_behind(text) or (text[:1] in OPENING and _SPEAKS.search(text) is not None)


def is_said_behind(text: str) -> bool:
    """Tell whether a sentence ends with a speaker whom it does not name: "The port must stay open, he said."."""
    return _SAID_BEHIND.search(text) is not None


def standing(reading: Reading, sentence: Span) -> Span:
    """A sentence together with those right before it that say of whom it is, and that begin what is quoted there."""

    def goes_back(first: Span) -> bool:
        return refers(reading.slice(first)) or is_cut(reading.text[first.start : sentence.end])

    return Span(first_told(reading, sentence, goes_back).start, sentence.end)


def first_told(reading: Reading, sentence: Span, goes_back: Callable[[Span], bool]) -> Span:
    """The sentence to begin with where one is told that goes back to those before it: two before it at most."""
    body = reading.body
    at = body.index(sentence) if sentence in body else 0
    first = at
    while first > max(0, at - _BEFORE) and goes_back(body[first]):
        first -= 1
    return body[first] if first < at else sentence


def leans(text: str) -> bool:
    """Tell whether a sentence opens with words that only the one before explains."""
    return _REFERS.match(text) is not None or _LEANS.match(text) is not None


def _inside(spans: tuple[Span, ...], sentence: Span) -> bool:
    return any(sentence.start <= s.start < sentence.end for s in spans)
