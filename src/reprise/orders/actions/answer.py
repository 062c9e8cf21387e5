"""A seller's answer, or silence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.orders import log
from reprise.orders.actions.base import (
    advance,
    by_part,
    give_stock_back,
    in_state,
    lines_of,
    locked,
)
from reprise.orders.actions.collect import finish_locked
from reprise.orders.events import LinesRefused
from reprise.orders.models import Line, Order, SellerOrder
from reprise.orders.states import LineState, LineVerb
from reprise.outbox.actions import publish
from reprise.payments import actions as payments
from reprise.payments.models import Payment
from reprise.payments.states import PaymentState


class UnknownOrder(Refusal):
    code = "unknown_order"
    message = "There is no such order here."
    status = 404


class AlreadyAnswered(Refusal):
    code = "already_answered"
    message = "This device has already been answered, or its time has passed. Nothing was changed."


class AnswerIncomplete(Refusal):
    code = "answer_incomplete"
    message = "Please accept or refuse each device of this order, and give a reason for a refusal."
    status = 422


REASONS = ("sold_elsewhere", "not_as_described", "cannot_ship", "price_error")


def answer(
    *,
    seller_id: UUID,
    seller_order_id: UUID,
    accept: Mapping[UUID, bool],
    reason: str,
    actor: log.Actor,
    now: datetime,
) -> None:
    """Accept (true) or refuse (false) each waiting device of a seller order.

    With the last answer of the whole order the money is asked for or given back.  The same
    answer again changes nothing.  Raises UnknownOrder, AnswerIncomplete, AlreadyAnswered.
    """
    with transaction.atomic():
        contract = SellerOrder.objects.filter(id=seller_order_id, seller_id=seller_id).first()
        if contract is None:
            raise UnknownOrder
        order = locked(contract.order_id)
        lines = lines_of(order, seller_id)
        if set(accept) != {line.id for line in lines} or (
            not all(accept.values()) and reason not in REASONS
        ):
            raise AnswerIncomplete
        if _same_answer(lines, accept):
            return
        late = contract.accept_by is not None and now >= contract.accept_by
        if late or len(in_state(lines, LineState.PAID)) != len(lines):
            raise AlreadyAnswered
        accepted = [line for line in lines if accept[line.id]]
        refused = [line for line in lines if not accept[line.id]]
        advance(order, accepted, LineVerb.ACCEPT, actor, now)
        advance(order, refused, LineVerb.REFUSE, actor, now, reason=reason)
        _give_back(order, contract, refused, "refused", now)
        settle_if_answered(order, now)


def lapse(order_id: UUID, now: datetime) -> bool:
    """Treat devices whose seller's time has passed as refused; False when there are none."""
    with transaction.atomic():
        order = locked(order_id)
        contracts = list(
            SellerOrder.objects.filter(order_id=order.id, accept_by__lte=now).order_by("seller_id")
        )
        found = False
        for contract in contracts:
            lines = in_state(lines_of(order, contract.seller_id), LineState.PAID)
            if lines:
                found = True
                advance(order, lines, LineVerb.LAPSE, log.CLOCK, now, reason="silence")
                _give_back(order, contract, lines, "lapsed", now)
        if found:
            settle_if_answered(order, now)
        return found


def _same_answer(lines: list[Line], accept: Mapping[UUID, bool]) -> bool:
    """True when every line has already been answered in just this way."""
    accepted = {
        state.value
        for state in (
            LineState.ACCEPTED, LineState.SOLD, LineState.CAME_BACK, LineState.SHIPPED,
            LineState.DELIVERED,
        )
    }  # fmt: skip
    return all(
        line.state in accepted if accept[line.id] else line.state == LineState.REFUSED.value
        for line in lines
    )


def _give_back(
    order: Order, contract: SellerOrder, lines: list[Line], why: str, now: datetime
) -> None:
    """Release the stock of refused devices and, where it was collected, send their money back."""
    if not lines:
        return
    give_stock_back(lines, now)
    payment = paying(order)
    if payment.state == PaymentState.CAPTURED.value:
        payments.ask_refund(payment.id, by_part(lines), now, key=f"{why}:{contract.id}")
    publish([LinesRefused(order.id, contract.id, why)], at=now)


def paying(order: Order) -> Payment:
    """The payment that carries the order.  Raises Payment.DoesNotExist before there is one."""
    return Payment.objects.select_for_update(no_key=True).get(
        reference=order.id, adopted_at__isnull=False
    )


def settle_if_answered(order: Order, now: datetime) -> None:
    """With the last answer: collect what was accepted, or give everything back (decision 0002)."""
    lines = lines_of(order)
    if in_state(lines, LineState.PAID):
        return
    accepted = in_state(lines, LineState.ACCEPTED)
    payment = paying(order)
    fee = Money(order.fee, order.currency)
    if payment.state == PaymentState.CAPTURED.value:
        if accepted:
            finish_locked(order, now)
        elif fee:
            payments.ask_refund(payment.id, {order.id: fee}, now, key="fee")
        return
    if payment.state != PaymentState.AUTHORISED.value:
        return
    if not accepted:
        payments.ask_release(payment.id, now, why="refused")
        return
    keep = by_part(accepted)
    if fee:
        keep[order.id] = fee
    payments.ask_capture(payment.id, keep, now)
