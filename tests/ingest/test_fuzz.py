"""Broken files of every format end in a document or in a named reason, and in nothing else.

BRIEFING_FUZZ_RUNS sets how many there are: 200 at the desk, 10,000 where CI is set. They are the same every time.
"""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest import IngestSettings
from briefing.ingest.content import Content, Reason
from briefing.ingest.documents import read_bytes
from briefing.ingest.formats.extensions import EXTENSIONS
from briefing.ingest.isolation import read_isolated
from briefing.ingest.worker import answer_request
from briefing.models import CoverageEntry, Document

from .samples import ENGLISH, PARAGRAPHS, SEED, TODAY, docx_bytes, mail, page_source, pdf_bytes, zip_bytes

RUNS = int(os.environ.get("BRIEFING_FUZZ_RUNS", "10000" if os.environ.get("CI") else "200"))
#: CPU time at which the whole run stops: what it has tried by then has passed, and a busy machine tries no less than an idle one
BOUND_S = 120.0
#: CPU time that no file of these sizes may take
SLOWEST_S = 5.0
SETTINGS = IngestSettings(timeout_s=10.0)
REASONS = set(get_args(Reason))
INTERESTING = [
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"99999999999", b"-1", b"\r\n\r\n", b"\n\n"),
    *(
        b"<",
        b"<!--",
        b"]]>",
        b"&#xD800;",
        b"---\n",
        b"[",
        b"`",
        b"%PDF-",
        b"endobj",
        b"/Kids",
        b"PK\x03\x04",
        b"=?utf-8?q?=00?=",
    ),
]


def originals() -> dict[str, list[bytes]]:
    message = mail(page=page_source("".join(f"<p>{p}</p>" for p in PARAGRAPHS)))
    message.add_attachment(docx_bytes(), maintype="application", subtype="octet-stream", filename="a.docx")
    message.add_attachment(mail())
    matter = "---\ntitle: Talks\npublished: 2022-09-20\nurl: https://x.example/a\n---\n"
    head = '<title>Talks</title><script type=\'application/ld+json\'>{"@type": "Article", "headline": "a"}</script>'
    return {
        ".txt": [SEED.read_bytes(), f"https://x.example/2022/09/20/a\r\n\r\nROME, Sept. 20 (AP) - {ENGLISH}".encode()],
        ".md": [f"{matter}# Talks\n\n- *one* [two](https://x.example)\n\n| a | b |\n|---|---|\n\n{ENGLISH}".encode()],
        ".html": [page_source(f"<main><ul><li>{PARAGRAPHS[0]}</li></ul><p>{PARAGRAPHS[1]}</p></main>", head).encode()],
        ".docx": [docx_bytes(title="Talks", heading="Talks go on")],
        ".pdf": [pdf_bytes(title="The talks go on"), pdf_bytes(password="secret")],
        ".eml": [bytes(message)],
        ".mbox": [
            b"From a@x.example Tue Sep 20 09:10:00 2022\n" + bytes(message) + b"\n\nFrom b Tue Sep 20 09:20:00 2022\n" + bytes(mail())
        ],
    }


WORDS = "word/document.xml"


def with_words(whole: bytes, words: bytes) -> bytes:
    """Put other words into a Word document."""
    archive = zipfile.ZipFile(io.BytesIO(whole))
    return zip_bytes(*((name, words if name == WORDS else archive.read(name)) for name in archive.namelist()))


