"""Slot arithmetic: which instants a schedule plans, and which of them is run after a pause. Pure; ``now`` is passed in.

A slot belongs to a local date. Its instant is the wall-clock time read with ``fold=0``: a time that a clock change skips counts
as if the clock had not changed yet, and one that comes twice counts the first time. So every local date has exactly one slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.calendar_names import DAY_NAMES, DayName

_NAME = re.compile(r"[\w][\w .+-]{0,63}")
_DAY = timedelta(days=1)
#: a daemon looks every so often, not all the time: a slot found this late is still on time
_SHORTEST_CATCH_UP = timedelta(minutes=1)
#: clocks of several machines differ by less; a clock that is behind what was planned by more was set back
_CLOCKS_DIFFER = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True, slots=True)
class Retries:
    """When a failed run is tried again: after ``first_delay_s``, then ``factor`` times longer each time, until ``deadline_s``
    after the first attempt."""

    first_delay_s: float = 60.0
    factor: float = 2.0
    longest_delay_s: float = 1800.0
    deadline_s: float = 4 * 3600.0

    def __post_init__(self) -> None:
        if self.first_delay_s <= 0 or self.longest_delay_s < self.first_delay_s or self.factor < 1 or self.deadline_s < 0:
            raise ValueError(
                "retries: the first delay must be above 0, the longest no shorter than it, the factor 1 or more, the deadline 0 or more"
            )

    def delay_s(self, attempts: int) -> float:
        """Return the pause in seconds after that many attempts."""
        # The exponent is capped: a float overflows long after the delay has reached its longest.
        return min(self.longest_delay_s, self.first_delay_s * self.factor ** min(max(attempts - 1, 0), 64))


@dataclass(frozen=True, kw_only=True, slots=True)
class ScheduleSpec:
    """A configured recurrence. Raises ValueError, in words for the user, for a name, time, day or zone that cannot be."""

    name: str
    #: on the wall clock of ``zone``, to the minute
    time: time
    zone: str
    days: tuple[DayName, ...] = DAY_NAMES
    #: hours of documents that a briefing covers; None: what came since the last briefing of this schedule
    window_hours: float | None = None
    catch_up: timedelta = timedelta(hours=12)
    retries: Retries = field(default_factory=Retries)

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r}: a schedule's name is 1 to 64 letters, digits, spaces or . _ + -")
        if self.time.tzinfo is not None or self.time.second or self.time.microsecond:
            raise ValueError(f"{self.name}: the time of day is HH:MM without a zone, not {self.time}")
        if not self.days or (wrong := [day for day in self.days if day not in DAY_NAMES]):
            raise ValueError(f"{self.name}: the days are names, monday to sunday, not {wrong if self.days else 'none'}")
        if self.window_hours is not None and self.window_hours <= 0:
            raise ValueError(f"{self.name}: the window must be longer than {self.window_hours} hours")
        if self.catch_up < _SHORTEST_CATCH_UP:
            raise ValueError(f"{self.name}: the catch-up window must be at least {_SHORTEST_CATCH_UP}")
        _zone(self.zone)

    @property
    def signature(self) -> str:
        """What the slots follow from: it changes when they do."""
        days = ",".join(day for day in DAY_NAMES if day in self.days)
        return f"{self.time:%H:%M} {self.zone} {days}"


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotTime:
    """One planned instant of a schedule and the local date that it belongs to."""

    schedule: str
    local_date: date
    #: "HH:MM"
    local_time: str
    zone: str
    instant: datetime

    @property
    def key(self) -> str:
        """The slot's name: schedule, local date, local time."""
        return f"{self.schedule}/{self.local_date.isoformat()}/{self.local_time}"


class Planned(Protocol):
    """What `plan_slots` needs to know of how far a schedule was planned."""

    @property
    def signature(self) -> str: ...
    @property
    def first_seen(self) -> datetime: ...
    @property
    def planned_until(self) -> datetime: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What to record: the slots that have come due, and up to when that is all of them.

    ``once_a_date``: a slot here counts only where its local date has none yet. ``set_back``: the clock was set back by so much,
    and what was planned beyond now has not come due after all.
    """

    slots: tuple[SlotTime, ...]
    first_seen: datetime
    planned_until: datetime
    once_a_date: bool = False
    set_back: timedelta | None = None


class PendingSlot(Protocol):
    """What `decide_catch_up` needs to know of a slot that waits for its first attempt or its next."""

    @property
    def instant(self) -> datetime: ...
    @property
    def local_date(self) -> date: ...
    @property
    def attempts(self) -> int: ...
    @property
    def deadline(self) -> datetime | None: ...


S = TypeVar("S", bound=PendingSlot)


def slot_instant(local_date: date, local_time: time, zone: ZoneInfo) -> datetime:
    """Return the one instant, in UTC, that a wall-clock time of a local date stands for."""
    return datetime.combine(local_date, local_time.replace(fold=0), tzinfo=zone).astimezone(UTC)


def slot_on(spec: ScheduleSpec, local_date: date) -> SlotTime | None:
    """Return the slot of a local date; None when its weekday is not among the schedule's, or the zone skipped the date."""
    zone = _zone(spec.zone)
    if DAY_NAMES[local_date.weekday()] not in spec.days or not _exists(local_date, zone):
        return None
    return SlotTime(
        schedule=spec.name,
        local_date=local_date,
        local_time=f"{spec.time:%H:%M}",
        zone=spec.zone,
        instant=slot_instant(local_date, spec.time, zone),
    )


