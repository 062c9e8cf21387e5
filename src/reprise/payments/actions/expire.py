"""The end of the time to pay."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from reprise import rows
from reprise.payments.actions.record import locked, step
from reprise.payments.models import Payment
from reprise.payments.states import PAYMENT, PaymentState, PaymentVerb


def expire(payment_id: UUID, now: datetime) -> bool:
    """Close an unpaid payment on our side; False when it is paid or over.

    The provider was told the same instant when the payment was started.  Money that it reports
    later is still taken in or given back.
    """
    payment = locked(payment_id)
    if not PAYMENT.allows(PaymentState(payment.state), PaymentVerb.EXPIRE):
        return False
    step(payment, PaymentVerb.EXPIRE, now)
    rows.update(payment, Payment.MUTABLE)
    return True
