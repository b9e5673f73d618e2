"""A made briefing → one frozen copy for each recipient → the outbox → the transport."""

from __future__ import annotations

import logging
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefing import wiring
from briefing.config import LoadedConfig
from briefing.deliver.drain import DrainReport, drain_outbox
from briefing.deliver.headers import exact_address
from briefing.deliver.message import Attachment, Body, MessageSettings, build_body, build_message, message_id
from briefing.deliver.records import Recipient
from briefing.deliver.signature import Signer
from briefing.output import SUFFIXES, output_stem
from briefing.pipeline import Made
from briefing.store import Store
from briefing.store.records import Delivery, FrozenCopy

log = logging.getLogger(__name__)
#: the keys of messages to the operator begin so: what becomes of one of these alerts nobody
_ALERT = "alert/"
_LOST = "alert/copies/"
#: what was lost longer ago is told to nobody any more
_OLD_NEWS = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Mailing:
    """A briefing ready for its recipients: everything is rendered, and a recipient's copy lacks its header only."""

    recipients: tuple[Recipient, ...]
    #: by watch-list and formats
    bodies: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, Body]]
    settings: MessageSettings
    signer: Signer | None

    def copies(self, key: str, now: datetime) -> Iterator[FrozenCopy]:
        """Write the messages one after the other, so that ten thousand take no more memory than one."""
        for recipient in self.recipients:
            subject, body = self.bodies[recipient.watch, recipient.formats]
            yield _freeze(recipient, subject, body, key, now, self.settings, self.signer)


def prepare_mailing(loaded: LoadedConfig, made: Made, recipients: Sequence[Recipient]) -> Mailing:
    """Compose and render what each recipient gets; nothing is stored.

    A watch-list gives a briefing of its own, from the same documents. Raises MessageRefused for a message that is too large.
    """
    # the message says whether what it leaves out is attached: it is another one for those who get no Word document
    wanted: dict[tuple[tuple[str, ...], bool], set[tuple[str, ...]]] = defaultdict(set)
    for recipient in recipients:
        wanted[recipient.watch, "docx" in recipient.formats].add(recipient.formats)
    bodies = {}
    for (watch, _), sets in wanted.items():
        needed = {"text", *(format_ for formats in sets for format_ in formats)}
        own = made.remake(watch, [format_ for format_ in SUFFIXES if format_ in needed])
        for formats in sets:
            bodies[watch, formats] = own.subject, _body(own, formats)
    settings, signer = wiring.message_settings(loaded), wiring.signer(loaded)
    # a header or a key that cannot be is found now, and not inside the transaction that finishes the run
    check_message(settings, signer, now=made.briefing.made_at)
    return Mailing(recipients=tuple(recipients), bodies=bodies, settings=settings, signer=signer)


def check_message(settings: MessageSettings, signer: Signer | None, *, now: datetime) -> None:
    """Write a message to the sender, to see that its headers and its signature can be. Raises DeliveryError that names what cannot."""
    body = build_body(text=b"-\n", max_bytes=settings.max_bytes)
    _freeze(Recipient(address=settings.sender), "-", body, "check", now, settings, signer)


def queue_copies(store: Store, mailing: Mailing, *, run_id: str, key: str, now: datetime) -> int:
    """Put the copies into the outbox, within the caller's transaction if there is one; return how many are new.

    Whoever has a copy under this key keeps that one: a slot is never mailed to anybody twice.
    """
    return store.enqueue_deliveries(run_id, mailing.copies(key, now), key=key, now=now)


def queue_alert(loaded: LoadedConfig, store: Store, *, key: str, subject: str, lines: Sequence[str], now: datetime) -> bool:
    """Put a message to the operator into the outbox, once under a key; return whether there is anybody to tell."""
    if loaded.config.operator is None or loaded.config.email is None:
        log.warning("no operator is told, as there is none in the configuration: %s", subject)
        return False
    key = key if key.startswith(_ALERT) else _ALERT + key
    _queue_for_operator(loaded, loaded.config.operator, store, run=key, key=key, subject=subject, lines=lines, now=now)
    return True


