"""``briefing run --due``: run what is due, each slot once, for those who have cron and no daemon."""

from __future__ import annotations

import json
import signal
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from briefing import wiring
from briefing.attempts import Attendant, Outcome
from briefing.commands import DONE, FAILED, IN_PART, NOTHING, progress
from briefing.config import LoadedConfig
from briefing.errors import ConfigError, DeliveryError
from briefing.scheduled import forget_what_is_old, make_slot, process_name, send_what_is_due
from briefing.store import Store, open_store


def run_due(loaded: LoadedConfig, *, as_json: bool) -> int:
    """Attempt the slot of each schedule that is due, and print the files. Prints nothing where nothing was due."""
    if not loaded.config.schedules:
        raise ConfigError(f"{loaded.path or 'the configuration'} has no schedules: there is nothing that could be due")
    signal.signal(signal.SIGTERM, _interrupt)
    store = open_store(wiring.store_address(loaded))
    try:
        attendant = Attendant(store, clock=_now, process=process_name())
        outcomes: list[Outcome] = []
        for schedule in loaded.config.schedules:
            outcome = attendant.attend(wiring.schedule_spec(loaded, schedule), make_slot(loaded, schedule, store, clock=_now))
            if outcome is not None:
                outcomes.append(outcome)
                _say(outcome)
        unsent = _send(loaded, store)
        forget_what_is_old(loaded, store, clock=_now)
    finally:
        store.close()
    if as_json:
        print(json.dumps([_row(outcome) for outcome in outcomes], ensure_ascii=False))
    else:
        for file in (file for outcome in outcomes for file in _files(outcome)):
            print(file)
    return FAILED if unsent else _exit_code(outcomes)


def _send(loaded: LoadedConfig, store: Store) -> bool:
    """Send what is due; say and return whether nothing can be sent for now. What waits is kept for the next call."""
    try:
        send_what_is_due(loaded, store, clock=_now)
    except DeliveryError as error:
        progress.say(f"briefing: {error}")
        return True
    return False


def _exit_code(outcomes: list[Outcome]) -> int:
    """The worst that any slot came to."""
    if any(outcome.state in ("failed", "lost", "handed back") for outcome in outcomes):
        return FAILED
    if any(outcome.details.get("left_out") for outcome in outcomes):
        return IN_PART
    return NOTHING if any(outcome.state == "nothing to report" for outcome in outcomes) else DONE


def _say(outcome: Outcome) -> None:
    progress.say(f"{outcome.slot}: {outcome.state}{f': {outcome.reason}' if outcome.reason else ''}")


def _row(outcome: Outcome) -> dict[str, object]:
    return {"slot": outcome.slot, "run": outcome.run, "state": outcome.state, "reason": outcome.reason, **outcome.details}


def _files(outcome: Outcome) -> list[Path]:
    files = outcome.details.get("files")
    return [Path(str(file)) for file in files] if isinstance(files, list) else []


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _now() -> datetime:
    return datetime.now(UTC)
