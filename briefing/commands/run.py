"""``briefing run``: make one briefing now, or those that are due."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from briefing import wiring
from briefing.commands import DONE, IN_PART, NOTHING, by_hand, progress, sending
from briefing.commands.due import run_due
from briefing.config import LoadedConfig, load_config
from briefing.config_keys import Schedule
from briefing.errors import ConfigError
from briefing.pipeline import Made
from briefing.render.wording import coverage_text, entry_text
from briefing.scheduled import slot_key


def call(arguments: argparse.Namespace) -> int:
    """Make a briefing, write its files, say where they are and what was left out, and send it where that is asked for."""
    loaded = load_config(arguments.config)
    _check(arguments)
    if arguments.due:
        return run_due(loaded, as_json=arguments.json)
    schedule = wiring.find_schedule(loaded, arguments.schedule) if arguments.schedule is not None else None
    request = by_hand.request_of(loaded, arguments, schedule)
    to_whom = _to_whom(loaded, arguments, schedule, request.today)
    result = by_hand.make(request, arguments)
    made = result.made
    if not arguments.json:
        for file in result.files:
            print(_shown(file))
    progress.say(coverage_text(made.briefing.coverage))
    for entry in made.briefing.coverage:
        if (said := entry_text(entry)) is not None:
            progress.say(f"  {entry.path}: {said}")
    sent = sending.send(loaded, made, to_whom, run_id=result.run_id) if to_whom is not None else None
    if arguments.json:
        print(json.dumps(_summary(made, result.files) | _copies(sent), ensure_ascii=False))
    if sent is not None and sent.code != DONE:
        return sent.code
    if made.is_partial:
        return IN_PART
    return NOTHING if made.is_empty else DONE


def _check(arguments: argparse.Namespace) -> None:
    """Refuse options that contradict each other."""
    given = [name for name in ("folder", "schedule", "date", "since", "out", "send", "audience", "to", "again") if getattr(arguments, name)]
    if arguments.due and given:
        raise ConfigError(f"--due runs the schedules as they are configured; leave out {', '.join(given)}")
    if arguments.schedule is not None and arguments.folder is not None:
        raise ConfigError("a schedule reads the sources that are configured for it; leave out the folder, or --schedule")


def _to_whom(loaded: LoadedConfig, arguments: argparse.Namespace, schedule: Schedule | None, day: date) -> sending.Addressees | None:
    """Find out before the work begins whether there is anybody to send to."""
    if arguments.send:
        return sending.find_addressees(
            loaded,
            day,
            audience=arguments.audience or (schedule.audience if schedule is not None else None),
            to=arguments.to,
            again=arguments.again,
            slot=slot_key(schedule, day) if schedule is not None else None,
        )
    if arguments.audience or arguments.to or arguments.again:
        raise ConfigError("--audience, --to and --again say to whom a briefing is sent: add --send")
    return None


def _summary(made: Made, files: tuple[Path, ...]) -> dict[str, object]:
    briefing = made.briefing
    return {
        "date": briefing.date.isoformat(),
        "subject": made.subject,
        "files": [str(f) for f in files],
        "documents": sum(e.outcome == "read" for e in briefing.coverage),
        "actors": len(briefing.actors),
        "positions": len(briefing.positions),
        "next_steps": len(briefing.next_steps),
        "stories": len(briefing.stories),
        "left_out": [
            {"path": e.path, "reason": e.reason, "detail": e.detail} for e in briefing.coverage if e.outcome in ("skipped", "unreadable")
        ],
    }


def _copies(sent: sending.Sent | None) -> dict[str, object]:
    """Say what became of each copy, where any was to be sent."""
    if sent is None:
        return {}
    shown = ("id", "recipient", "message_id", "state", "reason")
    return {"copies": [{name: getattr(copy, name) for name in shown} for copy in sent.copies], "nothing_sent_for_now": sent.down}


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
