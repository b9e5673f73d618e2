"""Attempts at slots: which slot is due, one run of it under a lease, and what becomes of the slot when that fails.

The clock, here and elsewhere, is a function that gives the instant in UTC.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from briefing.errors import BriefingError, LeaseLost, StoreError
from briefing.log_context import log_context
from briefing.schedule import ScheduleSpec, decide_catch_up, plan_slots
from briefing.store import Store
from briefing.store.records import Completion, KnownSchedule, Run, Slot

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
#: called with the key, the subject and the lines of an alert within the transaction that records it
QueueAlert = Callable[[str, str, Sequence[str], datetime], object]
LEASE_S = 90.0
#: an alert names so many slots one by one, and counts the others
_MOST_NAMED = 30


class Stopped(Exception):
    """This process is to end: the run is handed back, and counts as no attempt."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Product:
    """What an attempt has made. ``queue`` puts the copies into the outbox within the transaction that finishes the run."""

    completion: Completion
    queue: Callable[[Run, datetime], object]


#: makes a slot's briefing. It calls its second argument every so often, which raises Stopped or LeaseLost to end the work
Make = Callable[[Slot, Callable[[], None]], Product]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of one attempt; ``lost`` is one whose end could not be recorded here, so that the lease will run out."""

    slot: str
    run: str
    state: Literal["done", "nothing to report", "failed", "handed back", "lost"]
    reason: str | None = None
    details: dict[str, object] = field(default_factory=dict)


class Attendant:
    """Attends to the slots of schedules in one process. Safe to use from several threads, one schedule in each."""

    def __init__(self, store: Store, *, clock: Clock, process: str, lease_s: float = LEASE_S) -> None:
        self._store = store
        self._clock = clock
        self._process = process
        self._lease_s = lease_s
        self._stopping = threading.Event()
        self._running: dict[str, Run] = {}

    @property
    def running(self) -> tuple[Run, ...]:
        """The runs that this process is at."""
        return tuple(self._running.values())

    @property
    def is_stopping(self) -> bool:
        return self._stopping.is_set()

    def stop(self) -> None:
        """Begin nothing more, and hand back each run at the next point where it can be left."""
        self._stopping.set()

    def attend(self, spec: ScheduleSpec, make: Make) -> Outcome | None:
        """Attempt the slot of a schedule that is due, if there is one. Raises StoreError when the database cannot be used."""
        if self._stopping.is_set():
            return None
        slot = find_due_slot(self._store, spec, now=self._clock(), lease_s=self._lease_s)
        if slot is None:
            return None
        claim = self._store.claim_slot(
            slot, process=self._process, now=self._clock(), lease_s=self._lease_s, deadline_s=spec.retries.deadline_s
        )
        if claim is None:
            return None
        with log_context(schedule=spec.name, slot=claim.slot.key, run=claim.run.id), self._heartbeat(claim.run) as check:
            return self._attempt(spec, claim.slot, claim.run, make, check)

    def hand_back_all(self, reason: str) -> None:
        """Give back what is still running without waiting for it: whatever it records later is refused."""
        for run in self.running:
            with log_context(schedule=run.schedule, slot=run.slot, run=run.id):
                self._hand_back(run, reason)

    def _attempt(self, spec: ScheduleSpec, slot: Slot, run: Run, make: Make, check: Callable[[], None]) -> Outcome:
        log.info("run %s begins", run.id)
        try:
            product = make(slot, check)
            with self._store.transaction():
                now = self._clock()
                self._store.finish_run(run, product.completion, now=now)
                product.queue(run, now)
        except Stopped:
            return self._hand_back(run, "the process that ran it was told to stop")
        except LeaseLost as error:
            log.warning("%s", error)
            return Outcome(slot=slot.key, run=run.id, state="lost", reason=str(error))
        except Exception as error:  # whatever it was, the slot must be tried again, and a person told in the end
            return self._fail(spec, slot, run, error)
        except BaseException:
            self._hand_back(run, "the process that ran it was interrupted")
            raise
        done = product.completion
        log.info("run %s is %s", run.id, done.state)
        return Outcome(slot=slot.key, run=run.id, state=done.state, reason=done.reason, details=dict(done.details))

    def _fail(self, spec: ScheduleSpec, slot: Slot, run: Run, error: Exception) -> Outcome:
        expected = isinstance(error, BriefingError)
        reason = str(error) if expected else f"an error of the program: {type(error).__name__}: {error}"
        log.error("run %s failed: %s", run.id, reason, exc_info=not expected)
        now = self._clock()
        retry_at: datetime | None = now + timedelta(seconds=spec.retries.delay_s(slot.attempts))
        if slot.deadline is not None and retry_at is not None and retry_at > slot.deadline:
            retry_at = None
        try:
            self._store.fail_run(run, reason, now=now, retry_at=retry_at)
        except StoreError as worse:
            log.error("the failure of run %s could not be recorded; it is tried again when its lease has run out: %s", run.id, worse)
            return Outcome(slot=slot.key, run=run.id, state="lost", reason=reason)
        return Outcome(slot=slot.key, run=run.id, state="failed", reason=reason)

    def _hand_back(self, run: Run, reason: str) -> Outcome:
        try:
            self._store.hand_back(run, reason, now=self._clock())
        except StoreError as error:
            log.error("run %s could not be handed back; it is tried again when its lease has run out: %s", run.id, error)
            return Outcome(slot=str(run.slot), run=run.id, state="lost", reason=str(error))
        log.info("run %s is handed back", run.id)
        return Outcome(slot=str(run.slot), run=run.id, state="handed back", reason=reason)

    @contextmanager
    def _heartbeat(self, run: Run) -> Iterator[Callable[[], None]]:
        """Renew a run's lease from a thread until the end; gives the check that the run is to make every so often."""
        ended = threading.Event()
        lost: list[LeaseLost] = []

        def beat() -> None:
            while not ended.wait(self._lease_s / 4):
                try:
                    self._store.beat(run, now=self._clock(), lease_s=self._lease_s)
                except LeaseLost as error:
                    lost.append(error)
                    return
                except StoreError as error:
                    log.warning("run %s could not renew its lease, and tries again: %s", run.id, error)

        def check() -> None:
            if lost:
                raise lost[0]
            if self._stopping.is_set():
                raise Stopped

        thread = threading.Thread(target=beat, name=f"heartbeat of {run.id}", daemon=True)
        self._running[run.id] = run
        thread.start()
        try:
            yield check
        finally:
            ended.set()
            thread.join()
            self._running.pop(run.id, None)


