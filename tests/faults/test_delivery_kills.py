"""SIGKILL at every point of a delivery, and at random ones: each recipient has the copy once, or it is unknown and held."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.store import open_store
from tests.deliver.mail import NOON
from tests.deliver.servers import DROP, PASS, Script, smtp_server

ROOT = Path(__file__).parent.parent.parent
ADDRESSES = ("anna@example.org", "ben@example.org", "carl@example.org", "dora@example.org")
#: a recipient for each thing that can become of a copy: taken, taken later, taken without an answer, refused
PLAN: dict[str, dict[str, list[str]]] = {
    "recipients": {"ben@example.org": ["451 later"], "dora@example.org": ["550 no such user"]},
    "at": {"message": [PASS, DROP]},
}


class Worker:
    """Has outboxes drained by processes of their own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, folder: Path, port: int, *, minutes: float, kill_at: int | None = None, resend: bool = False) -> dict[str, Any]:
        job = {
            "database": str(folder / "briefing.sqlite3"),
            "trace": str(folder / "trace"),
            "port": port,
            "addresses": ADDRESSES,
            "now": (NOON + timedelta(minutes=minutes)).isoformat(),
            "kill_at": kill_at,
            "resend": resend,
        }
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        error = folder / "trace.error"
        assert answer["killed"] or answer["code"] == 0, error.read_text() if error.exists() else answer
        return answer


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    command = [sys.executable, "-m", "tests.faults.delivery_worker"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Worker(process)
        assert process.stdin is not None
        process.stdin.close()


@contextmanager
def fresh(tmp_path: Path) -> Iterator[Path]:
    """A folder for one outbox, in memory where the system has a place for that: a kill does not lose what a power cut would."""
    base = Path("/dev/shm")
    folder = (base if base.is_dir() else tmp_path) / f"briefing-{tmp_path.parent.name}-{tmp_path.name}-{time.monotonic_ns()}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def script(plan: dict[str, dict[str, list[str]]]) -> Script:
    copied = {kind: {name: list(answers) for name, answers in plan[kind].items()} for kind in plan}
    return Script(**copied)  # type: ignore[arg-type]  # the two mappings by name


def settle(worker: Worker, folder: Path, port: int, *, resend: bool) -> None:
    """Restart until nothing is due any more: after the lease, and after every pause."""
    for minutes in (20, 60, 180, 400, 900):
        assert not worker.run(folder, port, minutes=minutes, resend=resend)["killed"]
        store = open_store(folder / "briefing.sqlite3")
        waiting = set(store.count_outbox()) & {"pending", "sending"}
        store.close()
        if not waiting:
            return


def judge(folder: Path, heard: Script, *, resend: bool, where: str) -> Counter[str]:
    """Compare what the outbox says with what the server took; return the states."""
    wait_until_quiet(heard)
    store = open_store(folder / "briefing.sqlite3")
    copies = store.list_outbox()
    store.close()
    assert sorted(d.recipient for d in copies) == list(ADDRESSES), f"{where}: a copy is lost"
    taken = Counter(r.recipients[0] for r in heard.received)
    for copy in copies:
        had = taken[copy.recipient]
        told = f"{where}: {copy.recipient} is {copy.state} ({copy.reason}) and was taken {had} times"
        assert copy.state in ("sent", "failed", "unknown"), told
        if copy.state == "sent":
            assert had >= 1, told
        if copy.state == "failed":
            assert had == 0, told
        if resend:
            assert copy.state != "unknown", told
        else:
            assert had <= 1, told
    messages: dict[str, set[bytes]] = {}
    for received in heard.received:
        messages.setdefault(received.recipients[0], set()).add(received.content)
    assert all(len(different) == 1 for different in messages.values()), f"{where}: a copy went out as different bytes"
    return Counter(copy.state for copy in copies)


def wait_until_quiet(heard: Script) -> None:
    """Let the server finish with connections whose process is gone."""
    for _ in range(2000):
        if heard.open == 0:
            return
        time.sleep(0.005)
    raise AssertionError("the server still has connections open")


def all_points(worker: Worker, tmp_path: Path, *, resend: bool) -> list[str]:
    heard = script(PLAN)
    with fresh(tmp_path) as folder, smtp_server(heard) as port:
        points: list[str] = worker.run(folder, port, minutes=0, resend=resend)["points"]
        settle(worker, folder, port, resend=resend)
        states = judge(folder, heard, resend=resend, where="undisturbed")
    assert states == (Counter(sent=3, failed=1) if resend else Counter(sent=2, failed=1, unknown=1))
    return points


def kill_at(worker: Worker, tmp_path: Path, number: int, name: str, *, resend: bool) -> None:
    heard = script(PLAN)
    with fresh(tmp_path) as folder, smtp_server(heard) as port:
        died = worker.run(folder, port, minutes=0, kill_at=number, resend=resend)
        assert died["killed"] and died["points"][-1] == name
        settle(worker, folder, port, resend=resend)
        judge(folder, heard, resend=resend, where=f"killed at {number}, {name}")


@pytest.mark.parametrize("resend", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_a_kill_at_the_points_around_the_message_is_survived(worker: Worker, tmp_path: Path, resend: bool) -> None:
    """Those at which something could be lost or doubled; with `resend` a copy may come twice, as the same bytes, and none stays unknown."""
    points = all_points(worker, tmp_path, resend=resend)
    critical = ("mark_sending:written", "mark_sending:committed", "after message", "after dot", "mark_sent:begun", "mark_sent:committed")
    for name in critical:
        kill_at(worker, tmp_path, points.index(name), name, resend=resend)


@pytest.mark.slow
@pytest.mark.parametrize("quarter", range(4))
@pytest.mark.parametrize("resend", [False, True])
def test_a_kill_at_every_point_is_survived(worker: Worker, tmp_path: Path, resend: bool, quarter: int) -> None:
    """Before and after each commit of each change of state, and everything that goes to the server: more than thirty points."""
    points = all_points(worker, tmp_path, resend=resend)
    assert len(set(points)) >= 30, points
    changes = ("enqueue_deliveries", "transaction", "claim_delivery", "mark_sending", "mark_sent", "mark_failed", "mark_failed_temporary")
    assert {name.partition(":")[0] for name in points if ":" in name} >= (set(changes) if resend else {*changes, "mark_unknown"})
    for number in range(quarter, len(points), 4):
        kill_at(worker, tmp_path, number, points[number], resend=resend)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 120, 30))
def test_no_copy_is_lost_in_random_schedules_of_kills(worker: Worker, tmp_path: Path, first: int) -> None:
    """One to four processes, each killed at a random point, over servers that refuse, break off and keep silent at random."""
    states: Counter[str] = Counter()
    for seed in range(first, first + 30):
        rng = random.Random(seed)
        answers = [PASS, PASS, PASS, "451 later", "554 no", "421 closing", DROP]
        plan = {
            "recipients": {address: [rng.choice(answers)] for address in rng.sample(ADDRESSES, 2)},
            "at": {name: [rng.choice(answers) for _ in range(3)] for name in ("MAIL", "DATA", "message")},
        }
        plan["at"]["MAIL"] = [answer for answer in plan["at"]["MAIL"] if not answer.startswith("5")]
        heard = script(plan)
        with fresh(tmp_path) as folder, smtp_server(heard) as port:
            for kill in range(rng.randint(1, 4)):
                worker.run(folder, port, minutes=kill * rng.choice((1, 20)), kill_at=rng.randrange(90))
            settle(worker, folder, port, resend=False)
            states += judge(folder, heard, resend=False, where=f"seed {seed}")
    assert sum(states.values()) == 120 and states["sent"] > 50 and states["unknown"] > 5
