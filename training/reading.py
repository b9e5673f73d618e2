"""Train the branch that reads articles whole: what is still to happen, what is held and of what kind, by whom, and who acts.

    python -m training.reading DATA FOLDER OUT [--epochs N] [--but PART]

FOLDER is the exported model, whose lower layers the branch stands on; its own three layers begin as those of the branch for names and
syntax. What readers found in articles of DATA is told by ``training/actors.csv``, ``positions.csv`` and ``noted.csv``. OUT receives
``reading.pt`` after every epoch, from which the same command goes on where the model and the part are the same, and at the end
``reading.onnx.gz`` with 8-bit weights, which belongs into FOLDER, and ``but``, which names the part. ``--but`` leaves out the articles of
one of `PARTS` parts: what weighs the branch's word is learned from articles that it has not seen (`training/told.py`).
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from briefing.models import PositionKind
from briefing.nlp.annotate import features_of
from briefing.nlp.pieces import Pieces, cut_windows, read_pieces
from briefing.nlp.reading import COLUMNS, OUTPUTS, STEP_KINDS, TAGS
from training import told
from training.graphs import fuse_attention, read_graph, write_graph
from training.model import base_folder
from training.told import PARTS, part_of
from training.train import fast_half, rate
from training.weights import layers_of, read_weights
from training.windows import IGNORE, frame

SEED = 20221126
POSITION_KINDS: tuple[str, ...] = get_args(PositionKind)
#: learning rates of the layers and of what reads them
PEAK, HEADS_PEAK = 1.5e-4, 1e-3
BUDGET, SHORTEST, LONGEST = 3072, 160, 382
#: width of the projections that a content and a mention of its holder are scored with
HOLDER = 64
#: how much each task counts
WEIGHTS = {"step": 1.0, "content": 1.0, "actor": 0.3, "kind": 0.3, "step_kind": 0.2, "holder": 0.2}
#: how much the beginning of a stretch counts
_BEGINS = 2.0
_FAR = -1e4


class Branch(nn.Module):
    """Three layers and what is read off them: one row of `OUTPUTS` numbers a piece.

    Of what kind a content is and who holds it (by pointing from its words to mentions) is learned beside, for what the layers learn by
    it; the rules tell both better, and neither is exported.
    """

    def __init__(self, *, attention: str = "sdpa", dropout: float = 0.1) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base_folder(), num_hidden_layers=3, attn_implementation=attention)
        self.layers = BertModel(config, add_pooling_layer=False).encoder.layer
        width = config.hidden_size
        self.read = nn.Linear(width, OUTPUTS)
        self.kind = nn.Linear(width, len(POSITION_KINDS))
        self.query, self.key = nn.Linear(width, HOLDER), nn.Linear(width, HOLDER)
        #: the key of nobody
        self.nobody = nn.Parameter(torch.zeros(HOLDER))
        self.dropout = nn.Dropout(dropout)

    def encode(self, hidden: Tensor, padding: Tensor | None = None) -> Tensor:
        for layer in self.layers:
            hidden = layer(hidden, padding)
        encoded: Tensor = self.dropout(hidden)
        return encoded

    def forward(self, hidden: Tensor) -> Tensor:
        """Run as at run time: on one window, of which nothing is padding."""
        rows: Tensor = self.read(self.encode(hidden))
        return rows


class Held(NamedTuple):
    """A content in a window: its pieces, its kind and the first pieces of its holder's mentions (None: neither is known)."""

    start: int
    end: int
    kind: int | None
    holder: list[int] | None


class Window(NamedTuple):
    features: dict[str, NDArray[np.int64]]
    #: a label a piece of each of step, content and actor
    tags: dict[str, NDArray[np.int64]]
    contents: list[Held]
    #: pieces and kind of each step
    steps: list[tuple[int, int, int]]


class Article(NamedTuple):
    told: told.Article
    pieces: Pieces


