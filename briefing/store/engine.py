"""Connections and transactions: what SQLite and PostgreSQL need set, and their errors in plain words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from briefing.errors import StoreError
from briefing.store.complaints import explain

#: called with the name of each point that a transaction passes; the fault suites end the process there
OnTransition = Callable[[str], None]


def _ignore(point: str) -> None:
    pass


class Database:
    """An engine with named transactions. Safe to use from several threads; each has its own transaction."""

    def __init__(self, engine: Engine, *, label: str, on_transition: OnTransition | None = None) -> None:
        #: the address without its password, for messages
        self.label = label
        self._engine = engine
        self._on_transition = on_transition or _ignore
        self._local = threading.local()

    @contextmanager
    def write(self, name: str) -> Iterator[Connection]:
        """Open a transaction that may write, or join the one that this thread is in; commit at the end, roll back on error.

        Passes the points ``name:begun``, ``name:written`` and ``name:committed``; a joined one passes ``name:written`` only.
        """
        joined: Connection | None = getattr(self._local, "connection", None)
        if joined is not None:
            yield joined
            self._on_transition(f"{name}:written")
            return
        with self._explained(), self._engine.connect() as connection:
            connection.execution_options(briefing_writes=True)
            with connection.begin():
                self._local.connection = connection
                try:
                    self._on_transition(f"{name}:begun")
                    yield connection
                    self._on_transition(f"{name}:written")
                finally:
                    self._local.connection = None
        self._on_transition(f"{name}:committed")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a transaction that only reads, or join the one that this thread is in."""
        joined: Connection | None = getattr(self._local, "connection", None)
        if joined is not None:
            yield joined
            return
        with self._explained(), self._engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close every pooled connection."""
        self._engine.dispose()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise StoreError(explain(error, self.label)) from error


def make_engine(url: str | Path, *, busy_timeout_s: float) -> tuple[Engine, str]:
    """Make the engine for a database URL or an SQLite file's path, and the label that messages call it by.

    It connects when first used; an SQLite file's folder is made if need be. Raises StoreError for an address that is none.
    """
    address = _address(url)
    label = address.render_as_string(hide_password=True)
    try:
        if address.get_backend_name() == "sqlite":
            return _sqlite(address, busy_timeout_s), label
        return _postgresql(address, busy_timeout_s), label
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{label}: the driver for this database is not installed ({error.name}). Install briefing with its "
            "`postgresql` extra: pip install 'briefing[postgresql]'."
        ) from error


def _address(url: str | Path) -> URL:
    if isinstance(url, Path) or "://" not in url:
        return URL.create("sqlite", database=str(url))
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError(
            "the database address is not one (shown without it, as it may hold a password): write "
            "sqlite:///var/briefing.db or postgresql://user@host/name."
        ) from error
    backend = address.get_backend_name()
    if backend == "postgresql":
        return address.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(f"{backend} databases are not supported: use sqlite:///FILE or postgresql://user@host/name.")
    if not address.database or address.database == ":memory:":
        raise StoreError("a database in memory cannot outlive the process: give a file, as in sqlite:///var/briefing.db.")
    return address


def _sqlite(address: URL, busy_timeout_s: float) -> Engine:
    folder = Path(str(address.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: this folder for the database cannot be made ({error.strerror}).") from error
    engine = create_engine(address, connect_args={"timeout": busy_timeout_s})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, record: object) -> None:
        # The driver must not open transactions of its own: a deferred one that later writes fails at once with
        # "database is locked", whatever the busy timeout says.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        # FULL, not NORMAL: a commit that says "sending" has to survive a power cut, or the copy goes out twice.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("briefing_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(address: URL, busy_timeout_s: float) -> Engine:
    milliseconds = int(busy_timeout_s * 1000)
    return create_engine(
        address,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 10, "options": f"-c lock_timeout={milliseconds}"},
    )
