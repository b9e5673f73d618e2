"""Read named mentions off the model's scores, each name alike wherever it stands in the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from briefing.models import Mention, Span
from briefing.nlp import decode, labels
from briefing.nlp.pieces import Pieces
from briefing.nlp.stretches import name_spans

_NAMED = ("person", "organization", "place")
_ONE_NAME = {*((kind, kind) for kind in _NAMED), ("person", "organization")}
_TRADES = frozenset(
    """power steel airlines airways telecom petroleum electric gas oil rail railways railway mobile motors energy water mining shipping
    journal times post herald tribune gazette chronicle guardian dispatch observer telegraph courier examiner inquirer monitor""".split()
)
#: the end of a name behind an apostrophe, which is no verb and no genitive: "Matiang'i"
_TAIL = re.compile(r"(?<=[a-z])['’](?!(?:s|d|m|t|ll|re|ve)\b)[a-z]{1,6}\b")
#: a name shorter than this may be another word in the same letters
_SHORTEST_REPEATED = 4
_SHORTEST_HEARD = 3
#: how much of a word's label comes from the other places where it stands (held-out newswire)
_ELSEWHERE, _LEAST = 0.3, 1e-9


def read_mentions(text: str, pieces: Pieces, output: decode.FloatArray, moves: decode.FloatArray) -> tuple[Mention, ...]:
    """Read a text's mentions off the model's rows, ``output``, one a piece; ``moves`` are the scores of one label after another."""
    first, token_end = pieces.tokens()
    words = [text[s:e] for s, e in zip(pieces.starts[first].tolist(), pieces.ends[token_end - 1].tolist(), strict=True)]
    scores = _heard_together(words, output[first][:, labels.COLUMNS["mentions"]])
    path = decode.best_labels(scores, labels.MENTION_LABELS, moves)
    found: list[Mention] = []
    for kind, s, e in decode.labelled_ranges(path, labels.MENTION_LABELS, pieces.paragraph[first]):
        if kind == "other":
            continue
        if text.startswith(("'s ", "’s "), int(pieces.starts[first[s]])):
            s = _name_before(words, s)
        end = int(pieces.ends[token_end[e - 1] - 1])
        tail = _TAIL.match(text, end - (text[end - 1] in "'’"))
        span = Span(int(pieces.starts[first[s]]), tail.end() if tail is not None else end)
        sure = float(np.exp(scores[np.arange(s, e), path[s:e]].mean()))
        before = found[-1] if found else None
        beside = before is not None and text[before.span.end : span.start] == " "
        if before is not None and beside and ((before.kind, kind) in _ONE_NAME or (before.kind == "place" and _is_trade(text, span, kind))):
            # two names of a kind side by side are one that was cut
            span, sure = Span(before.span.start, span.end), min(before.confidence, sure)
            found.pop()
        found.append(Mention(span=span, kind=kind, confidence=round(sure, 4)))  # type: ignore[arg-type]  # a label is a kind
    return _agree(text, found)


def _heard_together(words: Sequence[str], scores: decode.FloatArray) -> decode.FloatArray:
    """Give the log of each word's label probabilities, in part those of the same capitalised word elsewhere in the text: a name
    that is clear in one sentence is so in the others."""
    logs = decode.log_softmax(scores)
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        if len(word) >= _SHORTEST_HEARD and word[0].isupper():
            places[word].append(place)
    for at in places.values():
        if len(at) > 1:
            own = np.exp(logs[at])
            logs[at] = np.log((1 - _ELSEWHERE) * own + _ELSEWHERE * own.mean(axis=0) + _LEAST)
    return logs


def _name_before(words: Sequence[str], place: int) -> int:
    """Where a name begins that was taken to begin with its genitive: the "Prime Minister" of " 's Office"."""
    while place > 0 and words[place - 1][:1].isupper():
        place -= 1
    return place


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
    for before, mention in itertools.pairwise(mentions):
        # "Mira Solan of Karsa": a person is of a place or of a body
        if before.kind == "person" and mention.kind in _NAMED and text[before.span.end : mention.span.start] == " of ":
            cast = votes[text[mention.span.start : mention.span.end]]
            cast["place"] += cast.pop("person", 0)
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
        places = list(name_spans(text, name, hyphenated=False))
        if 2 * times[name] < len(places):
            continue
        sure = round(votes[name][kind] / times[name] / 2, 4)
        agreed += [Mention(span=s, kind=kind, confidence=sure) for s in places if not any(taken[s.start : s.end])]  # type: ignore[arg-type]
    return tuple(sorted(agreed, key=lambda m: m.span))
