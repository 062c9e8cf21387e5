"""Each parcel goes as its buyer chose: to the door, or to a point of its carrier there."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from reprise.checkout import actions, queries
from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.offers.models import MarketOffer
from reprise.orders.models import Contact, DeliveryPoint, Line, Order, SellerOrder
from reprise.sellers.models import Seller, ShippingMethod
from reprise.shipping.points import BadPostcode, CarrierUnavailable, PickupPoint
from reprise.web.shop import parcels
from tests.cast import CONTACT, OfferCase, a_seller, an_offer
from tests.moment import now
from tests.web.shop.conftest import order_form, plain, put

pytestmark = pytest.mark.django_db


def to_a_point(seller: Seller, price: int = 290, market: str = "fr", **facts: Any) -> None:
    ShippingMethod.objects.create(
        seller=seller,
        market=market,
        code="point",
        kind="point",
        price_minor=price,
        currency="EUR",
        **({"carrier": "sandbox", "days_min": 2, "days_max": 4} | facts),
    )


def a_case(**facts: Any) -> OfferCase:
    """An offer at 312.00 with 4.90 to the door and 2.90 to a point."""
    case = an_offer(**{"shipping": 490, **facts})
    to_a_point(case.seller)
    return case


def sent(client: Client, case: OfferCase, **changes: str) -> Any:
    """The checkout's form with these changes; names of fields about the parcel get its seller."""
    fields = {
        (f"{name}-{case.seller.id}" if name in {"method_", "near", "point"} else name): value
        for name, value in changes.items()
    }
    fields = {name.replace("method_-", "method-"): value for name, value in fields.items()}
    return client.post("/fr-fr/checkout/", order_form(client) | fields)


def test_without_a_choice_a_parcel_goes_to_the_door(client: Client) -> None:
    case = a_case()
    put(client, case)
    assert sent(client, case).status_code == 303
    contract = SellerOrder.objects.get()
    assert (contract.kind, contract.shipping) == ("home", 490)
    assert not DeliveryPoint.objects.exists()


def test_a_parcel_goes_to_the_point_that_was_picked(client: Client, carrier: Any) -> None:
    case = a_case()
    put(client, case)
    shown = sent(client, case, method_="point", near="75011", look="1")
    html = plain(shown.content.decode())
    assert shown.status_code == 200
    assert not Order.objects.exists(), "looking at points orders nothing"
    assert 'value="Camille Exemple"' in html, "what was typed stays"
    assert "75011-2" in html
    assert "318,89 €" in html, "312.00 + 2.90 + 3.99"
    form = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))
    answer = client.post(
        "/fr-fr/checkout/",
        order_form(client)
        | {name: unescape(value) for name, value in form.items()}
        | {
            f"method-{case.seller.id}": "point",
            f"near-{case.seller.id}": "75011",
            f"point-{case.seller.id}": "75011-2",
        },
    )
    assert answer.status_code == 303, answer.content.decode()
    contract = SellerOrder.objects.get()
    assert (contract.kind, contract.method, contract.shipping) == ("point", "point", 290)
    assert (contract.days_min, contract.days_max) == (2, 4)
    assert Line.objects.get().shipping == 290
    found = DeliveryPoint.objects.get(seller_order=contract)
    assert (found.carrier, found.code, found.country) == ("sandbox", "75011-2", "FR")
    assert Order.objects.get().total == 31200 + 290 + 399


@pytest.mark.parametrize("fault", [None, CarrierUnavailable(), BadPostcode(postcode="7501X")])
def test_a_carrier_is_asked_once_however_many_sellers_send_by_it(
    client: Client, monkeypatch: pytest.MonkeyPatch, fault: Refusal | None
) -> None:
    """One that is silent keeps a page waiting for three seconds, not for three a seller."""
    asked: list[str] = []

    def points_near(carrier: str, country: str, near: str) -> list[PickupPoint]:
        asked.append(near)
        if fault:
            raise fault
        return [PickupPoint("P-1", carrier, "Kiosk", "1 rue", near, "Paris", country, ())]

    monkeypatch.setattr(parcels, "points_near", points_near)
    cases = [a_case() for _ in range(3)]
    for case in cases:
        put(client, case)
    form = order_form(client) | {"look": "1", "postcode": "75011"}
    for case in cases:
        form[f"method-{case.seller.id}"] = "point"
    html = client.post("/fr-fr/checkout/", form).content.decode()
    assert asked == ["75011"]
    assert html.count("P-1") >= (0 if fault else 3)
    form[f"near-{cases[2].seller.id}"] = "69001"
    asked.clear()
    client.post("/fr-fr/checkout/", form)
    silent = isinstance(fault, CarrierUnavailable)
    assert sorted(asked) in ([["75011"], ["69001"]] if silent else [["69001", "75011"]])


