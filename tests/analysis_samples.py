"""A text as a document of one day, and what the extraction finds in it."""

from __future__ import annotations

from datetime import date

from briefing.compose.positions import LEAST_CONFIDENCE
from briefing.models import Analysis, Document
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import Annotator

#: a Tuesday
DAY = date(2030, 5, 7)
#: what a briefing shows is surer than this
SHOWN = LEAST_CONFIDENCE


def analyse(annotator: Annotator, text: str, published: date | None = DAY, *, today: date = DAY) -> Analysis:
    return analyze_document(Document(id="d", name="d", path="d.txt", text=text, published=published), annotator=annotator, today=today)
