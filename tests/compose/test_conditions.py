"""Who sets a condition, and then a lesser one or none, gives way; the reverse hardens; another condition shows neither."""

from __future__ import annotations

from datetime import timedelta

import pytest

from briefing.compose.conditions import conditions_turn
from tests.compose.documents import DAY, analysis, document, person, position
from tests.compose.two_days import compose

PAIRS = [
    (
        "the dockers would return to work only if all the sacked men were taken back",
        "the dockers would return to work if half of the sacked men were taken back",
    ),
    (
        "Norland would sign the truce only after all prisoners had been freed",
        "Norland could sign the truce before all prisoners had been freed",
    ),
    (
        "the league will not lift its boycott of the market until every stall is open",
        "the league will lift its boycott of the market even if no stall is open",
    ),
    ("her party would back the budget only if the fuel tax was scrapped", "her party would back the budget if the fuel tax was halved"),
]


@pytest.mark.parametrize(("strict", "loose"), PAIRS)
def test_a_condition_that_asks_for_less_or_is_gone_is_giving_way(strict: str, loose: str) -> None:
    """And one that asks for more is hardening."""
    assert conditions_turn(strict, loose) == "softened"
    assert conditions_turn(loose, strict) == "sharpened"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "her party would back the budget only if the fuel tax was scrapped",
            "her party would back the budget if the fuel tax was scrapped",
        ),
        (
            "her party would back the budget only if the fuel tax was scrapped",
            "her party would back the budget if the school fund was halved",
        ),
        (
            "her party would back the budget only if the fuel tax was scrapped",
            "her party would join the cabinet if the fuel tax was halved",
        ),
        ("his troops would not leave the pass before a treaty was signed", "his troops would leave the pass as soon as talks began"),
        ("the mine would close if half of the seam was flooded", "the mine would close if the whole seam was flooded"),
    ],
)
def test_another_condition_shows_no_turn(before: str, after: str) -> None:
    """The same one in other words, one of another thing, another act; nor what was never a condition of somebody's will."""
    assert conditions_turn(before, after) is None


def test_a_lesser_condition_is_a_change_with_both_texts() -> None:
    """Though nearly all its words were said before."""
    strict, loose = PAIRS[-1]
    first = document(f"Rhea Tamm said that {strict}. Deputies of all parties had met in Dorst.", "first", title="Tamm sets condition")
    then = document(
        f"Rhea Tamm said that {loose}. Deputies went on with the budget.", "then", published=DAY + timedelta(days=1), title="Tamm on budget"
    )
    made, memory = None, None
    for doc, words in ((first, strict), (then, loose)):
        said = position(doc.text, "Rhea Tamm", "said", f"that {words}", kind="statement")
        assert doc.published is not None
        made = compose([doc], [analysis(doc, actors=[person(doc, "Rhea Tamm")], positions=[said])], doc.published, memory)
        memory = made.memory
    assert made is not None
    (change,) = (c for c in made.briefing.changes if c.kind != "development")
    assert change.kind == "softened" and change.before is not None and "scrapped" in change.before.text
