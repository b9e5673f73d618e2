"""The records that the store takes and returns: frozen, keyword-only; every instant is aware and in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

SlotState = Literal["planned", "running", "done", "nothing to report", "failed", "missed"]
RunState = Literal["running", "done", "nothing to report", "failed", "handed back"]
DeliveryState = Literal["pending", "sending", "sent", "failed", "unknown", "suppressed"]
CompletedState = Literal["done", "nothing to report"]


class PlannedSlot(Protocol):
    """What the store is told of a slot whose instant has come; `briefing.schedule.SlotTime` is one."""

    @property
    def key(self) -> str: ...
    @property
    def local_date(self) -> date: ...
    @property
    def local_time(self) -> str: ...
    @property
    def zone(self) -> str: ...
    @property
    def instant(self) -> datetime: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownSchedule:
    """How far a schedule has been planned: every slot up to ``planned_until`` has its row. ``signature`` is of what they follow from."""

    name: str
    signature: str
    first_seen: datetime
    planned_until: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One planned instant of a schedule, unique by schedule, local date and local time; ``key`` spells these three out."""

    key: str
    schedule: str
    local_date: date
    #: "HH:MM" on the wall clock of ``zone``
    local_time: str
    zone: str
    instant: datetime
    state: SlotState
    reason: str | None
    attempts: int
    #: the next attempt starts no earlier
    not_before: datetime
    #: no attempt starts later; set by the first attempt
    deadline: datetime | None
    planned_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    alerted_at: datetime | None
    #: the run that holds the slot, until when, and when it last said so
    holder: str | None
    lease_until: datetime | None
    heartbeat_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One attempt at a slot, or one run by hand (``slot`` is None). ``key`` is what its copies are unique by."""

    id: str
    key: str
    slot: str | None
    schedule: str | None
    attempt: int
    state: RunState
    reason: str | None
    #: which process made it: "host:pid"
    process: str
    started_at: datetime
    finished_at: datetime | None
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A slot and the run that holds it."""

    slot: Slot
    run: Run


@dataclass(frozen=True, kw_only=True, slots=True)
class FrozenCopy:
    """One recipient's message as it will be sent: built once, sent as these bytes however often it is tried.

    ``message`` holds its Message-ID and begins with its header; ``message_id`` repeats it with its angle brackets.
    """

    recipient: str
    sender: str
    message_id: str
    message: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """One recipient's copy of one run, as the outbox lists it. ``attempts`` counts the claims and fences a late one."""

    id: int
    #: the slot or the manual key; unique together with the recipient
    key: str
    run: str
    recipient: str
    sender: str
    message_id: str
    state: DeliveryState
    #: why it is in this state: the server's answer, or who decided
    reason: str | None
    attempts: int
    enqueued_at: datetime
    next_attempt_at: datetime
    lease_until: datetime | None
    #: when it entered its state
    changed_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimedDelivery(Delivery):
    """A delivery that this process may now try, with the bytes to send."""

    message: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Suppression:
    """An address that is sent nothing."""

    address: str
    reason: str
    suppressed_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion:
    """What a finished run leaves behind; all of it is committed together with the run's state, or none of it.

    ``day`` is the briefing's. ``memory`` becomes the schedule's of that day unless it is None. ``documents`` are those used, their
    paths by Document.id; ``files`` are those that need not be opened again while their signature, by full path, is the same.
    ``gone`` are files that are not there any more: should one come back, it is opened, and its documents are known all the same.
    ``details`` is shown by `briefing runs` and must be JSON. One that does not count, a try-out, leaves its schedule as it was.
    """

    state: CompletedState
    day: date
    counts: bool = True
    reason: str | None = None
    memory: bytes | None = None
    documents: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    details: Mapping[str, object] = field(default_factory=dict)
