"""A product's page: one statement."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise.catalog.states import Grade
from reprise.discovery.configuration import configuration
from reprise.discovery.rules import Explanation, explain
from reprise.discovery.stored import candidate
from reprise.discovery.views import (
    CategoryView,
    GradeBox,
    OfferView,
    ProductPage,
    SellerView,
    TraderView,
    VariantView,
)
from reprise.kernel.money import Money
from reprise.markets.queries import market as market_of

_GRADES: Final = [grade.value for grade in Grade]

# Of all offers only those of one grade of the chosen variant are read: the one asked for, or the
# cheapest one on sale.  Each is looked up on its own, so that one plan serves few and many.
_PRODUCT: Final = """
SELECT p.id, p.slug, p.name, p.brand, p.form, p.released, p.weight_g, p.attributes::text,
       parent.slug, parent.names::text, category.slug, category.names::text,
       coalesce(s.orders_30d, 0), coalesce(s.top_seller, FALSE), chosen.id::text,
       (SELECT json_agg(json_build_array(
                 v.id, v.slug, v.storage_gb, v.memory_gb, v.colour, v.colour_hex, v.colour_names,
                 v.attributes,
                 (SELECT json_object_agg(b.grade, b.price_minor + b.shipping_minor)
                    FROM discovery_buybox b
                   WHERE b.market = %(market)s AND b.variant_id = v.id))
               ORDER BY v.storage_gb, v.memory_gb, v.slug)
          FROM catalog_variant v WHERE v.product_id = p.id)::text,
       (SELECT json_build_array(b.grade, b.config_version, b.candidates,
                 (SELECT json_agg({sale} ORDER BY c.place)
                    FROM jsonb_array_elements(b.candidates) WITH ORDINALITY AS c (facts, place)))
          FROM discovery_buybox b
         WHERE b.market = %(market)s AND b.variant_id = chosen.id {graded}
         ORDER BY b.price_minor + b.shipping_minor,
                  array_position(%(grades)s::text[], b.grade::text)
         LIMIT 1)::text
  FROM catalog_product p
  JOIN catalog_category category ON category.id = p.category_id
  LEFT JOIN catalog_category parent ON parent.id = category.parent_id
  LEFT JOIN discovery_shelf s ON s.market = %(market)s AND s.product_id = p.id
  LEFT JOIN catalog_variant chosen ON chosen.product_id = p.id AND {chosen}
 WHERE p.slug = %(product)s
"""
# What a page adds to an offer that was ranked, if it can still be bought.
_SALE: Final = """
(SELECT json_build_array(m.vat_scheme, o.battery_min, o.accessories,
          json_build_array(seller.name, seller.town, seller.country),
          json_build_array(t.legal_name, t.address, t.email, t.phone, t.register,
                           t.register_number, t.vat_id, t.certified_on))
   FROM offers_marketoffer m
   JOIN offers_offer o ON o.id = m.offer_id AND o.active AND o.available > 0
   JOIN sellers_seller seller ON seller.id = m.seller_id AND seller.active
   JOIN sellers_trader t ON t.seller_id = m.seller_id
  WHERE m.seller_id = (c.facts->>'seller')::uuid AND m.offer_id = (c.facts->>'offer')::uuid
    AND m.market = %(market)s AND m.active
  ORDER BY t.version DESC LIMIT 1)"""


@cache
def _sql(*, variant: bool, grade: bool) -> str:
    return _PRODUCT.format(
        sale=_SALE,
        chosen="chosen.slug = %(variant)s" if variant else "chosen.id = s.variant_id",
        graded="AND b.grade = %(grade)s" if grade else "",
    )


def product_page(
    market: str, product: str, variant: str | None = None, grade: str | None = None
) -> ProductPage | None:
    """A product by its slug with a variant by its own; without one the cheapest is chosen, or
    the first when nothing can be bought.  None for an unknown product or variant.

    Its box is that of ``grade``; without one, of the cheapest grade on sale.
    """
    asked = {
        "market": market,
        "product": product,
        "variant": variant,
        "grade": grade,
        "grades": _GRADES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_sql(variant=bool(variant), grade=bool(grade)), asked)
        row = cursor.fetchone()
    if row is None:
        return None
    currency = market_of(market).currency
    variants = tuple(_variant(each, currency) for each in json.loads(row[15] or "[]"))
    chosen = next((each for each in variants if str(each.id) == row[14]), None)
    if chosen is None and not variant:
        chosen = next(iter(variants), None)
    if chosen is None:
        return None
    return ProductPage(
        id=row[0],
        slug=row[1],
        name=row[2],
        brand=row[3],
        form=row[4],
        released=row[5],
        weight_g=row[6],
        attributes=json.loads(row[7]),
        path=tuple(
            CategoryView(slug, json.loads(names))
            for slug, names in (row[8:10], row[10:12])
            if slug is not None
        ),
        orders_30d=row[12],
        top_seller=row[13],
        variant=chosen,
        variants=variants,
        box=_box(json.loads(row[16] or "null"), grade, currency),
    )


def _variant(row: list[Any], currency: str) -> VariantView:
    id_, slug, storage, memory, colour, colour_hex, names, attributes, totals = row
    return VariantView(
        id=UUID(id_),
        slug=slug,
        storage_gb=storage,
        memory_gb=memory,
        colour=colour,
        colour_hex=colour_hex,
        colour_names=names,
        attributes=attributes,
        totals={grade: Money(minor, currency) for grade, minor in (totals or {}).items()},
    )


def _box(stored: list[Any] | None, grade: str | None, currency: str) -> GradeBox:
    if stored is None:
        return GradeBox(grade or Grade.GOOD.value, "", ())
    shown, version, several, sales = stored
    whys = explain([candidate(one) for one in several], currency, configuration(version))
    offers = tuple(
        _offer(one, sale, why, currency)
        for one, sale, why in zip(several, sales, whys, strict=True)
        if sale is not None
    )
    return GradeBox(shown, version, offers)


def _offer(stored: dict[str, Any], sale: list[Any], why: Explanation, currency: str) -> OfferView:
    vat_scheme, battery_min, accessories, seller, trader = sale
    return OfferView(
        offer_id=why.candidate.offer_id,
        price=Money(stored["price"], currency),
        shipping=Money(stored["shipping"], currency),
        days_min=stored["days"][0],
        days_max=stored["days"][1],
        warranty_months=stored["warranty"],
        vat_scheme=vat_scheme,
        battery_min=battery_min,
        accessories=tuple(accessories),
        seller=SellerView._make(seller),
        trader=TraderView._make((*trader[:-1], date.fromisoformat(trader[-1]))),
        why=why,
    )
