"""A disagreement is named by what its figure is of, and never by the unit alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.compose.alignment import lines_of
from briefing.compose.figure_names import name_figure
from briefing.compose.figures import FIGURE
from briefing.compose.readings import Reading
from briefing.models import Mention, Span
from tests.compose.documents import analysis, document, span

NAMES = {
    "Union and company agreed on Thursday on a rise of 6.5 percent.": "the rise",
    "Union and company agreed on Thursday on a 6.5 percent pay rise.": "the pay rise",
    "Orvarail raised its pay offer to 5 percent on Monday.": "the pay offer",
    "The Civic Union won 46.9 percent of the vote on Sunday.": "the share of the vote",
    "The Civic Union won 46.9 percent on Sunday.": "the share in percent",
    "Unemployment in Norvale rose to 6.3 percent in May.": "unemployment in Norvale",
    "The office said that turnout was about 61 percent.": "turnout",
    "Inflation, which was high, fell by 2 percent.": "the share in percent",
    "Some 2,400 dockers stopped work.": "the number of dockers",
    "After 14 hours of talks they parted.": "the number of hours of talks",
    "Lorries queued for five kilometres.": "the number of kilometres",
    "The flight left after a delay of 3 hours.": "the delay",
    "The shares of Meridan closed four per cent lower in Strand.": "the shares of Meridan",
    "They met 14 today.": "the figure",
}
SUMS = {
    "The cost of the dam has risen to 3.4 billion crowns.": "the cost of the dam",
    "The state offered a loan of 80 million crowns.": "the loan",
    "The clinic is to cost 90 million crowns.": "the cost",
    "The firm lent the town 80 million crowns.": "the sum",
}


def named(sentence: str, *, money: str | None = None) -> str:
    made = document(sentence)
    mentions = (Mention(span=span(sentence, money), kind="money"),) if money is not None else ()
    read = replace(analysis(made), sentences=(Span(0, len(sentence)),), mentions=mentions)
    (line,) = lines_of(Reading(made, read))
    at = next(n for n, p in enumerate(line.pieces) if p.key == FIGURE and not isinstance(p.value, str))
    return name_figure(line.reading, line.span, line.pieces, at)


@pytest.mark.parametrize("sentence", NAMES)
def test_a_figure_is_named_by_what_it_is_of(sentence: str) -> None:
    """What it counts, what has so large a share, or what rose or fell to it."""
    assert named(sentence) == NAMES[sentence]


@pytest.mark.parametrize("sentence", SUMS)
def test_a_sum_is_named_by_what_it_is_paid_for(sentence: str) -> None:
    """The currency says nothing of it."""
    start = next(i for i, c in enumerate(sentence) if c.isdigit())
    assert named(sentence, money=sentence[start:-1]) == SUMS[sentence]
