"""Actors, positions, next steps, dates and kinds against hand-annotated articles.

    python -m benchmarks.extraction ../shared [--misses]

The argument is the folder that holds ``gold`` (articles and annotations) and ``bench`` (the scorer).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.model import analyses, score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    gold = arguments.shared / "gold"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "gold.jsonl"
        analyses([gold / "text"], out)
        misses = ["--misses"] if arguments.misses else []
        print(score(arguments.shared / "bench" / "score_briefing.py", gold, gold / "text", out, *misses))


if __name__ == "__main__":
    main()
