"""The buy box of some variants, held again from what sellers offer now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from django.db import connection

from reprise.discovery.colours import family
from reprise.discovery.configuration import configuration_on
from reprise.discovery.events import BuyBoxChanged
from reprise.discovery.rules import (
    CRITERIA,
    NO_ORDERS,
    Candidate,
    RankingConfig,
    Rates,
    Tally,
    ranked,
    score,
    smoothed,
)
from reprise.discovery.states import Criterion
from reprise.discovery.stored import DECIDING, candidate, loaded
from reprise.kernel.ids import new_id
from reprise.markets.queries import MARKETS

Key: TypeAlias = tuple[str, UUID, str]  # market, variant, grade
CURRENCIES: Final = {code: market.currency for code, market in MARKETS.items()}

# Nothing that is paid to the platform is read here (S15): not the commission, not a plan.
_OFFERED: Final = """
SELECT m.market, o.variant_id, o.grade, o.id, o.seller_id, m.price_minor, m.warranty_months,
       v.product_id, coalesce(v.storage_gb, 0), v.colour_hex
  FROM offers_offer o
  JOIN catalog_variant v ON v.id = o.variant_id
  JOIN sellers_seller s ON s.id = o.seller_id AND s.active
  JOIN offers_marketoffer m ON m.seller_id = o.seller_id AND m.offer_id = o.id AND m.active
  JOIN unnest(%(markets)s::text[], %(currencies)s::text[]) AS c (market, currency)
    ON c.market = m.market AND c.currency = m.currency
 WHERE o.active AND o.available > 0 AND o.variant_id = ANY(%(variants)s)
   AND (%(grade)s::text IS NULL OR o.grade = %(grade)s)
"""
# The method that a quote charges: to the door, the cheapest, then the fastest.
_SHIPPING: Final = """
SELECT DISTINCT ON (seller_id, market) seller_id, market, price_minor, days_min, days_max
  FROM sellers_shippingmethod
  JOIN unnest(%(markets)s::text[], %(currencies)s::text[]) AS c (market, currency)
       USING (market, currency)
 WHERE seller_id = ANY(%(sellers)s) AND active AND kind = 'home'
 ORDER BY seller_id, market, price_minor, days_max, code
"""
_RATES: Final = """
SELECT seller_id, criterion, orders, faults FROM sellers_qualityrate
 WHERE seller_id = ANY(%(sellers)s) AND criterion = ANY(%(criteria)s)
"""
_BEFORE: Final = """
SELECT market, variant_id, grade, product_id, storage_gb, colour, candidates, config_version
  FROM discovery_buybox
 WHERE variant_id = ANY(%(variants)s) AND (%(grade)s::text IS NULL OR grade = %(grade)s)
"""
_COLUMNS: Final = {
    "market": "text", "variant_id": "uuid", "grade": "text", "product_id": "uuid",
    "storage_gb": "int", "colour": "text", "offer_id": "uuid", "seller_id": "uuid",
    "price_minor": "bigint", "shipping_minor": "bigint", "days_min": "int", "days_max": "int",
    "warranty_months": "int", "score": "bigint", "candidates": "jsonb", "config_version": "text",
}  # fmt: skip
_WRITE: Final = (
    f"INSERT INTO discovery_buybox ({', '.join(_COLUMNS)})"  # noqa: S608 - our own column names
    f" SELECT {', '.join(_COLUMNS)} FROM jsonb_to_recordset(%(rows)s::jsonb)"
    f" AS r ({', '.join(f'{name} {kind}' for name, kind in _COLUMNS.items())})"
    " ON CONFLICT (market, variant_id, grade) DO UPDATE SET "
    + ", ".join(f"{name} = EXCLUDED.{name}" for name in list(_COLUMNS)[3:])
)
_APPEND: Final = """
INSERT INTO discovery_decision
       (id, market, variant_id, grade, config_version, inputs, result, at)
SELECT id, market, variant_id, grade, config_version, inputs, result, at
  FROM jsonb_to_recordset(%(rows)s::jsonb) AS r (
       id uuid, market text, variant_id uuid, grade text, config_version text, inputs jsonb,
       result jsonb, at timestamptz)
"""
_REMOVE: Final = """
DELETE FROM discovery_buybox b
 USING unnest(%(markets)s::text[], %(variants)s::uuid[], %(grades)s::text[]) AS k (m, v, g)
 WHERE b.market = k.m AND b.variant_id = k.v AND b.grade = k.g
