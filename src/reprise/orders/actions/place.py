"""Placing: the order, its contracts and lines, and the stock that they reserve."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise import rows
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.kernel.reference import new_reference
from reprise.offers.actions import Reservation, reserve
from reprise.orders import chain, log
from reprise.orders.agreed import facts_of, number, say
from reprise.orders.models import Contact, DeliveryPoint, Line, Order, SellerOrder
from reprise.orders.states import LINE, LineVerb
from reprise.sellers.models import Trader
from reprise.shipping.points import PickupPoint


class SellsNoMore(Exception):
    """A seller of the order was stopped, or its contract has ended, while it was being placed."""


@dataclass(frozen=True, slots=True)
class ContactDraft:
    name: str
    email: str
    phone: str
    street: str
    extra: str
    postcode: str
    town: str
    country: str
    buyer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LineDraft:
    """One device.  ``shipping`` is its share; ``levy`` is contained in ``price``.

    An insured one has both ``premium``, beside the price, and ``cover``, what that pays for.
    """

    offer_id: UUID
    variant_id: UUID
    grade: str
    title: str
    price: Money
    shipping: Money
    levy: Money
    commission: Money
    vat_scheme: str
    warranty_months: int
    promise: dict[str, Any]
    premium: Money | None = None
    cover: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class SellerDraft:
    seller_id: UUID
    trader_id: UUID
    method: str
    carrier: str
    kind: str
    days_min: int
    days_max: int
    dispatch_country: str
    promised_by: date
    point: PickupPoint | None
    lines: tuple[LineDraft, ...]


@dataclass(frozen=True, slots=True)
class OrderDraft:
    market: str
    language: str
    currency: str
    fee: Money
    terms_version: str
    request_digest: str
    contact: ContactDraft
    sellers: tuple[SellerDraft, ...]


def place(
    draft: OrderDraft, *, pay_by: datetime, now: datetime
) -> tuple[Order, list[SellerOrder], list[Line]]:
    """Write the order with its contracts and reserve its devices, inside the caller's transaction.

    Raises OutOfStock when a device is gone, SellsNoMore when a seller is (roll back),
    IntegrityError for a request that was carried out before.
    """
    sellers = sorted(draft.sellers, key=lambda seller: seller.seller_id)
    currency = draft.currency
    items = _sum((line.price for seller in sellers for line in seller.lines), currency)
    shipping = _sum((line.shipping for seller in sellers for line in seller.lines), currency)
    premiums = (line.premium for seller in sellers for line in seller.lines if line.premium)
    insurance = _sum(premiums, currency)
    order = Order(
        reference=new_reference("R"),
        market=draft.market,
        language=draft.language,
        currency=currency,
        items=items.minor,
        shipping=shipping.minor,
        fee=draft.fee.minor,
        insurance=insurance.minor,
        total=(items + shipping + draft.fee + insurance).minor,
        terms_version=draft.terms_version,
        request_digest=draft.request_digest,
        placed_at=now,
        pay_by=pay_by,
        touched_at=now,
    )
    number(order)
    contracts, lines = _rows(order, sellers, now)
    reserve([Reservation(line.seller_id, line.offer_id, line.id) for line in lines], now)
    points = [
        DeliveryPoint.of(contract, seller.point)
        for contract, seller in zip(contracts, sellers, strict=True)
        if seller.point
    ]
    sale = facts_of(chain.FORMAT, order, contracts, _traders(contracts), lines)
    steps = log.begun(
        order.id,
        [
            log.Entry(
                "line",
                LineVerb.PLACE,
                None,
                LINE.initial,
                line.seller_id,
                line.id,
                facts_hash=sale if line is lines[0] else "",
            )
            for line in lines
        ],
        log.BUYER,
        now,
    )
    contact = Contact(order=order, **asdict(draft.contact))
    rows.insert([order, contact, *contracts, *lines, *points, *steps])
    return order, contracts, lines


# Whoever ends a seller's contract, or stops it, has the seller's row: it waits for this order and
# then sees it, or this order waits and sees that the seller is gone.
_TRADERS: Final = """
SELECT t.*, d.identity_digest, d.contact_digest
  FROM sellers_trader t JOIN sellers_seller s ON s.id = t.seller_id AND s.active
  LEFT JOIN orders_said d ON d.trader_id = t.id AND d.seller_id = t.seller_id
 WHERE t.id = ANY(%s) ORDER BY t.seller_id FOR SHARE OF s
"""


def _traders(contracts: Sequence[SellerOrder]) -> dict[UUID, dict[str, Any]]:
    """What each trader says, with its digests; its seller sells until the transaction ends.

    Raises SellsNoMore.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TRADERS, [[each.trader_id for each in contracts]])
        names = [column.name for column in cursor.description or ()]
        told = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    if len(told) < len(contracts):
        raise SellsNoMore
    found = {each["id"]: each for each in told}
    unsaid = [key for key, each in found.items() if each["identity_digest"] is None]
    if unsaid:
        for key, said in say(rows.find(Trader, id__in=unsaid)).items():
            found[key] |= {column: getattr(said, column) for column, _ in chain.OF_TRADER.values()}
    return found


def _rows(
    order: Order, sellers: Sequence[SellerDraft], now: datetime
) -> tuple[list[SellerOrder], list[Line]]:
    contracts: list[SellerOrder] = []
    lines: list[Line] = []
    for mark, seller in zip(marks(len(sellers)), sellers, strict=True):
        items = _sum((line.price for line in seller.lines), order.currency)
        shipping = _sum((line.shipping for line in seller.lines), order.currency)
        contract = SellerOrder(
            seller_id=seller.seller_id,
            market=order.market,
            order=order,
            trader_id=seller.trader_id,
            reference=f"{order.reference}-{mark}",
            currency=order.currency,
            items=items.minor,
            shipping=shipping.minor,
            total=(items + shipping).minor,
            method=seller.method,
            carrier=seller.carrier,
            kind=seller.kind,
            days_min=seller.days_min,
            days_max=seller.days_max,
            dispatch_country=seller.dispatch_country,
            promised_by=seller.promised_by,
            placed_at=now,
        )
        contracts.append(contract)
        for line in seller.lines:
            lines.append(
                Line(
                    id=new_id(),
                    seller_id=seller.seller_id,
                    market=order.market,
                    order=order,
                    seller_order=contract,
                    position=len(lines) + 1,
                    offer_id=line.offer_id,
                    variant_id=line.variant_id,
                    grade=line.grade,
                    title=line.title,
                    price=line.price.minor,
                    shipping=line.shipping.minor,
                    levy=line.levy.minor,
                    commission=line.commission.minor,
                    currency=order.currency,
                    vat_scheme=line.vat_scheme,
                    warranty_months=line.warranty_months,
                    promise=line.promise,
                    premium=line.premium.minor if line.premium else 0,
                    cover=line.cover,
                    state=LINE.initial.value,
                    state_at=now,
                )
            )
    return contracts, lines


# Two digits tell the contracts of an order apart and count nothing: a seller does not learn from
# its own whether there are others (decision 0018).
_MARKS: Final = range(10, 100)


def marks(number: int) -> list[int]:
    return secrets.SystemRandom().sample(_MARKS, number)


def _sum(amounts: Any, currency: str) -> Money:
    return Money.total(amounts, currency)
