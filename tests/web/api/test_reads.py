"""What is on sale, as the API says it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from reprise.markets.queries import MARKETS
from reprise.offers.models import Offer
from reprise.sellers.models import Seller
from tests.planted import corrupt
from tests.web.api.conftest import Reader, Shop


def euros(minor: int) -> dict[str, object]:
    return {"amount": f"{minor // 100}.{minor % 100:02}", "minor": minor, "currency": "EUR"}


def walk(reader: Reader, path: str, items: str) -> list[dict[str, object]]:
    """Every item, page after page."""
    found: list[dict[str, object]] = []
    for _ in range(20):
        page = reader.read(path)
        found += page[items]
        path = (page["next"] or "").removeprefix("http://127.0.0.1:8000")
        if not path:
            break
    return found


def test_markets(reader: Reader) -> None:
    found = reader.read("markets")["markets"]
    assert [market["code"] for market in found] == list(MARKETS)
    belgium = next(market for market in found if market["code"] == "be")
    assert belgium == {
        "code": "be", "country": "BE", "currency": "EUR", "languages": ["fr", "nl", "en"]
    }  # fmt: skip
    assert reader.statements == 0


def test_categories_count_what_is_on_sale(reader: Reader, shop: Shop) -> None:
    found = reader.read("markets/fr/categories")["categories"]
    assert [(c["slug"], c["parent"], c["products"]) for c in found] == [
        ("smartphones", None, 4),
        ("galaxy", "smartphones", 3),
        ("iphone", "smartphones", 1),
    ]
    assert {c["products"] for c in reader.read("markets/be/categories")["categories"]} == {0}
    assert reader.statements == 1


def test_a_product_in_a_list_has_its_cheapest_total(reader: Reader, shop: Shop) -> None:
    page = reader.read("markets/fr/products?category=iphone")
    (product,) = page["products"]
    assert (product["slug"], product["released"], page["next"]) == ("iphone-13", "2021-09", None)
    assert product["cheapest"] == {
        "variant_id": str(shop.variant.id),
        "grade": "fair",
        "price": euros(27_000),
        "shipping": euros(0),
        "total": euros(27_000),
        "page": f"http://127.0.0.1:8000/fr-fr/products/iphone-13/{shop.variant.slug}/?grade=fair",
    }
    assert reader.statements == 1


def test_pages_follow_each_other_without_gap_or_repetition(reader: Reader, shop: Shop) -> None:
    for query in ("limit=1", "limit=2", "limit=3", "limit=100", "limit=1&category=smartphones"):
        found = walk(reader, f"markets/fr/products?{query}", "products")
        slugs = ["galaxy-s20", "galaxy-s21", "galaxy-s22", "iphone-13"]
        assert [product["slug"] for product in found] == slugs


def test_a_text_is_understood_and_paged_by_match(reader: Reader, shop: Shop) -> None:
    page = reader.read("markets/fr/products?text=galxy+s21+zzzz")
    assert page["products"][0]["slug"] == "galaxy-s21"
    assert page["read"]["unknown"] == ["zzzz"]
    assert reader.statements == 2
    whole = reader.read("markets/fr/products?text=galaxy")["products"]
    assert len(whole) == 3
    assert walk(reader, "markets/fr/products?text=galaxy&limit=1", "products") == whole
    assert reader.read("markets/fr/products?text=zzzz")["products"] == []
    assert reader.read("markets/fr/products?text=galaxy&category=iphone")["products"] == []
    assert reader.statements == 3


def test_a_product_with_its_variants(reader: Reader, shop: Shop) -> None:
    product = reader.read("markets/fr/products/iphone-13")
    assert product["categories"] == ["smartphones", "iphone"]
    totals = {variant["id"]: variant["totals"] for variant in product["variants"]}
    assert totals[str(shop.other.id)] == []
    assert totals[str(shop.variant.id)] == [
        {"grade": "fair", "total": euros(27_000)},
        {"grade": "good", "total": euros(31_690)},
    ]
    assert reader.statements == 1


def test_a_product_that_nobody_sells_here_is_still_one(reader: Reader, shop: Shop) -> None:
    product = reader.read("markets/de/products/iphone-13")
    assert [variant["totals"] for variant in product["variants"]] == [[], []]


def test_offers_say_whether_but_never_how_many(reader: Reader, shop: Shop) -> None:
    first, second, third, fair = shop.offers
    Offer.objects.filter(id=second.id).update(available=0)
    Offer.objects.filter(id=third.id).update(available=1_234_567_890)
    found = reader.read(f"markets/fr/variants/{shop.variant.id}/offers")["offers"]
    assert reader.statements == 1
    assert found[0] == {
        "id": str(first.id),
        "seller": {
            "slug": first.seller.slug,
            "name": first.seller.name,
            "country": "FR",
            "is_operator": False,
        },
        "grade": "good",
        "price": euros(31_200),
        "shipping": euros(490),
        "total": euros(31_690),
        "warranty_months": 24,
        "battery_min_percent": 85,
        "accessories": ["cable"],
        "in_stock": True,
    }
    assert [(offer["id"], offer["in_stock"]) for offer in found] == [
        (str(first.id), True), (str(second.id), False), (str(third.id), True), (str(fair.id), True)
    ]  # fmt: skip
    assert "1234567890" not in reader.ask(f"markets/fr/variants/{shop.variant.id}/offers").text
    paged = walk(reader, f"markets/fr/variants/{shop.variant.id}/offers?limit=1", "offers")
    assert paged == found


def test_what_is_switched_off_or_elsewhere_is_no_offer(reader: Reader, shop: Shop) -> None:
    first, second, third, fair = shop.offers
    Offer.objects.filter(id=first.id).update(active=False)
    Seller.objects.filter(id=second.seller_id).update(active=False)
    third.market_offers.update(active=False)
    fair.seller.shipping_methods.update(active=False)
    assert reader.read(f"markets/fr/variants/{shop.variant.id}/offers")["offers"] == []
    assert reader.statements == 2
    assert reader.read(f"markets/be/variants/{shop.variant.id}/offers")["offers"] == []


@pytest.mark.django_db(transaction=True)
def test_the_operators_own_shop_is_named_as_such(reader: Reader, shop: Shop) -> None:
    own = shop.offers[0].seller_id
    corrupt("UPDATE sellers_seller SET is_operator = true WHERE id = %(id)s", id=own)
    path = f"markets/fr/variants/{shop.variant.id}"
    found = reader.read(f"{path}/offers")["offers"]
    assert [offer["seller"]["is_operator"] for offer in found] == [True, False, False, False]
    winner = reader.read(f"{path}/grades/good/buybox")["candidates"][0]
    assert winner["seller"]["is_operator"] is True


def test_what_is_unknown(reader: Reader, shop: Shop) -> None:
    nobody = uuid4()
    for path, code in {
        "markets/xx/categories": "unknown_market",
        "markets/xx/products": "unknown_market",
        "markets/xx/products/iphone-13": "unknown_market",
        f"markets/xx/variants/{shop.variant.id}/offers": "unknown_market",
        f"markets/xx/variants/{shop.variant.id}/grades/good/buybox": "unknown_market",
        "markets/fr/products?category=none": "unknown_category",
        "markets/fr/products?category=none&text=galaxy": "unknown_category",
        "markets/fr/products/none": "unknown_product",
        f"markets/fr/variants/{nobody}/offers": "unknown_variant",
        f"markets/fr/variants/{nobody}/grades/good/buybox": "unknown_variant",
        "ranking/1999-01": "unknown_version",
        "": "unknown_address",
        "markets/": "unknown_address",
        "nothing/here": "unknown_address",
    }.items():
        reader.refused(path, 404, code)
