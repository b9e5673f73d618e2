"""What holds for every test: nothing random from run to run, slow ones only where they are asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from briefing.store import Store, open_store

# The same examples every time, and none refused because the machine was busy.
settings.register_profile("steady", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the slow tests too (always so where CI is set)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests out of a run at the desk, as deselected: a skip would be one more thing to look at."""
    if os.environ.get("CI") or config.getoption("--slow"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow and len(slow) < len(items):
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store, in a file of its own."""
    opened = open_store(tmp_path / "briefing.sqlite3")
    yield opened
    opened.close()
