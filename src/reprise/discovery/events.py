from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class BuyBoxChanged(Event):
    """Another offer, price or delivery time is shown for a market x variant x grade, or none."""

    market: str
    product_id: UUID
    variant_id: UUID
    grade: str


@dataclass(frozen=True)
class ShelvesArranged(Event):
    """Popularity was counted, or everything rebuilt: each list may read differently now."""

    config_version: str
