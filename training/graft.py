"""Put branches that `training.pupil` trained into an exported model.

    python -m training.graft PUPIL FOLDER OUT [LATER...]

PUPIL is what the pupil wrote, FOLDER the model that it began as. Of the branch for attributions, the mean with what went on from it
(LATER) is taken, weight by weight. OUT receives the three files that differ, and ``but``, which names the
part of the articles that the branches have not seen. OUT may be FOLDER.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from briefing.nlp.labels import ROLE_LABELS
from training.export import Whole, export_whole
from training.model import SPLIT
from training.pupil import beside_name
from training.weights import replace_weights

#: what is added to the scores of the labels that a cue and a content begin with: the branch leaves out more than it makes up (PolNeAR
#: dev, and articles that readers read)
BEGINS = {"B-cue": 0.2, "B-content": 0.4}


def graft_roles(files: Sequence[Path], folder: Path, out: Path) -> None:
    """Replace the branch for attributions, and what stands beside the graph for it, by the mean of some."""
    after: dict[str, Tensor] = {}
    pupils = [torch.load(file, weights_only=True) for file in files]
    for name in pupils[0]:
        weight = torch.stack([pupil[name].float() for pupil in pupils]).mean(0)
        part, _, rest = name.partition(".")
        if part == "layers":
            number, _, rest = rest.partition(".")
            rest = f"bert.encoder.layer.{int(number) + SPLIT}.{rest}"
        after[rest] = weight
    for label, more in BEGINS.items():
        after["linear.roles.bias"][ROLE_LABELS.index(label)] += more
    with np.load(folder / "weights.npz") as arrays:
        kept = dict(arrays)
    for name in kept:
        if (replaced := after.pop(beside_name(name), None)) is not None:
            kept[name] = replaced.numpy()
    np.savez(out / "weights.npz", **kept)
    replace_weights(folder / "model.onnx.gz", after, out / "model.onnx.gz")


def graft_reading(file: Path, out: Path) -> None:
    """Replace the branch that reads articles whole, with 8-bit weights.

    Of what kind a content is and who holds it was learned for what the layers learn by it; the rules tell both better, and neither is
    exported.
    """
    branch = Whole()
    weights = {name.removeprefix("heads."): weight.float() for name, weight in torch.load(file, weights_only=True).items()}
    branch.load_state_dict({name: weight for name, weight in weights.items() if name in branch.state_dict()})
    export_whole(branch, out / "reading.onnx.gz")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pupil", type=Path)
    parser.add_argument("folder", type=Path, help="the exported model that the pupil began as")
    parser.add_argument("out", type=Path)
    parser.add_argument("later", type=Path, nargs="*", help="what went on from the pupil")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    graft_roles([p / "roles.pt" for p in (args.pupil, *args.later)], args.folder, args.out)
    graft_reading(args.pupil / "reading.pt", args.out)
    shutil.copy(args.pupil / "but", args.out / "but")


if __name__ == "__main__":
    main()
