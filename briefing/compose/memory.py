"""What the earlier briefings of one schedule reported, so that the next one can tell what is new.

A memory is made anew by every run and never changed. It keeps the words that it refers to, because the documents of an earlier
day are not at hand any more, and lets go of what has not been heard of for a set time.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, TypeAdapter, ValidationError

from briefing.compose.excerpts import JOINT, excerpt_text
from briefing.compose.readings import Evidence
from briefing.models import ActorKind, BriefedPosition, BriefedStep, Correction, Excerpt, Source, SourceSentence, Span

#: counted up when the records change; a memory of another version is not guessed at
MEMORY_VERSION = 3
_FORMAT = "briefing memory"
_HEAD = f'{{"format":"{_FORMAT}","version":{MEMORY_VERSION},"memory":'.encode()
_DAMAGED = "what earlier briefings reported is damaged"


def _split(packed: object) -> tuple[str, ...]:
    if not isinstance(packed, str):
        raise ValueError("no lines of text")
    return tuple(packed.split("\n")) if packed else ()


# Most of a memory is these. It is read and written whole every day, so that all lines of a story are one string in it.
Lines = Annotated[tuple[str, ...], BeforeValidator(_split), PlainSerializer("\n".join)]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptText:
    """Whole sentences of a document as they stand in it."""

    span: Span
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptDocument:
    """A document of an earlier day: how it is named (``source`` has neither number nor sentences), and what was kept of it."""

    source: Source
    texts: tuple[KeptText, ...]

    def shows(self, excerpt: Excerpt) -> bool:
        """Tell whether the words of an excerpt are those kept at its spans."""
        return bool(excerpt.spans) and excerpt.text == JOINT.join(self._piece(s, excerpt.corrections) or "\0" for s in excerpt.spans)

    def _piece(self, span: Span, corrections: Iterable[Correction]) -> str | None:
        around = next((t for t in self.texts if t.span.start <= span.start and span.end <= t.span.end), None)
        if around is None:
            return None
        shift = around.span.start
        moved = [
            Correction(span=Span(c.span.start - shift, c.span.end - shift), replacement=c.replacement)
            for c in corrections
            if span.start <= c.span.start and c.span.end <= span.end
        ]
        return excerpt_text(around.text, [Span(span.start - shift, span.end - shift)], moved)


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownActor:
    """An actor under the name that briefings gave, with the other names it went by."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    last_seen: date


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownStory:
    """A story that was told. ``lead`` is the sentence that it was first told with; ``told`` are the terms of sentences read in it."""

    id: str
    headline: str
    first_reported: date
    last_seen: date
    documents: int
    #: names of the main actors, with the number of documents that each acts in
    actors: tuple[tuple[str, int], ...]
    lead: Excerpt | None
    evidence: tuple[Evidence, ...]
    told: Lines


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownPosition:
    """A position that was read. Its ``position`` has no citations: they are made anew from ``evidence``.

    Its ``first_reported`` is None where the length left no room to show it: it is known to compare with, and still news.
    """

    position: BriefedPosition
    evidence: tuple[Evidence, ...]
    story: str
    last_seen: date


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownStep:
    """A line of the ledger of next steps, also those of which the length of a briefing left no room to tell.

    Its ``step`` has no citations: they are made anew from ``evidence``. ``closed_on`` is the day on which a document said that it
    was done or called off, and the step's status is then that.
    """

    step: BriefedStep
    evidence: tuple[Evidence, ...]
    #: the story that it was found in
    story: str
    last_seen: date
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """``as_of`` is the date of the latest briefing; documents are by their ids."""

    as_of: date
    documents: tuple[KeptDocument, ...] = ()
    actors: tuple[KnownActor, ...] = ()
    stories: tuple[KnownStory, ...] = ()
    positions: tuple[KnownPosition, ...] = ()
    steps: tuple[KnownStep, ...] = ()

    def kept(self) -> Mapping[str, KeptDocument]:
        return {d.source.document: d for d in self.documents}


