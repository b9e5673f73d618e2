"""The outbox is emptied: what is tried when, what is recorded before what, and what a stop, a crash or a broken server leaves."""

from __future__ import annotations

import mailbox
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.deliver.drain import DrainReport, DrainSettings, delay_s, drain_outbox
from briefing.deliver.files import FolderTransport, MaildirTransport
from briefing.deliver.records import AboutToSend, Copy, Outcome, Transport
from briefing.errors import StoreError, TransportDown
from briefing.store import Store, open_store
from tests.deliver.mail import ADDRESSES, NOON, body, claim_one, copy, states
from tests.slot_samples import Clock

SENT = Outcome(state="sent", reason="250 taken")
LATER = Outcome(state="temporary", reason="451 later")
NEVER = Outcome(state="permanent", reason="550 no such user")
BROKEN = Outcome(state="temporary", scope="connection", reason="421 closing")
BLOCKED = Outcome(state="temporary", scope="batch", reason="550 sender blocked")
SILENT = Outcome(state="unknown", scope="connection", reason="no answer")


@dataclass
class Server:
    """Says what it is told to, by recipient, and then takes everything."""

    answers: dict[str, list[Outcome | Exception]] = field(default_factory=dict)
    every: list[Outcome | Exception] = field(default_factory=list)
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    on_try: Callable[[Copy], None] = lambda copy: None
    closed: int = 0

    def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
        self.tried.append(copy.recipient)
        waiting = self.answers.get(copy.recipient) or self.every
        answer = waiting.pop(0) if waiting else SENT
        if isinstance(answer, Exception):
            raise answer
        if answer in (SENT, SILENT):
            about_to_send()
            self.taken.append((copy.recipient, copy.message))
        self.on_try(copy)
        return answer

    def close(self) -> None:
        self.closed += 1


def drained(
    store: Store, server: Transport, clock: Clock, *, stop: Callable[[], bool] = lambda: False, resend_unknown: bool = False
) -> DrainReport:
    settings = DrainSettings(resend_unknown=resend_unknown)
    return drain_outbox(store, server, settings=settings, clock=clock, rng=random.Random(1), stop=stop)


def test_everything_that_is_due_is_tried_once_in_its_order(store: Store) -> None:
    """And the connection is let go of at the end."""
    server = Server()
    report = drained(store, server, Clock(NOON))
    assert (report.sent, report.waiting, report.failed, report.unknown, report.down) == (3, 0, [], [], None)
    assert server.tried == list(ADDRESSES) and server.closed == 1
    assert drained(store, server, Clock(NOON)).sent == 0 and len(server.tried) == 3


def test_sending_is_on_the_disk_before_the_message_goes_out(store: Store, tmp_path: Path) -> None:
    """Another process sees it while the message is on its way."""
    seen: list[str] = []

    def look(copy: Copy) -> None:
        other = open_store(tmp_path / "briefing.sqlite3")
        seen.append(next(d.state for d in other.list_outbox() if d.id == copy.id))
        other.close()

    drained(store, Server(on_try=look), Clock(NOON))
    assert seen == ["sending"] * 3


def test_a_refusal_counts_for_its_copy_only(store: Store) -> None:
    """Failed for good and named, or waiting, while the others go out."""
    server = Server(answers={"anna@example.org": [NEVER], "ben@example.org": [LATER]})
    report = drained(store, server, Clock(NOON))
    assert states(store) == {"anna": "failed", "ben": "pending", "carl": "sent"}
    assert [(t.recipient, t.reason) for t in report.failed] == [("anna@example.org", "550 no such user")] and report.waiting == 1


@given(st.integers(1, 200), st.integers())
def test_pauses_grow_up_to_the_longest_and_differ(attempts: int, seed: int) -> None:
    """Twice as long each time, less up to half by chance, an hour at most."""
    settings = DrainSettings()
    full = min(3600.0, 60.0 * 2 ** (attempts - 1))
    first, second = (delay_s(attempts, settings, random.Random(s)) for s in (seed, seed + 1))
    assert full / 2 <= first <= full and full / 2 <= second <= full
    assert first != second


def test_a_copy_is_tried_with_growing_pauses_until_its_deadline(store: Store) -> None:
    """Then it has failed, with the server's last word, and it is tried no more."""
    clock, server = Clock(NOON), Server(answers={"anna@example.org": [LATER] * 1000})
    tries: list[float] = []
    report = DrainReport()
    while (due := store.next_attempt()) is not None:
        clock.now = max(clock.now, due)
        before = len(server.tried)
        report = drained(store, server, clock)
        if server.tried[before:].count("anna@example.org"):
            tries.append((clock.now - NOON).total_seconds())
    pauses = [b - a for a, b in pairwise(tries)]
    assert 25 < len(tries) < 60 and pauses[0] <= 60 < pauses[2] and max(pauses) <= 3600
    assert clock.now == NOON + timedelta(hours=24)
    (told,) = report.failed
    assert told.reason == "the deadline of 24 hours has passed; last: 451 later"
    assert states(store)["anna"] == "failed"


