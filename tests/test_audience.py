"""Who gets a briefing: from config.yaml and from a file of a spreadsheet, and what is wrong with a line is said with its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.audience import resolve_audience
from briefing.deliver.records import Recipient
from briefing.errors import ConfigError
from tests.mailing_samples import load

CONFIG = "audiences: {desk: {file: readers.csv}}"


def read(folder: Path, text: str | bytes) -> tuple[Recipient, ...]:
    (folder / "readers.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return resolve_audience(load(folder, CONFIG), "desk")


def complaint(folder: Path, text: str | bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        read(folder, text)
    return str(caught.value).replace(str(folder), "")


def test_a_file_gives_names_formats_and_watch_lists(tmp_path: Path) -> None:
    """Fields may be left empty, in quotes, and hold several values; those of config.yaml come first."""
    (tmp_path / "readers.csv").write_text(
        'Address,name,formats,watch\nanna@example.org,"Example, Anna",html;docx,Norland; the Union\n\nben@bücher.example,,,\n'
    )
    config = "audiences: {desk: {file: readers.csv, recipients: [{address: carl@example.org, formats: [calendar]}]}}"
    assert resolve_audience(load(tmp_path, config), "desk") == (
        Recipient(address="carl@example.org", formats=("calendar",)),
        Recipient(address="anna@example.org", name="Example, Anna", formats=("html", "docx"), watch=("Norland", "the Union")),
        Recipient(address="ben@xn--bcher-kva.example"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "address;formats;watch\r\nanna@example.org;html,docx;Norland\r\n".encode("utf-8-sig"),
        b'watch,address,formats\n"Norland","anna@example.org","html;docx"',
    ],
)
def test_a_file_may_come_from_any_spreadsheet(tmp_path: Path, text: bytes) -> None:
    """With semicolons or commas, a byte order mark, either line end, columns in any order."""
    assert read(tmp_path, text) == (Recipient(address="anna@example.org", formats=("html", "docx"), watch=("Norland",)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("address,name\nanna,A\n", "/readers.csv:2: address: anna is no email address; write the bare address"),
        ("address\nanna@example.org\nx@y z\n", "/readers.csv:3: address: x@y z is no email address"),
        ("address,name\n,Anna\n", "/readers.csv:2: address: is missing"),
        ("address,formats\na@example.org,html;pdf\n", "/readers.csv:2: formats[1]: pdf is none of html, docx, calendar"),
        ("adress,name\na@example.org,A\n", "/readers.csv:1: the first line names the columns, address and any of name, formats, watch"),
        ("address,colour\na@example.org,A\n", "/readers.csv:1: the first line names the columns"),
        ("", "/readers.csv:1: the first line names the columns, address and any of name, formats, watch, each once; it has: nothing"),
        ("address,name\na@example.org,Anna,Example\n", "/readers.csv:2: has 3 fields and there are 2 columns"),
        ("address\n", "has nobody in it"),
        ('address\n"a@example.org\n', "is no CSV file"),
        (
            "address\nA@example.org\na@EXAMPLE.org\n",
            "/readers.csv:3: address: a@EXAMPLE.org stands twice, first in /readers.csv:2; remove one",
        ),
        ("address\n=?utf-8?q?x?=@example.org\n", "/readers.csv:2: address: '=?utf-8?q?x?=@example.org' is no email address"),
        (b"address\nJos\xe9@example.org\n", "is not UTF-8 text (byte 11); save it as CSV UTF-8"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, text: str | bytes, expected: str) -> None:
    """And with the column and the value."""
    assert expected in complaint(tmp_path, text)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    """A user mends the file in one go."""
    assert len(complaint(tmp_path, "address\nanna\nben@example.org\nben@example.org\n@\n").splitlines()) == 3


def test_an_audience_or_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With those that are."""
    loaded = load(tmp_path, CONFIG)
    with pytest.raises(ConfigError, match=r"readers\.csv: the file of an audience cannot be read: No such file"):
        resolve_audience(loaded, "desk")
    with pytest.raises(ConfigError, match=r"'press' is no audience of .*; there are: desk"):
        resolve_audience(loaded, "press")


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_read_or_refused(tmp_path: Path, data: bytes) -> None:
    """Whatever stands in it: recipients, or a complaint that names the file."""
    try:
        found = read(tmp_path, b"address,name\n" + data)
    except ConfigError as error:
        assert "readers.csv" in str(error) or "audiences.desk" in str(error)
    else:
        assert all(recipient.address.count("@") == 1 for recipient in found)
