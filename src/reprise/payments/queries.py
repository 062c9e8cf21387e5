from __future__ import annotations

from datetime import datetime
from uuid import UUID

from reprise.payments.models import Instruction, Payment
from reprise.payments.states import InstructionState, PaymentState, Verb


def latest(reference: UUID) -> Payment | None:
    """The attempt that pays for a reference, else the newest one."""
    return Payment.objects.filter(reference=reference).order_by("adopted_at", "-attempt").first()


def unanswered(before: datetime) -> list[UUID]:
    """Instructions asked before ``before`` that have no answer yet (capture, release, refund)."""
    return list(
        Instruction.objects.filter(state=InstructionState.OPEN.value, asked_at__lt=before)
        .exclude(verb=Verb.AUTHORIZE.value)
        .values_list("id", flat=True)
    )


def lapsing(before: datetime) -> list[UUID]:
    """Held payments that the provider lets go before ``before``."""
    return list(
        Payment.objects.filter(
            state=PaymentState.AUTHORISED.value, capture_by__lt=before
        ).values_list("id", flat=True)
    )
