"""A refund that the provider has refused is asked for again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from reprise.ledger import queries as ledger
from reprise.ledger.states import AccountKind
from reprise.orders import log
from reprise.orders.actions.answer import UnknownOrder
from reprise.orders.actions.base import in_state, lines_of, locked
from reprise.orders.models import Order
from reprise.orders.states import IN_FLIGHT, LineState, RefundVerb
from reprise.payments import actions as payments
from reprise.payments.models import Instruction, Part, Payment
from reprise.payments.states import InstructionState


def ask_refund_again(
    *, order_id: UUID, instruction_id: UUID, actor: log.Actor, now: datetime
) -> None:
    """Have the money of a refused refund sent back after all, and say who wanted it in the log.

    Money that the provider has sent although it had refused is booked instead.
    Sent again, it changes nothing.  Must be called outside a transaction: the provider is asked
    first what it has sent back.  Raises UnknownOrder, and what `payments.sent_back` and
    `payments.ask_refund_again` raise: ProviderSilent, NotRefused, RefundUnderWay,
    SentBackDiffers, NothingOwed.
    """
    of_order = Instruction.objects.filter(id=instruction_id, payment__reference=order_id)
    refused = of_order.select_related("payment").first()
    if refused is None:
        raise UnknownOrder
    if Instruction.objects.filter(repeats=refused).exists():
        return
    sent = payments.sent_back(refused.id)
    with transaction.atomic():
        order = locked(order_id)
        payment = Payment.objects.select_for_update(no_key=True).get(id=refused.payment_id)
        asked = payments.ask_refund_again(refused.id, sent, _owed(order, payment), now)
        if asked is None:
            return
        state = InstructionState(asked.state)
        found = state is InstructionState.DONE
        entry = log.Entry(
            "refund",
            RefundVerb.FIND_SENT if found else RefundVerb.ASK_AGAIN,
            InstructionState.REFUSED,
            state,
            facts_hash=log.digest([asked.id, refused.id, asked.parts]),
        )
        log.append(order.id, [entry], actor, now)


def _owed(order: Order, payment: Payment) -> dict[UUID, int]:
    """What of each part of a payment is the buyer's, by part reference, in minor units.

    It is what its clearing account holds, less what belongs to lines in flight, is on its way
    back already, or came with another attempt.  Money that was never to be kept is owed whole.
    """
    parts = list(payment.parts.all())
    if payment.adopted_at is None:
        return {part.reference: part.captured - part.refund_asked for part in parts}
    flying = in_state(lines_of(order), *IN_FLIGHT)
    kept = {part.reference: 0 for part in parts}
    for line in flying:
        if line.seller_order_id in kept:
            kept[line.seller_order_id] += line.price + line.shipping
        if line.id in kept:
            kept[line.id] += line.premium
    if in_state(flying, LineState.RESERVED, LineState.PAID, LineState.ACCEPTED):
        kept[order.id] = order.fee
    others = Part.objects.filter(payment__reference=order.id, payment__adopted_at__isnull=True)
    for part in others:
        if part.reference in kept:
            kept[part.reference] += part.captured - part.refunded
    return {
        part.reference: ledger.balance_of(part.seller_id, AccountKind.CLEARING, part.reference)
        - kept[part.reference]
        - (part.refund_asked - part.refunded)
        for part in parts
    }
