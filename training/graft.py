"""Put branches that `training.pupil` trained into an exported model.

    python -m training.graft PUPIL FOLDER [--mean SHARE]

PUPIL holds ``roles.pt`` and ``reading.pt``; FOLDER is a copy of the model that the pupil began as. ``--mean`` keeps so much of what the
branch for attributions was (0: none of it).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from training.model import SPLIT
from training.pupil import beside
from training.reading import Branch, export
from training.weights import read_weights, replace_weights


def graft_roles(file: Path, folder: Path, *, mean: float) -> None:
    """Replace the branch for attributions, and what stands beside the graph for it."""
    before = read_weights(folder / "model.onnx.gz") | beside(folder)
    after = {}
    for name, weight in torch.load(file, weights_only=True).items():
        part, _, rest = name.partition(".")
        if part == "layers":
            number, _, rest = rest.partition(".")
            rest = f"bert.encoder.layer.{int(number) + SPLIT}.{rest}"
        after[rest] = (1 - mean) * weight.float() + mean * before[rest]
    with np.load(folder / "weights.npz") as arrays:
        kept = dict(arrays)
    outside = {name: name.replace("_", ".", 1) for name in kept}
    kept |= {name: after.pop(called).numpy() for name, called in outside.items() if called in after}
    replace_weights(folder / "model.onnx.gz", after, folder / "model.onnx.gz")
    np.savez(folder / "weights.npz", **kept)


def graft_reading(file: Path, folder: Path) -> None:
    """Replace the branch that reads articles whole."""
    branch = Branch()
    branch.load_state_dict({name.removeprefix("heads."): weight.float() for name, weight in torch.load(file, weights_only=True).items()})
    export(branch, folder / "reading.onnx.gz")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pupil", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mean", type=float, default=0.0)
    args = parser.parse_args()
    graft_roles(args.pupil / "roles.pt", args.folder, mean=args.mean)
    graft_reading(args.pupil / "reading.pt", args.folder)


if __name__ == "__main__":
    main()
