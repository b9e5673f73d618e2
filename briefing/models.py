"""The records that pass between the stages: frozen, keyword-only, and free of behaviour beyond their own invariants.

Offsets are Python string positions, half-open ``[start, end)``, into ``Document.text``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

PublishedFrom = Literal["metadata", "front matter", "url", "dateline", "text", "option"]
ActorKind = Literal["person", "organization", "country", "group"]
MentionKind = Literal["person", "organization", "place", "group", "event", "date", "money"]
PositionKind = Literal["demand", "support", "opposition", "blame", "denial", "offer", "commitment", "warning", "praise", "statement"]
StepKind = Literal["scheduled", "committed", "requested", "expected"]
#: a next step less likely to be one than this is in the analysis, and in no briefing
LIKELY = 0.25
#: an actor less likely to be needed than this who holds nothing is in the analysis, and in no briefing
ACTING = 0.45
#: the shape that an interval of days is printed in
Grain = Literal["day", "month", "year", "interval"]
StepStatus = Literal["coming", "due soon", "today", "undated", "overdue", "past", "done", "called off", "rescheduled", "postponed"]
Novelty = Literal["new", "developing", "known"]
#: for a record that has a field called ``date``
Day = date
Outcome = Literal["read", "folded", "skipped", "unreadable"]


class Span(NamedTuple):
    """Half-open character offsets into a document's text."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Tell whether two spans have a character in common."""
        return self.start < other.end and other.start < self.end

    def lies_in(self, other: Span) -> bool:
        """Tell whether another span has all of it."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """A closed interval of days; a single day has ``start == end``."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval ends before it starts: {self.start} > {self.end}")


# ---------------------------------------------------------------------------------------------- ingest


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One ingested text with its metadata. ``id`` is the SHA-256 of the text and the metadata that the analysis reads."""

    id: str
    name: str
    path: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "en"
    media_type: str = "text/plain"
    #: where the article begins, behind an address line or a header block that is no part of it
    body_start: int = 0
    #: place, day and agency before the first sentence, which are no part of it
    dateline: Span | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageEntry:
    """What became of one source, and why. ``reason`` is a stable code, ``detail`` a sentence for the reader."""

    path: str
    outcome: Outcome
    reason: str | None = None
    detail: str | None = None
    #: the document that stands for this one when it was folded as a duplicate
    folded_into: str | None = None
    #: something about how it was read that its reader should know, whatever became of it
    note: str | None = None


# ---------------------------------------------------------------------------------------------- analysis


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """A word or punctuation mark. ``head`` is the index of its syntactic head in the same list, or its own index for a root."""

    start: int
    end: int
    text: str
    #: Universal part of speech, and the Penn tag that tells tense
    pos: str
    tag: str
    lemma: str
    head: int
    relation: str
    sentence: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    span: Span
    kind: MentionKind
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """Source, cue and content; source or cue may be empty. Spans of one role are in text order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotation:
    """What the language model says of one text. Sentences partition the words in order."""

    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    model_version: str
    #: what the model reads beyond the words (`nlp/reading.py`); None for a text without any
    reading: Any = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class TemporalExpression:
    """``value`` is None when the expression cannot be resolved to days; ``anchor`` is what it was resolved against."""

    span: Span
    value: Interval | None
    anchor: date | None
    #: the shape that ``value`` is printed in: a day, a month, a year or an interval
    grain: Grain = "interval"
    #: True for "by", "before", "within": the interval's end is a deadline
    deadline: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """A resolved person, organization, government or group of one document (or, in a briefing, of all of them)."""

    name: str
    kind: ActorKind
    role: str | None = None
    #: whom they speak for
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    salience: float = 0.0
    #: one at least: what a briefing says of an actor rests on where it is named
    mentions: tuple[Span, ...]
    #: spans of mentions that misspell the name
    misspelled: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"the actor {self.name!r} is named nowhere: it has no mention")


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """An attribution resolved to an actor. ``via`` is who says that ``actor`` holds it, where that is somebody else."""

    actor: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: PositionKind
    quoted: bool
    target: str | None = None
    via: str | None = None
    salience: float = 0.0
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class NextStep:
    what: tuple[Span, ...]
    who: tuple[str, ...]
    when: tuple[Span, ...]
    value: Interval | None
    grain: Grain
    deadline: bool
    kind: StepKind
    salience: float = 0.0
    #: how likely it is a next step at all, from 0 to 1; below `LIKELY` no briefing shows it
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Referent:
    """The person that a pronoun means, where it can hardly mean anybody else."""

    span: Span
    actor: str
    #: "his" stands for the name with an ’s
    possessive: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysis:
    """Everything extracted from one document. Actors, positions and steps refer to actors by name."""

    document: str
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TemporalExpression, ...]
    actors: tuple[Actor, ...]
    positions: tuple[Position, ...]
    next_steps: tuple[NextStep, ...]
    #: whole sentences that together say what happened, who stands where and what comes next
    summary: tuple[Span, ...]
    model_version: str
    #: a unit-length embedding of the document's first paragraphs, for clustering; empty when the model gives none
    embedding: tuple[float, ...] = ()
    referents: tuple[Referent, ...] = ()


