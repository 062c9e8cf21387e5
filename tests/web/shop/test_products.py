"""A product's page: the right seller, the whole price, every way on."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from reprise.catalog.models import Category, Product, Variant
from reprise.discovery.configuration import CONFIGURATIONS
from reprise.discovery.models import BuyBox
from reprise.discovery.states import Criterion
from reprise.offers.models import Offer
from reprise.sellers.models import QualityRate
from tests.cast import a_seller, a_variant, an_offer
from tests.web.shop.conftest import plain, shelve, told

pytestmark = pytest.mark.django_db


def path_of(variant: Variant, locale: str = "fr-fr") -> str:
    return f"/{locale}/products/{variant.product.slug}/{variant.slug}/"


def into(variant: Variant, department: str) -> None:
    """Hang the variant's product into a range of a department."""
    parent, _ = Category.objects.get_or_create(slug=department, defaults={"names": {"en": "x"}})
    below = Category.objects.create(slug=f"in-{department}", parent=parent, names={"en": "y"})
    Product.objects.filter(id=variant.product_id).update(category=below)


def page(client: Client, path: str) -> str:
    """The page of what is on the shelf now."""
    shelve()
    answer = client.get(path)
    assert answer.status_code == 200
    return plain(answer.content.decode())


def test_the_lowest_price_with_delivery_is_shown_first(client: Client) -> None:
    variant = a_variant()
    near = an_offer(variant=variant, price=31000, shipping=0, seller=a_seller("Près"))
    an_offer(variant=variant, price=30800, shipping=490, seller=a_seller("Loin"))
    html = page(client, path_of(variant))
    shown, others = html.split('class="more others"')
    assert "Près" in shown
    assert "Loin" not in shown.split("more why")[0]
    assert "312,90 €" in others  # 308.00 + 4.90
    assert "313,99 €" in shown  # 310.00 + 3.99 service fee
    assert str(near.id) in shown


def test_the_trader_can_be_reached(client: Client) -> None:
    offer = an_offer()
    html = page(client, path_of(offer.offer.variant))
    trader = offer.seller.traders.get()
    for text in (
        trader.legal_name, trader.address, trader.email, trader.phone, trader.register,
        trader.register_number, "droit de l’Union européenne",
    ):  # fmt: skip
        assert text in html


def test_delivery_is_promised_as_a_day(client: Client, at_noon: Any) -> None:
    at_noon(datetime(2026, 11, 23, 11, 0, tzinfo=UTC))  # a Monday
    html = page(client, path_of(an_offer().offer.variant))
    # Accepted on Tuesday, dispatched on Friday, two working days under way.
    assert "mardi 1er décembre 2026" in html


def test_grades_have_their_price_and_lead_to_it(client: Client) -> None:
    variant = a_variant()
    an_offer(variant=variant, price=29900, grade="fair")
    an_offer(variant=variant, price=39900, grade="premium")
    html = page(client, f"{path_of(variant)}?grade=premium")
    assert "402,99 €" in html
    assert html.count("pas en vente") == 2
    assert 'href="' + path_of(variant) + '?grade=fair"' in html


def test_a_grade_that_nobody_sells_says_so(client: Client) -> None:
    variant = an_offer(grade="good").offer.variant
    html = page(client, f"{path_of(variant)}?grade=fair")
    assert "Pas en vente dans cet état" in html
    assert 'name="offer"' not in html


@pytest.mark.parametrize("battery", [90, None])
def test_a_stronger_battery_is_promised_where_there_is_one(
    client: Client, battery: int | None
) -> None:
    case = an_offer(grade="premium")
    Offer.objects.update(battery_min=battery)
    html = page(client, f"{path_of(case.offer.variant)}?grade=premium")
    assert ("meilleure batterie" in html) is (battery is not None)
    assert "Aucune trace visible" in html


def test_a_grade_that_does_not_exist_is_ignored(client: Client) -> None:
    variant = an_offer().offer.variant
    assert 'name="offer"' in page(client, f"{path_of(variant)}?grade=mint")


def test_options_lead_to_the_variant_most_like_it(client: Client) -> None:
    small = a_variant()
    big = Variant.objects.create(
        product=small.product, slug=f"{small.slug}-big", storage_gb=1024, colour=small.colour,
        colour_hex=small.colour_hex, colour_names=small.colour_names,
    )  # fmt: skip
    an_offer(variant=small)
    html = page(client, path_of(small))
    assert "1 To" in html
    assert f'class="opt off" href="{path_of(big)}?grade=good"' in html


@pytest.mark.parametrize(
    "change",
    [
        {"available": 0},
        {"active": False},
    ],
)
def test_what_cannot_be_bought_is_not_shown(client: Client, change: dict[str, Any]) -> None:
    offer = an_offer(stock=0).offer
    Offer.objects.filter(id=offer.id).update(**change)
    assert 'name="offer"' not in page(client, path_of(offer.variant))


def test_an_offer_without_delivery_here_is_not_shown(client: Client) -> None:
    case = an_offer()
    case.seller.shipping_methods.update(active=False)
    assert 'name="offer"' not in page(client, path_of(case.offer.variant))


