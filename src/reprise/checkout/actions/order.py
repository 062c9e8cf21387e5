"""Turning a basket into an order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from reprise import rows
from reprise.accounts.queries import held
from reprise.checkout import holding, queries
from reprise.checkout.holding import Client
from reprise.checkout.insurance.base import Policy
from reprise.checkout.models import Basket, BasketItem
from reprise.checkout.rules import Quote, SellerQuote, commission, fees_on
from reprise.kernel.money import Money
from reprise.kernel.rate import Rate
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import market as market_of
from reprise.orders.actions.place import (
    ContactDraft,
    LineDraft,
    OrderDraft,
    SellerDraft,
    SellsNoMore,
    place,
)
from reprise.orders.contact import BuyerErased, is_erased
from reprise.orders.models import Line, Order, SellerOrder
from reprise.orders.queries import insured_lines
from reprise.payments import actions as payments
from reprise.payments.actions.ask import Share
from reprise.payments.models import Payment
from reprise.payments.queries import is_paid
from reprise.sellers.models import PLATFORM
from reprise.shipping.points import PickupPoint


class EmptyBasket(Refusal):
    code = "empty_basket"
    message = "Your basket is empty, or it was already ordered."


class TooMany(Refusal):
    code = "too_many_devices"
    message = "You can order at most %(most)s devices at once. Please take some out."
    status = 422


# Beside what one visitor may hold in all (`holding`).
MOST_AT_ONCE = 20


class QuoteChanged(Refusal):
    code = "quote_changed"
    message = (
        "A price, the stock or what you chose is not as this page showed it. Nothing was ordered. "
        "Please look at the new total and confirm again."
    )


class PriceTooLow(Refusal):
    """The seller's price was right when it was set, and the levy has risen since (S33)."""

    code = "price_too_low"
    message = (
        "“%(device)s” costs less than the levy for private copying that its price must contain, so"
        " it cannot be sold at this price. Nothing was ordered. Please take it out of the basket;"
        " its seller has to correct the price."
    )
    basis = "CPI art. L311-4"


class BadDelivery(Refusal):
    code = "bad_delivery"
    message = (
        "The way of delivery that you chose is not offered here any more. Nothing was ordered."
        " Please choose again."
    )


class NoPoint(Refusal):
    code = "no_point"
    message = "Choose where you want to pick the parcel up. Nothing was ordered yet."
    status = 422


class BadMethod(Refusal):
    code = "bad_payment_method"
    message = "This way to pay is not offered in this country."
    status = 422


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one parcel goes: a seller's method, and the point if it goes to one."""

    method: str
    point: PickupPoint | None = None


