"""The articles of the corpora that a reader judged, as the rules see them."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from briefing.ingest import IngestSettings, read_document
from briefing.models import Document
from briefing.nlp.analyze import annotated_text, read_scene
from briefing.nlp.annotate import Annotator, load_annotator
from briefing.nlp.steps import Scene
from training.description import describe
from training.told import FOLDERS, PARTS, part_of

#: relative times without a document's date are told by nearness to this day
_TODAY = date(2026, 11, 26)


class Unseen:
    """The model of a folder, for each article with branches that were not trained on it.

    ``branches`` are the folders that `training.graft` wrote, one for each part of the articles.
    """

    def __init__(self, folder: Path, branches: Sequence[Path]) -> None:
        self._annotators: list[Annotator] = []
        for part, branch in enumerate(branches):
            if (branch / "but").read_text(encoding="ascii").strip() != str(part):
                raise SystemExit(f"{branch} was not trained without part {part} of the articles")
            with tempfile.TemporaryDirectory() as scratch:
                shutil.copytree(folder, scratch, dirs_exist_ok=True)
                for name in ("model.onnx.gz", "weights.npz", "reading.onnx.gz"):
                    shutil.copy(branch / name, scratch)
                describe(Path(scratch))
                self._annotators.append(load_annotator(Path(scratch)))

    def of(self, article: str) -> Annotator:
        """The annotator of an article (``newswire/NAME.txt``)."""
        return self._annotators[part_of(article)]


def read_arguments(description: str | None) -> argparse.Namespace:
    """The arguments of all that learns weights: ``data``, ``folder`` and ``branches``."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path, help="the exported model, in which the weights are written anew")
    parser.add_argument("branches", type=Path, nargs=PARTS, help="what training.graft wrote without each part of the articles")
    return parser.parse_args()


def read_article(data: Path, article: str, annotator: Annotator) -> tuple[Document, Scene]:
    """Read an article, by its name, up to its next steps."""
    folder, name = article.split("/")
    (document,) = read_document(data / FOLDERS[folder] / name, IngestSettings(), today=_TODAY)
    return document, read_scene(document, annotator.annotate(annotated_text(document)), today=_TODAY)
