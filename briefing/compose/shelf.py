"""The remembered stories: which of them a story of today continues, and which of its sentences they told already.

The cost of a look grows with the stories near to the one looked for. What all of them have to be read for, how common each word is,
is done once.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from briefing.compose.commonness import rarity
from briefing.compose.identity import Identity, are_apart, identify_opening
from briefing.compose.memory import KnownStory
from briefing.compose.polarity import unmarked
from briefing.compose.swaps import distinct_words
from briefing.compose.terms import stem, terms_of

#: how near a story of today is to one of an earlier day to continue it: the weight of the words that they share. Fitted on the tuned
#: part of tests/days, and on two days of unrelated newswire; the cosine of their meanings adds nothing to it
CONTINUES = 0.15
#: above this two stories are about one affair, where what is said of one bears on the other
KIN = 0.1
#: where the words that two stories share bring them no nearer than this, names and offices aside, and no nearer than that with the names
#: of things, firms and towns, they are two affairs of one actor
_SAID, _NAMED = 0.034, 0.07
#: a story that rested so many days is told as a new one, though what it announced and who held what is still remembered beside it
_DAYS = 21
#: words that more stories have than this (or a twentieth of all) lead to no candidate; so many candidates are looked at
_RARE, _CANDIDATES = 20, 40

#: words for one side of a thing
_ONE_WORD = {stem(word): "support" for word in "favour favor endorse back advocate champion".split()}

#: a story's score, then its id
_NEAREST = itemgetter(0, 1)


class Sought(NamedTuple):
    """A story of today: its terms, the day of its newest document, and what each of its documents is about."""

    terms: frozenset[str]
    newest: date | None
    about: tuple[Identity, ...]


class Match(NamedTuple):
    """What is remembered of a story of today: the one that it continues, how near that is, and those about the same affair."""

    story: KnownStory | None
    score: float
    kin: tuple[KnownStory, ...]


class Shelf:
    """The remembered stories, found by the rarer words that they share with those of today."""

    def __init__(self, stories: Sequence[KnownStory], sought: Iterable[Sought]) -> None:
        self._stories = stories
        self._terms = [frozenset(unmarked(" ".join(s.told)).split(" ")) if s.told else frozenset() for s in stories]
        spread = Counter(chain.from_iterable(self._terms))
        self._weigh = {t: rarity(t, n, len(stories)) for t, n in spread.items()}
        self._weights: dict[int, float] = {}
        self._identities: dict[int, Identity] = {}
        rare = max(_RARE, len(stories) // 20)
        leading = {t for t in chain.from_iterable(s.terms for s in sought) if 0 < spread[t] <= rare}
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(self._terms):
            for term in terms & leading:
                self._having[term].append(number)

    def find(self, sought: Sought) -> Match:
        """The story that one of today continues, if any, and those about the same affair."""
        weight = self._weight_today(sought.terms)
        found: list[tuple[float, str, KnownStory]] = []
        resting: set[str] = set()
        for number in self._candidates(sought.terms):
            story = self._stories[number]
            shared = self._weight(sought.terms & self._terms[number])
            score = shared / math.sqrt(weight * self._weight_of(number)) if shared else 0.0
            if score >= KIN and self._has_names_alone(sought, number, score, shared):
                continue
            if score >= CONTINUES and self._is_other(sought, number):
                continue
            if sought.newest is not None and (sought.newest - story.last_seen).days > _DAYS:
                if score < CONTINUES:
                    continue
                resting.add(story.id)
            found.append((score, story.id, story))
        best = max((f for f in found if f[0] >= CONTINUES and f[1] not in resting), key=_NEAREST, default=None)
        kin = tuple(story for score, _, story in sorted(found, key=_NEAREST) if score >= KIN)
        return Match(best[2] if best is not None else None, best[0] if best is not None else 0.0, kin)

    def likeness(self, one: Sought, other: Sought) -> float:
        """How near two stories of today are to one another, as `find` has it."""
        shared = self._weight_today(one.terms & other.terms)
        return shared / math.sqrt(self._weight_today(one.terms) * self._weight_today(other.terms)) if shared else 0.0

    def _is_other(self, sought: Sought, number: int) -> bool:
        """Tell whether every document of today is of another event than a remembered story, whose pattern it may be of."""
        known = self._identity_of(number)
        for about in sought.about:
            if not are_apart(known, about) and not (about.mishap.is_another and not known.mishap.is_another):
                return False
        return bool(sought.about)

    def _has_names_alone(self, sought: Sought, number: int, score: float, shared: float) -> bool:
        """Tell whether what a story of today and a remembered one have in common is hardly more than whom both name."""
        called = self._identity_of(number).called.union(*(about.called for about in sought.about))
        known = self._terms[number] | terms_of(self._stories[number].headline)
        both = sought.terms & known
        if score * self._weight_today(both - called) >= _SAID * shared:
            return False
        return score * self._weight_today(both.difference(*(about.scene for about in sought.about))) < _NAMED * shared

    def _identity_of(self, number: int) -> Identity:
        if number not in self._identities:
            story = self._stories[number]
            opening = [story.headline, *([story.lead.text] if story.lead is not None else [])]
            names = " ".join(name for name, _ in story.actors)
            self._identities[number] = identify_opening(opening, distinct_words(names), self._terms[number], called=terms_of(names))
        return self._identities[number]

    def _candidates(self, terms: frozenset[str]) -> list[int]:
        counts = Counter(chain.from_iterable(self._having[t] for t in terms & self._having.keys()))
        return [n for n, _ in sorted(sorted(counts.items()), key=itemgetter(1), reverse=True)[:_CANDIDATES]]

    def _weight_of(self, number: int) -> float:
        if number not in self._weights:
            self._weights[number] = self._weight(self._terms[number])
        return self._weights[number]

    def _weight_today(self, terms: Iterable[str]) -> float:
        """How much words of today tell together, those that are not remembered among them."""
        return math.fsum([self._weigh[t] if t in self._weigh else rarity(t, 0, len(self._stories)) for t in terms])

    def _weight(self, terms: Iterable[str]) -> float:
        """How much remembered words tell together: little where every story has them (inverse document frequency)."""
        # the exact sum, which is the same in any order
        return math.fsum(map(self._weigh.__getitem__, terms))


def in_one_word(terms: Iterable[str]) -> frozenset[str]:
    """Terms of which those that say one thing are one: who "is in favour of" a plan is who "supports" it."""
    return frozenset(_ONE_WORD.get(t, t) for t in terms)


class Told:
    """The sentences that were told in some stories, found by the terms that they share with sentences of today."""

    def __init__(self, stories: Iterable[KnownStory], sought: frozenset[str]) -> None:
        self._lines: dict[str, list[int]] = defaultdict(list)
        known: set[str] = set()
        sought = in_one_word(sought)
        for number, line in enumerate(chain.from_iterable(s.told for s in stories)):
            terms = line.split(" ")
            known.update(terms)
            for term in sought.intersection(in_one_word(terms)):
                self._lines[term].append(number)
        #: all terms of the sentences
        self.terms = frozenset(known)

    def lacking(self, terms: frozenset[str]) -> int:
        """How many of a sentence's terms the nearest one told does not have."""
        shared = Counter(chain.from_iterable(self._lines.get(t, ()) for t in terms))
        return len(terms) - max(shared.values(), default=0)
