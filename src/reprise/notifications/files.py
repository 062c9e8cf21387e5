"""What letters need to know, read for many orders at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from reprise import rows
from reprise.orders.models import Contact, DeliveryPoint, Line, Order, SellerOrder
from reprise.sellers.models import Seller, Trader
from reprise.shipping.models import Item, Shipment


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel of an order: ``number`` counts the order's parcels as they were made ready,
    ``lines`` are the ids of those that were put in it."""

    shipment: Shipment
    number: int
    lines: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class File:
    """An order as its letters see it.

    ``contact`` is None when the buyer's data was erased.  ``traders`` are who the sellers were when
    the buyer ordered, by the contract's ``trader_id``; ``newest`` who they are now, by seller.
    ``points`` is where parcels wait for the buyer, by contract.  ``parcels`` are read only where a
    letter is about one, by their id.
    """

    order: Order
    contact: Contact | None
    lines: list[Line]
    contracts: list[SellerOrder]
    traders: dict[UUID, Trader]
    newest: dict[UUID, Trader]
    points: dict[UUID, DeliveryPoint]
    parcels: dict[UUID, Parcel]

    def contract(self, seller_order_id: UUID | None) -> SellerOrder | None:
        return next((row for row in self.contracts if row.id == seller_order_id), None)


def files(
    order_ids: Collection[UUID], with_parcels: Collection[UUID] = frozenset()
) -> dict[UUID, File]:
    """The files of orders, in nine statements or fewer however many they are; the parcels of those
    in ``with_parcels``."""
    if not order_ids:
        return {}
    ids = list(order_ids)
    # Before its address: a link that is made of it never outlives the mailbox that gets it.
    orders = rows.find(Order, id__in=ids)
    lines: dict[UUID, list[Line]] = defaultdict(list)
    for line in rows.find(Line, order_id__in=ids, order=["position"]):
        lines[line.order_id].append(line)
    contracts: dict[UUID, list[SellerOrder]] = defaultdict(list)
    for contract in rows.find(SellerOrder, order_id__in=ids, order=["seller_id"]):
        contracts[contract.order_id].append(contract)
    every = [contract for several in contracts.values() for contract in several]
    traders, newest = _traders({contract.seller_id for contract in every})
    contacts = {row.order_id: row for row in rows.find(Contact, order_id__in=ids)}
    at_points = [contract.id for contract in every if contract.kind == "point"]
    points = {
        row.seller_order_id: row
        for row in (rows.find(DeliveryPoint, seller_order_id__in=at_points) if at_points else ())
    }
    parcels = _parcels([each for each in every if each.order_id in with_parcels])
    return {
        order.id: File(
            order,
            contacts.get(order.id),
            lines[order.id],
            contracts[order.id],
            traders,
            newest,
            points,
            parcels.get(order.id, {}),
        )
        for order in orders
    }


def _parcels(contracts: Collection[SellerOrder]) -> dict[UUID, dict[UUID, Parcel]]:
    """The parcels of contracts by order and id."""
    if not contracts:
        return {}
    sellers = list({each.seller_id for each in contracts})
    order_of = {each.id: each.order_id for each in contracts}
    shipments = rows.find(
        Shipment, seller_id__in=sellers, reference__in=list(order_of), order=["created_at", "id"]
    )
    inside: dict[UUID, set[UUID]] = defaultdict(set)
    ids = [each.id for each in shipments]
    for item in rows.find(Item, seller_id__in=sellers, shipment_id__in=ids) if ids else ():
        inside[item.shipment_id].add(item.line_id)
    found: dict[UUID, dict[UUID, Parcel]] = defaultdict(dict)
    for each in shipments:
        known = found[order_of[each.reference]]
        known[each.id] = Parcel(each, len(known) + 1, frozenset(inside[each.id]))
    return found


def _traders(seller_ids: Collection[UUID]) -> tuple[dict[UUID, Trader], dict[UUID, Trader]]:
    """Every version of the sellers' identity by its id, and the newest by seller."""
    sellers = {row.id: row for row in rows.find(Seller, id__in=seller_ids)}
    traders, newest = {}, {}
    for trader in rows.find(Trader, seller_id__in=seller_ids, order=["version"]):
        trader.seller = sellers[trader.seller_id]
        traders[trader.id] = newest[trader.seller_id] = trader
    return traders, newest
