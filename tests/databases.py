"""A fresh database for each test, on both backends: an SQLite file, and a database of a real PostgreSQL server."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

_NUMBERS = count(1)
#: Debian keeps the server's programs out of the path
_DEBIAN = "/usr/lib/postgresql/*/bin/initdb"
#: the server refuses to run as root
_USERS = ("postgres", "nobody")


def _programs() -> Path | None:
    found = shutil.which("initdb") or next((str(p) for p in sorted(Path("/").glob(_DEBIAN[1:]), reverse=True)), None)
    return Path(found).resolve().parent if found else None


@contextmanager
def _server() -> Iterator[str]:
    """Run a server of our own, reached by a socket in a folder of its own, and give its address without a database's name."""
    programs = _programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed: apt-get install postgresql")
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="briefing-pg-"))
    user = None
    if os.geteuid() == 0:
        user = next(name for name in _USERS if shutil.which("id") and not subprocess.run(["id", name], capture_output=True).returncode)
        shutil.chown(folder, user)

    def call(*words: str) -> None:
        done = subprocess.run(words, user=user, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"

    data = folder / "data"
    try:
        call(str(programs / "initdb"), "--no-sync", "--auth=trust", "--encoding=UTF8", "--username=briefing", "-D", str(data))
        options = f"-c listen_addresses='' -c fsync=off -c unix_socket_directories={folder} -c max_connections=200"
        call(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql+psycopg://briefing@/{{name}}?host={folder}"
        finally:
            call(str(programs / "pg_ctl"), "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    with _server() as address:
        yield address


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The address of a new, empty database."""
    name = f"test{next(_NUMBERS)}"
    engine = create_engine(postgresql_server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgresql_server.format(name=name)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database on each backend in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/briefing.sqlite3"
    address: str = request.getfixturevalue("postgresql_url")
    return address
