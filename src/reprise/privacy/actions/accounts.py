"""Erasing an account: because its person asks, or because nobody has used it for long."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from reprise import rows
from reprise.accounts import actions as accounts
from reprise.accounts.actions import StaffAccount
from reprise.accounts.models import User
from reprise.accounts.queries import alone_with
from reprise.kernel.refusal import Refusal
from reprise.orders.models import Contact
from reprise.privacy.actions import contacts
from reprise.privacy.actions.acting import Actor, Done, note
from reprise.privacy.actions.contacts import account_is_held, nobody_holds_back
from reprise.privacy.leaving import Ground
from reprise.privacy.models import Duty, Notice
from reprise.privacy.states import By, Verb
from reprise.sellers.models import Member

HOLDING: Final = "account"


class SellerAccount(Refusal):
    code = "seller_account"
    message = (
        "This account works for a seller. Have the seller give its room to somebody else first."
    )


class HeldAccount(Refusal):
    code = "held_account"
    message = (
        "What we hold of you stays as it is for now: a law has us keep it, or a claim needs it."
        " Your account stays as well, and nothing was deleted. Write to us if you think that this"
        " can end."
    )


def may_be_erased(user_id: UUID, now: datetime, gives_up: Collection[UUID] = ()) -> None:
    """``gives_up`` are the holds that its person ends.  Raises StaffAccount, SellerAccount,
    HeldAccount; an account that is gone may be."""
    user = User.objects.filter(id=user_id).first()
    if user is None:
        return
    if user.is_staff or user.is_superuser:
        raise StaffAccount
    if Member.objects.filter(user_id=user_id).exists():
        raise SellerAccount
    if account_is_held(user, now, gives_up):
        raise HeldAccount


def erase(user_id: UUID, actor: Actor, now: datetime, request_id: UUID | None = None) -> bool:
    """Delete an account, inside the caller's transaction; False where it was gone already.

    Its orders stay without it: whoever asks for both has taken them out before, or they wait.  What
    was ordered since is a guest's from now on, and noted.  Raises StaffAccount, SellerAccount,
    HeldAccount.
    """
    nobody_holds_back()
    # From the first lock on alone: two who each held it and wanted it alone would wait for ever.
    if alone_with(user_id) is None:
        return False
    may_be_erased(user_id, now)
    user = User.objects.get(id=user_id)
    accounts.delete_account(user_id, now)
    contacts.leave_to_address(user)
    rows.delete(Notice, user_id=user_id)
    ground = Ground.OVER if actor.kind is By.CLOCK else Ground.ASKED
    done = Done(
        holding=HOLDING, subject=user_id, verb=Verb.ERASED, actor=actor, request_id=request_id,
        basis=ground.value,
    )  # fmt: skip
    note([*_ordered_since(user_id, actor, request_id), done], now)
    return True


def _ordered_since(user_id: UUID, actor: Actor, request_id: UUID | None) -> list[Done]:
    """That an account has ordered something that its request says nothing about, because it was
    ordered when that was confirmed already."""
    if request_id is None:
        return []
    told = Duty.objects.filter(request_id=request_id, holding=contacts.HOLDING)
    since = Contact.objects.filter(buyer_id=user_id).exclude(order_id__in=told.values("subject"))
    return [
        Done(
            holding=contacts.HOLDING, subject=order_id, verb=Verb.KEPT, actor=actor,
            request_id=request_id, basis=Ground.SINCE.value,
        )
        for order_id in since.order_by("order_id").values_list("order_id", flat=True)
    ]  # fmt: skip
