from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class PaymentAccountEntered(Event):
    """Somebody who acts for a seller said where its money is to go."""

    seller_id: UUID
    entry_id: UUID


@dataclass(frozen=True)
class PaymentAccountStopped(Event):
    """Somebody who acts for a seller stopped such an entry before it counted."""

    seller_id: UUID
    entry_id: UUID


@dataclass(frozen=True)
class StandingChanged(Event):
    """A seller began or ceased to sell here."""

    seller_id: UUID
