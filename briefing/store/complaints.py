"""A database's error in plain words, with what to do about it."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

# By the beginning of SQLite's error name (sqlite.org/rescode.html); the first that fits counts.
_SQLITE = {
    "SQLITE_BUSY": "another process is holding the database. Wait for it or stop it, then try again.",
    "SQLITE_LOCKED": "another part of this process is holding the database. Try again.",
    "SQLITE_CORRUPT": "the database file is damaged. Stop briefing, move the file away, and restore a backup; "
    "`sqlite3 FILE .recover` may save what is in it.",
    "SQLITE_NOTADB": "this file is not a briefing database. Point `store` at another file, or restore a backup.",
    "SQLITE_FULL": "the disk is full. Nothing of this step was written; free some space and it will be tried again.",
    "SQLITE_READONLY": "the database cannot be written to. Give the user that runs briefing write access to the file and to its folder.",
    "SQLITE_CANTOPEN": "the database file cannot be opened or made. Check that its folder exists and that the user "
    "that runs briefing may write there.",
    "SQLITE_PERM": "access to the database file is denied. Give the user that runs briefing access to it.",
    "SQLITE_IOERR": "reading or writing the database file failed. Check the disk and its free space.",
    "SQLITE_CONSTRAINT": "the database refused a row that contradicts what it holds.",
}

# By the beginning of the SQLSTATE (PostgreSQL manual, appendix A).
_POSTGRESQL = {
    "28": "the server refused the user or password. Check the address, and the password in PGPASSWORD or ~/.pgpass.",
    "3D000": "the server has no database of this name. Make it with `createdb`.",
    "42501": "the user lacks a right on this database. Grant it, or use a database that the user owns.",
    "53100": "the server's disk is full. Nothing of this step was written; it will be tried again.",
    "53300": "the server has no connection left. Raise max_connections or stop other clients.",
    "55P03": "another process is holding the rows. Wait for it or stop it, then try again.",
    "25006": "the server takes no writes: it is a standby or set read-only. Point `store` at the primary.",
    "57P": "the server is shutting down or starting up. It will be tried again.",
    "40": "another process wrote at the same time. It will be tried again.",
    "23": "the database refused a row that contradicts what it holds.",
}


def explain(error: SQLAlchemyError, label: str) -> str:
    """Say what failed on which database and what to do; the driver's own words stand at the end."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    own_words = " ".join(str(cause if cause is not None else error).split())
    name = getattr(cause, "sqlite_errorname", None)
    if name:
        return f"{label}: {_first(_SQLITE, name, 'the database failed.')} [{name}: {own_words}]"
    state = getattr(cause, "sqlstate", None)
    if state:
        return f"{label}: {_first(_POSTGRESQL, state, 'the database failed.')} [{state}: {own_words}]"
    if "file is not a database" in own_words:
        return f"{label}: {_first(_SQLITE, 'SQLITE_NOTADB', '')} [{own_words}]"
    if isinstance(error, DBAPIError) and type(cause).__module__.startswith("psycopg"):
        return f"{label}: the server cannot be reached. Check that it runs and that the address is right. [{own_words}]"
    return f"{label}: the database failed. [{own_words}]"


def _first(table: dict[str, str], code: str, default: str) -> str:
    return next((words for prefix, words in table.items() if code.startswith(prefix)), default)
