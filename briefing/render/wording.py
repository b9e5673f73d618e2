"""The words that all renditions share: dates, labels, and source text made safe to show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from briefing.calendar_names import DAY_NAMES, MONTH_NAMES
from briefing.models import BriefedStep, CoverageEntry, Interval, Novelty, PositionKind, Source, StepKind, StepStatus, Story

WEEKDAYS = tuple(day.title() for day in DAY_NAMES)
MONTHS = tuple(month.title() for month in MONTH_NAMES)
#: the kinds that say how one actor stands to another
RELATIONS: dict[PositionKind, str] = {
    "support": "supports",
    "praise": "praises",
    "opposition": "opposes",
    "blame": "criticizes",
    "demand": "calls on",
}
TONES: dict[PositionKind, str] = {
    "support": "for",
    "praise": "for",
    "offer": "for",
    "commitment": "for",
    "opposition": "against",
    "blame": "against",
    "denial": "against",
    "demand": "asks",
    "warning": "asks",
    "statement": "none",
}
CHANGES: dict[str, str] = {
    "sharpened": "Sharper than before",
    "softened": "Softer than before",
    "reversed": "Reversed",
    "done": "Done",
    "called off": "Called off",
    "rescheduled": "Moved to another day",
    "postponed": "Put off, no new day",
    "overdue": "Overdue",
    "development": "New development",
    "correction": "Corrected",
}
CHANGE_TONES: dict[str, str] = {
    "sharpened": "against",
    "softened": "for",
    "reversed": "against",
    "done": "for",
    "called off": "against",
    "rescheduled": "asks",
    "postponed": "asks",
    "overdue": "against",
    "development": "none",
    "correction": "asks",
}
#: outlets of a story that are named
_OUTLETS_NAMED = 4
DIFFERENCES: dict[str, str] = {"name": "says", "figure": "says", "left out": "leaves out", "added": "adds"}
STEP_KINDS: dict[StepKind, str] = {
    "scheduled": "Scheduled",
    "committed": "Committed",
    "requested": "Requested",
    "expected": "Expected",
}
STATUSES: dict[StepStatus, str] = {
    "coming": "",
    "due soon": "due soon",
    "today": "today",
    "undated": "",
    "overdue": "overdue",
    "past": "past",
    "done": "done",
    "called off": "called off",
    "rescheduled": "moved",
    "postponed": "postponed, no new day",
}
#: how a date was found that the document does not state as its own
_FOUND = {
    "url": "by its address",
    "dateline": "by its dateline",
    "text": "by its text",
    "option": "as given on the command line",
}
#: what no document may bring into a rendition: control characters, halves of surrogate pairs, non-characters, and the marks
#: that turn the direction of the text after them (Unicode TR 36)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


_LEADS_ON = re.compile(r",(?=[”\"]$)")
#: of a text that a document gives as one sentence, one name or one title, so many characters are shown: a table that lost its line
#: ends would else be the whole briefing
_LONGEST_SHOWN, _LONGEST_NAME = 1200, 200


def clean(text: str) -> str:
    """Give source text without what would break a rendition, in one line; of what goes on without end, the beginning."""
    return cut(" ".join(_UNSAFE.sub("", text).split()), _LONGEST_SHOWN)


def clean_name(text: str) -> str:
    """Give a name like `clean`; it stands in a narrow column, where a longer one would fill the page."""
    return cut(clean(text), _LONGEST_NAME)


def safe_url(url: str | None) -> str | None:
    """Give a web address that may become a link: http or https, a host, a port that is one, nobody's name before it; else None."""
    if url is None or _UNSAFE.search(url) or any(c.isspace() or c in "<>\"'`\\" for c in url):
        return None
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return None
    return url if good else None


def day_text(day: date, *, weekday: bool = False) -> str:
    """Spell a day: "20 September 2022", or with its weekday in front."""
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]}, {text}" if weekday else text


def moment_text(moment: datetime) -> str:
    """Spell an instant in its own zone: "20 September 2022, 06:30 CEST"."""
    return f"{day_text(moment.date())}, {moment:%H:%M} {moment.tzname() or ''}".rstrip()


