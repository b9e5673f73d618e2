"""SIGKILL at every change of a run's state, and of a delivery's, in real processes: after a restart the briefing exists once, each
copy has arrived once or is held as unknown, and nobody is left without an answer."""

from __future__ import annotations

import random
import signal
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from briefing.attempts import find_due_slot
from briefing.store import open_store
from tests.faults.run_worker import (
    DUE,
    LEASE_S,
    SPEC,
    Behaviour,
    Cemetery,
    Killer,
    Step,
    World,
    check_world,
    do_step,
    know_schedule,
    run_steps,
)
from tests.slot_samples import MONDAY

DAY = MONDAY.date()

SCENARIOS: dict[str, tuple[Step, ...]] = {
    "done": (Step(DUE),),
    "tried again": (Step(DUE, "fails"), Step(DUE + timedelta(seconds=61))),
    "failed": (Step(DUE, "fails"), Step(DUE + timedelta(seconds=61), "fails")),
    "handed back": (Step(DUE, "stops"), Step(DUE + timedelta(seconds=10))),
    "downtime": (Step(DUE + timedelta(days=2)),),
    "taken over": (Step(DUE + timedelta(hours=2)),),
    "set back": (Step(DUE + timedelta(days=3)), Step(DUE)),
}
#: after whatever happened, a daemon looks every ten minutes
AFTERWARDS = [timedelta(seconds=LEASE_S) + timedelta(minutes=10 * n) for n in range(1, 8)]


def prepare(world: World, scenario: str) -> None:
    know_schedule(world)
    if scenario == "taken over":
        run_steps(world, [Step(MONDAY)], Killer())
        store = open_store(world.database, clock=lambda: MONDAY)
        slot = find_due_slot(store, SPEC, now=DUE, lease_s=LEASE_S)
        assert slot is not None
        assert store.claim_slot(slot, process="gone:1", now=DUE, lease_s=LEASE_S, deadline_s=90)
        store.close()


def points(scenario: str, world: World) -> list[str]:
    prepare(world, scenario)
    counter = Killer()
    run_steps(world, SCENARIOS[scenario], counter)
    return counter.passed


def carry_on(world: World, scenario: str) -> None:
    """Start anew, as often as it takes; where the source is away it stays so."""
    steps = SCENARIOS[scenario]
    behaviour: Behaviour = "fails" if scenario == "failed" else "well"
    run_steps(world, [Step(max(step.at for step in steps) + later, behaviour) for later in AFTERWARDS], Killer())
    if scenario == "set back":
        run_steps(world, [Step(DUE + timedelta(days=n)) for n in (1, 2, 3)], Killer())


def expected(scenario: str) -> dict[date, str] | None:
    ends: dict[str, dict[date, str]] = {
        "done": {DAY: "done"},
        "tried again": {DAY: "done"},
        "failed": {DAY: "failed"},
        "handed back": {DAY: "done"},
        "downtime": {DAY: "missed", DAY + timedelta(days=1): "missed", DAY + timedelta(days=2): "done"},
        "taken over": {DAY: "done"},
    }
    return ends.get(scenario)


@pytest.fixture(scope="module")
def cemetery() -> Iterator[Cemetery]:
    cemetery = Cemetery()
    yield cemetery
    cemetery.close()


@pytest.fixture
def fast_folder() -> Iterator[Path]:
    """A folder in memory where there is one: what is tested is the death of a process, not of the machine."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def kill_everywhere(folder: Path, scenario: str, cemetery: Cemetery) -> list[str]:
    """Kill at each point in turn, each time in a new world; return the points."""
    passed = points(scenario, World(database=str(folder / "count.sqlite3"), folder=folder))
    for at in range(len(passed)):
        place = folder / str(at)
        place.mkdir()
        world = World(database=str(place / "briefing.sqlite3"), folder=place)
        prepare(world, scenario)
        assert cemetery.die(world, SCENARIOS[scenario], at) == -signal.SIGKILL, "the process did not die at its point"
        carry_on(world, scenario)
        try:
            check_world(world, states=expected(scenario))
        except AssertionError as error:
            raise AssertionError(f"killed at {at}, {passed[at]}: {error}") from error
    return passed


def test_killed_at_every_point_of_a_run_and_its_deliveries(fast_folder: Path, cemetery: Cemetery) -> None:
    """From the plan to the last copy's answer."""
    passed = kill_everywhere(fast_folder, "done", cemetery)
    assert len(passed) >= 30
    names = {point.split(":")[0] for point in passed}
    assert {
        "plan_slots",
        "claim_slot",
        "files",
        "finish_run",
        "enqueue_deliveries",
        "transaction",
        "mark_sending",
        "server",
        "mark_sent",
    } <= names


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [name for name in SCENARIOS if name != "done"])
def test_killed_at_every_point_of_what_else_can_become_of_a_slot(fast_folder: Path, scenario: str, cemetery: Cemetery) -> None:
    """Failures and their last, a slot handed back, downtime, a slot taken over, a clock set back."""
    own = {
        "tried again": "fail_run",
        "failed": "mark_alerted",
        "handed back": "hand_back",
        "downtime": "give_up_slots",
        "taken over": "recover_slots",
        "set back": "withdraw_slots",
    }
    assert f"{own[scenario]}:written" in kill_everywhere(fast_folder, scenario, cemetery)


