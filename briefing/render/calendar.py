"""The dated next steps as a calendar file (RFC 5545): all-day events whose UID and SEQUENCE let the next issue update them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from briefing.models import BriefedStep, Briefing, Interval, Source
from briefing.render import wording
from briefing.render.openings import says_who
from briefing.render.wording import clean, safe_url

_LONGEST_SUMMARY = 110
_MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in wording.MONTHS if name != "May") + "|May"
#: a day with what leads up to it: "on Wednesday", ", not on 23 May", "Monday's "
_DAY = re.compile(
    r"(?:,? (?:not|rather than|instead of|from))?(?: (?:on|for|by|from))? "
    rf"(?:(?P<weekday>{'|'.join(wording.WEEKDAYS)})(?!, \d)"
    rf"|(?P<day>\d{{1,2}}) (?P<month>{_MONTH})|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}}))"
    r"(?:['’]s)?(?: (?:morning|afternoon|evening|night))?\b"
)


def render_calendar(briefing: Briefing) -> bytes:
    """Render one event a dated step, also of those that no page names: for want of room, or as they are far off and known.

    A calendar that follows the file, and takes what is not in it any more as removed, keeps them so. One with a deadline stands on its
    last day.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//briefing//next steps//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(briefing.title))
    sources = {s.number: s for s in briefing.sources}
    steps = (*briefing.next_steps, *briefing.more_steps, *briefing.later_steps)
    dated = [(s, days) for s in steps if (days := s.value or s.previous) is not None]
    for step, days in dated:
        calendar.add_component(_event(step, days, briefing, sources))
    if not dated:
        # a calendar has at least one component (section 3.6); a time zone is one that shows nothing
        calendar.add_component(_utc())
    return bytes(calendar.to_ical())


def _event(step: BriefedStep, days: Interval, briefing: Briefing, sources: dict[int, Source]) -> Event:
    """Build the event of a step on its days; one that was put off and has no new day yet is cancelled on its old ones."""
    start = days.end if step.deadline else days.start
    is_off = step.status == "called off" or step.value is None
    event = Event()
    event.add("uid", f"{step.id}@briefing")
    event.add("sequence", step.sequence)
    event.add("dtstamp", briefing.made_at.astimezone(UTC))
    event.add("dtstart", start)
    event.add("dtend", days.end + timedelta(days=1))
    event.add("summary", _summary(step))
    event.add("description", "\n".join(_description(step, sources, briefing.date)))
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if is_off else "CONFIRMED" if step.kind == "scheduled" and not step.other_days else "TENTATIVE")
    event.add("categories", [wording.STEP_KINDS[step.kind]])
    return event


def _summary(step: BriefedStep) -> str:
    who = wording.join_names([clean(w) for w in step.who])
    words = _without_other_days(clean(step.clause.text), [d for d in (step.value or step.previous, *step.other_days) if d is not None])
    text = words if says_who(words, step.who, who) or not who else f"{who}: {words}"
    text = text if len(text) <= _LONGEST_SUMMARY else text[: _LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"
    return f"Due: {text}" if step.deadline else text


def _without_other_days(text: str, days: Sequence[Interval]) -> str:
    """The words of a step without the days that it is not on: "the talks planned for Monday were put off to 20 March"."""
    marks = {f"{d.day} {d.month}" for each in days for d in (each.start, each.end)} | {
        str(d.weekday()) for i in days for d in (i.start, i.end)
    }

    def keep(found: re.Match[str]) -> str:
        month, day = (found["month"] or found["month2"] or "").lower(), found["day"] or found["day2"]
        if month:
            number = next(n for n, name in enumerate(wording.MONTHS, 1) if name.lower().startswith(month[:3]))
            return found.group() if f"{day} {number}" in marks else ""
        weekday = next(n for n, name in enumerate(wording.WEEKDAYS) if name.lower() == found["weekday"].lower())
        is_long = any((i.end - i.start).days > 0 for i in days)
        return found.group() if is_long or str(weekday) in marks else ""

    kept = re.sub(r"\s+([,.;])", r"\1", _DAY.sub(keep, text))
    return kept if any(c.isalnum() for c in kept) else text


def _description(step: BriefedStep, sources: dict[int, Source], today: date) -> list[str]:
    lines = [f"{wording.step_label(step, today)}, {wording.when_text(step.value, step.grain, deadline=step.deadline)}"]
    if step.other_days:
        days = " or ".join(wording.day_text(d.start) for d in (*((step.value,) if step.value else ()), *step.other_days))
        lines.append(f"Sources differ on the day: {days}")
    if step.phrase:
        lines.append(f"In the source: “{clean(step.phrase)}”")
    for citation in step.citations:
        source = sources[citation.source]
        sentence = next(q.text for q in source.sentences if q.key == citation.sentence)
        lines += ["", clean(sentence), f"— {clean(source.title or source.name)}"]
        if url := safe_url(source.url):
            lines.append(url)
    return lines


def _utc() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Etc/UTC")
    standard["DTSTART"] = "19700101T000000"
    standard["TZOFFSETFROM"] = standard["TZOFFSETTO"] = "+0000"
    zone.add_component(standard)
    return zone
