"""The standing cast: sellers with offers, a buyer's contact, and short ways through a sale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count
from uuid import UUID

from reprise.catalog.models import Category, Product, Variant
from reprise.kernel.ids import new_id
from reprise.offers import actions as offers
from reprise.offers.models import MarketOffer, Offer
from reprise.orders.actions.place import ContactDraft
from reprise.sellers.models import Seller, ShippingMethod, Trader
from tests.moment import now

_number = count(1)

CONTACT = ContactDraft(
    name="Camille Exemple",
    email="camille@buyer.example",
    phone="",
    street="1 rue de l’Essai",
    extra="",
    postcode="69001",
    town="Lyon",
    country="FR",
)


def a_variant(name: str = "iPhone 13", *, storage: int = 128) -> Variant:
    number = next(_number)
    category, _ = Category.objects.get_or_create(
        slug="smartphones", defaults={"names": {"en": "Smartphones"}}
    )
    product = Product.objects.create(
        category=category,
        slug=f"phone-{number}",
        name=name,
        brand="Apple",
        form="iphone-dual-diagonal",
    )
    return Variant.objects.create(
        product=product,
        slug=f"phone-{number}-{storage}",
        storage_gb=storage,
        colour="apple-midnight",
        colour_hex="#232a31",
        colour_names={"en": "Midnight", "fr": "Minuit"},
    )


def a_seller(name: str = "Atelier Rhône", country: str = "FR") -> Seller:
    seller = Seller.objects.create(
        slug=f"seller-{next(_number)}", name=name, town="Lyon", country=country
    )
    Trader.objects.create(
        seller=seller,
        legal_name=f"{name} SAS",
        address="2 quai de l’Essai, 69001 Lyon",
        email=f"{seller.slug}@seller.example",
        phone="+33 4 00 00 00 00",
        register="RCS Lyon",
        register_number="000 000 000",
        certified_on=date(2026, 1, 1),
    )
    return seller


def ships_to(seller: Seller, market: str, price: int = 0) -> ShippingMethod:
    return ShippingMethod.objects.create(
        seller=seller,
        market=market,
        code="home",
        carrier="sandbox",
        kind="home",
        price_minor=price,
        currency="EUR",
        days_min=1,
        days_max=2,
    )


@dataclass(frozen=True)
class OfferCase:
    seller: Seller
    offer: Offer

    @property
    def id(self) -> UUID:
        return self.offer.id

    def available(self) -> int:
        return Offer.objects.values_list("available", flat=True).get(id=self.offer.id)


def an_offer(
    *,
    seller: Seller | None = None,
    variant: Variant | None = None,
    stock: int = 5,
    price: int = 31200,
    market: str = "fr",
    shipping: int = 0,
    grade: str = "good",
) -> OfferCase:
    seller = seller or a_seller()
    if not seller.shipping_methods.filter(market=market).exists():
        ships_to(seller, market, shipping)
    offer = Offer.objects.create(
        id=new_id(),
        seller=seller,
        variant=variant or a_variant(),
        grade=grade,
        sku=f"SKU-{next(_number)}",
        battery_min=85,
        accessories=["cable"],
    )
    if stock:
        offers.set_available(seller.id, offer.id, expected=0, wanted=stock, now=now())
    MarketOffer.objects.create(
        seller=seller,
        offer=offer,
        market=market,
        price_minor=price,
        currency="EUR",
        warranty_months=24,
        vat_scheme="margin",
    )
    return OfferCase(seller, offer)
