from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from reprise import rows
from reprise.payments.models import Instruction, Notice, Payment
from reprise.payments.states import InstructionState, PaymentState, Verb


def latest(reference: UUID) -> Payment | None:
    """The attempt that pays for a reference, else the newest one."""
    return rows.first(Payment, reference=reference, order=["adopted_at", "-attempt"])


def carries(payment_id: UUID) -> bool:
    """True for the attempt that pays for its reference."""
    return Payment.objects.filter(id=payment_id, adopted_at__isnull=False).exists()


def was_tried(reference: UUID) -> bool:
    """True when a buyer has tried to pay for a reference: the provider has told of it."""
    ids = Payment.objects.filter(reference=reference).values_list("id", flat=True)
    return Notice.objects.filter(reference__in=[str(each) for each in ids]).exists()


def is_paid(reference: UUID) -> bool:
    """True when the money for a reference is held or here, on any attempt."""
    paid = [PaymentState.AUTHORISED.value, PaymentState.CAPTURED.value]
    return Payment.objects.filter(reference=reference, state__in=paid).exists()


# May still turn out to be paid.
_UNPAID = [PaymentState.CREATED.value, PaymentState.STARTED.value, PaymentState.DECLINED.value]


def unpaid_attempts(reference: UUID) -> list[UUID]:
    """Attempts of a reference that may still turn out to be paid."""
    return list(
        Payment.objects.filter(reference=reference, state__in=_UNPAID).values_list("id", flat=True)
    )


def overdue(before: datetime) -> list[UUID]:
    """Attempts that were to be paid before ``before`` and may still turn out to be paid."""
    return list(
        Payment.objects.filter(pay_by__lt=before, state__in=_UNPAID)
        .order_by("pay_by")
        .values_list("id", flat=True)[:500]
    )


def unanswered(before: datetime) -> list[UUID]:
    """Instructions asked before ``before`` that have no answer yet (capture, release, refund)."""
    return list(
        Instruction.objects.filter(state=InstructionState.OPEN.value, asked_at__lt=before)
        .exclude(verb=Verb.AUTHORIZE.value)
        .values_list("id", flat=True)
    )


def silent_about(before: datetime) -> list[UUID]:
    """References of instructions that were asked before ``before`` and have no answer yet."""
    open_asks = Instruction.objects.filter(state=InstructionState.OPEN.value, asked_at__lt=before)
    return _references(open_asks.exclude(verb=Verb.AUTHORIZE.value))


def refused_refunds() -> list[UUID]:
    """References of refunds that the provider refused and that were not asked for again."""
    return _references(
        Instruction.objects.filter(
            verb=Verb.REFUND.value, state=InstructionState.REFUSED.value, repeated_by=None
        )
    )


def _references(instructions: QuerySet[Instruction]) -> list[UUID]:
    return list(instructions.values_list("payment__reference", flat=True).distinct()[:500])


def attempts(reference: UUID) -> list[Payment]:
    """Every attempt to pay a reference, with its parts and instructions.  Three statements."""
    return list(
        Payment.objects.filter(reference=reference)
        .order_by("attempt")
        .prefetch_related(
            "parts", Prefetch("instructions", Instruction.objects.order_by("asked_at", "id"))
        )
    )


def lapsing(before: datetime) -> list[UUID]:
    """Held payments that the provider lets go before ``before``."""
    return list(
        Payment.objects.filter(
            state=PaymentState.AUTHORISED.value, capture_by__lt=before
        ).values_list("id", flat=True)
    )
