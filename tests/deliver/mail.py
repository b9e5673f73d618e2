"""Copies, stores and clocks for the tests of delivery."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from briefing.deliver.message import Attachment, Body, MessageSettings, build_body, build_message, message_id
from briefing.deliver.records import Recipient
from briefing.store import Store, open_store
from briefing.store.records import ClaimedDelivery, FrozenCopy

NOON = datetime(2030, 5, 6, 12, tzinfo=UTC)
ADDRESSES = ("anna@example.org", "ben@example.org", "carl@example.org")
SETTINGS = MessageSettings(sender="briefing@example.org", sender_name="Daily Briefing", list_name="Daily briefing")


def body(text: bytes = b"The minister spoke.\n", *, html: bytes | None = b"<p>The minister spoke.</p>\n", docx: bytes = b"PK docx") -> Body:
    attachments = (
        Attachment(format="docx", name="briefing-2030-05-06.docx", data=docx),
        Attachment(format="calendar", name="briefing-2030-05-06.ics", data=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    )
    return build_body(text=text, html=html, attachments=attachments)


def message(
    to: Recipient | str = "anna@example.org",
    *,
    settings: MessageSettings = SETTINGS,
    subject: str = "Daily briefing, Monday, 6 May 2030",
    content: Body | None = None,
) -> bytes:
    recipient = to if isinstance(to, Recipient) else Recipient(address=to)
    identifier = message_id("morning/2030-05-06/06:30", recipient.address, settings)
    return build_message(content or body(), recipient=recipient, settings=settings, subject=subject, date=NOON, message_id=identifier)


def copy(address: str, *, content: Body | None = None, sender: str = "briefing@example.org") -> FrozenCopy:
    made = message(address, content=content)
    return FrozenCopy(recipient=address, sender=sender, message_id=message_id("k", address, SETTINGS), message=made)


def open_outbox(folder: Path, *addresses: str, on_transition: Callable[[str], None] | None = None, key: str = "k") -> Store:
    """Open a database with a pending copy for each address, all of them enqueued at noon."""
    store = open_store(folder / "briefing.sqlite3", clock=lambda: NOON, on_transition=on_transition)
    if addresses:
        shared = body()
        store.enqueue_deliveries("r1", [copy(address, content=shared) for address in addresses], key=key, now=NOON)
    return store


def states(store: Store) -> dict[str, str]:
    return {delivery.recipient.partition("@")[0]: delivery.state for delivery in store.list_outbox()}


def claim_one(store: Store, now: datetime, lease_s: float = 900.0) -> ClaimedDelivery | None:
    """The copy that has been due longest, claimed; None when none is due."""
    return next(iter(store.claim_deliveries(now, lease_s, limit=1)), None)


def parse(message: bytes) -> EmailMessage:
    """A message as a mail program reads it."""
    parsed = message_from_bytes(message, policy=default)
    assert isinstance(parsed, EmailMessage)
    return parsed
