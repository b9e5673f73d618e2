"""What the model reads beyond the words: stretches, how likely words are in one, whose mentions they are."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.models import Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.pieces import Pieces
from briefing.nlp.reading import COLUMNS, OUTPUTS, STEP_KINDS, Reading

#: two lines of three words each, a character between
_WORDS = [Span(0, 3), Span(4, 7), Span(8, 11), Span(12, 15), Span(16, 19), Span(20, 23)]
_NONE, _BEGINS, _GOES_ON = 0, 1, 2


def _reading(tags: list[int], **others: int) -> Reading:
    """A reading of six words that is sure of each word's tag as a step, and of other columns for all words."""
    count = len(_WORDS)
    zeros = np.zeros(count, dtype=np.int64)
    pieces = Pieces(
        ids=zeros, starts=np.array([w.start for w in _WORDS]), ends=np.array([w.end for w in _WORDS]), first=np.ones(count, dtype=np.bool_),
        shape=zeros, space=zeros, quote=zeros, paragraph=np.array([0, 0, 0, 1, 1, 1]),
    )  # fmt: skip
    rows = np.zeros((count, OUTPUTS), dtype=np.float32)
    rows[np.arange(count), COLUMNS["step"].start + np.array(tags)] = 9
    for name, at in others.items():
        rows[:, COLUMNS[name].start + at] = 9
    return Reading(pieces, rows)


def test_a_stretch_goes_from_where_one_begins_to_where_none_goes_on() -> None:
    read = _reading([_NONE, _BEGINS, _GOES_ON, _NONE, _BEGINS, _NONE])
    assert read.steps(least=0.5) == [Span(4, 11), Span(16, 19)]


def test_no_stretch_goes_on_in_the_next_paragraph() -> None:
    assert _reading([_NONE, _BEGINS, _GOES_ON, _GOES_ON, _GOES_ON, _NONE]).steps(least=0.5)[0] == Span(4, 11)


def test_nothing_is_read_where_nothing_begins() -> None:
    assert _reading([_NONE] * 6).steps(least=0.01) == []


def test_words_are_as_likely_in_a_step_as_they_are_on_average() -> None:
    read = _reading([_NONE, _BEGINS, _GOES_ON, _NONE, _NONE, _NONE])
    assert read.in_step([Span(4, 11)]) == pytest.approx(1, abs=0.01)
    assert read.in_step([Span(0, 7)]) == pytest.approx(0.5, abs=0.01)
    assert read.in_step([]) == 0.0
    assert read.begins_step([Span(0, 3)]) > 0.9  # one begins a word behind
    assert read.begins_step([Span(20, 23)]) < 0.1


def test_a_mention_outside_all_pieces_is_no_actors() -> None:
    read = _reading([_NONE] * 6, actor=1, content=2)
    assert read.actors([Span(4, 7), Span(30, 33)]) == [pytest.approx(1, abs=0.01), 0.0]
    assert read.in_content([Span(0, 23)]) == pytest.approx(1, abs=0.01)


def test_a_step_is_of_its_likeliest_kind() -> None:
    assert _reading([_NONE] * 6, step_kind=STEP_KINDS.index("requested")).step_kind(Span(0, 11)) == "requested"


def test_the_shipped_model_reads_what_is_to_come_and_what_is_held(annotator: Annotator) -> None:
    text = "The harbour board met in Selm. Chairwoman Ada Quill said the ferry was safe. The board will vote on a pier on May 3.\n"
    read = annotator.annotate(text).reading
    vote, held, past = text.index("The board will"), text.index("the ferry was"), text.index("met in Selm")
    assert read.in_step([Span(vote, len(text) - 1)]) > 0.5 > read.in_step([Span(past, past + 11)])
    assert read.in_content([Span(held, held + 18)]) > 0.5 > read.in_content([Span(past, past + 11)])
    assert any(s.start <= vote + 4 and s.end > vote + 20 for s in read.steps(least=0.5))


def test_a_text_without_words_is_not_read(annotator: Annotator) -> None:
    assert annotator.annotate("  \n").reading is None
