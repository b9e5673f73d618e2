"""The description of a model's folder: its format, its version, and the checksums of its files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import onnxruntime

from briefing.nlp.annotate import FILES, FORMAT


def describe(folder: Path) -> str:
    """Write the description of a folder's files, and give the version, which is a hash of them."""
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    version = hashlib.sha256("".join(digests[n] for n in FILES).encode()).hexdigest()[:12]
    described = {"format": FORMAT, "version": version, "sha256": digests, "onnxruntime": onnxruntime.__version__}
    (folder / "model.json").write_text(json.dumps(described, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return version
