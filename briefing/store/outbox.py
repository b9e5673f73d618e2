"""The outbox: one row for each recipient's copy, from the frozen message to its fate.

    pending → sending → sent | failed | unknown        pending ← a temporary failure, a retry, a release
    pending → suppressed                                `sending` is committed before the message's bytes go out

A copy left in `sending` by a process that is gone is `unknown`: the server may have taken it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, or_, select, update

from briefing.errors import LeaseLost
from briefing.store.outbox_decisions import OutboxDecisions, transition
from briefing.store.outbox_reading import LISTED, comparable, delivery_of, fields_of
from briefing.store.records import ClaimedDelivery, Delivery, DeliveryState, FrozenCopy
from briefing.store.schema import bodies, deliveries, suppressions
from briefing.store.upsert import insert_new

_BATCH = 200
#: clocks of several machines differ by less
_CLOCKS_DIFFER = timedelta(minutes=10)
#: stands for the body of a message that is no longer kept
_FORGOTTEN = hashlib.sha256(b"").hexdigest()
_SUPPRESSED = "the address is suppressed"


class Outbox(OutboxDecisions):
    """The part of the store that changes deliveries."""

    def enqueue_deliveries(self, run_id: str, copies: Iterable[FrozenCopy], *, key: str, now: datetime) -> int:
        """Freeze the copies of a run; return how many were not there yet.

        ``key`` is the slot's or the manual key: a recipient who has a copy under it keeps that one, whatever is given here.
        A suppressed recipient's copy is kept as `suppressed`.
        """
        added = 0
        written: set[str] = set()
        with self.write("enqueue_deliveries") as connection:
            stopped = {str(address) for address in connection.execute(select(suppressions.c.address)).scalars()}
            rows: list[dict[str, Any]] = []
            for copy in copies:
                header, body = _split(copy.message)
                name = hashlib.sha256(body).hexdigest()
                if name not in written:
                    insert_new(connection, bodies, [{"hash": name, "data": zlib.compress(body, 1)}])
                    written.add(name)
                rows.append(_row(run_id, copy, key, now, header, name, comparable(copy.recipient) in stopped))
                if len(rows) == _BATCH:
                    added += insert_new(connection, deliveries, rows)
                    rows = []
            added += insert_new(connection, deliveries, rows)
        return added

    def claim_deliveries(self, now: datetime, lease_s: float, *, limit: int) -> tuple[ClaimedDelivery, ...]:
        """Take up to ``limit`` pending copies that are due, longest due first; each counts one attempt more."""
        lease_until = now + timedelta(seconds=lease_s)
        # A lease that ends further off than a new one would was given before the clock was set back.
        free = or_(
            deliveries.c.lease_until.is_(None),
            deliveries.c.lease_until <= now,
            deliveries.c.lease_until > lease_until + timedelta(seconds=lease_s),
        )
        due = (
            select(*LISTED, deliveries.c.header, bodies.c.data)
            .join_from(deliveries, bodies, bodies.c.hash == deliveries.c.body)
            .where(deliveries.c.state == "pending", deliveries.c.next_attempt_at <= now, free)
            .order_by(deliveries.c.next_attempt_at, deliveries.c.id)
            .limit(limit)
            .with_for_update(of=deliveries, skip_locked=True)
        )
        claimed = []
        with self.write("claim_delivery") as connection:
            # what was changed in a future that is no more has its pause and its deadline from there: both begin now
            ahead = and_(deliveries.c.next_attempt_at > now, deliveries.c.changed_at > now + _CLOCKS_DIFFER)
            connection.execute(transition(("pending",), now, {"next_attempt_at": now, "enqueued_at": now}).where(ahead))
            # one that came back to wait after its address was suppressed, as from a refusal or from `unknown`
            stopped = deliveries.c.address.in_(select(suppressions.c.address))
            values = {"state": "suppressed", "reason": _SUPPRESSED, "lease_until": None}
            connection.execute(transition(("pending",), now, values).where(stopped))
            for row in connection.execute(due).all():
                connection.execute(
                    update(deliveries).where(deliveries.c.id == row.id).values(attempts=row.attempts + 1, lease_until=lease_until)
                )
                fields = fields_of(row) | {"attempts": row.attempts + 1, "lease_until": lease_until}
                claimed.append(ClaimedDelivery(**fields, message=row.header + zlib.decompress(row.data)))
        return tuple(claimed)

    def mark_sending(self, delivery: Delivery, *, now: datetime, lease_s: float) -> None:
        """Record, before the message's bytes go out, that they are about to. Raises LeaseLost: then do not send."""
        with self.write("mark_sending") as connection:
            self._move(connection, delivery, ("pending",), now, state="sending", lease_until=now + timedelta(seconds=lease_s))

    def mark_sent(self, delivery: Delivery, *, now: datetime, reason: str) -> None:
        """Record that the server took the copy; ``reason`` is its answer. One called `unknown` meanwhile is settled by it."""
        with self.write("mark_sent") as connection:
            self._move(connection, delivery, ("sending", "unknown"), now, state="sent", reason=reason, lease_until=None)

    def mark_failed_temporary(self, delivery: Delivery, *, now: datetime, next_attempt_at: datetime, reason: str) -> None:
        """Record that the server did not take the copy this time, and when to try again."""
        with self.write("mark_failed_temporary") as connection:
            self._move(
                connection,
                delivery,
                ("pending", "sending", "unknown"),
                now,
                state="pending",
                reason=reason,
                next_attempt_at=next_attempt_at,
                lease_until=None,
            )

    def mark_failed(self, delivery: Delivery, *, now: datetime, reason: str) -> None:
        """Record that the copy will not be taken: a permanent refusal, or a deadline that passed."""
        with self.write("mark_failed") as connection:
            self._move(
                connection,
                delivery,
                ("pending", "sending", "unknown"),
                now,
                state="failed",
                reason=reason,
                lease_until=None,
            )

    def mark_unknown(self, delivery: Delivery, *, now: datetime, reason: str) -> None:
        """Record that nobody can say whether the server took the copy: it is held until `release`."""
        with self.write("mark_unknown") as connection:
            self._move(connection, delivery, ("sending",), now, state="unknown", reason=reason, lease_until=None)

    def resend_unknown(self, now: datetime, *, enqueued_after: datetime, next_attempt_at: datetime) -> int:
        """Have every held copy that was queued after an instant sent again under its Message-ID; return how many these are."""
        held = and_(deliveries.c.state == "unknown", deliveries.c.enqueued_at > enqueued_after)
        with self.read() as connection:
            if connection.execute(select(deliveries.c.id).where(held).limit(1)).first() is None:
                return 0
        with self.write("resend_unknown") as connection:
            values = {"state": "pending", "next_attempt_at": next_attempt_at, "lease_until": None}
            return connection.execute(transition(("unknown",), now, values).where(held)).rowcount

    def defer_due(self, now: datetime, *, until: datetime, reason: str) -> int:
        """Have every waiting copy that is due wait longer, as when no server can be reached; return how many these are.

        A copy that another process has claimed is left to it.
        """
        with self.write("defer_due") as connection:
            free = or_(deliveries.c.lease_until.is_(None), deliveries.c.lease_until <= now)
            waiting = and_(deliveries.c.next_attempt_at <= now, free)
            values = {"next_attempt_at": until, "reason": reason, "lease_until": None}
            return connection.execute(transition(("pending",), now, values).where(waiting)).rowcount

    def put_back(self, delivery: Delivery, *, now: datetime) -> None:
        """Give a claimed copy back untried, as at a shutdown: the claim does not count as an attempt."""
        with self.write("put_back") as connection:
            self._move(connection, delivery, ("pending",), now, attempts=delivery.attempts - 1, lease_until=None)

    def recover_deliveries(self, now: datetime, lease_s: float) -> tuple[Delivery, ...]:
        """Call `unknown` what a process that is gone left in `sending`; return these."""
        expired = and_(
            deliveries.c.state == "sending",
            or_(deliveries.c.lease_until <= now, deliveries.c.lease_until > now + timedelta(seconds=2 * lease_s)),
        )
        query = select(*LISTED).where(expired).order_by(deliveries.c.id).with_for_update(skip_locked=True)
        with self.read() as connection:
            if connection.execute(select(deliveries.c.id).where(expired).limit(1)).first() is None:
                return ()
        with self.write("recover_deliveries") as connection:
            found = [delivery_of(row) for row in connection.execute(query)]
            reason = "the process that was sending it ended before the server's answer was recorded"
            for delivery in found:
                self._move(connection, delivery, ("sending",), now, state="unknown", reason=reason, lease_until=None)
        return tuple(found)

    def forget_messages(self, *, before: datetime) -> int:
        """Drop the bytes of what was sent before an instant, and the copies that had failed or were suppressed; return how many.

        Who was sent which run stays known, so that nobody is sent it again. A message of which one copy is newer, or waits for
        a decision, is kept for all its copies.
        """
        forgotten = 0
        kept = or_(deliveries.c.state.not_in(("sent", "failed", "suppressed")), deliveries.c.changed_at >= before)
        has_kept = select(deliveries.c.id).where(deliveries.c.body == bodies.c.hash, kept).exists()
        old = select(bodies.c.hash).where(bodies.c.hash != _FORGOTTEN, ~has_kept).limit(_BATCH)
        while True:
            with self.read() as connection:
                names = list(connection.execute(old).scalars())
            if not names:
                return forgotten
            of_these = deliveries.c.body.in_(names)
            with self.write("forget_messages") as connection:
                insert_new(connection, bodies, [{"hash": _FORGOTTEN, "data": zlib.compress(b"")}])
                sent = update(deliveries).where(of_these, deliveries.c.state == "sent").values(header=b"", body=_FORGOTTEN)
                forgotten += connection.execute(sent).rowcount
                forgotten += connection.execute(deliveries.delete().where(of_these)).rowcount
                connection.execute(bodies.delete().where(bodies.c.hash.in_(names)))

    def _move(
        self,
        connection: Connection,
        delivery: Delivery,
        from_states: tuple[DeliveryState, ...],
        now: datetime,
        **values: object,
    ) -> None:
        moved = connection.execute(
            transition(from_states, now, values).where(deliveries.c.id == delivery.id, deliveries.c.attempts == delivery.attempts)
        )
        if moved.rowcount != 1:
            raise LeaseLost(
                f"outbox copy {delivery.id} to {delivery.recipient}: it is no longer this process's to change "
                "(its lease ran out, or somebody decided about it). Nothing was recorded."
            )


def _row(run_id: str, copy: FrozenCopy, key: str, now: datetime, header: bytes, body: str, suppressed: bool) -> dict[str, Any]:
    return {
        "key": key,
        "run": run_id,
        "recipient": copy.recipient,
        "address": comparable(copy.recipient),
        "sender": copy.sender,
        "message_id": copy.message_id,
        "header": header,
        "body": body,
        "state": "suppressed" if suppressed else "pending",
        "reason": _SUPPRESSED if suppressed else None,
        "attempts": 0,
        "enqueued_at": now,
        "next_attempt_at": now,
        "lease_until": None,
        "changed_at": now,
    }


def _split(message: bytes) -> tuple[bytes, bytes]:
    """Part the header, which names the recipient, from the body, which copies often share."""
    ends = [(message.find(gap), len(gap)) for gap in (b"\r\n\r\n", b"\n\n")]
    found = [position + length for position, length in ends if position >= 0]
    cut = min(found, default=len(message))
    return message[:cut], message[cut:]
