"""By which other words a text brings in what is then spoken of as known: "the plan" is what was "proposed", "that claim" what was said."""

from __future__ import annotations

import functools

from briefing.compose.terms import stem

#: nouns of one meaning, and behind the bar the verbs by which what they are of is told, those made of the noun aside
_ALIKE = tuple(
    (frozenset(map(stem, nouns.split())), frozenset(verbs.split()))
    for nouns, _, verbs in (
        line.partition("|")
        for line in """plan proposal scheme initiative blueprint | proposed planned wants intends
        law legislation bill act statute ordinance | legislated enacted
        decision ruling verdict judgment judgement | decided ruled
        move step | will would wants intends announced decided ordered approved signed voted banned suspended proposed imposed cancelled
        dispute row disagreement feud quarrel controversy rift | clashed disagreed disputed
        agreement deal accord pact treaty | agreed
        attack assault shooting bombing massacre raid | attacked shot bombed
        incident accident crash collision shooting attack killing murder | crashed collided
        death killing murder | died killed
        violence unrest clashes riots | clashed rioted
        protest demonstration march rally | demonstrated marched protested
        meeting talks summit conference | met
        report study survey |
        money fund funding grant loan | funded
        increase hike rise | raised rose
        fee levy tax duty tariff | taxed
        arrest detention | arrested detained
        execution hanging | executed hanged
        ban prohibition moratorium | banned prohibited
        strike walkout stoppage |
        resignation departure | resigned
        award prize trophy | awarded""".split("\n")
    )
)
#: the stems of what somebody said
SPEECH = frozenset(
    map(
        stem,
        """claim allegation accusation charge assertion remark comment suggestion argument criticism contention language rhetoric
        characterization notion""".split(),
    )
)


def is_speech(noun: str) -> bool:
    """Tell whether a noun stands for what somebody said: "that claim"."""
    return stem(noun) in SPEECH


@functools.cache
def nouns_alike(noun: str) -> frozenset[str]:
    """The stems of the other nouns that bring in what a noun is of."""
    return frozenset().union(*(nouns for nouns, _ in _ALIKE if stem(noun) in nouns)) - {stem(noun)}


@functools.cache
def deeds_of(noun: str) -> frozenset[str]:
    """The verbs by which what a noun is of is told."""
    return frozenset().union(*(verbs for nouns, verbs in _ALIKE if stem(noun) in nouns))
