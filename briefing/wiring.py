"""Configuration → the plain settings of each stage, with every path made absolute."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path

from briefing.compose import ComposeSettings
from briefing.config import LoadedConfig
from briefing.config_keys import Email, Schedule, Source
from briefing.deliver.drain import DrainSettings
from briefing.deliver.files import FolderTransport, MaildirTransport
from briefing.deliver.message import MessageSettings
from briefing.deliver.records import Transport
from briefing.deliver.session import SmtpSettings
from briefing.deliver.signature import Signer, load_signer
from briefing.deliver.smtp import SmtpTransport
from briefing.errors import ConfigError
from briefing.ingest import FolderSource, IngestSettings
from briefing.ingest.formats.extensions import EXTENSIONS
from briefing.render import RenderSettings, TemplateSource
from briefing.schedule import Retries, ScheduleSpec

_MB = 1_000_000


def resolve_path(loaded: LoadedConfig, path: str) -> Path:
    """Give a configured path; a relative one starts at the folder of config.yaml."""
    return loaded.base / Path(path).expanduser()


def find_schedule(loaded: LoadedConfig, name: str) -> Schedule:
    """Give a schedule by name. Raises ConfigError that lists those there are."""
    for schedule in loaded.config.schedules:
        if schedule.name == name:
            return schedule
    there = ", ".join(s.name for s in loaded.config.schedules) or "none"
    raise ConfigError(f"{name!r} is no schedule of {loaded.path or 'the configuration'}; there are: {there}")


def folder_sources(loaded: LoadedConfig, *, folder: Path | None, names: Sequence[str] | None) -> tuple[FolderSource, ...]:
    """Give the folders to read: the one named by hand, else those of the configuration (all, or the named ones).

    Raises ConfigError where there is neither.
    """
    if folder is not None:
        return (FolderSource(folder=folder),)
    config = loaded.config
    chosen = [s for s in config.sources if names is None or config.source_name(s) in names]
    if not chosen:
        raise ConfigError("there is nothing to read: name a folder, as in 'briefing run FOLDER', or write sources in config.yaml")
    return tuple(_source(loaded, s) for s in chosen)


def _source(loaded: LoadedConfig, source: Source) -> FolderSource:
    return FolderSource(folder=resolve_path(loaded, source.folder), include=source.include, exclude=source.exclude)


def ingest_settings(loaded: LoadedConfig) -> IngestSettings:
    limits = loaded.config.limits
    return IngestSettings(
        max_bytes=int(limits.file_mb * _MB),
        max_pages=limits.pages,
        max_characters=limits.characters,
        max_depth=limits.attachment_depth,
        timeout_s=limits.seconds,
    )


def health_file(loaded: LoadedConfig) -> Path:
    return resolve_path(loaded, loaded.config.service.health_file)


def reader_version(loaded: LoadedConfig) -> str:
    """Name what reading a file depends on: the limits, and the formats, so that a file is looked at again once its format is read."""
    said = f"{loaded.config.limits.model_dump_json()}\n{' '.join(sorted(EXTENSIONS))}"
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def schedule_spec(loaded: LoadedConfig, schedule: Schedule) -> ScheduleSpec:
    """Give what a configured schedule's slots follow from."""
    retries = schedule.retries
    return ScheduleSpec(
        name=schedule.name,
        time=time.fromisoformat(schedule.at),
        zone=schedule.time_zone or loaded.config.time_zone,
        days=schedule.days,
        window_hours=schedule.window_hours,
        catch_up=timedelta(hours=schedule.catch_up_hours),
        retries=Retries(
            first_delay_s=retries.first_delay_minutes * 60,
            longest_delay_s=retries.longest_delay_minutes * 60,
            deadline_s=retries.deadline_hours * 3600,
        ),
    )


def compose_settings(
    loaded: LoadedConfig, *, schedule: str | None = None, period: tuple[date, date] | None = None, watch: Sequence[str] = ()
) -> ComposeSettings:
    content = loaded.config.content
    return ComposeSettings(
        title=loaded.config.title,
        words=content.words,
        max_actors=content.actors,
        watch=tuple(dict.fromkeys((*watch, *content.watch))),
        due_soon_days=content.due_soon_days,
        memory_days=content.memory_days,
        schedule=schedule,
        period=period,
        settings_version=settings_version(loaded),
    )


