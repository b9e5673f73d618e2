"""The ten days: fictional articles of several outlets with what a reader finds in them, written by hand.

One file of ``stories/`` holds a story with its articles and what is true of them: which are near-duplicates, what is new on which day,
who changed a position, what became of each next step, and where sources differ. A near-duplicate is kept as the edits that make it.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

import yaml

State = Literal["new", "developing", "unchanged"]
FOLDER = Path(__file__).parent / "stories"
#: a Monday
FIRST_DAY = date(2031, 3, 3)
DAYS = range(1, 11)


@dataclass(frozen=True, kw_only=True)
class Article:
    """One text as printed. ``group`` names its near-duplicates: the first of them."""

    id: str
    day: int
    outlet: str
    title: str
    text: str
    story: str
    group: str

    @property
    def published(self) -> date:
        return day_date(self.day)

    @property
    def markdown(self) -> str:
        """The article as a file that the ingestion reads."""
        header = yaml.safe_dump(
            {"title": self.title, "published": self.published, "source": self.outlet}, allow_unicode=True, sort_keys=False
        )
        return f"---\n{header}---\n\n{self.text}\n"


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words that stand in an article."""

    article: str
    quote: str


@dataclass(frozen=True, kw_only=True)
class PositionChange:
    actor: str
    issue: str
    change: Literal["sharpened", "softened", "reversed"]
    before: Quote
    after: Quote


@dataclass(frozen=True, kw_only=True)
class StepEvent:
    """What a later article says of a step; ``due`` is the new day of one that was rescheduled."""

    day: int
    state: Literal["done", "called off", "rescheduled"]
    source: Quote
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A next step. ``owed`` tells that somebody is to do it, so that it can be overdue; what is merely scheduled goes by."""

    what: str
    who: tuple[str, ...]
    source: Quote
    first_day: int
    due: date
    owed: bool
    events: tuple[StepEvent, ...]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What sources say differently of one thing."""

    about: str
    sides: tuple[Quote, ...]


@dataclass(frozen=True, kw_only=True)
class AnnotatedStory:
    """``novelty`` has an entry for each day that the story has articles on."""

    id: str
    held_out: bool
    articles: tuple[Article, ...]
    novelty: dict[int, State] = field(default_factory=dict)
    changes: tuple[PositionChange, ...] = ()
    steps: tuple[Step, ...] = ()
    disagreements: tuple[Difference, ...] = ()


def day_date(day: int) -> date:
    return FIRST_DAY + timedelta(days=day - 1)


@functools.cache
def load_days() -> tuple[AnnotatedStory, ...]:
    """All stories, in the order of their names. Raises ValueError where an edit or a quotation does not fit its article."""
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))]
    return tuple(story for data in files for story in _stories(data))


def articles_of(stories: Sequence[AnnotatedStory]) -> list[Article]:
    """All articles, by day."""
    return sorted((a for s in stories for a in s.articles), key=lambda a: (a.day, a.id))


def corpus_hash() -> str:
    """A short hash of the data, beside which scores are kept."""
    whole = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.yaml")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]


def write_days(folder: Path, stories: Sequence[AnnotatedStory] | None = None) -> None:
    """Write each article to ``folder/day-03/<id>.md``."""
    for article in articles_of(load_days() if stories is None else stories):
        path = folder / f"day-{article.day:02}" / f"{article.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.markdown, encoding="utf-8")


def state_on(step: Step, day: int, *, due_soon_days: int) -> str | None:
    """Where a step stands on a day: None before it was first reported, else a state of the briefing's ledger."""
    if day < step.first_day:
        return None
    today, due, state = day_date(day), step.due, ""
    for event in step.events:
        if event.day > day:
            break
        if event.state != "rescheduled":
            state = event.state
        elif event.day == day:
            state = "rescheduled"
        due = event.due or due
    if state:
        return state
    if due < today:
        return "overdue" if step.owed else "past"
    if due == today:
        return "today"
    return "due soon" if (due - today).days <= due_soon_days else "coming"


def _stories(data: dict[str, Any]) -> Iterator[AnnotatedStory]:
    articles = _articles(data)
    texts = {a.id: a.text for a in articles}
    by_id = {a.id: a for a in articles}

    def quote(value: dict[str, str]) -> Quote:
        if value["quote"] not in texts[value["article"]]:
            raise ValueError(f"{value['article']} does not say {value['quote']!r}")
        return Quote(article=value["article"], quote=value["quote"])

    own = [a for a in articles if a.story == data["story"]]
    if own:
        yield AnnotatedStory(
            id=data["story"],
            held_out=data["held_out"],
            articles=tuple(own),
            novelty=data["novelty"],
            changes=tuple(
                PositionChange(**{**c, "before": quote(c["before"]), "after": quote(c["after"])}) for c in data.get("changes", ())
            ),
            steps=tuple(_step(s, quote, by_id) for s in data.get("steps", ())),
            disagreements=tuple(
                Difference(about=d["about"], sides=tuple(quote(s) for s in d["sides"])) for d in data.get("disagreements", ())
            ),
        )
    for article in articles:
        if article.story != data["story"]:
            yield AnnotatedStory(id=article.story, held_out=data["held_out"], articles=(article,), novelty={article.day: "new"})


def _articles(data: dict[str, Any]) -> list[Article]:
    made: dict[str, Article] = {}
    for item in data["articles"]:
        original = made.get(item.get("of", ""))
        text = item["text"].strip() if original is None else _edited(original.text, item["edits"], item["id"])
        made[item["id"]] = Article(
            id=item["id"],
            day=item["day"],
            outlet=item["outlet"],
            title=item["title"] if original is None else item.get("title", original.title),
            text=text,
            story=item.get("story", data["story"]),
            group=original.group if original is not None else item["id"],
        )
    return list(made.values())


def _edited(text: str, edits: Sequence[dict[str, str]], name: str) -> str:
    for edit in edits:
        if "add" in edit:
            text = f"{text}\n\n{edit['add']}"
            continue
        if text.count(edit["from"]) != 1:
            raise ValueError(f"{name}: {edit['from']!r} stands {text.count(edit['from'])} times in its original")
        text = text.replace(edit["from"], edit["to"])
    return "\n\n".join(" ".join(p.split()) for p in text.split("\n\n") if p.strip())


def _step(data: dict[str, Any], quote: Any, articles: dict[str, Article]) -> Step:
    events = tuple(StepEvent(day=e["day"], state=e["state"], source=quote(e), due=e.get("due")) for e in data["events"])
    return Step(
        what=data["what"],
        who=tuple(data["who"]),
        source=quote(data),
        first_day=articles[data["article"]].day,
        due=data["due"],
        owed=data["owed"],
        events=events,
    )
