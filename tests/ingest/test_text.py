"""Plain text keeps every character in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import UnreadableDocument
from briefing.ingest import IngestSettings
from briefing.ingest.documents import read_file
from briefing.models import CoverageEntry

from .samples import ENGLISH, PARAGRAPHS, SEED, TODAY, read, write


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + ENGLISH,
        ENGLISH.replace("\n", "\r\n"),
        ENGLISH.replace("\n", "\r"),
        ENGLISH.replace("ministers", "minis\0ters"),
        ENGLISH + "\x1a\x0c\x07",
        f"“{ENGLISH}” it said, 'so' \"they\" say\n\n\n",
        "  \n\t" + ENGLISH + " \x85 \u2028 x",
    ],
    ids=["bom", "crlf", "cr", "nul", "controls", "quotes", "spaces"],
)
def test_text_is_exactly_what_the_file_decodes_to(tmp_path: Path, text: str) -> None:
    """Whatever stands in the file stays where it is, so that an offset counts in the file too."""
    assert read(write(tmp_path / "a.txt", text)).text == text


def test_text_behind_a_byte_order_mark_begins_behind_it(tmp_path: Path) -> None:
    """The mark is part of the text, and no part of the article."""
    document = read(write(tmp_path / "a.txt", "\ufeff" + ENGLISH))
    assert document.body_start == 1


@pytest.mark.parametrize(
    ("encoding", "prefix"),
    [
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\0\0"),
    ],
)
def test_text_is_decoded_by_mark_or_by_detection(tmp_path: Path, encoding: str, prefix: bytes) -> None:
    """Other encodings than UTF-8 are told apart, with or without a byte-order mark."""
    text = f"“The café is open,” the minister’s office said. {ENGLISH}"
    document = read(write(tmp_path / "a.txt", prefix + text.encode(encoding)))
    assert document.text.lstrip("\ufeff") == text


def test_text_is_never_without_a_way_to_write_it(tmp_path: Path) -> None:
    """Bytes that no encoding explains become a replacement character, and no lone surrogate is left."""
    data = ENGLISH.encode("utf-16-le") + b"\x00\xd8" + "x".encode("utf-16-le")
    document = read(write(tmp_path / "a.txt", b"\xff\xfe" + data))
    assert document.text.encode().decode() == document.text


def test_text_of_a_newspaper_file_begins_behind_its_address(tmp_path: Path) -> None:
    """The address line gives outlet, address and day, and is no part of the article."""
    line = "https://www.tehrantimes.com/news/2022/07/23/talks\r\n\r\n"
    document = read(write(tmp_path / "talks.v2.txt", line + ENGLISH))
    assert (document.url, document.outlet) == ("https://www.tehrantimes.com/news/2022/07/23/talks", "Tehran Times")
    assert (str(document.published), document.published_from) == ("2022-07-23", "url")
    assert document.text[document.body_start :] == ENGLISH
    assert document.name == "talks.v2"


def test_seed_is_of_the_tuesday_after_the_meeting() -> None:
    """The seed says "Monday" and "Sept. 19" of one meeting, and "Tuesday" of a later one."""
    document = read(SEED)
    assert (str(document.published), document.published_from) == ("2022-09-20", "text")
    assert document.title is None and document.body_start == 0
    assert document.text == SEED.read_bytes().decode()


def test_title_is_a_line_above_a_longer_paragraph(tmp_path: Path) -> None:
    """A headline is found with its place; the article keeps it."""
    text = f"Ministers to meet at the river\r\n\r\n{ENGLISH}"
    document = read(write(tmp_path / "a.txt", text))
    assert document.title == "Ministers to meet at the river"
    assert document.title_span is not None
    assert document.text[slice(*document.title_span)] == document.title
    assert document.body_start == 0


@pytest.mark.parametrize("first", [PARAGRAPHS[0], "KUWAIT: The minister said so", "By Jane Doe", "JANE DOE", "and so on it went"])
def test_title_is_no_sentence_byline_or_dateline(tmp_path: Path, first: str) -> None:
    """What is not clearly a headline is none."""
    assert read(write(tmp_path / "a.txt", f"{first}\n\n{ENGLISH}")).title is None


def test_header_block_is_left_out_of_the_body(tmp_path: Path) -> None:
    """Address, headline, byline and date line stand above the article."""
    block = "https://x.example/a\nMinisters to meet at the river\nBy Jane Doe\nPublished: 20 September 2022\n\n"
    document = read(write(tmp_path / "a.txt", block + ENGLISH))
    assert document.text[document.body_start :] == ENGLISH
    assert document.title == "Ministers to meet at the river"
    assert (str(document.published), document.published_from) == ("2022-09-20", "dateline")


@pytest.mark.parametrize(
    ("first", "apart"),
    [
        ("By Jane Doe, Chief Economist and Director of Research at the Harbour Bank (Harbank).", True),
        ("By Jane Doe, our correspondent in Norrhavn", True),
        ("By Ministry Order, the port was closed to all ships.", False),
        ("By Monday Night, three hundred people without a home.", False),
    ],
)
def test_a_byline_with_an_office_is_no_news(tmp_path: Path, first: str, apart: bool) -> None:
    """Who wrote it stands above the article, with what they are; a sentence that opens with "By" is the article's."""
    document = read(write(tmp_path / "a.txt", f"{first}\n\n{ENGLISH}"))
    assert document.text[document.body_start :].startswith(first) is not apart


