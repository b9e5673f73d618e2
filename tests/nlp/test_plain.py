"""A text as it is meant, whatever marks and letters it came with, and where all of it stands in the text as it was."""

from __future__ import annotations

import pytest

from briefing.models import Mention, Span
from briefing.nlp.plain import placed, plain_text

SPEECH = "‘The ferry stays,’ Ada Quill said.\n‘Its owners’ debts are ours,’ she said.\n‘We “never” sell,’ Tom Brand said."


def meant(text: str) -> str:
    plain = plain_text(text)
    return text if plain is None else plain.text


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("«The ferry stays», Ada Quill said.", "“The ferry stays”, Ada Quill said."),
        ("« The ferry stays », Ada Quill said.", "“The ferry stays”, Ada Quill said."),
        ("»The ferry stays«, Ada Quill said.", "“The ferry stays”, Ada Quill said."),
        ("„The ferry stays“, she said. „It must“", "“The ferry stays”, she said. “It must”"),
        ("„The ferry stays”, she said.", "“The ferry stays”, she said."),
        ("``The ferry's owner stays,'' she said.", "“The ferry's owner stays,” she said."),
        ("The ''ferry'' stays.", 'The "ferry" stays.'),
        ("″The ferry stays,″ she said.", '"The ferry stays," she said.'),
        ("The ferryʼs owner, the harbour′s", "The ferry’s owner, the harbour’s"),
        ("Mr\u00a0Quill paid 5\u202f000 crowns.", "Mr Quill paid 5 000 crowns."),
        ("a five\u2010year, non\u2011binding plan", "a five-year, non-binding plan"),
        ("The gov\u00adern\u00adment of Nor\u00adland\u200b said\u2060.", "The government of Norland said."),
        ("The of\ufb01ce of Zoe\u0308 Quill", "The office of Zoë Quill"),
    ],
)
def test_marks_and_letters_are_read_in_their_usual_form(text: str, usual: str) -> None:
    """Quotation marks of other languages, odd hyphens and spaces, joined letters and what nobody sees change nothing."""
    assert meant(text) == usual


@pytest.mark.parametrize("text", ["“The ferry stays,” Ada Quill said.", 'The "ferry" of the owners\' club', "It is ‘fair’, he said. – No."])
def test_a_usual_text_is_left_as_it_is(text: str) -> None:
    """Straight marks, and single ones around a word, are no other marks."""
    assert plain_text(text) is None


@pytest.mark.parametrize("text", [SPEECH, SPEECH.replace("‘", "'").replace("’", "'")])
def test_single_marks_are_read_as_double_ones_where_a_text_quotes_so(text: str) -> None:
    """As the British quote; what is quoted within is then in single marks, and an apostrophe stays one."""
    lines = meant(text).split("\n")
    assert lines[0] == "“The ferry stays,” Ada Quill said."
    assert lines[1].replace("'", "’") == "“Its owners’ debts are ours,” she said."
    assert lines[2] == "“We ‘never’ sell,” Tom Brand said."


def test_single_marks_stay_beside_more_double_ones() -> None:
    """A text that quotes in double marks has its headlines and its inner quotations in single ones."""
    double = "\n“We will see,” she said. “We must,” he said. “They may,” she said. “So it is,” he said."
    assert plain_text(SPEECH + double) is None


def test_what_is_found_has_its_place_in_the_text_as_it_was() -> None:
    """A span covers what nobody sees within it, and both letters of one sign."""
    text = "«\u00a0Nor\u00adland\u00a0» and the of\ufb01ce"
    plain = plain_text(text)
    assert plain is not None
    assert plain.text == "“Norland” and the office"
    mention = placed(Mention(span=Span(1, 8), kind="place", confidence=1.0), plain)
    assert text[slice(*mention.span)] == "Nor\u00adland"
    assert text[slice(*plain.there(Span(18, 24)))] == "of\ufb01ce"
    assert plain.here(Span(2, 10)) == Span(1, 8)


def test_small_print_is_not_read() -> None:
    """A line that a page puts between the paragraphs is left out, with its end."""
    plain = plain_text("Ada Quill left.\n\nRead more: Ferry to close\n\nShe is ill.\n")
    assert plain is not None
    assert plain.text == "Ada Quill left.\n\nShe is ill.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Join us on Saturday 6 June at 10am in Market Square.",
        "Share with the poor what you have, the bishop said.",
        "Police seized the soldiers’ pictures from North Orland.",
        "The rebels published proof – pictures from Berrow.",
        "The deal was agreed by the minister (Ada Quill).",
    ],
)
def test_a_paragraph_that_begins_or_ends_as_small_print_does_is_read(line: str) -> None:
    assert plain_text(f"Ada Quill left.\n\n{line}\n\nShe is ill.\n") is None


@pytest.mark.parametrize("line", ["Join us on Facebook", "Follow us on X: @lakewire", "Share with friends", "Berrow. Picture: Ada Quill"])
def test_what_a_page_asks_of_its_readers_is_not_read(line: str) -> None:
    plain = plain_text(f"Ada Quill left.\n\n{line}\n\nShe is ill.\n")
    assert plain is not None and plain.text == "Ada Quill left.\n\nShe is ill.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_of_several_releases_ends_with_the_last(end: str) -> None:
    """Whatever its line ends are."""
    release = f"Ada Quill left Berrow on Monday for talks.{end}ENDS{end}"
    plain = plain_text(release * 3 + f"Call us.{end}")
    assert plain is not None
    assert plain.text.count("Ada Quill") == 3 and "Call us" not in plain.text


def test_apostrophes_open_no_quotation() -> None:
    """Beside quotations in single marks, too."""
    words = "Give 'em time, the dockers' leader said. The class of '98 and the players' lounge."
    plain = plain_text(SPEECH + words)
    assert plain is not None and plain.text.endswith(words)
