"""The articles of the corpora that a reader judged, as the rules see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefing.ingest import IngestSettings, read_document
from briefing.models import Document
from briefing.nlp.analyze import read_scene
from briefing.nlp.annotate import Annotator
from briefing.nlp.steps import Scene

#: where the articles stand in the folder of corpora; the first part of an article's name is one of these
FOLDERS = {"newswire": Path("newswire-ner", "text"), "polnear": Path("polnear", "train", "text")}
#: relative times without a document's date are told by nearness to this day
_TODAY = date(2026, 11, 26)


def read_article(data: Path, article: str, annotator: Annotator) -> tuple[Document, Scene]:
    """Read an article, by its name, up to its next steps."""
    folder, name = article.split("/")
    (document,) = read_document(data / FOLDERS[folder] / name, IngestSettings(), today=_TODAY)
    return document, read_scene(document, annotator.annotate(document.text), today=_TODAY)
