"""One briefing as the templates and the Word writer see it: every word settled, every string safe, nothing left to decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from briefing.models import (
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    Change,
    Citation,
    Disagreement,
    KeyActor,
    Relation,
    Source,
    Story,
)
from briefing.render import wording
from briefing.render.wording import clean, day_text, safe_url

#: the timeline shows so many days from the briefing's own
TIMELINE_DAYS = 14
_AHEAD = ("coming", "due soon", "today", "rescheduled")
_FOUND = {
    "metadata": "its metadata",
    "front matter": "its front matter",
    "url": "its address",
    "dateline": "its dateline",
    "text": "its text",
    "option": "the command line",
}
_CHANGES = {
    "sharpened": "sharper than before",
    "softened": "softer than before",
    "reversed": "reversed",
    "done": "done",
    "called off": "called off",
    "rescheduled": "rescheduled",
    "overdue": "overdue",
    "development": "developing",
}


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


def make_view(briefing: Briefing) -> View:
    """Settle every word of a briefing."""
    titles = {s.number: _source_title(s) for s in briefing.sources}
    shower = _Shower(titles, {a.name: a for a in briefing.actors})
    steps = [shower.step(s) for s in briefing.next_steps]
    ahead = [v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status in _AHEAD]
    past = [v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status not in (*_AHEAD, "undated")]
    undated = [v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status == "undated"]
    by_story = len(briefing.stories) > 1
    lines = tuple(shower.line(b) for b in briefing.bottom_line)
    return View(
        title=clean(briefing.title),
        date=day_text(briefing.date, weekday=True),
        iso_date=briefing.date.isoformat(),
        period=wording.days_text(*briefing.period) if briefing.period else None,
        made=wording.moment_text(briefing.made_at),
        preheader=_cut(briefing.notice or (lines[0].text if lines else ""), 140),
        language=briefing.language,
        notice=clean(briefing.notice) if briefing.notice else None,
        bottom_line=lines,
        changes=tuple(shower.change(c) for c in briefing.changes),
        timeline=_timeline(briefing.date, ahead),
        steps=tuple(ahead),
        undated=tuple(undated),
        past=tuple(past),
        holders=() if by_story else shower.holders(briefing.positions),
        stories=tuple(shower.story(s, n) for n, s in enumerate(briefing.stories, 1)) if by_story else (),
        disagreements=() if by_story else tuple(shower.disagreement(d) for d in briefing.disagreements),
        actors=tuple(shower.actor(a) for a in briefing.actors),
        matrix=_matrix(briefing.relations),
        left_over=tuple(shower.line(b) for b in briefing.left_over),
        sources=tuple(_source(s) for s in briefing.sources),
        coverage=wording.coverage_text(briefing.coverage),
        left_out=tuple(
            CoverageView(path=clean(e.path), detail=clean(e.detail or e.reason or e.outcome))
            for e in briefing.coverage
            if e.outcome in ("skipped", "unreadable")
        ),
        model_version=briefing.model_version,
    )


class _Shower:
    """Turns items into what is shown of them."""

    def __init__(self, titles: dict[int, str], actors: dict[str, KeyActor]) -> None:
        self._titles = titles
        self._actors = actors

    def cite(self, citation: Citation) -> CiteView:
        return CiteView(key=citation.sentence, anchor=_anchor(citation.sentence), title=self._titles.get(citation.source, ""))

    def cites(self, citations: Iterable[Citation]) -> tuple[CiteView, ...]:
        return tuple(self.cite(c) for c in citations)

    def line(self, line: BottomLine) -> LineView:
        return LineView(text=clean(line.excerpt.text), cites=self.cites(line.citations))

    def step(self, step: BriefedStep) -> StepView:
        text = clean(step.excerpt.text)
        phrase = clean(step.phrase) if step.phrase else None
        shown = None
        if step.value is not None:
            shown = step.value.end if step.deadline else step.value.start
        whole_day = shown is not None and (step.deadline or step.grain in ("day", "interval"))
        when = wording.when_text(step.value, step.grain, deadline=step.deadline)
        notes = []
        if step.previous is not None:
            notes.append(f"before: {wording.when_text(step.previous, 'interval', deadline=step.deadline)}")
        if step.novelty != "new" and step.first_reported is not None:
            notes.append(f"first reported {day_text(step.first_reported)}")
        return StepView(
            day=str(shown.day) if shown is not None and whole_day else None,
            month=f"{wording.MONTHS[shown.month - 1][:3]} {shown.year}" if shown is not None else None,
            weekday=wording.WEEKDAYS[shown.weekday()][:3] if shown is not None and whole_day else None,
            when=f"“{phrase}”, on a day not known" if phrase and step.value is None else when,
            who=wording.join_names([clean(w) for w in step.who]),
            text=text,
            phrase=phrase if phrase and phrase not in text and step.value is not None else None,
            label=wording.step_label(step),
            tone="late" if step.status in ("overdue", "called off") else "soon" if step.status in ("due soon", "today") else "plain",
            note="; ".join(notes) or None,
            cites=self.cites(step.citations),
            date=shown,
        )

    def position(self, position: BriefedPosition) -> PositionView:
        notes = []
        if position.novelty != "new" and position.first_reported is not None:
            notes.append(f"first reported {day_text(position.first_reported)}")
        return PositionView(
            label=wording.kind_text(position.kind, position.target),
            kind=position.kind,
            text=clean(position.excerpt.text),
            quoted=position.quoted,
            via=f"according to {clean(position.via)}" if position.via else None,
            note="; ".join(notes) or None,
            cites=self.cites(position.citations),
        )

    def holders(self, positions: Sequence[BriefedPosition]) -> tuple[HolderView, ...]:
        groups: dict[str, list[PositionView]] = {}
        for position in positions:
            groups.setdefault(position.actor, []).append(self.position(position))
        return tuple(
            HolderView(name=clean(name), role=_role(self._actors.get(name)), positions=tuple(items)) for name, items in groups.items()
        )

    def actor(self, actor: KeyActor) -> ActorView:
        return ActorView(
            name=clean(actor.name),
            role=_role(actor),
            line=clean(actor.line.text) if actor.line else None,
            cites=self.cites(actor.citations),
        )

    def change(self, change: Change) -> ChangeView:
        return ChangeView(
            subject=clean(change.subject),
            label=_CHANGES[change.kind],
            before=clean(change.before.text) if change.before else None,
            before_day=day_text(change.before_date) if change.before_date else None,
            after=clean(change.after.text) if change.after else None,
            after_day=day_text(change.after_date) if change.after_date else None,
            cites=self.cites(change.citations),
        )

    def disagreement(self, disagreement: Disagreement) -> DisagreementView:
        sides = tuple(SideView(text=clean(e.text), cite=self.cite(c)) for e, c in disagreement.sides)
        return DisagreementView(about=clean(disagreement.about), sides=sides)

    def story(self, story: Story, number: int) -> StoryView:
        outlets = f"{len(story.sources)} source{'s' if len(story.sources) > 1 else ''}"
        if story.outlets:
            outlets += f": {wording.join_names([clean(o) for o in story.outlets[:4]])}"
        first = f"; first reported {day_text(story.first_reported)}" if story.novelty != "new" and story.first_reported else ""
        return StoryView(
            headline=clean(story.headline),
            note=f"{story.novelty.capitalize()} · {outlets}{first}",
            anchor=f"story-{number}",
            bottom_line=tuple(self.line(b) for b in story.bottom_line),
            steps=(),
            holders=self.holders(story.positions),
            disagreements=tuple(self.disagreement(d) for d in story.disagreements),
        )


def _role(actor: KeyActor | None) -> str | None:
    if actor is None:
        return None
    role, side = (clean(x) if x else None for x in (actor.role, actor.affiliation))
    if role and side and side.casefold() not in role.casefold():
        return f"{role}, {side}"
    return role or side


def _anchor(key: str) -> str:
    return f"s{key.replace('.', '-')}"


def _cut(text: str, most: int) -> str:
    """Cut at a word."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _timeline(today: date, steps: Sequence[StepView]) -> tuple[DayView, ...]:
    """The coming days with how many steps fall on each; nothing where fewer than two do."""
    days = [today + timedelta(days=n) for n in range(TIMELINE_DAYS)]
    counts = [sum(s.date == d for s in steps) for d in days]
    if sum(1 for c in counts if c) < 2:
        return ()
    return tuple(
        DayView(day=str(d.day), weekday=wording.WEEKDAYS[d.weekday()][:2], steps=n, today=d == today, weekend=d.weekday() > 4)
        for d, n in zip(days, counts, strict=True)
    )


