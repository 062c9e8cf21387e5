"""A backup of the database as an operator makes one, and what it is to put it back."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from typing import Any

from django.db import connection

from reprise.cli.postgres.binaries import installed
from tests import database
from tests.planted import corrupt

# Jobs are not in it: functions of their library hang on their tables.
_WHAT = ("--clean", "--if-exists", "--table=public.*", "--exclude-table=public.procrastinate*")


def _run(program: str, *arguments: str, **more: Any) -> bytes:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    done = subprocess.run(
        [installed().program(program), *arguments],
        capture_output=True,
        env=environ,
        check=False,
        **more,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def backup() -> bytes:
    return _run("pg_dump", *_WHAT, f"--dbname={database.endpoints.owner_url}")


def backup_of(day: date) -> bytes:
    """A backup whose last night was that of ``day``; what comes after it begins without one."""
    corrupt("INSERT INTO privacy_night (day, ended_at, number) VALUES (%(day)s, %(day)s, 0)",
            day=day)  # fmt: skip
    kept = backup()
    corrupt("DELETE FROM privacy_night")
    return kept


def put_back(kept: bytes) -> None:
    connection.close()
    address = f"--dbname={database.endpoints.owner_url}"
    _run("psql", "--quiet", "--set=ON_ERROR_STOP=1", address, input=kept)