def test_a_copy_whose_deadline_passed_while_nothing_ran_is_not_sent(store: Store) -> None:
    """A briefing of the day before yesterday is none; a person may still retry it, and the deadline begins anew."""
    clock, server = Clock(NOON + timedelta(days=2)), Server()
    assert len(drained(store, server, clock).failed) == 3 and server.tried == []
    store.retry(1, now=clock())
    assert drained(store, server, clock).sent == 1


@pytest.mark.parametrize("answer", [BLOCKED, TransportDown("mail.example.org:587: nothing answers there")])
def test_where_no_copy_can_be_sent_one_is_tried_and_all_wait(store: Store, answer: Outcome | Exception) -> None:
    """A refused login or sender is met once for each pause, not once for each copy."""
    clock, server = Clock(NOON), Server(every=[answer])
    report = drained(store, server, clock)
    assert len(server.tried) == 1 and report.down is not None and report.waiting == 3
    assert set(states(store).values()) == {"pending"}
    assert drained(store, server, clock).down is None and len(server.tried) == 1, "nothing is due before the pause is over"
    clock.advance(minutes=2)
    assert drained(store, server, clock).sent == 3


def test_a_server_that_stays_down_is_asked_less_and_less_often(store: Store) -> None:
    """A wrong password is no hundred failed logins a day, however many copies wait."""
    clock, server = Clock(NOON), Server(every=[TransportDown("the login was refused")] * 1000)
    while clock.now < NOON + timedelta(hours=12):
        drained(store, server, clock)
        due = store.next_attempt()
        assert due is not None
        clock.now = due
    assert 10 < len(server.tried) < 30


def test_connections_that_break_one_after_the_other_are_enough_at_three(store: Store) -> None:
    """One that breaks is that copy's; three in a row are the server's."""
    clock, server = Clock(NOON), Server(every=[BROKEN] * 3)
    assert drained(store, server, clock).down == "421 closing" and len(server.tried) == 3
    clock.advance(minutes=5)
    server.answers = {"anna@example.org": [BROKEN], "carl@example.org": [BROKEN]}
    assert drained(store, server, clock).down is None
    assert states(store) == {"anna": "pending", "ben": "sent", "carl": "pending"}


