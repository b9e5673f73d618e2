"""Train the news model on the open corpora.

    python -m training.train DATA OUT [--epochs N] [--from MODEL.pt --only attribution|language]

DATA is the folder of corpora, OUT receives ``checkpoint.pt`` every few minutes and ``model.pt`` at the end; started again on the
same OUT it goes on from the checkpoint. Every epoch cuts the articles anew, so that a window's edge falls elsewhere. ``--from``
makes it the second stage, which doubles the upper layers of what a first one gave. The layers below stand still then, so the two
branches know nothing of each other: ``--only`` says which one is trained, and two processes of one core each train both.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.corpora import Example, read_crossner, read_newswire, read_polnear, read_treebank, read_wikigold
from training.losses import batch_loss, collate
from training.model import NewsModel, base_folder
from training.names import Names
from training.windows import Tokenized, Window, batches, cut, tokenize

SEED = 20220920
#: pieces a batch, and how long a window may be (drawn anew for each article and epoch)
BUDGET, SHORTEST, LONGEST = 3072, 128, 382
PEAK, HEADS_PEAK = 1.5e-4, 1e-3
#: the second stage's learning rates, as a share of the first's
GENTLE = 0.7
TASKS = {"attribution": ("attribution",), "language": ("mentions", "syntax")}
#: how often the second stage reads an article with other names in it, and how often it reads a treebank document at all
OTHER_NAMES, TREEBANK = 0.5, 0.5


def fast_half() -> bool:
    """Tell whether this processor multiplies bfloat16 in hardware; without it autocast is far slower than 32 bits."""
    flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="ignore") if Path("/proc/cpuinfo").exists() else ""
    return "amx_bf16" in flags or "avx512_bf16" in flags


def read_corpora(data: Path, exclude: frozenset[str]) -> list[tuple[str, Example]]:
    newswire = data / "newswire-ner"
    out = [("attribution", e) for e in read_polnear(data / "polnear" / "train")]
    out += [("mentions", e) for e in read_newswire(newswire, held_out=False, exclude=exclude)]
    out += [("mentions", e) for e in read_wikigold(data / "ner" / "wikigold")]
    out += [("mentions", e) for e in read_crossner(data / "ner" / "crossner-politics")]
    for name in ("ewt", "gum"):
        out += [("syntax", e) for e in read_treebank(data / "treebank" / f"{name}-train.conllu")]
    return out


def embed(base: NewsModel, batch: list[Window]) -> torch.Tensor:
    """The base model's own embedding of each window: the mean of its last layer, as it was trained to be used."""
    tensors = collate(batch)
    with torch.no_grad():
        hidden = base.bert(input_ids=tensors["ids"], attention_mask=tensors["mask"]).last_hidden_state.float()
    weight = tensors["mask"].unsqueeze(-1)
    return torch.nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)


