"""What the API reads itself: categories, a variant's offers, the contest of a buy box."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from django.db import connection

from reprise.catalog.models import Category, Variant
from reprise.discovery.configuration import TIE_BREAK, configuration
from reprise.discovery.rules import CRITERIA, RankingConfig, score
from reprise.discovery.stored import candidate, loaded
from reprise.kernel.money import Money
from reprise.markets.queries import Market
from reprise.sellers.models import Seller
from reprise.web.api import shapes
from reprise.web.api.problems import UnknownCategory, UnknownVariant

_CATEGORIES: Final = """
SELECT c.slug, parent.slug, c.names, coalesce(n.number, 0)
  FROM catalog_category c
  LEFT JOIN catalog_category parent ON parent.id = c.parent_id
  LEFT JOIN (SELECT k.slug, count(*) AS number
               FROM discovery_shelf s, unnest(s.categories) AS k (slug)
              WHERE s.market = %(market)s GROUP BY k.slug) AS n ON n.slug = c.slug
 ORDER BY c.parent_id IS NOT NULL, parent.position, parent.slug, c.position, c.slug
"""
# What a buy box takes part from, with what is sold out; the method is the one a quote charges.
_OFFERS: Final = """
SELECT o.id, o.grade, m.price_minor, way.price_minor, m.warranty_months, o.battery_min,
       o.accessories, o.available > 0, s.slug, s.name, s.country, s.is_operator
  FROM offers_offer o
  JOIN sellers_seller s ON s.id = o.seller_id AND s.active
  JOIN offers_marketoffer m ON m.seller_id = o.seller_id AND m.offer_id = o.id AND m.active
                           AND m.market = %(market)s AND m.currency = %(currency)s
  JOIN LATERAL (SELECT w.price_minor FROM sellers_shippingmethod w
                 WHERE w.seller_id = o.seller_id AND w.market = %(market)s
                   AND w.currency = %(currency)s AND w.active AND w.kind = 'home'
                 ORDER BY w.price_minor LIMIT 1) AS way ON TRUE
 WHERE o.active AND o.variant_id = %(variant)s AND o.id > %(after)s
 ORDER BY o.id LIMIT %(limit)s
"""
_CONTEST: Final = """
SELECT b.candidates, b.config_version,
       (SELECT d.at FROM discovery_decision d
         WHERE d.variant_id = v.id AND d.grade = %(grade)s AND d.market = %(market)s
         ORDER BY d.id DESC LIMIT 1)
  FROM catalog_variant v
  LEFT JOIN discovery_buybox b
         ON b.market = %(market)s AND b.variant_id = v.id AND b.grade = %(grade)s
 WHERE v.id = %(variant)s
"""


def amount(money: Money) -> shapes.Amount:
    return shapes.Amount(amount=str(money.decimal), minor=money.minor, currency=money.currency)


def categories(market: Market) -> list[shapes.Category]:
    """All, departments first, then what is below them.  One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_CATEGORIES, {"market": market.code})
        return [
            shapes.Category(slug=slug, parent=parent, names=loaded(names), products=products)
            for slug, parent, names, products in cursor.fetchall()
        ]


def check_category(slug: str) -> None:
    """Raises UnknownCategory.  One statement."""
    if not Category.objects.filter(slug=slug).exists():
        raise UnknownCategory(category=slug)


def offers(market: Market, variant_id: UUID, limit: int, after: UUID) -> list[shapes.Offer]:
    """At most ``limit`` offers listed after the one with that id; sold-out ones too.

    Raises UnknownVariant.  One statement, one more when there is none.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _OFFERS,
            {
                "market": market.code,
                "currency": market.currency,
                "variant": variant_id,
                "after": after,
                "limit": limit,
            },
        )
        rows = cursor.fetchall()
    if not rows and not Variant.objects.filter(id=variant_id).exists():
        raise UnknownVariant(variant=variant_id)
    return [_offer(row, market.currency) for row in rows]


def _offer(row: tuple[Any, ...], currency: str) -> shapes.Offer:
    price, shipping = Money(row[2], currency), Money(row[3], currency)
    return shapes.Offer(
        id=row[0],
        seller=shapes.Seller(slug=row[8], name=row[9], country=row[10], is_operator=row[11]),
        grade=row[1],
        price=amount(price),
        shipping=amount(shipping),
        total=amount(price + shipping),
        warranty_months=row[4],
        battery_min_percent=row[5],
        accessories=row[6],
        in_stock=row[7],
    )


def contest(
    market: Market,
    variant_id: UUID,
    grade: shapes.GradeName,
    in_force: RankingConfig,
    url: str,
) -> shapes.BuyBox:
    """The contest as it stands, winner first; without candidates when nobody can sell.

    ``url`` is where rankings are described, without the version.  Raises UnknownVariant.  Two
    statements.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CONTEST, {"market": market.code, "variant": variant_id, "grade": grade})
        row = cursor.fetchone()
    if row is None:
        raise UnknownVariant(variant=variant_id)
    stored, version, since = loaded(row[0]) or [], row[1], row[2]
    config = configuration(version) if version else in_force
    return shapes.BuyBox(
        market=market.code,
        variant_id=variant_id,
        grade=grade,
        ranking=shapes.Applied(
            version=config.version,
            weights_thousandths=_named(config.weights),
            tie_break=list(TIE_BREAK),
            url=f"{url}/{config.version}",
        ),
        winner=stored[0]["offer"] if stored else None,
        since=since,
        candidates=_candidates(stored, config, market.currency),
    )


def _candidates(
    stored: list[dict[str, Any]], config: RankingConfig, currency: str
) -> list[shapes.Candidate]:
    """Rates as they are weighed; the counts behind them are the seller's own business."""
    sellers = Seller.objects.in_bulk({one["seller"] for one in stored}) if stored else {}
    found = []
    for rank, (raw, one) in enumerate(((raw, candidate(raw)) for raw in stored), start=1):
        seller = sellers[one.seller_id]
        found.append(
            shapes.Candidate(
                rank=rank,
                offer_id=one.offer_id,
                seller=shapes.Seller(
                    slug=seller.slug,
                    name=seller.name,
                    country=seller.country,
                    is_operator=seller.is_operator,
                ),
                price=amount(Money(raw["price"], currency)),
                shipping=amount(Money(raw["shipping"], currency)),
                rates_ppm=_named(one.rates),
                score=str(score(one, config)),
            )
        )
    return found


def _named(numbers: Iterable[int]) -> dict[shapes.CriterionName, int]:
    return {c.value: number for c, number in zip(CRITERIA, numbers, strict=True)}
