"""A mail gives its text, and its attachments as documents of their own."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing.errors import UnreadableDocument
from briefing.ingest import FolderSource, IngestSettings, read_document, read_documents

from .samples import ENGLISH, PARAGRAPHS, TODAY, docx_bytes, mail, page_source, pdf_bytes, read, write


def outcomes(message: EmailMessage, folder: Path, **limits: int) -> dict[str, str]:
    """Give what became of a mail and each thing in it."""
    write(folder / "m.eml", bytes(message))
    settings = IngestSettings(**limits)
    result = read_documents([FolderSource(folder=folder)], settings, today=TODAY, base=folder)
    assert [document.path for document in result.documents] == [e.path for e in result.coverage if not e.reason and not e.detail]
    return {entry.path: entry.reason or entry.outcome for entry in result.coverage}


def attach(message: EmailMessage, data: bytes, name: str, kind: str = "application/octet-stream") -> None:
    maintype, _, subtype = kind.partition("/")
    message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)


def test_mail_gives_its_text_and_headers(tmp_path: Path) -> None:
    """The plain text goes before the HTML; subject, sender and day are the mail's own, the day as the sender had it."""
    message = mail(page=page_source("<p>not this</p>"), subject="Re: FW: Talks on the river go on")
    document = read(write(tmp_path / "m.eml", bytes(message)))
    assert document.text.split("\n") == list(PARAGRAPHS)
    assert (document.title, document.outlet) == ("Talks on the river go on", "River Watch")
    assert (str(document.published), document.published_from) == ("2022-09-20", "metadata")


def test_mail_without_plain_text_is_read_from_its_page(tmp_path: Path) -> None:
    """Newsletters often have HTML only."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    message = mail(None, page=page_source(f"<article>{paragraphs}</article>"))
    assert all(paragraph in read(write(tmp_path / "m.eml", bytes(message))).text for paragraph in PARAGRAPHS)


def test_mail_lines_are_joined_and_its_signature_dropped(tmp_path: Path) -> None:
    """Mail programs break lines; a sentence is whole again."""
    body = "The two ministers met in the capital and agreed that the talks\non the river would go on.\n\n-- \nJane Doe\n"
    text = read(write(tmp_path / "m.eml", bytes(mail(body)))).text
    assert text == "The two ministers met in the capital and agreed that the talks on the river would go on."


def test_mail_in_another_charset_is_decoded(tmp_path: Path) -> None:
    """The part says its encoding, and where it lies the bytes decide."""
    raw = "From: a@x.example\nSubject: =?utf-8?q?Caf=C3=A9?=\nContent-Type: text/plain; charset=%s\n\nThe café said so.\n"
    for declared in ("iso-8859-1", "nonsense", "us-ascii"):
        document = read(write(tmp_path / "m.eml", (raw % declared).encode("cp1252")))
        assert (document.text, document.title) == ("The café said so.", "Café")


def test_greeting_is_no_part_of_the_first_sentence(tmp_path: Path) -> None:
    """Whom a mail greets stands on a line of its own."""
    body = (
        "Dear Anna,\nthe second shipment of the vaccine will arrive in the harbour on the twelfth,\nand the minister will hand it over.\n"
    )
    path = write(tmp_path / "m.eml", bytes(mail(body)))
    first, second = read(path).text.split("\n")
    assert first == "Dear Anna,"
    assert second.startswith("the second shipment") and second.endswith("hand it over.")


def test_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    """Each is read by its format, named below its mail, and refused by itself."""
    message = mail()
    attach(message, pdf_bytes(), "report.pdf", "application/pdf")
    attach(message, docx_bytes(), "note.docx")
    attach(message, docx_bytes(), "note.docx")
    attach(message, b"", "empty.txt")
    attach(message, b"x", "table.xlsx")
    attach(message, b"\x89PNG", "logo.png", "image/png")
    attach(message, ENGLISH.encode(), "../../etc/passwd.txt")
    assert outcomes(message, tmp_path) == {
        "m.eml": "read",
        "m.eml/report.pdf": "read",
        "m.eml/note.docx": "read",
        "m.eml/note (2).docx": "read",
        "m.eml/empty.txt": "empty",
        "m.eml/table.xlsx": "unsupported format",
        "m.eml/_.._etc_passwd.txt": "read",
    }


def test_mails_in_mails_are_read_to_a_depth(tmp_path: Path) -> None:
    """A forwarded mail is a document; what is nested deeper than the setting is named."""
    message = mail("The innermost of them has these words.")
    for number in (2, 1):
        outer = mail(f"This is the mail of level {number}, and another is in it.")
        outer.add_attachment(message)
        message = outer
    inner = "m.eml/forwarded.eml"
    assert outcomes(message, tmp_path) == {"m.eml": "read", inner: "read", f"{inner}/forwarded.eml": "read"}
    assert outcomes(message, tmp_path, max_depth=1)[f"{inner}/forwarded.eml"] == "too deep"
    assert outcomes(message, tmp_path, max_depth=0) == {"m.eml": "read", inner: "too deep"}


def test_mail_that_only_carries_a_document_is_read(tmp_path: Path) -> None:
    """No text of its own is no fault where an attachment has some."""
    message = mail("")
    attach(message, ENGLISH.encode(), "a.txt", "text/plain")
    assert outcomes(message, tmp_path) == {"m.eml": "read", "m.eml/a.txt": "read"}
    (document,) = read_document(tmp_path / "m.eml", IngestSettings(), today=TODAY)
    assert document.path.endswith("m.eml/a.txt")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"From: a@x.example\nSubject: nothing\n\n", "empty"),
        (ENGLISH.encode(), "wrong extension"),
        (pdf_bytes(), "wrong extension"),
    ],
)
def test_mail_that_is_none_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """A mail begins with its headers."""
    with pytest.raises(UnreadableDocument) as caught:
        read(write(tmp_path / "m.eml", data))
    assert caught.value.reason == reason


def test_mail_with_too_many_attachments_is_refused(tmp_path: Path) -> None:
    """A mail is no way round the limits."""
    message = mail()
    for number in range(4):
        attach(message, ENGLISH.encode(), f"{number}.txt")
    assert outcomes(message, tmp_path, max_attachments=3) == {"m.eml": "too large"}


@pytest.mark.parametrize(("name", "end"), [("box.mbox", "\n"), ("box.eml", "\n"), ("box.mbox", "\r\n")])
def test_each_mail_of_a_mailbox_is_a_document(tmp_path: Path, name: str, end: str) -> None:
    """None is read as part of the one before it, and a line of a letter that begins with From parts nothing."""
    first = mail(f"{PARAGRAPHS[0]}\n\n>From here on there is\nFrom 10:30 in 2022 on\nnothing new.\n", subject="One")
    attach(first, ENGLISH.encode(), "a.txt")
    second = mail(PARAGRAPHS[1], subject="Two")
    lines = [f"From a@x.example Tue Sep 20 09:{minute}:00 2022\n{part.as_string()}\n" for minute, part in ((10, first), (20, second))]
    write(tmp_path / name, "".join(lines).replace("\n", end))
    result = read_documents([FolderSource(folder=tmp_path)], IngestSettings(), today=TODAY, base=tmp_path)
    assert [(d.path, d.title) for d in result.documents][::2] == [(f"{name}/mail 1.eml", "One"), (f"{name}/mail 2.eml", "Two")]
    assert result.documents[1].path == f"{name}/mail 1.eml/a.txt"
    assert "From here on there is" in result.documents[0].text and "Two" not in result.documents[0].text
    assert result.documents[2].text == PARAGRAPHS[1]
    assert result.coverage[0].detail == "it has no text of its own, only 2 mails"


def test_a_mailbox_of_too_many_mails_is_refused_with_their_number(tmp_path: Path) -> None:
    """It says how many there are, and what to do."""
    write(tmp_path / "box.mbox", "".join(f"From a Tue Sep 20 09:10:00 2022\n{mail().as_string()}\n\n" for _ in range(3)))
    with pytest.raises(UnreadableDocument, match="it holds 3 mails; at most 2 are read"):
        read_document(tmp_path / "box.mbox", IngestSettings(max_mails=2), today=TODAY)


FORWARDED = """---------- Forwarded message ---------
From: Ada Quill <ada@quill.example>
Date: Mon, 12 Sept 2022 at 10:12
Subject: Talks on the river go on
To: Tom Brand <tom@brand.example>

