"""The sale becomes final, or fails."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.kernel.money import Money
from reprise.law.calendars import Calendar
from reprise.law.terms.dispatch import Payment, dispatch
from reprise.ledger import actions as ledger
from reprise.ledger.states import AccountKind
from reprise.orders import chain, log
from reprise.orders.actions.base import advance, give_stock_back, in_state, lines_of, locked
from reprise.orders.events import OrderCancelled, SaleFinal
from reprise.orders.models import Order, SellerOrder
from reprise.orders.states import LineState, LineVerb
from reprise.outbox.actions import publish
from reprise.payments import queries as payments
from reprise.sellers.models import PLATFORM


def finish(order_id: UUID, now: datetime) -> None:
    """Make accepted devices sold, now that their money is collected (S43)."""
    with transaction.atomic():
        finish_locked(locked(order_id), now)


def finish_locked(order: Order, now: datetime) -> None:
    lines = in_state(lines_of(order), LineState.ACCEPTED)
    if not lines:
        return
    countries = dict(
        SellerOrder.objects.filter(order_id=order.id).values_list("id", "dispatch_country")
    )
    for line in lines:
        place = Calendar(countries[line.seller_order_id])
        line.ship_by = dispatch(Payment(received=now, calendar=place)).ship_by
    facts = {line.id: chain.times_hash(line.ship_by) for line in lines}
    advance(order, lines, LineVerb.COLLECT, log.PROVIDER, now, basis="S43", facts=facts)
    _earn_fee(order, now)
    publish([SaleFinal(order.id)], at=now)


def cancel(order_id: UUID, payment_id: UUID, now: datetime) -> None:
    """Undo what was accepted or waits, because the money that was held for it is gone.

    Only the payment that carries the order can do that: a repeated one is given back without
    touching what the other has paid for.
    """
    with transaction.atomic():
        order = locked(order_id)
        if not payments.carries(payment_id):
            return
        lines = in_state(lines_of(order), LineState.PAID, LineState.ACCEPTED)
        if not lines:
            return
        advance(order, lines, LineVerb.FAIL, log.PROVIDER, now, reason="not_collected")
        give_stock_back(lines, now)
        publish([OrderCancelled(order.id)], at=now)


def return_fee(order: Order, now: datetime) -> Money:
    """Take the earned service fee out of the income again, because nothing is left of the order
    (S6); how much the buyer is to get back of it."""
    purse = ledger.Purse(PLATFORM, order.market, order.currency)
    fee = Money(order.fee, order.currency)
    ledger.transfer(
        purse,
        ledger.account(purse, AccountKind.FEE),
        ledger.account(purse, AccountKind.CLEARING),
        fee,
        ledger.Step(key=f"fee_returned:{order.id}", code="fee_returned", reference=order.id),
        at=now,
    )
    return fee


def _earn_fee(order: Order, now: datetime) -> None:
    purse = ledger.Purse(PLATFORM, order.market, order.currency)
    ledger.transfer(
        purse,
        ledger.account(purse, AccountKind.CLEARING),
        ledger.account(purse, AccountKind.FEE),
        Money(order.fee, order.currency),
        ledger.Step(key=f"fee:{order.id}", code="service_fee", reference=order.id),
        at=now,
    )
