from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery

from reprise.orders.models import Contact, DeliveryPoint, Line, LineDevice, Order, SellerOrder, Step
from reprise.orders.states import LineState, OrderStatus, status
from reprise.payments import queries as payments
from reprise.payments.models import Payment
from reprise.sellers.models import Trader
from reprise.shipping.models import Item, Shipment
from reprise.shipping.states import ShipmentState


def unpaid_since(before: datetime) -> list[UUID]:
    """Orders with reserved devices whose time to pay ended before ``before``."""
    waiting = Line.objects.filter(state=LineState.RESERVED.value).values("order_id")
    return list(
        Order.objects.filter(pay_by__lt=before, id__in=waiting)
        .order_by("pay_by")
        .values_list("id", flat=True)[:500]
    )


def unanswered_since(before: datetime) -> list[UUID]:
    """Orders in which a seller's time to answer ended before ``before``."""
    waiting = Line.objects.filter(state=LineState.PAID.value).values("seller_order_id")
    return list(
        SellerOrder.objects.filter(accept_by__lte=before, id__in=waiting)
        .values_list("order_id", flat=True)
        .distinct()[:500]
    )


def insured_lines(order: Order) -> list[Line]:
    """The lines that are insured; asks nothing when no line is."""
    return list(order.lines.filter(premium__gt=0)) if order.insurance else []


def waits_for(payment_id: UUID) -> bool:
    """True when devices are reserved for what this payment is to pay."""
    reference = Payment.objects.values_list("reference", flat=True).get(id=payment_id)
    return Line.objects.filter(order_id=reference, state=LineState.RESERVED.value).exists()


def order_status(lines: list[Line]) -> OrderStatus:
    return status([LineState(line.state) for line in lines])


@dataclass(frozen=True, slots=True)
class Contract:
    """What was agreed with one seller: the trader who was shown, the devices, their parcels."""

    row: SellerOrder
    trader: Trader
    lines: tuple[Line, ...]
    shipments: tuple[Shipment, ...]
    point: DeliveryPoint | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a buyer may read of an order; ``contact`` is None when it was erased."""

    order: Order
    contact: Contact | None
    contracts: tuple[Contract, ...]
    steps: tuple[Step, ...]
    payment: Payment | None

    @property
    def lines(self) -> list[Line]:
        return [line for contract in self.contracts for line in contract.lines]

    @property
    def status(self) -> OrderStatus:
        return order_status(self.lines)


def dossier(order: Order) -> Dossier:
    """Everything about an order, in nine statements or fewer."""
    contracts = list(SellerOrder.objects.filter(order=order).order_by("seller_id"))
    lines = list(Line.objects.filter(order=order).order_by("position"))
    traders = Trader.objects.select_related("seller").in_bulk([row.trader_id for row in contracts])
    sellers = [row.seller_id for row in contracts]
    parcels = list(
        Shipment.objects.filter(
            seller_id__in=sellers, reference__in=[row.id for row in contracts]
        ).order_by("created_at")
        if any(line.state in _SENT for line in lines)
        else ()
    )
    at_points = [row.id for row in contracts if row.kind == "point"]
    points = DeliveryPoint.objects.in_bulk(at_points) if at_points else {}
    return Dossier(
        order=order,
        contact=Contact.objects.filter(order=order).first(),
        contracts=tuple(
            Contract(
                row=row,
                trader=traders[row.trader_id],
                lines=tuple(line for line in lines if line.seller_order_id == row.id),
                shipments=tuple(each for each in parcels if each.reference == row.id),
                point=points.get(row.id),
            )
            for row in contracts
        ),
        steps=tuple(Step.objects.filter(order_id=order.id).order_by("seq")),
        payment=payments.latest(order.id),
    )


_SENT = {
    LineState.SHIPPED.value, LineState.CAME_BACK.value, LineState.CANCELLED.value,
    LineState.DELIVERED.value,
}  # fmt: skip


_TO_DO = {
    "answer": (LineState.PAID,),
    "ship": (LineState.SOLD, LineState.CAME_BACK),
    "moving": (LineState.ACCEPTED, LineState.SHIPPED),
    "done": (LineState.DELIVERED, LineState.REFUSED, LineState.LAPSED, LineState.CANCELLED),
}


@dataclass(frozen=True, slots=True)
class SellerOrderRow:
    """A contract as a seller's list shows it, with its lines in what is to be done."""

    contract: SellerOrder
    lines: tuple[Line, ...]

    @property
    def due(self) -> int:
        """What the buyer pays for these devices, shipping included, in minor units."""
        return sum(line.price + line.shipping for line in self.lines)

    @property
    def ship_by(self) -> datetime | None:
        """When the first of these devices must leave, as far as one must."""
        return min((line.ship_by for line in self.lines if line.ship_by), default=None)


