"""Run the shipped language model over a text."""

from __future__ import annotations

import bisect
import functools
import gzip
import hashlib
import itertools
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.errors import ModelError
from briefing.models import Annotation, Attribution, Span, Token
from briefing.nlp import decode, labels
from briefing.nlp.check import Check, go_on
from briefing.nlp.mentions import read_mentions
from briefing.nlp.pieces import Pieces, bridge_windows, cut_windows, read_pieces
from briefing.nlp.reading import Reading
from briefing.nlp.sentence_starts import begin_sentences
from briefing.nlp.words import Lemmas, split_words
from briefing.nlp.worth import Worth, read_worth

#: what this code can read; a model of another format is refused
FORMAT = 5
#: pieces a window, CLS and SEP not counted
WINDOW = 382
#: pieces on either side of a joint of two windows that are read once more, together
REACH = 127
CLS, SEP = 101, 102
#: forms whose lemmas are kept: most words of a text stand in others too
_FORMS = 8192
#: texts whose vectors are kept: a reprint's next steps stand in the same sentences
_TEXTS = 1024
FILES = (
    "model.onnx.gz", "reading.onnx.gz", "tokenizer.json", "weights.npz", "lemmas.json.gz",
    "steps.json", "actors.json", "positions.json", "summary.json",
)  # fmt: skip
SHIPPED = Path(__file__).parent / "model"
_MEND = "install the package again, or train the model anew (training/README.md)"
_MEND_OWN = "correct `model:` in the configuration or --model, or leave it out: the model of the package is used then"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parts:
    version: str
    session: Any
    #: the branch that reads articles whole, on the lower layers of the model
    branch: Any
    tokenizer: Tokenizer
    links: decode.LinkWeights
    moves: Mapping[str, decode.FloatArray]
    root: decode.FloatArray
    lemma: Callable[[str, str], str]
    worth: Worth
    standing: Worth
    weight: Worth
    gist: Worth
    #: of a short text, its first window's
    vector: Callable[[str], decode.FloatArray | None]