def test_another_market_s_offer_is_not_shown(client: Client) -> None:
    variant = an_offer(market="de").offer.variant
    assert 'name="offer"' not in page(client, path_of(variant))
    assert 'name="offer"' in page(client, path_of(variant, "de-de"))


def test_another_product_s_variant_is_404(client: Client) -> None:
    one, two = an_offer().offer.variant, an_offer().offer.variant
    assert client.get(f"/fr-fr/products/{one.product.slug}/{two.slug}/").status_code == 404


def test_hostile_names_are_text(client: Client) -> None:
    variant = a_variant("<script>alert(1)</script>")
    an_offer(variant=variant, seller=a_seller('"><img src=x onerror=1>'))
    html = page(client, path_of(variant))
    assert "<script>" not in html
    assert "<img src=x" not in html


def test_quality_can_beat_a_lower_price_and_the_page_shows_the_sum(client: Client) -> None:
    variant = a_variant()
    careful, careless = a_seller("Soin"), a_seller("Hâte")
    for seller, faults in ((careful, 0), (careless, 40)):
        for criterion in Criterion:
            QualityRate.objects.create(
                seller=seller, criterion=criterion.value, orders=100, faults=faults
            )
    an_offer(variant=variant, price=31000, shipping=490, seller=careful)
    an_offer(variant=variant, price=30000, seller=careless)
    html = page(client, path_of(variant))
    why = html.split('class="more why"')[1].split("</details>")[0]
    rows = [
        re.sub(r"<[^>]*>", " ", row).split()
        for row in re.findall(r"<tr[^>]*><th scope=\"row\">(.*?)</tr>", why)
    ]
    assert "Pourquoi ce vendeur" in why
    assert rows[0][0] == "Soin"
    assert rows[1][0] == "Hâte"
    assert why.count('class="won"') == 1
    assert "314,90 €" in why
    box = BuyBox.objects.get()
    rates = box.candidates[0]["rates"]
    weights = CONFIGURATIONS[0].weights
    factor = 1 + sum(w * r for w, r in zip(weights, rates, strict=True)) / 10**9
    assert f"× {factor:.4f}".replace(".", ",") in why
    assert f"{314.90 * factor:.2f}".replace(".", ",") in why
    for criterion, weight in (("Aspect moins bon", "3,0"), ("Livraison en retard", "1,0")):
        assert f'<td class="num">{weight}</td>' in why.split(criterion)[1].split("</tr>")[0]
    assert 'href="/fr-fr/how-we-rank/"' in why


def test_other_sellers_can_be_bought_from_and_narrowed_to_a_country(client: Client) -> None:
    variant = a_variant()
    first = an_offer(variant=variant, price=30000, seller=a_seller("Erster", "DE"))
    near = an_offer(variant=variant, price=32000, seller=a_seller("Proche", "FR"))
    far = an_offer(variant=variant, price=31000, seller=a_seller("Weit", "DE"))
    html = page(client, path_of(variant))
    offers = re.findall(r'name="offer" value="([^"]*)"', html)
    assert offers == [str(first.id), str(far.id), str(near.id)]
    narrowed = page(client, f"{path_of(variant)}?grade=good&from=fr")
    assert re.findall(r'name="offer" value="([^"]*)"', narrowed) == [str(first.id), str(near.id)]
    assert 'id="others" open' in narrowed
    assert '<meta name="robots" content="noindex">' in narrowed
    assert f'canonical" href="{settings.PUBLIC_URL}{path_of(variant)}"' in narrowed
    assert "noindex" not in html
    for odd in ("de", "FR", "", "x"):
        assert 'id="others" open' not in page(client, f"{path_of(variant)}?from={odd}")


def test_an_offer_sold_out_a_moment_ago_is_left_out(client: Client) -> None:
    variant = a_variant()
    gone = an_offer(variant=variant, price=30000)
    left = an_offer(variant=variant, price=31000)
    shelve()
    Offer.objects.filter(id=gone.id).update(available=0)
    html = client.get(path_of(variant)).content.decode()
    assert re.findall(r'name="offer" value="([^"]*)"', html) == [str(left.id)]


def test_choices_say_what_they_cost(client: Client) -> None:
    small = a_variant()
    big = Variant.objects.create(
        product=small.product, slug=f"{small.slug}-big", storage_gb=256, colour=small.colour,
        colour_hex=small.colour_hex, colour_names=small.colour_names,
    )  # fmt: skip
    an_offer(variant=small, price=30000, shipping=490)
    an_offer(variant=big, price=40000, shipping=490, grade="premium")
    html = page(client, path_of(small))
    assert "<span>128 Go<small>304,90 €</small></span>" in html
    assert "<span>256 Go<small>dès 404,90 €</small></span>" in html


