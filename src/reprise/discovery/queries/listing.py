"""Lists of products: two statements, whatever the number of offers (S11, S12).

The first gives a page of tiles, the second the total and the facets.  Both read shelves and
options, whose number is bounded by the catalogue, never offers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db import connection

from reprise.catalog.states import Grade
from reprise.discovery.colours import FAMILIES
from reprise.discovery.queries.filters import Filters
from reprise.discovery.states import Sort
from reprise.discovery.stored import loaded
from reprise.discovery.views import Facets, FacetValue, Listing, Tile, Understood
from reprise.kernel.money import Money
from reprise.markets.queries import market as market_of

PER_PAGE: Final = 24

# Equal counts: the newer model, then the address, so that a list has one order (S11).
_TIES: Final = "orders_30d DESC, released DESC, product_slug"
ORDERS: Final = {
    Sort.POPULAR: _TIES,
    Sort.PRICE_ASC: f"total, {_TIES}",
    Sort.PRICE_DESC: f"total DESC, {_TIES}",
    Sort.MATCH: f"points DESC, {_TIES}",
}


@dataclass(frozen=True, slots=True)
class Match:
    """A search as SQL: CTEs that end in ``match (product_id, points, matched)``, and their
    parameters; ``words`` is how many were understood."""

    sql: str
    parameters: Mapping[str, Any]
    words: int
    storages: tuple[int, ...]


def listing(
    market: str,
    category: str | None = None,
    filters: Filters | None = None,
    sort: Sort = Sort.POPULAR,
    page: int = 1,
) -> Listing:
    """A page of the products of a category (a slug at any depth; None: the whole shop)."""
    wanted = Sort.POPULAR if sort is Sort.MATCH else sort
    return find(market, category, filters or Filters(), wanted, page, None, None)


def find(
    market: str,
    category: str | None,
    filters: Filters,
    sort: Sort,
    page: int,
    match: Match | None,
    understood: Understood | None,
) -> Listing:
    currency = market_of(market).currency
    parameters: dict[str, Any] = {
        "market": market,
        "category": category,
        "brands": list(filters.brands),
        "lines": list(filters.lines),
        "models": list(filters.models),
        "storages": list(filters.storages),
        "colours": list(filters.colours),
        "grades": list(filters.grades),
        "low": filters.price_min,
        "high": filters.price_max,
        "preferred": list(match.storages) if match else [],
        "limit": PER_PAGE,
        "offset": (max(page, 1) - 1) * PER_PAGE,
        **(match.parameters if match else {}),
    }
    with connection.cursor() as cursor:
        cursor.execute(_tiles_sql(category, filters, sort, match), parameters)
        found = cursor.fetchall()
        cursor.execute(_facets_sql(category, filters, match), parameters)
        rows = cursor.fetchall()
    if understood and match and found and found[0][-1] < match.words:
        understood = replace(understood, partial=True)
    total = next((row[2] for row in rows if row[0] == "total"), 0)
    return Listing(
        tiles=tuple(_tile(row, currency) for row in found),
        facets=_facets(rows, filters, currency),
        total=total,
        page=max(page, 1),
        pages=max(1, -(-total // PER_PAGE)),
        sort=sort,
        understood=understood,
    )


def _conditions(filters: Filters) -> dict[str, str]:
    """Facet to its condition on ``s`` (a shelf) or ``o`` (an option); only facets in use."""
    total = "o.price_minor + o.shipping_minor"
    prices = [f"{total} >= %(low)s"] * (filters.price_min is not None)
    prices += [f"{total} <= %(high)s"] * (filters.price_max is not None)
    every = {
        "brand": filters.brands and "s.brand = ANY(%(brands)s)",
        "line": filters.lines and "s.category = ANY(%(lines)s)",
        "model": filters.models and "s.slug = ANY(%(models)s)",
        "storage": filters.storages and "o.storage_gb = ANY(%(storages)s)",
        "colour": filters.colours and "o.colour = ANY(%(colours)s)",
        "grade": filters.grades and "o.grade = ANY(%(grades)s)",
        "price": " AND ".join(prices),
    }
    return {facet: condition for facet, condition in every.items() if condition}


_OF_PRODUCTS: Final = ("brand", "line", "model")
_OF_OPTIONS: Final = ("storage", "colour", "grade", "price")


def _scope(category: str | None) -> str:
    inside = " AND s.categories @> ARRAY[%(category)s]::varchar[]" if category else ""
    return f"s.market = %(market)s{inside}"


def _tiles_sql(category: str | None, filters: Filters, sort: Sort, match: Match | None) -> str:
    conditions = _conditions(filters)
    products = [conditions[facet] for facet in _OF_PRODUCTS if facet in conditions]
    options = [text for facet, text in conditions.items() if facet not in _OF_PRODUCTS]
    preferred = bool(match and match.storages)
    way, cheapest = "s", ""
    if options or preferred:
        way, cheapest = "w", _cheapest(options, preferred)
    return f"""
{f"WITH {match.sql}" if match else ""}
SELECT t.product_id, t.product_slug, t.name, t.brand, t.category, t.form, v.slug, v.storage_gb,
       v.colour_hex, v.colour_names, t.grade, t.price_minor, t.shipping_minor,
       t.storages, t.colours, t.grades, t.orders_30d, t.top_seller, t.matched
  FROM (SELECT * FROM (
    SELECT s.product_id, s.slug AS product_slug, s.name, s.brand, s.category, s.form, s.released,
           s.storages, s.colours, s.grades, s.orders_30d, s.top_seller,
           {way}.variant_id, {way}.grade, {way}.price_minor, {way}.shipping_minor,
           {way}.price_minor + {way}.shipping_minor AS total,
           {"m.points, m.matched" if match else "0 AS points, 0 AS matched"}
      FROM discovery_shelf s {cheapest}
      {"JOIN match m USING (product_id)" if match else ""}
     WHERE {" AND ".join([_scope(category), *products])}) AS i
     ORDER BY {ORDERS[sort]} LIMIT %(limit)s OFFSET %(offset)s
  ) AS t
  JOIN catalog_variant v ON v.id = t.variant_id
 ORDER BY {ORDERS[sort]}"""  # noqa: S608 - our own pieces


def _cheapest(conditions: list[str], preferred: bool) -> str:
    """A join that picks each product's cheapest way under the conditions, a preferred storage
    first."""
    first = "(o.storage_gb = ANY(%(preferred)s)) DESC, " if preferred else ""
    same = ["o.market = s.market", "o.product_id = s.product_id"]
    return f"""
      JOIN LATERAL (
            SELECT o.variant_id, o.grade, o.price_minor, o.shipping_minor
              FROM discovery_option o
             WHERE {" AND ".join([*same, *conditions])}
             ORDER BY {first}o.price_minor + o.shipping_minor, o.variant_id, o.grade LIMIT 1
           ) AS w ON TRUE"""  # noqa: S608 - our own pieces


_WITHOUT_OPTIONS: Final = """TRUE AS fits, s.storages, s.colours, s.grades,
         s.price_minor + s.shipping_minor AS low, s.total_max AS high"""
_WITH_OPTIONS: Final = "o.fits, o.storages, o.colours, o.grades, o.low, o.high"


def _facets_sql(category: str | None, filters: Filters, match: Match | None) -> str:
    """Rows of (facet, value, number, names, name).

    A facet counts the products that fit all filters but its own.  Filters on options (storage,
    colour, grade, price) hold together: a product fits when one way to have it does.
    """
    conditions = _conditions(filters)

    def others(facet: str, among: tuple[str, ...]) -> str:
        """All conditions but the facet's own, of products or of options."""
        return (
            " AND ".join(f"({conditions[f]})" for f in among if f in conditions and f != facet)
            or "TRUE"
        )

    flags = ", ".join(
        f"{others(facet, _OF_PRODUCTS)} AS all_but_{facet or 'none'}"
        for facet in ("", *_OF_PRODUCTS)
    )
    options, joined, of_goods = "", "", _WITHOUT_OPTIONS
    if filters.narrow_options:
        options = _options_by_product(others, _scope(category), match is not None)
        joined = "JOIN options o USING (product_id)"
        of_goods = _WITH_OPTIONS
    return f"""
WITH {f"{match.sql}," if match else ""} {options}
goods AS MATERIALIZED (
  SELECT s.brand, s.category, s.slug, {of_goods}, {flags}
    FROM discovery_shelf s
    {joined}
    {"JOIN match USING (product_id)" if match else ""}
   WHERE {_scope(category)}
), present (facet, value) AS (
  SELECT 'total', '' FROM goods WHERE all_but_none AND fits
  UNION ALL SELECT 'brand', brand FROM goods WHERE all_but_brand AND fits
  UNION ALL SELECT 'line', category FROM goods WHERE all_but_line AND fits
  UNION ALL SELECT 'model', slug FROM goods WHERE all_but_model AND fits
  UNION ALL SELECT 'storage', unnest(storages)::text FROM goods WHERE all_but_none
  UNION ALL SELECT 'colour', unnest(colours) FROM goods WHERE all_but_none
  UNION ALL SELECT 'grade', unnest(grades) FROM goods WHERE all_but_none
), counted AS (
  SELECT facet, value, count(*) AS number FROM present GROUP BY facet, value
)
SELECT c.facet, c.value, c.number, k.names, p.name
  FROM counted c
  LEFT JOIN catalog_category k ON c.facet = 'line' AND k.slug = c.value
  LEFT JOIN catalog_product p ON c.facet = 'model' AND p.slug = c.value
UNION ALL
SELECT 'price', min(low)::text, max(high), NULL, NULL FROM goods WHERE all_but_none
"""  # noqa: S608 - our own pieces


