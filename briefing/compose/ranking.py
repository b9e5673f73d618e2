"""Which story comes first: what the reader watches, what many outlets print, what is said in it, what is new."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.compose.actors import rank_actors
from briefing.compose.bottom_line import lead_reading
from briefing.compose.continuity import Continued
from briefing.compose.drafts import is_watched
from briefing.compose.prints import Prints
from briefing.compose.roster import Roster

#: shares of a story's weight; reach counts by its logarithm, up to so many outlets
_REACH, _SAID, _COMING, _NEW = 0.45, 0.3, 0.15, 0.1
_MANY_OUTLETS = 15
_POSITIONS, _ACTORS = 8, 5


def rank_stories(stories: Sequence[Continued], roster: Roster, watch: tuple[str, ...], prints: Prints) -> list[tuple[Continued, float]]:
    """Order stories, those that the watch-list names first; each with a salience from 0 to 1."""
    ranked = []
    for number, story in enumerate(stories):
        cluster = story.news.readings
        lead = lead_reading(cluster)
        reach = math.log1p(prints.reach(cluster)) / math.log1p(_MANY_OUTLETS)
        said = sum(p.salience for p in lead.analysis.positions[:_POSITIONS]) / _POSITIONS
        coming = max((s.salience for s in lead.analysis.next_steps), default=0.0)
        weight = _REACH * min(1.0, reach) + _SAID * said + _COMING * coming + _NEW * (story.news.novelty == "new")
        names = [e.name for e, _ in rank_actors(cluster, roster, ())[:_ACTORS]] if watch else []
        watched = is_watched(watch, *names, *(lead.slice(s) for s in lead.analysis.summary))
        ranked.append((not watched, -weight, number, story))
    return [(story, round(-weight, 3)) for _, weight, _, story in sorted(ranked, key=lambda r: r[:3])]
