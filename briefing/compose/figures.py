"""The figures and days of a sentence, so that two sentences of one wording can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.calendar_names import DAY_NAMES
from briefing.compose.terms import fold, stem
from briefing.models import Interval, Span, TemporalExpression

Bound = Literal["exact", "about", "at least", "at most"]
FIGURE = "#"

_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?|%")
_UNITS = {
    w: n
    for n, w in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split()
    )
}
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
#: numbers in words, and as terms
NUMBERS = frozenset((*_UNITS, *_TENS, *_SCALES))
NUMERALS = frozenset(map(stem, NUMBERS))
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12}
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
#: "an hour" is one hour, while "a committee" counts nothing
_COUNTED = frozenset("hour day week month year decade century mile kilometre kilometer metre meter tonne ton".split())
_ARTICLES = frozenset({"a", "an", "the"})
_ABOUT = frozenset("about around some nearly almost approximately roughly circa estimated".split())
_LEAST, _MOST = frozenset({"least", "over", "than"}), frozenset({"most"})
_VAGUE = _ABOUT | frozenset("at least most more less fewer over under up to than".split())
_NUMBER = rf"(?:{'|'.join(sorted((*_UNITS, *_TENS)))})"
_SEVERAL = re.compile(rf"\b{_NUMBER}(?:(?:-| | and )(?:{'|'.join(sorted((*_UNITS, *_TENS, 'hundred', 'thousand')))}))+\b", re.IGNORECASE)
#: a number of more digits has commas, or is told in millions
_MOST_DIGITS = 10_000
#: how far apart two figures may be of which one is rounded
_ROUNDING = 0.05


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A word or a figure of a sentence. ``key`` is what is compared: a stem, or `FIGURE` for figures and days."""

    key: str
    span: Span
    value: float | str | None = None
    bound: Bound = "exact"
    #: the days that the piece is resolved to, where it is part of a date
    days: Interval | None = None


def read_pieces(text: str, sentence: Span, times: Sequence[TemporalExpression] = ()) -> list[Piece]:
    """The words of a sentence with its figures read; hedges such as "about" are part of the figure behind them."""
    words = [(m.group(), Span(m.start(), m.end())) for m in _PIECE.finditer(text, sentence.start, sentence.end)]
    folded = [fold(w) for w, _ in words]
    pieces: list[Piece] = []
    hedges: list[str] = []
    at = 0
    while at < len(words):
        value, end = _figure(folded, at)
        span = Span(words[at][1].start, words[max(at, end - 1)][1].end)
        if value is not None:
            pieces.append(Piece(key=FIGURE, span=span, value=value, bound=_bound(hedges), days=_days(span, times)))
            hedges, at = [], end
            continue
        word = folded[at]
        if word in _VAGUE or word in _ARTICLES:
            hedges.append(word)
        else:
            pieces.append(Piece(key="per cent" if word == "%" else stem(word), span=words[at][1]))
            hedges = []
        at += 1
    return _joined_percent(pieces)


def in_digits(text: str) -> str:
    """A text in which numbers of several words are told in digits: "four hundred spoons" are "400 spoons"."""
    return _SEVERAL.sub(lambda m: _told_in_digits(m.group()), text)


def _told_in_digits(spelled: str) -> str:
    words = _PIECE.findall(fold(spelled))
    value, end = _spelled(words, 0)
    return f"{value:g}" if end == len(words) and value.is_integer() and value < _MOST_DIGITS else spelled


def differ(a: Piece, b: Piece) -> bool:
    """Tell whether two figures of one place contradict each other, rounding and bounds allowed for."""
    if a.days is not None and b.days is not None:
        # the same words on two days mean two dates in two reports, and one in a report and its reprint
        return a.days != b.days and a.value != b.value
    if a.days is not None or b.days is not None or a.value is None or b.value is None:
        return False
    if isinstance(a.value, str) or isinstance(b.value, str):
        # the name of a weekday means another day in another week: only resolved ones are compared
        return False
    if a.value == b.value:
        return False
    for lower, other in ((a, b), (b, a)):
        if lower.bound == "at least" and other.bound != "at least" and _number(other) >= _number(lower):
            return False
        if lower.bound == "at most" and other.bound != "at most" and _number(other) <= _number(lower):
            return False
    rounded = "about" in (a.bound, b.bound)
    return not rounded or abs(a.value - b.value) > _ROUNDING * max(a.value, b.value)


