"""From a made briefing to copies in the outbox and out of it: who gets which parts, once, and who is told when one fails."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing import mailing
from briefing.audience import resolve_audience
from briefing.deliver.records import AboutToSend, Copy, Outcome, Recipient
from briefing.errors import ConfigError, DeliveryError, MessageRefused
from briefing.pipeline import Made, render
from briefing.render import RenderSettings, TemplateSource
from briefing.store import Store
from tests.deliver.mail import NOON, claim_one, parse
from tests.mailing_samples import FOLDER, load, made
from tests.render import briefings
from tests.slot_samples import Clock

ANNA = (Recipient(address="anna@example.org"),)
KEY = "morning/2030-05-06/06:30"


def messages(store: Store) -> dict[str, EmailMessage]:
    found = {}
    for delivery in store.list_outbox():
        found[delivery.recipient.partition("@")[0]] = parse(store.delivery_message(delivery.id))
    return found


def queue(store: Store, folder: Path, text: str = FOLDER, *, key: str = KEY) -> int:
    loaded = load(folder, text)
    ready = mailing.prepare_mailing(loaded, made(), resolve_audience(loaded, "desk"))
    return mailing.queue_copies(store, ready, run_id="run-1", key=key, now=NOON)


def test_each_recipient_gets_the_parts_and_the_order_that_are_theirs(store: Store, tmp_path: Path) -> None:
    """HTML with or without attachments, or these alone, and a briefing of one's own for a watch-list."""
    assert queue(store, tmp_path) == 4
    found = messages(store)
    kinds = {name: [p.get_content_subtype() for p in m.walk() if not p.is_multipart()] for name, m in found.items()}
    word = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert kinds == {
        "anna": ["plain", "html", word, "calendar"],
        "ben": ["plain", "html"],
        "carl": ["plain", word],
        "dora": ["plain", "html", word, "calendar"],
    }
    assert found["anna"]["Subject"].startswith("For Norland") and found["dora"]["Subject"].startswith("Daily briefing")
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM message_bodies").scalar() == 4


def test_a_message_speaks_of_an_attached_document_only_where_there_is_one(tmp_path: Path) -> None:
    """Each recipient's message is made for the formats that are theirs."""
    wanted = []

    def remake(watch: object, formats: Iterable[str]) -> Made:
        wanted.append((watch, set(formats)))
        return made()

    loaded = load(tmp_path, FOLDER)
    mailing.prepare_mailing(loaded, replace(made(), remake=remake), resolve_audience(loaded, "desk"))
    assert (("Norland",), {"text", "html", "docx", "calendar"}) in wanted
    assert ((), {"text", "html"}) in wanted and ((), {"text", "html", "docx", "calendar"}) in wanted
    without, beside = (
        render(briefings.oversize(), formats, RenderSettings(), TemplateSource())["html"] for formats in (["html"], ["html", "docx"])
    )
    assert b"in the attached document" not in without and b"in the attached document" in beside


def test_nobody_gets_the_same_run_twice(store: Store, tmp_path: Path) -> None:
    """Another attempt at the slot adds only who is new; what was frozen first is what is sent."""
    queue(store, tmp_path)
    before = store.delivery_message(1)
    assert queue(store, tmp_path) == 0
    assert queue(store, tmp_path, FOLDER.replace("dora@", "eve@")) == 1
    assert store.delivery_message(1) == before and len(store.list_outbox()) == 5
    assert queue(store, tmp_path, key="morning/2030-05-07/06:30") == 4


def test_copies_are_queued_with_the_caller_s_transaction_or_not_at_all(store: Store, tmp_path: Path) -> None:
    """A run that is not recorded as done leaves no copies."""
    with pytest.raises(RuntimeError), store.transaction():
        queue(store, tmp_path)
        raise RuntimeError
    assert store.list_outbox() == ()


def test_a_message_that_is_too_large_is_refused_before_anything_is_queued(store: Store, tmp_path: Path) -> None:
    """With the part named; so is a header that cannot be, or a key that is none."""
    large = made()

    def remake(watch: object, formats: object) -> Made:
        return replace(large, renditions={**large.renditions, "docx": b"x" * 9_000_000})

    with pytest.raises(MessageRefused, match=r"briefing-2030-05-06\.docx \(9\.0 MB\)"):
        mailing.prepare_mailing(load(tmp_path, FOLDER), replace(large, remake=remake), ANNA)
    for extra, expected in (
        ("list_id: 'not one'", "list_id"),
        ("dkim: {domain: example.org, selector: a, key_file: gone.pem}", "gone.pem"),
    ):
        text = FOLDER.replace("folder: mail}", f"folder: mail, {extra}}}")
        with pytest.raises(DeliveryError, match=expected):
            mailing.prepare_mailing(load(tmp_path, text), large, ANNA)