def windows_of(article: Article, limit: int) -> Iterator[Window]:
    """Cut an article into windows of at most so many pieces; places count from the CLS piece at 0."""
    read, pieces = article.told, article.pieces
    tags = {
        "step": _stretches(pieces, [s.place for s in read.steps]),
        "content": _stretches(pieces, [c.place for c in read.contents]),
        "actor": np.where(pieces.first, 0, IGNORE),
    }
    for actor in read.actors:
        for mention in actor.mentions:
            start, end = pieces.within(*mention)
            if start < end:
                tags["actor"][start] = 1 if actor.salience >= told.NEEDED else 2
    for low, high in cut_windows(pieces, read.text, limit):
        inside = {name: frame(of[low:high], IGNORE) for name, of in tags.items()}
        contents = []
        for content in read.contents:
            start, end = pieces.within(*content.place)
            if low <= start < end <= high:
                holder = None
                if content.holder is not None:
                    own = [pieces.within(*m)[0] for m in content.holder if not (content.place[0] <= m[0] and m[1] <= content.place[1])]
                    holder = [at - low + 1 for at in own if low <= at < high]
                kind = POSITION_KINDS.index(content.kind) if content.kind else None
                contents.append(Held(start - low + 1, end - low + 1, kind, holder))
        steps = [(*pieces.within(*s.place), STEP_KINDS.index(s.kind)) for s in read.steps if s.kind]
        yield Window(
            features=features_of(pieces, low, high),
            tags=inside,
            contents=contents,
            steps=[(s - low + 1, e - low + 1, kind) for s, e, kind in steps if low <= s < e <= high],
        )


def _stretches(pieces: Pieces, places: list[told.Place]) -> NDArray[np.int64]:
    """A tag a piece; of stretches that overlap, the longer one."""
    tags = np.where(pieces.first, 0, IGNORE)
    for place in sorted(places, key=lambda p: p[0] - p[1]):
        start, end = pieces.within(*place)
        if start < end and not (tags[start:end] > 0).any():
            tags[start:end] = np.where(pieces.first[start:end], TAGS - 1, IGNORE)
            tags[start] = 1
    return tags