def _matrix(relations: Sequence[Relation], most: int = 6) -> MatrixView | None:
    """The busiest actors by the busiest targets; None where three sentences say it better than a table."""
    if len(relations) < 4:
        return None
    actors = list(dict.fromkeys(r.actor for r in relations))[:most]
    counts = {t: sum(r.target == t for r in relations) for t in dict.fromkeys(r.target for r in relations)}
    targets = sorted(counts, key=lambda t: (-counts[t], t))[: most - 1]
    shown = [r for r in relations if r.actor in actors and r.target in targets]
    if len({r.actor for r in shown}) < 2 or len(targets) < 2:
        return None
    rows = []
    for actor in actors:
        cells = tuple(", ".join(wording.VERBS[r.kind] for r in shown if (r.actor, r.target) == (actor, target)) for target in targets)
        if any(cells):
            rows.append(MatrixRow(actor=clean(actor), cells=cells))
    sentences = tuple(f"{clean(r.actor)} {wording.VERBS[r.kind]} {clean(r.target)}." for r in shown)
    return MatrixView(targets=tuple(clean(t) for t in targets), rows=tuple(rows), sentences=sentences)


def _source_title(source: Source) -> str:
    return clean(source.title or source.name)


def _source(source: Source) -> SourceView:
    details = [clean(source.outlet)] if source.outlet else []
    if source.published is not None:
        found = _FOUND.get(source.published_from or "")
        details.append(day_text(source.published) + (f" (date from {found})" if found else ""))
    else:
        details.append("no date found")
    details.append(clean(source.path))
    return SourceView(
        number=source.number,
        title=_source_title(source),
        detail=" · ".join(details),
        url=safe_url(source.url),
        also=wording.join_names([clean(a) for a in source.also]) if source.also else None,
        sentences=tuple(QuoteView(key=s.key, anchor=_anchor(s.key), text=clean(s.text)) for s in source.sentences),
    )


