"""Examples → windows of word pieces with a target for each task."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.nlp import labels
from briefing.nlp.annotate import features_of
from briefing.nlp.pieces import Pieces, cut_windows, read_pieces
from training.corpora import Example, Span

IGNORE = -100
_W = TypeVar("_W")
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@dataclass(kw_only=True)
class Link:
    """A content span (piece range in the window) and, for each kind of link, the candidates and which of them are right.
    A target of None leaves the loss out; an empty one means that there is none."""

    content: tuple[int, int]
    targets: dict[str, list[tuple[int, int]] | None]


@dataclass(kw_only=True)
class Window:
    """One training item; positions count from the CLS piece at 0."""

    task: str
    features: dict[str, NDArray[np.int64]]
    targets: dict[str, NDArray[np.int64]] = field(default_factory=dict)
    allowed: NDArray[np.bool_] | None = None
    links: list[Link] = field(default_factory=list)
    candidates: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    text: str = ""


@dataclass(kw_only=True)
class Tokenized:
    """A tokenized example with whole-document targets, ready to be cut anew each epoch."""

    example: Example
    text: str
    pieces: Pieces
    targets: dict[str, NDArray[np.int64]]
    allowed: NDArray[np.bool_] | None
    ranges: list[dict[str, list[tuple[int, int]]]]


def _piece_range(pieces: Pieces, span: Span) -> tuple[int, int] | None:
    start, end = pieces.within(*span)
    return (start, end) if start < end else None


def _roles(tokenized: Pieces, example: Example) -> tuple[NDArray[np.int64], list[dict[str, list[tuple[int, int]]]]]:
    target = np.where(tokenized.first, 0, IGNORE)
    ranges = []
    for attribution in example.attributions or ():
        found: dict[str, list[tuple[int, int]]] = {}
        for role, spans in attribution.items():
            found[role] = [r for r in (_piece_range(tokenized, s) for s in spans) if r]
            begin = labels.ROLE_LABELS.index(f"B-{role}")
            for s, e in found[role]:
                inside = tokenized.first[s:e]
                target[s:e] = np.where(inside, begin + 1, IGNORE)
                target[s] = begin
        ranges.append(found)
    return target, ranges


def _mentions(tokenized: Pieces, example: Example) -> NDArray[np.bool_]:
    allowed = np.zeros((len(tokenized), len(labels.MENTION_LABELS)), dtype=bool)
    allowed[tokenized.first, 0] = True
    for kind in example.silent:
        for prefix in "BI":
            allowed[tokenized.first, labels.MENTION_LABELS.index(f"{prefix}-{kind}")] = True
    for span, kinds in example.mentions or ():
        piece_range = _piece_range(tokenized, span)
        if piece_range is None:
            continue
        s, e = piece_range
        allowed[s:e] = False
        for kind in kinds:
            begin = labels.MENTION_LABELS.index(f"B-{kind}")
            allowed[s, begin] = True
            allowed[s + 1 : e, begin + 1] = tokenized.first[s + 1 : e]
    return allowed


def _syntax(tokenized: Pieces, example: Example) -> dict[str, NDArray[np.int64]]:
    """Each word speaks through its first piece; a word that shares it with an earlier one (the "not" of "cannot") is left out."""
    n = len(tokenized)
    out = {name: np.full(n, IGNORE, dtype=np.int64) for name in ("upos", "xpos", "relation", "head", "sentence")}
    words = example.words or ()
    place: list[int] = []
    taken: set[int] = set()
    for word in words:
        at = int(np.searchsorted(tokenized.starts, word.span[0], side="left"))
        if at >= n or tokenized.starts[at] >= word.span[1] or at in taken:
            at = -1
        else:
            taken.add(at)
        place.append(at)
    out["sentence"] = np.where(tokenized.first, 0, IGNORE)
    previous = None
    for index, word in enumerate(words):
        at = place[index]
        if at < 0:
            continue
        out["upos"][at] = labels.UPOS.index(word.upos) if word.upos in labels.UPOS else IGNORE
        out["xpos"][at] = labels.XPOS.index(word.xpos) if word.xpos in labels.XPOS else IGNORE
        out["relation"][at] = labels.RELATIONS.index(word.relation if word.relation in labels.RELATIONS else "dep")
        out["head"][at] = place[word.head] if place[word.head] >= 0 else IGNORE
        if word.sentence != previous:
            out["sentence"][at] = 1
            previous = word.sentence
    return out


def tokenize(tokenizer: Tokenizer, example: Example, *, straight: bool = False) -> Tokenized:
    """Tokenize an example; ``straight`` flattens its curly quotation marks first (offsets stay)."""
    text = example.text.translate(STRAIGHT) if straight else example.text
    read = read_pieces(tokenizer, text)
    targets: dict[str, NDArray[np.int64]] = {}
    ranges: list[dict[str, list[tuple[int, int]]]] = []
    if example.attributions is not None:
        targets["roles"], ranges = _roles(read, example)
    if example.words is not None:
        targets |= _syntax(read, example)
    allowed = _mentions(read, example) if example.mentions is not None else None
    return Tokenized(example=example, text=text, pieces=read, targets=targets, allowed=allowed, ranges=ranges)


def frame(values: NDArray[np.int64], special: int) -> NDArray[np.int64]:
    """Put the value of the special pieces before and behind."""
    return np.concatenate(([special], values, [special])).astype(np.int64)


def _clip(ranges: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Ranges that lie in the window at least in part, in its own positions."""
    return [(max(s, start) - start + 1, min(e, end) - start + 1) for s, e in ranges if s < end and e > start]


