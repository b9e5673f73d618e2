"""The weights of an exported model's layers, in 32 bits again: a further branch begins as one that is there."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import torch
from onnx import numpy_helper
from torch import Tensor

from training.graphs import read_graph


def layer_weights(file: Path, branch: str) -> dict[str, Tensor]:
    """The weights of the layers of a branch (``second``), named as in a list of them: ``0.attention.self.query.weight``."""
    graph = read_graph(file).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {}
    for name, value in values.items():
        if match := re.fullmatch(rf"{branch}\.(\d.*)", name):
            found[match[1]] = torch.from_numpy(np.array(value, dtype=np.float32))
    for node in graph.node:
        match = re.fullmatch(rf"/{branch}\.(\d.*)/MatMul_quant", node.name)
        if match and node.op_type == "MatMulInteger":
            whole = values[node.input[1]].astype(np.float32) - values[node.input[3]].astype(np.float32)
            scale = values[node.input[1].removesuffix("_quantized") + "_scale"]
            found[match[1].replace("/", ".") + ".weight"] = torch.from_numpy(np.ascontiguousarray((whole * scale).T))
    return found
