"""``briefing outbox``: what waits, what failed, what nobody knows of, and what a person decides about it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from briefing import mailing, wiring
from briefing.commands import DONE, FAILED
from briefing.config import LoadedConfig, load_config
from briefing.deliver.headers import exact_address
from briefing.errors import ConfigError
from briefing.store import Store, open_store
from briefing.store.records import Delivery, DeliveryState

_TURNED_UP: tuple[DeliveryState, ...] = ("pending", "sending", "failed", "unknown")


def call(arguments: argparse.Namespace) -> int:
    """Do one thing with the outbox."""
    loaded = load_config(arguments.config)
    store = open_store(wiring.store_address(loaded))
    actions: dict[str, Callable[[LoadedConfig, Store, argparse.Namespace], int]] = {
        "list": _list,
        "show": _show,
        "send": _send,
        "retry": _retry,
        "release": _release,
        "suppress": _suppress,
        "allow": _allow,
    }
    try:
        return actions[arguments.action](loaded, store, arguments)
    finally:
        store.close()


def _list(loaded: LoadedConfig, store: Store, arguments: argparse.Namespace) -> int:
    """Print a line for each copy that needs a look, or for all; what is settled is only counted."""
    copies = store.list_outbox(states=None if arguments.all else _TURNED_UP)
    if arguments.json:
        print(json.dumps({"copies": [_object(c) for c in copies], "suppressed": [s.address for s in store.list_suppressions()]}, indent=2))
        return DONE
    for copy in copies:
        print(_line(copy))
    counts = store.count_outbox()
    print(", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "the outbox is empty", file=sys.stderr)
    if suppressed := store.list_suppressions():
        print("suppressed addresses: " + ", ".join(s.address for s in suppressed), file=sys.stderr)
    return DONE


def _show(loaded: LoadedConfig, store: Store, arguments: argparse.Namespace) -> int:
    """Print a copy's message as it is sent, for a file of its own or a mail program."""
    for number in _numbers(arguments, "show"):
        sys.stdout.buffer.write(store.delivery_message(number))
    return DONE


def _send(loaded: LoadedConfig, store: Store, arguments: argparse.Namespace) -> int:
    """Try what is due, as the daemon does every so often."""
    if arguments.what:
        raise ConfigError("outbox send tries every copy that is due and takes no number; `briefing outbox retry NUMBER` makes one due")
    wiring.email_section(loaded)
    report = mailing.drain(loaded, store, clock=_now)
    print(f"{report.sent} sent, {report.waiting} waiting, {len(report.failed)} failed, {len(report.unknown)} unknown")
    for told in (*report.failed, *report.unknown):
        print(f"  {told.id}  {told.recipient}: {told.reason}", file=sys.stderr)
    if report.down is not None:
        print(f"nothing can be sent for now: {report.down}", file=sys.stderr)
    return FAILED if report.down or report.failed or report.unknown else DONE


def _retry(loaded: LoadedConfig, store: Store, arguments: argparse.Namespace) -> int:
    """Make copies due now: those named, or all that failed or wait."""
    if arguments.all:
        numbers: Sequence[int] = [copy.id for copy in store.list_outbox(states=("failed", "pending"))]
    else:
        numbers = _numbers(arguments, "retry")
    for number in numbers:
        print(_line(store.retry(number, now=_now())))
    return DONE


def _release(loaded: LoadedConfig, store: Store, arguments: argparse.Namespace) -> int:
    """Decide about copies whose fate is unknown; each has to be named, as it may reach somebody twice."""
    for number in _numbers(arguments, "release"):
        print(_line(store.release(number, now=_now(), arrived=arguments.arrived)))
    return DONE


def _suppress(loaded: LoadedConfig, store: Store, arguments: argparse.Namespace) -> int:
    for address in _addresses(arguments, "suppress"):
        stopped = store.suppress(address, arguments.reason or "by hand", now=_now())
        print(f"{address} is sent nothing more; {stopped} waiting {'copy was' if stopped == 1 else 'copies were'} stopped")
    return DONE


def _allow(loaded: LoadedConfig, store: Store, arguments: argparse.Namespace) -> int:
    for address in _addresses(arguments, "allow"):
        was = store.unsuppress(address)
        print(f"{address} {'is sent copies again, from the next briefing on' if was else 'was not suppressed'}")
    return DONE


def _numbers(arguments: argparse.Namespace, action: str) -> list[int]:
    if not arguments.what:
        raise ConfigError(f"outbox {action} needs the number of a copy, or several; `briefing outbox list` shows them")
    wrong = [what for what in arguments.what if not what.isdecimal()]
    if wrong:
        raise ConfigError(f"outbox {action}: {wrong[0]!r} is no number of a copy; `briefing outbox list` shows them")
    return [int(what) for what in arguments.what]


def _addresses(arguments: argparse.Namespace, action: str) -> list[str]:
    if not arguments.what:
        raise ConfigError(f"outbox {action} needs an address, or several, as in name@example.org")
    return [exact_address(what) for what in arguments.what]


def _line(copy: Delivery) -> str:
    when = f", next try {copy.next_attempt_at:%Y-%m-%d %H:%M} UTC" if copy.state == "pending" and copy.reason else ""
    return f"{copy.id:>6}  {copy.state:<10}  {copy.recipient}  {copy.key}" + (f"  ({copy.reason}{when})" if copy.reason else "")


def _object(copy: Delivery) -> dict[str, object]:
    return {
        "id": copy.id,
        "key": copy.key,
        "run": copy.run,
        "recipient": copy.recipient,
        "message_id": copy.message_id,
        "state": copy.state,
        "reason": copy.reason,
        "attempts": copy.attempts,
        "enqueued_at": copy.enqueued_at.isoformat(),
        "next_attempt_at": copy.next_attempt_at.isoformat(),
        "changed_at": copy.changed_at.isoformat(),
    }


def _now() -> datetime:
    return datetime.now(UTC)
