"""Lands and towns that no table knows, by what a text says of them: "Kestria's foreign ministry", "the border with Kestria"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.models import Mention
from briefing.nlp import lexicon
from briefing.nlp.land_signs import (
    BETWEEN,
    DEALING,
    LIST,
    PAIR,
    PAIR_OF_LANDS,
    is_called_it,
    is_no_body,
    is_person,
    is_shaped_as_land,
    owns,
    places_of,
    points,
)
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.nations import Nations, load_nations

#: bodies that hold a land, or are called as one is
_NO_LANDS = frozenset(
    """taliban hamas hezbollah hizbullah houthi houthis isis kremlin pentagon nato eu un brussels fifa uefa africa europe asia america
    oceania""".split()
)
#: whose government it is, by the name of its people
_GOVERNING_PEOPLE = re.compile(
    r"\b([A-Z]\w{3,}) (?:government|foreign minist(?:ry|er)|prime minister|president|army|counterpart|ambassador)\b"
)
_CAPITALISED = re.compile(r"\b[A-Z]\w{3,}")
_PEOPLES = re.compile(r"(?:[aeiy]|ia|ea)?(?:ns?|ans?|ians?|ese|i|is|ish|ic|ers?)")
#: letters of what a land's name and its people's have in common, at least
_SHORTEST_STEM = 3
_ENOUGH, _SURE = 2, 0.75
_LARGER, _SMALLER = "Democratic Republic of the Congo", "Congo"
_LARGER_CONGO = re.compile(r"\b(?:DRC|DR Congo|Kinshasa|Democratic Republic of (?:the )?Congo)\b")
_REGION, _REPUBLIC = "Central African", re.compile(r"Central African Republic|\bBangui\b|\bCAR\b")
_SMALLER_CONGO = re.compile(r"Brazzaville|(?<!Democratic )\bRepublic of (?:the )?Congo\b")
#: a person's name that the model is less sure of may be another
_DOUBT = 0.9


@dataclass(frozen=True, kw_only=True, slots=True)
class Lands:
    """The lands and peoples that a text may name, those of the table and its own; and the names that mean a place in it."""

    nations: Nations
    places: frozenset[str]
    #: names that are no place's and no person's: whoever is called so is called "it"
    bodies: frozenset[str] = frozenset()

    def all_names(self) -> set[str]:
        """The names of all lands, peoples, capitals and places."""
        return {*self.nations.names, *self.nations.demonyms, *self.nations.capitals, *self.places}


def read_lands(text: str, mentions: Sequence[Mention]) -> Lands:
    """Find the names that the table does not know, and that the words around them make lands or towns."""
    table = _table_for(text)
    kinds = _kinds(text, mentions)
    persons = {t for m in mentions if m.kind == "person" for t in _of_several(clean_name(text[m.span.start : m.span.end]))}
    governing = frozenset(_GOVERNING_PEOPLE.findall(text))
    signs = {n: _signs(text, n, votes, governing) for n, votes in kinds.items() if _is_unknown(n, table, persons)}
    lands = {n for n, s in signs.items() if s.score >= _ENOUGH and s.national}
    lands |= _beside_lands(text, lands, {n for n in kinds if n not in table.names and fold(n) not in persons and n not in table.demonyms})
    lands |= _dealing_with_lands(text, lands | table.names.keys(), signs)
    towns = {n for n, s in signs.items() if s.score >= _ENOUGH} - lands
    words = set(_CAPITALISED.findall(text)) if lands else set()
    peoples = {word: land for land in sorted(lands) for word in words if word != land and _is_people_of(word, land)}
    lands -= peoples.keys()
    named = Nations(names=table.names | {n: n for n in lands}, demonyms=table.demonyms | peoples, capitals=table.capitals)
    places = frozenset(lands | towns - peoples.keys())
    bodies = frozenset(n for n, s in signs.items() if s.is_it and n not in places)
    return Lands(nations=named if lands else table, places=places, bodies=bodies)


def _table_for(text: str) -> Nations:
    """The table of lands; of a text that names only one of the two Congos, "Congo" and "Congolese" are that one's, and "the Central
    African nation" of one that does not name the republic is any there."""
    table = load_nations()
    if _REGION in text and not _REPUBLIC.search(text):
        table = Nations(
            names=table.names, demonyms={d: land for d, land in table.demonyms.items() if d != _REGION}, capitals=table.capitals
        )
    if not _LARGER_CONGO.search(text) or _SMALLER_CONGO.search(text):
        return table
    larger = table.names[_LARGER]
    names = {n: larger if land == _SMALLER else land for n, land in table.names.items()}
    return Nations(
        names=names, demonyms={d: larger if land == _SMALLER else land for d, land in table.demonyms.items()}, capitals=table.capitals
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Signs:
    """What speaks for a name to be a land's or a town's, and of what kind the model takes it."""

    kind: str
    score: int = 0
    national: bool = False
    #: whoever is called so is called "it"
    is_it: bool = False
    #: the model knows it for a place
    sure_place: bool = False
    #: nothing shows a person, and the model is in doubt or the name has the form of a land's
    doubtful: bool = False


def _is_unknown(name: str, table: Nations, persons: set[str]) -> bool:
    known = name in table.names or name in table.demonyms or name in table.capitals or name.isupper()
    return not known and fold(name) not in _NO_LANDS | lexicon.BODY_NOUNS | persons


def _beside_lands(text: str, lands: set[str], names: set[str]) -> set[str]:
    """The names that stand in one list of three or more with a land of the text, or with two of which something speaks for one; and
    those between which and a land something is."""
    found: set[str] = set()
    for pattern in (LIST, BETWEEN):
        for match in pattern.finditer(text):
            items = re.findall(r"[A-Z]\w+", match.group())
            if not all(i in lands or i in names for i in items):
                continue
            likely = [i for i in items if i in lands or (pattern is LIST and any(owns(behind) for _, behind in places_of(text, i)))]
            if len(likely) > 1 or any(i in lands for i in likely):
                found |= set(items)
    return found


def _dealing_with_lands(text: str, lands: set[str], signs: Mapping[str, _Signs]) -> set[str]:
    """The names of no known person that deal with a land as lands do, or have between them what lands have."""
    found: set[str] = set()

    def is_open(name: str) -> bool:
        return name in signs and signs[name].kind in ("person", "organization", "place")

    for match in PAIR_OF_LANDS.finditer(text):
        if all(is_open(n) or n in lands for n in match.groups()):
            found |= {n for n in match.groups() if n not in lands and not signs[n].sure_place}
    for match in PAIR.finditer(text):
        pair = [n for n in match.groups() if n is not None]
        likely = [n in lands or (is_open(n) and (signs[n].kind == "place" or signs[n].national or is_shaped_as_land(n))) for n in pair]
        if any(likely) and all(n in lands or is_open(n) for n in pair):
            found |= {n for n in pair if n not in lands and not signs[n].sure_place}
    for match in DEALING.finditer(text):
        for name, other in (match.groups(), match.groups()[::-1]):
            if other in lands | found and is_open(name) and signs[name].kind == "person" and signs[name].score + signs[name].doubtful >= 1:
                found.add(name)
    return found


def _kinds(text: str, mentions: Sequence[Mention]) -> dict[str, dict[str, list[float]]]:
    """How sure the model is of each kind of each name that may be a land's: one word, or several of a place."""
    kinds: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        name = clean_name(text[mention.span.start : mention.span.end])
        one = " " not in name or mention.kind == "place"
        if mention.kind in ("person", "organization", "place", "group") and name[:1].isupper() and one:
            kinds[name][mention.kind].append(mention.confidence)
    return kinds


def _of_several(name: str) -> tuple[str, ...]:
    tokens = name_tokens(name)
    return tokens if len(tokens) > 1 else ()


def _signs(text: str, name: str, votes: dict[str, list[float]], governing: frozenset[str]) -> _Signs:
    """Weigh what all places of a name say of it; ``governing`` are the words of the text before what only a land's people has."""
    kind = max(votes, key=lambda k: sum(votes[k]))
    sure = sum(votes[kind]) / len(votes[kind])
    places = list(places_of(text, name))
    if kind == "organization" and sure >= _SURE and not any(is_no_body(before) for before, _ in places):
        return _Signs(kind=kind)
    likely = kind in ("person", "place")
    if likely and any(word != name and _is_people_of(word, name) for word in governing):
        return _Signs(kind=kind, score=_ENOUGH, national=True, doubtful=True)
    if any(is_person(before, behind) for before, behind in places):
        # "Colonel Petrov" is nobody's land
        return _Signs(kind=kind)
    shaped = kind == "person" and is_shaped_as_land(name)
    sure_place = kind == "place" and sure >= _SURE
    told = [points(before, behind, "sure place" if sure_place else kind) for before, behind in places]
    score, national = int(shaped) + sum(p for p, _ in told), shaped or any(n for _, n in told)
    # a body or a people is no town
    counts = national or likely
    return _Signs(
        kind=kind,
        score=score if counts else 0,
        national=national and counts,
        is_it=kind == "person" and any(is_called_it(behind) for _, behind in places),
        sure_place=sure_place,
        doubtful=kind != "person" or shaped or sure < _DOUBT,
    )


def _is_people_of(word: str, land: str) -> bool:
    """Tell whether a word is what the people of a land are called by its form: "Kestrian", "Orlander"."""
    stem = land.rstrip("aeiouy")
    return len(stem) >= _SHORTEST_STEM and word.startswith(stem) and bool(_PEOPLES.fullmatch(word[len(stem) :]))
