"""Read the open corpora into texts with labelled character spans.

Every reader yields `Example` records; a task that a corpus does not annotate is None, so that its loss is left out. A mention's
``kinds`` holds every type that the corpus's own label may stand for (wikigold's MISC covers nationalities, events and works),
and ``silent`` the types that the corpus does not annotate: the loss sums over what is allowed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]
PLAIN = str.maketrans("‘’“”`´–—\u00a0\u200b", "''\"\"''-- \u0020")
#: one newswire article in so many is measured on, and never trained on
HELD_OUT_SHARE = 10
NEWSWIRE_KINDS = {
    "Person": ("person",),
    "Organization": ("organization",),
    "Location": ("place",),
    "Facility": ("place",),
    "NORP": ("group",),
    "Date": ("date",),
    "Money": ("money",),
    "Misc": ("event", "other"),
    "Product": ("other",),
}
WIKIGOLD_KINDS = {
    "PER": ("person",),
    "ORG": ("organization",),
    "LOC": ("place",),
    "MISC": ("group", "event", "other"),
}
CROSSNER_KINDS = {
    "politician": ("person",),
    "person": ("person",),
    "politicalparty": ("organization",),
    "organisation": ("organization",),
    "country": ("place",),
    "location": ("place",),
    "election": ("event",),
    "event": ("event",),
    "misc": ("group", "other"),
}


@dataclass(frozen=True, kw_only=True)
class Word:
    """A treebank word; ``head`` is an index into the example's words, its own for a root."""

    span: Span
    upos: str
    xpos: str
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, kw_only=True)
class Example:
    name: str
    text: str
    mentions: tuple[tuple[Span, tuple[str, ...]], ...] | None = None
    silent: tuple[str, ...] = ()
    #: attributions as {role: spans}
    attributions: tuple[dict[str, list[Span]], ...] | None = None
    words: tuple[Word, ...] | None = None


def is_held_out(name: str) -> bool:
    """Tell whether a newswire article belongs to the tenth that is measured on: by a hash of its name, so for good."""
    return zlib.crc32(name.encode()) % HELD_OUT_SHARE == 0


def read_text(path: Path) -> str:
    with open(path, encoding="utf-8", errors="replace", newline="") as handle:
        return handle.read()


def read_standoff(path: Path) -> list[dict[str, list[Span]]]:
    """Read the attributions of one brat file; those without a content are left out."""
    spans: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) > 1 and re.fullmatch(r"T\d+", parts[0]):
            pieces = [piece.split() for piece in parts[1].split(" ", 1)[1].split(";")]
            spans[parts[0]] = [(int(s), int(e)) for s, e in pieces]
        elif len(parts) > 1 and re.fullmatch(r"E\d+", parts[0]):
            events.append(parts[1].split())
    found = []
    for event in events:
        roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for argument in event:
            name, _, target = argument.partition(":")
            role = re.sub(r"\d+$", "", name).lower()
            if role in roles:
                roles[role] += spans[target]
        if roles["content"]:
            found.append(roles)
    return found


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Join spans that only white space parts, in text order."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def read_polnear(folder: Path) -> Iterator[Example]:
    """Yield the articles of a PolNeAR split; of several annotators the first by name counts."""
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        if not annotations:
            continue
        text = read_text(path)
        attributions = tuple({role: _joined(text, spans) for role, spans in a.items()} for a in read_standoff(annotations[0]))
        yield Example(name=path.stem, text=text, attributions=attributions)


def _align(rows: list[tuple[str, str]], text: str) -> list[tuple[Span, str]] | None:
    """Find each token in the text in order; None when more than one in fifty is not there."""
    plain, place, lost = text.translate(PLAIN), 0, 0
    spans: list[tuple[Span, str] | None] = []
    for token, tag in rows:
        token = token.translate(PLAIN).replace("''", '"')
        start = plain.find(token, place, place + 120 + len(token))
        if start < 0:
            lost += 1
            continue
        place = start + len(token)
        last = spans[-1] if spans else None
        if tag.startswith("I-") and last is not None and last[1] == tag[2:]:
            spans[-1] = ((last[0][0], place), last[1])
        elif tag != "O":
            spans.append(((start, place), tag[2:]))
        else:
            spans.append(None)
    return [s for s in spans if s] if lost <= 0.02 * len(rows) else None


def read_newswire(folder: Path, *, held_out: bool, exclude: frozenset[str] = frozenset()) -> Iterator[Example]:
    """Yield the newswire articles, either the tenth that is held out or the rest; ``exclude`` names more to leave out."""
    for path in sorted((folder / "tokens").glob("*.tsv")):
        if is_held_out(path.stem) != held_out or path.stem in exclude:
            continue
        text = read_text(folder / "text" / f"{path.stem}.txt")
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        rows = [(t, g) for t, g in (line.rsplit("\t", 1) for line in lines if "\t" in line) if t.strip()]
        spans = _align(rows, text)
        if spans is not None:
            mentions = tuple((span, NEWSWIRE_KINDS[tag]) for span, tag in spans if tag in NEWSWIRE_KINDS)
            yield Example(name=path.stem, text=text, mentions=mentions)


