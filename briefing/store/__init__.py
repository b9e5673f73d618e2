"""The database: documents seen, analyses, schedules' memory, slots and runs, the outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from briefing.errors import LeaseLost
from briefing.store.engine import OnTransition, make_engine
from briefing.store.knowledge import Knowledge
from briefing.store.migrations import migrate
from briefing.store.outbox import Outbox

__all__ = ["LeaseLost", "OnTransition", "Store", "open_store"]


class Store(Outbox, Knowledge):
    """Everything that outlives a process. Safe to use from several threads and processes."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Join what this thread writes until the end into one transaction: all of it is kept, or none."""
        with self.write("transaction"):
            yield


def open_store(
    url: str | Path,
    *,
    busy_timeout_s: float = 30.0,
    on_transition: OnTransition | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Store:
    """Open a database by URL, or an SQLite file by path, and bring it to this version's schema.

    Raises StoreError when it is locked, damaged, read-only, out of space, out of reach, or written by a newer version.
    """
    engine, label = make_engine(url, busy_timeout_s=busy_timeout_s)
    store = Store(engine, label=label, on_transition=on_transition)
    migrate(store, clock())
    return store
