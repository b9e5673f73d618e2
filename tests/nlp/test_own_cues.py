"""The word of speech beside a content in its own sentence. People are invented."""

from __future__ import annotations

import pytest

from briefing.models import Attribution, Span
from briefing.nlp.annotate import Annotator
from briefing.nlp.attributions import mend_attributions
from briefing.nlp.own_cues import cue_beside, cue_between, said_ahead, said_behind, word_ahead
from briefing.nlp.syntax import Text


def place(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),)


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Mara Quill runs the port. She also wants to pave the coastal road.", "to pave the coastal road", "wants", "She"),
        ("Mara Quill believes that the ferry sails too late.", "the ferry sails too late", "believes", "Mara Quill"),
        ("Mara Quill pointed out that the bridge was closed in May.", "the bridge was closed in May", "pointed", "Mara Quill"),
        ("Quill, who has led three ports, told the Tribunal the bridge was unsafe.", "the bridge was unsafe", "told", "Quill"),
        ("The bridge was closed in May, the engineer said.", "The bridge was closed in May", "said", "the engineer"),
        ("According to Mara Quill, the bridge was closed in May.", "the bridge was closed in May", "According to", "Mara Quill"),
        (
            "The bridge was closed in May, according to the harbour office.",
            "The bridge was closed in May",
            "according to",
            "the harbour office",
        ),
    ],
)
def test_the_word_of_speech_beside_a_content_says_whose_it_is(annotator: Annotator, text: str, content: str, cue: str, source: str) -> None:
    """A verb right before what it says or behind a comma after it, and "according to", name who speaks."""
    found = cue_beside(Text(text, annotator.annotate(text)), place(text, content))
    assert found is not None
    assert [text[s.start : s.end] for s in found] == [cue, source]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bridge was closed in May. The engineer said nothing.", "The bridge was closed in May"),
        ("The engineer said so. The bridge was closed in May.", "The bridge was closed in May"),
        ("“The bridge was closed in May,” the engineer said.", "The bridge was closed in May"),
        ("Mara Quill sold the old boats that had leaked since May.", "the old boats that had leaked since May"),
    ],
)
def test_a_content_that_nothing_beside_it_says_has_no_word_of_speech(annotator: Annotator, text: str, content: str) -> None:
    """Speech in another sentence, quotations and other verbs name nobody."""
    assert cue_beside(Text(text, annotator.annotate(text)), place(text, content)) is None


def test_what_the_model_ties_to_a_far_cue_is_whose_sentence_it_stands_in(annotator: Annotator) -> None:
    """A content tied to the cue of another sentence goes to who says it in its own."""
    text = "Mara Quill criticised the bank on Monday. The weather was fine. The Sailors' Guild demanded that the ferry sail at noon."
    given = Attribution(
        source=place(text, "Mara Quill"), cue=place(text, "criticised"), content=place(text, "that the ferry sail at noon"), confidence=0.9
    )
    (found,) = mend_attributions(Text(text, annotator.annotate(text)), (given,), body_start=0)
    assert [text[s.start : s.end] for s in (*found.source, *found.cue)] == ["The Sailors' Guild", "demanded"]


@pytest.mark.parametrize(
    ("text", "source", "content", "cue"),
    [
        (
            "Director Mara Quill told the Harbour Times on Monday that raising the sea wall had saved the old town.",
            "Director Mara Quill",
            "raising the sea wall had saved the old town",
            "told",
        ),
        (
            "Mara Quill gave the answer herself, telling the guild that the rallies had been banned.",
            "Mara Quill",
            "the rallies had been banned",
            "telling",
        ),
        (
            "According to the Minister of Ports, Mara Quill, in this first phase, more than 200 divers will inspect the piers.",
            "Mara Quill",
            "more than 200 divers will inspect the piers",
            "According to",
        ),
        (
            "For Mara Quill, the ferry is what keeps the old town alive.",
            "Mara Quill",
            "the ferry is what keeps the old town alive",
            "For",
        ),
    ],
)
def test_a_word_of_speech_between_who_speaks_and_what_is_said_ties_them(
    annotator: Annotator, text: str, source: str, content: str, cue: str
) -> None:
    """Whom it is told to and when may stand between; so may an apposition behind "according to"."""
    found = cue_between(Text(text, annotator.annotate(text)), place(text, source), place(text, content))
    assert found is not None
    assert text[found.start : found.end] == cue


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Mara Quill sold the boats that had leaked since May.", "Mara Quill", "the boats that had leaked since May"),
        ("When Mara Quill was asked whether she would stay, the ferry left.", "Mara Quill", "the ferry left"),
        ("For Mara Quill, a new boat.", "Mara Quill", "a new boat"),
    ],
)
def test_no_other_word_between_ties_them(annotator: Annotator, text: str, source: str, content: str) -> None:
    """Deeds, questions put to somebody, and what is only meant for somebody are no speech of theirs."""
    assert cue_between(Text(text, annotator.annotate(text)), place(text, source), place(text, content)) is None


