"""Whose a quotation is that is tied to a speaker of another paragraph. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.syntax import Text
from briefing.nlp.turns import by_turns

_FIRST = "“The pier is old,” Jon Hale said.\n\n"
_LAST = "\n\nThe sea was calm. Paul Reed said it was late."


def given(annotator: Annotator, text: str, *rows: tuple[str, str, str]) -> list[str]:
    """Who has each of the contents that are tied to a source, and a cue behind it."""

    def span(words: str, start: int = 0) -> tuple[Span, ...]:
        at = text.index(words, start)
        return (Span(at, at + len(words)),)

    tied = [Attribution(source=span(s), cue=span(c, text.index(s)), content=span(w), confidence=0.9) for s, c, w in rows]
    view = Text(text, annotator.annotate(text))
    return [view.slice(a.source[0]) for a in by_turns(view, tied)]


_HALE, _SHE = ("Jon Hale", "said", "The pier is old"), ("she", "said", "The road is wet")


@pytest.mark.parametrize(
    ("text", "rows", "who"),
    [
        # right behind what she says, in her paragraph or the next one
        (_FIRST + "“The road is wet,” she said. “It is shut.”", (_HALE, _SHE, ("Jon Hale", "said", "It is shut.")), "she"),
        (_FIRST + "“The road is wet,” she said.\n\n“It is shut.”", (_HALE, _SHE, ("Jon Hale", "said", "It is shut.")), "she"),
        (
            _FIRST + "Mara Quill said the road is wet.\n\n“It is shut.”",
            (_HALE, ("Mara Quill", "said", "the road is wet"), ("Jon Hale", "said", "It is shut.")),
            "Mara Quill",
        ),
        # the article tells something in between, or it is not a quotation: the tie stays
        (_FIRST + "“The road is wet,” she said. It rained. “It is shut.”", (_HALE, _SHE, ("Jon Hale", "said", "It is shut.")), "Jon Hale"),
        (_FIRST + "“The road is wet,” she said. It is shut.", (_HALE, _SHE, ("Jon Hale", "said", "It is shut.")), "Jon Hale"),
    ],
)
def test_a_quotation_goes_on_with_who_speaks_right_before_it(
    annotator: Annotator, text: str, rows: tuple[tuple[str, str, str], ...], who: str
) -> None:
    """Not with one who spoke before them."""
    assert given(annotator, text, *rows)[-1] == who


def test_a_quotation_that_its_paragraph_leaves_open_is_of_who_says_the_next(annotator: Annotator) -> None:
    """One that is closed is not, nor one behind which the next paragraph quotes nobody."""
    rows = (("Paul Reed", "said", "The pier is old."), ("Mara Quill", "said", "The road is wet"))
    open_ = "“The pier is old.\n\n“The road is wet,” Mara Quill said." + _LAST
    assert given(annotator, open_, *rows) == ["Mara Quill", "Mara Quill"]
    assert given(annotator, open_.replace("old.", "old.”"), *rows) == ["Paul Reed", "Mara Quill"]
    assert given(annotator, open_.replace("“The road is wet,”", "The road is wet,"), *rows) == ["Paul Reed", "Mara Quill"]
