"""Stories: the documents about one development, found by who acts in them and by meaning, not by their titles."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from briefing.compose.readings import Reading
from briefing.compose.roster import Entry, Roster

#: how near a document is to a story to belong to it; meaning and actors weigh alike
NEAR = 0.52
#: documents further apart than this tell of two developments, however like
_DAYS = 10
_ACTORS = 8


@dataclass(kw_only=True, eq=False)
class Cluster:
    """The readings of one story, as they come together."""

    readings: list[Reading] = field(default_factory=list)
    meaning: NDArray[np.float32] | None = None
    actors: Counter[int] = field(default_factory=Counter)


def cluster_stories(readings: Sequence[Reading], roster: Roster) -> list[list[Reading]]:
    """Put every reading into one story; the order within and between them is that of the dates, then of the input."""
    rarity = _rarity(readings, roster)
    ordered = sorted(readings, key=lambda r: r.document.published or date.max)
    clusters: list[Cluster] = []
    by_actor: dict[int, set[int]] = defaultdict(set)
    for reading in ordered:
        actors = _main_actors(reading, roster)
        near = sorted({n for a in actors for n in by_actor[id(a)]})
        best = max(((_nearness(reading, actors, clusters[n], rarity), -n) for n in near), default=(0.0, 0))
        if best[0] >= NEAR:
            number = -best[1]
        else:
            clusters.append(Cluster())
            number = len(clusters) - 1
        _add(clusters[number], reading, actors)
        for actor in actors:
            by_actor[id(actor)].add(number)
    return [c.readings for c in clusters]


def _main_actors(reading: Reading, roster: Roster) -> list[Entry]:
    found = [roster.find(reading.document.id, a.name) for a in reading.analysis.actors[:_ACTORS]]
    return list(dict.fromkeys(e for e in found if e is not None))


def _rarity(readings: Sequence[Reading], roster: Roster) -> dict[int, float]:
    """How much it tells that two documents share an actor: little for the United States, much for one mayor."""
    counts = Counter(id(a) for r in readings for a in _main_actors(r, roster))
    return {actor: math.log(1 + len(readings) / count) for actor, count in counts.items()}


def _add(cluster: Cluster, reading: Reading, actors: Sequence[Entry]) -> None:
    cluster.readings.append(reading)
    cluster.actors.update(id(a) for a in actors)
    meaning = _meaning(reading)
    if meaning is not None:
        cluster.meaning = meaning if cluster.meaning is None else cluster.meaning + meaning


def _meaning(reading: Reading) -> NDArray[np.float32] | None:
    return np.asarray(reading.analysis.embedding, dtype=np.float32) if reading.analysis.embedding else None


def _nearness(reading: Reading, actors: Sequence[Entry], cluster: Cluster, rarity: dict[int, float]) -> float:
    """Half cosine with the story's mean, half the share of rare actors in common, from 0 to 1."""
    day, last = reading.document.published, cluster.readings[-1].document.published
    if day is not None and last is not None and abs((day - last).days) > _DAYS:
        return 0.0
    own = {id(a) for a in actors}
    often = {a for a, n in cluster.actors.items() if 2 * n >= len(cluster.readings)} or set(cluster.actors)
    shared, smaller = own & often, min(own, often, key=lambda s: sum(rarity[a] for a in s))
    weight = sum(rarity[a] for a in smaller)
    in_common = sum(rarity[a] for a in shared) / weight if weight else 0.0
    meaning = _meaning(reading)
    if meaning is None or cluster.meaning is None:
        return in_common
    size = float(np.linalg.norm(meaning) * np.linalg.norm(cluster.meaning))
    return 0.5 * min(1.0, in_common) + 0.5 * (float(meaning @ cluster.meaning) / size if size else 0.0)