def days_text(start: date, end: date) -> str:
    """Spell an interval without saying anything twice: "19–23 September 2022"."""
    if start == end:
        return day_text(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_text(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day_text(end)}"
    return f"{day_text(start)} – {day_text(end)}"


#: over steps of which the text says when in words that tell no day, and over those of which it does not say it
NO_DAY, NO_DATE = "Day not known", "No date given"


def when_text(value: Interval | None, grain: str, *, deadline: bool) -> str:
    """Spell when a step is due: "by 30 September 2022", "September 2022", "19–23 September 2022"."""
    if value is None:
        return "no date given"
    if deadline:
        return f"by {day_text(value.end)}"
    if grain == "month" and value.start.month == value.end.month:
        return f"{MONTHS[value.start.month - 1]} {value.start.year}"
    if grain == "year":
        return str(value.start.year)
    return days_text(value.start, value.end)


def join_names(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def since_text(day: date, today: date) -> str:
    """Spell a day of the past year or so, without a year that goes without saying: "3 March"."""
    return f"{day.day} {MONTHS[day.month - 1]}" if day.year == today.year else day_text(day)


def status_text(step: BriefedStep, today: date) -> str:
    """Spell where a step stands, when that is worth saying: "due soon", "moved from 14 March", "sources differ: or 15 March"."""
    if step.other_days and step.status not in ("done", "called off"):
        return f"sources differ: or {' or '.join(since_text(d.start, today) for d in step.other_days)}"
    if step.previous is not None and step.value is not None:
        return f"moved from {since_text(step.previous.end, today)}"
    return STATUSES[step.status]


def step_label(step: BriefedStep, today: date) -> str:
    """Spell a step's label: "Requested", or "Requested · due soon"."""
    status = status_text(step, today)
    return f"{STEP_KINDS[step.kind]} · {status}" if status else STEP_KINDS[step.kind]


def mark_text(novelty: Novelty, first_reported: date | None, today: date) -> str:
    """Spell how new something is: "New", "Developing since 3 March", "Known since 3 March"."""
    word = novelty.capitalize()
    return f"{word} since {since_text(first_reported, today)}" if first_reported and novelty != "new" else word


def quoted(text: str) -> str:
    """Put quotation marks around words that have none of their own."""
    return text if any(mark in text for mark in '“”«»"') else f"“{text}”"


def cut_from(text: str) -> str:
    """Show by an ellipsis that words begin within a sentence."""
    text = without_joint(text)
    return f"… {text}" if text[:1].islower() else text


def without_joint(text: str) -> str:
    """Drop a comma that led on from a quotation at the end of words."""
    return _LEADS_ON.sub("", text)


def capital(text: str) -> str:
    """Let words that stand alone begin as a sentence does."""
    return text[:1].upper() + text[1:]


def open_sentence(text: str) -> str:
    """Let a sentence that stood behind a greeting begin with a capital; a name that begins small, "iPhone", stays as it is."""
    return capital(text) if text[:2].islower() else text


def count_text(number: int, one: str, more: str | None = None) -> str:
    """ "1 source", "3 sources"."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def cut(text: str, most: int) -> str:
    """Cut at a word, or within one that would leave next to nothing."""
    if len(text) <= most:
        return text
    kept = text[: most - 1].rsplit(" ", 1)[0]
    return (kept if len(kept) > most // 2 else text[: most - 1]).rstrip(" ,;:") + "…"


def rest_text(*, attached: bool) -> str:
    """Say where the items are that a message has no room for."""
    return "in the attached document" if attached else "left out here for length"


def steps_left_text(steps: Sequence[BriefedStep]) -> str | None:
    """Say how many next steps the length of the briefing left out, and where they are."""
    if not steps:
        return None
    dated = sum((s.value or s.previous) is not None for s in steps)
    calendar = "the calendar and " if dated == len(steps) else f"the calendar ({dated} with a day) and " if dated else ""
    return f"{count_text(len(steps), 'more next step')} left out for length: in {calendar}the JSON file."


def story_note(story: Story) -> str:
    """Say how many documents tell a story and where they stand: a text that several outlets print is one."""
    names = [clean_name(outlet) for outlet in story.outlets[:_OUTLETS_NAMED]]
    more = len(story.outlets) - len(names)
    named = f": {join_names([*names, f'{more} more'] if more else names)}" if names else ""
    if len(story.outlets) > len(story.sources):
        return f"{count_text(len(story.sources), 'text')} in {len(story.outlets)} outlets{named}"
    return count_text(len(story.sources), "source") + named


def source_title(source: Source) -> str:
    """A document without a title is called so: its file's name says nothing to a reader, and is given beside it."""
    return clean(source.title) if source.title else "Untitled document"


def source_detail(source: Source) -> str:
    """Spell where and when a source appeared; how its date was found where it was not stated."""
    details = [clean_name(source.outlet)] if source.outlet else []
    if source.published is None:
        details.append("no date found")
    else:
        found = _FOUND.get(source.published_from or "")
        details.append(f"{day_text(source.published)} ({found})" if found else day_text(source.published))
    if source.reported_on is not None:
        details.append(f"reported in the briefing of {day_text(source.reported_on)}")
    return " · ".join((*details, clean(source.path)))


def entry_text(entry: CoverageEntry) -> str | None:
    """Say what became of a source that was left out, or that was read with a doubt; None for one that is only counted."""
    if entry.outcome in ("read", "folded") and not entry.note:
        return None
    return "; ".join(filter(None, (entry.detail, entry.note))) or entry.reason or entry.outcome


def coverage_text(entries: Sequence[CoverageEntry], *, more_positions: int = 0) -> str:
    """Say how many sources were read, what became of the rest, and how many positions the length of the briefing left out."""
    if not entries:
        return "No source was found."
    counts = {o: sum(e.outcome == o for e in entries) for o in ("read", "folded", "skipped", "unreadable")}
    parts = [f"{counts['read'] + counts['folded']} of {len(entries)} source{'s' if len(entries) > 1 else ''} read"]
    if counts["folded"]:
        parts.append(f"{counts['folded']} of these folded as repeating another")
    known = sum(e.outcome == "read" and e.reason == "known" for e in entries)
    if known:
        parts.append(f"{known} of these told nothing new")
    if counts["skipped"]:
        parts.append(f"{counts['skipped']} left out")
    if counts["unreadable"]:
        parts.append(f"{counts['unreadable']} could not be read")
    left = f" {count_text(more_positions, 'more position')} in them left out for length." if more_positions else ""
    return f"{'; '.join(parts)}.{left}"