def test_without_a_way_to_send_nothing_is_prepared(tmp_path: Path) -> None:
    """The section is named; draining, for a daemon that sends nothing, is no error."""
    text = FOLDER[: FOLDER.index("operator")]
    with pytest.raises(ConfigError, match="without the section email"):
        mailing.prepare_mailing(load(tmp_path, text), made(), ANNA)


class Refusing:
    """Takes nobody whose name begins so."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
        about_to_send()
        return (
            Outcome(state="permanent", reason="550 no") if copy.recipient.startswith(self.names) else Outcome(state="sent", reason="250 ok")
        )

    def close(self) -> None:
        pass


def test_the_operator_is_told_of_copies_that_did_not_arrive(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same pass, once, with numbers and reasons; and when that message fails too, nothing goes round in circles."""
    monkeypatch.setattr("briefing.wiring.transport", lambda loaded: Refusing("anna", "ben"))
    loaded, clock = load(tmp_path, FOLDER), Clock(NOON)
    queue(store, tmp_path)
    report = mailing.drain(loaded, store, clock=clock, rng=random.Random(1))
    assert report.sent == 2 and len(report.failed) == 2
    (told,) = [m for name, m in messages(store).items() if name == "ops"]
    assert told["Subject"] == f"Briefing: 2 copies of {KEY} did not arrive"
    text = told.get_content()
    assert "anna@example.org" in text and "FAILED: 550 no" in text and "briefing outbox retry" in text and "dora" not in text
    assert [d.recipient for d in store.list_outbox() if d.state == "sent"][-1] == "ops@example.org"
    monkeypatch.setattr("briefing.wiring.transport", lambda loaded: Refusing("ops", "eve"))
    queue(store, tmp_path, FOLDER.replace("dora@", "eve@"), key="k2")
    mailing.drain(loaded, store, clock=clock, rng=random.Random(1))
    assert sum(d.recipient == "ops@example.org" for d in store.list_outbox()) == 2
    assert mailing.drain(loaded, store, clock=clock, rng=random.Random(1)).failed == []


def test_the_operator_is_told_though_the_process_that_lost_a_copy_ended_before_it_could(store: Store, tmp_path: Path) -> None:
    """The next pass tells of what the outbox knows and nobody was told of; a copy that is lost again is told of again."""
    loaded, clock = load(tmp_path, FOLDER), Clock(NOON)
    queue(store, tmp_path)
    lost = claim_one(store, clock(), 900)
    assert lost is not None
    store.mark_failed(lost, now=clock(), reason="550 no")
    clock.advance(minutes=1)
    for _ in range(3):
        mailing.drain(loaded, store, clock=clock, rng=random.Random(1))
        clock.advance(minutes=1)
    assert [d.state for d in store.list_outbox() if d.recipient == "ops@example.org"] == ["sent"]
    store.retry(lost.id, now=clock())
    again = claim_one(store, clock(), 900)
    assert again is not None
    store.mark_failed(again, now=clock(), reason="550 still no")
    clock.advance(minutes=1)
    mailing.drain(loaded, store, clock=clock, rng=random.Random(1))
    assert [d.state for d in store.list_outbox() if d.recipient == "ops@example.org"] == ["sent", "sent"]
    clock.advance(days=30)
    mailing.drain(loaded, store, clock=clock, rng=random.Random(1))
    assert sum(d.recipient == "ops@example.org" for d in store.list_outbox()) == 2


def test_an_alert_is_queued_once_under_its_key(store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Plain text to the operator; without one the log has it."""
    loaded = load(tmp_path, FOLDER)
    for _ in range(2):
        assert mailing.queue_alert(
            loaded, store, key="alert/morning", subject="Briefing: morning\r\nBcc: x", lines=["It failed."], now=NOON
        )
    (told,) = messages(store).values()
    assert told["Subject"] == "Briefing: morning Bcc: x" and told["Bcc"] is None and told.get_content().strip() == "It failed."
    text = FOLDER.replace("operator: ops@example.org\n", "")
    assert not mailing.queue_alert(load(tmp_path, text), store, key="k", subject="Briefing: evening failed", lines=[], now=NOON)
    assert "evening failed" in caplog.text


def test_many_copies_take_no_more_memory_than_few(store: Store, tmp_path: Path) -> None:
    """They are written one after the other, and share their body."""
    loaded = load(tmp_path, FOLDER)

    def peak(count: int) -> int:
        recipients = [Recipient(address=f"p{n}@example.org") for n in range(count)]
        ready = mailing.prepare_mailing(loaded, made(), recipients)
        tracemalloc.start()
        try:
            assert mailing.queue_copies(store, ready, run_id="r", key=f"{count}", now=NOON) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)
    assert peak(800) < peak(200) + 1_000_000
