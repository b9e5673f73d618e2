"""Which positions of one actor are one statement in two wordings."""

from __future__ import annotations

import pytest

from briefing.compose.positions import draft_positions
from briefing.compose.readings import Reading
from briefing.compose.roster import merge_rosters
from briefing.models import PositionKind
from tests.compose.documents import analysis, document, person, position

AGAIN: list[tuple[str, PositionKind, str, PositionKind, str]] = [
    (
        "that his party would support the budget",
        "commitment",
        "that it would back the budget because the roads need money",
        "statement",
        "the roads need money",
    ),
    ("that it would reject the fence", "opposition", "that it rejected the fence as a trap for deer", "opposition", "trap for deer"),
    (
        "that we cannot sign this pact",
        "statement",
        "that we cannot sign this pact of all pacts, which gives away our water",
        "statement",
        "gives away our water",
    ),
]
OTHERS: list[tuple[str, PositionKind, str, PositionKind]] = [
    ("that his party would support the budget", "commitment", "that it would reject the budget because it hurts roads", "statement"),
    ("that the ban on fishing will stay", "statement", "that the ban on fishing will be lifted", "statement"),
    ("that the town would back a fence of 3 metres", "support", "that it would back a fence of 5 metres in the east", "support"),
    ("that the town demanded a fence", "demand", "that it would back a fence in the east", "support"),
]


def told(one: str, kind: PositionKind, other: str, other_kind: PositionKind, *, in_one: bool = False) -> list[tuple[str, str]]:
    """Kinds and words of what is shown of one actor, who speaks in two documents or in one."""
    texts = (f"Bram Holt said {one}.", f"Bram Holt told us {other}.")
    pieces = [(texts[0], one, kind, "said"), (texts[1], other, other_kind, "told us")]
    if in_one:
        pieces = [(" ".join(texts), words, k, cue) for _, words, k, cue in pieces]
    readings = []
    for number, whole in enumerate(dict.fromkeys(text for text, *_ in pieces)):
        made = document(whole, str(number))
        said = [position(whole, "Bram Holt", cue, words, kind=k) for text, words, k, cue in pieces if text == whole]
        readings.append(Reading(made, analysis(made, actors=[person(made, "Bram Holt")], positions=said)))
    drafts = draft_positions(readings, merge_rosters(readings), ())
    return [(d.item.kind, d.item.excerpt.text) for d in drafts]


@pytest.mark.parametrize(("one", "kind", "other", "other_kind", "kept"), AGAIN)
def test_what_another_document_says_and_more_stands_once(
    one: str, kind: PositionKind, other: str, other_kind: PositionKind, kept: str
) -> None:
    """The fuller wording stands, with the kind that says more."""
    ((shown, words),) = told(one, kind, other, other_kind)
    assert kept in words and shown == kind


@pytest.mark.parametrize(("one", "kind", "other", "other_kind"), OTHERS)
def test_what_differs_stands_beside_it(one: str, kind: PositionKind, other: str, other_kind: PositionKind) -> None:
    """Another side, another figure or another kind of position is another statement."""
    assert len(told(one, kind, other, other_kind)) == 2


def test_what_one_document_says_twice_is_its_own_affair() -> None:
    """A report and the quotation behind it are both shown."""
    one, kind, other, other_kind, _ = AGAIN[2]
    assert len(told(one, kind, other, other_kind, in_one=True)) == 2
