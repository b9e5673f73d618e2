"""Key actors: the most salient of the roster, each with a sentence on what they did or said."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.compose.actor_lines import lines_about
from briefing.compose.drafts import Draft, is_watched
from briefing.compose.full_names import in_full
from briefing.compose.readings import Evidence, Reading
from briefing.compose.roster import Entry, Roster, is_presentable
from briefing.compose.terms import words_of
from briefing.models import BriefedPosition, KeyActor, Span

#: below these weights an actor is only mentioned in passing: a street, a place where somebody studied, a brother; the first for
#: persons who are told to be something and for countries and bodies, the second for everybody else
_IN_PASSING, _IN_PASSING_UNTOLD = 0.24, 0.28
#: below it a country more often only locates; of annotated newswire two in five are actors
_ONLY_LOCATES = 0.35
#: that of one whom the documents are about
_ABOUT = 0.5
#: bodies of which a reader knows none by the noun
_ANY_BODY = frozenset(
    """company firm corporation agency group organization organisation team club institution foundation network district city town village
    community school state province country territory side media shop store campaign conference summit""".split()
)


def rank_actors(readings: Sequence[Reading], roster: Roster, watch: tuple[str, ...]) -> list[tuple[Entry, float]]:
    """Order the actors of some documents by what they weigh in them, those on the watch-list first; the weight is from 0 to 1."""
    inside = {r.document.id for r in readings}
    ranked: list[tuple[bool, float, str, Entry, float]] = []
    for entry in roster.acting_in(inside):
        saliences = [s for d, s in entry.saliences.items() if d in inside]
        if not is_presentable(entry):
            continue
        rest = 1.0
        for salience in saliences:
            rest *= 1.0 - min(salience, 0.99)
        watched = is_watched(watch, entry.name, *entry.aliases)
        ranked.append((not watched, -sum(saliences), entry.name, entry, 1.0 - rest))
    return [(entry, round(weight, 3)) for *_, entry, weight in sorted(ranked, key=lambda r: r[:3])]


def draft_actors(
    stories: Sequence[Sequence[Reading]],
    roster: Roster,
    positions: Sequence[Draft[BriefedPosition]],
    *,
    most: int,
    words: float,
    watch: tuple[str, ...],
    said: Collection[Evidence] = (),
) -> list[Draft[KeyActor]]:
    """Give the first key actors, each with a line of the documents that is about them; no two share one if it can be helped, and none
    has one that stands above already, which ``said`` are.

    The first of each story comes first, in the order of the stories, then the second of each. They are ``most`` at most, and as many as
    have room in so many words; the first one in any case.
    """
    readings = [r for story in stories for r in story]
    by_document = {r.document.id: r for r in readings}
    used: set[tuple[str, Span]] = set()
    drafts: list[Draft[KeyActor]] = []
    key = _in_turn(_key(rank_actors(readings, roster, watch), positions, watch), stories, roster, watch)[:most]
    # who has a line here is named above it, or soon
    known = [name for entry, _ in key for name in (entry.name, *entry.aliases)]
    for entry, weight in key:
        choices = list(dict.fromkeys(lines_about(entry, by_document, positions)))
        left = [c for c in choices if c not in used]
        unsaid = [c for c in left if not any(s.has(c[0], c[1].start) for s in said)]
        chosen = next(iter((*unsaid, *left, *choices)), None)
        line = None
        if chosen is not None:
            used.add(chosen)
            (line,) = in_full([(by_document[chosen[0]], (chosen[1],))], known, (entry.name, *entry.aliases))
            words -= len(words_of(line.text))
            if drafts and words < 0:
                break
        reading = next(r for r in readings if r.document.id in entry.mentions or r.document.id in entry.saliences)
        place = chosen or (reading.document.id, entry.mentions[reading.document.id][0])
        actor = KeyActor(
            name=entry.name,
            kind=entry.kind,
            role=entry.role,
            affiliation=entry.elsewhere,
            aliases=entry.aliases,
            salience=weight,
            line=line,
            citations=(),
        )
        drafts.append(Draft(item=actor, evidence=(by_document[place[0]].evidence((place[1],)),)))
    return drafts


def _in_turn(
    key: Sequence[tuple[Entry, float]], stories: Sequence[Sequence[Reading]], roster: Roster, watch: tuple[str, ...]
) -> list[tuple[Entry, float]]:
    """Order actors by how many come before them in one of their stories, then by the story; those on the watch-list first."""
    kept = {id(e) for e, _ in key}
    turns: dict[int, tuple[int, int]] = {}
    for number, story in enumerate(stories):
        here = [id(e) for e, _ in rank_actors(story, roster, watch) if id(e) in kept]
        for turn, entry in enumerate(here):
            turns[entry] = min(turns.get(entry, (turn, number)), (turn, number))
    return sorted(key, key=lambda k: (not is_watched(watch, k[0].name, *k[0].aliases), turns[id(k[0])]))


def _key(
    ranked: Sequence[tuple[Entry, float]], positions: Sequence[Draft[BriefedPosition]], watch: tuple[str, ...]
) -> list[tuple[Entry, float]]:
    """Those of the ranked that a reader would call key: with a name, where anybody has one, and not only mentioned in passing."""
    voiced = {name for d in positions for name in (d.item.actor, d.item.target)}

    def is_wanted(entry: Entry) -> bool:
        return is_watched(watch, entry.name, *entry.aliases)

    # "investigators" and "members" are named only where nobody else is
    named = [(e, w) for e, w in ranked if _is_known(e, w) or is_wanted(e)] or list(ranked)
    return [(e, w) for e, w in named if w >= _least(e) or e.name in voiced or is_wanted(e)] or named[:1]


def _least(entry: Entry) -> float:
    if entry.kind == "country":
        return _ONLY_LOCATES
    told = entry.role is not None if entry.kind == "person" else entry.kind != "group"
    return _IN_PASSING if told else _IN_PASSING_UNTOLD


def _is_known(entry: Entry, weight: float) -> bool:
    """Tell whether an actor has a name, or is a body that needs none and that the documents are about: "police", "the government"; "a big
    company" and "the district" are any."""
    if any(c.isupper() for c in entry.name):
        return True
    return entry.kind == "organization" and weight >= _ABOUT and entry.name.split()[-1].removesuffix("s") not in _ANY_BODY
