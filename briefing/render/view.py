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
    """``day``, ``month`` and ``weekday`` are set apart; None where there is none. ``span`` is what the step's time is when it is
    more than that day; ``when`` always says it whole, ``undated`` only for a step without a day why it has none. ``named`` tells whether
    ``who`` has to stand before ``text``, which else begins with them. ``label`` is
    ``kind`` with ``status``. ``mark`` tells what is not new."""

    anchor: str
    day: str | None
    month: str | None
    weekday: str | None
    deadline: bool
    span: str | None
    when: str
    undated: str | None
    who: str
    named: bool
    text: str
    phrase: str | None
    kind: str
    status: str
    label: str
    tone: str
    mark: str | None
    watched: bool
    cites: tuple[CiteView, ...]
    date: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PositionView:
    """``label`` is a verb that goes on from the actor's name, "Calls on Norland", as ``text`` does from the verb where it ``goes_on``;
    ``before`` the sentence that ``text`` leans on."""

    label: str
    goes_on: bool
    kind: str
    tone: str
    text: str
    quoted: bool
    via: str | None
    before: str | None
    mark: str | None
    watched: bool
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HolderView:
    """An actor with their positions."""

    name: str
    role: str | None
    positions: tuple[PositionView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ActorView:
    """Where ``line`` was shown already, ``see`` is the actor's strongest position instead."""

    name: str
    role: str | None
    line: str | None
    see: str | None
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeView:
    subject: str
    label: str
    tone: str
    before: str | None
    before_day: str | None
    after: str | None
    after_day: str | None
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SideView:
    who: str
    text: str
    cite: CiteView


@dataclass(frozen=True, kw_only=True, slots=True)
class DisagreementView:
    about: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StandView:
    """Where one actor stands on an issue; of a request, ``target`` is whom it is made of. ``text`` is in the position's words."""

    actor: str
    target: str | None
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StandGroup:
    """``label`` is "For", "Against" or "Asks"."""

    label: str
    tone: str
    stands: tuple[StandView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueView:
    about: str
    groups: tuple[StandGroup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryView:
    headline: str
    cites: tuple[CiteView, ...]
    mark: str | None
    note: str
    anchor: str
    bottom_line: tuple[LineView, ...]
    steps: tuple[StepView, ...]
    holders: tuple[HolderView, ...]
    disagreements: tuple[DisagreementView, ...]
    issues: tuple[IssueView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DayView:
    """One day of the timeline; ``anchor`` leads to its first step, ``month`` is named on its first day shown."""

    day: str
    weekday: str
    month: str | None
    steps: int
    anchor: str | None
    today: bool
    weekend: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixCell:
    """``tone`` is "for", "against", "asks", "mixed" or "none"."""

    text: str
    tone: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixRow:
    actor: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MatrixView:
    """Who supports, opposes, blames or asks of whom; ``sentences`` say the same in words."""

    targets: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    sentences: tuple[LineView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteView:
    key: str
    anchor: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DifferenceView:
    """What another version of a source has differently: ``outlet`` ``verb`` ``text``, where the source itself says ``instead``."""

    outlet: str
    verb: str
    text: str
    instead: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceView:
    number: int
    title: str
    detail: str
    url: str | None
    also: str | None
    sentences: tuple[QuoteView, ...]
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageView:
    path: str
    detail: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ContentView:
    """A section and how much it holds: "12 positions"."""

    anchor: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """``more_*`` counts what the size budget left out of this rendition, and ``rest`` says where that is. ``steps_left`` says how many
    next steps the length of the briefing left out of all pages."""

    title: str
    date: str
    short_date: str
    iso_date: str
    contents: tuple[ContentView, ...]
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
    issues: tuple[IssueView, ...]
    actors: tuple[ActorView, ...]
    matrix: MatrixView | None
    left_over: tuple[LineView, ...]
    sources: tuple[SourceView, ...]
    coverage: str
    left_out: tuple[CoverageView, ...]
    model_version: str
    steps_left: str | None = None
    rest: str = ""
    leave_at: str | None = None
    more_steps: int = 0
    more_positions: int = 0
    more_sources: int = 0
    more_stories: int = 0
    more_lines: int = 0
    more_changes: int = 0
    more_actors: int = 0
    more_left_out: int = 0
    more_disagreements: int = 0
    more_issues: int = 0
