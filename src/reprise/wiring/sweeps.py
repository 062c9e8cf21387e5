"""What happens because time has passed.  Each sweep may run at any time, twice, or late."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from reprise.orders import actions as orders
from reprise.orders import queries as orders_queries
from reprise.payments import actions as payments
from reprise.payments import queries as payments_queries
from reprise.payments.providers.base import ProviderUnavailable

log = logging.getLogger(__name__)

# A buyer who paid in the last second is on the way back; the notice is, too.
GRACE = timedelta(seconds=30)
# An instruction normally takes a second; its own job tries again for hours.
PATIENCE = timedelta(minutes=2)


def unpaid_orders(now: datetime) -> int:
    """Close orders whose time to pay is over, after asking the provider once more."""
    closed = 0
    for order_id in orders_queries.unpaid_since(now - GRACE):
        try:
            for payment_id in orders_queries.unpaid_payments(order_id):
                payments.refresh(payment_id, now)
        except ProviderUnavailable:
            log.warning("the provider does not answer; unpaid orders wait")
            return closed
        closed += orders.expire(order_id, now)
    return closed


def silent_sellers(now: datetime) -> int:
    """Treat orders whose seller's time to answer is over as refused."""
    return sum(orders.lapse(order_id, now) for order_id in orders_queries.unanswered_since(now))


def open_instructions(now: datetime) -> int:
    """Carry out again what the provider has not answered: a safety net below the job's retries."""
    done = 0
    for instruction_id in payments_queries.unanswered(now - PATIENCE):
        try:
            payments.perform(instruction_id, now)
        except ProviderUnavailable:
            log.warning("the provider does not answer; instructions wait")
            return done
        done += 1
    return done


def lapsed_holds(now: datetime) -> int:
    """Look up held payments that are past the end of the hold."""
    done = 0
    for payment_id in payments_queries.lapsing(now):
        try:
            done += payments.refresh(payment_id, now) == "applied"
        except ProviderUnavailable:
            return done
    return done


def every(now: datetime) -> dict[str, int]:
    """Run each sweep once; what each has done."""
    return {
        sweep.__name__: sweep(now)
        for sweep in (unpaid_orders, silent_sellers, open_instructions, lapsed_holds)
    }
