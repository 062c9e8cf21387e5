"""What the shop reads of the catalogue itself: headings, and devices by their ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from reprise.catalog.models import Category, Variant


def departments() -> list[Category]:
    return list(Category.objects.filter(parent=None).order_by("position", "slug"))


def category(slug: str) -> tuple[Category, list[Category]] | None:
    """A category with its department, and those below it; None for an unknown slug.

    One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.id, c.slug, c.position, c.names, p.id, p.slug, p.position, p.names
              FROM catalog_category c LEFT JOIN catalog_category p ON p.id = c.parent_id
             WHERE c.slug = %s OR p.slug = %s ORDER BY c.position, c.slug
            """,
            [slug, slug],
        )
        found = [_category(row) for row in cursor.fetchall()]
    here = next((each for each in found if each.slug == slug), None)
    return (here, [each for each in found if each.slug != slug]) if here else None


def _category(row: Sequence[Any]) -> Category:
    own, above = row[:4], row[4:]
    parent = _category((*above, None)) if above and above[0] else None
    return Category(
        id=own[0], slug=own[1], position=own[2], names=json.loads(own[3]), parent=parent
    )


def devices(variant_ids: Iterable[UUID]) -> dict[UUID, Variant]:
    """Variants with their product, for a basket or an order."""
    return Variant.objects.select_related("product").in_bulk(list(variant_ids))
