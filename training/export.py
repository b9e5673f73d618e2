"""Export a trained model for the run time: ONNX with 8-bit weights, and what stands beside it.

python -m training.export FIRST.pt ATTRIBUTION.pt LANGUAGE.pt DATA FOLDER
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from briefing.nlp import labels
from briefing.nlp.reading import OUTPUTS
from training.description import describe
from training.graphs import fuse_attention, write_graph
from training.lemmas import learn
from training.model import SPLIT, NewsModel, base_folder, joined

INPUTS = ("ids", "shape", "space", "quote")


class Whole(nn.Module):
    """The branch that reads articles whole, as at run time: one row of `OUTPUTS` numbers a piece, of one window without padding."""

    def __init__(self) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base_folder(), num_hidden_layers=SPLIT, attn_implementation="eager")
        self.layers = BertModel(config, add_pooling_layer=False).encoder.layer
        self.read = nn.Linear(config.hidden_size, OUTPUTS)

    def forward(self, hidden: Tensor) -> Tensor:
        for layer in self.layers:
            hidden = layer(hidden, None)
        rows: Tensor = self.read(hidden)
        return rows


def _pack(
    network: nn.Module, sample: tuple[Tensor, ...], names: tuple[Sequence[str], Sequence[str]], axes: Any, file: Path, *, full: bool
) -> None:
    """Write a network as a packed graph, with 8-bit weights unless ``full``; ``names`` are those of its inputs and outputs."""
    network.eval()
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready, small = (Path(scratch, name) for name in ("plain.onnx", "ready.onnx", "small.onnx"))
        torch.onnx.export(
            network, sample, str(plain), input_names=list(names[0]), output_names=list(names[1]), dynamic_axes=axes, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        if not full:
            quantize_dynamic(str(ready), str(small), weight_type=QuantType.QInt8, per_channel=True)
        write_graph(fuse_attention(onnx.load(str(ready if full else small))), file)


def export_whole(branch: Whole, file: Path) -> None:
    """Write the branch that reads articles whole as ONNX with 8-bit weights."""
    axes = {"lower": {1: "pieces"}, "rows": {1: "pieces"}}
    _pack(branch, (torch.zeros((1, 16, branch.read.in_features)),), (("lower",), ("rows",)), axes, file, full=False)


def export(model: NewsModel, data: Path, folder: Path, *, full: bool = False) -> None:
    """Write the model's files into ``folder``; what is learned after it says nothing yet. ``full`` keeps 32 bits, to measure: nothing can
    be trained on from it."""
    if model.moves is None or model.second is None:
        raise ValueError("a first stage alone cannot be shipped: train the second from it")
    folder.mkdir(parents=True, exist_ok=True)
    sample = tuple(torch.ones((1, 16), dtype=torch.long) for _ in INPUTS)
    axes = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, "columns", "lower")} | {"vector": {0: "windows"}}
    _pack(model, sample, (INPUTS, ("columns", "vector", "lower")), axes, folder / "model.onnx.gz", full=full)
    shutil.copy(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    arrays = {"root": model.root.detach().numpy()}
    for link in labels.LINKS:
        arrays[f"none_{link}"] = model.none[link].detach().numpy()
        arrays[f"bias_{link}"] = model.bias[link].detach().numpy()
    arrays |= {f"moves_{name}": learned.detach().numpy() for name, learned in model.moves.items()}
    np.savez(folder / "weights.npz", **arrays)
    lemmas = learn([data / "treebank" / f"{name}-train.conllu" for name in ("ewt", "gum")])
    rules = json.dumps({"forms": dict(lemmas.forms), "endings": dict(lemmas.endings)}, sort_keys=True)
    with open(folder / "lemmas.json.gz", "wb") as handle, gzip.GzipFile(fileobj=handle, mode="wb", mtime=0) as packed:
        packed.write(rules.encode())
    for learned_later in ("steps.json", "actors.json", "positions.json", "summary.json"):  # by the modules named in training/README.md
        (folder / learned_later).write_text(json.dumps({"bias": 0.0, "signs": {}, "meaning": []}) + "\n", encoding="utf-8")
    whole = Whole()
    whole.layers.load_state_dict(model.second.state_dict())
    nn.init.zeros_(whole.read.weight)
    export_whole(whole, folder / "reading.onnx.gz")
    describe(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path, help="the first stage's model.pt")
    parser.add_argument("attribution", type=Path, help="the second stage's, --only attribution")
    parser.add_argument("language", type=Path, help="the second stage's, --only language")
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--full", action="store_true", help="keep the weights in 32 bits (to measure what 8 bits cost)")
    args = parser.parse_args()
    stages = [torch.load(path, weights_only=True)["model"] for path in (args.first, args.attribution, args.language)]
    model = NewsModel(attention="eager")
    model.load_state_dict(joined(*stages))
    export(model, args.data, args.folder, full=args.full)


if __name__ == "__main__":
    main()
