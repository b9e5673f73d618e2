"""Text that was wrapped to a width; people and bodies are invented."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.nlp.annotate import Annotator
from briefing.nlp.wrapped import without_wraps
from tests.analysis_samples import analyse

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


def test_what_stands_before_the_body_stays() -> None:
    """A headline is no part of the paragraph below it, however long."""
    headline = "The Harbour League opens a new school for the young of the whole coast\n"
    read = without_wraps(headline + wrapped(), body_start=len(headline))
    assert read.startswith(headline)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join(f"{n}. The port of Selm, which is to open its gates in May, has {n} cranes" for n in range(1, 12)),
        "\n".join(["The port", "of Selm is open", "to all the ships that come to it from the north or the south", "today"] * 4),
    ],
)
def test_lines_that_are_whole_stay(text: str) -> None:
    """Paragraphs of one line each, and lists and verses whose lines end early."""
    assert without_wraps(text) == text


@given(st.text(alphabet="ab .\r\n", max_size=400))
def test_nothing_but_line_ends_changes(text: str) -> None:
    """Whatever is read."""
    read = without_wraps(text)
    assert len(read) == len(text)
    assert all(a == b or (b in "\r\n" and a == " ") for a, b in zip(read, text, strict=True))


def test_a_wrapped_text_is_analysed_as_it_reads(annotator: Annotator) -> None:
    """A role and a quotation go on over the ends of lines, and every offset is one in the text as it is."""
    text = wrapped(78)
    assert "technical\ndirector" in text
    found = analyse(annotator, text)
    assert [a.role for a in found.actors if a.name == "Sten Maron"] == ["technical director"]
    said = [" ".join(text[s.start : s.end].split()) for p in found.positions if p.actor == "Sten Maron" for s in p.content]
    assert "The idea of a school for the young has taken root among the clubs of the coast" in said
