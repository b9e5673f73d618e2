"""Which positions of earlier days were held for the body that an actor of today is or speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.memory import KnownPosition, Memory
from briefing.compose.readings import Reading
from briefing.compose.roster import Entry, Roster
from briefing.compose.voices import Voice, voice, voices_in

_BODIES = ("organization", "group")


class Spokespeople:
    """Tells for whom the holders of remembered positions spoke, by the sentences that were kept of them."""

    def __init__(self, memory: Memory, roster: Roster) -> None:
        self._roster = roster
        self._kept = memory.kept()
        self._kinds = {a.name: a.kind for a in memory.actors}

    def held_for(self, entry: Entry, others: Sequence[KnownPosition], reading: Reading) -> dict[str, str]:
        """Of the positions of others in a story those held for the body that an actor is or speaks for in a document: by id its name."""
        voices = self.voices(entry, reading) if others else []
        found: dict[str, str] = {}
        for known in others if voices else ():
            theirs = self._known(known, [v.name for v in voices])
            of_two_bodies = entry.kind != "person" and self._kinds.get(known.position.actor) != "person"
            names = [max((v.name, t.name), key=len) for v in voices for t in theirs if v.is_of(t) and (not of_two_bodies or v.is_surely(t))]
            if names:
                found[known.position.id] = names[0]
        return found

    def voices(self, entry: Entry, reading: Reading) -> list[Voice]:
        """The bodies that an actor is or speaks for in a document."""
        if entry.kind != "person":
            own = voice(entry.name) if entry.kind in _BODIES else None
            return [own] if own is not None else []
        here = self._roster.acting_in([reading.document.id])
        bodies = [n for e in here if e.kind in _BODIES for n in (e.name, *e.aliases)]
        return [v for s in reading.sentences for v in voices_in(reading.slice(s), entry.name, bodies)]

    def _known(self, known: KnownPosition, bodies: Sequence[str]) -> list[Voice]:
        """The bodies that the holder of a position is or spoke for."""
        holder = known.position.actor
        kind = self._kinds.get(holder)
        if kind == "person":
            texts = self._kept[known.position.excerpt.document].texts
            return [v for t in texts for v in voices_in(" ".join(t.text.split()), holder, bodies)]
        own = voice(holder) if kind in _BODIES else None
        return [own] if own is not None else []
