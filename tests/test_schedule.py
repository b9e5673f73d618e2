"""Slots over the years: one for each local date in every zone and at every time of day, none lost and none doubled by any pause."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.calendar_names import DAY_NAMES, DayName
from briefing.schedule import Retries, ScheduleSpec, decide_catch_up, next_slots, plan_slots, slot_on, slots_between

#: clocks that change at midnight, at two, by half an hour or by two hours, in the south, for a month of the year, or never
ZONES = (
    "Europe/Berlin", "Europe/London", "Europe/Dublin", "Europe/Chisinau", "Europe/Kyiv", "Atlantic/Azores", "America/New_York",
    "America/Chicago", "America/Los_Angeles", "America/St_Johns", "America/Havana", "America/Santiago", "America/Asuncion",
    "America/Nuuk", "America/Scoresbysund", "America/Mexico_City", "America/Tijuana", "America/Sao_Paulo", "America/Port-au-Prince",
    "Asia/Beirut", "Asia/Amman", "Asia/Damascus", "Asia/Gaza", "Asia/Jerusalem", "Asia/Tehran", "Asia/Kathmandu", "Asia/Kolkata",
    "Asia/Tokyo", "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Lagos", "Antarctica/Troll", "Australia/Sydney",
    "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati", "UTC",
)  # fmt: skip
TIMES = tuple(time(minutes // 60, minutes % 60) for minutes in range(0, 24 * 60, 30))
FROM, TO = date(2022, 1, 1), date(2024, 12, 31)
#: what a daemon's pauses are like: it looks every few minutes, and is away for hours, days or months
PAUSES = (timedelta(minutes=10), timedelta(hours=5), timedelta(hours=30), timedelta(days=4), timedelta(days=75))


def spec_of(zone: str, at: time, days: tuple[DayName, ...] = DAY_NAMES) -> ScheduleSpec:
    return ScheduleSpec(name="s", time=at, zone=zone, days=days)


def dates(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def exists(day: date, at: time, zone: ZoneInfo) -> bool:
    """The wall clock shows this time on this day."""
    wall = datetime.combine(day, at, tzinfo=zone)
    return wall.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None)


@dataclass
class Known:
    signature: str
    first_seen: datetime
    planned_until: datetime


@dataclass(frozen=True)
class Waiting:
    local_date: date
    instant: datetime
    attempts: int = 0
    deadline: datetime | None = None


def live(spec: ScheduleSpec, looks: Sequence[datetime]) -> dict[date, str]:
    """Do what a daemon does at these instants, with a dictionary for its database; what a date's slot came to."""
    known = Known(spec.signature, looks[0], looks[0])
    states: dict[date, str] = {}
    waiting: dict[date, Waiting] = {}
    newest: datetime | None = None
    for now in looks:
        plan = plan_slots(spec, known, now)
        if plan is None:
            continue
        assert plan.set_back is None
        known = Known(spec.signature, plan.first_seen, plan.planned_until)
        for slot in plan.slots:
            assert slot.local_date not in states, f"{slot.key} is planned twice"
            assert newest is None or newest < slot.instant <= now
            newest = slot.instant
            states[slot.local_date] = "planned"
            waiting[slot.local_date] = Waiting(slot.local_date, slot.instant)
        for given_up, reason in decide_catch_up(list(waiting.values()), newest, now, spec.catch_up):
            assert reason
            assert given_up.instant < newest or now - given_up.instant > spec.catch_up  # type: ignore[operator]
            states[waiting.pop(given_up.local_date).local_date] = "missed"
        assert len(waiting) <= 1
        for left in waiting.values():
            assert left.instant == newest and now - left.instant <= spec.catch_up
            states[left.local_date] = "done"
        waiting.clear()
    return states


def check_combination(zone_name: str, at: time, first: date, last: date, rng: random.Random) -> None:
    """One slot a date at the right instant; and with pauses of all lengths each date's slot is done or missed, once."""
    zone, spec = ZoneInfo(zone_name), spec_of(zone_name, at)
    start = datetime.combine(first, time(0), tzinfo=zone).astimezone(UTC) - timedelta(microseconds=1)
    end = datetime.combine(last + timedelta(days=1), time(0), tzinfo=zone).astimezone(UTC) - timedelta(microseconds=1)
    planned = list(slots_between(spec, start, end))
    assert [slot.local_date for slot in planned] == list(dates(first, last))
    for before, after in pairwise(planned):
        assert timedelta(hours=20) < after.instant - before.instant < timedelta(hours=28)
    for slot in planned:
        wall = slot.instant.astimezone(zone)
        if exists(slot.local_date, at, zone):
            assert (wall.date(), wall.time(), wall.fold) == (slot.local_date, at, 0)
        else:
            late = wall.replace(tzinfo=None) - datetime.combine(slot.local_date, at)
            assert timedelta() < late <= timedelta(hours=2)
    looks = [start]
    while looks[-1] < end:
        looks.append(min(end, looks[-1] + rng.choice(PAUSES) * rng.uniform(0.2, 1.0)))
    states = live(spec, looks)
    assert list(states) == [slot.local_date for slot in planned]
    assert set(states.values()) <= {"done", "missed"}


def around_changes(zone_name: str) -> Iterator[tuple[date, date]]:
    """The days around each change of a zone's clock."""
    zone = ZoneInfo(zone_name)
    for day in dates(FROM, TO):
        at = datetime.combine(day, time(12), tzinfo=zone)
        if at.utcoffset() != (at + timedelta(days=1)).utcoffset():
            yield day - timedelta(days=1), day + timedelta(days=2)


