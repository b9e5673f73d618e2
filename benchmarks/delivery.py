"""A full briefing to ten thousand recipients over loopback: messages a second, and memory as they go out.

    python -m benchmarks.delivery [--recipients 10000]

The server is aiosmtpd in a process of its own, which reads every message and keeps none.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from briefing import mailing, pipeline
from briefing.config import LoadedConfig, parse_config
from briefing.deliver.records import Recipient
from briefing.store import open_store

_SINK = """
import asyncio, sys
from aiosmtpd.smtp import SMTP
class Sink:
    async def handle_DATA(self, server, session, envelope):
        return "250 OK"
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Sink(), loop=loop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def load(port: int, folder: Path) -> LoadedConfig:
    seeds = Path(__file__).parent.parent / "seeds"
    text = (
        f"sources: [{{folder: {seeds}}}]\nemail: {{sender: briefing@example.org, smtp: {{host: 127.0.0.1, port: {port}, security: none}}}}"
    )
    return LoadedConfig(config=parse_config(text, "config.yaml"), path=None, base=folder)


def every(count: int, then: Callable[[int], None]) -> Callable[[], bool]:
    """Call ``then`` every so many times; never say stop."""
    seen = 0

    def stop() -> bool:
        nonlocal seen
        # the drain asks before each copy, and before each batch of twenty
        seen += 1
        if seen % (count + count // 20) == 0:
            then(seen * 20 // 21)
        return False

    return stop


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recipients", type=int, default=10_000)
    count: int = parser.parse_args().recipients
    with tempfile.TemporaryDirectory() as name, subprocess.Popen([sys.executable, "-c", _SINK], stdout=subprocess.PIPE, text=True) as sink:
        assert sink.stdout is not None
        loaded = load(int(sink.stdout.readline()), Path(name))
        made = pipeline.make_briefing(pipeline.RunRequest(config=loaded, now=datetime(2022, 9, 20, 12, tzinfo=UTC)))
        store = open_store(Path(name) / "briefing.sqlite3")
        ready = mailing.prepare_mailing(loaded, made, [Recipient(address=f"reader{n}@example.org") for n in range(count)])
        began, cpu = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
        mailing.queue_copies(store, ready, run_id="run", key="key", now=datetime.now(UTC))
        queued = time.perf_counter() - began
        print(f"one message: {len(store.delivery_message(1)) / 1000:.0f} kB")
        print(f"{'':>10} {'seconds':>8} {'a second':>9} {'memory MB':>10}")
        print(f"{'queued':>10} {queued:>8.1f} {count / queued:>9.0f} {resident_mb():>10.0f}")
        began = time.perf_counter()

        def row(seen: int) -> None:
            took = time.perf_counter() - began
            print(f"{f'{seen} sent':>10} {took:>8.1f} {seen / took:>9.0f} {resident_mb():>10.0f}", flush=True)

        report = mailing.drain(loaded, store, clock=lambda: datetime.now(UTC), rng=random.Random(1), stop=every(count // 10 or 1, row))
        took = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(f"{'all sent':>10} {took:>8.1f} {report.sent / took:>9.0f} {resident_mb():>10.0f}")
        cpu = used.ru_utime - cpu
        print(f"{report.sent} sent, {cpu:.1f} s of user CPU, highest memory {used.ru_maxrss / 1000:.0f} MB, load {os.getloadavg()[0]:.1f}")
        store.close()
        sink.terminate()


if __name__ == "__main__":
    main()
