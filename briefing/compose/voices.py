"""For which body a text has somebody speak: "the Farmers' Alliance …, its spokesman Jory Pell said", "union leader Rika Sorel".

What a leader or a spokesperson says of where their body stands is the body's; what a member, a minister or an expert says is not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.compose.names import person_words
from briefing.compose.terms import STOPWORDS, fold, stem, words_of

#: who speaks for a body, with the words that may stand before them; of those behind the bar no other word tells that it is of a body
_OFFICES = frozenset("leader chairman chairwoman chairperson chair spokesman spokeswoman spokesperson head chief boss executive".split())
_NAMED_OFFICES = frozenset("president secretary director secretary-general".split())
_RANKS = frozenset("general managing chief executive national press acting new".split())
#: who does not speak for a body any more, or not for all of it
_NOT_NOW = frozenset("former ex late deputy vice then onetime assistant".split())
#: "rebels of the Green Front" are it
_PEOPLE = frozenset("rebels fighters members men leaders workers supporters delegates representatives".split())
_LEADS = frozenset("leads led heads chairs runs represents".split())
_ITS = frozenset("its their the his her".split())
_OF = frozenset(("of", "for", "at", "in"))
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*[’']?|[^\w\s]")
#: a body's name has no more words than this
_MOST = 6


class Voice(NamedTuple):
    """A body that somebody speaks for, as a text names it: "farmers' league of Morvane", whose head is "league"."""

    name: str
    head: str
    terms: frozenset[str]

    def is_of(self, other: Voice) -> bool:
        """Tell whether two names in one story are of one body: one head, and the words of one among the other's."""
        return self.head == other.head and (self.terms <= other.terms or other.terms <= self.terms)

    def is_surely(self, other: Voice) -> bool:
        """Tell whether two names of bodies are of one, whoever speaks for it: the same words, or two of them; "the union" is any."""
        return self.is_of(other) and (self.terms == other.terms or len(self.terms & other.terms) > 1)


def voice(name: str) -> Voice | None:
    """The voice of a body itself; None where its name has no word of its own."""
    words = words_of(name.replace("’s", "").replace("'s", ""))
    if len(words) > 2 and words[0] in _PEOPLE and words[1] in _OF:
        words = words[2:]
    cut = next((n for n, w in enumerate(words) if n and w in _OF), len(words))
    own = [stem(w) for w in words[:cut] if w not in STOPWORDS]
    return Voice(name, own[-1], frozenset(stem(w) for w in words if w not in STOPWORDS)) if own else None


#: the sentences of a story are asked about each of its actors
_folded = functools.lru_cache(maxsize=4096)(fold)


def voices_in(sentence: str, speaker: str, bodies: Iterable[str]) -> list[Voice]:
    """The bodies that a sentence has a person speak for. ``bodies`` are those that it may mean by "its leader"; where it names one
    of them and no more, a bare "chairman Otto Fenn" is that one's."""
    surname = person_words(speaker)[-1:]
    if not surname or surname[0] not in _folded(sentence):
        return []
    tokens = _TOKEN.findall(sentence)
    plain = [fold(t).removesuffix("'s") for t in tokens]
    found: list[str] = []
    for place in (n for n, w in enumerate(plain) if (w,) == surname):
        first = place
        while first > 0 and place - first < 2 and tokens[first - 1][0].isupper() and plain[first - 1] not in _OFFICES | _NAMED_OFFICES:
            first -= 1
        found += _before(tokens, plain, first, bodies) or _behind(tokens, plain, place, bodies)
    return [v for name in dict.fromkeys(found) if (v := voice(name)) is not None]


def _before(tokens: Sequence[str], plain: Sequence[str], first: int, bodies: Iterable[str]) -> list[str]:
    """The body of an office before a name: "union leader Rika Sorel", "its spokesman, Jory Pell", "the head of the league, Otto Fenn"."""
    end = first - 1 if first and plain[first - 1] == "," else first
    if end and plain[end - 1] in _OFFICES | _NAMED_OFFICES:
        return _of_office(tokens, plain, end - 1, bodies)
    for place in range(max(0, end - _MOST - 3), end - 1):
        if plain[place] in _OFFICES | _NAMED_OFFICES and plain[place + 1] in _OF and not set(plain[place:end]) & {",", ".", "said"}:
            return [] if _is_past(plain, place) else [_name(tokens, plain, place + 2, end)]
    return []


def _behind(tokens: Sequence[str], plain: Sequence[str], place: int, bodies: Iterable[str]) -> list[str]:
    """The body of an office behind a name: "Greta Aldous, the leader of the Farmers' Alliance,", "Otto Fenn, the league's chairman"."""
    if plain[place + 1 : place + 2] != [","]:
        return []
    if plain[place + 2 : place + 3] == ["who"] and plain[place + 3 : place + 4] and plain[place + 3] in _LEADS:
        end = next((n for n in range(place + 4, len(plain)) if not plain[n][0].isalnum() or plain[n] in ("said", "and")), len(plain))
        return [_name(tokens, plain, place + 4, end)]
    end = next((n for n in range(place + 2, len(plain)) if plain[n] in ',.;:”"()' or plain[n] in ("who", "said")), len(plain))
    office = next(
        (n for n in range(place + 2, end) if plain[n] in _OFFICES | _NAMED_OFFICES and plain[n + 1 : n + 2] != ["executive"]), None
    )
    if office is None or _is_past(plain, office):
        return []
    if office + 1 < end and plain[office + 1] in _OF:
        return [_name(tokens, plain, office + 2, end)]
    return _of_office(tokens, plain, office, bodies) if office + 1 == end else []


def _of_office(tokens: Sequence[str], plain: Sequence[str], office: int, bodies: Iterable[str]) -> list[str]:
    """The body whose office it is, by the words before it, or where there are none by the body that the sentence names."""
    start = office
    while start and plain[start - 1] in _RANKS:
        start -= 1
    if _is_past(plain, start):
        return []
    first = start
    while first and start - first < _MOST and plain[first - 1][0].isalpha() and plain[first - 1] not in STOPWORDS | _ITS:
        first -= 1
    if first < start:
        return [_name(tokens, plain, first, start)]
    if plain[office] in _NAMED_OFFICES and not (start and plain[start - 1] in ("its", "their")) and tokens[start][0].isupper():
        return []  # "President Keld told parliament", who is not parliament's
    named = [b for b in bodies if _stands(b, plain)]
    return named if len(named) == 1 else []


def _stands(body: str, plain: Sequence[str]) -> bool:
    words = fold(body).replace("'s", "").split()
    return any(list(plain[n : n + len(words)]) == words for n in range(len(plain)))


def _is_past(plain: Sequence[str], place: int) -> bool:
    return bool(set(plain[max(0, place - 2) : place]) & _NOT_NOW)


def _name(tokens: Sequence[str], plain: Sequence[str], start: int, end: int) -> str:
    """A stretch of words as a name, without the article before it and possessive endings behind it."""
    while start < end and plain[start] in _ITS:
        start += 1
    words = list(tokens[start : min(end, start + _MOST)])
    if words:
        words[-1] = re.sub(r"[’']s$", "", words[-1])
    return " ".join(words)
