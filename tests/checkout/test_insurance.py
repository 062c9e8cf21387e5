"""What insurers offer, and what a quote makes of it: nothing is insured that nobody asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as configured

from reprise.checkout import actions as checkout
from reprise.checkout.insurance import registry
from reprise.checkout.insurance.base import Insurer, Product, Tariff
from reprise.checkout.insurance.registry import INSURERS, offered
from reprise.checkout.insurance.sandbox import SANDBOX
from reprise.checkout.models import Basket
from reprise.checkout.queries import quote
from reprise.checkout.rules import Quote
from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.markets.queries import MARKETS
from reprise.orders.models import Order
from tests.cast import CONTACT, OfferCase, an_offer
from tests.moment import now

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 27)
LANGUAGES = {code for code, _ in configured.LANGUAGES}


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def each_tariff() -> list[tuple[str, Insurer, Product, Tariff]]:
    return [
        (market, insurer, product, tariff)
        for insurer in INSURERS.values()
        for market, product in insurer.products.items()
        for tariff in product.tariffs
    ]


@pytest.mark.parametrize("code", INSURERS)
def test_an_insurer_says_who_it_is(code: str) -> None:
    insurer = INSURERS[code]
    assert insurer.code == code
    for said in (
        insurer.name, insurer.legal_name, insurer.address, insurer.email, insurer.phone,
        insurer.register, insurer.register_number, insurer.supervisor,
    ):  # fmt: skip
        assert said
    assert set(insurer.products) <= set(MARKETS)


@pytest.mark.parametrize(("market", "insurer", "product", "tariff"), each_tariff())
def test_a_tariff_is_whole(market: str, insurer: Insurer, product: Product, tariff: Tariff) -> None:
    assert tariff.currency == MARKETS[market].currency
    assert tariff.months > 0
    assert tariff.excess >= 0
    assert tariff.perils
    assert len(set(tariff.perils)) == len(tariff.perils)
    bounds, premiums = zip(*tariff.bands, strict=True)
    assert list(bounds) == sorted(set(bounds))
    assert min(premiums) > 0
    assert all(premium < bound for bound, premium in tariff.bands)
    since = [each.since for each in product.tariffs]
    assert since == sorted(set(since), reverse=True), "the newest first"
    assert len({each.version for each in product.tariffs}) == len(product.tariffs)
    assert set(product.languages) <= LANGUAGES
    assert product.languages


@pytest.mark.parametrize(
    ("price", "premium"),
    [(1, 1990), (15000, 1990), (15001, 3490), (60000, 5490), (200000, 11990), (200001, None)],
)
def test_the_premium_goes_by_the_price_of_the_device(price: int, premium: int | None) -> None:
    policy = offered("fr", "fr", DAY, demo=True)
    assert policy
    assert policy.premium(eur(price)) == (None if premium is None else eur(premium))
    assert policy.premium(Money(price, "GBP")) is None


@pytest.mark.parametrize("market", MARKETS)
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_demonstration_is_offered_in_a_demo_and_nowhere_else(market: str, language: str) -> None:
    found = offered(market, language, DAY, demo=True)
    assert found
    assert found.insurer.demonstration
    assert offered(market, language, DAY, demo=False) is None


def a_real_one(**facts: Any) -> Insurer:
    product = SANDBOX.products["fr"]
    informed = replace(
        product, languages=("fr",), document="https://insurer.example/{language}.pdf"
    )
    return replace(
        SANDBOX, **({"code": "real", "demonstration": False, "products": {"fr": informed}} | facts)
    )


def test_a_real_insurer_is_offered_where_it_informs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(INSURERS, "real", a_real_one())
    found = offered("fr", "fr", DAY, demo=False)
    assert found
    assert found.insurer.code == "real"
    assert found.document == "https://insurer.example/fr.pdf"
    assert offered("fr", "en", DAY, demo=False) is None, "nobody agrees to what they cannot read"
    assert offered("be", "fr", DAY, demo=False) is None
    demonstration = offered("fr", "fr", DAY, demo=True)
    assert demonstration
    assert demonstration.insurer.code == "sandbox"


def test_a_real_insurer_without_a_document_cannot_be_entered() -> None:
    with pytest.raises(ValueError, match="informs by a document"):
        a_real_one(products=SANDBOX.products)


def test_the_tariff_is_the_one_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    (old,) = SANDBOX.products["fr"].tariffs
    new = replace(old, since=DAY, version="2026-11", bands=((200000, 100),))
    monkeypatch.setitem(INSURERS, "sandbox", sold_by(new, old))
    versions = [
        found.tariff.version
        for day in (DAY - timedelta(days=1), DAY)
        if (found := offered("fr", "fr", day, demo=True))
    ]
    assert versions == ["2026-01", "2026-11"]
    assert offered("fr", "fr", old.since - timedelta(days=1), demo=True) is None


def sold_by(*tariffs: Tariff) -> Insurer:
    product = replace(SANDBOX.products["fr"], tariffs=tariffs)
    return replace(SANDBOX, products={"fr": product})


def basket_of(case: OfferCase, quantity: int) -> Basket:
    basket, _ = checkout.open_basket("fr", now())
    checkout.put(basket, case.id, quantity, now())
    return basket


def quoted(basket: Basket, wanted: Any = None) -> Quote:
    return quote(basket, "fr", now(), insured=wanted)


def test_a_quote_itemises_the_insured_devices() -> None:
    """312.00 is insured for 54.90; two of three."""
    case = an_offer(price=31200, shipping=490)
    found = quoted(basket_of(case, 3), {case.id: {1, 3}})
    assert found.insurance == eur(2 * 5490)
    assert found.total == eur(3 * 31200 + 490 + 399 + 2 * 5490)
    assert found.items == eur(3 * 31200)
    assert found.sellers[0].items == eur(3 * 31200), "the seller's price is not touched"


@pytest.mark.parametrize(
    "wanted", [None, {}, {new_id(): {1}}, "none of it", "zero", "too many", "negative"]
)
def test_nothing_is_insured_that_was_not_ticked(wanted: Any) -> None:
    case = an_offer()
    ways: dict[str, dict[UUID, Collection[int]]] = {
        "none of it": {case.id: set()},
        "zero": {case.id: {0}},
        "too many": {case.id: {3, 9999}},
        "negative": {case.id: {-1}},
    }
    basket = basket_of(case, 2)
    found = quoted(basket, ways.get(wanted) if isinstance(wanted, str) else wanted)
    assert not found.insurance
    assert found.fingerprint == quoted(basket).fingerprint


def test_a_device_that_is_too_dear_is_not_insured() -> None:
    case = an_offer(price=200001)
    found = quoted(basket_of(case, 1), {case.id: {1}})
    assert not found.insurable
    assert not found.insurance
    assert found.total == eur(200001 + 399)


def test_the_fingerprint_covers_what_is_insured_and_on_which_terms(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = an_offer(), an_offer()
    basket, _ = checkout.open_basket("fr", now())
    for case in (one, two):
        checkout.put(basket, case.id, 2, now())
    (tariff,) = SANDBOX.products["fr"].tariffs

    def seen() -> list[str]:
        return [
            quoted(basket, wanted).fingerprint
            for wanted in ({}, {one.id: {1}}, {one.id: {1, 2}}, {two.id: {1}})
        ]

    prints = seen()
    assert len(set(prints)) == 4
    assert quoted(basket, {one.id: {2}}).fingerprint == prints[1], "devices of one offer are alike"
    for changed in (
        sold_by(replace(tariff, bands=((200000, 5491),))),
        sold_by(replace(tariff, months=24)),
        sold_by(replace(tariff, excess=5000)),
        sold_by(replace(tariff, perils=("breakage",))),
        sold_by(replace(tariff, version="2026-02")),
        replace(SANDBOX, legal_name="Somebody else"),
    ):
        monkeypatch.setitem(registry.INSURERS, "sandbox", changed)
        then = seen()
        assert then[0] == prints[0], "who insures nothing agrees to nothing"
        assert not set(then[1:]) & set(prints)


def ordered(basket: Basket, seen: str, insured: Any, key: str = "one") -> Any:
    return checkout.place_order(
        basket_id=basket.id,
        language="fr",
        contact=CONTACT,
        method="card",
        fingerprint=seen,
        request_key=key,
        now=now(),
        insured=insured,
    )


def test_a_premium_that_changed_is_not_ordered(monkeypatch: pytest.MonkeyPatch) -> None:
    case = an_offer()
    basket, wanted = basket_of(case, 1), {case.id: {1}}
    seen = quoted(basket, wanted).fingerprint
    (tariff,) = SANDBOX.products["fr"].tariffs
    dearer = sold_by(replace(tariff, bands=((200000, 5491),)))
    monkeypatch.setitem(registry.INSURERS, "sandbox", dearer)
    with pytest.raises(checkout.QuoteChanged):
        ordered(basket, seen, wanted)
    assert not Order.objects.exists()
    monkeypatch.setitem(registry.INSURERS, "sandbox", SANDBOX)
    assert ordered(basket, seen, wanted).order.insurance == 5490


def test_what_the_page_did_not_show_is_not_insured_or_left_out() -> None:
    case = an_offer()
    basket, wanted = basket_of(case, 1), {case.id: {1}}
    with pytest.raises(checkout.QuoteChanged):
        ordered(basket, quoted(basket).fingerprint, wanted)
    with pytest.raises(checkout.QuoteChanged):
        ordered(basket, quoted(basket, wanted).fingerprint, {})
    assert not Order.objects.exists()


def test_outside_a_demo_nothing_can_be_insured(settings: Any) -> None:
    settings.DEMO = False
    case = an_offer()
    basket = basket_of(case, 1)
    found = quoted(basket, {case.id: {1}})
    assert found.policy is None
    assert not found.insurance
    placed = ordered(basket, found.fingerprint, {case.id: {1}})
    assert placed.order.insurance == 0
    assert placed.order.total == 31200 + 399


def test_the_same_request_again_is_the_same_insurance() -> None:
    case = an_offer()
    basket, wanted = basket_of(case, 1), {case.id: {1}}
    seen = quoted(basket, wanted).fingerprint
    first, second = (ordered(basket, seen, wanted) for _ in range(2))
    assert first == second
    assert Order.objects.get().insurance == 5490
