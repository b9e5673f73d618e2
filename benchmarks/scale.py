"""Runs of many documents, and the next day's run of a few more: time, processor time, peak memory, files opened, analyses made.

    python -m benchmarks.scale FOLDER [--documents 1000 10000] [--next-day 200]

FOLDER holds newswire articles as .txt; they are varied and reprinted. Each run is a process of its own, of a schedule
with a database; the next day's finds the first day's documents in the same folder, and must cost as a run of its own documents alone,
which is the first row. Seconds of CPU are those that the process spent in user mode.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.newswire import Newswire
from briefing import pipeline
from briefing.compose import encode_memory
from briefing.config import LoadedConfig, parse_config
from briefing.models import Document
from briefing.store import open_store
from briefing.store.records import Completion, Run

_DAY = date(2031, 3, 3)


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One run. Reading and analysing is timed apart from what follows: composing, checking, rendering, saving."""

    documents: int
    opened: int
    unchanged: int
    analysed: int
    stories: int
    listed: int
    folded: int
    wall_s: float
    analysing_cpu_s: float
    rest_cpu_s: float
    peak_mb: float

    @property
    def cpu_s(self) -> float:
        return self.analysing_cpu_s + self.rest_cpu_s

    @property
    def each_s(self) -> float:
        return self.cpu_s / self.documents


def measure(folder: Path, store_path: Path, day: date) -> Cost:
    """Make the briefing of a day in this process, as a schedule's run does, and record it."""
    config = parse_config(f"sources: [{{folder: {folder}}}]\nschedules: [{{name: morning, at: '06:30'}}]\n", "config.yaml")
    now = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=6, minutes=30)
    request = pipeline.RunRequest(config=LoadedConfig(config=config, path=None, base=folder.parent), now=now, schedule=config.schedules[0])
    store = open_store(store_path)
    began, spent = time.perf_counter(), _user_s()
    last = spent

    def note(document: Document) -> None:
        nonlocal last
        last = _user_s()

    made = pipeline.make_briefing(request, store=store, on_document=note)
    run = Run(
        id=str(day), key=str(day), slot=None, schedule="morning", attempt=1, state="running", reason=None, process="benchmark",
        started_at=now, finished_at=None,
    )  # fmt: skip
    store.start_run(run)
    completion = Completion(state="done", day=day, memory=encode_memory(made.memory), documents=made.documents, files=made.files)
    store.finish_run(run, completion, now=now)
    store.close()
    coverage = made.briefing.coverage
    return Cost(
        documents=len(made.documents),
        opened=len(made.files),
        unchanged=made.unchanged,
        analysed=made.analyzed,
        stories=len(made.briefing.stories),
        listed=len(made.briefing.left_over),
        folded=sum(e.outcome == "folded" for e in coverage),
        wall_s=time.perf_counter() - began,
        analysing_cpu_s=last - spent,
        rest_cpu_s=_user_s() - last,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _user_s() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def _apart(folder: Path, store: Path, day: date) -> Cost:
    """Measure in a process of its own, whose peak memory is that of the run."""
    command = [sys.executable, "-m", "benchmarks.scale", str(folder), "--measure", str(store), day.isoformat()]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(**json.loads(done.stdout))


_COLUMNS = (
    ("read", 7), ("opened", 8), ("unopened", 10), ("analysed", 10), ("wall s", 9), ("CPU s", 9), ("ms/doc", 8), ("of which rest", 15),
    ("peak MB", 9), ("folded", 8), ("stories", 9), ("listed", 8),
)  # fmt: skip


def _print_line(name: str, cost: Cost) -> None:
    each = 1000 / max(1, cost.documents)
    cells: list[int | float] = [
        cost.documents, cost.opened, cost.unchanged, cost.analysed, cost.wall_s, cost.cpu_s, cost.cpu_s * each, cost.rest_cpu_s * each,
        round(cost.peak_mb), cost.folded, cost.stories, cost.listed,
    ]  # fmt: skip
    numbers = (f"{c:{w}.1f}" if isinstance(c, float) else f"{c:{w}}" for c, (_, w) in zip(cells, _COLUMNS, strict=True))
    print(f"{name:26}{''.join(numbers)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--next-day", type=int, default=200)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        store, day = arguments.measure
        print(json.dumps(asdict(measure(arguments.folder, Path(store), date.fromisoformat(day)))))
        return
    wire, later, more = Newswire(arguments.folder), _DAY + timedelta(days=1), arguments.next_day
    print(f"{'':26}{''.join(f'{name:>{width}}' for name, width in _COLUMNS)}", flush=True)
    with tempfile.TemporaryDirectory() as place:
        wire.write(Path(place) / "news", range(more), last_day=later)
        _print_line(f"{more} documents alone", _apart(Path(place) / "news", Path(place) / "briefing.sqlite3", later))
    first: Cost | None = None
    for count in arguments.documents:
        with tempfile.TemporaryDirectory() as place:
            folder, database = Path(place) / "news", Path(place) / "briefing.sqlite3"
            wire.write(folder, range(count), last_day=_DAY)
            cost = _apart(folder, database, _DAY)
            _print_line(f"{count} documents", cost)
            wire.write(folder, range(count, count + more), last_day=later)
            _print_line(f"the next day, {more} more", _apart(folder, database, later))
        if first is not None:
            print(f"a document of {cost.documents} costs {cost.each_s / first.each_s:.2f} of what one of {first.documents} does")
        first = first or cost


if __name__ == "__main__":
    main()
