"""A content, or what is to be done, has both marks of a quotation that begins or ends in it, or none."""

from __future__ import annotations

import pytest

from briefing.models import Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.quotations import with_marks
from tests.analysis_samples import analyse


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        # behind, with the stop before it or not
        ("Quill said the port is “open for all”.", "the port is “open for all", "the port is “open for all”"),
        ('Quill said the port is "open for all."', 'the port is "open for all', 'the port is "open for all."'),
        # before
        ("“Open for all” is the port, Quill said.", "Open for all” is the port", "“Open for all” is the port"),
        # neither where more of the quotation follows, nor where all of it is one, nor over a paragraph's end
        ("Quill said the port is “open for all of us”.", "the port is “open for all", "the port is “open for all"),
        ("“Open for all,” Quill said.", "Open for all", "Open for all"),
        ("Quill said it is “open for all.\n“Come”, she said.", "it is “open for all.", "it is “open for all."),
    ],
)
def test_a_mark_of_a_pair_brings_the_other(text: str, words: str, whole: str) -> None:
    """Where it stands right beside the words."""
    at = text.index(words)
    span = with_marks(text, Span(at, at + len(words)))
    assert text[span.start : span.end] == whole


def test_contents_and_acts_of_an_analysis_have_both_marks(annotator: Annotator) -> None:
    """Of what is said, and of what is to be done."""
    text = 'Norland will put an end to the "illegal fees" in May, Mayor Ada Quill said. She added that the port of Selm is “open for all.”'
    found = analyse(annotator, text)
    words = [text[s.start : s.end] for item in (*(p.content for p in found.positions), *(n.what for n in found.next_steps)) for s in item]
    assert any(w.endswith("“open for all.”") for w in words)
    assert all(w.count('"') % 2 == 0 and w.count("“") == w.count("”") for w in words)
