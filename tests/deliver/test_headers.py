"""Whatever stands in a text, a name or an address: the message has the headers that it should have, each once, and no other."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.headers import clean_text, exact_address, line
from briefing.deliver.message import MessageSettings, build_message, message_id
from briefing.deliver.records import Recipient
from briefing.errors import MessageRefused
from tests.deliver.mail import NOON, SETTINGS, body, message, parse

NAMES = [
    "Date",
    "From",
    "To",
    "Subject",
    "Message-ID",
    "List-Id",
    "List-Unsubscribe",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "MIME-Version",
    "Content-Type",
]
BODY = body()
#: what carries a line feed past the eye: raw, in an encoded word, in one that decodes to another, at a fold, in Unicode
HARM = (
    "x\r\nBcc: everyone@example.org",
    "x\nBcc: everyone@example.org\n",
    "x\rBcc: everyone@example.org",
    "=?utf-8?q?x=0D=0ABcc=3A_everyone=40example.org?=",
    "=?utf-8?b?eA0KQmNjOiBldmVyeW9uZUBleGFtcGxlLm9yZw==?= after",
    "==??utf-8?q?x=0ABcc=3A_everyone=40example.org?=",
    "=\x00?utf-8?q?x=0ABcc=3A_everyone=40example.org?=",
    "=\u202e?utf-8?q?x=0ABcc=3A_everyone=40example.org?=",
    "x\u2028Bcc: everyone@example.org\u2029\u0085Bcc: everyone@example.org",
    "a" * 70 + "\r\n Bcc: everyone@example.org",
    "a" * 3000,
    "\ud800 a lone surrogate",
    '", everyone@example.org, "',
    "Ä <everyone@example.org>,",
)


def assert_is_whole(made: bytes) -> EmailMessage:
    """The headers are those that were meant, by two readers: line by line, and as mail programs parse them."""
    head = made.partition(b"\r\n\r\n")[0]
    assert head.isascii() and b"\r" not in head.replace(b"\r\n", b"") and b"\n" not in head.replace(b"\r\n", b"")
    lines = head.decode("ascii").split("\r\n")
    assert all(len(text) <= 998 for text in lines)
    assert [text.partition(":")[0] for text in lines if not text.startswith(" ")] == NAMES
    parsed = parse(made)
    assert list(parsed.keys()) == NAMES
    to = parsed["To"].addresses
    assert [address.addr_spec for address in to] == ["anna@example.org"]
    assert [address.addr_spec for address in parsed["From"].addresses] == ["briefing@example.org"]
    assert "\n" not in parsed["Subject"] and "\r" not in parsed["Subject"]
    return parsed


def write(subject: str, name: str | None = None, sender_name: str | None = None, title: str = "Daily briefing") -> bytes:
    settings = MessageSettings(sender="briefing@example.org", sender_name=sender_name, list_name=title)
    recipient = Recipient(address="anna@example.org", name=name)
    identifier = message_id("k", recipient.address, settings)
    return build_message(BODY, recipient=recipient, settings=settings, subject=subject, date=NOON, message_id=identifier)


@pytest.mark.parametrize("harm", HARM)
def test_no_text_becomes_a_header(harm: str) -> None:
    """In the subject, in either name, in the list's name: also as an encoded word with a line feed in it (CVE-2024-6923)."""
    assert_is_whole(write(harm, harm, harm, harm))


@given(st.text(), st.text(), st.text(), st.text())
def test_any_text_gives_the_headers_that_were_meant(subject: str, name: str, sender_name: str, title: str) -> None:
    """Each header once, one recipient, one sender, and lines of a length that servers take."""
    assert_is_whole(write(subject, name, sender_name, title))


