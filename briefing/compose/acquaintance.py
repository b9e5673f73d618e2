"""Which actor of an earlier briefing an actor of today is: names change from day to day, and one name can be two people's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.compose.memory import KnownActor
from briefing.compose.names import is_generic, name_words, person_words, same_person
from briefing.compose.roster import Entry
from briefing.models import ActorKind


class Acquaintance:
    """Finds remembered actors by the words of their names; the cost does not grow with how many are remembered."""

    def __init__(self, actors: Sequence[KnownActor]) -> None:
        self._people: dict[str, list[KnownActor]] = defaultdict(list)
        self._bodies: dict[tuple[str, ...], list[KnownActor]] = defaultdict(list)
        self._openings: dict[str, list[KnownActor]] = defaultdict(list)
        for actor in actors:
            for name in dict.fromkeys((actor.name, *actor.aliases)):
                if actor.kind == "person":
                    words = person_words(name)
                    if words:
                        self._people[words[-1]].append(actor)
                else:
                    words = name_words(name)
                    self._bodies[words].append(actor)
                    self._openings[" ".join(words[:2])].append(actor)

    def names(self, entry: Entry) -> frozenset[str]:
        """The names under which earlier briefings knew this very actor."""
        if entry.kind == "person":
            return frozenset(a.name for a in self._person(entry))
        found = [a for n in (entry.name, *entry.aliases) for a in self._bodies[name_words(n)] if _may_be_one(a.kind, entry.kind)]
        if all(is_generic(n) or len(name_words(n)) < 2 for n in (entry.name, *entry.aliases)) and entry.kind != "country":
            return frozenset()
        return frozenset(a.name for a in found)

    def names_in_story(self, entry: Entry) -> frozenset[str]:
        """Those names, and those that mean the same actor where both days tell one story: "the ministry", "Port Authority"."""
        sure = self.names(entry)
        if entry.kind == "person" or sure:
            return sure
        words = name_words(entry.name)
        near = [*self._bodies[words], *self._openings[" ".join(words[:2])]]
        same = [a for a in near if _may_be_one(a.kind, entry.kind) and _one_opens_the_other(words, name_words(a.name))]
        return frozenset(a.name for a in same)

    def _person(self, entry: Entry) -> list[KnownActor]:
        names = [person_words(n) for n in (entry.name, *entry.aliases)]
        full = [w for w in names if len(w) > 1]
        near = [a for w in names if w for a in self._people[w[-1]]]
        if full:
            return [a for a in near if any(same_person(w, person_words(n)) for w in full for n in (a.name, *a.aliases))]
        # a surname alone is somebody's only where nobody else of that surname is remembered
        return near if len({a.name for a in near}) == 1 else []


def _may_be_one(a: ActorKind, b: ActorKind) -> bool:
    return a == b or {a, b} <= {"organization", "group"}


def _one_opens_the_other(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = sorted((a, b), key=len)
    return bool(short) and long[: len(short)] == short and (len(short) == len(long) or long[len(short)] in ("of", "for", "in"))