"""


class Offered(NamedTuple):
    """One row of `_OFFERED`."""

    market: str
    variant_id: UUID
    grade: str
    offer_id: UUID
    seller_id: UUID
    price: int
    warranty: int
    product_id: UUID
    storage_gb: int
    colour_hex: str


class Quality(NamedTuple):
    tallies: list[list[int]]
    rates: Rates


def hold(variant_ids: Sequence[UUID], grade: str | None, now: datetime) -> list[BuyBoxChanged]:
    """Recompute every market's buy box of these variants (all grades when None is named).

    Runs inside the caller's transaction, under the lock of each product concerned.  Writes what
    differs, notes a decision where the winner, the order or the configuration changed, and
    returns what a buyer can see differently.
    """
    config = configuration_on(now.date())
    scope: dict[str, Any] = {"variants": list(variant_ids), "grade": grade}
    fresh = _fresh(scope, config)
    before = _before(scope)
    changed = {key: row for key, row in fresh.items() if before.get(key) != _comparable(row)}
    gone = [key for key in before if key not in fresh]
    _decide(changed, gone, before, config, now)
    with connection.cursor() as cursor:
        if changed:
            cursor.execute(_WRITE, {"rows": json.dumps(list(changed.values()))})
        if gone:
            markets, variants, grades = (list(part) for part in zip(*gone, strict=True))
            cursor.execute(_REMOVE, {"markets": markets, "variants": variants, "grades": grades})
    return [
        BuyBoxChanged(key[0], UUID(row["product_id"]), key[1], key[2])
        for key, row in [*changed.items(), *((key, before[key]) for key in gone)]
    ]


def _fresh(scope: dict[str, Any], config: RankingConfig) -> dict[Key, dict[str, Any]]:
    markets = {"markets": list(CURRENCIES), "currencies": list(CURRENCIES.values())}
    with connection.cursor() as cursor:
        cursor.execute(_OFFERED, {**scope, **markets})
        offered = [Offered._make(row) for row in cursor.fetchall()]
        sellers: dict[str, Any] = {"sellers": list({row.seller_id for row in offered})}
        cursor.execute(_SHIPPING, {**sellers, **markets})
        shipping = {(row[0], row[1]): row[2:] for row in cursor.fetchall()}
        cursor.execute(_RATES, sellers | {"criteria": [c.value for c in CRITERIA]})
        quality = _quality(sellers["sellers"], cursor.fetchall(), config)
    contests: dict[Key, list[Offered]] = defaultdict(list)
    for row in offered:
        if (row.seller_id, row.market) in shipping:
            contests[row.market, row.variant_id, row.grade].append(row)
    return {key: _contest(key, rows, shipping, quality, config) for key, rows in contests.items()}


def _quality(
    sellers: Sequence[UUID], rows: Sequence[tuple[Any, ...]], config: RankingConfig
) -> dict[UUID, Quality]:
    tallies: dict[UUID, dict[Criterion, Tally]] = {seller: {} for seller in sellers}
    for seller, criterion, orders, faults in rows:
        tallies[seller][Criterion(criterion)] = Tally(orders, faults)
    return {
        seller: Quality(
            [[t.orders, t.faults] for t in (own.get(c, NO_ORDERS) for c in CRITERIA)],
            smoothed(own, config),
        )
        for seller, own in tallies.items()
    }


def _contest(
    key: Key,
    rows: Sequence[Offered],
    shipping: dict[tuple[UUID, str], tuple[int, int, int]],
    quality: dict[UUID, Quality],
    config: RankingConfig,
) -> dict[str, Any]:
    """The buy box's row as JSON values."""
    market, variant_id, grade = key
    by_offer = {row.offer_id: row for row in rows}
    order = ranked(
        [
            Candidate(
                row.offer_id,
                row.seller_id,
                row.price,
                shipping[row.seller_id, market][0],
                quality[row.seller_id].rates,
            )
            for row in rows
        ],
        config,
    )
    winner, first = order[0], by_offer[order[0].offer_id]
    days = shipping[winner.seller_id, market][1:]
    return {
        "market": market,
        "variant_id": str(variant_id),
        "grade": grade,
        "product_id": str(first.product_id),
        "storage_gb": first.storage_gb,
        "colour": family(first.colour_hex),
        "offer_id": str(winner.offer_id),
        "seller_id": str(winner.seller_id),
        "price_minor": winner.price,
        "shipping_minor": winner.shipping,
        "days_min": days[0],
        "days_max": days[1],
        "warranty_months": first.warranty,
        "score": score(winner, config),
        "candidates": [
            {
                "offer": str(one.offer_id),
                "seller": str(one.seller_id),
                "price": one.price,
                "shipping": one.shipping,
                "tallies": quality[one.seller_id].tallies,
                "rates": list(one.rates),
                "days": list(shipping[one.seller_id, market][1:]),
                "warranty": by_offer[one.offer_id].warranty,
            }
            for one in order
        ],
        "config_version": config.version,
    }


_COMPARED: Final = ("product_id", "storage_gb", "colour", "candidates", "config_version")


def _comparable(row: dict[str, Any]) -> dict[str, Any]:
    """What a stored row is compared by; the rest of it follows from the first candidate."""
    return {name: row[name] for name in _COMPARED}


def _before(scope: dict[str, Any]) -> dict[Key, dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(_BEFORE, scope)
        return {
            (market, variant, grade): dict(
                zip(_COMPARED, (str(product), *rest[:2], loaded(rest[2]), rest[3]), strict=True)
            )
            for market, variant, grade, product, *rest in cursor.fetchall()
        }


def _decide(
    changed: dict[Key, dict[str, Any]],
    gone: Sequence[Key],
    before: dict[Key, dict[str, Any]],
    config: RankingConfig,
    now: datetime,
) -> None:
    """Append a decision for each contest whose order or configuration is another one now."""
    decided = [
        (key, row["candidates"])
        for key, row in changed.items()
        if key not in before
        or before[key]["config_version"] != config.version
        or _order(before[key]) != _order(row)
    ]
    decided.extend((key, []) for key in gone)
    rows = [
        {
            "id": str(new_id()),
            "market": market,
            "variant_id": str(variant_id),
            "grade": grade,
            "config_version": config.version,
            "inputs": [{name: one[name] for name in DECIDING} for one in candidates],
            "result": {
                "winner": candidates[0]["offer"] if candidates else None,
                "scores": [score(candidate(one), config) for one in candidates],
            },
            "at": now.isoformat(),
        }
        for (market, variant_id, grade), candidates in decided
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_APPEND, {"rows": json.dumps(rows)})


def _order(row: dict[str, Any]) -> list[str]:
    return [one["offer"] for one in row["candidates"]]
