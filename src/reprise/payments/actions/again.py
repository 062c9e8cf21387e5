"""Asking once more for a refund that the provider has refused, or finding that it was made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from reprise.kernel.money import Money
from reprise.kernel.refusal import Refusal
from reprise.payments.actions.ask import write
from reprise.payments.actions.record import locked, open_instruction, record_refund
from reprise.payments.models import Instruction
from reprise.payments.providers.base import ProviderRefused, ProviderUnavailable
from reprise.payments.providers.registry import provider
from reprise.payments.states import InstructionState, Verb


class ProviderSilent(Refusal):
    code = "provider_silent"
    message = (
        "The payment provider does not say how much it has sent back already, so nothing was "
        "asked. Please try again when it answers."
    )
    status = 503


class NotRefused(Refusal):
    code = "not_refused"
    message = "Only a refund that the provider has refused can be asked for again."


class RefundUnderWay(Refusal):
    code = "refund_under_way"
    message = (
        "Another refund of this payment waits for the provider’s answer. Nothing was asked; "
        "please try again when it is there."
    )


class SentBackDiffers(Refusal):
    code = "sent_back_differs"
    message = (
        "The provider says it has sent back %(theirs)s, our books say %(ours)s. Asking again could "
        "send the money twice, so nothing was asked. Please check the books first."
    )


class NothingOwed(Refusal):
    code = "nothing_owed"
    message = (
        "Nothing of this refund is owed any more: the money was asked back another way, or it "
        "belongs to a sale that stands. Nothing was asked."
    )


def sent_back(instruction_id: UUID) -> Money:
    """How much the provider says it has ever sent back of an instruction's payment.

    Must run outside a transaction.  Raises ProviderSilent, Instruction.DoesNotExist.
    """
    payment = Instruction.objects.select_related("payment").get(id=instruction_id).payment
    try:
        return provider(payment.provider).look_up(payment.provider_ref or "").refunded
    except (ProviderUnavailable, ProviderRefused) as failure:
        raise ProviderSilent from failure


def ask_refund_again(
    instruction_id: UUID, sent: Money, owed: Mapping[UUID, int], now: datetime
) -> Instruction | None:
    """The instruction that stands in for a refused one, inside the caller's transaction.

    ``sent`` is what :func:`sent_back` has just said.  A refusal whose first answer was lost may
    hide a refund that was made: when the provider's total is ours and exactly this refund, nothing
    is asked and the stand-in is done at once.  Otherwise its total must be ours.  ``owed`` is what
    may go back of each part reference, in minor units.  None when it was asked again before.
    Raises NotRefused, RefundUnderWay, SentBackDiffers, NothingOwed.
    """
    payment_id = Instruction.objects.values_list("payment_id", flat=True).get(id=instruction_id)
    payment = locked(payment_id)
    refused = Instruction.objects.get(id=instruction_id)
    if Instruction.objects.filter(repeats=refused).exists():
        return None
    if refused.verb != Verb.REFUND.value or refused.state != InstructionState.REFUSED.value:
        raise NotRefused
    if open_instruction(payment, Verb.REFUND) is not None:
        raise RefundUnderWay
    ours = Money(payment.refunded, payment.currency)
    was_made = sent == ours + Money(refused.amount, payment.currency)
    if sent != ours and not was_made:
        raise SentBackDiffers(theirs=sent, ours=ours)
    parts = {str(part.id): part for part in payment.parts.all()}
    for part_id, minor in refused.amounts.items():
        part = parts[part_id]
        if minor > min(owed.get(part.reference, 0), part.captured - part.refund_asked):
            raise NothingOwed
        part.refund_asked += minor
        part.save(update_fields=["refund_asked"])
    again = write(
        payment,
        Verb.REFUND,
        f"refund:{payment.id}:again:{refused.id}",
        refused.amounts,
        now,
        repeats=refused,
    )
    if was_made:
        # Its job will find it closed.
        record_refund(again.id, "found_refunded", now)
        again.refresh_from_db()
    return again
