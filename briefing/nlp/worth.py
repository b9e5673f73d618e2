"""The weights by which next steps and actors are judged: how likely a desk would list a step, and a reader need an actor named."""

from __future__ import annotations

import itertools
import json
import math
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Worth:
    """A logistic regression over the signs of a step or an actor, and what a step's sentence means (a unit vector; none weighs nothing)."""

    bias: float
    signs: Mapping[str, float]
    meaning: tuple[float, ...]
    #: by which it is judged whether a reader of the whole article would note the same step, however little a desk would list it
    noted: Worth | None = None
    #: by which it is judged whether a briefing that leaves the same actor out is wrong
    vital: Worth | None = None

    def likelihood(self, signs: Mapping[str, float], meaning: Sequence[float]) -> float:
        """Weigh a step or an actor, from 0 to 1."""
        score = self.bias + sum(self.signs.get(name, 0.0) * value for name, value in signs.items() if value)
        if meaning and self.meaning:
            score += sum(itertools.starmap(operator.mul, zip(self.meaning, meaning, strict=True)))
        return 1 / (1 + math.exp(-score))


def read_worth(file: Path) -> Worth:
    """Read the weights of a model's folder. Raises OSError, ValueError, KeyError or TypeError where they are not what is expected."""
    read = json.loads(file.read_text(encoding="utf-8"))
    noted, vital = (_worth(read[further]) if further in read else None for further in ("noted", "vital"))
    return replace(_worth(read), noted=noted, vital=vital)


def _worth(read: Mapping[str, Any]) -> Worth:
    return Worth(
        bias=float(read["bias"]),
        signs={str(name): float(weight) for name, weight in read["signs"].items()},
        meaning=tuple(float(x) for x in read["meaning"]),
    )
