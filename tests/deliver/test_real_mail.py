"""A full briefing through a real mail server into a mailbox, and before a real filter of unwanted mail."""

from __future__ import annotations

import io
import random
import re
import subprocess
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from icalendar import Calendar

from briefing import mailing, pipeline
from briefing.audience import resolve_audience
from briefing.config import LoadedConfig, parse_config
from briefing.store import Store, open_store
from tests.deliver.mail import parse
from tests.deliver.postfix import run_postfix
from tests.deliver.servers import Certificates
from tests.programs import require

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent.parent
KEY = "morning/2022-09-20/06:30"
CONFIG = """
sources: [{{folder: {root}/seeds}}]
audiences:
  desk:
    recipients:
      - {{address: anna@example.org, name: 'Anna "Änni" Example, M.A.'}}
      - {{address: ben@example.org, formats: [html], watch: [Azerbaijan]}}
      - {{address: carl@example.org, formats: [docx]}}
      - {{address: nobody@example.org}}
operator: ops@example.org
email:
  sender: briefing@example.org
  sender_name: Daily Briefing
  reply_to: desk@example.org
  unsubscribe_url: https://example.org/unsubscribe
  smtp: {{host: localhost, port: {port}, security: starttls}}
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mail")


def load(base: Path, port: int = 25) -> LoadedConfig:
    return LoadedConfig(config=parse_config(CONFIG.format(root=ROOT, port=port), "config.yaml"), path=None, base=base)


@pytest.fixture(scope="module")
def made(base: Path) -> pipeline.Made:
    now = datetime(2022, 9, 20, 12, tzinfo=UTC)
    return pipeline.make_briefing(pipeline.RunRequest(config=load(base), now=now))


def now() -> datetime:
    return datetime.now(UTC)


def queued(base: Path, made: pipeline.Made, loaded: LoadedConfig, name: str) -> Store:
    store = open_store(base / f"{name}.sqlite3")
    ready = mailing.prepare_mailing(loaded, made, resolve_audience(loaded, "desk"))
    assert mailing.queue_copies(store, ready, run_id="run-1", key=KEY, now=now()) == 4
    return store


def part(message: EmailMessage, kind: str) -> bytes:
    found = next(p for p in message.walk() if p.get_content_type() == kind)
    content = found.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def lines(content: bytes) -> list[bytes]:
    """The lines of a text, whose last one ends in mail whether it did before or not."""
    return content.replace(b"\r\n", b"\n").removesuffix(b"\n").split(b"\n")


def test_a_full_briefing_arrives_whole_in_a_mailbox(
    base: Path, made: pipeline.Made, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over STARTTLS, through a queue: every part is compared; who is unknown there has failed, and the operator is told."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates.authority))
    with run_postfix(["anna", "ben", "carl", "ops"], certificates) as postfix:
        loaded = load(base, postfix.port)
        store = queued(base, made, loaded, "postfix")
        report = mailing.drain(loaded, store, clock=now, rng=random.Random(1))
        assert report.sent == 3 and [t.recipient for t in report.failed] == ["nobody@example.org"] and "550" in report.failed[0].reason
        assert mailing.drain(loaded, store, clock=now, rng=random.Random(1)).sent == 0, "nothing is sent twice"
        frozen = {d.recipient: store.delivery_message(d.id) for d in store.list_outbox()}
        store.close()
        (anna,), (ben,), (carl,), (ops,) = (postfix.mailbox(name) for name in ("anna", "ben", "carl", "ops"))
    message = parse(anna)
    assert message["Return-Path"] == "<briefing@example.org>" and "with ESMTPS" in message["Received"]
    for name in (
        "Date",
        "From",
        "Reply-To",
        "To",
        "Subject",
        "Message-ID",
        "List-Id",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "Auto-Submitted",
    ):
        assert message.get_all(name) == parse(frozen["anna@example.org"]).get_all(name) and len(message.get_all(name) or ()) == 1
    assert message["Subject"] == made.subject
    assert message["To"].addresses[0].display_name == 'Anna "Änni" Example, M.A.'
    renditions = made.renditions
    assert lines(part(message, "text/plain")) == lines(renditions["text"])
    assert lines(part(message, "text/html")) == lines(renditions["html"])
    assert lines(part(message, "text/calendar")) == lines(renditions["calendar"])
    word = part(message, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    assert word == renditions["docx"] and docx.Document(io.BytesIO(word)).paragraphs
    assert Calendar.from_ical(part(message, "text/calendar")).events
    own = made.remake(("Azerbaijan",), ("text",))
    assert own.briefing.actors[0].name == "Azerbaijan" != made.briefing.actors[0].name
    assert lines(part(parse(ben), "text/plain")) == lines(own.renditions["text"])
    assert [p.get_content_type() for p in parse(ben).walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert [p.get_content_type() for p in parse(carl).walk()][:2] == ["multipart/mixed", "text/plain"]
    assert "nobody@example.org" in part(parse(ops), "text/plain").decode() and "did not arrive" in parse(ops)["Subject"]


def test_a_filter_of_unwanted_mail_finds_nothing_in_it(base: Path, made: pipeline.Made) -> None:
    """SpamAssassin, with what it can tell without a network: under 1.0."""
    require("spamassassin")
    loaded = load(base)
    store = queued(base, made, loaded, "filter")
    message = store.delivery_message(1)
    store.close()
    arrived = b"Received: from mail.example.org (mail.example.org [93.184.216.34]) by mx.example.net; " + _date(message) + b"\r\n" + message
    done = subprocess.run(["spamassassin", "-L", "-t"], input=arrived, capture_output=True, check=True, env=_home(base))
    found = re.search(rb"X-Spam-Status: \w+, score=(-?[\d.]+)", done.stdout)
    assert found is not None, done.stdout[-2000:]
    assert float(found[1]) < 1.0, done.stdout.decode(errors="replace")[-2000:]


def _date(message: bytes) -> bytes:
    found = re.search(rb"^Date: (.*?)\r\n", message, re.MULTILINE)
    assert found is not None
    return found[1]


def _home(base: Path) -> dict[str, str]:
    """What a filter learns, or finds, in a home folder is no part of the test."""
    return {"HOME": str(base), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C"}
