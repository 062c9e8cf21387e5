"""Insurance at the checkout (S8): never chosen for anybody, always shown before it is ordered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.test import Client

from reprise.checkout.insurance.registry import INSURERS
from reprise.checkout.insurance.sandbox import SANDBOX
from reprise.markets.queries import LOCALES
from reprise.offers.models import MarketOffer
from reprise.orders.models import Line, Order
from reprise.payments.models import Part, Payment
from reprise.sellers.models import PLATFORM
from tests.cast import OfferCase, an_offer
from tests.web.seller.test_room import room_of
from tests.web.shop.conftest import ADDRESS, Buy, order_form, plain, put

pytestmark = pytest.mark.django_db
NOTHING = "/fr-fr/checkout/"
WORDS = ("ssurance", "ersicherung", "erzekering", "nsurance", "insure-")


def box(case: OfferCase, number: int = 1) -> str:
    return f"insure-{case.id}-{number}"


def form_of(html: str) -> dict[str, str]:
    """What a browser would send of the page: its hidden fields and what is ticked."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))
    ticked = re.findall(r'<input type="checkbox" name="([^"]+)" value="([^"]*)" checked', html)
    return ADDRESS | {name: unescape(value) for name, value in (*hidden.items(), *ticked)}


def post(client: Client, form: Mapping[str, str], locale: str = "fr-fr") -> tuple[int, str]:
    answer = client.post(f"/{locale}/checkout/", form)
    return answer.status_code, plain(answer.content.decode())


@pytest.mark.parametrize("locale", LOCALES)
def test_no_box_is_ticked_for_anybody(client: Client, locale: str) -> None:
    for _ in range(2):
        put(client, an_offer(market=locale[-2:]), 2, locale=locale)
    html = client.get(f"/{locale}/checkout/").content.decode()
    boxes = re.findall(r'<input type="checkbox"[^>]*>', html)
    assert len(boxes) == 4, "one a device"
    assert all('name="insure-' in each for each in boxes)
    assert not [each for each in boxes if "checked" in each or "required" in each]
    # A page that is sent as it came insures nothing.
    status, _ = post(client, order_form(client, locale, **ways(locale)), locale)
    assert status == 303
    order = Order.objects.get()
    assert (order.insurance, order.total) == (0, 4 * 31200 + 399)
    assert not Line.objects.exclude(premium=0, cover=None).exists()


def ways(locale: str) -> dict[str, str]:
    postcode = {"fr": "69001", "be": "1000", "nl": "1012 AB", "de": "10115"}[locale[-2:]]
    return {"postcode": postcode, "method": "card"}


@pytest.mark.parametrize(
    "value", ["", " ", "on", "1", "true", "YES", "no", "54.90", "sandbox", "yes yes"]
)
def test_a_value_that_is_not_yes_is_a_no(client: Client, value: str) -> None:
    case = an_offer()
    put(client, case)
    status, _ = post(client, order_form(client) | {box(case): value})
    assert status == 303
    assert Order.objects.get().insurance == 0


@pytest.mark.parametrize(
    "forged",
    [
        {"premium": "1"},
        {"insurance": "yes"},
        {"insure": "yes"},
        {"insure-": "yes"},
        {"insure--1": "yes"},
        {"insure-x-1": "yes"},
        {"insure-00000000-0000-7000-8000-000000000000-1": "yes"},
        {"insure-{id}": "yes"},
        {"insure-{id}-0": "yes"},
        {"insure-{id}-2": "yes"},
        {"insure-{id}--1": "yes"},
        {"insure-{id}-²": "yes"},
        {"insure-{id}-99999999999999999999": "yes"},
        {"premium-{id}-1": "yes", "product": "free"},
    ],
)
def test_a_forged_field_insures_nothing(client: Client, forged: dict[str, str]) -> None:
    case = an_offer()
    put(client, case)
    made_up = {name.replace("{id}", str(case.id)): value for name, value in forged.items()}
    status, _ = post(client, order_form(client) | made_up)
    assert status == 303
    assert Order.objects.get().insurance == 0


def test_a_forged_premium_beside_a_tick_changes_nothing(client: Client) -> None:
    case = an_offer()
    put(client, case)
    ticked = {box(case): "yes", "premium": "1", f"premium-{case.id}-1": "1", "version": "free"}
    _, html = post(client, order_form(client) | ticked | {"look": "1"})
    status, _ = post(client, form_of(html) | ticked)
    assert status == 303
    assert Line.objects.get().premium == 5490


