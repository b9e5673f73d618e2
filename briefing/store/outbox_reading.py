"""What the outbox holds: lists, counts, messages and suppressed addresses. Nothing is changed here."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from briefing.errors import StoreError
from briefing.store.engine import Database
from briefing.store.records import Delivery, DeliveryState, Suppression
from briefing.store.schema import bodies, deliveries, suppressions

#: what a Delivery has; the message is read only where it is wanted
LISTED = [column for column in deliveries.c if column.name not in {"address", "header", "body"}]


class OutboxReading(Database):
    """The part of the store that tells of deliveries."""

    def is_suppressed(self, address: str) -> bool:
        """Say whether an address is sent nothing, however its letters are cased."""
        with self.read() as connection:
            query = select(suppressions.c.address).where(suppressions.c.address == comparable(address))
            return connection.execute(query).first() is not None

    def list_suppressions(self) -> tuple[Suppression, ...]:
        """List the suppressed addresses in alphabetical order."""
        with self.read() as connection:
            rows = connection.execute(select(suppressions).order_by(suppressions.c.address))
            return tuple(Suppression(**row._mapping) for row in rows)

    def list_outbox(
        self,
        *,
        states: Collection[DeliveryState] | None = None,
        run: str | None = None,
        key: str | None = None,
        limit: int | None = None,
    ) -> tuple[Delivery, ...]:
        """List copies, oldest first, without their messages."""
        query: Select[Any] = select(*LISTED).order_by(deliveries.c.id).limit(limit)
        if states is not None:
            query = query.where(deliveries.c.state.in_(list(states)))
        if run is not None:
            query = query.where(deliveries.c.run == run)
        if key is not None:
            query = query.where(deliveries.c.key == key)
        with self.read() as connection:
            return tuple(delivery_of(row) for row in connection.execute(query))

    def untold_deliveries(self, *, since: datetime, alerts: str) -> tuple[Delivery, ...]:
        """List the copies that failed or became unknown after an instant and after the newest alert about their run was queued.

        An alert about a run is a copy whose key begins with ``alerts``, and whose run is ``alerts`` and then the key that it is about.
        """
        alert = deliveries.alias()
        about = and_(alert.c.key >= alerts, alert.c.key < alerts + "\U0010ffff", alert.c.run == alerts + deliveries.c.key)
        told_at = select(func.max(alert.c.enqueued_at)).where(about).scalar_subquery()
        lost = and_(deliveries.c.state.in_(("failed", "unknown")), deliveries.c.changed_at > since)
        news = or_(told_at.is_(None), deliveries.c.changed_at > told_at)
        with self.read() as connection:
            return tuple(delivery_of(row) for row in connection.execute(select(*LISTED).where(lost, news).order_by(deliveries.c.id)))

    def count_outbox(self) -> dict[DeliveryState, int]:
        """Count the copies in each state that any is in."""
        query = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
        with self.read() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def next_attempt(self) -> datetime | None:
        """Return when the next waiting copy is due; None when none waits."""
        query = select(func.min(deliveries.c.next_attempt_at)).where(deliveries.c.state == "pending")
        with self.read() as connection:
            found: datetime | None = connection.execute(query).scalar()
            return found

    def delivery_message(self, delivery_id: int) -> bytes:
        """Return the frozen bytes of a copy. Raises StoreError when there is no such copy, or they are no longer kept."""
        query = (
            select(deliveries.c.header, bodies.c.data)
            .join_from(deliveries, bodies, bodies.c.hash == deliveries.c.body)
            .where(deliveries.c.id == delivery_id)
        )
        with self.read() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise StoreError(no_such(delivery_id))
        if not row.header:
            raise StoreError(f"outbox copy {delivery_id}: it was sent so long ago that its message is no longer kept (email.keep_days).")
        return bytes(row.header) + zlib.decompress(row.data)


def comparable(address: str) -> str:
    """Give an address as two are compared: mail servers tell no capitals from small letters, or none that matter."""
    return address.strip().casefold()


def fields_of(row: Any) -> dict[str, Any]:
    """Give a row's listed columns by name."""
    return {column.name: row._mapping[column.name] for column in LISTED}


def delivery_of(row: Any) -> Delivery:
    return Delivery(**fields_of(row))


def no_such(delivery_id: int) -> str:
    return f"outbox copy {delivery_id}: there is none of that number. `briefing outbox list` shows them."
