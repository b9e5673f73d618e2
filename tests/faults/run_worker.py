"""One process that attends to a schedule and drains its outbox, and that can be made to die at any point on its way."""

from __future__ import annotations

import json
import logging
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Literal

from briefing.attempts import Attendant, Product, raise_alert
from briefing.deliver.drain import DrainSettings, drain_outbox
from briefing.deliver.records import AboutToSend, Copy, Outcome
from briefing.errors import BriefingError
from briefing.output import write_renditions
from briefing.schedule import Retries, ScheduleSpec
from briefing.store import OnTransition, Store, open_store
from briefing.store.records import Completion, FrozenCopy, KnownSchedule, Run, Slot
from tests.slot_samples import MONDAY

ROOT = Path(__file__).parent.parent.parent
LEASE_S = 3600.0
READERS = ("anna@example.org", "ben@example.org")
OPERATOR = "operator@example.org"
SPEC = ScheduleSpec(
    name="morning",
    time=time(6, 30),
    zone="UTC",
    catch_up=timedelta(hours=12),
    retries=Retries(first_delay_s=60, factor=2, longest_delay_s=600, deadline_s=90),
)
DUE = MONDAY + timedelta(hours=6, minutes=30)
Behaviour = Literal["well", "fails", "stops"]


@dataclass(frozen=True)
class Step:
    """At this instant a process starts, and the making of the briefing goes like this."""

    at: datetime
    behaviour: Behaviour = "well"


@dataclass(frozen=True)
class World:
    """What outlives every process: the database, the folder of renditions, and what the mail server has taken."""

    database: str
    folder: Path

    @property
    def taken(self) -> list[str]:
        """The copies that the server took: "recipient message-id"."""
        log = self.folder / "taken.log"
        return log.read_text().splitlines() if log.exists() else []

    @property
    def written(self) -> list[str]:
        out = self.folder / "out"
        return sorted(path.name for path in out.iterdir()) if out.exists() else []


class Killer:
    """Counts the points that are passed, and ends the process with SIGKILL at one of them."""

    def __init__(self, at: int | None = None) -> None:
        self.passed: list[str] = []
        self._at = at

    def __call__(self, point: str) -> None:
        self.passed.append(point)
        if len(self.passed) - 1 == self._at:
            os.kill(os.getpid(), signal.SIGKILL)


def run_steps(world: World, steps: Sequence[Step], on_point: OnTransition) -> None:
    """Do what a daemon does at each of these instants."""
    store = open_store(world.database, on_transition=on_point, clock=lambda: MONDAY)
    try:
        for step in steps:
            do_step(world, store, step, on_point)
    finally:
        store.close()


