"""Who printed a text: its near-duplicates with their outlets, and what they have differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.compose.duplicates import Fold
from briefing.compose.readings import Reading
from briefing.compose.versions import Versions, compare_versions
from briefing.models import Analysis, CoverageEntry, Document


class Prints:
    """The folded documents of a run, by the document that speaks for them."""

    def __init__(self, folds: Sequence[Fold], analyses: Mapping[str, Analysis]) -> None:
        self._folds = {f.speaker.id: f for f in folds}
        self._analyses = analyses

    def readings(self) -> list[Reading]:
        """The documents that speak, in their order."""
        return [Reading(f.speaker, self._analyses[f.speaker.id]) for f in self._folds.values()]

    def versions(self, readings: Iterable[Reading]) -> list[Versions]:
        """The other versions of some documents; only of those that have any."""
        found = []
        for reading in readings:
            others = self._folds[reading.document.id].others
            if others:
                found.append(compare_versions(reading, [Reading(d, self._analyses[d.id]) for d in others]))
        return found

    def outlets(self, readings: Iterable[Reading]) -> tuple[str, ...]:
        """The outlets that print any of some documents."""
        return tuple(sorted({d.outlet for d in self._all(readings) if d.outlet}))

    def reach(self, readings: Iterable[Reading]) -> int:
        """How many outlets print any of some documents; one that does not give its name counts as an outlet of its own."""
        return len({d.outlet or d.path for d in self._all(readings)})

    def also(self) -> dict[str, tuple[str, ...]]:
        """For each document that stands for others, where those are from."""
        return {s: tuple(dict.fromkeys(o.outlet or o.path for o in f.others)) for s, f in self._folds.items() if f.others}

    def noted(self, coverage: Sequence[CoverageEntry]) -> tuple[CoverageEntry, ...]:
        """The coverage note with what was folded into what."""
        into = {o.path: f.speaker.path for f in self._folds.values() for o in f.others}
        return tuple(
            replace(e, outcome="folded", reason="near-duplicate", detail=f"much the same text as {into[e.path]}", folded_into=into[e.path])
            if e.outcome == "read" and e.path in into
            else e
            for e in coverage
        )

    def _all(self, readings: Iterable[Reading]) -> list[Document]:
        folds = [self._folds[r.document.id] for r in readings]
        return [d for f in folds for d in (f.speaker, *f.others)]
