"""The tables as the code reads them. `migrations` makes them; a test compares the two."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import BigInteger, Column, Dialect, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as fixed-width ISO 8601 in UTC: it sorts as text, reads the same on every backend, and loses nothing."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs its time zone: {value!r}")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class LocalDate(TypeDecorator[date]):
    """A date without a zone, kept as ISO 8601 text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


metadata = MetaData()

versions = Table(
    "schema_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("applied_at", Instant, nullable=False),
)

schedules = Table(
    "schedules",
    metadata,
    Column("name", Text, primary_key=True),
    #: time, days and zone; when they change, today's slot is looked for again
    Column("signature", Text, nullable=False),
    Column("first_seen", Instant, nullable=False),
    #: every slot up to here has its row
    Column("planned_until", Instant, nullable=False),
)

slots = Table(
    "slots",
    metadata,
    Column("key", Text, primary_key=True),
    Column("schedule", Text, nullable=False),
    Column("local_date", LocalDate, nullable=False),
    Column("local_time", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("instant", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("deadline", Instant),
    Column("planned_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("finished_at", Instant),
    Column("alerted_at", Instant),
    Column("holder", Text),
    Column("lease_until", Instant),
    Column("heartbeat_at", Instant),
    UniqueConstraint("schedule", "local_date", "local_time"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("slot", Text),
    Column("schedule", Text),
    Column("attempt", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("process", Text, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("details", Text, nullable=False),
)

memories = Table(
    "memories",
    metadata,
    Column("schedule", Text, primary_key=True),
    #: the day of the briefing that it was saved with
    Column("date", LocalDate, primary_key=True),
    Column("run", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("saved_at", Instant, nullable=False),
)

documents = Table(
    "documents_seen",
    metadata,
    Column("schedule", Text, primary_key=True),
    Column("document", Text, primary_key=True),
    Column("path", Text, nullable=False),
    #: the day of the first briefing that used it
    Column("date", LocalDate, nullable=False),
    Column("run", Text, nullable=False),
)

files = Table(
    "files_seen",
    metadata,
    Column("schedule", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    #: what tells that the file is as it was: an equal one need not be opened again
    Column("signature", Text, nullable=False),
    Column("date", LocalDate, nullable=False),
    Column("run", Text, nullable=False),
)

analyses = Table(
    "analyses",
    metadata,
    Column("content_hash", Text, primary_key=True),
    Column("model_version", Text, primary_key=True),
    Column("settings_hash", Text, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    Column("stored_at", Instant, nullable=False),
)

bodies = Table(
    "message_bodies",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", BigInteger, primary_key=True),
    Column("key", Text, nullable=False),
    Column("run", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    #: the recipient as it is compared: case folded
    Column("address", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    #: the message up to and with the empty line; the rest is shared between copies that differ in their header alone
    Column("header", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("attempts", Integer, nullable=False),
    Column("enqueued_at", Instant, nullable=False),
    Column("next_attempt_at", Instant, nullable=False),
    Column("lease_until", Instant),
    Column("changed_at", Instant, nullable=False),
    UniqueConstraint("key", "address"),
)

suppressions = Table(
    "suppressions",
    metadata,
    Column("address", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("suppressed_at", Instant, nullable=False),
)
