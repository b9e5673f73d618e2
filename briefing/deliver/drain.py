"""Empty the outbox: each copy that is due is tried once, and what became of it is recorded before the next.

    claim → commit `sending` → DATA → commit `sent` | `failed` | `pending`, later | `unknown`

A process that ends between the two commits leaves a copy of which nobody knows whether it arrived: it is `unknown`, and held
for a person, or sent again under the same Message-ID where the settings say so.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from briefing.deliver.records import Copy, Entry, Outcome, Transport
from briefing.errors import LeaseLost, TransportDown

log = logging.getLogger(__name__)
_PROCESS_GONE = "the process that was sending it ended before the server's answer was recorded"


@dataclass(frozen=True, kw_only=True, slots=True)
class DrainSettings:
    """How often and how long a copy is tried. ``lease_s`` must be longer than a server may take over one message."""

    deadline_s: float = 24 * 3600.0
    first_delay_s: float = 60.0
    longest_delay_s: float = 3600.0
    lease_s: float = 900.0
    resend_unknown: bool = False
    batch: int = 20
    #: so many connections that break one after the other, each over another copy, and the server is left alone for a while
    most_broken: int = 3


C = TypeVar("C", bound=Copy)


class Outbox(Protocol[C]):
    """What draining needs of the store. Every ``mark_`` raises LeaseLost for a copy that is no longer this process's."""

    def recover_deliveries(self, now: datetime, lease_s: float) -> Sequence[Entry]: ...
    def resend_unknown(self, now: datetime, *, enqueued_after: datetime, next_attempt_at: datetime) -> int: ...
    def claim_deliveries(self, now: datetime, lease_s: float, *, limit: int) -> Sequence[C]: ...
    def mark_sending(self, delivery: C, *, now: datetime, lease_s: float) -> None: ...
    def mark_sent(self, delivery: C, *, now: datetime, reason: str) -> None: ...
    def mark_failed_temporary(self, delivery: C, *, now: datetime, next_attempt_at: datetime, reason: str) -> None: ...
    def mark_failed(self, delivery: C, *, now: datetime, reason: str) -> None: ...
    def mark_unknown(self, delivery: C, *, now: datetime, reason: str) -> None: ...
    def put_back(self, delivery: C, *, now: datetime) -> None: ...
    def defer_due(self, now: datetime, *, until: datetime, reason: str) -> int: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A copy that a person should hear of."""

    id: int
    key: str
    recipient: str
    reason: str


@dataclass(kw_only=True)
class DrainReport:
    """What one pass did. ``down`` says why no copy can be sent for now; ``failed`` and ``unknown`` are those of this pass."""

    sent: int = 0
    waiting: int = 0
    failed: list[Told] = field(default_factory=list)
    unknown: list[Told] = field(default_factory=list)
    down: str | None = None


def drain_outbox(
    outbox: Outbox[C],
    transport: Transport,
    *,
    settings: DrainSettings,
    clock: Callable[[], datetime],
    rng: random.Random,
    stop: Callable[[], bool] = lambda: False,
) -> DrainReport:
    """Try every copy that is due, once; return when none is left, when ``stop`` says so, or when no copy can be sent for now.

    An error of the outbox itself is raised: what was being sent then is `unknown` once its lease has run out.
    """
    drain = _Drain(outbox, transport, settings, clock, rng)
    drain.recover()
    try:
        while not stop() and drain.report.down is None:
            batch = outbox.claim_deliveries(clock(), settings.lease_s, limit=settings.batch)
            if not batch:
                break
            for copy in batch:
                if stop() or drain.report.down is not None:
                    with suppress(LeaseLost):
                        outbox.put_back(copy, now=clock())
                else:
                    drain.try_one(copy)
        drain.defer_rest()
    finally:
        transport.close()
    return drain.report


def delay_s(attempts: int, settings: DrainSettings, rng: random.Random) -> float:
    """Give the pause after that many attempts: it doubles up to the longest, less up to half of it by chance, so that many
    copies do not come back at once."""
    # The exponent is capped: a float overflows long after the pause has reached its longest.
    full = min(settings.longest_delay_s, settings.first_delay_s * 2.0 ** min(max(attempts - 1, 0), 64))
    return full * (1 - rng.random() / 2)


class _Drain(Generic[C]):
    """One pass, and what it has found so far."""

    def __init__(
        self, outbox: Outbox[C], transport: Transport, settings: DrainSettings, clock: Callable[[], datetime], rng: random.Random
    ) -> None:
        self.report = DrainReport()
        self._outbox = outbox
        self._transport = transport
        self._settings = settings
        self._clock = clock
        self._rng = rng
        self._broken = 0
        self._until: datetime | None = None

    def recover(self) -> None:
        """Settle what a process that is gone left between the two commits."""
        settings, now = self._settings, self._clock()
        found = self._outbox.recover_deliveries(now, settings.lease_s)
        if settings.resend_unknown:
            # all of them, and not only those just found: the process that found another may have ended before this line
            later = now + timedelta(seconds=delay_s(1, settings, self._rng))
            born = now - timedelta(seconds=settings.deadline_s)
            self.report.waiting += self._outbox.resend_unknown(now, enqueued_after=born, next_attempt_at=later)
        else:
            self.report.unknown += [_told(entry, _PROCESS_GONE) for entry in found]

    def try_one(self, copy: C) -> None:
        """Try one copy and record what became of it."""
        settings, outbox = self._settings, self._outbox
        try:
            if self._clock() >= self._deadline(copy):
                last = f"; last: {copy.reason}" if copy.reason else ""
                self._fail(copy, f"the deadline of {settings.deadline_s / 3600:g} hours has passed{last}")
                return
            try:
                outcome = self._transport.send(copy, lambda: outbox.mark_sending(copy, now=self._clock(), lease_s=settings.lease_s))
            except TransportDown as error:
                outcome = Outcome(state="temporary", scope="batch", reason=str(error))
            self._record(copy, outcome)
        except LeaseLost as error:
            log.warning("%s", error, extra={"run": copy.key})

    def defer_rest(self) -> None:
        """Let what is due wait where no copy can be sent for now: every copy tried would be one failed login more."""
        if self.report.down is not None and self._until is not None:
            self.report.waiting += self._outbox.defer_due(self._clock(), until=self._until, reason=self.report.down)

    def _record(self, copy: C, outcome: Outcome) -> None:
        now = self._clock()
        later = min(now + timedelta(seconds=delay_s(copy.attempts, self._settings, self._rng)), self._deadline(copy))
        log.info("copy %d to %s: %s, %s", copy.id, copy.recipient, outcome.state, outcome.reason, extra={"run": copy.key})
        if outcome.state == "sent":
            self._outbox.mark_sent(copy, now=now, reason=outcome.reason)
            self.report.sent += 1
        elif outcome.state == "permanent":
            self._fail(copy, outcome.reason)
        elif outcome.state == "unknown" and not self._settings.resend_unknown:
            self._outbox.mark_unknown(copy, now=now, reason=outcome.reason)
            self.report.unknown.append(_told(copy, outcome.reason))
        else:
            self._outbox.mark_failed_temporary(copy, now=now, next_attempt_at=later, reason=outcome.reason)
            self.report.waiting += 1
        self._weigh(outcome, later)

    def _weigh(self, outcome: Outcome, later: datetime) -> None:
        """Decide whether to go on: a single copy that breaks its connection must not hold up the others.

        All wait as long as the copy that was tried, so that it is the first again, and its growing pause is everybody's.
        """
        self._broken = self._broken + 1 if outcome.scope == "connection" else 0
        if outcome.scope == "batch" or self._broken >= self._settings.most_broken:
            self.report.down = outcome.reason
            self._until = later
            log.warning("nothing can be sent for now: %s", outcome.reason)

    def _fail(self, copy: C, reason: str) -> None:
        self._outbox.mark_failed(copy, now=self._clock(), reason=reason)
        self.report.failed.append(_told(copy, reason))

    def _deadline(self, copy: C) -> datetime:
        return copy.enqueued_at + timedelta(seconds=self._settings.deadline_s)


def _told(entry: Entry, reason: str) -> Told:
    return Told(id=entry.id, key=entry.key, recipient=entry.recipient, reason=reason)