def test_who_ticks_sees_the_new_total_before_anything_is_ordered(client: Client) -> None:
    """312.00 and the fee of 3.99; insured for 54.90."""
    case = an_offer()
    put(client, case)
    before = client.get(NOTHING).content.decode()
    assert "54,90 €" in plain(before)
    assert "370,89 €" not in plain(before)
    status, html = post(client, form_of(before) | {box(case): "yes"})
    assert status == 409
    assert not Order.objects.exists()
    assert "Rien n’a été commandé" in html
    assert "Assurance : iPhone 13, 128 Go, Minuit : 54,90 € au lieu de 0,00 €" in html
    assert "Total à payer : 370,89 € au lieu de 315,99 €" in html
    assert f'name="{box(case)}" value="yes" checked' in html, "what was ticked stays"
    status, _ = post(client, form_of(html))
    assert status == 303
    assert Order.objects.get().total == 37089
    assert Payment.objects.get().amount == 37089
    part = Part.objects.get(amount=5490)
    assert (part.seller_id, part.reference) == (PLATFORM, Line.objects.get().id)


def test_the_new_total_can_be_looked_at(client: Client) -> None:
    case = an_offer()
    put(client, case, 3)
    form = order_form(client) | {box(case, 2): "yes", "town": "", "look": "1"}
    status, html = post(client, form)
    assert status == 200
    assert "What" not in html
    assert f'name="{box(case, 2)}" value="yes" checked' in html
    assert html.count(" checked") - html.count('name="method"') == 1
    assert "994,89 €" in html, "3 x 312.00 + 54.90 + 3.99"
    assert 'value="Camille Exemple"' in html
    assert 'aria-invalid="true"' not in html
    status, _ = post(client, form_of(html))
    assert status == 303
    premiums = list(Line.objects.order_by("position").values_list("premium", flat=True))
    assert premiums == [0, 5490, 0], "the device that was ticked"


def test_a_mistake_keeps_what_was_ticked(client: Client) -> None:
    case = an_offer()
    put(client, case)
    status, html = post(client, order_form(client) | {box(case): "yes", "town": ""})
    assert status == 422
    assert f'name="{box(case)}" value="yes" checked' in html
    assert "370,89 €" in html


def test_who_unticks_is_not_insured(client: Client) -> None:
    case = an_offer()
    put(client, case)
    _, html = post(client, order_form(client) | {box(case): "yes", "look": "1"})
    form = form_of(html)
    del form[box(case)]
    status, html = post(client, form)
    assert status == 409
    assert "Assurance : iPhone 13, 128 Go, Minuit : 0,00 € au lieu de 54,90 €" in html
    status, _ = post(client, form_of(html))
    assert status == 303
    assert Order.objects.get().insurance == 0


