"""``briefing run``: make one briefing now."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, date, datetime
from pathlib import Path

from briefing import pipeline, wiring
from briefing.commands import DONE, IN_PART, NOTHING, progress, sending
from briefing.config import LoadedConfig, load_config
from briefing.errors import ConfigError
from briefing.render.wording import coverage_text


def call(arguments: argparse.Namespace) -> int:
    """Make a briefing, write its files, say where they are and what was left out, and send it where that is asked for."""
    loaded = load_config(arguments.config)
    now = pipeline.moment_of(loaded, arguments.date, datetime.now(UTC))
    to_whom = _to_whom(loaded, arguments, now.date())
    request = pipeline.RunRequest(config=loaded, now=now, folder=arguments.folder, since=arguments.since)
    with progress.documents() as on_document:
        made = pipeline.make_briefing(request, on_document=on_document)
    folder: Path = arguments.out or wiring.resolve_path(loaded, loaded.config.output.folder)
    files = made.write(folder)
    briefing = made.briefing
    if arguments.json:
        print(json.dumps(_summary(made, files), ensure_ascii=False))
    else:
        for file in files:
            print(_shown(file))
    progress.say(coverage_text(briefing.coverage))
    for entry in briefing.coverage:
        if entry.outcome in ("skipped", "unreadable"):
            progress.say(f"  {entry.path}: {entry.detail or entry.reason}")
    if to_whom is not None and (code := sending.send(loaded, made, to_whom)):
        return code
    if made.is_partial:
        return IN_PART
    return NOTHING if made.is_empty else DONE


def _to_whom(loaded: LoadedConfig, arguments: argparse.Namespace, day: date) -> sending.Addressees | None:
    """Find out before the work begins whether there is anybody to send to."""
    if arguments.send:
        return sending.find_addressees(loaded, day, audience=arguments.audience, to=arguments.to, again=arguments.again, slot=None)
    if arguments.audience or arguments.to or arguments.again:
        raise ConfigError("--audience, --to and --again say to whom a briefing is sent: add --send")
    return None


def _summary(made: pipeline.Made, files: tuple[Path, ...]) -> dict[str, object]:
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


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
