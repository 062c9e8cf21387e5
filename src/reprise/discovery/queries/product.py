"""A product's page: two statements."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise import rows as rows_of
from reprise.catalog.states import Grade
from reprise.discovery.configuration import configuration
from reprise.discovery.rules import explain
from reprise.discovery.stored import candidate, loaded
from reprise.discovery.views import (
    CategoryView,
    GradeBox,
    OfferView,
    ProductPage,
    SellerView,
    VariantView,
)
from reprise.kernel.money import Money
from reprise.markets.queries import market as market_of
from reprise.sellers.models import Seller

# A row a variant and grade on offer (one row for a variant without any); the candidates come
# along for the chosen variant only.
_PRODUCT: Final = """
SELECT p.id, p.slug, p.name, p.brand, p.form, p.released, p.weight_g, p.attributes,
       parent.slug, parent.names, category.slug, category.names,
       coalesce(s.orders_30d, 0), coalesce(s.top_seller, FALSE), s.variant_id,
       v.id, v.slug, v.storage_gb, v.memory_gb, v.colour, v.colour_hex, v.colour_names,
       v.attributes, b.grade, b.price_minor + b.shipping_minor, b.config_version,
       CASE WHEN v.slug = %(variant)s OR (%(variant)s::text IS NULL AND v.id = s.variant_id)
            THEN b.candidates END
  FROM catalog_product p
  JOIN catalog_category category ON category.id = p.category_id
  LEFT JOIN catalog_category parent ON parent.id = category.parent_id
  LEFT JOIN discovery_shelf s ON s.market = %(market)s AND s.product_id = p.id
  JOIN catalog_variant v ON v.product_id = p.id
  LEFT JOIN discovery_buybox b ON b.market = %(market)s AND b.variant_id = v.id
 WHERE p.slug = %(product)s
 ORDER BY v.storage_gb, v.memory_gb, v.slug
"""


def product_page(market: str, product: str, variant: str | None = None) -> ProductPage | None:
    """A product by its slug with a variant by its own; without one the cheapest is chosen, or
    the first when nothing can be bought.  None for an unknown product or variant."""
    with connection.cursor() as cursor:
        cursor.execute(_PRODUCT, {"market": market, "product": product, "variant": variant})
        rows = cursor.fetchall()
    if not rows:
        return None
    currency = market_of(market).currency
    variants = _variants(rows, currency)
    cheapest = rows[0][14]
    chosen = next(
        (v for v in variants if (v.slug == variant if variant else v.id == cheapest)),
        None if variant else variants[0],
    )
    if chosen is None:
        return None
    head = rows[0]
    return ProductPage(
        id=head[0],
        slug=head[1],
        name=head[2],
        brand=head[3],
        form=head[4],
        released=head[5],
        weight_g=head[6],
        attributes=loaded(head[7]),
        path=tuple(
            CategoryView(slug, loaded(names))
            for slug, names in (head[8:10], head[10:12])
            if slug is not None
        ),
        orders_30d=head[12],
        top_seller=head[13],
        variant=chosen,
        variants=variants,
        grades=_grades([row for row in rows if row[15] == chosen.id], currency),
    )


def _variants(rows: list[tuple[Any, ...]], currency: str) -> tuple[VariantView, ...]:
    totals: dict[UUID, dict[str, Money]] = {}
    for row in rows:
        prices = totals.setdefault(row[15], {})
        if row[23] is not None:
            prices[row[23]] = Money(row[24], currency)
    first = {row[15]: row for row in reversed(rows)}
    return tuple(
        VariantView(
            id=id_,
            slug=row[16],
            storage_gb=row[17],
            memory_gb=row[18],
            colour=row[19],
            colour_hex=row[20],
            colour_names=loaded(row[21]),
            attributes=loaded(row[22]),
            totals=totals[id_],
        )
        for id_, row in ((id_, first[id_]) for id_ in totals)
    )


def _grades(rows: list[tuple[Any, ...]], currency: str) -> tuple[GradeBox, ...]:
    stored = {row[23]: (row[25], loaded(row[26])) for row in rows if row[26] is not None}
    ids = {UUID(one["seller"]) for _, several in stored.values() for one in several}
    sellers = {
        seller.id: SellerView(
            seller.id, seller.slug, seller.name, seller.town, seller.country, seller.is_operator
        )
        for seller in rows_of.find(Seller, id__in=ids)
    }
    boxes = []
    for grade in Grade:
        version, several = stored.get(grade.value, ("", []))
        offers = []
        if several:
            whys = explain([candidate(one) for one in several], currency, configuration(version))
            offers = [
                OfferView(
                    offer_id=why.candidate.offer_id,
                    seller=sellers[why.candidate.seller_id],
                    price=Money(one["price"], currency),
                    shipping=Money(one["shipping"], currency),
                    days_min=one["days"][0],
                    days_max=one["days"][1],
                    warranty_months=one["warranty"],
                    why=why,
                )
                for one, why in zip(several, whys, strict=True)
            ]
        boxes.append(GradeBox(grade.value, version, tuple(offers)))
    return tuple(boxes)
