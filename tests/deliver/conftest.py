from __future__ import annotations

import pytest

from tests.databases import database_url, postgresql_server, postgresql_url
from tests.deliver.servers import Certificates, make_certificates
from tests.programs import require

__all__ = ["database_url", "postgresql_server", "postgresql_url"]


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    require("openssl")
    return make_certificates(tmp_path_factory.mktemp("certificates"))
