"""Slots in the database: planned once, held by one run at a time, settled once; the same on both backends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from briefing.errors import LeaseLost
from briefing.schedule import ScheduleSpec, slots_between
from briefing.store import Store
from briefing.store.records import Claim, Completion, KnownSchedule, Slot
from tests.slot_samples import MONDAY, SPEC

NOON = MONDAY + timedelta(hours=12)


def plan(store: Store, days: int = 1, *, spec: ScheduleSpec = SPEC, now: datetime = NOON) -> tuple[Slot, ...]:
    known = KnownSchedule(name=spec.name, signature=spec.signature, first_seen=MONDAY, planned_until=now)
    store.plan_slots(known, list(slots_between(spec, now - timedelta(days=days), now)), now=now)
    return store.open_slots(spec.name)


def claim(store: Store, slot: Slot, *, now: datetime = NOON, process: str = "a:1") -> Claim | None:
    return store.claim_slot(slot, process=process, now=now, lease_s=60, deadline_s=3600)


def claimed(store: Store, slot: Slot, *, now: datetime = NOON) -> Claim:
    found = claim(store, slot, now=now)
    assert found is not None
    return found


def test_a_slot_is_planned_once_however_often_it_is_planned(store: Store) -> None:
    """Its schedule, local date and local time name it."""
    first = plan(store, days=3)
    assert [slot.key for slot in first] == [f"morning/2030-06-0{day}/06:30" for day in (1, 2, 3)]
    assert plan(store, days=5) == (*_older(store, first), *first)
    known = store.known_schedule("morning")
    assert known is not None and known.planned_until == NOON
    assert store.known_schedule("evening") is None


def test_a_schedule_begins_once(store: Store) -> None:
    """Of two processes that see it for the first time, the second changes nothing: what has come due since stays due."""
    first = KnownSchedule(name="morning", signature=SPEC.signature, first_seen=MONDAY, planned_until=MONDAY)
    store.begin_schedule(first)
    store.begin_schedule(replace(first, first_seen=NOON, planned_until=NOON))
    assert store.known_schedule("morning") == first


def _older(store: Store, than: tuple[Slot, ...]) -> tuple[Slot, ...]:
    return tuple(slot for slot in store.open_slots("morning") if slot.instant < than[0].instant)


def test_a_date_that_had_its_slot_gets_none_at_another_time_where_that_is_asked_for(store: Store) -> None:
    """Moving a schedule to another time of day gives no second briefing of a day that had one."""
    (slot,) = plan(store)
    later = replace(SPEC, time=SPEC.time.replace(hour=11))
    known = KnownSchedule(name="morning", signature=later.signature, first_seen=MONDAY, planned_until=NOON)
    eleven = list(slots_between(later, MONDAY, NOON))
    assert store.plan_slots(known, eleven, now=NOON, once_a_date=True) == 0
    assert store.open_slots("morning") == (slot,)
    assert store.plan_slots(known, eleven, now=NOON) == 1


def test_one_process_gets_a_slot_and_a_schedule_has_one_running(store: Store) -> None:
    """A slot that is held is not given again, nor is another slot of the same schedule while it runs."""
    older, slot = plan(store, days=2)
    first = claimed(store, slot)
    assert (first.slot.state, first.slot.attempts, first.slot.holder) == ("running", 1, first.run.id)
    assert first.slot.deadline == NOON + timedelta(hours=1)
    assert claim(store, slot, process="b:2") is None
    assert claim(store, older, process="b:2") is None
    other = plan(store, spec=replace(SPEC, name="evening"))[-1]
    assert claim(store, other, process="b:2") is not None


def test_a_finished_run_leaves_everything_or_nothing(store: Store) -> None:
    """State, memory and documents stand together; what joins the transaction and fails takes them with it."""
    (slot,) = plan(store)
    run = claimed(store, slot).run
    done = Completion(state="done", day=slot.local_date, memory=b"memory", details={"documents": 3})
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.finish_run(run, done, now=NOON)
        _ = 1 / 0
    assert [s.state for s in store.open_slots("morning")] == ["running"]
    store.finish_run(run, done, now=NOON)
    (found,) = store.list_slots()
    assert (found.state, found.holder, found.finished_at) == ("done", None, NOON)
    (ended,) = store.list_runs()
    assert (ended.state, ended.finished_at, ended.details) == ("done", NOON, {"documents": 3})
    assert store.is_briefed("morning", slot.local_date) and not store.is_briefed("morning", slot.local_date - timedelta(days=1))
    with pytest.raises(LeaseLost, match="no longer holds it"):
        store.finish_run(run, done, now=NOON)


def test_a_failed_run_waits_for_its_next_attempt_and_the_last_one_fails_the_slot(store: Store) -> None:
    """The reason stands with the slot and with each run; attempts are counted, and the deadline is the first one's."""
    (slot,) = plan(store)
    store.fail_run(claimed(store, slot).run, "no folder", now=NOON, retry_at=NOON + timedelta(minutes=1))
    (waiting,) = store.open_slots("morning")
    assert (waiting.state, waiting.reason, waiting.attempts) == ("planned", "no folder", 1)
    assert waiting.not_before == NOON + timedelta(minutes=1)
    second = claimed(store, waiting, now=NOON + timedelta(minutes=1))
    assert second.run.id == f"{slot.key}#2" and second.slot.deadline == waiting.deadline
    store.fail_run(second.run, "still no folder", now=NOON + timedelta(hours=1), retry_at=None)
    (found,) = store.list_slots()
    assert (found.state, found.reason, found.attempts) == ("failed", "still no folder", 2)
    assert [run.reason for run in store.list_runs()] == ["still no folder", "no folder"]


