"""Which of two a noun or a pronoun means, and that it is nobody where either may be meant; all names are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests.analysis_samples import analyse


def speakers(annotator: Annotator, text: str, words: str) -> set[str | None]:
    return {p.actor for p in analyse(annotator, text).positions if any(words in text[s.start : s.end] for s in p.content)}


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Transport Minister Jon Hale met Energy Minister Mara Stone on Monday. The minister said the road would be built in June.",
            "the road would be built",
            "Jon Hale",
        ),
        ("The Interior Ministry praised the Health Ministry. The ministry said the plan had worked.", "the plan had", "Interior Ministry"),
        (
            "The Supreme Court heard the case. The High Court had ruled in May. The court said the law was valid.",
            "the law was",
            "High Court",
        ),
    ],
)
def test_of_two_in_a_sentence_it_is_the_one_that_the_sentence_is_about(annotator: Annotator, text: str, words: str, who: str) -> None:
    """And of two in two sentences the one named last."""
    assert speakers(annotator, text, words) == {who}


@pytest.mark.parametrize(
    ("text", "words", "neither"),
    [
        (
            "The National Union of Miners and the Harbour Workers Union met on Monday. The union said it would strike.",
            "it would strike",
            {"National Union of Miners", "Harbour Workers Union"},
        ),
        (
            "The Harbour Party and the Liberal Party signed a pact on Monday. The party said it would vote for the budget.",
            "it would vote",
            {"Harbour Party", "Liberal Party"},
        ),
        ("Ada Quill and Mara Stone spoke on Monday. She said the plan was dead.", "the plan was dead", {"Ada Quill", "Mara Stone"}),
        (
            "Ada Quill met Governor Jon Hale and Governor Tom Dale. The governor said the bridge was closed.",
            "the bridge was closed",
            {"Jon Hale", "Tom Dale"},
        ),
        (
            "The Harbour Institute and Relief Watch published reports. The organisation said children were dying.",
            "children were dying",
            {"Harbour Institute", "Relief Watch"},
        ),
    ],
)
def test_of_two_that_a_sentence_joins_it_is_nobody(annotator: Annotator, text: str, words: str, neither: set[str]) -> None:
    """No answer is better than one of two."""
    assert not speakers(annotator, text, words) & neither


def test_the_unions_are_not_the_union(annotator: Annotator) -> None:
    """A noun for several is no noun for one of them."""
    text = "The union and the firm met on Monday. The union said it would strike. The unions said talks had failed."
    assert speakers(annotator, text, "it would strike").isdisjoint(speakers(annotator, text, "talks had failed"))


def test_things_hold_nothing_and_people_do(annotator: Annotator) -> None:
    """Textbooks and guidelines say things that nobody holds; dozens of chiefs are chiefs."""
    assert speakers(annotator, "The textbooks claim that the war was won. The new guidelines warn that it was not.", "the war was") == {
        None
    }
    assert speakers(annotator, "Dozens of chiefs said on Monday that the vote was rigged.", "the vote was rigged") == {"chiefs"}


def test_who_something_is_done_by_acts(annotator: Annotator) -> None:
    """The agent of a passive counts as a subject does."""
    text = "The law was pushed through by the Harbour Party last month. It takes effect in June. Shops will close on Sundays."
    assert "Harbour Party" in {a.name for a in analyse(annotator, text).actors}
