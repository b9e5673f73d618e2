"""Labels are read together: one after another, and one name alike wherever it stands."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.nlp import decode, labels
from briefing.nlp.annotate import load_annotator
from briefing.nlp.mentions import read_mentions
from briefing.nlp.pieces import Pieces

NAMES = ("O", "B-a", "I-a", "B-b", "I-b")
_MENTIONS = labels.COLUMNS["mentions"]


def _word_pieces(text: str) -> Pieces:
    """One piece a word."""
    starts, ends, at = [], [], 0
    for word in text.split():
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    zeros = np.zeros(len(starts), dtype=np.int64)
    return Pieces(
        ids=zeros,
        starts=np.array(starts),
        ends=np.array(ends),
        first=np.ones(len(starts), dtype=np.bool_),
        shape=zeros,
        space=zeros,
        quote=zeros,
        paragraph=zeros,
    )


@given(st.integers(1, 7), st.integers(0, 10_000))
def test_the_best_labels_are_the_best_of_all_that_the_grammar_allows(length: int, seed: int) -> None:
    """Viterbi's path scores as high as the best of every allowed sequence, tried one by one, learned moves included."""
    random = np.random.default_rng(seed)
    scores = random.normal(size=(length, len(NAMES))).astype(np.float32)
    learned = random.normal(size=(len(NAMES), len(NAMES))).astype(np.float32)

    def total(path: tuple[int, ...]) -> float:
        moves = decode.label_grammar(NAMES) + learned
        first = -1e9 if NAMES[path[0]].startswith("I-") else 0.0
        return first + float(sum(scores[i, p] for i, p in enumerate(path)) + sum(moves[a, b] for a, b in itertools.pairwise(path)))

    every = np.array(np.meshgrid(*[range(len(NAMES))] * length)).reshape(length, -1).T if length < 6 else None
    found = tuple(int(p) for p in decode.best_labels(scores, NAMES, learned))
    names = [NAMES[p] for p in found]
    assert not names[0].startswith("I-")
    assert all(after[2:] == before[2:] and before != "O" for before, after in itertools.pairwise(names) if after[0] == "I")
    if every is not None:
        assert total(found) >= max(total(tuple(int(p) for p in path)) for path in every) - 1e-3


def test_a_name_that_is_clear_in_one_place_is_one_in_the_other() -> None:
    """A word that leans to no name by a little is one where the same word elsewhere surely is; in lower case it is not."""
    text = "Zoom grew while zoom fell and Zoom and Zoom"
    words = text.split()
    output = np.zeros((len(words), labels.OUTPUTS), dtype=np.float32)
    output[:, _MENTIONS.start] = 9.0
    organization = _MENTIONS.start + labels.MENTION_LABELS.index("B-organization")
    output[0, organization] = 12.0
    output[[place for place, word in enumerate(words) if place and word.lower() == "zoom"], organization] = 8.9
    moves = np.zeros((len(labels.MENTION_LABELS),) * 2, dtype=np.float32)
    found = [(text[m.span.start : m.span.end], m.kind) for m in read_mentions(text, _word_pieces(text), output, moves)]
    assert found == [("Zoom", "organization")] * 3


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The BA.5 subvariant is likely to become predominant in the coming weeks. Hospitals are full.", 2),
        ("The ferry sails at 7.30 on Friday, the port said. It returns on Sunday.", 2),
        ("He shut the door.She left.", 2),
    ],
)
def test_no_sentence_begins_within_a_word(text: str, sentences: int) -> None:
    """A point within "BA.5" ends nothing; one without a space before a capital does."""
    assert len(load_annotator().annotate(text).sentences) == sentences
