"""What a text denies, and that two texts of the same words can say the opposite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.polarity import Side, contradict, denials, marked, turns
from briefing.compose.terms import terms_of

PLAN = "The Sedra mine will close on 1 June"


@pytest.mark.parametrize(
    "text",
    [
        "the Sedra mine would not close",
        "The mine will now not close",
        "The Sedra mine won’t be closed after all",
        "Dunmore no longer plans to close the mine",
        "Dunmore ruled out closing the mine",
        "the ministry decided against a closure of the mine",
        "the ministry has dropped its plan to close the mine",
        "She has no plans to close the mine",
        "They refused to shut the mine",
        "The Sedra mine will stay open",
        "The Sedra mine will not close, but in the end be sold",
    ],
)
def test_a_plan_is_denied_in_many_words(text: str) -> None:
    """By a negation, by its opposite, by what is dropped or ruled out; the plan said again contradicts itself as little."""
    assert contradict(PLAN, text) and contradict(text, PLAN)
    assert not contradict(text, text)


@pytest.mark.parametrize(
    "text",
    [
        "The mine will close",
        "The mine will not close before July",
        "The mine will not close unless prices fall",
        "It is not known whether the mine will close or not",
        "Dunmore did not rule out closing the mine",
        "Dunmore did not say when the mine would close",
        "The mine would not have closed",
        "The mine has not closed",
        "The mine will not only close but be flooded",
        "The mine will not close this year",
        "Not all shafts will be closed",
        "The school will not open",
        "The mine will close on March 14, not March 10",
        "Eight mines will close, not nine as reported",
        "The report on the mine that will close is now due on Tuesday, not on Monday",
    ],
)
def test_no_plain_denial_is_none(text: str) -> None:
    """A term, a condition, a doubt, what is only imagined, what has not happened, another year, another verb, a figure put right."""
    assert not contradict(PLAN, text)


@given(st.text(max_size=80))
def test_any_text_denies_within_itself(text: str) -> None:
    """The places lie in the text, whatever its letters, and it never contradicts itself."""
    assert all(0 <= d.start <= len(text.lower()) for d in denials(text))
    assert not contradict(text, text)


@pytest.mark.parametrize(
    ("told", "text", "news"),
    [
        (PLAN, "The Sedra mine would not close on 1 June", True),
        (PLAN, "The Sedra mine will not close before July", True),
        (PLAN, "Dunmore did not rule out closing the Sedra mine", True),
        (PLAN, "The Sedra mine will close", False),
        (PLAN, "Dunmore did not come", False),
        ("The Sedra mine will not close", "The Sedra mine will not be closed", False),
        ("The Sedra mine will stay open", "The Sedra mine will close", True),
        ("The Sedra mine will stay open", "The Sedra mine will not close", False),
    ],
)
def test_what_was_told_is_turned_by_a_negation_alone(told: str, text: str, news: bool) -> None:
    """Either way; what nobody spoke of is not turned."""
    assert turns(marked(terms_of(text), text), Side.of(marked(terms_of(told), told))) is news


@pytest.mark.parametrize(
    ("text", "term", "is_denied"),
    [
        ("Rolf Kanter sailed on the ferry without paying.", "pay", True),
        ("Rolf Kanter left without signing the lease, Ada Quill said.", "sign", True),
        ("Rolf Kanter dug the trench without asking for leave.", "ask", True),
        ("The weir of Ferne broke without warning.", "warn", False),
        ("It goes without saying that the weir of Ferne leaks.", "say", False),
        ("Rolf Kanter came back without anything to show.", "anyth", False),
        ("The pier was moved without building permits.", "build", False),
        ("The choir of Ferne was left without evening lessons.", "even", False),
    ],
)
def test_without_a_deed_is_not_without_a_thing(text: str, term: str, is_denied: bool) -> None:
    """A verb has its object behind it, or the clause ends; "without warning" says only that nobody expected it."""
    assert any(t.startswith(f"!{term}") for t in marked(terms_of(text), text)) is is_denied
