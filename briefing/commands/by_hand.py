"""A briefing made by hand: of a folder, of all sources, or as a schedule would make it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing import pipeline, wiring
from briefing.commands import progress
from briefing.config import LoadedConfig
from briefing.config_keys import Schedule
from briefing.pipeline import Made, RunRequest
from briefing.scheduled import run_by_hand
from briefing.store import Store, open_store


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What was made, its files, and the run that the store knows it by; None where no schedule is involved."""

    made: Made
    files: tuple[Path, ...]
    run_id: str | None = None


def request_of(loaded: LoadedConfig, arguments: argparse.Namespace, schedule: Schedule | None) -> RunRequest:
    """Give what is asked for: as of now, or of noon of a given day, on the schedule's clock where there is one."""
    zone = (schedule.time_zone if schedule is not None else None) or loaded.config.time_zone
    now = pipeline.moment_of(zone, arguments.date, datetime.now(UTC))
    return RunRequest(config=loaded, now=now, folder=arguments.folder, since=arguments.since, schedule=schedule)


def make(request: RunRequest, arguments: argparse.Namespace) -> Result:
    """Make the briefing and write its files. A database is used where one is configured, or a schedule is to go on from its last run."""
    loaded = request.config
    folder: Path = arguments.out or wiring.resolve_path(loaded, loaded.config.output.folder)
    store = open_store(wiring.store_address(loaded)) if loaded.config.store is not None or request.schedule is not None else None
    try:
        if request.schedule is not None and store is not None:
            return _for_schedule(request, request.schedule, store, folder, arguments)
        with progress.documents() as on_document:
            made = pipeline.make_briefing(request, store=store, on_document=on_document)
        return Result(made=made, files=made.write(folder))
    finally:
        if store is not None:
            store.close()


def _for_schedule(request: RunRequest, schedule: Schedule, store: Store, folder: Path, arguments: argparse.Namespace) -> Result:
    """Make what a slot would. The schedule goes on from it if it goes to whom its briefings go, and the day had none of its own."""
    counts = schedule.audience is None or (arguments.send and arguments.to is None)
    with progress.documents() as on_document, run_by_hand(store, schedule, request.today) as run:
        made = pipeline.make_briefing(request, store=store, on_document=on_document)
        files = made.write(folder)
        run.finish(made, files, counts=counts)
    if not counts:
        progress.say(f"tried out: {schedule.name} goes on as if this had not been made, as its audience does not get it (--send)")
    elif store.is_briefed(schedule.name, request.today):
        progress.say(f"{schedule.name} had its briefing of {request.today} already, and goes on from that one")
    return Result(made=made, files=files, run_id=run.id)
