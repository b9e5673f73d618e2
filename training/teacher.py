"""Train a larger network than can be shipped, for the shipped one to follow: all-mpnet-base-v2 on attributions and on what readers read.

    python -m training.teacher MATERIAL BASE OUT [--but PART] [--epochs N]

MATERIAL is what `training.material` wrote, BASE the folder of all-mpnet-base-v2 (Apache-2.0; its word pieces are those of MiniLM), OUT
receives ``teacher.pt``. It wants a GPU: an epoch takes 20 seconds on one, and hours without.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from briefing.nlp import pieces
from training.heads import ReadingHeads, RoleHeads
from training.judge import judge
from training.material import Batch, Known, batches, collate, load
from training.train import rate

SEED = 20261127
PEAK, HEADS_PEAK = 4e-5, 1e-3
BUDGET, SHORTEST, LONGEST = 6144, 160, 382


def device() -> str:
    return "cuda" if torch.cuda.is_available() else "cpu"


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
        hidden: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=batch.mask.long()).last_hidden_state
        return self.dropout(hidden).float()


def _same_words(base: Path) -> Tensor:
    """The number in the base's vocabulary of every word piece of ours."""
    from training.model import base_folder

    own = json.loads((base_folder() / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    theirs = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    special = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
    numbers = torch.full((max(own.values()) + 1,), theirs["[UNK]"])
    for word, number in own.items():
        numbers[number] = theirs.get(special.get(word, word), theirs["[UNK]"])
    return numbers


def load_base(model: Teacher, base: Path) -> None:
    from safetensors.torch import load_file

    weights = load_file(base / "model.safetensors")
    missing, _ = model.encoder.load_state_dict(weights, strict=False)
    if missing:
        raise SystemExit(f"{base} lacks {missing[:3]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("material", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
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
    groups = [
        {"params": encoder, "lr": 0.0, "peak": PEAK},
        {"params": [p for p in model.parameters() if id(p) not in ids], "lr": 0.0, "peak": HEADS_PEAK},
    ]
    learn(model, groups, texts, args.epochs, args.seconds, args.seed, lambda m, hidden, batch: m.roles.loss(hidden, batch) | m.reading.loss(hidden, batch))
    torch.save(model.state_dict(), args.out / "teacher.pt")
    left_out = [f for f in material["newswire"] if f[0].read and f[0].part == args.but]
    print("teacher, but", args.but, judge(model, model.roles, model.reading, material["dev"], left_out, device()), flush=True)


def learn(model, groups, texts, epochs, seconds, seed, loss_of, budget=BUDGET):  # noqa: ANN001, ANN201
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    plan = [batches(texts, budget=budget, shortest=SHORTEST, longest=LONGEST, rng=random.Random(seed + e)) for e in range(epochs)]
    steps, step, began = sum(map(len, plan)), 0, time.monotonic()
    running: dict[str, float] = {}
    for epoch, of in enumerate(plan):
        for windows in of:
            spent = max(step / steps, (time.monotonic() - began) / seconds)
            if spent >= 1:
                return
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate(int(spent * 10000), 10000)
            batch = collate(windows).to(device())
            with torch.autocast(device(), torch.bfloat16):
                hidden = model(batch)
            with torch.autocast(device(), enabled=False):
                losses = loss_of(model, hidden, batch)
            torch.stack(list(losses.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % 20 == 0:
                for name, value in losses.items():
                    running[name] = 0.8 * running.get(name, float(value.detach())) + 0.2 * float(value.detach())
            if step % 200 == 0:
                shown = " ".join(f"{k} {v:.3f}" for k, v in running.items())
                print(f"epoch {epoch} step {step}/{steps} {time.monotonic() - began:.0f} s {shown}", flush=True)


if __name__ == "__main__":
    main()
