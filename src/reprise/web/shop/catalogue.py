"""What the shop reads of the catalogue itself: headings, and devices by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from reprise.catalog.models import Category, Variant


def departments() -> list[Category]:
    return list(Category.objects.filter(parent=None).order_by("position", "slug"))


def category(slug: str) -> tuple[Category, list[Category]] | None:
    """A category with its department, and those below it; None for an unknown slug.

    One statement.
    """
    found = list(
        Category.objects.filter(Q(slug=slug) | Q(parent__slug=slug))
        .select_related("parent")
        .order_by("position", "slug")
    )
    here = next((each for each in found if each.slug == slug), None)
    return (here, [each for each in found if each.slug != slug]) if here else None


def devices(variant_ids: Iterable[UUID]) -> dict[UUID, Variant]:
    """Variants with their product, for a basket or an order."""
    return Variant.objects.select_related("product").in_bulk(list(variant_ids))
