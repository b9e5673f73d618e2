"""How likely each step is one that a desk would list, by weights learned from steps that were judged by reading (training/steps.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from briefing.models import LIKELY
from briefing.nlp.steps.avowed import AVOWED
from briefing.nlp.steps.doubts import IDLE
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.signs import Article, signs_of
from briefing.nlp.worth import Worth

#: from here on a step in doubt counts: of articles not learned from, as large a share of those then is true as of the others
DOUBTED: Final = 0.45
#: from here on one is listed in the analysis, though no briefing shows it
LISTED: Final = 0.2


class Judges(Protocol):
    """What the weighing asks of a language model: the weights that were learned with it, and what a sentence means to it."""

    worth: Worth

    def embed(self, text: str) -> tuple[float, ...]: ...


def weigh_steps(scene: Scene, steps: Sequence[Step], model: Judges) -> list[Step]:
    """Say of each step how likely it is one, and keep of those in doubt the likely ones."""
    article, view = Article(scene), scene.view
    places = [view.tokens[step.act].sentence for step in steps]
    meanings = {n: model.embed(view.slice(view.sentences[n])) for n in dict.fromkeys(places)}
    weighed = [
        replace(step, confidence=model.worth.likelihood(signs_of(scene, step, article), meanings[place]))
        for step, place in zip(steps, places, strict=True)
    ]
    return _without_unlikely(weighed)


def _without_unlikely(steps: list[Step]) -> list[Step]:
    """Leave out what is in doubt and unlikely, and of two in doubt with words in common the less likely.

    What is less unlikely, and what somebody demands or promises in so many words however unlikely, is listed, but weighs less than
    `LIKELY`, so that no briefing shows it.
    """
    kept = [s for s in steps if not s.doubts]
    for step in sorted((s for s in steps if s.doubts), key=lambda s: -s.confidence):
        likely = step.confidence >= DOUBTED and IDLE not in step.doubts
        listed = step.confidence >= LISTED or AVOWED in step.doubts
        if listed and not any(other.doubts and other.main.meets(step.main) for other in kept):
            kept.append(step if likely else replace(step, confidence=min(step.confidence, DOUBTED) * LIKELY))
    return kept
