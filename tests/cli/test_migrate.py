"""`reprise migrate`: never an older program on newer tables."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests import database

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def applied(app: str, name: str) -> Iterator[None]:
    """As if a migration that we do not have had been applied."""
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, now())", [app, name]
        )
        yield
        owner.execute("DELETE FROM django_migrations WHERE name = %s", [name])


def migrate() -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reprise.cli", "migrate"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_newer_version_s_database_is_left_alone() -> None:
    with applied("orders", "9999_of_tomorrow"):
        done = migrate()
    assert done.returncode == 1
    assert "newer version of Reprise (it has orders 9999_of_tomorrow)" in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr


def test_another_program_s_migrations_are_its_own() -> None:
    with applied("blog", "0001_initial"):
        assert migrate().returncode == 0