def links_of(
    attributions: Iterable[Mapping[str, list[tuple[int, int]]]], start: int, end: int
) -> tuple[list[Link], dict[str, list[tuple[int, int]]]]:
    """The contents of attributions that lie in a window, with what each is linked to, and all that one may be linked to, by kind.

    What an attribution tells nothing of (its cue, its source) is missing in it.
    """
    candidates: dict[str, list[tuple[int, int]]] = {"cue": [], "source": [], "before": []}
    links = []
    for attribution in attributions:
        clipped = {role: _clip(spans, start, end) for role, spans in attribution.items()}
        candidates["cue"] += clipped.get("cue", [])
        candidates["source"] += clipped.get("source", [])
        candidates["before"] += clipped["content"]
        for number, content in enumerate(clipped["content"]):
            targets: dict[str, list[tuple[int, int]] | None] = {"before": clipped["content"][:number]}
            for role in ("cue", "source"):
                unknown = role not in attribution or (attribution[role] and not clipped[role])
                targets[role] = None if unknown else clipped[role]
            links.append(Link(content=content, targets=targets))
    return links, candidates


def cut(item: Tokenized, task: str, limit: int) -> list[Window]:
    """Cut an example into windows of at most ``limit`` pieces."""
    windows = []
    for start, end in cut_windows(item.pieces, item.text, limit):
        window = Window(task=task, features={name: of[0] for name, of in features_of(item.pieces, start, end).items()})
        window.text = item.text[int(item.pieces.starts[start]) : int(item.pieces.ends[end - 1])]
        for name, values in item.targets.items():
            part = values[start:end]
            if name == "head":
                inside = (part >= start) & (part < end)
                part = np.where(inside, part - start + 1, IGNORE)
            window.targets[name] = frame(part, IGNORE)
        if item.allowed is not None:
            blank = np.zeros((1, item.allowed.shape[1]), dtype=bool)
            window.allowed = np.concatenate((blank, item.allowed[start:end], blank))
        if item.ranges:
            window.links, window.candidates = links_of(item.ranges, start, end)
        windows.append(window)
    return windows


def batches(windows: list[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """Group windows of one task and like length into batches of at most ``budget`` pieces, in random order."""
    by_task: dict[str, list[Window]] = {}
    for window in windows:
        by_task.setdefault(window.task, []).append(window)
    out = [batch for group in by_task.values() for batch in grouped(group, lambda w: len(w.features["ids"]), budget, rng)]
    rng.shuffle(out)
    return out


def grouped(windows: list[_W], size_of: Callable[[_W], int], budget: int, rng: random.Random) -> list[list[_W]]:
    """Shuffle windows and group those of like length, so that each group padded to its longest has at most ``budget`` pieces."""
    rng.shuffle(windows)
    windows.sort(key=lambda w: size_of(w) // 24)
    out: list[list[_W]] = []
    for window in windows:
        longest = max(map(size_of, [*out[-1], window])) if out else 0
        if not out or longest * (len(out[-1]) + 1) > budget:
            out.append([])
        out[-1].append(window)
    return out
