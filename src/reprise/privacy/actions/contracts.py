"""The contract with a seller ends, or its end is taken back, and who did it is written down: by its
last day everything that is held of the seller leaves (decision 0051)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from reprise.kernel.refusal import Refusal
from reprise.orders import actions as orders
from reprise.orders.models import SellerOrder
from reprise.outbox.actions import publish
from reprise.privacy.actions import ending
from reprise.privacy.actions.acting import Actor, Done, note
from reprise.privacy.events import ContractEnded
from reprise.privacy.models import Act, SellerCopy
from reprise.privacy.queries import busy
from reprise.privacy.rules import Busy
from reprise.privacy.states import DISBELIEVED, Verb
from reprise.sellers import actions as sellers
from reprise.sellers.models import Seller, Trader

# It sold nothing when its contract ended, and does not if the end is taken back.
STOPPED: Final = "stopped"
_MONEY: Final = frozenset({Busy.PAYMENT, Busy.MONEY, Busy.INSTRUCTION, Busy.REFUND})


class OwnShop(Refusal):
    code = "own_shop"
    message = (
        "This is the marketplace’s own shop: there is no contract that could end. Nothing was"
        " changed."
    )


class MoneyUnderWay(Refusal):
    code = "money_under_way"
    message = (
        "Money for something that this seller has sold is still on its way: a payment or a refund."
        " End the contract when it has arrived. Nothing was changed."
    )


class CopiesOpen(Refusal):
    code = "copies_open"
    message = (
        "This seller was asked to delete what it has of buyers whose data was erased, and has not"
        " confirmed it yet. Its people need their access for that. Nothing was changed."
    )


@transaction.atomic
def end(seller_id: UUID, on: date, actor: Actor, now: datetime) -> None:
    """End a seller's contract, with its last day ``on``.

    Raises OwnShop, MoneyUnderWay, CopiesOpen, what `orders.end_contract` raises.
    """
    seller = sellers.lock(seller_id)
    if seller is None:
        raise Seller.DoesNotExist
    if seller.is_operator:
        raise OwnShop
    orders.end_contract(seller_id, on, now)
    sold = SellerOrder.objects.filter(seller_id=seller_id).values_list("order_id", flat=True)
    if any(causes & _MONEY for causes in busy(set(sold)).values()):
        raise MoneyUnderWay
    if SellerCopy.objects.filter(seller_id=seller_id, confirmed_at__isnull=True).exists():
        raise CopiesOpen
    before = "" if seller.active else STOPPED
    _note(seller_id, Verb.ENDED, actor, now, reason=before, until=on)
    publish([ContractEnded(seller_id)], at=now)


@transaction.atomic
def take_back(seller_id: UUID, actor: Actor, now: datetime) -> None:
    """The end of a contract is taken back: the seller sells again, if it did before.

    Raises IdentityLeft once anything of it has left, NotEnded, NobodyActs, Seller.DoesNotExist.
    """
    sellers.lock(seller_id)
    if has_left(seller_id):
        raise sellers.IdentityLeft
    ended = Act.objects.filter(subject=seller_id, holding=ending.TRADER, verb=Verb.ENDED.value)
    last = ended.exclude(basis=DISBELIEVED).order_by("-seq").first()
    before = last.reason if last else ""
    sellers.take_back_end(seller_id, now, active=before != STOPPED)
    _note(seller_id, Verb.RESUMED, actor, now, reason=before)


def has_left(seller_id: UUID) -> bool:
    """Whether anything that was held of a seller has left: its identity, where its money went, or
    who acted for it."""
    versions = Trader.objects.filter(seller_id=seller_id).values_list("id", flat=True)
    left = Act.objects.filter(
        subject__in=[seller_id, *versions], holding__in=ending.OF_SELLERS, verb=Verb.ERASED.value
    )
    return left.exclude(basis=DISBELIEVED).exists()


def _note(
    seller_id: UUID, verb: Verb, actor: Actor, now: datetime, *, reason: str,
    until: date | None = None,
) -> None:  # fmt: skip
    done = Done(holding=ending.TRADER, subject=seller_id, verb=verb, actor=actor, reason=reason,
                until=until)  # fmt: skip
    note([done], now)
