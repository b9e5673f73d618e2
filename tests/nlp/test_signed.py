"""Quotations that the line behind them signs. People and places are invented."""

from __future__ import annotations

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import SHOWN, analyse

_ROUNDUP = """The levy in quotes.

Minister Harun Delgado told reporters that the board "may have broken the law" by raising the levy.

"They can have their levy," Delgado said. "But I hope it fails."

"Great speech. She is ready. That is why Petra Malin should lead us."

-President Ivo Karst, writing after Malin's speech.

"The whole idea of a new levy is nonsense, and it has to stop."

— Anna Brandt, Norhaven
"""


def held(annotator: Annotator, text: str, words: str) -> set[str | None]:
    shown = [p for p in analyse(annotator, text).positions if p.confidence > SHOWN]
    return {p.actor for p in shown if any(words in text[s.start : s.end] for s in p.content)}


def test_a_quotation_is_theirs_who_sign_it(annotator: Annotator) -> None:
    """A dash and a name, with an office or a town, on the next line; whoever spoke last, and what they said, is left alone."""
    assert held(annotator, _ROUNDUP, "should lead us") == {"Ivo Karst"}
    assert held(annotator, _ROUNDUP, "has to stop") == {"Anna Brandt"}
    assert held(annotator, _ROUNDUP, "I hope it fails") == {"Harun Delgado"}


def test_a_line_between_dashes_signs_nothing(annotator: Annotator) -> None:
    """It heads what follows."""
    text = (
        "Minister Harun Delgado met the board. \n\n“We will not raise the levy before the spring,” Delgado said.\n\n"
        "“The board has to answer to the people of Norhaven.”\n\n– Ready to face Petra Malin –\n\nThe board meets on Friday."
    )
    assert "Petra Malin" not in held(annotator, text, "has to answer")
