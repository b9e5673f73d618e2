"""Who is called by one name alone, or not by name, in a line that stands by itself: the line gives all of the name, in square brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.compose.names import person_words
from briefing.compose.readings import Reading
from briefing.models import Actor, Correction, Excerpt, Span

#: the last word of what somebody is called, what is theirs aside: "Quill" of "Minister Quill’s"
_LAST = re.compile(r"([^\s’']\S*?)(?:['’]s?)?$")
#: "NB’s governor" is no name
_OF_SOMEBODY = re.compile(r"\w(?:['’]s|s['’])\s")
#: how a speaker is pointed at who was named before: "she", "the former minister"
_PRONOUN = re.compile(r"(?:he|she)", re.IGNORECASE)
_OFFICE = re.compile(r"(?:the|The)(?: [a-z][a-z-]+){1,3}")
#: what they speak by is not they
_PAPER = re.compile(
    r" (?:statement|letter|report|speech|tweet|post|message|note|memo|order|ruling|judg(?:e)?ment|lawsuit|suit|complaint|filing|petition"
    r"|affidavit|notice|circular|book|article|interview|remarks?|comments?|document|declaration|release|decree|study|survey|poll|website)$"
)
#: "the Quill dynasty" is no more of one Quill than of another
_HOUSE = re.compile(r"[ -](?:dynasty|famil(?:y|ies)|clan|brothers?|sisters?|siblings?|couple|household|twins|heirs?|name|era)\b")
#: "Ada and Otto Quill" have one name
_SHARED = re.compile(r" and (?:[^\W\d_a-z][\w’'-]* )+[^\W\d_a-z]")
#: below it who is meant is not sure enough to be written into the words of a source
_SURE = 0.8


class _Call(NamedTuple):
    """Where somebody is called what; ``short`` is None where that gives all of the name, or nothing has to be given."""

    place: Span
    actor: Actor
    short: Span | None
    is_pronoun: bool = False
    possessive: bool = False

    def in_full(self) -> Correction | None:
        """All of the name, where it is to be given."""
        name = self.actor.name + ("’s" if self.possessive else "")
        return Correction(span=self.short, replacement=name) if self.short is not None else None


def in_full(lines: Iterable[tuple[Reading, Sequence[Span]]], known: Iterable[str] = (), of: Iterable[str] = ()) -> list[Excerpt]:
    """The excerpts of lines that are read one after the other: a person who is called by one name, or only pointed at, and by more in no
    line before, is given with all of it. ``known`` are names that stand above the lines, which need not be given in full; ``of`` are
    those of who the lines are about, for whom a pronoun may stand."""
    told = {person_words(name) for name in of}
    above = {person_words(name) for name in known}
    excerpts: list[Excerpt] = []
    for reading, spans in lines:
        found: list[Correction] = []
        for call in sorted((*_called(reading, spans), *_pointed_at(reading, spans), *_meant(reading, spans)), key=lambda c: c.place):
            words = person_words(call.actor.name)
            if words not in told and (call.is_pronoun or words not in above) and (name := call.in_full()) is not None:
                found.append(name)
            told.add(words)
        excerpts.append(reading.excerpt(spans, in_full=found))
    return excerpts


def who_is_meant(reading: Reading, spans: Sequence[Span], holder: str | None) -> list[Correction]:
    """The names that stand for pronouns in what somebody holds, who is meant by the others: the first for each person, where no name of
    theirs is before it."""
    found: list[Correction] = []
    told = {holder}
    for call in sorted((*_mentioned(reading, spans), *_meant(reading, spans)), key=lambda c: c.place):
        if call.actor.name not in told and (name := call.in_full()) is not None:
            found.append(name)
        told.add(call.actor.name)
    return found


def _mentioned(reading: Reading, spans: Sequence[Span]) -> Iterator[_Call]:
    """Where in some spans a person is called by any name."""
    for actor in reading.analysis.actors:
        if actor.kind == "person":
            yield from (_Call(m, actor, None) for m in actor.mentions if _lies_in(m, spans))


def _meant(reading: Reading, spans: Sequence[Span]) -> Iterator[_Call]:
    """Where in some spans a pronoun can only mean one person."""
    persons = {a.name: a for a in reading.analysis.actors if a.kind == "person"}
    for referent in reading.analysis.referents:
        if referent.actor in persons and _lies_in(referent.span, spans):
            yield _Call(referent.span, persons[referent.actor], referent.span, is_pronoun=True, possessive=referent.possessive)


def _called(reading: Reading, spans: Sequence[Span]) -> Iterator[_Call]:
    """Where in some spans a person is called by a name of theirs that has more than one word."""
    for actor in filter(_has_full_name, reading.analysis.actors):
        words = person_words(actor.name)
        for mention in actor.mentions:
            if not _lies_in(mention, spans) or not set(short := _words(reading, mention)) & set(words):
                continue
            last = _LAST.search(reading.text, mention.start, mention.end)
            if _tells(short, words) and _is_of_a_house(reading, mention):
                continue
            if len(short) == 1 and short[0] != words[-1] and _SHARED.match(reading.text, mention.end):
                continue
            yield _Call(mention, actor, Span(*last.span(1)) if last is not None and _tells(short, words) else None)


def _is_of_a_house(reading: Reading, mention: Span) -> bool:
    """Tell whether a name is that of all who bear it: "the Quill dynasty"."""
    return _HOUSE.match(reading.text, mention.end) is not None


def _pointed_at(reading: Reading, spans: Sequence[Span]) -> Iterator[_Call]:
    """Where in some spans a person speaks without a name: "she" gives way to the name, "the minister" has it behind."""
    persons = {a.name: a for a in reading.analysis.actors if _has_full_name(a)}
    for position in reading.analysis.positions:
        actor = persons.get(position.actor or "")
        if actor is None or position.confidence < _SURE or len(position.source) != 1 or not _lies_in(position.source[0], spans):
            continue
        (source,) = position.source
        words = reading.slice(source)
        if _PRONOUN.fullmatch(words):
            yield _Call(source, actor, source, is_pronoun=True)
        elif _OFFICE.fullmatch(words) and not _PAPER.search(words):
            yield _Call(source, actor, Span(source.end, source.end))


def _has_full_name(actor: Actor) -> bool:
    first, last = actor.name[:1], actor.name.rpartition(" ")[2][:1]
    # "Norland judge" is no name either
    is_name = first.isupper() and not last.islower() and not _OF_SOMEBODY.search(actor.name)
    return actor.kind == "person" and is_name and len(person_words(actor.name)) > 1


def _lies_in(place: Span, spans: Sequence[Span]) -> bool:
    return any(place.lies_in(s) for s in spans)


def _words(reading: Reading, mention: Span) -> tuple[str, ...]:
    return person_words(reading.slice(mention).removesuffix("’s").removesuffix("'s"))


def _tells(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether a name alone is what somebody is called by: their last one, or the first of two ("Xi")."""
    return len(short) == 1 and (short[0] == words[-1] or (len(words) == 2 and short[0] == words[0]))
