"""How likely each step is one that a desk would list, by weights learned from steps that were judged by reading (training/steps.py)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from briefing.models import LIKELY
from briefing.nlp.steps.ahead import AHEAD, LOOSE
from briefing.nlp.steps.doubts import IDLE, LONG_OVER, PASTIME
from briefing.nlp.steps.possible import GOING_ON
from briefing.nlp.steps.record import Scene, Step
from briefing.nlp.steps.signs import Article, noted_signs, signs_of
from briefing.nlp.steps.twins import AGAIN
from briefing.nlp.worth import Worth

#: from here on a step in doubt is listed in the analysis, by the likelihood that a reader would note it
LISTED: Final = 0.35
#: and from here on one in no doubt
_HARDLY_NOTED: Final = 0.25
#: from here on a briefing shows what a desk is likely to list, too, and is in no doubt
_SHOWN: Final = 0.4
#: and from here on what is in doubt: of articles not learned from, as large a share of those is true as of the others. From here on
#: one is listed that another sentence has told
_SURELY_NOTED: Final = 0.65
#: and from here on a match, a show or a course on its day
_MOST_SURELY_NOTED: Final = 0.9
#: with these no weight makes a step one that a briefing shows
_UNSHOWN: Final = frozenset({IDLE, LOOSE, LONG_OVER, AGAIN})


class Judges(Protocol):
    """What the weighing asks of a language model: the weights that were learned with it, and what a sentence means to it."""

    worth: Worth

    def embed(self, text: str) -> tuple[float, ...]: ...


def weigh_steps(scene: Scene, steps: Sequence[Step], model: Judges) -> list[Step]:
    """Say of each step how likely it is one, and keep those that a briefing shows or a reader of the article would note."""
    article, view, worth = Article(scene), scene.view, model.worth
    noting = worth.noted if worth.noted is not None else worth
    places = [view.tokens[step.act].sentence for step in steps]
    meanings = {n: model.embed(view.slice(view.sentences[n])) for n in dict.fromkeys(places)}
    weighed: list[tuple[Step, float]] = []
    for step, place in zip(steps, places, strict=True):
        signs = signs_of(scene, step, article)
        likely = worth.likelihood(signs, meanings[place])
        weighed.append((replace(step, confidence=likely), noting.likelihood(noted_signs(signs, likely), meanings[place])))
    return _without_unlikely(weighed)


def _without_unlikely(weighed: list[tuple[Step, float]]) -> list[Step]:
    """Leave out what is unlikely, and of two in doubt with words in common the one less likely to be noted.

    What a reader would note and no desk list is listed, but weighs less than `LIKELY`, so that no briefing shows it.
    """
    judged = [(_as_shown(step, noted), noted) for step, noted in weighed]
    kept = [s for s, noted in judged if not s.doubts and noted >= _HARDLY_NOTED]
    in_doubt = [(s, noted, s.confidence >= LIKELY) for s, noted in judged if s.doubts]
    for step, noted, shown in sorted(in_doubt, key=lambda found: (-found[2], -found[1])):
        listed = noted >= (_SURELY_NOTED if AGAIN in step.doubts else LISTED)
        if listed and not any(other.main.meets(step.main) for other in kept if other.doubts or not shown):
            kept.append(step)
    return kept


def _as_shown(step: Step, noted: float) -> Step:
    """The step with the confidence by which briefings show it: from `LIKELY` on they do, so that one not to be shown gets less."""
    doubts = set(step.doubts)
    if GOING_ON in doubts and step.when is not None:
        doubts -= {AHEAD, LOOSE, GOING_ON}  # "is working to relocate the villages by 2030" is as sure as a plan
    asked_ahead = AHEAD in doubts and step.kind == "requested"
    has_its_day = step.when is not None and noted >= _MOST_SURELY_NOTED
    unshown = _UNSHOWN if has_its_day else _UNSHOWN | {PASTIME}
    shown = noted >= (_SURELY_NOTED if doubts else _SHOWN) and not asked_ahead and not doubts & unshown
    return step if shown else replace(step, confidence=step.confidence * LIKELY / 2)
