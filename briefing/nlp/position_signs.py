"""What can be counted about a position that bears on whether a reader would find it in the text: who holds it and how that one is
called there, the words that say so, and what is held.

A sign is a number from about 0 to 1; `salience.position_credit` weighs them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from briefing.models import Span
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.syntax import Text

_PRONOUNS: Final = frozenset("he she they it we i who which this that".split())
_THE: Final = frozenset({"the", "this", "these", "those"})
_OWN: Final = frozenset({"his", "her", "its", "their", "our", "my"})
#: a content of fewer words says little
_FEW: Final = (3, 5)


class Claims:
    """All that is held in one document, and the signs of each position."""

    def __init__(self, view: Text, held: Sequence[Held], needed: Mapping[int, float], *, body_start: int) -> None:
        """``needed`` says of each entity, by its id, how likely it is that a reader needs it named."""
        self._view, self._needed, self._start = view, needed, body_start
        self._inside, self._holding = _nested([Span(p.content[0].start, p.content[-1].end) for p in held])

    def signs_of(self, position: Held, actor: Entity) -> dict[str, float]:
        """All signs of a position as one of its actors', by name; what is absent is 0."""
        view, content = self._view, position.content
        words, place = len(view.words(content)), Span(content[0].start, content[-1].end)
        first = next(iter(view.words(content[:1])), None)
        opening = view.tokens[first].text if first is not None else ""
        bounded = min(max(position.confidence, 0.001), 0.999)
        signs = {
            "sure": math.log(bounded / (1 - bounded)) / 4,
            "place": (place.start - self._start) / max(1, len(view.text) - self._start),
            "words": math.log(1 + words) / 4,
            "quoted": float(position.quoted),
            "by way of": float(bool(position.via)),
            "target": float(position.target is not None),
            "in parts": float(len(content) > 1),
            "opens: that": float(opening == "that"),
            "opens: to": float(opening == "to"),
            "opens: capital": float(opening[:1].isupper()),
            "inside another": float(place in self._inside),
            "holds another": float(place in self._holding),
            f"kind: {position.kind}": 1.0,
            f"source: {self._form(position.source)}": 1.0,
            f"actor: {actor.kind}": 1.0,
            "actor: needed": self._needed.get(id(actor), 0.0),
            "actor: voices": math.log(1 + actor.voices) / 3,
            "actor: named": math.log(1 + len(actor.spans)) / 3,
        }
        signs |= {f"words: under {few}": float(words < few) for few in _FEW}
        return signs | self._signs_of_cue(position)

    def _signs_of_cue(self, position: Held) -> dict[str, float]:
        cue = self._view.words(position.cue)
        signs = {f"cue: {self._view.lemma(w).lower()}": 1.0 for w in cue}
        signs["cue: words"] = len(cue) / 5
        signs["cue: none"] = float(not cue)
        signs["cue: before"] = float(bool(position.cue) and position.cue[0].start < position.content[0].start)
        return signs

    def _form(self, source: tuple[Span, ...]) -> str:
        """How a source is called: by a name, a pronoun, a noun alone, a noun with a name; none where it has none."""
        words = self._view.words(source)
        if not words:
            return "none"
        first = self._view.tokens[words[0]].text.lower()
        if len(words) == 1 and first in _PRONOUNS:
            return first
        names = [w for w in words if self._view.tokens[w].pos == "PROPN"]
        if names:
            return "name" if words[0] in names else "noun with a name"
        return "the noun" if first in _THE else "own noun" if first in _OWN else "noun"


def _nested(places: Sequence[Span]) -> tuple[frozenset[Span], frozenset[Span]]:
    """Which of some stretches lie in another one of them, and which hold another."""
    inside: set[Span] = set()
    holding: set[Span] = set()
    widest: Span | None = None
    for place in sorted(set(places), key=lambda p: (p.start, -p.end)):
        if widest is not None and place.end <= widest.end:
            inside.add(place)
            holding.add(widest)
        else:
            widest = place
    return frozenset(inside), frozenset(holding)
