"""What ``briefing run --send`` does after the briefing is made: the same outbox, and the same drain, as the daemon's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from pydantic import ValidationError

from briefing import mailing, wiring
from briefing.audience import recipient_of, resolve_audience
from briefing.commands import DONE, FAILED, IN_PART, progress
from briefing.config import LoadedConfig
from briefing.config_keys import Recipient as ConfiguredRecipient
from briefing.deliver.records import Recipient
from briefing.errors import ConfigError
from briefing.pipeline import Made
from briefing.store import open_store
from briefing.store.records import Delivery


@dataclass(frozen=True, kw_only=True, slots=True)
class Addressees:
    """Who gets the copies of a run by hand, and what these are unique by: nobody gets two under one key."""

    recipients: tuple[Recipient, ...]
    key: str


def find_addressees(loaded: LoadedConfig, day: date, *, audience: str | None, to: str | None, again: bool, slot: str | None) -> Addressees:
    """Say who is meant: one address, the named audience, or the only one there is.

    ``slot`` is the key of a schedule's run. Raises ConfigError where nobody or several could be meant.
    """
    wiring.email_section(loaded)
    unique = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid4().hex[:8]}"
    if to is not None:
        return Addressees(recipients=(_one(to),), key=f"to/{day}/{unique}")
    name = audience or _only_audience(loaded)
    key = slot or f"by hand/{day}/{name}"
    return Addressees(recipients=resolve_audience(loaded, name), key=f"{key}/again/{unique}" if again else key)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """What became of the copies of a run; ``down`` says why none can be sent for now."""

    copies: tuple[Delivery, ...]
    down: str | None

    @property
    def code(self) -> int:
        """The exit code."""
        states = {copy.state for copy in self.copies}
        if states & {"failed", "unknown"}:
            return FAILED
        return IN_PART if states & {"pending", "sending"} else DONE


def send(loaded: LoadedConfig, made: Made, addressees: Addressees, *, run_id: str | None = None) -> Sent:
    """Queue the copies and try them now; say what became of them."""
    store = open_store(wiring.store_address(loaded))
    try:
        mailing_ = mailing.prepare_mailing(loaded, made, addressees.recipients)
        new = mailing.queue_copies(store, mailing_, run_id=run_id or addressees.key, key=addressees.key, now=datetime.now(UTC))
        had = len(addressees.recipients) - new
        if had:
            progress.say(f"{had} of {len(addressees.recipients)} have a copy of {addressees.key} already; --again sends another")
        report = mailing.drain(loaded, store, clock=lambda: datetime.now(UTC))
        if report.down is not None:
            progress.say(f"nothing can be sent for now: {report.down}")
        mailing.forget_old_mail(loaded, store, clock=lambda: datetime.now(UTC))
        copies = store.list_outbox(key=addressees.key)
        _tell(copies)
        return Sent(copies=copies, down=report.down)
    finally:
        store.close()


def _tell(copies: Sequence[Delivery]) -> None:
    """Say how many copies of this run are in which state, and name those that did not arrive."""
    counts = {state: sum(c.state == state for c in copies) for state in ("sent", "pending", "sending", "failed", "unknown", "suppressed")}
    progress.say("copies: " + (", ".join(f"{n} {state}" for state, n in counts.items() if n) or "none"))
    for copy in copies:
        if copy.state in ("pending", "failed", "unknown", "suppressed"):
            progress.say(f"  {copy.id}  {copy.recipient}: {copy.state}" + (f", {copy.reason}" if copy.reason else ""))
    if counts["pending"]:
        progress.say("what is pending is tried again by `briefing serve`, or by `briefing outbox send`")


def _only_audience(loaded: LoadedConfig) -> str:
    names = list(loaded.config.audiences)
    if len(names) != 1:
        there = f"there are: {', '.join(names)}; name one with --audience" if names else "there is none; write audiences in config.yaml"
        raise ConfigError(f"--send needs one audience, and {there}, or one address with --to")
    return names[0]


def _one(address: str) -> Recipient:
    try:
        return recipient_of(ConfiguredRecipient(address=address))
    except ValidationError as error:
        raise ConfigError(f"--to: {address!r} {error.errors()[0]['ctx']['error']}") from None
