"""A small shop for these tests, and its projections as plain values."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.db import connection

from reprise.catalog.models import Category, Product, Variant
from reprise.discovery import actions
from reprise.discovery.models import BuyBox
from reprise.discovery.states import Criterion
from reprise.offers.models import MarketOffer, Offer
from reprise.sellers.models import QualityRate, Seller, ShippingMethod, Trader
from tests.moment import now

_number = count(1)


def a_category(slug: str, parent: Category | None = None, **names: str) -> Category:
    found = Category.objects.filter(slug=slug).first()
    return found or Category.objects.create(
        slug=slug, parent=parent, names=names or {"en": slug.title()}
    )


def a_product(name: str, category: Category, brand: str = "Apple", released: str = "") -> Product:
    slug = "-".join(name.lower().replace("(", "").replace(")", "").split())
    return Product.objects.create(
        category=category, slug=slug, name=name, brand=brand, released=released, form="ps5"
    )


def a_variant(product: Product, storage: int | None = 128, hex_: str = "#232a31") -> Variant:
    return Variant.objects.create(
        product=product,
        slug=f"{product.slug}-{storage}-{hex_[1:]}-{next(_number)}",
        storage_gb=storage,
        colour=f"colour-{hex_[1:]}",
        colour_hex=hex_,
        colour_names={"en": hex_},
    )


def a_stocked_offer(
    seller: Seller, variant: Variant, price: int, grade: str = "good", market: str = "fr"
) -> Offer:
    """Written as it stands, without events."""
    offer = Offer.objects.create(
        seller=seller, variant=variant, grade=grade, sku=f"D-{next(_number)}", available=3
    )
    MarketOffer.objects.create(
        seller=seller,
        offer=offer,
        market=market,
        price_minor=price,
        currency="EUR",
        warranty_months=24,
        vat_scheme="margin",
    )
    return offer


def a_shop_seller(*markets: str, shipping: int = 0, faults: int | None = None) -> Seller:
    """Ships to the markets; with ``faults``, that many in a hundred orders for each criterion."""
    number = next(_number)
    seller = Seller.objects.create(slug=f"d-{number}", name=f"D {number}", town="x", country="FR")
    Trader.objects.create(
        seller=seller,
        legal_name=f"D {number} SAS",
        address="x",
        email="d@example.org",
        phone="+33",
        register="RCS",
        register_number=str(number),
        certified_on=now().date(),
    )
    for market in markets or ("fr",):
        ShippingMethod.objects.create(
            seller=seller,
            market=market,
            code="home",
            carrier="sandbox",
            kind="home",
            price_minor=shipping,
            currency="EUR",
            days_min=1,
            days_max=2,
        )
    if faults is not None:
        for criterion in Criterion:
            QualityRate.objects.create(
                seller=seller, criterion=criterion.value, orders=100, faults=faults
            )
    return seller


def projections() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every projection."""
    result = {}
    with connection.cursor() as cursor:
        for table in ("buybox", "option", "shelf"):
            cursor.execute(f"SELECT * FROM discovery_{table} ORDER BY 1, 2, 3, 4, 5")  # noqa: S608
            result[table] = cursor.fetchall()
    return result


def shown(market: str = "fr") -> dict[tuple[Any, str], tuple[Any, int]]:
    """(variant, grade) to (winning offer, its price)."""
    return {
        (box.variant_id, box.grade): (box.offer_id, box.price_minor)
        for box in BuyBox.objects.filter(market=market)
    }


def a_contest(*prices: int, **kwargs: Any) -> tuple[Variant, list[Offer]]:
    """Sellers with the means' rates, one offer each, and the projections of it."""
    variant = a_variant(a_product("iPhone 13", a_category("iphone")))
    made = [a_stocked_offer(a_shop_seller(**kwargs), variant, price) for price in prices]
    actions.refresh(variant.id, "good", now())
    return variant, made


def reprice(offer: Offer, price: int) -> None:
    MarketOffer.objects.filter(offer=offer).update(price_minor=price)