def test_a_slot_handed_back_may_be_taken_at_once_and_counts_no_attempt(store: Store) -> None:
    """The run stays in the list, under a number of its own."""
    (slot,) = plan(store)
    store.hand_back(claimed(store, slot).run, "told to stop", now=NOON)
    (waiting,) = store.open_slots("morning")
    assert (waiting.state, waiting.attempts, waiting.not_before) == ("planned", 0, NOON)
    assert claimed(store, waiting).run.attempt == 2
    assert {run.state for run in store.list_runs(slots=[slot.key])} == {"running", "handed back"}


def test_a_lease_that_ran_out_gives_the_slot_to_others_and_its_run_nothing(store: Store) -> None:
    """A heartbeat keeps it; without one the slot waits again, and whatever the late run wants to record is refused."""
    (slot,) = plan(store)
    run = claimed(store, slot).run

    def recover(seconds: float) -> tuple[Slot, ...]:
        now = NOON + timedelta(seconds=seconds)
        return store.recover_slots("morning", now=now, lease_s=60, pause_s=lambda attempts: 5.0 * attempts)

    assert recover(59) == ()
    store.beat(run, now=NOON + timedelta(seconds=59), lease_s=60)
    assert recover(61) == ()
    (waiting,) = recover(120)
    assert (waiting.state, waiting.attempts, waiting.not_before) == ("planned", 1, NOON + timedelta(seconds=125))
    assert claim(store, waiting) is not None
    too_late: tuple[Callable[[], None], ...] = (
        lambda: store.beat(run, now=NOON, lease_s=60),
        lambda: store.finish_run(run, Completion(state="done", day=slot.local_date), now=NOON),
        lambda: store.fail_run(run, "late", now=NOON, retry_at=None),
        lambda: store.hand_back(run, "late", now=NOON),
    )
    for late in too_late:
        with pytest.raises(LeaseLost):
            late()
    assert [(run.attempt, run.state) for run in store.list_runs()] == [(2, "running"), (1, "failed")]


def test_a_lease_given_before_the_clock_was_set_back_does_not_hold_for_ever(store: Store) -> None:
    """A lease that ends further off than any new one could counts as run out."""
    (slot,) = plan(store)
    claimed(store, slot, now=NOON + timedelta(days=400))
    assert store.recover_slots("morning", now=NOON, lease_s=60, pause_s=lambda attempts: 0)


def test_slots_given_up_are_missed_or_where_they_were_tried_failed(store: Store) -> None:
    """With the reason, and that of the last attempt; one that somebody holds is left alone."""
    first, second, third = plan(store, days=3)
    store.fail_run(claimed(store, second).run, "no folder", now=NOON, retry_at=NOON)
    second = store.open_slots("morning")[1]
    claimed(store, third)
    assert store.give_up_slots({first: "too late", second: "too late", third: "too late"}, now=NOON) == 2
    assert [(slot.state, slot.reason) for slot in store.list_slots(schedule="morning")] == [
        ("running", None),
        ("failed", "too late; the last attempt: no folder"),
        ("missed", "too late"),
    ]
    assert [slot.key for slot in store.unalerted_slots()] == [first.key, second.key]
    assert [slot.key for slot in store.mark_alerted(now=NOON)] == [first.key, second.key]
    assert store.mark_alerted(now=NOON) == () == store.unalerted_slots()


def test_what_lies_ahead_again_is_withdrawn_unless_it_was_tried(store: Store) -> None:
    """After a clock was set back; a slot with a run keeps its row, so that it never runs a second time."""
    first, second, third = plan(store, days=3)
    store.give_up_slots({second: "too late"}, now=NOON)
    store.hand_back(claimed(store, first).run, "told to stop", now=NOON)
    back = KnownSchedule(name="morning", signature=SPEC.signature, first_seen=MONDAY, planned_until=MONDAY - timedelta(days=9))
    assert store.withdraw_slots(back, now=back.planned_until) == 2
    assert [slot.key for slot in store.list_slots()] == [first.key]
    assert third.key not in {slot.key for slot in store.open_slots("morning")}


def test_the_latest_instant_up_to_a_moment_is_known(store: Store) -> None:
    """Whether it ran or not; what lies after that moment does not count."""
    assert store.newest_instant("morning", until=NOON) is None
    first, second = plan(store, days=2)
    assert store.newest_instant("morning", until=NOON) == second.instant
    assert store.newest_instant("morning", until=MONDAY) == first.instant
