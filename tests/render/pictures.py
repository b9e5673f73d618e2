"""Compares a picture of a page with the one that was looked at and kept, letter shapes aside.

``BRIEFING_REGENERATE=1 .venv/bin/pytest tests/render --slow`` writes the kept ones anew, of the message and of the Word document, with
the golden renditions; look at them before you commit them.
"""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

#: shades of grey that are kept: a repository carries pictures for ever
_SHADES = 8
#: so much may a spot of the blurred page differ (of 255), and so large a share of all spots may differ by more
_SPOT, _SHARE = 48, 0.004


def check_picture(shot: Path, kept: Path) -> None:
    """Fail where a page no longer looks as it did; the new one is left beside the shot for a look."""
    with Image.open(shot) as page:
        grey = page.convert("L")
    if os.environ.get("BRIEFING_REGENERATE"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        grey.quantize(_SHADES).save(kept, optimize=True)
    assert kept.is_file(), f"{kept} is missing: run with BRIEFING_REGENERATE=1"
    with Image.open(kept) as image:
        share = difference(grey, image.convert("L"))
    assert share <= _SHARE, f"{shot} looks other than {kept}: {share:.1%} of it differ"


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of spots that differ; all of them where the sizes do."""
    if one.size != other.size:
        return 1.0
    first, second = (image.filter(ImageFilter.GaussianBlur(2)) for image in (one, other))
    counts = ImageChops.difference(first, second).histogram()
    return sum(counts[_SPOT:]) / (one.width * one.height)
