"""What can be counted about a sentence that bears on whether it belongs into a few lines that tell an article: its place, its words,
whom it is about, who holds something in it, what is ahead, when it happened, and what it cannot do without.

A sign is a number from about 0 to 1; `summary` weighs them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from briefing.models import Span, TemporalExpression
from briefing.nlp.anaphora import FIRST, THIRD
from briefing.nlp.entities import Entity
from briefing.nlp.held import Held
from briefing.nlp.quotations import quotations
from briefing.nlp.steps import Step
from briefing.nlp.syntax import Text
from briefing.nlp.topic import Topic

_DEMONSTRATIVES: Final = frozenset("this that these those such there here".split())
_LINKS: Final = frozenset(
    """but and also however meanwhile so then moreover furthermore besides yet still instead though although while as when if in for after
    before since with""".split()
)
_SECOND: Final = frozenset({"you", "your", "yours", "yourself"})
_MIGHT: Final = frozenset({"would", "could", "might", "may", "can", "should"})
_SAYS: Final = frozenset({"say", "tell", "add", "note", "state", "explain"})
_CLOSING: Final = "”\"’' )"
Item = TypeVar("Item")
#: days: what is news, what is long over, what is history
_NEWS, _LONG, _HISTORY = 7, 60, 400
#: words of a sentence that says little, and of one that says too much
_SHORT, _LONGEST = 10, 40
#: a text of so few sentences is a notice
_FEW = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What is known of a document when its sentences are weighed; ``held`` and ``steps`` each with how much it matters."""

    view: Text
    topic: Topic
    entities: Sequence[Entity]
    #: of each entity, by its id
    standing: Mapping[int, float]
    held: Sequence[tuple[Held, float]]
    steps: Sequence[tuple[Step, float]]
    times: Sequence[TemporalExpression]
    published: date | None
    body_start: int


