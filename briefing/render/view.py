"""What the templates and the Word writer see of a briefing: every word settled, every string safe, nothing left to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class CiteView:
    """``key`` is shown, ``anchor`` is the place in the source list."""

    key: str
    anchor: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LineView:
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StepView:
    """``day`` and ``month`` are set apart; they are None where there is no date."""

    day: str | None
    month: str | None
    weekday: str | None
    when: str
    who: str
    text: str
    phrase: str | None
    label: str
    tone: str
    note: str | None
    cites: tuple[CiteView, ...]
    date: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionView:
    label: str
    kind: str
    text: str
    quoted: bool
    via: str | None
    note: str | None
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HolderView:
    """An actor with their positions."""

    name: str
    role: str | None
    positions: tuple[PositionView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ActorView:
    name: str
    role: str | None
    line: str | None
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeView:
    subject: str
    label: str
    before: str | None
    before_day: str | None
    after: str | None
    after_day: str | None
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SideView:
    text: str
    cite: CiteView


@dataclass(frozen=True, kw_only=True, slots=True)
class DisagreementView:
    about: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryView:
    headline: str
    note: str
    anchor: str
    bottom_line: tuple[LineView, ...]
    steps: tuple[StepView, ...]
    holders: tuple[HolderView, ...]
    disagreements: tuple[DisagreementView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DayView:
    """One day of the timeline."""

    day: str
    weekday: str
    steps: int
    today: bool
    weekend: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixRow:
    actor: str
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixView:
    """Who supports, opposes, blames or asks of whom; ``sentences`` say the same in words."""

    targets: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteView:
    key: str
    anchor: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceView:
    number: int
    title: str
    detail: str
    url: str | None
    also: str | None
    sentences: tuple[QuoteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageView:
    path: str
    detail: str


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """``more`` counts what the size budget left out of this rendition."""

    title: str
    date: str
    iso_date: str
    period: str | None
    made: str
    preheader: str
    language: str
    notice: str | None
    bottom_line: tuple[LineView, ...]
    changes: tuple[ChangeView, ...]
    timeline: tuple[DayView, ...]
    steps: tuple[StepView, ...]
    undated: tuple[StepView, ...]
    past: tuple[StepView, ...]
    holders: tuple[HolderView, ...]
    stories: tuple[StoryView, ...]
    disagreements: tuple[DisagreementView, ...]
    actors: tuple[ActorView, ...]
    matrix: MatrixView | None
    left_over: tuple[LineView, ...]
    sources: tuple[SourceView, ...]
    coverage: str
    left_out: tuple[CoverageView, ...]
    model_version: str
    more_steps: int = 0
    more_positions: int = 0
    more_sources: int = 0
