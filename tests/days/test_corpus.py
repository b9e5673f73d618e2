"""The ten days hold what they were written for, and what is said of them agrees with their articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from briefing.ingest import IngestSettings, read_document
from tests.days.corpus import DAYS, articles_of, day_date, load_days, state_on, write_days


def test_the_set_holds_stories_reprints_and_distractors() -> None:
    """Hundreds of articles over ten days, a third at least of the stories of several articles held out, none of a name twice."""
    stories = load_days()
    articles = articles_of(stories)
    several = [s for s in stories if len(s.articles) > 1]
    assert len(articles) >= 200 and len({a.id for a in articles}) == len(articles)
    assert {a.day for a in articles} == set(DAYS)
    assert len(several) >= 12 and 3 * sum(s.held_out for s in several) >= len(several)
    assert sum(len(s.articles) == 1 for s in stories) >= 20
    assert sum(n - 1 for n in Counter(a.group for a in articles).values()) >= 60


def test_what_is_annotated_agrees_with_the_days() -> None:
    """A story's first day is new and no other; a change follows what it changes; events come in order, after the step."""
    for story in load_days():
        days = {a.id: a.day for a in story.articles}
        assert set(story.novelty) == set(days.values())
        assert [d for d, state in story.novelty.items() if state == "new"] == [min(days.values())]
        assert all(days[c.before.article] < days[c.after.article] for c in story.changes)
        for step in story.steps:
            assert [e.day for e in step.events] == sorted(e.day for e in step.events)
            assert all(days[e.source.article] == e.day >= step.first_day for e in step.events)
        assert all(len(d.sides) > 1 for d in story.disagreements)


def test_a_step_stands_as_later_articles_say() -> None:
    """Rescheduled on the day of the news, by the new day from then on, then done."""
    (step,) = (s for story in load_days() for s in story.steps if s.what == "the verdict")
    states = [state_on(step, day, due_soon_days=3) for day in DAYS]
    assert states == ["coming"] * 4 + ["rescheduled", "coming", "due soon", "due soon", "due soon", "done"]


def test_articles_are_read_with_their_day_outlet_and_title(tmp_path: Path) -> None:
    """As the files of ten folders, by the ingestion that readers' documents go through."""
    write_days(tmp_path)
    for article in articles_of(load_days()):
        path = tmp_path / f"day-{article.day:02}" / f"{article.id}.md"
        (document,) = read_document(path, IngestSettings(), today=day_date(10))
        assert (document.published, document.outlet, document.title) == (article.published, article.outlet, article.title)
        assert article.text.split()[0] in document.text
