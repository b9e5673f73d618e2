"""No sentence is longer than what its tree may cost."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from briefing.nlp.annotate import load_annotator
from briefing.nlp.lengths import LONGEST, cut_long


def lengths(begins: np.ndarray) -> list[int]:
    return [end - start for start, end in itertools.pairwise([*np.flatnonzero(begins).tolist(), len(begins)])]


def test_sentences_that_are_short_enough_stay() -> None:
    """A sentence of the greatest length is not cut, however sure the model is of a break in it."""
    begins = np.zeros(2 * LONGEST, dtype=bool)
    begins[[0, LONGEST]] = True
    assert (cut_long(begins, [";"] * len(begins), np.full(len(begins), 9, dtype=np.float32)) == begins).all()


def test_a_long_sentence_is_cut_at_its_best_break() -> None:
    """Behind a semicolon rather than a comma, and late rather than early; a surer model decides otherwise."""
    words = ["w"] * (LONGEST + 100)
    words[LONGEST - 60], words[LONGEST - 40], words[LONGEST - 30] = ";", ";", ","
    begins = np.zeros(len(words), dtype=bool)
    begins[0] = True
    scores = np.full(len(words), -9, dtype=np.float32)
    assert lengths(cut_long(begins, words, scores)) == [LONGEST - 39, 139]
    scores[LONGEST - 80] = 5
    assert lengths(cut_long(begins, words, scores)) == [LONGEST - 80, 180]


@pytest.mark.parametrize("words", [LONGEST + 1, 3 * LONGEST, 20_000])
def test_text_without_a_break_is_cut_all_the_same(words: int) -> None:
    """What has no mark at all is cut too, into pieces that are none too short for what stands before the end."""
    begins = np.zeros(words, dtype=bool)
    begins[0] = True
    found = lengths(cut_long(begins, ["w"] * words, np.zeros(words, dtype=np.float32)))
    assert sum(found) == words and max(found) <= LONGEST and min(found[:-1]) >= LONGEST // 2


def test_a_line_without_full_stops_is_read_in_sentences() -> None:
    """Every word of it stays, and each sentence has a tree of its own."""
    part = "Harbour master Ottoline Brandt said on Monday that the quay would be shut by Friday, and "
    annotation = load_annotator().annotate(part * 50)
    sizes = [len(list(words)) for _, words in itertools.groupby(annotation.tokens, key=lambda t: t.sentence)]
    assert sum(sizes) == 50 * len(part.replace(",", " ,").split()) and max(sizes) <= LONGEST
    assert len(sizes) == len(annotation.sentences)
    assert all(annotation.tokens[t.head].sentence == t.sentence for t in annotation.tokens)
