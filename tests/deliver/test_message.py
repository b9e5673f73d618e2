"""The message as the recipient's program reads it: its parts, its headers, its size, its signature."""

from __future__ import annotations

import base64
import subprocess
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import dkim
import pytest

from briefing.deliver.message import Attachment, build_body, message_id
from briefing.deliver.records import Recipient
from briefing.deliver.signature import load_signer
from briefing.errors import DeliveryError, MessageRefused
from tests.deliver.mail import SETTINGS, body, message
from tests.programs import require


def parsed(made: bytes) -> EmailMessage:
    found = message_from_bytes(made, policy=default)
    assert isinstance(found, EmailMessage) and not any(part.defects for part in found.walk())
    return found


def shape(part: EmailMessage) -> object:
    if part.is_multipart():
        return part.get_content_type(), [shape(inner) for inner in part.iter_parts()]  # type: ignore[arg-type]
    return part.get_content_type()


def text_of(made: EmailMessage, kind: str) -> str:
    part = made.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_full_message_has_its_parts_in_order() -> None:
    """mixed(alternative(plain, html), docx, ics), the files under their names."""
    made = parsed(message())
    docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    alternative = ("multipart/alternative", ["text/plain", "text/html"])
    assert shape(made) == ("multipart/mixed", [alternative, docx, "text/calendar"])
    files = list(made.iter_attachments())
    assert [part.get_filename() for part in files] == ["briefing-2030-05-06.docx", "briefing-2030-05-06.ics"]
    assert files[1].get_param("method") == "PUBLISH"
    assert text_of(made, "plain") == "The minister spoke.\n"
    assert text_of(made, "html") == "<p>The minister spoke.</p>\n"
    assert files[0].get_content() == b"PK docx"


