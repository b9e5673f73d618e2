"""Train the shipped branches for attributions and for whole articles to follow teachers, and what is known.

    python -m training.pupil MATERIAL MODEL OUT TEACHER... [--but PART] [--epochs N]

MATERIAL is what `training.material` wrote, MODEL an exported ``model.onnx.gz``, on whose lower layers both branches stand and as which
they begin (the one for whole articles as the one for names and syntax). With ``--but`` one teacher is named, which must not have seen
that part either; without, the teachers are those without part 0, without part 1, and of all: what readers found is taught by the one
that has not seen it, everything else by all. OUT receives ``roles.pt`` and ``reading.pt``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from briefing.nlp import pieces
from training.heads import ReadingHeads, RoleHeads, RoleWord
from training.judge import judge
from training.material import Batch, load
from training.model import SPLIT, base_folder
from training.teacher import Teacher, device, learn
from training.weights import layers_of, read_weights

SEED = 20261128
PEAK, HEADS_PEAK = 1e-4, 7e-4
BUDGET = 4096
#: how much what is known counts beside what the teachers find
KNOWN = 0.5


class Branch(nn.Module):
    """Three layers and what is read off them."""

    def __init__(self, heads: RoleHeads | ReadingHeads, config: BertConfig) -> None:
        super().__init__()
        self.layers = BertModel(config, add_pooling_layer=False).encoder.layer[SPLIT:]
        self.heads = heads
        self.dropout = nn.Dropout(0.1)

    def forward(self, lower: Tensor, padding: Tensor) -> Tensor:
        for layer in self.layers:
            lower = layer(lower, padding)
        hidden: Tensor = self.dropout(lower)
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
        lower = {k: v for k, v in weights.items() if not k.startswith("second.")}
        _, unknown = self.load_state_dict(lower, strict=False)
        self.bert.encoder.layer = self.bert.encoder.layer[:SPLIT]
        self.requires_grad_(False)
        self.roles = Branch(RoleHeads(width), config)
        self.reading = Branch(ReadingHeads(width), config)
        self.roles.layers.load_state_dict(layers_of(weights, "bert.encoder.layer", SPLIT))
        self.reading.layers.load_state_dict(layers_of(weights, "second"))
        heads = {k: v for k, v in weights.items() if k in self.roles.heads.state_dict()}
        self.roles.heads.load_state_dict(heads, strict=False)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """What the last layer of each branch gives."""
        lower, padding = self.lower(batch)
        return self.roles(lower, padding).float(), self.reading(lower, padding).float()

    @torch.no_grad()
    def lower(self, batch: Batch) -> tuple[Tensor, Tensor]:
        of = batch.features
        embedded = self.bert.embeddings.word_embeddings(of["ids"]) + self.shape(of["shape"]) + self.space(of["space"]) + self.quote(of["quote"])
        hidden = nn.functional.layer_norm(
            embedded + self.bert.embeddings.position_embeddings.weight[: embedded.shape[1]] + self.bert.embeddings.token_type_embeddings.weight[0],
            embedded.shape[-1:], self.bert.embeddings.LayerNorm.weight, self.bert.embeddings.LayerNorm.bias, 1e-12,
        )  # fmt: skip
        padding = (1.0 - batch.mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.bert.encoder.layer:
            layer.eval()
            hidden = layer(hidden, padding)
        return hidden, padding


def beside(folder: Path) -> dict[str, Tensor]:
    """What stands beside the graph of an exported model, named as in training."""
    import numpy as np

    with np.load(folder / "weights.npz") as arrays:
        found = {f"{name.replace('_', '.', 1)}": torch.from_numpy(np.array(of)) for name, of in arrays.items() if "_" in name}
    return found


def taught(teachers: list[Teacher], batch: Batch) -> tuple[RoleWord, dict[str, Tensor]]:
    """What teachers find on average, each asked where it has not seen what readers found."""
    asked = torch.zeros(len(batch.parts), len(teachers))
    for row, part in enumerate(batch.parts):
        asked[row] = 1.0
        if len(teachers) > 1 and part is not None:
            asked[row] = 0.0
            asked[row, part] = 1.0
    asked = (asked / asked.sum(1, keepdim=True)).to(batch.mask.device)
    roles, reading = [], []
    for number, teacher in enumerate(teachers):
        with torch.no_grad(), torch.autocast(device(), torch.bfloat16):
            hidden = teacher(batch)
        hidden, share = hidden.float(), asked[:, number]
        own = teacher.roles.word(hidden, batch)
        content = share[batch.links[:, 0]].unsqueeze(1)
        roles.append(RoleWord((own.roles[0] * share[:, None], own.roles[1] * share[:, None, None, None]), {k: v * content for k, v in own.links.items()}))
        of_row = {"kind": batch.held[:, 0], "holder": batch.held[:, 0], "step_kind": batch.ahead[:, 0]}
        reading.append(
            {
                name: of * (share[of_row[name]].unsqueeze(1) if name in of_row else share[:, None, None])
                for name, of in teacher.reading.word(hidden, batch).items()
            }
        )
    first = roles[0]
    links = {k: torch.stack([r.links[k] for r in roles]).sum(0) for k in first.links}
    word = RoleWord((torch.stack([r.roles[0] for r in roles]).sum(0), torch.stack([r.roles[1] for r in roles]).sum(0)), links)
    return word, {k: torch.stack([r[k] for r in reading]).sum(0) for k in reading[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("material", type=Path)
    parser.add_argument("model", type=Path, help="the folder of an exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("base", type=Path, help="the folder of all-mpnet-base-v2")
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--but", type=int, help="leave out what readers found in this part of the articles")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="be done after so long, whatever the epoch")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    material = load(args.material)
    texts = material["polnear"] + [f for f in material["newswire"] if f[0].read is None or f[0].part != args.but]
    teachers = []
    for file in args.teachers:
        teacher = Teacher(args.base)
        teacher.load_state_dict(torch.load(file, weights_only=True, map_location="cpu"))
        teachers.append(teacher.to(device()).eval().requires_grad_(False))
    pupil = Pupil(read_weights(args.model / "model.onnx.gz") | beside(args.model)).to(device()).train()
    left_out = [f for f in material["newswire"] if f[0].read and f[0].part == args.but]

    class View(nn.Module):
        def __init__(self, which: int) -> None:
            super().__init__()
            self.which = which

        def forward(self, batch: Batch) -> Tensor:
            return pupil.eval()(batch)[self.which]

    def judged() -> dict[str, str]:
        found = judge(View(0), pupil.roles.heads, None, material["dev"], left_out, device())
        found |= judge(View(1), None, pupil.reading.heads, [], left_out, device())
        pupil.train()
        return found

    print("before, but", args.but, judged(), flush=True)
    layers = [*pupil.roles.layers.parameters(), *pupil.reading.layers.parameters()]
    groups = [
        {"params": layers, "lr": 0.0, "peak": PEAK},
        {"params": [*pupil.roles.heads.parameters(), *pupil.reading.heads.parameters()], "lr": 0.0, "peak": HEADS_PEAK},
    ]

    def loss_of(_: nn.Module, hidden: tuple[Tensor, Tensor], batch: Batch) -> dict[str, Tensor]:
        word, read = taught(teachers, batch)
        roles, reading = pupil.roles.heads, pupil.reading.heads
        losses = {f"{k} known": KNOWN * v for k, v in roles.loss(hidden[0], batch).items()}
        losses |= {f"{k} known": KNOWN * v for k, v in reading.loss(hidden[1], batch).items()}
        losses |= {k: (1 - KNOWN) * v for k, v in roles.follow(hidden[0], batch, word).items()}
        return losses | {k: (1 - KNOWN) * v for k, v in reading.follow(hidden[1], batch, read).items()}

    learn(pupil, groups, texts, args.epochs, args.seconds, SEED, loss_of, BUDGET)
    print("pupil, but", args.but, judged(), flush=True)
    for name in ("roles", "reading"):
        torch.save({k: v.half().cpu() for k, v in getattr(pupil, name).state_dict().items()}, args.out / f"{name}.pt")


if __name__ == "__main__":
    main()
