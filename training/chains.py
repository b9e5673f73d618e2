"""Linear chains of labels: what all their sequences weigh together, summed pairwise so that a long text takes few steps."""

from __future__ import annotations

import torch
from torch import Tensor

FAR = -1e4


def steps_of(scores: Tensor, moves: Tensor, sizes: Tensor) -> tuple[Tensor, Tensor]:
    """The scores of each sequence's first label (sequences, labels) and of each step from one label to the next (sequences,
    length - 1, labels, labels); behind a sequence's end nothing changes.

    ``scores`` is of shape (sequences, length, labels), ``moves`` (from, to) of the labels, ``sizes`` how long each sequence is.
    """
    count = scores.shape[-1]
    steps = moves + scores[:, 1:, None, :]
    still = torch.full((count, count), FAR, device=scores.device).fill_diagonal_(0.0)
    inside = torch.arange(1, scores.shape[1], device=scores.device) < sizes[:, None]
    return scores[:, 0], torch.where(inside[:, :, None, None], steps, still)


def log_partition(first: Tensor, steps: Tensor) -> Tensor:
    """The log of the summed weight of every sequence of labels, one number a sequence."""
    count = first.shape[-1]
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            still = torch.full((len(steps), 1, count, count), FAR, device=steps.device)
            still.diagonal(dim1=2, dim2=3).fill_(0.0)
            steps = torch.cat((steps, still), dim=1)
        steps = (steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :]).logsumexp(3)
    total = first if not steps.shape[1] else (first[:, :, None] + steps[:, 0]).logsumexp(1)
    return total.logsumexp(-1)


def marginals(first: Tensor, steps: Tensor) -> tuple[Tensor, Tensor]:
    """How likely each first label and each step is: the gradient of what all sequences weigh."""
    with torch.enable_grad():
        first, steps = first.detach().requires_grad_(), steps.detach().requires_grad_()
        return torch.autograd.grad(log_partition(first, steps).sum(), (first, steps))


def cross_entropy(first: Tensor, steps: Tensor, likely: tuple[Tensor, Tensor]) -> Tensor:
    """How badly a chain tells what another one finds likely (`marginals`), one number a sequence (its own entropy included)."""
    return log_partition(first, steps) - (first * likely[0]).sum(-1) - (steps * likely[1]).sum((1, 2, 3))
