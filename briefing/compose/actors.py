"""Key actors: the most salient of the roster, each with a sentence on what they did or said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.compose.drafts import Draft, is_watched
from briefing.compose.excerpts import is_cut, open_quote, paragraph_of
from briefing.compose.full_names import in_full
from briefing.compose.names import is_title_only
from briefing.compose.readings import Reading
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
_LONGEST_LINE, _LONGEST_QUOTATION = 48, 75
_LEANING = frozenset("he she it they this that these those but and however meanwhile also his her their its such there".split())


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
    readings: Sequence[Reading],
    roster: Roster,
    positions: Sequence[Draft[BriefedPosition]],
    *,
    most: int,
    words: float,
    watch: tuple[str, ...],
) -> list[Draft[KeyActor]]:
    """Give the first key actors, each with a line of the documents that is about them; no two share one if it can be helped.

    They are ``most`` at most, and as many as have room in so many words; the first one in any case.
    """
    by_document = {r.document.id: r for r in readings}
    used: set[tuple[str, Span]] = set()
    drafts: list[Draft[KeyActor]] = []
    ranked = rank_actors(readings, roster, watch)
    key = _key(ranked, positions, watch)[:most]
    # who has a line here is named above it, or soon
    known = [name for entry, _ in key for name in (entry.name, *entry.aliases)]
    for entry, weight in key:
        choices = list(dict.fromkeys(_lines(entry, by_document, positions)))
        chosen = next((c for c in choices if c not in used), choices[0] if choices else None)
        line = None
        if chosen is not None:
            used.add(chosen)
            (line,) = in_full([(by_document[chosen[0]], (chosen[1],))], known)
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
    return entry.kind == "organization" and weight >= _ABOUT and entry.name.split()[-1] not in _ANY_BODY


def _lines(entry: Entry, readings: Mapping[str, Reading], positions: Sequence[Draft[BriefedPosition]]) -> Iterator[tuple[str, Span]]:
    """Sentences about an actor: those that open with the name first, then those of their positions, then any that names them."""
    ordered = sorted((d for d in entry.mentions if d in readings), key=lambda d: (-entry.saliences.get(d, 0.0), d))
    held = [d.item.excerpt for d in positions if d.item.actor == entry.name]
    said = [(e.document, e.spans) for e in held if e.document in readings]
    voiced = {(doc, s) for doc, spans in said for s in readings[doc].sentences_at(spans)}
    named: list[tuple[str, Span, Span]] = []
    inside: list[tuple[str, Span, Span]] = []
    for document in ordered:
        reading = readings[document]
        for mention in (m for m in entry.mentions[document] if _names(entry, reading.slice(m))):
            (sentence, *_) = reading.sentences_at((mention,))
            if _is_line(reading, sentence):
                named.append((document, sentence, mention))
            else:
                inside.append((document, sentence, mention))
    opening = [(d, s) for d, s, m in named if m.start - s.start < 50 and not open_quote(readings[d].text, m.start)]
    # a sentence inside a longer quotation only with all of it, and with who says it
    quoted = [(d, w) for d, s, m in inside if (w := _whole_quotation(readings[d], s)) is not None]
    yield from (c for c in opening if c in voiced)
    yield from opening
    yield from ((d, s) for d, s, _ in named if (d, s) in voiced)
    yield from ((d, s) for d, s, _ in named)
    yield from quoted


def _names(entry: Entry, mention: str) -> bool:
    """Tell whether a mention says who is meant: "the president" may be another one."""
    return not any(c.isupper() for c in entry.name) or (any(c.isupper() for c in mention) and not is_title_only(mention))


def _whole_quotation(reading: Reading, sentence: Span) -> Span | None:
    """The sentences of the quotation around a sentence, up to the one that closes it; None where that is too long to show."""
    room = paragraph_of(reading.text, sentence.start)
    around = [s for s in reading.sentences if room.start <= s.start < room.end]
    first = next((n for n, s in enumerate(around) if s.start >= sentence.start), None)
    if first is None:
        return None
    last = first
    while first > 0 and open_quote(reading.text, around[first].start):
        first -= 1
    while last + 1 < len(around) and open_quote(reading.text, around[last].end):
        last += 1
    whole = Span(around[first].start, around[last].end)
    words = len(words_of(reading.slice(whole)))
    closed = not open_quote(reading.text, whole.start) and not open_quote(reading.text, whole.end)
    return whole if closed and words <= _LONGEST_QUOTATION else None


def _is_line(reading: Reading, sentence: Span) -> bool:
    """Tell whether a sentence can stand beside a name: whole, of readable length, its quotation marks in pairs."""
    text = reading.slice(sentence)
    words = words_of(text)
    paired = text.count('"') % 2 == 0 and not is_cut(text) and not open_quote(reading.text, sentence.start)
    return 5 <= len(words) <= _LONGEST_LINE and text.rstrip("”»\"'’)").endswith((".", "!", "?")) and paired and words[0] not in _LEANING