def _number(piece: Piece) -> float:
    assert isinstance(piece.value, float)
    return piece.value


def _figure(words: Sequence[str], at: int) -> tuple[float | str | None, int]:
    """The value of the figure that begins at a word, and the word behind it; None where none begins."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in DAY_NAMES:
        return word, at + 1
    if word in _TIMES:
        return _TIMES[word], at + 1
    if word == "half" and following in _ARTICLES:
        return _half(words, at + 2)
    if word in ("a", "an") and (following in _PARTS or following in _SCALES):
        return (1 / _PARTS[following], at + 2) if following in _PARTS else _scaled(1.0, words, at + 1)
    if word in ("a", "an") and stem(following) in _COUNTED_STEMS:
        return 1.0, at + 1
    if word[:1].isdigit():
        value = _digits(word)
        return _scaled(value, words, at + 1) if value is not None else (None, at)
    if word in _UNITS or word in _TENS:
        return _spelled(words, at)
    return None, at


_COUNTED_STEMS = frozenset(stem(w) for w in _COUNTED)


def _half(words: Sequence[str], at: int) -> tuple[float, int]:
    value, end = _scaled(0.5, words, at)
    return value, end


def _digits(word: str) -> float | None:
    """The value of "1,200" and "2.1"; None of what may be either, or is a list."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", word):
        return float(word.replace(",", ""))
    return float(word) if re.fullmatch(r"\d+(\.\d+)?", word) else None


def _spelled(words: Sequence[str], at: int) -> tuple[float, int]:
    """The value of "two thousand three hundred and five", "sixty-one" or "three quarters"."""
    total = current = 0.0
    while at < len(words):
        word = words[at]
        if word in _UNITS or word in _TENS:
            current += _TENS.get(word, _UNITS.get(word, 0))
        elif word == "hundred" and current:
            current *= 100
        elif word in _SCALES and current:
            total, current = total + current * _SCALES[word], 0.0
        elif not (word == "and" and (total or current >= 100) and at + 1 < len(words) and words[at + 1] in {**_UNITS, **_TENS}):
            break
        at += 1
    if at < len(words) and words[at].endswith("s") and words[at][:-1] in _PARTS:
        return (total + current) / _PARTS[words[at][:-1]], at + 1
    return total + current, at


def _scaled(value: float, words: Sequence[str], at: int) -> tuple[float, int]:
    while at < len(words) and words[at] in _SCALES:
        value *= _SCALES[words[at]]
        at += 1
    return value, at


def _bound(hedges: Sequence[str]) -> Bound:
    if not hedges:
        return "exact"
    if hedges[-1] in _LEAST:
        return "at most" if {"less", "fewer"} & set(hedges) else "at least"
    if hedges[-1] in _MOST or hedges[-2:] == ["up", "to"] or hedges[-1] == "under":
        return "at most"
    return "about" if hedges[-1] in _ABOUT else "exact"


def _days(span: Span, times: Sequence[TemporalExpression]) -> Interval | None:
    return next((t.value for t in times if t.value is not None and t.span.start <= span.start and span.end <= t.span.end), None)


def _joined_percent(pieces: list[Piece]) -> list[Piece]:
    """ "per cent" and "percent" are one word, like "%"."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece.key == "cent" and joined and joined[-1].key == "per":
            joined[-1] = Piece(key="per cent", span=Span(joined[-1].span.start, piece.span.end))
        else:
            joined.append(Piece(key="per cent", span=piece.span) if piece.key == "percent" else piece)
    return joined
