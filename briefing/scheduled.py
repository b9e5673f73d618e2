"""Configured schedules: how a slot of one is made and sent, by the clock or by hand, and what a finished run leaves behind."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from briefing import pipeline, wiring
from briefing.attempts import Clock, Make, Product, raise_alert
from briefing.audience import Readers, read_audience
from briefing.compose import encode_memory
from briefing.config import LoadedConfig
from briefing.config_keys import Schedule
from briefing.errors import DeliveryError, StoreError
from briefing.log_context import log_context
from briefing.mailing import drain, forget_old_mail, prepare_mailing, queue_alert, queue_copies
from briefing.pipeline import Made, RunRequest
from briefing.store import Store
from briefing.store.records import CompletedState, Completion, Run, Slot

log = logging.getLogger(__name__)
ANALYSES_KEPT = timedelta(days=180)


def process_name() -> str:
    """Name this process as `briefing runs` shows it: host and number."""
    return f"{socket.gethostname()}:{os.getpid()}"


def make_slot(loaded: LoadedConfig, schedule: Schedule, store: Store, *, clock: Clock) -> Make:
    """Give what makes a slot of a schedule: its briefing's files are written, then its run is finished."""

    def make(slot: Slot, check: Callable[[], None]) -> Product:
        now = clock().astimezone(ZoneInfo(slot.zone))
        request = RunRequest(config=loaded, now=now, day=slot.local_date, schedule=schedule)
        made = pipeline.make_briefing(request, store=store, on_document=lambda document: check())
        check()
        readers = read_audience(loaded, schedule.audience) if schedule.audience is not None else None
        copies = prepare_mailing(loaded, made, readers.recipients) if readers is not None else None
        files = made.write(wiring.resolve_path(loaded, loaded.config.output.folder))

        def queue(run: Run, at: datetime) -> None:
            if copies is not None:
                queue_copies(store, copies, run_id=run.id, key=run.key, now=at)
            if readers is not None and readers.problems:
                _tell_of_readers(loaded, store, schedule, readers, run, at)

        completion = completion_of(made, files)
        if readers is not None and readers.problems:
            said = f"{_entries(readers)} of audience {schedule.audience} could not be used"
            completion = replace(completion, reason=f"{completion.reason}; {said}" if completion.reason else said)
        return Product(completion=completion, queue=queue)

    return make


def _entries(readers: Readers) -> str:
    return "1 entry" if len(readers.problems) == 1 else f"{len(readers.problems)} entries"


def _tell_of_readers(loaded: LoadedConfig, store: Store, schedule: Schedule, readers: Readers, run: Run, now: datetime) -> None:
    """Tell the operator whom a wrong line of an audience left without a copy."""
    for problem in readers.problems:
        log.error("no copy for a wrong entry: %s", problem)
    again = f"`briefing run --schedule {schedule.name} --date {run.key.split('/')[1]} --send`"
    queue_alert(
        loaded,
        store,
        key=f"alert/audience/{run.key}",
        subject=f"Briefing: {_entries(readers)} of audience {schedule.audience} could not be used for {run.key}",
        lines=(*readers.problems, "", f"Everybody else has a copy. When it is mended, {again} sends to those who have none."),
        now=now,
    )


def send_what_is_due(loaded: LoadedConfig, store: Store, *, clock: Clock, stop: Callable[[], bool] = lambda: False) -> None:
    """Tell the operator of slots that have no briefing, and try each copy that is due. What goes wrong with a copy is a result."""
    raise_alert(
        store,
        lambda key, subject, lines, now: queue_alert(loaded, store, key=key, subject=subject, lines=lines, now=now),
        now=clock(),
    )
    report = drain(loaded, store, clock=clock, stop=stop)
    if report.down is not None:
        raise DeliveryError(f"nothing can be sent for now: {report.down}")


def forget_what_is_old(loaded: LoadedConfig, store: Store, *, clock: Clock) -> None:
    """Keep the database from growing for ever: what no briefing is likely to need again goes, and old mail."""
    now, kept = clock(), timedelta(days=loaded.config.content.memory_days)
    for what, count in (
        (f"analyses older than {ANALYSES_KEPT.days} days", store.forget_analyses(before=now - ANALYSES_KEPT)),
        (f"memories older than {kept.days} days", store.forget_memories(before=(now - kept).date())),
        (f"records of runs older than {kept.days} days", store.forget_runs(before=now - kept)),
    ):
        if count:
            log.info("%d %s are forgotten", count, what)
    if loaded.config.email is not None:
        forget_old_mail(loaded, store, clock=clock)


def slot_key(schedule: Schedule, day: date) -> str:
    """Name a schedule's slot of a day: copies are unique by it, so that nobody is sent what was made by hand and by the clock."""
    return f"{schedule.name}/{day.isoformat()}/{schedule.at}"


class RunByHand:
    """A run of a schedule's day that no slot began."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run
        self.id = run.id

    def finish(self, made: Made, files: Sequence[Path], *, counts: bool) -> None:
        """Record what was made; where it ``counts``, the schedule's next briefing goes on from it."""
        completion = replace(completion_of(made, files), counts=counts)
        self._store.finish_run(self._run, completion, now=datetime.now(UTC))


@contextmanager
def run_by_hand(store: Store, schedule: Schedule, day: date) -> Iterator[RunByHand]:
    """Record a run by hand of a schedule's day, and its failure if it ends in one."""
    key = slot_key(schedule, day)
    run = Run(
        id=f"{key}#by hand {uuid4().hex[:8]}", key=key, slot=None, schedule=schedule.name, attempt=1, state="running", reason=None,
        process=process_name(), started_at=datetime.now(UTC), finished_at=None,
    )  # fmt: skip
    store.start_run(run)
    try:
        with log_context(schedule=schedule.name, run=run.id):
            yield RunByHand(store, run)
    except BaseException as error:
        with suppress(StoreError):
            store.stop_run(run, str(error) or type(error).__name__, now=datetime.now(UTC))
        raise


def completion_of(made: Made, files: Sequence[Path]) -> Completion:
    """Give what the store keeps of a made briefing."""
    state: CompletedState = "nothing to report" if made.is_empty else "done"
    left_out = made.left_out
    return Completion(
        state=state,
        day=made.briefing.date,
        reason=f"{len(left_out)} source{'' if len(left_out) == 1 else 's'} could not be used" if left_out else None,
        memory=encode_memory(made.memory),
        documents=made.documents,
        files=made.files,
        gone=made.gone,
        details={
            "subject": made.subject,
            "files": [str(file) for file in files],
            "documents": len(made.documents),
            "analyzed": made.analyzed,
            "unchanged": made.unchanged,
            "left_out": [f"{entry.path}: {entry.detail or entry.reason}" for entry in left_out],
        },
    )