def test_a_premium_that_changed_is_shown_and_must_be_accepted(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = an_offer()
    put(client, case)
    _, html = post(client, order_form(client) | {box(case): "yes", "look": "1"})
    product = SANDBOX.products["fr"]
    dearer = replace(product.tariffs[0], bands=((200000, 6000),))
    changed = replace(SANDBOX, products={"fr": replace(product, tariffs=(dearer,))})
    monkeypatch.setitem(INSURERS, "sandbox", changed)
    status, html = post(client, form_of(html))
    assert status == 409
    assert "60,00 € au lieu de 54,90 €" in html
    assert not Order.objects.exists()
    status, _ = post(client, form_of(html))
    assert status == 303
    assert Line.objects.get().premium == 6000


def test_a_device_that_became_too_dear_is_not_insured_unseen(client: Client) -> None:
    case = an_offer()
    put(client, case)
    _, html = post(client, order_form(client) | {box(case): "yes", "look": "1"})
    MarketOffer.objects.update(price_minor=200001)
    status, html = post(client, form_of(html))
    assert status == 409
    assert "0,00 € au lieu de 54,90 €" in html
    assert "insure-" not in html


def test_the_same_insured_page_sent_twice_is_one_order(client: Client) -> None:
    case = an_offer()
    put(client, case)
    _, html = post(client, order_form(client) | {box(case): "yes", "look": "1"})
    first, second = (client.post(NOTHING, form_of(html)) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Order.objects.get().insurance == 5490
    assert Payment.objects.get().amount == 37089


@pytest.mark.parametrize("locale", LOCALES)
def test_a_demonstration_says_what_it_is_wherever_it_is_shown(
    client: Client, locale: str, buy: Buy
) -> None:
    says = {
        "fr": "cet assureur n’existe pas et n’assure rien",
        "nl": "deze verzekeraar bestaat niet en verzekert niets",
        "de": "Diesen Versicherer gibt es nicht, und er versichert nichts",
        "en": "this insurer does not exist and insures nothing",
    }[locale[:2]]
    case = an_offer(market=locale[-2:])
    put(client, case, locale=locale)
    assert says in client.get(f"/{locale}/checkout/").content.decode()
    assert says in client.get(f"/{locale}/insurance/").content.decode()
    form = order_form(client, locale, **ways(locale)) | {box(case): "yes", "look": "1"}
    _, html = post(client, form, locale)
    answer = client.post(f"/{locale}/checkout/", form_of(html) | ways(locale))
    assert answer.status_code == 303
    order = client.get(answer["Location"].removesuffix("payment/")).content.decode()
    assert says in order
    assert "Sandbox Insurance" in order


def test_outside_a_demo_nothing_is_said_of_insurance(client: Client, settings: Any) -> None:
    settings.DEMO = False
    case = an_offer()
    for locale in ("fr-fr", "en-fr"):
        put(client, case, locale=locale)
        html = client.get(f"/{locale}/checkout/").content.decode()
        assert not [word for word in WORDS if word in html]
        assert html.count("<button") == 2  # the search's and the order's
        assert client.get(f"/{locale}/insurance/").status_code == 404
    status, _ = post(client, order_form(client) | {box(case): "yes"})
    assert status == 303
    assert Order.objects.get().total == 31200 + 399


def test_a_real_insurer_is_named_with_its_document(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEMO = False
    product = replace(
        SANDBOX.products["fr"], languages=("fr",), document="https://insurer.example/{language}.pdf"
    )
    real = replace(
        SANDBOX, code="real", name="Vrai Assureur", demonstration=False, products={"fr": product}
    )
    monkeypatch.setitem(INSURERS, "real", real)
    html = client.get("/fr-fr/insurance/").content.decode()
    assert 'href="https://insurer.example/fr.pdf"' in html
    assert "Vrai Assureur" in html
    assert "Démonstration : cet assureur" not in html
    assert client.get("/en-fr/insurance/").status_code == 404


def insured(client: Client, case: OfferCase, number: int = 1) -> str:
    """An order with this device insured; its address."""
    _, html = post(client, order_form(client) | {box(case, number): "yes", "look": "1"})
    return str(client.post(NOTHING, form_of(html))["Location"]).removesuffix("payment/")


def test_the_order_says_what_was_insured(client: Client) -> None:
    case = an_offer()
    put(client, case, 2)
    html = plain(client.get(insured(client, case)).content.decode())
    assert html.count("Assurance : casse, vol") == 1
    assert "12 mois à compter de la livraison" in html
    assert "25,00 € restent à votre charge" in html
    assert "<dt>Assurance</dt><dd>54,90 €</dd>" in html
    assert "682,89 €" in html, "2 x 312.00 + 54.90 + 3.99"


def test_the_order_keeps_its_terms_when_the_insurer_is_gone(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    case = an_offer()
    put(client, case)
    path = insured(client, case)
    monkeypatch.delitem(INSURERS, "sandbox")
    settings.DEMO = False
    html = plain(client.get(path).content.decode())
    assert "Sandbox Insurance" in html
    assert "54,90 €" in html


def test_an_order_without_insurance_says_nothing_of_it(client: Client, buy: Buy) -> None:
    put(client, an_offer())
    html = client.get(buy()).content.decode()
    assert not [word for word in WORDS if word in html]


def test_the_seller_learns_nothing_of_it(client: Client) -> None:
    case = an_offer()
    put(client, case)
    insured(client, case)
    reference = Order.objects.get().seller_orders.get().reference
    html = plain(room_of(case, "en").get(f"/seller/orders/{reference}/").content.decode())
    assert "312,00" in html
    assert "31,20" in html, "the commission: 10 % of the price"
    assert not [word for word in (*WORDS, "54,90") if word in html]


def test_insurance_takes_the_statements_that_it_takes(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    """No more than an order without: 2 to look, 23 to order (two of them savepoints)."""
    case = an_offer()
    put(client, case)
    with django_assert_max_num_queries(2):
        _, html = post(client, order_form_ticked(client, case))
    form = form_of(html)
    with django_assert_max_num_queries(23):
        assert client.post(NOTHING, form).status_code == 303
    assert Order.objects.get().insurance == 5490


def order_form_ticked(client: Client, case: OfferCase) -> dict[str, str]:
    return ADDRESS | {box(case): "yes", "look": "1"}
