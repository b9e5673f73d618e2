"""What lies at a place is found there: alike to a look at everything, at the cost of what lies there."""

from __future__ import annotations

import re
import sys
from types import FrameType

from hypothesis import given
from hypothesis import strategies as st

from briefing.models import Annotation, Document, Span
from briefing.nlp.analyze import analyze_document
from briefing.nlp.annotate import Annotator
from briefing.nlp.stretches import Spans, name_spans
from briefing.nlp.worth import Worth
from tests.analysis_samples import DAY

SPANS = st.lists(st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 30)), max_size=20)

_GIVEN, _TRADES, _LANDS = "Ada Jon Mira Odd Eva".split(), "dockers nurses pilots teachers miners".split(), "harbour island valley".split()
_FIRST, _LAST = "Bal Cor Dun Fen Gar Hol Kir Lun Mor Nor Pel Quen".split(), "wick ford dale mond stead".split()

_NEWS = (
    "Harbour master Ottoline Brandt said on Monday that the quay would be shut by Friday. “We will not wait for the council,” she said. "
    "The Kestrian government called on Norland to withdraw its ships before the end of June, and the Harrow Shipping Company opposed "
    "the plan. Mr Dale, of the dockers' union, told reporters in Selm that talks will be held on May 20. "
)


@given(SPANS, SPANS, st.integers(0, 80), st.integers(0, 20))
def test_spans_that_meet_a_stretch_are_those_that_a_look_at_all_finds(first: list[Span], added: list[Span], start: int, size: int) -> None:
    """In order and each once, whether they were there from the beginning or came later, long ones among short ones too."""
    spans = Spans(first)
    for span in added:
        spans.add(span)
    stretch = Span(start, start + size)
    assert spans.meeting(*stretch) == sorted({s for s in (*first, *added) if s.meets(stretch)})


@given(st.text(alphabet="ab-Aé_ .'", max_size=40), st.text(alphabet="abA. -", min_size=1, max_size=4), st.booleans())
def test_a_name_stands_where_it_is_a_word_of_its_own(text: str, name: str, hyphenated: bool) -> None:
    """Not as a part of a longer word, nor behind a hyphen; one before a hyphen is a matter of the question."""
    pattern = rf"(?<![\w-]){re.escape(name)}(?!\w)" if hyphenated else rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    assert list(name_spans(text, name, hyphenated=hyphenated)) == [Span(*found.span()) for found in re.finditer(pattern, text)]


class _Known:
    """The shipped model, asked for each text once."""

    def __init__(self, annotator: Annotator) -> None:
        self._annotator = annotator
        self._found: dict[str, tuple[Annotation, tuple[float, ...]]] = {}
        self.version: str = annotator.version
        self.worth: Worth = annotator.worth
        self.standing: Worth = annotator.standing
        self.weight: Worth = annotator.weight
        self.gist: Worth = annotator.gist

    def embed(self, text: str) -> tuple[float, ...]:
        return self.annotate_with_embedding(text)[1]

    def annotate_with_embedding(self, text: str) -> tuple[Annotation, tuple[float, ...]]:
        if text not in self._found:
            self._found[text] = self._annotator.annotate_with_embedding(text)
        return self._found[text]


def _crowd(count: int) -> str:
    """As many sentences, each of which names another person, body and kind of people."""
    towns = [first + last for last in _LAST for first in _FIRST]
    return " ".join(
        f"{_GIVEN[n % 5]} {towns[n]} of the {towns[n + 3]} Shipping Company said on Monday that the {_LANDS[n % 3]} {_TRADES[n % 5]} would "
        f"strike, and a {_TRADES[n // 5 % 5][:-1]} from the town called for talks."
        for n in range(count)
    )


def _calls(known: _Known, text: str) -> int:
    """How many calls of functions the rules take for a text."""
    document = Document(id="d", name="d", path="d.txt", text=text, published=DAY)
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    analyze_document(document, annotator=known, today=DAY)
    sys.setprofile(count)
    try:
        analyze_document(document, annotator=known, today=DAY)
    finally:
        sys.setprofile(None)
    return calls


def test_a_line_costs_as_much_as_it_is_long(annotator: Annotator) -> None:
    """Three times the sentences on one line take about three times the calls, not nine times."""
    known = _Known(annotator)
    short, long = (_calls(known, (_NEWS * count).strip()) for count in (6, 18))
    assert long < 1.2 * 3 * short


def test_who_is_an_actor_costs_as_much_as_there_are(annotator: Annotator) -> None:
    """Three times the persons, bodies and people, each of whom holds something, take about three times the calls."""
    known = _Known(annotator)
    few, many = (_calls(known, _crowd(count)) for count in (18, 54))
    assert many < 1.1 * 3 * few