def test_identity_changes_with_what_the_analysis_reads(tmp_path: Path) -> None:
    """One text is one document under any name; another day, or another text, is another."""
    first = read(write(tmp_path / "a.txt", ENGLISH))
    assert read(write(tmp_path / "b.txt", ENGLISH)).id == first.id
    assert read(write(tmp_path / "c.txt", ENGLISH + " ")).id != first.id
    assert len(first.id) == 64


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n" + ENGLISH.encode(), "wrong extension"),
        (b"PK\x03\x04" + ENGLISH.encode(), "wrong extension"),
        (b"{\\rtf1\\ansi " + ENGLISH.encode(), "wrong extension"),
        (b"<!DOCTYPE html><html><body>" + ENGLISH.encode(), "wrong extension"),
        (bytes(range(256)) * 20, "wrong extension"),
    ],
)
def test_text_that_is_none_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """A file that holds no text has a reason, not a document."""
    with pytest.raises(UnreadableDocument) as caught:
        read(write(tmp_path / "a.txt", data))
    assert caught.value.reason == reason
    assert caught.value.path.endswith("a.txt")


_NAMES = "{}. The envoy spoke of it to “the whole council” at noon on Monday, and the ministry’s own account does not differ. "


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1252", "Begoña Ibáñez-Quiñones met Íñigo Núñez"),
        ("latin-1", "Mayor Agustín Cedeño spoke in Logroño"),
        ("cp1252", "João Guimarães and Conceição Simões spoke"),
        ("cp1252", "Hélène Lefèvre met François Benoît"),
        ("cp1252", "Jürgen Groß met Åse Sjöström and Søren Kjær"),
        ("cp1250", "Wałęsa met Łukasz Żak"),
        ("cp1250", "Zdzisław Pieńkowski spoke"),
        ("cp1250", "Jiří Dvořák met Aleš Havlíček"),
        ("cp1250", "Zorana Matić met Šime Kovačević"),
        ("cp1254", "Kılıçdaroğlu spoke"),
        ("iso8859_2", "Maroš Šefčovič met Živa Kos"),
    ],
)
def test_the_names_in_a_text_tell_its_code_page(tmp_path: Path, encoding: str, names: str) -> None:
    """The letters of Western names are those of Windows-1252, unless another code page makes words of what it cannot read."""
    text = _NAMES.format(names) * 3
    if encoding in {"latin-1", "iso8859_2"}:
        text = text.translate(str.maketrans("“”’", '""\''))
    assert read(write(tmp_path / "a.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml"])
def test_a_guessed_encoding_is_told(tmp_path: Path, name: str) -> None:
    """Whoever reads the briefing is told where the letters of a name are a guess, and not where they are stated."""
    text = _NAMES.format("Begoña Ibáñez spoke")
    head = "From: a@press.example\nSubject: Council\nContent-Type: text/plain\nContent-Transfer-Encoding: 8bit\n\n" if "eml" in name else ""
    path = write(tmp_path / name, (head + text).encode("cp1252"))
    (_, entry) = read_file(path, IngestSettings(), today=TODAY, shown=name)
    assert isinstance(entry, CoverageEntry)
    assert entry.outcome == "read" and "Windows-1252" in (entry.note or "")
    stated = write(tmp_path / name, head.replace("plain", "plain; charset=utf-8") + text)
    assert list(read_file(stated, IngestSettings(), today=TODAY, shown=name))[1] == CoverageEntry(path=name, outcome="read")


def test_the_marks_before_lines_that_are_answered_are_blanked_in_place(tmp_path: Path) -> None:
    """On two lines at least: one alone may be any sign."""
    text = ENGLISH + "\nOn Monday, Ada Quill wrote:\n> The port is closed.\n>> Since when?\n\n> 100 ships wait.\n"
    found = read(write(tmp_path / "a.txt", text)).text
    assert found == text.replace("> The", "  The").replace(">> Since", "   Since")


def test_lines_that_compare_are_none_that_are_answered(tmp_path: Path) -> None:
    """Each has its figure right behind the mark."""
    text = ENGLISH + "\nOf those who voted:\n> 65 years: 12 per cent\n> 80 years: 4 per cent\n"
    assert read(write(tmp_path / "a.txt", text)).text == text


def test_a_long_line_of_marks_is_read_in_time(tmp_path: Path) -> None:
    """The time that takes grows with the length alone."""
    text = ENGLISH + "\n" + "> " * 50_000 + "\n"
    assert read(write(tmp_path / "a.txt", text)).text == text