@dataclass(frozen=True, slots=True)
class SellerOrderPage:
    """Some of a seller's contracts; ``more`` says that others follow."""

    rows: tuple[SellerOrderRow, ...]
    more: bool


def seller_counts(seller_id: UUID) -> dict[str, int]:
    """How many orders have something to be answered, shipped, on its way, done."""
    return Line.objects.filter(seller_id=seller_id).aggregate(
        **{
            view: Count(
                "seller_order_id",
                filter=Q(state__in=[state.value for state in states]),
                distinct=True,
            )
            for view, states in _TO_DO.items()
        }
    )


def seller_orders(
    seller_id: UUID,
    view: str,
    *,
    market: str = "",
    text: str = "",
    variants: Collection[UUID] = (),
    page: int = 1,
    size: int = 50,
) -> SellerOrderPage:
    """A seller's contracts with lines in ``view``, the most urgent first, what is done last first.

    ``text`` is a part of the reference, or words of a device's name as the contract has it;
    ``variants`` are those that the reader knows by these words.
    """
    states = [state.value for state in _TO_DO[view]]
    lines = Line.objects.filter(seller_id=seller_id, state__in=states)
    inside = lines.filter(seller_order_id=OuterRef("id"))
    contracts = SellerOrder.objects.filter(Exists(inside), seller_id=seller_id)
    if market:
        contracts = contracts.filter(market=market)
    if text:
        called = Q(variant_id__in=variants) | _has_words(text)
        contracts = contracts.filter(Q(reference__icontains=text) | Exists(inside.filter(called)))
    if view == "ship":
        by = inside.values("seller_order_id").annotate(by=Min("ship_by")).values("by")
        contracts = contracts.annotate(by=Subquery(by)).order_by("by", "placed_at")
    elif view == "answer":
        contracts = contracts.order_by("accept_by", "placed_at")
    else:
        contracts = contracts.order_by("-placed_at")
    found = list(contracts[(page - 1) * size : page * size + 1])
    shown: dict[UUID, list[Line]] = defaultdict(list)
    wanted = lines.filter(seller_order_id__in=[contract.id for contract in found[:size]])
    for line in wanted.order_by("position"):
        shown[line.seller_order_id].append(line)
    return SellerOrderPage(
        tuple(SellerOrderRow(contract, tuple(shown[contract.id])) for contract in found[:size]),
        more=len(found) > size,
    )


def variants_of(seller_id: UUID, view: str) -> list[UUID]:
    """The variants of a seller's lines in ``view``, each once."""
    states = [state.value for state in _TO_DO[view]]
    lines = Line.objects.filter(seller_id=seller_id, state__in=states)
    return list(lines.values_list("variant_id", flat=True).distinct())


def _has_words(text: str) -> Q:
    """The title, as the contract has it, has every word of ``text``."""
    return reduce(and_, (Q(title__icontains=word) for word in text.split()), Q())


def needs_address(lines: Sequence[Line]) -> bool:
    """Whether there is, or was, something that a seller sends."""
    needed = {
        LineState.SOLD.value, LineState.CAME_BACK.value, LineState.SHIPPED.value,
        LineState.DELIVERED.value,
    }  # fmt: skip
    return any(line.state in needed for line in lines)


def contact_for_seller(contract: SellerOrder, lines: Sequence[Line]) -> Contact | None:
    """Where a seller sends the parcel: only where it is needed, and while it is in the shop."""
    if not needs_address(lines):
        return None
    return Contact.objects.filter(order_id=contract.order_id).first()


def devices_of(lines: Sequence[Line]) -> dict[UUID, LineDevice]:
    """The device of each line that has one: the one that was shipped last."""
    rows = LineDevice.objects.filter(line_id__in=[line.id for line in lines]).order_by("round")
    return {row.line_id: row for row in rows}


def not_handed_over(lines: Iterable[Line]) -> frozenset[UUID]:
    """Those of these lines whose parcel has a label, but no scan of its carrier yet.

    One statement; none when no line was shipped.
    """
    shipped = [line for line in lines if line.state == LineState.SHIPPED.value]
    if not shipped:
        return frozenset()
    return frozenset(
        Item.objects.filter(
            seller_id__in={line.seller_id for line in shipped},
            line_id__in=[line.id for line in shipped],
            shipment__state=ShipmentState.CREATED.value,
        ).values_list("line_id", flat=True)
    )


def parcels_of(contract: SellerOrder) -> list[Shipment]:
    return list(
        Shipment.objects.filter(seller_id=contract.seller_id, reference=contract.id).order_by(
            "created_at"
        )
    )
