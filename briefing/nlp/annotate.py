"""Run the shipped language model over a text."""

from __future__ import annotations

import bisect
import gzip
import hashlib
import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.errors import ModelError
from briefing.models import Annotation, Attribution, Mention, Span, Token
from briefing.nlp import decode, labels
from briefing.nlp.pieces import Pieces, bridge_windows, cut_windows, read_pieces
from briefing.nlp.words import Lemmas, split_words

#: what this code can read; a model of another format is refused
FORMAT = 1
#: pieces a window, CLS and SEP not counted
WINDOW = 382
#: pieces on either side of a joint of two windows that are read once more, together
REACH = 127
CLS, SEP = 101, 102
_NAMED = ("person", "organization", "place")
_ONE_NAME = {*((kind, kind) for kind in _NAMED), ("person", "organization")}
_TRADES = frozenset(
    """power steel airlines airways telecom petroleum electric gas oil rail railways railway mobile motors energy water mining shipping
    journal times post herald tribune gazette chronicle guardian dispatch observer telegraph courier examiner inquirer monitor""".split()
)
#: a name shorter than this may be another word in the same letters
_SHORTEST_REPEATED = 4
#: added to the scores of each role's labels before decoding: cues are missed more often than contents are invented (PolNeAR dev)
_BIAS = {"source": 0.3, "cue": 0.4, "content": -0.2}
#: two sentences taken for one mislead the extraction more than one cut in two (as good on EWT dev as none)
_SENTENCE_BIAS = 0.5
_ROLE_BIAS = np.array([_BIAS.get(label[2:], 0.0) for label in labels.ROLE_LABELS], dtype=np.float32)
FILES = ("model.onnx", "tokenizer.json", "weights.npz", "lemmas.json.gz")
SHIPPED = Path(__file__).parent / "model"
_MEND = "install the package again, or train the model anew (training/README.md)"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parts:
    version: str
    session: Any
    tokenizer: Tokenizer
    links: decode.LinkWeights
    root: decode.FloatArray
    lemmas: Lemmas


def _load(folder: Path) -> _Parts:
    card = folder / "model.json"
    try:
        described = json.loads(card.read_text(encoding="utf-8"))
        if described["format"] != FORMAT:
            raise ModelError(f"the model in {folder} is of format {described['format']}, this version reads format {FORMAT}: {_MEND}")
        for name in FILES:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if digest != described["sha256"][name]:
                raise ModelError(f"the model file {folder / name} is damaged (its checksum differs): {_MEND}")
        version = str(described["version"])
    except FileNotFoundError as error:
        raise ModelError(f"the model file {error.filename} is missing: {_MEND}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the model description {card} cannot be read ({error}): {_MEND}") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with np.load(folder / "weights.npz") as arrays:
        none = {x: arrays[f"none_{x}"] for x in labels.LINKS}
        bias = {x: arrays[f"bias_{x}"] for x in labels.LINKS}
        root = arrays["root"]
    with gzip.open(folder / "lemmas.json.gz", "rt", encoding="utf-8") as handle:
        rules = json.load(handle)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return _Parts(
        version=version,
        session=onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]),
        tokenizer=tokenizer,
        links=decode.LinkWeights(none=none, bias=bias),
        root=root,
        lemmas=Lemmas(
            forms={k: (v[0], v[1]) for k, v in rules["forms"].items()},
            endings={k: (v[0], v[1]) for k, v in rules["endings"].items()},
        ),
    )


def load_annotator(folder: Path | None = None) -> Annotator:
    """Load the shipped model, or the one in ``folder``; raise ModelError when a file is missing, damaged or of another format."""
    return Annotator(_load(folder or SHIPPED))