def test_processes_that_drain_at_once_send_each_copy_once(database_url: str) -> None:
    """Each takes what no other has; the same on both databases."""
    store = open_store(database_url)
    content = body()
    names = [f"p{n}@example.org" for n in range(60)]
    store.enqueue_deliveries("r", [copy(name, content=content) for name in names], key="k", now=NOON)
    servers = [Server(), Server(), Server()]

    def work(server: Server) -> None:
        own = open_store(database_url)
        drain_outbox(own, server, settings=DrainSettings(batch=4), clock=Clock(NOON), rng=random.Random(1))
        own.close()

    threads = [threading.Thread(target=work, args=(server,)) for server in servers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(who for server in servers for who, _ in server.taken) == sorted(names)
    assert set(states(store).values()) == {"sent"}
    store.close()


def test_a_stop_gives_back_what_was_not_tried(store: Store) -> None:
    """At once due again, the claim no attempt, and for any other process to take."""
    server = Server()
    report = drained(store, server, Clock(NOON), stop=lambda: len(server.tried) >= 1)
    assert report.sent == 1 and states(store) == {"anna": "sent", "ben": "pending", "carl": "pending"}
    assert [d.attempts for d in store.list_outbox()] == [1, 0, 0]
    assert drained(store, server, Clock(NOON)).sent == 2


def test_a_copy_that_another_process_took_over_is_not_sent(store: Store) -> None:
    """This process was too slow: the lease ran out between the claim and the message."""
    clock = Clock(NOON)

    class Slow(Server):
        def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
            clock.advance(minutes=16)
            assert claim_one(store, clock(), 900) is not None
            return super().send(copy, about_to_send)

    server = Slow()
    drain_outbox(store, server, settings=DrainSettings(batch=1), clock=clock, rng=random.Random(1), stop=lambda: bool(server.tried))
    assert server.taken == [] and states(store)["anna"] == "pending"


def test_a_silent_server_leaves_a_copy_unknown_and_it_is_held(store: Store) -> None:
    """However often the outbox is drained, until a person decides; then under the same Message-ID."""
    clock, server = Clock(NOON), Server(answers={"anna@example.org": [SILENT]})
    assert [t.recipient for t in drained(store, server, clock).unknown] == ["anna@example.org"]
    for _ in range(5):
        clock.advance(hours=5)
        drained(store, server, clock)
    assert states(store)["anna"] == "unknown"
    store.release(1, now=clock())
    drained(store, server, clock)
    first, second = (message for who, message in server.taken if who == "anna@example.org")
    assert states(store)["anna"] == "sent" and first == second


def test_a_copy_that_a_dead_process_was_sending_is_unknown_and_told_of_once(store: Store) -> None:
    """Its lease has to run out first."""
    clock = Clock(NOON)
    dead = claim_one(store, clock(), 900)
    assert dead is not None
    store.mark_sending(dead, now=clock(), lease_s=900)
    assert drained(store, Server(), clock).unknown == []
    clock.advance(minutes=16)
    (told,) = drained(store, Server(), clock).unknown
    assert told.recipient == "anna@example.org" and "ended before the server's answer was recorded" in told.reason
    assert drained(store, Server(), clock).unknown == []
    assert states(store)["anna"] == "unknown"


def test_unknown_copies_are_sent_again_only_until_the_deadline(store: Store) -> None:
    """A server that never answers is not sent the same for ever, where the settings have unknown copies sent again."""
    clock, server = Clock(NOON), Server(answers={"anna@example.org": [SILENT] * 1000})
    while (due := store.next_attempt()) is not None:
        clock.now = max(clock.now, due)
        drained(store, server, clock, resend_unknown=True)
    assert clock.now <= NOON + timedelta(hours=25) and states(store)["anna"] == "failed"
    assert 25 < sum(who == "anna@example.org" for who, _ in server.taken) < 60
    assert len({message for who, message in server.taken if who == "anna@example.org"}) == 1


def test_a_suppressed_address_is_sent_nothing_whatever_becomes_of_its_copies(store: Store) -> None:
    """Also when it is suppressed while its copy waits, or was being sent without an answer."""
    clock, server = Clock(NOON), Server(answers={"anna@example.org": [LATER], "ben@example.org": [SILENT]})
    drained(store, server, clock, resend_unknown=True)
    store.suppress("anna@example.org", "asked", now=clock())
    store.suppress("BEN@example.org", "asked", now=clock())
    clock.advance(hours=3)
    drained(store, server, clock, resend_unknown=True)
    assert server.tried == list(ADDRESSES) and states(store) == {"anna": "suppressed", "ben": "suppressed", "carl": "sent"}


def test_an_outbox_that_cannot_be_written_sends_nothing_more(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a locked database: the error is the caller's, no message goes out unrecorded, and nothing is lost."""

    def full(*arguments: object, **named: object) -> None:
        raise StoreError("the disk is full")

    server = Server()
    with monkeypatch.context() as patched:
        patched.setattr(store, "mark_sending", full)
        with pytest.raises(StoreError, match="the disk is full"):
            drained(store, server, Clock(NOON))
    assert server.taken == [] and server.closed == 1
    clock = Clock(NOON + timedelta(minutes=16))
    assert drained(store, server, clock).sent == 3


def test_a_folder_gets_a_file_for_each_copy(store: Store, tmp_path: Path) -> None:
    """Byte for byte, named by the recipient; the same copy again replaces its file."""
    folder = tmp_path / "new" / "mail"
    drained(store, FolderTransport(folder), Clock(NOON))
    files = sorted(folder.iterdir())
    assert [f.name.partition("-")[0] for f in files] == list(ADDRESSES) and all(f.suffix == ".eml" for f in files)
    assert files[0].read_bytes() == store.delivery_message(1)


def test_a_maildir_gets_a_message_for_each_copy(store: Store, tmp_path: Path) -> None:
    """As mail programs read them."""
    drained(store, MaildirTransport(tmp_path / "new" / "maildir"), Clock(NOON))
    found = list(mailbox.Maildir(tmp_path / "new" / "maildir", create=False))
    assert sorted(m["To"] for m in found) == list(ADDRESSES)


@pytest.mark.parametrize("kind", [FolderTransport, MaildirTransport])
def test_a_folder_that_takes_nothing_is_named_and_everything_waits(
    store: Store, tmp_path: Path, kind: type[FolderTransport | MaildirTransport]
) -> None:
    """A file is in its place: nothing is lost."""
    (tmp_path / "mail").write_text("")
    report = drained(store, kind(tmp_path / "mail" / "inner"), Clock(NOON))
    assert report.down is not None and "mail/inner" in report.down
    assert set(states(store).values()) == {"pending"}
