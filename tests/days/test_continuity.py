"""The quality gate of what is found from one day to the next, on the ten days. Raising a floor is normal, lowering one needs a reason."""

from __future__ import annotations

from benchmarks.continuity import score_days
from tests.days.corpus import load_days


def test_what_is_new_who_moved_and_what_came_due_is_told_rightly() -> None:
    """Each day of each story is new, developing or unchanged, and has news or none; a claimed change is of the right actor, story,
    day and direction, with precision before recall; a step that was found stands every day where a reader would say it does."""
    scores = score_days(load_days())
    assert scores.novelty.recall >= 93, scores.novelty.misses
    assert scores.news.recall >= 97, scores.news.misses
    assert scores.changes.precision >= 85 and scores.changes.f1 >= 70, scores.changes.misses
    assert scores.ledger.precision >= 92 and scores.ledger.recall >= 90, (scores.found.misses, scores.ledger.misses)
    held_out = score_days([s for s in load_days() if s.held_out])
    assert held_out.novelty.recall >= 89 and held_out.ledger.recall >= 75
