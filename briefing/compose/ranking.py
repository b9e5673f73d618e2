"""Which story comes first: what the reader watches, what many outlets print, what cost lives, whom the public elected or obeys, what is
said in it, what is new."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.compose.actors import rank_actors
from briefing.compose.bottom_line import lead_reading
from briefing.compose.continuity import Continued
from briefing.compose.drafts import is_watched
from briefing.compose.names import name_words
from briefing.compose.prints import Prints
from briefing.compose.readings import Reading
from briefing.compose.roster import Roster
from briefing.compose.tolls import gravity
from briefing.models import Actor

#: shares of a story's weight; reach counts by its logarithm, up to so many outlets
_REACH, _SAID, _GRAVE, _PUBLIC, _COMING, _NEW = 0.34, 0.10, 0.30, 0.13, 0.06, 0.07
_MANY_OUTLETS = 15
_POSITIONS, _ACTORS = 8, 5
#: of an article's actors so many are those that it is about
_FIRST = 4
#: who governs a state, and who serves, judges or stands for a part of one: how much of the public's each decides
_OFFICES = dict.fromkeys(
    """president vice-president minister premier chancellor king queen emir sultan prince pope parliament government ministry congress
    senate cabinet""".split(),
    1.0,
) | dict.fromkeys(
    """secretary governor senator congressman congresswoman lawmaker mp ambassador envoy general admiral judge prosecutor commissioner
    mayor speaker court army navy military police assembly commission council union party opposition""".split(),
    0.5,
)


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
        weight += _GRAVE * max(gravity(r) for r in story.news.telling) + _PUBLIC * _office(lead)
        names = [e.name for e, _ in rank_actors(cluster, roster, ())[:_ACTORS]] if watch else []
        lines = (*(r.document.title for r in story.news.telling), *(r.slice(s) for r in story.news.telling for s in r.analysis.summary))
        watched = (
            any(p.item.watched for p in story.positions) or any(s.item.watched for s in story.steps) or is_watched(watch, *names, *lines)
        )
        ranked.append((not watched, -weight, number, story))
    return [(story, round(-weight, 3)) for _, weight, _, story in sorted(ranked, key=lambda r: r[:3])]


def _office(reading: Reading) -> float:
    """The salience, from 0 to 1, of the first actor of an article that is a state, one of its bodies, or who holds an office in one, by
    how high that is."""
    return max((a.salience * _rank(a) for a in reading.analysis.actors[:_FIRST]), default=0.0)


def _rank(actor: Actor) -> float:
    return 1.0 if actor.kind == "country" else max((_OFFICES.get(w, 0.0) for w in name_words(actor.role or actor.name)), default=0.0)
