"""How teacher and pupil are trained: batches cut anew every epoch, rates that rise and fall."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from training.material import Batch, Known, Window, batches, collate
from training.train import rate

SHORTEST, LONGEST = 160, 382
#: how finely the rates follow the time that is left
_NOTCHES = 10000
#: processes that pad batches ahead of a GPU
_AHEAD = 2
_Item = TypeVar("_Item")


def device() -> str:
    """Where tensors are computed on."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def planned(texts: Sequence[list[Known]], *, epochs: int, budget: int, seed: int) -> list[list[Window]]:
    """The batches of so many epochs, each text cut anew in each."""
    cut = (batches(texts, budget=budget, shortest=SHORTEST, longest=LONGEST, rng=random.Random(seed + e)) for e in range(epochs))
    return [windows for epoch in cut for windows in epoch]


def fed(plan: list[list[Window]]) -> Iterator[Batch]:
    """Batches as tensors, where they are computed on."""
    if device() == "cpu":
        yield from map(collate, plan)
        return
    torch.multiprocessing.set_sharing_strategy("file_system")
    loader = DataLoader(plan, batch_size=None, collate_fn=collate, num_workers=_AHEAD, prefetch_factor=8, pin_memory=True)  # type: ignore[arg-type]
    for batch in loader:
        yield batch.to(device())


def learn(
    model: nn.Module,
    loss_of: Callable[[_Item], dict[str, Tensor]],
    items: Iterable[_Item],
    *,
    steps: int,
    groups: list[dict[str, Any]],
    seconds: float,
) -> None:
    """Train on so many items, or for so long if that is over first: the rates fall to nothing by then.

    Each of ``groups`` names parameters, and the ``peak`` of their learning rate.
    """
    optimizer = torch.optim.AdamW([{**group, "lr": 0.0} for group in groups], weight_decay=0.01, fused=device() == "cuda")
    began = time.monotonic()
    running: dict[str, float] = {}
    for step, item in enumerate(items):
        spent = max(step / steps, (time.monotonic() - began) / seconds)
        if spent >= 1:
            return
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate(int(spent * _NOTCHES), _NOTCHES)
        losses = loss_of(item)
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
