"""Where a seller's money goes (Regulation (EU) 2022/2065, art. 30(1)(c)), and how a seller leaves:
the end of its contract, and what of it leaves when (decision 0051)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from reprise.accounts import limits
from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.keys import Keys
from reprise.outbox.actions import publish
from reprise.sellers import iban, rules
from reprise.sellers.events import (
    PaymentAccountEntered,
    PaymentAccountStopped,
    StandingChanged,
)
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from reprise.sellers.queries import bound_to, entries_of, number_of, role_of
from reprise.sellers.states import Role


class NotAManager(Refusal):
    code = "not_a_manager"
    message = (
        "Your account works on offers and orders for this seller. Where its money goes is decided"
        " by its managers; ask one of them."
    )
    status = 403


class SameAccount(Refusal):
    code = "same_account"
    message = "This is the account that is entered already. Nothing was changed."
    status = 422


class NothingToStop(Refusal):
    code = "nothing_to_stop"
    message = (
        "This change was stopped already, or the account counts by now. To go back to another"
        " account, enter that one."
    )


class AlreadyEnded(Refusal):
    code = "contract_ended"
    message = "The contract with this seller has ended already. Nothing was changed."


class NotEnded(Refusal):
    code = "contract_not_ended"
    message = "The contract with this seller has not ended. Nothing was changed."


class NobodyActs(Refusal):
    code = "nobody_acts"
    message = (
        "Nobody acts for this seller any more, so nobody could answer its orders. Nothing was"
        " changed."
    )


class IdentityLeft(Refusal):
    code = "identity_left"
    message = (
        "The time after this contract is over, and what was kept of the seller has left. Whoever"
        " wants to sell here again begins anew. Nothing was changed."
    )


def enter_account(seller_id: UUID, typed: str, by: UUID, now: datetime) -> PaymentAccount:
    """Another account for a seller's money: it counts at once if it is the first, else after
    `rules.COOLING`, and takes the place of one that still waits.  None after the contract.

    Whatever comes of it, it is counted; what is no account number is not.  Must not run inside a
    transaction.  Raises NotAManager, NoIban, OutsideSepa, SameAccount, TooManyAttempts,
    AlreadyEnded.
    """
    number = iban.read(typed)
    limits.take_payment_account(seller_id, by, now)
    with transaction.atomic():
        entries = _locked(seller_id, by)
        # It may have ended since the page was shown; nobody could stop a change any more.
        if Seller.objects.filter(id=seller_id, ended_on__isnull=False).exists():
            raise AlreadyEnded
        last = max(
            (each for each in entries if each.stopped_at is None),
            key=lambda each: each.effective_at,
            default=None,
        )
        if last is not None and number_of(last) == number:
            raise SameAccount
        facts = [each.facts for each in entries]
        waits = rules.waiting(facts, now)
        if waits is not None:
            _stop(waits.id, by, now)
        entry = PaymentAccount(
            id=new_id(),
            seller_id=seller_id,
            last4=number[-4:],
            entered_by=by,
            entered_at=now,
            effective_at=rules.counts_from(facts, now),
        )
        entry.number = Keys.of().seal_field(number, bound_to(entry))
        entry.save(force_insert=True)
        publish([PaymentAccountEntered(seller_id, entry.id)], at=now)
    return entry


@transaction.atomic
def stop_account(seller_id: UUID, entry_id: UUID, by: UUID, now: datetime) -> None:
    """An entry that does not count yet never will.

    Raises NotAManager, NothingToStop, PaymentAccount.DoesNotExist for another seller's.
    """
    entries = {each.id: each for each in _locked(seller_id, by)}
    if entry_id not in entries:
        raise PaymentAccount.DoesNotExist
    entry = entries[entry_id]
    if entry.stopped_at is not None or entry.effective_at <= now:
        raise NothingToStop
    _stop(entry.id, by, now)
    publish([PaymentAccountStopped(seller_id, entry.id)], at=now)


def _locked(seller_id: UUID, by: UUID) -> list[PaymentAccount]:
    """The seller's entries, that nobody else changes meanwhile.  Raises NotAManager."""
    Seller.objects.select_for_update(no_key=True).get(id=seller_id)
    if role_of(seller_id, by) is not Role.MANAGER:
        raise NotAManager
    return entries_of(seller_id)


