"""Everything on sale in a market, for those who walk through it to the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise.discovery.queries.search import matching
from reprise.discovery.views import Understood
from reprise.kernel.money import Money
from reprise.markets.queries import market as market_of

# (points of the match, address); an entry comes after those with more points.
Position = tuple[int, str]

_ENTRIES: Final = """
{match}
SELECT s.product_id, s.slug, s.name, s.brand, s.category, s.released, s.top_seller,
       s.variant_id, v.slug, s.grade, s.price_minor, s.shipping_minor, {points}
  FROM discovery_shelf s
  {join}
  JOIN catalog_variant v ON v.id = s.variant_id
 WHERE s.market = %(market)s
   AND (%(category)s::text IS NULL OR s.categories @> ARRAY[%(category)s]::varchar[])
   AND (%(slug)s::text IS NULL OR {points} < %(after)s
        OR ({points} = %(after)s AND s.slug COLLATE "C" > %(slug)s))
 ORDER BY {points} DESC, s.slug COLLATE "C"
 LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A product with the cheapest way to have it, shipping included.

    ``released`` is YYYY-MM or empty.  ``position`` is where the walk goes on after it.
    """

    product_id: UUID
    slug: str
    name: str
    brand: str
    category: str
    released: str
    top_seller: bool
    variant_id: UUID
    variant_slug: str
    grade: str
    price: Money
    shipping: Money
    position: Position


def directory(
    market: str,
    category: str | None = None,
    text: str = "",
    limit: int = 100,
    after: Position | None = None,
) -> tuple[tuple[Entry, ...], Understood | None]:
    """At most ``limit`` products after a position, and how ``text`` was read.

    Without a text they stand in the order of their addresses, so a walk misses and repeats nothing
    while prices and ranks change; with one, what matches better comes first.  One statement, one
    more for a text.
    """
    match, understood = matching(text) if text else (None, None)
    if understood is not None and match is None:
        return (), understood
    points, slug = after or (0, None)
    sql = _ENTRIES.format(
        match=f"WITH {match.sql}" if match else "",
        join="JOIN match m USING (product_id)" if match else "",
        points="m.points" if match else "0::bigint",
    )
    parameters: dict[str, Any] = {
        "market": market,
        "category": category,
        "after": points,
        "slug": slug,
        "limit": limit,
        **(match.parameters if match else {}),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
    currency = market_of(market).currency
    return tuple(_entry(row, currency) for row in rows), understood


def _entry(row: tuple[Any, ...], currency: str) -> Entry:
    return Entry(
        product_id=row[0],
        slug=row[1],
        name=row[2],
        brand=row[3],
        category=row[4],
        released=row[5],
        top_seller=row[6],
        variant_id=row[7],
        variant_slug=row[8],
        grade=row[9],
        price=Money(row[10], currency),
        shipping=Money(row[11], currency),
        position=(int(row[12]), row[1]),
    )
