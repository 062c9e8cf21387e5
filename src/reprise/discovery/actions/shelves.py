"""The shelves: one row a product and market, made from the buy box and the catalogue."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise.catalog.models import Category, Product
from reprise.discovery import ways
from reprise.discovery.colours import FAMILIES
from reprise.discovery.words import index, size_word, vector
from reprise.markets.queries import MARKETS

# "Cheapest" is item and shipping together, here and in every sort: it is what the buyer pays.
_OPTIONS: Final = """
WITH fresh AS (
  SELECT DISTINCT ON (market, product_id, storage_gb, colour, grade)
         market, product_id, storage_gb, colour, grade, variant_id, price_minor, shipping_minor
    FROM discovery_buybox
   WHERE product_id = ANY(%(products)s)
   ORDER BY market, product_id, storage_gb, colour, grade,
            price_minor + shipping_minor, variant_id
), gone AS (
  DELETE FROM discovery_option o
   WHERE o.market = ANY(%(markets)s) AND o.product_id = ANY(%(products)s)
     AND NOT EXISTS (
       SELECT FROM fresh f
        WHERE (f.market, f.product_id, f.storage_gb, f.colour, f.grade)
            = (o.market, o.product_id, o.storage_gb, o.colour, o.grade))
)
INSERT INTO discovery_option AS o
       (market, product_id, storage_gb, colour, grade, variant_id, price_minor, shipping_minor)
SELECT market, product_id, storage_gb, colour, grade, variant_id, price_minor, shipping_minor
  FROM fresh
    ON CONFLICT (market, product_id, storage_gb, colour, grade) DO UPDATE
   SET variant_id = EXCLUDED.variant_id, price_minor = EXCLUDED.price_minor,
       shipping_minor = EXCLUDED.shipping_minor
 WHERE (o.variant_id, o.price_minor, o.shipping_minor)
       IS DISTINCT FROM (EXCLUDED.variant_id, EXCLUDED.price_minor, EXCLUDED.shipping_minor)
"""
_FACTS: Final = {
    "product_id": "uuid", "slug": "text", "name": "text", "brand": "text", "form": "text",
    "released": "text", "category": "text", "categories": "text[]", "name_words": "text[]",
    "search": "text",
}  # fmt: skip
_DERIVED: Final = (
    "variant_id", "grade", "price_minor", "shipping_minor",
    "total_max", "storages", "marks", "ways",
)  # fmt: skip
# Rows are locked by (product, market), in which order the counts lock them, too.
_SHELVES: Final = (
    f"""
WITH cheapest AS (
  SELECT DISTINCT ON (market, product_id)
         market, product_id, variant_id, grade, price_minor, shipping_minor
    FROM discovery_option
   WHERE market = ANY(%(markets)s) AND product_id = ANY(%(products)s)
   ORDER BY market, product_id, price_minor + shipping_minor, variant_id, grade
), options AS (
  SELECT market, product_id,
         coalesce(array_agg(DISTINCT storage_gb) FILTER (WHERE storage_gb > 0), '{{}}') AS storages,
         max(price_minor + shipping_minor) AS total_max
    FROM discovery_option
   WHERE market = ANY(%(markets)s) AND product_id = ANY(%(products)s)
   GROUP BY market, product_id
), marked AS (
  SELECT o.market, o.product_id, o.variant_id, o.grade, o.price_minor + o.shipping_minor AS total,
         1::bigint << (array_position(%(grades)s::text[], o.grade::text) - 1)
         | CASE WHEN o.colour = '' THEN 0 ELSE 1::bigint << (
             array_position(%(families)s::text[], o.colour::text) + {ways.COLOUR - 1}) END
         | CASE WHEN o.storage_gb = 0 THEN 0 ELSE 1::bigint << (
             array_position(p.storages, o.storage_gb) + {ways.STORAGE - 1}) END AS mark
    FROM discovery_option o JOIN options p USING (market, product_id)
), packed AS (
  SELECT market, product_id, bit_or(mark) AS marks,
         string_agg(int8send(total), '' ORDER BY total, variant_id, grade)
         || string_agg(int8send(mark), '' ORDER BY total, variant_id, grade) AS ways
    FROM marked GROUP BY market, product_id
)
INSERT INTO discovery_shelf
       (market, {", ".join(_FACTS)}, {", ".join(_DERIVED)})