def settings_version(loaded: LoadedConfig) -> str:
    """Name what of the configuration decides the content of a briefing: two that differ in it differ in this."""
    config = loaded.config
    said = f"{config.title}\n{config.time_zone}\n{config.content.model_dump_json()}\n{config.limits.model_dump_json()}"
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def render_settings(loaded: LoadedConfig) -> RenderSettings:
    email = loaded.config.email
    leave_at = email.unsubscribe_to or email.sender if email is not None else None
    return RenderSettings(paper=loaded.config.output.paper, leave_at=leave_at)


def template_source(loaded: LoadedConfig) -> TemplateSource:
    """Raises ConfigError where the configured folder is not there."""
    if loaded.config.templates is None:
        return TemplateSource()
    folder = resolve_path(loaded, loaded.config.templates)
    if not folder.is_dir():
        raise ConfigError(f"templates: {folder} is no folder; copy the package's templates there, or remove the key")
    return TemplateSource(folder)


def model_folder(loaded: LoadedConfig) -> Path | None:
    return resolve_path(loaded, loaded.config.model) if loaded.config.model else None


def store_address(loaded: LoadedConfig) -> str | Path:
    """Give the database: a URL as it stands, a file as a path."""
    store = loaded.config.store or "var/briefing.sqlite3"
    return store if "://" in store else resolve_path(loaded, store)


def email_section(loaded: LoadedConfig) -> Email:
    """Raises ConfigError where nothing says how to send."""
    if loaded.config.email is None:
        raise ConfigError(f"nothing can be sent without the section email in {loaded.path or 'config.yaml'}; README.md shows one")
    return loaded.config.email


def message_settings(loaded: LoadedConfig) -> MessageSettings:
    email = email_section(loaded)
    return MessageSettings(
        sender=email.sender,
        sender_name=email.sender_name,
        reply_to=email.reply_to,
        list_name=loaded.config.title,
        list_id=email.list_id,
        unsubscribe_to=email.unsubscribe_to,
        unsubscribe_url=email.unsubscribe_url,
    )


def signer(loaded: LoadedConfig) -> Signer | None:
    """Raises DeliveryError for a key that cannot be read."""
    dkim = email_section(loaded).dkim
    if dkim is None:
        return None
    return load_signer(domain=dkim.domain, selector=dkim.selector, key_file=resolve_path(loaded, dkim.key_file))


def smtp_settings(loaded: LoadedConfig) -> SmtpSettings | None:
    """None where copies go into a folder or a maildir."""
    smtp = email_section(loaded).smtp
    if smtp is None:
        return None
    return SmtpSettings(
        host=smtp.host,
        port=smtp.port or {"starttls": 587, "tls": 465, "none": 25}[smtp.security],
        security=smtp.security,
        user=smtp.user,
        password_env=smtp.password_env,
        password_file=resolve_path(loaded, smtp.password_file) if smtp.password_file else None,
        token_command=smtp.token_command,
        timeout_s=smtp.timeout_seconds,
    )


def transport(loaded: LoadedConfig) -> Transport:
    email, smtp = email_section(loaded), smtp_settings(loaded)
    if smtp is not None:
        return SmtpTransport(smtp)
    if email.folder is not None:
        return FolderTransport(resolve_path(loaded, email.folder))
    assert email.maildir is not None, "the configuration has exactly one of the three"
    return MaildirTransport(resolve_path(loaded, email.maildir))


def drain_settings(loaded: LoadedConfig) -> DrainSettings:
    email = email_section(loaded)
    timeout_s = email.smtp.timeout_seconds if email.smtp else 0.0
    return DrainSettings(
        deadline_s=email.deadline_hours * 3600,
        resend_unknown=email.unknown == "resend",
        # each of a copy's commands may take the timeout
        lease_s=max(900.0, 10 * timeout_s),
    )
