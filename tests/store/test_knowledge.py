"""What runs leave for later ones: memories by day, documents and files seen, analyses; the same on both backends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import LeaseLost
from briefing.schedule import slots_between
from briefing.store import Store, open_store
from briefing.store.records import Completion, FrozenCopy, KnownSchedule
from tests.slot_samples import MONDAY, SPEC, run_by_hand

DAY = MONDAY.date()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url, clock=lambda: MONDAY)
    yield store
    store.close()


def finish(
    store: Store, day: date, *, memory: bytes | None = None, documents: tuple[str, ...] = (), name: str = "", **more: object
) -> None:
    run = run_by_hand(id=f"{day} {name} {len(store.list_runs())}")
    store.start_run(run)
    completion = Completion(
        state="done",
        day=day,
        memory=memory,
        documents=dict.fromkeys(documents, "path"),
        files={f"/news/{document}": "1" for document in documents},
    )
    store.finish_run(run, replace(completion, **more), now=MONDAY)  # type: ignore[arg-type]


def test_a_day_starts_from_the_last_memory_before_it(store: Store) -> None:
    """However often it is made, and whatever days lie between."""
    assert store.load_memory("morning", before=DAY) is None
    for n, memory in ((0, b"monday"), (1, b"tuesday"), (4, b"friday")):
        finish(store, DAY + timedelta(days=n), memory=memory)
    found = [store.load_memory("morning", before=DAY + timedelta(days=n)) for n in range(6)]
    assert found == [None, b"monday", b"tuesday", b"tuesday", b"tuesday", b"friday"]
    assert store.load_memory("evening", before=DAY + timedelta(days=9)) is None


def test_a_later_run_of_a_day_takes_the_place_of_the_earlier(store: Store) -> None:
    """What only the earlier one had used is new again."""
    finish(store, DAY, memory=b"first", documents=("a", "b"))
    finish(store, DAY, memory=b"second", documents=("b", "c"))
    tomorrow = DAY + timedelta(days=1)
    assert store.load_memory("morning", before=tomorrow) == b"second"
    assert store.seen_documents("morning", ["a", "b", "c"], apart_from=tomorrow) == {"b", "c"}
    assert store.seen_files("morning", apart_from=tomorrow) == {"/news/b": "1", "/news/c": "1"}
    assert store.seen_documents("morning", ["b"], apart_from=DAY) == frozenset() and store.seen_files("morning", apart_from=DAY) == {}


def test_a_document_keeps_the_day_it_was_first_used(store: Store) -> None:
    """A window of hours uses it again; a run of the first day made anew still finds it unused."""
    finish(store, DAY, documents=("a",))
    finish(store, DAY + timedelta(days=1), documents=("a",))
    assert store.seen_documents("morning", ["a"], apart_from=DAY + timedelta(days=1)) == {"a"}
    assert store.seen_documents("morning", ["a"], apart_from=DAY) == frozenset()


def test_a_try_out_leaves_nothing(store: Store) -> None:
    """Nor does it take away what the day's run had left."""
    finish(store, DAY, memory=b"kept", documents=("a",))
    finish(store, DAY, memory=b"tried", documents=("b",), counts=False)
    tomorrow = DAY + timedelta(days=1)
    assert store.load_memory("morning", before=tomorrow) == b"kept"
    assert store.seen_documents("morning", ["a", "b"], apart_from=tomorrow) == {"a"}


def test_a_run_ends_once(store: Store) -> None:
    """Whatever is recorded of it later is refused."""
    run = run_by_hand()
    store.start_run(run)
    store.stop_run(run, "no folder", now=MONDAY)
    with pytest.raises(LeaseLost, match="it was ended already"):
        store.finish_run(run, Completion(state="done", day=DAY, memory=b"m"), now=MONDAY)
    assert store.load_memory("morning", before=DAY + timedelta(days=1)) is None
    assert [(r.state, r.reason) for r in store.list_runs(by_hand=True)] == [("failed", "no folder")]


def test_thousands_of_documents_are_looked_up_and_kept(store: Store) -> None:
    """No statement takes more parameters than a database does."""
    ids = tuple(f"{n:05}" for n in range(3000))
    finish(store, DAY, documents=ids)
    assert store.seen_documents("morning", [*ids, "other"], apart_from=DAY + timedelta(days=1)) == set(ids)
    store.save_analyses(dict.fromkeys(ids, b"a"), model_version="1", settings_hash="1", now=MONDAY)
    assert len(store.load_analyses(ids, model_version="1", settings_hash="1")) == 3000


