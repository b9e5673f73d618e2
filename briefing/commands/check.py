"""``briefing check``: what is wrong with the configuration, templates, model and email, and how to mend it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing import pipeline, wiring
from briefing.audience import resolve_audience
from briefing.commands import DONE, FAILED
from briefing.compose import assemble_briefing
from briefing.config import LoadedConfig, load_config
from briefing.config_keys import FORMATS, Schedule
from briefing.deliver.headers import exact_address
from briefing.deliver.session import check_secret
from briefing.deliver.smtp import SmtpTransport
from briefing.errors import BriefingError
from briefing.ingest.folder import check_folder
from briefing.mailing import check_message
from briefing.nlp.annotate import load_annotator
from briefing.schedule import next_slots
from briefing.store import open_store


def call(arguments: argparse.Namespace) -> int:
    """Try each part and print a line for it. A configuration that cannot be read ends the check (exit code 2)."""
    loaded = load_config(arguments.config)
    print(f"ok      configuration: {loaded.path or 'none, the defaults hold'}")
    parts: dict[str, Callable[[LoadedConfig], str]] = {
        "sources": _sources,
        "model": _model,
        "templates": _templates,
        "output": _output,
        "audiences": _audiences,
        "email": _smtp if arguments.smtp else _email,
        "store": _store,
    }
    if loaded.config.schedules:
        parts["service"] = _service
    for schedule in loaded.config.schedules:
        parts[f"schedule {schedule.name}"] = partial(_schedule, schedule=schedule)
    wrong = 0
    for name, part in parts.items():
        try:
            print(f"ok      {name}: {part(loaded)}")
        except BriefingError as error:
            wrong += 1
            print(f"WRONG   {name}: {error}")
    return FAILED if wrong else DONE


def _sources(loaded: LoadedConfig) -> str:
    if not loaded.config.sources:
        return "none configured; name a folder, as in 'briefing run FOLDER'"
    shown = []
    for source in wiring.folder_sources(loaded, folder=None, names=None):
        check_folder(source.folder)
        shown.append(str(source.folder))
    return ", ".join(shown)


def _model(loaded: LoadedConfig) -> str:
    return f"version {load_annotator(wiring.model_folder(loaded)).version}"


def _templates(loaded: LoadedConfig) -> str:
    """Render an empty briefing: syntax, names and styles are looked at; `briefing preview` shows a full one."""
    source = wiring.template_source(loaded)
    now = pipeline.moment_of(loaded.config.time_zone, None, datetime.now(UTC))
    empty = assemble_briefing((), {}, (), settings=wiring.compose_settings(loaded), now=now, date=now.date())
    pipeline.render(empty.briefing, FORMATS, wiring.render_settings(loaded), source)
    return " before ".join(str(f) for f in source.folders)


def _audiences(loaded: LoadedConfig) -> str:
    counted = [f"{name} ({len(resolve_audience(loaded, name))})" for name in loaded.config.audiences]
    return ", ".join(counted) or "none configured"


def _email(loaded: LoadedConfig) -> str:
    """Build and sign a message to nobody, and look for the secret or the folder; the server is not asked."""
    email = loaded.config.email
    if email is None:
        return "not configured; nothing is sent"
    check_message(wiring.message_settings(loaded), wiring.signer(loaded), now=datetime.now(UTC))
    if loaded.config.operator is not None:
        exact_address(loaded.config.operator)
    where = email.folder or email.maildir
    if where is not None:
        folder = wiring.resolve_path(loaded, where)
        _writable(folder, "email.folder" if email.folder else "email.maildir")
        return f"as files in {folder}"
    smtp = wiring.smtp_settings(loaded)
    if smtp is not None:
        check_secret(smtp)
    return f"through {email.smtp.host if email.smtp else ''}; `briefing check --smtp` tries whether it takes mail"


def _smtp(loaded: LoadedConfig) -> str:
    """Connect, log in, and ask whether the sender is accepted; nothing is sent."""
    said = _email(loaded)
    settings = wiring.smtp_settings(loaded) if loaded.config.email else None
    return SmtpTransport(settings).check(wiring.email_section(loaded).sender) if settings else said


def _output(loaded: LoadedConfig) -> str:
    folder = wiring.resolve_path(loaded, loaded.config.output.folder)
    _writable(folder, "output.folder")
    return str(folder)


def _writable(folder: Path, key: str) -> None:
    there = next((f for f in (folder, *folder.parents) if f.exists()), Path("/"))
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise BriefingError(f"{folder} cannot be written; change {key}, or the permissions of {there}")


def _store(loaded: LoadedConfig) -> str:
    """Open the database; an SQLite file that is not there yet is left for the first run to make."""
    if loaded.config.store is None and not loaded.config.schedules:
        return "none configured, and none needed"
    address = wiring.store_address(loaded)
    if isinstance(address, Path) and not address.exists():
        _writable(address.parent, "store")
        return f"{address}, which the first run will make"
    store = open_store(address)
    store.close()
    return store.label


def _service(loaded: LoadedConfig) -> str:
    file = wiring.health_file(loaded)
    if file.is_dir():
        raise BriefingError(f"{file} is a folder; name a file in service.health_file")
    _writable(file.parent, "service.health_file")
    return f"health in {file}"


def _schedule(loaded: LoadedConfig, *, schedule: Schedule) -> str:
    """Name the next five instants, on the schedule's own wall clock: across a clock change their offset shows."""
    spec = wiring.schedule_spec(loaded, schedule)
    zone = ZoneInfo(spec.zone)
    instants = [slot.instant.astimezone(zone) for slot in next_slots(spec, datetime.now(UTC), 5)]
    return f"{spec.zone}, next " + ", ".join(f"{at:%a %Y-%m-%d %H:%M %z}" for at in instants)