V = TypeVar("V")


def shorten(view: View, share: float) -> View:
    """Keep so large a share of the long sections, whole items from the top of each, and the sources that those cite."""

    def keep(items: tuple[V, ...], least: int = 1) -> tuple[V, ...]:
        return items[: max(least, round(len(items) * share))]

    def fewer(holders: tuple[HolderView, ...]) -> tuple[HolderView, ...]:
        return tuple(replace(h, positions=keep(h.positions)) for h in keep(holders, 3))

    short = replace(
        view,
        steps=keep(view.steps, 3),
        undated=keep(view.undated),
        past=keep(view.past),
        holders=fewer(view.holders),
        stories=tuple(replace(s, holders=fewer(s.holders)) for s in keep(view.stories, 2)),
        left_over=keep(view.left_over),
        left_out=keep(view.left_out),
    )
    cited = _cited_keys(short)
    sources = tuple(replace(s, sentences=kept) for s in view.sources if (kept := tuple(q for q in s.sentences if q.anchor in cited)))
    return replace(
        short,
        sources=sources,
        more_steps=_count_steps(view) - _count_steps(short),
        more_positions=_count_positions(view) - _count_positions(short),
        more_sources=len(view.sources) - len(sources),
    )


def _count_steps(view: View) -> int:
    return len(view.steps) + len(view.undated) + len(view.past)


def _all_holders(view: View) -> Iterable[HolderView]:
    yield from view.holders
    for story in view.stories:
        yield from story.holders


def _count_positions(view: View) -> int:
    return sum(len(h.positions) for h in _all_holders(view))


def _cited_keys(view: View) -> set[str]:
    groups: list[tuple[CiteView, ...]] = [line.cites for line in (*view.bottom_line, *view.left_over)]
    groups += [step.cites for step in (*view.steps, *view.undated, *view.past)]
    groups += [actor.cites for actor in view.actors]
    groups += [change.cites for change in view.changes]
    groups += [p.cites for h in _all_holders(view) for p in h.positions]
    groups += [line.cites for s in view.stories for line in s.bottom_line]
    groups += [(side.cite,) for d in (*view.disagreements, *(d for s in view.stories for d in s.disagreements)) for side in d.sides]
    return {c.anchor for cites in groups for c in cites}
