"""The shipped language model, loaded once."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator, load_annotator


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return load_annotator()
