"""Lines that a page puts between or behind the paragraphs of an article."""

from __future__ import annotations

import pytest

from briefing.nlp.small_print import small_print

BODY = "Ada Quill, the harbour master of Northport, said on Monday that the ferry will stay where it is until the summer.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Also read: Ferry fares to rise next spring",
        "READ MORE: Minister Tom Brand to visit on Friday",
        "Advertisement",
        "Story continues below advertisement",
        "Share this article on our channels",
        "Follow us on every channel",
        "Sign up for our morning newsletter",
        "The harbour of Northport on Monday. Photo: Tom Brand/Lake Wire",
        "The harbour at dawn [File: Tom Brand/Lake Wire]",
        "Ada Quill at the harbour (Photo by Tom Brand)",
    ],
)
def test_lines_of_the_page_are_small_print(line: str) -> None:
    """What else to read, what to subscribe to, whose the picture is."""
    text = f"{BODY}{line}\n\n{BODY}"
    assert [text[s.start : s.end].strip() for s in small_print(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Read the bill before you vote, Ada Quill told the council.",
        "Share prices fell in Northport on Monday.",
        "Watch out for the ice, she said.",
        "Subscribe now or lose the ferry, she said.",
        "The council published a photo of Ada Quill.",
        "Advertisements for the ferry were withdrawn.",
    ],
)
def test_sentences_are_none(line: str) -> None:
    """A sentence that begins as such a line does is the article's."""
    assert not list(small_print(f"{BODY}{line}\n\n{BODY}"))


def test_what_stands_behind_the_end_of_a_release_is_small_print() -> None:
    """Behind the mark that a release ends with it says whom to call; a mark in the first half of a text parts it."""
    text = f"{BODY * 3}###\n\nAbout the Lake Wire\nWrite to Tom Brand.\n"
    assert [text[s.start : s.end][:3] for s in small_print(text)] == ["###"]
    assert not list(small_print(f"{BODY}###\n\n{BODY * 3}"))


def test_the_lines_above_the_body_are_left() -> None:
    """What stands above an article is read as its head."""
    text = f"Read more\n\n{BODY}"
    assert not list(small_print(text, body_start=11))
