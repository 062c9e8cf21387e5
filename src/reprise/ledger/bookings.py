"""The order of an account's statement, given once and for good (decision 0017)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise import rows
from reprise.ledger.models import Booking, Closing, Transfer
from reprise.ledger.queries import StatedAccount
from reprise.ledger.states import STATED, Phase

# No booking is dated before the one that it follows, so one from a clock that is far ahead would
# date all that come after it.  Clocks that are kept differ by less.
AHEAD: Final = timedelta(minutes=5)
_HOLD: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s::uuid::text, 0))"


class ClockAhead(RuntimeError):
    """A movement is dated later than the database's clock allows: the action's clock is wrong."""


def book(moved: Sequence[Transfer]) -> None:
    """Add these transfers to the statements of the accounts that have one.

    Runs inside the transaction that wrote them.  From here until it ends nobody else books to
    these accounts, so a booking is numbered after all that anyone has read.  Raises ClockAhead.
    """
    posted = [row for row in moved if row.phase == Phase.POSTED.value]
    for seller_id, account_id, clock in _held(posted):
        touching = [row for row in posted if account_id in (row.debit_id, row.credit_id)]
        for row in touching:
            if row.at > clock + AHEAD:
                raise ClockAhead(f"{row.code} at {row.at}: the database's clock says {clock}")
        last, closed = _last(seller_id, account_id), _closed(seller_id, account_id)
        _append(account_id, last, closed, touching)


def close(account: StatedAccount, until: datetime) -> bool:
    """Close an account's statement up to ``until`` before it is shown: whatever is booked from
    now on, by whatever clock, is dated after that.

    False when the database's clock says that this has not come yet; then nothing is closed.
    """
    mine = Booking.objects.filter(seller_id=account.seller_id, account_id=account.id)
    known = Closing.objects.filter(seller_id=account.seller_id, account_id=account.id)
    # What was written by then stays written, so neither needs the account to be held.
    if known.filter(until__gte=until).exists() or mine.filter(booked_at__gte=until).exists():
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp() >= %s", [until])
        if not cursor.fetchone()[0]:
            return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_HOLD, [account.id])
        # In a statement of its own: it sees what whoever held the account before has written.
        last = mine.filter(booked_at__lt=until).order_by("-number").first()
        closing = Closing(
            seller_id=account.seller_id,
            market=account.market,
            currency=account.currency,
            account_id=account.id,
            until=until,
            number=last.number if last else None,
            balance=last.after if last else None,
            booked_at=last.booked_at if last else None,
        )
        Closing.objects.bulk_create([closing], ignore_conflicts=True)
    return True


def _held(moved: Collection[Transfer]) -> list[tuple[UUID, UUID, datetime]]:
    """(seller, account) of the stated accounts of these transfers, locked in that order, and the
    database's clock."""
    if not moved:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seller_id, id, clock_timestamp(),"
            "       pg_advisory_xact_lock(hashtextextended(id::text, 0)) FROM ("
            "  SELECT seller_id, id FROM ledger_account"
            "   WHERE seller_id = ANY(%s) AND id = ANY(%s) AND kind = ANY(%s)"
            "   ORDER BY seller_id, id OFFSET 0) AS stated",
            [
                list({row.seller_id for row in moved}),
                list({side for row in moved for side in (row.debit_id, row.credit_id)}),
                [kind.value for kind in STATED],
            ],
        )
        return [row[:3] for row in cursor.fetchall()]


def _last(seller_id: UUID, account_id: UUID) -> Booking | None:
    """Read after the lock was had, in a statement of its own: it sees what the last one wrote."""
    mine = Booking.objects.filter(seller_id=seller_id, account_id=account_id)
    return mine.order_by("-number").first()


def _closed(seller_id: UUID, account_id: UUID) -> datetime | None:
    """Up to when the statement was shown as closed."""
    last = rows.first(Closing, seller_id=seller_id, account_id=account_id, order=["-until"])
    return last.until if last else None


def _append(
    account_id: UUID, last: Booking | None, closed: datetime | None, moved: Sequence[Transfer]
) -> None:
    made = []
    for row in moved:
        earliest = [each for each in (row.at, last and last.booked_at, closed) if each]
        before = last.after if last else 0
        last = Booking(
            seller_id=row.seller_id,
            market=row.market,
            currency=row.currency,
            account_id=account_id,
            number=last.number + 1 if last else 1,
            previous=last.number if last else None,
            since=last.booked_at if last else None,
            transfer_id=row.id,
            debit_id=row.debit_id,
            credit_id=row.credit_id,
            amount=row.amount,
            phase=row.phase,
            before=before,
            after=before + (row.amount if row.credit_id == account_id else -row.amount),
            booked_at=max(earliest),
        )
        made.append(last)
    Booking.objects.bulk_create(made)
