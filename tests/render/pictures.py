"""Compares a picture of a page with the one that was looked at and kept, letter shapes aside.

``BRIEFING_REGENERATE=1 .venv/bin/pytest tests/render --slow`` writes the kept ones anew, of the message and of the Word document, with
the golden renditions; look at them before you commit them.
"""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image, ImageChops

#: shades of grey that are kept: a repository carries pictures for ever
_SHADES = 16
#: squares of so many spots are compared by their mean, so that letter shapes and a word more or less do not count; a square differs
#: by more than so much of 255, and a page by more than so large a share of its squares
_SQUARE, _LEVEL = 8, 8
TOLERANCE = 0.025


def check_picture(shot: Path, kept: Path) -> None:
    """Fail where a page no longer looks as it did. A kept one that still serves is not written anew."""
    with Image.open(shot) as page:
        grey = page.convert("L")
    if os.environ.get("BRIEFING_REGENERATE") and not (kept.is_file() and _distance(grey, kept) <= TOLERANCE):
        kept.parent.mkdir(parents=True, exist_ok=True)
        grey.quantize(_SHADES).save(kept, optimize=True)
    assert kept.is_file(), f"{kept} is missing: run with BRIEFING_REGENERATE=1"
    share = _distance(grey, kept)
    assert share <= TOLERANCE, f"{shot} looks other than {kept}: {share:.1%} of it differ"


def _distance(grey: Image.Image, kept: Path) -> float:
    with Image.open(kept) as image:
        return difference(grey, image.convert("L"))


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of squares that differ; all of them where the sizes do."""
    if one.size != other.size:
        return 1.0
    squares = (max(1, one.width // _SQUARE), max(1, one.height // _SQUARE))
    first, second = (image.resize(squares, Image.Resampling.BOX) for image in (one, other))
    counts = ImageChops.difference(first, second).histogram()
    return sum(counts[_LEVEL:]) / (squares[0] * squares[1])
