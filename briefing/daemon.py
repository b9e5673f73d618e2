"""The daemon: APScheduler is its clock, the database owns the slots, and signals tell it to reload and to end.

The scheduler's own jobs live in memory and only ask, every few seconds, what is due. What is due is decided by the slots in
the database, so that a job that fires twice, late or not at all does no harm.
"""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Literal

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from briefing import wiring
from briefing.attempts import Attendant, Clock
from briefing.config import LoadedConfig, load_config
from briefing.errors import BriefingError
from briefing.health import WRITTEN_EVERY_S, Health, tell_supervisor
from briefing.schedule import next_slots
from briefing.scheduled import forget_what_is_old, make_slot, process_name, send_what_is_due
from briefing.store import Store

log = logging.getLogger(__name__)
Order = Literal["stop", "reload"]
#: briefings made at the same time; further schedules wait
_RUNS = 2
_SIGNALS_WITHIN_S = 0.5
_HOUSEKEEPING_EVERY_S = 6 * 3600.0
#: a clock that is set back by less is waited for
_SETTLED_WITHIN = timedelta(seconds=5)
#: how often what is due is looked for
EVERY_S = 10.0


class Daemon:
    """Runs what is due until it is told to stop. ``store`` stays the caller's to close."""

    def __init__(self, loaded: LoadedConfig, store: Store, *, clock: Clock = lambda: datetime.now(UTC), every_s: float = EVERY_S) -> None:
        self._loaded = loaded
        self._store = store
        self._clock = clock
        self._every_s = every_s
        self._stamp = _stamp(loaded)
        self._orders: SimpleQueue[Order] = SimpleQueue()
        self._problems: dict[str, str] = {}
        self._at_work = 0
        self._idle = threading.Condition()
        self._attendant = Attendant(store, clock=clock, process=process_name())
        self._scheduler = BackgroundScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(4), "runs": ThreadPoolExecutor(_RUNS)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone=UTC,
        )
        # It warns each time that a job is still running when it is due again, which here is as it should be.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)

    def order(self, order: Order) -> None:
        """Tell the daemon to stop or to read its configuration again, from any thread or signal handler."""
        self._orders.put(order)

    def obey_signals(self) -> None:
        """Stop at SIGTERM and SIGINT, reload at SIGHUP. From the main thread only."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.order("stop"))
        signal.signal(signal.SIGHUP, lambda *_: self.order("reload"))

    def serve(self) -> bool:
        """Run until told to stop; return whether all work ended in time. Work that did not goes on in its threads, without its slot."""
        self._place_jobs()
        self._scheduler.start()
        log.info("serving %d schedules of %s", len(self._loaded.config.schedules), self._loaded.path)
        tell_supervisor("READY=1")
        while self._next_order() == "reload":
            self.reload()
        return self._shut_down()

    def _next_order(self) -> Order:
        while True:
            # A handler runs when the main thread next does: a wait without an end could keep it from running.
            with suppress(Empty):
                return self._orders.get(timeout=_SIGNALS_WITHIN_S)
            self._catch_up_with_clock(datetime.now(UTC))

    def _catch_up_with_clock(self, now: datetime) -> None:
        """Have the jobs go on that would wait for as long as the clock was set back: none is due later than its interval from now."""
        for job in self._scheduler.get_jobs():
            if job.next_run_time - now > job.trigger.interval + _SETTLED_WITHIN:
                log.warning("the clock was set back by %s: %s goes on", job.next_run_time - now, job.id)
                with suppress(JobLookupError):
                    job.modify(next_run_time=now)

    def reload(self) -> None:
        """Take up the configuration as it now is; an invalid one is refused, and the old one stays."""
        tell_supervisor("RELOADING=1", f"MONOTONIC_USEC={int(monotonic() * 1e6)}")
        self._stamp = _stamp(self._loaded)
        try:
            loaded = load_config(self._loaded.path)
            if wiring.store_address(loaded) != wiring.store_address(self._loaded):
                raise BriefingError(f"{loaded.path}: store: another database is taken up by a restart only")
        except BriefingError as error:
            self._problems["configuration"] = f"refused, the old one is kept: {error}"
            log.error("the new configuration is refused, the old one is kept: %s", error)
        else:
            self._problems.pop("configuration", None)
            self._loaded = loaded
            self._place_jobs()
            log.info("the configuration is read again: %d schedules", len(loaded.config.schedules))
        tell_supervisor("READY=1")

    def _place_jobs(self) -> None:
        """Have a job for each schedule, and one each for the other things that recur; those of schedules that are gone go."""
        wanted: dict[str, tuple[Callable[[], None], float, str]] = {
            "email": (self._send, self._every_s, "default"),
            "housekeeping": (self._keep_house, _HOUSEKEEPING_EVERY_S, "default"),
            "file of the configuration": (self._look_at_configuration, self._every_s, "default"),
            "health": (self._say_health, min(self._every_s, WRITTEN_EVERY_S), "default"),
        }
        for schedule in self._loaded.config.schedules:
            name = schedule.name
            wanted[f"schedule {name}"] = (lambda name=name: self._attend(name), self._every_s, "runs")  # type: ignore[misc]
        there = {job.id for job in self._scheduler.get_jobs()}
        for name in there - wanted.keys():
            self._scheduler.remove_job(name)
        for name in wanted.keys() - there:
            action, every_s, executor = wanted[name]
            self._scheduler.add_job(
                self._watched(name, action), IntervalTrigger(seconds=every_s, timezone=UTC), id=name, executor=executor,
                next_run_time=datetime.now(UTC),
            )  # fmt: skip

    def _watched(self, name: str, action: Callable[[], None]) -> Callable[[], None]:
        """Keep what goes wrong in a job to itself: it is logged when it begins and when it ends, and the job goes on."""

        def run() -> None:
            with self._idle:
                self._at_work += 1
            try:
                action()
            except Exception as error:  # no job may end the daemon
                known = isinstance(error, BriefingError)
                problem = str(error) if known else f"{type(error).__name__}: {error}"
                if self._problems.get(name) != problem:
                    log.error("%s: %s", name, problem, exc_info=not known)
                self._problems[name] = problem
            else:
                if self._problems.pop(name, None) is not None:
                    log.info("%s: well again", name)
            finally:
                with self._idle:
                    self._at_work -= 1
                    self._idle.notify_all()

        return run

    def _attend(self, name: str) -> None:
        loaded = self._loaded
        schedule = next((s for s in loaded.config.schedules if s.name == name), None)
        if schedule is None:
            return
        spec = wiring.schedule_spec(loaded, schedule)
        self._attendant.attend(spec, make_slot(loaded, schedule, self._store, clock=self._clock))

    def _send(self) -> None:
        send_what_is_due(self._loaded, self._store, clock=self._clock, stop=lambda: self._attendant.is_stopping)

    def _keep_house(self) -> None:
        forget_what_is_old(self._loaded, self._store, clock=self._clock)

    def _look_at_configuration(self) -> None:
        if _stamp(self._loaded) != self._stamp:
            self._stamp = _stamp(self._loaded)
            self.order("reload")

    def _say_health(self) -> None:
        now = self._clock()
        following = {
            schedule.name: next_slots(wiring.schedule_spec(self._loaded, schedule), now, 1)[0].instant
            for schedule in self._loaded.config.schedules
        }
        health = Health(
            at=now,
            process=process_name(),
            running=tuple(run.id for run in self._attendant.running),
            next=following,
            problems=self._problems_now(),
        )
        tell_supervisor("WATCHDOG=1", f"STATUS={'; '.join(health.problems) or 'well'}")
        health.write(wiring.health_file(self._loaded))

    def _problems_now(self) -> tuple[str, ...]:
        """What is wrong, in sentences; what was wrong with a schedule that is gone is so no more."""
        parts = {"configuration", *(job.id for job in self._scheduler.get_jobs())}
        return tuple(f"{part}: {problem}" for part, problem in sorted(self._problems.copy().items()) if part in parts)

    def _shut_down(self) -> bool:
        """Let what is running end, or hand its slots back when it does not in the time that is set."""
        tell_supervisor("STOPPING=1")
        limit_s = self._loaded.config.service.stop_seconds
        log.info("told to stop: what is running has %g seconds to end", limit_s)
        self._scheduler.shutdown(wait=False)
        end = monotonic() + limit_s
        with self._idle:
            # Half of the time is for finishing, the other half for coming to a point where the work can be handed back.
            self._idle.wait_for(lambda: self._at_work == 0, timeout=limit_s / 2)
            self._attendant.stop()
            ended = self._idle.wait_for(lambda: self._at_work == 0, timeout=max(0.0, end - monotonic()))
        self._attendant.hand_back_all("the process that ran it was told to stop, and it did not end in time")
        return ended


def _stamp(loaded: LoadedConfig) -> tuple[int, ...] | None:
    """What changes when the file of a configuration does; None while it is not there."""
    try:
        status = loaded.path.stat() if loaded.path is not None else None
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino) if status is not None else None
