"""The day of an article that gives only weekdays and days of a month: "Monday", "Sept. 19".

The year is told by the calendar: a day of a month falls on a given weekday every five to eleven years. The day is the
latest one reported, where it is clear that the article is of that day: two days in a row are reported, or the day is in
parentheses behind its weekday, which is the style of papers that name the day of writing so. A single "on Friday, July
15" proves nothing: of the articles that have one and whose day is known, most came out days later. A wrong date makes
every deadline of a briefing wrong; whatever leaves a doubt gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.calendar_names import DAY_NAMES, valid_date
from briefing.ingest.dates import WrittenDate, find_dates, plausible

_FULL_WEEKDAY = "|".join(day.title() for day in DAY_NAMES)
_MENTION = re.compile(rf"\b({_FULL_WEEKDAY})\b(?:['’]s)?")
_NOT_THIS_WEEK = re.compile(r"\b(?:next|coming|following|previous|last|every|each|by|until|till|before|since|from|of)\s+$", re.I)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|plans?|expected|scheduled|due|slated|set|hopes?|going|planned) \b|"
    r"\b(?:to be|upcoming|ahead of)\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|met|held|took|made|gave|came|went|saw|began|left|won|lost|spoke|wrote|brought|sent|"
    r"became|fell|rose|led|found|put|set|hit|drew|[a-z]{2,}ed)\b"
)
_QUOTED = re.compile(r"“[^”]{0,3000}(?:”|\Z)|\"[^\"]{0,3000}\"")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[^\W_a-z])|[\r\n]+")
#: an abbreviated month or title ends no sentence
_ABBREVIATION = re.compile(r"(?:\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|St|U\.S|U\.N))\.\s+$")
_PLACE_BEFORE = re.compile(r"\b((?:in|at) (?:[A-Z][\w’'.-]*\s?){1,4}?),? (?:on )?\(?$")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}")
#: how a text puts the day of writing, the day before or the day after before a date: "today (July 26, 2022)"
_FROM_TODAY = (
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)),?\s\(?(?:on\s)?$", re.I), 0),
    (re.compile(r"\byesterday(?: (?:morning|afternoon|evening|night))?,?\s\(?(?:on\s)?$|\blast night,?\s\((?:on\s)?$", re.I), 1),
    (re.compile(r"\btomorrow(?: (?:morning|afternoon|evening|night))?,?\s\(?(?:on\s)?$", re.I), -1),
)
_SAME_DAY = re.compile(rf"\b(?:later|earlier) (?:on )?({_FULL_WEEKDAY})\b")
_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d/]|[.,]\d)")
_READ_CHARACTERS = 20_000
#: an event that an article is about is dated in its first paragraphs
_LEAD_CHARACTERS = 1_000
#: news is read in the month that it is written in
NEAR_DAYS = 31


@dataclass(frozen=True, kw_only=True, slots=True)
class _Mention:
    start: int
    end: int
    weekday: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Tie:
    """A day whose year its weekday tells; ``position`` is where the text first speaks of it."""

    day: date
    position: int
    parenthesized: bool


def infer_published(text: str, body_start: int, today: date) -> date | None:
    """Give the day of an article from what it reports, or None where that leaves a doubt."""
    text = text[: body_start + _READ_CHARACTERS]
    bare = _without_quotations(text)
    said = _said_today(bare, body_start, today)
    if said is not None:
        return said
    dates = list(find_dates(bare, body_start))
    mentions = [mention for mention in _mentions(bare, body_start) if _is_past(bare, mention.start, mention.end)]
    tied = _tie(bare, dates, mentions, today)
    if tied is None:
        return None
    # Tuesday after Monday is the news of Tuesday; Thursday may be of any day.
    later = max((days for days in _days_after(tied.day, mentions) if days <= 3), default=0)
    if not (later == 1 and tied.position < body_start + _LEAD_CHARACTERS) and not (later == 0 and tied.parenthesized):
        return None
    found = tied.day + timedelta(days=later)
    return None if found > today or _contradicted(bare, body_start, dates, found, today) else found


def _days_after(day: date, mentions: list[_Mention]) -> Iterator[int]:
    for mention in mentions:
        yield (mention.weekday - day.weekday()) % 7


def year_by_same_day(text: str, written: WrittenDate, today: date) -> date | None:
    """Complete a dateline's day where the text says "later on Thursday": that is the dateline's own weekday."""
    bare = _without_quotations(text[: written.end + _READ_CHARACTERS])
    weekdays = {DAY_NAMES.index(match[1].lower()) for match in _SAME_DAY.finditer(bare, written.end)}
    found = written.latest_year(weekdays.pop(), today) if len(weekdays) == 1 else None
    return None if found is None or _later_year(bare, written.end, found, today) else found


def near_day(text: str, written: WrittenDate, today: date) -> date | None:
    """Complete a dateline's day by nearness to today, where the lead reports a weekday that is this day or the one before it."""
    days = (valid_date(year, written.month, written.day) for year in (today.year, today.year - 1))
    found = next((day for day in days if day is not None and 0 <= (today - day).days <= NEAR_DAYS), None)
    bare = _without_quotations(text[: written.end + _LEAD_CHARACTERS])
    reported = {m.weekday for m in _mentions(bare, written.end) if _is_past(bare, m.start, m.end)}
    if found is None or not {found.weekday(), (found.weekday() - 1) % 7} & reported:
        return None
    return None if _later_year(bare, written.end, found, today) else found


