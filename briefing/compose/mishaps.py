"""What happened and where, of news of a fire, a crash, a landslide and the like: one such event is not another one.

Two fires on one night share all their words but the town, two landslides in one valley that as well. An event is known by its kind, by
the first place that a headline and a lead name for it, and by being called "a second" one. The places of one event are no more than
likely to be named alike, a village here and a valley there: two events are told apart only where neither text has a word of the other's
kind, or of its places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import combinations

from briefing.calendar_names import CALENDAR
from briefing.compose.terms import STOPWORDS, fold, stem, terms_of

_CRAFT = r"(?:bus|coach|minibus|train|tram|car|van|truck|lorry|tanker|motorcycle|plane|jet|airliner|aircraft|helicopter|vehicle)(?:es|s)?"
#: what crashes, by where it goes: a coach that overturns is not the train of the same day, though a train may hit a bus
_WAYS = {
    "road": terms_of("bus coach minibus car van truck lorry motorcycle motorbike taxi motorist"),
    "rail": terms_of("train tram locomotive railcar"),
    "air": terms_of("plane jet airliner aircraft helicopter glider"),
}
_HULL = r"(?:ferry|ferries|ship|boat|vessel|trawler|tanker|dinghy|yacht|freighter|barge|canoe)s?"
_WRECKED = r"(?:crash\w*|overturn\w*|collid\w*|collisions?|plung\w+|derail\w*|fell|falls|rammed|skidd\w*|r[au]ns? into the)"
_SUNK = r"(?:sank|sinks?|sunk|sinking|capsiz\w+|went down|goes down|aground)"
_BUILT = r"(?:building|bridge|roof|mine|dam|wall|tower|stand|scaffolding|tunnel|block|dyke)s?"
_FALLEN = r"(?:collaps\w+|gives? way|gave way|caved? in|caves in)"
_BETWEEN = r"(?: [\w'-]+){0,4}? "


def _beside(thing: str, fate: str) -> str:
    return rf"{thing}{_BETWEEN}{fate}|{fate}{_BETWEEN}{thing}"


_KINDS = {
    kind: re.compile(rf"\b(?:{words})\b")
    for kind, words in {
        "fire": r"(?<!open )(?<!opened )(?<!under )(?<!hostile )fires?(?! (?:chief|service|brigade|department|officials?|station|safety))"
        r"|blazes?|inferno|wildfires?",
        "crash": _beside(_CRAFT, _WRECKED),
        "sinking": _beside(_HULL, _SUNK),
        "collapse": _beside(_BUILT, _FALLEN),
        "slide": r"(?:landslide|landslip)s?|(?:mud|rock)slides?|mudflows?|avalanches?",
        "explosion": r"explosions?|explod\w+|(?<!to )blast|detonat\w+|bombings?",
        "shooting": r"shootings?|gunm[ae]n|shot dead",
        "stabbing": r"stabbings?|stabbed|knife attacks?",
        "leak": r"(?:gas|chemical|oil|ammonia|chlorine) (?:leaks?|spills?)",
        "quake": r"earthquakes?|quakes?|tremors?",
        "flood": r"floods?|flooding|flooded",
        "storm": r"storms?|hurricanes?|cyclones?|typhoons?|tornado(?:e?s)?",
    }.items()
}
#: what is won by a landslide
_VOTE = re.compile(r"\b(?:wins?|won|winning|victory|elect\w*|votes?|majority|defeat)\b")
#: the stems that name a kind, wherever they stand
_SIGNS = {
    kind: terms_of(words)
    for kind, words in {
        "fire": "fire blaze inferno wildfire burned burnt arson flames",
        "crash": "crash crashed overturned collided collision plunged derailed derailment rammed skidded wreck accident",
        "sinking": "sank sink sunk capsized aground shipwreck accident",
        "collapse": "collapse gave rubble ruins accident",
        "slide": "landslide landslip mudslide rockslide mudflow avalanche mud",
        "explosion": "explosion exploded blast detonated bomb bombing attack",
        "shooting": "shooting shot gunman gunmen attack",
        "stabbing": "stabbing stabbed knife attack",
        "leak": "leak spill fumes",
        "quake": "earthquake quake tremor aftershock",
        "flood": "flood flooded flooding deluge rain",
        "storm": "storm hurricane cyclone typhoon tornado wind gale rain",
    }.items()
}
#: of these one event is in many places
_WIDE = frozenset({"quake", "flood", "storm"})
#: one of these brings another of its chain about
_CHAINED = frozenset(
    frozenset(pair)
    for chain in (
        ("quake", "flood", "storm", "slide", "collapse"),
        ("fire", "explosion", "leak", "collapse"),
        ("explosion", "shooting", "stabbing"),
        ("crash", "sinking", "explosion"),
        ("crash", "slide", "collapse"),
        ("sinking", "storm", "quake"),
    )
    for pair in combinations(chain, 2)
)
_NAME = r"(?P<name>[A-Z][\w-]+)"
#: where it was: "in the mountain town of Olm", "hit Olm"; a part of a land ("in northern Olmia") is no place of an event
_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]ff|[Oo]utside|hits?|struck|strikes?|rocks|rocked)(?: the)?(?:(?: [a-z-]+){1,3} of)?"
    rf"(?P<part> (?:[a-z-]+ern|[Cc]entral|north|south|east|west))? {_NAME}"
)
#: an event that is called by its place: "the Olm mill fire"
_CALLED = re.compile(rf"{_NAME}(?=(?: [a-z-]+){{1,3}})")
_AGAIN = re.compile(r"(?:(?:a|yet|the) )?(?:second|another|third) (?:[\w'-]+ )?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mishap:
    """The kinds of event that an article opens with, the stems of their places, and whether it is one more of its kind.

    Of a crash the ``ways`` tell what it was that crashed.
    """

    kinds: frozenset[str]
    places: frozenset[str]
    is_another: bool
    ways: frozenset[str] = frozenset()


def read_mishap(opening: Iterable[str], named: Set[str], lands: Set[str]) -> Mishap:
    """The event in the headline and the first sentence of an article; nothing in it where they tell of none.

    ``named`` are the folded words of names, ``lands`` the stems of the countries, which are no place of an event.
    """
    kinds: set[str] = set()
    places: set[str] = set()
    ways: set[str] = set()
    is_another = False
    for text in opening:
        folded = fold(text)
        found = {kind: match for kind, pattern in _KINDS.items() if (match := pattern.search(folded)) is not None}
        if _VOTE.search(folded):
            found.pop("slide", None)
        kinds |= found.keys()
        if "crash" in found:
            ways |= _ways(terms_of(text))
        again = _AGAIN.match(folded)
        is_another = is_another or (again is not None and any(m.start() <= again.end() for m in found.values()))
        if found:
            places.update(next(([p] for p in _places(text, named) if p not in lands), ()))
    return Mishap(kinds=frozenset(kinds), places=frozenset(places), is_another=is_another, ways=frozenset(ways))


def _ways(terms: Set[str]) -> frozenset[str]:
    return frozenset(way for way, craft in _WAYS.items() if craft & terms)


def _places(text: str, named: Set[str]) -> Iterator[str]:
    """The names of the places that a sentence with an event gives, by their stems."""
    for match in _CALLED.finditer(text):
        name, behind = fold(match["name"]), fold(text[match.end() :]).split()[:3]
        is_name = (match.start() > 0 or name in named) and name not in CALENDAR and behind[0] not in STOPWORDS
        starts = (m.start() for m in (p.search(" ".join(behind)) for p in _KINDS.values()) if m is not None)
        if is_name and any(start <= len(behind[0]) + 1 for start in starts):
            yield stem(name)
    for match in _IN.finditer(text):
        if match["part"] is None and fold(match["name"]) not in CALENDAR:
            yield stem(fold(match["name"]))


def are_two_mishaps(one: Mishap, other: Mishap, here: Set[str], there: Set[str]) -> bool:
    """Tell whether two texts are of two events: of two kinds, or of two places; ``here`` and ``there`` are all words of each.

    Two crashes are two where neither text has a word for what crashed in the other.
    """
    shared = one.kinds & other.kinds
    if not shared:
        return bool(one.kinds and other.kinds) and not (
            any(frozenset({a, b}) in _CHAINED for a in one.kinds for b in other.kinds)
            or any(_SIGNS[k] & there for k in one.kinds)
            or any(_SIGNS[k] & here for k in other.kinds)
        )
    if (
        shared == one.kinds == other.kinds == {"crash"}
        and one.ways
        and other.ways
        and not (_ways(there) & one.ways or _ways(here) & other.ways)
    ):
        return True
    return bool(shared - _WIDE and one.places and other.places) and one.places.isdisjoint(there) and other.places.isdisjoint(here)


def is_same_mishap(one: Mishap, other: Mishap) -> bool:
    """Tell whether two texts are of an event of one kind in one place."""
    return bool(one.kinds & other.kinds and one.places & other.places) and one.is_another is other.is_another
