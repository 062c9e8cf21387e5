"""No public page says how much a seller has or sells; not by its text and not by its making."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reprise.checkout.models import MOST_OF_ONE
from reprise.discovery.actions import rebuild, refresh_seller
from reprise.discovery.models import Page, Shelf
from reprise.discovery.states import Criterion
from reprise.offers import actions as offers
from reprise.offers.actions import Reservation
from reprise.offers.models import Offer
from reprise.outbox.models import Event
from tests.cast import OfferCase, an_offer
from tests.moment import now
from tests.work import drain

pytestmark = pytest.mark.django_db

STOCK, ORDERS, FAULTS, SOLD = 1_234_567, 1_987_654_321, 123_456_789, 7_654_321


@pytest.fixture
def case() -> OfferCase:
    made = an_offer(stock=2, price=31200)
    for criterion in Criterion:
        made.seller.rates.create(criterion=criterion.value, orders=ORDERS, faults=FAULTS)
    rebuild(now())
    refresh_seller(made.seller.id, now())
    drain()
    return made


def public_pages(case: OfferCase) -> list[str]:
    product, variant = case.offer.variant.product, case.offer.variant
    api = f"/api/v1/markets/fr/variants/{variant.id}"
    return [
        "/fr-fr/",
        f"/fr-fr/categories/{product.category.slug}/",
        f"/fr-fr/categories/{product.category.slug}/?sort=price_asc",
        f"/fr-fr/products/{product.slug}/",
        f"/fr-fr/products/{product.slug}/{variant.slug}/?grade=good&from=fr",
        "/fr-fr/search/?q=iphone",
        "/fr-fr/how-we-rank/",
        "/api/v1/markets/fr/categories",
        "/api/v1/markets/fr/products",
        "/api/v1/markets/fr/products?text=iphone",
        f"/api/v1/markets/fr/products/{product.slug}",
        f"{api}/offers",
        f"{api}/grades/good/buybox",
        "/api/v1/ranking",
    ]


def written(number: int) -> list[str]:
    """A number as a page may write it."""
    grouped = f"{number:,}"
    return [str(number), grouped, *(grouped.replace(",", mark) for mark in ". \u00a0\u202f’")]


def test_no_count_stands_in_a_public_page_or_answer(case: OfferCase) -> None:
    Offer.objects.update(available=STOCK)
    Shelf.objects.update(orders_30d=SOLD, top_seller=True)
    Page.objects.all().delete()
    for path in public_pages(case):
        answer = Client().get(path)
        assert answer.status_code == 200, path
        text = answer.content.decode()
        for number in (STOCK, ORDERS, FAULTS, SOLD):
            assert not any(form in text for form in written(number)), (path, number)


def test_a_basket_tells_of_no_more_than_it_can_hold(case: OfferCase) -> None:
    Offer.objects.update(available=STOCK)
    buyer = Client()
    buyer.post("/fr-fr/basket/items/", {"offer": case.id, "quantity": MOST_OF_ONE})
    text = buyer.get("/fr-fr/basket/").content.decode()
    assert case.offer.variant.product.name in text
    assert not any(form in text for form in written(STOCK))
    more = buyer.post("/fr-fr/basket/items/", {"offer": case.id, "quantity": MOST_OF_ONE + 1})
    assert more.status_code == 422
    assert not any(form in more.content.decode() for form in written(STOCK))


def test_a_sale_that_leaves_some_makes_no_page_anew(case: OfferCase) -> None:
    """A page that is made takes longer than one that is stored: whoever polls would see sales."""
    Offer.objects.update(available=3)
    for path in public_pages(case):
        Client().get(path)
    kept, events = Page.objects.count(), Event.objects.count()
    assert kept >= 3
    lines = [uuid4(), uuid4()]
    offers.reserve([Reservation(case.seller.id, case.id, line) for line in lines], now())
    offers.release([Reservation(case.seller.id, case.id, lines[0])], now())
    offers.set_available(case.seller.id, case.id, expected=2, wanted=50, now=now())
    drain()
    assert Event.objects.count() == events
    assert Page.objects.count() == kept
    for page in Page.objects.all():
        with CaptureQueriesContext(connection) as statements:
            assert Client().get(page.path).status_code == 200
        assert len(statements) == 1, page.path
