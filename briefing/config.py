"""config.yaml: what a user may set, read strictly into frozen records.

Every wrong setting is reported at once, each with file, line, key, value and what to write instead. Relative paths
start at the folder that config.yaml lies in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from briefing.config_errors import problems_of
from briefing.config_keys import Config
from briefing.errors import ConfigError
from briefing.strict_yaml import Problem, Tree, read_yaml, shown_path

DEFAULT_NAME = "config.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class LoadedConfig:
    """A valid configuration, and where its relative paths start. ``path`` is None when there is no file."""

    config: Config
    path: Path | None
    base: Path


def load_config(path: Path | None = None, *, folder: Path | None = None) -> LoadedConfig:
    """Read and check a configuration; without a path ``config.yaml`` in ``folder`` is read, if it is there.

    Raises ConfigError, one line for each thing that is wrong.
    """
    if path is None:
        path = (folder or Path.cwd()) / DEFAULT_NAME
        if not path.exists():
            return LoadedConfig(config=Config(), path=None, base=path.parent)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file; name the configuration with --config") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from None
    return LoadedConfig(config=parse_config(text, str(path)), path=path, base=path.parent)


def parse_config(text: str, name: str) -> Config:
    """Check the text of a configuration; ``name`` is what the errors call the file."""
    tree = read_yaml(text)
    if not tree.problems and tree.data is not None and not isinstance(tree.data, dict):
        tree.problems.append(Problem(line=1, path=(), message="is no mapping; write keys, as in title: Daily briefing"))
    config = Config()
    if not tree.problems:
        try:
            # strict JSON mode takes lists for tuples, as YAML's data has them, and converts nothing else
            config = Config.model_validate_json(json.dumps(tree.data or {}))
        except ValidationError as error:
            tree.problems += problems_of(error, tree, Config)
        else:
            tree.problems += _cross_check(config, tree)
    if tree.problems:
        lines = sorted(tree.problems, key=lambda problem: problem.line)
        raise ConfigError("\n".join(_shown(problem, name) for problem in lines))
    return config


def _shown(problem: Problem, name: str) -> str:
    key = shown_path(problem.path)
    return f"{name}:{problem.line}: {key + ': ' if key else ''}{problem.message}"


def _cross_check(config: Config, tree: Tree) -> list[Problem]:
    """Check what one key says of another: names that lead nowhere, names given twice, mail without a way to send it."""
    out: list[Problem] = []

    def wrong(path: tuple[str | int, ...], message: str) -> None:
        out.append(Problem(line=tree.line(path), path=path, message=message))

    names = [config.source_name(source) for source in config.sources]
    for index, name in enumerate(names):
        if name in names[:index]:
            wrong(("sources", index), f"{name!r} is the name of two sources; give one of them another name")
    taken: set[str] = set()
    for index, schedule in enumerate(config.schedules):
        if schedule.name in taken:
            wrong(("schedules", index, "name"), f"{schedule.name!r} is the name of two schedules; rename one")
        taken.add(schedule.name)
        for position, source in enumerate(schedule.sources or ()):
            if source not in names:
                there = ", ".join(names) or "none"
                wrong(("schedules", index, "sources", position), f"{source!r} is no source; there are: {there}")
        if schedule.audience is not None and schedule.audience not in config.audiences:
            there = ", ".join(config.audiences) or "none"
            wrong(("schedules", index, "audience"), f"{schedule.audience!r} is no audience; there are: {there}")
        elif schedule.audience is not None and config.email is None:
            wrong(("schedules", index, "audience"), "nothing can be sent without the section email; add it")
    if config.operator is not None and config.email is None:
        wrong(("operator",), "an alert cannot be sent without the section email; add it")
    return out
