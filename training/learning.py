"""How teacher and pupil are trained: batches cut anew every epoch, rates that rise and fall."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from training.material import Batch, Known, batches, collate
from training.train import rate

SHORTEST, LONGEST = 160, 382
#: how finely the rates follow the time that is left
_NOTCHES = 10000


def device() -> str:
    """Where tensors are computed on."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def learn(
    model: nn.Module,
    loss_of: Callable[[Batch], dict[str, Tensor]],
    texts: Sequence[list[Known]],
    *,
    groups: list[dict[str, Any]],
    epochs: int,
    seconds: float,
    budget: int,
    seed: int,
) -> None:
    """Train for so many epochs, or for so long if that is over first: the rates fall to nothing by then.

    Each of ``groups`` names parameters, and the ``peak`` of their learning rate.
    """
    optimizer = torch.optim.AdamW([{**group, "lr": 0.0} for group in groups], weight_decay=0.01)
    plan = [batches(texts, budget=budget, shortest=SHORTEST, longest=LONGEST, rng=random.Random(seed + e)) for e in range(epochs)]
    steps, began = sum(map(len, plan)), time.monotonic()
    running: dict[str, float] = {}
    for step, windows in enumerate(windows for epoch in plan for windows in epoch):
        spent = max(step / steps, (time.monotonic() - began) / seconds)
        if spent >= 1:
            return
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate(int(spent * _NOTCHES), _NOTCHES)
        losses = loss_of(collate(windows).to(device()))
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step % 20 == 0:
            for name, value in losses.items():
                running[name] = 0.8 * running.get(name, float(value.detach())) + 0.2 * float(value.detach())
        if step % 200 == 0:
            shown = " ".join(f"{k} {v:.3f}" for k, v in running.items())
            print(f"step {step}/{steps} {time.monotonic() - began:.0f} s {shown}", flush=True)