# ---------------------------------------------------------------------------------------------- briefing


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A misspelled name set right, a name given in full or in the place of a pronoun: shown as ``[replacement]`` in place of the text at
    ``span``, which is empty where the name is put behind "the minister"."""

    span: Span
    replacement: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """The words of a source. ``text`` is those at ``spans`` (white space folded, pieces joined by " … ") with the corrections
    in square brackets; `briefing.compose.evidence` recomputes it from the document and refuses a difference."""

    document: str
    spans: tuple[Span, ...]
    text: str
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """Leads to a sentence in the source list: ``source`` is Source.number, ``sentence`` is SourceSentence.key."""

    source: int
    sentence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceSentence:
    """``key`` is "3.2": the second cited sentence of source 3. It serves as the anchor in HTML and DOCX."""

    key: str
    span: Span
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionDifference:
    """What another version of a source's text has differently: a figure, a name, or a sentence that it leaves out or adds.

    ``ours`` is the source's sentence, None for one that is added; ``theirs`` is the version's, None for one that is left out.
    """

    kind: Literal["name", "figure", "left out", "added"]
    #: the outlet of the version, or its path
    outlet: str
    ours: Excerpt | None
    theirs: Excerpt | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    number: int
    document: str
    name: str
    title: str | None
    outlet: str | None
    url: str | None
    path: str
    published: date | None
    published_from: PublishedFrom | None
    sentences: tuple[SourceSentence, ...]
    #: outlets and addresses of near-duplicates that this document stands for
    also: tuple[str, ...] = ()
    #: the day of the briefing that first cited it, where that was an earlier one: its sentences are those kept then
    reported_on: date | None = None
    #: what the versions that it stands for have differently
    differences: tuple[VersionDifference, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BottomLine:
    excerpt: Excerpt
    citations: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyActor:
    """``line`` is what they did or said, in the source's words."""

    name: str
    kind: ActorKind
    role: str | None
    affiliation: str | None
    aliases: tuple[str, ...]
    salience: float
    line: Excerpt | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefedPosition:
    """One position as shown; repetitions are folded into ``citations``. ``id`` is stable from run to run. ``role`` and ``affiliation``
    are those of ``actor``, whom the briefing's key actors need not have."""

    id: str
    actor: str
    via: str | None
    kind: PositionKind
    target: str | None
    quoted: bool
    excerpt: Excerpt
    cue: str
    citations: tuple[Citation, ...]
    salience: float
    said_on: date | None
    novelty: Novelty = "new"
    first_reported: date | None = None
    #: a reader's watch-list matched it
    watched: bool = False
    role: str | None = None
    affiliation: str | None = None
    #: the sentence that stands before its words, where these lean on it
    before: Excerpt | None = None

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """All the words of a source that it shows."""
        return (self.excerpt, self.before) if self.before is not None else (self.excerpt,)


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefedStep:
    """One next step as shown. ``id`` is stable from run to run and is the calendar event's UID; ``sequence`` counts its changes."""

    id: str
    who: tuple[str, ...]
    excerpt: Excerpt
    #: the time expression as the source has it, and the days it was resolved to
    phrase: str | None
    value: Interval | None
    grain: Grain
    deadline: bool
    kind: StepKind
    status: StepStatus
    citations: tuple[Citation, ...]
    salience: float
    novelty: Novelty = "new"
    first_reported: date | None = None
    #: the interval it had before it was rescheduled
    previous: Interval | None = None
    #: later days that other sources give it, while nobody has said which of them stands; ``value`` is the first
    other_days: tuple[Interval, ...] = ()
    #: the day of the briefing that first gave it in these words, where it was reported in others before
    worded_on: date | None = None
    sequence: int = 0
    watched: bool = False
    #: what to show in place of ``excerpt``: whole sentences where its words say nothing alone, or its words without the name
    #: that the line begins with; what tells steps apart is ``excerpt``
    told: Excerpt | None = None

    @property
    def shown(self) -> Excerpt:
        """The words that a reader is shown."""
        return self.told or self.excerpt

    @property
    def is_told_in_sentences(self) -> bool:
        """A reader is shown the sentences around its clause, not only the clause."""
        return len(self.shown.text) > len(self.excerpt.text)

    @property
    def clause(self) -> Excerpt:
        """Its clause, as short as a reader is shown it behind the name of who is to act."""
        return self.excerpt if self.is_told_in_sentences else self.shown


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What moved since an earlier briefing, with the two texts that show it. ``before`` is None for what is only new."""

    kind: Literal[
        "sharpened", "softened", "reversed", "done", "called off", "rescheduled", "postponed", "overdue", "development", "correction"
    ]
    #: the actor, or the step's short text
    subject: str
    before: Excerpt | None
    before_date: date | None
    after: Excerpt | None
    after_date: date | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    """Sources that differ about one thing: a figure, a date, who said what. Each side is an excerpt with its citation."""

    about: str
    sides: tuple[tuple[Excerpt, Citation], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """A cell of the at-a-glance matrix: ``actor`` supports, opposes, blames or asks of ``target``."""

    actor: str
    target: str
    kind: PositionKind
    citations: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """Where an actor stands on an issue, in the words of a position; of a request ``target`` is whom it is made of."""

    actor: str
    target: str | None
    kind: PositionKind
    excerpt: Excerpt
    citations: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """What several actors' positions are about, in a source's words, and their sides: who is for, who is against, who asks what of whom."""

    about: str
    supporters: tuple[Side, ...]
    opponents: tuple[Side, ...]
    requests: tuple[Side, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """The documents about one development. ``id`` is stable from run to run."""

    id: str
    headline: str
    headline_citation: Citation | None
    bottom_line: tuple[BottomLine, ...]
    actors: tuple[KeyActor, ...]
    positions: tuple[BriefedPosition, ...]
    next_steps: tuple[BriefedStep, ...]
    disagreements: tuple[Disagreement, ...]
    sources: tuple[int, ...]
    outlets: tuple[str, ...]
    salience: float
    novelty: Novelty = "new"
    first_reported: date | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Briefing:
    """One briefing. The top-level lists hold the whole briefing's items; ``stories`` groups the same items when there are several.

    ``notice`` is the sentence that stands in place of news when there is none. ``left_over`` names stories that the length
    setting left out, a line each; ``more_steps`` are the next steps that it left out, which calendars and programs get all the same, and
    ``later_steps`` those of earlier days that are open and too far off to be named again: a calendar would lose them.
    """

    title: str
    date: Day
    made_at: datetime
    period: tuple[Day, Day] | None
    schedule: str | None
    notice: str | None
    bottom_line: tuple[BottomLine, ...]
    changes: tuple[Change, ...]
    actors: tuple[KeyActor, ...]
    positions: tuple[BriefedPosition, ...]
    next_steps: tuple[BriefedStep, ...]
    disagreements: tuple[Disagreement, ...]
    relations: tuple[Relation, ...]
    stories: tuple[Story, ...]
    left_over: tuple[BottomLine, ...]
    sources: tuple[Source, ...]
    coverage: tuple[CoverageEntry, ...]
    model_version: str
    language: str = "en"
    #: what the configuration was, as a short hash, so that a reader can tell two briefings of one day apart
    settings_version: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    more_steps: tuple[BriefedStep, ...] = ()
    later_steps: tuple[BriefedStep, ...] = ()
    #: how many positions of the stories that it tells the length left out
    more_positions: int = 0
