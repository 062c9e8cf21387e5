"""Orders as staff look for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from reprise.kernel.reference import parse_reference
from reprise.orders.models import Contact, Line, LineDevice, Order, SellerOrder
from reprise.orders.queries import order_status
from reprise.orders.states import LineState, OrderStatus, lines_of_status
from reprise.shipping.models import Shipment
from reprise.shipping.queries import doubtful

# Nothing that can be looked for is longer; what is, is in no order.
LONGEST = 254
# A name that fits more orders than this shows the newest of them.
MOST = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for: every field narrows.  ``text`` is a number, ``email`` a buyer's whole
    address, ``before`` the last order of the page before, ``among`` the only orders that may be
    found."""

    text: str = ""
    email: str = ""
    status: OrderStatus | None = None
    market: str = ""
    seller_id: UUID | None = None
    among: Collection[UUID] | None = None
    before: UUID | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An order as a list shows it; nothing in it is about a person."""

    order: Order
    contracts: tuple[SellerOrder, ...]
    lines: tuple[Line, ...]

    @property
    def status(self) -> OrderStatus:
        return order_status(list(self.lines))


def find(wanted: Wanted, limit: int = 50) -> tuple[list[Row], UUID | None]:
    """Orders, the newest first, and the ``before`` of the next page (None: this is the last one).

    Four statements at most.
    """
    rows = _filtered(wanted)
    if rows is None:
        return [], None
    orders = list(rows.order_by("-id")[: limit + 1])
    more, orders = len(orders) > limit, orders[:limit]
    ids = [order.id for order in orders]
    contracts: dict[UUID, list[SellerOrder]] = defaultdict(list)
    for contract in SellerOrder.objects.filter(order_id__in=ids).order_by("seller_id"):
        contracts[contract.order_id].append(contract)
    lines: dict[UUID, list[Line]] = defaultdict(list)
    for line in Line.objects.filter(order_id__in=ids).order_by("position"):
        lines[line.order_id].append(line)
    found = [
        Row(order, tuple(contracts[order.id]), tuple(lines[order.id]))
        for order in orders
        if lines[order.id]
    ]
    return found, ids[-1] if more else None


def _filtered(wanted: Wanted) -> QuerySet[Order] | None:
    """None when nothing can be found."""
    rows = Order.objects.all()
    if wanted.text.strip():
        named = named_by(wanted.text)
        if not named:
            return None
        rows = rows.filter(id__in=named)
    if wanted.email:
        bought = Contact.objects.filter(email__iexact=wanted.email).order_by("-order_id")
        rows = rows.filter(id__in=list(bought.values_list("order_id", flat=True)[:MOST]))
    if wanted.among is not None:
        rows = rows.filter(id__in=list(wanted.among))
    if wanted.market:
        rows = rows.filter(market=wanted.market)
    if wanted.seller_id:
        rows = rows.filter(_some(SellerOrder.objects.filter(seller_id=wanted.seller_id)))
    if wanted.status:
        some, none = lines_of_status(wanted.status)
        rows = rows.filter(_some(_lines(some)))
        if none:
            rows = rows.exclude(_some(_lines(none)))
    if wanted.before:
        rows = rows.filter(id__lt=wanted.before)
    return rows


def _some(rows: QuerySet[SellerOrder] | QuerySet[Line]) -> Exists:
    return Exists(rows.filter(order_id=OuterRef("id")))


def _lines(states: Collection[LineState]) -> QuerySet[Line]:
    return Line.objects.filter(state__in=[state.value for state in states])


def named_by(text: str) -> list[UUID]:
    """Orders that a person may have meant: by the order's or a contract's reference, a parcel's
    number, a device's IMEI or serial number.  Whole, never in part."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return []
    numbers = {text.upper(), re.sub(r"[\s./-]", "", text).upper()}
    parcels = Shipment.objects.filter(tracking__in=numbers).values("reference")
    devices = LineDevice.objects.filter(number__in=numbers).values("line_id")
    found = SellerOrder.objects.filter(id__in=parcels).values_list("order_id").union(
        Line.objects.filter(id__in=devices).values_list("order_id"),
        Order.objects.filter(reference=_reference(text)).values_list("id"),
    )  # fmt: skip
    return sorted((row[0] for row in found), reverse=True)[:MOST]


def _reference(text: str) -> str:
    """``R-7K3F9Q2M`` also for ``R-7K3F9Q2M-47``, a contract in it; "" when it is none."""
    whole = parse_reference(text, "R")
    return whole or parse_reference(re.sub(r"-\d{1,2}$", "", text), "R") or ""


def late_to_ship(now: datetime) -> list[UUID]:
    """Orders with sold devices whose time to dispatch is over."""
    return list(_late(now).values_list("order_id", flat=True).distinct()[:MOST])


def _late(now: datetime) -> QuerySet[Line]:
    return Line.objects.filter(state=LineState.SOLD.value, ship_by__lt=now)


def doubtful_parcels() -> list[UUID]:
    """Orders with a parcel that its carrier speaks of as of another one (decision 0024)."""
    contracts = SellerOrder.objects.filter(id__in=doubtful())
    return list(contracts.values_list("order_id", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class Load:
    """How many orders of a seller wait for its answer, and how many should have been sent."""

    waiting: int = 0
    late: int = 0


def loads(seller_ids: Collection[UUID], now: datetime) -> dict[UUID, Load]:
    """What each seller has to do; sellers with nothing to do are left out.  One statement."""
    late = Q(state=LineState.SOLD.value, ship_by__lt=now)
    found = (
        Line.objects.filter(seller_id__in=list(seller_ids))
        .filter(Q(state=LineState.PAID.value) | late)
        .values("seller_id")
        .annotate(
            waiting=Count("seller_order", distinct=True, filter=Q(state=LineState.PAID.value)),
            late=Count("seller_order", distinct=True, filter=late),
        )
    )
    return {row["seller_id"]: Load(row["waiting"], row["late"]) for row in found}
