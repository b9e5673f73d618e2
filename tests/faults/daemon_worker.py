"""One of several daemons on one database: it attends to many schedules, again and again, until none is due."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from briefing.attempts import Attendant, Product
from briefing.schedule import ScheduleSpec
from briefing.store import open_store
from briefing.store.records import Completion, FrozenCopy, Slot
from tests.slot_samples import MONDAY, SPEC

NOW = MONDAY + timedelta(hours=7)
READER = "anna@example.org"
#: a daemon that failed does not come: the others must not wait for it for ever
_PATIENCE_S = 120.0


def specs(count: int) -> list[ScheduleSpec]:
    return [replace(SPEC, name=f"s{n:03}") for n in range(count)]


def meet(folder: Path, where: str, seed: int, daemons: int) -> None:
    """Wait until all daemons have come here."""
    (folder / f"{where} {seed}").touch()
    end = time.monotonic() + _PATIENCE_S
    while len(list(folder.glob(f"{where} *"))) < daemons:
        if time.monotonic() > end:
            sys.exit("the other daemons did not come")
        time.sleep(0.01)


def main() -> None:
    database, folder, count, daemons, seed = sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:6])
    store = open_store(database, clock=lambda: MONDAY)
    attendant = Attendant(store, clock=lambda: NOW, process=f"daemon:{seed}")

    def make(slot: Slot, check: Callable[[], None]) -> Product:
        # Each makes its first one while all the others make theirs: however busy the machine is, all of them are at it.
        meet(folder, "making", seed, daemons)
        with (folder / "made.log").open("a") as log:
            log.write(f"{slot.key} {seed}\n")
        copy = FrozenCopy(recipient=READER, sender=READER, message_id=f"<{slot.key}>", message=b"Subject: x\r\n\r\nx\r\n")
        completion = Completion(state="done", day=slot.local_date, memory=b"m", documents={slot.key: "a.txt"})
        return Product(completion=completion, queue=lambda run, now: store.enqueue_deliveries(run.id, [copy], key=run.key, now=now))

    schedules = specs(count)
    random.Random(seed).shuffle(schedules)
    meet(folder, "ready", seed, daemons)
    for _ in range(2):
        for spec in schedules:
            outcome = attendant.attend(spec, make)
            if outcome is not None and outcome.state != "done":
                sys.exit(f"{outcome.slot}: {outcome.state}: {outcome.reason}")
    store.close()
    os._exit(0)


if __name__ == "__main__":
    main()
