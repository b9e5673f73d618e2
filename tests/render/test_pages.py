"""The message in a real browser and under the linters of HTML and email: every kind of briefing, narrow and wide, light and dark."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from briefing.render import RenderSettings, TemplateSource, render_html
from tests.programs import require, run_script
from tests.render import briefings
from tests.render.pictures import check_picture

pytestmark = pytest.mark.slow
KEPT = Path(__file__).parent / "golden" / "messages"
PICTURES = (("seed", 600, "light"), ("rich", 600, "light"), ("rich", 600, "dark"), ("rich", 320, "light"), ("exotic", 320, "light"))
#: the pictures are kept at a third of their size
SMALLER = 3


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("pages")
    for name, make in briefings.ALL.items():
        (folder / f"{name}.html").write_bytes(render_html(make(), settings=RenderSettings(), templates=TemplateSource()))
    return [str(path) for path in sorted(folder.iterdir())]


def chromium() -> str:
    require("chromium")
    return str(shutil.which("chromium"))


def test_the_linters_find_nothing(pages: list[str]) -> None:
    """html-validate and caniemail; tests/node/lint.mjs says why each exception is one."""
    found = json.loads(run_script("lint.mjs", *pages))
    assert found == {name: [] for name in briefings.ALL}


def test_the_browser_finds_nothing(pages: list[str]) -> None:
    """At 320, 600 and 1200 px, light and dark: no accessibility violation of axe's, nothing wider than the window, no request,
    no script, and contrast enough even where a mail program inverts the colours."""
    found = json.loads(run_script("browse.mjs", chromium(), *pages))
    assert found == {name: [] for name in briefings.ALL}


def test_the_checks_find_what_is_wrong(tmp_path: Path) -> None:
    """Bad markup, a request, a script, a wide line, pale letters and a picture without words are each named."""
    page = tmp_path / "bad.html"
    page.write_text(
        "<!DOCTYPE html><html><head><title>x</title></head><body><p style='color:#bbbbbb;width:2000px'>pale</p>"
        "<script>alert(1)</script><img src='http://127.0.0.1:9/x.png'><div style='display:flex'></p></body></html>"
    )
    linted = "\n".join(json.loads(run_script("lint.mjs", str(page)))["bad"])
    assert "html-validate close-order" in linted and "does not know display:flex" in linted
    seen = "\n".join(json.loads(run_script("browse.mjs", chromium(), str(page)))["bad"])
    for words in ("asks for http://127.0.0.1:9/x.png", "a script ran", "px wide", "axe image-alt", "axe html-has-lang", "contrast 1.9"):
        assert words in seen, words


def test_pages_look_as_they_did(pages: list[str], tmp_path: Path) -> None:
    """Compared small and in shades of grey. ``BRIEFING_REGENERATE=1 .venv/bin/pytest --slow tests/render/test_pages.py`` keeps new
    pictures; look at them before you commit them."""
    files = {Path(page).stem: page for page in pages}
    shots = [tmp_path / f"{name}-{width}-{scheme}.png" for name, width, scheme in PICTURES]
    jobs = [(files[name], str(width), scheme, str(shot)) for (name, width, scheme), shot in zip(PICTURES, shots, strict=True)]
    run_script("photograph.mjs", chromium(), *(part for job in jobs for part in job))
    for shot in shots:
        with Image.open(shot) as image:
            image.reduce(SMALLER).save(shot)
        check_picture(shot, KEPT / shot.name)
