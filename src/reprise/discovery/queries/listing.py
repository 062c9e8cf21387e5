"""Lists of products: two statements, whatever the number of offers (S11, S12).

The first reads the shelves that the list is made of, the second what a page of tiles shows of them.
Counting and narrowing is done between the two, on what the shelves have packed (`discovery.ways`).
Shelves and options are bounded by the catalogue; offers are never read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from django.db import connection

from reprise.discovery import ways
from reprise.discovery.colours import FAMILIES
from reprise.discovery.queries.filters import Filters
from reprise.discovery.states import Sort
from reprise.discovery.stored import loaded
from reprise.discovery.views import Facets, FacetValue, Listing, Tile, Understood
from reprise.kernel.money import Money
from reprise.markets.queries import market as market_of

PER_PAGE: Final = 24
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Match:
    """A search as SQL: CTEs that end in ``match (product_id, points, matched)``, and their
    parameters; ``words`` is how many were understood."""

    sql: str
    parameters: Mapping[str, Any]
    words: int
    storages: tuple[int, ...]


class Good(NamedTuple):
    """A shelf of the list.  ``storages`` is PostgreSQL's text of them; ``ways`` is None where
    nothing is asked of them; ``low`` and ``high`` are the totals of the cheapest and dearest."""

    product_id: str
    brand: str
    line: str
    line_names: str
    model: str
    name: str
    low: int
    high: int
    storages: str
    marks: int
    ways: bytes | None
    points: int
    matched: int


_Pair = tuple[Good, ways.Left]

# Equal counts: the newer model, then the address, so that a list has one order (S11).
_GOODS: Final = """
{match}
SELECT s.product_id::text, s.brand, s.category, c.names::text, s.slug, s.name,
       s.price_minor + s.shipping_minor, s.total_max, s.storages::text, s.marks, {ways}, {points}
  FROM discovery_shelf s {join}
  LEFT JOIN catalog_category c ON c.slug = s.category
 WHERE s.market = %(market)s {inside}
 ORDER BY s.orders_30d DESC, s.released DESC, s.slug
"""
_TILES: Final = """
SELECT s.slug, s.name, s.brand, s.category, s.form, v.slug, v.storage_gb, v.colour_hex,
       v.colour_names::text, {way}.grade, {way}.price_minor, {way}.shipping_minor, s.orders_30d,
       s.top_seller
  FROM unnest({asked}) WITH ORDINALITY AS a ({names}, place)
  JOIN discovery_shelf s ON s.market = %(market)s AND s.product_id = a.product_id
  {option}
  JOIN catalog_variant v ON v.id = {way}.variant_id
 ORDER BY a.place
