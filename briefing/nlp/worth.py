"""The weights by which a next step is judged: how likely it is one that a desk would list."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Worth:
    """A logistic regression over the signs of a step and the meaning of its sentence (a unit vector; none weighs nothing)."""

    bias: float
    signs: Mapping[str, float]
    meaning: tuple[float, ...]
    #: by which it is judged whether a reader of the whole article would note the same step, however little a desk would list it
    noted: Worth | None = None

    def likelihood(self, signs: Mapping[str, float], meaning: Sequence[float]) -> float:
        """Weigh a step, from 0 to 1."""
        score = self.bias + sum(self.signs.get(name, 0.0) * value for name, value in signs.items())
        if meaning and self.meaning:
            score += sum(w * x for w, x in zip(self.meaning, meaning, strict=True))
        return 1 / (1 + math.exp(-score))


def read_worth(file: Path) -> Worth:
    """Read the weights of a model's folder. Raises OSError, ValueError, KeyError or TypeError where they are not what is expected."""
    read = json.loads(file.read_text(encoding="utf-8"))
    worth = _worth(read)
    return replace(worth, noted=_worth(read["noted"])) if "noted" in read else worth


def _worth(read: Mapping[str, Any]) -> Worth:
    return Worth(
        bias=float(read["bias"]),
        signs={str(name): float(weight) for name, weight in read["signs"].items()},
        meaning=tuple(float(x) for x in read["meaning"]),
    )