def mutations(runs: int) -> Iterator[tuple[str, bytes]]:
    """Yield extension and bytes: pieces of a good file cut, doubled, swapped, overwritten, or under another name."""
    chance = random.Random(20220920)
    good = originals()
    for number in range(runs):
        extension = sorted(good)[number % len(good)]
        whole = chance.choice(good[extension])
        inner = chance.random() < 0.6 and extension == ".docx"
        # A changed byte of an archive is a wrong checksum and no more: most changes are made to what is packed in it.
        data = bytearray(zipfile.ZipFile(io.BytesIO(whole)).read(WORDS) if inner else whole)
        for _ in range(chance.choice((1, 1, 2, 3, 8, 40))):
            at = chance.randrange(len(data) + 1)
            until = min(len(data), at + int(chance.expovariate(0.02)))
            kind = chance.randrange(6)
            if kind == 0:
                del data[at:until]
            elif kind == 1:
                data[at:at] = data[at:until] * chance.randrange(1, 50)
            elif kind == 2:
                data[at:at] = chance.choice(INTERESTING) * chance.choice((1, 1, 30))
            elif kind == 3:
                data[at:until] = chance.randbytes(until - at)
            elif kind == 4 and at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            elif kind == 5:
                data = data[:at] if chance.random() < 0.2 else data
            data = data or bytearray(b"a")
        if inner:
            data = bytearray(with_words(whole, bytes(data)))
        name = chance.choice(sorted(EXTENSIONS)) if chance.random() < 0.03 else extension
        yield name, bytes(data)


def check(extension: str, data: bytes) -> list[str]:
    """Read bytes as a file; give the outcomes, having checked what each document and each entry promises."""
    outcomes = []
    for item in read_bytes(data, f"a{extension}", f"a{extension}", SETTINGS, TODAY):
        if isinstance(item, Document):
            item.text.encode()
            (item.title or "").encode()
            assert item.text.strip() and 0 <= item.body_start <= len(item.text)
            if item.title_span is not None:
                shown = "".join(c for c in item.text[slice(*item.title_span)] if c.isprintable() or c.isspace())
                assert shown.split() == "".join(c for c in item.title or "" if c.isprintable() or c == " ").split()
            assert (item.published is None) == (item.published_from is None)
        else:
            assert isinstance(item, CoverageEntry)
            assert item.outcome == "read" or (item.reason in REASONS and item.detail)
            outcomes.append(item.reason or item.outcome)
    assert outcomes
    return outcomes


def test_broken_files_have_named_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand mutated inputs over all formats: no crash, no hang, nothing but documents and reasons."""
    # A process for each PDF would take most of the time: every fiftieth has one, the others the same code here.
    isolated = 0

    def read_mostly_here(extension: str, data: bytes, settings: IngestSettings, today: date) -> Content:
        nonlocal isolated
        isolated += 1
        reader = read_isolated if isolated % 50 == 0 else answer_request
        return reader(extension, data, settings, today)

    monkeypatch.setattr("briefing.ingest.documents.read_isolated", read_mostly_here)
    started = time.process_time()
    tried: dict[str, int] = {}
    for extension, data in mutations(RUNS):
        before = time.process_time()
        for outcome in check(extension, data):
            tried[outcome] = tried.get(outcome, 0) + 1
        assert time.process_time() - before < SLOWEST_S, f"{len(data)} bytes of {extension} are read for too long"
        if time.process_time() - started > BOUND_S:
            break
    assert {"read", "unreadable", "wrong extension"} <= set(tried)


@given(data=st.binary(max_size=400), extension=st.sampled_from(sorted(EXTENSIONS - {".pdf"})))
def test_any_bytes_are_read_or_refused(data: bytes, extension: str) -> None:
    """Whatever the bytes and whatever the name."""
    check(extension, data)


@given(text=st.text(max_size=400))
def test_any_text_stays_as_it_is(text: str) -> None:
    """A .txt file that is read holds exactly what was written."""
    for item in read_bytes(text.encode(), "a.txt", "a.txt", SETTINGS, TODAY):
        if isinstance(item, Document):
            assert item.text == text


PIECES = """Monday|Sept. 19|2022|on|in Rome|(|)|,|said|\n|ROME|-|today|https://x.example/2022/|Published:|(AP)|31 June|
The talks go on|31/12/2022|.|By Jane Doe|later on Tuesday""".split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_dates_is_read(pieces: list[str]) -> None:
    """However dates, weekdays, addresses and datelines follow on each other."""
    check(".txt", " ".join(pieces).encode())
