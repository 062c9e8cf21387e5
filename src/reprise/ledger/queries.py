"""Balances and statements.  A balance is a sum over posted transfers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum

from reprise.kernel.money import Money
from reprise.kernel.period import Period
from reprise.ledger.models import Account, Booking, Transfer
from reprise.ledger.states import STATED, AccountKind, Phase

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


@dataclass(frozen=True, slots=True)
class TrialRow:
    """An account (or all of a kind), its balance and what is held on it, on its normal side."""

    seller_id: UUID | None
    market: str
    kind: str
    holder: str
    balance: Money
    held: Money


_SUMS = """
       COALESCE(SUM(CASE WHEN t.debit_id = a.id THEN t.amount ELSE -t.amount END)
                FILTER (WHERE t.phase = 'posted'), 0),
       COALESCE(SUM(CASE WHEN t.debit_id = a.id THEN t.amount ELSE -t.amount END)
                FILTER (WHERE t.phase = 'pending' AND NOT EXISTS (
                    SELECT 1 FROM ledger_transfer s
                     WHERE s.seller_id = t.seller_id AND s.settles_id = t.id)), 0)
  FROM ledger_account a
  LEFT JOIN ledger_transfer t ON t.seller_id = a.seller_id AND a.id IN (t.debit_id, t.credit_id)
"""


def accounts(*, seller_id: UUID | None, market: str, kind: str) -> QuerySet[Account]:
    """The accounts that these narrow down to, by seller, market and kind."""
    given = {"seller_id": seller_id, "market": market, "kind": kind}
    wanted = {name: value for name, value in given.items() if value}
    return Account.objects.filter(**wanted).order_by("seller_id", "market", "kind", "holder")


def trial(chosen: Sequence[Account]) -> list[TrialRow]:
    """Balance and open holds of each account, in their order.  One statement."""
    if not chosen:
        return []
    sellers = list({account.seller_id for account in chosen})
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT a.id, {_SUMS} WHERE a.seller_id = ANY(%s) AND a.id = ANY(%s) GROUP BY a.id",
            [sellers, [account.id for account in chosen]],
        )
        sums = {row[0]: row[1:] for row in cursor.fetchall()}
    return [
        _trial_row(
            account.seller_id, account.market, account.kind, account.holder, account.currency,
            *sums[account.id],
        )
        for account in chosen
    ]  # fmt: skip


def totals(*, seller_id: UUID | None, market: str, kind: str) -> list[TrialRow]:
    """All accounts that these narrow down to, added up by kind and currency.  One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT a.kind, a.currency, {_SUMS}"
            " WHERE (%(seller)s::uuid IS NULL OR a.seller_id = %(seller)s)"
            " AND (%(market)s = '' OR a.market = %(market)s)"
            " AND (%(kind)s = '' OR a.kind = %(kind)s)"
            " GROUP BY a.kind, a.currency ORDER BY a.kind, a.currency",
            {"seller": seller_id, "market": market, "kind": kind},
        )
        return [
            _trial_row(None, "", kind, "", currency, balance, held)
            for kind, currency, balance, held in cursor.fetchall()
        ]


def _trial_row(
    seller_id: UUID | None,
    market: str,
    kind: str,
    holder: str,
    currency: str,
    balance: int,
    held: int,
) -> TrialRow:
    sign = 1 if kind in ASSETS else -1
    return TrialRow(
        seller_id,
        market,
        kind,
        holder,
        Money(sign * int(balance), currency),
        Money(sign * int(held), currency),
    )


@dataclass(frozen=True, slots=True)
class Movement:
    """A transfer with the accounts that it is from and to."""

    transfer: Transfer
    credit: Account
    debit: Account

    @property
    def amount(self) -> Money:
        return Money(self.transfer.amount, self.transfer.currency)


