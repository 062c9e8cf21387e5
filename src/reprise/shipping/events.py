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