def test_another_way_without_a_new_look_is_not_ordered(client: Client) -> None:
    """The total on the page was another one."""
    case = a_case()
    ShippingMethod.objects.create(
        seller=case.seller, market="fr", code="express", kind="home", carrier="sandbox",
        price_minor=990, currency="EUR", days_min=1, days_max=1,
    )  # fmt: skip
    put(client, case)
    refused = sent(client, case, method_="express", seen=seen(client, 32089))
    html = plain(refused.content.decode())
    assert refused.status_code == 409
    assert not Order.objects.exists()
    assert "Livraison par Atelier Rhône : 9,90 € au lieu de 4,90 €" in html
    assert "Total à payer : 325,89 € au lieu de 320,89 €" in html


def test_a_point_is_needed_for_a_parcel_to_one(client: Client, carrier: Any) -> None:
    case = a_case()
    put(client, case)
    for changes in (
        {"method_": "point"},
        {"method_": "point", "near": "75011"},
        {"method_": "point", "near": "75011", "point": "no-such-point"},
    ):
        refused = sent(client, case, **changes)
        assert refused.status_code == 422
        assert "Choisissez le point relais" in refused.content.decode()
    assert not Order.objects.exists()


def test_a_postcode_of_nowhere_is_said_beside_its_field(client: Client, carrier: Any) -> None:
    case = a_case()
    put(client, case)
    html = sent(client, case, method_="point", near="1012 AB", look="1").content.decode()
    assert f'id="near-{case.seller.id}-problem"' in html


