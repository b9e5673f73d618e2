"""README.md is true: its commands run, its Python runs, its links lead somewhere, its reference is the configuration's."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from briefing.cli import build_parser, main
from docs import make_reference

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [line.strip() for line in TEXT.splitlines() if line.startswith("    ") and "briefing" in line]


def test_the_reference_is_that_of_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make reference` would change nothing."""
    monkeypatch.setattr(sys, "argv", ["make_reference", "--check"])
    assert make_reference.main() == 0


def test_every_command_in_it_exists() -> None:
    """Commands and their options are what the parser knows, and every command is mentioned."""
    parser = build_parser()
    for line in SHELL:
        if ".venv/bin/briefing" in line:
            arguments = shlex.split(line.split(".venv/bin/briefing", 1)[1])
            parser.parse_args(arguments)
    known = re.search(r"\{([\w,]+)\}", parser.format_usage()) or re.search(r"COMMAND", parser.format_usage())
    assert known
    for name in re.findall(r"`briefing (\w+)", TEXT):
        parser.parse_args([name, "x"] if name == "analyze" else [name])


def test_its_make_targets_exist() -> None:
    """And those that take arguments pass them on."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", TEXT, re.MULTILINE))
    assert {"briefing", "test"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_seed_s_day_works_as_written(tmp_path: Path) -> None:
    """`make briefing ARGS="--date 2022-09-20"` is `briefing run` with these arguments in the checkout."""
    (arguments,) = re.findall(r'make briefing ARGS="([^"]+)"', TEXT)
    assert main(["run", "--config", str(ROOT / "config.yaml"), *shlex.split(arguments), "--out", str(tmp_path)]) == 0


def test_its_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Word for word, in a folder that has the seeds."""
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert (tmp_path / "out" / "briefing-2022-09-20.docx").is_file()


def test_its_links_lead_somewhere() -> None:
    """Pictures and files are in the repository."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target
