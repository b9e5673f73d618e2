"""What is in deploy/ works as far as can be seen without root and without a container engine."""

from __future__ import annotations

import fnmatch
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from briefing.cli import build_parser
from briefing.config import parse_config
from briefing.config_keys import Config
from briefing.health import WRITTEN_EVERY_S

ROOT = Path(__file__).parent.parent
UNIT = (ROOT / "deploy" / "briefing.service").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def unit() -> dict[str, str]:
    return dict(line.split("=", 1) for line in UNIT.splitlines() if re.match(r"\w+=", line))


def instructions() -> list[tuple[str, str]]:
    """The instructions of the container file, each with its words on one line."""
    text = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def test_the_unit_is_well_formed(tmp_path: Path) -> None:
    """systemd's own check finds nothing, with the program at a place where this machine has one."""
    verify = shutil.which("systemd-analyze")
    if verify is None:
        if os.environ.get("CI"):
            pytest.fail("systemd-analyze is not installed: apt-get install systemd")
        pytest.skip("systemd-analyze is not installed: apt-get install systemd")
    program = tmp_path / "briefing"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    copy = tmp_path / "briefing.service"
    copy.write_text(UNIT.replace("/opt/briefing/bin/briefing", str(program)).replace("User=briefing", "User=root"))
    done = subprocess.run([verify, "verify", "--man=no", str(copy)], capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if "briefing.service" in line]
    assert (done.returncode, said) == (0, [])


def test_the_unit_s_commands_and_times_fit_the_program() -> None:
    """Its command line is one that the program takes; it waits longer than the program does."""
    entries = unit()
    program, *arguments = shlex.split(entries["ExecStart"])
    parsed = build_parser().parse_args(arguments)
    assert (program, parsed.command, parsed.log_format) == ("/opt/briefing/bin/briefing", "serve", "json")
    assert float(entries["TimeoutStopSec"]) > Config().service.stop_seconds + 10
    assert float(entries["WatchdogSec"]) > 5 * WRITTEN_EVERY_S
    assert entries["Type"] == "notify" and entries["ExecReload"] == "/bin/kill -HUP $MAINPID"
    assert entries["ReadWritePaths"] == entries["WorkingDirectory"] == str(parsed.config.parent)


def test_the_image_s_commands_are_the_program_s() -> None:
    """What it runs, and what asks whether it is well, are command lines that the program takes."""
    last = {name: words for name, words in instructions() if name in ("ENTRYPOINT", "CMD", "HEALTHCHECK", "STOPSIGNAL")}
    command = json_words(last["ENTRYPOINT"]) + json_words(last["CMD"])
    assert build_parser().parse_args(command[1:]).command == "serve"
    health = json_words(last["HEALTHCHECK"].split("CMD", 1)[1])
    assert build_parser().parse_args(health[1:]).command == "health"
    assert command[0] == health[0] == "briefing" and last["STOPSIGNAL"] == "SIGTERM"


def json_words(text: str) -> list[str]:
    return re.findall(r'"([^"]*)"', text)


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    """Each source of a COPY is in the checkout, and in what .dockerignore lets through."""
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    for name, words in instructions():
        if name == "COPY" and "--from" not in words:
            *sources, _ = words.split()
            for source in sources:
                assert (ROOT / source).exists(), source
                assert any(fnmatch.fnmatch(source, pattern) for pattern in allowed), source


@pytest.mark.slow
def test_the_image_s_steps_build_a_program_that_runs(tmp_path: Path) -> None:
    """Its COPY and RUN lines, done in a folder in place of the image, with packages that are installed already."""
    places = {"/opt/": f"{tmp_path}/opt/", "/wheels": f"{tmp_path}/wheels"}
    build = tmp_path / "build"
    build.mkdir()
    for name, words in instructions()[: [name for name, _ in instructions()].index("FROM", 1)]:
        if name == "COPY":
            *sources, target = words.split()
            for source in sources:
                if (ROOT / source).is_dir():
                    shutil.copytree(ROOT / source, build / target, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(ROOT / source, build / target)
        elif name == "RUN" and "--require-hashes" in words:
            # the packages of this environment stand for those of the lock, which are the same
            venv = Path(places["/opt/"] + shlex.split(words)[0].split("/")[2])
            (site,) = venv.glob("lib/python*/site-packages")
            (site / "here.pth").write_text("\n".join(p for p in sys.path if p.endswith("site-packages")))
        elif name == "RUN":
            for old, new in places.items():
                words = words.replace(old, new)
            words = words.replace("python -m venv", f"{sys.executable} -m venv")
            done = subprocess.run(["sh", "-ec", words], cwd=build, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    command = [f"{tmp_path}/opt/briefing/bin/briefing", "run", str(ROOT / "seeds"), "--date", "2022-09-20"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 5


def test_the_readme_s_schedules_are_valid() -> None:
    """With the section on email, word for word, they are a configuration."""
    blocks = re.findall(r"(?:^ {4}.*\n)+", README, re.MULTILINE)
    schedules = next(textwrap.dedent(block) for block in blocks if "schedules:" in block)
    email = next(textwrap.dedent(block) for block in blocks if "audiences:" in block and "email:" in block)
    config = parse_config(schedules + email, "README.md")
    assert [schedule.name for schedule in config.schedules] == ["morning", "week"]


def test_the_readme_s_line_for_cron_is_one() -> None:
    """Five fields, then a command line that the program takes."""
    (line,) = re.findall(r"^ {4}(\*/5 .*)$", README, re.MULTILINE)
    assert len(re.match(r"(?:[\d*/,-]+ ){5}", line).group().split()) == 5  # type: ignore[union-attr]
    assert build_parser().parse_args(shlex.split(line.split("/bin/briefing", 1)[1])).due