def drain(
    loaded: LoadedConfig,
    store: Store,
    *,
    clock: Callable[[], datetime],
    stop: Callable[[], bool] = lambda: False,
    rng: random.Random | None = None,
) -> DrainReport:
    """Try once every copy that is due, and tell the operator of those that failed for good or whose fate is unknown.

    A server that cannot be reached, or that refuses, is a result. Raises StoreError where the outbox cannot be kept.
    """
    if loaded.config.email is None:
        return DrainReport()
    transport, settings, chance = wiring.transport(loaded), wiring.drain_settings(loaded), rng or random.Random()
    report = drain_outbox(store, transport, settings=settings, clock=clock, rng=chance, stop=stop)
    if _tell_operator(loaded, store, report, clock()) and report.down is None:
        # those who have no daemon get no other pass today
        _tell_operator(loaded, store, drain_outbox(store, transport, settings=settings, clock=clock, rng=chance, stop=stop), clock())
    return report


def forget_old_mail(loaded: LoadedConfig, store: Store, *, clock: Callable[[], datetime]) -> None:
    """Drop the messages whose fate has been settled for longer than is configured."""
    kept = timedelta(days=wiring.email_section(loaded).keep_days)
    forgotten = store.forget_messages(before=clock() - kept)
    if forgotten:
        log.info("%d messages settled more than %g days ago are no longer kept", forgotten, kept / timedelta(days=1))


def _tell_operator(loaded: LoadedConfig, store: Store, report: DrainReport, now: datetime) -> bool:
    """Queue one message for each run that lost copies which nobody was told of; return whether any was.

    What was lost is read from the outbox and not from the report: a process that ended before this line has told nobody.
    """
    for told in (*report.failed, *report.unknown):
        if told.key.startswith(_ALERT):
            log.error("the operator's message %d did not arrive: %s", told.id, told.reason)
        else:
            log.warning("copy %d of %s to %s did not arrive: %s", told.id, told.key, told.recipient, told.reason)
    if loaded.config.operator is None:
        return False
    with store.transaction():
        by_key: dict[str, list[Delivery]] = defaultdict(list)
        for copy in store.untold_deliveries(since=now - _OLD_NEWS, alerts=_LOST):
            if not copy.key.startswith(_ALERT):
                by_key[copy.key].append(copy)
        for key, copies in by_key.items():
            _queue_for_operator(
                loaded,
                loaded.config.operator,
                store,
                run=_LOST + key,
                # a later pass over the same run tells of other copies, or of the same ones tried anew
                key=f"{_LOST}{key}/{now:%Y%m%dT%H%M%S.%f}",
                subject=f"Briefing: {len(copies)} {'copy' if len(copies) == 1 else 'copies'} of {key} did not arrive",
                lines=_lost_copies(key, copies),
                now=now,
            )
    return bool(by_key)


def _lost_copies(key: str, copies: Sequence[Delivery]) -> list[str]:
    lines = [f"Of the run {key} these copies did not arrive, or nobody knows whether they did:", ""]
    for copy in copies:
        lines += [f"{copy.id}  {copy.recipient}", f"    {copy.state.upper()}: {copy.reason}"]
    return [
        *lines,
        "",
        "`briefing outbox retry NUMBER` tries a failed one again. `briefing outbox release NUMBER` sends an unknown one",
        "again, or with --arrived counts it as sent, when the recipient has it.",
    ]


def _queue_for_operator(
    loaded: LoadedConfig, operator: str, store: Store, *, run: str, key: str, subject: str, lines: Sequence[str], now: datetime
) -> None:
    settings = wiring.message_settings(loaded)
    body = build_body(text=("\n".join(lines) + "\n").encode("utf-8", "replace"), max_bytes=settings.max_bytes)
    copy = _freeze(Recipient(address=operator), subject, body, key, now, settings, wiring.signer(loaded))
    store.enqueue_deliveries(run, [copy], key=key, now=now)


def _body(made: Made, formats: Sequence[str]) -> Body:
    stem = output_stem(made.briefing.date, made.briefing.schedule)
    return build_body(
        text=made.renditions["text"],
        html=made.renditions["html"] if "html" in formats else None,
        attachments=[
            Attachment(format=format_, name=stem + SUFFIXES[format_], data=made.renditions[format_])
            for format_ in ("docx", "calendar")
            if format_ in formats
        ],
    )


def _freeze(
    recipient: Recipient, subject: str, body: Body, key: str, now: datetime, settings: MessageSettings, signer: Signer | None
) -> FrozenCopy:
    identifier = message_id(key, recipient.address, settings)
    message = build_message(body, recipient=recipient, settings=settings, subject=subject, date=now, message_id=identifier)
    return FrozenCopy(
        recipient=recipient.address,
        sender=exact_address(settings.sender),
        message_id=identifier,
        message=signer.sign(message) if signer else message,
    )
