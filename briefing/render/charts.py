"""What a briefing shows at a glance: the coming days, who stands how to whom, and the sides of an issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from briefing.models import Citation, Issue, Relation, Side
from briefing.render import wording
from briefing.render.number import in_plural, is_several, with_article
from briefing.render.view import (
    CiteView,
    DayView,
    IssueView,
    LineView,
    MatrixCell,
    MatrixRow,
    MatrixView,
    StandGroup,
    StandView,
    StepView,
)
from briefing.render.wording import clean, clean_name

Citing = Callable[[Sequence[Citation]], tuple[CiteView, ...]]
#: the timeline shows so many days from the briefing's own
TIMELINE_DAYS = 14
#: with fewer relations, sentences say it better than a table
_LEAST_RELATIONS = 4


def draw_timeline(today: date, steps: Sequence[StepView]) -> tuple[DayView, ...]:
    """The coming days with how many steps fall on each; nothing where none does."""
    days = []
    for n in range(TIMELINE_DAYS):
        day = today + timedelta(days=n)
        on = [s for s in steps if s.date == day and s.day is not None]
        days.append(
            DayView(
                day=str(day.day),
                weekday=wording.WEEKDAYS[day.weekday()][:2],
                month=wording.MONTHS[day.month - 1][:3] if n == 0 or day.day == 1 else None,
                steps=len(on),
                anchor=on[0].anchor if on else None,
                today=n == 0,
                weekend=day.weekday() > 4,
            )
        )
    return tuple(days) if any(d.steps for d in days) else ()


def draw_matrix(relations: Sequence[Relation], cites: Citing, *, most: int = 6) -> MatrixView | None:
    """The busiest actors by the busiest targets, and the same in sentences; None where a table would be nearly empty."""
    relations = [r for r in relations if r.kind in wording.RELATIONS]
    if len(relations) < _LEAST_RELATIONS:
        return None
    counts = {t: sum(r.target == t for r in relations) for t in dict.fromkeys(r.target for r in relations)}
    targets = sorted(counts, key=lambda t: (-counts[t], t))[: most - 1]
    actors = list(dict.fromkeys(r.actor for r in relations if r.target in targets))[:most]
    if len(actors) < 2 or len(targets) < 2:
        return None
    rows, sentences = [], []
    for actor in actors:
        cells = []
        for target in targets:
            here = [r for r in relations if (r.actor, r.target) == (actor, target)]
            cells.append(_cell(here, cites))
            if here:
                sentences.append(LineView(text=_sentence(clean_name(actor), here, clean_name(target)), cites=cells[-1].cites))
        rows.append(MatrixRow(actor=clean_name(actor), cells=tuple(cells)))
    return MatrixView(targets=tuple(clean_name(t) for t in targets), rows=tuple(rows), sentences=tuple(sentences))


def _sentence(actor: str, relations: Sequence[Relation], target: str) -> str:
    """How one stands to another, of several who have no name in the plural: "Other unions call on Norland.", "HU leaders call"."""
    verbs = _verbs(relations)
    if is_several(actor):
        verbs = [in_plural(v) for v in verbs]
    actor, target = with_article(actor), with_article(target)
    actor = actor[:1].upper() + actor[1:] if actor.islower() else actor
    return f"{actor} {wording.join_names(verbs)} {target}."


def _verbs(relations: Sequence[Relation]) -> list[str]:
    return list(dict.fromkeys(wording.RELATIONS[r.kind] for r in relations))


def _cell(relations: Sequence[Relation], cites: Citing) -> MatrixCell:
    tones = {wording.TONES[r.kind] for r in relations}
    return MatrixCell(
        text=wording.join_names(_verbs(relations)),
        tone="none" if not tones else tones.pop() if len(tones) == 1 else "mixed",
        cites=cites(list(dict.fromkeys(c for r in relations for c in r.citations))),
    )


def draw_issues(issues: Sequence[Issue], cites: Citing) -> tuple[IssueView, ...]:
    """The sides of each issue, those that nobody takes left out."""
    return tuple(
        IssueView(
            about=clean(issue.about),
            groups=tuple(
                StandGroup(label=label, tone=tone, stands=tuple(_stand(side, cites, asks=label == "Asks") for side in sides))
                for label, tone, sides in (
                    ("For", "for", issue.supporters),
                    ("Against", "against", issue.opponents),
                    ("Asks", "asks", issue.requests),
                )
                if sides
            ),
        )
        for issue in issues
    )


def _stand(side: Side, cites: Citing, *, asks: bool) -> StandView:
    target = clean_name(side.target) if side.target and asks else None
    return StandView(actor=clean_name(side.actor), target=target, text=clean(side.excerpt.text), cites=cites(side.citations))
