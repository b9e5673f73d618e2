"""Which schedule, slot and run a log line belongs to, also in code that knows nothing of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_CURRENT: ContextVar[dict[str, str]] = ContextVar("log_context")


@contextmanager
def log_context(**names: str | None) -> Iterator[None]:
    """Name what this thread works for until the end; inner names go before outer ones."""
    token = _CURRENT.set({**_CURRENT.get({}), **{key: value for key, value in names.items() if value is not None}})
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current_context() -> dict[str, str]:
    """Give what this thread works for."""
    return dict(_CURRENT.get({}))
