"""What must be true of stock, orders, payments and ledger on any database, at any time.

Each check is one query for what contradicts it; an empty answer is the proof.  What is allowed to
be under way (an event that has not been delivered, an instruction without its answer) is part of
the statement, not an excuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import connection

# Clocks that are kept differ by less; an outside party's clock is its own (decision 0061).
APART: Final = "interval '5 minutes'"


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction: ``check`` that failed, and what was found."""

    check: str
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """``promise`` is the key of its translations; ``query`` returns one text a contradiction."""

    name: str
    promise: str
    query: str


def run(check: Check) -> list[Finding]:
    """What contradicts a check; at most a hundred findings."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({check.query}) AS findings LIMIT 100")  # noqa: S608
        return [Finding(check.name, row[0]) for row in cursor.fetchall()]
