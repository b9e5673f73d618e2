"""Copies in the database: frozen once, held by one process at a time, settled by what is known; the same on both backends."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from briefing.errors import LeaseLost, StoreError
from briefing.store import Store, open_store
from briefing.store.records import ClaimedDelivery, FrozenCopy
from tests.deliver.mail import NOON, claim_one

LEASE_S = 900.0


def copy(address: str, body: bytes = b"shared body", header: str | None = None) -> FrozenCopy:
    message = (header or f"To: {address}").encode() + b"\r\n\r\n" + body
    return FrozenCopy(recipient=address, sender="briefing@example.org", message_id=f"<{address}>", message=message)


def queue(store: Store, *addresses: str, key: str = "k") -> int:
    return store.enqueue_deliveries("run-1", [copy(address) for address in addresses], key=key, now=NOON)


def claimed(store: Store, minutes: float = 0) -> ClaimedDelivery:
    found = claim_one(store, NOON + timedelta(minutes=minutes), LEASE_S)
    assert found is not None
    return found


def state(store: Store, number: int = 0) -> str:
    return store.list_outbox()[number].state


def test_one_copy_for_each_run_and_recipient(store: Store) -> None:
    """Whatever is queued later under the same key, in whatever case the address is written: the first stays."""
    assert queue(store, "anna@example.org", "ben@example.org") == 2
    assert queue(store, "ANNA@example.org", "carl@example.org") == 1
    assert queue(store, "anna@example.org", key="another slot") == 1
    assert [d.recipient for d in store.list_outbox(key="k")] == ["anna@example.org", "ben@example.org", "carl@example.org"]


def test_a_message_is_read_back_byte_for_byte_and_its_body_kept_once(store: Store) -> None:
    """Also when it was queued within a transaction of the caller, which keeps all of it or nothing."""
    with pytest.raises(RuntimeError), store.transaction():
        queue(store, "anna@example.org")
        raise RuntimeError
    assert store.list_outbox() == ()
    body = bytes(range(256)) * 1000
    with store.transaction():
        store.enqueue_deliveries("r", [copy(f"p{n}@example.org", body) for n in range(450)], key="k", now=NOON)
    first = store.list_outbox(limit=1)[0]
    assert store.delivery_message(first.id) == copy("p0@example.org", body).message
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM message_bodies").scalar() == 1


def test_two_processes_never_hold_the_same_copy(store: Store, database_url: str) -> None:
    """Whoever is first has it, and the other gets the next one, or none."""
    queue(store, *(f"p{n}@example.org" for n in range(40)))
    other = open_store(database_url)
    taken: list[int] = []

    def take(from_: Store) -> None:
        while (found := claim_one(from_, NOON, LEASE_S)) is not None:
            taken.append(found.id)

    threads = [threading.Thread(target=take, args=(s,)) for s in (store, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert sorted(taken) == sorted(d.id for d in store.list_outbox())


def test_a_claim_that_ran_out_is_another_s_and_the_first_may_no_longer_record(store: Store) -> None:
    """Its attempt number fences it."""
    queue(store, "anna@example.org")
    first = claimed(store)
    assert claim_one(store, NOON + timedelta(minutes=14), LEASE_S) is None
    second = claimed(store, minutes=16)
    with pytest.raises(LeaseLost):
        store.mark_sending(first, now=NOON, lease_s=LEASE_S)
    store.mark_sending(second, now=NOON, lease_s=LEASE_S)
    with pytest.raises(LeaseLost):
        store.mark_sent(first, now=NOON, reason="250")
    store.mark_sent(second, now=NOON, reason="250")
    assert state(store) == "sent"


def test_a_copy_left_in_sending_is_unknown_once_its_lease_ran_out(store: Store) -> None:
    """Not before; the process itself, if it comes back, still may say what became of it."""
    queue(store, "anna@example.org")
    copy_ = claimed(store)
    store.mark_sending(copy_, now=NOON, lease_s=LEASE_S)
    assert store.recover_deliveries(NOON + timedelta(minutes=14), LEASE_S) == ()
    (found,) = store.recover_deliveries(NOON + timedelta(minutes=16), LEASE_S)
    assert (found.recipient, state(store)) == ("anna@example.org", "unknown")
    assert claim_one(store, NOON + timedelta(days=9), LEASE_S) is None, "it is held"
    store.mark_sent(copy_, now=NOON, reason="250")
    assert state(store) == "sent"


def test_a_clock_set_back_holds_no_copy_for_ever(store: Store) -> None:
    """A lease given in a future that is no more counts as run out."""
    queue(store, "anna@example.org", "ben@example.org")
    first = claimed(store, minutes=60 * 24 * 365)
    store.mark_sending(first, now=NOON + timedelta(days=365), lease_s=LEASE_S)
    claim_one(store, NOON + timedelta(days=365), LEASE_S)
    assert claimed(store).recipient == "ben@example.org"
    assert [d.recipient for d in store.recover_deliveries(NOON, LEASE_S)] == ["anna@example.org"]


def test_a_person_retries_what_failed_and_releases_what_is_unknown(store: Store) -> None:
    """And nothing else: what was sent stays sent, what is unknown is not simply tried again. The deadline begins anew."""
    queue(store, "anna@example.org")
    number = store.list_outbox()[0].id
    later = NOON + timedelta(days=3)
    with pytest.raises(StoreError, match="is pending: `release` is for copies that are unknown"):
        store.release(number, now=NOON)
    store.mark_failed(claimed(store), now=NOON, reason="550 no")
    retried = store.retry(number, now=later)
    assert (retried.state, retried.enqueued_at, retried.next_attempt_at) == ("pending", later, later)
    copy_ = claimed(store, minutes=60 * 24 * 4)
    with pytest.raises(StoreError, match="is being tried"):
        store.retry(number, now=NOON + timedelta(days=4))
    store.mark_sending(copy_, now=NOON, lease_s=LEASE_S)
    store.mark_unknown(copy_, now=NOON, reason="no answer")
    with pytest.raises(StoreError, match="is unknown: `retry` is for copies that are failed or pending"):
        store.retry(number, now=NOON)
    released = store.release(number, now=later)
    assert (released.state, released.message_id) == ("pending", copy_.message_id)
    again = claimed(store, minutes=60 * 24 * 5)
    store.mark_sending(again, now=NOON, lease_s=LEASE_S)
    store.mark_unknown(again, now=NOON, reason="no answer")
    assert store.release(number, now=later, arrived=True).state == "sent"
    for decide in (store.retry, store.release):
        with pytest.raises(StoreError):
            decide(number, now=later)
    with pytest.raises(StoreError, match="none of that number"):
        store.retry(999, now=NOON)


def test_a_suppressed_address_gets_nothing_from_then_on(store: Store) -> None:
    """Waiting copies are stopped, later ones are kept as suppressed, a retry is refused, and allowing it holds for later ones only."""
    queue(store, "anna@example.org", "ben@example.org")
    assert store.suppress("Anna@Example.org", "asked by phone", now=NOON) == 1
    assert queue(store, "anna@example.org", key="k2") == 1
    assert [d.state for d in store.list_outbox()] == ["suppressed", "pending", "suppressed"]
    assert claimed(store).recipient == "ben@example.org" and claim_one(store, NOON, LEASE_S) is None
    assert [(s.address, s.reason) for s in store.list_suppressions()] == [("anna@example.org", "asked by phone")]
    with pytest.raises(StoreError, match="is suppressed"):
        store.retry(store.list_outbox()[0].id, now=NOON)
    assert store.is_suppressed("ANNA@example.org") and store.unsuppress("anna@EXAMPLE.org") and not store.unsuppress("anna@example.org")
    queue(store, "anna@example.org", key="k3")
    assert [d.state for d in store.list_outbox()] == ["suppressed", "pending", "suppressed", "pending"]


def test_an_address_suppressed_while_its_copy_failed_is_not_retried(store: Store) -> None:
    """A retry by hand meets the suppression too."""
    queue(store, "anna@example.org")
    store.mark_failed(claimed(store), now=NOON, reason="550 no")
    store.suppress("anna@example.org", "bounced", now=NOON)
    with pytest.raises(StoreError, match="suppressed"):
        store.retry(store.list_outbox()[0].id, now=NOON)


def test_what_is_due_can_wait_as_a_whole(store: Store) -> None:
    """Not what another process is trying, nor what waits longer already."""
    queue(store, "anna@example.org", "ben@example.org", "carl@example.org")
    later = NOON + timedelta(hours=9)
    store.mark_failed_temporary(claimed(store), now=NOON, next_attempt_at=later, reason="451")
    claimed(store)
    until = NOON + timedelta(minutes=5)
    assert store.defer_due(NOON, until=until, reason="no server") == 1
    assert [(d.reason, d.next_attempt_at) for d in store.list_outbox()] == [("451", later), (None, NOON), ("no server", until)]


def test_a_copy_that_was_queued_in_a_future_that_is_no_more_is_due(store: Store) -> None:
    """The clock was set back: it goes out now, and its deadline begins now; a pause that was set by this clock is waited for."""
    queue(store, "ben@example.org")
    store.mark_failed_temporary(claimed(store), now=NOON, next_attempt_at=NOON + timedelta(hours=9), reason="451")
    store.enqueue_deliveries("run-1", [copy("anna@example.org")], key="k", now=NOON + timedelta(days=300))
    mine = claimed(store)
    assert (mine.recipient, mine.enqueued_at) == ("anna@example.org", NOON)
    assert claim_one(store, NOON + timedelta(hours=8), LEASE_S) is not None, "the lease of anna's has run out"
    assert claim_one(store, NOON + timedelta(hours=8), LEASE_S) is None


def test_messages_are_forgotten_and_who_had_them_is_not(store: Store) -> None:
    """Nobody is sent the same again; a run of which one copy is new, or waits for a decision, keeps its messages."""
    queue(store, "sent@example.org", "failed@example.org")
    store.enqueue_deliveries("run-2", [copy("held@example.org", b"another"), copy("had@example.org", b"another")], key="k2", now=NOON)
    for _ in range(4):
        mine = claimed(store)
        store.mark_sending(mine, now=NOON, lease_s=LEASE_S)
        if mine.recipient.startswith("failed"):
            store.mark_failed(mine, now=NOON, reason="550")
        elif mine.recipient.startswith("held"):
            store.mark_unknown(mine, now=NOON, reason="no answer")
        else:
            store.mark_sent(mine, now=NOON, reason="250")
    assert store.forget_messages(before=NOON) == 0
    later = NOON + timedelta(seconds=1)
    assert store.forget_messages(before=later) == 2 and store.forget_messages(before=later) == 0
    assert [d.recipient.partition("@")[0] for d in store.list_outbox()] == ["sent", "held", "had"]
    first, _, had = store.list_outbox()
    with pytest.raises(StoreError, match="its message is no longer kept"):
        store.delivery_message(first.id)
    assert store.delivery_message(had.id).endswith(b"another")
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM message_bodies").scalar() == 2
    assert queue(store, "sent@example.org") == 0
    store.release(store.list_outbox()[1].id, now=NOON, arrived=True)
    assert store.forget_messages(before=later) == 2