SELECT c.market, p.product_id, p.slug, p.name, p.brand, p.form, p.released, p.category,
       p.categories, p.name_words,
       p.search::tsvector || array_to_tsvector(array(SELECT s || 'gb' FROM unnest(o.storages) s)),
       {", ".join(_DERIVED)}
  FROM jsonb_to_recordset(%(facts)s::jsonb)
       AS p ({", ".join(f"{name} {kind}" for name, kind in _FACTS.items())})
  JOIN cheapest c USING (product_id)
  JOIN options o USING (market, product_id)
  JOIN packed w USING (market, product_id)
 ORDER BY p.product_id, c.market
    ON CONFLICT (market, product_id) DO UPDATE SET """  # noqa: S608 - our own column names
    + ", ".join(f"{name} = EXCLUDED.{name}" for name in (*list(_FACTS)[1:], *_DERIVED))
)
_EMPTY: Final = """
DELETE FROM discovery_shelf s
 WHERE s.market = ANY(%(markets)s) AND s.product_id = ANY(%(products)s)
   AND NOT EXISTS (SELECT FROM discovery_option o
                    WHERE o.market = s.market AND o.product_id = s.product_id)
"""


def arrange(product_ids: Sequence[UUID]) -> None:
    """Make the options and shelves of these products again, in every market.

    Runs inside the caller's transaction, after the buy boxes, under the products' locks.  Keeps
    the counts of existing shelves.
    """
    facts, words = _facts(product_ids)
    parameters: dict[str, Any] = {
        "products": list(product_ids),
        "markets": list(MARKETS),
        "facts": json.dumps(facts),
        "grades": list(ways.GRADES),
        "families": list(FAMILIES),
    }
    with connection.cursor() as cursor:
        for statement in (_OPTIONS, _SHELVES, _EMPTY):
            cursor.execute(statement, parameters)
    learn(words)


def learn(words: Iterable[str]) -> None:
    """Add words to the vocabulary of the search."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO discovery_word (word) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING",
            [sorted(words)],  # in one order, so that two writers never wait for each other
        )


def _facts(product_ids: Sequence[UUID]) -> tuple[list[dict[str, Any]], set[str]]:
    chains = _chains()
    facts: list[dict[str, Any]] = []
    vocabulary: set[str] = set()
    sizes = Product.objects.filter(id__in=product_ids)
    for product in Product.objects.filter(id__in=product_ids):
        chain = chains[product.category_id]
        name_words, fields = index(
            product.name, product.brand, [category.names for category in chain]
        )
        vocabulary.update(fields)
        facts.append(
            {
                "product_id": str(product.id),
                "slug": product.slug,
                "name": product.name,
                "brand": product.brand,
                "form": product.form,
                "released": product.released,
                "category": chain[0].slug,
                "categories": [category.slug for category in chain],
                "name_words": list(name_words),
                "search": vector(fields),
            }
        )
    vocabulary.update(
        size_word(size)
        for size in sizes.values_list("variants__storage_gb", flat=True).distinct()
        if size
    )
    return facts, vocabulary


def _chains() -> dict[UUID, list[Category]]:
    """Each category with its parents, itself first."""
    categories = {category.id: category for category in Category.objects.all()}
    chains: dict[UUID, list[Category]] = {}
    for category in categories.values():
        chain, step = [category], category
        while step.parent_id:
            step = categories[step.parent_id]
            chain.append(step)
        chains[category.id] = chain
    return chains
