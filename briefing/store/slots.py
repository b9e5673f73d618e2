"""Slots and the runs that attempt them: planned, claimed under a lease, and settled exactly once.

    planned → running → done | nothing to report | failed        planned ← a failure that is tried again, a run handed back
    planned → missed | failed (given up)                          running → planned: its lease ran out

A slot that is running has a holder, the run, whose heartbeat renews the lease. Whatever a run that lost its slot still wants
to record is refused with LeaseLost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from briefing.errors import LeaseLost
from briefing.store.engine import Database
from briefing.store.records import Claim, KnownSchedule, PlannedSlot, Run, RunState, Slot, SlotState
from briefing.store.runs import insert_run, settle_run
from briefing.store.schema import runs, schedules, slots
from briefing.store.upsert import insert_new, insert_or_replace

_PROCESS_GONE = "the process that ran it ended, or stopped saying that it is alive"


class Slots(Database):
    """The part of the store that knows schedules and slots."""

    def known_schedule(self, name: str) -> KnownSchedule | None:
        """Say how far a schedule has been planned; None for one that was never seen."""
        with self.read() as connection:
            row = connection.execute(select(schedules).where(schedules.c.name == name)).first()
        return None if row is None else KnownSchedule(**row._mapping)

    def begin_schedule(self, known: KnownSchedule) -> None:
        """Record a schedule that is seen for the first time; one that another process has seen meanwhile stays as it is."""
        with self.write("begin_schedule") as connection:
            insert_new(connection, schedules, [_schedule_row(known)])

    def plan_slots(self, known: KnownSchedule, planned: Sequence[PlannedSlot], *, now: datetime, once_a_date: bool = False) -> int:
        """Record how far a schedule is planned, with the slots that came due; return how many of these are new.

        ``once_a_date`` leaves out a slot whose local date has one already, at whatever time of day.
        """
        with self.write("plan_slots") as connection:
            insert_or_replace(connection, schedules, [_schedule_row(known)])
            if once_a_date:
                there = set(connection.execute(select(slots.c.local_date).where(slots.c.schedule == known.name)).scalars())
                planned = [slot for slot in planned if slot.local_date not in there]
            return insert_new(connection, slots, [_planned_row(known.name, slot, now) for slot in planned])

    def withdraw_slots(self, known: KnownSchedule, *, now: datetime) -> int:
        """Forget the slots that lie ahead again because the clock was set back, unless they were tried; return how many."""
        untouched = slots.c.state.in_(("planned", "missed")) & (slots.c.attempts == 0)
        with self.write("withdraw_slots") as connection:
            insert_or_replace(connection, schedules, [_schedule_row(known)])
            tried = select(runs.c.slot).where(runs.c.slot == slots.c.key).correlate(slots)
            gone = connection.execute(
                delete(slots).where(slots.c.schedule == known.name, slots.c.instant > now, untouched, ~tried.exists())
            )
            return gone.rowcount

    def open_slots(self, schedule: str) -> tuple[Slot, ...]:
        """List a schedule's slots that wait or run, in the order of their instants."""
        query = select(slots).where(slots.c.schedule == schedule, slots.c.state.in_(("planned", "running")))
        with self.read() as connection:
            return tuple(_slot(row) for row in connection.execute(query.order_by(slots.c.instant, slots.c.local_date)))

    def newest_instant(self, schedule: str, *, until: datetime) -> datetime | None:
        """Return the latest instant up to a moment that any slot of a schedule has."""
        query = select(func.max(slots.c.instant)).where(slots.c.schedule == schedule, slots.c.instant <= until)
        with self.read() as connection:
            found: datetime | None = connection.execute(query).scalar()
            return found

    def list_slots(
        self, *, schedule: str | None = None, states: Collection[SlotState] | None = None, limit: int | None = None
    ) -> tuple[Slot, ...]:
        """List slots, the latest first."""
        query = select(slots).order_by(slots.c.instant.desc(), slots.c.key).limit(limit)
        if schedule is not None:
            query = query.where(slots.c.schedule == schedule)
        if states is not None:
            query = query.where(slots.c.state.in_(list(states)))
        with self.read() as connection:
            return tuple(_slot(row) for row in connection.execute(query))

    def claim_slot(self, slot: Slot, *, process: str, now: datetime, lease_s: float, deadline_s: float) -> Claim | None:
        """Take a waiting slot for ``lease_s`` seconds and start a run; None when somebody else was first.

        A schedule has one running slot at a time. The first attempt sets the deadline, ``deadline_s`` from now.
        """
        mine = select(slots).where(slots.c.key == slot.key, slots.c.state == "planned", slots.c.attempts == slot.attempts)
        running = select(slots.c.key).where(slots.c.schedule == slot.schedule, slots.c.state == "running").limit(1)
        with self.write("claim_slot") as connection:
            # The lock on the schedule's row is what makes two slots of it wait for each other on PostgreSQL.
            connection.execute(select(schedules.c.name).where(schedules.c.name == slot.schedule).with_for_update())
            row = connection.execute(mine.with_for_update()).first()
            if row is None or connection.execute(running).first() is not None:
                return None
            attempt = 1 + int(connection.execute(select(func.count()).where(runs.c.slot == slot.key)).scalar_one())
            run = Run(
                id=f"{slot.key}#{attempt}",
                key=slot.key,
                slot=slot.key,
                schedule=slot.schedule,
                attempt=attempt,
                state="running",
                reason=None,
                process=process,
                started_at=now,
                finished_at=None,
            )
            insert_run(connection, run)
            values: dict[str, Any] = {
                "state": "running",
                "reason": None,
                "attempts": row.attempts + 1,
                "deadline": row.deadline or now + timedelta(seconds=deadline_s),
                "started_at": now,
                "holder": run.id,
                "lease_until": now + timedelta(seconds=lease_s),
                "heartbeat_at": now,
            }
            connection.execute(update(slots).where(slots.c.key == slot.key).values(values))
            return Claim(slot=_slot(connection.execute(select(slots).where(slots.c.key == slot.key)).one()), run=run)

    def beat(self, run: Run, *, now: datetime, lease_s: float) -> None:
        """Say that a run is alive: its lease ends ``lease_s`` seconds from now. Raises LeaseLost when the slot is no longer its own."""
        with self.write("beat") as connection:
            self._hold(connection, run, {"lease_until": now + timedelta(seconds=lease_s), "heartbeat_at": now})

    def settle_slot(self, connection: Connection, run: Run, state: SlotState, now: datetime, reason: str | None) -> None:
        """End a slot together with the run that holds it, within the caller's transaction. Raises LeaseLost."""
        self._hold(connection, run, _released(state=state, reason=reason, finished_at=now))

    def fail_run(self, run: Run, reason: str, *, now: datetime, retry_at: datetime | None) -> None:
        """Record that an attempt failed, and when the next one may start; the slot has failed when there is none. Raises LeaseLost."""
        with self.write("fail_run") as connection:
            if retry_at is None:
                self.settle_slot(connection, run, "failed", now, reason)
            else:
                self._hold(connection, run, _released(state="planned", reason=reason, not_before=retry_at))
            settle_run(connection, run, "failed", now, reason)

    def hand_back(self, run: Run, reason: str, *, now: datetime) -> None:
        """Give a slot back unfinished, as at a shutdown: it may be taken at once, and this attempt does not count. Raises LeaseLost."""
        with self.write("hand_back") as connection:
            values = _released(state="planned", reason=reason, not_before=now, attempts=slots.c.attempts - 1)
            self._hold(connection, run, values)
            settle_run(connection, run, "handed back", now, reason)

    def give_up_slots(self, reasons: Mapping[Slot, str], *, now: datetime) -> int:
        """Record that waiting slots will not be run any more: missed, or failed where they were tried; return how many.

        One that somebody else has claimed or settled meanwhile is left as it is.
        """
        given_up = 0
        with self.write("give_up_slots") as connection:
            for slot, reason in reasons.items():
                last = f"; the last attempt: {slot.reason}" if slot.attempts and slot.reason else ""
                state: SlotState = "failed" if slot.attempts else "missed"
                waiting = (slots.c.key == slot.key, slots.c.state == "planned", slots.c.attempts == slot.attempts)
                given_up += connection.execute(
                    update(slots).where(*waiting).values(_released(state=state, reason=reason + last, finished_at=now))
                ).rowcount
        return given_up

    def recover_slots(self, schedule: str, *, now: datetime, lease_s: float, pause_s: Callable[[int], float]) -> tuple[Slot, ...]:
        """Put a schedule's slots back to wait whose run is gone, its lease run out; return these as they are now.

        ``pause_s`` gives the seconds until the next attempt after so many.
        """
        # A lease that ends further off than a new one would was given before the clock was set back.
        expired = and_(
            slots.c.schedule == schedule,
            slots.c.state == "running",
            or_(slots.c.lease_until <= now, slots.c.lease_until > now + timedelta(seconds=2 * lease_s)),
        )
        with self.read() as connection:
            if connection.execute(select(slots.c.key).where(expired).limit(1)).first() is None:
                return ()
        with self.write("recover_slots") as connection:
            # Nobody waits here for a slot that another process is recovering or finishing just now.
            found = [_slot(row) for row in connection.execute(select(slots).where(expired).with_for_update(skip_locked=True))]
            for slot in found:
                next_attempt = now + timedelta(seconds=pause_s(slot.attempts))
                values = _released(state="planned", reason=_PROCESS_GONE, not_before=next_attempt)
                connection.execute(update(slots).where(slots.c.key == slot.key).values(values))
                state: RunState = "failed"
                connection.execute(update(runs).where(runs.c.id == slot.holder).values(state=state, reason=_PROCESS_GONE, finished_at=now))
            keys = [slot.key for slot in found]
            return tuple(_slot(row) for row in connection.execute(select(slots).where(slots.c.key.in_(keys))))

    def unalerted_slots(self) -> tuple[Slot, ...]:
        """List the failed and missed slots that nobody has been told of, oldest first."""
        query = select(slots).where(slots.c.state.in_(("failed", "missed")), slots.c.alerted_at.is_(None))
        with self.read() as connection:
            return tuple(_slot(row) for row in connection.execute(query.order_by(slots.c.instant, slots.c.key)))

    def mark_alerted(self, *, now: datetime) -> tuple[Slot, ...]:
        """Record that somebody is told of the failed and missed slots that nobody was told of yet; return these, oldest first."""
        untold = slots.c.state.in_(("failed", "missed")) & slots.c.alerted_at.is_(None)
        with self.write("mark_alerted") as connection:
            marked = connection.execute(update(slots).where(untold).values(alerted_at=now).returning(*slots.c))
            return tuple(sorted((_slot(row) for row in marked), key=lambda slot: (slot.instant, slot.key)))

    def _hold(self, connection: Connection, run: Run, values: dict[str, Any]) -> None:
        held = connection.execute(
            update(slots).where(slots.c.key == run.slot, slots.c.state == "running", slots.c.holder == run.id).values(values)
        )
        if held.rowcount != 1:
            raise LeaseLost(
                f"slot {run.slot}: run {run.id} no longer holds it (its lease ran out, and another run may have taken it). "
                "Nothing of this run was recorded."
            )


def _released(**values: Any) -> dict[str, Any]:
    return {"holder": None, "lease_until": None, "heartbeat_at": None, **values}


def _schedule_row(known: KnownSchedule) -> dict[str, Any]:
    return {
        "name": known.name,
        "signature": known.signature,
        "first_seen": known.first_seen,
        "planned_until": known.planned_until,
    }


def _planned_row(schedule: str, slot: PlannedSlot, now: datetime) -> dict[str, Any]:
    return {
        "key": slot.key,
        "schedule": schedule,
        "local_date": slot.local_date,
        "local_time": slot.local_time,
        "zone": slot.zone,
        "instant": slot.instant,
        "state": "planned",
        "attempts": 0,
        "not_before": slot.instant,
        "planned_at": now,
    }


def _slot(row: Any) -> Slot:
    return Slot(**row._mapping)