# Every seller ships by the method that a quote chooses by itself.
AS_QUOTED: Final[Mapping[UUID, Delivery]] = MappingProxyType({})
# Nobody said yes, so nothing is insured (S8).
UNINSURED: Final[Mapping[UUID, Collection[int]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Placed:
    order: Order
    payment: Payment


def place_order(
    *,
    basket_id: UUID,
    language: str,
    contact: ContactDraft,
    method: str,
    fingerprint: str,
    request_key: str,
    now: datetime,
    deliveries: Mapping[UUID, Delivery] = AS_QUOTED,
    insured: Mapping[UUID, Collection[int]] = UNINSURED,
    client: Client | None = None,
) -> Placed:
    """Place what the buyer saw: order, reservations and payment in one transaction.

    ``deliveries`` says by seller how each parcel goes, ``insured`` by offer which of its devices
    (from 1) the buyer wants insured, ``client`` from where they order (None: from nowhere that
    counts).  The same request key again gives the same order.  Raises EmptyBasket, TooMany,
    TooManyUnpaid, TooManyHeld, QuoteChanged when the quote is not the one with ``fingerprint``,
    PriceTooLow, OutOfStock, BadMethod, BadDelivery, NoPoint; then nothing is written.
    """
    wish = _Wish(language, contact, method, fingerprint, request_key, deliveries, insured, client)
    try:
        with transaction.atomic():
            return _place(basket_id, wish, now)
    except (IntegrityError, Refusal):
        # Whatever stands in its way, a request that was carried out before is answered the same.
        found = _placed(basket_id, request_key)
        if found is None:
            raise
        return found


def _placed(basket_id: UUID, request_key: str) -> Placed | None:
    order = rows.first(Order, request_digest=queries.request_digest(basket_id, request_key))
    if order is None:
        return None
    payment = rows.first(Payment, reference=order.id, order=["-attempt"])
    assert payment is not None  # noqa: S101  written in the same transaction as the order
    return Placed(order, payment)


@dataclass(frozen=True, slots=True)
class _Wish:
    language: str
    contact: ContactDraft
    method: str
    fingerprint: str
    request_key: str
    deliveries: Mapping[UUID, Delivery]
    insured: Mapping[UUID, Collection[int]]
    client: Client | None


def _place(basket_id: UUID, wish: _Wish, now: datetime) -> Placed:
    basket = rows.get(Basket, id=basket_id, lock=True)
    if wish.contact.buyer_id and held(wish.contact.buyer_id) is None:
        # Deleted while its person ordered: as a guest, then.
        wish = replace(wish, contact=replace(wish.contact, buyer_id=None))
    if wish.method not in market_of(basket.market).methods:
        raise BadMethod
    codes = {seller: delivery.method for seller, delivery in wish.deliveries.items()}
    quote = queries.quote(
        basket, basket.market, now, language=wish.language, chosen=codes, insured=wish.insured
    )
    if quote.empty:
        raise EmptyBasket
    devices = sum(line.quantity for seller in quote.sellers for line in seller.lines)
    if devices > MOST_AT_ONCE:
        raise TooMany(most=MOST_AT_ONCE)
    holding.one_by_one(wish.contact.email, wish.client)
    holding.allow(wish.contact, wish.client, devices, now)
    for line in quote.lines:
        if line.levy.minor > line.price.minor:
            raise PriceTooLow(device=line.title)
    for seller in quote.sellers:
        _check(seller, wish.deliveries.get(seller.seller_id), market_of(basket.market).country)
    if quote.fingerprint != wish.fingerprint:
        raise QuoteChanged
    pay_by = now + timedelta(minutes=settings.HOLD_MINUTES)
    draft = _draft(quote, basket, wish, fees_on(now.date()).commission)
    with rows.together():
        try:
            order, contracts, lines = place(draft, pay_by=pay_by, now=now)
        except SellsNoMore:
            raise QuoteChanged from None
        payment = payments.create(
            reference=order.id,
            market=order.market,
            method=wish.method,
            provider=settings.PAYMENT_PROVIDER,
            shares=_shares(order, contracts, lines),
            pay_by=pay_by,
            now=now,
        )
        if wish.client:
            holding.note(wish.client, order.id, pay_by)
    rows.delete(BasketItem, basket_id=basket.id)
    return Placed(order, payment)


def _check(seller: SellerQuote, delivery: Delivery | None, country: str) -> None:
    """The parcel goes as the buyer chose; to a point exactly when that is what was chosen, and to
    one of that carrier in this country (S49b).  Raises BadDelivery, NoPoint."""
    point = delivery.point if delivery else None
    if delivery is not None and delivery.method != seller.chosen.code:
        raise BadDelivery
    if seller.chosen.kind == "point" and point is None:
        raise NoPoint
    if seller.chosen.kind != "point" and point is not None:
        raise BadDelivery
    if point and (point.carrier != seller.chosen.carrier or point.country != country):
        raise BadDelivery


def _draft(quote: Quote, basket: Basket, wish: _Wish, rate: Rate) -> OrderDraft:
    return OrderDraft(
        market=quote.market,
        language=wish.language,
        currency=quote.currency,
        fee=quote.fee,
        terms_version=quote.terms_version,
        request_digest=queries.request_digest(basket.id, wish.request_key),
        contact=wish.contact,
        sellers=tuple(
            _seller_draft(seller, wish.deliveries.get(seller.seller_id), rate, quote.policy)
            for seller in quote.sellers
        ),
    )


def _seller_draft(
    seller: SellerQuote, delivery: Delivery | None, rate: Rate, policy: Policy | None
) -> SellerDraft:
    shares = iter(seller.shares())
    lines = []
    for line in seller.lines:
        for number in range(1, line.quantity + 1):
            share = next(shares)
            insured = line.premium is not None and number in line.insured
            lines.append(
                LineDraft(
                    offer_id=line.offer_id,
                    variant_id=line.variant_id,
                    grade=line.grade,
                    title=line.title,
                    price=line.price,
                    shipping=share,
                    levy=line.levy,
                    commission=commission(line.price, share, rate),
                    vat_scheme=line.vat_scheme,
                    warranty_months=line.warranty_months,
                    promise=line.promise,
                    premium=line.premium if insured else None,
                    cover=policy.facts() if insured and policy else None,
                )
            )
    return SellerDraft(
        seller_id=seller.seller_id,
        trader_id=seller.trader_id,
        method=seller.chosen.code,
        carrier=seller.chosen.carrier,
        kind=seller.chosen.kind,
        days_min=seller.chosen.days_min,
        days_max=seller.chosen.days_max,
        dispatch_country=seller.country,
        promised_by=seller.promised_by,
        point=delivery.point if delivery else None,
        lines=tuple(lines),
    )


def _shares(order: Order, contracts: Sequence[SellerOrder], lines: Sequence[Line]) -> list[Share]:
    """One part a seller order, one for the service fee, and one for each premium."""
    shares = [
        Share(contract.seller_id, contract.id, Money(contract.total, contract.currency))
        for contract in contracts
    ]
    shares.append(Share(PLATFORM, order.id, Money(order.fee, order.currency)))
    shares += [
        Share(PLATFORM, line.id, Money(line.premium, line.currency))
        for line in lines
        if line.premium
    ]
    return shares


def pay_again(order_id: UUID, method: str, now: datetime) -> UUID:
    """The payment to start for an order that is not paid: the open attempt, or a new one after a
    decline.

    Raises BuyerErased, PaymentClosed when the time to pay is over or the order is paid.
    """
    from reprise.payments.actions.perform import PaymentClosed
    from reprise.payments.states import PaymentState

    with transaction.atomic():
        order = rows.get(Order, id=order_id, lock=True)
        last = rows.first(Payment, reference=order_id, order=["-attempt"])
        if last is None or now >= order.pay_by or is_paid(order_id):
            raise PaymentClosed
        if is_erased(order_id):
            raise BuyerErased
        if last.state in {PaymentState.CREATED.value, PaymentState.STARTED.value}:
            return last.id
        if last.state != PaymentState.DECLINED.value:
            raise PaymentClosed
        if method not in market_of(order.market).methods:
            raise BadMethod
        return payments.create(
            reference=order.id,
            market=order.market,
            method=method,
            provider=settings.PAYMENT_PROVIDER,
            shares=_shares(order, list(order.seller_orders.all()), insured_lines(order)),
            pay_by=order.pay_by,
            now=now,
            attempt=last.attempt + 1,
        ).id
