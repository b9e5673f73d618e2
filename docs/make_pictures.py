"""Make the pictures of README.md: the seed as email, Word document and plain text, and the second day of the three-day example.

    make pictures

Needs chromium, libreoffice-writer and poppler-utils. The pictures show the day of the seed's article, so that they do
not change from day to day.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from briefing.cli import main as briefing

HERE = Path(__file__).parent
DAY = "2022-09-20"
EXAMPLE = HERE.parent / "examples" / "three-days"
EXAMPLE_DAYS = ("2031-05-05", "2031-05-08")
WIDTH, HEIGHT = 680, 1500
COLOURS = 128


def main() -> int:
    missing = [name for name in ("chromium", "soffice", "pdftoppm") if shutil.which(name) is None]
    if missing:
        raise SystemExit(f"make pictures needs {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        code = briefing(["run", str(HERE.parent / "seeds"), "--date", DAY, "--out", str(work)])
        if code:
            return code
        stem = work / f"briefing-{DAY}"
        _photograph(stem.with_suffix(".html"), HERE / "briefing-email.png", work)
        plain = work / "plain.html"
        text = html.escape(stem.with_suffix(".txt").read_text(encoding="utf-8"))
        style = "margin:24px;font:14px/1.35 monospace;white-space:pre"
        plain.write_text(f'<!doctype html><meta charset="utf-8"><body style="{style}">{text}', encoding="utf-8")
        _photograph(plain, HERE / "briefing-text.png", work)
        _print(stem.with_suffix(".docx"), HERE / "briefing-docx.png", work)
        _photograph(_second_day(work), HERE / "three-days.png", work)
    return 0


def _second_day(work: Path) -> Path:
    """Make the first two briefings of the three-day example, and give the second."""
    place = work / "examples" / "three-days"
    place.mkdir(parents=True)
    shutil.copy(EXAMPLE / "config.yaml", place)
    for day in EXAMPLE_DAYS:
        shutil.copytree(EXAMPLE / day, work / "out" / "three-days" / "documents" / day)
        if briefing(["run", "--config", str(place / "config.yaml"), "--schedule", "morning", "--date", day]):
            raise SystemExit(f"the example of {day} could not be made")
    return work / "out" / "three-days" / f"morning-{EXAMPLE_DAYS[-1]}.html"


def _print(document: Path, picture: Path, work: Path) -> None:
    """Picture the first page as a word processor lays it out, with a profile of its own: a running one would take the job away."""
    _run(
        "soffice",
        f"-env:UserInstallation={(work / 'office').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(work),
        str(document),
    )
    page = work / "page"
    _run("pdftoppm", "-png", "-r", "90", "-f", "1", "-l", "1", "-singlefile", str(work / f"{document.stem}.pdf"), str(page))
    _keep(page.with_suffix(".png"), picture)


def _photograph(page: Path, picture: Path, work: Path) -> None:
    shot = work / "shot.png"
    _run(
        "chromium",
        "--headless=new",
        "--no-sandbox",
        "--hide-scrollbars",
        "--disable-gpu",
        f"--user-data-dir={work / 'profile'}",
        f"--window-size={WIDTH},{HEIGHT}",
        f"--screenshot={shot}",
        page.as_uri(),
    )
    _keep(shot, picture)


def _keep(shot: Path, picture: Path) -> None:
    """Keep a picture in few colours, the rare ones among them: a repository carries it for ever."""
    with Image.open(shot) as image:
        image.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(picture, optimize=True)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr.strip()[-500:]}")


if __name__ == "__main__":
    sys.exit(main())
