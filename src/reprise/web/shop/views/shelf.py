"""What the shop reads to show devices on sale: the one seam between pages and ranking.

Until a buy box decides, the lowest price with shipping comes first, and lists show the newest
models first; `how-we-rank` says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from reprise.catalog.models import Category, Variant
from reprise.kernel.money import Money
from reprise.markets.queries import Market
from reprise.offers.models import MarketOffer
from reprise.sellers.models import Seller, ShippingMethod, Trader

PAGE = 24


@dataclass(frozen=True, slots=True)
class Tile:
    """A product in a list: its cheapest offer's variant, grade and price without shipping."""

    variant: Variant
    grade: str
    price: Money


@dataclass(frozen=True, slots=True)
class Sale:
    """One seller's offer in a market, with the seller's cheapest way to ship."""

    offer_id: UUID
    variant_id: UUID
    grade: str
    price: Money
    warranty_months: int
    vat_scheme: str
    battery_min: int | None
    accessories: tuple[str, ...]
    method: ShippingMethod
    seller: Seller
    trader: Trader

    @property
    def shipping(self) -> Money:
        return Money(self.method.price_minor, self.method.currency)

    @property
    def landed(self) -> Money:
        """Price and shipping of one device."""
        return self.price + self.shipping


def departments() -> list[Category]:
    return list(Category.objects.filter(parent=None).order_by("position", "slug"))


def category(slug: str) -> Category | None:
    """A category with its department."""
    return Category.objects.select_related("parent").filter(slug=slug).first()


def tiles(
    market: Market, *, category: Category | None = None, name: str = "", limit: int = PAGE
) -> list[Tile]:
    """Products on sale, the newest models first; at most ``limit``.  One statement.

    ``category`` includes those below it; ``name`` holds words that brand and name contain.
    """
    offers = _on_sale(market)
    product = "offer__variant__product"
    if category is not None:
        offers = offers.filter(
            Q(**{f"{product}__category": category})
            | Q(**{f"{product}__category__parent": category})
        )
    for word in name.split():
        offers = offers.filter(
            Q(**{f"{product}__name__icontains": word}) | Q(**{f"{product}__brand__icontains": word})
        )
    cheapest = (
        offers.order_by(f"{product}_id", "price_minor", "id").distinct(f"{product}_id").values("id")
    )
    rows = (
        MarketOffer.objects.filter(id__in=cheapest)
        .select_related(product)
        .order_by(f"-{product}__released", f"{product}__name", "id")[:limit]
    )
    return [
        Tile(row.offer.variant, row.offer.grade, Money(row.price_minor, row.currency))
        for row in rows
    ]


def variants(product_slug: str) -> list[Variant]:
    """A product's variants, each with the product, its category and its department."""
    return list(
        Variant.objects.filter(product__slug=product_slug)
        .select_related("product__category__parent")
        .order_by("memory_gb", "storage_gb", "slug")
    )


def sales(product_id: UUID, market: Market) -> list[Sale]:
    """All that is on sale of a product, the lowest price with shipping first.  Three statements."""
    rows = list(
        _on_sale(market)
        .filter(offer__variant__product_id=product_id)
        .select_related("offer", "seller")
    )
    sellers = {row.seller_id for row in rows}
    methods: dict[UUID, ShippingMethod] = {}
    for method in (
        _ships(market).filter(seller_id__in=sellers).order_by("price_minor", "days_max", "code")
    ):
        methods.setdefault(method.seller_id, method)
    traders = {
        trader.seller_id: trader
        for trader in Trader.objects.filter(seller_id__in=sellers).order_by("version")
    }
    found = [
        Sale(
            offer_id=row.offer_id,
            variant_id=row.offer.variant_id,
            grade=row.offer.grade,
            price=Money(row.price_minor, row.currency),
            warranty_months=row.warranty_months,
            vat_scheme=row.vat_scheme,
            battery_min=row.offer.battery_min,
            accessories=tuple(row.offer.accessories),
            method=methods[row.seller_id],
            seller=row.seller,
            trader=traders[row.seller_id],
        )
        for row in rows
        if row.seller_id in methods and row.seller_id in traders
    ]
    return sorted(found, key=lambda sale: (sale.landed.minor, sale.method.days_max, sale.offer_id))


def devices(variant_ids: Iterable[UUID]) -> dict[UUID, Variant]:
    """Variants with their product, for a basket or an order."""
    return Variant.objects.select_related("product").in_bulk(list(variant_ids))


def _ships(market: Market) -> QuerySet[ShippingMethod]:
    return ShippingMethod.objects.filter(market=market.code, active=True, kind="home")


def _on_sale(market: Market) -> QuerySet[MarketOffer]:
    return MarketOffer.objects.filter(
        Exists(_ships(market).filter(seller_id=OuterRef("seller_id"))),
        market=market.code,
        active=True,
        seller__active=True,
        offer__active=True,
        offer__available__gt=0,
    )
