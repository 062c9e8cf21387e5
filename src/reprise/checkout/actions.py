"""Filling a basket and turning it into an order."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from reprise.checkout import queries
from reprise.checkout.models import MOST_OF_ONE, Basket, BasketItem
from reprise.checkout.rules import Quote, SellerQuote, commission, fees_on
from reprise.kernel.money import Money
from reprise.kernel.rate import Rate
from reprise.kernel.refusal import Refusal
from reprise.markets.queries import market as market_of
from reprise.offers.models import MarketOffer
from reprise.orders.actions.place import (
    ContactDraft,
    LineDraft,
    OrderDraft,
    SellerDraft,
    place,
)
from reprise.orders.models import Order
from reprise.orders.queries import unpaid_orders_of
from reprise.payments import actions as payments
from reprise.payments.actions.ask import Share
from reprise.payments.models import Payment
from reprise.payments.queries import is_paid
from reprise.sellers.models import PLATFORM


class UnknownOffer(Refusal):
    code = "unknown_offer"
    message = "This device is not offered here any more. Please choose another one."
    status = 404


class BadQuantity(Refusal):
    code = "bad_quantity"
    message = "You can put 1 to %(most)s of the same device in the basket."
    status = 422


class EmptyBasket(Refusal):
    code = "empty_basket"
    message = "Your basket is empty, or it was already ordered."


class TooMany(Refusal):
    code = "too_many_devices"
    message = "You can order at most %(most)s devices at once. Please take some out."
    status = 422


class TooManyUnpaid(Refusal):
    code = "too_many_unpaid"
    message = (
        "Several orders with this e-mail address wait for their payment. Please pay or let them"
        " end, and order again in a quarter of an hour."
    )
    status = 429


# Stock is held while a buyer pays; these keep one visitor from holding a shelf.
MOST_AT_ONCE = 20
MOST_UNPAID = 3


class QuoteChanged(Refusal):
    code = "quote_changed"
    message = (
        "A price or the stock changed while this page was open. Nothing was ordered. "
        "Please look at the new total and confirm again."
    )


class BadMethod(Refusal):
    code = "bad_payment_method"
    message = "This way to pay is not offered in this country."
    status = 422


def open_basket(market: str, now: datetime) -> tuple[Basket, str]:
    """A new basket and the token that opens it."""
    token = secrets.token_urlsafe(24)
    basket = Basket(token_digest=queries.token_digest(token), market=market, updated_at=now)
    basket.save(force_insert=True)
    return basket, token


def put(basket: Basket, offer_id: UUID, quantity: int, now: datetime) -> None:
    """Have ``quantity`` of an offer in the basket; 0 takes it out.

    Raises UnknownOffer when the offer is not sold in the basket's market, BadQuantity.
    """
    if not 0 <= quantity <= MOST_OF_ONE:
        raise BadQuantity(most=MOST_OF_ONE)
    if quantity == 0:
        BasketItem.objects.filter(basket=basket, offer_id=offer_id).delete()
        return
    row = MarketOffer.objects.filter(
        offer_id=offer_id,
        market=basket.market,
        active=True,
        offer__active=True,
        seller__active=True,
    ).first()
    if row is None:
        raise UnknownOffer
    BasketItem.objects.update_or_create(
        basket=basket,
        offer_id=offer_id,
        defaults={"quantity": quantity},
        create_defaults={
            "quantity": quantity,
            "seller_id": row.seller_id,
            "seen_minor": row.price_minor,
        },
    )


@dataclass(frozen=True, slots=True)
class Placed:
    order: Order
    payment_id: UUID


def place_order(
    *,
    basket_id: UUID,
    language: str,
    contact: ContactDraft,
    method: str,
    fingerprint: str,
    request_key: str,
    now: datetime,
) -> Placed:
    """Place what the buyer saw: order, reservations and payment in one transaction.

    The same request key again gives the same order.  Raises EmptyBasket, QuoteChanged when the
    quote is not the one with ``fingerprint``, OutOfStock, BadMethod; then nothing is written.
    """
    try:
        with transaction.atomic():
            return _place(basket_id, language, contact, method, fingerprint, request_key, now)
    except IntegrityError:
        # Two identical requests at once: the other one placed the order.
        found = _placed(basket_id, request_key)
        if found is None:
            raise
        return found


def _placed(basket_id: UUID, request_key: str) -> Placed | None:
    order = Order.objects.filter(basket_id=basket_id, request_key=request_key).first()
    if order is None:
        return None
    payment = Payment.objects.filter(reference=order.id).order_by("-attempt").first()
    assert payment is not None  # noqa: S101  written in the same transaction as the order
    return Placed(order, payment.id)


def _place(
    basket_id: UUID,
    language: str,
    contact: ContactDraft,
    method: str,
    fingerprint: str,
    request_key: str,
    now: datetime,
) -> Placed:
    basket = Basket.objects.select_for_update(no_key=True).get(id=basket_id)
    found = _placed(basket_id, request_key)
    if found is not None:
        return found
    if method not in market_of(basket.market).methods:
        raise BadMethod
    quote = queries.quote(basket, basket.market, now.date())
    if quote.empty:
        raise EmptyBasket
    if sum(line.quantity for seller in quote.sellers for line in seller.lines) > MOST_AT_ONCE:
        raise TooMany(most=MOST_AT_ONCE)
    if unpaid_orders_of(contact.email, now) >= MOST_UNPAID:
        raise TooManyUnpaid
    if quote.fingerprint != fingerprint:
        raise QuoteChanged
    draft = _draft(quote, basket, language, contact, request_key, fees_on(now.date()).commission)
    pay_by = now + timedelta(minutes=settings.HOLD_MINUTES)
    order = place(draft, pay_by=pay_by, now=now)
    payment = payments.create(
        reference=order.id,
        market=order.market,
        method=method,
        provider=settings.PAYMENT_PROVIDER,
        shares=_shares(order),
        pay_by=pay_by,
        now=now,
    )
    BasketItem.objects.filter(basket=basket).delete()
    return Placed(order, payment.id)


def _draft(
    quote: Quote,
    basket: Basket,
    language: str,
    contact: ContactDraft,
    request_key: str,
    rate: Rate,
) -> OrderDraft:
    return OrderDraft(
        market=quote.market,
        language=language,
        currency=quote.currency,
        fee=quote.fee,
        terms_version=quote.terms_version,
        basket_id=basket.id,
        request_key=request_key,
        contact=contact,
        sellers=tuple(_seller_draft(seller, rate) for seller in quote.sellers),
    )


def _seller_draft(seller: SellerQuote, rate: Rate) -> SellerDraft:
    shares = iter(seller.shares())
    lines = []
    for line in seller.lines:
        for _ in range(line.quantity):
            share = next(shares)
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
                )
            )
    return SellerDraft(
        seller_id=seller.seller_id,
        trader_id=seller.trader_id,
        method=seller.method,
        carrier=seller.carrier,
        kind=seller.kind,
        days_min=seller.days_min,
        days_max=seller.days_max,
        dispatch_country=seller.country,
        lines=tuple(lines),
    )


def _shares(order: Order) -> list[Share]:
    """One part a seller order and one for the service fee."""
    shares = [
        Share(contract.seller_id, contract.id, Money(contract.total, contract.currency))
        for contract in order.seller_orders.all()
    ]
    shares.append(Share(PLATFORM, order.id, Money(order.fee, order.currency)))
    return shares


def pay_again(order_id: UUID, method: str, now: datetime) -> UUID:
    """The payment to start for an order that is not paid: the open attempt, or a new one after a
    decline.  Raises PaymentClosed when the time to pay is over or the order is paid."""
    from reprise.payments.actions.perform import PaymentClosed
    from reprise.payments.states import PaymentState

    with transaction.atomic():
        order = Order.objects.select_for_update(no_key=True).get(id=order_id)
        last = Payment.objects.filter(reference=order_id).order_by("-attempt").first()
        if last is None or now >= order.pay_by or is_paid(order_id):
            raise PaymentClosed
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
            shares=_shares(order),
            pay_by=order.pay_by,
            now=now,
        ).id