def test_without_its_carrier_the_door_is_still_open(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reprise.shipping.carriers.registry import carrier as adapter

    monkeypatch.setenv("CARRIER_URL", "http://127.0.0.1:9")
    adapter.cache_clear()
    case = a_case()
    put(client, case)
    html = sent(client, case, method_="point", near="75011", look="1").content.decode()
    assert f'id="near-{case.seller.id}-problem"' in html
    assert sent(client, case, method_="point", near="75011", point="75011-1").status_code == 503
    assert not Order.objects.exists()
    assert sent(client, case, method_="home").status_code == 303
    adapter.cache_clear()


HERE = PickupPoint("75011-1", "sandbox", "Sandbox point 1", "Street 1", "75011", "Paris", "FR", ())


def placed(case: OfferCase, delivery: actions.Delivery, **chosen: str) -> Any:
    basket, _ = actions.open_basket("fr", now())
    actions.put(basket, case.id, 1, now())
    codes = {case.seller.id: chosen.get("seen", delivery.method)}
    return actions.place_order(
        basket_id=basket.id,
        language="fr",
        contact=CONTACT,
        method="card",
        fingerprint=queries.quote(basket, "fr", now(), chosen=codes).fingerprint,
        request_key=basket.id.hex,
        now=now(),
        deliveries={case.seller.id: delivery},
    )


@pytest.mark.parametrize(
    ("delivery", "refusal"),
    [
        (actions.Delivery("point"), actions.NoPoint),
        (actions.Delivery("home", HERE), actions.BadDelivery),
        (actions.Delivery("no-such-method"), actions.BadDelivery),
        (
            actions.Delivery("point", PickupPoint("1", "pigeon", "", "", "", "", "FR", ())),
            actions.BadDelivery,
        ),
        (
            actions.Delivery("point", PickupPoint("1", "sandbox", "", "", "", "", "BE", ())),
            actions.BadDelivery,
        ),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(
    delivery: actions.Delivery, refusal: type[Exception]
) -> None:
    case = a_case(stock=1)
    with pytest.raises(refusal):
        placed(case, delivery)
    assert not Order.objects.exists()
    assert case.available() == 1


def test_the_way_of_delivery_is_part_of_what_is_agreed() -> None:
    """Even when it costs the same and takes as long."""
    case = an_offer(shipping=490)
    to_a_point(case.seller, price=490, days_min=1, days_max=2)
    with pytest.raises(actions.QuoteChanged):
        placed(case, actions.Delivery("point", HERE), seen="home")


def test_two_sellers_each_send_their_parcel_their_way() -> None:
    first, second = a_case(), a_case(seller=a_seller("Maas Refurb", "FR"))
    basket, _ = actions.open_basket("fr", now())
    for case, quantity in ((first, 2), (second, 1)):
        actions.put(basket, case.id, quantity, now())
    chosen = {first.seller.id: "point", second.seller.id: "home"}
    quote = queries.quote(basket, "fr", now(), chosen=chosen)
    actions.place_order(
        basket_id=basket.id,
        language="fr",
        contact=CONTACT,
        method="card",
        fingerprint=quote.fingerprint,
        request_key="both",
        now=now(),
        deliveries={
            first.seller.id: actions.Delivery("point", HERE),
            second.seller.id: actions.Delivery("home"),
        },
    )
    contracts = {row.seller_id: row for row in SellerOrder.objects.all()}
    assert contracts[first.seller.id].shipping == 290
    assert contracts[second.seller.id].shipping == 490
    assert [row.seller_order_id for row in DeliveryPoint.objects.all()] == [
        contracts[first.seller.id].id
    ]
    for contract in contracts.values():
        assert sum(line.shipping for line in contract.lines.all()) == contract.shipping
        assert contract.promised_by is not None
    assert Order.objects.get().total == 3 * 31200 + 290 + 490 + 399


@pytest.mark.parametrize(("market", "cents"), [("fr", 840), ("be", 0)])
def test_the_levy_of_each_device_is_written_down(market: str, cents: int) -> None:
    """8.40 for a phone above 64 GB in France (decision 23, table of refurbished phones)."""
    case = an_offer(market=market)
    basket, _ = actions.open_basket(market, now())
    actions.put(basket, case.id, 2, now())
    quote = queries.quote(basket, market, now())
    assert quote.levy == Money(2 * cents, "EUR")
    assert quote.total == Money(2 * 31200 + 399, "EUR"), "the levy is in the price, not on it"
    actions.place_order(
        basket_id=basket.id,
        language="fr",
        contact=CONTACT,
        method="card",
        fingerprint=quote.fingerprint,
        request_key="levy",
        now=now(),
    )
    assert set(Line.objects.values_list("levy", flat=True)) == {cents}


def test_the_levy_is_shown_before_the_order(client: Client) -> None:
    put(client, an_offer())
    for path in ("basket", "checkout"):
        assert "8,40 €" in plain(client.get(f"/fr-fr/{path}/").content.decode())
    client.cookies.clear()
    put(client, an_offer(market="be"), locale="fr-be")
    assert "Rémunération" not in client.get("/fr-be/checkout/").content.decode()


def test_a_changed_price_is_said_with_the_old_one(client: Client) -> None:
    case = an_offer()
    put(client, case)
    form = order_form(client)
    form["seen"] = seen(client, 31599)
    MarketOffer.objects.update(price_minor=29900)
    refused = client.post("/fr-fr/checkout/", form)
    html = plain(refused.content.decode())
    assert refused.status_code == 409
    assert "iPhone 13, 128 Go, Minuit : 299,00 € au lieu de 312,00 €" in html
    assert "Total à payer : 302,99 € au lieu de 315,99 €" in html


@pytest.mark.parametrize(
    "forged", ["", "no json", "[]", "{}", '{"items": 1, "parcels": {}, "total": "x"}', "null"]
)
def test_a_page_that_says_nonsense_of_itself_is_answered(client: Client, forged: str) -> None:
    put(client, an_offer())
    form = order_form(client) | {"seen": forged, "fingerprint": "another"}
    assert client.post("/fr-fr/checkout/", form).status_code == 409


def seen(client: Client, total: int) -> str:
    html = client.get("/fr-fr/checkout/").content.decode()
    found = re.search(r'name="seen" value="([^"]*)"', html)
    assert found
    assert json.loads(unescape(found[1]))["total"] == total
    return unescape(found[1])


def test_the_title_is_in_the_language_of_the_order(client: Client) -> None:
    put(client, an_offer())
    assert client.post("/fr-fr/checkout/", order_form(client)).status_code == 303
    assert Line.objects.get().title == "iPhone 13, 128 Go, Minuit"


def test_a_quote_and_an_order_take_few_statements(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    put(client, a_case())
    with django_assert_max_num_queries(2):
        client.get("/fr-fr/checkout/")
    form = order_form(client)
    # Two of them are savepoints, and two look at the payment that is to be started.
    with django_assert_max_num_queries(23):
        assert client.post("/fr-fr/checkout/", form).status_code == 303
    assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    ("locale", "says"),
    [
        ("fr-fr", "Saisissez le code postal près duquel"),
        ("en-fr", "Enter the postcode near which you want to pick the parcel up."),
    ],
)
def test_points_without_a_postcode_are_asked_for_at_the_field(
    client: Client, locale: str, says: str
) -> None:
    case = a_case()
    put(client, case, locale=locale)
    form = {"look": "1", f"method-{case.seller.id}": "point"}
    html = client.post(f"/{locale}/checkout/", form).content.decode()
    field = f'id="near-{case.seller.id}"'
    assert f'id="near-{case.seller.id}-problem">{says}' in html
    assert re.search(rf'{field}[^>]*aria-invalid="true"[^>]*aria-describedby="near-', html)
    assert not Order.objects.exists()


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("nl", "Vul de postcode in waarbij"),
        ("de", "Geben Sie die Postleitzahl ein, in deren Nähe"),
    ],
)
def test_so_it_is_in_the_other_languages(language: str, says: str) -> None:
    with translation.override(language):
        said = translation.gettext("Enter the postcode near which you want to pick the parcel up.")
    assert said.startswith(says)
