"""The loss of each task on a batch of windows."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from briefing.nlp import labels
from briefing.nlp.decode import label_grammar
from training.model import LABELLED, NewsModel
from training.windows import IGNORE, Window

FEATURES = ("ids", "shape", "space", "quote")
PADS = {"ids": 0, "shape": 16, "space": 3, "quote": 4}
_FAR = -1e4


def collate(batch: list[Window]) -> dict[str, Tensor]:
    """Pad a batch of one task into tensors of shape (windows, pieces)."""
    longest = max(len(w.features["ids"]) for w in batch)
    out: dict[str, Tensor] = {}
    for name in FEATURES:
        rows = [np.pad(w.features[name], (0, longest - len(w.features[name])), constant_values=PADS[name]) for w in batch]
        out[name] = torch.from_numpy(np.stack(rows))
    out["mask"] = torch.from_numpy(np.stack([np.arange(longest) < len(w.features["ids"]) for w in batch]).astype(np.int64))
    for name in batch[0].targets:
        rows = [np.pad(w.targets[name], (0, longest - len(w.targets[name])), constant_values=IGNORE) for w in batch]
        out[f"target_{name}"] = torch.from_numpy(np.stack(rows))
    if batch[0].allowed is not None:
        rows = []
        for w in batch:
            assert w.allowed is not None
            rows.append(np.pad(w.allowed, ((0, longest - len(w.allowed)), (0, 0))))
        out["allowed"] = torch.from_numpy(np.stack(rows))
    return out


def _tags(model: NewsModel, name: str, hidden: Tensor, target: Tensor) -> Tensor:
    chosen = target != IGNORE
    if not bool(chosen.any()):
        return hidden.sum() * 0
    return nn.functional.cross_entropy(model.linear[name](hidden[chosen]).float(), target[chosen])


def sequence_loss(model: NewsModel, name: str, hidden: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log of the summed probability of the label sequences that the annotation allows, a labelled piece.

    ``allowed`` is of shape (windows, pieces, labels); a piece that allows none is no word's first and is left out. Without
    transitions every piece is scored by itself; with them it is the loss of a linear chain (Lafferty et al. 2001) whose
    annotation is partial (Bellare and McCallum 2007).
    """
    chosen = allowed.any(-1)
    if not bool(chosen.any()):
        return hidden.sum() * 0
    if model.moves is None:
        scores = model.linear[name](hidden[chosen]).float().log_softmax(-1)
        return -scores.masked_fill(~allowed[chosen], _FAR).logsumexp(-1).mean()
    rows = [row for row in range(len(allowed)) if bool(chosen[row].any())]
    sizes = torch.tensor([int(chosen[row].sum()) for row in rows])
    scores = nn.utils.rnn.pad_sequence([model.linear[name](hidden[row][chosen[row]]) for row in rows], batch_first=True).float()
    right = nn.utils.rnn.pad_sequence([allowed[row][chosen[row]] for row in rows], batch_first=True)
    moves = model.moves[name].float() + torch.from_numpy(label_grammar(LABELLED[name]))
    both = torch.cat((scores, scores.masked_fill(~right, _FAR)))
    last = torch.cat((sizes, sizes))
    reach = both[:, 0]
    for at in range(1, both.shape[1]):
        step = (reach.unsqueeze(2) + moves).logsumexp(1) + both[:, at]
        reach = torch.where((at < last).unsqueeze(1), step, reach)
    every, allowed_only = reach.logsumexp(-1).chunk(2)
    loss = every - allowed_only
    # an annotation that the grammar cannot write (a label cut in two) says nothing
    sound = loss < -_FAR / 2
    return loss[sound].sum() / sizes[sound].sum().clamp(min=1)


