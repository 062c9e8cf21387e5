"""Corruptions, planted as the tables' owner, and the checks that find them."""

from __future__ import annotations

from typing import Any

import psycopg

from reprise.books.proof import findings
from tests import database


def corrupt(statement: str, **values: Any) -> None:
    """Carry out what no action of ours does."""
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        done = owner.execute(statement.encode(), values or None)
        assert done.rowcount, "nothing was corrupted"


def failed() -> set[str]:
    """The names of the checks that contradict the books."""
    return {finding.check for finding in findings()}