class Cemetery:
    """A process that has everything imported, and that forks a child for each death: what is killed is a real process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.run_worker"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def die(self, world: World, steps: Sequence[Step], at: int) -> int:
        """Do the steps in a process that is killed at the point of this number; return how it ended, as `os.waitstatus_to_exitcode`."""
        job = [world.database, str(world.folder), [[step.at.isoformat(), step.behaviour] for step in steps], at]
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def main() -> None:
    """Fork a child for each job that is read, and say how it ended."""
    for line in sys.stdin:
        database, folder, steps, at = json.loads(line)
        child = os.fork()
        if child == 0:
            logging.disable()
            world = World(database=database, folder=Path(folder))
            run_steps(world, [Step(datetime.fromisoformat(when), behaviour) for when, behaviour in steps], Killer(at))
            os._exit(0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def know_schedule(world: World, *, since: datetime = MONDAY) -> None:
    """Let the schedule be known from an instant on, so that its slots after it come due."""
    store = open_store(world.database, clock=lambda: MONDAY)
    store.plan_slots(KnownSchedule(name=SPEC.name, signature=SPEC.signature, first_seen=since, planned_until=since), [], now=since)
    store.close()


def do_step(world: World, store: Store, step: Step, on_point: OnTransition) -> None:
    """Attend to the schedule, tell the operator, send what is due."""
    attendant = Attendant(store, clock=lambda: step.at, process="worker:1", lease_s=LEASE_S)

    def make(slot: Slot, check: Callable[[], None]) -> Product:
        if step.behaviour == "fails":
            raise BriefingError("the source folder is away")
        if step.behaviour == "stops":
            attendant.stop()
            check()
        on_point("files:before")
        write_renditions({"text": slot.key.encode()}, world.folder / "out", slot.local_date.isoformat())
        on_point("files:after")
        completion = Completion(state="done", day=slot.local_date, memory=slot.key.encode(), documents={slot.key: "a.txt"})
        return Product(completion=completion, queue=lambda run, now: _queue(store, run.id, run.key, READERS, now))

    def alert(key: str, subject: str, lines: Sequence[str], now: datetime) -> None:
        _queue(store, key, key, (OPERATOR,), now)

    attendant.attend(SPEC, make)
    raise_alert(store, alert, now=step.at)
    settings = DrainSettings(lease_s=LEASE_S)
    drain_outbox(store, _Server(world.folder / "taken.log", on_point), settings=settings, clock=lambda: step.at, rng=random.Random(1))


def _queue(store: Store, run: str, key: str, recipients: Sequence[str], now: datetime) -> None:
    copies = [
        FrozenCopy(
            recipient=to,
            sender="briefing@example.org",
            message_id=f"<{key.replace('/', '.')}.{to}>",
            message=f"To: {to}\r\n\r\n{key}\r\n".encode(),
        )
        for to in recipients
    ]
    store.enqueue_deliveries(run, copies, key=key, now=now)


class _Server:
    """A mail server that takes everything, and writes down what it took before it answers."""

    def __init__(self, log: Path, on_point: OnTransition) -> None:
        self._log = log
        self._on_point = on_point

    def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
        about_to_send()
        self._on_point("server:before")
        with self._log.open("a") as file:
            file.write(f"{copy.recipient} {copy.message_id}\n")
            file.flush()
            os.fsync(file.fileno())
        self._on_point("server:after")
        return Outcome(state="sent", reason="250 taken")

    def close(self) -> None:
        pass


def check_world(world: World, *, states: dict[date, str] | None = None) -> None:
    """Hold what is left against the promises: each slot settled once, each briefing there once, no copy twice, none lost."""
    store = open_store(world.database, clock=lambda: MONDAY)
    slots = store.list_slots()
    runs = store.list_runs()
    copies = store.list_outbox()
    untold = store.unalerted_slots()
    store.close()
    assert len({slot.local_date for slot in slots}) == len(slots), "a date has two slots"
    if states is not None:
        assert {slot.local_date: slot.state for slot in slots} == states
    assert untold == ()
    for slot in slots:
        done = _ended_well(runs, slot)
        assert slot.state in ("done", "failed", "missed"), f"{slot.key} is left {slot.state}"
        assert len(done) == (slot.state == "done"), slot.key
        assert slot.state == "done" or slot.reason
        mine = [copy for copy in copies if copy.key == slot.key]
        assert [copy.recipient for copy in mine] == (list(READERS) if done else []), slot.key
        if done:
            assert f"{slot.local_date.isoformat()}.txt" in world.written
    for copy in copies:
        taken = world.taken.count(f"{copy.recipient} {copy.message_id}")
        # a copy for which no process lived long enough has failed at its deadline, and is known to have
        taken_as_said = {"sent": taken == 1, "unknown": taken <= 1, "failed": taken == 0}
        assert taken_as_said.get(copy.state), (copy, taken)
    assert len(world.taken) == sum(world.taken.count(f"{c.recipient} {c.message_id}") for c in copies), "the server took what no outbox has"
    told = {slot.key for slot in slots if slot.alerted_at is not None}
    assert told == {slot.key for slot in slots if slot.state in ("failed", "missed")}
    assert bool(told) == any(copy.recipient == OPERATOR for copy in copies)


def _ended_well(runs: Sequence[Run], slot: Slot) -> list[Run]:
    return [run for run in runs if run.slot == slot.key and run.state in ("done", "nothing to report")]


if __name__ == "__main__":
    main()
