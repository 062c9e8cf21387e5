"""Each registered provider on its stage; being in the registry is enough to be tested."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reprise.payments.providers.registry import PROVIDERS
from tests.payments.providers.stages import STAGES, Stage
from tests.sandbox.running import database, server


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    """Where an outside party of ours keeps its books.  Point this elsewhere to move it."""
    with server() as address, database(address) as url:
        yield url


@pytest.fixture(scope="session", params=sorted(PROVIDERS))
def stage(request: pytest.FixtureRequest, database_url: str) -> Iterator[Stage]:
    with STAGES[request.param](database_url) as ready:
        yield ready