class Sentences:
    """The sentences of one document's body, and the signs of each."""

    def __init__(self, told: Told) -> None:
        self._told, self._view, self._topic = told, told.view, told.topic
        numbers = told.topic.sentences
        self._order = {number: n for n, number in enumerate(numbers)}
        self._quoted = frozenset(self._view.words(quotations(self._view.text)))
        self._entities = self._by_sentence((s, id(e)) for e in told.entities if id(e) in told.standing for s in e.spans)
        places = (({*p.content, *p.source}, (p, weight)) for p, weight in told.held)
        self._held = self._by_sentence((span, held) for spans, held in places for span in spans)
        self._steps = self._by_sentence((step.main, weight) for step, weight in told.steps)
        self._times = self._by_sentence((t.span, t) for t in told.times)
        self._lead = {e for n in numbers[:2] for e in self._entities.get(n, ())}

    def _by_sentence(self, items: Iterable[tuple[Span, Item]]) -> dict[int, list[Item]]:
        found: dict[int, list[Item]] = {}
        for span, item in items:
            found.setdefault(self._view.sentence_at(span.start), []).append(item)
        return found

    def signs_of(self, number: int) -> dict[str, float]:
        """All signs of a sentence of the body, by name; what is absent is 0."""
        return {
            **self._signs_of_place(number),
            **self._signs_of_words(number),
            **self._signs_of_quotation(number),
            **self._signs_of_actors(number),
            **self._signs_of_positions(number),
            **self._signs_of_times(number),
            **self._signs_of_verb(number),
        }

    def _signs_of_place(self, number: int) -> dict[str, float]:
        view, start, count = self._view, self._told.body_start, len(self._order)
        nth, begin = self._order[number], view.sentences[number].start
        return {
            "place: first": float(nth == 0),
            "place: second": float(nth == 1),
            "place: third": float(nth == 2),
            "place: early": 1 / (1 + nth),
            "place: in text": (begin - start) / max(1, len(view.text) - start),
            "place: last": float(nth == count - 1),
            "text: few": float(count <= _FEW),
            "text: length": math.log(1 + count) / 4,
        }

    def _signs_of_words(self, number: int) -> dict[str, float]:
        view, topic, words = self._view, self._topic, self._view.sentence_words[number]
        tokens = [view.tokens[w] for w in words]
        count = sum(t.pos != "PUNCT" for t in tokens)
        forms = [t.text.lower() for t in tokens]
        opening, text = forms[0] if forms else "", view.slice(view.sentences[number]).rstrip(_CLOSING)
        names = sum(t.pos == "PROPN" for t in tokens)
        terms = topic.terms[number]
        return {
            "words": math.log(1 + count) / 4,
            "words: few": float(count < _SHORT),
            "words: many": float(count > _LONGEST),
            "names": names / max(1, len(tokens)),
            "names: none": float(not names),
            "adjectives": 2 * sum(t.pos in ("ADJ", "ADV") for t in tokens) / max(1, len(tokens)),
            "figures": min(1.0, sum(t.pos == "NUM" for t in tokens) / 4),
            "pronouns": 4 * sum(f in THIRD for f in forms) / max(1, len(forms)),
            "also": float("also" in forms),
            "opens: pronoun": float(opening in THIRD),
            "opens: demonstrative": float(opening in _DEMONSTRATIVES),
            "opens: link": float(opening in _LINKS),
            "ends: asking": float(text.endswith(("?", "!"))),
            "ends: without a stop": float(not text.endswith((".", "?", "!"))),
            "headline": topic.in_headline(words),
            "headline: none": float(not topic.has_title),
            "topic: lead": topic.in_lead(terms) if self._order[number] else 0.0,
            "topic: shared": min(2.0, topic.shared(terms)),
        }

    def _signs_of_quotation(self, number: int) -> dict[str, float]:
        view, words = self._view, self._view.sentence_words[number]
        own = [view.low(w) for w in words if w not in self._quoted]
        share = 1 - len(own) / max(1, len(words))
        return {
            "quoted": share,
            "quoted: any": float(share > 0),
            "quoted: opens": float(view.slice(view.sentences[number])[:1] in tuple("“\"'‘«")),
            "own words: we": float(any(w in FIRST for w in own)),
            "own words: you": float(any(w in _SECOND for w in own)),
        }

    def _signs_of_actors(self, number: int) -> dict[str, float]:
        here = set(self._entities.get(number, ()))
        weights = [self._told.standing[e] for e in here]
        return {
            "actors: best": max(weights, default=0.0),
            "actors: all": min(2.0, sum(weights)) / 2,
            "actors: none": float(not here),
            "actors: of the lead": float(bool(here & self._lead) and self._order[number] > 1),
        }

    def _signs_of_positions(self, number: int) -> dict[str, float]:
        held, steps = self._held.get(number, ()), self._steps.get(number, ())
        return {
            "held: best": max((weight for p, weight in held if p.actors), default=0.0),
            "held: any": float(bool(held)),
            "held: act": float(any(p.kind != "statement" for p, _ in held)),
            "held: by nobody": float(any(not p.actors for p, _ in held)),
            **{f"held: {p.kind}": 1.0 for p, _ in held if p.actors},
            "steps: best": max(steps, default=0.0),
            "steps: any": float(bool(steps)),
        }

    def _signs_of_times(self, number: int) -> dict[str, float]:
        times, day = self._times.get(number, ()), self._told.published
        ends = [(day - t.value.end).days for t in times if t.value is not None] if day is not None else []
        return {
            "time: any": float(bool(times)),
            "time: now": float(any(abs(d) <= _NEWS for d in ends)),
            "time: ahead": float(any(d < 0 for d in ends)),
            "time: long ago": float(any(d > _LONG for d in ends)),
            "time: history": float(any(d > _HISTORY for d in ends)),
            "time: a year": float(any(t.grain == "year" for t in times)),
        }

    def _signs_of_verb(self, number: int) -> dict[str, float]:
        view = self._view
        root = view.root(view.sentence_words[number])
        if root is None:
            return {"verb: none": 1.0}
        token, subject = view.tokens[root], view.subject(root)
        auxiliaries = {view.low(c) for c in view.children[root] if view.tokens[c].relation == "aux"}
        lemmas = {"be": view.child(root, ("cop",)) is not None, "says": view.lemma(root) in _SAYS}
        signs = {
            "verb: past": token.tag == "VBD",
            "verb: present": token.tag in ("VBZ", "VBP"),
            "verb: progressive": token.tag == "VBG",
            "verb: noun": token.pos not in ("VERB", "AUX"),
            "verb: has": bool({"have", "has"} & auxiliaries),
            "verb: had": "had" in auxiliaries,
            "verb: will": "will" in auxiliaries,
            "verb: might": bool(_MIGHT & auxiliaries),
            "verb: passive": view.child(root, ("aux:pass",)) is not None,
            "verb: negated": view.is_negated(root),
            **{f"verb: {name}": holds for name, holds in lemmas.items()},
            "subject: none": subject is None,
        }
        if subject is not None:
            form = view.low(subject)
            signs |= {
                "subject: name": view.tokens[subject].pos == "PROPN",
                "subject: pronoun": form in THIRD,
                "subject: we, you": form in FIRST | _SECOND,
                "subject: it, there": form in _DEMONSTRATIVES or form == "it",
            }
        return {name: float(holds) for name, holds in signs.items()}
