"""Train the shipped branches for attributions and for whole articles to follow teachers, and what is known.

    python -m training.pupil MATERIAL MODEL OUT BASE TEACHER... [--but PART] [--epochs N]
    python -m training.pupil MATERIAL MODEL OUT --from PUPIL --readers SHARE --seed N --seconds N

MATERIAL is what `training.material` wrote, MODEL the folder of an exported model, on whose lower layers both branches stand and as which
they begin (the one for whole articles as the one for names and syntax). BASE is what the teachers were made of. With ``--but`` one
teacher is named, which has not seen that part either; without, the teachers are those without part 0, without part 1, and of all: what
readers found is taught by the one that has not seen it, everything else by all. OUT receives ``roles.pt``, ``reading.pt`` and ``but``.

The second form needs no teacher: the branch for attributions goes on from another pupil, with what is known of PolNeAR and of a share of
the articles that readers read. OUT receives ``roles.pt``.
"""

from __future__ import annotations

import argparse
import random
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from briefing.nlp import pieces
from training.heads import ReadingHeads, RoleHeads, RoleWord
from training.judge import judge
from training.learning import device, learn
from training.material import Batch, load
from training.model import SPLIT, base_folder
from training.teacher import Teacher
from training.weights import layers_of, read_weights

SEED = 20261128
#: learning rates of the layers with teachers, and of what goes on without; those of what reads the layers are so many times as high
PEAK, LATER_PEAK, HEADS = 1e-4, 3e-5, 7
BUDGET, LATER_BUDGET = 4096, 3072
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
    """What teachers find on average, each asked where it has not seen what readers found."""
    asked = torch.ones(len(batch.parts), len(teachers))
    for row, part in enumerate(batch.parts):
        if len(teachers) > 1 and part is not None:
            asked[row] = 0.0
            asked[row, part] = 1.0
    asked = (asked / asked.sum(1, keepdim=True)).to(batch.mask.device)
    of_row = {"kind": batch.held[:, 0], "holder": batch.held[:, 0], "step_kind": batch.ahead[:, 0]}
    roles: list[RoleWord] = []
    reading: list[dict[str, Tensor]] = []
    for share, teacher in zip(asked.unbind(1), teachers, strict=True):
        with torch.no_grad():
            hidden = teacher(batch)
        own, of_content = teacher.roles.word(hidden, batch), share[batch.links[:, 0]].unsqueeze(1)
        first, steps = own.roles
        links = {kind: of * of_content for kind, of in own.links.items()}
        roles.append(RoleWord((first * share[:, None], steps * share[:, None, None, None]), links))
        read = teacher.reading.word(hidden, batch)
        reading.append({k: of * (share[of_row[k]].unsqueeze(1) if k in of_row else share[:, None, None]) for k, of in read.items()})
    links = {kind: torch.stack([r.links[kind] for r in roles]).sum(0) for kind in roles[0].links}
    chain = torch.stack([r.roles[0] for r in roles]).sum(0), torch.stack([r.roles[1] for r in roles]).sum(0)
    return RoleWord(chain, links), {k: torch.stack([r[k] for r in reading]).sum(0) for k in reading[0]}


def loss_of(pupil: Pupil, teachers: list[Teacher], batch: Batch) -> dict[str, Tensor]:
    """How badly both branches tell what is known and what the teachers find; without teachers the one for attributions, what is known."""
    lower, padding = pupil.lower(batch)
    hidden, roles, reading = pupil.roles(lower, padding), pupil.roles.heads, pupil.reading.heads
    known = roles.loss(hidden, batch)
    if not teachers:
        return dict(known)
    read = pupil.reading(lower, padding)
    word, found = taught(teachers, batch)
    losses = {f"{k} known": KNOWN * v for k, v in (known | reading.loss(read, batch)).items()}
    return losses | {k: (1 - KNOWN) * v for k, v in (roles.follow(hidden, batch, word) | reading.follow(read, batch, found)).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("material", type=Path)
    parser.add_argument("model", type=Path, help="the folder of an exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("base", type=Path, nargs="?", help="the folder of all-mpnet-base-v2")
    parser.add_argument("teachers", type=Path, nargs="*")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--but", type=int, help="leave out what readers found in this part of the articles")
    parser.add_argument(
        "--from", dest="start", type=Path, help="the folder of a pupil whose branch for attributions goes on, without teachers"
    )
    parser.add_argument("--readers", type=float, default=1.0, help="how many of the articles that readers read it goes on with")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="be done after so long, whatever the epoch")
    args = parser.parse_args()
    if bool(args.teachers) == bool(args.start):
        parser.error("name teachers, or with --from what goes on without any")
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    material = load(args.material)
    newswire = [f for f in material["newswire"] if (f[0].part != args.but if f[0].read else bool(args.teachers))]
    newswire = [f for f in newswire if not args.start or rng.random() < args.readers]
    teachers = []
    for file in args.teachers:
        teacher = Teacher(args.base)
        teacher.load_state_dict(torch.load(file, weights_only=True, map_location="cpu"))
        teachers.append(teacher.to(device()).eval().requires_grad_(False))
    pupil = Pupil(read_weights(args.model / "model.onnx.gz") | beside(args.model))
    if args.start:
        pupil.roles.load_state_dict({name: of.float() for name, of in torch.load(args.start / "roles.pt", weights_only=True).items()})
    pupil.to(device()).train()
    branches: dict[str, Branch[Any]] = {"roles": pupil.roles} | ({"reading": pupil.reading} if teachers else {})
    peak, budget = (PEAK, BUDGET) if teachers else (LATER_PEAK, LATER_BUDGET)
    groups = [
        {"params": [p for b in branches.values() for p in b.layers.parameters()], "peak": peak},
        {"params": [p for b in branches.values() for p in b.heads.parameters()], "peak": HEADS * peak},
    ]
    learn(
        pupil, partial(loss_of, pupil, teachers), material["polnear"] + newswire,
        groups=groups, epochs=args.epochs, seconds=args.seconds, budget=budget, seed=args.seed,
    )  # fmt: skip
    pupil.eval()
    left_out = [f for f in material["newswire"] if f[0].read and f[0].part == args.but]
    for name, branch in branches.items():
        texts = material["dev"] + left_out if name == "roles" else left_out
        print(name, "but", args.but, judge(lambda batch, of=branch: of(*pupil.lower(batch)), branch.heads, texts), flush=True)
        torch.save({k: v.half().cpu() for k, v in branch.state_dict().items()}, args.out / f"{name}.pt")
    (args.out / "but").write_text(f"{args.but}\n", encoding="ascii")


if __name__ == "__main__":
    main()
