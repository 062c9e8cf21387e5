"""What can be bought in a market now, by address: for those who index the shop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.db import connection

_VARIANTS: Final = """
SELECT p.slug, v.slug
  FROM catalog_variant v
  JOIN catalog_product p ON p.id = v.product_id
 WHERE EXISTS (
       SELECT 1 FROM discovery_buybox b WHERE b.market = %(market)s AND b.variant_id = v.id)
 ORDER BY p.slug COLLATE "C", v.slug COLLATE "C"
OFFSET %(skip)s LIMIT %(most)s
"""
_CATEGORIES: Final = """
SELECT DISTINCT each.slug COLLATE "C" AS slug
  FROM discovery_shelf s CROSS JOIN LATERAL unnest(s.categories) AS each (slug)
 WHERE s.market = %(market)s
 ORDER BY slug
"""


def variants_on_sale(market: str, skip: int, most: int) -> Iterator[tuple[str, str]]:
    """Slugs of product and variant of everything with a buy box, in alphabetical order."""
    with connection.cursor() as cursor:
        cursor.execute(_VARIANTS, {"market": market, "skip": skip, "most": most})
        yield from cursor.fetchall()


def categories_on_sale(market: str) -> list[str]:
    """Slugs of the categories and departments in which something is on sale."""
    with connection.cursor() as cursor:
        cursor.execute(_CATEGORIES, {"market": market})
        return [slug for (slug,) in cursor.fetchall()]


def numbers_on_sale() -> dict[str, int]:
    """How many variants can be bought, by market."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT market, count(DISTINCT variant_id) FROM discovery_buybox GROUP BY market"
        )
        return dict(cursor.fetchall())
