"""Taking a paid order in."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from reprise import rows
from reprise.offers.actions import OutOfStock, Reservation, reservation_rounds, reserve
from reprise.orders import chain, log
from reprise.orders.actions.base import advance, give_stock_back, in_state, lines_of, locked
from reprise.orders.contact import BuyerErased, is_erased
from reprise.orders.events import OrderPaid
from reprise.orders.models import Line, Order
from reprise.orders.states import LineState, LineVerb
from reprise.outbox.actions import publish
from reprise.payments import actions as payments
from reprise.payments.models import Payment
from reprise.payments.states import PaymentState
from reprise.sellers import actions as sellers

# What is left of the authorisation's life after the sellers' time, for the capture itself.
CAPTURE_MARGIN = timedelta(hours=6)


def take_in(order_id: UUID, payment_id: UUID, now: datetime) -> None:
    """Ask the sellers, now that the money is held or here.

    When the money came after the hold on the stock had ended, the stock is reserved again; if a
    device is gone, or its seller sells no more, the money goes back whole.  So it does when there
    is nobody to deliver to: the buyer's data was erased.
    """
    # Whoever tells of the payment has a transaction already: no savepoint inside it.
    with transaction.atomic(savepoint=False):
        order = locked(order_id)
        payment = rows.get(Payment, id=payment_id, lock=True)
        if payment.state not in {PaymentState.AUTHORISED.value, PaymentState.CAPTURED.value}:
            return
        lines = lines_of(order)
        waiting = in_state(lines, LineState.RESERVED, LineState.EXPIRED)
        if not waiting:
            return
        if is_erased(order.id):
            _let_go(order, in_state(waiting, LineState.RESERVED), now)
            payments.give_back(payment, now, why=BuyerErased.code)
            return
        if not _reserve_again(in_state(waiting, LineState.EXPIRED), now):
            payments.give_back(payment, now, why="too_late")
            return
        accept_by = _accept_by(payment, now)
        times = chain.times_hash(accept_by, payment.authorised_at, payment.capture_by)
        facts = dict.fromkeys((line.id for line in waiting), times)
        with rows.together():
            advance(order, waiting, LineVerb.PAY, log.PROVIDER, now, facts=facts)
            publish([OrderPaid(order.id)], at=now)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE orders_sellerorder SET accept_by = %s WHERE order_id = %s",
                [accept_by, order.id],
            )


def _let_go(order: Order, reserved: list[Line], now: datetime) -> None:
    """Nobody will answer for these devices: they are on the shelf again."""
    if reserved:
        advance(order, reserved, LineVerb.EXPIRE, log.PROVIDER, now, reason=BuyerErased.code)
        give_stock_back(reserved, now)


def _accept_by(payment: Payment, now: datetime) -> datetime:
    wanted = now + timedelta(hours=settings.ACCEPTANCE_HOURS)
    return (
        wanted if payment.capture_by is None else min(wanted, payment.capture_by - CAPTURE_MARGIN)
    )


def _reserve_again(lines: list[Line], now: datetime) -> bool:
    """True when there is nothing to reserve or all of it could be had, from whoever sells still."""
    if not lines:
        return True
    if not sellers.keep_selling({line.seller_id for line in lines}):
        return False
    rounds = reservation_rounds({line.id: line.seller_id for line in lines})
    try:
        with transaction.atomic():
            reserve(
                [
                    Reservation(line.seller_id, line.offer_id, line.id, rounds[line.id] + 1)
                    for line in lines
                ],
                now,
            )
    except OutOfStock:
        return False
    return True
