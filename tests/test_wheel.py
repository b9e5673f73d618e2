"""The wheel works outside the checkout: an empty environment, another folder, templates and model from the package."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, expected: int = 0) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == expected, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("briefing-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel with its locked dependencies into an empty environment, and give its ``bin``."""
    folder = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    pip: list[str | Path] = [
        folder / "venv" / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    return folder / "venv" / "bin"


def test_the_wheel_holds_what_the_package_needs_and_nothing_else(wheel: Path) -> None:
    """Code, templates, model and licences are in it; tests and training are not."""
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "briefing/templates/briefing.html.j2",
        "briefing/templates/briefing.docx",
        "briefing/nlp/model/model.onnx.gz",
        "briefing/nlp/model/reading.onnx.gz",
    ):
        assert needed in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert {name.split("/")[0] for name in names if not name.startswith("briefing-")} == {"briefing"}


def test_a_briefing_is_made_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """Outside the checkout `briefing run FOLDER` writes every format: the checkout's, byte for byte."""
    made = json.loads(
        run(
            installed / "briefing",
            "run",
            ROOT / "seeds",
            "--date",
            "2022-09-20",
            "--out",
            "there",
            "--json",
            cwd=tmp_path,
        )
    )
    here: list[str | Path] = [
        sys.executable,
        "-m",
        "briefing",
        "run",
        ROOT / "seeds",
        "--date",
        "2022-09-20",
        "--out",
        tmp_path / "here",
    ]
    run(*here, cwd=ROOT)
    assert len(made["files"]) == 5
    for path in map(Path, made["files"]):
        assert (tmp_path / path).read_bytes() == (tmp_path / "here" / path.name).read_bytes(), path.name


def test_analyze_and_check_work_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """The model is found as package data."""
    lines = run(installed / "briefing", "analyze", ROOT / "seeds", "--jsonl", cwd=tmp_path).splitlines()
    assert [json.loads(line)["document"] for line in lines] == ["000_f0eb57323d2ae8b3"]
    run(installed / "briefing", "check", cwd=tmp_path)
