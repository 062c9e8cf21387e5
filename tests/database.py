"""A PostgreSQL server of our own for each test process, migrated by the owner, used as the
running role: what the application may not do, a test cannot do either.

REPRISE_TEST_DATA names a folder whose database is kept, for runs that come one after the other;
otherwise nothing is left of it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from reprise.cli.postgres import EmbeddedServer, Endpoints

_server: EmbeddedServer | None = None
_folder: Path
endpoints: Endpoints


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, Any, Any]:
    """Start the server before Django's settings are read."""
    global _server, _folder, endpoints
    kept = os.environ.get("REPRISE_TEST_DATA")
    _folder = Path(kept or tempfile.mkdtemp(prefix="reprise-test-"))
    _server = EmbeddedServer(_folder / "postgres", tcp=True, durable=False)
    endpoints = _server.start()
    os.environ["DATABASE_URL"] = endpoints.app_url
    os.environ["DATABASE_OWNER_URL"] = endpoints.owner_url
    os.environ["REPRISE_SECRET_KEY"] = "only for tests"
    os.environ["REPRISE_DEMO"] = "1"
    os.environ["REPRISE_STRICT"] = "1"
    os.environ.pop("REPRISE_ROLE", None)
    return (yield)


def pytest_unconfigure() -> None:
    if _server is not None:
        _server.stop()
        if "REPRISE_TEST_DATA" not in os.environ:
            shutil.rmtree(_folder)


def use(url: str) -> None:
    """Whom Django's connection signs in as from here on."""
    from django.db import connection

    from reprise.config.database import database as settings_of

    connection.close()
    wanted = settings_of(url)
    connection.settings_dict.update({key: wanted[key] for key in ("USER", "PASSWORD")})


@contextmanager
def as_owner() -> Iterator[None]:
    """As `reprise migrate` and `reprise privacy` do; outside every transaction."""
    use(endpoints.owner_url)
    try:
        yield
    finally:
        use(endpoints.app_url)


def run(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """As whoever has got hold of the running role would."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall()) if cursor.description else []


def empty() -> None:
    """Delete every row and the journal, but not what the owner wrote when it migrated."""
    with psycopg.connect(endpoints.owner_url, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables"
            " WHERE schemaname IN ('public', 'sandbox')"
            "   AND tablename NOT IN ('django_migrations', 'outbox_hearing')"
        ).fetchone()
        assert tables
        connection.execute(f"TRUNCATE {tables[0]} CASCADE")  # type: ignore[arg-type]
    # What was copied out of it is about it alone.
    shutil.rmtree(os.environ.get("REPRISE_JOURNAL", ""), ignore_errors=True)