class Annotator:
    """The loaded model: `annotate` gives sentences, words, mentions and attributions, `embed` the meaning of a text's beginning."""

    def __init__(self, parts: _Parts) -> None:
        self._parts = parts
        self.version = parts.version

    def annotate(self, text: str) -> Annotation:
        """Annotate a text; all offsets are into the text as given."""
        return self.annotate_with_embedding(text)[0]

    def annotate_with_embedding(self, text: str) -> tuple[Annotation, tuple[float, ...]]:
        """Annotate a text, and give the unit vector of its first window (empty for a text without words)."""
        pieces = read_pieces(self._parts.tokenizer, text)
        windows = cut_windows(pieces, text, WINDOW)
        if not windows:
            empty = Annotation(sentences=(), tokens=(), mentions=(), attributions=(), model_version=self.version)
            return empty, ()
        views, vectors = zip(*(self._run(pieces, s, e) for s, e in (*windows, *bridge_windows(windows, REACH))), strict=True)
        output = decode.blend(views, len(pieces))
        first = np.flatnonzero(pieces.first)
        token_end = np.append(first[1:], len(pieces))
        annotation = Annotation(
            mentions=_mentions(text, pieces, output, first, token_end),
            attributions=self._attributions(pieces, output, first, token_end, views),
            model_version=self.version,
            **self._syntax(text, pieces, output),
        )
        return annotation, tuple(round(float(x), 5) for x in vectors[0])

    def _run(self, pieces: Pieces, start: int, end: int) -> tuple[decode.View, decode.FloatArray]:
        def framed(values: NDArray[np.int64], before: int, after: int) -> NDArray[np.int64]:
            return np.concatenate(([before], values[start:end], [after]))[None].astype(np.int64)

        ids = framed(pieces.ids, CLS, SEP)
        inputs = {
            "ids": ids,
            "shape": framed(pieces.shape, 16, 16),
            "space": framed(pieces.space, 3, 3),
            "quote": framed(pieces.quote, 4, 4),
            "mask": np.ones_like(ids),
        }
        columns, vector = self._parts.session.run(None, inputs)
        return decode.View(start=start, end=end, rows=columns[0, 1:-1]), vector[0]

    def _attributions(
        self,
        pieces: Pieces,
        output: decode.FloatArray,
        first: NDArray[np.int64],
        token_end: NDArray[np.int64],
        views: Sequence[decode.View],
    ) -> tuple[Attribution, ...]:
        scores = decode.log_softmax(output[first][:, labels.COLUMNS["roles"]])
        path = decode.best_labels(scores + _ROLE_BIAS, labels.ROLE_LABELS)
        ranges: dict[str, list[decode.Range]] = {role: [] for role in labels.ROLES}
        for role, s, e in decode.labelled_ranges(path, labels.ROLE_LABELS):
            ranges[role].append((int(first[s]), int(token_end[e - 1])))
        attributions = []
        for linked in decode.link_roles(ranges, views, self._parts.links):
            spans = {
                role: tuple(Span(int(pieces.starts[s]), int(pieces.ends[e - 1])) for s, e in getattr(linked, role)) for role in labels.ROLES
            }
            attributions.append(Attribution(**spans, confidence=round(linked.confidence, 4)))
        return tuple(attributions)

    def _syntax(self, text: str, pieces: Pieces, output: decode.FloatArray) -> dict[str, Any]:
        starts = pieces.starts.tolist()
        places: list[int] = []
        spans: list[Span] = []
        for span in split_words(text):
            at = bisect.bisect_left(starts, span.start)
            if at < len(starts) and starts[at] < span.end:
                places.append(at)
                spans.append(span)
        rows = np.array(places, dtype=np.int64)
        opens = output[rows][:, labels.COLUMNS["sentence"]]
        paragraph = pieces.paragraph[rows]
        begins = (opens[:, 1] + _SENTENCE_BIAS > opens[:, 0]) | np.append(True, paragraph[1:] != paragraph[:-1])
        bounds = [*np.flatnonzero(begins).tolist(), len(rows)]
        upos = output[rows][:, labels.COLUMNS["upos"]].argmax(axis=1)
        xpos = output[rows][:, labels.COLUMNS["xpos"]].argmax(axis=1)
        relation = output[rows][:, labels.COLUMNS["relation"]].argmax(axis=1)
        dependents = output[rows][:, labels.COLUMNS["arc_dependent"]]
        arc_heads = output[rows][:, labels.COLUMNS["arc_head"]]
        sentences: list[Span] = []
        tokens: list[Token] = []
        root = labels.RELATIONS.index("root")
        for number, (s, e) in enumerate(itertools.pairwise(bounds)):
            heads = decode.best_heads(dependents[s:e], arc_heads[s:e], self._parts.root)
            sentences.append(Span(spans[s].start, spans[e - 1].end))
            for place in range(s, e):
                form = text[spans[place].start : spans[place].end]
                tag = labels.XPOS[xpos[place]]
                head = s + heads[place - s]
                named = labels.RELATIONS[root] if head == place else labels.RELATIONS[relation[place]]
                tokens.append(
                    Token(
                        start=spans[place].start,
                        end=spans[place].end,
                        text=form,
                        pos=labels.UPOS[upos[place]],
                        tag=tag,
                        lemma=self._parts.lemmas.of(form, tag),
                        head=head,
                        relation=named,
                        sentence=number,
                    )
                )
        return {"sentences": tuple(sentences), "tokens": tuple(tokens)}


