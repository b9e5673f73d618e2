"""Which actor of an earlier briefing an actor of today is: names change from day to day, and one name can be two people's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefing.compose.memory import KnownActor
from briefing.compose.names import is_generic, name_words, one_opens_the_other, person_words, same_person
from briefing.compose.roster import Entry
from briefing.models import ActorKind


class _Person(NamedTuple):
    """A remembered person, and the words of all their names."""

    name: str
    names: list[tuple[str, ...]]


class Acquaintance:
    """Finds remembered actors by the words of their names; the cost does not grow with how many are remembered."""

    def __init__(self, actors: Sequence[KnownActor]) -> None:
        self._found: dict[Entry, frozenset[str]] = {}
        self._people: dict[str, list[_Person]] = defaultdict(list)
        self._bodies: dict[tuple[str, ...], list[KnownActor]] = defaultdict(list)
        self._openings: dict[str, list[KnownActor]] = defaultdict(list)
        for actor in actors:
            names = (actor.name, *actor.aliases)
            if actor.kind == "person":
                person = _Person(actor.name, [person_words(n) for n in names])
                for surname in {words[-1] for words in person.names if words}:
                    self._people[surname].append(person)
                continue
            for words in {name_words(n) for n in names}:
                self._bodies[words].append(actor)
                self._openings[" ".join(words[:2])].append(actor)

    def names(self, entry: Entry) -> frozenset[str]:
        """The names under which earlier briefings knew this very actor."""
        if entry not in self._found:
            self._found[entry] = self._names(entry)
        return self._found[entry]

    def _names(self, entry: Entry) -> frozenset[str]:
        if entry.kind == "person":
            return self._person(entry)
        found = [a for n in (entry.name, *entry.aliases) for a in self._bodies.get(name_words(n), ()) if _may_be_one(a.kind, entry.kind)]
        if all(is_generic(n) or len(name_words(n)) < 2 for n in (entry.name, *entry.aliases)) and entry.kind != "country":
            return frozenset()
        return frozenset(a.name for a in found)

    def names_in_story(self, entry: Entry) -> frozenset[str]:
        """Those names, and those that mean the same actor where both days tell one story: "the ministry", "Port Authority"."""
        sure = self.names(entry)
        if entry.kind == "person" or sure:
            return sure
        words = name_words(entry.name)
        near = [*self._bodies.get(words, ()), *self._openings.get(" ".join(words[:2]), ())]
        same = [a for a in near if _may_be_one(a.kind, entry.kind) and one_opens_the_other(words, name_words(a.name))]
        return frozenset(a.name for a in same)

    def _person(self, entry: Entry) -> frozenset[str]:
        names = [person_words(n) for n in (entry.name, *entry.aliases)]
        full = [w for w in names if len(w) > 1]
        near = [p for surname in {w[-1] for w in names if w} for p in self._people.get(surname, ())]
        if full:
            return frozenset(p.name for p in near if any(same_person(a, b) for a in full for b in p.names))
        # a surname alone is somebody's only where nobody else of that surname is remembered
        found = frozenset(p.name for p in near)
        return found if len(found) == 1 else frozenset()


def _may_be_one(a: ActorKind, b: ActorKind) -> bool:
    return a == b or {a, b} <= {"organization", "group"}
