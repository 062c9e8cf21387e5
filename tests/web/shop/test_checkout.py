"""The checkout: nothing typed is lost, nothing is ordered twice, nothing unseen is ordered."""

from __future__ import annotations

import unicodedata
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from reprise.checkout import holding
from reprise.offers.models import MarketOffer
from reprise.orders.models import Contact, Order
from reprise.payments.models import Payment
from reprise.web.shop import forms
from tests.cast import an_offer
from tests.web.shop.conftest import order_form, put

pytestmark = pytest.mark.django_db

BUTTONS = {
    "fr-fr": "commande avec obligation de paiement",
    "fr-be": "commande avec obligation de paiement",
    "nl-be": "bestelling met betalingsverplichting",
    "nl-nl": "bestelling met betalingsverplichting",
    "de-de": "zahlungspflichtig bestellen",
    "en-de": "order with obligation to pay",
}


@pytest.mark.parametrize(("locale", "label"), BUTTONS.items())
def test_the_button_has_the_words_of_the_law_and_no_others(
    client: Client, locale: str, label: str
) -> None:
    put(client, an_offer(market=locale[-2:]), locale=locale)
    html = client.get(f"/{locale}/checkout/").content.decode()
    assert f'<button class="btn order">{label}</button>' in html
    assert html.count("<button") == 3  # the search's, the new total's and this one


@pytest.mark.parametrize(
    ("locale", "methods"),
    [("fr-fr", ["card"]), ("nl-be", ["card", "bancontact"]), ("nl-nl", ["ideal", "card"])],
)
def test_a_country_s_ways_to_pay(client: Client, locale: str, methods: list[str]) -> None:
    put(client, an_offer(market=locale[-2:]), locale=locale)
    html = client.get(f"/{locale}/checkout/").content.decode()
    assert [m for m in ("ideal", "card", "bancontact") if f'value="{m}"' in html] == sorted(
        methods, key=["ideal", "card", "bancontact"].index
    )


def test_an_order_leads_to_its_payment(client: Client) -> None:
    put(client, an_offer(shipping=490))
    answer = client.post("/fr-fr/checkout/", order_form(client))
    order = Order.objects.get()
    assert answer.status_code == 303
    assert answer["Location"].startswith(f"/fr-fr/orders/{order.reference}/")
    assert answer["Location"].endswith("/payment/")
    assert order.total == 31200 + 490 + 399
    assert order.language == "fr"
    contact = Contact.objects.get()
    assert (contact.name, contact.town, contact.country) == ("Camille Exemple", "Lyon", "FR")
    assert Payment.objects.get().method == "card"
    assert "Votre panier est vide" in client.get("/fr-fr/basket/").content.decode()