@pytest.mark.parametrize(
    ("html", "attachments", "expected"),
    [
        (None, False, "text/plain"),
        (b"<p>x</p>", False, ("multipart/alternative", ["text/plain", "text/html"])),
        (None, True, ("multipart/mixed", ["text/plain", "text/calendar"])),
    ],
)
def test_a_recipient_may_have_fewer_parts(html: bytes | None, attachments: bool, expected: object) -> None:
    """Plain text always, the others as the recipient's formats say."""
    files = [Attachment(format="calendar", name="a.ics", data=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")] if attachments else []
    made = message(content=build_body(text=b"x\n", html=html, attachments=files))
    assert shape(parsed(made)) == expected


def test_every_header_that_mail_of_this_kind_needs_is_there() -> None:
    """Date, Message-ID, List-Id, both ways to unsubscribe, and what keeps absence notes away."""
    settings = replace(
        SETTINGS, reply_to="desk@example.org", unsubscribe_url="https://example.org/off?list=daily", unsubscribe_to="off@example.org"
    )
    made = parsed(message(settings=settings))
    assert made["Date"] == "Mon, 06 May 2030 12:00:00 +0000"
    assert made["From"] == "Daily Briefing <briefing@example.org>" and made["Reply-To"] == "desk@example.org"
    assert made["List-Id"] == "Daily briefing <briefing.example.org>"
    assert made["List-Unsubscribe"].split() == [
        "<https://example.org/off?list=daily&address=anna%40example.org>,",
        "<mailto:off@example.org?subject=unsubscribe%20anna%40example.org>",
    ]
    assert made["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert made["Auto-Submitted"] == "auto-generated" and "Bcc" not in made and "Cc" not in made


def test_without_a_web_address_unsubscribing_is_by_mail() -> None:
    """And no header claims a click that nobody would take."""
    made = parsed(message())
    assert made["List-Unsubscribe"] == "<mailto:briefing@example.org?subject=unsubscribe%20anna%40example.org>"
    assert "List-Unsubscribe-Post" not in made


@pytest.mark.parametrize(
    "changed",
    [
        {"unsubscribe_url": "https://example.org/ off"},
        {"unsubscribe_url": "http://example.org/"},
        {"list_id": "a b"},
        {"list_id": "a>\r\nBcc: x"},
    ],
)
def test_settings_that_cannot_stand_in_a_header_are_refused(changed: dict[str, str]) -> None:
    """With the setting named."""
    with pytest.raises(MessageRefused, match=next(iter(changed))) as refused:
        message(settings=replace(SETTINGS, **changed))  # type: ignore[arg-type]  # only texts are given
    assert refused.value.reason == "header"


def test_copies_differ_in_their_header_alone() -> None:
    """So that the outbox keeps their body once."""
    shared = body()
    anna, ben = message("anna@example.org", content=shared), message(Recipient(address="ben@example.org", name="Ben"), content=shared)
    assert anna.partition(b"\r\n\r\n")[2] == ben.partition(b"\r\n\r\n")[2]
    assert anna.partition(b"\r\n\r\n")[0] != ben.partition(b"\r\n\r\n")[0]
    assert message(content=body()) == anna, "equal parts give equal bytes"


def test_message_ids_are_one_for_each_run_and_recipient() -> None:
    """The same again for the same, whatever the case of the address; another for any other."""
    ids = {message_id(key, address, SETTINGS) for key in ("k1", "k2") for address in ("anna@example.org", "ben@example.org")}
    assert len(ids) == 4
    assert message_id("k1", "Anna@Example.org", SETTINGS) in ids


@pytest.mark.parametrize("part", ["briefing-2030-05-06.docx", "html", "text"])
def test_a_message_over_the_cap_is_refused_and_the_largest_part_named(part: str) -> None:
    """10 MB, as it travels: a file of 8 MB is 11 MB in base64."""
    large = b"x" * 70 + b"\n"
    many = large * (8_000_000 // len(large)) if part.endswith("docx") else large * (10_500_000 // len(large))
    with pytest.raises(MessageRefused, match=f"10 MB is the most .* largest part is {part}") as refused:
        body(text=many if part == "text" else b"x", html=many if part == "html" else b"x", docx=many if part.endswith("docx") else b"x")
    assert refused.value.reason == "oversized"


def test_lines_are_short_enough_for_any_server() -> None:
    """998 octets at most (RFC 5322), whatever the parts hold, and every line ends as lines of mail end."""
    made = message(content=body(text=b"a" * 5000 + b"\n.\n.. dots\nFrom here\n", html="<p>é</p>".encode() * 1000))
    assert all(len(text) <= 998 for text in made.split(b"\r\n"))
    assert b"\n" not in made.replace(b"\r\n", b"") and b"\r" not in made.replace(b"\r\n", b"") and made.isascii()
    assert text_of(parsed(made), "plain") == "a" * 5000 + "\n.\n.. dots\nFrom here\n"


def test_a_dkim_signature_verifies_and_covers_what_matters(tmp_path: Path) -> None:
    """A changed subject, recipient, unsubscribe address or body, or a second From, no longer verifies."""
    require("openssl")
    subprocess.run(["openssl", "genrsa", "-out", tmp_path / "key.pem", "2048"], check=True, capture_output=True)
    public = subprocess.run(
        ["openssl", "rsa", "-in", tmp_path / "key.pem", "-pubout", "-outform", "DER"], check=True, capture_output=True
    ).stdout
    record = b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)

    def verifies(made: bytes) -> bool:
        return bool(dkim.verify(made, dnsfunc=lambda name, timeout=5: record if name == b"daily._domainkey.example.org." else None))

    signer = load_signer(domain="example.org", selector="daily", key_file=tmp_path / "key.pem")
    made = signer.sign(message(settings=replace(SETTINGS, unsubscribe_url="https://example.org/off")))
    assert verifies(made) and parsed(made)["DKIM-Signature"] is not None
    for before, after in (
        (b"Subject: Daily", b"Subject: Early"),
        (b"anna@", b"nina@"),
        (b"https://example.org/off", b"https://example.com/off"),
        (b"List-Unsubscribe=One-Click", b"List-Unsubscribe=Two-Click"),
        (b"minister", b"monister"),
        (b"From: Daily", b"From: evil@example.org\r\nFrom: Daily"),
    ):
        assert before in made and not verifies(made.replace(before, after)), before


def test_a_key_that_is_none_is_named(tmp_path: Path) -> None:
    """Missing or no key at all: before anything is sent."""
    with pytest.raises(DeliveryError, match=r"email\.dkim\.key_file: .* cannot be read"):
        load_signer(domain="example.org", selector="daily", key_file=tmp_path / "none.pem")
    (tmp_path / "key.pem").write_text("no key")
    with pytest.raises(DeliveryError, match="must be an RSA private key"):
        load_signer(domain="example.org", selector="daily", key_file=tmp_path / "key.pem").sign(message())
