"""The daemon: its clock asks what is due, a changed configuration is taken up, and it ends in time, handing back what is not done."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
import sqlalchemy
from apscheduler.jobstores.memory import MemoryJobStore

from briefing import wiring
from briefing.attempts import Make, Product
from briefing.cli import main
from briefing.config import load_config
from briefing.daemon import Daemon
from briefing.health import STALE_AFTER_S, Health, judge_health, tell_supervisor
from briefing.store import Store, open_store
from briefing.store.records import KnownSchedule, Slot
from tests.slot_samples import make_nothing, states

ROOT = Path(__file__).parent.parent
#: long enough for a machine that is very busy; a test that passes waits a fraction of it
_PATIENCE_S = 60.0


def wait_until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def due_at(now: datetime) -> str:
    """A time of day in UTC that has just passed."""
    return f"{now - timedelta(minutes=1):%H:%M}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    write_config(tmp_path)
    return tmp_path


def write_config(folder: Path, *, names: tuple[str, ...] = ("morning",), more: str = "") -> None:
    at = due_at(datetime.now(UTC))
    schedules = "".join(f"  - {{name: {name}, at: '{at}'}}\n" for name in names)
    draft = folder / "config.draft"
    draft.write_text(f"sources: [{{folder: news}}]\noutput: {{formats: [text]}}\nschedules:\n{schedules}{more}")
    draft.replace(folder / "config.yaml")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = open_store(wiring.store_address(load_config(folder / "config.yaml")))
    yield store
    store.close()


def known_since_yesterday(store: Store, folder: Path, *names: str) -> None:
    """Let the schedules' slots of the last day be due, as after a night without power."""
    loaded = load_config(folder / "config.yaml")
    yesterday = datetime.now(UTC) - timedelta(hours=20)
    for name in names or ("morning",):
        signature = wiring.schedule_spec(loaded, wiring.find_schedule(loaded, name)).signature
        known = KnownSchedule(name=name, signature=signature, first_seen=yesterday, planned_until=yesterday)
        store.plan_slots(known, [], now=yesterday)


@contextmanager
def serving(folder: Path, store: Store) -> Iterator[tuple[Daemon, list[bool]]]:
    """Run a daemon in a thread; what `serve` returned is in the list afterwards."""
    daemon = Daemon(load_config(folder / "config.yaml"), store, every_s=0.02)
    ended: list[bool] = []
    thread = threading.Thread(target=lambda: ended.append(daemon.serve()))
    thread.start()
    try:
        yield daemon, ended
    finally:
        daemon.order("stop")
        thread.join()


def use(monkeypatch: pytest.MonkeyPatch, make: Make) -> None:
    monkeypatch.setattr("briefing.daemon.make_slot", lambda loaded, schedule, store, clock: make)


def test_the_clock_keeps_nothing_and_drops_nothing(folder: Path, store: Store) -> None:
    """Its jobs live in memory, are never refused for being late, never pile up, and run once at a time."""
    daemon = Daemon(load_config(folder / "config.yaml"), store)
    daemon._place_jobs()
    daemon._scheduler.start(paused=True)
    try:
        assert isinstance(daemon._scheduler._jobstores["default"], MemoryJobStore)
        for job in daemon._scheduler.get_jobs():
            assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)
    finally:
        daemon._scheduler.shutdown()
    engine = sqlalchemy.create_engine(f"sqlite:///{wiring.store_address(load_config(folder / 'config.yaml'))}")
    assert not [table for table in sqlalchemy.inspect(engine).get_table_names() if "job" in table]