@pytest.mark.parametrize(
    ("locale", "department", "storage", "says"),
    [
        ("fr-fr", "smartphones", 128, "8,40 € HT"),
        ("fr-fr", "smartphones", 64, "7,20 € HT"),
        ("fr-fr", "tablets", 64, "7,80 € HT"),
        ("fr-fr", "laptops", 256, ""),
        ("de-de", "smartphones", 128, ""),
        ("fr-be", "smartphones", 128, ""),
    ],
)
def test_the_levy_for_private_copies_is_told_where_it_is_owed(
    client: Client, locale: str, department: str, storage: int, says: str
) -> None:
    variant = a_variant(storage=storage)
    into(variant, department)
    an_offer(variant=variant, market=locale[-2:])
    html = page(client, path_of(variant, locale))
    assert ("copie privée" in html or "Privatkopie" in html) == bool(says)
    assert says in html


@pytest.mark.parametrize(("department", "shown"), [("smartphones", True), ("tablets", False)])
def test_emissions_are_told_with_both_figures_source_and_year(
    client: Client, department: str, shown: bool
) -> None:
    variant = a_variant()
    into(variant, department)
    an_offer(variant=variant)
    html = page(client, path_of(variant))
    assert ("84,4 − 7,09 = 77,31 kg CO₂e" in html) == shown
    assert ("ADEME, 2022" in html) == shown


def test_a_place_for_reviews(client: Client) -> None:
    assert "Pas encore d’avis." in page(client, path_of(an_offer().offer.variant))


def test_search_engines_read_what_buyers_read(client: Client) -> None:
    variant = a_variant()
    an_offer(variant=variant, price=31000, shipping=490, seller=a_seller('A "B"'))
    product, way = told(page(client, path_of(variant)))
    assert (product["@type"], product["name"]) == ("Product", "iPhone 13")
    assert product["brand"] == {"@type": "Brand", "name": "Apple"}
    assert client.get(product["image"].removeprefix(settings.PUBLIC_URL)).status_code == 200
    assert "aggregateRating" not in product
    offer = product["offers"]
    assert (offer["price"], offer["priceCurrency"]) == ("310.00", "EUR")
    assert offer["itemCondition"] == "https://schema.org/RefurbishedCondition"
    assert offer["availability"] == "https://schema.org/InStock"
    assert offer["seller"] == {"@type": "Organization", "name": 'A "B"'}
    sent = offer["shippingDetails"]
    assert sent["shippingRate"] == {"@type": "MonetaryAmount", "value": "4.90", "currency": "EUR"}
    assert sent["shippingDestination"]["addressCountry"] == "FR"
    # A day to accept, three working days to dispatch (S46), then what the seller promises.
    assert sent["deliveryTime"]["handlingTime"]["maxValue"] == 1 + 3
    assert sent["deliveryTime"]["transitTime"]["maxValue"] == 2
    # Directive 2011/83/EU, art. 9: fourteen days.
    assert offer["hasMerchantReturnPolicy"]["merchantReturnDays"] == 14
    assert [step["position"] for step in way["itemListElement"]] == [1, 2, 3]
    for step in way["itemListElement"]:
        path = step["item"].removeprefix(settings.PUBLIC_URL)
        assert f'href="{path}"' in page(client, path_of(variant)) or path == path_of(variant)
    assert "offers" not in told(page(client, f"{path_of(variant)}?grade=fair"))[0]


@pytest.mark.parametrize("grade", ["", "good", "fair"])
def test_what_machines_read_is_what_the_page_says(client: Client, grade: str) -> None:
    variant = a_variant()
    an_offer(variant=variant, price=31250, shipping=490, seller=a_seller("Atelier Un"))
    an_offer(variant=variant, price=28000, seller=a_seller("Atelier Deux"), grade="fair")
    html = page(client, path_of(variant) + (f"?grade={grade}" if grade else ""))
    offer = told(html)[0]["offers"]
    shown = html.split('<section class="buy"')[1]
    assert f"{offer['price'].replace('.', ',')} €" in shown
    assert f"{offer['shippingDetails']['shippingRate']['value'].replace('.', ',')} €" in shown
    assert f'<span class="seller-name">{offer["seller"]["name"]}</span>' in shown
    there = page(client, offer["url"].removeprefix(settings.PUBLIC_URL))
    assert told(there)[0]["offers"] == offer


def test_a_name_cannot_leave_the_data_block(client: Client) -> None:
    name = '</script><script>alert("&amp;")</script>'
    variant = a_variant(name)
    an_offer(variant=variant, seller=a_seller("<!--<script>"))
    html = page(client, path_of(variant))
    product, way = told(html)
    assert product["name"] == name
    assert product["offers"]["seller"]["name"] == "<!--<script>"
    assert way["itemListElement"][-1]["name"] == name
    assert html.count("<script") == html.count("</script") == 1


def test_a_page_takes_one_statement_however_many_sell(
    client: Client, django_assert_num_queries: Any
) -> None:
    variant = a_variant()
    for price in range(30000, 30010):
        an_offer(variant=variant, price=price)
    shelve()
    with django_assert_num_queries(1):
        client.get(f"{path_of(variant)}?grade=good&from=fr")
    # One that is stored asks the store first, and keeps what it has made.
    with django_assert_num_queries(1 + 1 + 1):
        client.get(path_of(variant))
    with django_assert_num_queries(1 + 1 + 1):
        client.get(f"{path_of(variant)}?grade=fair")
    with django_assert_num_queries(1):
        client.get(path_of(variant))
