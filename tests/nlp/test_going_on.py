"""Which quotations go on with who spoke before."""

from __future__ import annotations

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.going_on import is_left_over
from briefing.nlp.syntax import Text


def test_a_paragraph_of_quotation_is_not_of_who_speaks_paragraphs_on(annotator: Annotator) -> None:
    """Where the cue there has a quotation beside it, however many others stand between; where it has none it may be of that cue."""
    text = (
        "“We were not heard,” Paul Reed said.\n\n“The mine was not weighed.”\n\nThe pit is south of Selm.\n\n"
        "Mara Stone said the firm is sad. “It took a year,” Stone added."
    )

    def held(source: str, cue: str, content: str) -> Attribution:
        spans = [Span(at, at + len(words)) for words in (source, cue, content) for at in (text.rindex(words),)]
        return Attribution(source=(spans[0],), cue=(spans[1],), content=(spans[2],), confidence=0.9)

    view = Text(text, annotator.annotate(text))
    before = held("Paul Reed", "said", "We were not heard").content
    tied, between, own = (
        held("Stone", "added", "The mine was not weighed."),
        held("Mara Stone", "said", "the firm is sad"),
        held("Stone", "added", "It took a year"),
    )
    assert is_left_over(view, tied, [between, own], before)
    assert not is_left_over(view, tied, [between], before)


def test_a_quotation_that_is_left_open_or_has_its_speaker_beside_it_is_not_left_over(annotator: Annotator) -> None:
    """The next paragraph, which has the cue, closes it; or who says it stands right before it."""
    text = "“We were not heard,” Paul Reed said.\n\nMara Stone defended it. “The mine was not weighed.”\n\n“It took a year,” Stone added."

    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    def left_over(source: str, text: str) -> bool:
        view = Text(text, annotator.annotate(text))
        tied = Attribution(source=span(source), cue=span("added"), content=span("The mine was not weighed."), confidence=0.9)
        own = Attribution(source=span("Stone added"), cue=span("added"), content=span("It took a year"), confidence=0.9)
        return is_left_over(view, tied, [own], span("We were not heard"))

    assert left_over("Stone added", text)
    assert not left_over("Mara Stone", text)
    assert not left_over("Stone added", text.replace("weighed.”", "weighed. "))
