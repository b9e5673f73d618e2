"""How well a network reads what it was not trained on: roles of PolNeAR, contents, steps, kinds and holders of readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from briefing.nlp import labels
from training.chains import marginals
from training.heads import ReadingHeads, RoleHeads
from training.learning import LONGEST, device
from training.material import Batch, Known, collate, cut
from training.windows import IGNORE

#: windows a batch
_TOGETHER = 24


@torch.no_grad()
def judge(model: Callable[[Batch], Tensor], heads: RoleHeads | ReadingHeads, texts: Sequence[list[Known]]) -> dict[str, str]:
    """Figures in percent, by what they tell of: precision, recall and F1, or a share."""
    training = [m for m in (model, heads) if isinstance(m, nn.Module) and m.training]
    for module in training:
        module.eval()
    tally: Counter[str] = Counter()
    windows = [w for forms in texts for w in cut(forms[0], LONGEST)]
    windows.sort(key=lambda w: len(w.first))
    for at in range(0, len(windows), _TOGETHER):
        batch = collate(windows[at : at + _TOGETHER]).to(device())
        hidden = model(batch)
        if isinstance(heads, RoleHeads):
            _count_roles(tally, heads, hidden, batch)
        elif batch.any_read:
            _count_reading(tally, heads, hidden, batch)
    for module in training:
        module.train()
    shown = {}
    for key in sorted({k.rsplit(" ", 1)[0] for k in tally}):
        if f"{key} all" in tally:
            shown[key] = f"{100 * tally[f'{key} right'] / max(1, tally[f'{key} all']):.1f}"
        else:
            p, r = (100 * tally[f"{key} right"] / max(1, tally[f"{key} {x}"]) for x in ("given", "wanted"))
            shown[key] = f"{p:.1f} {r:.1f} {2 * p * r / max(1e-9, p + r):.1f}"
    return shown


def _count(tally: Counter[str], name: str, given: Tensor, wanted: Tensor) -> None:
    tally[f"{name} right"] += int((given & wanted).sum())
    tally[f"{name} given"] += int(given.sum())
    tally[f"{name} wanted"] += int(wanted.sum())


def _count_roles(tally: Counter[str], heads: RoleHeads, hidden: Tensor, batch: Batch) -> None:
    first, steps = marginals(*heads.chain(hidden, batch))
    each = torch.cat((first.unsqueeze(1), steps.sum(2)), dim=1).argmax(-1)
    words = torch.arange(each.shape[1], device=each.device) < batch.sizes[:, None]
    for whose, rows in (("PolNeAR", ~batch.has_read), ("readers", batch.has_read)):
        counted = words & (rows & batch.has_roles)[:, None]
        for number, role in enumerate(labels.ROLES):
            begins = 1 + 2 * number
            wanted = batch.allowed[..., [begins, begins + 1]].any(-1) & ~batch.allowed[..., 0] & counted
            _count(tally, f"{whose}: {role}", ((each == begins) | (each == begins + 1)) & counted, wanted)
            if role == "content":
                _count(tally, f"{whose}: where a content begins", (each == begins) & counted, wanted & batch.allowed[..., begins])
    for kind, of in heads.links(hidden, batch).items() if len(batch.links) else ():
        *_, right, known = batch.pairs[kind]
        tally[f"links to a {kind} right"] += int((right.gather(1, of.argmax(1, keepdim=True))[:, 0] & known).sum())
        tally[f"links to a {kind} all"] += int(known.sum())


def _count_reading(tally: Counter[str], heads: ReadingHeads, hidden: Tensor, batch: Batch) -> None:
    scores = heads.all(hidden, batch)
    for task in ("step", "content"):
        counted = (batch.tags[task] != IGNORE) & batch.has_read[:, None]
        _count(tally, f"{task} words", (scores[task].argmax(-1) > 0) & counted, (batch.tags[task] > 0) & counted)
    counted = batch.tags["actor"] != IGNORE
    _count(tally, "actors", (scores["actor"].argmax(-1) == 1) & counted, (batch.tags["actor"] == 1) & counted)
    if "kind" in scores:
        known, told = batch.held[:, 3] >= 0, batch.holders.any(1)
        tally["kinds right"] += int(((scores["kind"].argmax(-1) == batch.held[:, 3]) & known).sum())
        tally["kinds all"] += int(known.sum())
        tally["holders right"] += int((batch.holders.gather(1, scores["holder"].argmax(1, keepdim=True))[:, 0] & told).sum())
        tally["holders all"] += int(told.sum())
