"""Several daemons on one database: every slot has one run, whoever is first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.store import open_store
from briefing.store.records import KnownSchedule
from tests.faults.daemon_worker import specs
from tests.slot_samples import MONDAY

ROOT = Path(__file__).parent.parent.parent


def race(database: str, folder: Path, *, daemons: int, slots: int) -> None:
    store = open_store(database, clock=lambda: MONDAY)
    with store.transaction():
        for spec in specs(slots):
            store.begin_schedule(KnownSchedule(name=spec.name, signature=spec.signature, first_seen=MONDAY, planned_until=MONDAY))
    command = [sys.executable, "-m", "tests.faults.daemon_worker", database, str(folder), str(slots), str(daemons)]
    running = [
        subprocess.Popen([*command, str(seed)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for seed in range(daemons)
    ]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0] * daemons, said
    made = [line.split() for line in (folder / "made.log").read_text().splitlines()]
    keys = sorted(f"s{n:03}/2030-06-03/06:30" for n in range(slots))
    assert sorted(key for key, _ in made) == keys, "a slot was made twice, or not at all"
    assert len({daemon for _, daemon in made}) == daemons
    runs = store.list_runs()
    assert sorted(str(run.slot) for run in runs) == keys and {run.state for run in runs} == {"done"}
    assert {slot.state for slot in store.list_slots()} == {"done"}
    assert sorted(copy.key for copy in store.list_outbox()) == keys
    store.close()


def test_two_daemons_share_the_slots(tmp_path: Path) -> None:
    """None is made twice, none is left."""
    race(f"sqlite:///{tmp_path}/briefing.sqlite3", tmp_path, daemons=2, slots=40)


@pytest.mark.slow
@pytest.mark.parametrize("daemons", [2, 4])
def test_two_hundred_slots_have_two_hundred_runs(database_url: str, tmp_path: Path, daemons: int) -> None:
    """Two and four daemons, on SQLite and on PostgreSQL."""
    race(database_url, tmp_path, daemons=daemons, slots=200)
