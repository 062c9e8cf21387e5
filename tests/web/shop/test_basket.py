"""The basket: filled and emptied by forms, honest about what changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from reprise.checkout.actions import basket
from reprise.checkout.models import Basket, BasketItem
from reprise.offers.models import MarketOffer, Offer
from reprise.privacy.actions import brake
from reprise.wiring import sweeps
from tests.cast import an_offer
from tests.web.shop.conftest import put

pytestmark = pytest.mark.django_db


def text(client: Client, locale: str = "fr-fr") -> str:
    html = client.get(f"/{locale}/basket/").content.decode()
    return html.replace("\u202f", " ").replace("\xa0", " ")


def test_the_cookie_comes_with_the_first_thing_put_in(client: Client) -> None:
    answer = put(client, an_offer())
    assert answer.status_code == 303
    assert answer["Location"] == "/fr-fr/basket/"
    cookie = answer.cookies["basket"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert set(answer.cookies) == {"basket"}
    assert not put(client, an_offer()).cookies
    assert BasketItem.objects.count() == 2
    assert Basket.objects.count() == 1


def test_it_shows_the_whole_price(client: Client) -> None:
    put(client, an_offer(price=31200, shipping=490), 2)
    html = text(client)
    for amount in ("624,00 €", "2 × 312,00 €", "4,90 €", "3,99 €", "632,89 €"):
        assert amount in html


def test_the_same_basket_in_another_language(client: Client) -> None:
    put(client, an_offer(market="be"), locale="fr-be")
    assert "€ 312,00" in text(client, "nl-be")


def test_quantities_change_and_zero_takes_out(client: Client) -> None:
    offer = an_offer(stock=20)
    put(client, offer)
    put(client, offer, 3)
    assert BasketItem.objects.get().quantity == 3
    put(client, offer, 0)
    assert "Votre panier est vide" in text(client)


@pytest.mark.parametrize("quantity", [-1, 11, "", "x", "1.5", "٣", 10**30])
def test_a_quantity_that_cannot_be_is_refused(client: Client, quantity: object) -> None:
    offer = an_offer()
    put(client, offer, 2)
    answer = put(client, offer, quantity)
    assert answer.status_code == 422
    assert "de 1 à 10 exemplaires" in answer.content.decode()
    assert BasketItem.objects.get().quantity == 2


def test_a_basket_has_an_end(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at it prices and shows all that is in it."""
    monkeypatch.setattr(basket, "MOST_OFFERS", 3)
    offers = [an_offer(stock=5) for _ in range(4)]
    for offer in offers[:3]:
        assert put(client, offer).status_code == 303
    answer = put(client, offers[3])
    assert answer.status_code == 422
    assert "3 appareils différents" in answer.content.decode()
    assert BasketItem.objects.count() == 3
    assert put(client, offers[0], 2).status_code == 303, "what is in it may change"
    assert put(client, offers[1], 0).status_code == 303
    assert put(client, offers[3]).status_code == 303
    assert BasketItem.objects.count() == 3


def test_a_basket_is_forgotten_when_no_browser_opens_it_any_more(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the privacy page says; anybody can have baskets opened, and they would fill the disk."""
    put(client, an_offer())
    assert client.cookies["basket"]["max-age"] == 30 * 24 * 3600
    opened = Basket.objects.get().updated_at
    monkeypatch.setattr(brake, "stops", lambda at: "")
    for days in (0, 30):
        sweeps.every(opened + timedelta(days=days), sweeps.NIGHTLY)
        assert BasketItem.objects.count() == 1
    sweeps.every(opened + timedelta(days=31, seconds=1), sweeps.NIGHTLY)
    assert not BasketItem.objects.exists()
    assert not Basket.objects.exists()
    assert "Votre panier est vide" in text(client)


def test_a_refused_first_wish_leaves_nothing(client: Client) -> None:
    answer = put(client, an_offer(), 11)
    assert answer.status_code == 422
    assert not answer.cookies
    assert Basket.objects.count() == 0
    assert put(client, an_offer(), 0).status_code == 302
    assert Basket.objects.count() == 0


@pytest.mark.parametrize("offer", ["", "x", "01a20056-34b4-7634-95c2-daf0b2ab7a32", "%00"])
def test_an_unknown_offer_is_refused_in_words(client: Client, offer: str) -> None:
    answer = client.post("/fr-fr/basket/items/", {"offer": offer, "quantity": 1})
    assert answer.status_code == 404
    assert "n’est plus proposé ici" in answer.content.decode()
    assert not answer.cookies


def test_another_market_s_offer_is_refused(client: Client) -> None:
    answer = put(client, an_offer(market="de"))
    assert answer.status_code == 404
    assert BasketItem.objects.count() == 0
    assert Basket.objects.count() == 0


def test_another_market_s_basket_is_not_opened(client: Client) -> None:
    put(client, an_offer(market="fr"))
    assert "leer" in text(client, "de-de")


def test_a_changed_price_is_told(client: Client) -> None:
    offer = an_offer(price=31200)
    put(client, offer)
    MarketOffer.objects.update(price_minor=32200)
    html = text(client)
    assert "Le prix était de 312,00 €" in html
    assert "322,00 €" in html


def test_a_shortage_is_told_and_stops_the_checkout(client: Client) -> None:
    put(client, an_offer(stock=1), 2)
    html = text(client)
    assert "Il n’en reste que 1" in html
    assert 'href="/fr-fr/checkout/"' not in html
    assert client.get("/fr-fr/checkout/")["Location"] == "/fr-fr/basket/"


def test_what_is_sold_out_is_told(client: Client) -> None:
    put(client, an_offer(stock=0))
    assert "Épuisé" in text(client)


def test_what_is_not_offered_any_more_is_named_and_costs_nothing(client: Client) -> None:
    gone = an_offer(price=11100)
    put(client, gone)
    put(client, an_offer(price=31200))
    Offer.objects.filter(id=gone.id).update(active=False)
    html = text(client)
    assert "Plus proposé" in html
    assert "111,00 €" not in html
    assert "315,99 €" in html
    put(client, gone, 0)
    assert "Plus proposé" not in text(client)


def test_a_basket_takes_few_statements(client: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(3):
        put(client, an_offer())
    with django_assert_max_num_queries(7):
        client.get("/fr-fr/basket/")


@pytest.mark.parametrize("path", ["basket/items/", "checkout/"])
def test_only_the_methods_that_mean_something(client: Client, path: str) -> None:
    assert client.put(f"/fr-fr/{path}").status_code == 405
    assert client.get("/fr-fr/basket/items/").status_code == 405
