"""The contract with a seller ends: not before what it has sold is settled (decision 0051)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from reprise.kernel.refusal import Refusal
from reprise.orders.models import Line, SellerOrder
from reprise.orders.states import FINISHED
from reprise.sellers import actions as sellers
from reprise.sellers.models import Seller

# By the last day everything of a seller leaves: a slip of the pen must not take it in one night.
LATE: Final = timedelta(days=31)


class OrdersUnderWay(Refusal):
    code = "orders_under_way"
    message = (
        "Something that this seller has sold is still under way: not answered, not sent or not"
        " delivered. End the contract when it is. Nothing was changed."
    )


class EndsInTheFuture(Refusal):
    code = "contract_ends_later"
    message = (
        "The last day of a contract is entered when it has come, not before. Nothing was changed."
    )
    status = 422


class EndedLongAgo(Refusal):
    code = "contract_ended_long_ago"
    message = (
        "The last day of a contract is at most 31 days ago when it is entered: what is kept of the"
        " seller leaves by it. Nothing was changed; give a later day."
    )
    status = 422


class OrderedSince(Refusal):
    code = "ordered_since"
    message = (
        "Something was ordered from this seller after that day, so its contract still ran. Nothing"
        " was changed; look at its last orders."
    )
    status = 422


def end_contract(seller_id: UUID, on: date, now: datetime) -> None:
    """End a seller's contract, with its last day ``on``; days are those of UTC, as in the nights.

    Raises EndsInTheFuture, EndedLongAgo, OrdersUnderWay, OrderedSince, AlreadyEnded,
    Seller.DoesNotExist.
    """
    with transaction.atomic():
        Seller.objects.select_for_update(no_key=True).get(id=seller_id)
        if on > now.date():
            raise EndsInTheFuture
        if on < now.date() - LATE:
            raise EndedLongAgo
        finished = [state.value for state in FINISHED]
        if Line.objects.filter(seller_id=seller_id).exclude(state__in=finished).exists():
            raise OrdersUnderWay
        last = SellerOrder.objects.filter(seller_id=seller_id).order_by("-placed_at").first()
        if last is not None and on < last.placed_at.date():
            raise OrderedSince
        sellers.end_contract(seller_id, on, now)