def find_due_slot(store: Store, spec: ScheduleSpec, *, now: datetime, lease_s: float) -> Slot | None:
    """Bring a schedule's slots up to now (planned, recovered, given up) and return the one to attempt, if it is time for it."""
    _plan(store, spec, now)
    for slot in store.recover_slots(spec.name, now=now, lease_s=lease_s, pause_s=lambda attempts: _pause_s(spec, attempts)):
        log.warning("slot %s: %s; it is tried again", slot.key, slot.reason)
    open_slots = store.open_slots(spec.name)
    waiting = [slot for slot in open_slots if slot.state == "planned"]
    if not waiting:
        return None
    given_up = dict(decide_catch_up(waiting, store.newest_instant(spec.name, until=now), now, spec.catch_up))
    if given_up and store.give_up_slots(given_up, now=now):
        for slot, reason in given_up.items():
            log.warning("slot %s is given up: %s", slot.key, reason)
    left = [slot for slot in waiting if slot not in given_up]
    if not left or len(waiting) < len(open_slots):
        # The schedule's earlier slot is still running: this one waits for its end.
        return None
    # A pause that ends further off than any retry's was set before the clock was set back.
    longest = timedelta(seconds=spec.retries.longest_delay_s)
    return left[0] if left[0].not_before <= now or left[0].not_before > now + longest else None


def raise_alert(store: Store, queue: QueueAlert, *, now: datetime) -> tuple[Slot, ...]:
    """Tell the operator, once, of the slots that have failed or were missed; return these."""
    if not store.unalerted_slots():
        return ()
    with store.transaction():
        told = store.mark_alerted(now=now)
        if told:
            queue(f"alert/{told[-1].key}", _subject(told), _lines(told), now)
    for slot in told:
        log.error("slot %s has no briefing: it is %s: %s", slot.key, slot.state, slot.reason)
    return told


def _pause_s(spec: ScheduleSpec, attempts: int) -> float:
    """A process that died once is no reason to wait; one that dies again and again is."""
    return spec.retries.delay_s(attempts - 1) if attempts > 1 else 0.0


def _plan(store: Store, spec: ScheduleSpec, now: datetime) -> None:
    known = store.known_schedule(spec.name)
    plan = plan_slots(spec, known, now)
    if plan is None:
        return
    planned = KnownSchedule(name=spec.name, signature=spec.signature, first_seen=plan.first_seen, planned_until=plan.planned_until)
    if known is None:
        store.begin_schedule(planned)
        return
    if plan.set_back is None:
        store.plan_slots(planned, plan.slots, now=now, once_a_date=plan.once_a_date)
        return
    withdrawn = store.withdraw_slots(planned, now=now)
    log.error(
        "the clock is %s behind the time that schedule %s was last looked at: it was wrong then, or is now. Set it right. "
        "No slot runs twice; %d that lie ahead again were withdrawn and will come due anew.",
        plan.set_back, spec.name, withdrawn,
    )  # fmt: skip


def _subject(slots: Sequence[Slot]) -> str:
    if len(slots) == 1:
        return f"No briefing: {slots[0].schedule}, {slots[0].local_date.isoformat()} {slots[0].local_time} ({slots[0].state})"
    return f"No briefing for {len(slots)} slots, the last one {slots[-1].schedule}, {slots[-1].local_date.isoformat()}"


def _lines(slots: Sequence[Slot]) -> tuple[str, ...]:
    named = [
        f"{slot.schedule}, {slot.local_date.isoformat()} {slot.local_time} {slot.zone}: {slot.state} after "
        f"{slot.attempts} attempt{'' if slot.attempts == 1 else 's'}: {slot.reason}"
        for slot in slots[-_MOST_NAMED:]
    ]
    more = len(slots) - len(named)
    return (*([f"{more} earlier ones"] if more else []), *named, "`briefing runs` shows all of them.")
