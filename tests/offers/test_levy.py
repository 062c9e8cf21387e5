"""A price contains the levy for private copying (S33), so it is no less: 8.40 EUR for a phone of
more than 64 GB in France, whoever sets it and however."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from reprise.checkout import actions as checkout
from reprise.checkout import queries
from reprise.kernel.money import Money
from reprise.offers import actions as offers
from reprise.offers.actions import MarketDraft, OfferDraft, PriceBelowLevy
from reprise.offers.models import MarketOffer, Offer
from reprise.offers.rules import levy_on
from reprise.orders.models import Order
from tests.cast import CONTACT, a_seller, a_variant, an_offer
from tests.moment import now
from tests.web.seller.room import clerk_of

pytestmark = pytest.mark.django_db
LEVY = 840


def test_what_a_phone_owes_in_france() -> None:
    owed = levy_on("smartphones", 128, "FR", date(2026, 1, 1))
    assert owed is not None
    assert owed.amount == Money(LEVY, "EUR")
    assert levy_on("smartphones", 128, "BE", date(2026, 1, 1)) is None


def test_a_price_below_the_levy_is_not_set() -> None:
    case = an_offer(price=31200)
    with pytest.raises(PriceBelowLevy) as refused:
        offers.set_price(case.seller.id, case.id, "fr", LEVY - 1, now())
    assert refused.value.facts["levy"] == Money(LEVY, "EUR")
    assert MarketOffer.objects.get(offer=case.offer).price_minor == 31200
    offers.set_price(case.seller.id, case.id, "fr", LEVY, now())
    assert MarketOffer.objects.get(offer=case.offer).price_minor == LEVY


def test_where_nothing_is_owed_any_price_is_set() -> None:
    belgian = an_offer(market="be")
    offers.set_price(belgian.seller.id, belgian.id, "be", 1, now())
    bare = an_offer(variant=a_variant(storage=0))
    offers.set_price(bare.seller.id, bare.id, "fr", 1, now())


def test_an_import_with_a_price_below_the_levy_lists_nothing() -> None:
    seller, phones = a_seller(), [a_variant(), a_variant()]
    drafts = [
        OfferDraft(
            seller_id=seller.id, variant_id=phone.id, grade="good", sku=f"SKU {price}",
            available=1, battery_min=85, accessories=(),
            markets=(MarketDraft("fr", Money(price, "EUR"), 24, "margin"),),
        )
        for phone, price in zip(phones, (LEVY, LEVY - 1), strict=True)
    ]  # fmt: skip
    with pytest.raises(PriceBelowLevy) as refused, transaction.atomic():
        offers.list_offers(drafts, now())
    assert refused.value.facts["sku"] == f"SKU {LEVY - 1}"
    assert not Offer.objects.exists()
    assert offers.list_offers(drafts[:1], now()) == 1


@pytest.mark.parametrize(("price", "sold"), [(LEVY - 1, False), (LEVY, True)])
def test_a_price_from_before_a_higher_tariff_is_not_ordered(price: int, sold: bool) -> None:
    case = an_offer(price=31200)
    MarketOffer.objects.filter(offer=case.offer).update(price_minor=price)
    basket, _ = checkout.open_basket("fr", now())
    checkout.put(basket, case.id, 1, now())
    wish = {
        "basket_id": basket.id, "language": "fr", "contact": CONTACT, "method": "card",
        "fingerprint": queries.quote(basket, "fr", now()).fingerprint, "request_key": "one",
        "now": now(),
    }  # fmt: skip
    if sold:
        assert checkout.place_order(**wish).order.items == price
        return
    with pytest.raises(checkout.PriceTooLow) as refused:
        checkout.place_order(**wish)
    assert "iPhone 13" in refused.value.facts["device"]
    assert not Order.objects.exists()
    assert case.available() == 5


@pytest.mark.parametrize(
    ("language", "levy"), [("en", "8.40 EUR"), ("de", "8,40 EUR"), ("fr", "8,40 EUR")]
)
def test_the_seller_reads_what_the_price_must_be_beside_it(language: str, levy: str) -> None:
    case = an_offer(price=31200)
    form = {"price-fr": "8.39", "view": "offer", "available": "3", "expected": "5"}
    answer = clerk_of(case.seller, language).post(f"/seller/offers/{case.id}/", form)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert levy in html
    assert 'value="8.39"' in html, "what was typed stays"
    assert MarketOffer.objects.get(offer=case.offer).price_minor == 31200
    assert case.available() == 5, "all of the form or nothing"