@pytest.mark.slow
def test_killed_at_every_point_on_a_server_s_database(postgresql_url: str, fast_folder: Path, cemetery: Cemetery) -> None:
    """PostgreSQL keeps the same promises."""
    engine = create_engine(postgresql_url, isolation_level="AUTOCOMMIT")

    def empty() -> None:
        with engine.connect() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))

    passed = points("done", World(database=postgresql_url, folder=fast_folder))
    for at in range(len(passed)):
        empty()
        place = fast_folder / str(at)
        place.mkdir()
        world = World(database=postgresql_url, folder=place)
        prepare(world, "done")
        assert cemetery.die(world, SCENARIOS["done"], at) == -signal.SIGKILL
        carry_on(world, "done")
        check_world(world, states=expected("done"))
    engine.dispose()


class Dead(BaseException):
    """Stands for SIGKILL within this process."""


class Luck:
    """Kills at random: from then on every step of the process fails, so that nothing of it is recorded."""

    def __init__(self, rng: random.Random, chance: float) -> None:
        self._rng = rng
        self._chance = chance
        self._dead = False

    def start_again(self) -> None:
        """A new process."""
        self._dead = False

    def stop(self) -> None:
        """Nobody dies any more."""
        self._dead, self._chance = False, 0.0

    def __call__(self, point: str) -> None:
        self._dead = self._dead or self._rng.random() < self._chance
        if self._dead:
            raise Dead(point)


def live_through(folder: Path, seed: int) -> None:
    """Three days of a daemon that dies again and again, is started after minutes or days, and whose source comes and goes."""
    rng = random.Random(seed)
    world = World(database=str(folder / f"{seed}.sqlite3"), folder=folder / str(seed))
    world.folder.mkdir()
    know_schedule(world)
    now, chance, deaths = DUE - timedelta(hours=1), rng.choice((0.02, 0.08, 0.25)), 0
    luck = Luck(rng, chance)
    # One engine for all its processes: what a dead one had open is rolled back, as the database would find it.
    store = open_store(world.database, on_transition=luck, clock=lambda: MONDAY)
    while now < DUE + timedelta(days=3):
        behaviour: Behaviour = rng.choice(("well", "well", "fails", "stops"))
        try:
            do_step(world, store, Step(now, behaviour), luck)
        except Dead:
            deaths += 1
            luck.start_again()
        now += timedelta(minutes=rng.choice((1, 5, 20, 70, 180, 600, 1440 if rng.random() < 0.2 else 30)))
    luck.stop()
    for n in range(16):
        do_step(world, store, Step(now + timedelta(minutes=70 * n)), luck)
    store.close()
    try:
        check_world(world)
    except AssertionError as error:
        raise AssertionError(f"seed {seed}, {deaths} deaths: {error}") from error


def test_a_few_random_lives(fast_folder: Path) -> None:
    """Deaths at any point, restarts after any time."""
    for seed in range(6):
        live_through(fast_folder, seed)


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(5))
def test_five_hundred_random_lives(fast_folder: Path, hundred: int) -> None:
    """The same, a hundred at a time."""
    for seed in range(1000 + 100 * hundred, 1100 + 100 * hundred):
        live_through(fast_folder, seed)


@pytest.mark.slow
def test_random_lives_of_real_processes(fast_folder: Path, cemetery: Cemetery) -> None:
    """SIGKILL, twice in each of forty lives: at a point of the first process and at one of the second that takes over."""
    for seed in range(40):
        rng = random.Random(seed)
        scenario = rng.choice(sorted(SCENARIOS))
        place = fast_folder / str(seed)
        place.mkdir()
        world = World(database=str(place / "briefing.sqlite3"), folder=place)
        prepare(world, scenario)
        for later in (timedelta(), timedelta(seconds=LEASE_S + 60)):
            steps = [Step(step.at + later, step.behaviour) for step in SCENARIOS[scenario]]
            assert cemetery.die(world, steps, rng.randrange(30)) in (-signal.SIGKILL, 0)
        run_steps(world, [Step(DUE + timedelta(days=3, hours=3) + later) for later in AFTERWARDS], Killer())
        check_world(world)
