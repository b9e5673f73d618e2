"""One briefing → its view: settles every word, once for all renditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.models import (
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    Change,
    Citation,
    Disagreement,
    KeyActor,
    Source,
    Story,
)
from briefing.render import wording
from briefing.render.charts import draw_matrix, draw_timeline
from briefing.render.view import (
    ActorView,
    ChangeView,
    CiteView,
    CoverageView,
    DisagreementView,
    HolderView,
    LineView,
    PositionView,
    QuoteView,
    SideView,
    SourceView,
    StepView,
    StoryView,
    View,
)
from briefing.render.wording import clean, day_text, safe_url

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


def make_view(briefing: Briefing) -> View:
    """Settle every word of a briefing."""
    titles = {s.number: _source_title(s) for s in briefing.sources}
    presenter = _Presenter(titles, {a.name: a for a in briefing.actors})
    steps = [presenter.step(s) for s in briefing.next_steps]
    ahead = [v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status in _AHEAD]
    past = [v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status not in (*_AHEAD, "undated")]
    undated = [v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status == "undated"]
    by_story = len(briefing.stories) > 1
    lines = tuple(presenter.line(b) for b in briefing.bottom_line)
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
        changes=tuple(presenter.change(c) for c in briefing.changes),
        timeline=draw_timeline(briefing.date, ahead),
        steps=tuple(ahead),
        undated=tuple(undated),
        past=tuple(past),
        holders=() if by_story else presenter.holders(briefing.positions),
        stories=tuple(presenter.story(s, n) for n, s in enumerate(briefing.stories, 1)) if by_story else (),
        disagreements=() if by_story else tuple(presenter.disagreement(d) for d in briefing.disagreements),
        actors=tuple(presenter.actor(a) for a in briefing.actors),
        matrix=draw_matrix(briefing.relations),
        left_over=tuple(presenter.line(b) for b in briefing.left_over),
        sources=tuple(_source(s) for s in briefing.sources),
        coverage=wording.coverage_text(briefing.coverage),
        left_out=tuple(
            CoverageView(path=clean(e.path), detail=clean(e.detail or e.reason or e.outcome))
            for e in briefing.coverage
            if e.outcome in ("skipped", "unreadable")
        ),
        model_version=briefing.model_version,
    )


class _Presenter:
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