def _load(folder: Path) -> _Parts:
    card = folder / "model.json"
    mend = _MEND if folder == SHIPPED else _MEND_OWN
    try:
        described = json.loads(card.read_text(encoding="utf-8"))
        if described["format"] != FORMAT:
            raise ModelError(f"the model in {folder} is of format {described['format']}, this version reads format {FORMAT}: {mend}")
        for name in FILES:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if digest != described["sha256"][name]:
                raise ModelError(f"the model file {folder / name} is damaged (its checksum differs): {mend}")
        version = str(described["version"])
        worth = read_worth(folder / "steps.json")
        standing = read_worth(folder / "actors.json")
        weight = read_worth(folder / "positions.json")
        gist = read_worth(folder / "summary.json")
    except FileNotFoundError as error:
        raise ModelError(f"the model file {error.filename} is missing: {mend}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the model description {card} cannot be read ({error}): {mend}") from error
    with np.load(folder / "weights.npz") as arrays:
        none = {x: arrays[f"none_{x}"] for x in labels.LINKS}
        bias = {x: arrays[f"bias_{x}"] for x in labels.LINKS}
        moves = {x: arrays[f"moves_{x}"] for x in ("roles", "mentions")}
        root = arrays["root"]
    with gzip.open(folder / "lemmas.json.gz", "rt", encoding="utf-8") as handle:
        rules = json.load(handle)
    lemmas = Lemmas(
        forms={k: (v[0], v[1]) for k, v in rules["forms"].items()},
        endings={k: (v[0], v[1]) for k, v in rules["endings"].items()},
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    session, branch = (_session(folder / name) for name in ("model.onnx.gz", "reading.onnx.gz"))
    return _Parts(
        version=version,
        session=session,
        branch=branch,
        tokenizer=tokenizer,
        links=decode.LinkWeights(none=none, bias=bias),
        moves=moves,
        root=root,
        lemma=functools.lru_cache(maxsize=_FORMS)(lemmas.of),
        worth=worth,
        standing=standing,
        weight=weight,
        gist=gist,
        vector=functools.lru_cache(maxsize=_TEXTS)(functools.partial(_vector, session, tokenizer)),
    )


def _session(file: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(gzip.decompress(file.read_bytes()), options, providers=["CPUExecutionProvider"])


def _vector(session: Any, tokenizer: Tokenizer, text: str) -> decode.FloatArray | None:
    pieces = read_pieces(tokenizer, text)
    windows = cut_windows(pieces, text, WINDOW)
    return _run(session, pieces, *windows[0])[1] if windows else None


def features_of(pieces: Pieces, start: int, end: int) -> dict[str, NDArray[np.int64]]:
    """The model's inputs for the pieces of one window, the special ones before and behind included; of shape (1, pieces)."""

    def framed(values: NDArray[np.int64], before: int, after: int) -> NDArray[np.int64]:
        return np.concatenate(([before], values[start:end], [after]))[None].astype(np.int64)

    return {
        "ids": framed(pieces.ids, CLS, SEP),
        "shape": framed(pieces.shape, 16, 16),
        "space": framed(pieces.space, 3, 3),
        "quote": framed(pieces.quote, 4, 4),
    }


def _run(session: Any, pieces: Pieces, start: int, end: int) -> tuple[decode.View, decode.FloatArray, decode.FloatArray]:
    """Give what the model says of one window, its unit vector, and the last of its lower layers."""
    columns, vector, lower = session.run(None, features_of(pieces, start, end))
    return decode.View(start=start, end=end, rows=columns[0, 1:-1]), vector[0], lower


def load_annotator(folder: Path | None = None) -> Annotator:
    """Load the shipped model, or the one in ``folder``; raise ModelError when a file is missing, damaged or of another format."""
    return Annotator(_load(folder or SHIPPED))


class Annotator:
    """The loaded model: `annotate` gives sentences, words, mentions and attributions, `embed` the meaning of a text's beginning."""

    def __init__(self, parts: _Parts, check: Check = go_on) -> None:
        self._parts = parts
        self._check = check
        self.version = parts.version
        self.worth = parts.worth
        self.standing = parts.standing
        self.weight = parts.weight
        self.gist = parts.gist

    def checked(self, check: Check) -> Annotator:
        """The same model, which calls ``check`` before every window and every sentence; what that raises ends the reading of a text."""
        return Annotator(self._parts, check)

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
        runs = [self._run(pieces, s, e) for s, e in windows]
        views = [view for view, *_ in runs]
        views += [self._view(pieces, s, e)[0] for s, e in bridge_windows(windows, REACH)]
        output = decode.blend(views, len(pieces))
        self._check()
        annotation = Annotation(
            mentions=read_mentions(text, pieces, output, self._parts.moves["mentions"]),
            attributions=self._attributions(pieces, output, views),
            model_version=self.version,
            reading=Reading(pieces, np.concatenate([rows for _, _, rows in runs])),
            **self._syntax(text, pieces, output),
        )
        return annotation, _rounded(runs[0][1])

    def embed(self, text: str) -> tuple[float, ...]:
        """Give the unit vector of a text's first window, without annotating it (empty for a text without words)."""
        self._check()
        vector = self._parts.vector(text)
        return _rounded(vector) if vector is not None else ()

    def _view(self, pieces: Pieces, start: int, end: int) -> tuple[decode.View, decode.FloatArray, decode.FloatArray]:
        self._check()
        return _run(self._parts.session, pieces, start, end)

    def _run(self, pieces: Pieces, start: int, end: int) -> tuple[decode.View, decode.FloatArray, decode.FloatArray]:
        """Give what the model says of one window, its unit vector, and what the branch that reads articles whole says of it."""
        view, vector, lower = self._view(pieces, start, end)
        (rows,) = self._parts.branch.run(None, {"lower": lower})
        return view, vector, rows[0, 1:-1]

    def _attributions(
        self,
        pieces: Pieces,
        output: decode.FloatArray,
        views: Sequence[decode.View],
    ) -> tuple[Attribution, ...]:
        first, token_end = pieces.tokens()
        scores = decode.log_softmax(output[first, labels.COLUMNS["roles"]])
        path = decode.best_labels(scores, labels.ROLE_LABELS, self._parts.moves["roles"])
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
        self._check()
        starts = pieces.starts.tolist()
        places: list[int] = []
        spans: list[Span] = []
        for span in split_words(text):
            at = bisect.bisect_left(starts, span.start)
            if at < len(starts) and starts[at] < span.end:
                places.append(at)
                spans.append(span)
        rows = np.array(places, dtype=np.int64)
        begins = begin_sentences(text, spans, output[rows, labels.COLUMNS["sentence"]], pieces.paragraph[rows])
        bounds = [*np.flatnonzero(begins).tolist(), len(rows)]
        upos = output[rows, labels.COLUMNS["upos"]].argmax(axis=1).tolist()
        xpos = output[rows, labels.COLUMNS["xpos"]].argmax(axis=1).tolist()
        relation = output[rows, labels.COLUMNS["relation"]].argmax(axis=1).tolist()
        dependents = output[rows, labels.COLUMNS["arc_dependent"]]
        arc_heads = output[rows, labels.COLUMNS["arc_head"]]
        sentences: list[Span] = []
        tokens: list[Token] = []
        root = labels.RELATIONS.index("root")
        for number, (s, e) in enumerate(itertools.pairwise(bounds)):
            self._check()
            heads = decode.best_heads(dependents[s:e], arc_heads[s:e], self._parts.root)
            sentences.append(Span(spans[s].start, spans[e - 1].end))
            for place in range(s, e):
                form, tag = text[slice(*spans[place])], labels.XPOS[xpos[place]]
                head = s + heads[place - s]
                named = labels.RELATIONS[root] if head == place else labels.RELATIONS[relation[place]]
                tokens.append(
                    Token(
                        start=spans[place].start,
                        end=spans[place].end,
                        text=form,
                        pos=labels.UPOS[upos[place]],
                        tag=tag,
                        lemma=self._parts.lemma(form, tag),
                        head=head,
                        relation=named,
                        sentence=number,
                    )
                )
        return {"sentences": tuple(sentences), "tokens": tuple(tokens)}


def _rounded(vector: decode.FloatArray) -> tuple[float, ...]:
    return tuple(round(float(x), 5) for x in vector)
