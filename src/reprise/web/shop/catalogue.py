"""What the shop reads of the catalogue itself: headings, and devices by their ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from reprise.catalog.models import Category, Variant


def departments() -> list[Category]:
    return list(Category.objects.filter(parent=None).order_by("position", "slug"))


class Heading(NamedTuple):
    """A category, with the department that it is in."""

    slug: str
    names: Mapping[str, str]
    parent: Heading | None


def category(slug: str) -> tuple[Heading, list[Heading]] | None:
    """A category with its department, and those below it; None for an unknown slug.

    One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.slug, c.names::text, p.slug, p.names::text
              FROM catalog_category c LEFT JOIN catalog_category p ON p.id = c.parent_id
             WHERE c.slug = %s OR p.slug = %s ORDER BY c.position, c.slug
            """,
            [slug, slug],
        )
        rows = cursor.fetchall()
    found = [
        Heading(own, json.loads(names), Heading(above, json.loads(its), None) if above else None)
        for own, names, above, its in rows
    ]
    here = next((each for each in found if each.slug == slug), None)
    return (here, [each for each in found if each is not here]) if here else None


def devices(variant_ids: Iterable[UUID]) -> dict[UUID, Variant]:
    """Variants with their product, for a basket or an order."""
    return Variant.objects.select_related("product").in_bulk(list(variant_ids))