def _stop(entry_id: UUID, by: UUID | None, now: datetime) -> None:
    PaymentAccount.objects.filter(id=entry_id).update(stopped_at=now, stopped_by=by)


def keep_selling(seller_ids: Collection[UUID]) -> bool:
    """Whether all of these sell, which nobody changes until the transaction ends, be it by
    a stop or by the end of a contract."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT active FROM sellers_seller WHERE id = ANY(%s) ORDER BY id FOR SHARE",
            [sorted(seller_ids)],
        )
        return all(active for (active,) in cursor.fetchall())


def lock(seller_id: UUID) -> Seller | None:
    """The seller, that nobody ends or brings back meanwhile; None where there is none."""
    return Seller.objects.select_for_update(no_key=True).filter(id=seller_id).first()


@transaction.atomic
def end_contract(
    seller_id: UUID, on: date, now: datetime, *, entered_at: datetime | None = None
) -> None:
    """The contract with a seller has ended, with its last day ``on``: it sells nothing any more,
    and what is held of it begins to leave.

    An account that waits never counts: its people, who alone could stop it, have no room any more.
    The end was entered ``now``, or earlier where it is done again.

    PostgreSQL takes a day that is about today from the running role, and any from whoever owns the
    tables.  Raises AlreadyEnded, Seller.DoesNotExist.
    """
    seller = Seller.objects.select_for_update(no_key=True).get(id=seller_id)
    if seller.ended_on is not None:
        raise AlreadyEnded
    _ask("sellers_end_contract(%s, %s, %s)", seller_id, new_id(), on)
    entered = entered_at or now
    waits = rules.waiting((each.facts for each in entries_of(seller_id)), entered)
    if waits is not None:
        _stop(waits.id, None, entered)
    publish([StandingChanged(seller_id)], at=now)


@transaction.atomic
def take_back_end(seller_id: UUID, now: datetime, *, active: bool = True) -> None:
    """The end of a contract was entered by mistake, or was taken back: the seller sells again, if
    it did before (``active``).

    Raises NotEnded, IdentityLeft once anything of its identity has left, NobodyActs,
    Seller.DoesNotExist.
    """
    seller = Seller.objects.select_for_update(no_key=True).get(id=seller_id)
    if seller.ended_on is None:
        raise NotEnded
    check_whole(seller)
    _ask("sellers_take_back_end(%s, %s, %s)", seller_id, new_id(), active)
    publish([StandingChanged(seller_id)], at=now)


def check_whole(seller: Seller) -> None:
    """Raises IdentityLeft once anything of its identity has left, NobodyActs."""
    if any(not each.email for each in Trader.objects.filter(seller=seller)):
        raise IdentityLeft
    if not Member.objects.filter(seller=seller).exists():
        raise NobodyActs


# What follows leaves where PostgreSQL sees for itself that the contract ended six months ago.


def forget_contact(trader_id: UUID, today: date) -> bool:
    """What a trader was reached by leaves; what accounts and tax reports name stays.  Whether it
    did."""
    return bool(_ask("sellers_forget_trader(%s, false, %s)", trader_id, today))


def forget_identity(trader_id: UUID, today: date) -> bool:
    """Who a trader said to be leaves; that there was this version stays.  Whether it did."""
    return bool(_ask("sellers_forget_trader(%s, true, %s)", trader_id, today))


def forget_name(seller_id: UUID, today: date) -> bool:
    """What a seller was called and where it was leaves, when no identity of it is left; its orders
    keep its id.  Whether it did."""
    return bool(_ask("sellers_forget_name(%s, %s)", seller_id, today))


def forget_members(seller_id: UUID, today: date) -> int:
    """Nobody acts for a seller any more; how many did."""
    return int(_ask("sellers_forget_members(%s, %s)", seller_id, today))


def forget_accounts(seller_id: UUID, today: date) -> int:
    """Where a seller's money went leaves, all of it; how many entries."""
    return int(_ask("sellers_forget_accounts(%s, %s)", seller_id, today))


def _ask(function: str, *given: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}", given)
        return cursor.fetchone()[0]
