from __future__ import annotations

import pytest

from tests.deliver.servers import Certificates, make_certificates
from tests.programs import require


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    require("openssl")
    return make_certificates(tmp_path_factory.mktemp("certificates"))
