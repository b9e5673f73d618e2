"""The layers are what they say: the imports of every module are read, and a breach is named."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STAGES = ("ingest", "nlp", "compose", "render", "deliver")
FOUNDATION = {"models", "errors", "characters", "calendar_names"}
CONFIGURATION = {"config", "config_keys", "config_errors", "strict_yaml"}
#: what each part of the package may import besides itself; a part that is not named here fails the test
ALLOWED: dict[str, set[str]] = {
    "models": {"errors"},
    "errors": {"models"},
    "characters": set(),
    "calendar_names": set(),
    **dict.fromkeys(STAGES, FOUNDATION),
    "store": FOUNDATION,
    # slot arithmetic: pure
    "schedule": {"calendar_names"},
    "log_context": set(),
    # slots from due to settled, whatever is made of them
    "attempts": {*FOUNDATION, "schedule", "store", "log_context"},
    **dict.fromkeys(CONFIGURATION, FOUNDATION | CONFIGURATION),
    # records to bytes and files, for the pipeline and the commands
    "analysis_json": FOUNDATION,
    "analysis_codec": FOUNDATION,
    "output": FOUNDATION,
    # configuration → each stage's settings
    "wiring": {*FOUNDATION, *CONFIGURATION, *STAGES, "schedule"},
    # the pipeline's first two steps
    "window": {*FOUNDATION, "store"},
    "analyst": {*FOUNDATION, "nlp", "store", "analysis_codec"},
    "reading": {*FOUNDATION, "ingest", "window", "analyst"},
    "pipeline": {*FOUNDATION, *CONFIGURATION, *STAGES, "store", "wiring", "window", "analyst", "reading", "output"},
    "audience": {*FOUNDATION, *CONFIGURATION, "wiring", "deliver"},
    "mailing": {*FOUNDATION, *CONFIGURATION, "pipeline", "wiring", "deliver", "store", "output"},
    # how a slot of a configured schedule is made, for the daemon and the commands
    "scheduled": {*FOUNDATION, *CONFIGURATION, "store", "attempts", "log_context", "pipeline", "compose", "wiring", "audience", "mailing"},
    "health": FOUNDATION,
    "daemon": {*FOUNDATION, *CONFIGURATION, "store", "schedule", "attempts", "scheduled", "health", "wiring", "mailing"},
    # renditions of a finished briefing, in the browser
    "preview": {*FOUNDATION, "render"},
}
#: these stand above the pipeline: they may import all of it, and none of it imports them
TOP = {"cli", "commands", "__main__", "__init__"}
BANNED_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}

MODULES = sorted((ROOT / "briefing").rglob("*.py"))


def part_of(module: Path) -> str:
    return module.relative_to(ROOT / "briefing").parts[0].removesuffix(".py")


def imports_of(module: Path) -> Iterator[tuple[int, str]]:
    """Yield line and part for every import of ours, also those inside functions and under TYPE_CHECKING."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import hides the layer that it reaches into"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == "briefing" and rest:
                yield node.lineno, rest.split(".")[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(module: Path) -> None:
    """Stages know the records and themselves; only the pipeline knows their order; nothing knows the command line."""
    part = part_of(module)
    if part in TOP:
        return
    assert part in ALLOWED, f"{module}: {part} has no layer yet; give it one in ALLOWED"
    for line, imported in imports_of(module):
        where = f"{module.relative_to(ROOT)}:{line}"
        assert imported == part or imported in ALLOWED[part], f"{where}: {part} must not import {imported}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_named_for_what_it_is_about(module: Path) -> None:
    """A drawer for everything is no name."""
    assert module.stem not in BANNED_NAMES


def test_a_breach_is_found(tmp_path: Path) -> None:
    """The reader sees through aliases, functions and TYPE_CHECKING blocks."""
    module = tmp_path / "x.py"
    module.write_text("def f():\n    from briefing.store import outbox as o\nimport briefing.config as c\nimport briefing\n")
    assert sorted(imports_of(module)) == [(2, "store"), (3, "config")]
