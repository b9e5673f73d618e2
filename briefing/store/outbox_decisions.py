"""What people decide about the outbox: copies tried again or let go, addresses that are sent nothing more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Update, select, update

from briefing.errors import StoreError
from briefing.store.outbox_reading import LISTED, OutboxReading, comparable, delivery_of, no_such
from briefing.store.records import Delivery, DeliveryState
from briefing.store.schema import deliveries, suppressions
from briefing.store.upsert import insert_new


def transition(from_states: tuple[DeliveryState, ...], now: datetime, values: dict[str, Any]) -> Update:
    """The statement that changes deliveries of these states; it is told which ones."""
    return update(deliveries).where(deliveries.c.state.in_(from_states)).values(changed_at=now, **values)


class OutboxDecisions(OutboxReading):
    """The part of the store that takes decisions about deliveries."""

    def retry(self, delivery_id: int, *, now: datetime) -> Delivery:
        """Try a failed or waiting copy again now. Raises StoreError for one in any other state, `unknown` above all."""
        return self._decide(delivery_id, ("failed", "pending"), now, "retried by hand", "pending", "retry")

    def release(self, delivery_id: int, *, now: datetime, arrived: bool = False) -> Delivery:
        """Let a held copy go: send it again under the same Message-ID, or count it as sent when it is known to have arrived."""
        if arrived:
            return self._decide(delivery_id, ("unknown",), now, "said by hand to have arrived", "sent", "release")
        return self._decide(delivery_id, ("unknown",), now, "released by hand", "pending", "release")

    def suppress(self, address: str, reason: str, *, now: datetime) -> int:
        """Send nothing more to an address; return how many waiting copies this stopped."""
        with self.write("suppress") as connection:
            row = {"address": comparable(address), "reason": reason, "suppressed_at": now}
            insert_new(connection, suppressions, [row])
            stopped = connection.execute(
                update(deliveries)
                .where(deliveries.c.address == comparable(address), deliveries.c.state == "pending")
                .values(state="suppressed", reason=reason, lease_until=None, changed_at=now)
            )
            return stopped.rowcount

    def unsuppress(self, address: str) -> bool:
        """Allow an address again, for copies made from now on; return whether it was suppressed."""
        with self.write("unsuppress") as connection:
            gone = connection.execute(suppressions.delete().where(suppressions.c.address == comparable(address)))
            return gone.rowcount > 0

    def _decide(
        self,
        delivery_id: int,
        from_states: tuple[DeliveryState, ...],
        now: datetime,
        reason: str,
        state: DeliveryState,
        verb: str,
    ) -> Delivery:
        query = select(*LISTED).where(deliveries.c.id == delivery_id)
        with self.write(verb) as connection:
            row = connection.execute(query).first()
            if row is None:
                raise StoreError(no_such(delivery_id))
            busy = row.state == "pending" and row.lease_until is not None and row.lease_until > now
            if row.state not in from_states or busy:
                raise StoreError(
                    f"outbox copy {delivery_id} to {row.recipient} is {'being tried' if busy else row.state}: "
                    f"`{verb}` is for copies that are {' or '.join(from_states)}."
                )
            if state == "pending" and self.is_suppressed(row.recipient):
                raise StoreError(
                    f"outbox copy {delivery_id} to {row.recipient}: the address is suppressed; `briefing outbox allow` takes that back."
                )
            # queued anew, so that its deadline begins again
            values = {"state": state, "reason": reason, "enqueued_at": now, "next_attempt_at": now, "lease_until": None}
            connection.execute(transition(from_states, now, values).where(deliveries.c.id == delivery_id))
            return delivery_of(connection.execute(query).one())
