"""Train the shipped branches for attributions and for whole articles to follow teachers, and what is known.

    python -m training.pupil MATERIAL MODEL OUT BASE TEACHER... --but PART [--epochs N] [--seconds N]

MATERIAL is what `training.material` wrote, MODEL the folder of an exported model, on whose lower layers both branches stand and as which
they begin (the one for whole articles as the one for names and syntax). BASE is what the teachers were made of; neither they nor the
pupil have seen what readers found in PART of the articles. OUT receives ``roles.pt``, ``reading.pt`` and ``but``. It wants a GPU.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from briefing.nlp import pieces
from training.heads import ReadingHeads, RoleHeads, RoleWord
from training.judge import judge
from training.learning import device, fed, learn, planned
from training.material import Batch, Window, load
from training.model import SPLIT, base_folder
from training.teacher import Teacher, load_teacher
from training.weights import layers_of, read_weights

SEED = 20261128
#: the highest learning rate of the layers; that of what reads them is so many times as high
PEAK, HEADS = 2e-4, 7
BUDGET = 8192
#: how often each text is cut anew for the teachers; a pupil goes over what they find there again and again
CUTS = 3
#: how much what is known counts beside what the teachers find
KNOWN = 0.5


_Heads = TypeVar("_Heads", RoleHeads, ReadingHeads)


class Branch(nn.Module, Generic[_Heads]):
    """Three layers and what is read off them."""

    def __init__(self, heads: _Heads, config: BertConfig) -> None:
        super().__init__()
        self.layers = BertModel(config, add_pooling_layer=False).encoder.layer[SPLIT:]
        self.heads: _Heads = heads
        self.dropout = nn.Dropout(0.1)

    def forward(self, lower: Tensor, padding: Tensor) -> Tensor:
        with torch.autocast(device(), torch.bfloat16):
            for layer in self.layers:
                lower = layer(lower, padding)
        hidden: Tensor = self.dropout(lower).float()
        return hidden


class Pupil(nn.Module):
    """The shipped layers that all branches share, which stand still, and two branches above them."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base_folder(), attn_implementation="sdpa")
        config.attention_probs_dropout_prob = 0.0
        width = config.hidden_size
        self.bert = BertModel(config, add_pooling_layer=False)
        self.shape, self.space = nn.Embedding(pieces.SHAPES, width), nn.Embedding(pieces.SPACES, width)
        self.quote = nn.Embedding(pieces.QUOTES, width)
        self.load_state_dict({k: v for k, v in weights.items() if not k.startswith("second.")}, strict=False)
        self.bert.encoder.layer = self.bert.encoder.layer[:SPLIT]
        self.requires_grad_(False)
        self.roles: Branch[RoleHeads] = Branch(RoleHeads(width), config)
        self.reading: Branch[ReadingHeads] = Branch(ReadingHeads(width), config)
        self.roles.layers.load_state_dict(layers_of(weights, "bert.encoder.layer", SPLIT))
        self.reading.layers.load_state_dict(layers_of(weights, "second"))
        own = self.roles.heads.state_dict()
        self.roles.heads.load_state_dict({k: v for k, v in weights.items() if k in own}, strict=False)

    @torch.no_grad()
    def lower(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """The last of the shared layers, and what keeps attention from the padding."""
        of, tables = batch.features, self.bert.embeddings
        embedded = tables.word_embeddings(of["ids"]) + self.shape(of["shape"]) + self.space(of["space"]) + self.quote(of["quote"])
        embedded = embedded + tables.position_embeddings.weight[: embedded.shape[1]] + tables.token_type_embeddings.weight[0]
        hidden = tables.LayerNorm(embedded)
        padding = (1.0 - batch.mask[:, None, None, :].to(hidden.dtype)) * -1e4
        with torch.autocast(device(), torch.bfloat16):
            for layer in self.bert.encoder.layer:
                hidden = layer.eval()(hidden, padding)
        return hidden, padding


def beside_name(name: str) -> str:
    """How training calls what stands beside the graph of an exported model (``moves_roles``)."""
    return name.replace("_", ".", 1)


def beside(folder: Path) -> dict[str, Tensor]:
    """What stands beside the graph of an exported model, named as in training."""
    with np.load(folder / "weights.npz") as arrays:
        return {beside_name(name): torch.from_numpy(np.array(of)) for name, of in arrays.items()}


def taught(teachers: list[Teacher], batch: Batch) -> tuple[RoleWord, dict[str, Tensor]]:
    """What teachers find on average."""
    roles: list[RoleWord] = []
    reading: list[dict[str, Tensor]] = []
    for teacher in teachers:
        with torch.no_grad():
            hidden = teacher(batch)
        roles.append(teacher.roles.word(hidden, batch))
        reading.append(teacher.reading.word(hidden, batch))
    first, steps = (torch.stack([r.roles[n] for r in roles]).mean(0).half() for n in (0, 1))
    links = {kind: torch.stack([r.links[kind] for r in roles]).mean(0).half() for kind in roles[0].links}
    return RoleWord((first, steps), links), {k: torch.stack([r[k] for r in reading]).mean(0).half() for k in reading[0]}


class Heard(NamedTuple):
    """A batch, what the layers that stand still make of it, and what the teachers find in it."""

    batch: Batch
    lower: Tensor
    padding: Tensor
    word: RoleWord
    found: dict[str, Tensor]


def hear(pupil: Pupil, teachers: list[Teacher], plan: list[list[Window]]) -> list[Heard]:
    """Ask the teachers once for all."""
    heard = []
    for batch in fed(plan):
        lower, padding = pupil.lower(batch)
        heard.append(Heard(batch, lower.half(), padding, *taught(teachers, batch)))
    return heard


def shuffled(heard: list[Heard], epochs: int, rng: random.Random) -> Iterator[Heard]:
    """What was heard, over and over, each time in another order."""
    for _ in range(epochs):
        yield from rng.sample(heard, len(heard))


def followed(pupil: Pupil, heard: Heard) -> dict[str, Tensor]:
    """How badly both branches tell what is known and what the teachers find."""
    batch, lower = heard.batch, heard.lower.float()
    roles, reading = pupil.roles.heads, pupil.reading.heads
    hidden, read = pupil.roles(lower, heard.padding), pupil.reading(lower, heard.padding)
    losses = {f"{k} known": KNOWN * v for k, v in (roles.loss(hidden, batch) | reading.loss(read, batch)).items()}
    follows = roles.follow(hidden, batch, heard.word) | reading.follow(read, batch, heard.found)
    return losses | {k: (1 - KNOWN) * v for k, v in follows.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("material", type=Path)
    parser.add_argument("model", type=Path, help="the folder of an exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("base", type=Path, help="the folder of all-mpnet-base-v2")
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--but", type=int, required=True, help="leave out what readers found in this part of the articles")
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="be done after so long, whatever the epoch")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    material = load(args.material)
    texts = material["polnear"] + [f for f in material["newswire"] if not f[0].read or f[0].part != args.but]
    pupil = Pupil(read_weights(args.model / "model.onnx.gz") | beside(args.model)).to(device()).train()
    teachers = [load_teacher(args.base, file).to(device()).eval() for file in args.teachers]
    heard = hear(pupil, teachers, planned(texts, epochs=CUTS, budget=BUDGET, seed=SEED))
    del teachers
    branches: dict[str, Branch[Any]] = {"roles": pupil.roles, "reading": pupil.reading}
    groups = [
        {"params": [p for b in branches.values() for p in b.layers.parameters()], "peak": PEAK},
        {"params": [p for b in branches.values() for p in b.heads.parameters()], "peak": HEADS * PEAK},
    ]
    epochs = max(1, args.epochs // CUTS)
    again = shuffled(heard, epochs, random.Random(SEED))
    learn(pupil, partial(followed, pupil), again, steps=epochs * len(heard), groups=groups, seconds=args.seconds)
    pupil.eval()
    left_out = [f for f in material["newswire"] if f[0].read and f[0].part == args.but]
    for name, branch in branches.items():
        texts = material["dev"] + left_out if name == "roles" else left_out
        print(name, "but", args.but, judge(lambda batch, of=branch: of(*pupil.lower(batch)), branch.heads, texts), flush=True)
        torch.save({k: v.half().cpu() for k, v in branch.state_dict().items()}, args.out / f"{name}.pt")
    (args.out / "but").write_text(f"{args.but}\n", encoding="ascii")


if __name__ == "__main__":
    main()
