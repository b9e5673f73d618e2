"""Count in how many news articles each word stands, by its stem: what tells stories apart is rare in the news at large, not in one day's.

python -m training.words DATA
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from pathlib import Path

from briefing.compose.commonness import COUNTS
from briefing.compose.terms import STOPWORDS, stem, words_of

FOLDERS = (Path("newswire-ner", "text"), Path("polnear", "train", "text"))
#: a word of fewer articles is as rare as one of none
LEAST = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=COUNTS)
    parser.add_argument("--except", dest="without", type=Path, help="a file of names of articles that are left out, to measure on them")
    args = parser.parse_args()
    without = set(args.without.read_text(encoding="utf-8").split()) if args.without else set()
    files = [f for folder in FOLDERS for f in sorted((args.data / folder).glob("*.txt")) if f.name not in without]
    counts = Counter(
        term for f in files for term in {stem(w) for w in words_of(f.read_text(encoding="utf-8", errors="replace")) if w not in STOPWORDS}
    )
    common = sorted((term, n) for term, n in counts.items() if n >= LEAST)
    lines = [str(len(files)), *(f"{term}\t{n}" for term, n in common)]
    args.out.parent.mkdir(exist_ok=True)
    with open(args.out, "wb") as handle, gzip.GzipFile(fileobj=handle, mode="wb", mtime=0) as packed:
        packed.write("\n".join(lines).encode())
    print(f"{len(files)} articles, {len(common)} words, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