"""
# A tile shows the shelf's own way, or the option that was found for it.
_SHELF_TILES: Final = _TILES.format(
    way="s", asked="%(products)s::uuid[]", names="product_id", option=""
)
_OPTION_TILES: Final = _TILES.format(
    way="o",
    asked="%(products)s::uuid[], %(storages)s::int[], %(colours)s::text[], %(grades)s::text[]",
    names="product_id, storage_gb, colour, grade",
    option="""JOIN discovery_option o
    ON (o.market, o.product_id, o.storage_gb, o.colour, o.grade)
     = (s.market, s.product_id, a.storage_gb, a.colour, a.grade)""",
)


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
    preferred = match.storages if match else ()
    of_ways = filters.narrow_options or bool(preferred)
    goods = _goods(market, category, match, of_ways)
    rest = _left(goods, filters, preferred) if of_ways else [_whole(good) for good in goods]
    pairs = list(zip(goods, rest, strict=True))
    fitting = _ordered([pair for pair in _fitting(pairs, filters) if pair[1].mark], sort)
    if understood and match and fitting and fitting[0][0].matched < match.words:
        understood = replace(understood, partial=True)
    first = (max(page, 1) - 1) * PER_PAGE
    return Listing(
        tiles=_tiles(market, fitting[first : first + PER_PAGE], of_ways),
        facets=_facets(pairs, filters, market_of(market).currency),
        total=len(fitting),
        page=max(page, 1),
        pages=max(1, -(-len(fitting) // PER_PAGE)),
        sort=sort,
        understood=understood,
    )


def _goods(market: str, category: str | None, match: Match | None, of_ways: bool) -> list[Good]:
    sql = _GOODS.format(
        match=f"WITH {match.sql}" if match else "",
        join="JOIN match m USING (product_id)" if match else "",
        points="m.points::int, m.matched::int" if match else "0, 0",
        ways="s.ways" if of_ways else "NULL",
        inside="AND s.categories @> ARRAY[%(category)s]::varchar[]" if category else "",
    )
    parameters = {"market": market, "category": category, **(match.parameters if match else {})}
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(map(Good._make, cursor.fetchall()))


def _whole(good: Good) -> ways.Left:
    """A product of which nothing is narrowed."""
    marks = good.marks
    return ways.Left(good.low, marks, marks, marks, marks, good.low, good.high)


def _left(goods: Iterable[Good], filters: Filters, first: tuple[int, ...]) -> list[ways.Left]:
    wanted = ways.Wanted(
        storages=filters.storages,
        colours=filters.colours,
        grades=filters.grades,
        low=filters.price_min,
        high=filters.price_max,
        first=first,
    )
    return [ways.left(good.ways or b"", _sizes(good.storages), wanted) for good in goods]


@lru_cache(maxsize=1024)
def _sizes(text: str) -> tuple[int, ...]:
    """An array of whole numbers as PostgreSQL writes it."""
    return tuple(int(size) for size in text.strip("{}").split(",") if size)


def _fitting(pairs: Sequence[_Pair], filters: Filters, but: str = "") -> Sequence[_Pair]:
    """Those that fit the filters of products, or all of them but one."""
    chosen = {"brand": filters.brands, "line": filters.lines, "model": filters.models}
    for facet, values in chosen.items():
        if values and facet != but:
            pairs = [pair for pair in pairs if getattr(pair[0], facet) in values]
    return pairs


def _ordered(pairs: Sequence[_Pair], sort: Sort) -> Sequence[_Pair]:
    """Equals stay in the order in which they came."""
    if sort is Sort.PRICE_ASC:
        return sorted(pairs, key=lambda pair: pair[1].total)
    if sort is Sort.PRICE_DESC:
        return sorted(pairs, key=lambda pair: -pair[1].total)
    if sort is Sort.MATCH:
        return sorted(pairs, key=lambda pair: -pair[0].points)
    return pairs


def _tiles(market: str, pairs: Sequence[_Pair], of_ways: bool) -> tuple[Tile, ...]:
    if not pairs:
        return ()
    asked: dict[str, Any] = {"products": [good.product_id for good, _ in pairs]}
    if of_ways:
        found = [ways.way(left.mark, _sizes(good.storages)) for good, left in pairs]
        asked["storages"], asked["colours"], asked["grades"] = map(list, zip(*found, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(_OPTION_TILES if of_ways else _SHELF_TILES, {"market": market, **asked})
        currency = market_of(market).currency
        return tuple(Tile._make((*row, currency)) for row in cursor.fetchall())


def _facets(pairs: Sequence[_Pair], filters: Filters, currency: str) -> Facets:
    """A facet counts the products that fit all filters but its own.

    Filters on options (storage, colour, grade, price) hold together: a product fits when one way
    to have it does.
    """
    here = _fitting(pairs, filters)
    lows = [left.low for _, left in here if left.low is not None]
    highs = [left.high for _, left in here if left.high is not None]
    lines = {good.line: good.line_names for good, _ in pairs}
    models = {good.model: good.name for good, _ in pairs}

    def products(facet: str) -> Counter[str]:
        goods = (good for good, left in _fitting(pairs, filters, facet) if left.mark)
        return Counter(map(attrgetter(facet), goods))

    def options(marks: Counter[_T], meant: Callable[[_T], Iterable[str]]) -> Counter[str]:
        found: Counter[str] = Counter()
        for mark, number in marks.items():
            for value in meant(mark):
                found[value] += number
        return found

    storages = options(
        Counter((left.storages, good.storages) for good, left in here),
        lambda each: map(str, ways.storages_in(each[0], _sizes(each[1]))),
    )
    colours = options(Counter(left.colours for _, left in here), ways.colours_in)
    grades = options(Counter(left.grades for _, left in here), ways.grades_in)
    return Facets(
        brand=tuple(
            FacetValue(value, number, value in filters.brands)
            for value, number in _by_count(products("brand"))
        ),
        line=tuple(
            FacetValue(value, number, value in filters.lines, names=loaded(lines[value] or "{}"))
            for value, number in _by_count(products("line"))
        ),
        model=tuple(
            FacetValue(value, number, value in filters.models, models[value])
            for value, number in sorted(products("model").items(), key=lambda m: (models[m[0]], m))
        ),
        storage=tuple(
            FacetValue(value, storages[value], int(value) in filters.storages)
            for value in sorted(storages, key=int)
        ),
        colour=tuple(
            FacetValue(value, colours[value], value in filters.colours)
            for value in FAMILIES
            if value in colours
        ),
        grade=tuple(
            FacetValue(value, grades[value], value in filters.grades)
            for value in ways.GRADES
            if value in grades
        ),
        price=(Money(min(lows), currency), Money(max(highs), currency)) if lows else None,
    )


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
