"""Other keys for what stands sealed (decision 0043).

Every column that the register calls sealed, in batches: whatever ends a rotation, the next one goes
on where it stopped, and the shop runs meanwhile, because a value says by which key it was sealed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from django.db import connection, transaction

from reprise.keys import FIELD, Keys, place
from reprise.privacy.register import SEALED

BATCH: Final = 200
# Longer than any request or job that may still hold a value sealed by the key before.
SETTLED: Final = 3600


class StillNeeded(Exception):
    """A key may not be destroyed; the message says why, and what to do first."""


def named() -> dict[int, int]:
    """How many values each field key has sealed, by its number."""
    counts: dict[int, int] = {}
    for table, column in SEALED:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT split_part({column}, ':', 1)::int, count(*) FROM {table}"  # noqa: S608
                f" WHERE {column} <> '' GROUP BY 1"
            )
            for number, count in cursor.fetchall():
                counts[number] = counts.get(number, 0) + count
    return counts


def rotate(keys: Keys) -> Iterator[int]:
    """Seal everything with a new key; how many values after each batch.

    A rotation that was not finished is finished first, with the key that it had made.
    Raises MissingKey and WrongKey for a value that cannot be opened; what was done stays done.
    """
    newest = max(keys.numbers(FIELD), default=0)
    if not any(number != newest for number in named()):
        newest += 1
        keys.make(f"{FIELD}-{newest}")
    for table, column in SEALED:
        while done := _batch(keys, table, column, newest):
            yield done


@transaction.atomic
def _batch(keys: Keys, table: str, column: str, newest: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, {column} FROM {table}"  # noqa: S608  names of the register
            f" WHERE {column} <> '' AND split_part({column}, ':', 1) <> %s"
            f" ORDER BY id LIMIT {BATCH} FOR NO KEY UPDATE",
            [str(newest)],
        )
        rows = cursor.fetchall()
        for row, sealed in rows:
            where = place(table, column, str(row))
            again = keys.seal_field(keys.open_field(sealed, where), where)
            cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [again, row])  # noqa: S608
    return len(rows)


def retire(keys: Keys, number: int) -> None:
    """Destroy a field key: what it sealed is unreadable from now on, in every backup.

    Raises StillNeeded, MissingKey.
    """
    newest = max(keys.numbers(FIELD), default=0)
    keys.made_at(f"{FIELD}-{number}")
    if number == newest:
        raise StillNeeded(
            f"The key {FIELD}-{number} is the one that seals. Run `reprise keys rotate` first."
        )
    if left := named().get(number, 0):
        raise StillNeeded(
            f"The key {FIELD}-{number} is needed for {left} values."
            " Run `reprise keys rotate` until it says that nothing is left."
        )
    wait = int(keys.made_at(f"{FIELD}-{newest}") + SETTLED - time.time())
    if wait > 0:
        raise StillNeeded(
            f"The key {FIELD}-{newest} is new: something may still be under way that was sealed"
            f" by the one before. Run this again in {-(-wait // 60)} minutes."
        )
    keys.destroy(f"{FIELD}-{number}")
