"""A seller's quality as the ranking sees it, and who is shown for a product."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reprise.discovery.configuration import configuration_on
from reprise.discovery.models import BuyBox
from reprise.discovery.rules import CRITERIA, NO_ORDERS, Tally, smoothed
from reprise.sellers.models import QualityRate


@dataclass(frozen=True, slots=True)
class Quality:
    """``faults`` in ``orders``, the rate that ranks and the platform's mean; both in ppm."""

    criterion: str
    orders: int
    faults: int
    smoothed: int
    mean: int


def quality(seller_id: UUID, day: date) -> list[Quality]:
    """A seller's five rates by the configuration of ``day``, in the order of their weight."""
    config = configuration_on(day)
    found = {
        row.criterion: Tally(row.orders, row.faults)
        for row in QualityRate.objects.filter(seller_id=seller_id)
    }
    tallies = {criterion: found.get(criterion.value, NO_ORDERS) for criterion in CRITERIA}
    rates = smoothed(tallies, config)
    return [
        Quality(criterion.value, tallies[criterion].orders, tallies[criterion].faults, rate, mean)
        for criterion, rate, mean in zip(CRITERIA, rates, config.means, strict=True)
    ]


def shown(variant_ids: Collection[UUID]) -> dict[tuple[UUID, str, str], BuyBox]:
    """The buy box of each variant, grade and market that has one."""
    rows = BuyBox.objects.filter(variant_id__in=list(variant_ids)).defer("candidates")
    return {(row.variant_id, row.grade, row.market): row for row in rows}
