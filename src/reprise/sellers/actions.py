"""Where a seller's money goes (Regulation (EU) 2022/2065, art. 30(1)(c))."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.accounts import limits
from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.keys import Keys
from reprise.outbox.actions import publish
from reprise.sellers import iban, rules
from reprise.sellers.events import PaymentAccountEntered, PaymentAccountStopped
from reprise.sellers.models import PaymentAccount, Seller
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


def enter_account(seller_id: UUID, typed: str, by: UUID, now: datetime) -> PaymentAccount:
    """Another account for a seller's money: it counts at once if it is the first, else after
    `rules.COOLING`, and takes the place of one that still waits.

    Whatever comes of it, it is counted; what is no account number is not.  Must not run inside a
    transaction.  Raises NotAManager, NoIban, OutsideSepa, SameAccount, TooManyAttempts.
    """
    number = iban.read(typed)
    limits.take_payment_account(seller_id, by, now)
    with transaction.atomic():
        entries = _locked(seller_id, by)
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


def _stop(entry_id: UUID, by: UUID, now: datetime) -> None:
    PaymentAccount.objects.filter(id=entry_id).update(stopped_at=now, stopped_by=by)
