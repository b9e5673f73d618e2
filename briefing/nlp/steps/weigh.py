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

#: from here on a step in doubt counts: of articles not learned from, as large a share of those then is true as of the others
DOUBTED: Final = 0.45
#: from here on a step in doubt is listed in the analysis, though no briefing shows it, by the likelihood that a reader would note it
LISTED: Final = 0.35
#: one in no doubt that neither a briefing shows nor a reader is as likely to note is not listed
_HARDLY_NOTED: Final = 0.25
#: and none below this likelihood is shown, whatever a desk would list
_LEAST_NOTED: Final = 0.4
#: from here on a reader is so likely to note one in doubt that a briefing shows it, in whatever doubt but of its form and but
#: demands; of articles not learned from, five in six of those are steps, as many as of those in no doubt; from here on one is listed
#: that another sentence has told
_SURELY_NOTED: Final = 0.65
#: and one that the text only leaves ahead has to be this likely one that a desk would list besides
_LIKELY_AHEAD: Final = 0.35
#: with these no weight makes a step one that a briefing shows
_UNSHOWN: Final = frozenset({IDLE, LOOSE, PASTIME, LONG_OVER, AGAIN})


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
    kept = [s for s, noted in judged if not s.doubts and (s.confidence >= LIKELY or noted >= _HARDLY_NOTED)]
    in_doubt = [(s, noted, s.confidence >= LIKELY) for s, noted in judged if s.doubts]
    for step, noted, shown in sorted(in_doubt, key=lambda found: (-found[2], -found[1])):
        listed = noted >= (_SURELY_NOTED if AGAIN in step.doubts else LISTED)
        if (shown or listed) and not any(other.main.meets(step.main) for other in kept if other.doubts or not shown):
            kept.append(step)
    return kept


def _as_shown(step: Step, noted: float) -> Step:
    """The step with the confidence by which briefings show it: from `LIKELY` on they do.

    One in doubt has to weigh more than another or to be what a reader surely notes, and what a reader would hardly note is not shown.
    """
    likely = step.confidence
    surely = noted >= _SURELY_NOTED and step.kind != "requested"
    # "is working to relocate the villages by 2030" is as sure as a plan; of those without a day hardly any was noted
    under_way = GOING_ON in step.doubts and step.when is not None
    if noted < _LEAST_NOTED or (_UNSHOWN - {LOOSE} if under_way else _UNSHOWN).intersection(step.doubts):
        shown = False
    elif AHEAD in step.doubts:
        shown = (surely and likely >= _LIKELY_AHEAD) or (under_way and likely >= DOUBTED)
    else:
        shown = not step.doubts or surely or likely >= DOUBTED
    return step if shown else replace(step, confidence=min(likely, DOUBTED) * LIKELY)
