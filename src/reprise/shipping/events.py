from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class ParcelDelivered(Event):
    shipment_id: UUID
    seller_id: UUID
    reference: UUID
    delivered_at: datetime


@dataclass(frozen=True)
class ParcelWaiting(Event):
    """It can be picked up at a point."""

    shipment_id: UUID
    seller_id: UUID
    reference: UUID
    waiting_since: datetime


@dataclass(frozen=True)
class ParcelReturned(Event):
    """The carrier brought it back to its sender."""

    shipment_id: UUID
    seller_id: UUID
    reference: UUID
    returned_at: datetime
