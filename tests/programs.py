"""Programs that a user has around a briefing and the tests use for real: without them a test is skipped by name, and fails in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

NODE = Path(__file__).parent / "node"


def require(*commands: str) -> None:
    """Skip the test where a command is missing; where CI is set, fail."""
    missing = [command for command in commands if shutil.which(command) is None]
    if missing:
        _without(f"{' and '.join(missing)} not installed; .ci/run names the packages")


def require_root() -> None:
    """Skip the test, or fail it where CI is set, for want of the rights to start a server as its own user."""
    if os.geteuid() != 0:
        _without("needs to be run as root")


def node_program(path: str) -> str:
    """Give a program that came with the packages of tests/node; skip or fail as `require` does."""
    program = NODE / "node_modules" / path
    if not program.exists():
        _without(f"{path} not installed (or not made for this machine); run npm ci in tests/node")
    return str(program)


def run_script(name: str, *arguments: str) -> str:
    """Run a script of tests/node and give what it prints; skip or fail as `require` does."""
    require("node")
    if not (NODE / "node_modules").is_dir():
        _without("tests/node/node_modules is missing; run npm ci in tests/node")
    done = subprocess.run(["node", str(NODE / name), *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _without(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
