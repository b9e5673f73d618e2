"""Lands and towns that no table knows, by what a text says of them: "Kestria's foreign ministry", "the border with Kestria"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.models import Mention
from briefing.nlp import lexicon
from briefing.nlp.names import clean_name, fold, name_tokens
from briefing.nlp.nations import Nations, load_nations

#: a word that tells which, of what follows
_WORD = r"(?:(?!(?:the|an?|its|his|her|their|and|or|as|to|in|on|is|was|has|had|for|with|where|when|said|says|that)\s)\w+\s)?"
#: what only a sovereign land has, behind its name
_SOVEREIGN = re.compile(
    rf"(?:['’]s?)?\s{_WORD}(?:(?:foreign|defen[cs]e) minist(?:ry|er)|prime minister|embassy|ambassador|air force|armed forces|"
    r"central bank|counterpart|independence)\b"
)
#: what only a land has, sovereign or part of one
_OF_LANDS = re.compile(
    rf"(?:['’]s?)?\s{_WORD}(?:\w+ minist(?:ry|er)|parliament|attorney[- ]general|auditor[- ]general|chief justice|border|"
    r"constitution(?:al court)?|supreme court|citizens|airspace|capital(?=[,.]))\b"
)
#: what a land has, and a person or a firm may have too
_OF_SOME = re.compile(
    rf"['’]s?\s{_WORD}(?:president|government|king|queen|premier|economy|people|troops|forces|army|navy|elections?|coast|"
    r"opposition|ruling party)\b"
)
#: what a town has, or a land
_OF_TOWNS = re.compile(
    r"-(?:based|born)\b|['’]s?\s(?:city council|town council|council|mayor|residents|streets|harbour|airport|police|suburbs)\b"
)
_BEFORE_SOVEREIGN = re.compile(
    r"\b(?:borders? with|ambassador to|[Rr]epublic of|[Kk]ingdom of|[Pp]rime [Mm]inister of|independence of)\s(?:the\s)?$"
)
_BEFORE_LANDS = re.compile(r"\b(?:[Nn]eighbou?ring|[Gg]overnment of|[Pp]arliament of)\s(?:the\s)?$")
_BEFORE_TOWNS = re.compile(
    r"\b(?:[Mm]ayor|[Bb]ishop|[Tt]own|[Cc]ity|[Pp]ort|[Vv]illage|[Pp]rovince|[Uu]niversity|[Ii]sland|people|capital) of\s$"
)
#: a preposition of place at the head of a sentence, or behind a word that is not bound to "in": not "confidence in Hale"
_IN = re.compile(r"(?:^|[.!?]\s|\n|“)(?:In|Across|Near|Outside|Inside)\s$|\b(?:across|near|outside|inside|in)\s$")
_BOUND = re.compile(
    r"\b(?:confidence|trust|faith|belie\w+|interest\w*|invest\w*|shares?|stakes?|disappoint\w+|hope|role|loss)\s(?:\w+\s)?in\s$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:extradit|deport|export|flight|flew|fled|travel|return|visit|trip|troops|import)\w*\s(?:[\w]+\s){0,4}(?:to|from)\s$")
#: bodies that hold a land, or are called as one is
_NO_LANDS = frozenset("taliban hamas hezbollah hizbullah houthi houthis isis kremlin pentagon nato eu un brussels fifa uefa".split())
#: whose government it is, by the name of its people
_GOVERNING_PEOPLE = re.compile(
    r"\b([A-Z]\w{3,}) (?:government|foreign minist(?:ry|er)|prime minister|president|army|counterpart|ambassador)\b"
)
#: three single names or more in a row, and two that something is between
_LIST = re.compile(r"\b[A-Z]\w+(?:, [A-Z]\w+)+,? and [A-Z]\w+\b(?! [A-Z])")
_BETWEEN = re.compile(r"\bbetween [A-Z]\w+ and [A-Z]\w+\b(?! [A-Z])")
_CAPITALISED = re.compile(r"\b[A-Z]\w{3,}")
_PEOPLES = re.compile(r"(?:[aeiy]|ia|ea)?(?:ns?|ans?|ians?|ese|i|is|ish|ic|ers?)")
#: letters of what a land's name and its people's have in common, at least
_SHORTEST_STEM = 3
_ENOUGH, _SURE = 2, 0.75
_BEFORE, _BEHIND = 60, 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Lands:
    """The lands and peoples that a text may name, those of the table and its own; and the names that mean a place in it."""

    nations: Nations
    places: frozenset[str]


def read_lands(text: str, mentions: Sequence[Mention]) -> Lands:
    """Find the names that the table does not know, and that the words around them make lands or towns."""
    table = load_nations()
    kinds = _kinds(text, mentions)
    persons = {t for m in mentions if m.kind == "person" for t in _of_several(clean_name(text[m.span.start : m.span.end]))}
    lands: set[str] = set()
    towns: set[str] = set()
    for name, votes in kinds.items():
        known = name in table.names or name in table.demonyms or name in table.capitals or name.isupper()
        if known or fold(name) in _NO_LANDS | lexicon.BODY_NOUNS | persons:
            continue
        score, national = _evidence(text, name, votes)
        if score >= _ENOUGH:
            (lands if national else towns).add(name)
    lands |= _beside_lands(text, lands, {n for n in kinds if n not in table.names and fold(n) not in persons and n not in table.demonyms})
    towns -= lands
    words = set(_CAPITALISED.findall(text)) if lands else set()
    peoples = {word: land for land in sorted(lands) for word in words if word != land and _is_people_of(word, land)}
    lands -= peoples.keys()
    named = Nations(names=table.names | {n: n for n in lands}, demonyms=table.demonyms | peoples, capitals=table.capitals)
    return Lands(nations=named if lands else table, places=frozenset(lands | towns - peoples.keys()))


def _beside_lands(text: str, lands: set[str], names: set[str]) -> set[str]:
    """The names that stand in one list of three or more with a land of the text, or with two of which something speaks for one; and
    those between which and a land something is."""
    found: set[str] = set()
    for pattern in (_LIST, _BETWEEN):
        for match in pattern.finditer(text):
            items = re.findall(r"[A-Z]\w+", match.group())
            if not all(i in lands or i in names for i in items):
                continue
            likely = [i for i in items if i in lands or (pattern is _LIST and _is_likely(text, i))]
            if len(likely) > 1 or any(i in lands for i in likely):
                found |= set(items)
    return found


def _is_likely(text: str, name: str) -> bool:
    """Tell whether a name owns anywhere what a land may own: "Besk's parliament", "Arduin's president"."""
    places = re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text)
    return any(_points("", text[found.end() : found.end() + _BEHIND], "person")[1] for found in places)


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


def _evidence(text: str, name: str, votes: dict[str, list[float]]) -> tuple[int, bool]:
    """How much speaks for a name to be a land's or a town's, and whether any of it speaks for a land."""
    kind = max(votes, key=lambda k: sum(votes[k]))
    sure = sum(votes[kind]) / len(votes[kind])
    if kind == "organization" and sure >= _SURE:
        return 0, False
    score, national = 0, False
    likely = kind in ("person", "place")
    if likely and any(word != name and _is_people_of(word, name) for word in _GOVERNING_PEOPLE.findall(text)):
        return _ENOUGH, True
    for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text):
        before, behind = text[max(0, found.start() - _BEFORE) : found.start()], text[found.end() : found.end() + _BEHIND]
        last = before.split()[-1:]
        if last and fold(last[0]).strip(".,") in lexicon.TITLES | lexicon.PERSON_NOUNS and before[-1:] == " " and last[0][-1] != ",":
            # "Colonel Petrov" is nobody's land
            return 0, False
        points, of_land = _points(before, behind, kind)
        score, national = score + points, national or of_land
    # a body or a people is no town
    return (score, national) if national or likely else (0, False)


def _points(before: str, behind: str, kind: str) -> tuple[int, bool]:
    """What the words around one place of a name say of it; those of a body must own what only a land has."""
    if _BEFORE_SOVEREIGN.search(before) or (_SOVEREIGN.match(behind) and (kind in ("person", "place") or behind[0] in "'’")):
        return 2, True
    if kind != "person":
        # parts of lands have parliaments too
        return 0, False
    if _BEFORE_LANDS.search(before) or _OF_LANDS.match(behind):
        return 2, True
    if _OF_SOME.match(behind):
        return 1, True
    if _OF_TOWNS.match(behind) or _BEFORE_TOWNS.search(before) or _TO.search(before):
        return 1, False
    owned = behind[:1] in ("'", "’")
    return int(bool(_IN.search(before)) and not owned and not _BOUND.search(before)), False


def _is_people_of(word: str, land: str) -> bool:
    """Tell whether a word is what the people of a land are called by its form: "Kestrian", "Orlander"."""
    stem = land.rstrip("aeiouy")
    return len(stem) >= _SHORTEST_STEM and word.startswith(stem) and bool(_PEOPLES.fullmatch(word[len(stem) :]))
