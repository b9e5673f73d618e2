"""What delivery takes and gives: recipients, copies to send, and what became of one that was tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Format = Literal["html", "docx", "calendar"]
Scope = Literal["copy", "connection", "batch"]
#: called when nothing but the message itself is left to send; what it raises stops the copy before that
AboutToSend = Callable[[], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipient:
    """One person of an audience. ``formats`` are the HTML part and what is attached; what ``watch`` names comes first."""

    address: str
    name: str | None = None
    formats: tuple[Format, ...] = ("html", "docx", "calendar")
    watch: tuple[str, ...] = ()


class Entry(Protocol):
    """A copy as the outbox lists it, without its message."""

    @property
    def id(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def recipient(self) -> str: ...


class Copy(Entry, Protocol):
    """One recipient's copy, frozen: however often it is tried, these bytes are sent."""

    @property
    def sender(self) -> str: ...
    @property
    def message_id(self) -> str: ...
    @property
    def message(self) -> bytes: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def attempts(self) -> int: ...
    @property
    def enqueued_at(self) -> datetime: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of one copy that was tried, and how far the answer reaches.

    ``unknown``: the message went out and no answer came back. Scope ``copy`` says nothing of other copies, ``connection``
    that this connection is of no more use, ``batch`` that no copy would fare better until a person or time mends it.
    """

    state: Literal["sent", "temporary", "permanent", "unknown"]
    scope: Scope = "copy"
    reason: str


class Transport(Protocol):
    """A way to send copies."""

    def send(self, copy: Copy, about_to_send: AboutToSend) -> Outcome:
        """Try one copy. Raises TransportDown where no copy can be sent for now."""
        ...

    def close(self) -> None:
        """Let go of what is open; the next copy opens it again."""
        ...
