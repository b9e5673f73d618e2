"""Which story comes first: what the reader watches, what many outlets print, what cost lives, whom the public elected or obeys, what is
said in it, what is new."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence

from briefing.compose.actors import rank_actors
from briefing.compose.bottom_line import lead_reading
from briefing.compose.continuity import Continued
from briefing.compose.drafts import is_watched
from briefing.compose.names import name_words
from briefing.compose.prints import Prints
from briefing.compose.readings import Reading
from briefing.compose.roster import Roster
from briefing.compose.terms import terms_of
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
    mayor speaker court army navy military police assembly commission council union party opposition nations""".split(),
    0.5,
)
#: what a firm, a club or a party has as well
_ANYBODYS = frozenset("president vice-president chancellor secretary governor general commissioner speaker ambassador".split())
#: the bodies of a part of a state, and so much less they decide
_LOCAL, _OF_A_TOWN = frozenset("city county municipal town village district provincial local regional".split()), 0.5
#: what is a body of a state as little as a firm is
_PARTISAN = frozenset("party union opposition".split())
#: what a role is of or at stands behind one of these: the officer at the ministry is no minister
_OF = frozenset("of at in for to with from on".split())
#: a country that neither holds nor does anything in an article more often only locates
_LOCATES = 0.5
#: of these words so many different ones stand in the first sentences of what is told of a game; whoever plays, it decides nothing
_PLAY = terms_of(
    """coach team match league cup goal goalkeeper striker midfielder defender batsman bowler wicket innings tournament championship
    qualifier season player fans football footballer soccer rugby cricket tennis golf basketball volleyball boxing boxer athletics
    athlete olympic medal stadium squad semi-final final club captain fixture"""
)
_PLAYED, _PLAY_READ, _AT_PLAY = 4, 6, 0.25


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
    highest = max((a.salience * _rank(a, reading) for a in reading.analysis.actors[:_FIRST]), default=0.0)
    return _AT_PLAY * highest if _is_of_a_game(reading) else highest


def _is_of_a_game(reading: Reading) -> bool:
    opening = [reading.document.title or "", *(reading.slice(s) for s in reading.body[:_PLAY_READ])]
    return len(_PLAY & terms_of(" ".join(opening))) >= _PLAYED


def _rank(actor: Actor, reading: Reading) -> float:
    if actor.kind == "country":
        return 1.0 if _acts(actor, reading) else _LOCATES
    if actor.role is None:
        named = name_words(actor.name)
        return _highest(named) * (_OF_A_TOWN if _LOCAL & set(named) else 1.0)
    words = list(itertools.takewhile(lambda w: w not in _OF, name_words(actor.role)))
    return _highest(w for w in words if w not in _ANYBODYS or not _is_of_a_firm(actor, reading))


def _highest(words: Iterable[str]) -> float:
    return max((_OFFICES.get(w, 0.0) for w in words), default=0.0)


def _acts(country: Actor, reading: Reading) -> bool:
    """Tell whether a country holds something in an article, is asked for it, or is to do something."""
    analysis = reading.analysis
    return any(country.name in (p.actor, p.target) for p in analysis.positions) or any(country.name in s.who for s in analysis.next_steps)


def _is_of_a_firm(actor: Actor, reading: Reading) -> bool:
    """Tell whether somebody belongs to a body that is none of a state: an association, a party."""
    if actor.affiliation is None or _highest(w for w in name_words(actor.affiliation) if w not in _PARTISAN) > 0:
        return False
    mentioned = {reading.slice(m.span) for m in reading.analysis.mentions if m.kind == "organization"}
    return actor.affiliation in mentioned.union(*((a.name, *a.aliases) for a in reading.analysis.actors if a.kind == "organization"))