def test_there_are_forty_zones_with_changes_of_every_kind() -> None:
    """Forward and back, at night and at midnight, by an hour, by half of one and by two."""
    assert len(set(ZONES)) == 40 and len(TIMES) == 48
    assert sum(1 for zone in ZONES for _ in around_changes(zone)) > 120


@pytest.mark.parametrize("zone", ZONES)
def test_one_slot_a_date_around_every_clock_change(zone: str) -> None:
    """At all 48 times of day, over three years; daily triggers of the clock library skip a date here, or fire twice."""
    for first, last in around_changes(zone):
        for at in TIMES:
            check_combination(zone, at, first, last, random.Random(at.isoformat()))


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES)
def test_one_slot_a_date_over_three_years(zone: str) -> None:
    """Every day of them at all 48 times of day, with downtime of minutes, hours, days and months."""
    for at in TIMES:
        check_combination(zone, at, FROM, TO, random.Random(f"{zone}{at}"))


@given(
    zone=st.sampled_from(ZONES),
    at=st.sampled_from(TIMES),
    after=st.integers(0, 1000 * 24 * 60),
    hours=st.floats(0, 24 * 30),
)
def test_slots_between_two_instants_are_those_of_its_parts(zone: str, at: time, after: int, hours: float) -> None:
    """However often somebody looks, the slots are the same."""
    spec, start = spec_of(zone, at), datetime(2022, 1, 1, tzinfo=UTC) + timedelta(minutes=after)
    end = start + timedelta(hours=hours)
    middle = start + (end - start) / 3
    whole = list(slots_between(spec, start, end))
    assert whole == [*slots_between(spec, start, middle), *slots_between(spec, middle, end)]
    assert whole[:3] == [slot for slot in next_slots(spec, start, 3) if slot.instant <= end]


def test_a_date_that_a_zone_skipped_has_no_slot() -> None:
    """Samoa went from 29 to 31 December 2011."""
    spec = spec_of("Pacific/Apia", time(6, 30))
    assert slot_on(spec, date(2011, 12, 30)) is None
    found = slots_between(spec, datetime(2011, 12, 28, tzinfo=UTC), datetime(2012, 1, 1, tzinfo=UTC))
    assert [slot.local_date.day for slot in found] == [28, 29, 31, 1]


@pytest.mark.parametrize(
    ("zone", "at", "day", "instant"),
    [
        # the clock library skips this date altogether, once the clocks have gone forward
        ("Europe/Berlin", time(0, 30), date(2027, 3, 28), datetime(2027, 3, 27, 23, 30, tzinfo=UTC)),
        ("Europe/Berlin", time(0, 30), date(2027, 3, 29), datetime(2027, 3, 28, 22, 30, tzinfo=UTC)),
        # a time in the gap: read as if the clock had not changed, which is half past three in summer time
        ("Europe/Berlin", time(2, 30), date(2027, 3, 28), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        # a time that comes twice: the first
        ("Europe/Berlin", time(2, 30), date(2027, 10, 31), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        ("America/New_York", time(1, 30), date(2027, 11, 7), datetime(2027, 11, 7, 5, 30, tzinfo=UTC)),
        ("Australia/Lord_Howe", time(2, 15), date(2027, 10, 3), datetime(2027, 10, 2, 15, 45, tzinfo=UTC)),
    ],
)
def test_the_instant_of_a_time_that_is_skipped_or_repeated(zone: str, at: time, day: date, instant: datetime) -> None:
    """The wall clock before the change decides."""
    slot = slot_on(spec_of(zone, at), day)
    assert slot is not None and slot.instant == instant and slot.key == f"s/{day}/{at:%H:%M}"


def test_days_are_names_and_mean_what_they_say() -> None:
    """Numbers of days mean others to the clock library than to cron: there are none here."""
    weekdays = spec_of("UTC", time(6), ("monday", "tuesday", "wednesday", "thursday", "friday"))
    week = slots_between(weekdays, datetime(2030, 6, 3, tzinfo=UTC), datetime(2030, 6, 10, tzinfo=UTC))
    assert [slot.local_date.strftime("%A") for slot in week] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    for wrong in ("mon", "1"):
        with pytest.raises(ValueError, match="days are names"):
            spec_of("UTC", time(6), (wrong,))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": "a/b"}, "a schedule's name"),
        ({"time": time(6, 30, 1)}, "HH:MM"),
        ({"days": ()}, "not none"),
        ({"zone": "Europe/Berln"}, "is not a time zone"),
        ({"window_hours": 0}, "window must be longer"),
        ({"catch_up": timedelta(seconds=1)}, "catch-up window must be at least"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused(changes: dict[str, object], expected: str) -> None:
    """In words for the person who wrote it."""
    with pytest.raises(ValueError, match=expected):
        replace(spec_of("UTC", time(6)), **changes)  # type: ignore[arg-type]


def test_pauses_grow_to_the_longest() -> None:
    """By the factor, and no further; no number of attempts is too many."""
    retries = Retries(first_delay_s=60, factor=2, longest_delay_s=600, deadline_s=3600)
    assert [retries.delay_s(n) for n in (1, 2, 3, 4, 5, 10_000)] == [60, 120, 240, 480, 600, 600]
    with pytest.raises(ValueError, match="retries"):
        Retries(first_delay_s=60, longest_delay_s=30)