def syntax_loss(model: NewsModel, hidden: Tensor, batch: dict[str, Tensor]) -> Tensor:
    loss = hidden.sum() * 0
    for name, weight in (("upos", 0.3), ("xpos", 0.5), ("relation", 0.5), ("sentence", 1.0)):
        loss = loss + weight * _tags(model, name, hidden, batch[f"target_{name}"])
    dependents = model.projected["arc_dependent"](hidden).float()
    heads = model.projected["arc_head"](hidden).float()
    word = batch["target_relation"] != IGNORE
    sentence = (batch["target_sentence"] == 1).long().cumsum(1)
    scores = dependents @ heads.transpose(1, 2) / labels.ARC**0.5
    same = (sentence.unsqueeze(1) == sentence.unsqueeze(2)) & word.unsqueeze(1)
    eye = torch.eye(scores.shape[1], dtype=torch.bool)
    root = (dependents @ model.root.float()) / labels.ARC**0.5
    # a root is its own head: its score stands on the diagonal
    scores = scores.masked_fill(~same, _FAR)
    scores = torch.where(eye, root.unsqueeze(2), scores)
    target = batch["target_head"]
    chosen = word & (target != IGNORE)
    return loss + nn.functional.cross_entropy(scores[chosen], target[chosen])


def link_loss(model: NewsModel, hidden: Tensor, batch: list[Window]) -> Tensor:
    total, count = hidden.sum() * 0, 0
    sums = torch.cat((torch.zeros_like(hidden[:, :1]), hidden.cumsum(1)), dim=1)

    def means(row: int, spans: list[tuple[int, int]]) -> Tensor:
        at = torch.tensor(spans)
        return (sums[row, at[:, 1]] - sums[row, at[:, 0]]) / (at[:, 1] - at[:, 0]).unsqueeze(1)

    for row, window in enumerate(batch):
        if not window.links:
            continue
        contents = means(row, [link.content for link in window.links])
        for kind in labels.LINKS:
            candidates = window.candidates[kind]
            queries = model.projected[f"{kind}_query"](contents)
            scores = (queries @ model.none[kind]).unsqueeze(1) / labels.LINK**0.5
            if candidates:
                keys = model.projected[f"{kind}_key"](means(row, candidates))
                buckets = torch.tensor([[labels.link_bucket(link.content[0], c[0]) for c in candidates] for link in window.links])
                pairs = queries @ keys.T / labels.LINK**0.5 + model.bias[kind][buckets]
                if kind == "before":
                    later = torch.tensor([[c[0] >= link.content[0] for c in candidates] for link in window.links])
                    pairs = pairs.masked_fill(later, _FAR)
                scores = torch.cat((scores, pairs), dim=1)
            logs = scores.float().log_softmax(-1)
            for number, link in enumerate(window.links):
                right = link.targets[kind]
                if right is None:
                    continue
                columns = [candidates.index(c) + 1 for c in right] or [0]
                total = total - logs[number, columns].logsumexp(-1)
                count += 1
    return total / max(count, 1)


def batch_loss(model: NewsModel, batch: list[Window], embeddings: Tensor | None) -> dict[str, Tensor]:
    """The losses of a batch of one task, by name; ``embeddings`` are the base model's own, to be kept near."""
    tensors = collate(batch)
    mask = tensors["mask"]
    task = batch[0].task
    hidden = model.encode_for(task, tensors["ids"], tensors["shape"], tensors["space"], tensors["quote"], mask)
    dropped = model.dropout(hidden)
    losses: dict[str, Tensor] = {}
    # in 32 bits: running sums lose too much in 16
    if task == "attribution":
        target = tensors["target_roles"]
        allowed = nn.functional.one_hot(target.clamp(min=0), len(labels.ROLE_LABELS)).bool() & (target != IGNORE).unsqueeze(-1)
        with torch.autocast("cpu", enabled=False):
            losses["roles"] = sequence_loss(model, "roles", dropped.float(), allowed)
            losses["links"] = 0.3 * link_loss(model, dropped.float(), batch)
    elif task == "mentions":
        with torch.autocast("cpu", enabled=False):
            losses["mentions"] = sequence_loss(model, "mentions", dropped.float(), tensors["allowed"])
    else:
        losses["syntax"] = syntax_loss(model, dropped, tensors)
    if embeddings is not None:
        losses["embedding"] = 0.3 * (1 - (model.window(hidden, mask).float() * embeddings).sum(-1)).mean()
    return losses
