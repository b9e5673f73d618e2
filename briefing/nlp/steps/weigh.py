"""How likely each step is one that a desk would list, by weights learned from steps that were judged by reading (training/steps.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.signs import Article, signs_of
from briefing.nlp.worth import Worth


class Judges(Protocol):
    """What the weighing asks of a language model: the weights that were learned with it, and what a sentence means to it."""

    worth: Worth

    def embed(self, text: str) -> tuple[float, ...]: ...


def weigh_steps(scene: Scene, steps: Sequence[Step], model: Judges) -> list[Step]:
    """Say of each step how likely it is one."""
    article, view = Article(scene), scene.view
    places = [view.tokens[step.act].sentence for step in steps]
    meanings = {n: model.embed(view.slice(view.sentences[n])) for n in dict.fromkeys(places)}
    return [
        replace(step, confidence=model.worth.likelihood(signs_of(scene, step, article), meanings[place]))
        for step, place in zip(steps, places, strict=True)
    ]
