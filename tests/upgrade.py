"""A database as an earlier version left it, and its way to what is now."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from tests import database

NAME = "reprise_before"


class Before:
    """A database of its own, used by the owner of its tables."""

    def __init__(self, url: str) -> None:
        self._url = url

    def migrate(self, app: str, name: str) -> None:
        """To a migration, forwards, with all that it stands on; by a process of its own."""
        asked = [sys.executable, "-m", "django", "migrate", app, name, "--verbosity", "0"]
        settings = {"DJANGO_SETTINGS_MODULE": "reprise.config.settings", "DATABASE_URL": self._url}
        done = subprocess.run(
            asked, env={**os.environ, **settings}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    def run(self, statement: str, values: Any = None) -> list[tuple[Any, ...]]:
        with psycopg.connect(self._url, autocommit=True) as owner:
            done = owner.execute(statement.encode(), values)
            return list(done.fetchall()) if done.description else []


@contextmanager
def before(app: str, name: str) -> Iterator[Before]:
    """Where ``name`` was the last migration of ``app``."""
    owner = database.endpoints.owner_url
    with psycopg.connect(owner, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME}".encode())
        server.execute(f"CREATE DATABASE {NAME}".encode())
    made = Before(make_conninfo(owner, dbname=NAME))
    made.migrate(app, name)
    yield made
    with psycopg.connect(owner, autocommit=True) as server:
        server.execute(f"DROP DATABASE {NAME}".encode())