def movements(
    *,
    seller_ids: Collection[UUID] | None = None,
    references: Collection[UUID] | None = None,
    market: str = "",
    code: str = "",
    before: UUID | None = None,
    limit: int | None = 100,
) -> list[Movement]:
    """Transfers of all phases, the newest first, before one of them; ``limit`` None: all of them.
    Two statements."""
    rows = Transfer.objects.order_by("-id")
    if seller_ids is not None:
        rows = rows.filter(seller_id__in=list(seller_ids))
    if references is not None:
        rows = rows.filter(reference__in=list(references))
    if market:
        rows = rows.filter(market=market)
    if code:
        rows = rows.filter(code=code)
    if before:
        rows = rows.filter(id__lt=before)
    found = list(rows[:limit])
    sides = {side for row in found for side in (row.debit_id, row.credit_id)}
    known = Account.objects.in_bulk(sides) if sides else {}
    return [Movement(row, known[row.credit_id], known[row.debit_id]) for row in found]


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
class StatedAccount:
    """An account that is told movement by movement, from its first booking on (None: not yet)."""

    id: UUID
    seller_id: UUID
    market: str
    currency: str
    since: datetime | None

    @property
    def key(self) -> str:
        """Its name in an address: ``fr-eur``."""
        return f"{self.market}-{self.currency}".lower()


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One movement of an account: ``amount`` is signed on the normal side, ``balance`` after it."""

    number: int
    at: datetime
    code: str
    reference: UUID
    line_id: UUID | None
    amount: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class Statement:
    """An account in a period: bookings number ``first`` to ``last`` (one less when there is none)
    lead from ``opening`` to ``closing``; ``credited`` - ``debited`` is what lies between."""

    account: StatedAccount
    first: int
    last: int
    opening: Money
    closing: Money
    credited: Money
    debited: Money

    @property
    def count(self) -> int:
        return self.last - self.first + 1


def stated_accounts(seller_id: UUID, kind: AccountKind) -> list[StatedAccount]:
    """The seller's accounts of a kind that has statements, by market."""
    if kind not in STATED:
        raise ValueError(f"no statement is kept of {kind}")
    first = Booking.objects.filter(seller_id=seller_id, account_id=OuterRef("id"), number=1).values(
        "booked_at"
    )
    rows = Account.objects.filter(seller_id=seller_id, kind=kind.value)
    return [
        StatedAccount(*row)
        for row in rows.annotate(since=Subquery(first))
        .order_by("market", "currency")
        .values_list("id", "seller_id", "market", "currency", "since")
    ]


def statement(account: StatedAccount, period: Period) -> Statement:
    """What an account's statement of a period says, without its rows.

    Bookings are dated in their order, so a period is a stretch of numbers, and what is read once
    stays: a booking that comes later has a higher number.  That none is added to the period is
    certain once it was closed (`actions.close`).
    """
    mine = Booking.objects.filter(seller_id=account.seller_id, account_id=account.id)
    until = mine.filter(booked_at__lt=period.end) if period.end else mine
    before = _end(mine.filter(booked_at__lt=period.start))
    end = _end(until)
    sums = mine.filter(number__gt=before[0], number__lte=end[0]).aggregate(
        credited=Sum("amount", filter=Q(credit_id=account.id), default=0),
        debited=Sum("amount", filter=Q(debit_id=account.id), default=0),
    )
    return Statement(
        account=account,
        first=before[0] + 1,
        last=end[0],
        opening=Money(before[1], account.currency),
        closing=Money(end[1], account.currency),
        credited=Money(int(sums["credited"]), account.currency),
        debited=Money(int(sums["debited"]), account.currency),
    )


def _end(bookings: QuerySet[Booking]) -> tuple[int, int]:
    """(number, balance after) of the last one, zeros when there is none."""
    return bookings.order_by("-number").values_list("number", "after").first() or (0, 0)


def bookings(account: StatedAccount, first: int, last: int) -> list[StatementRow]:
    """The rows of an account's statement with these numbers, as a bank would print them."""
    rows = list(
        Booking.objects.filter(
            seller_id=account.seller_id,
            account_id=account.id,
            number__range=(first, last),
        ).order_by("number")
    )
    reasons = Transfer.objects.filter(seller_id=account.seller_id).in_bulk(
        [row.transfer_id for row in rows]
    )
    return [
        StatementRow(
            number=row.number,
            at=row.booked_at,
            code=reasons[row.transfer_id].code,
            reference=reasons[row.transfer_id].reference,
            line_id=reasons[row.transfer_id].line_id,
            amount=Money(row.after - row.before, account.currency),
            balance=Money(row.after, account.currency),
        )
        for row in rows
    ]
