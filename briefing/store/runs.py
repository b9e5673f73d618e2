"""Runs: the attempts at slots and the briefings made by hand, and what a finished one leaves behind."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from briefing.errors import LeaseLost
from briefing.store.records import Run, RunState
from briefing.store.schema import runs


def insert_run(connection: Connection, run: Run) -> None:
    """Record a run that begins."""
    connection.execute(insert(runs).values(_row(run)))


def settle_run(
    connection: Connection, run: Run, state: RunState, now: datetime, reason: str | None, details: dict[str, object] | None = None
) -> None:
    """Record how a run ended. Raises LeaseLost when it was settled before."""
    values = {"state": state, "reason": reason, "finished_at": now, "details": json.dumps(details or {}, ensure_ascii=False)}
    settled = connection.execute(update(runs).where(runs.c.id == run.id, runs.c.state == "running").values(values))
    if settled.rowcount != 1:
        raise LeaseLost(f"run {run.id}: it was ended already. Nothing of it was recorded.")


def select_runs(
    connection: Connection, *, schedule: str | None, slots: Collection[str] | None, by_hand: bool, limit: int | None
) -> tuple[Run, ...]:
    """List runs, the latest first: all, those of the given slots, or those by hand."""
    query = select(runs).order_by(runs.c.started_at.desc(), runs.c.id.desc()).limit(limit)
    if schedule is not None:
        query = query.where(runs.c.schedule == schedule)
    if slots is not None:
        query = query.where(runs.c.slot.in_(list(slots)))
    if by_hand:
        query = query.where(runs.c.slot.is_(None))
    return tuple(_run(row) for row in connection.execute(query))


def _row(run: Run) -> dict[str, Any]:
    fields = ("id", "key", "slot", "schedule", "attempt", "state", "reason", "process", "started_at", "finished_at")
    return {name: getattr(run, name) for name in fields} | {"details": json.dumps(dict(run.details), ensure_ascii=False)}


def _run(row: Any) -> Run:
    return Run(**{**row._mapping, "details": json.loads(row.details)})
