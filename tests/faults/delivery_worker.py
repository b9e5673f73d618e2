"""A process that makes processes: each fork queues and drains one outbox, and ends itself with SIGKILL where it is told to.

It reads a job a line (JSON) from its standard input and answers each with a line: the points passed, and whether it was killed.
A fork costs a hundredth of what a new interpreter does, and is as much a process of its own.
"""

from __future__ import annotations

import json
import os
import random
import signal
import smtplib
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from briefing.deliver.drain import DrainSettings, drain_outbox
from briefing.deliver.session import SmtpSettings
from briefing.deliver.smtp import SmtpTransport
from briefing.store import open_store
from tests.deliver.mail import NOON, body, copy

KEY = "morning/2030-05-06/06:30"
CONTENT = body()


class Points:
    """Counts what the process passes, and ends it at the one it was told."""

    def __init__(self, kill_at: int | None, trace: Path) -> None:
        self._left = kill_at
        self._trace = trace.open("w", buffering=1)

    def __call__(self, name: str) -> None:
        self._trace.write(name + "\n")
        if self._left is not None:
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            self._left -= 1


def watch_wire(point: Points) -> None:
    """Make a point of the moments before and after everything that goes to the server."""
    send = smtplib.SMTP.send

    def watched(self: smtplib.SMTP, data: Any) -> None:
        raw = data if isinstance(data, bytes) else str(data).encode()
        name = "dot" if raw == b".\r\n" else "message" if len(raw) > 500 else raw.split()[0].decode().upper()
        point(f"before {name}")
        send(self, data)
        point(f"after {name}")

    smtplib.SMTP.send = watched  # type: ignore[assignment, method-assign]  # the name of its argument is no matter


def work(job: dict[str, Any]) -> None:
    """Queue the slot's copies, as every attempt at the slot does, and drain what is due."""
    point = Points(job["kill_at"], Path(job["trace"]))
    watch_wire(point)
    now = datetime.fromisoformat(job["now"])
    store = open_store(Path(job["database"]), clock=lambda: NOON, on_transition=point)
    with store.transaction():
        store.enqueue_deliveries("run", [copy(address, content=CONTENT) for address in job["addresses"]], key=KEY, now=NOON)
    transport = SmtpTransport(SmtpSettings(host="127.0.0.1", port=job["port"], security="none", timeout_s=60))
    settings = DrainSettings(resend_unknown=job["resend"], deadline_s=timedelta(days=9).total_seconds())
    drain_outbox(store, transport, settings=settings, clock=lambda: now, rng=random.Random(1))
    store.close()


def main() -> None:
    for line in sys.stdin:
        job = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                work(job)
            except BaseException as error:
                Path(job["trace"]).with_suffix(".error").write_text(repr(error))
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        points = Path(job["trace"]).read_text().splitlines()
        sys.stdout.write(json.dumps({"points": points, "killed": os.WIFSIGNALED(status), "code": status}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