@pytest.mark.parametrize(
    ("text", "content", "tied", "cue", "source"),
    [
        ("“The bridge is shut,” added Falk. Lund said it was open.", "The bridge is shut", ("Lund", "said"), "added", "Falk"),
        ("“The bridge is shut,” according to HBC. Lund said it was open.", "The bridge is shut", ("Lund", "said"), "according to", "HBC"),
        (
            "Lund said it was open. The bridge is shut, detailed Ada Falk.",
            "The bridge is shut",
            ("Ada Falk", "said"),
            "detailed",
            "Ada Falk",
        ),
        ("Lund said it was open. The bridge is shut, the note said.", "The bridge is shut", ("Lund", "said"), "said", "Lund"),
        ("Lund said that the bridge is shut, according to Falk.", "the bridge is shut", ("Lund", "said"), "said", "Lund"),
    ],
)
def test_who_stands_behind_a_content_says_it(
    annotator: Annotator, text: str, content: str, tied: tuple[str, str], cue: str, source: str
) -> None:
    """A content that is tied to another sentence is theirs whom the word right behind it names; one with a cue in its own is not."""
    attribution = Attribution(source=place(text, tied[0]), cue=place(text, tied[1]), content=place(text, content), confidence=1.0)
    found = said_behind(Text(text, annotator.annotate(text)), attribution, attribution.content)
    assert [text[s.start : s.end] for s in (*found.cue, *found.source)] == [cue, source]


def test_the_word_whose_that_leads_a_content_in(annotator: Annotator) -> None:
    """The verb before "that" says what follows, even where a parse finds nobody who speaks by it."""
    text = "The court sat on Monday. Prince Sael has always maintained that the vote was void. He left."
    view = Text(text, annotator.annotate(text))
    found = word_ahead(view, place(text, "the vote was void"))
    assert found is not None
    assert view.slice(found) == "maintained"
    assert word_ahead(view, place(text, "The court sat on Monday")) is None


@pytest.mark.parametrize(
    ("text", "tied", "cue", "source"),
    [
        ("Lund said it was open. Falk added, “The bridge is shut.”", ("Lund", "said"), "added", "Falk"),
        ("“It was dear,” Lund said. He added: “The bridge is shut.”", ("Lund", "said"), "added", "He"),
        ("Lund said it was open. “The bridge is shut.”", ("Lund", "said"), "said", "Lund"),
        ("Falk said: “It is late.” “The bridge is shut,” Lund added.", ("Lund", "added"), "added", "Lund"),
    ],
)
def test_who_leads_a_quotation_in_says_it(annotator: Annotator, text: str, tied: tuple[str, str], cue: str, source: str) -> None:
    """A quotation is theirs whose word of speech opens it, and stays with another where nothing opens it."""
    content = place(text, "The bridge is shut")
    attribution = Attribution(source=place(text, tied[0]), cue=place(text, tied[1]), content=content, confidence=1.0)
    found = said_ahead(Text(text, annotator.annotate(text)), attribution, content)
    assert [text[s.start : s.end] for s in (*found.cue, *found.source)] == [cue, source]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Falk added: “The bridge is shut.” Lund left.", "added", "Falk"),
        ("“The bridge is shut,” said Harbour Weather’s Ines Falk. Lund left.", "said", "Harbour Weather’s Ines Falk"),
        ("“The bridge is shut.” Lund left.", "", ""),
    ],
)
def test_a_quotation_that_is_tied_to_nobody_is_theirs_whose_word_stands_beside_it(
    annotator: Annotator, text: str, cue: str, source: str
) -> None:
    """The word of speech before its opening mark or behind its closing one says it; where none does it stays without."""
    content = place(text, "The bridge is shut")
    view = Text(text, annotator.annotate(text))
    found = said_ahead(view, said_behind(view, Attribution(source=(), cue=(), content=content, confidence=1.0), content), content)
    assert ["".join(text[s.start : s.end] for s in spans) for spans in (found.cue, found.source)] == [cue, source]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Sources allege a delay. Falk told party delegates on 6 March, 2022: “The bridge is shut.”", "told", "Falk"),
        ("Sources allege a delay. It came after Falk's refusal when he told delegates on 6 March: “The bridge is shut.”", "told", "he"),
        ("Sources allege a delay. Falk told delegates that it rained on 6 March. “The bridge is shut.”", "allege", "Sources"),
        ("Sources allege a delay. Falk told them what Lund had bought: “The bridge is shut.”", "allege", "Sources"),
    ],
)
def test_whom_and_when_somebody_told_does_not_part_a_quotation_from_them(annotator: Annotator, text: str, cue: str, source: str) -> None:
    """What stands between a word of speech and the colon before a quotation may say to whom and when; another verb leaves it tied."""
    content = place(text, "The bridge is shut")
    attribution = Attribution(source=place(text, "Sources"), cue=place(text, "allege"), content=content, confidence=1.0)
    found = said_ahead(Text(text, annotator.annotate(text)), attribution, content)
    assert [text[s.start : s.end] for s in (*found.cue, *found.source)] == [cue, source]
