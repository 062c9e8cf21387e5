"""The end of an unpaid order."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.orders import log
from reprise.orders.actions.base import advance, give_stock_back, in_state, lines_of, locked
from reprise.orders.events import OrderExpired
from reprise.orders.states import LineState, LineVerb
from reprise.outbox.actions import publish
from reprise.payments import actions as payments
from reprise.payments import queries as payments_queries
from reprise.payments.models import Payment


def expire(order_id: UUID, now: datetime) -> bool:
    """Give an unpaid order's devices back to the shelf; False when it is paid, over, or not due.

    A payment that is held or collected, even if the order has not heard of it yet, keeps it.
    """
    with transaction.atomic():
        order = locked(order_id)
        if now < order.pay_by:
            return False
        lines = in_state(lines_of(order), LineState.RESERVED)
        attempts = Payment.objects.filter(reference=order.id).order_by("attempt")
        if not lines:
            return False
        for payment in attempts:
            payments.expire(payment.id, now)
        if payments_queries.is_paid(order.id):
            return False
        advance(order, lines, LineVerb.EXPIRE, log.CLOCK, now, reason="unpaid")
        give_stock_back(lines, now)
        publish([OrderExpired(order.id)], at=now)
        return True
