"""Time the renditions of a briefing of 500 positions and 200 next steps.

    .venv/bin/python -m benchmarks.rendering

The bounds: a second for HTML and text together, three for the Word document. Processor time is what counts, the best of three.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from briefing.render import RenderSettings, TemplateSource, render_docx, render_html, render_text
from tests.render.briefings import oversize

ROUNDS = 3
BOUNDS_S = {"HTML and text": 1.0, "Word": 3.0}


def main() -> int:
    """Print a row for each bound, and say with the exit code whether all hold."""
    made, settings, templates = oversize(), RenderSettings(), TemplateSource()
    work: dict[str, Callable[[], int]] = {
        "HTML and text": lambda: (
            len(render_html(made, settings=settings, templates=templates)) + len(render_text(made, settings=settings, templates=templates))
        ),
        "Word": lambda: len(render_docx(made, settings=settings, templates=templates)),
    }
    print(f"{len(made.positions)} positions, {len(made.next_steps)} next steps, {len(made.sources)} sources")
    print(f"{'':15}{'KiB':>8}{'seconds':>10}{'bound':>8}")
    slow = 0
    for name, render in work.items():
        best, size = min(_timed(render) for _ in range(ROUNDS))
        slow += best > BOUNDS_S[name]
        print(f"{name:15}{size / 1024:8.0f}{best:10.2f}{BOUNDS_S[name]:8.1f}")
    return 1 if slow else 0


def _timed(render: Callable[[], int]) -> tuple[float, int]:
    began = time.process_time()
    size = render()
    return time.process_time() - began, size


if __name__ == "__main__":
    sys.exit(main())
