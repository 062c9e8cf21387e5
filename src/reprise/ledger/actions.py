"""Writing transfers.  The caller's transaction is the entry's: money moves with its reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from reprise import rows
from reprise.kernel.money import Money
from reprise.ledger.bookings import book, close
from reprise.ledger.models import Account, Transfer
from reprise.ledger.states import AccountKind, Phase
from reprise.markets.queries import market

__all__ = ["Draft", "Purse", "Step", "account", "close", "settle", "transfer", "transfers"]


@dataclass(frozen=True, slots=True)
class Purse:
    """The accounts of one seller in one market and currency."""

    seller_id: UUID
    market: str
    currency: str


@dataclass(frozen=True, slots=True)
class Step:
    """Why a transfer is written: its key (once in the seller), code, and what it is about."""

    key: str
    code: str
    reference: UUID
    line_id: UUID | None = None
    payment_id: UUID | None = None
    instruction_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """``amount`` to move from the ``credit`` account to the ``debit`` account of a purse; an
    account is named by its kind and holder."""

    purse: Purse
    debit: tuple[AccountKind, str]
    credit: tuple[AccountKind, str]
    amount: Money
    step: Step


def account(purse: Purse, kind: AccountKind, holder: str = "") -> UUID:
    """The id of an account, which is opened when it is first needed."""
    name = (purse, kind, holder)
    return _accounts([name])[name]


def transfer(
    purse: Purse,
    debit: UUID,
    credit: UUID,
    amount: Money,
    step: Step,
    *,
    at: datetime,
    pending: bool = False,
) -> UUID | None:
    """Move ``amount`` from ``credit`` to ``debit``; the id of the transfer.

    An amount of zero moves nothing and writes nothing (None).  Raises ValueError for a negative
    amount or another currency, IntegrityError for a key that was used before.
    """
    _check(purse, amount)
    if not amount:
        return None
    phase = Phase.PENDING if pending else Phase.POSTED
    return _write(_row(purse, debit, credit, amount, phase, None, step, at))


def _check(purse: Purse, amount: Money) -> None:
    if amount.currency != purse.currency:
        raise ValueError(f"{amount} does not belong in a purse of {purse.currency}")
    if amount.minor < 0:
        raise ValueError("a transfer is never negative; turn the accounts round")


def transfers(drafts: Sequence[Draft], *, at: datetime, pending: bool = False) -> None:
    """Write several transfers in two statements.  Raises as ``transfer`` does."""
    ids = _accounts(
        {(draft.purse, *side) for draft in drafts for side in (draft.debit, draft.credit)}
    )
    phase = Phase.PENDING if pending else Phase.POSTED
    written = []
    for draft in drafts:
        _check(draft.purse, draft.amount)
        if draft.amount:
            debit, credit = (ids[draft.purse, *side] for side in (draft.debit, draft.credit))
            written.append(
                _row(draft.purse, debit, credit, draft.amount, phase, None, draft.step, at)
            )
    rows.insert(written)
    book(written)


_Name = tuple[Purse, AccountKind, str]


def _accounts(wanted: Collection[_Name]) -> dict[_Name, UUID]:
    """The ids of accounts by what they are called; each is opened when it is first needed."""
    names = sorted(wanted, key=lambda name: (name[0].seller_id, name[1].value, name[2]))
    found = _open_accounts(names)
    missing = [name for name in names if name not in found]
    opened = {
        (purse, kind, holder): Account(
            seller_id=purse.seller_id,
            market=purse.market,
            currency=purse.currency,
            kind=kind.value,
            holder=holder,
        )
        for purse, kind, holder in missing
    }
    if rows.insert(list(opened.values()), known="ignore") == len(opened):
        return found | {name: row.id for name, row in opened.items()}
    # Somebody else has opened some of them in the meantime.
    return found | _open_accounts(missing)


def _open_accounts(names: Sequence[_Name]) -> dict[_Name, UUID]:
    columns: list[list[UUID] | list[str]] = [
        [purse.seller_id for purse, _, _ in names],
        [purse.market for purse, _, _ in names],
        [purse.currency for purse, _, _ in names],
        [kind.value for _, kind, _ in names],
        [holder for _, _, holder in names],
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.id, w.place FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::text[],"
            " %s::text[]) WITH ORDINALITY AS w (seller_id, market, currency, kind, holder, place)"
            " JOIN ledger_account a USING (seller_id, market, currency, kind, holder)",
            columns,
        )
        return {names[place - 1]: account_id for account_id, place in cursor.fetchall()}


def settle(hold_id: UUID, amount: Money, step: Step, *, at: datetime) -> UUID:
    """Post ``amount`` of a hold and let the rest go; zero voids the whole hold.

    Raises Transfer.DoesNotExist for an unknown hold, ValueError for more than was held, and
    IntegrityError when the hold was settled before.
    """
    hold = rows.get(Transfer, id=hold_id, phase=Phase.PENDING.value)
    purse = Purse(hold.seller_id, hold.market, hold.currency)
    if amount.currency != hold.currency or not 0 <= amount.minor <= hold.amount:
        raise ValueError(f"{amount} of a hold of {hold.amount} {hold.currency}")
    if amount:
        phase = Phase.POSTED
    else:
        amount, phase = Money(hold.amount, hold.currency), Phase.VOID
    return _write(_row(purse, hold.debit_id, hold.credit_id, amount, phase, hold, step, at))


def _row(
    purse: Purse,
    debit: UUID,
    credit: UUID,
    amount: Money,
    phase: Phase,
    hold: Transfer | None,
    step: Step,
    at: datetime,
) -> Transfer:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("money moves in the transaction of its reason")
    return Transfer(
        seller_id=purse.seller_id,
        market=purse.market,
        currency=purse.currency,
        debit_id=debit,
        credit_id=credit,
        amount=amount.minor,
        phase=phase.value,
        settles_id=hold.id if hold else None,
        settles_amount=hold.amount if hold else None,
        settles_phase=hold.phase if hold else None,
        key=step.key,
        code=step.code,
        reference=step.reference,
        line_id=step.line_id,
        payment_id=step.payment_id,
        instruction_id=step.instruction_id,
        booked_on=at.astimezone(ZoneInfo(market(purse.market).time_zone)).date(),
        at=at,
    )


def _write(row: Transfer) -> UUID:
    rows.insert([row])
    book([row])
    return row.id
