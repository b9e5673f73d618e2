"""What any clause of a content makes of it, where its cue and its main clause show no more than a statement."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def kind(annotator: Annotator, content: str) -> list[str]:
    found = analyse(annotator, f"Harbour union leader Ines Falk said that {content}.").positions
    return [p.kind for p in found if p.actor]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the talks ended early because the ferry company had ignored the court", "blame"),
        ("the talks ended early because the ferry company had obeyed the court", "statement"),
        ("the talks would end early if the ferry company ignored the court", "statement"),
        ("the crews had been sidelined since the day on which the merger came", "blame"),
        ("the talks were held in rooms where the crews had not been consulted on the plan", "blame"),
        ("the talks were held in rooms where the crews had been consulted on the plan", "statement"),
        ("it showed the council's failure to mend the quay", "blame"),
        ("it came after a blatant violation of the charter by the company", "blame"),
        ("it came in order to avoid any violation of the charter", "statement"),
        ("the reckless raid on the depot came at night", "blame"),
        ("the raid on the depot came at night", "statement"),
        ("the police had turned a blind eye to the theft of cables", "blame"),
        ("the matter lies before the court", "statement"),
    ],
)
def test_a_wrong_laid_at_anothers_door_blames(annotator: Annotator, content: str, expected: str) -> None:
    """What others did or failed to do, a wrong that is named and words that speak ill blame; a condition and what is averted do not."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the crews had bravely kept the ferries running", "praise"),
        ("the crews had kept the ferries running", "statement"),
        ("the crews were grateful for the help of the islanders", "praise"),
        ("the islanders have played a vital role on the quay", "praise"),
        ("the islanders could play a vital role on the quay", "statement"),
    ],
)
def test_words_that_speak_well_praise(annotator: Annotator, content: str, expected: str) -> None:
    """Virtues, thanks and merits praise, as far as they are said to be so."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("there was no evidence that the crews had seen the letter", "denial"),
        ("there was evidence that the crews had seen the letter", "statement"),
        ("a night ferry made no sense in winter", "opposition"),
        ("the night ferry was a step in the right direction", "support"),
    ],
)
def test_stock_phrases_take_their_stance(annotator: Annotator, content: str, expected: str) -> None:
    """A phrase that denies, opposes or backs does so in any clause."""
    assert kind(annotator, content) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the old cables are a serious danger to the divers", "warning"),
        ("the new cables reduce a danger to the divers", "statement"),
        ("the report showed that the flood is likely to spread to the north", "warning"),
        ("the report showed that the flood had spread to the north", "statement"),
        ("the report showed that skippers who come late may be fined", "warning"),
        ("the report showed that skippers who came late were fined", "statement"),
    ],
)
def test_danger_and_harm_to_come_warn(annotator: Annotator, content: str, expected: str) -> None:
    """A danger that there is, harm that may or is likely to come and a penalty that awaits warn; what is over and is met does not."""
    assert kind(annotator, content) == [expected]
