"""A folder for a server, and one server for the tests that only ask it something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reprise.cli.postgres import EmbeddedServer, Endpoints


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "var" / "postgres"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoints]:
    """One server for the tests that only ask it something."""
    folder = tmp_path_factory.mktemp("shared")
    with EmbeddedServer(folder / "data", tcp=True, durable=False) as running_server:
        yield running_server
