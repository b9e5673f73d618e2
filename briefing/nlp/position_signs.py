"""What can be counted about a position that bears on how much it matters: who holds it and how that one is called there, the words that
say so, what is held, and how far it is what the text is about.

A sign is a number from about 0 to 1; `salience.position_salience` weighs them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.anaphora import FIRST
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.syntax import NEGATIONS, Text
from briefing.nlp.topic import Topic

_PRONOUNS: Final = frozenset("he she they it we i who which this that".split())
_THE: Final = frozenset({"the", "this", "these", "those"})
_MUST: Final = frozenset({"must", "should", "need"})
_WE: Final = frozenset({"we", "us", "our", "ours"})
_YOU: Final = frozenset({"you", "your"})
#: a year that is over for news
_PAST_YEAR: Final = re.compile(r"\b(?:1[5-9]\d\d|20[01]\d)\b")
#: a content of fewer words says little
_FEW: Final = (3, 5)


class Claims:
    """All that is held in one document, and the signs of each position."""

    def __init__(
        self, view: Text, held: Sequence[Held], entities: Sequence[Entity], standing: Mapping[int, float], topic: Topic, *, body_start: int
    ) -> None:
        """``standing`` says of each entity, by its id, how much it matters."""
        self._view, self._standing, self._topic, self._start = view, standing, topic, body_start
        self._named = sorted((s.start, standing.get(id(e), 0.0), id(e)) for e in entities for s in e.spans)
        self._inside, self._holding = _nested([_place(p) for p in held])
        self._nth: dict[tuple[int, Span], int] = {}
        held_by: dict[int, int] = {}
        for position in sorted(held, key=lambda p: p.content):
            for actor in position.actors:
                held_by[id(actor)] = held_by.get(id(actor), 0) + 1
                self._nth.setdefault((id(actor), _place(position)), held_by[id(actor)])

    def signs_of(self, position: Held, actor: Entity | None) -> dict[str, float]:
        """All signs of a position as one of its actors', or nobody's, by name; what is absent is 0."""
        view, place = self._view, _place(position)
        bounded = min(max(position.confidence, 0.001), 0.999)
        sentence = view.sentence_at(place.start) - view.sentence_at(self._start)
        signs = {
            "sure": math.log(bounded / (1 - bounded)) / 4,
            "place": (place.start - self._start) / max(1, len(view.text) - self._start),
            "place: lead": float(sentence <= 1),
            "place: near lead": 1 / (1 + max(0, sentence)),
            "place: of its actor's": 1 / self._nth.get((id(actor), place), 1),
            "quoted": float(position.quoted),
            "by way of": float(bool(position.via)),
            "in parts": float(len(position.content) > 1),
            "inside another": float(place in self._inside),
            "holds another": float(place in self._holding),
            f"kind: {position.kind}": 1.0,
            f"source: {self._form(position.source)}": 1.0,
            "target": float(position.target is not None),
            "target: standing": self._standing.get(id(position.target), 0.0) if position.target is not None else 0.0,
            "of others: standing": self._of_others(position, actor),
        }
        if actor is not None:
            signs |= {
                f"actor: {actor.kind}": 1.0,
                "actor: standing": self._standing.get(id(actor), 0.0),
                "actor: voices": math.log(1 + actor.voices) / 3,
                "actor: named": math.log(1 + len(actor.spans)) / 3,
            }
        if view.reading is not None:
            read = view.reading.in_content(position.content)
            signs |= {"read": read, "read surely": max(0.0, 2 * read - 1)}
        return signs | self._signs_of_cue(position) | self._signs_of_content(position)

    def _signs_of_cue(self, position: Held) -> dict[str, float]:
        cue = self._view.words(position.cue)
        before = bool(position.cue) and position.cue[0].start < position.content[0].start
        return {"cue: words": len(cue) / 5, "cue: none": float(not cue), "cue: before": float(before)}

    def _signs_of_content(self, position: Held) -> dict[str, float]:
        view, topic = self._view, self._topic
        words = view.words(position.content)
        forms = [view.low(w) for w in words]
        lemmas = {view.lemma(w) for w in words}
        opening = view.tokens[words[0]].text if words else ""
        text = " ".join(view.slice(s) for s in position.content)
        terms = topic.terms_of(words)
        return {
            "words": math.log(1 + len(words)) / 4,
            **{f"words: under {few}": float(len(words) < few) for few in _FEW},
            "opens: that": float(opening == "that"),
            "opens: to": float(opening == "to"),
            "opens: capital": float(opening[:1].isupper()),
            "says: will": float("will" in lemmas),
            "says: must": float(bool(_MUST & lemmas)),
            "says: not": float(bool(NEGATIONS.intersection(forms))),
            "says: I": float(bool((FIRST - _WE).intersection(forms))),
            "says: we": float(bool(_WE.intersection(forms))),
            "says: you": float(bool(_YOU.intersection(forms))),
            "says: a figure": float(any(c.isdigit() for c in text)),
            "says: a past year": float(_PAST_YEAR.search(text) is not None),
            "names": sum(view.tokens[w].pos == "PROPN" for w in words) / max(1, len(words)),
            "headline": topic.in_headline(words),
            "headline: none": float(not topic.has_title),
            "topic: lead": topic.in_lead(terms),
            "topic: shared": topic.shared(terms),
        }

    def _of_others(self, position: Held, actor: Entity | None) -> float:
        """How much the weightiest of the others matters of whom something is held."""
        named = self._named
        inside = (named[n] for s, e in position.content for n in range(bisect_left(named, (s,)), bisect_left(named, (e,))))
        return max((standing for _, standing, entity in inside if entity != id(actor)), default=0.0)

    def _form(self, source: tuple[Span, ...]) -> str:
        """How a source is called: by a name, a pronoun, a noun alone, a noun with a name; none where it has none."""
        words = self._view.words(source)
        if not words:
            return "none"
        first = self._view.low(words[0])
        if len(words) == 1 and first in _PRONOUNS:
            return first
        names = [w for w in words if self._view.tokens[w].pos == "PROPN"]
        if names:
            return "name" if words[0] in names else "noun with a name"
        return "the noun" if first in _THE else "own noun" if first in lexicon.OWNERS else "noun"


def _place(position: Held) -> Span:
    return Span(position.content[0].start, position.content[-1].end)


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
