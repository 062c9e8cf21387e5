"""Corruptions, planted as the tables' owner, and the checks that find them."""

from __future__ import annotations

from typing import Any

import psycopg
import psycopg.sql

from reprise.books import dates, steps
from reprise.books.proof import findings
from tests import database


def corrupt(statement: str, unguarded: str = "", **values: Any) -> None:
    """Carry out what no action of ours does; ``unguarded``: past its triggers."""
    with psycopg.connect(database.endpoints.owner_url) as owner:
        table = psycopg.sql.Identifier(unguarded)
        if unguarded:
            owner.execute(psycopg.sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(table))
        done = owner.execute(statement.encode(), values or None)
        assert done.rowcount, "nothing was corrupted"
        if unguarded:
            owner.execute(psycopg.sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(table))


DATES = frozenset(check.name for check in (*dates.CHECKS, *steps.CHECKS))


def failed() -> set[str]:
    """The names of the checks that contradict the books, but those of dates: a test that has time
    pass moves the one date that it is about (`tests/books/test_dates.py` moves all of them)."""
    return {finding.check for finding in findings()} - DATES