def test_the_same_page_sent_twice_is_one_order(client: Client) -> None:
    put(client, an_offer())
    form = order_form(client)
    first, second = (client.post("/fr-fr/checkout/", form) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Order.objects.count() == 1
    assert Payment.objects.count() == 1


def test_a_new_page_with_an_ordered_basket_orders_nothing(client: Client) -> None:
    put(client, an_offer())
    form = order_form(client)
    client.post("/fr-fr/checkout/", form)
    answer = client.post("/fr-fr/checkout/", {**form, "request_key": str(uuid4())})
    assert answer.status_code == 409
    assert "déjà été commandé" in answer.content.decode()
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("name", "", "Saisissez le prénom et le nom"),
        ("name", "x" * 121, "120 caractères"),
        ("email", "camille", "une adresse avec un @"),
        ("phone", "call me", "des chiffres et des espaces"),
        ("street", " \u200b ", "la rue et le numéro"),
        ("postcode", "1000", "un code postal du pays"),
        ("town", "", "la ville"),
        ("method", "", "moyen de paiement"),
        ("method", "bancontact", "moyen de paiement"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_what_was_typed_stays(
    client: Client, name: str, value: str, says: str
) -> None:
    put(client, an_offer())
    form = order_form(client, **{"town": "Saint-Étienne", name: value})
    answer = client.post("/fr-fr/checkout/", form)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#{name}"' in html
    assert f'id="{name}-error"' in html
    assert html.count(says) == 2  # in the summary and beside the field
    assert 'value="camille@buyer.example"' in html or name == "email"
    assert 'value="Saint-Étienne"' in html or name == "town"
    assert form["request_key"] in html
    assert Order.objects.count() == 0


def test_hostile_input_is_shown_as_text(client: Client) -> None:
    put(client, an_offer())
    hostile = '"><script>alert(1)</script>'
    html = client.post(
        "/fr-fr/checkout/", order_form(client, name=hostile, town="")
    ).content.decode()
    assert "<script" not in html
    assert "&#34;&gt;&lt;script&gt;" in html


def test_what_cannot_be_stored_is_cleaned(client: Client) -> None:
    put(client, an_offer())
    client.post("/fr-fr/checkout/", order_form(client, name="Camille\u202e  Ex\nemple"))
    assert Contact.objects.get().name == "Camille Ex emple"


@pytest.mark.parametrize("field", ["name", "email", "phone", "street", "postcode", "town"])
def test_a_letter_with_many_marks_holds_nobody_up(
    client: Client, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """A hundred kilobytes of them took seconds, in which the process served nobody else."""
    composed: list[int] = []

    def normalize(form: str, text: str) -> str:
        composed.append(len(text))
        return unicodedata.normalize(form, text)

    monkeypatch.setattr(forms, "unicodedata", SimpleNamespace(
        normalize=normalize, category=unicodedata.category
    ))  # fmt: skip
    put(client, an_offer())
    marks = "a" + "\u0300\u0316" * 2_000
    answer = client.post("/fr-fr/checkout/", order_form(client, **{field: marks}))
    assert answer.status_code == 422
    assert max(composed) <= 1_000


def test_a_price_that_changed_meanwhile_is_shown_first(client: Client) -> None:
    put(client, an_offer())
    form = order_form(client)
    MarketOffer.objects.update(price_minor=35000)
    answer = client.post("/fr-fr/checkout/", form)
    html = answer.content.decode().replace("\xa0", " ").replace("\u202f", " ")
    assert answer.status_code == 409
    assert "Rien n’a été commandé" in html
    assert "353,99 €" in html
    assert 'value="Camille Exemple"' in html
    assert form["fingerprint"] not in html
    assert form["request_key"] in html
    assert Order.objects.count() == 0
    again = client.post("/fr-fr/checkout/", order_form(client))
    assert again.status_code == 303


@pytest.mark.parametrize(
    "seen",
    [
        "null", "[]", '{"items":{},"parcels":{},"total":Infinity}',
        '{"items":{},"parcels":{},"total":1e999}', '{"items":{},"parcels":{},"total":NaN}',
        f'{{"items":{{}},"parcels":{{}},"total":{"9" * 4000}}}',
        f'{{"items":{{}},"parcels":{{}},"total":"{"9" * 5000}"}}',
        "[" * 100_000, '{"a":' * 50_000,
    ],
    ids=["null", "list", "infinity", "overflow", "nan", "4000", "5000", "brackets", "braces"],
)  # fmt: skip
def test_made_up_amounts_are_not_compared(client: Client, seen: str) -> None:
    put(client, an_offer())
    answer = client.post("/fr-fr/checkout/", order_form(client, seen=seen, fingerprint="other"))
    assert answer.status_code == 409
    assert not Order.objects.exists()


def test_stock_that_went_meanwhile_is_said(client: Client) -> None:
    case = an_offer(stock=1)
    put(client, case)
    form = order_form(client)
    rival = Client()
    put(rival, case)
    assert rival.post("/fr-fr/checkout/", order_form(rival)).status_code == 303
    answer = client.post("/fr-fr/checkout/", form)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "vient d’être vendu" in html
    assert 'value="Camille Exemple"' in html
    assert "btn order" not in html
    assert Order.objects.count() == 1


def test_an_empty_basket_has_no_checkout(client: Client) -> None:
    assert client.get("/fr-fr/checkout/")["Location"] == "/fr-fr/basket/"
    assert client.post("/fr-fr/checkout/", {}).status_code == 409


@pytest.mark.parametrize("key", ["", "x", "a" * 500])
def test_a_broken_request_key_orders_all_the_same(client: Client, key: str) -> None:
    put(client, an_offer())
    answer = client.post("/fr-fr/checkout/", order_form(client, request_key=key))
    assert answer.status_code == 303


def test_dutch_postcodes_are_written_one_way(client: Client) -> None:
    put(client, an_offer(market="nl"), locale="nl-nl")
    form = order_form(client, "nl-nl", postcode="1012ab", method="ideal")
    assert client.post("/nl-nl/checkout/", form).status_code == 303
    assert Contact.objects.get().postcode == "1012AB"


def test_a_checkout_takes_few_statements(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        put(client, an_offer())
    with django_assert_max_num_queries(13):
        client.get("/fr-fr/checkout/")


def test_an_address_that_cannot_be_compared_is_not_taken(client: Client) -> None:
    put(client, an_offer())
    answer = client.post("/fr-fr/checkout/", order_form(client, email="victim@gmaıl.com"))
    assert answer.status_code == 422
    assert "lettres simples" in answer.content.decode()


def test_who_holds_too_much_is_told_when_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client is who our proxy saw; the basket and what was typed stay."""
    monkeypatch.setattr(holding, "MOST_FROM_A_CLIENT", 2)
    case = an_offer(stock=9)
    for number, status in enumerate((303, 303, 429)):
        put(client, case)
        form = {**order_form(client), "email": f"buyer-{number}@buyer.example"}
        answer = client.post("/fr-fr/checkout/", form, REMOTE_ADDR="192.0.2.1")
        assert answer.status_code == status
    assert 14 * 60 < int(answer["Retry-After"]) <= 15 * 60
    html = answer.content.decode()
    assert "buyer-2@buyer.example" in html
    assert "15 min" in html.replace("\u202f", " ").replace("\xa0", " ")
    assert Order.objects.count() == 2
    assert client.post("/fr-fr/checkout/", form, REMOTE_ADDR="192.0.2.2").status_code == 303
