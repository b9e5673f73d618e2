"""What can be counted about a person, body, land or group that bears on whether a reader needs it named: how it is called, where and
how often it stands, and whether it acts, speaks, is spoken to or only locates.

A sign is a number from 0 to 1; `salience` weighs them.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from briefing.models import Span
from briefing.nlp import lexicon
from briefing.nlp.entities import Entity, is_outlet
from briefing.nlp.names import fold
from briefing.nlp.steps import Scene, Step
from briefing.nlp.unnamed import is_nobody

_LOCATING: Final = frozenset("in at from near to across within around outside between into through".split())
_WITH: Final = frozenset({"with", "by", "against", "for"})
_MEETING: Final = frozenset(
    "meet meeting talk host discuss discussion counterpart negotiate negotiation summit visit call speak summon".split()
)
#: what an outlet does as one, and what is done with it
_PASSES_ON: Final = lexicon.REPORTING | frozenset(
    "report publish quote cite show broadcast air carry run print reveal describe write tell inform call obtain see estimate".split()
)
_HANGS: Final = frozenset({"obl", "nmod", "obj", "appos", "conj", "obl:agent", "flat", "compound"})
_KINDS: Final = ("person", "organization", "country", "group")
_DEFINITE: Final = frozenset({"the", "this", "these", "those"})
_ANY: Final = frozenset({"a", "an", "some", "any", "many", "other", "several"})


class Cast:
    """All who may be actors of one document, and the signs of each."""

    def __init__(self, scene: Scene, steps: Sequence[Step], *, body_start: int, title: Span | None, dateline: Span | None) -> None:
        self._scene, self._view = scene, scene.view
        self._entities = [e for e in scene.resolver.roster.entities if e.spans]
        self._start, self._first = body_start, scene.view.sentence_at(body_start)
        self._title, self._dateline = title, dateline
        self._doers = {e for s in steps for e in s.who}
        self._via = {e for p in scene.held for e in p.via}

    @cached_property
    def _affiliations(self) -> tuple[frozenset[str], frozenset[str]]:
        """Whose people are named, and whose people speak."""
        named = [(fold(e.affiliation), e.voices) for e in self._entities if e.affiliation]
        return frozenset(name for name, _ in named), frozenset(name for name, voices in named if voices)

    @cached_property
    def _contents(self) -> tuple[list[int], list[int]]:
        """Where what is held begins and where it ends, each in order: what ends before a place has nothing in common with it."""
        contents = [c for p in self._scene.held for c in p.content]
        return sorted(c.start for c in contents), sorted(c.end for c in contents)

    @cached_property
    def _shared(self) -> dict[str, float]:
        return {"text: crowd": min(1.0, len(self._entities) / 40), "text: length": min(1.0, math.log(max(2, len(self._view.tokens))) / 8)}

    def signs_of(self, entity: Entity) -> dict[str, float]:
        """All signs of an entity that is named somewhere, by name; what is absent is 0."""
        name = _signs_of_name(entity)
        place = self._signs_of_place(entity)
        voice = self._signs_of_voice(entity)
        # one an appearance: the word that the others of the name hang on
        heads = [h for s in entity.spans if (h := self._view.head_of(self._view.words([s]))) is not None]
        grammar = self._signs_of_grammar(entity, heads)
        signs = {**self._shared, **name, **place, **voice, **grammar}
        mute = voice["voice: none"]
        for kind in ("kind: country", "kind: organization", "kind: person", "name: noun", "place: once"):
            signs[f"{kind}, mute"] = signs[kind] * mute
        for sign in ("voice: subject", "place: lead", "place: count"):
            signs[f"told of, {sign}"] = signs["name: told of"] * signs[sign]
        signs["kind: country, located"] = signs["kind: country"] * signs["grammar: located"]
        signs["kind: place, subject"] = signs["kind: place"] * signs["voice: subject"]
        signs["kind: place, body"] = signs["kind: place"] * signs["name: ends in a body"]
        return {**signs, **self._signs_of_reading(entity)}

    def _signs_of_reading(self, entity: Entity) -> dict[str, float]:
        """How likely the model takes its mentions for those of an actor that a briefing should name: the best, and all of them."""
        if self._view.reading is None:
            return {}
        likely = self._view.reading.actors(entity.spans)
        best, mean = max(likely), sum(likely) / len(likely)
        return {"read: best": best, "read: mean": mean, "read: surely": max(0.0, 2 * mean - 1)}

    def _signs_of_place(self, entity: Entity) -> dict[str, float]:
        view, spans = self._view, entity.spans
        sentences = [view.sentence_at(s.start) - self._first for s in spans]
        length = max(1, len(view.text) - self._start)
        return {
            "place: early": 1 - (spans[0].start - self._start) / length,
            "place: lead": float(min(sentences) <= 1),
            "place: near lead": float(min(sentences) <= 3),
            "place: title": _lies_in(spans, self._title),
            "place: dateline": _lies_in(spans, self._dateline),
            "place: count": min(1.0, math.log2(1 + len(spans)) / 4),
            "place: once": float(len(spans) == 1),
            "place: density": min(1.0, 4 * len(spans) / max(1, len(view.sentences))),
            "place: spread": len(set(sentences)) / max(1, len(view.sentences)),
        }

    def _signs_of_voice(self, entity: Entity) -> dict[str, float]:
        affiliations, speaking = self._affiliations
        starts, ends = self._contents
        inside = sum(bisect.bisect_left(starts, s.end) - bisect.bisect_right(ends, s.start) for s in entity.spans)
        return {
            "voice: count": min(1.0, math.log2(1 + entity.voices) / 2.5),
            "voice: any": float(entity.voices > 0),
            "voice: target": min(1.0, entity.targets / 2),
            "voice: subject": min(1.0, entity.subjects / 3),
            "voice: acts": float(entity.subjects > 0),
            "voice: none": float(not (entity.voices or entity.targets or entity.subjects)),
            "voice: to do": float(entity in self._doers),
            "voice: via": float(entity in self._via),
            "voice: talked of": min(1.0, inside / 3),
            "voice: of a speaker": float(fold(entity.name) in speaking),
            "voice: of somebody": float(fold(entity.name) in affiliations),
        }

    def _signs_of_grammar(self, entity: Entity, heads: Sequence[int]) -> dict[str, float]:
        view, count = self._view, len(entity.spans)
        tally = dict.fromkeys(("located", "of", "with", "owner", "apposed", "modifies", "object", "subject", "listed"), 0)
        for head in heads:
            relation = view.tokens[head].relation
            if relation == "conj":
                tally["listed"] += 1
                relation = view.tokens[view.tokens[head].head].relation
            case = view.child(head, ("case",))
            by = view.lemma(case) if case is not None else ""
            hangs = relation in ("obl", "nmod")
            tally["located"] += hangs and by in _LOCATING
            tally["of"] += hangs and by == "of"
            tally["with"] += hangs and by in _WITH
            tally["owner"] += relation == "nmod:poss" or by in ("'s", "’s")
            tally["apposed"] += relation == "appos"
            tally["modifies"] += relation in ("compound", "amod", "flat")
            tally["object"] += relation in ("obj", "iobj")
            tally["subject"] += relation.startswith("nsubj")
        first = view.head_of(view.words(entity.spans[:1]))
        return {
            **{f"grammar: {name}": n / count for name, n in tally.items()},
            "grammar: only locates": float(tally["located"] + tally["modifies"] == count),
            "grammar: first a subject": float(first is not None and view.tokens[first].relation.startswith("nsubj")),
            "grammar: met": float(self._is_met(entity, heads)),
            "grammar: reports": float(self._reports(entity, heads)),
            **self._signs_of_article(entity),
        }

    def _signs_of_article(self, entity: Entity) -> dict[str, float]:
        words = self._view.words(entity.spans[:1])
        before = self._view.low(words[0] - 1) if words and words[0] > 0 else ""
        return {"name: the": float(before in _DEFINITE), "name: any": float(before in _ANY)}

    def _reports(self, entity: Entity, heads: Sequence[int]) -> bool:
        """Tell whether a body is only there as the press: officials "told" it, or it "reported"."""
        if entity.kind != "organization":
            return False
        view = self._view
        press = other = 0
        for head in heads:
            token = view.tokens[head]
            verb = view.lemma(token.head)
            if (token.relation in ("obj", "iobj") and verb == "tell") or (
                token.relation == "nsubj" and verb in ("report", "publish", "quote")
            ):
                press += 1
            elif token.relation.startswith("nsubj"):
                other += 1
        return press > other

    def is_only_press(self, entity: Entity) -> bool:
        """Tell whether a body is a news outlet that does no more than pass on what others hold or do, or is told it."""
        if not is_outlet(entity) or entity.voices or entity.targets or entity in self._doers:
            return False
        view = self._view
        for span in entity.spans:
            head = view.head_of(view.words([span]))
            token = view.tokens[head] if head is not None else None
            acts = token is not None and token.relation in ("nsubj", "nsubj:pass", "obj") and view.tokens[token.head].pos == "VERB"
            if token is not None and acts and view.lemma(token.head) not in _PASSES_ON:
                return False
        return True

    def _is_met(self, entity: Entity, heads: Sequence[int]) -> bool:
        """Tell whether somebody meets, hosts or talks with an actor."""
        view = self._view
        for head in heads:
            at = head
            for _ in range(3):
                token = view.tokens[at]
                if token.relation not in _HANGS or token.head == at:
                    break
                if view.lemma(token.head) in _MEETING:
                    return entity.kind in ("person", "country")
                at = token.head
        return False


def _signs_of_name(entity: Entity) -> dict[str, float]:
    words = fold(entity.name).split()
    kinds = {f"kind: {kind}": float(entity.kind == kind and not entity.place) for kind in _KINDS}
    nouns = {f"name: noun, {kind}": float(entity.nominal and entity.kind == kind) for kind in ("person", "organization", "group")}
    return {
        **kinds,
        **nouns,
        "kind: place": float(entity.place),
        "name: noun": float(entity.nominal),
        "name: told of": float(entity.told_of),
        "name: nobody": float(is_nobody(entity)),
        "name: vague": float(entity.vague),
        "name: role": float(bool(entity.role)),
        "name: affiliation": float(bool(entity.affiliation)),
        "name: outlet": float(is_outlet(entity) or fold(entity.name) in lexicon.NEWS_AGENCIES),
        "name: words": min(1.0, len(words) / 5),
        "name: one word": float(len(words) == 1),
        "name: ends in a body": float(bool(words) and words[-1] in lexicon.BODY_NOUNS | lexicon.BODIES_BY_NAME),
    }


def _lies_in(spans: Sequence[Span], around: Span | None) -> float:
    return float(around is not None and any(around.start <= s.start < around.end for s in spans))
