"""The database itself: what is wrong with it is said in plain words and costs nothing, and two writers wait for each other."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from briefing.attempts import Attendant
from briefing.errors import StoreError
from briefing.store import Store, open_store
from briefing.store.engine import make_engine
from briefing.store.migrations import MIGRATIONS, Migration, migrate
from briefing.store.records import KnownSchedule
from briefing.store.schema import metadata
from tests.slot_samples import MONDAY, SPEC, Clock, make_nothing, states

DUE = MONDAY + timedelta(hours=7)


def begun(url: str | Path, **options: float) -> Store:
    """A store whose schedule has a slot that is due at seven."""
    store = open_store(url, clock=lambda: MONDAY, busy_timeout_s=options.get("busy_timeout_s", 30.0))
    store.begin_schedule(KnownSchedule(name=SPEC.name, signature=SPEC.signature, first_seen=MONDAY, planned_until=MONDAY))
    return store


def attend(store: Store) -> object:
    return Attendant(store, clock=Clock(DUE), process="a:1").attend(SPEC, make_nothing)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "briefing.sqlite3"


def test_the_tables_are_those_that_the_code_reads(database_url: str) -> None:
    """What the migrations make and what the queries name are the same, on both backends."""
    open_store(database_url).close()
    engine = create_engine(database_url)
    found = inspect(engine)
    tables = {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}
    keys = {name: set(found.get_pk_constraint(name)["constrained_columns"]) for name in tables}
    engine.dispose()
    assert tables == {table.name: set(table.c.keys()) for table in metadata.tables.values()}
    assert keys == {table.name: set(table.primary_key.columns.keys()) for table in metadata.tables.values()}


def test_a_migration_and_its_record_are_one_step(database_url: str) -> None:
    """One that breaks off in the middle leaves the database as it was, and runs again when it is mended."""
    open_store(database_url).close()
    engine, label = make_engine(database_url, busy_timeout_s=5)
    database = Store(engine, label=label)
    next_one = Migration(version=2, name="colours", statements=("CREATE TABLE colours (name TEXT)", "CREATE TABLE colours (name TEXT)"))
    with pytest.raises(StoreError):
        migrate(database, MONDAY, (*MIGRATIONS, next_one))
    assert "colours" not in inspect(engine).get_table_names()
    migrate(database, MONDAY, (*MIGRATIONS, replace(next_one, statements=next_one.statements[:1])))
    migrate(database, MONDAY, (*MIGRATIONS, replace(next_one, statements=next_one.statements[:1])))
    with engine.connect() as connection:
        recorded = connection.execute(text("SELECT version, name FROM schema_version ORDER BY version")).all()
    assert [tuple(row) for row in recorded] == [(MIGRATIONS[0].version, MIGRATIONS[0].name), (2, "colours")]
    database.close()
    with pytest.raises(StoreError, match="written by a newer version of briefing"):
        open_store(database_url)


def test_processes_that_open_a_new_database_at_once_make_it_once(database_url: str) -> None:
    """Four threads with an engine each."""
    errors: list[Exception] = []

    def open_it() -> None:
        try:
            open_store(database_url).close()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_two_writers_wait_for_each_other(database_url: str) -> None:
    """A transaction that reads first and then writes does not fail because another wrote in between."""
    stores = [begun(database_url), open_store(database_url)]
    errors: list[Exception] = []

    def write(store: Store, name: str) -> None:
        try:
            for n in range(20):
                with store.transaction():
                    known = store.known_schedule("morning")
                    assert known is not None
                    moved = replace(known, planned_until=known.planned_until + timedelta(seconds=1))
                    store.plan_slots(moved, [], now=MONDAY)
                    store.suppress(f"{name}{n}@example.org", "test", now=MONDAY)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(store, name)) for store, name in zip(stores, "ab", strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(stores[0].list_suppressions()) == 40
    for store in stores:
        store.close()


def test_a_locked_database_is_said_to_be_and_nothing_is_lost(file: Path) -> None:
    """While another program holds it; afterwards the slot runs."""
    store = begun(file, busy_timeout_s=0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another process is holding the database"):
        attend(store)
    other.execute("ROLLBACK")
    other.close()
    assert attend(store) and states(store) == ["done"]
    store.close()


def test_a_full_disk_is_said_to_be_and_nothing_is_lost(file: Path) -> None:
    """Nothing of the step that found it full is written; with room again the slot runs."""
    store = begun(file)
    with sqlite3.connect(file) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    with store.read() as held:
        held.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    big = b"x" * 1_000_000
    with pytest.raises(StoreError, match="the disk is full"):
        store.save_analyses({"d": big}, model_version="1", settings_hash="1", now=MONDAY)
    assert store.load_analyses(["d"], model_version="1", settings_hash="1") == {}
    with store.read() as held:
        held.exec_driver_sql("PRAGMA max_page_count = 1000000")
    store.save_analyses({"d": big}, model_version="1", settings_hash="1", now=MONDAY)
    assert attend(store) and states(store) == ["done"]
    store.close()


def test_a_damaged_database_is_said_to_be(file: Path) -> None:
    """With what to do; the file is left as it is, for whoever can save something of it."""
    store = begun(file)
    store.save_analyses({f"d{n}": os.urandom(5000) for n in range(50)}, model_version="1", settings_hash="1", now=MONDAY)
    store.close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    damaged = bytearray(file.read_bytes())
    damaged[4096:] = os.urandom(len(damaged) - 4096)
    file.write_bytes(damaged)
    with pytest.raises(StoreError, match=r"the database file is damaged. Stop briefing, move the file away, and restore a backup"):
        begun(file)
    assert file.read_bytes() == damaged


@pytest.mark.parametrize("content", [b"this is a letter, and no database at all\n" * 100, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_another_file_is_not_taken_for_a_database(file: Path, content: bytes) -> None:
    """And is not touched."""
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"briefing.sqlite3: .*(is not a briefing database|is damaged)"):
        open_store(file)
    assert file.read_bytes() == content


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Without root's rights, which no file mode stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_database_that_cannot_be_written_is_said_so() -> None:
    """As a user that may read it only; with the rights to write the slot runs."""
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name), Path(name) / "briefing.sqlite3"
        begun(file).close()
        file.chmod(0o444)
        folder.chmod(0o555)
        with as_somebody_else(), pytest.raises(StoreError, match=r"Give the user that runs briefing write access|may write there"):
            attend(begun(file))
        folder.chmod(0o755)
        file.chmod(0o644)
        store = begun(file)
        assert attend(store) and states(store) == ["done"]
        store.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "var").write_text("")
    with pytest.raises(StoreError, match="var: this folder for the database cannot be made"):
        open_store(tmp_path / "var" / "briefing.sqlite3")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("mysql://user:secret@host/name", "mysql databases are not supported"),
        ("sqlite://", "a database in memory cannot outlive the process"),
        ("://secret", "shown without it, as it may hold a password"),
        ("postgresql://user:secret@127.0.0.1:1/name", "the server cannot be reached"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_without_its_password(address: str, expected: str) -> None:
    """An error message may end up in a log."""
    with pytest.raises(StoreError, match=expected) as caught:
        open_store(address)
    assert "secret" not in str(caught.value)


@pytest.fixture
def postgresql_store(postgresql_url: str) -> Iterator[Store]:
    store = begun(postgresql_url)
    yield store
    store.close()


def test_a_server_that_goes_away_and_comes_back_loses_nothing(postgresql_store: Store, postgresql_url: str) -> None:
    """Every connection is cut; the step in hand fails with a clear error or is made over a new one, and the slot runs."""
    engine = create_engine(postgresql_url, isolation_level="AUTOCOMMIT")

    def cut() -> None:
        with engine.connect() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )

    with pytest.raises(StoreError, match=r"the server (is shutting down|cannot be reached)"), postgresql_store.transaction():
        cut()
        postgresql_store.suppress("a@example.org", "test", now=MONDAY)
    engine.dispose()
    assert postgresql_store.list_suppressions() == ()
    assert attend(postgresql_store) and states(postgresql_store) == ["done"]