def _options_by_product(
    others: Callable[[str, tuple[str, ...]], str], scope: str, matching: bool
) -> str:
    """The CTE ``options``: what of each product is left for each facet under the filters."""
    but = {facet: others(facet, _OF_OPTIONS) for facet in ("", *_OF_OPTIONS)}
    total = "o.price_minor + o.shipping_minor"
    return f"""
options AS (
  SELECT o.product_id, bool_or({but[""]}) AS fits,
         array_agg(DISTINCT o.storage_gb) FILTER (WHERE {but["storage"]} AND o.storage_gb > 0)
           AS storages,
         array_agg(DISTINCT o.colour) FILTER (WHERE {but["colour"]} AND o.colour <> '') AS colours,
         array_agg(DISTINCT o.grade) FILTER (WHERE {but["grade"]}) AS grades,
         min({total}) FILTER (WHERE {but["price"]}) AS low,
         max({total}) FILTER (WHERE {but["price"]}) AS high
    FROM discovery_shelf s
    {"JOIN match USING (product_id)" if matching else ""}
    JOIN discovery_option o ON o.market = s.market AND o.product_id = s.product_id
   WHERE {scope} GROUP BY o.product_id
),"""  # noqa: S608 - our own pieces


def _tile(row: tuple[Any, ...], currency: str) -> Tile:
    return Tile(
        product_id=row[0],
        slug=row[1],
        name=row[2],
        brand=row[3],
        category=row[4],
        form=row[5],
        variant_slug=row[6],
        storage_gb=row[7],
        colour_hex=row[8],
        colour_names=loaded(row[9]),
        grade=row[10],
        price=Money(row[11], currency),
        shipping=Money(row[12], currency),
        storages=tuple(row[13]),
        colours=tuple(sorted(row[14], key=FAMILIES.index)),
        grades=tuple(sorted(row[15], key=_GRADES.index)),
        orders_30d=row[16],
        top_seller=row[17],
    )


