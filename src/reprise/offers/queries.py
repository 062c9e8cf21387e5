from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from reprise.offers.models import MarketOffer, Offer


def _live() -> QuerySet[Offer]:
    """Offers that somebody could buy somewhere."""
    priced = MarketOffer.objects.filter(
        seller_id=OuterRef("seller_id"), offer_id=OuterRef("id"), active=True
    )
    return Offer.objects.filter(Exists(priced), active=True, available__gt=0)


def live_by_seller(seller_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many live offers each seller has; sellers without one are left out."""
    rows = _live().filter(seller_id__in=list(seller_ids)).values("seller_id")
    return dict(rows.annotate(number=Count("id")).values_list("seller_id", "number"))


@dataclass(frozen=True, slots=True)
class Supply:
    """Offers of a variant in a grade: how many there are, and how many have stock."""

    offers: int
    in_stock: int


def supply(variant_ids: Collection[UUID]) -> dict[tuple[UUID, str], Supply]:
    """The supply of each variant and grade that has offers.  One statement."""
    rows = (
        Offer.objects.filter(variant_id__in=list(variant_ids))
        .values("variant_id", "grade")
        .annotate(number=Count("id"), stocked=Count("id", filter=Q(active=True, available__gt=0)))
    )
    return {
        (row["variant_id"], row["grade"]): Supply(row["number"], row["stocked"]) for row in rows
    }