def test_analyses_are_found_by_all_they_depend_on_and_forgotten_by_age(store: Store) -> None:
    """Another model or other settings find nothing; an analysis made again replaces the older."""
    store.save_analyses({"a": b"1"}, model_version="m", settings_hash="s", now=MONDAY)
    assert store.load_analyses(["a", "b"], model_version="m", settings_hash="s") == {"a": b"1"}
    assert store.load_analyses(["a"], model_version="n", settings_hash="s") == {}
    assert store.load_analyses(["a"], model_version="m", settings_hash="t") == {}
    store.save_analyses({"a": b"2", "b": b"3"}, model_version="m", settings_hash="s", now=MONDAY + timedelta(days=1))
    assert store.load_analyses(["a"], model_version="m", settings_hash="s") == {"a": b"2"}
    assert store.forget_analyses(before=MONDAY + timedelta(days=1)) == 0
    assert store.forget_analyses(before=MONDAY + timedelta(days=2)) == 2
    assert store.load_analyses(["a", "b"], model_version="m", settings_hash="s") == {}


def test_memories_are_forgotten_that_no_briefing_starts_from(store: Store) -> None:
    """The last one before the day stays, and all since; those of another schedule are its own affair."""
    for n in (0, 1, 5):
        finish(store, DAY + timedelta(days=n), memory=str(n).encode())
    before = DAY + timedelta(days=4)
    assert store.forget_memories(before=before) == 1 and store.forget_memories(before=before) == 0
    found = [store.load_memory("morning", before=DAY + timedelta(days=n)) for n in (1, 4, 9)]
    assert found == [None, b"1", b"5"]
    assert store.forget_memories(before=DAY + timedelta(days=100)) == 1
    assert store.load_memory("morning", before=DAY + timedelta(days=100)) == b"5"


def test_what_a_slot_still_to_be_run_needs_is_kept(store: Store) -> None:
    """Its memory and the records of its attempts; when it is settled they go with the others."""
    finish(store, DAY - timedelta(days=3), memory=b"before")
    finish(store, DAY + timedelta(days=2), memory=b"after")
    now = MONDAY + timedelta(hours=12)
    known = KnownSchedule(name="morning", signature="s", first_seen=MONDAY, planned_until=now)
    store.plan_slots(known, list(slots_between(SPEC, MONDAY, now)), now=now)
    (slot,) = store.open_slots("morning")
    claim = store.claim_slot(slot, process="test:1", now=now, lease_s=60, deadline_s=3600)
    assert claim is not None
    store.fail_run(claim.run, "no disk", now=now, retry_at=now)
    later = MONDAY + timedelta(days=90)
    assert (store.forget_memories(before=later.date()), store.forget_runs(before=later)) == (0, 0)
    assert store.load_memory("morning", before=DAY) == b"before"
    (waiting,) = store.open_slots("morning")
    store.give_up_slots({waiting: "too late"}, now=now)
    assert (store.forget_memories(before=later.date()), store.forget_runs(before=later)) == (1, 2)
    assert [run.id for run in store.list_runs()] == [f"{DAY + timedelta(days=2)}  1"]


def test_runs_are_forgotten_but_not_one_whose_copy_waits(store: Store) -> None:
    """Nor one that goes on; one that ended too short a time ago stays as well."""
    for name in ("old", "waiting", "running", "young"):
        store.start_run(run_by_hand(id=name))
    for name, days in (("old", 0), ("waiting", 0), ("young", 9)):
        store.stop_run(run_by_hand(id=name), "no folder", now=MONDAY + timedelta(days=days))
    copy = FrozenCopy(recipient="a@example.org", sender="b@example.org", message_id="<1@example.org>", message=b"Subject: x\r\n\r\ny")
    store.enqueue_deliveries("waiting", [copy], key="k", now=MONDAY)
    assert store.forget_runs(before=MONDAY + timedelta(days=5)) == 1
    assert {run.id for run in store.list_runs()} == {"waiting", "running", "young"}
    (delivery,) = store.claim_deliveries(MONDAY, 60, limit=1)
    store.mark_sending(delivery, now=MONDAY, lease_s=60)
    store.mark_sent(delivery, now=MONDAY, reason="250 taken")
    assert store.forget_runs(before=MONDAY + timedelta(days=5)) == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(payload=st.binary(max_size=2000), reason=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=50))
def test_what_is_kept_is_read_back(store: Store, payload: bytes, reason: str) -> None:
    """Every byte of a memory or an analysis, every character of a reason."""
    store.save_analyses({"x": payload}, model_version="1", settings_hash="1", now=MONDAY)
    assert store.load_analyses(["x"], model_version="1", settings_hash="1") == {"x": payload}
    finish(store, DAY, memory=payload, reason=reason)
    assert store.load_memory("morning", before=DAY + timedelta(days=1)) == payload
    assert store.list_runs(limit=1)[0].reason in {r.reason for r in store.list_runs()} and reason in {r.reason for r in store.list_runs()}