def test_what_is_due_is_run_once(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often the clock asks."""
    known_since_yesterday(store, folder)
    use(monkeypatch, make_nothing)
    with serving(folder, store) as (daemon, ended):
        wait_until(lambda: states(store) == ["done"])
        health = folder / "var" / "health.json"
        wait_until(lambda: health.exists() and judge_health(health, now=datetime.now(UTC))[0])
        assert list(json.loads(health.read_text())["next"]) == ["morning"]
    assert ended == [True] and daemon._problems == {}
    assert len(store.list_runs()) == 1


def test_a_long_run_holds_up_no_other_schedule(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """And is started once, though it is due again and again while it runs."""
    write_config(folder, names=("long", "short"))
    known_since_yesterday(store, folder, "long", "short")
    leave = threading.Event()

    def make(slot: Slot, check: Callable[[], None]) -> Product:
        if slot.schedule == "long":
            leave.wait()
        return make_nothing(slot, check)

    use(monkeypatch, make)
    with serving(folder, store):
        wait_until(lambda: sorted(states(store)) == ["done", "running"])
        time.sleep(0.2)
        assert len(store.list_runs(schedule="long")) == 1
        leave.set()
        wait_until(lambda: states(store) == ["done", "done"])


def test_a_changed_configuration_is_taken_up(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """When its file changes or at a signal: a new schedule runs, one that is gone does not."""
    use(monkeypatch, make_nothing)
    with serving(folder, store) as (daemon, _):
        wait_until(lambda: store.known_schedule("morning"))
        write_config(folder, names=("evening",))
        known_since_yesterday(store, folder, "evening")
        wait_until(lambda: [slot.schedule for slot in store.list_slots(states=["done"])] == ["evening"])
        assert {job.id for job in daemon._scheduler.get_jobs() if job.id.startswith("schedule")} == {"schedule evening"}


def test_an_invalid_configuration_is_refused_and_the_old_one_kept(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said in the log and in the health file, with its line; when it is mended all is well again."""
    use(monkeypatch, make_nothing)
    health = folder / "var" / "health.json"
    with serving(folder, store):
        wait_until(lambda: store.known_schedule("morning"))
        (folder / "config.yaml").write_text("schedules: [{name: morning, at: 7:30}]\n")
        wait_until(lambda: health.exists() and "refused, the old one is kept" in health.read_text())
        well, sentence = judge_health(health, now=datetime.now(UTC))
        assert not well and "config.yaml:1: schedules[0].at: 7:30 without quotes is 450 to YAML" in sentence
        write_config(folder, more="store: elsewhere.sqlite3\n")
        wait_until(lambda: "another database is taken up by a restart only" in health.read_text())
        write_config(folder)
        known_since_yesterday(store, folder)
        wait_until(lambda: states(store) == ["done"])
        wait_until(lambda: judge_health(health, now=datetime.now(UTC))[0])
    assert sum("the new configuration is refused" in record.message for record in caplog.records) == 2


def test_what_was_wrong_with_a_schedule_that_is_gone_is_no_problem_any_more(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Health is that of what is configured."""
    use(monkeypatch, make_nothing)

    def fail(schedule: str) -> tuple[Slot, ...]:
        if schedule == "morning":
            raise RuntimeError("no such disk")
        return ()

    monkeypatch.setattr(store, "open_slots", fail)
    with serving(folder, store) as (daemon, _):
        wait_until(lambda: daemon._problems_now() == ("schedule morning: RuntimeError: no such disk",))
        write_config(folder, names=("evening",))
        wait_until(lambda: store.known_schedule("evening") and daemon._problems_now() == ())


def test_told_to_stop_it_lets_a_short_run_end(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be finished in half of the time is finished."""
    known_since_yesterday(store, folder)
    begun = threading.Event()

    def short(slot: Slot, check: Callable[[], None]) -> Product:
        begun.set()
        time.sleep(0.2)
        return make_nothing(slot, check)

    use(monkeypatch, short)
    with serving(folder, store) as (daemon, ended):
        begun.wait()
        daemon.order("stop")
        wait_until(lambda: ended)
    assert ended == [True] and states(store) == ["done"]


def test_told_to_stop_it_hands_back_a_run_that_can_be_left(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the time that is set, at the run's next look."""
    write_config(folder, more="service: {stop_seconds: 0.2}\n")
    known_since_yesterday(store, folder)
    begun = threading.Event()

    def long(slot: Slot, check: Callable[[], None]) -> Product:
        begun.set()
        while True:
            check()
            time.sleep(0.01)

    use(monkeypatch, long)
    with serving(folder, store) as (daemon, ended):
        begun.wait()
        daemon.order("stop")
        wait_until(lambda: ended)
    assert states(store) == ["planned"]
    assert [run.state for run in store.list_runs()] == ["handed back"]


def test_told_to_stop_it_takes_the_slot_from_a_run_that_does_not_end(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock library would wait for ever. What the run still wants to record is refused."""
    write_config(folder, more="service: {stop_seconds: 0.1}\n")
    known_since_yesterday(store, folder)
    begun, leave = threading.Event(), threading.Event()

    def stuck(slot: Slot, check: Callable[[], None]) -> Product:
        begun.set()
        leave.wait()
        return make_nothing(slot, lambda: None)

    use(monkeypatch, stuck)
    with serving(folder, store) as (daemon, ended):
        begun.wait()
        daemon.order("stop")
        wait_until(lambda: ended)
        assert ended == [False] and states(store) == ["planned"]
        leave.set()
        wait_until(lambda: daemon._at_work == 0)
    assert states(store) == ["planned"]


def test_no_error_ends_the_daemon(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A database that cannot be used for a while is said once, and once more when it can be again."""
    known_since_yesterday(store, folder)
    use(monkeypatch, make_nothing)
    broken = threading.Event()
    broken.set()
    original = store.open_slots

    def open_slots(schedule: str) -> tuple[Slot, ...]:
        if broken.is_set():
            raise RuntimeError("no such disk")
        return original(schedule)

    monkeypatch.setattr(store, "open_slots", open_slots)
    with caplog.at_level(logging.INFO, logger="briefing"), serving(folder, store) as (daemon, _):
        wait_until(lambda: "schedule morning" in daemon._problems)
        time.sleep(0.2)
        broken.clear()
        wait_until(lambda: states(store) == ["done"])
        wait_until(lambda: not daemon._problems)
    said = [record.getMessage() for record in caplog.records if record.name == "briefing.daemon"]
    assert said.count("schedule morning: RuntimeError: no such disk") == 1 and "schedule morning: well again" in said


def test_a_clock_that_is_set_back_stops_nothing(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The clock library would wait until the time that it had is there again: for hours, with a health file that looks well."""
    hours = 0.0

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) - timedelta(hours=hours)

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Shifted)
    monkeypatch.setattr("briefing.daemon.datetime", Shifted)
    health = folder / "var" / "health.json"

    def signs_of() -> datetime:
        return datetime.fromisoformat(json.loads(health.read_text())["at"])

    with caplog.at_level(logging.WARNING, logger="briefing"), serving(folder, store):
        wait_until(health.exists)
        before = signs_of()
        hours = 3.0
        wait_until(lambda: signs_of() < before)
        assert not judge_health(health, now=signs_of() - timedelta(hours=1))[0]
        after = signs_of()
        wait_until(lambda: signs_of() > after)
    assert "the clock was set back by 2:59:" in caplog.text or "the clock was set back by 3:00:" in caplog.text


def test_the_operator_gets_an_alert_through_the_same_outbox(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slot that was missed altogether is told of by email, once."""
    write_config(folder, more="email: {sender: a@example.org, folder: mails}\noperator: op@example.org\n")
    loaded = load_config(folder / "config.yaml")
    signature = wiring.schedule_spec(loaded, loaded.config.schedules[0]).signature
    long_ago = datetime.now(UTC) - timedelta(days=3, hours=1)
    store.plan_slots(KnownSchedule(name="morning", signature=signature, first_seen=long_ago, planned_until=long_ago), [], now=long_ago)
    use(monkeypatch, make_nothing)
    with serving(folder, store):
        wait_until(lambda: (folder / "mails").is_dir() and list((folder / "mails").glob("*.eml")))
    (mail,) = (folder / "mails").glob("*.eml")
    assert b"To: op@example.org" in mail.read_bytes() and b"No briefing for" in mail.read_bytes()


def test_health_is_judged_by_age_and_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`briefing health` says why in a sentence, and by its exit code."""
    now = datetime(2030, 6, 3, 12, tzinfo=UTC)
    path = tmp_path / "var" / "health.json"
    assert judge_health(path, now=now) == (False, f"{path} is not there: `briefing serve` is not running, or writes another file")
    health = Health(at=now, process="a:1", running=(), next={}, problems=())
    health.write(path)
    assert judge_health(path, now=now + timedelta(seconds=STALE_AFTER_S))[0]
    assert "no sign of life since 2030-06-03 12:00:00 UTC" in judge_health(path, now=now + timedelta(seconds=STALE_AFTER_S + 1))[1]
    assert "which lies ahead: the clock was set back" in judge_health(path, now=now - timedelta(hours=1))[1]
    Health(at=now, process="a:1", running=(), next={}, problems=("email: no server",)).write(path)
    assert judge_health(path, now=now) == (False, "email: no server")
    path.write_text("{")
    assert "cannot be read" in judge_health(path, now=now)[1]
    monkeypatch.chdir(tmp_path)
    assert main(["health"]) == 1
    Health(at=datetime.now(UTC), process="a:1", running=(), next={}, problems=()).write(path)
    assert main(["health"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("well at ")


def test_the_service_manager_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As sd_notify(3) has it; without a manager nothing is sent."""
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    tell_supervisor("READY=1")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        tell_supervisor("READY=1", "STATUS=well")
        assert server.recv(100) == b"READY=1\nSTATUS=well"


@contextmanager
def process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The real command in a process of its own."""
    command = [sys.executable, "-m", "briefing", "serve", "--config", str(folder / "config.yaml"), "--log-format", "json"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()


def fill(folder: Path, documents: int) -> None:
    text = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    for n in range(documents):
        (folder / "news" / f"{n}.txt").write_text(f"{text}\nThis is copy number {n}.\n", encoding="utf-8")


@pytest.mark.slow
def test_killed_in_the_middle_and_started_again_the_briefing_exists_once(folder: Path, store: Store) -> None:
    """The command itself, with SIGKILL while it reads; then with SIGHUP and SIGTERM, ending with exit code 0."""
    fill(folder, 12)
    known_since_yesterday(store, folder)
    with process(folder) as first:
        wait_until(lambda: states(store) == ["running"])
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert states(store) == ["running"] and not (folder / "out").exists()
    # the time that a lease takes to run out
    engine = sqlalchemy.create_engine(f"sqlite:///{folder}/var/briefing.sqlite3")
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("UPDATE slots SET lease_until = heartbeat_at"))
    with process(folder) as second:
        wait_until(lambda: states(store) == ["done"])
        os.kill(second.pid, signal.SIGHUP)
        os.kill(second.pid, signal.SIGTERM)
        _, err = second.communicate(timeout=_PATIENCE_S)
        assert second.returncode == 0
    assert len(list((folder / "out").iterdir())) == 1
    assert [run.state for run in store.list_runs()] == ["done", "failed"]
    lines = [json.loads(line) for line in err.splitlines()]
    (done,) = [line for line in lines if line["message"].endswith(" is done")]
    assert (done["schedule"], done["slot"], done["run"]) == ("morning", store.list_slots()[0].key, store.list_runs()[0].id)
    read = next(line for line in lines if "documents read" in line["message"])
    assert read["run"] == done["run"], "also what knows nothing of runs says which run it works for"
    assert any("the configuration is read again" in line["message"] for line in lines)


@pytest.mark.slow
def test_stopped_in_the_middle_the_command_hands_back_and_ends(folder: Path, store: Store) -> None:
    """SIGTERM while it reads: exit code 0, the slot waits for whoever comes next, what was analysed is kept."""
    write_config(folder, more="service: {stop_seconds: 1}\n")
    fill(folder, 400)
    known_since_yesterday(store, folder)
    with process(folder) as running:
        wait_until(lambda: states(store) == ["running"])
        os.kill(running.pid, signal.SIGTERM)
        running.communicate(timeout=_PATIENCE_S)
        assert running.returncode == 0
    assert states(store) == ["planned"]
    assert [run.state for run in store.list_runs()] == ["handed back"]


def test_serve_needs_a_schedule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A service that would never do anything is refused."""
    monkeypatch.chdir(tmp_path)
    assert main(["serve"]) == 2
    assert "has no schedules" in capsys.readouterr().err