@dataclass(frozen=True, kw_only=True, slots=True)
class UnreadableMemory:
    """A memory that this version cannot use, and why: a sentence for the reader."""

    reason: str


def evidence_of(memory: Memory) -> set[Evidence]:
    """Everything that a memory's items rest on."""
    items: tuple[KnownStory | KnownPosition | KnownStep, ...] = (*memory.stories, *memory.positions, *memory.steps)
    return {e for item in items for e in item.evidence}


def forget(memory: Memory, *, days: int) -> Memory:
    """Let go of what was last heard of more than so many days ago, steps still to come aside, and of texts that nothing rests on."""
    oldest = memory.as_of - timedelta(days=days)

    def is_kept(known: KnownStep) -> bool:
        value = known.step.value
        return known.last_seen >= oldest or (known.closed_on is None and value is not None and value.end >= oldest)

    lean = Memory(
        as_of=memory.as_of,
        actors=tuple(a for a in memory.actors if a.last_seen >= oldest),
        stories=tuple(s for s in memory.stories if s.last_seen >= oldest),
        positions=tuple(p for p in memory.positions if p.last_seen >= oldest),
        steps=tuple(s for s in memory.steps if is_kept(s)),
    )
    needed = evidence_of(lean)
    documents = []
    for document in memory.documents:
        texts = tuple(t for t in document.texts if Evidence(document.source.document, t.span) in needed)
        if texts:
            documents.append(document if texts == document.texts else replace(document, texts=texts))
    return replace(lean, documents=tuple(documents))


def earlier_sources(memory: Memory) -> dict[str, Source]:
    """The documents of earlier days as sources, each with all sentences kept of it."""
    return {d.source.document: replace(d.source, sentences=tuple(_sentence(t) for t in d.texts)) for d in memory.documents}


def _sentence(kept: KeptText) -> SourceSentence:
    return SourceSentence(key="", span=kept.span, text=excerpt_text(kept.text, [Span(0, len(kept.text))]))


@cache
def _adapter() -> TypeAdapter[Memory]:
    return TypeAdapter(Memory)


def _unknown(packed: bytes) -> UnreadableMemory:
    """Say what is wrong with a memory that does not begin as this version's do."""
    try:
        read = json.loads(packed)
    except (ValueError, RecursionError):
        return UnreadableMemory(reason=_DAMAGED)
    if not isinstance(read, dict) or read.get("format") != _FORMAT:
        return UnreadableMemory(reason="what is stored as the memory of earlier briefings is something else")
    age = "a newer" if isinstance(read.get("version"), int) and read["version"] > MEMORY_VERSION else "another"
    return UnreadableMemory(reason=f"what earlier briefings reported was written by {age} version of this program")


def encode_memory(memory: Memory) -> bytes:
    """Pack a memory; equal memories give equal bytes."""
    return zlib.compress(b"".join((_HEAD, _adapter().dump_json(memory), b"}")), 1)


def decode_memory(payload: bytes) -> Memory | UnreadableMemory:
    """Unpack a memory; what cannot be used is no error but says why."""
    try:
        packed = zlib.decompress(payload)
    except zlib.error:
        return UnreadableMemory(reason=_DAMAGED)
    if not packed.startswith(_HEAD):
        return _unknown(packed)
    body = packed[len(_HEAD) : -1]
    try:
        memory = _adapter().validate_json(body)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        return UnreadableMemory(reason=f"{_DAMAGED} at {where or 'its beginning'}")
    # equal memories have equal bytes
    if _adapter().dump_json(memory) != body:
        return UnreadableMemory(reason="what earlier briefings reported holds what this program did not write")
    held = {Evidence(d.source.document, t.span) for d in memory.documents for t in d.texts}
    if not evidence_of(memory) <= held:
        return UnreadableMemory(reason="what earlier briefings reported refers to words that were not kept")
    return memory