def _tie(text: str, dates: list[WrittenDate], mentions: list[_Mention], today: date) -> _Tie | None:
    """Find the day that is written with its weekday ("Monday, Sept. 19") or has one by a mention of the same event."""
    found: list[_Tie] = []
    for written in dates:
        if written.year is not None or not _is_past(text, written.start, written.end):
            continue
        same = [mention for mention in mentions if written.weekday is None and _same_event(text, written, mention)]
        weekdays = {mention.weekday for mention in same} if written.weekday is None else {written.weekday}
        day = written.latest_year(weekdays.pop(), today) if len(weekdays) == 1 else None
        if day is not None:
            position = min([written.start, *(mention.start for mention in same)])
            found.append(_Tie(day=day, position=position, parenthesized="(" in text[written.start : written.end]))
    found.sort(key=lambda tie: (tie.day, -tie.position))
    # Several days of one week are one story; days further apart are a chronicle, and its last one may be long past.
    return found[-1] if found and found[-1].day - found[0].day < timedelta(days=7) else None


def _same_event(text: str, written: WrittenDate, mention: _Mention) -> bool:
    """Say whether a day and a weekday are of one event: one place stands right before both, with the same names."""
    first, second = (_PLACE_BEFORE.search(text, max(0, at - 80), at) for at in (written.start, mention.start))
    if first is None or second is None or first[1].split() != second[1].split():
        return False
    names = [set(_NAME.findall(text, *_sentence(text, place.start(), place.end()))) for place in (first, second)]
    return len((names[0] & names[1]) - set(_NAME.findall(first[1]))) >= 2


#: "remembered yesterday, July 27, 1992": a day of a memory
_RECALLED = re.compile(r"\b(?:remember|recall|forget|reliv)\w*\s+(?:\w+\s+)?(?:yesterday|today|tomorrow)\b", re.IGNORECASE)


def _said_today(text: str, start: int, today: date) -> date | None:
    """Read "today (July 26, 2022)", "yesterday (July 25, 2022)", "tomorrow, Wednesday, July 27"."""
    for written in find_dates(text, start):
        before = text[max(0, written.start - 24) : written.start]
        shift = next((days for pattern, days in _FROM_TODAY if pattern.search(before)), None)
        if shift is None or _RECALLED.search(before):
            continue
        # What lies a day ahead of a text of today is no day yet.
        bound = today + timedelta(days=max(0, -shift))
        if written.year is not None:
            day = written.resolve(bound)
        else:
            day = written.latest_year(written.weekday, bound) if written.weekday is not None else None
        found = None if day is None else day + timedelta(days=shift)
        return found if found is not None and plausible(found, today) else None
    return None


def _mentions(text: str, start: int) -> Iterator[_Mention]:
    for match in _MENTION.finditer(text, start):
        if not _NOT_THIS_WEEK.search(text, max(0, match.start() - 12), match.start()):
            yield _Mention(start=match.start(), end=match.end(), weekday=DAY_NAMES.index(match[1].lower()))


def _is_past(text: str, start: int, end: int) -> bool:
    """Say whether the sentence around a mention reports something that has happened."""
    first, last = _sentence(text, start, end)
    before = text[max(first, start - 60) : start]
    return not _FUTURE.search(before) and _PAST.search(text, first, last) is not None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(0, start - 600)
    for match in _SENTENCE_END.finditer(text, first, start):
        if not _ABBREVIATION.search(text, max(0, match.end() - 12), match.end()):
            first = match.end()
    for match in _SENTENCE_END.finditer(text, end, min(len(text), end + 600)):
        if not _ABBREVIATION.search(text, max(0, match.end() - 12), match.end()):
            return first, match.start() + 1
    return first, min(len(text), end + 600)


def _contradicted(text: str, start: int, dates: list[WrittenDate], found: date, today: date) -> bool:
    """Say whether the text reports a day after the one found, or speaks of a later year."""
    for written in dates:
        if written.year is None and _is_past(text, written.start, written.end):
            other = valid_date(found.year, written.month, written.day)
            if other is not None and found < other <= found + timedelta(days=60):
                return True
    return _later_year(text, start, found, today)


def _later_year(text: str, start: int, found: date, today: date) -> bool:
    return not plausible(found, today) or any(found.year < int(match[1]) <= today.year for match in _YEAR.finditer(text, start))


def _without_quotations(text: str) -> str:
    """Blank out direct speech, where "today" is the speaker's, keeping every offset."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)
