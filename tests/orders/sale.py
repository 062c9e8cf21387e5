"""Short ways through a sale, by the real actions and the real sandbox provider."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from reprise.books.proof import findings
from reprise.checkout import actions as checkout
from reprise.checkout import queries as checkout_queries
from reprise.ledger import queries as ledger
from reprise.ledger.states import AccountKind
from reprise.orders import actions as orders
from reprise.orders import log
from reprise.orders.models import Line, Order, SellerOrder
from reprise.payments import actions as payments
from reprise.payments.models import Payment
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests import moment
from tests.cast import CONTACT, OfferCase
from tests.sandbox.buyer import SUCCEEDS, Buyer
from tests.sandbox.running import RunningProvider
from tests.work import drain

SELLER = log.Actor("seller")


@dataclass
class Sale:
    order: Order
    payment_id: UUID

    @property
    def states(self) -> list[str]:
        return list(
            Line.objects.filter(order_id=self.order.id)
            .order_by("position")
            .values_list("state", flat=True)
        )

    @property
    def payment(self) -> Payment:
        return Payment.objects.get(id=self.payment_id)

    def contract(self, case: OfferCase) -> SellerOrder:
        return SellerOrder.objects.get(order_id=self.order.id, seller_id=case.seller.id)

    def lines(self, case: OfferCase) -> list[UUID]:
        return list(
            Line.objects.filter(order_id=self.order.id, seller_id=case.seller.id)
            .order_by("position")
            .values_list("id", flat=True)
        )

    def answer(self, case: OfferCase, *accept: bool, now: datetime | None = None) -> None:
        lines = self.lines(case)
        orders.answer(
            seller_id=case.seller.id,
            seller_order_id=self.contract(case).id,
            accept=dict(zip(lines, accept or [True] * len(lines), strict=True)),
            reason="" if all(accept or [True]) else "cannot_ship",
            actor=SELLER,
            now=now or moment.now(),
        )

    def ship(self, case: OfferCase, *, tracking: str = "", now: datetime | None = None) -> UUID:
        sold = [line for line in self.lines(case) if Line.objects.get(id=line).state == "sold"]
        return orders.ship(
            seller_id=case.seller.id,
            seller_order_id=self.contract(case).id,
            devices={line: ("serial", f"SN{line.hex[-10:]}") for line in sold},
            tracking=tracking,
            actor=SELLER,
            now=now or moment.now(),
        )


def place(
    *wanted: tuple[OfferCase, int],
    method: str = "card",
    market: str = "fr",
    now: datetime | None = None,
    insured: Mapping[UUID, Collection[int]] = checkout.UNINSURED,
    buyer: UUID | None = None,
) -> Sale:
    """``insured`` are the numbers (from 1) of the devices to insure, by offer; ``buyer`` is whose
    account it is bought with, if any."""
    now = now or moment.now()
    basket, _ = checkout.open_basket(market, now)
    for case, quantity in wanted:
        checkout.put(basket, case.id, quantity, now)
    quote = checkout_queries.quote(basket, market, now, insured=insured)
    placed = checkout.place_order(
        basket_id=basket.id,
        language="fr",
        contact=replace(CONTACT, buyer_id=buyer) if buyer else CONTACT,
        method=method,
        fingerprint=quote.fingerprint,
        request_key=basket.id.hex,
        now=now,
        insured=insured,
    )
    return Sale(placed.order, placed.payment.id)


def to_the_provider(sale: Sale, provider: RunningProvider, now: datetime | None = None) -> Buyer:
    page = payments.start(
        sale.payment,
        merchant_reference=sale.order.reference,
        language="fr",
        return_url="http://shop.example/back",
        now=now or moment.now(),
    )
    return Buyer(provider, page)


def pay(
    sale: Sale, provider: RunningProvider, card: str = SUCCEEDS, now: datetime | None = None
) -> None:
    """Pay on the provider's page, have the shop look, and do the jobs that follow."""
    now = now or moment.now()
    to_the_provider(sale, provider, now).pay(card)
    payments.refresh(sale.payment_id, now)
    drain()


def heard_late(sale: Sale) -> None:
    """The shop hears of what was paid only when the time to pay is over, and does its jobs then."""
    with moment.playing(sale.order.pay_by) as late:
        payments.refresh(sale.payment_id, late)
        drain()


def books() -> list[str]:
    return [f"{finding.check}: {finding.text}" for finding in findings()]


def balance(seller_id: UUID, kind: AccountKind) -> int:
    return sum(row.amount.minor for row in ledger.balances(seller_id) if row.kind == kind.value)


def delivered(sale: Sale, case: OfferCase) -> None:
    parcel = Shipment.objects.get(id=sale.ship(case))
    shipping.receive_scan(
        carrier=parcel.carrier,
        event_id=f"scan-{parcel.id}",
        tracking=parcel.tracking,
        kind="delivered",
        occurred_at=moment.now(),
        now=moment.now(),
    )
    drain()


def collected(sale: Sale, sandbox: RunningProvider) -> None:
    """Approve on the bank's page."""
    buyer = to_the_provider(sale, sandbox)
    buyer.page = buyer.open(buyer.page.read.links[0])
    buyer.go(buyer.page.form("/bank"), answer="approve")
    payments.refresh(sale.payment_id, moment.now())
    drain()
