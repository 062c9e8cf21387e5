"""What letters need to know, read for many orders at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from reprise import rows
from reprise.orders.models import Contact, DeliveryPoint, Line, Order, SellerOrder
from reprise.sellers.models import Seller, Trader


@dataclass(frozen=True, slots=True)
class File:
    """An order as its letters see it.

    ``contact`` is None when the buyer's data was erased.  ``traders`` are who the sellers were when
    the buyer ordered, by the contract's ``trader_id``; ``newest`` who they are now, by seller.
    ``points`` is where parcels wait for the buyer, by contract.
    """

    order: Order
    contact: Contact | None
    lines: list[Line]
    contracts: list[SellerOrder]
    traders: dict[UUID, Trader]
    newest: dict[UUID, Trader]
    points: dict[UUID, DeliveryPoint]

    def contract(self, seller_order_id: UUID | None) -> SellerOrder | None:
        return next((row for row in self.contracts if row.id == seller_order_id), None)


def files(order_ids: Collection[UUID]) -> dict[UUID, File]:
    """The files of orders, in seven statements or fewer however many they are."""
    if not order_ids:
        return {}
    ids = list(order_ids)
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
    return {
        order.id: File(
            order,
            contacts.get(order.id),
            lines[order.id],
            contracts[order.id],
            traders,
            newest,
            points,
        )
        for order in rows.find(Order, id__in=ids)
    }


def _traders(seller_ids: Collection[UUID]) -> tuple[dict[UUID, Trader], dict[UUID, Trader]]:
    """Every version of the sellers' identity by its id, and the newest by seller."""
    sellers = {row.id: row for row in rows.find(Seller, id__in=seller_ids)}
    traders, newest = {}, {}
    for trader in rows.find(Trader, seller_id__in=seller_ids, order=["version"]):
        trader.seller = sellers[trader.seller_id]
        traders[trader.id] = newest[trader.seller_id] = trader
    return traders, newest