def slots_between(spec: ScheduleSpec, after: datetime, until: datetime) -> Iterator[SlotTime]:
    """Yield the slots with ``after < instant <= until``, in order."""
    zone = _zone(spec.zone)
    # Offsets reach from -12 to +14 hours and a gap moves a slot by up to a day: a date of margin on both sides is enough.
    day = after.astimezone(zone).date() - _DAY
    last = until.astimezone(zone).date() + _DAY
    while day <= last:
        slot = slot_on(spec, day)
        if slot is not None and after < slot.instant <= until:
            yield slot
        day += _DAY


def next_slots(spec: ScheduleSpec, now: datetime, n: int = 5) -> tuple[SlotTime, ...]:
    """Return the next ``n`` slots after ``now``."""
    found: list[SlotTime] = []
    day = now.astimezone(_zone(spec.zone)).date() - _DAY
    while len(found) < n:
        slot = slot_on(spec, day)
        if slot is not None and slot.instant > now:
            found.append(slot)
        day += _DAY
    return tuple(found)


def plan_slots(spec: ScheduleSpec, known: Planned | None, now: datetime) -> Plan | None:
    """Say what there is to record of a schedule; None when nothing came due and nothing changed.

    A new schedule starts now: nothing that lay before is missed. Where time, days or zone have changed, a slot of today that
    the new setting puts before now is made up for, unless today has had its slot by the old setting.
    """
    if known is None:
        return Plan(slots=(), first_seen=now, planned_until=now)
    if known.planned_until - now > _CLOCKS_DIFFER:
        return Plan(slots=(), first_seen=min(known.first_seen, now), planned_until=now, set_back=known.planned_until - now)
    start = known.planned_until
    changed = known.signature != spec.signature
    if changed:
        zone = _zone(spec.zone)
        midnight = slot_instant(now.astimezone(zone).date(), time(0, 0), zone)
        start = max(known.first_seen, min(start, midnight - timedelta(microseconds=1)))
    slots = tuple(slots_between(spec, start, now))
    if not slots and not changed:
        return None
    return Plan(slots=slots, first_seen=known.first_seen, planned_until=max(now, known.planned_until), once_a_date=changed)


def decide_catch_up(pending: Sequence[S], newest: datetime | None, now: datetime, catch_up: timedelta) -> tuple[tuple[S, str], ...]:
    """Say which waiting slots are given up, each with the reason; at most one, the latest, is left to run.

    ``pending`` are the slots whose instant has come; ``newest`` is the latest instant that has come of any slot of the schedule,
    run or not: a briefing is not made after a later one. A slot that was tried before keeps waiting until its deadline, or the
    end of the catch-up window where nobody was there to try it.
    """
    ordered = sorted(pending, key=lambda slot: (slot.instant, slot.local_date))
    given_up = []
    for position, slot in enumerate(ordered):
        later = position < len(ordered) - 1 or (newest is not None and newest > slot.instant)
        end = slot.instant + catch_up
        if slot.attempts and slot.deadline is not None:
            end = max(end, slot.deadline)
        if later:
            given_up.append((slot, "a later slot of this schedule had come due before this one could be run"))
        elif now > end:
            given_up.append((slot, f"nothing ran between {slot.instant:%Y-%m-%d %H:%M} and {end:%Y-%m-%d %H:%M} UTC"))
    return tuple(given_up)


def _exists(local_date: date, zone: ZoneInfo) -> bool:
    # Samoa had no 30 December 2011: the whole date lies in one gap, and begins when the next one does.
    midnight = time(0, 0)
    return slot_instant(local_date, midnight, zone) != slot_instant(local_date + _DAY, midnight, zone)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is not a time zone: write it as in Europe/Berlin or America/New_York") from error
