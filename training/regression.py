"""A logistic regression whose weights are held to 0, by Newton's method."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

#: of Newton's method; it is still after five
_STEPS = 12

Array = NDArray[np.float64]


def fit(rows: Array, is_one: Array, counts: Array, *, held: float) -> Array:
    """Fit a weight a column, and the bias behind them. ``is_one`` is 1 or 0, ``counts`` says how much a row counts."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    holds = np.full(rows.shape[1], held)
    holds[-1] = 1e-6  # the bias is free
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likelihood = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (likelihood - is_one)) + holds * weights
        curve = (rows * (counts * likelihood * (1 - likelihood))[:, None]).T @ rows + np.diag(holds)
        weights -= np.linalg.solve(curve, slope)
    return weights


def tabulate(signs: Sequence[Mapping[str, float]]) -> tuple[list[str], Array]:
    """The names of all signs, and a row of them for each example; what is absent is 0."""
    names = sorted({name for own in signs for name in own})
    return names, np.array([[own.get(name, 0.0) for name in names] for own in signs])


def folds(articles: Iterable[str], count: int) -> NDArray[np.int_]:
    """Which of so many parts each row falls into, by its article: no article is in two."""
    return np.array([zlib.crc32(article.encode()) % count for article in articles])


def weigh(weights: Array, rows: Array) -> Array:
    """The likelihood of each row."""
    likelihood: Array = 1 / (1 + np.exp(-(weights[-1] + rows @ weights[:-1])))
    return likelihood


def written(weights: Array, names: Sequence[str]) -> dict[str, object]:
    """Weights as the model's folder holds them, with no sentence whose meaning counts."""
    signs = {name: round(float(w), 4) for name, w in zip(names, weights[:-1], strict=True)}
    return {"bias": round(float(weights[-1]), 4), "signs": signs, "meaning": []}


def weigh_unseen(rows: Array, is_one: Array, counts: Array, parts: NDArray[np.int_], *, held: float) -> Array:
    """The likelihood of each row by weights learned from the other ``parts``."""
    unseen = np.zeros(len(rows))
    for inside in (parts == part for part in np.unique(parts)):
        unseen[inside] = weigh(fit(rows[~inside], is_one[~inside], counts[~inside], held=held), rows[inside])
    return unseen