_GRADES: Final = [grade.value for grade in Grade]


def _facets(rows: Iterable[tuple[Any, ...]], filters: Filters, currency: str) -> Facets:
    found: dict[str, list[FacetValue]] = {}
    price = None
    chosen: dict[str, tuple[Any, ...]] = {
        "brand": filters.brands,
        "line": filters.lines,
        "model": filters.models,
        "storage": tuple(map(str, filters.storages)),
        "colour": filters.colours,
        "grade": filters.grades,
    }
    for facet, value, number, names, name in rows:
        if facet == "price":
            price = (int(value), number) if value is not None else None
        elif facet != "total":
            texts = loaded(names) if names else {"": name} if name else {}
            found.setdefault(facet, []).append(
                FacetValue(value, number, value in chosen[facet], texts)
            )

    def by_count(facet: str) -> tuple[FacetValue, ...]:
        return tuple(sorted(found.get(facet, ()), key=lambda v: (-v.count, v.value)))

    def by_place(facet: str, order: list[str]) -> tuple[FacetValue, ...]:
        return tuple(sorted(found.get(facet, ()), key=lambda v: order.index(v.value)))

    return Facets(
        brand=by_count("brand"),
        line=by_count("line"),
        model=tuple(sorted(found.get("model", ()), key=lambda v: v.names.get("", v.value))),
        storage=tuple(sorted(found.get("storage", ()), key=lambda v: int(v.value))),
        colour=by_place("colour", list(FAMILIES)),
        grade=by_place("grade", _GRADES),
        price=(Money(price[0], currency), Money(price[1], currency)) if price else None,
    )
