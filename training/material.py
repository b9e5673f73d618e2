"""Texts with what is known of them, ready to be cut into windows: attributions of PolNeAR, what readers found in the newswire.

    python -m training.material DATA FOLDER OUT [--exclude NAMES]

FOLDER is an exported model: where a reader's position has "he said" within, its cues and sources say which words those are. OUT is a
file that `training.teacher` and `training.pupil` read, on whatever machine they run.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from briefing.nlp import labels
from briefing.nlp.annotate import Annotator, features_of, load_annotator
from briefing.nlp.pieces import Pieces, cut_windows, read_pieces
from training import reading, told
from training.corpora import Span, read_newswire, read_polnear, read_text
from training.windows import IGNORE, STRAIGHT, Link, Tokenized, frame, grouped, links_of, tokenize

ROLES = len(labels.ROLE_LABELS)
_CONTENT = labels.ROLE_LABELS.index("B-content")
#: how often a text is read with straight quotation marks in the place of curly ones
_STRAIGHTENED = 0.35
Range = tuple[int, int]


class Known(NamedTuple):
    """A text and what is known of it."""

    name: str
    #: the part of the articles that readers read (`told.part_of`), None for a text of none
    part: int | None
    text: str
    pieces: Pieces
    #: which role labels a piece may have; None where nothing is known
    allowed: NDArray[np.bool_] | None
    #: the attributions by role; a role that is not known is missing
    attributions: list[dict[str, list[Range]]]
    read: told.Article | None


class Window(NamedTuple):
    """A stretch of a text; places count from the CLS piece at 0."""

    features: dict[str, NDArray[np.int64]]
    first: NDArray[np.bool_]
    allowed: NDArray[np.bool_] | None
    links: list[Link]
    candidates: dict[str, list[Range]]
    read: reading.Window | None


def polnear(folder: Path, tokenizer: Tokenizer) -> Iterator[list[Known]]:
    """Each article of a PolNeAR split, as it is and with straight quotation marks."""
    for example in read_polnear(folder):
        forms = [tokenize(tokenizer, example)]
        if example.text != example.text.translate(STRAIGHT):
            forms.append(tokenize(tokenizer, example, straight=True))
        yield [_annotated(form) for form in forms]


def _annotated(form: Tokenized) -> Known:
    target = form.targets["roles"]
    allowed = (target[:, None] == np.arange(ROLES)) & (target != IGNORE)[:, None]
    return Known(form.example.name, None, form.text, form.pieces, allowed, form.ranges, None)


def newswire(data: Path, tokenizer: Tokenizer, annotator: Annotator, exclude: frozenset[str]) -> Iterator[Known]:
    """What readers read, then the other articles, of which nothing is known."""
    seen = set()
    for article in told.read_articles(data):
        seen.add(Path(article.name).stem)
        spoken = [s for a in annotator.annotate(article.text).attributions for s in (*a.source, *a.cue)]
        yield _held(article, read_pieces(tokenizer, article.text), [(s.start, s.end) for s in spoken])
    for example in read_newswire(data / "newswire-ner", held_out=False, exclude=exclude | seen):
        text = read_text(data / "newswire-ner" / "text" / f"{example.name}.txt")
        yield Known(example.name, None, text, read_pieces(tokenizer, text), None, [], None)


def _held(article: told.Article, pieces: Pieces, spoken: Sequence[Span]) -> Known:
    """What a reader found as attributions: a content where words are held and none elsewhere, whatever the cue and the source."""
    allowed = np.repeat(pieces.first[:, None], ROLES, axis=1)
    allowed[:, [_CONTENT, _CONTENT + 1]] = False
    aside = np.zeros(len(pieces), dtype=bool)
    for span in spoken:
        start, end = pieces.within(*span)
        aside[start:end] = True
    attributions: list[dict[str, list[Range]]] = []
    taken = np.zeros(len(pieces), dtype=bool)
    for content in sorted(article.contents, key=lambda c: c.place[0] - c.place[1]):
        start, end = pieces.within(*content.place)
        if start >= end or taken[start:end].any():
            continue
        taken[start:end] = True
        # an aside that a content begins or ends with is part of it
        inner = aside[start:end] & np.maximum.accumulate(~aside[start:end]) & np.maximum.accumulate(~aside[start:end][::-1])[::-1]
        ranges: list[Range] = []
        for at in range(start, end):
            if inner[at - start]:
                continue
            if not ranges or ranges[-1][1] != at:
                ranges.append((at, at))
                allowed[at] = np.arange(ROLES) == _CONTENT
            else:
                allowed[at] = (np.arange(ROLES) == _CONTENT + 1) & bool(pieces.first[at])
            ranges[-1] = (ranges[-1][0], at + 1)
        attributions.append({"content": ranges})
    return Known(article.name, told.part_of(article.name), article.text, pieces, allowed, attributions, article)


def cut(known: Known, limit: int) -> list[Window]:
    """Cut a text into windows of at most ``limit`` pieces."""
    read: Sequence[reading.Window | None] = [None] * len(known.pieces)
    if known.read is not None:
        read = list(reading.windows_of(reading.Article(known.read, known.pieces), limit))
    windows = []
    for (start, end), own in zip(cut_windows(known.pieces, known.text, limit), read, strict=False):
        allowed = None
        if known.allowed is not None:
            blank = np.zeros((1, ROLES), dtype=bool)
            allowed = np.concatenate((blank, known.allowed[start:end], blank))
        first = frame(known.pieces.first[start:end].astype(np.int64), 0).astype(bool)
        features = {name: of[0] for name, of in features_of(known.pieces, start, end).items()}
        links, candidates = links_of(known.attributions, start, end)
        windows.append(Window(features, first, allowed, links, candidates, own))
    return windows


class Batch(NamedTuple):
    """Windows as tensors; ``words`` are the places of the pieces that have a role, of which a window has ``sizes``."""

    #: whether readers read any of these
    any_read: bool
    features: dict[str, Tensor]
    mask: Tensor
    words: Tensor
    sizes: Tensor
    allowed: Tensor
    has_roles: Tensor
    #: of all contents: window, first piece, piece behind the last
    links: Tensor
    #: of each kind: places (contents, candidates, 2), distances, which there are, which are right (none of them first), what is known
    pairs: dict[str, tuple[Tensor, Tensor, Tensor, Tensor, Tensor]]
    has_read: Tensor
    tags: dict[str, Tensor]
    #: what readers found held: window, first piece, piece behind the last, kind or -1
    held: Tensor
    #: pieces that name its holder, nobody behind the last; no piece at all where that is not told
    holders: Tensor
    #: window, first piece, piece behind the last, kind
    ahead: Tensor

    def to(self, device: str) -> Batch:
        def moved(value: object) -> object:
            if isinstance(value, Tensor):
                return value.to(device, non_blocking=True)
            if isinstance(value, dict):
                return {k: moved(v) for k, v in value.items()}
            if isinstance(value, tuple):
                return tuple(moved(v) for v in value)
            return value

        return Batch(*(moved(v) for v in self))  # type: ignore[arg-type]


def collate(windows: list[Window]) -> Batch:
    """Pad windows into one batch."""
    size = max(len(w.first) for w in windows)
    pads = {"ids": 0, "shape": 16, "space": 3, "quote": 4}
    features = {
        name: torch.from_numpy(np.stack([np.pad(w.features[name], (0, size - len(w.first)), constant_values=pad) for w in windows]))
        for name, pad in pads.items()
    }
    places = [np.flatnonzero(w.first) for w in windows]
    longest = max(map(len, places))
    words = np.stack([np.pad(p, (0, longest - len(p))) for p in places])
    allowed = np.ones((len(windows), longest, ROLES), dtype=bool)
    for row, (window, at) in enumerate(zip(windows, places, strict=True)):
        if window.allowed is not None:
            allowed[row, : len(at)] = window.allowed[at]
    contents = [(row, link) for row, w in enumerate(windows) for link in w.links]
    tags = {
        name: np.stack(
            [
                np.pad(w.read.tags[name], (0, size - len(w.first)), constant_values=IGNORE) if w.read else np.full(size, IGNORE)
                for w in windows
            ]
        )
        for name in ("step", "content", "actor")
    }
    held = [(row, c) for row, w in enumerate(windows) if w.read for c in w.read.contents]
    holders = np.zeros((len(held), size + 1), dtype=bool)
    for number, (_, c) in enumerate(held):
        if c.holder is not None:
            holders[number, c.holder or [size]] = True
    ahead = [(row, *s) for row, w in enumerate(windows) if w.read for s in w.read.steps]
    return Batch(
        any_read=any(w.read for w in windows),
        features=features,
        mask=torch.from_numpy(np.stack([np.arange(size) < len(w.first) for w in windows])),
        words=torch.from_numpy(words),
        sizes=torch.tensor([len(p) for p in places]),
        allowed=torch.from_numpy(allowed),
        has_roles=torch.tensor([w.allowed is not None for w in windows]),
        links=torch.tensor([(row, *link.content) for row, link in contents], dtype=torch.long).view(-1, 3),
        pairs={kind: _pairs(windows, contents, kind) for kind in labels.LINKS},
        has_read=torch.tensor([w.read is not None for w in windows]),
        tags={name: torch.from_numpy(of) for name, of in tags.items()},
        held=torch.tensor([(r, c.start, c.end, -1 if c.kind is None else c.kind) for r, c in held], dtype=torch.long).view(-1, 4),
        holders=torch.from_numpy(holders),
        ahead=torch.tensor(ahead, dtype=torch.long).view(-1, 4),
    )


def _pairs(windows: list[Window], contents: list[tuple[int, Link]], kind: str) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    most = max([1, *(len(w.candidates[kind]) for w in windows)])
    places = np.zeros((len(contents), most, 2), dtype=np.int64)
    places[:, :, 1] = 1
    buckets = np.zeros((len(contents), most), dtype=np.int64)
    there = np.zeros((len(contents), most), dtype=bool)
    right = np.zeros((len(contents), most + 1), dtype=bool)
    known = np.zeros(len(contents), dtype=bool)
    for number, (row, link) in enumerate(contents):
        for at, candidate in enumerate(windows[row].candidates[kind]):
            places[number, at] = candidate
            buckets[number, at] = labels.link_bucket(link.content[0], candidate[0])
            there[number, at] = kind != "before" or candidate[0] < link.content[0]
        own = link.targets[kind]
        if own is not None:
            known[number] = True
            right[number, [windows[row].candidates[kind].index(c) + 1 for c in own] or [0]] = True
    return tuple(torch.from_numpy(x) for x in (places, buckets, there, right, known))  # type: ignore[return-value]


def batches(texts: Sequence[list[Known]], *, budget: int, shortest: int, longest: int, rng: random.Random) -> list[list[Window]]:
    """Cut every text anew, and group windows of like length into batches of at most ``budget`` pieces, in random order."""
    windows = []
    for forms in texts:
        form = forms[1] if len(forms) > 1 and rng.random() < _STRAIGHTENED else forms[0]
        windows += cut(form, rng.randint(shortest, longest))
    found = grouped(windows, lambda w: len(w.first), budget, rng)
    rng.shuffle(found)
    return found


def load(file: Path) -> dict[str, list[list[Known]]]:
    """Read what `main` wrote: ``polnear``, ``dev`` (of PolNeAR) and ``newswire``."""
    with file.open("rb") as handle:
        material: dict[str, list[list[Known]]] = pickle.load(handle)
    return material


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path, help="the exported model")
    parser.add_argument("out", type=Path)
    parser.add_argument("--exclude", type=Path, help="a file of newswire article names, one a line, that are measured on")
    args = parser.parse_args()
    exclude = frozenset(args.exclude.read_text(encoding="utf-8").split()) if args.exclude else frozenset()
    tokenizer = Tokenizer.from_file(str(args.folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    material = {
        "polnear": list(polnear(args.data / "polnear" / "train", tokenizer)),
        "dev": [forms[:1] for forms in polnear(args.data / "polnear" / "dev", tokenizer)],
        "newswire": [[known] for known in newswire(args.data, tokenizer, load_annotator(args.folder), exclude)],
    }
    for name, texts in material.items():
        print(name, len(texts), "texts", sum(len(forms[0].pieces) for forms in texts), "pieces", flush=True)
    with args.out.open("wb") as handle:
        pickle.dump(material, handle, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    # what is pickled must be of this module, not of the program that was started
    from training.material import main as run

    run()
