"""What sellers are owed, by the statements of their payable accounts, which end with the balance.

Nothing here pays anybody: what was paid by other ways is owed here until it is booked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection

from reprise.kernel.money import Money
from reprise.ledger.states import AccountKind

# So many movements of an account are named; its statement has all of them.
NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class Owed:
    """What a seller is owed in one market and currency, more than nothing; ``moved`` is when that
    changed last, with which booking of the account."""

    seller_id: UUID
    account_id: UUID
    market: str
    amount: Money
    moved: datetime
    number: int


@dataclass(frozen=True, slots=True)
class Owing:
    """Since when something is owed without a break, and what the latest movements since then were
    about, the newest first, at most `NAMED`; ``movements``: how many there were."""

    since: datetime
    movements: int
    references: tuple[UUID, ...]


def owed(seller_ids: Collection[UUID]) -> list[Owed]:
    """What these sellers are owed, by seller and market; who is owed nothing is not there.  One
    statement."""
    if not seller_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT a.seller_id, a.id, a.market, a.currency, l.after, l.booked_at, l.number
              FROM ledger_account a
              JOIN LATERAL (
                    SELECT b.number, b.after, b.booked_at FROM ledger_booking b
                     WHERE b.seller_id = a.seller_id AND b.account_id = a.id
                     ORDER BY b.number DESC LIMIT 1) l ON l.after > 0
             WHERE a.seller_id = ANY(%s) AND a.kind = %s
             ORDER BY a.seller_id, a.market, a.currency
            """,
            [list(seller_ids), AccountKind.PAYABLE.value],
        )
        return [
            Owed(seller_id, account_id, market, Money(int(amount), currency), moved, number)
            for seller_id, account_id, market, currency, amount, moved, number in cursor.fetchall()
        ]


def owing(some: Sequence[Owed]) -> dict[UUID, Owing]:
    """Since when and what for, by account.  One statement."""
    if not some:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT w.account_id, f.booked_at, w.number - f.number + 1,
                   ARRAY(SELECT t.reference FROM ledger_booking b
                           JOIN ledger_transfer t
                             ON t.seller_id = b.seller_id AND t.id = b.transfer_id
                          WHERE b.seller_id = w.seller_id AND b.account_id = w.account_id
                            AND b.number BETWEEN f.number AND w.number
                          ORDER BY b.number DESC LIMIT %s)
              FROM unnest(%s::uuid[], %s::uuid[], %s::bigint[]) AS w (seller_id, account_id, number)
              JOIN LATERAL (
                    SELECT b.number, b.booked_at FROM ledger_booking b
                     WHERE b.seller_id = w.seller_id AND b.account_id = w.account_id
                       AND b.number <= w.number AND b.before <= 0 AND b.after > 0
                     ORDER BY b.number DESC LIMIT 1) f ON true
            """,
            [
                NAMED,
                [each.seller_id for each in some],
                [each.account_id for each in some],
                [each.number for each in some],
            ],
        )
        return {
            account_id: Owing(since, movements, tuple(dict.fromkeys(references)))
            for account_id, since, movements, references in cursor.fetchall()
        }


def totals(some: Collection[Owed]) -> list[Money]:
    """What is owed in all, by currency."""
    sums: dict[str, Money] = {}
    for each in some:
        currency = each.amount.currency
        sums[currency] = sums.get(currency, Money(0, currency)) + each.amount
    return [sums[currency] for currency in sorted(sums)]
