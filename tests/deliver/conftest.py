from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store import Store
from tests.databases import database_url, postgresql_server, postgresql_url
from tests.deliver.mail import ADDRESSES, open_outbox
from tests.deliver.servers import Certificates, make_certificates
from tests.programs import require

__all__ = ["database_url", "postgresql_server", "postgresql_url"]


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    require("openssl")
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store whose outbox has a copy for each of the addresses."""
    opened = open_outbox(tmp_path, *ADDRESSES)
    yield opened
    opened.close()
