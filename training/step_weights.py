"""Weights over the signs of a step and the meaning of its sentence, as a model's folder holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from training import regression
from training.regression import Array


class Weights(NamedTuple):
    bias: float
    signs: Array
    meaning: Array


def fit(signs: Array, meaning: Array, is_one: Array, *, held: float, meant: float) -> Weights:
    """Fit the weights; ``signs`` and ``meaning`` have a row a step. ``meant`` is what a meaning counts beside the signs."""
    found = regression.fit(np.hstack([signs, meant * meaning]), is_one, np.ones(len(is_one)), held=held)
    return Weights(float(found[-1]), found[: signs.shape[1]], meant * found[signs.shape[1] : -1])


def weigh(weights: Weights, signs: Array, meaning: Array) -> Array:
    likelihood: Array = 1 / (1 + np.exp(-(weights.bias + signs @ weights.signs + meaning @ weights.meaning)))
    return likelihood


def unseen(signs: Array, meaning: Array, is_one: Array, folds: NDArray[np.int_], *, held: float, meant: float) -> Array:
    """The likelihood of each row by weights learned from the other folds."""
    found = np.zeros(len(is_one))
    for inside in (folds == fold for fold in np.unique(folds)):
        weights = fit(signs[~inside], meaning[~inside], is_one[~inside], held=held, meant=meant)
        found[inside] = weigh(weights, signs[inside], meaning[inside])
    return found


def written(weights: Weights, names: Sequence[str]) -> dict[str, Any]:
    """Weights as the model's folder holds them."""
    return {
        "bias": round(weights.bias, 4),
        "signs": {name: round(float(w), 4) for name, w in zip(names, weights.signs, strict=True)},
        "meaning": [round(float(w), 4) for w in weights.meaning],
    }
