"""The language model's rows: attribution, mentions, sentence ends, speed, memory, size.

    python -m benchmarks.model ../shared

The argument is the folder that holds ``bench`` (scorers) and ``data`` (corpora).
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing.nlp.annotate import SHIPPED, load_annotator
from training.corpora import is_held_out, read_treebank


def analyses(paths: list[Path], out: Path) -> float:
    """Write what `briefing analyze` gives for files and folders; return the peak memory of that process in MB."""
    command = [sys.executable, "-m", "briefing", "analyze", *map(str, paths), "--jsonl"]
    with out.open("w", encoding="utf-8") as file:
        subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=False)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def score(*command: str | Path) -> str:
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=True).stdout


def sentence_ends(path: Path, genre: str | None) -> tuple[float, float, float]:
    """Precision, recall and F1 of where sentences end, in percent, on raw text."""
    annotator = load_annotator()
    right = predicted = wanted = 0
    for example in read_treebank(path, genre=genre):
        words = example.words or ()
        last: dict[int, int] = {}
        for word in words:
            last[word.sentence] = max(last.get(word.sentence, 0), word.span[1])
        gold = set(last.values())
        found = {s.end for s in annotator.annotate(example.text).sentences}
        right, predicted, wanted = right + len(gold & found), predicted + len(found), wanted + len(gold)
    p, r = 100 * right / max(1, predicted), 100 * right / max(1, wanted)
    return p, r, 2 * p * r / max(1e-9, p + r)


def pud(path: Path) -> tuple[float, float, float]:
    """Precision, recall and F1 of persons, organizations and places on the parallel treebank's news, spans and kinds exact."""
    annotator = load_annotator()
    kinds = {"PER": "person", "ORG": "organization", "LOC": "place"}
    right = predicted = wanted = 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), None)
        if text is None:
            continue
        gold: list[list[int | str]] = []
        at = 0
        for word, tag in (line.split("\t")[1:3] for line in lines if line and line[0].isdigit()):
            start = text.find(word, at)
            at = start + len(word)
            if tag.startswith("B-") or (tag.startswith("I-") and not gold):
                gold.append([start, at, kinds[tag[2:]]])
            elif tag.startswith("I-"):
                gold[-1][1] = at
        named = [(m.span, m.kind) for m in annotator.annotate(text).mentions if m.kind in kinds.values()]
        ours = {(_bare(text, *span), kind) for span, kind in named}
        theirs = {(_bare(text, int(s), int(e)), str(kind)) for s, e, kind in gold}
        right, predicted, wanted = right + len(ours & theirs), predicted + len(ours), wanted + len(theirs)
    p, r = 100 * right / max(1, predicted), 100 * right / max(1, wanted)
    return p, r, 2 * p * r / max(1e-9, p + r)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without a leading article or a trailing possessive, as the other scorers compare them."""
    if text[start:end].lower().startswith("the "):
        start += 4
    return start, end - 2 if text[start:end].endswith(("’s", "'s")) else end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    shared: Path = parser.parse_args().shared
    data, bench = shared / "data", shared / "bench"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        analyses([data / "polnear" / "dev" / "text"], work / "dev.jsonl")
        print("attribution, PolNeAR dev\n" + score(bench / "score_attribution.py", data / "polnear" / "dev", work / "dev.jsonl"))
        newswire = data / "newswire-ner"
        names = [p.stem for p in sorted((newswire / "tokens").glob("*.tsv")) if is_held_out(p.stem)]
        (work / "tokens").mkdir()
        for name in names:
            (work / "tokens" / f"{name}.tsv").write_bytes((newswire / "tokens" / f"{name}.tsv").read_bytes())
        peak = analyses([newswire / "text" / f"{name}.txt" for name in names], work / "news.jsonl")
        print(f"mentions, {len(names)} newswire articles not trained on")
        print(score(bench / "score_mentions.py", work / "tokens", newswire / "text", work / "news.jsonl"))
    print("mentions, UNER PUD: P {:.1f} R {:.1f} F1 {:.1f}".format(*pud(data / "ner" / "pud" / "en_pud-ud-test.iob2")))
    for title, path, genre in (
        ("GUM news, dev", data / "treebank" / "gum-dev.conllu", "news"),
        ("EWT, dev", data / "treebank" / "ewt-dev.conllu", None),
    ):
        print(f"sentence ends, {title}: P {{:.1f}} R {{:.1f}} F1 {{:.1f}}".format(*sentence_ends(path, genre)))
    began = time.perf_counter()
    annotator = load_annotator()
    loaded = time.perf_counter() - began
    texts = [p.read_text(encoding="utf-8", errors="replace") for p in sorted((newswire / "text").glob("*.txt"))[:150]]
    began = time.perf_counter()
    for text in texts:
        annotator.annotate(text)
    words = sum(len(t.split()) for t in texts)
    print(f"speed: {words / (time.perf_counter() - began):.0f} words/s after a load of {loaded:.2f} s")
    print(f"peak memory of `briefing analyze` on {len(names)} articles: {peak:.0f} MB")
    print(f"model files: {sum(p.stat().st_size for p in SHIPPED.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
