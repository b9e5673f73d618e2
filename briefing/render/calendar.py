"""The dated next steps as a calendar file (RFC 5545): all-day events whose UID and SEQUENCE let the next issue update them."""

from __future__ import annotations

from datetime import UTC, date, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from briefing.models import BriefedStep, Briefing, Interval, Source
from briefing.render import wording
from briefing.render.wording import clean, safe_url

_LONGEST_SUMMARY = 110


def render_calendar(briefing: Briefing) -> bytes:
    """Render one event a dated step, also of those that the page has no room for; one with a deadline stands on its last day."""
    calendar = Calendar()
    calendar.add("prodid", "-//briefing//next steps//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean(briefing.title))
    sources = {s.number: s for s in briefing.sources}
    dated = [(s, days) for s in (*briefing.next_steps, *briefing.more_steps) if (days := s.value or s.previous) is not None]
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
    event.add("status", "CANCELLED" if is_off else "CONFIRMED" if step.kind == "scheduled" else "TENTATIVE")
    event.add("categories", [wording.STEP_KINDS[step.kind]])
    return event


def _summary(step: BriefedStep) -> str:
    who = wording.join_names([clean(w) for w in step.who])
    text = f"{who}: {clean(step.excerpt.text)}" if who else clean(step.excerpt.text)
    text = text if len(text) <= _LONGEST_SUMMARY else text[: _LONGEST_SUMMARY - 1].rsplit(" ", 1)[0] + "…"
    return f"Due: {text}" if step.deadline else text


def _description(step: BriefedStep, sources: dict[int, Source], today: date) -> list[str]:
    lines = [f"{wording.step_label(step, today)}, {wording.when_text(step.value, step.grain, deadline=step.deadline)}"]
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
