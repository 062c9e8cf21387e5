"""Where the parcels of a contract go."""

from __future__ import annotations

from reprise.orders.models import Contact, DeliveryPoint, SellerOrder
from reprise.shipping.carriers.base import Area


def point_of(contract: SellerOrder) -> DeliveryPoint | None:
    """The pick-up point that the buyer chose; None for a delivery to the door."""
    return DeliveryPoint.objects.filter(seller_order=contract).first()


def destination_of(contract: SellerOrder) -> Area | None:
    """Where its parcels go; None when the buyer's data was erased."""
    place = point_of(contract) or Contact.objects.filter(order_id=contract.order_id).first()
    return Area(place.country, place.postcode) if place else None
