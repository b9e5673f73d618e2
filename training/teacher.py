"""Train a larger network than can be shipped, for the shipped one to follow: all-mpnet-base-v2 on attributions and on what readers read.

    python -m training.teacher MATERIAL BASE OUT [--but PART] [--epochs N] [--seed N]

MATERIAL is what `training.material` wrote, BASE the folder of all-mpnet-base-v2 (Apache-2.0; its word pieces are those of MiniLM), OUT
receives ``teacher.pt``. It wants a GPU: an epoch takes 20 seconds on one, and hours without.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from briefing.nlp import pieces
from training.heads import ReadingHeads, RoleHeads
from training.judge import judge
from training.learning import device, fed, learn, planned
from training.material import Batch, Known, load
from training.model import base_folder

SEED = 20261127
PEAK, HEADS_PEAK = 4e-5, 1e-3
BUDGET = 6144


class Teacher(nn.Module):
    """MPNet with surface features beside its word pieces."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = MPNetConfig.from_pretrained(base)
        self.encoder = MPNetModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.shape, self.space = nn.Embedding(pieces.SHAPES, width), nn.Embedding(pieces.SPACES, width)
        self.quote = nn.Embedding(pieces.QUOTES, width)
        for feature in (self.shape, self.space, self.quote):
            nn.init.zeros_(feature.weight)
        self.roles, self.reading = RoleHeads(width), ReadingHeads(width)
        self.dropout = nn.Dropout(0.1)
        self.register_buffer("words", _same_words(base))

    def forward(self, batch: Batch) -> Tensor:
        """The last layer for each piece."""
        of = batch.features
        embedded = self.encoder.embeddings.word_embeddings(self.words[of["ids"]])
        embedded = embedded + self.shape(of["shape"]) + self.space(of["space"]) + self.quote(of["quote"])
        with torch.autocast(device(), torch.bfloat16):
            hidden: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=batch.mask.long()).last_hidden_state
        return self.dropout(hidden).float()


def _same_words(base: Path) -> Tensor:
    """The number in the base's vocabulary of every word piece of ours."""
    own = json.loads((base_folder() / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    theirs = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    special = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
    numbers = torch.full((max(own.values()) + 1,), theirs["[UNK]"])
    for word, number in own.items():
        numbers[number] = theirs.get(special.get(word, word), theirs["[UNK]"])
    return numbers


def load_base(model: Teacher, base: Path) -> None:
    """Take the weights that the base was given by those who made it."""
    missing, _ = model.encoder.load_state_dict(load_file(base / "model.safetensors"), strict=False)
    if missing:
        raise SystemExit(f"{base} lacks {missing[:3]}")


def load_teacher(base: Path, file: Path) -> Teacher:
    """A teacher as `main` wrote it, to be asked."""
    teacher = Teacher(base)
    teacher.load_state_dict(torch.load(file, weights_only=True, map_location="cpu"))
    return teacher.requires_grad_(False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("material", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--but", type=int, help="leave out what readers found in this part of the articles")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="be done after so long, whatever the epoch")
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    material = load(args.material)
    texts: list[list[Known]] = material["polnear"] + [f for f in material["newswire"] if f[0].read and f[0].part != args.but]
    model = Teacher(args.base)
    load_base(model, args.base)
    model.to(device()).train()
    encoder = list(model.encoder.parameters())
    ids = {id(p) for p in encoder}

    def loss_of(batch: Batch) -> dict[str, Tensor]:
        hidden = model(batch)
        return {**model.roles.loss(hidden, batch), **model.reading.loss(hidden, batch)}

    groups = [
        {"params": encoder, "peak": PEAK},
        {"params": [p for p in model.parameters() if id(p) not in ids], "peak": HEADS_PEAK},
    ]
    plan = planned(texts, epochs=args.epochs, budget=BUDGET, seed=args.seed)
    learn(model, loss_of, fed(plan), steps=len(plan), groups=groups, seconds=args.seconds)
    torch.save(model.state_dict(), args.out / "teacher.pt")
    left_out = [f for f in material["newswire"] if f[0].read and f[0].part == args.but]
    found = judge(model, model.roles, material["dev"] + left_out) | judge(model, model.reading, left_out)
    print("teacher, but", args.but, "seed", args.seed, found, flush=True)


if __name__ == "__main__":
    main()
