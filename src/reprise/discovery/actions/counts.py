"""Orders of the last days, and the label that follows from them (S11)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from reprise.catalog.models import Variant
from reprise.discovery.configuration import configuration_on
from reprise.discovery.events import ShelvesArranged
from reprise.discovery.models import Sale
from reprise.outbox.actions import publish

_LOCK: Final = "SELECT FROM discovery_shelf ORDER BY product_id, market FOR NO KEY UPDATE"
# The ranks are those of a list of the sub-category in its own order (`queries.listing`).
_COUNT: Final = """
WITH sold AS (
  SELECT market, product_id, count(*) AS orders FROM discovery_sale
   WHERE at >= %(start)s AND at < %(end)s GROUP BY market, product_id
), placed AS (
  SELECT s.market, s.product_id, coalesce(sold.orders, 0) AS orders,
         row_number() OVER (PARTITION BY s.market, s.category
             ORDER BY coalesce(sold.orders, 0) DESC, s.released DESC, s.slug) AS place,
         count(*) OVER (PARTITION BY s.market, s.category) AS size
    FROM discovery_shelf s LEFT JOIN sold USING (market, product_id)
), ranked AS (
  SELECT market, product_id, orders,
         orders >= %(minimum)s AND place <= ceil(size * %(share)s / 1000000.0) AS top
    FROM placed
)
UPDATE discovery_shelf s SET orders_30d = r.orders, top_seller = r.top
  FROM ranked r
 WHERE r.market = s.market AND r.product_id = s.product_id
   AND (s.orders_30d, s.top_seller) IS DISTINCT FROM (r.orders::int, r.top)
"""


def note_sale(order_id: UUID, market: str, variant_ids: Sequence[UUID], at: datetime) -> None:
    """Count a final order once for each product in it.

    ``variant_ids`` are those of the lines that were accepted and collected; a second call for the
    same order adds nothing.
    """
    products = Variant.objects.filter(id__in=variant_ids).values_list("product_id", flat=True)
    Sale.objects.bulk_create(
        (
            Sale(market=market, product_id=product, order_id=order_id, at=at)
            for product in sorted(set(products))
        ),
        ignore_conflicts=True,
    )


def forget_sales(now: datetime) -> int:
    """Delete what no list counts any more: the days that it counts, and one; how many.

    A sale that is noted again later does not come back: its event was told, or is older than that.
    """
    days = configuration_on(now.date()).window_days
    return Sale.objects.filter(at__lt=now - timedelta(days=days + 1)).delete()[0]


def forget_sales_of(order_ids: Collection[UUID]) -> None:
    """Delete what counts of these orders, whose person has objected; no list counts them from the
    next `recount` on."""
    Sale.objects.filter(order_id__in=order_ids).delete()


def recount(now: datetime) -> None:
    """Count the orders in [now - 30 days, now) again, and who is a best seller."""
    with transaction.atomic():
        count(now)
        publish([ShelvesArranged(configuration_on(now.date()).version)], at=now)


def count(now: datetime) -> None:
    """`recount` without its event, inside the caller's transaction."""
    config = configuration_on(now.date())
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
        cursor.execute(
            _COUNT,
            {
                "start": now - timedelta(days=config.window_days),
                "end": now,
                "minimum": config.top_minimum,
                "share": config.top_share,
            },
        )
