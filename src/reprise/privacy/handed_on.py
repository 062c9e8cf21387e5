"""Who was given something of a person's orders (Regulation (EU) 2016/679, art. 15(1)(c), 19)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reprise.orders.models import SellerOrder, Step
from reprise.orders.states import LineState
from reprise.payments.models import Payment
from reprise.privacy.models import SellerCopy
from reprise.sellers.models import Seller
from reprise.shipping.models import Shipment

# As many as a page shows at once; what is confirmed makes room for the next.
MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Recipients:
    """``sellers`` are names; ``carriers`` and ``providers`` codes, which pages have words for."""

    sellers: tuple[str, ...]
    carriers: tuple[str, ...]
    providers: tuple[str, ...]


def given_to(order_ids: Collection[UUID]) -> set[UUID]:
    """The sellers that were given name and address of an order, as they are with the sale."""
    sold = Step.objects.filter(
        order_id__in=order_ids, concern="line", to_state=LineState.SOLD.value
    )
    return {each for each in sold.values_list("seller_id", flat=True) if each}


def recipients(order_ids: Collection[UUID]) -> Recipients:
    """Sellers that were given name and address; carriers that took a parcel; payment providers that
    were told the order's number and amount."""
    ids = list(order_ids)
    sellers = given_to(ids)
    contracts = SellerOrder.objects.filter(order_id__in=ids).values("id")
    parcels = Shipment.objects.filter(seller_id__in=sellers, reference__in=contracts)
    payments = Payment.objects.filter(reference__in=ids)
    return Recipients(
        tuple(
            Seller.objects.filter(id__in=sellers).order_by("name").values_list("name", flat=True)
        ),
        tuple(sorted(set(parcels.values_list("carrier", flat=True)))),
        tuple(sorted(set(payments.values_list("provider", flat=True)))),
    )


def copies_of(seller_id: UUID) -> list[tuple[SellerCopy, SellerOrder]]:
    """The copies that a seller has still to delete, with their contracts; the oldest first."""
    waiting = list(
        SellerCopy.objects.filter(seller_id=seller_id, confirmed_at__isnull=True).order_by(
            "asked_at", "id"
        )[:MOST]
    )
    contracts = SellerOrder.objects.filter(
        seller_id=seller_id, id__in=[each.seller_order_id for each in waiting]
    ).in_bulk()
    return [(each, contracts[each.seller_order_id]) for each in waiting]
