"""What a writer tells more of at the end of what somebody says or does. People and places are invented."""

from __future__ import annotations

import pytest

from briefing.nlp.annotate import Annotator
from tests import analysis_samples


def _contents(annotator: Annotator, sentence: str) -> list[str]:
    positions = analysis_samples.analyse(annotator, sentence).positions
    return [sentence[p.content[0].start : p.content[-1].end] for p in sorted(positions, key=lambda p: p.content[0].start)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "The prosecutor demanded 20 years in jail for former minister Jon Hale, who served for ten years under President Ada Quill.",
            "20 years in jail for former minister Jon Hale",
        ),
        (
            "The court rejected Norland's objections to the case over the dam, paving the way for a full hearing.",
            "Norland's objections to the case over the dam",
        ),
        ("Ada Quill vowed to keep working on the levy – a tax that farmers have fought for years.", "to keep working on the levy"),
        ("Ada Quill said the levy was a travesty – something she intends to change.", "the levy was a travesty"),
        ("Norland's minister, Jon Hale, said the port would be closed, amid growing anger at the levy.", "the port would be closed"),
    ],
)
def test_what_the_writer_adds_is_no_part_of_a_content(annotator: Annotator, sentence: str, content: str) -> None:
    """Who one named last is, what a deed led to, what stands behind a dash, amid what something is said."""
    assert _contents(annotator, sentence) == [content]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "Ada Quill said farmers would sell the herds, which they had raised for years.",
            "farmers would sell the herds, which they had raised for years",
        ),
        (
            "Minister Jon Hale promised to rebuild the quays, using stone from Selm.",
            "to rebuild the quays, using stone from Selm",
        ),
        ("Ada Quill said twenty-one towns had no water.", "twenty-one towns had no water"),
    ],
)
def test_what_belongs_to_a_content_stays(annotator: Annotator, sentence: str, content: str) -> None:
    """What is told of things, how a thing is to be done, a hyphen."""
    assert _contents(annotator, sentence) == [content]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "Ada Quill said the Halm government did not discriminate between towns and believed that more roads would be built.",
            ["the Halm government did not discriminate between towns", "that more roads would be built"],
        ),
        (
            "Minister Jon Hale pointed to the choice of five new languages for the prize, calling on writers to enter before May.",
            ["the choice of five new languages for the prize", "writers to enter before May"],
        ),
        (
            "Minister Jon Hale praised Norland's support for the ports at all levels, lauding the plans for joint patrols.",
            ["Norland's support for the ports at all levels", "the plans for joint patrols"],
        ),
    ],
)
def test_what_a_speaker_goes_on_to_say_is_a_content_by_itself(annotator: Annotator, sentence: str, contents: list[str]) -> None:
    """Behind "and believed", which no "did not" is joined to; behind a comma and "calling on" or "lauding"."""
    assert _contents(annotator, sentence) == contents
