"""Relative clauses that a parse hangs on what stands behind them. People are invented."""

from __future__ import annotations

import pytest

from briefing.models import Token
from briefing.nlp.annotate import Annotator
from briefing.nlp.relatives import with_relatives
from tests import analysis_samples


def _token(text: str, pos: str, head: int, relation: str, at: int) -> Token:
    return Token(start=at, end=at + len(text), text=text, lemma=text, pos=pos, tag=pos, head=head, relation=relation, sentence=0)


def test_a_clause_hangs_on_the_name_before_its_pronoun() -> None:
    """ "Falk, who lives in Selm, is known": "lives" is of Falk and not of "known"."""
    words = [
        ("Falk", "PROPN", 8, "nsubj"),
        (",", "PUNCT", 3, "punct"),
        ("who", "PRON", 3, "nsubj"),
        ("lives", "VERB", 8, "acl:relcl"),
        ("in", "ADP", 5, "case"),
        ("Selm", "PROPN", 3, "obl"),
        (",", "PUNCT", 3, "punct"),
        ("is", "AUX", 8, "aux:pass"),
        ("known", "VERB", 8, "root"),
    ]
    tokens = tuple(_token(text, pos, head, relation, 10 * n) for n, (text, pos, head, relation) in enumerate(words))
    mended = with_relatives(tokens)
    assert mended[3].head == 0
    assert [t for n, t in enumerate(mended) if n != 3] == [t for n, t in enumerate(tokens) if n != 3]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        (
            "Dr Oren Fallow, who will become chairman of the Harbour Commission on July 30, on Thursday dismissed the idea of a mandate.",
            "will become chairman of the Harbour Commission on July 30",
        ),
        (
            "Ada Quill, who will become chairwoman of the board on June 1, said rates were fine.",
            "will become chairwoman of the board on June 1",
        ),
    ],
)
def test_what_somebody_will_become_is_told_beside_the_name(annotator: Annotator, sentence: str, what: str) -> None:
    """A parse takes the office for the noun of the clause, and the clause for one of the saying."""
    (step,) = analysis_samples.analyse(annotator, sentence).next_steps
    assert sentence[step.what[-1].start : step.what[-1].end] == what
    assert step.who in (("Oren Fallow",), ("Ada Quill",))
