"""Whom and what an article is about, by the names that it opens with: news of one pattern is of two events where these differ.

A fire or a crash is an event that its kind and its place tell from another (mishaps.py).

"Prices in Karvia rose" and "prices in Bellund rose" share all but what matters. Words and meaning find them alike; the names do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, groupby

from briefing.calendar_names import CALENDAR
from briefing.compose.mishaps import Mishap, are_two_mishaps, is_same_mishap, read_mishap
from briefing.compose.names import OFFICES
from briefing.compose.readings import Reading
from briefing.compose.swaps import read_words
from briefing.compose.terms import STOPWORDS, overlap, stem, terms_of, words_of

#: of an article's sentences so many, behind its title, say whom it is about
_OPENING = 2
#: what happened is told in the headline or the first of them
_HAPPENED = 2
#: the openings of two articles that share so much of their other words are of one pattern: with a name in common, and with none.
#: On tests/days that
#: takes apart hardly a pair of the articles of one story
_PATTERN, _STRANGE = 0.5, 0.4
_OFFICES = frozenset(map(stem, OFFICES))
_ANYWHERE = _OFFICES | frozenset(map(stem, CALENDAR))
_OF_STATES = frozenset(
    map(stem, "government parliament ministry minister president premier king queen army central supreme senate".split())
)
#: what a place has that every land has: "Norvale's universities"
_OWN = re.compile(r"[’']s?\s+((?:[\w’'-]+\s+){0,2}[\w’'-]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """The names that an article opens with, the other words there, and all words that it has; each word as a stem.

    ``called`` are the words of the names and offices of its actors; ``scene`` those of its persons, offices, lands and days,
    and of where it was written, which tell of whom, whence and when news is and not what it is.
    """

    names: frozenset[tuple[str, ...]]
    others: frozenset[str]
    every: frozenset[str]
    called: frozenset[str]
    mishap: Mishap
    scene: frozenset[str] = frozenset()


def identify(reading: Reading) -> Identity:
    """The identity of an article, by its title and its first sentences."""
    document = reading.document
    body = reading.body[:_OPENING]
    title = document.title or ""
    opening = [title, *(reading.slice(s) for s in body)]
    lands = frozenset(t for a in reading.analysis.actors if a.kind == "country" for t in terms_of(a.name))
    identity = identify_opening(
        opening, reading.named, terms_of(title) | terms_of(document.text), called=called_words(reading), lands=lands
    )
    return replace(identity, scene=lands | _scene_words(reading))


def _scene_words(reading: Reading) -> frozenset[str]:
    """The words of an article's persons, of offices, of the place that it was written in, and of places that have a government."""
    text, dateline = reading.text, reading.document.dateline
    found = [reading.slice(dateline)] if dateline is not None else []
    found += [a.role or "" for a in reading.analysis.actors] + [a.name for a in reading.analysis.actors if a.kind == "person"]
    for mention in reading.analysis.mentions:
        own = _OWN.match(text, mention.span.end) if mention.kind in ("place", "organization") else None
        words = frozenset(map(stem, words_of(own[1]))) if own else frozenset()
        # an invented land may be read as a firm, whose board is no office of a state
        if mention.kind == "person" or words & (_OFFICES if mention.kind == "place" else _OF_STATES):
            found.append(reading.slice(mention.span))
    return _ANYWHERE.union(*map(terms_of, found))


def called_words(reading: Reading) -> frozenset[str]:
    """The words by which an article calls those it is about: of whom something is told is not what is told."""
    called = frozenset(t for a in reading.analysis.actors for text in (a.name, a.role or "") for t in terms_of(text))
    return frozenset(stem(w) for w in reading.named) | called


def identify_opening(
    texts: Sequence[str], named: frozenset[str], every: Set[str], *, called: frozenset[str], lands: Set[str] = frozenset()
) -> Identity:
    """The identity of what opens with some texts, the first of them a headline, by words that are ``named`` in it and all its terms."""
    names: set[tuple[str, ...]] = set()
    others: set[str] = set()
    for text in texts:
        # of "the Olm valley" and "the district of Olm" the name is what has a capital
        for is_name, run in groupby(read_words(text, named), key=lambda w: w.is_name and text[w.span.start].isupper()):
            words = [w.text for w in run]
            if is_name:
                names.add(tuple(map(stem, words)))
            else:
                others.update(stem(w) for w in words if w not in STOPWORDS and w not in CALENDAR)
    own = frozenset(chain.from_iterable(names))
    return Identity(
        names=frozenset(names),
        others=frozenset(others - own),
        every=own | others | every,
        called=called,
        mishap=read_mishap(texts[:_HAPPENED], named, lands),
    )


def are_apart(one: Identity, other: Identity) -> bool:
    """Tell whether two articles of one pattern are each about somebody or some place that the other never names.

    What both name, a country or an office, is then what they happen to have in common, if it is no more than what they have not.
    """
    if are_two_mishaps(one.mishap, other.mishap, one.every, other.every):
        return True
    likeness = overlap(one.others, other.others)
    if is_same_mishap(one.mishap, other.mishap) or likeness < _STRANGE:
        return False
    here, there = _alone(one, other), _alone(other, one)
    shared = max(len(one.names) - here, len(other.names) - there)
    return 0 < min(here, there) >= shared and (not shared or likeness >= _PATTERN)


def _alone(one: Identity, other: Identity) -> int:
    """How many names of an opening have no word that the other article has."""
    return sum(other.every.isdisjoint(name) for name in one.names)
