"""The embedded PostgreSQL: the database of a first run, a demo and the tests."""

from reprise.cli.postgres.endpoints import Endpoints
from reprise.cli.postgres.errors import LaunchError
from reprise.cli.postgres.lease import running
from reprise.cli.postgres.server import EmbeddedServer

__all__ = ["EmbeddedServer", "Endpoints", "LaunchError", "running"]