def rate(step: int, steps: int) -> float:
    """A tenth of a warm-up, then linear to nothing."""
    warm = max(1, steps // 20)
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def epoch_windows(items: list[tuple[str, list[Tokenized]]], epoch: int, seed: int, names: Names | None) -> list[list[Window]]:
    rng = random.Random(seed + epoch)
    windows: list[Window] = []
    for task, forms in items:
        if names is not None and task == "syntax" and rng.random() >= TREEBANK:
            continue
        if names is not None and task == "mentions" and rng.random() < OTHER_NAMES:
            form = tokenize(names.tokenizer, names.exchange(forms[0].example, rng), straight=rng.random() < 0.35)
        else:
            form = forms[1] if len(forms) > 1 and rng.random() < 0.35 else forms[0]
        windows += cut(form, task, rng.randint(SHORTEST, LONGEST))
    return batches(windows, BUDGET, rng)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--from", dest="start", type=Path, help="the first stage's model.pt: this is the second stage")
    parser.add_argument("--only", choices=sorted(TASKS), help="train one branch of the second stage")
    parser.add_argument("--limit", type=int, default=0, help="read only so many examples of each task (to try the recipe)")
    parser.add_argument("--exclude", type=Path, help="a file of newswire article names, one a line, that are measured on")
    parser.add_argument("--every", type=float, default=4.0, help="minutes between checkpoints")
    args = parser.parse_args()
    if bool(args.start) != bool(args.only):
        parser.error("--from and --only belong together: each branch of the second stage is trained by itself")
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    np.random.seed(SEED)
    exclude = frozenset(args.exclude.read_text(encoding="utf-8").split()) if args.exclude else frozenset()
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    items: list[tuple[str, list[Tokenized]]] = []
    seen: dict[str, int] = {}
    for task, example in read_corpora(args.data, exclude):
        if args.only and task not in TASKS[args.only]:
            continue
        seen[task] = seen.get(task, 0) + 1
        if args.limit and seen[task] > args.limit:
            continue
        forms = [tokenize(tokenizer, example)]
        if "“" in example.text or "’" in example.text:
            forms.append(tokenize(tokenizer, example, straight=True))
        items.append((task, forms))
    print({task: sum(len(f[0].pieces) for t, f in items if t == task) for task in seen}, flush=True)
    model, base = NewsModel(branches=args.start is not None), NewsModel(branches=False)
    base.eval()
    if args.start is not None:
        model.start_from(torch.load(args.start, weights_only=True)["model"])
    # what is trained already moves less
    gentle, seed = (1.0, SEED) if args.start is None else (GENTLE, SEED + 1000)
    layers = [*model.bert.parameters(), *(model.second.parameters() if model.second is not None else ())]
    encoder = [p for p in layers if p.requires_grad]
    ids = {id(p) for p in layers}
    groups = [
        {"params": encoder, "lr": 0.0, "peak": PEAK * gentle},
        {"params": [p for p in model.parameters() if id(p) not in ids and p.requires_grad], "lr": 0.0, "peak": HEADS_PEAK * gentle},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, foreach=True)
    names = Names(tokenizer, [forms[0].example for task, forms in items if task == "mentions"]) if args.start is not None else None
    plan = [len(epoch_windows(items, epoch, seed, names)) for epoch in range(args.epochs)]
    steps, step, first_epoch, first_batch = sum(plan), 0, 0, 0
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step, first_epoch, first_batch = state["step"], state["epoch"], state["batch"]
        print(f"going on from step {step}", flush=True)
    half, saved, began = fast_half(), time.monotonic(), time.monotonic()
    running: dict[str, float] = {}
    done = 0
    model.train()
    for epoch in range(first_epoch, args.epochs):
        for number, batch in enumerate(epoch_windows(items, epoch, seed, names)):
            if epoch == first_epoch and number < first_batch:
                continue
            torch.manual_seed(seed + step)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate(step, steps)
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                # every fourth batch is enough to hold the embedding
                near = embed(base, batch) if batch[0].task != "syntax" and step % 4 == 0 else None
                losses = batch_loss(model, batch, near)
            total = torch.stack([x.float() for x in losses.values()]).sum()
            total.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            done += sum(len(w.features["ids"]) for w in batch)
            for name, value in ((k, v.detach()) for k, v in losses.items()):
                running[name] = 0.98 * running.get(name, float(value)) + 0.02 * float(value)
            if step % 50 == 0:
                pace = done / (time.monotonic() - began)
                shown = " ".join(f"{k} {v:.3f}" for k, v in sorted(running.items()))
                print(f"epoch {epoch} step {step}/{steps} {pace:.0f} pieces/s {shown}", flush=True)
            if time.monotonic() - saved > 60 * args.every:
                state = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
                torch.save(state | {"step": step, "epoch": epoch, "batch": number + 1}, checkpoint.with_suffix(".new"))
                checkpoint.with_suffix(".new").replace(checkpoint)
                saved = time.monotonic()
            if math.isnan(float(total.detach())):
                raise SystemExit(f"the loss is not a number at step {step}")
    torch.save({"model": model.state_dict(), "epochs": args.epochs, "seed": SEED}, args.out / "model.pt")
    checkpoint.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