_NO_SPACE_BEFORE = set(".,;:!?)]}%'’") | {"'s", "n't", "’s"}


def _detokenized(sentences: list[list[tuple[str, str]]]) -> tuple[str, list[tuple[Span, str]]]:
    text = ""
    spans: list[tuple[Span, str]] = []
    for number, sentence in enumerate(sentences):
        if number:
            text += "\n"
        for place, (token, tag) in enumerate(sentence):
            if place and token not in _NO_SPACE_BEFORE and not text.endswith(("(", "[", "$")):
                text += " "
            start = len(text)
            text += token
            if tag.startswith("I-") and spans and spans[-1][1] == tag[2:] and start - spans[-1][0][1] <= 1 and place:
                spans[-1] = ((spans[-1][0][0], len(text)), tag[2:])
            elif tag != "O":
                spans.append(((start, len(text)), tag[2:]))
    return text, spans


def _read_columns(path: Path, kinds: dict[str, tuple[str, ...]], separator: str, name: str) -> Iterator[Example]:
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if sentences[-1]:
                sentences.append([])
            continue
        token, tag = line.rsplit(separator, 1)
        if token.strip():
            sentences[-1].append((token.strip(), tag.strip()))
    sentences = [s for s in sentences if s]
    for start in range(0, len(sentences), 8):
        text, spans = _detokenized(sentences[start : start + 8])
        mentions = tuple((span, kinds[tag]) for span, tag in spans)
        yield Example(name=f"{name}-{start}", text=text, mentions=mentions, silent=("date", "money"))


def read_wikigold(folder: Path) -> Iterator[Example]:
    """Yield wikigold in groups of eight sentences; its tags have no B, so touching names of one type are one."""
    yield from _read_columns(folder / "wikigold.conll.txt", WIKIGOLD_KINDS, " ", "wikigold")


def read_crossner(folder: Path) -> Iterator[Example]:
    """Yield the political sentences of CrossNER, all three splits."""
    for split in ("train", "dev", "test"):
        yield from _read_columns(folder / f"{split}.txt", CROSSNER_KINDS, "\t", f"crossner-{split}")


_RENAMED = {"obl:npmod": "obl:unmarked", "obl:tmod": "obl:unmarked", "nmod:npmod": "nmod:unmarked"}


def read_treebank(path: Path, *, genre: str | None = None) -> Iterator[Example]:
    """Yield a treebank's documents as raw text: sentences parted by a space, paragraphs by a line break.

    ``genre`` keeps only the documents whose name holds it.
    """
    name, text, sentence = "", "", 0
    words: list[Word] = []
    rows: list[list[str]] = []
    new_paragraph = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), "", "# newdoc id = "]:
        if line.startswith("# newdoc"):
            if words and (genre is None or genre in name):
                yield Example(name=name, text=text, words=tuple(words))
            name, text, words, sentence, new_paragraph = line.partition("=")[2].strip(), "", [], 0, False
        elif line.startswith("# newpar") and text:
            new_paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            if text:
                text += "\n" if new_paragraph else " "
            new_paragraph = False
            text, sentence_words = _read_sentence(rows, text, sentence, len(words))
            words += sentence_words
            sentence += 1
            rows = []


def _read_sentence(rows: list[list[str]], text: str, sentence: int, base: int) -> tuple[str, list[Word]]:
    spans: dict[int, Span] = {}
    inside_until = 0
    for row in rows:
        if "-" in row[0]:
            first, last = (int(x) for x in row[0].split("-"))
            surface, place = row[1], 0
            for member in (r for r in rows if r[0].isdigit() and first <= int(r[0]) <= last):
                at = surface.find(member[1], place)
                end = at + len(member[1]) if at >= 0 else len(surface)
                spans[int(member[0])] = (len(text) + (at if at >= 0 else place), len(text) + end)
                place = end
            text += surface
            inside_until = last
        elif row[0].isdigit() and int(row[0]) > inside_until:
            spans[int(row[0])] = (len(text), len(text) + len(row[1]))
            text += row[1]
        else:
            continue
        if "SpaceAfter=No" not in row[9]:
            text += " "
    text = text.rstrip(" ")
    index = {number: base + place for place, number in enumerate(spans)}
    words = []
    for row in rows:
        if row[0].isdigit():
            number, head = int(row[0]), int(row[6])
            words.append(
                Word(
                    span=spans[number],
                    upos=row[3],
                    xpos=row[4],
                    head=index[head] if head else index[number],
                    relation=_RENAMED.get(row[7], row[7]),
                    sentence=sentence,
                )
            )
    return text, words
