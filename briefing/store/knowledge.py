"""What runs leave for later ones: memories, documents and files seen, analyses; and the one step that finishes a run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, and_, delete, func, or_, select

from briefing.store.records import Completion, Run
from briefing.store.runs import insert_run, select_runs, settle_run
from briefing.store.schema import analyses, deliveries, documents, files, memories, runs, slots
from briefing.store.slots import Slots
from briefing.store.upsert import insert_new, insert_or_replace

T = TypeVar("T")
#: rows a statement; SQLite takes so many parameters in any build
_BATCH = 400


class Knowledge(Slots):
    """The part of the store that knows what runs have found out."""

    def start_run(self, run: Run) -> None:
        """Record a run by hand as it begins; runs of slots begin with `claim_slot`."""
        with self.write("start_run") as connection:
            insert_run(connection, run)

    def finish_run(self, run: Run, completion: Completion, *, now: datetime) -> None:
        """Record that a run is finished, with everything that it leaves behind. Raises LeaseLost when its slot is no longer its own.

        A run by hand of a day whose slot has its briefing leaves the schedule as that one left it. Joins an open transaction,
        so that copies queued in the same one stand or fall with it.
        """
        with self.write("finish_run") as connection:
            if run.slot is not None:
                self.settle_slot(connection, run, completion.state, now, completion.reason)
            settle_run(connection, run, completion.state, now, completion.reason, dict(completion.details))
            if run.schedule is None or not completion.counts:
                return
            if run.slot is not None or not self.is_briefed(run.schedule, completion.day):
                _remember(connection, run.schedule, run, completion, now)

    def stop_run(self, run: Run, reason: str, *, now: datetime) -> None:
        """Record that a run by hand failed; runs of slots end with `fail_run`."""
        with self.write("stop_run") as connection:
            settle_run(connection, run, "failed", now, reason)

    def list_runs(
        self, *, schedule: str | None = None, slots: Collection[str] | None = None, by_hand: bool = False, limit: int | None = None
    ) -> tuple[Run, ...]:
        """List runs, the latest first: all, those of the given slots, or those by hand."""
        with self.read() as connection:
            return select_runs(connection, schedule=schedule, slots=slots, by_hand=by_hand, limit=limit)

    def is_briefed(self, schedule: str, day: date) -> bool:
        """Say whether a slot of this schedule and local date has its briefing."""
        query = select(slots.c.key).where(
            slots.c.schedule == schedule, slots.c.local_date == day, slots.c.state.in_(("done", "nothing to report"))
        )
        with self.read() as connection:
            return connection.execute(query).first() is not None

    def load_memory(self, schedule: str, *, before: date) -> bytes | None:
        """Return the memory of the schedule's last briefing before a day; a run of that day starts from it, however often it is made."""
        query = select(memories.c.payload).where(memories.c.schedule == schedule, memories.c.date < before)
        with self.read() as connection:
            found: bytes | None = connection.execute(query.order_by(memories.c.date.desc()).limit(1)).scalar()
            return found

    def seen_documents(self, schedule: str, ids: Sequence[str], *, apart_from: date) -> frozenset[str]:
        """Say which of the documents the schedule's briefings have used first on another day than this one."""
        found: set[str] = set()
        with self.read() as connection:
            for batch in _batches(ids):
                query = select(documents.c.document).where(
                    documents.c.schedule == schedule, documents.c.date != apart_from, documents.c.document.in_(batch)
                )
                found.update(connection.execute(query).scalars())
        return frozenset(found)

    def seen_files(self, schedule: str, *, apart_from: date) -> dict[str, str]:
        """Return the signature of each file that the schedule's briefings have used on another day than this one, by full path."""
        query = select(files.c.path, files.c.signature).where(files.c.schedule == schedule, files.c.date != apart_from)
        with self.read() as connection:
            return {row.path: row.signature for row in connection.execute(query)}

    def load_analyses(self, ids: Sequence[str], *, model_version: str, settings_hash: str) -> dict[str, bytes]:
        """Return those of the analyses that are kept, by document."""
        found: dict[str, bytes] = {}
        with self.read() as connection:
            for batch in _batches(ids):
                query = select(analyses.c.content_hash, analyses.c.payload).where(
                    analyses.c.content_hash.in_(batch),
                    analyses.c.model_version == model_version,
                    analyses.c.settings_hash == settings_hash,
                )
                found.update({row.content_hash: row.payload for row in connection.execute(query)})
        return found

    def save_analyses(self, payloads: Mapping[str, bytes], *, model_version: str, settings_hash: str, now: datetime) -> None:
        """Keep analyses by document; one that is kept already is replaced."""
        rows = [
            {
                "content_hash": document,
                "model_version": model_version,
                "settings_hash": settings_hash,
                "payload": payload,
                "stored_at": now,
            }
            for document, payload in payloads.items()
        ]
        with self.write("save_analyses") as connection:
            insert_or_replace(connection, analyses, rows)

    def forget_analyses(self, *, before: datetime) -> int:
        """Drop the analyses that were kept before an instant; return how many. A document that comes again is analysed again."""
        old = analyses.c.stored_at < before
        with self.read() as connection:
            if connection.execute(select(analyses.c.content_hash).where(old).limit(1)).first() is None:
                return 0
        with self.write("forget_analyses") as connection:
            return connection.execute(delete(analyses).where(old)).rowcount

    def forget_memories(self, *, before: date) -> int:
        """Drop the memories that no briefing of this day or a later one starts from; return how many.

        A schedule's last one stays, however old: it holds the steps still to come. So does every one from that on which the first slot
        starts from that is still to be run.
        """
        with self.read() as connection:
            if connection.execute(select(memories.c.date).where(memories.c.date < before).limit(1)).first() is None:
                return 0
        forgotten = 0
        with self.write("forget_memories") as connection:
            waiting = slots.c.state.in_(("planned", "running"))
            oldest = select(slots.c.schedule, func.min(slots.c.local_date).label("first")).where(waiting).group_by(slots.c.schedule)
            first_slots = {row.schedule: row.first for row in connection.execute(oldest)}
            for schedule in connection.execute(select(memories.c.schedule).distinct()).scalars().all():
                own = memories.c.schedule == schedule
                first = min(before, first_slots.get(schedule, before))
                start = select(func.max(memories.c.date)).where(own, memories.c.date < first).scalar_subquery()
                forgotten += connection.execute(delete(memories).where(own, memories.c.date < start)).rowcount
        return forgotten

    def forget_runs(self, *, before: datetime) -> int:
        """Drop the records of runs that ended before an instant; return how many.

        Those stay whose slot is not settled, whose memory is kept, or of which a copy waits to be sent or to be decided about.
        """
        open_slots = select(slots.c.key).where(slots.c.state.in_(("planned", "running")))
        unsettled = select(deliveries.c.run).where(deliveries.c.state.in_(("pending", "sending", "unknown")))
        old = and_(
            runs.c.state != "running",
            runs.c.finished_at < before,
            or_(runs.c.slot.is_(None), runs.c.slot.not_in(open_slots)),
            runs.c.id.not_in(unsettled),
            runs.c.id.not_in(select(memories.c.run)),
        )
        with self.read() as connection:
            if connection.execute(select(runs.c.id).where(old).limit(1)).first() is None:
                return 0
        with self.write("forget_runs") as connection:
            return connection.execute(delete(runs).where(old)).rowcount


def _remember(connection: Connection, schedule: str, run: Run, completion: Completion, now: datetime) -> None:
    """Put what this run knows in place of what an earlier run of the same day has left."""
    for table in (memories, documents, files):
        connection.execute(delete(table).where(table.c.schedule == schedule, table.c.date == completion.day))
    common = {"schedule": schedule, "date": completion.day, "run": run.id}
    if completion.memory is not None:
        insert_new(connection, memories, [{**common, "payload": completion.memory, "saved_at": now}])
    for seen in _batches(completion.documents.items()):
        insert_new(connection, documents, [{**common, "document": document, "path": path} for document, path in seen])
    for lost in _batches(sorted(completion.gone)):
        connection.execute(delete(files).where(files.c.schedule == schedule, files.c.path.in_(lost)))
    for read in _batches(completion.files.items()):
        insert_or_replace(connection, files, [{**common, "path": path, "signature": signature} for path, signature in read])


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
