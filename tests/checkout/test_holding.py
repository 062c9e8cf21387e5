"""Nobody empties a shelf without paying, from however many e-mail addresses; who shares an address
with others is not kept out by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from reprise.checkout import actions as checkout
from reprise.checkout import holding, queries
from reprise.checkout.holding import Client, TooManyHeld
from reprise.checkout.models import Hold
from reprise.offers.models import Offer
from reprise.orders import actions as orders
from reprise.orders.models import Line, Order
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import Sale, pay
from tests.orders.story import says

pytestmark = pytest.mark.django_db(transaction=True)
_number = count(1)
HERE = Client("192.0.2.1")


def basket_of(offers: Sequence[UUID], each: int = 10) -> tuple[UUID, str]:
    basket, _ = checkout.open_basket("fr", now())
    for offer in offers:
        checkout.put(basket, offer, each, now())
    return basket.id, queries.quote(basket, "fr", now()).fingerprint


def order(
    wish: tuple[UUID, str],
    client: Client | None = HERE,
    at: datetime | None = None,
    email: str = "",
) -> checkout.Placed:
    return checkout.place_order(
        basket_id=wish[0],
        language="fr",
        contact=replace(CONTACT, email=email or f"buyer-{next(_number)}@buyer.example"),
        method="card",
        fingerprint=wish[1],
        request_key="one",
        now=at or now(),
        client=client,
    )


@pytest.fixture
def offers() -> tuple[UUID, UUID]:
    seller = an_offer(stock=2000)
    return seller.id, an_offer(stock=2000).id


def test_one_client_with_many_addresses_holds_sixty_devices(offers: tuple[UUID, UUID]) -> None:
    for _ in range(3):
        order(basket_of(offers))
    one = basket_of(offers[:1], each=1)
    before = Offer.objects.get(id=offers[0]).available
    with pytest.raises(TooManyHeld) as refused:
        order(one)
    assert (refused.value.status, refused.value.seconds) == (429, 15 * 60)
    assert Line.objects.count() == 60
    assert Order.objects.count() == 3
    assert Offer.objects.get(id=offers[0]).available == before
    assert order(one, Client("192.0.2.2")).order, "another client is not kept out"


def test_what_is_paid_is_held_against_nobody(offers: tuple[UUID, UUID], sandbox: Any) -> None:
    """Many people behind one address: what they have paid for does not count."""
    for _ in range(3):
        placed = order(basket_of(offers))
        pay(Sale(placed.order, placed.payment.id), sandbox)
    for _ in range(3):
        order(basket_of(offers))
    with pytest.raises(TooManyHeld):
        order(basket_of(offers[:1], each=1))


def test_one_address_waits_with_three_orders_from_wherever(
    offers: tuple[UUID, UUID], sandbox: Any
) -> None:
    """However its letters are written; what is paid, or whose time is over, does not count."""

    def wish() -> tuple[UUID, str]:
        return basket_of(offers[:1], each=1)

    for name in ("ann", "Ann", "ANN"):
        placed = order(wish(), None, email=f"{name}@buyer.example")
    with pytest.raises(checkout.TooManyUnpaid):
        order(wish(), Client("192.0.2.7"), email="aNN@buyer.example")
    assert order(wish(), None, email="bob@buyer.example").order
    pay(Sale(placed.order, placed.payment.id), sandbox)
    assert order(wish(), None, email="ann@buyer.example").order
    with pytest.raises(checkout.TooManyUnpaid):
        order(wish(), None, email="ann@buyer.example")
    assert order(wish(), None, now() + timedelta(minutes=15), "ann@buyer.example").order


def test_what_has_expired_is_held_against_nobody(offers: tuple[UUID, UUID]) -> None:
    first = order(basket_of(offers))
    for _ in range(2):
        order(basket_of(offers))
    later = now() + timedelta(minutes=5)
    orders.expire(first.order.id, now() + timedelta(minutes=16))
    assert order(basket_of(offers), at=later).order
    assert order(basket_of(offers), at=now() + timedelta(minutes=15)).order, "their time is over"


def test_the_refusal_says_when_there_is_room(offers: tuple[UUID, UUID]) -> None:
    order(basket_of(offers[:1]))
    for minutes in (1, 2):
        order(basket_of(offers), at=now() + timedelta(minutes=minutes))
    order(basket_of(offers[1:]), at=now() + timedelta(minutes=3))
    late = now() + timedelta(minutes=10, seconds=30)
    with pytest.raises(TooManyHeld) as few:
        order(basket_of(offers[:1]), at=late)
    assert few.value.facts == {"seconds": 4 * 60 + 30, "minutes": 5}
    with pytest.raises(TooManyHeld) as many:
        order(basket_of(offers), at=late)
    assert many.value.facts == {"seconds": 5 * 60 + 30, "minutes": 6}, "ten less are not enough"


def test_a_network_of_many_lines_has_a_limit_of_its_own(
    offers: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "MOST_FROM_A_NETWORK", 50)
    lines = [Client(f"2001:db8:1:{line}::", "2001:db8:1::/48") for line in range(3)]
    for line in lines[:2]:
        order(basket_of(offers), line)
    with pytest.raises(TooManyHeld):
        order(basket_of(offers), lines[2])
    assert order(basket_of(offers), Client("2001:db8:2:1::", "2001:db8:2::/48")).order


def test_the_same_request_again_is_the_same_order_beyond_the_limit(
    offers: tuple[UUID, UUID],
) -> None:
    wish = basket_of(offers)
    placed = order(wish)
    for _ in range(2):
        order(basket_of(offers))
    assert order(wish).order.id == placed.order.id


def test_orders_at_once_from_one_client_are_counted_one_after_the_other(
    offers: tuple[UUID, UUID],
) -> None:
    wishes = [basket_of(offers) for _ in range(6)]

    def at_once(wish: tuple[UUID, str]) -> str:
        try:
            order(wish)
        except TooManyHeld as refusal:
            return refusal.code
        finally:
            connection.close()
        return "placed"

    with ThreadPoolExecutor(6) as crowd:
        said = Counter(crowd.map(at_once, wishes))
    assert said == {"placed": 3, "too_many_held": 3}


def test_the_table_names_nobody_and_forgets(offers: tuple[UUID, UUID]) -> None:
    order(basket_of(offers), Client("2001:db8:1:1::", "2001:db8:1::/48"))
    kept = " ".join(Hold.objects.values_list("client", flat=True))
    assert Hold.objects.count() == 2
    assert not says(kept, "2001")
    until = now() + timedelta(minutes=15)
    assert holding.forget_stale(until - timedelta(microseconds=1)) == 0
    assert holding.forget_stale(until) == 2
    assert not Hold.objects.exists()


def test_a_refused_order_notes_nothing(offers: tuple[UUID, UUID]) -> None:
    basket, _ = basket_of(offers)
    with pytest.raises(checkout.QuoteChanged):
        order((basket, "another"))
    assert not Hold.objects.exists()
