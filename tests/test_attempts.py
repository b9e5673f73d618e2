"""What is run when: a slot on time, after downtime, after failures, after a kill, with a clock that is wrong."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from briefing.attempts import Attendant, Make, Outcome, Product, Stopped, raise_alert
from briefing.errors import BriefingError, StoreError
from briefing.schedule import ScheduleSpec
from briefing.store import Store
from briefing.store.records import Slot
from tests.slot_samples import MONDAY, SPEC, Clock, failing, make_nothing


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Daemon:
    """One process that looks at one schedule; a new one stands for a restart."""

    def __init__(self, store: Store, clock: Clock, *, process: str = "a:1", spec: ScheduleSpec = SPEC, lease_s: float = 60) -> None:
        self.attendant = Attendant(store, clock=clock, process=process, lease_s=lease_s)
        self.spec = spec

    def tick(self, make: Make = make_nothing) -> Outcome | None:
        return self.attendant.attend(self.spec, make)


@pytest.fixture
def daemon(store: Store, clock: Clock) -> Daemon:
    """A daemon that has seen its schedule on Monday at midnight."""
    daemon = Daemon(store, clock)
    assert daemon.tick() is None
    return daemon


def states(store: Store) -> dict[str, str]:
    return {slot.local_date.strftime("%a %d"): slot.state for slot in reversed(store.list_slots())}


def test_a_new_schedule_starts_with_its_next_slot(store: Store, clock: Clock) -> None:
    """What lay before the schedule was written is not missed."""
    clock.advance(hours=7)
    daemon = Daemon(store, clock)
    assert daemon.tick() is None and store.list_slots() == ()
    clock.advance(days=1)
    outcome = daemon.tick()
    assert outcome is not None and (outcome.slot, outcome.state) == ("morning/2030-06-04/06:30", "done")


def test_a_slot_runs_when_its_time_has_come_and_once(daemon: Daemon, store: Store, clock: Clock) -> None:
    """Not a second earlier, and however often somebody looks."""
    clock.advance(hours=6, minutes=30, seconds=-1)
    assert daemon.tick() is None
    clock.advance(seconds=1)
    assert daemon.tick() is not None
    clock.advance(seconds=1)
    assert daemon.tick() is None
    assert states(store) == {"Mon 03": "done"}
    assert store.load_memory("morning", before=MONDAY.date() + timedelta(days=1)) == b"morning/2030-06-03/06:30"


@pytest.mark.parametrize(
    ("down", "expected"),
    [
        (timedelta(hours=8), {"Mon 03": "done"}),
        (timedelta(hours=17), {"Mon 03": "done"}),
        (timedelta(hours=19), {"Mon 03": "missed"}),
        (timedelta(days=3, hours=8), {"Mon 03": "missed", "Tue 04": "missed", "Wed 05": "missed", "Thu 06": "done"}),
        (timedelta(days=2, hours=20), {"Mon 03": "missed", "Tue 04": "missed", "Wed 05": "missed"}),
    ],
)
def test_after_downtime_the_latest_slot_is_made_up_for_and_the_others_are_missed(
    daemon: Daemon, store: Store, clock: Clock, down: timedelta, expected: dict[str, str]
) -> None:
    """Exactly one catch-up within the window, none outside it; each missed slot says why, once."""
    clock.now += down
    restarted = Daemon(store, clock, process="a:2")
    outcomes = [restarted.tick() for _ in range(3)]
    assert states(store) == expected
    assert [o.state for o in outcomes if o] == ["done"] * list(expected.values()).count("done")
    missed = store.list_slots(states=["missed"])
    assert all(slot.reason and slot.finished_at == clock.now for slot in missed)
    clock.advance(minutes=1)
    restarted.tick()
    assert store.list_slots(states=["missed"]) == missed


def test_months_of_downtime_give_one_briefing(daemon: Daemon, store: Store, clock: Clock) -> None:
    """And a row for each day that had none."""
    clock.advance(days=200, hours=7)
    assert daemon.tick() is not None and daemon.tick() is None
    counted = [slot.state for slot in store.list_slots()]
    assert (counted.count("missed"), counted.count("done")) == (200, 1)


def test_failures_are_tried_again_with_growing_pauses_until_the_deadline(daemon: Daemon, store: Store, clock: Clock) -> None:
    """Then the slot has failed, with the last reason; the next day begins anew."""
    clock.advance(hours=6, minutes=30)
    make = failing(*[BriefingError(f"no folder, {n}") for n in range(100)])
    tried = []
    for _ in range(2 * 3600 // 30):
        if daemon.tick(make) is not None:
            tried.append((clock.now - MONDAY - timedelta(hours=6, minutes=30)).total_seconds())
        clock.advance(seconds=30)
    assert tried == [0, 60, 180, 420, 900, 1500, 2100, 2700, 3300]
    (slot,) = store.list_slots()
    assert (slot.state, slot.reason, slot.attempts) == ("failed", "no folder, 8", 9)
    assert len(store.list_runs(slots=[slot.key])) == 9
    clock.now = MONDAY + timedelta(days=1, hours=6, minutes=30)
    assert daemon.tick() is not None
    assert states(store) == {"Mon 03": "failed", "Tue 04": "done"}


def test_a_failure_that_passes_is_made_up_for(daemon: Daemon, store: Store, clock: Clock) -> None:
    """A folder that was away for a minute costs a minute."""
    clock.advance(hours=6, minutes=30)
    make = failing(BriefingError("no folder"))
    first = daemon.tick(make)
    assert first is not None and (first.state, first.reason) == ("failed", "no folder")
    assert daemon.tick(make) is None
    clock.advance(seconds=60)
    second = daemon.tick(make)
    assert second is not None and second.state == "done"
    assert states(store) == {"Mon 03": "done"}


def test_an_error_of_the_program_is_a_failure_like_any_other(daemon: Daemon, store: Store, clock: Clock) -> None:
    """It is logged with its traceback, kept with its kind, and tried again."""
    clock.advance(hours=7)
    outcome = daemon.tick(failing(KeyError("x")))
    assert outcome is not None and outcome.reason == "an error of the program: KeyError: 'x'"
    assert states(store) == {"Mon 03": "planned"}


class Mailbox:
    def __init__(self) -> None:
        self.got: list[tuple[str, str, Sequence[str]]] = []

    def __call__(self, key: str, subject: str, lines: Sequence[str], now: datetime) -> None:
        self.got.append((key, subject, lines))


def test_the_operator_is_told_once_of_what_failed_and_what_was_missed(
    daemon: Daemon, store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """One alert for all of them, with the reasons; an alert that cannot be queued is not counted as told."""
    clock.advance(days=2, hours=6, minutes=30)
    spec = replace(SPEC, retries=replace(SPEC.retries, deadline_s=0))
    Daemon(store, clock, spec=spec).tick(failing(BriefingError("no folder")))

    def refuse(key: str, subject: str, lines: Sequence[str], now: datetime) -> None:
        raise StoreError("no room")

    with pytest.raises(StoreError):
        raise_alert(store, refuse, now=clock.now)
    box = Mailbox()
    with caplog.at_level(logging.ERROR):
        assert len(raise_alert(store, box, now=clock.now)) == 3
    assert raise_alert(store, box, now=clock.now) == ()
    ((key, subject, lines),) = box.got
    assert key == "alert/morning/2030-06-05/06:30"
    assert subject == "No briefing for 3 slots, the last one morning, 2030-06-05"
    assert "2030-06-05 06:30 UTC: failed after 1 attempt: no folder" in lines[2]
    assert sum("has no briefing" in r.message for r in caplog.records) == 3


def test_a_run_that_overruns_the_next_slot_does_not_start_twice(daemon: Daemon, store: Store, clock: Clock) -> None:
    """While it runs the next slot waits, in this process and in others; afterwards the latest runs, the one between is missed."""
    clock.advance(hours=6, minutes=30)

    def slow(slot: Slot, check: Callable[[], None]) -> Product:
        for _ in range(2):
            clock.advance(days=1)
            store.beat(store.list_runs(limit=1)[0], now=clock.now, lease_s=60)
            assert daemon.tick() is None
            assert Daemon(store, clock, process="b:2").tick() is None
        return make_nothing(slot, check)

    assert daemon.tick(slow) is not None
    outcome = Daemon(store, clock, process="b:2").tick()
    assert outcome is not None and outcome.slot == "morning/2030-06-05/06:30"
    assert states(store) == {"Mon 03": "done", "Tue 04": "missed", "Wed 05": "done"}


def test_a_process_that_dies_leaves_its_slot_to_the_next_when_the_lease_has_run_out(daemon: Daemon, store: Store, clock: Clock) -> None:
    """At once after the first death; one whose runs die again and again waits longer each time."""
    clock.advance(hours=6, minutes=30)

    def dies(slot: Slot, check: Callable[[], None]) -> Product:
        raise SystemExit

    begun: list[int] = []
    for _ in range(60):
        gone = Daemon(store, clock, process=f"gone:{len(begun)}")
        # a process that is killed records nothing: its handing back is suppressed
        gone.attendant._hand_back = lambda run, reason: Outcome(slot="", run="", state="lost")  # type: ignore[method-assign]
        try:
            gone.tick(dies)
        except SystemExit:
            begun.append(int((clock.now - MONDAY).total_seconds()) - 6 * 3600 - 1800)
        clock.advance(seconds=20)
    assert begun == [0, 60, 180, 360, 660]
    clock.advance(hours=1)
    assert daemon.tick() is not None
    assert states(store) == {"Mon 03": "done"}


def test_a_lost_lease_ends_the_work_and_records_nothing(daemon: Daemon, store: Store, clock: Clock) -> None:
    """A process that was asleep finds its slot taken and done by another."""
    clock.advance(hours=6, minutes=30)

    def asleep(slot: Slot, check: Callable[[], None]) -> Product:
        clock.advance(minutes=10)
        other = Daemon(store, clock, process="b:2").tick()
        assert other is not None and other.state == "done"
        return make_nothing(slot, check)

    outcome = daemon.tick(asleep)
    assert outcome is not None and outcome.state == "lost"
    assert [(run.process, run.state) for run in store.list_runs()] == [("b:2", "done"), ("a:1", "failed")]
    assert states(store) == {"Mon 03": "done"}


def test_the_heartbeat_keeps_a_long_run_its_slot(store: Store) -> None:
    """A run that takes longer than the lease is still its holder."""
    clock = Clock()
    daemon = Daemon(store, clock, lease_s=0.2)
    daemon.tick()
    clock.advance(hours=7)

    def long(slot: Slot, check: Callable[[], None]) -> Product:
        for _ in range(3):
            before = store.open_slots("morning")[0].heartbeat_at
            clock.advance(seconds=0.15)
            while store.open_slots("morning")[0].heartbeat_at == before:
                check()
        return make_nothing(slot, check)

    outcome = daemon.tick(long)
    assert outcome is not None and outcome.state == "done"


def test_told_to_stop_it_hands_back_the_slot(daemon: Daemon, store: Store, clock: Clock) -> None:
    """At the next point where the run can be left; another process may take it at once, and no attempt is counted."""
    clock.advance(hours=6, minutes=30)

    def interrupted(slot: Slot, check: Callable[[], None]) -> Product:
        daemon.attendant.stop()
        with pytest.raises(Stopped):
            check()
        check()
        raise AssertionError("the check did not end the work")

    outcome = daemon.tick(interrupted)
    assert outcome is not None and outcome.state == "handed back"
    assert daemon.tick() is None
    (slot,) = store.list_slots()
    assert (slot.state, slot.attempts) == ("planned", 0)
    assert Daemon(store, clock, process="a:2").tick() is not None


def test_a_run_that_cannot_be_left_is_handed_back_from_outside(daemon: Daemon, store: Store, clock: Clock) -> None:
    """What it still wants to record afterwards is refused."""
    clock.advance(hours=6, minutes=30)
    begun, leave = threading.Event(), threading.Event()
    outcomes: list[Outcome | None] = []

    def stuck(slot: Slot, check: Callable[[], None]) -> Product:
        begun.set()
        leave.wait()
        return make_nothing(slot, lambda: None)

    thread = threading.Thread(target=lambda: outcomes.append(daemon.tick(stuck)))
    thread.start()
    begun.wait()
    daemon.attendant.stop()
    daemon.attendant.hand_back_all("told to stop, and the run did not end in time")
    assert states(store) == {"Mon 03": "planned"}
    leave.set()
    thread.join()
    assert [o.state for o in outcomes if o] == ["lost"]
    assert Daemon(store, clock, process="a:2").tick() is not None


def test_a_keyboard_interrupt_hands_back_and_goes_on_up(daemon: Daemon, store: Store, clock: Clock) -> None:
    """As by a person who runs what is due by hand."""
    clock.advance(hours=6, minutes=30)

    def interrupt(slot: Slot, check: Callable[[], None]) -> Product:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        daemon.tick(interrupt)
    assert states(store) == {"Mon 03": "planned"}


def test_a_clock_set_back_is_said_and_runs_nothing_twice(
    daemon: Daemon, store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """A clock that was a week ahead for a while costs no slot of that week, and none that ran then runs again."""
    clock.advance(days=7, hours=7)
    assert daemon.tick() is not None
    ahead = store.list_slots()[0]
    assert ahead.state == "done" and states(store)["Mon 03"] == "missed"
    clock.now = MONDAY + timedelta(hours=5)
    with caplog.at_level(logging.ERROR):
        assert daemon.tick() is None
    assert "the clock is 7 days, 2:00:00 behind" in caplog.text
    ran = []
    for _ in range(8 * 24):
        clock.advance(hours=1)
        if outcome := daemon.tick():
            ran.append(outcome.slot)
    assert ran == [f"morning/2030-06-{day:02}/06:30" for day in (3, 4, 5, 6, 7, 8, 9)]
    assert set(states(store).values()) == {"done"}


def test_a_clock_set_back_by_a_little_changes_nothing(daemon: Daemon, store: Store, clock: Clock) -> None:
    """The hour of a summer time that was set by hand, or the minutes by which two machines differ."""
    clock.advance(hours=6, minutes=30)
    assert daemon.tick() is not None
    for minutes in (5, 60, 600):
        clock.now = MONDAY + timedelta(hours=6, minutes=30 - minutes)
        assert daemon.tick() is None
    clock.now = MONDAY + timedelta(hours=7)
    assert daemon.tick() is None
    assert states(store) == {"Mon 03": "done"}


def test_a_pause_that_was_set_before_the_clock_was_set_back_does_not_hold_for_ever(daemon: Daemon, store: Store, clock: Clock) -> None:
    """The next attempt is made when its pause could have been no longer."""
    clock.advance(hours=6, minutes=50)
    daemon.tick(failing(BriefingError("no folder")))
    clock.now = MONDAY + timedelta(hours=6, minutes=31)
    assert daemon.tick() is not None


def test_a_schedule_moved_to_another_time_has_one_slot_that_day(store: Store, clock: Clock) -> None:
    """A time that has passed already is made up for where today had no slot, and left where it had one."""
    for moved, ran_at_half_past_six in ((SPEC.time.replace(hour=9), True), (SPEC.time.replace(hour=5), False)):
        name = f"moved {moved:%H}"
        spec = replace(SPEC, name=name, time=SPEC.time.replace(hour=6 if ran_at_half_past_six else 18))
        clock.now = MONDAY
        Daemon(store, clock, spec=spec).tick()
        clock.now = MONDAY + timedelta(hours=10)
        assert (Daemon(store, clock, spec=spec).tick() is not None) == ran_at_half_past_six
        changed = Daemon(store, clock, spec=replace(spec, time=moved))
        assert (changed.tick() is not None) != ran_at_half_past_six
        assert len(store.list_slots(schedule=name)) == 1


def test_a_time_moved_to_later_today_is_still_to_come(store: Store, clock: Clock) -> None:
    """As the next instants that `briefing check` prints say: who moves a schedule to try it out sees it run."""
    daemon = Daemon(store, clock)
    daemon.tick()
    clock.now = MONDAY + timedelta(hours=7)
    assert daemon.tick() is not None
    moved = Daemon(store, clock, spec=replace(SPEC, time=SPEC.time.replace(hour=8)))
    assert moved.tick() is None
    clock.now = MONDAY + timedelta(hours=9)
    assert moved.tick() is not None


def test_a_schedule_written_today_misses_nothing_when_it_is_changed_today(store: Store, clock: Clock) -> None:
    """What lay before it was first seen stays out."""
    clock.now = MONDAY + timedelta(hours=10)
    Daemon(store, clock).tick()
    clock.advance(minutes=5)
    assert Daemon(store, clock, spec=replace(SPEC, time=SPEC.time.replace(hour=7))).tick() is None
    assert store.list_slots() == ()


def test_a_database_that_fails_at_the_end_leaves_the_slot_to_be_tried_again(daemon: Daemon, store: Store, clock: Clock) -> None:
    """Neither the finish nor the failure can be written: the lease runs out, and the slot is made then."""
    clock.advance(hours=6, minutes=30)
    full = True

    def queue(run: object, now: datetime) -> None:
        if full:
            raise StoreError("the disk is full")

    def make(slot: Slot, check: Callable[[], None]) -> Product:
        return replace(make_nothing(slot, check), queue=queue)

    outcome = daemon.tick(make)
    assert outcome is not None and (outcome.state, outcome.reason) == ("failed", "the disk is full")
    full = False
    clock.advance(minutes=2)
    outcome = daemon.tick(make)
    assert outcome is not None and outcome.state == "done"


def test_days_that_are_left_out_are_not_missed(store: Store, clock: Clock) -> None:
    """A schedule of weekdays has no slot at the weekend, and its week is Monday to Friday."""
    spec = replace(SPEC, days=("monday", "tuesday", "wednesday", "thursday", "friday"))
    daemon = Daemon(store, clock, spec=spec)
    for _ in range(14 * 3):
        daemon.tick()
        clock.advance(hours=8)
    assert [slot.local_date.day for slot in reversed(store.list_slots())] == [3, 4, 5, 6, 7, 10, 11, 12, 13, 14]
    assert set(states(store).values()) == {"done"}


def test_instants_are_in_utc_whatever_the_clock_s_zone(store: Store) -> None:
    """A clock of any zone gives the same slots."""
    clock = Clock(MONDAY.astimezone(UTC))
    daemon = Daemon(store, clock, spec=replace(SPEC, zone="America/New_York"))
    daemon.tick()
    clock.advance(hours=10, minutes=30)
    assert daemon.tick() is not None
    assert store.list_slots()[0].instant == MONDAY + timedelta(hours=10, minutes=30)
