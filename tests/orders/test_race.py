"""Two hundred buyers for the last five units, on real connections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection

from reprise.books.proof import findings
from reprise.checkout import actions as checkout
from reprise.checkout import queries as checkout_queries
from reprise.offers.actions import OutOfStock
from reprise.offers.models import Offer
from reprise.orders.models import Line, Order
from reprise.payments.models import Part, Payment
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import pay, place

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sandbox")]
BUYERS, UNITS, AT_ONCE = 200, 5, 24


def baskets(*offers: UUID) -> list[tuple[UUID, str]]:
    """A basket with one of each offer for every buyer, and what its page showed."""
    result = []
    for _ in range(BUYERS):
        basket, _token = checkout.open_basket("fr", now())
        for offer in offers:
            checkout.put(basket, offer, 1, now())
        result.append((basket.id, checkout_queries.quote(basket, "fr", now()).fingerprint))
    return result


def buy(
    wanted: tuple[UUID, str], insured: Mapping[UUID, Collection[int]] = checkout.UNINSURED
) -> str:
    basket, fingerprint = wanted
    try:
        checkout.place_order(
            basket_id=basket,
            language="fr",
            contact=replace(CONTACT, email=f"{basket}@buyer.example"),
            method="card",
            fingerprint=fingerprint,
            request_key="one",
            now=now(),
            insured=insured,
        )
    except (OutOfStock, checkout.QuoteChanged) as refusal:
        return refusal.code
    finally:
        connection.close()
    return "placed"


def test_exactly_as_many_are_sold_as_there_are() -> None:
    case = an_offer(stock=UNITS)
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        outcomes = Counter(crowd.map(buy, baskets(case.id)))
    assert outcomes["placed"] == UNITS
    assert outcomes["out_of_stock"] == BUYERS - UNITS
    assert Order.objects.count() == Line.objects.count() == Payment.objects.count() == UNITS
    assert Offer.objects.get(id=case.id).available == 0
    assert not findings()


def test_baskets_with_the_same_offers_do_not_wait_for_each_other() -> None:
    one, two = an_offer(stock=UNITS), an_offer(stock=BUYERS)
    both, turned = baskets(one.id, two.id), baskets(two.id, one.id)
    mixed = [pair for pairs in zip(both, turned, strict=True) for pair in pairs][:BUYERS]
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        outcomes = Counter(crowd.map(buy, mixed))
    assert outcomes == {"placed": UNITS, "out_of_stock": BUYERS - UNITS}
    assert Offer.objects.get(id=two.id).available == BUYERS - UNITS
    assert not findings()


def test_the_same_form_sent_at_once_is_one_order() -> None:
    case = an_offer(stock=UNITS)
    basket = baskets(case.id)[0]
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        outcomes = Counter(crowd.map(buy, [basket] * 20))
    assert outcomes == {"placed": 20}
    assert Order.objects.count() == 1
    assert Offer.objects.get(id=case.id).available == UNITS - 1
    assert not findings()


def test_the_same_insured_form_sent_at_once_is_insured_once() -> None:
    case = an_offer(stock=UNITS)
    basket, _token = checkout.open_basket("fr", now())
    checkout.put(basket, case.id, 1, now())
    wanted = {case.id: {1}}
    seen = checkout_queries.quote(basket, "fr", now(), insured=wanted).fingerprint
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        outcomes = Counter(crowd.map(lambda _: buy((basket.id, seen), wanted), range(20)))
    assert outcomes == {"placed": 20}
    assert Order.objects.get().insurance == 5490
    assert Part.objects.filter(amount=5490).count() == 1
    assert not findings()


def test_the_same_answer_at_once_is_one_capture(sandbox) -> None:
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)

    def accept(_: int) -> str:
        try:
            sale.answer(case)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(8) as crowd:
        assert Counter(crowd.map(accept, range(8))) == {"done": 8}
    assert sale.payment.instructions.filter(verb="capture").count() == 1
    assert not findings()


def test_orders_at_once_with_one_address_are_counted_one_after_the_other() -> None:
    """Three may wait for their payment, however fast they are asked for."""
    offer = an_offer(stock=20).id
    wanted = baskets(offer)[:8]

    def order(basket: UUID, fingerprint: str) -> str:
        try:
            checkout.place_order(
                basket_id=basket,
                language="fr",
                contact=CONTACT,
                method="card",
                fingerprint=fingerprint,
                request_key="one",
                now=now(),
            )
        except checkout.TooManyUnpaid as refusal:
            return refusal.code
        finally:
            connection.close()
        return "placed"

    with ThreadPoolExecutor(8) as crowd:
        said = Counter(crowd.map(lambda each: order(*each), wanted))
    assert said == {"placed": 3, "too_many_unpaid": 5}
