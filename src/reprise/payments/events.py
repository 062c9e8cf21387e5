from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from reprise.kernel.event import Event


@dataclass(frozen=True)
class PaymentAuthorized(Event):
    """The buyer's money is held (``collected`` false) or already here (true)."""

    payment_id: UUID
    reference: UUID
    collected: bool


@dataclass(frozen=True)
class PaymentDeclined(Event):
    payment_id: UUID
    reference: UUID


@dataclass(frozen=True)
class PaymentCaptured(Event):
    """What was asked for of a held payment has been collected."""

    payment_id: UUID
    reference: UUID
    captured_minor: int


@dataclass(frozen=True)
class PaymentReleased(Event):
    """A held payment went back to the buyer: released by us or lapsed at the provider."""

    payment_id: UUID
    reference: UUID


@dataclass(frozen=True)
class CaptureRefused(Event):
    """The provider definitely refused to collect a held payment."""

    payment_id: UUID
    reference: UUID


@dataclass(frozen=True)
class PaymentRefunded(Event):
    payment_id: UUID
    reference: UUID
    instruction_id: UUID
    refunded_minor: int
