"""Who gets a briefing: an audience of config.yaml and its CSV file, as recipients; what is wrong is named with file and line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from briefing import wiring
from briefing.config import LoadedConfig
from briefing.config_errors import problems_of
from briefing.config_keys import Recipient as ConfiguredRecipient
from briefing.deliver.headers import exact_address
from briefing.deliver.records import Recipient
from briefing.errors import ConfigError, MessageRefused
from briefing.strict_yaml import Tree, shown_path

COLUMNS = ("address", "name", "formats", "watch")


@dataclass(frozen=True, kw_only=True, slots=True)
class Readers:
    """Who can be sent to, and a line for each entry that cannot."""

    recipients: tuple[Recipient, ...]
    problems: tuple[str, ...]


def resolve_audience(loaded: LoadedConfig, name: str) -> tuple[Recipient, ...]:
    """Give the recipients of an audience, those of config.yaml first. Raises ConfigError, one line for each thing that is wrong."""
    readers = read_audience(loaded, name)
    if readers.problems:
        raise ConfigError("\n".join(readers.problems))
    return readers.recipients


def read_audience(loaded: LoadedConfig, name: str) -> Readers:
    """Give whoever of an audience can be sent to: a wrong line keeps the briefing from nobody else.

    Raises ConfigError where that is nobody, and for a file that cannot be read.
    """
    audience = loaded.config.audiences.get(name)
    if audience is None:
        there = ", ".join(loaded.config.audiences) or "none"
        raise ConfigError(f"{name!r} is no audience of {loaded.path or 'the configuration'}; there are: {there}")
    where = str(loaded.path or "config.yaml")
    found = [(f"{where}: audiences.{name}.recipients[{n}]", r) for n, r in enumerate(audience.recipients)]
    problems: list[str] = []
    if audience.file is not None:
        found += _read_csv(wiring.resolve_path(loaded, audience.file), problems)
    out: list[Recipient] = []
    first: dict[str, str] = {}
    for place, configured in found:
        try:
            recipient = recipient_of(configured)
        except MessageRefused as error:
            problems.append(f"{place}: address: {error}")
            continue
        before = first.setdefault(recipient.address.casefold(), place)
        if before != place:
            problems.append(f"{place}: address: {recipient.address} stands twice, first in {before}; remove one")
            continue
        out.append(recipient)
    if not out and problems:
        raise ConfigError("\n".join(problems))
    if not out:
        raise ConfigError(f"{where}: audiences.{name}: has nobody in it; write a line for each recipient into its file")
    return Readers(recipients=tuple(out), problems=tuple(problems))


def recipient_of(configured: ConfiguredRecipient) -> Recipient:
    """Give a configured recipient as delivery takes it. Raises MessageRefused for an address that cannot be sent to."""
    return Recipient(address=exact_address(configured.address), name=configured.name, formats=configured.formats, watch=configured.watch)


def _read_csv(path: Path, problems: list[str]) -> list[tuple[str, ConfiguredRecipient]]:
    """Read a file with a header line; lists within a field are parted by ``;`` (or by ``,`` where ``;`` parts the fields)."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: the file of an audience cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text (byte {error.start}); save it as CSV UTF-8") from None
    # spreadsheets of countries whose decimal sign is the comma part fields by semicolons
    first_line = text.partition("\n")[0]
    delimiter = ";" if ";" in first_line and "," not in first_line else ","
    out: list[tuple[str, ConfiguredRecipient]] = []
    try:
        rows = _rows(path, text, delimiter, problems)
        for line, row in rows:
            fields = _fields(row, "," if delimiter == ";" else ";")
            try:
                out.append((f"{path}:{line}", ConfiguredRecipient.model_validate(fields)))
            except ValidationError as error:
                found = problems_of(error, Tree(data=fields), ConfiguredRecipient)
                problems += [f"{path}:{line}: {shown_path(problem.path)}: {problem.message}" for problem in found]
    except csv.Error as error:
        raise ConfigError(f"{path}: is no CSV file: {error}; save it as CSV UTF-8") from None
    return out


def _rows(path: Path, text: str, delimiter: str, problems: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with its line and its filled fields by column. Raises ConfigError for columns that are none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = [name.strip().lower() for name in next(reader, [])]
    unknown = [name for name in header if name not in COLUMNS]
    if "address" not in header or unknown or len(set(header)) != len(header):
        raise ConfigError(
            f"{path}:1: the first line names the columns, address and any of name, formats, watch, each once; "
            f"it has: {', '.join(header) or 'nothing'}"
        )
    for values in reader:
        line = reader.line_num
        if not any(value.strip() for value in values):
            continue
        if len(values) > len(header):
            problems.append(
                f"{path}:{line}: has {len(values)} fields and there are {len(header)} columns; "
                "put a field that holds the separator into quotes"
            )
            continue
        yield line, {name: value.strip() for name, value in zip(header, values, strict=False) if value.strip()}


def _fields(row: dict[str, str], separator: str) -> dict[str, object]:
    def parted(value: str) -> Sequence[str]:
        return tuple(piece.strip() for piece in value.split(separator) if piece.strip())

    return {name: parted(value) if name in ("formats", "watch") else value for name, value in row.items()}
