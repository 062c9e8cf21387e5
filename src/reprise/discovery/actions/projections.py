"""Keeping and rebuilding what buyers read by product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count

from reprise.catalog.models import Variant
from reprise.discovery.actions.contest import hold
from reprise.discovery.actions.counts import count
from reprise.discovery.actions.shelves import arrange
from reprise.discovery.configuration import configuration_on
from reprise.discovery.events import BuyBoxChanged, ShelvesArranged
from reprise.markets.queries import MARKETS
from reprise.outbox.actions import publish

# A batch holds about this many offers (times the markets they are in) in memory.
BATCH: Final = 4_000
# Keeps our advisory locks apart from those of other tables' ids.
_LOCKS: Final = 0x6469_7363_6F76_6572
# Asked every minute: two ranges of the index, where "<>" would read the table.
_OUTDATED: Final = """
SELECT product_id, variant_id, sum(1 + jsonb_array_length(candidates))::int
  FROM discovery_buybox
 WHERE config_version < %(version)s OR config_version > %(version)s
 GROUP BY product_id, variant_id
"""


def refresh(variant_id: UUID, grade: str, now: datetime) -> None:
    """Hold the contest for a variant in a grade again, in every market, and set its shelf.

    The state found counts, not what the caller saw, so it may run late, twice or concurrently.
    Publishes BuyBoxChanged for each market in which a buyer sees something else.
    """
    product_id = Variant.objects.values_list("product_id", flat=True).get(id=variant_id)
    with transaction.atomic():
        _refresh([(product_id, [variant_id])], grade, now)


def refresh_seller(seller_id: UUID, now: datetime) -> None:
    """After a change of a seller's quality rates, shipping or standing: all it offers, again."""
    variants = Variant.objects.filter(offers__seller_id=seller_id)
    for batch in _batches(list(variants.values_list("product_id", "id", "id").distinct()), 500):
        with transaction.atomic():
            _refresh(batch, None, now)


def rank_anew(now: datetime) -> int:
    """Hold again what was decided under another configuration than the one in force; how many
    variants that were.

    Runs in batches of their own transactions, while sellers work, and again after a kill: what it
    has not reached still names the other version.  Stored pages go with each batch.
    """
    version = configuration_on(now.date()).version
    with connection.cursor() as cursor:
        cursor.execute(_OUTDATED, {"version": version})
        rows = cursor.fetchall()
    for batch in _batches(rows, BATCH):
        with transaction.atomic():
            _recompute(batch, None, now)
            arrange([product for product, _ in batch])
            publish([ShelvesArranged(version)], at=now)
    return len(rows)


def rebuild(now: datetime) -> int:
    """Make every projection again, in batches of their own transactions; how many buy boxes
    were not as they should have been.

    Readers see each product before or after, never between.  It may run while sellers work, and
    be killed and started again.
    """
    with connection.cursor() as cursor:
        for table in ("buybox", "option", "shelf"):
            cursor.execute(
                f"DELETE FROM discovery_{table} WHERE market <> ALL(%s)",  # noqa: S608
                [list(MARKETS)],
            )
    wrong = 0
    rows = Variant.objects.annotate(number=Count("offers")).values_list(
        "product_id", "id", "number"
    )
    for batch in _batches([(product, id_, 1 + number) for product, id_, number in rows], BATCH):
        with transaction.atomic():
            wrong += len(_recompute(batch, None, now))
            arrange([product for product, _ in batch])
    with transaction.atomic():
        count(now)
        publish([ShelvesArranged(configuration_on(now.date()).version)], at=now)
    return wrong


def _refresh(batch: Sequence[tuple[UUID, list[UUID]]], grade: str | None, now: datetime) -> None:
    changed = _recompute(batch, grade, now)
    if changed:
        arrange(sorted({event.product_id for event in changed}))
        publish(changed, at=now)


def _recompute(
    batch: Sequence[tuple[UUID, list[UUID]]], grade: str | None, now: datetime
) -> list[BuyBoxChanged]:
    _lock([product for product, _ in batch])
    return hold([variant for _, variants in batch for variant in variants], grade, now)


def _lock_key(product_id: UUID) -> int:
    """64 of the id's bits, as PostgreSQL's signed bigint; two products may share one."""
    return int.from_bytes(product_id.bytes[8:], signed=True) ^ _LOCKS


def _lock(product_ids: Sequence[UUID]) -> None:
    """Be the only one who recomputes these products until the transaction ends.

    Everything is read after the lock was had, in statements of their own, so the last one to
    write has seen the newest committed offers.  Locks are taken in the order of the products.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key",
            [[_lock_key(product) for product in sorted(product_ids)]],
        )


def _batches(
    rows: Sequence[tuple[UUID, UUID, object]], size: int
) -> Iterator[list[tuple[UUID, list[UUID]]]]:
    """Group (product, variant, weight) by product, in the order of the locks, up to ``size``."""
    products: dict[UUID, list[UUID]] = {}
    weights: dict[UUID, int] = {}
    for product, variant, weight in rows:
        products.setdefault(product, []).append(variant)
        weights[product] = weights.get(product, 0) + (weight if isinstance(weight, int) else 1)
    batch: list[tuple[UUID, list[UUID]]] = []
    held = 0
    for product in sorted(products):
        batch.append((product, products[product]))
        held += weights[product]
        if held >= size:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
