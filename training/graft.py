"""Put branches that `training.pupil` trained into an exported model.

    python -m training.graft FOLDER OUT PUPIL... [--keep SHARE]

FOLDER is an exported model with the lower layers that the pupils stand on. Of several pupils the mean is taken, weight by weight; with
``--keep``, so much of FOLDER's own branch for attributions stays in the mean. OUT receives the three files that differ, and ``but``, which
names the part of the articles that none of the pupils has seen. OUT may be FOLDER.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from briefing.nlp.labels import ROLE_LABELS
from training.export import Whole, export_whole
from training.model import SPLIT
from training.pupil import beside, beside_name
from training.weights import read_weights, replace_weights

#: what is added to the scores of the labels that a cue and a content begin with: the branch leaves out more than it makes up (PolNeAR
#: dev, and articles that readers read)
BEGINS = {"B-cue": 0.2, "B-content": 0.4}


def _mean(files: Sequence[Path]) -> dict[str, Tensor]:
    branches = [torch.load(file, weights_only=True) for file in files]
    return {name: torch.stack([branch[name].float() for branch in branches]).mean(0) for name in branches[0]}


def graft_roles(files: Sequence[Path], folder: Path, out: Path, *, keep: float) -> None:
    """Replace the branch for attributions, and what stands beside the graph for it, by the mean of some; ``keep`` is the share of what it
    was."""
    after: dict[str, Tensor] = {}
    for name, weight in _mean(files).items():
        part, _, rest = name.partition(".")
        if part == "layers":
            number, _, rest = rest.partition(".")
            rest = f"bert.encoder.layer.{int(number) + SPLIT}.{rest}"
        after[rest] = weight
    for label, more in BEGINS.items():
        after["linear.roles.bias"][ROLE_LABELS.index(label)] += more
    own = read_weights(folder / "model.onnx.gz") | beside(folder)
    after = {name: (1 - keep) * weight + keep * own[name] for name, weight in after.items()}
    with np.load(folder / "weights.npz") as arrays:
        kept = dict(arrays)
    for name in kept:
        if (replaced := after.pop(beside_name(name), None)) is not None:
            kept[name] = replaced.numpy()
    np.savez(out / "weights.npz", **kept)
    replace_weights(folder / "model.onnx.gz", after, out / "model.onnx.gz")


def graft_reading(files: Sequence[Path], out: Path) -> None:
    """Replace the branch that reads articles whole by the mean of some, with 8-bit weights.

    Of what kind a content is and who holds it was learned for what the layers learn by it; the rules tell both better, and neither is
    exported.
    """
    branch = Whole()
    weights = {name.removeprefix("heads."): weight for name, weight in _mean(files).items()}
    branch.load_state_dict({name: weight for name, weight in weights.items() if name in branch.state_dict()})
    export_whole(branch, out / "reading.onnx.gz")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="an exported model with the lower layers that the pupils stand on")
    parser.add_argument("out", type=Path)
    parser.add_argument("pupils", type=Path, nargs="+")
    parser.add_argument("--keep", type=float, default=0.0, help="the share of the folder's own branch for attributions")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    graft_roles([p / "roles.pt" for p in args.pupils], args.folder, args.out, keep=args.keep)
    graft_reading([p / "reading.pt" for p in args.pupils], args.out)
    parts = {(p / "but").read_text(encoding="ascii") for p in args.pupils}
    (args.out / "but").write_text(parts.pop() if len(parts) == 1 else "None\n", encoding="ascii")


if __name__ == "__main__":
    main()
