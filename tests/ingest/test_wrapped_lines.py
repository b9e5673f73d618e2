"""Text that was wrapped to a width; people and bodies are invented."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.formats.mail import read_mail
from briefing.ingest.formats.text import read_text
from briefing.ingest.formats.wrapped_lines import longest_line, without_wraps
from briefing.ingest.settings import IngestSettings

OPENED = """The Harbour League opened its new school on Monday. “The idea of a school for the young has taken root among the clubs of the
coast,” said its technical director Sten Maron. It has room for ninety boys and girls, who play all the time."""
GLAD = """“Some clubs had no ground of their own until last year, and they are glad that this is over and that the work can begin,” he said.
The league is to open two more schools in the north."""
PARAGRAPHS = tuple(" ".join(p.split()) for p in (OPENED, GLAD))


def wrapped(width: int = 70, line_end: str = "\n") -> str:
    return f"{line_end}{line_end}".join(line_end.join(textwrap.wrap(p, width)) for p in PARAGRAPHS)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_wrapped_lines_read_as_paragraphs(line_end: str) -> None:
    """Of the same length; the empty lines between paragraphs stay."""
    text = wrapped(line_end=line_end)
    read = without_wraps(text)
    assert len(read) == len(text)
    assert [" ".join(p.split()) for p in read.split(line_end * 2)] == list(PARAGRAPHS)


def test_paragraphs_without_empty_lines_between_them_stay_apart() -> None:
    """Where the next word would have gone into the line, the line ended; so it is behind a headline."""
    headline = "The Harbour League opens a new school"
    text = "\n".join([headline, wrapped().replace("\n\n", "\n")])
    assert [" ".join(line.split()) for line in without_wraps(text).split("\n")] == [headline, *PARAGRAPHS]


def test_lines_of_uneven_width_and_a_long_address() -> None:
    """As by hand: a line that stops far short of the others ends a paragraph, and an address is as long as it is."""
    by_hand = "\n".join([*textwrap.wrap(OPENED, 66), *textwrap.wrap(GLAD, 72)])
    address = "https://league.example/" + "news/" * 30
    text = by_hand + "\n\nMore: " + address
    assert [" ".join(line.split()) for line in without_wraps(text).split("\n\n")[0].split("\n")] == list(PARAGRAPHS)
    assert longest_line(text.split("\n")) <= 72


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join(f"{n}. The port of Selm, which is to open its gates in May, has {n} cranes" for n in range(1, 12)),
        "\n".join(["What the port is to have by the end of next year:", "twelve cranes", "a second quay", "a road to the north"]),
        "\n".join(["The port of Selm is to open in May", *PARAGRAPHS, "of which more on page 3", "Ada Quill", "in Selm"]),
    ],
)
def test_lines_that_are_whole_stay(text: str) -> None:
    """Paragraphs of one line each, and lists."""
    assert without_wraps(text) == text


@given(st.text(alphabet="ab .\r\n", max_size=400))
def test_nothing_but_line_ends_changes(text: str) -> None:
    """Whatever is read."""
    read = without_wraps(text)
    assert len(read) == len(text)
    assert all(a == b or (b in "\r\n" and a == " ") for a, b in zip(read, text, strict=True))


def test_a_wrapped_file_reads_as_it_was_meant() -> None:
    """Every offset is one in the file; in a mail, whose text is its own, the paragraphs are one line each however long an address is."""
    text = wrapped()
    read = read_text(text.encode()).text
    assert len(read) == len(text)
    assert read.split("\n\n") == list(PARAGRAPHS)
    two = "The two ministers were urged to meet again before the end of\nthe month in the capital.\n"
    assert read_text(two.encode()).text == two.replace("of\nthe", "of the")
    mail = f"From: desk@league.example\nSubject: School\n\n{text}\n\nhttps://league.example/{'news/' * 30}\n"
    assert all(p in read_mail(mail.encode(), IngestSettings(), date(2031, 5, 5)).text for p in PARAGRAPHS)
