"""One briefing → its view: settles every word, once for all renditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from briefing.models import (
    BottomLine,
    BriefedPosition,
    BriefedStep,
    Briefing,
    Change,
    Citation,
    Disagreement,
    Excerpt,
    KeyActor,
    Source,
    Story,
    VersionDifference,
)
from briefing.render import wording
from briefing.render.budget import cited_sources
from briefing.render.charts import draw_issues, draw_matrix, draw_timeline
from briefing.render.leads import kind_shown, outright_relations, tell
from briefing.render.number import is_several
from briefing.render.openings import names_all, says_who
from briefing.render.roles import told_role
from briefing.render.view import (
    ActorView,
    ChangeView,
    CiteView,
    ContentView,
    CoverageView,
    DifferenceView,
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
from briefing.render.wording import clean, clean_name, day_text, safe_url

_AHEAD = ("coming", "due soon", "today", "rescheduled", "postponed")
_LONGEST_PREHEADER = 200
_LONGEST_TOOLTIP = 40
#: so many letters of a position stand for a key actor
_LONGEST_STAND = 300


def make_view(briefing: Briefing) -> View:
    """Settle every word of a briefing."""
    presenter = _Presenter(briefing)
    steps = [presenter.step(s, n) for n, s in enumerate(briefing.next_steps, 1)]
    ahead = tuple(v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status in _AHEAD)
    past = tuple(v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status not in (*_AHEAD, "undated"))
    undated = tuple(v for v, s in zip(steps, briefing.next_steps, strict=True) if s.status == "undated")
    undated = tuple(sorted(undated, key=lambda v: v.undated == wording.NO_DATE))
    by_story = len(briefing.stories) > 1
    lines = tuple(presenter.line(b) for b in briefing.bottom_line)
    view = View(
        title=clean(briefing.title),
        date=day_text(briefing.date, weekday=True),
        short_date=f"{briefing.date.day} {wording.MONTHS[briefing.date.month - 1]}",
        iso_date=briefing.date.isoformat(),
        contents=(),
        period=wording.days_text(*briefing.period) if briefing.period else None,
        made=wording.moment_text(briefing.made_at),
        preheader=wording.cut(clean(briefing.notice) if briefing.notice else lines[0].text if lines else "", _LONGEST_PREHEADER),
        language=briefing.language,
        notice=clean(briefing.notice) if briefing.notice else None,
        bottom_line=lines,
        changes=tuple(presenter.change(c) for c in briefing.changes),
        timeline=draw_timeline(briefing.date, ahead),
        steps=ahead,
        undated=undated,
        past=past,
        holders=() if by_story else presenter.holders(briefing.positions),
        stories=tuple(presenter.story(s, n) for n, s in enumerate(briefing.stories, 1)) if by_story else (),
        disagreements=() if by_story else tuple(presenter.disagreement(d) for d in briefing.disagreements),
        issues=() if by_story else draw_issues(briefing.issues, presenter.cites),
        actors=presenter.actors(briefing.actors),
        matrix=draw_matrix(outright_relations(briefing), presenter.cites),
        left_over=tuple(presenter.line(b) for b in briefing.left_over),
        sources=tuple(_source(s) for s in briefing.sources),
        coverage=wording.coverage_text(briefing.coverage, more_positions=briefing.more_positions),
        left_out=tuple(
            CoverageView(path=clean(e.path), detail=clean(said)) for e in briefing.coverage if (said := wording.entry_text(e)) is not None
        ),
        model_version=briefing.model_version,
        steps_left=wording.steps_left_text(briefing.more_steps),
    )
    # what only a step rests on that no page shows is no source of the page
    view = cited_sources(view) if briefing.more_steps or briefing.later_steps else view
    return replace(view, contents=_contents(briefing, sources=len(view.sources), by_story=by_story))


class _Presenter:
    """Turns items into what is shown of them."""

    def __init__(self, briefing: Briefing) -> None:
        self._today = briefing.date
        self._outlets = {s.number: clean_name(s.outlet or s.title or s.path) for s in briefing.sources}
        self._sentences = {q.key: clean(q.text) for s in briefing.sources for q in s.sentences}
        self._strongest: dict[str, BriefedPosition] = {}
        for position in sorted(briefing.positions, key=lambda p: (kind_shown(p) == "statement", p.target is None)):
            self._strongest.setdefault(position.actor, position)
        self._told = {_place(b.excerpt) for b in briefing.bottom_line}
        #: with no earlier briefing to compare with, everything is new and nothing needs to be marked so
        self._remembers = bool(briefing.changes) or any(
            n != "new" for n in (*(s.novelty for s in briefing.stories), *(s.novelty for s in briefing.next_steps))
        )

    def cite(self, citation: Citation) -> CiteView:
        return CiteView(
            key=citation.sentence,
            anchor=_anchor(citation.sentence),
            title=wording.cut(self._outlets.get(citation.source, ""), _LONGEST_TOOLTIP),
        )

    def cites(self, citations: Iterable[Citation]) -> tuple[CiteView, ...]:
        return tuple(self.cite(c) for c in citations)

    def line(self, line: BottomLine) -> LineView:
        return LineView(text=wording.open_sentence(clean(line.excerpt.text)), cites=self.cites(line.citations))

    def step(self, step: BriefedStep, number: int) -> StepView:
        text = clean(step.shown.text)
        names = wording.join_names([clean_name(w) for w in step.who])
        who = wording.capital(names)
        said = says_who(text, step.who, names) or (step.is_told_in_sentences and names_all(text, step.who))
        named = bool(who) and not said
        phrase = clean(step.phrase) if step.phrase else None
        shown = None
        if step.value is not None:
            shown = step.value.end if step.deadline else step.value.start
        whole_day = shown is not None and (step.deadline or step.grain in ("day", "interval"))
        when = wording.when_text(step.value, step.grain, deadline=step.deadline)
        one_day = step.value is not None and step.value.start == step.value.end and not step.deadline and whole_day
        return StepView(
            anchor=f"step-{number}",
            day=str(shown.day) if shown is not None and whole_day else None,
            month=self._month(shown, short=whole_day) if shown is not None else None,
            weekday=wording.WEEKDAYS[shown.weekday()] if shown is not None and whole_day else None,
            deadline=step.deadline,
            span=None if one_day or step.value is None else when,
            when=f"“{phrase}”, on a day not known" if phrase and step.value is None else when,
            undated=None if step.value is not None else wording.NO_DAY if phrase else wording.NO_DATE,
            who=who,
            named=named,
            text=text if named else wording.capital(text),
            phrase=phrase if phrase and phrase not in text else None,
            kind=wording.STEP_KINDS[step.kind],
            status=wording.status_text(step, self._today),
            label=wording.step_label(step, self._today),
            tone="late" if step.status in ("overdue", "called off") else "soon" if step.status in ("due soon", "today") else "plain",
            mark=self._mark(step),
            watched=step.watched,
            cites=self.cites(step.citations),
            date=shown,
        )

    def _month(self, day: date, *, short: bool) -> str:
        month = wording.MONTHS[day.month - 1]
        return (month[:3] if short else month) + (f" {day.year}" if day.year != self._today.year else "")

    def _mark(self, item: BriefedPosition | BriefedStep | Story) -> str | None:
        """Mark what is not new; a story always, once there is an earlier briefing."""
        if not self._remembers or (item.novelty == "new" and not isinstance(item, Story)):
            return None
        return wording.mark_text(item.novelty, item.first_reported, self._today)

    def position(self, position: BriefedPosition, *, together: bool = False) -> PositionView:
        kind = kind_shown(position)
        told = tell(position, several=together or is_several(clean_name(position.actor)))
        return PositionView(
            label=told.label,
            goes_on=told.goes_on,
            kind=kind,
            tone=wording.TONES[kind],
            text=told.text,
            quoted=position.quoted,
            via=f"according to {clean_name(position.via)}" if position.via else None,
            before=f"before this: {wording.quoted(clean(position.before.text))}" if position.before else None,
            mark=self._mark(position),
            watched=position.watched,
            cites=self.cites(position.citations),
        )

    def holders(self, positions: Sequence[BriefedPosition]) -> tuple[HolderView, ...]:
        """The positions under those who hold them; what several hold together in one sentence stands once, under all of them."""
        together: dict[object, list[BriefedPosition]] = {}
        for position in positions:
            together.setdefault(_held(position), []).append(position)
        groups: dict[tuple[str, ...], list[BriefedPosition]] = {}
        for shared in together.values():
            groups.setdefault(tuple(dict.fromkeys(p.actor for p in shared)), []).append(shared[0])
        roles = {p.actor: told_role(p) for p in positions}
        alone = {names[0] for names in groups if len(names) == 1}
        return tuple(
            HolderView(
                name=wording.capital(wording.join_names([_called(n, roles[n] if names[1:] and n not in alone else None) for n in names])),
                role=roles[names[0]] if len(names) == 1 else None,
                positions=tuple(self.position(p, together=len(names) > 1) for p in held),
            )
            for names, held in groups.items()
        )

    def actors(self, actors: Sequence[KeyActor]) -> tuple[ActorView, ...]:
        """A sentence is shown once: in the bottom line, or beside the first actor that it is about. Of an actor whose sentence was
        shown already it is their strongest position that is, where they have one.
        """
        told, views = set(self._told), []
        for actor in actors:
            line = clean(actor.line.text) if actor.line else next((self._sentences.get(c.sentence) for c in actor.citations), None)
            strongest = self._strongest.get(actor.name)
            see, cites = None, actor.citations
            # names in full make other words of a sentence that was told
            place = _place(actor.line) if actor.line else line
            if place in told and strongest is not None:
                line, cites = None, strongest.citations
                see = _stand(self.position(strongest))
            elif place:
                told.add(place)
            name = wording.capital(clean_name(actor.name))
            views.append(ActorView(name=name, role=told_role(actor), line=line, see=see, cites=self.cites(cites)))
        return tuple(views)

    def change(self, change: Change) -> ChangeView:
        # the headline of a text without a title is the sentence that it was told with
        told = change.before is not None and clean(change.before.text) == clean(change.subject)
        return ChangeView(
            subject=wording.capital(clean(change.subject) if told else clean_name(change.subject)),
            label=wording.CHANGES[change.kind],
            tone=wording.CHANGE_TONES[change.kind],
            before=wording.cut_from(clean(change.before.text)) if change.before and not told else None,
            before_day=wording.since_text(change.before_date, self._today) if change.before_date and not told else None,
            after=wording.cut_from(clean(change.after.text)) if change.after else None,
            after_day=wording.since_text(change.after_date, self._today) if change.after_date else None,
            cites=self.cites(change.citations),
        )

    def disagreement(self, disagreement: Disagreement) -> DisagreementView:
        sides = tuple(SideView(who=self._outlets.get(c.source, ""), text=clean(e.text), cite=self.cite(c)) for e, c in disagreement.sides)
        return DisagreementView(about=clean(disagreement.about), sides=sides)

    def story(self, story: Story, number: int) -> StoryView:
        return StoryView(
            headline=clean(story.headline),
            cites=self.cites([story.headline_citation]) if story.headline_citation else (),
            mark=self._mark(story),
            note=wording.story_note(story),
            anchor=f"story-{number}",
            # a text without a title has its first sentence for a headline, which is not said twice
            bottom_line=tuple(self.line(b) for b in story.bottom_line if b.excerpt.text != story.headline),
            steps=(),
            holders=self.holders(story.positions),
            disagreements=tuple(self.disagreement(d) for d in story.disagreements),
            issues=draw_issues(story.issues, self.cites),
        )


def _called(name: str, role: str | None) -> str:
    """One of several who hold something together, with what they are where no heading of their own says it."""
    return clean_name(name) + (f" ({role})" if role else "")


def _held(position: BriefedPosition) -> object:
    """What is held, whoever holds it: those who hold it together have the very words of it in common."""
    return _place(position.excerpt), position.excerpt.text, position.kind, position.target, position.via, position.novelty


def _place(excerpt: Excerpt) -> object:
    """Where the words of an excerpt stand."""
    return excerpt.document, excerpt.spans


def _stand(position: PositionView) -> str:
    """A position in a line: "Calls on Norland: “withdraw …”, according to Ada Example", "Called for talks"."""
    words = wording.cut(position.text, _LONGEST_STAND)
    words = f"“{words}”" if position.quoted else words
    return f"{position.label}{'' if position.goes_on else ':'} {words}" + (f", {position.via}" if position.via else "")


def _anchor(key: str) -> str:
    return f"s{key.replace('.', '-')}"


def _contents(briefing: Briefing, *, sources: int, by_story: bool) -> tuple[ContentView, ...]:
    """What there is, in the order of the page, each with its number."""
    counts = (
        ("changes", len(briefing.changes), "change", None),
        ("next-steps", len(briefing.next_steps) + len(briefing.more_steps), "next step", None),
        ("stories", len(briefing.stories) if by_story else 0, "story", "stories"),
        ("positions", 0 if by_story else len(briefing.positions), "position", None),
        ("actors", len(briefing.actors), "key actor", None),
        ("sources", sources, "source", None),
    )
    return tuple(ContentView(anchor=anchor, text=wording.count_text(n, one, more)) for anchor, n, one, more in counts if n)


def _source(source: Source) -> SourceView:
    return SourceView(
        number=source.number,
        title=wording.source_title(source),
        detail=wording.source_detail(source),
        url=safe_url(source.url),
        also=wording.join_names([clean_name(a) for a in source.also]) if source.also else None,
        sentences=tuple(QuoteView(key=s.key, anchor=_anchor(s.key), text=clean(s.text)) for s in source.sentences),
        differences=tuple(_difference(d) for d in source.differences),
    )


def _difference(difference: VersionDifference) -> DifferenceView:
    ours, theirs = (clean(e.text) if e else None for e in (difference.ours, difference.theirs))
    return DifferenceView(
        outlet=clean_name(difference.outlet),
        verb=wording.DIFFERENCES[difference.kind],
        text=theirs or ours or "",
        instead=ours if theirs else None,
    )
