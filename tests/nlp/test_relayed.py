"""What a newsroom only passes on is held by who says it."""

from __future__ import annotations

import pytest

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.relayed import is_relayed, with_relayed
from briefing.nlp.sources import source_of
from briefing.nlp.syntax import Text
from tests.analysis_samples import analyse


def place(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),)


@pytest.mark.parametrize(
    ("text", "content", "relayed"),
    [
        ("Ada Stone maintains that the bridge is safe, Harbour FM reports.", "Ada Stone maintains that the bridge is safe", True),
        (
            "The prosecutor has requested a term of six years, Harbour FM reported.",
            "The prosecutor has requested a term of six years",
            True,
        ),
        ("The bridge is shut for repairs, Harbour FM reports.", "The bridge is shut for repairs", False),
        ("Ada Stone maintains that the bridge is safe, Ines Falk says.", "Ada Stone maintains that the bridge is safe", False),
    ],
)
def test_who_only_reports_what_somebody_says_holds_nothing(annotator: Annotator, text: str, content: str, relayed: bool) -> None:
    """ "Reports" behind a sentence that has its own speaker passes it on; behind a fact, and where another says it, it does not."""
    view = Text(text, annotator.annotate(text))
    cue = place(text, "reported" if "reported" in text else "reports" if "reports" in text else "says")
    assert is_relayed(view, cue, place(text, content)) is relayed


def test_what_is_passed_on_is_as_sure_as_the_report(annotator: Annotator) -> None:
    """The words of who speaks take over the confidence of the report around them, where that is higher."""
    text = "Ada Stone maintains that the bridge is safe, Harbour FM reports."
    view = Text(text, annotator.annotate(text))
    inner = Attribution(
        source=place(text, "Ada Stone"), cue=place(text, "maintains that"), content=place(text, "the bridge is safe"), confidence=0.2
    )
    outer = Attribution(
        source=place(text, "Harbour FM"),
        cue=place(text, "reports"),
        content=place(text, "Ada Stone maintains that the bridge is safe"),
        confidence=0.8,
    )
    assert [a.confidence for a in with_relayed(view, [inner, outer])] == [0.8, 0.8]
    assert [a.confidence for a in with_relayed(view, [inner])] == [0.2]


def test_who_reports_it_is_not_who_maintains_it(annotator: Annotator) -> None:
    """A source behind what is said is not that of the word before it, which has a subject of its own."""
    content = "the pact between President Karel Widor and former union chief, Norl, is to blame for the high price of bread"
    text = f"Halm insists that {content}, Harbour FM reports."
    view = Text(text, annotator.annotate(text))
    held = place(text, content)
    attribution = Attribution(source=place(text, "Harbour FM"), cue=place(text, "insists that"), content=held, confidence=1.0)
    assert [view.slice(s) for s in source_of(view, attribution, held, ())] == ["Halm"]


def test_a_briefing_names_who_speaks_and_not_the_station(annotator: Annotator) -> None:
    """The position is the speaker's alone."""
    text = "Dr Tarrin maintains that the bridge is safe, Harbour FM reports."
    held = {p.actor for p in analyse(annotator, text).positions if p.actor}
    assert held == {"Tarrin"}


def test_what_is_said_besides_is_of_who_spoke_not_of_who_reports_it(annotator: Annotator) -> None:
    """A participle behind "said" is the speaker's, though the model ties it to whoever passes on both."""
    text = "“The levy must go,” Quill said, highlighting the need for talks, Norland’s transport ministry reported."
    view, content = Text(text, annotator.annotate(text)), place(text, "the need for talks")
    tied = Attribution(source=place(text, "Norland’s transport ministry"), cue=place(text, "highlighting"), content=content, confidence=0.5)
    assert [view.slice(s) for s in source_of(view, tied, content, ())] == ["Quill"]
