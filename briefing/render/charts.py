"""The two drawings of a briefing: the coming days, and who stands how to whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.models import Relation
from briefing.render import wording
from briefing.render.view import DayView, MatrixRow, MatrixView, StepView
from briefing.render.wording import clean

#: the timeline shows so many days from the briefing's own
TIMELINE_DAYS = 14


def draw_timeline(today: date, steps: Sequence[StepView]) -> tuple[DayView, ...]:
    """The coming days with how many steps fall on each; nothing where fewer than two do."""
    days = [today + timedelta(days=n) for n in range(TIMELINE_DAYS)]
    counts = [sum(s.date == d for s in steps) for d in days]
    if sum(1 for c in counts if c) < 2:
        return ()
    return tuple(
        DayView(day=str(d.day), weekday=wording.WEEKDAYS[d.weekday()][:2], steps=n, today=d == today, weekend=d.weekday() > 4)
        for d, n in zip(days, counts, strict=True)
    )


def draw_matrix(relations: Sequence[Relation], most: int = 6) -> MatrixView | None:
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
