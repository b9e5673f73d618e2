"""Runs of many documents, and the next day's run of a few more: time, processor time, peak memory.

    python -m benchmarks.scale FOLDER [--documents 1000 10000] [--next-day 200]

FOLDER holds newswire articles as .txt; they are varied and reprinted. Each run is a process of its own, of a schedule with a
database; the next day's finds the first day's documents in the same folder, and must cost as its own.
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
    unchanged: int
    stories: int
    listed: int
    folded: int
    wall_s: float
    analysing_cpu_s: float
    rest_cpu_s: float
    peak_mb: float


def measure(folder: Path, store_path: Path, day: date) -> Cost:
    """Make the briefing of a day in this process, as a schedule's run does, and record it."""
    config = parse_config(f"sources: [{{folder: {folder}}}]\nschedules: [{{name: morning, at: '06:30'}}]\n", "config.yaml")
    now = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=6, minutes=30)
    request = pipeline.RunRequest(config=LoadedConfig(config=config, path=None, base=folder.parent), now=now, schedule=config.schedules[0])
    store = open_store(store_path)
    began, spent = time.perf_counter(), time.process_time()
    last = spent

    def note(document: Document) -> None:
        nonlocal last
        last = time.process_time()

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
        unchanged=made.unchanged,
        stories=len(made.briefing.stories),
        listed=len(made.briefing.left_over),
        folded=sum(e.outcome == "folded" for e in coverage),
        wall_s=time.perf_counter() - began,
        analysing_cpu_s=last - spent,
        rest_cpu_s=time.process_time() - last,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _apart(folder: Path, store: Path, day: date) -> Cost:
    """Measure in a process of its own, whose peak memory is that of the run."""
    command = [sys.executable, "-m", "benchmarks.scale", str(folder), "--measure", str(store), day.isoformat()]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(**json.loads(done.stdout))


def _line(name: str, cost: Cost) -> str:
    cpu = cost.analysing_cpu_s + cost.rest_cpu_s
    each = 1000 / max(1, cost.documents)
    return (
        f"{name:22}{cost.documents:7}{cost.unchanged:10}{cost.wall_s:9.1f}{cpu:9.1f}{cpu * each:9.1f}{cost.rest_cpu_s * each:10.1f}"
        f"{cost.peak_mb:9.0f}{cost.folded:8}{cost.stories:8}{cost.listed:8}"
    )


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
    wire = Newswire(arguments.folder)
    print(
        f"{'':22}{'read':>7}{'unchanged':>10}{'wall s':>9}{'CPU s':>9}{'ms/doc':>9}{'rest ms':>10}{'peak MB':>9}{'folded':>8}"
        f"{'stories':>8}{'listed':>8}"
    )
    for count in arguments.documents:
        with tempfile.TemporaryDirectory() as place:
            folder, store = Path(place) / "news", Path(place) / "briefing.sqlite3"
            wire.write(folder, range(count), last_day=_DAY)
            print(_line(f"{count} documents", _apart(folder, store, _DAY)), flush=True)
            wire.write(folder, range(count, count + arguments.next_day), last_day=_DAY + timedelta(days=1))
            print(_line(f"the next day, {arguments.next_day} more", _apart(folder, store, _DAY + timedelta(days=1))), flush=True)


if __name__ == "__main__":
    main()
