"""Who else has what was erased (Regulation (EU) 2016/679, art. 19)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from reprise.kernel.refusal import Refusal
from reprise.orders.models import SellerOrder
from reprise.outbox.actions import publish
from reprise.privacy import copy_links
from reprise.privacy.events import FormerSellerAsked
from reprise.privacy.handed_on import given_to
from reprise.privacy.models import SellerCopy
from reprise.privacy.states import BY_LINK, Recognised
from reprise.sellers.actions import lock
from reprise.sellers.models import Seller


class HasARoom(Refusal):
    code = "has_a_room"
    message = (
        "This seller has a room: its own people confirm there what they have deleted. Nothing was"
        " changed."
    )


def ask_sellers(order_id: UUID, now: datetime) -> int:
    """Ask each seller that was given a buyer's name and address, as it is with the sale, to delete
    its copy; how many are asked now.  Nobody is asked twice.

    Who has a room sees it there; who has none is written to: its contract has ended, or it is
    stopped.  Must run inside a transaction.
    """
    sellers = given_to([order_id])
    contracts = SellerOrder.objects.filter(order_id=order_id, seller_id__in=sellers)
    contracts = contracts.order_by("seller_id")
    asked = 0
    for each in contracts:
        # Nobody ends its contract meanwhile: it is asked here, or its end finds an open copy.
        seller = lock(each.seller_id)
        copy, new = SellerCopy.objects.get_or_create(
            seller_id=each.seller_id,
            seller_order_id=each.id,
            defaults={"market": each.market, "asked_at": now},
        )
        asked += new
        if new and seller is not None and not seller.active:
            publish([FormerSellerAsked(copy.id)], at=now)
    return asked


def confirm_by_link(copy_id: UUID, given: str, now: datetime) -> bool:
    """Whoever reads the letter says that the copy is deleted; False where that was said before.

    Raises HasARoom, SellerCopy.DoesNotExist for a link that was never ours.
    """
    if not copy_links.opens(copy_id, given):
        raise SellerCopy.DoesNotExist
    waiting = SellerCopy.objects.filter(id=copy_id, confirmed_at__isnull=True)
    open_copy = waiting.first()
    if open_copy is not None:
        _without_a_room(open_copy.seller_id)
    return bool(waiting.update(confirmed_at=now, confirmed_how=BY_LINK))


def confirm_for(
    seller_id: UUID, copy_ids: list[UUID], how: Recognised, staff_id: UUID, now: datetime
) -> int:
    """Staff enter what a seller without a room has said, and how they have recognised who said so;
    how many were open.  Raises HasARoom."""
    _without_a_room(seller_id)
    return SellerCopy.objects.filter(
        seller_id=seller_id, id__in=copy_ids, confirmed_at__isnull=True
    ).update(confirmed_at=now, confirmed_by=staff_id, confirmed_how=how.value)


def _without_a_room(seller_id: UUID) -> None:
    if Seller.objects.filter(id=seller_id, active=True).exists():
        raise HasARoom


def confirm_deleted(seller_id: UUID, copy_ids: list[UUID], user_id: UUID, now: datetime) -> int:
    """A seller says that it has deleted its copies; how many were open.  Said again, the first
    word stands; another seller's are left alone."""
    return SellerCopy.objects.filter(
        seller_id=seller_id, id__in=copy_ids, confirmed_at__isnull=True
    ).update(confirmed_at=now, confirmed_by=user_id)
