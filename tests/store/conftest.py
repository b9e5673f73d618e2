from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.store import Store, open_store
from tests.databases import database_url, postgresql_server, postgresql_url

__all__ = ["database_url", "postgresql_server", "postgresql_url"]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """An empty store, on either backend."""
    opened = open_store(database_url)
    yield opened
    opened.close()