@given(st.text(st.sampled_from('=?utf-8qbB_ \r\n\x00\u202eÄ"<>,@:;x'), max_size=60))
def test_pieces_of_encoded_words_do_not_join_into_one(text: str) -> None:
    """What is cleaned has no beginning of an encoded word left, and cleaning it again changes nothing."""
    cleaned = clean_text(text)
    assert "=?" not in cleaned and cleaned == clean_text(cleaned)
    assert_is_whole(write(text, text, text, text))


def test_what_a_text_says_arrives() -> None:
    """Letters of any script, quotes and commas read as they were written."""
    parsed = assert_is_whole(write("Größe, “Рада” und 会談", 'Ana "Anny" Müller, M.A.', "Ministère — Veille"))
    assert parsed["Subject"] == "Größe, “Рада” und 会談"
    assert parsed["To"].addresses[0].display_name == 'Ana "Anny" Müller, M.A.'
    assert parsed["From"].addresses[0].display_name == "Ministère — Veille"
    plain = assert_is_whole(write("A subject", 'Dr. Ann "Anny" Lee, MP'))
    assert plain["To"].addresses[0].display_name == 'Dr. Ann "Anny" Lee, MP'


@pytest.mark.parametrize(
    "address",
    [
        "anna@example.org\r\nBcc: everyone@example.org",
        "anna@example.org> RCPT TO:<everyone@example.org",
        "anna@example.org, everyone@example.org",
        "anna@example.org;everyone@example.org",
        "Anna <anna@example.org>",
        '"anna everyone"@example.org',
        "=?utf-8?q?anna=0A?=@example.org",
        "anna@example.org\x00",
        "anna@exa mple.org",
        "anna@@example.org",
        "@example.org",
        "anna@",
        "anna",
        "",
        "anna@-example.org",
        "anna@example..org",
        "ännä@example.org",
        "a" * 65 + "@example.org",
        "anna@" + ".".join(["a" * 60] * 5),
        "@relay.example:anna@example.org",
    ],
)
def test_an_address_is_one_bare_address_or_refused(address: str) -> None:
    """As recipient, as sender, for answers, for unsubscribing: a named reason, and nothing is made."""
    with pytest.raises(MessageRefused) as refused:
        exact_address(address)
    assert refused.value.reason == "address"
    with pytest.raises(MessageRefused):
        message(address)
    for key in ("sender", "reply_to", "unsubscribe_to"):
        if address:
            values: dict[str, str] = {"sender": "briefing@example.org", key: address}
            with pytest.raises(MessageRefused):
                message("anna@example.org", settings=MessageSettings(**values))  # type: ignore[arg-type]  # only texts are given


@given(st.text())
def test_any_address_is_exact_or_refused(text: str) -> None:
    """What is taken is ASCII, has one @, and cannot end a command or a header."""
    try:
        address = exact_address(text)
    except MessageRefused:
        return
    assert address.isascii() and address.count("@") == 1 and not set(address) & set(' \r\n\t<>,;:"()[]\\')


def test_a_domain_of_other_letters_is_sent_to_in_ascii() -> None:
    """As name servers know it."""
    assert exact_address("anna@bücher.example") == "anna@xn--bcher-kva.example"


@pytest.mark.parametrize("value", ["a\nBcc: x", "a\r\nBcc: x", "a\r\n \r\n", "ä", "x" * 999, "a\x00", "a\r\n", "a\r\n\r\n b"])
def test_a_line_that_would_not_be_one_header_is_refused(value: str) -> None:
    """The last guard, whoever wrote the value."""
    with pytest.raises(MessageRefused) as refused:
        line("X-Test", value)
    assert refused.value.reason == "header"


def test_a_date_and_a_message_id_are_always_there() -> None:
    """The library sets neither by itself."""
    library = EmailMessage(policy=SMTP)
    library.set_content("x")
    assert "Date" not in library and "Message-ID" not in library
    ours = parse(message())
    assert ours["Date"].datetime == NOON and ours["Message-ID"].startswith("<") and SETTINGS.domain in ours["Message-ID"]
