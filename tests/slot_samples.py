"""A schedule, a clock that is set by hand, and makers of briefings that cost nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from briefing.attempts import Make, Product
from briefing.schedule import Retries, ScheduleSpec
from briefing.store import Store
from briefing.store.records import Completion, Run, Slot

#: a Monday, in summer time
MONDAY = datetime(2030, 6, 3, 0, 0, tzinfo=UTC)
SPEC = ScheduleSpec(
    name="morning",
    time=time(6, 30),
    zone="UTC",
    catch_up=timedelta(hours=12),
    retries=Retries(first_delay_s=60, factor=2, longest_delay_s=600, deadline_s=3600),
)


@dataclass
class Clock:
    """Gives the instant that a test has set."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


def make_nothing(slot: Slot, check: Callable[[], None]) -> Product:
    """A briefing of one document, and nobody to send it to."""
    check()
    return Product(
        completion=Completion(state="done", day=slot.local_date, memory=slot.key.encode(), documents={f"document of {slot.key}": "a.txt"}),
        queue=lambda run, now: None,
    )


def failing(*reasons: Exception, then: Make = make_nothing) -> Make:
    """Fail with each of these in turn, then make it."""
    left = list(reasons)

    def make(slot: Slot, check: Callable[[], None]) -> Product:
        if left:
            raise left.pop(0)
        return then(slot, check)

    return make


def run_by_hand(*, schedule: str | None = "morning", now: datetime = MONDAY, id: str = "by hand") -> Run:
    return Run(
        id=id, key=id, slot=None, schedule=schedule, attempt=1, state="running", reason=None, process="test:1",
        started_at=now, finished_at=None,
    )  # fmt: skip


def states(store: Store) -> list[str]:
    """The states of all slots, as the store lists them."""
    return [slot.state for slot in store.list_slots()]
