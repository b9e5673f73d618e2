"""The entities of one document as they are being put together, and which of them a span names."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from briefing.models import ActorKind, Span
from briefing.nlp import lexicon
from briefing.nlp.names import fold, name_tokens
from briefing.nlp.stretches import Spans

#: a name that is an address on the web: "harbourpost.co.ke"
_ADDRESS = re.compile(r"[a-z]\.(?:com|net|org|info|co|news)(?:\.[a-z]{2})?$")


@dataclass(kw_only=True, eq=False)
class Entity:
    """One person, body, country or group as it is being put together; `spans` are where it is named."""

    kind: ActorKind
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    misspelled: list[Span] = field(default_factory=list)
    wrong_forms: set[str] = field(default_factory=set)
    #: a noun phrase ("opposition MPs") rather than a name
    nominal: bool = False
    #: nobody but whom the text describes where they speak: "some residents", "an insider"
    vague: bool = False
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    #: how often it speaks, and is spoken to or of in a position
    voices: int = 0
    targets: int = 0
    subjects: int = 0
    name: str = ""
    #: the text says behind the name that it prints or broadcasts: "Al-Selm daily"
    press: bool = False
    #: named as a place, which may stand for who runs it
    place: bool = False
    #: known by a noun alone, and neither holds anything nor is to do anything
    told_of: bool = False
    #: the common nouns that the text tells a body by where it names it: "carrier" of "Transrail, the state carrier"
    called: set[str] = field(default_factory=set)

    def add(self, form: str, span: Span) -> None:
        self.forms[form] += 1
        self.spans.append(span)


class Roster:
    """All entities of a document, and which of them a span names."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.by_span: dict[Span, Entity] = {}
        self._there: dict[Entity, int] = {}
        self._numbers = itertools.count()
        self._nominals: dict[str, list[Entity]] = defaultdict(list)
        self._named: dict[str, list[Entity]] = defaultdict(list)
        self._spans = Spans()

    def __contains__(self, entity: Entity) -> bool:
        return entity in self._there

    def add(self, entity: Entity, form: str, span: Span) -> None:
        if entity not in self:
            self._there[entity] = next(self._numbers)
            self.entities.append(entity)
            for key in {fold(word) for word in (entity.name, *entity.name.split())} if entity.nominal else ():
                self._nominals[key].append(entity)
        entity.add(form, span)
        if not entity.nominal and entity not in self._named[fold(form)]:
            self._named[fold(form)].append(entity)
        self.by_span[span] = entity
        self._spans.add(span)

    def fold(self, entity: Entity, into: Entity) -> None:
        """Make two entities one: what names the first names the second from now on."""
        into.forms += entity.forms
        into.spans += entity.spans
        for span in entity.spans:
            self.by_span[span] = into
        del self._there[entity]
        self.entities.remove(entity)

    def nominals(self, *keys: str) -> list[Entity]:
        """Those known by a noun phrase that one of the keys, which are folded, is all or a word of; in the order they were added."""
        found = {e for key in keys for e in self._nominals.get(key, ()) if e in self}
        return sorted(found, key=self._there.__getitem__)

    def named(self, form: str) -> list[Entity]:
        """Those with a name who are called so, in capitals or not."""
        return [e for e in self._named.get(fold(form), ()) if e in self]

    def bodies(self, name: str | None) -> list[Entity]:
        """The organizations called by a name, as an affiliation gives it; in the order they were added, none for no name."""
        return [e for e in self.entities if e.kind == "organization" and name in (e.name, *e.forms)] if name else []

    def persons_in_order(self) -> list[tuple[Span, Entity]]:
        """The places where persons with a name are named, in the order of the text."""
        return sorted((s, e) for s, e in self.by_span.items() if e.kind == "person" and not e.nominal)

    def at(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """The named spans that lie in a stretch of the text, in order."""
        return [(s, self.by_span[s]) for s in self._spans.meeting(start, end)]


def best_name(entity: Entity) -> str:
    """The fullest form of a name that is not misspelled; the commoner one where two are as full; a country has its name already."""
    if entity.kind == "country":
        return entity.name
    spelled = [f for f in entity.forms if f not in entity.wrong_forms] or list(entity.forms)
    if entity.kind == "person":
        tokens = {f: name_tokens(f) for f in spelled}
        return max(spelled, key=lambda f: (min(len(tokens[f]), 4), not f.isupper(), len(tokens[f][0]) > 1, entity.forms[f], -len(f)))
    return max(spelled, key=lambda f: (not f.isupper() or " " in f, len(f.split()) > 1, entity.forms[f], len(f)))


def is_outlet(entity: Entity) -> bool:
    """Tell whether a body is a news outlet or agency."""
    tokens = fold(entity.name).split()
    return bool(tokens) and (
        entity.press
        or bool(_ADDRESS.search(tokens[-1]))
        or tokens[0] in ("broadcaster", "newspaper", "tabloid")
        or (len(tokens) > 1 and tokens[0] in ("radio", "tv"))
        or (len(tokens) > 1 and tokens[0] == "channel" and tokens[1].isdigit())
        or any(fold(f) in lexicon.NEWS_AGENCIES for f in (entity.forms if entity.kind != "person" else (entity.name,)))
        or (len(tokens) > 1 and tokens[-1] in lexicon.OUTLET_WORDS)
        or (len(tokens) == 1 and tokens[0] in ("journal", "times", "post", "guardian", "tribune", "herald", "gazette"))
        or tokens[-1] in ("news", "tv", "radio", "newspaper")
        or tokens[-2:] == ["news", "agency"]
    )
