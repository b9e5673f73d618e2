"""Who is called by one name alone in a line that stands by itself: the line gives all of the name, in square brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.compose.names import person_words
from briefing.compose.readings import Reading
from briefing.models import Correction, Excerpt, Span

#: the last word of what somebody is called, what is theirs aside: "Quill" of "Minister Quill’s"
_LAST = re.compile(r"([^\s’']\S*?)(?:['’]s?)?$")

#: "NB’s governor" is no name
_OF_SOMEBODY = re.compile(r"\w(?:['’]s|s['’])\s")


def in_full(lines: Iterable[tuple[Reading, Sequence[Span]]], known: Iterable[str] = ()) -> list[Excerpt]:
    """The excerpts of lines that are read one after the other: a person who is called by one name, and by more in no line before, is
    given with all of it. ``known`` are names that stand above the lines."""
    told = {person_words(name) for name in known}
    excerpts: list[Excerpt] = []
    for reading, spans in lines:
        found: list[Correction] = []
        for place, name in _called(reading, spans):
            words, short = person_words(name), _words(reading, place)
            if words in told:
                continue
            told.add(words)
            last = _LAST.search(reading.text, place.start, place.end)
            if last is not None and _tells(short, words):
                found.append(Correction(span=Span(*last.span(1)), replacement=name))
        excerpts.append(reading.excerpt(spans, in_full=found))
    return excerpts


def _called(reading: Reading, spans: Sequence[Span]) -> list[tuple[Span, str]]:
    """Where in some spans a person is called by a name of theirs that has more than one word, in the order of the text."""
    found: list[tuple[Span, str]] = []
    for actor in reading.analysis.actors:
        words = person_words(actor.name) if actor.kind == "person" else ()
        if len(words) < 2 or not actor.name[:1].isupper() or _OF_SOMEBODY.search(actor.name):
            continue
        inside = [m for m in actor.mentions if any(s.start <= m.start and m.end <= s.end for s in spans)]
        found += [(m, actor.name) for m in inside if set(_words(reading, m)) & set(words)]
    return sorted(found)


def _words(reading: Reading, mention: Span) -> tuple[str, ...]:
    return person_words(reading.slice(mention).removesuffix("’s").removesuffix("'s"))


def _tells(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether a name alone is what somebody is called by: their last one, or the first of two ("Xi")."""
    return len(short) == 1 and (short[0] == words[-1] or (len(words) == 2 and short[0] == words[0]))