def batches(windows: list[Window], rng: random.Random) -> list[list[Window]]:
    """Group windows of like length into batches of at most `BUDGET` pieces, in random order."""
    rng.shuffle(windows)
    windows.sort(key=lambda w: w.features["ids"].shape[1] // 24)
    found: list[list[Window]] = [[]]
    for window in windows:
        longest = max(w.features["ids"].shape[1] for w in [*found[-1], window])
        if found[-1] and longest * (len(found[-1]) + 1) > BUDGET:
            found.append([])
        found[-1].append(window)
    rng.shuffle(found)
    return found


def batch_loss(branch: Branch, lower: Lower, batch: list[Window]) -> dict[str, Tensor]:
    """The loss of each task on a batch."""
    hidden, mask = lower.of(batch)
    encoded = branch.encode(hidden, (1.0 - mask[:, None, None, :]) * _FAR)
    rows = branch.read(encoded).float()
    size = rows.shape[1]
    losses: dict[str, Tensor] = {}
    weight = torch.tensor([1.0, _BEGINS, 1.0])
    for name in ("step", "content", "actor"):
        target = torch.from_numpy(np.stack([np.pad(w.tags[name], (0, size - len(w.tags[name])), constant_values=IGNORE) for w in batch]))
        scores = rows[..., COLUMNS[name]].reshape(-1, TAGS)
        losses[name] = nn.functional.cross_entropy(scores, target.reshape(-1), weight=weight, ignore_index=IGNORE)
    contents = [(row, c) for row, window in enumerate(batch) for c in window.contents]
    known = [(row, c) for row, c in contents if c.kind is not None]
    if known:
        kinds = branch.kind(encoded).float()
        means = torch.stack([kinds[row, c.start : c.end].mean(0) for row, c in known])
        losses["kind"] = nn.functional.cross_entropy(means, torch.tensor([c.kind for _, c in known]))
    meant = [(row, c) for row, c in contents if c.holder is not None]
    if meant:
        queries, keys = branch.query(encoded).float(), branch.key(encoded).float()
        total = rows.sum() * 0
        for row, c in meant:
            query = queries[row, c.start : c.end].mean(0) / HOLDER**0.5
            scores = (keys[row] @ query).masked_fill(mask[row] == 0, _FAR)
            logs = torch.cat((scores, (branch.nobody @ query).unsqueeze(0))).log_softmax(0)
            total = total - (logs[c.holder].logsumexp(0) if c.holder else logs[-1])
        losses["holder"] = total / len(meant)
    steps = [(row, s, e, kind) for row, window in enumerate(batch) for s, e, kind in window.steps]
    if steps:
        means = torch.stack([rows[row, s:e, COLUMNS["step_kind"]].mean(0) for row, s, e, _ in steps])
        losses["step_kind"] = nn.functional.cross_entropy(means, torch.tensor([kind for *_, kind in steps]))
    return losses


class Lower:
    """The layers of the exported model that the branch stands on, run as at run time."""

    def __init__(self, folder: Path) -> None:
        with tempfile.TemporaryDirectory() as scratch:
            whole, part = Path(scratch, "model.onnx"), Path(scratch, "lower.onnx")
            onnx.save(read_graph(folder / "model.onnx.gz"), str(whole))
            onnx.utils.extract_model(str(whole), str(part), ["ids", "shape", "space", "quote"], ["lower"])
            options = onnxruntime.SessionOptions()
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(str(part), options, providers=["CPUExecutionProvider"])

    def of(self, batch: list[Window]) -> tuple[Tensor, Tensor]:
        """The last of these layers for each window (windows, pieces, width), and which pieces are none of the padding."""
        found = [torch.from_numpy(self._session.run(["lower"], w.features)[0][0]) for w in batch]
        hidden = nn.utils.rnn.pad_sequence(found, batch_first=True)
        mask = nn.utils.rnn.pad_sequence([torch.ones(len(f)) for f in found], batch_first=True)
        return hidden, mask


def export(branch: Branch, file: Path) -> None:
    """Write the branch as ONNX with 8-bit weights."""
    plain_branch = Branch(attention="eager")
    plain_branch.load_state_dict(branch.state_dict())
    plain_branch.eval()
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready, small = (Path(scratch, name) for name in ("plain.onnx", "ready.onnx", "small.onnx"))
        torch.onnx.export(
            plain_branch, (torch.zeros((1, 16, plain_branch.read.in_features)),), str(plain), input_names=["lower"], output_names=["rows"],
            dynamic_axes={"lower": {1: "pieces"}, "rows": {1: "pieces"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(small), weight_type=QuantType.QInt8, per_channel=True)
        write_graph(fuse_attention(onnx.load(str(small))), file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path, help="the exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--but", type=int, choices=range(PARTS), help="leave out the articles of this part")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(args.folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = [a for a in told.read_articles(args.data) if part_of(a.name) != args.but]
    read = [Article(a, read_pieces(tokenizer, a.text)) for a in articles]
    print(f"{len(read)} articles, {sum(len(a.pieces) for a in read)} pieces", flush=True)
    branch, lower = Branch(), Lower(args.folder)
    branch.layers.load_state_dict(layers_of(read_weights(args.folder / "model.onnx.gz"), "second"))
    layers = list(branch.layers.parameters())
    ids = {id(p) for p in layers}
    optimizer = torch.optim.AdamW(
        [
            {"params": layers, "lr": 0.0, "peak": PEAK},
            {"params": [p for p in branch.parameters() if id(p) not in ids], "lr": 0.0, "peak": HEADS_PEAK},
        ],
        weight_decay=0.01,
    )
    first, checkpoint = 0, args.out / "reading.pt"
    made_of = {"model": hashlib.sha256((args.folder / "model.onnx.gz").read_bytes()).hexdigest(), "but": args.but, "epochs": args.epochs}
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        if state["made of"] != made_of:
            parser.error(f"{checkpoint} is of another model, part or number of epochs: name another folder, or remove it")
        branch.load_state_dict(state["branch"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["epoch"] + 1
    plan = [_cut(read, epoch) for epoch in range(args.epochs)]
    steps, step = sum(map(len, plan)), sum(map(len, plan[:first]))
    half, began = fast_half(), time.monotonic()
    branch.train()
    for epoch in range(first, args.epochs):
        running: dict[str, float] = {}
        for batch in plan[epoch]:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate(step, steps)
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                losses = batch_loss(branch, lower, batch)
            torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum().backward()
            torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            for name, loss in losses.items():
                running[name] = 0.97 * running.get(name, float(loss.detach())) + 0.03 * float(loss.detach())
        shown = " ".join(f"{name} {loss:.3f}" for name, loss in running.items())
        print(f"epoch {epoch} step {step}/{steps} {time.monotonic() - began:.0f} s {shown}", flush=True)
        torch.save({"branch": branch.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch, "made of": made_of}, checkpoint)
    export(branch, args.out / "reading.onnx.gz")
    (args.out / "but").write_text(f"{args.but}\n", encoding="ascii")


def _cut(articles: list[Article], epoch: int) -> list[list[Window]]:
    """Every epoch cuts the articles anew, so that a window's edge falls elsewhere."""
    rng = random.Random(SEED + epoch)
    return batches([w for a in articles for w in windows_of(a, rng.randint(SHORTEST, LONGEST))], rng)


if __name__ == "__main__":
    main()
