"""``briefing runs``: what happened to each slot, and the runs by hand."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from briefing import wiring
from briefing.commands import DONE
from briefing.config import LoadedConfig, load_config
from briefing.schedule import SlotTime, next_slots, plan_slots
from briefing.store import Store, open_store
from briefing.store.records import Run, Slot

_DEFAULT_LIMIT = 20
Row = dict[str, object]


def call(arguments: argparse.Namespace) -> int:
    """Print the latest slots and runs by hand, the latest first, and what comes next."""
    loaded = load_config(arguments.config)
    if arguments.schedule is not None:
        wiring.find_schedule(loaded, arguments.schedule)
    now = datetime.now(UTC)
    store = open_store(wiring.store_address(loaded))
    try:
        rows = _rows(store, arguments.schedule, arguments.limit or _DEFAULT_LIMIT)
        due = _due(loaded, store, arguments.schedule, now)
    finally:
        store.close()
    following = _following(loaded, arguments.schedule, now)
    if arguments.json:
        print(json.dumps({"runs": rows, "due": due, "next": following}, ensure_ascii=False))
        return DONE
    configured = {schedule.name for schedule in loaded.config.schedules}
    for row in rows:
        print(
            _line(row) + ("" if row["state"] != "planned" or row["schedule"] in configured else " (its schedule is gone from config.yaml)")
        )
    for row in due:
        print(f"{_when(row)}  due, and not begun: `briefing serve` or `briefing run --due` has not run since")
    for row in following:
        print(f"{_when(row)}  to come")
    if not rows and not following:
        print("no run yet, and no schedule")
    return DONE


def _rows(store: Store, schedule: str | None, limit: int) -> list[Row]:
    slots = store.list_slots(schedule=schedule, limit=limit)
    attempts: dict[str, list[Run]] = {}
    for run in store.list_runs(slots=[slot.key for slot in slots]):
        attempts.setdefault(str(run.slot), []).append(run)
    dated = [(slot.instant, _slot_row(slot, attempts.get(slot.key, []))) for slot in slots]
    dated += [(run.started_at, _hand_row(run)) for run in store.list_runs(schedule=schedule, by_hand=True, limit=limit)]
    return [row for _, row in sorted(dated, key=lambda item: item[0], reverse=True)][:limit]


def _slot_row(slot: Slot, runs: Sequence[Run]) -> Row:
    return {
        **_named(slot),
        "state": slot.state,
        "reason": slot.reason,
        "attempts": slot.attempts,
        "next_attempt": _iso(slot.not_before) if slot.state == "planned" else None,
        "heartbeat": _iso(slot.heartbeat_at),
        "started": _iso(slot.started_at),
        "finished": _iso(slot.finished_at),
        "operator_told": _iso(slot.alerted_at),
        "runs": [_run_row(run) for run in runs],
    }


def _hand_row(run: Run) -> Row:
    return {"slot": None, "schedule": run.schedule, "local_date": None, "zone": "UTC", **_run_row(run)}


def _run_row(run: Run) -> Row:
    return {
        "run": run.id,
        "state": run.state,
        "reason": run.reason,
        "process": run.process,
        "started": _iso(run.started_at),
        "finished": _iso(run.finished_at),
        "details": dict(run.details),
    }


def _due(loaded: LoadedConfig, store: Store, name: str | None, now: datetime) -> list[Row]:
    """Give each schedule's latest slot that has come due and that nobody has recorded: whoever runs the slots is not there."""
    found = []
    for schedule in loaded.config.schedules:
        known = store.known_schedule(schedule.name) if name is None or schedule.name == name else None
        plan = plan_slots(wiring.schedule_spec(loaded, schedule), known, now) if known is not None else None
        if plan is None or not plan.slots:
            continue
        slot = plan.slots[-1]
        had = {there.local_date for there in store.list_slots(schedule=schedule.name, limit=1)} if plan.once_a_date else set()
        if slot.local_date not in had:
            found.append(_time_row(slot))
    return found


def _following(loaded: LoadedConfig, name: str | None, now: datetime) -> list[Row]:
    slots = [
        next_slots(wiring.schedule_spec(loaded, schedule), now, 1)[0]
        for schedule in loaded.config.schedules
        if name is None or schedule.name == name
    ]
    return [_time_row(slot) for slot in slots]


def _time_row(slot: SlotTime) -> Row:
    return {**_named(slot), "instant": _iso(slot.instant)}


def _named(slot: Slot | SlotTime) -> Row:
    return {
        "slot": slot.key,
        "schedule": slot.schedule,
        "local_date": slot.local_date.isoformat(),
        "local_time": slot.local_time,
        "zone": slot.zone,
    }


def _when(row: Row) -> str:
    return f"{row['schedule']}  {row['local_date']} {row['local_time']} {row['zone']}"


def _line(row: Row) -> str:
    """Say a slot, or a run by hand, in a line: which, what became of it, when, why."""
    if row["slot"] is None:
        head = f"{row['schedule'] or 'by hand'}  {_clock(row['started'], 'UTC')} UTC  by hand: {row['state']}"
        return head + (f": {row['reason']}" if row["reason"] else "")
    zone = str(row["zone"])
    parts = [f"{_when(row)}  {row['state']}"]
    if row["started"] and row["finished"]:
        parts.append(f"{_clock(row['started'], zone)} to {_clock(row['finished'], zone)}")
    elif row["state"] == "running":
        parts.append(f"since {_clock(row['started'], zone)}, last sign of life {_clock(row['heartbeat'], zone)}")
    if row["state"] == "planned":
        parts.append(f"next attempt {_clock(row['next_attempt'], zone)}")
    if isinstance(row["attempts"], int) and row["attempts"] > 1:
        parts.append(f"{row['attempts']} attempts")
    if row["operator_told"]:
        parts.append("operator told")
    return ", ".join(parts) + (f": {row['reason']}" if row["reason"] else "")


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="seconds") if instant is not None else None


def _clock(instant: object, zone: str) -> str:
    return f"{datetime.fromisoformat(str(instant)).astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"
