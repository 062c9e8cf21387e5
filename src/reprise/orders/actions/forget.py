from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise import rows
from reprise.accounts.queries import held
from reprise.orders.actions.base import locked
from reprise.orders.models import Contact, DeliveryPoint, SellerOrder
from reprise.payments.models import Payment
from reprise.shipping import actions as shipping
from reprise.shipping.models import Destination
from reprise.shipping.queries import destinations_of


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Who bought an order and where it goes: all that is held of its buyer there."""

    contact: Contact
    points: tuple[DeliveryPoint, ...]
    destinations: tuple[Destination, ...]
    # The address of the account that bought it, if there is one.
    account: str


class Claimed(Exception):
    """Its account changed while it was being locked: try again, in another transaction."""


def lock_whereabouts(order_id: UUID) -> Whereabouts | None:
    """Who bought it, locked until the transaction ends; None when they are forgotten already.

    Locks the account, the order, its contact and its payments, in this order: money that comes
    waits, and then finds an order without a buyer.  Raises Claimed, Order.DoesNotExist.
    """
    known = rows.first(Contact, order_id=order_id)
    account = held(known.buyer_id) if known and known.buyer_id else None
    locked(order_id)
    contact = rows.first(Contact, order_id=order_id, lock=True)
    if contact is None:
        return None
    if known is None or contact.buyer_id != known.buyer_id:
        raise Claimed
    rows.find(Payment, reference=order_id, order=["id"], lock=True)
    contracts = rows.find(SellerOrder, order_id=order_id, order=["id"])
    ids = [contract.id for contract in contracts]
    return Whereabouts(
        contact,
        tuple(rows.find(DeliveryPoint, seller_order_id__in=ids, order=["seller_order_id"])),
        tuple(destinations_of({row.id: row.seller_id for row in contracts})),
        account or "",
    )


def forget_whereabouts(found: Whereabouts) -> None:
    """Delete them, inside the transaction that has locked them."""
    rows.delete(Contact, order_id=found.contact.order_id)
    rows.delete(DeliveryPoint, seller_order_id__in=[row.seller_order_id for row in found.points])
    shipping.forget_destinations([row.shipment_id for row in found.destinations])
