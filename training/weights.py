"""The weights of an exported model: read in 32 bits again, so that training can go on from them, and put in the place of others."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.graphs import read_graph, write_graph

#: how the nodes of a graph are called, and the names of the weights (`training.model.NewsModel`)
_CALLED = (
    (re.compile(r"/layer\.(.*)"), r"bert.encoder.layer.\1"),
    (re.compile(r"/(second\..*)"), r"\1"),
    (re.compile(r"/(roles|mentions|upos|xpos|relation|sentence)"), r"linear.\1"),
    (re.compile(r"/(\w+_(?:query|key|head|dependent))"), r"projected.\1"),
)
#: 8-bit weights go from minus this to this
_MOST = 127


def read_weights(file: Path) -> dict[str, Tensor]:
    """The weights of an exported model, but for what stands beside the graph and what makes its embedding."""
    graph = read_graph(file).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {
        name: torch.from_numpy(np.array(of, dtype=np.float32))
        for name, of in values.items()
        if re.match(r"[a-z]", name) and of.dtype == np.float32 and not name.endswith("_scale")
    }
    for name, of in values.items():
        if name.endswith(".weight_quantized"):
            plain = name.removesuffix("_quantized")
            whole = of.astype(np.float32) - np.float32(values[f"{plain}_zero_point"])
            found[plain] = torch.from_numpy(whole * values[f"{plain}_scale"])
    for name, (weight, zero) in _products(graph).items():
        scale = values[weight.removesuffix("_quantized") + "_scale"]
        whole = values[weight].astype(np.float32) - values[zero].astype(np.float32)
        found[f"{name}.weight"] = torch.from_numpy(np.ascontiguousarray((whole * scale).T))
    return found


def layers_of(weights: dict[str, Tensor], branch: str, first: int = 0) -> dict[str, Tensor]:
    """The weights of the layers of a branch (``second``, or ``bert.encoder.layer`` from the ``first`` on), named as in a list of them."""
    found = {}
    for name, of in weights.items():
        number, _, rest = name.removeprefix(f"{branch}.").partition(".")
        if name.startswith(f"{branch}.") and int(number) >= first:
            found[f"{int(number) - first}.{rest}"] = of
    return found


def _products(graph: onnx.GraphProto) -> dict[str, tuple[str, str]]:
    """The 8-bit products of a graph: what the weights are called in training, and here, with where their zero is."""
    found = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            path = node.name.removesuffix("/MatMul_quant")
            for pattern, name in _CALLED:
                if pattern.fullmatch(path):
                    found[pattern.sub(name, path).replace("/", ".")] = (node.input[1], node.input[3])
    return found


def replace_weights(file: Path, weights: dict[str, Tensor], out: Path) -> None:
    """Write an exported model with some other weights, named as `read_weights` names them; all else stays as it is.

    Each column of a matrix is scaled to 8 bits by itself, zero being zero, as `onnxruntime.quantization` does it.
    """
    model = read_graph(file)
    of = {i.name: i for i in model.graph.initializer}
    products = _products(model.graph)
    for name, weight in weights.items():
        values: NDArray[np.float32] = weight.detach().cpu().float().numpy()
        quantized, zero = products.get(name.removesuffix(".weight"), ("", ""))
        if name.endswith(".weight") and quantized:
            columns = np.ascontiguousarray(values.T)
            scale = np.maximum(np.abs(columns).max(axis=0) / _MOST, np.finfo(np.float32).tiny).astype(np.float32)
            _put(of[quantized], np.clip(np.rint(columns / scale), -_MOST, _MOST).astype(np.int8))
            _put(of[quantized.removesuffix("_quantized") + "_scale"], scale)
            _put(of[zero], np.zeros(len(scale), dtype=np.int8))
        elif name in of:
            _put(of[name], values)
        else:
            raise KeyError(f"{file} has no weights {name}")
    write_graph(model, out)


def _put(initializer: onnx.TensorProto, values: NDArray[np.generic]) -> None:
    if list(initializer.dims) != list(values.shape):
        raise ValueError(f"{initializer.name} is of shape {list(initializer.dims)}, not {list(values.shape)}")
    initializer.CopyFrom(numpy_helper.from_array(values, initializer.name))