def _mentions(
    text: str,
    pieces: Pieces,
    output: decode.FloatArray,
    first: NDArray[np.int64],
    token_end: NDArray[np.int64],
) -> tuple[Mention, ...]:
    scores = decode.log_softmax(output[first][:, labels.COLUMNS["mentions"]])
    path = decode.best_labels(scores, labels.MENTION_LABELS)
    found: list[Mention] = []
    for kind, s, e in decode.labelled_ranges(path, labels.MENTION_LABELS, pieces.paragraph[first]):
        if kind == "other":
            continue
        span = Span(int(pieces.starts[first[s]]), int(pieces.ends[token_end[e - 1] - 1]))
        sure = float(np.exp(scores[np.arange(s, e), path[s:e]].mean()))
        before = found[-1] if found else None
        beside = before is not None and text[before.span.end : span.start] == " "
        if before is not None and beside and ((before.kind, kind) in _ONE_NAME or (before.kind == "place" and _is_trade(text, span, kind))):
            # two names of a kind side by side are one that was cut
            span, sure = Span(before.span.start, span.end), min(before.confidence, sure)
            found.pop()
        found.append(Mention(span=span, kind=kind, confidence=round(sure, 4)))  # type: ignore[arg-type]  # a label is a kind
    return _agree(text, found)


def _is_trade(text: str, span: Span, kind: str) -> bool:
    """Tell whether an organization is called by a common word alone, which a place before it makes a name: "Norland Power"."""
    return kind == "organization" and text[span.start : span.end].lower() in _TRADES


def _agree(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """Give all mentions of one name in a document one kind, the one that they are surest of together; a person or organization
    that is named as such half the times or more is so every time."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    times: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind in _NAMED:
            name = text[mention.span.start : mention.span.end]
            votes[name][mention.kind] += mention.confidence  # type: ignore[assignment]  # a share of a vote
            times[name] += 1
    kinds = {name: max(cast, key=lambda k: (cast[k], k)) for name, cast in votes.items()}
    agreed = [
        replace(m, kind=kinds[text[m.span.start : m.span.end]]) if m.kind in _NAMED else m  # type: ignore[arg-type]  # one of _NAMED
        for m in mentions
    ]
    taken = bytearray(len(text))
    for mention in agreed:
        taken[mention.span.start : mention.span.end] = b"\1" * (mention.span.end - mention.span.start)
    for name, kind in kinds.items():
        if kind == "place" or len(name) < _SHORTEST_REPEATED or not name[0].isupper():
            continue
        places = [Span(*found.span()) for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]
        if 2 * times[name] < len(places):
            continue
        sure = round(votes[name][kind] / times[name] / 2, 4)
        agreed += [Mention(span=s, kind=kind, confidence=sure) for s in places if not any(taken[s.start : s.end])]  # type: ignore[arg-type]
    return tuple(sorted(agreed, key=lambda m: m.span))
