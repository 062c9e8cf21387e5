"""Balances and statements.  A balance is a sum over posted transfers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from reprise.kernel.money import Money
from reprise.ledger.models import Account, Transfer
from reprise.ledger.states import AccountKind, Phase

ASSETS = {AccountKind.PROVIDER.value}


@dataclass(frozen=True, slots=True)
class Balance:
    """``amount`` on the account's normal side: positive is money held, or owed, or earned."""

    kind: str
    holder: str
    market: str
    amount: Money


def balances(seller_id: UUID) -> list[Balance]:
    """Each account of a seller with its balance, zero included."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT a.kind, a.holder, a.market, a.currency,
                   COALESCE(SUM(CASE WHEN t.debit_id = a.id THEN t.amount ELSE -t.amount END), 0)
              FROM ledger_account a
              LEFT JOIN ledger_transfer t
                ON t.seller_id = a.seller_id AND t.phase = 'posted'
               AND (t.debit_id = a.id OR t.credit_id = a.id)
             WHERE a.seller_id = %s
             GROUP BY a.id ORDER BY a.market, a.kind, a.holder
            """,
            [seller_id],
        )
        return [
            Balance(kind, holder, market, Money(int(net if kind in ASSETS else -net), currency))
            for kind, holder, market, currency, net in cursor.fetchall()
        ]


def balance_of(seller_id: UUID, kind: AccountKind, reference: UUID) -> int:
    """What a seller's accounts of a kind hold for one reference, on the normal side, in minor
    units of the reference's one currency."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT COALESCE(SUM(CASE WHEN t.debit_id = a.id THEN t.amount ELSE -t.amount END), 0)
              FROM ledger_transfer t
              JOIN ledger_account a ON a.seller_id = t.seller_id AND a.kind = %s
               AND a.id IN (t.debit_id, t.credit_id)
             WHERE t.seller_id = %s AND t.reference = %s AND t.phase = 'posted'
            """,
            [kind.value, seller_id, reference],
        )
        net = int(cursor.fetchone()[0])
    return net if kind.value in ASSETS else -net


def open_hold(payment_id: UUID, seller_id: UUID, reference: UUID) -> UUID | None:
    """The unsettled hold of one part of a payment, if there is one."""
    settled = Transfer.objects.filter(
        seller_id=seller_id, payment_id=payment_id, settles_id__isnull=False
    ).values("settles_id")
    return (
        Transfer.objects.filter(
            seller_id=seller_id,
            payment_id=payment_id,
            reference=reference,
            phase=Phase.PENDING.value,
        )
        .exclude(id__in=settled)
        .values_list("id", flat=True)
        .first()
    )


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One movement of an account: ``amount`` is signed on the normal side, ``balance`` after it."""

    at: datetime
    code: str
    reference: UUID
    amount: Money
    balance: Money


def statement(seller_id: UUID, kind: AccountKind, market: str, currency: str) -> list[StatementRow]:
    """An account as a bank would print it, oldest first."""
    ids = list(
        Account.objects.filter(
            seller_id=seller_id, kind=kind.value, market=market, currency=currency
        ).values_list("id", flat=True)
    )
    rows: QuerySet[Transfer] = Transfer.objects.filter(
        Q(debit_id__in=ids) | Q(credit_id__in=ids),
        seller_id=seller_id,
        phase=Phase.POSTED.value,
    ).order_by("at", "id")
    sign = 1 if kind.value in ASSETS else -1
    balance, result = 0, []
    for row in rows:
        amount = sign * (row.amount if row.debit_id in ids else -row.amount)
        balance += amount
        result.append(
            StatementRow(
                row.at, row.code, row.reference, Money(amount, currency), Money(balance, currency)
            )
        )
    return result
