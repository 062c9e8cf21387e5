"""What a carrier prints on a parcel of an order."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from reprise.catalog.models import Variant
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import MARKETS
from reprise.orders.destination import point_of
from reprise.orders.models import Contact, Line, SellerOrder
from reprise.orders.queries import contact_for_seller
from reprise.sellers.models import Trader
from reprise.shipping.carriers.base import LabelOrder, Party
from reprise.shipping.carriers.registry import carrier
from reprise.shipping.models import Item, Shipment
from reprise.shipping.queries import numbered_by_carrier

# Box, padding and paper, in grams.
PACKAGING_G = 150


class OwnLabel(Refusal):
    code = "own_label"
    message = "This parcel has a number of your own carrier. Please print its label there."


class NoAddress(Refusal):
    code = "no_address"
    message = "There is nothing left to send for this order, so its address is not shown any more."


def label(contract: SellerOrder, parcel: Shipment, now: datetime) -> bytes:
    """The parcel's label as a PDF.

    Raises OwnLabel, NoAddress, and what the carrier raises: LabelRefused, CarrierUnavailable.
    """
    if not numbered_by_carrier(parcel):
        raise OwnLabel
    inside = Item.objects.filter(seller_id=contract.seller_id, shipment=parcel)
    lines = list(Line.objects.filter(seller_id=contract.seller_id, id__in=inside.values("line_id")))
    contact = contact_for_seller(contract, lines, now)
    if contact is None:
        raise NoAddress
    trader = Trader.objects.get(id=contract.trader_id)
    point = point_of(contract)
    order = LabelOrder(
        number=parcel.tracking,
        reference=contract.reference,
        weight_g=_weight(lines),
        shipped_on=parcel.created_at.astimezone(
            ZoneInfo(MARKETS[contract.market].time_zone)
        ).date(),
        sender=Party(trader.legal_name, (trader.address,)),
        # Who delivers to a point need not know where its recipient lives.
        recipient=Party(contact.name, () if point else _address(contact)),
        country=point.country if point else contact.country,
        point=point.code if point else "",
        phone=contact.phone,
    )
    return carrier(parcel.carrier).label(order)


def _address(contact: Contact) -> tuple[str, ...]:
    lines = (contact.street, contact.extra, f"{contact.postcode} {contact.town}")
    return tuple(line for line in lines if line)


def _weight(lines: list[Line]) -> int | None:
    """Grams of devices and packaging; None when a device's own weight is not known."""
    number = Counter(line.variant_id for line in lines)
    weights = dict(Variant.objects.filter(id__in=number).values_list("id", "product__weight_g"))
    total = PACKAGING_G
    for variant, times in number.items():
        each = weights.get(variant)
        if each is None:
            return None
        total += each * times
    return total
