from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class OfferChanged(Event):
    """A price changed, an offer ran out or came back, or was switched off or on: who is shown may
    be another one now."""

    offer_id: UUID
    variant_id: UUID
    grade: str
