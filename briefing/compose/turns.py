"""Where a document says in so many words that an actor turned: the sentence, whose turn it is, and which way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.compose.names import name_words
from briefing.compose.readings import Evidence, Reading
from briefing.compose.roster import Entry, Roster
from briefing.compose.terms import words_of
from briefing.compose.turn_words import Turn, contrasts, turns_told
from briefing.models import Span

_QUOTED = re.compile(r"“[^”]*”")
#: "what she called ultimatums" is somebody else's word
_REPORTED = re.compile(r"\bwhat (?:\w+ ){1,3}call(?:s|ed) .*")
_ALSO = re.compile(r"\b(?:too|as well|also|again|still|repeat\w*|reiterat\w*)\b", re.IGNORECASE)

#: a turn told of so many sentences away from a position is still its own
_CLOSE = 2


class Signal(NamedTuple):
    """``span`` is the sentence; None for the title. ``is_contrast`` tells that it says what was held before."""

    span: Span | None
    text: str
    turns: frozenset[Turn]
    is_contrast: bool


def turn_signals(reading: Reading, roster: Roster, speakers: Sequence[Entry]) -> dict[str, list[Signal]]:
    """The signals of a document by the name of the actor whose turn they tell of.

    That is who the sentence names first; where it names nobody, whose words it gives ("from a minister who had insisted"), else who the
    sentence before named first. A title that names none of
    the ``speakers`` is about the one who says most.
    """
    found: dict[str, list[Signal]] = {}
    title = reading.document.title
    signal = _signal(None, title or "")
    if title and signal is not None:
        named = [e for e in speakers if _names(title, e)]
        said = Counter(e.name for e in speakers)
        for name in {e.name for e in named} or {n for n, _ in said.most_common(1)}:
            found.setdefault(name, []).append(signal)
    last: str | None = None
    for span, named_first in first_named(reading, roster):
        last = named_first or _speaks_in(reading, span, roster) or last
        signal = _signal(span, reading.slice(span))
        if signal is not None and last is not None:
            found.setdefault(last, []).append(signal)
    return found


def _speaks_in(reading: Reading, sentence: Span, roster: Roster) -> str | None:
    """The one actor whose words a sentence gives."""
    inside = (p for p in reading.analysis.positions if p.cue and sentence.start <= p.cue[0].start < sentence.end)
    found = {e.name for p in inside if (e := roster.find(reading.document.id, p.actor)) is not None}
    return next(iter(found)) if len(found) == 1 else None


def says_also(text: str) -> bool:
    """Tell whether a text says that something is so beside what was so before, and not otherwise: "warned of duties on paper too"."""
    return _ALSO.search(text) is not None


def _signal(span: Span | None, text: str) -> Signal | None:
    text = _REPORTED.sub("", text)
    turns, contrast = turns_told(text), contrasts(text) and not says_also(text)
    return Signal(span, text, turns, contrast) if turns or contrast else None


def first_named(reading: Reading, roster: Roster) -> list[tuple[Span, str | None]]:
    """Each sentence with the actor that it names first; whom a quotation names is not who speaks."""
    document = reading.document.id
    quoted = [m.span() for m in _QUOTED.finditer(reading.text)]
    here = [e for e in roster.acting_in([document]) if e.kind != "country" and not e.name.islower()]
    people = {e.name for e in here if e.kind == "person"}
    mentions = sorted((s, e.name) for e in here for s in e.mentions[document])
    mentions = [(s, name) for s, name in mentions if not any(start < s.start < end for start, end in quoted)]
    subjects: list[tuple[Span, str | None]] = []
    for sentence in reading.sentences:
        inside = [name for span, name in mentions if sentence.start <= span.start < sentence.end]
        subjects.append((sentence, next((n for n in inside if n in people), next(iter(inside), None))))
    return subjects


def _names(text: str, entry: Entry) -> bool:
    words = set(words_of(text))
    own = [name_words(n) for n in (entry.name, *entry.aliases)]
    return any(w and w[-1] in words for w in own) if entry.kind == "person" else any(w and set(w) <= words for w in own)


def signals_near(signals: Sequence[Signal], around: Span, reading: Reading) -> list[tuple[Signal, float]]:
    """The signals beside the sentences of a position, each with how near it stands: in its sentence, in one close by, in the title."""
    weighed = []
    is_more = says_also(reading.slice(around))
    for signal in signals:
        if is_more and not signal.turns:
            continue
        if signal.span is None:
            weighed.append((signal, 1.5))
        elif around.start <= signal.span.start < around.end:
            weighed.append((signal, 3.0))
        elif _sentences_between(reading, around, signal.span) <= _CLOSE:
            weighed.append((signal, 2.0))
    return weighed


def teller_of(turn: Turn, signals: Sequence[tuple[Signal, float]], reading: Reading) -> Evidence | None:
    """The sentence nearest to a position that tells of a turn; None where only the title does."""
    telling = [(near, -s.span.start, s.span) for s, near in signals if s.span is not None and (turn in s.turns or s.is_contrast)]
    return reading.evidence((max(telling)[2],)) if telling else None


def _sentences_between(reading: Reading, a: Span, b: Span) -> int:
    first, second = sorted((a, b))
    return sum(first.end <= s.start and s.end <= second.start for s in reading.sentences)