"""


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_forwarded_mail_is_of_its_own_sender_and_day(tmp_path: Path, mark: str) -> None:
    """The headers in the text are no part of it; the mail around it only passed it on."""
    body = "".join(f"{mark}{line}\n" for line in (FORWARDED + ENGLISH).split("\n"))
    document = read(write(tmp_path / "a.eml", bytes(mail(f"See below.\n\n{body}", subject="Fwd: Talks on the river go on"))))
    assert str(document.published) == "2022-09-12"
    assert document.outlet == "Ada Quill"
    assert document.title == "Talks on the river go on"
    assert "Tom Brand" not in document.text
    assert "Subject" not in document.text
    assert PARAGRAPHS[0] in document.text


def test_an_answer_is_of_who_answers(tmp_path: Path) -> None:
    """What stands below an answer is what it answers to."""
    document = read(write(tmp_path / "a.eml", bytes(mail(f"{ENGLISH}\n\n{FORWARDED}Thank you for your call.\n"))))
    assert str(document.published) == "2022-09-20"
    assert document.outlet == "River Watch"
    assert "Ada Quill" not in document.text


def test_a_newsletter_in_tables_gives_its_paragraphs(tmp_path: Path) -> None:
    """Tables that only put things in their place are no tables, and what a newsletter says of itself is not read."""
    rows = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in PARAGRAPHS)
    page = f"""<table><tr><td><a href="x">View this email in your browser</a></td></tr><tr><td><table>{rows}</table></td></tr>
    <tr><td>You received this email because you subscribed. <a href="y">Unsubscribe</a></td></tr></table>"""
    assert read(write(tmp_path / "a.eml", bytes(mail(None, page=f"<html><body>{page}</body></html>")))).text == ENGLISH


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("The council of Tervak publishes its plan for the harbour on Friday, and residents can then read it online.", True),
        ("Readers have a right to unsubscribe with one click, the watchdog said.", True),
        ("Trouble with this mail? View it online.", False),
        ("Unsubscribe | Privacy", False),
        ("Read this newsletter online", False),
    ],
)
def test_only_what_a_newsletter_says_of_itself_is_left_out(tmp_path: Path, line: str, is_kept: bool) -> None:
    """A paragraph may tell of what is read online."""
    document = read(write(tmp_path / "a.eml", bytes(mail(f"{ENGLISH}\n\n{line}\n"))))
    assert (line in document.text) == is_kept
