"""One run over a folder of many documents: documents per second and peak memory.

python -m benchmarks.documents FOLDER [--date D]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--date", default="2022-12-01")
    arguments = parser.parse_args()
    count = sum(p.is_file() for p in arguments.folder.rglob("*"))
    with tempfile.TemporaryDirectory() as out:
        began = time.perf_counter()
        command = [sys.executable, "-m", "briefing", "run", str(arguments.folder), "--date", arguments.date, "--out", out]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(done.stderr.strip().splitlines()[0])
    print(f"{count} documents in {took:.0f} s: {count / took:.1f} documents/s, peak memory {peak:.0f} MB, exit code {done.returncode}")


if __name__ == "__main__":
    main()
